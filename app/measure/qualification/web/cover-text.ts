import { both } from '../../../kernel/text.ts';

export const coverTexts = both({
  title: ['岗位覆盖与单点风险', 'Cover and single points of failure'],
  lead: [
    '本机构被指定或已采用规程的各类器具，当日及以后各有几人可检定、核验、批准；少一人就不能开展的标为单点风险',
    'For each kind that the institute is designated for or has adopted a procedure for: how many may test, check and approve, today and later; whoever cannot be missed is a single point of failure',
  ],
  institute: ['机构', 'Institute'],
  day: ['日期', 'Day'],
  later: ['比较日期', 'Compared with'],
  state: ['状态', 'State'],
  all: ['全部', 'All'],
  save: ['导出', 'Export'],
  abilities: ['某日何人可办何事', 'Who may do what on a day'],
  choose: ['请选择检定机构', 'Choose an institute'],
  point: ['单点：', 'Cannot be missed: '],
  byThen: ['届时执行 {regulation}', 'by {regulation} then'],
  none: ['没有被指定的种类，也没有采用规程', 'Designated for nothing, and no procedure is adopted'],
  noneNext: ['主管部门指定或技术负责人采用规程后出现在这里', 'Kinds appear once the authority has designated or a procedure is adopted'],
  nothing: ['没有这一状态的种类', 'No kind is in this state'],
  note: [
    '口径：检定与核验须为两人，批准人不得是检定人；只计在职人员当日有效的资格与授权；检定、核验可由同一人持有资格，但不能在同一份记录中兼任。',
    'How it is counted: tester and checker are two persons, the approver is not the tester; only qualifications in force that day of persons still there count.',
  ],
});
