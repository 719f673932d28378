export const formReasons = {
  'form.agrees': {
    ok: true,
    text: [
      '文件规范；其中的原始记录与证书所写的编号、器具、日期、结论和结果一致',
      'Well formed; the record inside says the same number, instrument, dates, verdict and results as the certificate',
    ],
  },
  'form.agreesInFacts': {
    ok: null,
    text: [
      '其中的原始记录与证书所写的编号、器具、日期、结论和每个数值一致；但用词与本程序印出的不同，可能由另一版本印出，也可能被改写',
      'The record inside says the same number, instrument, dates, verdict and every value; but words differ from how this program prints them: another version printed it, or they were rewritten',
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
  'form.labelWithoutSerial': {
    ok: true,
    text: [
      '二维码内容完整，但没有记录出厂编号，无法与器具对应。请查验证书本身',
      'The code is whole but states no serial number, so nothing ties it to an instrument. Look at the certificate itself',
    ],
  },
  'form.labelNotCompared': {
    ok: null,
    text: [
      '二维码没有记录出厂编号，不能与所给的编号核对。请查验证书本身',
      'The code states no serial number that the given one could be compared with. Look at the certificate itself',
    ],
  },
  'form.foreign': {
    ok: true,
    text: [
      '规范的数字校准证书（DCC {version}），由其他系统出具，不含本平台的原始记录',
      'A well-formed digital calibration certificate (DCC {version}) of another system; it holds no record of this platform',
    ],
  },
  'form.unknownVersion': { ok: null, text: ['本程序不认识这个版本：{detail}', 'A version that this program does not know: {detail}'] },
  'form.foreignRules': {
    ok: null,
    text: [
      '由其他系统出具的数字校准证书（DCC {version}），可以读取；不符合 PTB 的 DCC 规则 {count} 处，第一处：{first}',
      'A digital calibration certificate (DCC {version}) of another system, readable; it breaks {count} of PTB’s rules for DCCs, the first: {first}',
    ],
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
  'form.givenRecordDiffersFromLabel': {
    ok: false,
    text: ['所给的 record.json 不是二维码所指的那一份', 'The record.json that was given is not the one that the code belongs to'],
  },
  'form.siblingDiffers': {
    ok: false,
    text: ['验证包中的 XML 与 PDF 里附的不是同一份', 'The XML of the package is another than the one inside the PDF'],
  },
  'form.attachmentsTwice': {
    ok: false,
    text: [
      'PDF 中有 {count} 份数字证书附件，无法确定哪一份有效',
      'The PDF has {count} digital certificates attached; which one holds is not certain',
    ],
  },
  'form.pdfForeign': {
    ok: null,
    text: [
      'PDF 可以读取，但没有数字证书（DCC XML）附件，无法核对所写内容',
      'The PDF can be read but has no digital certificate (DCC XML) attached; what it says cannot be compared',
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
    ok: false,
    text: [
      '读取这个文件用时或内存超出限制，已停止；真正的证书不会这样，不予接受',
      'Reading this file took more time or memory than allowed and was stopped; a real certificate does not do that, and it is not accepted',
    ],
  },
} as const;
