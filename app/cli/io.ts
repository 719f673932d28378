import { readFile } from 'node:fs/promises';
import { BadInput, type Io } from './command.ts';

async function bytesOf(input: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of input) {
    parts.push(part);
    size += part.length;
    if (size > most) break;
  }
  return Buffer.concat(parts);
}

/** What a command reads and where it says something: a terminal's, or what a test gives and keeps. */
export function makeIo({ input, ...said }: Pick<Io, 'out' | 'error' | 'environment'> & { readonly input: AsyncIterable<Uint8Array> }): Io {
  const readBytes: Io['readBytes'] = async (file, most = Infinity) => {
    try {
      return file === '-' ? await bytesOf(input, most) : await readFile(file);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      throw new BadInput([`无法读取 ${file}：${code ?? message}`, `Cannot read ${file}: ${code ?? message}`]);
    }
  };
  return { ...said, readBytes, read: async (file) => Buffer.from(await readBytes(file)).toString('utf8') };
}
