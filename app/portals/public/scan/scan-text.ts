import { both, type Text } from '../../../kernel/text.ts';
import type { Standing } from '../../../register/instrument/rules/standing.ts';

export const texts = both({
  title: ['查器具', 'Look up an instrument'],
  lead: [
    '用手机相机扫描器具上的二维码，或输入标签上的器具编码。无需登录，查询不留个人信息。',
    'Scan the QR code on the instrument with your phone’s camera, or type the code from its label. No sign-in; a look-up keeps no personal data.',
  ],
  code: ['器具编码', 'Instrument code'],
  codeHint: ['共 16 位，末位可能是字母', '16 characters; the last may be a letter'],
  lookUp: ['查询', 'Look up'],
  another: ['查另一台', 'Look up another one'],
  wrongTitle: ['编码不正确', 'The code is not right'],
  wrongNext: [
    '器具编码共 16 位，末位用来校验前面的数字。请对照标签逐位核对；扫码得到的不是本平台的编码时也会这样提示。',
    'A code has 16 characters, the last checks the others. Compare it with the label; a code of another system is answered like this too.',
  ],
  notRecordedTitle: ['本平台没有这台器具的记录', 'This platform has no record of this instrument'],
  notRecordedNext: [
    '没有记录不等于没有检定：它可能由别处检定，或还没有登记。请看器具上的检定合格证，有疑问可拨打 12315。',
    'No record does not mean not verified: it may have been verified elsewhere, or is not registered yet. Look at its verification label; ask 12315 if in doubt.',
  ],
  busyTitle: ['查询过于频繁', 'Too many look-ups'],
  busyNext: ['请一分钟后再试', 'Try again in a minute'],
  meaning: ['这是什么意思', 'What this means'],
  kind: ['种类', 'Kind'],
  model: ['型号规格', 'Model'],
  maker: ['制造单位', 'Maker'],
  verdict: ['上次检定结论', 'Last verdict'],
  verifiedOn: ['上次检定日期', 'Last verified'],
  validUntil: ['有效期至', 'Valid until'],
  useBy: ['使用期限至', 'Use by'],
  verifiedBy: ['检定机构', 'Institute'],
  certificate: ['证书编号', 'Certificate number'],
  place: ['使用场所', 'Place'],
  status: ['器具状态', 'State of the instrument'],
  noVerdict: ['没有检定记录', 'no verification is recorded'],
  notRecorded: ['未记录', 'not recorded'],
  placeHidden: ['不公开', 'not public'],
  trust: ['记录可信程度', 'How far this is evidenced'],
  platform: ['检定机构在本平台出具的证书或通知书', 'By a certificate or notice that an institute issued on this platform'],
  reported: [
    '使用单位自报，证书由平台以外的机构出具，本平台没有核对',
    'As its user says of a certificate of elsewhere; this platform has not checked it',
  ],
  none: [
    '没有检定记录：可能没有检定，也可能检定结果没有登记到本平台',
    'Nothing is recorded: it may not have been verified, or the result was not entered here',
  ],
  history: ['经过', 'History'],
  plate: ['核对铭牌', 'Compare with the plate'],
  plateHint: [
    '记录中的出厂编号末 {n} 位是 {end}。请看器具铭牌上的出厂编号是否与此相同；不同的，标签可能贴错或被移用。',
    'The recorded serial number ends with {end} ({n} characters). See whether the plate says the same; if not, the label may belong to another instrument.',
  ],
  plateShort: ['记录中的出厂编号太短，不能公开比对', 'The recorded serial number is too short to be compared in public'],
  same: ['相同', 'The same'],
  different: ['不同', 'Different'],
  differentNext: [
    '标签与器具不符。这条已写入下面的反映内容。',
    'The label does not belong to this instrument. This was added to the text below.',
  ],
  complain: ['有疑问或要投诉举报', 'In doubt, or to complain'],
  complainLead: [
    '未检定、已过有效期或查不到，都不等于违法；是否违法由市场监管部门依法认定。可把下面的内容复制后，通过 12315 或 12345 反映。',
    'Not verified, overdue or not found does not mean that somebody broke the law; the market regulator decides. Copy the text below and tell it to 12315 or 12345.',
  ],
  draft: ['反映内容（可修改）', 'What to tell (you may change it)'],
  copy: ['复制', 'Copy'],
  copied: ['已复制', 'Copied'],
  copyFailed: ['未能复制，请手动选择文字', 'Not copied; select the text by hand'],
  call: ['拨打 {n}', 'Call {n}'],
  hotlineTrade: ['12315 市场监管投诉举报热线', '12315, hotline of the market regulator'],
  hotlineCity: ['12345 政务服务便民热线', '12345, hotline of the city’s government'],
  sites: [
    '也可在“全国 12315 平台”（网站或同名小程序）自行提交。本平台不代为提交，也不保存您填写的内容；投诉的受理和答复以 12315、12345 为准。',
    'You may also submit it yourself on the National 12315 Platform (全国 12315 平台). This platform submits nothing for you and keeps nothing of what you type; 12315 and 12345 take and answer complaints.',
  ],
  demonstration: ['演示·无效：这不是真实的器具', 'Demonstration, not valid: this is no real instrument'],
  asOf: ['查询日期', 'As of'],
  shareHint: ['本页地址可以保存或转发', 'The address of this page may be kept or sent on'],
});

/** What a standing means to somebody who stands before the instrument. */
export const meanings: Readonly<Record<Standing, Text>> = {
  'never-verified': [
    '平台没有这台器具的检定记录。用于贸易结算、安全防护、医疗卫生、环境监测的强制检定器具应当检定合格后使用。',
    'The platform has no verification of this instrument on record. Instruments under compulsory verification are to be verified before they are used.',
  ],
  failed: [
    '上次检定不合格。不合格的强制检定器具不得使用，修复并重新检定合格后才能使用。',
    'It failed its last verification. It must not be used before it has been repaired and has passed.',
  ],
  repaired: [
    '修复后还没有新的检定记录，应当检定合格后再使用。',
    'It was repaired and has not been verified since; it is to pass before it is used.',
  ],
  overdue: [
    '上次检定合格，但有效期已过，应当重新检定。',
    'It passed, but the last day of its verification is over; it is to be verified again.',
  ],
  'due-7': ['检定合格，在有效期内，七日内到期。', 'Verified and valid; it falls due within 7 days.'],
  'due-15': ['检定合格，在有效期内，十五日内到期。', 'Verified and valid; it falls due within 15 days.'],
  'due-30': ['检定合格，在有效期内，三十日内到期。', 'Verified and valid; it falls due within 30 days.'],
  'due-90': ['检定合格，在有效期内。', 'Verified and valid.'],
  valid: ['检定合格，在有效期内。', 'Verified and valid.'],
  'no-end': [
    '首次检定合格；这类器具只做首次检定，失准即报废，没有下次检定日期。',
    'It passed its only verification; instruments of this kind are taken out when they are no longer right.',
  ],
};
