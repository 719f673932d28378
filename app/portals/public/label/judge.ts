import type { Label } from '@tongheng/seal/label/label';
import type { Answer } from '@tongheng/seal/verify/answer';
import { organizationOf } from '@tongheng/seal/verify/authority';
import { concluded } from '@tongheng/seal/verify/evidence';
import { examineLabel } from '@tongheng/seal/verify/label-part';
import { noTrust, type Trust } from '@tongheng/seal/verify/trust';
import { keyIdOf, readCertificate } from '@tongheng/seal/x509/certificate';

/** genuine · forged: content and signature do not belong together · unknownKey: the list does not hold the key · noTrust: there is no list. */
export type SignatureState = 'genuine' | 'forged' | 'unknownKey' | 'noTrust';

export type Judgement = {
  readonly signature: SignatureState;
  /** The institute whose key signed it. */
  readonly signer: string | null;
  readonly keyId: string | null;
  /** Whether that key was the institute's on the day of issue. */
  readonly authority: Answer;
  /** By its own words or by the key that signed it; hidden: by the key alone. */
  readonly demonstration: 'none' | 'marked' | 'hidden';
  readonly revocation: Answer;
  /** The instant of the list of what ended, as it states itself; null without one. */
  readonly listAsOf: string | null;
};

/** Only told, never relied on: whether the list may be used is in the answer. */
const asOfOf = (list: string | undefined): string | null => {
  const asOf = list?.split('\n', 3)[2] ?? '';
  return /^\d{4}-\d{2}-\d{2}T[\d:]{8}Z$/.test(asOf) ? asOf : null;
};

export type Known = {
  /** undefined: no list of trusted keys was ever read on this device. */
  readonly trust: Trust | undefined;
  /** The signed list of what ended, as text. */
  readonly revocations: string | undefined;
  /** The day by the server's clock, or by the device's: 'YYYY-MM-DD'. */
  readonly today: string;
};

const stateOf = (isSigned: boolean | null, trust: Trust | undefined): SignatureState =>
  trust === undefined ? 'noTrust' : isSigned === null ? 'unknownKey' : isSigned ? 'genuine' : 'forged';

/** What can be said of a label with what is known on this device: the answers of the one verifier, without its readers of XML and PDF. */
export async function judgeLabel(label: Label, { trust, revocations, today }: Known): Promise<Judgement> {
  const evidence = await examineLabel(label.digits, {}, trust ?? noTrust);
  if (!('form' in evidence)) throw new RangeError('a label that was read is read again');
  const options = { at: today, ...(revocations === undefined ? {} : { revocations }) };
  const { authority, revocation } = (await concluded(evidence, options, trust)).verification;
  const [leaf] = evidence.signer ?? [];
  const certificate = leaf === undefined ? undefined : readCertificate(leaf);
  return {
    signature: stateOf(evidence.isSigned, trust),
    signer: certificate === undefined ? null : organizationOf(certificate),
    keyId: certificate === undefined || label.algorithm === 'sm2' ? null : keyIdOf(certificate.spki),
    authority,
    demonstration: label.claims.demonstration ? 'marked' : /demonstration/i.test(authority.code) ? 'hidden' : 'none',
    revocation,
    listAsOf: asOfOf(revocations),
  };
}
