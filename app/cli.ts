import { answerTo } from './cli/answer.ts';
import { makeIo } from './cli/io.ts';

process.exitCode = await answerTo(
  process.argv.slice(2),
  makeIo({
    out: (line) => void process.stdout.write(`${line}\n`),
    error: (line) => void process.stderr.write(`${line}\n`),
    input: process.stdin,
    environment: process.env,
  }),
);
