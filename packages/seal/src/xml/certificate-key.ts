/** The key in a certificate, before anything else is asked of it (RFC 5280 §4.1). */
import { InvalidEncoding, toHex } from '../encoding.ts';
import { contextTag, readDer, sequenceOf } from '../x509/der.ts';

/** The SubjectPublicKeyInfo in DER; undefined for what is no certificate. */
export function publicKeyIn(certificate: Uint8Array): Uint8Array | undefined {
  try {
    const [signed] = sequenceOf(readDer(certificate));
    // The version stands in [0] and is left out in certificates of version 1.
    const fields = sequenceOf(signed).filter(({ tag }) => tag !== contextTag(0));
    return fields[5]?.whole;
  } catch (error) {
    if (error instanceof InvalidEncoding) return undefined;
    throw error;
  }
}

const curves = [
  ['06082a8648ce3d030107', 'P-256'],
  ['06052b81040022', 'P-384'],
  ['06052b81040023', 'P-521'],
] as const;

/** The curve of a key for ECDSA; undefined for another curve and for another kind of key. */
export function curveOf(spki: Uint8Array): 'P-256' | 'P-384' | 'P-521' | undefined {
  const head = toHex(spki.subarray(0, 32));
  return head.includes('06072a8648ce3d0201') ? curves.find(([identifier]) => head.includes(identifier))?.[1] : undefined;
}
