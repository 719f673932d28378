import { shortText, labelText } from '@tongheng/seal/label/label-text';
import { mostKindBytes, recordDigestBytes, type LabelClaims } from '@tongheng/seal/label/claims';
import { printLabel, type LabelSigner } from '@tongheng/seal/label/label';
import type { CertificateRecord } from '@tongheng/seal/record';
import { readCertificate } from '@tongheng/seal/x509/certificate';
import { instrumentKinds, type InstrumentKind } from '../../../register/catalogue/rules/kinds.ts';
import type { Signer } from '../../signing-key/service/signer.ts';

const results = { certificate: 'pass', notice: 'fail', calibration: 'none' } as const;

/**
 * The number that somebody can look for on the instrument: of the seals that were put on, or of the verification sticker where there is no seal.
 */
function sealOf({ seals }: CertificateRecord['verification']): string {
  const applied = seals.filter(({ action }) => action === 'applied');
  const own = applied.filter(({ kind }) => kind === 'seal');
  return (own.length > 0 ? own : applied).map(({ number }) => number).join(' ');
}

/** The kind in words; a record of a kind that the catalogue no longer has names the instrument itself. */
const kindOf = ({ kind, name }: CertificateRecord['instrument']): string =>
  kind in instrumentKinds ? instrumentKinds[kind as InstrumentKind].text[0] : name;

/** What the label of a certificate says. A long serial number is cut and known by its digest: see label-text.ts of the package. */
export const labelClaimsOf = (record: CertificateRecord, digest: string): LabelClaims => ({
  number: record.number,
  issuer: record.issuer,
  serial: labelText(record.instrument.serial),
  kind: shortText(kindOf(record.instrument), mostKindBytes) || '—',
  testedOn: record.verification.testedOn,
  issuedOn: record.issuedOn,
  validUntil: record.kind === 'notice' ? null : record.validUntil,
  result: results[record.kind],
  seal: labelText(sealOf(record.verification)),
  recordDigest: digest.slice(0, 2 * recordDigestBytes),
  demonstration: record.demonstration,
});

/** The institute's key for labels: ECDSA P-256, which each phone checks, or SM2 beside it. */
export function labelSignerOf(signer: Signer, algorithm: LabelSigner['algorithm'] = 'ecdsa-p256'): LabelSigner {
  if (algorithm === 'sm2') return { algorithm, publicKey: signer.sm2PublicKey, sign: signer.signSm2 };
  const [leaf] = signer.chain;
  if (leaf === undefined) throw new RangeError('a signer without its certificate');
  return { algorithm, publicKey: readCertificate(leaf).spki, sign: signer.sign };
}

/** The text of a certificate's QR code. `digest`: SHA-256 of the canonical record, 64 hexadecimal digits. */
export const printLabelOf = (record: CertificateRecord, digest: string, signer: Signer, publicUrl: string): Promise<string> =>
  printLabel(labelClaimsOf(record, digest), labelSignerOf(signer), publicUrl);
