/** A city that signs labels, without a server: a root, one institute with its two keys, and the signed list of what ended. */
import { generateKeyPairSync, randomBytes, sign as nodeSign } from 'node:crypto';
import type { LabelClaims } from '@tongheng/seal/label/claims';
import { labelText } from '@tongheng/seal/label/label-text';
import type { LabelSigner } from '@tongheng/seal/label/label';
import { printNote, signNote } from '@tongheng/seal/log/note';
import { printVerifierKey, verifierKey } from '@tongheng/seal/log/verifier-key';
import { spkiOf, type Sign } from '@tongheng/seal/signature';
import { signSm2, sm2PublicKey } from '@tongheng/seal/sm2';
import { printRevocationList, type Ending } from '@tongheng/seal/verify/revocation-list';
import { keyIdOf, readCertificate } from '@tongheng/seal/x509/certificate';
import { issueCertificate } from '@tongheng/seal/x509/issue';
import { toPem } from '@tongheng/seal/x509/pem';

export const institute = '海安市计量检定测试所';
export const claims: LabelClaims = {
  number: '320685A2026000017M',
  issuer: '320685A',
  serial: labelText('20260017'),
  kind: '电子计价秤',
  testedOn: '2026-11-24',
  issuedOn: '2026-11-25',
  validUntil: '2027-11-23',
  result: 'pass',
  seal: labelText('F-0417'),
  recordDigest: '00112233445566778899aabbccddeeff',
  demonstration: false,
};

export function newSigner(): LabelSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    algorithm: 'ecdsa-p256',
    publicKey: Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' })),
    sign: (message) => Promise.resolve(Uint8Array.from(nodeSign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }))),
  };
}

export async function newSm2Signer(): Promise<LabelSigner> {
  const secret = Uint8Array.from([1, ...randomBytes(31)]);
  return { algorithm: 'sm2', publicKey: spkiOf('sm2', await sm2PublicKey(secret)), sign: (message) => signSm2(secret, message) };
}

const log = generateKeyPairSync('ed25519');
const logKey = verifierKey(
  'jl.example/log',
  'ed25519',
  Uint8Array.from(log.publicKey.export({ type: 'spki', format: 'der' }).subarray(12)),
);
const signList: Sign = (message) => Promise.resolve(Uint8Array.from(nodeSign(null, message, log.privateKey)));

/** The list of what ended as the city publishes it. */
export async function listOf(endings: readonly Ending[], asOf = '2026-11-26T00:00:00Z'): Promise<string> {
  const text = printRevocationList({ origin: 'jl.example/log', asOf, endings });
  return printNote({ text, signatures: [await signNote(text, logKey, signList)] });
}

const serial = (): Uint8Array => Uint8Array.from([0x40, ...randomBytes(11)]);
const span = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2028-01-01T00:00:00Z' };

export type LabelCity = {
  /** As the public address of trusted keys answers. */
  readonly trustText: (revokedKeys?: readonly unknown[]) => string;
  readonly keys: LabelSigner;
  readonly sm2: LabelSigner;
  readonly keyId: string;
};

export async function openLabelCity(demonstration: boolean): Promise<LabelCity> {
  const [rootKeys, keys, sm2] = [newSigner(), newSigner(), await newSm2Signer()];
  const mark = demonstration ? '（演示·无效）' : '';
  const root = await issueCertificate(
    { kind: 'root', subject: [{ type: 'O', value: `南通市${mark}` }], spki: rootKeys.publicKey, serial: serial(), ...span, demonstration },
    rootKeys.sign,
  );
  const certify = async ({ publicKey }: LabelSigner): Promise<string> => {
    const subject = [
      { type: 'O', value: institute },
      { type: 'serialNumber', value: '320685A' },
    ] as const;
    const to = {
      kind: 'signer',
      subject,
      spki: publicKey,
      issuer: readCertificate(root),
      serial: serial(),
      ...span,
      demonstration,
    } as const;
    return toPem('CERTIFICATE', await issueCertificate(to, rootKeys.sign));
  };
  const keyId = keyIdOf(keys.publicKey);
  const signer = { keyId, institute, certificate: await certify(keys), sm2Certificate: await certify(sm2), state: 'active' };
  const trust = { format: 'tongheng-trust/1', city: '南通市', demonstration, asOf: '2026-11-26', roots: [toPem('CERTIFICATE', root)] };
  const trustText = (revokedKeys: readonly unknown[] = []): string =>
    JSON.stringify({
      trust: { ...trust, signers: [signer], logKeys: [printVerifierKey(logKey)], witnesses: [], revokedKeys },
      signature: null,
    });
  return { trustText, keys, sm2, keyId };
}
