/**
 * What an instrument of an edition needs before a reading is taken: its parameters, and for the unit of the sheet its steps, groups and
 * points. A rig and a market measure many instruments with one nameplate, and a sheet is judged again with every key, so what was prepared
 * for a nameplate is kept for the next.
 */
import { parse } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { CalculationInput, Point } from './calculation.ts';
import type { Kind, Limits } from './edition.ts';
import type { Group, Resolution } from './form.ts';
import type { Numbers } from './limit.ts';
import { readNameplate } from './nameplate.ts';
import type { Errors } from './reading.ts';
import { stepOf } from './record.ts';
import type { Definition, Rule } from './rule.ts';

/** A point with its numbers read. */
export type AskedPoint = {
  readonly point: Point;
  readonly asked: readonly { readonly column: string; readonly text: string; readonly value: Decimal | undefined }[];
};

/** A group as this instrument needs it. */
export type GroupPlan<P> = {
  readonly group: Group;
  readonly path: string;
  /** Whether the kind of verification asks for it. */
  readonly needed: boolean;
  /** Whether it is for this instrument at all. */
  readonly applies: boolean;
  readonly mandatory: readonly AskedPoint[];
  /** The columns and fields that the procedure gives. */
  readonly given: ReadonlySet<string>;
  readonly rules: readonly Rule<P>[];
};

export type Sheet<P> = {
  readonly parameters: P;
  readonly unit: string;
  readonly step: (resolution: Resolution) => Decimal | undefined;
  readonly groups: readonly GroupPlan<P>[];
};

export type Prepared<P> = {
  readonly parameters: P;
  readonly points: readonly Point[];
  readonly given: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The sheet in a unit; the parameters and points follow it. */
  readonly sheet: (unit: string) => Sheet<P>;
};

export type Prepare<P> = (
  input: Pick<CalculationInput, 'instrument' | 'adopted'>,
  kind: Kind,
  numbers: Numbers,
  errors: { readonly wrong: Errors; readonly missing: Errors },
) => Prepared<P> | undefined;

/** The same answers, each looked for once. */
function remembered<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const found = new Map<Key, Value>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const value = find(key);
    found.set(key, value);
    return value;
  };
}

const kept = 200;

/** What tells one nameplate, with the numbers entered for its edition, from another; undefined for one that is not all texts. */
function keyOf(form: Group, { instrument, adopted }: Parameters<Prepare<unknown>>[0], kind: Kind): string | undefined {
  if (typeof instrument !== 'object' || instrument === null) return undefined;
  let key: string = kind;
  for (const { id } of form.fields) {
    const value = (instrument as Readonly<Record<string, unknown>>)[id];
    if (value !== undefined && typeof value !== 'string') return undefined;
    key += `\u0000${value ?? ''}`;
  }
  for (const path in adopted) key += `\u0000${path}=${adopted[path] ?? ''}`;
  return key;
}

/** The kinds for which a group must be recorded: those of its items, or of its fields where it belongs to none. */
function kindsOfGroup<P>(group: Group, rules: readonly Rule<P>[], required: ReadonlyMap<string, readonly Kind[]>): ReadonlySet<Kind> {
  if (rules.length > 0) return new Set(rules.flatMap(({ item }) => required.get(item) ?? []));
  return new Set([...group.fields, ...group.columns].flatMap((field) => field.required));
}

/** Prepares instruments for an edition; undefined, with at least one more error, when the nameplate is refused. */
export function preparer<P, L extends Limits>(definition: Definition<P, L>): Prepare<P> {
  const { edition, rules } = definition;
  const { form } = edition;
  const required = new Map(edition.items.map(({ id, required: { value } }) => [id, value]));
  const parts = form.readings
    .filter(({ id }) => id !== 'sheet')
    .map((group) => {
      const own = rules.filter((rule) => rule.group === group.id);
      return {
        group,
        rules: own,
        kinds: kindsOfGroup(group, own, required),
        columns: new Map(group.columns.map(({ id, kind }) => [id, kind])),
      };
    });

  function prepareSheet(parameters: P, unit: string, kind: Kind, { number }: Numbers): Sheet<P> {
    const steps = definition.steps?.(parameters) ?? {};
    const points = definition.points?.(parameters, kind, number) ?? [];
    const given = definition.given?.(parameters, kind, number) ?? {};
    const groups = parts.map(({ group, kinds, columns, rules: own }): GroupPlan<P> => {
      const ofGroup = points.filter((point) => point.group === group.id);
      const applies = definition.applies?.(group.id, parameters, kind) ?? true;
      const ask = (point: Point): AskedPoint => ({
        point,
        asked: Object.entries(point.given).map(([column, text]) => ({
          column,
          text,
          value: columns.get(column) === 'decimal' ? parse(text) : undefined,
        })),
      });
      const rows = definition.rows?.(group.id, parameters, kind, number);
      return {
        group: rows ? { ...group, rows } : group,
        path: `readings.${group.id}`,
        needed: applies && kinds.has(kind),
        applies,
        mandatory: ofGroup.filter(({ mandatory }) => mandatory).map(ask),
        given: new Set([...ofGroup.flatMap((point) => Object.keys(point.given)), ...Object.keys(given[group.id] ?? {})]),
        rules: own,
      };
    });
    return { parameters, unit, step: remembered((resolution: Resolution) => stepOf(resolution, steps)), groups };
  }

  function prepare(
    instrument: unknown,
    kind: Kind,
    numbers: Numbers,
    { wrong, missing }: { wrong: Errors; missing: Errors },
  ): Prepared<P> | undefined {
    const before = wrong.length + missing.length;
    const plate = readNameplate(form.instrument, instrument, { kind, number: numbers.number, wrong, missing });
    const parameters = plate && definition.instrument(plate);
    if (parameters === undefined || wrong.length + missing.length > before) return undefined;
    return {
      parameters,
      points: definition.points?.(parameters, kind, numbers.number) ?? [],
      given: definition.given?.(parameters, kind, numbers.number) ?? {},
      sheet: remembered((unit: string) => prepareSheet(definition.inUnit?.(parameters, unit) ?? parameters, unit, kind, numbers)),
    };
  }

  const known = new Map<string, Prepared<P>>();
  return (input, kind, numbers, errors) => {
    const key = keyOf(form.instrument, input, kind);
    const before = key === undefined ? undefined : known.get(key);
    if (before) return before;
    const prepared = prepare(input.instrument, kind, numbers, errors);
    if (key === undefined || prepared === undefined) return prepared;
    if (known.size >= kept) known.clear();
    known.set(key, prepared);
    return prepared;
  };
}
