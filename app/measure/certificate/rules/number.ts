/** What became of every number of an institute's year: none is left out, none is used twice, and a gap says why it is there. */
import type { Text } from '../../../kernel/text.ts';

export const numberFates = {
  issued: ['已出证', 'Issued'],
  revoked: ['已作废', 'Revoked'],
  superseded: ['已被代替', 'Superseded'],
  reserved: ['已预留', 'Reserved'],
  unused: ['未用退回', 'Returned unused'],
  unexplained: ['去向不明', 'Unexplained'],
} as const satisfies Record<string, Text>;
export type NumberFate = keyof typeof numberFates;
export const numberFateNames = Object.keys(numberFates) as [NumberFate, ...NumberFate[]];
