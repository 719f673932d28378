import { both } from '../../../kernel/text.ts';

export const texts = both({
  organizations: ['机构', 'Organizations'],
  lead: [
    '政府、主管部门、责任单位、检定机构、授权企业与使用单位；使用单位按您的权限范围列出',
    'Governments, authorities, responsible bodies, institutes, authorised companies and enterprises; enterprises within your reach',
  ],
  register: ['登记机构', 'Register an organization'],
  registerLead: [
    '使用单位以统一社会信用代码为准，同一代码只登记一次',
    'An enterprise is known by its credit code; one code is registered once',
  ],
  rename: ['更名', 'Rename'],
  end: ['终止', 'End'],
  details: ['登记内容', 'Record'],
  region: ['地区', 'Region'],
  creditCode: ['统一社会信用代码', 'Credit code'],
  english: ['英文名称', 'English name'],
  short: ['简称', 'Short name'],
  address: ['地址', 'Address'],
  from: ['成立', 'Since'],
  to: ['终止', 'Ended'],
  successor: ['承继单位', 'Successor'],
  formerNames: ['曾用名', 'Former names'],
  formerUntil: ['至 {day}', 'until {day}'],
  history: ['经过', 'History'],
  noHistory: ['建城时已有，此后没有变化', 'It was there when the city began; nothing has changed since'],
  notRecorded: ['未登记', 'not recorded'],
  demonstration: ['演示', 'Demonstration'],
  choose: ['输入名称或信用代码查找', 'Type a name or a credit code'],
  nothingFound: ['没有找到', 'Nothing found'],
  all: ['全部机构', 'All organizations'],
});
