/** Log and revocation: what is known beside the certificate itself. */
export const evidenceReasons = {
  'log.included': {
    ok: true,
    text: [
      '已写入透明日志 {origin}，序号 {index}（日志共 {size} 条）；联署 {witnesses} 个',
      'It stands in the transparency log {origin} as entry {index} of {size}; cosigned by {witnesses} witnesses',
    ],
  },
  'log.notGiven': {
    ok: null,
    text: [
      '没有给出日志证明（.tlog-proof），无法判断是否写入透明日志',
      'No proof (.tlog-proof) was given; whether it stands in the log cannot be judged',
    ],
  },
  'log.noKey': {
    ok: null,
    text: ['没有受信任的日志公钥，无法检查日志证明', 'No trusted key of a log is at hand; the proof cannot be checked'],
  },
  'log.unknownLog': {
    ok: null,
    text: [
      '日志证明来自未受信任的日志 {origin}，无法判断',
      'The proof is of a log that is not trusted here ({origin}); it cannot be judged',
    ],
  },
  'log.noRecord': {
    ok: null,
    text: [
      '所给内容不含原始记录，无法与日志中的摘要对应；查验标签时可一并给出 record.json 或证书本身',
      'What was given holds no record that could be compared with the digest in the log; with a label give its record.json too, or the certificate itself',
    ],
  },
  'log.badCheckpoint': {
    ok: false,
    text: ['日志检查点的签名无效', 'The signature of the log’s checkpoint is not valid'],
  },
  'log.badProof': {
    ok: false,
    text: ['日志证明与检查点不符：这份证书不在该日志中', 'The proof does not lead to the checkpoint: this certificate is not in that log'],
  },
  'log.malformed': { ok: false, text: ['日志证明无法读取：{detail}', 'The proof cannot be read: {detail}'] },
  'log.otherCertificate': {
    ok: false,
    text: ['日志证明属于另一份证书（{number}）或另一份内容', 'The proof belongs to another certificate ({number}) or to another content'],
  },
  'log.forked': {
    ok: false,
    text: [
      '日志出现分叉：所给检查点与已知的检查点（{size} 条）不能同属一个日志。请保留证据并报告',
      'The log is forked: this checkpoint and the known one ({size} entries) cannot be of one log. Keep the evidence and report it',
    ],
  },
  'log.localDiffers': {
    ok: false,
    text: [
      '日志证明与本地日志副本不一致，日志可能分叉。请保留证据并报告',
      'The proof does not agree with the local copy of the log; the log may be forked. Keep the evidence and report it',
    ],
  },
  'log.notInCopy': {
    ok: null,
    text: [
      '所给日志副本 {origin}（{size} 条）中没有这份证书；副本可能早于签发',
      'The copy of the log {origin} ({size} entries) does not hold this certificate; the copy may be older than the certificate',
    ],
  },
  'log.notRead': { ok: null, text: ['文件未能读取，没有检查日志', 'The file could not be read; the log was not checked'] },
  'revocation.notListed': {
    ok: true,
    text: ['截至 {asOf}，不在作废名单中', 'As of {asOf} it is not on the list of revoked certificates'],
  },
  'revocation.notListedStale': {
    ok: null,
    text: [
      '名单截至 {asOf}，当时没有作废；名单已旧（{days} 天），请取新名单',
      'The list is of {asOf}; it was not revoked then. The list is old ({days} days): fetch a newer one',
    ],
  },
  'revocation.listBeforeIssue': {
    ok: null,
    text: [
      '名单截至 {asOf}，早于签发日期 {day}，不能说明这份证书',
      'The list is of {asOf}, before the day of issue {day}; it says nothing of this certificate',
    ],
  },
  'revocation.clock': {
    ok: null,
    text: [
      '本机时钟（{at}）早于{what} {day}，时钟不准；请校准后再查',
      'The clock of this device ({at}) is before {what} {day}: it is wrong. Set it and check again',
    ],
  },
  'revocation.expired': {
    ok: true,
    text: ['截至 {asOf} 没有作废；有效期 {until} 已过', 'As of {asOf} it was not revoked; its last day, {until}, is over'],
  },
  'revocation.revoked': {
    ok: false,
    text: ['已于 {day} 作废（名单截至 {asOf}）', 'Revoked on {day} (list of {asOf})'],
  },
  'revocation.replaced': {
    ok: false,
    text: ['已于 {day} 被 {by} 代替（名单截至 {asOf}）', 'Replaced on {day} by {by} (list of {asOf})'],
  },
  'revocation.notGiven': {
    ok: null,
    text: [
      '没有给出作废名单，无法判断是否已作废或被代替',
      'No list of revoked certificates was given; whether it was revoked or replaced cannot be judged',
    ],
  },
  'revocation.badList': {
    ok: null,
    text: ['作废名单不可用：{detail}', 'The list of revoked certificates cannot be used: {detail}'],
  },
  'revocation.noNumber': {
    ok: null,
    text: ['没有本平台的证书编号，无法查作废名单', 'There is no number of this platform that could be looked up in the list'],
  },
  'revocation.foreign': {
    ok: null,
    text: ['其他机构的证书，作废情况请向出具机构查询', 'A certificate of another system: ask its issuer whether it was revoked'],
  },
  'revocation.notRead': { ok: null, text: ['文件未能读取，没有查作废名单', 'The file could not be read; no list was looked at'] },
} as const;
