/**
 * Whether the signer was entitled to: a chain to a trusted root that was valid on the day of issue, the institute that the certificate names, its
 * scope on the day of the test, and a key that was not revoked before. What cannot be known here is null.
 */
import { isDemonstration, keyIdOf, readCertificate, type Certificate } from '../x509/certificate.ts';
import { chainReasonTexts, checkChain, type ChainReason } from '../x509/chain.ts';
import { InvalidEncoding } from '../encoding.ts';
import { partOf, printName } from '../x509/name.ts';
import type { Answer, Text } from './answer.ts';
import { dayInChina, readableInstant } from './day.ts';
import { answerOf } from './reasons.ts';
import type { RevokedKey, Trust } from './trust.ts';

/** What the certificate itself says about who signs it and by which right. */
export type Claimed = {
  readonly institute: string;
  /** Its unified social credit code; null: not stated. */
  readonly creditCode: string | null;
  /** The code that its numbers begin with; null: not of this platform. */
  readonly issuer: string | null;
  /** The day of issue, 'YYYY-MM-DD'. */
  readonly day: string;
  readonly testedOn: string | null;
  readonly scope: { readonly document: string; readonly item: string; readonly from: string; readonly validUntil: string | null } | null;
  readonly demonstration: boolean;
  /** false: a certificate of another system, which states no scope in a form that is known here. */
  readonly isOurs: boolean;
  /** A label names its institute by code only, and no scope. */
  readonly isLabel: boolean;
};

export type Authority = {
  /** Certificates in DER, the signer's first; undefined: the signature names none. */
  readonly signer: readonly Uint8Array[] | undefined;
  readonly signature: boolean | null;
  /** null: nothing is stated that the signer could be held against. */
  readonly claimed: Claimed | null;
  /** undefined: no list was given. */
  readonly trust: Trust | undefined;
  /** Its place in the log where that is proven. */
  readonly logIndex: number | null;
};

function readOne(certificate: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(certificate);
  } catch (error) {
    if (error instanceof InvalidEncoding) return undefined;
    throw error;
  }
}

/** The organization that a certificate was issued to. */
export const organizationOf = ({ subject }: Certificate): string => partOf(subject, 'O') ?? partOf(subject, 'CN') ?? printName(subject);

/** How names of institutes are compared: width, case and white space make no difference. */
const plainName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/** By the registered number where both state it, else by name: an institute may be renamed, its number stays. */
function isSameInstitute(signer: Certificate, { institute, creditCode }: Claimed): boolean {
  const registered = partOf(signer.subject, 'organizationIdentifier');
  return registered !== undefined && creditCode !== null
    ? plainName(registered).endsWith(plainName(creditCode))
    : plainName(organizationOf(signer)) === plainName(institute);
}

/** A revoked key: good where the log shows that it had signed before, wrong where it shows or the day says that it had not. */
function revocationOf(
  path: readonly Certificate[],
  revokedKeys: readonly RevokedKey[],
  day: string,
  logIndex: number | null,
): Answer | undefined {
  for (const { spki } of path) {
    const found = revokedKeys.find(({ keyId }) => keyId === keyIdOf(spki));
    if (found === undefined) continue;
    const places = { at: readableInstant(found.at), day, why: found.reason };
    const revokedOn = dayInChina(found.at);
    if (revokedOn === undefined || revokedOn < day || found.logSize === null) return answerOf('authority.keyRevoked', places);
    if (logIndex === null) return answerOf('authority.keyRevokedUnlogged', places);
    if (logIndex >= found.logSize) return answerOf('authority.keyRevokedLogged', places);
  }
  return undefined;
}

function scopeAnswer({ scope, testedOn, institute, day, isOurs }: Claimed): Answer {
  if (scope === null) return answerOf(isOurs ? 'authority.holdsWithoutScope' : 'authority.holdsForeign', { institute, day });
  const named: Text = [`${scope.document}（${scope.item}）`, `${scope.document} (${scope.item})`];
  if (testedOn !== null && testedOn < scope.from)
    return answerOf('authority.scopeNotBegun', { day: testedOn, scope: named, from: scope.from });
  if (testedOn !== null && scope.validUntil !== null && testedOn > scope.validUntil)
    return answerOf('authority.scopeEnded', { day: testedOn, scope: named, until: scope.validUntil });
  return answerOf('authority.holds', { day, institute, scope: named });
}

const unjudged: readonly ChainReason[] = ['unknownRoot', 'notCheckable'];

/** The answer about the signer; of several faults the gravest is said. */
export async function authorityAnswer({ signer, signature, claimed, trust, logIndex }: Authority): Promise<Answer> {
  const [leaf, ...others] = signer ?? [];
  const own = leaf === undefined ? undefined : readOne(leaf);
  // Certificates beside the signer's are not signed along: only its own, and those of the path below, say what it is.
  if (own !== undefined && isDemonstration(own))
    return answerOf(claimed?.isOurs === true && !claimed.demonstration ? 'authority.hiddenDemonstration' : 'authority.demonstration');
  if (claimed === null)
    return own === undefined || signature !== true
      ? answerOf('authority.noSigner')
      : answerOf('authority.onlySigner', { signer: printName(own.subject) });
  const { day, institute } = claimed;
  if (claimed.demonstration) return answerOf('authority.demonstrationMarked');
  if (signature !== true) return answerOf('authority.noSigner');
  if (leaf === undefined || own === undefined) return answerOf('authority.signerNotNamed');
  if (trust === undefined || trust.roots.length === 0) return answerOf('authority.noTrust');
  const { ok, reason, reasons, path } = await checkChain(leaf, others, trust.roots, day);
  if (reasons.includes('demonstrationRoot')) return answerOf('authority.demonstration');
  if (!ok && reason !== 'trusted') {
    if (reason === 'notYetValid' || reason === 'expired')
      return answerOf('authority.notValidThen', { day, from: own.notBefore, to: own.notAfter });
    if (reason === 'unknownRoot') return answerOf('authority.unknownRoot');
    return answerOf(unjudged.includes(reason) ? 'authority.notCheckable' : 'authority.chainBroken', { detail: chainReasonTexts[reason] });
  }
  const revoked = revocationOf(path, trust.revokedKeys, day, logIndex);
  if (revoked !== undefined) return revoked;
  const signedBy = organizationOf(own);
  if (!claimed.isLabel && !isSameInstitute(own, claimed)) return answerOf('authority.otherInstitute', { signer: signedBy, institute });
  // The code of the institute stands in its certificate once it had issued; numbers of another one it may not sign.
  const code = partOf(own.subject, 'serialNumber');
  if (claimed.issuer !== null && code !== undefined && code !== claimed.issuer)
    return answerOf('authority.otherIssuer', { issuer: claimed.issuer, signer: signedBy, code });
  if (claimed.isLabel)
    return code === undefined
      ? answerOf('authority.labelIssuerUnknown', { signer: signedBy })
      : answerOf('authority.labelHolds', { institute: signedBy, day });
  return scopeAnswer(claimed);
}
