/** The procedure editions that this program can calculate. */
import { jjg0013 } from '../jjg-0013-2016/procedure.ts';
import { jjg0014 } from '../jjg-0014-2016/procedure.ts';
import { jjg0049 } from '../jjg-0049-2013/procedure.ts';
import { jjg0052 } from '../jjg-0052-2013/procedure.ts';
import { jjg0111 } from '../jjg-0111-2019/procedure.ts';
import { jjg0162 } from '../jjg-0162-2019/procedure.ts';
import { jjg0264 } from '../jjg-0264-2008/procedure.ts';
import { jjg0270 } from '../jjg-0270-2008/procedure.ts';
import { jjg0443of2015 } from '../jjg-0443-2015/procedure.ts';
import { jjg0443of2023 } from '../jjg-0443-2023/procedure.ts';
import { jjg0517 } from '../jjg-0517-2016/procedure.ts';
import { jjg0539 } from '../jjg-0539-2016/procedure.ts';
import { jjg0543 } from '../jjg-0543-2008/procedure.ts';
import { jjg0577 } from '../jjg-0577-2012/procedure.ts';
import { jjg0579of2010 } from '../jjg-0579-2010/procedure.ts';
import { jjg0579of2025 } from '../jjg-0579-2025/procedure.ts';
import { jjg0580 } from '../jjg-0580-2005/procedure.ts';
import { jjg0596 } from '../jjg-0596-2012/procedure.ts';
import { jjg0692 } from '../jjg-0692-2010/procedure.ts';
import { jjg0744 } from '../jjg-0744-2004/procedure.ts';
import { jjg0892 } from '../jjg-0892-2022/procedure.ts';
import { jjg0996 } from '../jjg-0996-2012/procedure.ts';
import { jjg0997 } from '../jjg-0997-2015/procedure.ts';
import { jjg1041 } from '../jjg-1041-2008/procedure.ts';
import { jjg1097 } from '../jjg-1097-2014/procedure.ts';
import { jjg1114 } from '../jjg-1114-2015/procedure.ts';
import { jjg1148 } from '../jjg-1148-2022/procedure.ts';
import { jjg1149 } from '../jjg-1149-2022/procedure.ts';
import { jjg1162 } from '../jjg-1162-2019/procedure.ts';
import { jjg1164 } from '../jjg-1164-2019/procedure.ts';
import { jjg1190 } from '../jjg-1190-2022/procedure.ts';
import { jjg1204 } from '../jjg-1204-2025/procedure.ts';
import type { Procedure } from './calculation.ts';
import type { Edition } from './edition.ts';
import { validUntil } from './validity.ts';
import type { ValidityRule } from './validity.ts';

export const procedures: readonly Procedure[] = [
  jjg0013,
  jjg0014,
  jjg0049,
  jjg0052,
  jjg0111,
  jjg0162,
  jjg0264,
  jjg0270,
  jjg0443of2015,
  jjg0443of2023,
  jjg0517,
  jjg0539,
  jjg0543,
  jjg0577,
  jjg0579of2010,
  jjg0579of2025,
  jjg0580,
  jjg0596,
  jjg0692,
  jjg0744,
  jjg0892,
  jjg0996,
  jjg0997,
  jjg1041,
  jjg1097,
  jjg1114,
  jjg1148,
  jjg1149,
  jjg1162,
  jjg1164,
  jjg1190,
  jjg1204,
];
export const editions: readonly Edition[] = procedures.map(({ edition }) => edition);

export { unknownLimits } from './limit.ts';
export type { UnknownLimit } from './limit.ts';

/** The procedure of an edition, undefined for an unknown id. @example findProcedure('jjg-0539-2016')?.edition.number // 'JJG 539-2016' */
export const findProcedure = (id: string): Procedure | undefined => procedures.find(({ edition }) => edition.id === id);

/** The data of an edition, undefined for an unknown id. @example findEdition('none') // undefined */
export const findEdition = (id: string): Edition | undefined => findProcedure(id)?.edition;

/**
 * The edition that holds for a kind of instrument on a day; undefined when none is known.
 * @example editionFor('price-computing-scale', '2026-05-20')?.id // 'jjg-0539-2016'
 */
export const editionFor = (instrument: string, day: string): Edition | undefined =>
  editions.find(({ applies }) =>
    applies.some(({ instrument: kind, from, to }) => kind === instrument && from.value <= day && (to.value === null || day <= to.value)),
  );

/** Every edition that holds for a kind of instrument at some time, the earliest first. @example editionsFor('price-computing-scale')[0]?.regulation // 'jjg-0539' */
export const editionsFor = (instrument: string): readonly Edition[] =>
  editions
    .filter(({ applies }) => applies.some(({ instrument: kind }) => kind === instrument))
    .sort((a, b) => (a.status.inForceFrom.value < b.status.inForceFrom.value ? -1 : 1));

/**
 * The last day of a verification of an instrument by this edition, of its certificate or, for an instrument of limited use, of its use.
 * null: it has no end by a date, being verified once and taken out when it is no longer right (首次检定、失准报废).
 * Throws RangeError when the nameplate is refused or the period is not known.
 */
export function validityEnd(id: string, nameplate: unknown, day: string, rule: ValidityRule = {}): string | null {
  const procedure = findProcedure(id);
  const found = procedure?.validity(nameplate);
  if (procedure === undefined || found === undefined) throw new RangeError(`no validity of ${id} for this nameplate`);
  if (found.form === 'first-only') return null;
  if (found.months.value === null) throw new RangeError(`the period of ${id} is not known`);
  return validUntil(day, found.months.value, { convention: procedure.edition.validity.convention.value, ...rule });
}

/** Everything an edition decides with, as plain data. */
export const editionData = (id: string): Edition | undefined => findEdition(id);

/** The same as one line of JSON with sorted keys, whose digest names what an institute adopted. */
export function editionText(id: string): string | undefined {
  const data = editionData(id);
  return data && stableJson(data);
}

function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${sorted.map(([key, entry]) => `${JSON.stringify(key)}:${stableJson(entry)}`).join(',')}}`;
}
