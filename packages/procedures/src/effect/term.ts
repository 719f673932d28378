/** The parts of which the effect of a standard on a checked value consists, and the models that most regulations share. */
import type { Check } from '../calculation.ts';
import type { Edition, Text } from '../edition.ts';
import type { GroupRecord, RowRecord } from '../form.ts';

/**
 * One place on the range of a standard and how its error there moves the checked value. An error is what the standard states less what is
 * true; the checked value, corrected for it, is the one that was found plus sensitivity × error.
 */
export type EffectTerm = {
  /** Where on the standard's range, as decimal text; empty: the record does not say at which point, any may have been used. */
  readonly at: string;
  /** The unit of `at`. */
  readonly unit: string;
  /** How much the checked value changes for an error of 1 `per`, in the unit of the check. */
  readonly sensitivity: string;
  /** The unit of the standard's error that the sensitivity is for: '%' of the reference, or a unit of the quantity. */
  readonly per: string;
  /** The value that the standard gave, in `referenceUnit`: what an error in % is a part of, and the other way round. */
  readonly reference: string;
  readonly referenceUnit: string;
  /** A second influence on the standard's error, such as the power factor: 'cosφ 0.5L'; empty for none. */
  readonly condition: string;
  /** Such as the small weights of the changeover point: counts only where the standard covers the place, otherwise another one was used. */
  readonly ifCovered: boolean;
};

/** What a model sees: a check with the readings it came from. */
export type Site = {
  readonly check: Check;
  readonly edition: Edition;
  readonly nameplate: RowRecord;
  /** The unit of the sheet. */
  readonly unit: string;
  /** The row on which the check stands; empty for a check of a whole group. */
  readonly cells: RowRecord;
  /** The fields of its group, and its rows with their numbers; of a check by a word those that share it. */
  readonly fields: GroupRecord;
  readonly rows: readonly { readonly number: number; readonly cells: RowRecord }[];
  /** Another group of the record. */
  readonly group: (id: string) => GroupRecord;
  /** A computed value by its id. */
  readonly value: (id: string) => string | undefined;
  /** Another check by its id. */
  readonly sibling: (id: string) => Check | undefined;
};

/** Why a check does not move with the standard although the edition asks for it. */
export type Unmoved = 'not-used' | 'cancels' | 'insensitive';
export const unmovedWords: Readonly<Record<Unmoved, Text>> = {
  'not-used': ['此项不用该标准器', 'the item does not use the standard'],
  cancels: ['同一标准值相减，标准器误差抵消', 'the same value of the standard is subtracted: its error cancels'],
  insensitive: [
    '结果是计数或观察，不随标准器的小误差变化',
    'the result is a count or is seen: a small error of the standard does not move it',
  ],
};

/** Another value that stands for the check where the check is a count: with it the count holds exactly when the bound does. */
export type Moved = { readonly terms: readonly EffectTerm[]; readonly instead?: Pick<Check, 'value' | 'limit' | 'comparison' | 'unit'> };

/** Answers the terms, why there are none, or in words why it is not known. */
export type Model = (site: Site) => Moved | Unmoved | Text;
/** By test item; an item that is not named is not known. */
export type RoleModels = Readonly<Record<string, Model | Unmoved | Text>>;

/** Decimal text of a computed sensitivity, to 12 figures and without an exponent. @example decimalText(-0.0000005) // '-0.0000005' */
export function decimalText(value: number): string {
  const text = String(Number(value.toPrecision(12)));
  if (!text.includes('e')) return text;
  const fixed = value.toFixed(20);
  let end = fixed.length;
  while (fixed[end - 1] === '0') end -= 1;
  return fixed.slice(0, fixed[end - 1] === '.' ? end - 1 : end);
}

const notRecorded: Text = ['记录中没有标准器的值', 'the record does not have the value of the standard'];

type Place = {
  readonly at: string;
  readonly unit: string;
  readonly per?: string;
  readonly reference?: string;
  readonly referenceUnit?: string;
};

/** A term; of an absolute error unless `per` says otherwise. */
export const term = (
  { at, unit, per = unit, reference = at, referenceUnit = unit }: Place,
  sensitivity: number | string,
  { condition = '', ifCovered = false }: Partial<Pick<EffectTerm, 'condition' | 'ifCovered'>> = {},
): EffectTerm => ({
  at,
  unit,
  sensitivity: typeof sensitivity === 'string' ? sensitivity : decimalText(sensitivity),
  per,
  reference,
  referenceUnit,
  condition,
  ifCovered,
});

const cell = ({ cells, fields }: Site, id: string): string => {
  const written = cells[id] ?? fields[id];
  return typeof written === 'string' ? written.trim() : '';
};
export { cell as written };

/** E = indication − reference: an error of the standard moves E by as much. @param column of the reference; @param unit that of the check unless said */
export const difference =
  (column: string, unit?: string): Model =>
  (site) => {
    const at = cell(site, column);
    return at === '' ? notRecorded : { terms: [term({ at, unit: unit ?? site.check.unit }, '1')] };
  };

/** The standard measures the value itself: what it shows too much the value has too much. @param column what it showed; the value unless said */
export const measured =
  (column?: string): Model =>
  (site) => {
    const at = column === undefined ? site.check.value : cell(site, column);
    return at === '' ? notRecorded : { terms: [term({ at, unit: site.check.unit }, '-1')] };
  };

/** Where the axis of a standard's error is another quantity than its value, such as the flow through a facility that gives volumes. */
export type Relative = {
  readonly reference: string;
  readonly referenceUnit: string;
  readonly axis?: string;
  readonly axisUnit?: string;
};

const percentPlace = ({ reference, referenceUnit, axis, axisUnit }: Relative, cells: RowRecord): Place | undefined => {
  const value = cells[reference]?.trim() ?? '';
  const at = axis === undefined ? value : (cells[axis]?.trim() ?? '');
  if (value === '' || at === '') return undefined;
  return { at, unit: axisUnit ?? referenceUnit, per: '%', reference: value, referenceUnit };
};

/** (100 + E) / 100: an error of 1 % of the reference moves E = (V − R) / R × 100 by so many %. */
const ofPercent = (error: string): number => (100 + Number(error)) / 100;

/** E = (V − R) / R × 100 % on one row. */
export const percent =
  (relative: Relative): Model =>
  (site) => {
    const place = percentPlace(relative, site.cells) ?? percentPlace(relative, site.fields as RowRecord);
    return place ? { terms: [term(place, ofPercent(site.check.value))] } : notRecorded;
  };

type RunError = { readonly place: Place; readonly error: number };

function runErrors(site: Site, group: string, relative: Relative): readonly RunError[] | undefined {
  const found: RunError[] = [];
  for (const { number, cells } of site.rows) {
    const place = percentPlace(relative, cells);
    const error = site.value(`${group}.${number}.E`);
    if (!place || error === undefined) return undefined;
    found.push({ place, error: Number(error) });
  }
  return found.length > 0 ? found : undefined;
}

const byError = (a: RunError, b: RunError): number => a.error - b.error;

/** The largest less the smallest of the errors of the runs. */
export const rangeOfRuns =
  (group: string, relative: Relative): Model =>
  (site) => {
    const sorted = [...(runErrors(site, group, relative) ?? [])].sort(byError);
    const [least, most] = [sorted[0], sorted[sorted.length - 1]];
    if (!least || !most) return notRecorded;
    return { terms: [term(most.place, (100 + most.error) / 100), term(least.place, -(100 + least.error) / 100)] };
  };

/**
 * The checks of the runs at a flow of a meter: their mean, three standard deviations, and how many lie beyond the MPE. At most k may, which
 * is so exactly when the k + 1st largest |E| is not beyond it.
 */
export const runsOfMeter =
  (group: string, relative: Relative): Model =>
  (site) => {
    const { check } = site;
    const runs = runErrors(site, group, relative);
    if (!runs) return notRecorded;
    const slope = ({ place, error }: RunError, weight: number): EffectTerm => term(place, (weight * (100 + error)) / 100);
    if (check.id.endsWith('.beyond')) {
      const bound = site.sibling(check.row);
      const decisive = [...runs].sort((a, b) => Math.abs(b.error) - Math.abs(a.error))[Number(check.limit ?? '0')];
      if (!decisive) return 'insensitive';
      const instead = { value: decimalText(decisive.error), limit: bound?.limit ?? null, comparison: 'within', unit: '%' } as const;
      return { terms: [slope(decisive, 1)], instead };
    }
    if (check.id.endsWith('.repeatability')) {
      const mean = runs.reduce((sum, { error }) => sum + error, 0) / runs.length;
      const deviation = Math.sqrt(runs.reduce((sum, { error }) => sum + (error - mean) ** 2, 0) / (runs.length - 1));
      if (!(deviation > 0)) return 'cancels';
      const factor = Number(check.value) / deviation;
      return { terms: runs.map((run) => slope(run, (factor * (run.error - mean)) / ((runs.length - 1) * deviation))) };
    }
    return { terms: runs.map((run) => slope(run, 1 / runs.length)) };
  };
