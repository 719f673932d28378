import { editions } from '@tongheng/procedures/registry';
import type { Text } from '../../../kernel/text.ts';

/** Every standard that some edition asks for, once for its regulation: `jjg-0539:weights`. */
export const roleWords: ReadonlyMap<string, Text> = new Map(
  editions.flatMap(({ regulation, number, standards }) =>
    standards.map(({ id, title }): [string, Text] => {
      const named = number.replace(/-\d{4}$/, '');
      return [`${regulation}:${id}`, [`${named} ${title[0]}`, `${named} ${title[1]}`]];
    }),
  ),
);

/** A role that no edition of this program asks for is shown as it was registered. */
export const roleWord = (role: string): Text => roleWords.get(role) ?? [role, role];
