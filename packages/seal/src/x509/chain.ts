/**
 * Whether a certificate was good at a time: a bounded check of its path to a trusted root (RFC 5280 §6 without policies and name constraints).
 * It answers with every reason that holds, the gravest first, and never with a lesser one in its place.
 */
import { InvalidEncoding, toHex } from '../encoding.ts';
import { isDemonstration, readCertificate, type Certificate } from './certificate.ts';
import { secondsOf } from './instant.ts';
import { checkScheme } from './scheme.ts';

/** From the gravest to the least. */
export const chainReasons = [
  'unreadable',
  'badSignature',
  'notCheckable',
  'demonstrationRoot',
  'unknownRoot',
  'notAuthority',
  'pathTooLong',
  'wrongUsage',
  'unknownExtension',
  'notYetValid',
  'expired',
] as const;
export type ChainReason = (typeof chainReasons)[number];

export const chainReasonTexts: Readonly<Record<ChainReason | 'trusted', readonly [zh: string, en: string]>> = {
  trusted: ['证书链完整，签名日有效', 'The chain is whole and was valid at the date of signing'],
  unreadable: ['证书无法读取', 'A certificate cannot be read'],
  badSignature: ['证书链中有一处签名不符', 'A signature in the chain is false'],
  notCheckable: ['证书链使用了本机无法核验的算法', 'The chain uses an algorithm that cannot be checked here'],
  demonstrationRoot: ['由演示根证书签发，仅供演示，无效力', 'Issued under the demonstration root: for demonstration only, without effect'],
  unknownRoot: ['根证书不在所用的信任名单中', 'Its root is not in the list of trust that was used'],
  pathTooLong: ['证书链超过允许的长度', 'The chain is longer than allowed'],
  notAuthority: ['链中有证书无权签发证书', 'A certificate in the chain may not issue certificates'],
  wrongUsage: ['证书的密钥用途不含签名', 'The key may not be used for signatures'],
  unknownExtension: ['证书含有无法识别的关键扩展', 'A certificate has a critical extension that is not understood'],
  notYetValid: ['签名日早于证书的生效时间', 'The date of signing lies before the certificate became valid'],
  expired: ['签名日晚于证书的失效时间', 'The date of signing lies after the certificate had expired'],
};

export type ChainAnswer = {
  readonly ok: boolean;
  readonly reason: ChainReason | 'trusted';
  /** Every reason that holds; empty when the chain is trusted. */
  readonly reasons: readonly ChainReason[];
  /** The certificates that were used, the leaf first, as far as they could be followed. */
  readonly path: readonly Certificate[];
};

/** A path longer than this is refused unseen. */
const mostCertificates = 8;
const mostCandidates = 32;

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** From and until in seconds; a day is the whole day in China (UTC+8), since a signature that names only its day was made some time in it. */
function spanOf(at: string): readonly [number, number] {
  if (dayPattern.test(at)) {
    const start = secondsOf(`${at}T00:00:00+08:00`);
    return [start, start + 86_399];
  }
  const instant = secondsOf(at);
  return [instant, instant];
}

const isIssuedUnder = (child: Certificate, parent: Certificate): boolean =>
  child.issuer.der === parent.subject.der &&
  (child.authorityKeyId === null || parent.subjectKeyId === null || child.authorityKeyId === parent.subjectKeyId);

const same = (a: Certificate, b: Certificate): boolean => toHex(a.der) === toHex(b.der);

type Step = { readonly parent: Certificate } | { readonly reason: ChainReason };

/** The certificate above: of those with the right name the one whose key signed it, a trusted root before others. */
async function stepUp(child: Certificate, candidates: readonly Certificate[]): Promise<Step> {
  const named = candidates.filter((candidate) => isIssuedUnder(child, candidate));
  let uncheckable = false;
  for (const candidate of named) {
    const answer = await checkScheme(child.scheme, candidate.spki, child.signed.whole, child.signature);
    if (answer === true) return { parent: candidate };
    if (answer === undefined) uncheckable = true;
  }
  if (named.length === 0) return { reason: isDemonstration(child) ? 'demonstrationRoot' : 'unknownRoot' };
  return { reason: uncheckable ? 'notCheckable' : 'badSignature' };
}

function* reasonsOf(path: readonly Certificate[], at: string): Generator<ChainReason> {
  const [from, until] = spanOf(at);
  for (const [index, certificate] of path.entries()) {
    const { keyUsage } = certificate;
    if (isDemonstration(certificate)) yield 'demonstrationRoot';
    if (certificate.unknownCritical.length > 0) yield 'unknownExtension';
    if (!(until >= secondsOf(certificate.notBefore))) yield 'notYetValid';
    if (!(from <= secondsOf(certificate.notAfter))) yield 'expired';
    if (index === 0) {
      if (keyUsage !== null && !keyUsage.has('digitalSignature') && !keyUsage.has('nonRepudiation')) yield 'wrongUsage';
      continue;
    }
    if (!certificate.isAuthority || (keyUsage !== null && !keyUsage.has('keyCertSign'))) yield 'notAuthority';
    const below = path.slice(1, index).filter((other) => other.subject.der !== other.issuer.der).length;
    if (certificate.pathLength !== null && below > certificate.pathLength) yield 'pathTooLong';
  }
}

/** A certificate in DER; undefined for bytes that are none. */
function readOrNone(bytes: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(bytes);
  } catch (error) {
    if (error instanceof InvalidEncoding) return undefined;
    throw error;
  }
}

const answer = (reasons: Iterable<ChainReason>, path: readonly Certificate[]): ChainAnswer => {
  const found = new Set(reasons);
  const ordered = chainReasons.filter((reason) => found.has(reason));
  return { ok: ordered.length === 0, reason: ordered[0] ?? 'trusted', reasons: ordered, path };
};

/**
 * Follows `leaf` over `others` to one of `anchors` (all in DER) and says whether it was good for signatures `at` an instant (ISO 8601) or on a
 * day ('YYYY-MM-DD'). A demonstration is refused even where its root is among the anchors.
 */
export async function checkChain(
  leaf: Uint8Array,
  others: readonly Uint8Array[],
  anchors: readonly Uint8Array[],
  at: string,
): Promise<ChainAnswer> {
  const first = readOrNone(leaf);
  if (first === undefined) return answer(['unreadable'], []);
  if (others.length + anchors.length > mostCandidates) return answer(['pathTooLong'], [first]);
  const roots = anchors.flatMap((bytes) => readOrNone(bytes) ?? []);
  const given = others.flatMap((bytes) => readOrNone(bytes) ?? []);
  const path: Certificate[] = [first];
  const isRoot = (certificate: Certificate): boolean => roots.some((root) => same(root, certificate));
  for (let current = first; !isRoot(current);) {
    if (path.length === mostCertificates) return answer(['pathTooLong', ...reasonsOf(path, at)], path);
    const step = await stepUp(
      current,
      [...roots, ...given].filter((candidate) => !path.some((used) => same(used, candidate))),
    );
    if ('reason' in step) {
      // A root that signs itself and is not trusted ends the path: its own signature must hold, or the bytes were changed.
      const isSelfSigned = current.subject.der === current.issuer.der;
      const holds = isSelfSigned ? await checkScheme(current.scheme, current.spki, current.signed.whole, current.signature) : undefined;
      const reason = holds === false && step.reason !== 'badSignature' ? 'badSignature' : step.reason;
      return answer([reason, ...reasonsOf(path, at)], path);
    }
    current = step.parent;
    path.push(current);
  }
  return answer(reasonsOf(path, at), path);
}
