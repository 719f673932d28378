export const signatureReasons = {
  'signature.valid': {
    ok: true,
    text: [
      '{what}签名有效：签名后内容未改动。这不说明数值是否可信',
      'The signature of the {what} is valid: nothing was changed after signing. This does not make the value plausible',
    ],
  },
  'signature.both': {
    ok: true,
    text: [
      'PDF 与其中 XML 的签名都有效，签名后内容未改动。这不说明数值是否可信',
      'The signatures of the PDF and of the XML inside are valid: nothing was changed after signing. This does not make the value plausible',
    ],
  },
  'signature.xmlOnly': {
    ok: true,
    text: [
      '其中 XML 的签名有效；PDF 本身没有签名，以 XML 的内容为准',
      'The signature of the XML inside is valid; the PDF itself is not signed, and the XML holds',
    ],
  },
  'signature.none': { ok: null, text: ['没有签名，无法判断是否被改动', 'Not signed; whether it was changed cannot be judged'] },
  'signature.xmlUnsigned': {
    ok: null,
    text: ['PDF 的签名有效，但其中的 XML 没有签名', 'The signature of the PDF is valid, but the XML inside is not signed'],
  },
  'signature.invalid': {
    ok: false,
    text: ['{what}签名无效：{detail}', 'The signature of the {what} is not valid: {detail}'],
  },
  'signature.unsupported': {
    ok: null,
    text: [
      '{what}的签名方法本程序不认识，无法判断：{detail}',
      'The {what} is signed by a method that this program does not know: {detail}',
    ],
  },
  'signature.addedLater': {
    ok: false,
    text: [
      'PDF 签名之后又添加了内容，签名不覆盖整个文件',
      'Something was added to the PDF after it was signed; the signature does not cover the whole file',
    ],
  },
  'signature.signersDiffer': {
    ok: false,
    text: ['PDF 与其中 XML 由不同的机构签名', 'PDF and the XML inside are signed by different institutes'],
  },
  'signature.labelKeyUnknown': {
    ok: null,
    text: ['没有签名所用的公钥（{key}），无法判断', 'The public key of the signature ({key}) is not at hand; it cannot be judged'],
  },
  'signature.notRead': { ok: null, text: ['文件未能读取，没有检查签名', 'The file could not be read; no signature was checked'] },
} as const;
