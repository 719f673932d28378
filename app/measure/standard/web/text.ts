import { both } from '../../../kernel/text.ts';

export const texts = both({
  list: ['标准器台账', 'Register of standards'],
  listLead: ['检定台上使用的计量标准器具，及其检定或校准证书', 'What the benches measure with, and the certificates of its traceability'],
  register: ['登记标准器', 'Register a standard'],
  registerLead: ['连同现行有效的检定或校准证书一并登记', 'Together with its certificate of calibration or verification'],
  download: ['导出 Excel', 'Export to Excel'],
  details: ['标准器', 'Standard'],
  number: ['编号', 'Number'],
  model: ['型号规格', 'Model'],
  serial: ['出厂编号', 'Serial number'],
  range: ['测量范围', 'Range'],
  roles: ['用于', 'Serves as'],
  accuracy: ['准确度', 'Accuracy'],
  validUntil: ['有效期至', 'Valid until'],
  daysLeft: ['剩余 {n} 天', '{n} days left'],
  outOfDate: ['证书已过期，不可用于检定', 'Its certificate has lapsed: not to be used'],
  certificates: ['检定或校准证书', 'Certificates'],
  states: ['使用状态', 'States'],
  history: ['经过', 'History'],
  all: ['全部标准器', 'All standards'],
  demonstration: ['演示数据', 'demonstration'],
});
