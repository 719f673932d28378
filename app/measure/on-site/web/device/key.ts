/** The key of this device: made here, never leaves it, signs what is delivered from it. */

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** False where the page is not served over https: browsers then keep cryptography and offline work from it. */
export const canSign = (): boolean => window.isSecureContext && 'subtle' in crypto && 'indexedDB' in window;

const toText = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const toAddressText = (bytes: ArrayBuffer): string => toText(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

export async function makeKeys(): Promise<{ keys: CryptoKeyPair; publicKey: string }> {
  const keys = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  return { keys, publicKey: toText(await crypto.subtle.exportKey('spki', keys.publicKey)) };
}

export async function signText(keys: CryptoKeyPair, text: string): Promise<string> {
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, new TextEncoder().encode(text));
  return toAddressText(signature);
}

export async function digestOf(content: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A UUID of version 4; Chromium 90 has no crypto.randomUUID. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
