/** Why a text is no label of a certificate. Nothing else is thrown by the reading of one, whatever the bytes are. */

/**
 * no-label: something else than a label · too-long · broken: its digits or its CBOR are damaged or cut off · trailing: something follows ·
 * not-canonical: not in the one form of these facts · duplicate: something stands twice · not-signed: no COSE_Sign1 · header: a parameter that is
 * unknown, missing or unprotected · claim: a statement that is unknown, missing, of another type or out of its bounds.
 */
export type InvalidLabelCode =
  | 'no-label'
  | 'too-long'
  | 'broken'
  | 'trailing'
  | 'not-canonical'
  | 'duplicate'
  | 'not-signed'
  | 'header'
  | 'claim';

const reasons: Readonly<Record<InvalidLabelCode, readonly [zh: string, en: string]>> = {
  'no-label': ['这不是本平台证书标签的二维码', 'this is not the QR code of a certificate label'],
  'too-long': ['内容超出标签的长度', 'it is longer than a label can be'],
  broken: ['内容损坏或不完整', 'it is damaged or cut off'],
  trailing: ['内容后面多出了数据', 'something follows where it should end'],
  'not-canonical': ['编码不是规定的唯一形式', 'it is not encoded in the one form that is laid down'],
  duplicate: ['同一项出现两次', 'something is stated twice'],
  'not-signed': ['其中没有签名结构', 'it holds no signed structure'],
  header: ['签名的说明项缺失或无法识别', 'a parameter of its signature is missing or unknown'],
  claim: ['内容项缺失、无法识别或超出范围', 'one of its statements is missing, unknown or out of bounds'],
};

/** Thrown for a text that is no label; `reason` says it in both languages, `place` where it is known. */
export class InvalidLabel extends Error {
  override readonly name = 'InvalidLabel';
  readonly code: InvalidLabelCode;
  /** Which part, such as 'serial' or 'header 2'; '' for the whole. */
  readonly place: string;
  readonly reason: readonly [zh: string, en: string];
  constructor(code: InvalidLabelCode, place = '') {
    const [zh, en] = reasons[code];
    super(place === '' ? en : `${place}: ${en}`);
    this.code = code;
    this.place = place;
    this.reason = place === '' ? [zh, en] : [`${zh}（${place}）`, `${en} (${place})`];
  }
}
