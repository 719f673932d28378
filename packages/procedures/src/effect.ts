/**
 * How an error of a standard moves what was checked with it: after a standard was found out of tolerance the records that rest on it are
 * judged again without measuring anew. It follows from the measurement model of the edition (E = indication − reference, or in % of the
 * reference); where the model does not say it the answer is 'unknown', with the reason.
 */
import type { Calculation, CalculationInput, Check } from './calculation.ts';
import type { Edition, Text } from './edition.ts';
import { effectModels } from './effect/editions.ts';
import type { EffectTerm, Model, Moved, Site, Unmoved } from './effect/term.ts';
import type { GroupRecord, RowRecord } from './form.ts';

export { unmovedWords } from './effect/term.ts';
export type { EffectTerm, Unmoved } from './effect/term.ts';

/** A check that moves with a standard. `value`, `limit` and `comparison` are those of the check, or what a count stands for. */
export type CheckEffect = Pick<Check, 'symbol' | 'value' | 'limit' | 'lower' | 'comparison' | 'unit' | 'verdict'> & {
  readonly check: string;
  readonly terms: readonly EffectTerm[];
  /** The expanded uncertainty of the value, where the record states one. */
  readonly U?: string;
};
/** A check of which it is not known how the standard moves it. */
export type UnknownEffect = Pick<Check, 'symbol' | 'verdict'> & { readonly check: string; readonly reason: Text };
/** A check that the standard does not move, and why. */
export type NoEffect = Pick<Check, 'verdict'> & { readonly check: string; readonly why: Unmoved };

/** Of one role, such as 'weights'. */
export type RoleEffects = {
  readonly role: string;
  readonly moved: readonly CheckEffect[];
  readonly unknown: readonly UnknownEffect[];
  readonly unmoved: readonly NoEffect[];
};

const notEstablished: Text = ['此项如何受标准器影响，未确立', 'how the standard moves this item is not established'];
const noLimit: Text = ['没有限值，未判定', 'there is no limit: nothing was judged'];

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Numbers of a row stand in decimal columns; a key may be a number, written in other digits: '1' and '1.0' are one series. */
const sameKey = (cell: string | undefined, key: string): boolean => cell !== undefined && cell.trim() === key;

/** The record around the checks, read once for all roles. */
class Readings {
  readonly #readings: Readonly<Record<string, unknown>>;
  readonly #calculation: Pick<Calculation, 'values' | 'checks'>;
  readonly #edition: Edition;
  readonly #nameplate: RowRecord;
  readonly unit: string;
  readonly #rows = new Map<string, Site['rows']>();
  #values: ReadonlyMap<string, string> | undefined;

  constructor(
    edition: Edition,
    input: Pick<CalculationInput, 'instrument' | 'readings'>,
    calculation: Pick<Calculation, 'values' | 'checks'>,
  ) {
    this.#edition = edition;
    this.#readings = recordOf(input.readings);
    this.#calculation = calculation;
    this.#nameplate = recordOf(input.instrument) as RowRecord;
    const sheet = recordOf(this.#readings['sheet'])['unit'] ?? this.#nameplate['unit'];
    this.unit = typeof sheet === 'string' ? sheet : '';
  }

  readonly group = (id: string): GroupRecord => recordOf(this.#readings[id]) as GroupRecord;
  readonly value = (id: string): string | undefined => {
    this.#values ??= new Map(this.#calculation.values.map(({ id: name, value }) => [name, value]));
    return this.#values.get(id);
  };
  readonly sibling = (id: string): Check | undefined => this.#calculation.checks.find((check) => check.id === id);

  #rowsOf(group: string): Site['rows'] {
    const known = this.#rows.get(group);
    if (known !== undefined) return known;
    const { rows } = this.group(group);
    const numbered = (Array.isArray(rows) ? (rows as readonly RowRecord[]) : []).map((cells, index) => ({ number: index + 1, cells }));
    this.#rows.set(group, numbered);
    return numbered;
  }

  site(check: Check): Site {
    const dot = check.row.indexOf('.');
    const group = dot < 0 ? check.row : check.row.slice(0, dot);
    const key = dot < 0 ? '' : check.row.slice(dot + 1);
    const fields = this.group(group);
    const rows = this.#rowsOf(group);
    const own = rows[Number(key) - 1];
    const series = (): Site['rows'] =>
      key === '' ? rows : rows.filter(({ cells }) => Object.values(cells).some((cell) => sameKey(cell, key)));
    return {
      check,
      edition: this.#edition,
      nameplate: this.#nameplate,
      unit: this.unit,
      cells: own?.cells ?? {},
      fields,
      rows: own ? [own] : series(),
      group: this.group,
      value: this.value,
      sibling: this.sibling,
    };
  }
}

type Sorted = { moved: CheckEffect[]; unknown: UnknownEffect[]; unmoved: NoEffect[] };

const isText = (answer: Moved | Unmoved | Text): answer is Text => Array.isArray(answer);

function sort(check: Check, answer: Moved | Unmoved | Text, { moved, unknown, unmoved }: Sorted): void {
  const { id, symbol, verdict } = check;
  if (typeof answer === 'string') return void unmoved.push({ check: id, why: answer, verdict });
  if (isText(answer)) return void unknown.push({ check: id, symbol, verdict, reason: answer });
  const { value, limit, lower, comparison, unit } = { ...check, ...answer.instead };
  if (limit === null) return void unknown.push({ check: id, symbol, verdict, reason: noLimit });
  moved.push({
    check: id,
    symbol,
    value,
    limit,
    ...(lower === undefined ? {} : { lower }),
    comparison,
    unit,
    verdict,
    terms: answer.terms,
  });
}

const answerOf = (model: Model | Unmoved | Text | undefined, readings: Readings, check: Check): Moved | Unmoved | Text => {
  if (model === undefined) return notEstablished;
  return typeof model === 'function' ? model(readings.site(check)) : model;
};

/**
 * How an error of each standard of an edition moves each check of a calculated record. A feature that a person stated is not moved by any.
 * An edition without models answers 'unknown' for all its roles.
 * @example effectsOf(edition, input, calculation)[0]?.moved[0]?.terms[0] // { at: '2500', unit: 'g', sensitivity: '1', per: 'g', … }
 */
export function effectsOf(
  edition: Edition,
  input: Pick<CalculationInput, 'instrument' | 'readings'>,
  calculation: Pick<Calculation, 'values' | 'checks'>,
): readonly RoleEffects[] {
  const models = effectModels[edition.id];
  const readings = new Readings(edition, input, calculation);
  return edition.standards.map(({ id: role, items }): RoleEffects => {
    const sorted: Sorted = { moved: [], unknown: [], unmoved: [] };
    for (const check of calculation.checks) {
      if (check.comparison === 'stated') sorted.unmoved.push({ check: check.id, why: 'insensitive', verdict: check.verdict });
      else if (items && !items.includes(check.item)) sorted.unmoved.push({ check: check.id, why: 'not-used', verdict: check.verdict });
      else sort(check, answerOf(models?.[role]?.[check.item], readings, check), sorted);
    }
    return { role, ...sorted };
  });
}

/** What an edition says of a role and a test item: 'computed', why it does not move, or why it is not known. */
export function effectKind(edition: Edition, role: string, item: string): 'computed' | Unmoved | Text {
  const required = edition.standards.find(({ id }) => id === role);
  if (required?.items && !required.items.includes(item)) return 'not-used';
  const model = effectModels[edition.id]?.[role]?.[item];
  if (model === undefined) return notEstablished;
  return typeof model === 'function' ? 'computed' : model;
}
