/** Runs the rules of a group on its values: row by row, series by series, or on its fields. */
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Kind } from './edition.ts';
import type { Group } from './form.ts';
import type { CellValues, GroupValues } from './record.ts';
import { noted } from './recorder.ts';
import type { Findings, FindingsRecorder } from './recorder.ts';
import type { At, Cells, ReadLimit, Rule, SeriesRow } from './rule.ts';

type Run<P> = {
  readonly parameters: P;
  readonly kind: Kind;
  readonly unit: string;
  readonly number: ReadLimit;
  readonly findings: Findings;
  readonly recorder: FindingsRecorder;
};

const hasAll = (decimals: CellValues['decimals'], names: readonly string[]): boolean => {
  for (const name of names) if (decimals[name] === undefined) return false;
  return true;
};
const nothing: CellValues = { decimals: {}, masses: {}, texts: {} };

/** A row of a group as rules see it. */
class ReadRow implements SeriesRow<string> {
  readonly row: number;
  readonly cells: Cells<string>;
  readonly values: CellValues;
  /** Such as 'weighing.2'. */
  readonly id: string;
  constructor(values: CellValues, row: number, group: string) {
    this.row = row;
    this.id = `${group}.${row}`;
    this.values = values;
    this.cells = values.decimals as Cells<string>;
  }
  readonly text = (id: string): string => this.values.texts[id] ?? '';
}

/** One for all rules of a pass: what a rule asks for is answered while it runs, at the row or group on which it runs. */
class Where<P> implements At<P> {
  readonly parameters: P;
  readonly kind: Kind;
  readonly unit: string;
  readonly number: ReadLimit;
  readonly #findings: Findings;
  row = 0;
  own: CellValues = nothing;
  group: CellValues = nothing;
  constructor({ parameters, kind, unit, number, findings }: Run<P>) {
    this.parameters = parameters;
    this.kind = kind;
    this.unit = unit;
    this.number = number;
    this.#findings = findings;
  }
  // Rules take these apart from the object they belong to.
  readonly text = (id: string): string => this.own.texts[id] ?? this.group.texts[id] ?? '';
  readonly maybe = (id: string): Decimal | undefined => this.own.decimals[id] ?? this.group.decimals[id];
  readonly value = (id: string): Decimal | undefined => noted(this.#findings, id);
}

/** The key of a series: the words of its column, or its number by value. */
const keyOf = (row: ReadRow, by: string): string => {
  const value = row.values.decimals[by];
  return row.values.texts[by] ?? (value === undefined ? '' : `${value.digits}e-${value.scale}`);
};

/** Runs rules on one group after the other; what they find stands in the findings of `run`. */
export function ruleRunner<P>(run: Run<P>): (group: Group, path: string, values: GroupValues, rules: readonly Rule<P>[]) => void {
  const { findings, recorder, unit } = run;
  const where = new Where(run);

  return (group, path, values, rules) => {
    const rows = values.rows.map((row, index) => new ReadRow(row, index + 1, group.id));
    const fields = values.decimals as Cells<string>;
    where.group = values;

    const start = (rule: Rule<P>, on: readonly ReadRow[], own: CellValues, row: number, rowId: string): void => {
      where.own = own;
      where.row = row;
      recorder.place = { item: rule.item, group: rule.group, rowId, path, row, unit };
      rule.run(on, fields, where, recorder);
    };
    /** A series is judged when it is whole: every row of it has what the rule needs. */
    const startSeries = (rule: Rule<P>, series: readonly ReadRow[], id: string): void => {
      if (series.length > 0 && series.every(({ values: { decimals } }) => hasAll(decimals, rule.needs))) start(rule, series, values, 0, id);
    };

    for (const rule of rules) {
      if (!hasAll(values.decimals, rule.fields) || rule.after.some((id) => !findings.byId.has(id))) continue;
      if (group.rows === null) start(rule, [], values, 0, group.id);
      else if (rule.per === 'row') {
        for (const row of rows) if (hasAll(row.values.decimals, rule.needs)) start(rule, [row], row.values, row.row, row.id);
      } else if (rule.by === null) startSeries(rule, rows, group.id);
      else {
        const series = new Map<string, ReadRow[]>();
        for (const row of rows) {
          const key = keyOf(row, rule.by);
          const own = series.get(key);
          if (own) own.push(row);
          else series.set(key, [row]);
        }
        for (const [key, members] of series) if (key !== '') startSeries(rule, members, `${group.id}.${key}`);
      }
    }
  };
}
