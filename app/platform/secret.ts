import { createCipheriv, createDecipheriv, hkdfSync, createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem, toStartProblem } from './start-problem.ts';

/**
 * Secrets at rest. The master key stands in a file beside the database and never in it: who has a copy of the database, or a backup, has only
 * what is sealed. Losing the file loses what was sealed under it.
 */
export type Secrets = {
  /** Names the master key: what it sealed begins with this name. */
  readonly keyId: string;
  /** Content that `open` gives back for the same purpose; another purpose cannot open it. */
  readonly seal: (content: string | Uint8Array, purpose: string) => string;
  readonly open: (sealed: string, purpose: string) => Uint8Array;
  /** Whether this master key sealed it. */
  readonly canOpen: (sealed: string) => boolean;
};

/** Thrown where something was sealed under another master key, or was changed since. */
export class SealedElsewhere extends Error {
  override readonly name = 'SealedElsewhere';
}

const format = 'sealed-1';
const keyBytes = 32;

/** Secrets under this master key of 32 bytes. */
export function openSecrets(masterKey: Uint8Array): Secrets {
  if (masterKey.byteLength !== keyBytes) throw new RangeError('a master key has 32 bytes');
  const keyId = createHash('sha256').update('tongheng secrets key id').update(masterKey).digest('hex').slice(0, 12);
  // AES-256-GCM under a key for each purpose (HKDF, RFC 5869): 96 random bits of nonce are far from exhausted, and purposes do not mix.
  const keyFor = (purpose: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(), `tongheng secret ${purpose}`, keyBytes));
  const prefix = `${format}.${keyId}.`;
  return {
    keyId,
    canOpen: (sealed) => sealed.startsWith(prefix),
    seal(content, purpose) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce).setAAD(Buffer.from(prefix));
      const hidden = Buffer.concat([cipher.update(content), cipher.final()]);
      return `${prefix}${Buffer.concat([nonce, hidden, cipher.getAuthTag()]).toString('base64url')}`;
    },
    open(sealed, purpose) {
      if (!sealed.startsWith(prefix)) throw new SealedElsewhere(`sealed under ${sealed.split('.')[1] ?? 'no key'}, not under ${keyId}`);
      const bytes = Buffer.from(sealed.slice(prefix.length), 'base64url');
      if (bytes.byteLength < 28) throw new SealedElsewhere('a sealed secret is cut off');
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(prefix)).setAuthTag(bytes.subarray(-16));
      try {
        return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]));
      } catch (error) {
        throw new SealedElsewhere('a sealed secret was changed, or sealed for another purpose', { cause: error });
      }
    },
  };
}

const line = /^tongheng-secrets-key-1 ([A-Za-z0-9_-]{43})\s*$/;

function readKey(file: string): Uint8Array {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartProblem('secretsUnreadable', { file }, { cause: error });
  }
  const [, key] = line.exec(text) ?? [];
  if (key === undefined) throw new StartProblem('secretsUnreadable', { file });
  return new Uint8Array(Buffer.from(key, 'base64url'));
}

/** Where the master key stands when no other file is named. */
export const secretsFile = (dataFolder: string): string => join(dataFolder, 'secrets.key');

/** The master key of the data folder, made at the first start; or that of the file that several servers share, which must exist. */
export function openSecretsFile(dataFolder: string, sharedFile?: string): Secrets {
  if (sharedFile !== undefined) return openSecrets(readKey(sharedFile));
  const file = secretsFile(dataFolder);
  if (!existsSync(file)) {
    const text = `tongheng-secrets-key-1 ${randomBytes(keyBytes).toString('base64url')}\n`;
    try {
      mkdirSync(dataFolder, { recursive: true });
      writeFileSync(`${file}.draft`, text, { mode: 0o600, flush: true });
      renameSync(`${file}.draft`, file);
    } catch (error) {
      throw toStartProblem(error, { folder: dataFolder }) ?? error;
    }
  }
  return openSecrets(readKey(file));
}

const none = (): never => {
  throw new Error('this program was started without a place for secrets');
};

/** For a server that keeps no secrets: whoever needs one is told so. */
export const noSecrets: Secrets = { keyId: '', seal: none, open: none, canOpen: () => false };
