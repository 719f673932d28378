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
  'signature.sealed': {
    ok: true,
    text: [
      'PDF 与其中 XML 的签名都有效，签名后内容未改动。其下另有 {count} 个签名或电子印章（{detail}），由谁制作在此不核验，请用印章提供方的阅读器查验。这不说明数值是否可信',
      'The signatures of the PDF and of the XML inside are valid: nothing was changed after signing. Beneath lie {count} further signatures or electronic seals ({detail}); who made them is not judged here: look at them with the reader of the seal’s provider. This does not make the value plausible',
    ],
  },
  'signature.xmlOnly': {
    ok: null,
    text: [
      '其中 XML 的签名有效，但 PDF 本身没有签名：您看到的页面可能被改动，以这里列出的内容为准',
      'The XML inside is validly signed, but the PDF itself is not: the pages may have been changed; rely on what is listed here',
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
    text: ['PDF 的签名不覆盖整个文件：{detail}', 'The signature of the PDF does not cover the whole file: {detail}'],
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
