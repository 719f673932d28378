/** Checks one text in the background of the page: text and format come in, findings go out in portions. */
import { lint } from '@tongheng/quantity/linter/lint';
import type { Asked, Said } from './use-unit-lint.ts';

/** So many findings are taken over at once without the page standing still. */
const portion = 2000;

const say = (said: Said): void => self.postMessage(said);

self.addEventListener('message', ({ data: { text, format } }: MessageEvent<Asked>) => {
  const findings = lint(text, { format });
  for (let from = 0; from < findings.length; from += portion) say({ kind: 'findings', findings: findings.slice(from, from + portion) });
  say({ kind: 'done' });
});
