import { problems } from '../../../kernel/problem.ts';

export const requestProblems = problems('request', {
  notDesignated: {
    kind: 'conflict',
    text: ['该区划的此类器具尚未指定检定机构', 'No institute is designated for this kind of instrument in this region'],
    next: ['请联系当地计量主管部门以文件指定', 'The competent authority of the region has to designate one by a document'],
  },
  noNextLevel: {
    kind: 'conflict',
    text: [
      '上一级没有为此类器具指定其他检定机构，无法转送',
      'The next level has designated no other institute; there is nobody to refer to',
    ],
    next: [
      '请由上级主管部门先行指定，或不予受理并说明理由',
      'Let the authority of the next level designate one, or refuse with the reason',
    ],
  },
  mixed: {
    kind: 'invalid',
    text: ['一份申请只能包含同一区划、同一种类的器具', 'One request holds instruments of one kind in one region'],
    next: ['请分开申请', 'Submit separate requests'],
  },
  openAlready: {
    kind: 'conflict',
    text: ['有器具已在未办结的申请中', 'An instrument stands in a request that is still open'],
    next: ['请查看原申请的进度', 'See how far that request is'],
  },
  notInUse: {
    kind: 'conflict',
    text: ['有器具已报废', 'An instrument is scrapped'],
    next: ['请去掉已报废的器具', 'Leave the scrapped one out'],
  },
  ecqsNumberTaken: {
    kind: 'conflict',
    text: ['该 e-CQS 预约单号已使用', 'This e-CQS reservation number is taken'],
    next: ['请核对预约单号，勿重复申请', 'Check the number; nobody applies twice'],
  },
  withdrawnTooLate: {
    kind: 'conflict',
    text: ['器具已收样、已到现场或已检定，不能撤回', 'It has been received, visited or tested and cannot be withdrawn'],
    next: ['请联系受理机构；未收样的其他器具可单独撤回', 'Talk to the institute; what has not been received can be withdrawn by itself'],
  },
  reasonMissing: {
    kind: 'invalid',
    text: ['受理之后撤回须说明理由', 'After the acceptance a withdrawal needs a reason'],
    next: ['请填写撤回理由', 'State why it is withdrawn'],
  },
  notYours: {
    kind: 'conflict',
    text: ['该地区的此类器具未指定由本机构检定', 'Your institute is not designated for this kind of instrument in this region'],
    next: ['请查看强检指定；由被指定的机构代录', 'See the designations; the designated institute files it'],
  },
  stepNotPossible: {
    kind: 'conflict',
    text: ['有器具的办理进度不允许这一步', 'The progress of an instrument does not allow this step'],
    next: ['请刷新查看当前进度', 'Reload to see how far it is'],
  },
  notInHand: {
    kind: 'conflict',
    text: ['有器具不在本机构办理中，或其期限未起算', 'An instrument is not in hand here, or its period has not begun'],
    next: ['只有已起算、未办结的期限可以中止', 'Only a period that has begun and not ended can be stopped'],
  },
  stoppedAlready: {
    kind: 'conflict',
    text: ['有器具的计时已中止', 'The clock of an instrument is stopped already'],
    next: ['请先恢复计时', 'Let it go on first'],
  },
  notStopped: {
    kind: 'conflict',
    text: ['有器具的计时没有中止', 'The clock of an instrument is not stopped'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  nothingToRequest: {
    kind: 'conflict',
    text: ['所选器具都不能申请', 'None of the instruments can be requested'],
    next: [
      '请查看逐台原因：已在申请中、不在用，或该地区此类器具尚未指定机构',
      'See why for each: requested already, not in use, or nobody is designated',
    ],
  },
  decided: {
    kind: 'conflict',
    text: ['该申请已办理', 'The request is decided already'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
});
