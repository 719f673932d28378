import type { Check } from '@tongheng/procedures/calculation';
import { findEdition } from '@tongheng/procedures/registry';
import type { Text } from '../../../kernel/text.ts';
import { unitGap } from '../../../web/figures.ts';
import type { DocumentRecord } from './record.ts';

const signs: Readonly<Record<Exclude<Check['comparison'], 'between' | 'stated'>, string>> = {
  within: '±',
  'at-most': '≤',
  'at-least': '≥',
};
const states: Readonly<Record<string, Text>> = {
  ok: ['符合要求', 'Met'],
  'not-ok': ['不符合', 'Not met'],
  none: ['不适用', 'Not applicable'],
};

const withUnit = (value: string, unit: string): string => (unit === '' ? value : `${value}${unitGap}${unit}`);

/**
 * What is allowed; '/' for a feature that is looked at and for a limit that is not known.
 * @example printLimit({ comparison: 'within', limit: '2.5', unit: 'g', … }) // '±2.5 g'
 */
export function printLimit({ comparison, limit, lower, unit }: Pick<Check, 'comparison' | 'limit' | 'lower' | 'unit'>): string {
  if (limit === null || comparison === 'stated') return '/';
  return withUnit(comparison === 'between' ? `${lower ?? '/'} … ${limit}` : `${signs[comparison]}${limit}`, unit);
}

/** What came out: the value with its unit, or what a person saw. */
export const valueWords = ({ comparison, value, unit }: Pick<Check, 'comparison' | 'value' | 'unit'>): Text => {
  const plain = withUnit(value, unit);
  return comparison === 'stated' ? (states[value] ?? [value, value]) : [plain, plain];
};

/** @example uncertaintyWords({ U: '1.1', k: '1.96', unit: 'g' }) // 'U = 1.1 g, k = 1.96' with a space that does not break */
export const uncertaintyWords = (stated: { readonly U: string; readonly k: string; readonly unit: string } | undefined): string =>
  stated === undefined ? '/' : `U = ${withUnit(stated.U, stated.unit)}, k = ${stated.k}`;

export const itemWords = (edition: string, item: string): Text =>
  findEdition(edition)?.items.find(({ id }) => id === item)?.title ?? [item, item];

/** What a check is of, within its item: the feature that was looked at, or the row of the record; empty where the item has one check. */
export function placeWords(edition: string, { comparison, row, symbol, id }: Pick<Check, 'comparison' | 'row' | 'symbol' | 'id'>): Text {
  if (comparison === 'stated') {
    const group = findEdition(edition)?.form.readings.find((one) => one.id === row);
    return group?.fields.find((field) => field.id === symbol)?.label ?? [symbol, symbol];
  }
  const place = id.split('.').slice(1).join(' ');
  return [place, place];
}

const conclusions: Record<'pass' | 'fail', Text> = { pass: ['合格', 'passed'], fail: ['不合格', 'failed'] };

/** The conclusion of a document; where the instrument has a class, a passed one names it. */
export function conclusionWords({ verification: { conclusion }, instrument }: DocumentRecord): Text {
  if (conclusion === null) return ['不作结论', 'states none'];
  const [zh, en] = conclusions[conclusion];
  const accuracy = instrument.nameplate['class'];
  return conclusion === 'fail' || accuracy === undefined ? [zh, en] : [`${accuracy} 级，${zh}`, `class ${accuracy}, ${en}`];
}

/** Until when a document or the use of its instrument lasts, as a line of it; none on a notice. */
export function validityLine({
  validity,
  validUntil,
}: DocumentRecord): readonly [word: 'validUntil' | 'useUntil' | 'validity', until: string | null] | undefined {
  if (validity === null) return undefined;
  if (validity === 'first-only') return ['validity', null];
  return [validity === 'limited-use' ? 'useUntil' : 'validUntil', validUntil];
}

/** The clause under which a check stands: the edition's own where it is established, else the one its institute wrote on adoption. */
export function clauseOf({ edition, clauses }: DocumentRecord['procedure'], check: Pick<Check, 'clause' | 'item'>): string {
  const place = findEdition(edition)?.items.findIndex(({ id }) => id === check.item) ?? -1;
  return check.clause ?? clauses[`items.${place}.required`] ?? '/';
}
