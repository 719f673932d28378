/**
 * Readings that are allowed and odd: a row that looks copied, a reading far from what was put on, fewer digits than the display has.
 * They are pointed out while the person can still look again. Nothing is changed and nothing is decided by them.
 */
import { abs, compare, multiply, parse, subtract, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Oddity } from './calculation.ts';
import type { Text } from './edition.ts';
import type { Field, Form, Group, Resolution } from './form.ts';
import { readEntries, readRows } from './reading.ts';
import type { Entries } from './reading.ts';

const decimalOf = (value: unknown): Decimal | undefined => {
  if (typeof value !== 'string') return undefined;
  try {
    return parse(value);
  } catch {
    return undefined;
  }
};

const copied: Text = [
  '此行读数与上一行完全相同，请确认不是抄录',
  'these readings equal those of the row before; make sure that they were read',
];
const far: Text = [
  '读数与给定值相差很大，请确认没有漏写或错写数位',
  'the reading is far from what was given; look for a digit missing or misplaced',
];
const digits: Text = [
  '小数位数少于器具的分度，请按显示全部抄录',
  'fewer decimals than the instrument shows; write all digits of the display',
];

/** A reading further than a tenth of the given value away from it is odd. */
const share = parse('0.1');

function oddRow(
  group: Group,
  row: Entries,
  before: Entries | undefined,
  path: string,
  step: (resolution: Resolution) => Decimal | undefined,
): Oddity[] {
  const found: Oddity[] = [];
  const read = group.columns.filter(({ kind, near, resolution }) => kind === 'decimal' && (near !== undefined || resolution !== null));
  const [first] = read;
  const differs = before !== undefined && group.columns.some(({ id }) => !read.some((field) => field.id === id) && row[id] !== before[id]);
  const same = (field: Field) => typeof row[field.id] === 'string' && row[field.id] !== '' && row[field.id] === before?.[field.id];
  if (first && read.length > 1 && differs && read.every(same))
    found.push({ path: `${path}.${first.id}`, reason: 'copied-row', text: copied });
  for (const field of read) {
    const value = decimalOf(row[field.id]);
    if (value === undefined) continue;
    const given = field.near === undefined ? undefined : decimalOf(row[field.near]);
    if (given && given.digits !== 0n && compare(abs(subtract(value, given)), abs(multiply(share, given))) > 0)
      found.push({ path: `${path}.${field.id}`, reason: 'far', text: far });
    const least = field.resolution && step(field.resolution);
    if (least && value.scale < trim(least).scale) found.push({ path: `${path}.${field.id}`, reason: 'digits', text: digits });
  }
  return found;
}

/** What is odd in the rows of a record; `step` answers the step of a resolution. */
export function odditiesOf(form: Form, input: unknown, step: (resolution: Resolution) => Decimal | undefined): readonly Oddity[] {
  const readings = readEntries(input, 'readings', []);
  return form.readings.flatMap((group) => {
    if (group.rows === null || typeof readings[group.id] !== 'object') return [];
    const path = `readings.${group.id}.rows`;
    const rows = readRows(readEntries(readings[group.id], path, [])['rows'], path, []);
    return rows.flatMap((row, index) => oddRow(group, row, rows[index - 1], `${path}.${index}`, step));
  });
}
