import { NoCertificate } from '@tongheng/seal/verify/input';
import { examineFiles, givenFile, givenFiles } from '@tongheng/seal/verify/files';
import { InvalidTrust } from '@tongheng/seal/verify/trust';
import { unzipSync } from 'fflate';
import type { Asked, Said } from './conversation.ts';

/** Looks at everything that was given as evidence about one certificate. */
export async function examine(asked: Asked): Promise<Said> {
  const code = asked.code.trim();
  try {
    const given = asked.files.flatMap(({ name, bytes }) => givenFiles(name, bytes, unzipSync));
    if (code !== '') given.push(givenFile('qr.txt', new TextEncoder().encode(code)));
    const isTrustGiven = given.some(({ role, isPacked }) => role === 'trust' && !isPacked);
    const examination = await examineFiles(given, {
      at: asked.at,
      ...(asked.trust === null ? {} : { trust: asked.trust }),
      ...(asked.revocations === null ? {} : { revocations: asked.revocations }),
      ...(asked.serial.trim() === '' ? {} : { serial: asked.serial.trim() }),
    });
    return { kind: 'examined', examination, trust: isTrustGiven ? 'given' : asked.trust === null ? 'none' : 'own' };
  } catch (error) {
    if (error instanceof NoCertificate || error instanceof InvalidTrust) return { kind: 'refused', reason: error.text };
    throw error;
  }
}
