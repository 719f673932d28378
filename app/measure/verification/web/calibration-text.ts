import { both } from '../../../kernel/text.ts';

export const texts = both({
  begin: ['开始校准', 'Begin a calibration'],
  lead: [
    '客户委托、不属强制检定的器具：填写器具编码与委托单号。校准给出测得值及其不确定度，不作合格结论、不给有效期。',
    'For an instrument that a client brought and that is not under compulsory verification: its code and the number of the order. A calibration states values with their uncertainty, no verdict and no last day.',
  ],
  uncertainty: ['测量不确定度', 'Measurement uncertainty'],
  forVerification: [
    '检定证书一般不给出不确定度；需要时由核验员选择要声明的值。取自规程预算的由服务器计算，本机构评定的须注明依据。',
    'A verification certificate normally states none; where it is wanted the checker chooses the values. Those of the budget are computed by the server, the institute’s own need their report.',
  ],
  forCalibration: [
    '校准证书只列出声明了不确定度的值；没有声明的不列出，一个也没有时不能核验。',
    'A calibration certificate shows the values that are stated with U and no others; without any it cannot be checked.',
  ],
  value: ['测得值', 'Value'],
  result: ['结果', 'Result'],
  choice: ['声明', 'State'],
  none: ['不声明', 'Not stated'],
  budget: ['规程预算 U = {U} {unit}，k = {k}', 'Budget: U = {U} {unit}, k = {k}'],
  institute: ['本机构评定', 'Evaluated by the institute'],
  U: ['U', 'U'],
  k: ['k', 'k'],
  basis: ['评定报告编号', 'Report of the evaluation'],
  allFromBudget: ['有预算的全部声明', 'All that have a budget'],
  save: ['保存声明', 'Save the statement'],
  saved: ['已保存', 'Saved'],
  by: ['声明人', 'Stated by'],
  stated: ['U = {U} {unit}，k = {k}', 'U = {U} {unit}, k = {k}'],
  nothing: ['没有声明测量不确定度', 'No uncertainty is stated'],
});
