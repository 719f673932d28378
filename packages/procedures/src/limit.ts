/** The numbers of an edition by their place in it, and those that an institute has to enter because nobody here knows them. */
import { DecimalError, parse } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Edition, Limit, Text, Unknown } from './edition.ts';
import type { Errors } from './reading.ts';
import type { ReadLimit } from './rule.ts';

export type UnknownLimit = { readonly path: string; readonly label: Text; readonly unit: string | null };

const isUnknown = (value: object): value is Unknown =>
  'label' in value && 'confidence' in value && 'value' in value && value.value === null;

/** The place of every number that is not known, by the number itself: 'limits.repeatability.II'. */
function placesOfUnknown(edition: Edition): ReadonlyMap<object, string> {
  const places = new Map<object, string>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isUnknown(value)) places.set(value, path);
    else for (const [key, entry] of Object.entries(value)) visit(entry, `${path}.${key}`);
  };
  visit(edition.limits, 'limits');
  return places;
}

/** What an institute has to enter when it adopts the edition; until then nothing can be issued by it (待确认，不可出证). */
export const unknownLimits = (edition: Edition): readonly UnknownLimit[] =>
  [...placesOfUnknown(edition)].map(([number, path]) => ({ path, label: (number as Unknown).label, unit: (number as Unknown).unit }));

export type Numbers = {
  /** The value of a number, entered ones included. */
  readonly number: ReadLimit;
  /** The place of a number that is not known and was not entered. */
  readonly missing: (number: object) => UnknownLimit | undefined;
};

/** Reads the numbers of an edition; what was entered and is no decimal becomes an error at its path. */
export function numbersReader(edition: Edition): (adopted: Readonly<Record<string, string>> | undefined, errors: Errors) => Numbers {
  const places = placesOfUnknown(edition);
  const known = new WeakMap<object, Decimal>();
  const read = (limit: Limit, entered: ReadonlyMap<string, Decimal>): Decimal | undefined => {
    if (limit.value === null) return entered.get(places.get(limit) ?? '');
    const before = known.get(limit);
    if (before) return before;
    const value = parse(limit.value);
    known.set(limit, value);
    return value;
  };
  return (adopted, errors) => {
    const entered = new Map<string, Decimal>();
    const paths = new Set(places.values());
    for (const [path, text] of Object.entries(adopted ?? {})) {
      if (!paths.has(path)) continue;
      try {
        entered.set(path, parse(text));
      } catch (error) {
        if (!(error instanceof DecimalError)) throw error;
        errors.push({ path: `adopted.${path}`, reason: error.reason, text: error.text });
      }
    }
    return {
      number: ((limit: Limit) => read(limit, entered)) as ReadLimit,
      missing: (number) => {
        const path = places.get(number);
        return path === undefined || entered.has(path)
          ? undefined
          : { path, label: (number as Unknown).label, unit: (number as Unknown).unit };
      },
    };
  };
}
