import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { tilePath } from '@tongheng/seal/log/tile';
import type { Examination, VerifyOptions } from '@tongheng/seal/verify/examination';
import { examineFiles, givenFiles } from '@tongheng/seal/verify/files';
import { NoCertificate } from '@tongheng/seal/verify/input';
import type { Text } from '../kernel/text.ts';

export type Question = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options: Omit<VerifyOptions, 'log'>;
  /** Folder of a copy of the log. */
  readonly log: string | null;
};

export type Reply = { readonly kind: 'examined'; readonly examination: Examination } | { readonly kind: 'refused'; readonly text: Text };

async function localLog(folder: string): Promise<NonNullable<VerifyOptions['log']>> {
  const checkpoint = await readFile(join(folder, 'checkpoint'), 'utf8').catch(() => {
    throw new NoCertificate([`${folder} 中没有日志检查点（checkpoint）`, `${folder} holds no checkpoint of a log`]);
  });
  return { checkpoint, readTile: (tile) => readFile(join(folder, ...tilePath(tile).split('/'))).catch(() => undefined) };
}

/** Looks at one file, or at the files of a package, with everything that was given beside it. */
export async function answerQuestion({ name, bytes, options, log }: Question): Promise<Examination> {
  const files = givenFiles(name, bytes, unzipSync);
  const whole: VerifyOptions = log === null ? options : { ...options, log: await localLog(log) };
  return examineFiles(files, whole);
}
