import { problems } from '../../../kernel/problem.ts';

export const roundProblems = problems('round', {
  notAnInstitute: {
    kind: 'forbidden',
    text: ['只有检定机构可以组织集中检定', 'Only a verification institute opens rounds'],
    next: ['请由检定机构负责人办理', 'Ask the manager of an institute'],
  },
  nothingServed: {
    kind: 'conflict',
    text: ['本机构在该范围内没有被指定的检定种类', 'Your institute is designated for nothing in this scope'],
    next: ['请核对区划与种类；强制检定由主管部门以文件指定', 'Check region and kinds; the authority designates by a document'],
  },
  tooMany: {
    kind: 'invalid',
    text: ['范围内的器具过多，一个集中检定最多 20000 台', 'Too many instruments: a round holds at most 20,000'],
    next: ['请按乡镇、场所类型或种类分开', 'Divide it by township, kind of place or kind of instrument'],
  },
  wrongState: {
    kind: 'conflict',
    text: ['该集中检定当前状态不允许此操作', 'The state of the round does not allow this'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  empty: {
    kind: 'conflict',
    text: ['没有列入任何器具', 'No instrument is in the round'],
    next: ['请先收集或按编码增加器具', 'Collect instruments or add them by their code'],
  },
  codeUnknown: {
    kind: 'invalid',
    text: ['有的器具编码查不到，或不由本机构检定', 'A code is not known, or its instrument is not yours to verify'],
    next: ['请逐一核对所列编码', 'Check the codes named'],
  },
  otherRound: {
    kind: 'conflict',
    text: ['有器具已列入另一集中检定', 'An instrument stands in another round'],
    next: ['请先在另一集中检定中移出', 'Leave it out there first'],
  },
  requested: {
    kind: 'conflict',
    text: ['有器具的申请已提交，不能再移出', 'The request of an instrument is filed; it cannot be left out any more'],
    next: ['请在申请中办理', 'Go on with the request'],
  },
  settingMissing: {
    kind: 'invalid',
    text: ['还缺少求解所需的设定', 'Something that the proposal needs is missing'],
    next: ['请补齐所列各项', 'Complete what is named'],
  },
  solvingAlready: {
    kind: 'conflict',
    text: ['已有一次求解在进行', 'A proposal is being worked out already'],
    next: ['请等待其结果', 'Wait for its result'],
  },
  notSolved: {
    kind: 'conflict',
    text: ['该建议没有可采用的安排', 'This proposal has no arrangement to apply'],
    next: ['请查看原因，调整后重新求解', 'See why, adjust and ask again'],
  },
  outdated: {
    kind: 'conflict',
    text: ['建议求出后，列入的器具或安排已有变动', 'What stands in the round has changed since this was worked out'],
    next: ['请重新求解', 'Ask for a new proposal'],
  },
  dayOff: {
    kind: 'invalid',
    text: ['所选日期不是工作日或已过', 'The day is no working day, or past'],
    next: ['请选择工作日', 'Choose a working day'],
  },
  bookedAlready: {
    kind: 'conflict',
    text: ['该项已排期，不能在此改动', 'It is booked and cannot be moved here'],
    next: ['请先在排期中取消', 'Cancel the booking in the schedule first'],
  },
  contactMissing: {
    kind: 'invalid',
    text: ['上门排期需要联系人和电话', 'A visit needs a contact and a telephone number'],
    next: ['请在设定中填写', 'Fill them in at the setting'],
  },
  nothingToBook: {
    kind: 'conflict',
    text: ['没有待排期的安排', 'Nothing waits to be booked'],
    next: ['请先安排路线或负荷', 'Arrange the route or the load first'],
  },
  openedAlready: {
    kind: 'conflict',
    text: ['当年的默认集中检定已拟定', 'The default round of the year is drafted already'],
    next: ['请打开已有的集中检定', 'Open the existing round'],
  },
});
