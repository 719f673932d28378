import type { Search } from '../../../web/address.ts';
import { fieldsOf, missingFields, type Choice } from '../rules/denominator/proposal.ts';
import { denominatorSetNames, measureNames, type DenominatorSet } from '../rules/denominator/words.ts';

const one = (search: Search, name: string): string | null => {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value : null;
};
const whole = (value: string | null): number | null => (value !== null && /^\d{1,4}$/.test(value) ? Number(value) : null);

/** What is chosen stands in the address, so that a preview is a link. */
export function readChoice(search: Search, sets: readonly DenominatorSet[], catalogue: string | null): Choice {
  const chosen = denominatorSetNames.find((name) => name === one(search, 'chosen') && sets.includes(name)) ?? sets[0] ?? 'catalogue';
  const isDemand = chosen === 'decided' || chosen === 'submitted';
  return {
    chosen,
    catalogue: isDemand ? null : (one(search, 'catalogue') ?? catalogue),
    level: isDemand ? null : one(search, 'level') === 'item' ? 'item' : 'entry',
    entries: (one(search, 'entries') ?? '').split(',').filter((number) => number !== ''),
    weight: isDemand ? null : one(search, 'weight') === 'requests' ? 'requests' : 'ledger',
    months: whole(one(search, 'months')),
    threshold: isDemand ? (whole(one(search, 'threshold')) ?? 95) : null,
    reported: measureNames.find((name) => name === one(search, 'reported')) ?? (isDemand ? 'weighted' : 'unweighted'),
  };
}

/** Only what belongs to the choice is sent. */
export function toQuery(choice: Choice): Record<string, unknown> {
  const own = new Set<string>([...fieldsOf(choice), 'chosen', 'reported']);
  return Object.fromEntries(
    Object.entries(choice).flatMap(([name, value]: [string, unknown]) => {
      if (!own.has(name) || value === null) return [];
      return [[name, name === 'entries' ? choice.entries.join(',') : value]];
    }),
  );
}

/** The parts of a decision that are not typed in its form. */
export function toBody(choice: Choice): Record<string, unknown> {
  const own = new Set<string>(fieldsOf(choice));
  return Object.fromEntries(
    Object.entries(choice).map(([name, value]: [string, unknown]) => {
      if (name === 'chosen' || name === 'reported' || own.has(name)) return [name, value];
      return [name, name === 'entries' ? [] : null];
    }),
  );
}

export const isComplete = (choice: Choice): boolean => missingFields(choice).length === 0;
