import { problems } from '../../../kernel/problem.ts';

export const verificationProblems = problems('verification', {
  notAccepted: {
    kind: 'conflict',
    text: ['申请尚未受理，不能检定', 'The request is not accepted; it cannot be verified yet'],
    next: ['请机构负责人先受理', 'Let the institute manager accept it first'],
  },
  takenUp: {
    kind: 'conflict',
    text: ['该器具已由检定员领取', 'A technician has taken this instrument up already'],
    next: ['请查看已有的检定记录', 'See the existing record'],
  },
  noEdition: {
    kind: 'conflict',
    text: ['该日没有适用于此类器具的规程版本', 'No edition of a procedure holds for this kind of instrument on that day'],
    next: ['请等待新版规程纳入本系统并采用', 'Wait until the new edition is in this program and adopted'],
  },
  noSuchKind: {
    kind: 'conflict',
    text: ['此类器具适用的规程版本没有该检定类别', 'The edition that holds for this instrument has no such kind of verification'],
    next: ['请查看规程规定的检定类别', 'See which kinds of verification the procedure has'],
  },
  notThisEdition: {
    kind: 'conflict',
    text: [
      '该规程版本在检定日期不适用于此类器具，或已是所用版本',
      'This edition does not hold for the kind of instrument on the day of the test, or is the one in use',
    ],
    next: ['请先填写检定日期，再选择当日适用的版本', 'Enter the day of the test first, then choose an edition that holds on it'],
  },
  notDesignated: {
    kind: 'conflict',
    text: ['本机构未被指定检定该区划的此类器具', 'The institute is not designated for this kind of instrument in this region'],
    next: ['请由被指定的机构检查', 'The designated institute inspects it'],
  },
  notATechnician: {
    kind: 'invalid',
    text: ['所选人员不是本机构的检定员', 'This person is no technician of the institute'],
    next: ['请选择本机构检定员', 'Choose a technician of the institute'],
  },
  notASecondPerson: {
    kind: 'invalid',
    text: ['第二人须为本机构的另一人', 'The second person is another one of the institute'],
    next: ['请选择同场的另一位本机构人员', 'Choose the other person of the institute who was there'],
  },
  notASession: {
    kind: 'invalid',
    text: ['没有找到该检定场次，或不是本人的场次', 'There is no such session, or it is somebody else’s'],
    next: ['请选择本人的检定场次', 'Choose one of your own sessions'],
  },
  unknownStandard: {
    kind: 'invalid',
    text: ['所选标准器不在本机构台账中', 'A chosen standard is not in the register of the institute'],
    next: ['请从本机构标准器台账中选择', 'Choose from the register of the institute'],
  },
  photoDiffers: {
    kind: 'conflict',
    text: ['照片内容与记录的摘要不一致', 'A photo is not the one whose digest the record states'],
    next: ['请重新拍摄或重新上传', 'Take or upload the photo again'],
  },
  incomplete: {
    kind: 'invalid',
    text: ['记录不完整或有误，不能得出结论', 'The record is incomplete or wrong; nothing can be concluded'],
    next: ['请补全标出的读数', 'Complete the readings that are marked'],
  },
  differs: {
    kind: 'conflict',
    text: ['本机计算的结果与服务器计算的不同，未提交', 'This device computed another result than the server; nothing was submitted'],
    next: [
      '请刷新页面使程序版本一致后重新提交；仍不一致请报告',
      'Reload so that both run the same program, then submit again; report it if it stays',
    ],
  },
  wrongState: {
    kind: 'conflict',
    text: ['记录当前状态不允许此操作', 'The state of the record does not allow this'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  ownRecord: {
    kind: 'conflict',
    text: ['检定员不能核验或批准自己的记录', 'A technician neither checks nor approves the own record'],
    next: ['请由另一人办理', 'Another person has to do it'],
  },
  checkedByYou: {
    kind: 'conflict',
    text: ['核验员不能批准（本机构未规定可以兼任）', 'The checker does not approve; the institute’s rule does not allow both'],
    next: ['请由另一位授权签字人批准', 'Another approver has to do it'],
  },
  gateClosed: {
    kind: 'conflict',
    text: ['有条件不满足', 'A condition is not met'],
    next: ['请查看未通过的核查项', 'See the conditions that are not met'],
  },
  noCertificate: {
    kind: 'conflict',
    text: ['使用中检查只形成检查记录，不出具检定证书', 'An in-use inspection ends in its record and issues no certificate'],
    next: ['请以检查记录办结', 'Conclude it as an inspection record'],
  },
  onlyInspections: {
    kind: 'conflict',
    text: ['首次检定和后续检定须出具证书或通知书', 'An initial or subsequent verification ends in a certificate or notice'],
    next: ['请按批准并出具办理', 'Approve it and issue its document'],
  },
  numberNotReserved: {
    kind: 'conflict',
    text: ['该原始记录编号未预留，或已使用、已作废', 'This record number is not reserved: unknown, used or void'],
    next: ['请查看原始记录编号的去向', 'See what became of the number'],
  },
  noInstrument: {
    kind: 'notFound',
    text: ['没有这一编码的在用器具', 'No instrument in use has this code'],
    next: ['请核对器具编码；客户的器具须先登记', 'Compare the code; an instrument of a client has to be registered first'],
  },
  compulsory: {
    kind: 'conflict',
    text: [
      '该器具属强制检定管理，不能以校准代替',
      'The instrument is under compulsory verification; a calibration does not stand in for it',
    ],
    next: [
      '请由使用单位申请检定；用途登记有误的，请先更正台账',
      'The holder asks for its verification; correct the ledger where its use is wrong',
    ],
  },
  notForUncertainty: {
    kind: 'conflict',
    text: ['此时不能由本人声明测量不确定度', 'You cannot state an uncertainty for this record now'],
    next: [
      '提交后、核验前，由核验员声明；校准记录的校准员也可声明',
      'After submission and before its check: the checker, in a calibration also its tester',
    ],
  },
  otherResult: {
    kind: 'conflict',
    text: ['结果已变化，所声明的不确定度不是这一结果的', 'The result has changed; the statement belongs to another one'],
    next: ['请刷新后重新声明', 'Reload and state it again'],
  },
  noBudget: {
    kind: 'invalid',
    text: ['规程数据没有给出该值的不确定度预算', 'The edition has no budget for this value'],
    next: ['请填写本机构评定的 U 与 k，并注明评定报告', 'Enter U and k as the institute evaluated them, with the report'],
  },
  uncertaintyIncomplete: {
    kind: 'invalid',
    text: ['所声明的测量不确定度不完整', 'The statement of uncertainty is incomplete'],
    next: [
      '每个值填写一次 U 与 k；本机构评定的须注明依据',
      'U and k for each value, once; name the report where the institute evaluated it',
    ],
  },
  notAwaiting: {
    kind: 'conflict',
    text: ['该记录不在待联网核查状态', 'This record does not await a network check'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
});
