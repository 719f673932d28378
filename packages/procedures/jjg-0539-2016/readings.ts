/** The raw record read into exact decimals, all in the unit of the sheet. Whatever is missing or impossible is an error. */
import { compare, multiply, parse, print, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundTo } from '@tongheng/quantity/rounding';
import type { Kind, Text } from '../src/edition.ts';
import { massUnits } from '../src/mass.ts';
import type { MassUnit } from '../src/mass.ts';
import { readChoice, readDecimal, readEntries, readRows } from '../src/reading.ts';
import type { Entries, Errors } from '../src/reading.ts';
import { edition } from './edition.ts';
import { scaleIn } from './instrument.ts';
import type { Scale } from './instrument.ts';
import { limits } from './limits.ts';
import { discriminationExtra, eccentricityLoad, weighingLoads, zeroLoad } from './points.ts';

export type Weighing = { readonly load: Decimal; readonly indication: Decimal; readonly added: Decimal };
export type Discrimination = { readonly load: Decimal; readonly before: Decimal; readonly after: Decimal };
export type Sheet = {
  readonly unit: MassUnit;
  readonly scale: Scale;
  readonly zero: Weighing;
  readonly repeatability: readonly Weighing[];
  readonly eccentricity: readonly (Weighing & { readonly position: string })[];
  readonly weighing: readonly Weighing[];
  readonly discrimination: readonly Discrimination[];
};

type Place = { readonly scale: Scale; readonly errors: Errors };

const write = (value: Decimal): string => print(trim(value));
const refuse = ({ errors }: Place, path: string, reason: string, text: Text) => errors.push({ path, reason, text });

function readIndication(place: Place, input: unknown, path: string): Decimal | undefined {
  const value = readDecimal(input, path, place.errors);
  const { d } = place.scale;
  if (value && compare(roundTo(value, d), value) !== 0) {
    refuse(place, path, 'not-a-step', [`示值应为 d = ${write(d)} 的整数倍`, `an indication is a multiple of d = ${write(d)}`]);
  }
  return value;
}

/** A load on the scale: from `least` to Max. */
const readLoad = ({ scale, errors }: Place, input: unknown, path: string, least: Decimal = whole(0)): Decimal | undefined =>
  readDecimal(input, path, errors, { least, most: scale.max });

function readWeighing(place: Place, entries: Entries, path: string, load: Decimal | undefined): Weighing | undefined {
  const indication = readIndication(place, entries['indication'], `${path}.indication`);
  // Beyond one e the indication would have changed before.
  const added = readDecimal(entries['added'], `${path}.added`, place.errors, { least: whole(0), most: place.scale.e });
  return load && indication && added ? { load, indication, added } : undefined;
}

const isPresent = <Value>(value: Value | undefined): value is Value => value !== undefined;

function readZero(place: Place, entries: Entries): Weighing | undefined {
  const path = 'readings.zero';
  const load = readLoad(place, entries['load'], `${path}.load`);
  const allowed = [zeroLoad(place.scale), zeroLoad({ ...place.scale, zeroTracking: true })];
  if (load && !allowed.some((value) => compare(value, load) === 0)) {
    const list = [...new Set(allowed.map(write))].join(', ');
    refuse(place, `${path}.load`, 'load', [`零点误差应在载荷 ${list} 处测`, `the error at zero is measured at a load of ${list}`]);
  }
  return readWeighing(place, entries, path, load);
}

function readSeries(place: Place, entries: Entries, group: string, least: Decimal): Weighing[] {
  const path = `readings.${group}`;
  const load = readLoad(place, entries['load'], `${path}.load`, least);
  const rows = readRows(entries['rows'], `${path}.rows`, place.errors);
  return rows.map((row, index) => readWeighing(place, row, `${path}.rows.${index}`, load)).filter(isPresent);
}

function requireRows(place: Place, entries: Entries, group: string, least: number): void {
  const found = Array.isArray(entries['rows']) ? entries['rows'].length : 0;
  if (found >= least) return;
  refuse(place, `readings.${group}.rows`, 'missing', [
    `至少 ${least} 行，只有 ${found} 行`,
    `at least ${least} rows are needed, there are ${found}`,
  ]);
}

function readEccentricity(place: Place, entries: Entries): Sheet['eccentricity'] {
  const path = 'readings.eccentricity';
  const count = Number(limits.eccentricityPositions.value);
  requireRows(place, entries, 'eccentricity', count);
  const positions = [...Array(count).keys()].map((index) => String(index + 1));
  const series = readSeries(place, entries, 'eccentricity', eccentricityLoad(place.scale));
  const rows = readRows(entries['rows'], `${path}.rows`, []);
  const chosen = rows.map((row, index) => readChoice(row['position'], `${path}.rows.${index}.position`, positions, place.errors));
  chosen.forEach((position, index) => {
    if (position === undefined || chosen.indexOf(position) === index) return;
    refuse(place, `${path}.rows.${index}.position`, 'repeated', [`位置 ${position} 重复`, `position ${position} stands twice`]);
  });
  return series.map((weighing, index) => ({ ...weighing, position: chosen[index] ?? '' }));
}

function readWeighings(place: Place, entries: Entries): Weighing[] {
  const path = 'readings.weighing';
  requireRows(place, entries, 'weighing', Number(limits.weighingLoads.value));
  const rows = readRows(entries['rows'], `${path}.rows`, place.errors);
  const loads = rows.map((row, index) => readLoad(place, row['load'], `${path}.rows.${index}.load`));
  for (const { load, reason } of weighingLoads(place.scale).filter(({ mandatory }) => mandatory)) {
    if (loads.some((value) => value && compare(value, load) === 0)) continue;
    const missing: Text = [`缺少载荷 ${write(load)}（${reason[0]}）`, `the load ${write(load)} (${reason[1]}) is missing`];
    refuse(place, `${path}.rows`, 'missing', missing);
  }
  return rows.map((row, index) => readWeighing(place, row, `${path}.rows.${index}`, loads[index])).filter(isPresent);
}

function readDiscrimination(place: Place, entries: Entries): Discrimination[] {
  const path = 'readings.discrimination';
  requireRows(place, entries, 'discrimination', Number(limits.discriminationLoads.value));
  const extra = discriminationExtra(place.scale);
  return readRows(entries['rows'], `${path}.rows`, place.errors)
    .map((row, index) => {
      const at = `${path}.rows.${index}`;
      const load = readLoad(place, row['load'], `${at}.load`);
      const put = readDecimal(row['extra'], `${at}.extra`, place.errors);
      if (put && compare(put, extra) !== 0) {
        refuse(place, `${at}.extra`, 'load', [`附加载荷应为 1.4 d = ${write(extra)}`, `the additional load is 1.4 d = ${write(extra)}`]);
      }
      const before = readIndication(place, row['before'], `${at}.before`);
      const after = readIndication(place, row['after'], `${at}.after`);
      return load && before && after ? { load, before, after } : undefined;
    })
    .filter(isPresent);
}

/** Reads the record of a scale; with errors the sheet is not complete and must not be judged. */
export function readSheet(input: unknown, nameplate: Scale, kind: Kind, errors: Errors): Sheet | undefined {
  const entries = readEntries(input, 'readings', errors);
  const unit = readChoice(readEntries(entries['sheet'], 'readings.sheet', errors)['unit'], 'readings.sheet.unit', massUnits, errors);
  if (!unit) return undefined;
  const scale = scaleIn(nameplate, unit);
  const place: Place = { scale, errors };
  const group = <Value>(id: string, absent: Value, read: (entries: Entries) => Value): Value => {
    const required = edition.items.some((item) => item.id === id && item.required.value.includes(kind));
    if (!required && entries[id] === undefined) return absent;
    const before = errors.length;
    const record = readEntries(entries[id], `readings.${id}`, errors);
    return errors.length > before ? absent : read(record);
  };
  // Every error is corrected by the error at zero, so that a sheet without it is none.
  const zero = group<Weighing | undefined>('zero', undefined, (record) => readZero(place, record));
  const repeatability = group('repeatability', [], (record) => {
    requireRows(place, record, 'repeatability', Number(limits.repeatabilityWeighings.value));
    return readSeries(place, record, 'repeatability', multiply(parse(limits.repeatabilityLoadLeast.value), scale.max));
  });
  const eccentricity = group('eccentricity', [], (record) => readEccentricity(place, record));
  const weighing = group('weighing', [], (record) => readWeighings(place, record));
  const discrimination = group('discrimination', [], (record) => readDiscrimination(place, record));
  return zero ? { unit, scale, zero, repeatability, eccentricity, weighing, discrimination } : undefined;
}
