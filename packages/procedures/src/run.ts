/** Runs one rule on the values of its group: row by row, series by series, or on its fields. */
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Kind } from './edition.ts';
import type { Group } from './form.ts';
import type { Numbers } from './limit.ts';
import type { CellValues, GroupValues } from './record.ts';
import type { Findings, FindingsRecorder } from './recorder.ts';
import type { At, Cells, Rule, SeriesRow } from './rule.ts';

type Run<P> = {
  readonly parameters: P;
  readonly kind: Kind;
  readonly unit: string;
  readonly numbers: Numbers;
  readonly values: GroupValues;
  readonly group: Group;
  readonly path: string;
  readonly findings: Findings;
  readonly recorder: FindingsRecorder;
};

const hasAll = (decimals: CellValues['decimals'], names: readonly string[]): boolean => {
  for (const name of names) if (decimals[name] === undefined) return false;
  return true;
};

export function runRule<P>(rule: Rule<P>, run: Run<P>): void {
  const { values, findings, group } = run;
  if (!hasAll(values.decimals, rule.fields)) return;
  for (const id of rule.after) if (!findings.byId.has(id)) return;
  if (group.rows === null) return start(rule, [], values, 0, group.id, run.path, run);
  if (rule.per === 'row') {
    values.rows.forEach((row, index) => {
      if (hasAll(row.decimals, rule.needs))
        start(rule, [rowOf(row, index)], row, index + 1, `${group.id}.${index + 1}`, `${run.path}.rows.${index}`, run);
    });
    return;
  }
  const { by } = rule;
  if (by === null) return startSeries(rule, values.rows.map(rowOf), group.id, run);
  const series = new Map<string, SeriesRow<string>[]>();
  values.rows.forEach((row, index) => {
    const key = row.texts[by] ?? printed(row.decimals[by]);
    const own = series.get(key);
    if (own) own.push(rowOf(row, index));
    else series.set(key, [rowOf(row, index)]);
  });
  for (const [key, rows] of series) if (key !== '') startSeries(rule, rows, `${group.id}.${key}`, run);
}

const printed = (value: Decimal | undefined): string => (value === undefined ? '' : `${value.digits}e-${value.scale}`);

const rowOf = ({ decimals, texts }: CellValues, row: number): SeriesRow<string> => ({
  row: row + 1,
  cells: decimals as Cells<string>,
  text: (id) => texts[id] ?? '',
});

/** A series is judged when it is whole: every row of it has what the rule needs. */
function startSeries<P>(rule: Rule<P>, rows: readonly SeriesRow<string>[], id: string, run: Run<P>): void {
  if (rows.length === 0 || rows.some(({ cells }) => !hasAll(cells, rule.needs))) return;
  start(rule, rows, run.values, 0, id, run.path, run);
}

function start<P>(
  rule: Rule<P>,
  rows: readonly SeriesRow<string>[],
  place: CellValues,
  row: number,
  rowId: string,
  path: string,
  { parameters, kind, unit, numbers, values, findings, recorder }: Run<P>,
): void {
  const at: At<P> = {
    parameters,
    kind,
    unit,
    row,
    number: numbers.number,
    text: (id) => place.texts[id] ?? values.texts[id] ?? '',
    maybe: (id) => place.decimals[id] ?? values.decimals[id],
    value: (id) => findings.byId.get(id),
  };
  recorder.place = { item: rule.item, group: rule.group, rowId, path, unit };
  rule.run(rows, values.decimals as Cells<string>, at, recorder);
}
