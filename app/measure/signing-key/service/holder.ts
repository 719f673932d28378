import { createPrivateKey, generateKeyPairSync, randomBytes, sign as signBytes, type KeyObject } from 'node:crypto';
import { fromBase64, InvalidEncoding, toBase64 } from '@tongheng/seal/encoding';
import { checkSignature, publicKeyOf, sha256, spkiOf, type Algorithm, type Sign } from '@tongheng/seal/signature';
import { isSm2PrivateKey, signSm2, sm2Digest, sm2PublicKey } from '@tongheng/seal/sm2';
import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { KeyDeviceFailed, type KeyDevice } from '../../../platform/key-device.ts';
import { SealedElsewhere, type Secrets } from '../../../platform/secret.ts';
import { signingKeyProblems } from '../contract/problem.ts';

/**
 * The port behind which keys are held. Built in are the keys that this system seals, and those of a device (HSM, UKey, the service of a licensed
 * authority) behind its adapter; another way to hold keys is another function of this type.
 */
export type KeyHolder = {
  /** Signs by the key whose row this is; the signature is raw. */
  readonly signerFor: (key: HeldKey, algorithm: Algorithm) => Sign;
};

export type HeldKey = {
  readonly id: string;
  readonly holder: string;
  readonly reference: string | null;
  readonly publicKey: Uint8Array;
  readonly sealedKey: string | null;
  readonly sm2PublicKey: Uint8Array | null;
  readonly sm2SealedKey: string | null;
};

type Keeping = Pick<Context, 'secrets' | 'keyDevice'>;

const purposeOf = (id: string, algorithm: Algorithm): string => `signing-key ${id} ${algorithm}`;

function open(secrets: Secrets, sealed: string | null, purpose: string): Uint8Array {
  try {
    return secrets.open(sealed ?? '', purpose);
  } catch (error) {
    if (error instanceof SealedElsewhere) throw new Problem(signingKeyProblems.sealedElsewhere);
    throw error;
  }
}

/** Opened keys by what was sealed: a batch of certificates is signed by one key. What was sealed is random, so that nothing is mixed up. */
const opened = new Map<string, KeyObject | Uint8Array>();

function remembered<Key extends KeyObject | Uint8Array>(sealed: string | null, make: () => Key): Key {
  const known = opened.get(sealed ?? '') as Key | undefined;
  if (known !== undefined) return known;
  const key = make();
  const oldest = opened.keys().next();
  if (opened.size >= 64 && oldest.done !== true) opened.delete(oldest.value);
  opened.set(sealed ?? '', key);
  return key;
}

const softwareHolder = (secrets: Secrets): KeyHolder => ({
  signerFor(key, algorithm) {
    const sealed = algorithm === 'sm2' ? key.sm2SealedKey : key.sealedKey;
    if (!secrets.canOpen(sealed ?? '')) throw new Problem(signingKeyProblems.sealedElsewhere);
    const secret = () => open(secrets, sealed, purposeOf(key.id, algorithm));
    if (algorithm === 'sm2') {
      const number = remembered(sealed, secret);
      return (message) => signSm2(number, message);
    }
    const handle = remembered(sealed, () => createPrivateKey({ key: Buffer.from(secret()), format: 'der', type: 'pkcs8' }));
    return async (message) =>
      new Uint8Array(
        algorithm === 'ed25519'
          ? signBytes(null, message, handle)
          : signBytes('sha256', message, { key: handle, dsaEncoding: 'ieee-p1363' }),
      );
  },
});

const deviceFailed = (why: string): Problem =>
  new Problem(signingKeyProblems.deviceFailed, { detail: [`设备：${why}`, `The device: ${why}`] });

async function askDevice(device: KeyDevice | undefined, request: Readonly<Record<string, unknown>>) {
  if (device === undefined) throw new Problem(signingKeyProblems.noDevice);
  try {
    return await device.ask(request);
  } catch (error) {
    if (error instanceof KeyDeviceFailed) throw deviceFailed(error.message);
    throw error;
  }
}

function bytesIn(answer: Readonly<Record<string, unknown>>, field: string): Uint8Array {
  const value = answer[field];
  try {
    if (typeof value === 'string') return fromBase64(value);
  } catch (error) {
    if (!(error instanceof InvalidEncoding)) throw error;
  }
  throw deviceFailed(`${field} is missing or not base 64`);
}

/** What a device signed is checked before it is used: a wrong slot or a wrong encoding must not end in a certificate. */
const deviceHolder = (device: KeyDevice | undefined): KeyHolder => ({
  signerFor: (key, algorithm) => async (message) => {
    const spki = algorithm === 'sm2' ? (key.sm2PublicKey ?? new Uint8Array()) : key.publicKey;
    const bare = publicKeyOf(algorithm, spki) ?? new Uint8Array();
    const digest = algorithm === 'sm2' ? sm2Digest(bare, message) : sha256(message);
    const answer = await askDevice(device, {
      operation: 'sign',
      key: key.reference,
      algorithm,
      message: toBase64(message),
      digest: toBase64(digest),
    });
    const signature = bytesIn(answer, 'signature');
    if (!(await checkSignature(algorithm, spki, message, signature)))
      throw deviceFailed('the signature is not by the key that was recorded');
    return signature;
  },
});

/** Who signs by this key. */
export function signWith({ secrets, keyDevice }: Keeping, key: HeldKey, algorithm: Algorithm): Sign {
  const holder = key.holder === 'device' ? deviceHolder(keyDevice) : softwareHolder(secrets);
  return holder.signerFor(key, algorithm);
}

/** Whether a signature by this key can be made here at all, without trying it. */
export const canSign = ({ secrets, keyDevice }: Keeping, key: Pick<HeldKey, 'holder' | 'sealedKey'>): boolean =>
  key.holder === 'device' ? keyDevice !== undefined : key.sealedKey !== null && secrets.canOpen(key.sealedKey);

export type MadeKeys = Pick<HeldKey, 'publicKey' | 'sealedKey' | 'sm2PublicKey' | 'sm2SealedKey'>;

const exported = (pair: { publicKey: KeyObject; privateKey: KeyObject }): { publicKey: Uint8Array; secret: Uint8Array } => ({
  publicKey: new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' })),
  secret: new Uint8Array(pair.privateKey.export({ type: 'pkcs8', format: 'der' })),
});

/** New keys, sealed before anything else sees them: P-256 with SM2 beside it, or Ed25519 for the log. */
export async function makeKeys(secrets: Secrets, id: string, kind: 'institute' | 'root' | 'log'): Promise<MadeKeys> {
  if (kind === 'log') {
    const { publicKey, secret } = exported(generateKeyPairSync('ed25519'));
    return { publicKey, sealedKey: secrets.seal(secret, purposeOf(id, 'ed25519')), sm2PublicKey: null, sm2SealedKey: null };
  }
  const { publicKey, secret } = exported(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  const sealedKey = secrets.seal(secret, purposeOf(id, 'ecdsa-p256'));
  if (kind === 'root') return { publicKey, sealedKey, sm2PublicKey: null, sm2SealedKey: null };
  let number = new Uint8Array(randomBytes(32));
  while (!isSm2PrivateKey(number)) number = new Uint8Array(randomBytes(32));
  const sm2 = spkiOf('sm2', await sm2PublicKey(number));
  return { publicKey, sealedKey, sm2PublicKey: sm2, sm2SealedKey: secrets.seal(number, purposeOf(id, 'sm2')) };
}

/** The public keys that a device holds under this name: P-256 and SM2, both of them. */
export async function askPublicKeys(device: KeyDevice | undefined, reference: string): Promise<MadeKeys> {
  const answer = await askDevice(device, { operation: 'publicKey', key: reference });
  const [publicKey, sm2] = [bytesIn(answer, 'ecdsa-p256'), bytesIn(answer, 'sm2')];
  if (publicKeyOf('ecdsa-p256', publicKey) === undefined) throw deviceFailed('its key is not one of P-256');
  if (publicKeyOf('sm2', sm2) === undefined) throw deviceFailed('its key is not one of SM2');
  return { publicKey, sealedKey: null, sm2PublicKey: sm2, sm2SealedKey: null };
}
