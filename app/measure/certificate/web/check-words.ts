import type { Check } from '@tongheng/procedures/calculation';
import { findEdition } from '@tongheng/procedures/registry';
import type { Text } from '../../../kernel/text.ts';
import { unitGap } from '../../../web/figures.ts';
import type { DocumentRecord } from './record.ts';

const signs: Readonly<Record<Check['comparison'], string>> = { within: '±', 'at-most': '≤', 'at-least': '≥' };

/** @example printLimit({ comparison: 'within', limit: '2.5', unit: 'g', … }) // '±2.5 g' */
export const printLimit = ({ comparison, limit, unit }: Pick<Check, 'comparison' | 'limit' | 'unit'>): string =>
  `${signs[comparison]}${limit}${unitGap}${unit}`;

export const itemWords = (edition: string, item: string): Text =>
  findEdition(edition)?.items.find(({ id }) => id === item)?.title ?? [item, item];

/** The row of a check within its item; empty where the item has one check. */
export const rowOf = (check: Pick<Check, 'id'>): string => check.id.split('.')[1] ?? '';

/** The clause under which a check stands: the edition's own where it is established, else the one its institute wrote on adoption. */
export function clauseOf({ edition, clauses }: DocumentRecord['procedure'], check: Pick<Check, 'clause' | 'item'>): string {
  const place = findEdition(edition)?.items.findIndex(({ id }) => id === check.item) ?? -1;
  return check.clause ?? clauses[`items.${place}.required`] ?? '/';
}
