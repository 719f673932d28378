/** Keys made for a test: a root of its own and an institute below it. */
import { readCertificate } from '@tongheng/seal/x509/certificate';
import { issueCertificate } from '@tongheng/seal/x509/issue';
import type { PdfSigner } from '@tongheng/seal/pdf/signature';

async function makeKey() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  return {
    spki: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    pkcs8: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
    sign: async (message: Uint8Array): Promise<Uint8Array> =>
      new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, Uint8Array.from(message))),
  };
}

export async function makeSigner(): Promise<PdfSigner & { readonly pkcs8: Uint8Array }> {
  const [root, leaf] = [await makeKey(), await makeKey()];
  const span = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2046-01-01T00:00:00Z', demonstration: false };
  const authority = await issueCertificate(
    {
      kind: 'root',
      subject: [
        { type: 'C', value: 'CN' },
        { type: 'O', value: '测试计量机构根' },
      ],
      spki: root.spki,
      serial: new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]),
      ...span,
    },
    root.sign,
  );
  const institute = await issueCertificate(
    {
      kind: 'signer',
      subject: [
        { type: 'C', value: 'CN' },
        { type: 'O', value: '测试检定机构' },
        { type: 'CN', value: 'certificates' },
      ],
      spki: leaf.spki,
      issuer: readCertificate(authority),
      serial: new Uint8Array([1, 2, 3, 4, 5, 6, 7, 9]),
      ...span,
    },
    root.sign,
  );
  return { chain: [institute, authority], sign: leaf.sign, pkcs8: leaf.pkcs8 };
}
