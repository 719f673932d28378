export const authorityReasons = {
  'authority.holds': {
    ok: true,
    text: [
      '签名者的证书链到受信任的根，{day} 有效；签名者就是 {institute}；当日授权范围 {scope}',
      'The signer’s chain leads to a trusted root and was valid on {day}; the signer is {institute}; scope on that day {scope}',
    ],
  },
  'authority.holdsWithoutScope': {
    ok: null,
    text: [
      '签名者的证书链有效，签名者就是 {institute}；但记录没有写明当日的授权范围，无法判断',
      'The signer’s chain is valid and the signer is {institute}; but the record does not state a scope, so the authority cannot be judged',
    ],
  },
  'authority.labelHolds': {
    ok: true,
    text: [
      '签名者 {institute} 的证书链到受信任的根，{day} 有效；授权范围不在二维码内，请看证书',
      'The chain of the signer {institute} leads to a trusted root and was valid on {day}; its scope is not in the code but in the certificate',
    ],
  },
  'authority.otherIssuer': {
    ok: false,
    text: [
      '编号属于代码为 {issuer} 的机构，签名者 {signer} 的代码是 {code}',
      'The number belongs to the institute with the code {issuer}; the signer {signer} has the code {code}',
    ],
  },
  'authority.labelIssuerUnknown': {
    ok: null,
    text: [
      '签名者 {signer} 的证书链有效，但其证书没有写明机构代码，无法与编号对应；请查验证书本身',
      'The chain of the signer {signer} is valid, but its certificate states no code that the number could be matched with; look at the certificate itself',
    ],
  },
  'authority.demonstration': {
    ok: false,
    text: [
      '演示·无效：由演示根签发，不是真实的证书',
      'Demonstration, not valid: it chains to the demonstration root and is no real certificate',
    ],
  },
  'authority.demonstrationMarked': {
    ok: false,
    text: ['演示·无效：证书自己写明是演示', 'Demonstration, not valid: the certificate says so itself'],
  },
  'authority.hiddenDemonstration': {
    ok: false,
    text: [
      '演示密钥签发的证书被当作真实证书：原始记录没有写明是演示',
      'Signed by a demonstration key and presented as real: the record does not say that it is a demonstration',
    ],
  },
  'authority.unknownRoot': {
    ok: null,
    text: [
      '证书链的根不在受信任名单中，无法判断签名者的资格；不说明签名无效',
      'The root of the chain is not among the trusted ones; the authority cannot be judged. This does not make the signature invalid',
    ],
  },
  'authority.noTrust': {
    ok: null,
    text: [
      '没有给出信任名单（trust.json），无法判断签名者的资格',
      'No list of trusted roots (trust.json) was given; the authority cannot be judged',
    ],
  },
  'authority.noSigner': {
    ok: null,
    text: ['没有有效的签名，谈不上签名者的资格', 'There is no valid signature, hence no signer whose authority could be judged'],
  },
  'authority.onlySigner': {
    ok: null,
    text: [
      '签名者是 {signer}；文件没有以可机读的形式写明机构，无法对应',
      'Signed by {signer}; the file names no institute in a form for machines that it could be held against',
    ],
  },
  'authority.signerNotNamed': {
    ok: null,
    text: ['签名没有附带签名者的证书，无法判断', 'The signature brings no certificate of its signer; it cannot be judged'],
  },
  'authority.chainBroken': {
    ok: false,
    text: ['签名者的证书链不成立：{detail}', 'The signer’s chain does not hold: {detail}'],
  },
  'authority.notValidThen': {
    ok: false,
    text: [
      '签发当日（{day}）签名者的证书不在有效期内（{from} 至 {to}）',
      'The signer’s certificate was not valid on the day of issue ({day}); it holds from {from} to {to}',
    ],
  },
  'authority.keyRevoked': {
    ok: false,
    text: [
      '签名所用的密钥在 {at} 已作废，早于签发日期 {day}：{why}',
      'The key of the signature was revoked on {at}, before the day of issue {day}: {why}',
    ],
  },
  'authority.keyRevokedLogged': {
    ok: false,
    text: [
      '签名所用的密钥在 {at} 已作废，而这份证书是在作废之后写入日志的：签发日期 {day} 不可信（{why}）',
      'The key of the signature was revoked on {at}, and this certificate entered the log after that: its day of issue, {day}, is not to be believed ({why})',
    ],
  },
  'authority.keyRevokedUnlogged': {
    ok: null,
    text: [
      '签名所用的密钥后来作废（{at}）。没有日志证明签名早于作废，日期可能被倒填，无法判断：{why}',
      'The key of the signature was revoked later ({at}). No log proof shows that it was signed before, and a date can be written back; it cannot be judged: {why}',
    ],
  },
  'authority.otherInstitute': {
    ok: false,
    text: ['签名者是 {signer}，不是证书所写的 {institute}', 'The signer is {signer}, not {institute} as the certificate says'],
  },
  'authority.holdsForeign': {
    ok: true,
    text: [
      '签名者的证书链到受信任的根，{day} 有效；签名者就是 {institute}。授权范围未以可机读的形式写明',
      'The signer’s chain leads to a trusted root and was valid on {day}; the signer is {institute}. Its scope is not stated in a form for machines',
    ],
  },
  'authority.notCheckable': {
    ok: null,
    text: ['签名者的证书链无法在本机核验：{detail}', 'The signer’s chain cannot be checked here: {detail}'],
  },
  'authority.scopeNotBegun': {
    ok: false,
    text: ['检定日期 {day} 早于授权 {scope} 的生效日期 {from}', 'On the day of the test, {day}, the scope {scope} had not begun ({from})'],
  },
  'authority.scopeEnded': {
    ok: false,
    text: ['检定日期 {day} 已超出授权 {scope} 的有效期 {until}', 'On the day of the test, {day}, the scope {scope} had ended ({until})'],
  },
} as const;
