import type { Text } from '../../../kernel/text.ts';

/** How an evaluation stands as a whole: what its latest version waits for, what can be cited now. */
export const standings = {
  drafted: ['有待发布', 'Awaiting release'],
  'in-force': ['有现行版本', 'With a version in force'],
  withdrawn: ['无现行版本', 'Nothing in force'],
} as const satisfies Record<string, Text>;

export type Standing = keyof typeof standings;
export const evaluationStateNames = Object.keys(standings) as [Standing, ...Standing[]];
