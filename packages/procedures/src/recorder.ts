/** Writes down what the rules of an edition find: values, checks, refusals, and on demand how each check came about. */
import { compare, parse, print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Check, ComputedValue, InputError } from './calculation.ts';
import type { Text } from './edition.ts';
import type { UnknownLimit } from './limit.ts';
import { englishUnit } from './print.ts';
import type { Judged, Recorder } from './rule.ts';

export type Findings = {
  readonly values: ComputedValue[];
  readonly checks: Check[];
  readonly refusals: InputError[];
  /** Numbers of the regulation that are needed and not known, by path. */
  readonly unknown: Map<string, UnknownLimit>;
  /** The groups with values that rules of others wait for, and the decimals of their values by id. */
  readonly awaited: ReadonlySet<string>;
  readonly byId: Map<string, Decimal>;
  readonly explanations: Record<string, Text> | null;
};

/** Where a rule runs. `row` is counted from 1, 0 for a group; `path` is that of the group. */
export type Place = {
  readonly item: string;
  readonly group: string;
  readonly rowId: string;
  readonly path: string;
  readonly row: number;
  readonly unit: string;
};

const holds = ({ comparison, value, limit, lower }: Judged, known: Decimal): boolean => {
  switch (comparison) {
    case 'within':
      return limitReached(value, known);
    case 'at-most':
      return compare(value, known) <= 0;
    case 'at-least':
      return compare(value, known) >= 0;
    case 'between':
      return limit !== undefined && lower !== undefined && compare(lower, value) <= 0 && compare(value, limit) <= 0;
  }
};
const limitReached = (value: Decimal, limit: Decimal): boolean =>
  compare(value.digits < 0n ? { digits: -value.digits, scale: value.scale } : value, limit) <= 0;

function requirement({ comparison, symbol, limit, lower }: Judged, unit: string): string {
  const bound = limit === undefined ? '?' : print(limit);
  const text = {
    within: `|${symbol}| ≤ ${bound}`,
    'at-most': `${symbol} ≤ ${bound}`,
    'at-least': `${symbol} ≥ ${bound}`,
    between: `${lower === undefined ? '?' : print(lower)} ≤ ${symbol} ≤ ${bound}`,
  }[comparison];
  return unit === '' ? text : `${text} ${unit}`;
}

const outcomes: Record<Check['verdict'], Text> = {
  pass: ['符合', 'met'],
  fail: ['不符合', 'not met'],
  undetermined: ['限值待确认，不能判定', 'the limit is to be confirmed, nothing is judged'],
};
const states: Readonly<Record<string, Text>> = { ok: ['符合', 'met'], 'not-ok': ['不符合', 'not met'], none: ['不适用', 'not applicable'] };

/** A value that was noted, by its id; undefined where it is not there. */
export function noted({ byId, values }: Findings, id: string): Decimal | undefined {
  const value = byId.get(id) ?? values.find((one) => one.id === id)?.value;
  return typeof value === 'string' ? parse(value) : value;
}

/** Limits come out of what was prepared for a nameplate: the same ones are printed for record after record. */
const printedLimits = new WeakMap<Decimal, string>();
function printLimit(limit: Decimal): string {
  const before = printedLimits.get(limit);
  if (before !== undefined) return before;
  const text = print(limit);
  printedLimits.set(limit, text);
  return text;
}

const isConfirmed = ({ confirmed }: { readonly confirmed: boolean }): boolean => confirmed;

/** A recorder for the rules of one edition that writes into `findings`. */
export class FindingsRecorder implements Recorder {
  readonly #clauses: ReadonlyMap<string, string | null>;
  readonly #missing: (number: object) => UnknownLimit | undefined;
  readonly #findings: Findings;
  /** What was noted last is mostly what is judged next. */
  #last: Decimal | undefined;
  #lastText = '';
  place: Place = { item: '', group: '', rowId: '', path: '', row: 0, unit: '' };

  constructor(clauses: ReadonlyMap<string, string | null>, missing: (number: object) => UnknownLimit | undefined, findings: Findings) {
    this.#clauses = clauses;
    this.#missing = missing;
    this.#findings = findings;
  }

  readonly note = (symbol: string, value: Decimal, unit: string = this.place.unit): void => {
    const id = `${this.place.rowId}.${symbol}`;
    this.#findings.values.push({ id, item: this.place.item, symbol, value: this.#print(value), unit });
    if (this.#findings.awaited.has(this.place.group)) this.#findings.byId.set(id, value);
  };

  #print(value: Decimal): string {
    if (value !== this.#last) {
      this.#last = value;
      this.#lastText = print(value);
    }
    return this.#lastText;
  }

  readonly check = (judged: Judged): void => {
    const { item, rowId } = this.place;
    const { symbol, value, limit, lower, comparison, unit = this.place.unit, numbers, how } = judged;
    const id = judged.id === undefined ? rowId : `${rowId}.${judged.id}`;
    const known = limit !== undefined && (comparison !== 'between' || lower !== undefined);
    if (!known) for (const number of numbers) this.#noteUnknown(number);
    const verdict = known ? (holds(judged, limit) ? 'pass' : 'fail') : 'undetermined';
    this.#findings.checks.push({
      id,
      item,
      row: rowId,
      symbol,
      clause: this.#clauses.get(item) ?? null,
      value: this.#print(value),
      limit: limit === undefined ? null : printLimit(limit),
      unit,
      comparison,
      verdict,
      confirmed: numbers.length > 0 && numbers.every(isConfirmed),
      ...(lower === undefined ? null : { lower: printLimit(lower) }),
    });
    if (this.#findings.explanations === null) return;
    const [zh, en] = how();
    this.#findings.explanations[id] = [
      `${zh}；要求 ${requirement(judged, unit)}，${outcomes[verdict][0]}`,
      `${en}; required ${requirement(judged, englishUnit(unit))}: ${outcomes[verdict][1]}`,
    ];
  };

  #noteUnknown(number: object): void {
    const missing = this.#missing(number);
    if (missing) this.#findings.unknown.set(missing.path, missing);
  }

  readonly stated = (field: string, state: string, label: Text): void => {
    const { item, rowId } = this.place;
    const id = `${rowId}.${field}`;
    this.#findings.checks.push({
      id,
      item,
      row: rowId,
      symbol: field,
      clause: this.#clauses.get(item) ?? null,
      value: state,
      limit: 'ok',
      unit: '',
      comparison: 'stated',
      verdict: state === 'not-ok' ? 'fail' : 'pass',
      confirmed: false,
    });
    const word = states[state] ?? [state, state];
    if (this.#findings.explanations !== null)
      this.#findings.explanations[id] = [`${label[0]}：检定员观察为${word[0]}`, `${label[1]}: seen by the tester as ${word[1]}`];
  };

  readonly refuse = (id: string, reason: string, text: Text): void => {
    const { path, row } = this.place;
    const at = row === 0 ? path : `${path}.rows.${row - 1}`;
    this.#findings.refusals.push({ path: id === '' ? at : `${at}.${id}`, reason, text });
  };
}
