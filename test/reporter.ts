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
  const fail = (name: string, place: string, why: string): string => {
    counts.failed += 1;
    const failure = `✖ ${name}\n  ${place}\n${why}`;
    failures.push(failure);
    return `\n${failure}\n\n`;
  };
  let [ended, failedBefore] = [0, 0];
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isSuite = data.details.type === 'suite';
    const isFile = isSuite && data.nesting === 0;
    const place = `${data.file === undefined ? '' : relative(process.cwd(), data.file)}:${data.line ?? ''}`;
    if (!isSuite) ended += 1;
    if (data.skip !== undefined || data.todo !== undefined) {
      counts.skipped += 1;
      const reason = data.skip ?? data.todo;
      yield `  – ${data.name}${typeof reason === 'string' ? `: ${reason}` : ''}\n`;
    } else if (type === 'test:pass') counts.passed += isSuite ? 0 : 1;
    else if ((data.details.error as { failureType?: string }).failureType !== 'subtestsFailed')
      yield fail(data.name, place, show(data.details.error));
    if (!isSuite && data.nesting === 0) yield fail(data.name, place, '  a test outside the suite of its file (test/in-turn.ts)');
    if (isFile) {
      if (ended === 0 && counts.failed === failedBefore) yield fail(data.name, place, '  a file without a test');
      const mark = counts.failed > failedBefore ? '✖' : '✔';
      yield `  ${mark} ${data.name} ${ended} in ${(data.details.duration_ms / 1000).toFixed(1)} s\n`;
      [ended, failedBefore] = [0, counts.failed];
    }
    keep();
  }
  keep();
}
