import { problems } from '../../../kernel/problem.ts';

export const instrumentProblems = problems('instrument', {
  registeredAlready: {
    kind: 'conflict',
    text: ['该器具已登记', 'This instrument is registered already'],
    next: [
      '请打开已有记录；同一使用单位的制造单位、型号、出厂编号不能重复',
      'Open the existing record; maker, model and serial number of one holder do not repeat',
    ],
  },
  ecqsNumberTaken: {
    kind: 'conflict',
    text: ['该 e-CQS 编号已属于另一台器具', 'Another instrument has this number of e-CQS'],
    next: ['请核对编号；同一编号只对应一台器具', 'Check the number; one number belongs to one instrument'],
  },
  nameplate: {
    kind: 'invalid',
    text: ['铭牌参数有误', 'Something on the nameplate is wrong'],
    next: ['请对照铭牌逐项核对', 'Compare it with the nameplate'],
  },
  holderUnknown: {
    kind: 'invalid',
    text: ['没有这个统一社会信用代码的使用单位', 'No holder has this credit code'],
    next: ['请先由主管部门登记该单位', 'Let the authority register the organization first'],
  },
  placeUnknown: {
    kind: 'invalid',
    text: ['使用地点与区划不符', 'The place of use does not fit its divisions'],
    next: [
      '乡镇（街道）须在所选区县内，村（社区）须在所选乡镇内，使用场所须已登记',
      'The township lies in the county, the village in the township, and the place is recorded',
    ],
  },
  parentUnknown: {
    kind: 'invalid',
    text: ['所属装置不存在或不可作为装置', 'The installation is not there, or cannot be one'],
    next: [
      '所属装置须是同一使用单位在册的另一台器具，且本身不是其他装置的部件',
      'It is another recorded instrument of the same holder and not itself a part',
    ],
  },
  scrapped: {
    kind: 'conflict',
    text: ['该器具已报废', 'The instrument is scrapped'],
    next: ['报废不可撤销；如为误报请重新登记并说明', 'Scrapping is final'],
  },
  otherState: {
    kind: 'conflict',
    text: ['器具的状态不允许这样办理', 'The state of the instrument does not allow this'],
    next: ['请刷新页面查看当前状态', 'Reload the page and look at its state'],
  },
  batchRefused: {
    kind: 'conflict',
    text: ['所选器具中有不能办理的，一台也没有变更', 'Some of the chosen instruments cannot be changed; none was'],
    next: ['请去掉下列器具后重新提交', 'Leave out those that are named and submit again'],
  },
  ownReceiver: {
    kind: 'invalid',
    text: ['接收单位就是本单位', 'The receiver is the giver'],
    next: ['请填写接收单位的统一社会信用代码', 'Enter the credit code of the receiver'],
  },
  offered: {
    kind: 'conflict',
    text: ['该器具已有待接收的移交', 'The instrument is offered already'],
    next: ['请等待接收方答复，或先撤回', 'Wait for the answer, or take the offer back first'],
  },
  handoverDecided: {
    kind: 'conflict',
    text: ['该移交已办结', 'The hand-over is decided already'],
    next: ['请刷新页面查看结果', 'Reload the page and look at the result'],
  },
  reportedAlready: {
    kind: 'conflict',
    text: ['该证书编号已登记', 'This certificate is entered already'],
    next: ['请核对证书编号', 'Check the number of the certificate'],
  },
  reportedWrongly: {
    kind: 'invalid',
    text: ['证书日期有误', 'The dates of the certificate are wrong'],
    next: ['检定日期不晚于今天，有效期不早于检定日期', 'The verification is not in the future, and the last day not before it'],
  },
  tooManyRows: {
    kind: 'tooLarge',
    text: ['导出行数超过上限', 'More rows than an export may have'],
    next: ['一次最多导出 100 000 行；请按地区、种类等条件分批导出', 'At most 100 000 rows; export by region or kind, part by part'],
  },
});
