export const formReasons = {
  'form.agrees': {
    ok: true,
    text: [
      '文件规范；其中的原始记录与证书所写的编号、器具、日期、结论和结果一致',
      'Well formed; the record inside says the same number, instrument, dates, verdict and results as the certificate',
    ],
  },
  'form.recordOnly': {
    ok: true,
    text: ['原始记录完整、规范；它不是证书本身', 'The record is whole and canonical; it is not the certificate itself'],
  },
  'form.label': {
    ok: true,
    text: [
      '二维码内容完整。请核对器具铭牌：出厂编号 {serial}{seal}。二维码可以被复制，密码技术不能发现它被贴到另一台器具上',
      'The code is whole. Compare with the plate: serial number {serial}{seal}. A code can be copied; cryptography cannot notice that it stands on another instrument',
    ],
  },
  'form.foreign': {
    ok: true,
    text: [
      '规范的数字校准证书（DCC {version}），由其他系统出具，不含本平台的原始记录',
      'A well-formed digital calibration certificate (DCC {version}) of another system; it holds no record of this platform',
    ],
  },
  'form.foreignRules': {
    ok: false,
    text: [
      '由其他系统出具的数字校准证书（DCC {version}）；不符合 DCC 规则 {count} 处，第一处：{first}',
      'A digital calibration certificate (DCC {version}) of another system; it breaks {count} DCC rules, the first: {first}',
    ],
  },
  'form.dccRules': {
    ok: false,
    text: ['不符合 DCC 规则 {count} 处，第一处：{first}', 'It breaks {count} DCC rules, the first: {first}'],
  },
  'form.otherInstrument': {
    ok: false,
    text: [
      '不是这台器具的证书：所给出厂编号 {given}，证书上是 {serial}。标签或证书可能被移用',
      'It belongs to another instrument: the serial number given is {given}, the certificate says {serial}. Label or certificate may have been moved',
    ],
  },
  'form.recordDiffers': {
    ok: false,
    text: ['其中的原始记录与证书所写不一致：{places}', 'The record inside does not say what the certificate says: {places}'],
  },
  'form.recordMissing': {
    ok: false,
    text: [
      '本平台的证书应当含有原始记录 record.json，其中没有',
      'A certificate of this platform holds its record (record.json); this one does not',
    ],
  },
  'form.recordBroken': {
    ok: false,
    text: ['其中的原始记录不规范：{place}', 'The record inside is not as it must be: {place}'],
  },
  'form.givenRecordDiffers': {
    ok: false,
    text: [
      '所给的 record.json 与证书内的原始记录不是同一份',
      'The record.json that was given is another than the record inside the certificate',
    ],
  },
  'form.attachmentMissing': {
    ok: false,
    text: ['PDF 中没有数字证书（DCC XML）附件', 'The PDF has no digital certificate (DCC XML) attached'],
  },
  'form.attachmentsTwice': {
    ok: false,
    text: [
      'PDF 中有 {count} 份数字证书附件，无法确定哪一份有效',
      'The PDF has {count} digital certificates attached; which one holds is not certain',
    ],
  },
  'form.pdfDiffers': {
    ok: false,
    text: [
      'PDF 的文字中没有附件所写的证书编号 {number}：附件可能属于另一份证书',
      'The text of the PDF does not show the number {number} of its attachment: the attachment may belong to another certificate',
    ],
  },
  'form.pdfForeign': {
    ok: null,
    text: [
      'PDF 完整，但没有可机读的内容，无法核对所写内容',
      'The PDF is whole but holds nothing for machines; what it says cannot be compared',
    ],
  },
  'form.broken': {
    ok: false,
    text: ['文件损坏或不完整：{detail}', 'The file is damaged or incomplete: {detail}'],
  },
  'form.refused': {
    ok: false,
    text: ['为安全起见拒绝读取：{detail}', 'Refused for safety: {detail}'],
  },
  'form.tooLarge': {
    ok: false,
    text: ['文件过大（{size} 字节，上限 {most} 字节）', 'The file is too large ({size} bytes, at most {most})'],
  },
  'form.stopped': {
    ok: null,
    text: [
      '读取这个文件用时或内存超出限制，已停止；这不说明证书真假',
      'Reading this file took more time or memory than allowed and was stopped; this says nothing about the certificate',
    ],
  },
} as const;
