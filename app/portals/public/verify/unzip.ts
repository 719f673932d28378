import { givenFile, type GivenFile } from '@tongheng/seal/verify/files';
import { NoCertificate } from '@tongheng/seal/verify/input';
import { unzipSync } from 'fflate';
import type { Given } from './conversation.ts';

/** A package holds a few files; what claims to be larger when unpacked is a bomb. */
const mostFiles = 40;
const largestUnpacked = 64 * 1024 * 1024;

/** The files of a package, or the file itself. */
export function unzipGiven({ name, bytes }: Given): readonly GivenFile[] {
  const given = givenFile(name, bytes);
  if (given.role !== 'package') return [given];
  let [count, size] = [0, 0];
  try {
    const files = unzipSync(bytes, {
      filter({ originalSize }) {
        [count, size] = [count + 1, size + originalSize];
        if (count > mostFiles || size > largestUnpacked) throw new NoCertificate(tooLarge);
        return true;
      },
    });
    return Object.keys(files).map((one) => givenFile(one, files[one] ?? new Uint8Array(0), true));
  } catch (error) {
    if (error instanceof NoCertificate) throw error;
    throw new NoCertificate(damaged);
  }
}

const tooLarge = [
  '压缩包解开后过大或文件过多，没有打开',
  'the package is too large unpacked, or holds too many files; it was not opened',
] as const;
const damaged = ['压缩包损坏，打不开', 'the package is damaged and cannot be opened'] as const;
