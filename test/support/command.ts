import { Readable } from 'node:stream';
import { answerTo } from '../../app/cli/answer.ts';
import { makeIo } from '../../app/cli/io.ts';
import type { Finished } from './program.ts';

/** What `tongheng …` answers, without a process of its own for each question. */
export async function command(arguments_: readonly string[], input: string | Uint8Array = ''): Promise<Finished> {
  let [out, error] = ['', ''];
  const io = makeIo({
    out: (line) => (out += `${line}\n`),
    error: (line) => (error += `${line}\n`),
    input: Readable.from([Buffer.from(input)]),
    environment: process.env,
  });
  const code = await answerTo(arguments_, io);
  return { code, out, error };
}
