/**
 * Reads a raw record by its form: every cell that is written becomes an exact decimal or a choice, and what is missing or impossible
 * an error at its place. What was not written is missing, never zero.
 */
import { DecimalError, compare, multiply, parse, print, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { isMultipleOf } from '@tongheng/quantity/rounding';
import type { InputError } from './calculation.ts';
import type { Kind } from './edition.ts';
import type { Bounds, Field, Group, Resolution } from './form.ts';
import { isMass, readMass } from './mass.ts';
import type { Mass } from './mass.ts';
import { readEntries, readRows } from './reading.ts';
import type { Entries, Errors } from './reading.ts';
import type { ReadLimit } from './rule.ts';

/** What stands in the cells of a row or in the fields of a group. */
export type CellValues = {
  readonly decimals: { readonly [id: string]: Decimal | undefined };
  readonly masses: { readonly [id: string]: Mass | undefined };
  readonly texts: { readonly [id: string]: string | undefined };
};
export type GroupValues = CellValues & { readonly rows: readonly CellValues[] };

export type Reading = {
  readonly kind: Kind;
  readonly number: ReadLimit;
  /** The step of a resolution, in the unit of the sheet. */
  readonly step: (resolution: Resolution) => Decimal | undefined;
  readonly bounds: (field: Field) => Bounds | undefined;
  /** Whether what the form does not have is refused; a nameplate may hold what another edition asks for. */
  readonly refuseStrangers: boolean;
  /** What is wrong with what is written. */
  readonly wrong: Errors;
  /** What is not written. */
  readonly missing: Errors;
};

const notRecorded: InputError['text'] = ['未填写', 'not recorded'];
const asText: InputError['text'] = [
  '应以文本填写（数值也用引号），以免丢失末位数字',
  'a text is expected, also for numbers, so that no digit is lost',
];
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** What begins with a digit is written, without a look at the rest. */
const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && (value === '' || (!isDigit(value.charCodeAt(0)) && value.trim() === '')));

/** 0.1 of 'e' is a tenth of the step e, 0.01 of 'unit' is 0.01; undefined for a step that the instrument does not have. */
export function stepOf({ factor, of }: Resolution, steps: Readonly<Record<string, Decimal>>): Decimal | undefined {
  if (of === 'unit') return parse(factor);
  const step = steps[of];
  return step && multiply(parse(factor), step);
}

/** Whether anything was written into a group beside what the procedure gives. */
export const isBegun = (record: unknown, given: ReadonlySet<string>): boolean => {
  if (typeof record !== 'object' || record === null) return !isBlank(record);
  return Object.entries(record).some(([id, value]) =>
    Array.isArray(value) ? value.some((row: unknown) => isBegun(row, given)) : !given.has(id) && !isBlank(value),
  );
};

function readOne(field: Field, value: unknown, at: string, reading: Reading, into: Mutable): void {
  if (isBlank(value)) {
    if (field.required.includes(reading.kind)) reading.missing.push({ path: `${at}.${field.id}`, reason: 'missing', text: notRecorded });
    return;
  }
  if (typeof value !== 'string') {
    reading.wrong.push({ path: `${at}.${field.id}`, reason: 'not-text', text: asText });
    return;
  }
  switch (field.kind) {
    case 'text':
      into.texts[field.id] = value;
      return;
    case 'choice':
      readChosen(field, value, at, reading, into);
      return;
    case 'mass': {
      const mass = readMass(value);
      if (isMass(mass)) into.masses[field.id] = mass;
      else reading.wrong.push({ path: `${at}.${field.id}`, ...mass });
      return;
    }
    case 'decimal':
      readNumber(field, value, at, reading, into);
  }
}

function readChosen(field: Field, value: string, at: string, reading: Reading, into: Mutable): void {
  const { choices = [] } = field;
  if (choices.some((choice) => choice.value === value)) into.texts[field.id] = value;
  else {
    const list = choices.map((choice) => choice.value).join(', ');
    reading.wrong.push({
      path: `${at}.${field.id}`,
      reason: 'choice',
      text: [`“${value}”不在可选项中：${list}`, `"${value}" is none of: ${list}`],
    });
  }
}

const refuse = (field: Field, at: string, { wrong }: Reading, reason: string, text: InputError['text']): void =>
  void wrong.push({ path: `${at}.${field.id}`, reason, text });
const unitOf = ({ unit }: Field): string => (unit === null || unit === 'sheet' ? '' : ` ${unit}`);
const beyond = (value: string, [zh, en]: readonly [string, string], bound: Decimal, field: Field): InputError['text'] => {
  const limit = `${print(bound)}${unitOf(field)}`;
  return [`${value} ${zh} ${limit}`, `${value} is ${en} ${limit}`];
};

function readNumber(field: Field, value: string, at: string, reading: Reading, into: Mutable): void {
  let decimal: Decimal;
  try {
    decimal = parse(value);
  } catch (error) {
    if (!(error instanceof DecimalError)) throw error;
    return refuse(field, at, reading, error.reason, error.text);
  }
  const bounds = reading.bounds(field);
  const least = bounds?.least && reading.number(bounds.least);
  const most = bounds?.most && reading.number(bounds.most);
  if (least && compare(decimal, least) < 0)
    return refuse(field, at, reading, 'too-small', beyond(value, ['小于', 'less than'], least, field));
  if (most && compare(decimal, most) > 0)
    return refuse(field, at, reading, 'too-large', beyond(value, ['大于', 'greater than'], most, field));
  const step = field.resolution && reading.step(field.resolution);
  if (step && !isMultipleOf(decimal, step)) {
    const of = `${print(trim(step))}${unitOf(field)}`;
    return refuse(field, at, reading, 'not-a-step', [`应为 ${of} 的整数倍`, `must be a multiple of ${of}`]);
  }
  into.decimals[field.id] = decimal;
}

type Mutable = {
  readonly decimals: Record<string, Decimal>;
  readonly masses: Record<string, Mass>;
  readonly texts: Record<string, string>;
};

const empty = (): Mutable => ({ decimals: {}, masses: {}, texts: {} });

function readCells(fields: readonly Field[], entries: Entries, at: string, reading: Reading): CellValues {
  const into = empty();
  let known = 0;
  for (const field of fields) {
    const value = entries[field.id];
    if (value !== undefined) known += 1;
    readOne(field, value, at, reading, into);
  }
  if (reading.refuseStrangers) {
    let present = 0;
    for (const _id in entries) present += 1;
    if (present > known) refuseStrangers(fields, entries, at, reading);
  }
  return into;
}

const stranger: InputError['text'] = [
  '本版规程的记录没有这一栏，可能是其他版本的记录',
  'the record of this edition does not have this; it may be a record of another one',
];

/** What is written where the form has no place for it. `rows` are the rows of a group. */
function refuseStrangers(fields: readonly Field[], entries: Entries, at: string, { wrong }: Reading): void {
  const known = new Set(fields.map(({ id }) => id));
  for (const [id, value] of Object.entries(entries))
    if (!known.has(id) && !Array.isArray(value) && !isBlank(value)) wrong.push({ path: `${at}.${id}`, reason: 'unknown', text: stranger });
}

/** Groups that are written and that the form does not have. */
export function refuseStrangeGroups(groups: readonly Group[], readings: Entries, wrong: Errors): void {
  for (const id in readings)
    if (!groups.some((group) => group.id === id) && isBegun(readings[id], nothingGiven))
      wrong.push({ path: `readings.${id}`, reason: 'unknown', text: stranger });
}
const nothingGiven: ReadonlySet<string> = new Set();

/** The record of a group, at `path` in the input. */
export function readGroup(group: Group, record: unknown, path: string, reading: Reading): GroupValues {
  const before = reading.missing.length + reading.wrong.length;
  const entries = readEntries(record, path, record === undefined || record === null ? reading.missing : reading.wrong);
  if (reading.missing.length + reading.wrong.length > before) return { ...empty(), rows: [] };
  const fields = readCells(group.fields, entries, path, reading);
  if (group.rows === null) {
    if (reading.refuseStrangers && Array.isArray(entries['rows']) && entries['rows'].length > 0)
      reading.wrong.push({ path: `${path}.rows`, reason: 'unknown', text: stranger });
    return { ...fields, rows: [] };
  }
  const rows = readRows(entries['rows'], `${path}.rows`, reading.wrong);
  const { least, most } = group.rows;
  if (rows.length < least) {
    reading.missing.push({
      path: `${path}.rows`,
      reason: 'missing',
      text: [`至少 ${least} 行，只有 ${rows.length} 行`, `at least ${least} rows are needed, there are ${rows.length}`],
    });
  }
  if (rows.length > most) {
    reading.wrong.push({
      path: `${path}.rows`,
      reason: 'too-many',
      text: [`最多 ${most} 行，有 ${rows.length} 行`, `at most ${most} rows are allowed, there are ${rows.length}`],
    });
    return { ...fields, rows: [] };
  }
  return { ...fields, rows: rows.map((row, index) => readCells(group.columns, row, `${path}.rows.${index}`, reading)) };
}
