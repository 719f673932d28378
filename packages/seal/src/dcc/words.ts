/** What a DCC of this platform says in words. */
import type { Text } from './markup.ts';

/** The program as the schema asks for it: a letter in front of the number (PTB's rule on dcc:release). */
export const release = 'v0.1.0';

export const documentNames = {
  certificate: ['检定证书', 'Verification certificate'],
  notice: ['检定结果通知书', 'Notice of rejection'],
  calibration: ['校准证书', 'Calibration certificate'],
} as const satisfies Record<string, Text>;

export const verificationKinds = {
  initial: ['首次检定', 'initial verification'],
  subsequent: ['后续检定', 'subsequent verification'],
  'in-use': ['使用中检查', 'in-use inspection'],
} as const satisfies Record<string, Text>;

export const stated: Readonly<Record<string, Text>> = {
  ok: ['符合', 'Met'],
  'not-ok': ['不符合', 'Not met'],
  none: ['不适用', 'Not applicable'],
};

export const roles = {
  approver: ['批准', 'Approved by'],
  checker: ['核验', 'Checked by'],
  tester: ['检定', 'Verified by'],
  calibrator: ['校准', 'Calibrated by'],
} as const satisfies Record<string, Text>;

export const words = {
  recordNumber: ['原始记录编号', 'Number of the raw record'],
  recordDigest: ['证书记录的 SHA-256 摘要', 'SHA-256 digest of the record'],
  lot: ['批号', 'Lot'],
  serial: ['出厂编号', 'Serial number'],
  code: ['器具编码', 'Number in the ledger'],
  standardNumber: ['本机构编号', 'Number at the institute'],
  creditCode: ['统一社会信用代码', 'Unified social credit code'],
  conclusion: ['检定结论', 'Conclusion of the verification'],
  validUntil: ['有效期至', 'Valid until'],
  useUntil: ['使用期至（到期轮换）', 'To be taken out of use after'],
  demonstration: ['演示·无效', 'Demonstration, void'],
  demonstrationText: [
    '本文件为演示，不是检定证书或校准证书，不具任何效力。',
    'This is a demonstration. It is no certificate and has no effect.',
  ],
  documentKind: ['文件种类', 'Kind of document'],
  paperText: [
    '在接入依法设立的电子认证服务与电子印章之前，以加盖印章的纸质证书为准。',
    'Until a licensed certification service and an electronic seal are connected, the sealed paper certificate prevails.',
  ],
  scope: ['检定机构的授权', 'Authority of the institute'],
  replaces: ['代替', 'Replaces'],
  noUncertainty: ['测量不确定度', 'Measurement uncertainty'],
  noUncertaintyText: ['本文件未给出测量不确定度。', 'No measurement uncertainty is stated in this document.'],
  calibration: ['校准', 'calibration'],
  method: ['依据的检定规程', 'Verification regulation'],
  uncertaintyMethod: ['测量不确定度评定', 'Evaluation of measurement uncertainty'],
  software: ['通衡', 'Tongheng'],
  standards: ['使用的计量标准器', 'Measurement standards used'],
  certificate: ['标准器的检定或校准证书', 'Certificate of the standard'],
  expandedUncertainty: ['扩展不确定度', 'Expanded uncertainty'],
  permissibleError: ['最大允许误差的绝对值', 'Maximum permissible error, absolute value'],
  accuracyClass: ['准确度等级', 'Accuracy class'],
  range: ['测量范围', 'Measuring range'],
  environment: ['环境条件', 'Environmental conditions'],
  noEnvironment: ['未记录环境条件。', 'No environmental conditions were recorded.'],
  limits: ['允许限与符合性', 'Limits and conformity'],
  lower: ['下限', 'Lower limit'],
  upper: ['上限', 'Upper limit'],
  readings: ['读数', 'Readings'],
  place: ['使用地点', 'Place of use'],
  seals: ['封印', 'Seals'],
  remarks: ['备注', 'Remarks'],
  adopted: ['由机构录入的规程数值', 'Numbers of the regulation that the institute entered'],
  record: ['证书记录', 'The record of the certificate'],
  recordText: [
    '规范形式（RFC 8785）的全部记录：由其中的原始读数可重新计算结论。',
    'The whole record in canonical form (RFC 8785); the conclusion can be computed again from the raw readings in it.',
  ],
  noResults: ['没有记录结果。', 'No results are recorded.'],
} as const satisfies Record<string, Text>;

export const conclusions = {
  pass: (number: string): Text => [`经检定，符合 ${number} 的要求，合格。`, `Verified: the requirements of ${number} are met.`],
  fail: (number: string): Text => [`经检定，不符合 ${number} 的要求，不合格。`, `Verified: the requirements of ${number} are not met.`],
} as const;
