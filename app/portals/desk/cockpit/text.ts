import { both } from '../../../kernel/text.ts';

export const texts = both({
  goals: ['四项工作目标', 'The four goals'],
  map: ['分县（市、区）', 'By county'],
  figure: ['着色指标', 'Coloured by'],
  mapTable: ['看数表', 'As a table'],
  mapHidden: ['收起数表', 'Hide the table'],
  county: ['地区', 'Division'],
  value: ['数值', 'Value'],
  target: ['目标', 'Target'],
  noTarget: ['未分解', 'not broken down'],
  whole: ['全市', 'The whole city'],
  work: ['待办', 'Work list'],
  workOf: ['{name} 待办', 'Work list of {name}'],
  due: ['{day} 到期', 'due {day}'],
  strive: ['力争', 'strive'],
  dueYear: ['期限 {day}', 'due {day}'],
  knownNow: ['按现有记录', 'as known now'],
  knownThen: ['按 {day} 所知', 'as known on {day}'],
  asOf: ['截至 {day}', 'as of {day}'],
  states: ['各状态指标数', 'Indicators by state'],
});
