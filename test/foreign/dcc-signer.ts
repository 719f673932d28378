/** Signers for the tests: a root and a key of P-256 made here, or keys of other kinds made by OpenSSL. */
import { webcrypto } from 'node:crypto';
import { issueCertificate } from '@tongheng/seal/x509/issue';
import { readCertificate } from '@tongheng/seal/x509/certificate';
import { toPem } from '@tongheng/seal/x509/pem';
import type { Sign } from '@tongheng/seal/signature';

export type TestSigner = { readonly chain: readonly Uint8Array[]; readonly sign: Sign; readonly rootPem: string };

async function keyPair(): Promise<{ readonly spki: Uint8Array; readonly sign: Sign }> {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const sign: Sign = async (message) =>
    new Uint8Array(await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, Uint8Array.from(message)));
  return { spki: new Uint8Array(await webcrypto.subtle.exportKey('spki', pair.publicKey)), sign };
}

const days = { notBefore: '2026-01-01T00:00:00.000Z', notAfter: '2036-01-01T00:00:00.000Z', demonstration: false } as const;

export async function testSigner(): Promise<TestSigner> {
  const [root, own] = [await keyPair(), await keyPair()];
  const rootDer = await issueCertificate(
    {
      ...days,
      kind: 'root',
      subject: [{ type: 'CN', value: 'Test root' }],
      spki: root.spki,
      serial: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    },
    root.sign,
  );
  const signerDer = await issueCertificate(
    {
      ...days,
      kind: 'signer',
      subject: [{ type: 'CN', value: '测试所' }],
      spki: own.spki,
      issuer: readCertificate(rootDer),
      serial: Uint8Array.of(2, 2, 3, 4, 5, 6, 7, 8),
    },
    root.sign,
  );
  return { chain: [signerDer, rootDer], sign: own.sign, rootPem: toPem('CERTIFICATE', rootDer) };
}
