import { both } from '../../../kernel/text.ts';

export const texts = both({
  title: ['验证证书标签', 'Check a certificate label'],
  lead: [
    '标签二维码里带有检定机构的电子签名。本页在您的设备上核对签名，照片和内容不上传；打开过一次以后，没有网络也能用。',
    'The QR code of a label carries the electronic signature of the institute. This page checks it on your device; pictures and contents are not uploaded. Opened once, it works without a network.',
  ],
  another: ['验证另一张标签', 'Check another label'],
  photo: ['选择照片', 'Choose a photo'],
  photoHint: [
    '拍下标签上的二维码或选择已有的照片，也可以把照片拖到这里；二维码要完整、清楚、不反光',
    'Take a photo of the QR code or choose one, or drop it here; the code must be whole, sharp and without glare',
  ],
  camera: ['用相机扫描', 'Scan with the camera'],
  cameraStop: ['停止扫描', 'Stop'],
  cameraView: ['相机画面', 'What the camera sees'],
  cameraHint: ['把二维码放在画面中间，离近一些，保持不动', 'Hold the code in the middle, close and still'],
  cameraRefused: [
    '没有得到使用相机的许可。请在浏览器设置中允许，或选择照片。',
    'The camera was not allowed. Allow it in the settings of the browser, or choose a photo.',
  ],
  cameraNone: ['这里不能使用相机，请选择照片。', 'No camera can be used here; choose a photo.'],
  content: ['二维码的内容', 'Content of the QR code'],
  contentHint: ['用其他软件扫码得到的文字可以粘贴到这里', 'What another scanner has read may be pasted here'],
  check: ['验证', 'Check'],
  searching: ['正在照片中查找二维码', 'Looking for a QR code in the photo'],
  notFound: [
    '照片中没有找到二维码。请离近一些、光线均匀地重新拍摄，只拍二维码。',
    'No QR code was found in the photo. Take it again, closer and evenly lit, of the code alone.',
  ],
  tooLarge: ['文件太大。请选择普通的手机照片（不超过 40 MB）。', 'The file is too large. Choose an ordinary photo of at most 40 MB.'],
  notPicture: [
    '这个文件不是能读取的照片。请选择 JPEG 或 PNG 格式的照片。',
    'This file is no picture that can be read. Choose a JPEG or PNG.',
  ],
  otherCode: ['这是另一种二维码', 'This is a QR code of another kind'],
  otherCodeNext: [
    '它不是证书标签。为安全起见，本页不会打开它指向的网址。',
    'It is no certificate label. To be safe, this page does not open the address in it.',
  ],
  otherCodeHost: ['它指向的网站', 'The site it points to'],
  instrumentCode: ['这是器具编码的二维码', 'This is the code of an instrument'],
  instrumentNext: ['查看这台器具', 'Look the instrument up'],

  unreadable: ['这张标签不能识别', 'This label cannot be read'],
  unreadableNext: [
    '请重新扫码或拍照。多次仍不能识别的，标签可能损坏，也可能不是本平台的标签；请用证书编号查询，或向检定机构询问。',
    'Scan or photograph it again. If it stays so, it may be damaged or none of this platform; look the certificate up by its number, or ask the institute.',
  ],
  checking: ['正在核对签名', 'Checking the signature'],

  genuine: ['签名真实', 'The signature is genuine'],
  genuineMeaning: [
    '标签的内容由 {institute} 签名，签名后没有改动。',
    'What the label says was signed by {institute} and was not changed since.',
  ],
  demonstration: ['演示·无效', 'Demonstration, not valid'],
  demonstrationMeaning: [
    '这是演示用的标签，由演示密钥签名，不是真实的证书。',
    'This label is for demonstration and signed by a demonstration key; it belongs to no real certificate.',
  ],
  hiddenDemonstration: [
    '它由演示密钥签名，却没有注明是演示：请勿采信。',
    'It is signed by a demonstration key without saying so: do not rely on it.',
  ],
  forged: ['签名不符：不可采信', 'The signature is false: do not rely on it'],
  forgedMeaning: [
    '内容与签名对不上：签名后被改动过，或者不是所称的机构签名的。',
    'Content and signature do not belong together: it was changed afterwards, or the institute it names did not sign it.',
  ],
  unknownKey: ['不能判断签名', 'The signature cannot be judged'],
  unknownKeyFresh: [
    '签名所用的密钥不在本平台今天公布的名单中。它可能属于别的平台，也可能是伪造的：请勿仅凭此标签采信。',
    'The key of the signature is not in today’s public list of this platform. It may belong to another platform, or be forged: do not rely on this label alone.',
  ],
  unknownKeyKept: [
    '签名所用的密钥不在本机 {day} 保存的名单中，可能是之后启用的新密钥。请联网后重新验证。',
    'The key of the signature is not in the list kept on this device on {day}; it may be newer. Check again with a network.',
  ],
  noTrust: ['还不能核对签名', 'The signature cannot be checked yet'],
  noTrustMeaning: [
    '本机还没有检定机构的公钥名单。请联网打开本页一次，之后没有网络也能验证。',
    'This device has no list of the institutes’ keys yet. Open this page once with a network; afterwards it works without.',
  ],
  unknownNumber: [
    '本平台的服务器上没有这个编号的证书：请向检定机构询问。',
    'The server of this platform has no certificate of this number: ask the institute.',
  ],
  notAuthorized: ['签名机构不符合条件', 'The signer was not entitled'],

  saysTitle: ['标签的内容', 'What the label says'],
  saysUnproven: ['标签上写的内容（未经证实）', 'What the label says (not proven)'],
  number: ['证书编号', 'Certificate number'],
  kind: ['器具', 'Instrument'],
  serial: ['出厂编号', 'Serial number'],
  seal: ['封印编号', 'Seal number'],
  result: ['结论', 'Verdict'],
  pass: ['合格', 'Passed'],
  fail: ['不合格', 'Failed'],
  none: ['不作结论', 'States none'],
  testedOn: ['检定日期', 'Tested'],
  issuedOn: ['签发日期', 'Issued'],
  validUntil: ['有效期至', 'Valid until'],
  noEnd: ['没有规定', 'none stated'],
  notOnLabel: ['标签上没有记录', 'not on the label'],
  endOnly: ['（仅末尾部分，全文太长）', '(its end only; the whole is too long)'],

  validToday: ['未到期', 'Not yet over'],
  overToday: ['已过有效期', 'Over'],
  bySystem: ['按服务器日期 {day}', 'by the server’s date {day}'],
  byDevice: [
    '按本机日期 {day}；本机日期不准时，请自行对照有效期',
    'by this device’s date {day}; if its clock is wrong, compare the day yourself',
  ],
  clockDiffers: [
    '本机日期 {device} 与服务器日期 {server} 不一致，以服务器日期为准',
    'This device’s date {device} differs from the server’s {server}; the server’s is used',
  ],
  clockBefore: [
    '本机日期 {day} 早于签发日期，日期很可能不准：不判断是否到期',
    'This device’s date {day} lies before the day of issue and is probably wrong: whether the label is over is not judged',
  ],

  revocationTitle: ['作废与代替', 'Revoked or replaced'],
  revoked: ['已作废', 'Revoked'],
  replaced: ['已被代替', 'Replaced'],
  notRevoked: ['没有作废', 'Not revoked'],
  revocationUnknown: ['尚不知道', 'Not known'],
  askedNow: ['刚刚向服务器查询', 'asked the server just now'],
  askedNone: [
    '没有网络，本机也没有保存作废清单：不能说明它没有作废。',
    'There is no network and no list on this device: this does not say that it still holds.',
  ],

  compareTitle: ['请对照器具', 'Compare with the instrument'],
  compareLead: [
    '签名只证明这些内容由谁签发，不能证明标签贴在对的器具上：复印或移用的标签同样能通过验证。',
    'The signature proves who issued these statements, not that the label sits on the right instrument: a copied or moved label passes as well.',
  ],
  compareSerial: ['看铭牌上的出厂编号，是否为', 'See whether the name plate says the serial number'],
  compareSeal: ['看封印或合格证的编号，是否为', 'See whether the seal or sticker bears the number'],
  typeSerial: ['铭牌上的出厂编号（逐字输入）', 'Serial number on the name plate, as it stands'],
  compare: ['比对', 'Compare'],
  same: ['与标签相同。仍请核对封印是否完好。', 'The same as on the label. See as well that the seal is unbroken.'],
  different: ['与标签不同：这张标签不是这台器具的。', 'Not the same: this label does not belong to this instrument.'],
  noSerial: [
    '标签上没有出厂编号，无法确认它属于哪一台器具；请按证书编号查询后对照证书。',
    'The label bears no serial number, so it cannot be told to which instrument it belongs; look the certificate up and compare.',
  ],

  nextTitle: ['接下来', 'Next'],
  lookUp: ['按证书编号查询', 'Look the certificate up'],
  verify: ['验证证书', 'Verify a certificate'],
  complain: [
    '标签与器具不符、签名不符或有其他疑问的，可拨打 12315 或 12345 反映。',
    'If label and instrument differ, the signature is false or something else is wrong, tell 12315 or 12345.',
  ],
  hostHint: [
    '请确认浏览器地址栏是您所在城市计量平台的网址：假网站可以显示任何内容。',
    'See that the address bar shows the platform of your city: a false site can show anything.',
  ],
  onPaper: [
    '以加盖印章的纸质证书为准；本标签不代替国家规定的检定合格证。',
    'The sealed paper certificate prevails; this label does not replace the official verification mark.',
  ],
  details: ['核对的依据', 'What the check rests on'],
  keyId: ['密钥编号', 'Key'],
  algorithm: ['签名算法', 'Algorithm'],
  trustAsOf: ['公钥名单日期', 'List of keys as of'],
  listAsOf: ['作废清单日期', 'List of revocations as of'],
  logIndex: ['透明日志序号', 'Entry in the transparency log'],
  noLog: ['尚未写入', 'not yet entered'],
  recordDigest: ['记录摘要（前 16 字节）', 'Digest of the record (first 16 bytes)'],
  offlineReady: ['本页已保存，没有网络也能打开', 'This page is kept and opens without a network'],
  offlineKeeping: ['正在保存本页，以便没有网络时打开', 'This page is being kept for times without a network'],
  offlineNone: ['本浏览器不能保存本页，没有网络时打不开', 'This browser cannot keep the page; it needs a network'],
});
