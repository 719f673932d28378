/**
 * The six answers about a certificate. They are given apart, because none stands for another: a signature that is right says nothing about
 * the value, and what could not be checked is not wrong.
 */
export type Text = readonly [zh: string, en: string];

export const answerNames = ['form', 'signature', 'authority', 'log', 'revocation', 'recomputation'] as const;
export type AnswerName = (typeof answerNames)[number];

/** `ok` null: it could not be judged, and the reason says why. */
export type Answer = { readonly ok: boolean | null; readonly code: string; readonly reason: Text };

export type Verification = Readonly<Record<AnswerName, Answer>>;

export const answerTexts: Readonly<Record<AnswerName, Text>> = {
  form: ['内容与格式', 'Form'],
  signature: ['签名', 'Signature'],
  authority: ['签发机构资格', 'Signer’s authority'],
  log: ['透明日志', 'Transparency log'],
  revocation: ['作废与代替', 'Revocation'],
  recomputation: ['结果复算', 'Recomputation'],
};

/** What each answer means, for people who see it for the first time. */
export const answerHelp: Readonly<Record<AnswerName, Text>> = {
  form: [
    '文件是否完整、规范，其中的原始记录与证书上写的是否一致；不说明内容是否真实。',
    'Whether the file is whole and well formed, and whether the record inside says what the certificate says; not whether it is true.',
  ],
  signature: [
    '签名之后内容有没有被改动。签名有效不等于数值可信。',
    'Whether anything was changed after signing. A valid signature does not make a value plausible.',
  ],
  authority: [
    '签名的是不是证书上写的机构，当日证书链是否有效、授权范围是否覆盖。',
    'Whether the signer is the institute that the certificate names, with a valid chain and scope on that day.',
  ],
  log: [
    '这份证书是否已写入公开的只增日志，签发机构事后不能悄悄撤换。',
    'Whether it stands in the public append-only log, so that nobody can exchange it later unnoticed.',
  ],
  revocation: ['截至名单日期，这份证书有没有作废或被代替。', 'Whether the certificate was revoked or replaced, as of the day of the list.'],
  recomputation: [
    '用证书内的原始读数按规程重新计算，结果和结论是否相同；不说明读数是否真实。',
    'Whether the readings inside give the same results and verdict by the regulation; not whether the readings are true.',
  ],
};
