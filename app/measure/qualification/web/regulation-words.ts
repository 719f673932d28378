import { editions } from '@tongheng/procedures/registry';
import type { Option } from '../../../web/kit/FilterBar.tsx';
import type { Text } from '../../../kernel/text.ts';

/** Every regulation that this program has an edition of, without its year. */
const words: ReadonlyMap<string, Text> = new Map(
  editions.map(({ regulation, number, title }): [string, Text] => {
    const named = number.replace(/-\d{4}$/, '');
    return [regulation, [`${named} ${title[0]}`, `${named} ${title[1]}`]];
  }),
);

export const regulationOptions: readonly Option[] = [...words].map(([value, label]) => ({ value, label }));

/** The number of a regulation. @example regulationNumber('jjg-0539') // 'JJG 539' */
export const regulationNumber = (regulation: string): string => regulation.toUpperCase().replace(/-0*/, ' ');

/** A regulation of which this program has no edition is shown by its number. */
export const regulationWord = (regulation: string): Text =>
  words.get(regulation) ?? [regulationNumber(regulation), regulationNumber(regulation)];
