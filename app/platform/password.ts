import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
// RFC 9106 §4, second recommended option scaled to a shared office server: 64 MiB would be 3 passes.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** Argon2id in PHC text; OWASP's minimum of 19 MiB and two passes. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: password, nonce, ...cost });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`;
}

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/;

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', tag = ''] = form.exec(stored) ?? [];
  if (memory === undefined) return false;
  const wanted = Buffer.from(tag, 'base64');
  const found = await derive('argon2id', {
    message: password,
    nonce: Buffer.from(nonce, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: wanted.length,
  });
  return timingSafeEqual(Buffer.from(found), wanted);
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four readable characters: 79 bits. */
export function oneTimePassword(): string {
  const characters = [...randomBytes(16)].map((byte) => letters[byte % letters.length] ?? 'x');
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4).join('')).join('-');
}
