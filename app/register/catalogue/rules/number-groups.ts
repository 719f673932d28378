import type { Edition } from '@tongheng/procedures/edition';
import type { Text } from '../../../kernel/text.ts';
import type { EditionNumber } from '../rules.ts';
import { numberWords, partWords, sectionWords, type Section } from './number-words.ts';

export type NumberRow = { readonly number: EditionNumber; readonly name: Text };
export type NumberGroup = { readonly id: string; readonly title: Text; readonly rows: readonly NumberRow[] };

const sections = Object.keys(sectionWords) as Section[];

/** A table of limits stands alone; limits of one number each stand together. */
function groupIdOf(path: string, sizes: ReadonlyMap<string, number>): string {
  const [section = '', first = ''] = path.split('.');
  if (section !== 'limits') return section;
  return (sizes.get(first) ?? 0) > 2 ? `limits.${first}` : 'limits';
}

/** The numbers of an edition by its parts, in the order in which a regulation is read. */
export function groupNumbers(edition: Edition, numbers: readonly EditionNumber[]): NumberGroup[] {
  const sizes = new Map<string, number>();
  for (const { path } of numbers) {
    const [section, first = ''] = path.split('.');
    if (section === 'limits') sizes.set(first, (sizes.get(first) ?? 0) + 1);
  }
  const groups = new Map<string, NumberRow[]>();
  for (const number of numbers) {
    const id = groupIdOf(number.path, sizes);
    groups.set(id, [...(groups.get(id) ?? []), { number, name: number.label ?? numberWords(edition, number.path) }]);
  }
  const rank = (id: string): number => sections.indexOf(id.split('.')[0] as Section);
  return [...groups.entries()]
    .map(([id, rows]) => {
      const [section = '', first] = id.split('.');
      const title = sectionWords[section as Section] ?? [section, section];
      const part = first === undefined ? undefined : partWords(first);
      return { id, title: part === undefined ? title : ([`${title[0]} · ${part[0]}`, `${title[1]} · ${part[1]}`] as const), rows };
    })
    .sort((one, other) => rank(one.id) - rank(other.id));
}
