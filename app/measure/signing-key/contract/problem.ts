import { problems } from '../../../kernel/problem.ts';

export const signingKeyProblems = problems('signing-key', {
  none: {
    kind: 'conflict',
    text: ['该机构尚无在用的签名密钥', 'The institute has no signing key in use'],
    next: [
      '证书已签发并保留，启用密钥后即可取得带签名的文件；请机构负责人在“签名密钥”中申请',
      'The certificate is issued and kept; its signed files can be had once there is a key: the institute’s manager asks for one under signing keys',
    ],
  },
  expired: {
    kind: 'conflict',
    text: ['签名密钥的证书已过期', 'The certificate of the signing key has expired'],
    next: ['请机构负责人申请更换密钥', 'The institute’s manager asks for a rotation of the key'],
  },
  sealedElsewhere: {
    kind: 'unavailable',
    text: [
      '签名密钥无法解密：主密钥文件缺失或不是原来的文件',
      'The signing key cannot be opened: the master key file is missing or another one',
    ],
    next: [
      '请系统管理员放回原来的 secrets.key（或 TONGHENG_SECRETS_KEY_FILE 所指文件）后重新启动；备份中不含该文件',
      'The system administrator brings the former secrets.key (or the file of TONGHENG_SECRETS_KEY_FILE) back and restarts; backups do not hold it',
    ],
  },
  deviceFailed: {
    kind: 'unavailable',
    text: ['密码设备没有给出有效答复', 'The device for keys gave no valid answer'],
    next: ['请检查设备与接口程序后重试', 'Check the device and its adapter, then try again'],
  },
  sealFailed: {
    kind: 'unavailable',
    text: ['电子印章服务没有给出可用的结果', 'The service of electronic seals gave nothing that could be used'],
    next: [
      '证书已签发并保留；请系统管理员检查电子印章服务（TONGHENG_SEAL_SERVICE）与印章，恢复后即可取得文件',
      'The certificate is issued and kept; the administrator looks at the service (TONGHENG_SEAL_SERVICE) and the seal, then its file can be had',
    ],
  },
  noDevice: {
    kind: 'conflict',
    text: ['本系统未连接密码设备', 'No device for keys is connected'],
    next: [
      '请系统管理员设置 TONGHENG_KEY_DEVICE，或选择由本系统加密保存',
      'The administrator sets TONGHENG_KEY_DEVICE, or choose a key sealed in this system',
    ],
  },
  notAnInstitute: {
    kind: 'forbidden',
    text: ['只有检定机构可以申请签名密钥', 'Only a verification institute asks for a signing key'],
    next: ['请由检定机构的负责人办理', 'Ask the manager of an institute'],
  },
  pending: {
    kind: 'conflict',
    text: ['已有一项申请等待批准', 'A request waits for its confirmation already'],
    next: ['请等待批准，或请系统管理员不予批准后重新申请', 'Wait, or let the system administrator decline it first'],
  },
  known: {
    kind: 'conflict',
    text: ['该密钥已登记', 'This key is recorded already'],
    next: ['请使用新的密钥', 'Use a new key'],
  },
  notARoot: {
    kind: 'invalid',
    text: ['不是自签名的根证书', 'Not the certificate of a root that signs itself'],
    next: ['请粘贴一份 PEM 格式的根证书', 'Paste one root certificate in PEM'],
  },
  decided: {
    kind: 'conflict',
    text: ['该申请已办结', 'This request was decided already'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  samePerson: {
    kind: 'forbidden',
    text: ['申请人不能批准自己的申请', 'Nobody confirms what they asked for themselves'],
    next: ['请另一位系统管理员批准', 'Another system administrator confirms it'],
  },
  noRoot: {
    kind: 'conflict',
    text: ['城市根密钥尚未启用', 'The city has no root in use'],
    next: [
      '请先启用城市根密钥；使用离线根或外部机构时，请附上其签发的证书',
      'Put the root of the city into use first; with an offline or external authority, give the certificate that it issued',
    ],
  },
  otherKey: {
    kind: 'invalid',
    text: ['证书不是这一密钥的', 'The certificate is one of another key'],
    next: ['请用本页下载的申请文件签发证书', 'Have the certificate issued from the request of this page'],
  },
  untrusted: {
    kind: 'invalid',
    text: [
      '证书链不能追溯到已启用的根证书，或不在有效期内、无签名用途',
      'The chain leads to no root in use here, or is not valid for signing today',
    ],
    next: ['请先登记并批准该根证书，再附上完整证书链', 'Record and confirm that root first, then give the whole chain'],
  },
  notInUse: {
    kind: 'conflict',
    text: ['该密钥未启用或已吊销', 'The key is not in use, or revoked already'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  revocationOpen: {
    kind: 'conflict',
    text: ['已有一项吊销申请等待批准', 'A revocation waits for its confirmation already'],
    next: ['请系统管理员办理', 'The system administrator decides it'],
  },
  noRevocation: {
    kind: 'conflict',
    text: ['没有待批准的吊销申请', 'No revocation waits for confirmation'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  inTheFuture: {
    kind: 'invalid',
    text: ['吊销生效时间不能晚于现在', 'A revocation does not begin in the future'],
    next: ['填写已知或怀疑失密的最早时间', 'Give the earliest moment at which it is known or suspected'],
  },
});
