/** The key in a certificate, before anything else is asked of it (RFC 5280 §4.1). */
import { toHex } from '../encoding.ts';

type Value = { readonly tag: number; readonly start: number; readonly body: number; readonly end: number };

function valueAt(der: Uint8Array, start: number, limit: number): Value | undefined {
  const [tag, first] = [der[start], der[start + 1]];
  if (tag === undefined || first === undefined || (tag & 31) === 31) return undefined;
  const count = first < 128 ? 0 : first - 128;
  if (count > 4 || first === 128) return undefined;
  let length = count === 0 ? first : 0;
  for (let place = 0; place < count; place += 1) length = length * 256 + (der[start + 2 + place] ?? 0);
  const body = start + 2 + count;
  return body + length > limit ? undefined : { tag, start, body, end: body + length };
}

/** The SubjectPublicKeyInfo in DER; undefined for what is no certificate. */
export function publicKeyIn(certificate: Uint8Array): Uint8Array | undefined {
  const whole = valueAt(certificate, 0, certificate.length);
  const signed = whole?.tag === 0x30 && whole.end === certificate.length ? valueAt(certificate, whole.body, whole.end) : undefined;
  if (signed?.tag !== 0x30) return undefined;
  const fields: Value[] = [];
  for (let at = signed.body; at < signed.end && fields.length < 8;) {
    const field = valueAt(certificate, at, signed.end);
    if (field === undefined) return undefined;
    // The version stands in [0] and is left out in certificates of version 1.
    if (field.tag !== 0xa0) fields.push(field);
    at = field.end;
  }
  const key = fields[5];
  return key?.tag === 0x30 ? certificate.slice(key.start, key.end) : undefined;
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
