import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

export type Counts = { passed: number; failed: number; skipped: number; failures?: string[] };

/** The runner wraps what a test threw; its message already shows what differs. */
function show(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
  const ours = text.split('\n').filter((line) => !/^\s+at .*\(?node:/.test(line));
  return ours.map((line) => `  ${line}`).join('\n');
}

/** Files as they pass, failures in full, and the counts for whoever started this run. */
// oxlint-disable-next-line import/no-default-export -- node:test takes the default export of a reporter
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const failures: string[] = [];
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, failures };
  const summary = process.env['TONGHENG_TEST_SUMMARY'];
  const keep = (): void => {
    if (summary !== undefined) writeFileSync(summary, JSON.stringify(counts));
  };
  let current = { file: '', passed: 0, failed: 0, milliseconds: 0 };
  const line = (): string =>
    current.file === ''
      ? ''
      : `  ${current.failed > 0 ? '✖' : '✔'} ${current.file} ${current.passed + current.failed} in ${(current.milliseconds / 1000).toFixed(1)} s\n`;

  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite') continue;
    const file = data.file === undefined ? '' : relative(process.cwd(), data.file);
    if (file !== current.file) {
      yield line();
      current = { file, passed: 0, failed: 0, milliseconds: 0 };
    }
    if (data.nesting === 0) current.milliseconds += data.details.duration_ms;
    if (data.skip !== undefined || data.todo !== undefined) {
      counts.skipped += 1;
      const reason = data.skip ?? data.todo;
      yield `  – ${data.name}${typeof reason === 'string' ? `: ${reason}` : ''}\n`;
    } else if (type === 'test:pass') {
      counts.passed += 1;
      current.passed += 1;
    } else if ((data.details.error as { failureType?: string }).failureType !== 'subtestsFailed') {
      counts.failed += 1;
      current.failed += 1;
      const failure = `✖ ${data.name}\n  ${file}:${data.line ?? ''}\n${show(data.details.error)}`;
      failures.push(failure);
      yield `\n${failure}\n\n`;
    }
    keep();
  }
  keep();
  yield line();
}
