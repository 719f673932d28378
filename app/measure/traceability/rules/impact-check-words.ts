import { editionsFor } from '@tongheng/procedures/registry';
import type { Text } from '../../../kernel/text.ts';

/**
 * A check as the records of that kind of instrument call it, with its place and symbol.
 * @example checkWords('price-computing-scale', 'weighing.2 Ec')[0] // '称量 2 Ec'
 */
export function checkWords(kind: string, check: string): Text {
  const [code = '', ...symbol] = check.split(' ');
  const [item = '', ...place] = code.split('.');
  const title = editionsFor(kind)
    .flatMap(({ items }) => items)
    .find(({ id }) => id === item)?.title ?? [item, item];
  const rest = [...place, ...symbol].join(' ');
  return [`${title[0]} ${rest}`.trim(), `${title[1]} ${rest}`.trim()];
}
