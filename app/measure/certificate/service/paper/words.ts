import type { CertificateRecord } from '@tongheng/seal/record';
import type { Text } from '../../../../kernel/text.ts';

/**
 * The words of the paper, Chinese above English: the lines of the cover are those of the certificate form that institutes print
 * (国质检量函〔2005〕861号 is named for it by sources that were read; the document itself was not at hand).
 */
export const words = {
  number: ['证书编号', 'Certificate No.'],
  noticeNumber: ['通知书编号', 'Notice No.'],
  client: ['送检单位', 'Client'],
  calibrationClient: ['客户名称', 'Client'],
  instrument: ['计量器具名称', 'Measuring instrument'],
  model: ['型号 / 规格', 'Model / Specification'],
  serial: ['出厂编号', 'Serial No.'],
  maker: ['制造单位', 'Manufacturer'],
  procedure: ['检定依据', 'Verification regulation'],
  calibrationProcedure: ['校准依据', 'Calibration method'],
  conclusion: ['检定结论', 'Conclusion'],
  approver: ['批准人', 'Approved by'],
  checker: ['核验员', 'Checked by'],
  tester: ['检定员', 'Verified by'],
  calibrationTester: ['校准员', 'Calibrated by'],
  testedOn: ['检定日期', 'Date of verification'],
  calibratedOn: ['校准日期', 'Date of calibration'],
  issuedOn: ['签发日期', 'Date of issue'],
  validUntil: ['有效期至', 'Valid until'],
  useUntil: ['使用期限至', 'To be used until'],
  validity: ['有效期', 'Validity'],
  noEnd: ['只作首次检定，失准报废', 'verified once; taken out of use when it is no longer right'],
  seal: ['（检定专用章）', '(Stamp of verification)'],
  calibrationSeal: ['（校准专用章）', '(Stamp of calibration)'],
  scope: ['授权 / 考核文件', 'Authorization document'],
  scopeItem: ['授权项目', 'Authorized item'],
  address: ['地址', 'Address'],
  phone: ['电话', 'Telephone'],
  website: ['网址', 'Website'],
  lookUp: ['公众查询', 'Public look-up'],
  checkCode: ['校验码', 'Check code'],
  code: ['证书二维码', 'QR code of the certificate'],
  prevails: [
    '以加盖印章的纸质证书为准；未经本机构书面批准，不得部分复制。',
    'The sealed paper prevails. Not to be reproduced in part without written approval.',
  ],
  sealed: ['本文件加盖电子印章（GB/T 38540）', 'Bears an electronic seal (GB/T 38540)'],
  noPart: ['未经本机构书面批准，不得部分复制。', 'Not to be reproduced in part without written approval.'],
  page: ['第 {n} 页 共 {m} 页', 'Page {n} of {m}'],
  blank: ['以下空白', 'Nothing follows'],
  attachment: ['数字校准证书（DCC）', 'Digital calibration certificate'],
  mark: ['演示·无效', 'DEMONSTRATION'],
  conditions: ['机构与检定条件', 'Institute and conditions'],
  calibrationConditions: ['机构与校准条件', 'Institute and conditions'],
  institute: ['检定机构', 'Institute'],
  rawRecord: ['原始记录号', 'Raw record No.'],
  kind: ['检定类别', 'Kind of verification'],
  environment: ['环境条件', 'Environmental conditions'],
  place: ['检定地点', 'Place of verification'],
  calibrationPlace: ['校准地点', 'Place of calibration'],
  nameplate: ['主要参数', 'Main parameters'],
  seals: ['检定印封', 'Seals'],
  standards: ['检定使用的计量标准器', 'Measurement standards used'],
  calibrationStandards: ['校准使用的计量标准器', 'Measurement standards used'],
  standardName: ['名称 / 编号', 'Name / No.'],
  range: ['测量范围', 'Range'],
  quality: ['不确定度 / 准确度等级 / 最大允许误差', 'U / class / MPE'],
  traceCertificate: ['检定 / 校准证书编号', 'Certificate No.'],
  until: ['有效期至', 'Valid until'],
  results: ['检定结果', 'Results of verification'],
  calibrationResults: ['校准结果', 'Results of calibration'],
  failed: ['不合格项目', 'Failed items'],
  item: ['检定项目', 'Item'],
  content: ['内容', 'Content'],
  row: ['序号', 'No.'],
  value: ['结果', 'Result'],
  limit: ['允许值', 'Limit'],
  clause: ['条款', 'Clause'],
  verdict: ['判定', 'Verdict'],
  statement: ['说明', 'Statement'],
  concludesNothing: [
    '校准结果仅适用于所校准的器具及校准时的状态，不作合格与否的结论',
    'The results relate to the calibrated instrument as it was then; no conformity is stated',
  ],
  expanded: ['扩展不确定度', 'Expanded uncertainty'],
  uncertainty: ['测量不确定度', 'Measurement uncertainty'],
  adopted: ['本机构采用规程时录入的限值', 'Limits entered by the institute on adoption of the regulation'],
  adoptedNote: [
    '规程数据未收录上列数值，由本机构依据规程正式文本录入并负责；其余限值取自规程数据。',
    'The edition leaves the numbers above open; the institute entered them from the official text and answers for them. All others are those of the edition.',
  ],
  adoptedName: ['限值', 'Limit'],
  adoptedValue: ['数值', 'Value'],
  remarks: ['备注', 'Remarks'],
  lot: ['批次', 'Lot'],
  replaces: ['本证书代替证书编号', 'This certificate replaces No.'],
  noticeReplaces: ['本通知书代替证书编号', 'This notice replaces No.'],
  reason: ['代替原因', 'Reason'],
  changes: ['变更内容', 'Changes'],
} as const satisfies Record<string, Text>;

export const titles: Readonly<Record<CertificateRecord['kind'], Text>> = {
  certificate: ['检定证书', 'VERIFICATION CERTIFICATE'],
  notice: ['检定结果通知书', 'NOTICE OF REJECTION'],
  calibration: ['校准证书', 'CALIBRATION CERTIFICATE'],
};

export const verdictWords: Readonly<Record<'pass' | 'fail' | 'undetermined', string>> = {
  pass: '合格',
  fail: '不合格',
  undetermined: '未定',
};

/** What a person saw of a feature. */
export const seen: Readonly<Record<string, string>> = { ok: '符合要求', 'not-ok': '不符合', none: '不适用' };

/** Where it was done, as a certificate says it. */
export const whereWords: Readonly<Record<string, string>> = { institute: '本机构实验室', 'on-site': '使用现场' };
