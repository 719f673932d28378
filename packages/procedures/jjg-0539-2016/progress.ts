/**
 * What can already be said of an incomplete record, row by row: a row is judged as soon as it and the error at zero are written.
 * Nothing is concluded from it; on a complete record it says exactly what the calculation says.
 */
import type { CalculationInput, Check, ComputedValue, Progress } from '../src/calculation.ts';
import { kinds } from '../src/edition.ts';
import type { Kind } from '../src/edition.ts';
import { readEntries, readRows } from '../src/reading.ts';
import type { Entries } from '../src/reading.ts';
import { judge } from './checks.ts';
import { readScale } from './instrument.ts';
import type { Scale } from './instrument.ts';
import { limits } from './limits.ts';
import { readSheet } from './readings.ts';

const apart = ['eccentricity', 'weighing', 'discrimination'] as const;

/** The judgement of these groups alone; the rest of the record counts as not written. */
function judgeAlone(scale: Scale, kind: Kind, readings: Entries): Progress {
  const sheet = readSheet(readings, scale, kind, []);
  return sheet ? judge(sheet, kind) : { values: [], checks: [] };
}

/** The same entry with its row counted from the whole group. */
const atRow = <Entry extends { readonly id: string }>(entry: Entry, group: string, row: number): Entry => ({
  ...entry,
  id: entry.id.replace(`${group}.1`, `${group}.${row}`),
});

export function progress(input: CalculationInput): Progress {
  const kind = kinds.find((each) => each === input.kind);
  const scale = readScale(input.instrument, []);
  const readings = readEntries(input.readings, 'readings', []);
  if (!kind || !scale) return { values: [], checks: [] };
  const shared = { sheet: readings['sheet'], zero: readings['zero'] };
  const zero = judgeAlone(scale, kind, shared);
  const values: ComputedValue[] = [...zero.values];
  const checks: Check[] = [...zero.checks];
  const take = (found: Progress, group: string, row: number): void => {
    values.push(...found.values.filter(({ item }) => item === group).map((value) => atRow(value, group, row)));
    checks.push(...found.checks.filter(({ item }) => item === group).map((check) => atRow(check, group, row)));
  };
  for (const group of apart) {
    const entries = readEntries(readings[group], group, []);
    readRows(entries['rows'], group, []).forEach((row, index) =>
      take(judgeAlone(scale, kind, { ...shared, [group]: { ...entries, rows: [row] } }), group, index + 1),
    );
  }
  const series = readEntries(readings['repeatability'], 'repeatability', []);
  const rows = readRows(series['rows'], 'repeatability', []);
  const single = rows.map((row) => judgeAlone(scale, kind, { ...shared, repeatability: { ...series, rows: [row] } }));
  single.forEach(({ values: found }, index) =>
    values.push(...found.filter(({ id }) => id === 'repeatability.1.P').map((value) => atRow(value, 'repeatability', index + 1))),
  );
  const isWhole =
    rows.length >= Number(limits.repeatabilityWeighings.value) && single.every(({ checks: [, found] }) => found !== undefined);
  if (isWhole) {
    const { values: found, checks: judged } = judgeAlone(scale, kind, { ...shared, repeatability: series });
    values.push(...found.filter(({ id }) => id === 'repeatability.range'));
    checks.push(...judged.filter(({ item }) => item === 'repeatability'));
  }
  return { values, checks };
}
