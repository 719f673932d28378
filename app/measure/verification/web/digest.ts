import { canonical } from '@tongheng/seal/canonical';
import { sha256 } from '../rules/content-digest.ts';

const hexadecimal = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of bytes; by the browser, which computes it on securely served pages only, else by the program. */
export async function digestOfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  return subtle === undefined ? sha256(bytes) : hexadecimal(await subtle.digest('SHA-256', bytes));
}

/** SHA-256 of the canonical JSON of a result, as the server takes it (RFC 8785). */
export const digestOf = (value: unknown): Promise<string> => digestOfBytes(new TextEncoder().encode(canonical(value)));
