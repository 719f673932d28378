/** The nameplate read by its form, for an edition to make its parameters of. */
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Kind } from './edition.ts';
import type { Group } from './form.ts';
import type { Errors } from './reading.ts';
import { readGroup, stepOf } from './record.ts';
import type { ReadLimit, Nameplate } from './rule.ts';

type Reading = { readonly kind: Kind; readonly number: ReadLimit; readonly wrong: Errors; readonly missing: Errors };

/** undefined, with at least one more error, when a required field is missing or a written one is wrong. */
export function readNameplate(form: Group, input: unknown, { kind, number, wrong, missing }: Reading): Nameplate | undefined {
  const before = wrong.length + missing.length;
  const values = readGroup(form, input, 'instrument', {
    kind,
    number,
    step: (resolution) => stepOf(resolution, {}),
    bounds: (field) => field.bounds,
    refuseStrangers: false,
    wrong,
    missing,
  });
  if (wrong.length + missing.length > before) return undefined;
  const written = <Value>(value: Value | undefined, field: string): Value => {
    if (value === undefined) throw new RangeError(`the form has no required field "${field}"`);
    return value;
  };
  return {
    decimal: (field): Decimal => written(values.decimals[field], field),
    maybe: (field) => values.decimals[field],
    mass: (field) => written(values.masses[field], field),
    maybeMass: (field) => values.masses[field],
    text: (field) => values.texts[field] ?? '',
    number,
    refuse: (field, reason, text) => wrong.push({ path: `instrument.${field}`, reason, text }),
  };
}
