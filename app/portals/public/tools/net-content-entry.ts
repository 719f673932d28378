/** What stands in the form, its address, and what the calculation is asked from it. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { parse, print } from '@tongheng/quantity/decimal';
import { isTooNarrow } from '@tongheng/statistics/net-content/acceptance-curve';
import { inspect, type NetContentAnswer } from '@tongheng/statistics/net-content/answer';
import { readPlan } from '@tongheng/statistics/net-content/input';
import { readUnit } from '@tongheng/statistics/net-content/quantity-unit';
import { readRule } from '@tongheng/statistics/net-content/rules';
import { tolerableDeficiency } from '@tongheng/statistics/net-content/tolerable-deficiency';
import { readDecimal, readPositive } from '@tongheng/statistics/sample/read-input';
import type { Language } from '../../../kernel/text.ts';
import { splitValues } from './value-list.ts';

/** Every field as it was typed. */
export type Entry = {
  readonly rule: string;
  readonly date: string;
  readonly lot: string;
  readonly nominal: string;
  readonly unit: string;
  readonly given: string;
  readonly values: string;
  readonly labelText: string;
  readonly height: string;
  readonly each: string;
  readonly pieces: string;
};
export type Field = keyof Entry;

const emptyEntry: Entry = {
  rule: 'jjf-1070-2005',
  date: '',
  lot: '',
  nominal: '',
  unit: 'g',
  given: 'contents',
  values: '',
  labelText: '',
  height: '',
  each: '',
  pieces: '',
};

/** A lot of the size and spread of the worked example of JJF 1070-2005 with 40 units of 100 g. */
export const exampleEntry = (today: string): Entry => ({
  ...emptyEntry,
  date: today,
  lot: '40',
  nominal: '100',
  values: ['99.1', '100.4', '98.7', '100.9', '99.6', '97.8', '100.2', '99.0', '101.3', '98.5'].join('\n'),
  labelText: '净含量：100 g',
  height: '3',
});

export const blankEntry = (today: string): Entry => ({ ...emptyEntry, date: today });

/** The names of the fields in an address. */
const names: Readonly<Record<Field, string>> = {
  rule: 'rule',
  date: 'date',
  lot: 'lot',
  nominal: 'qn',
  unit: 'unit',
  given: 'given',
  values: 'x',
  labelText: 'label',
  height: 'height',
  each: 'each',
  pieces: 'pieces',
};
const fields = Object.keys(names) as Field[];
const longestField = 300;
/** Longer addresses are cut by some programs that pass them on. */
const longestAddress = 4000;
/** Between values in an address: it needs no escape and stands in no number. */
const between = '_';

/** The form of an address; a day that is not there is today. */
export function entryOf(query: URLSearchParams, today: string): Entry {
  const read = { ...blankEntry(today) } as Record<Field, string>;
  for (const field of fields) {
    const value = query.get(names[field]);
    if (value === null) continue;
    read[field] = field === 'values' ? value.slice(0, longestAddress).split(between).join('\n') : value.slice(0, longestField);
  }
  if (read.given !== 'deviations') read.given = 'contents';
  return read;
}

/** A form as it stands in an address, behind #; isWhole false: the values were left out because the address would be too long. */
export function addressOf(entry: Entry, today: string): { readonly query: string; readonly isWhole: boolean } {
  const query = new URLSearchParams();
  const blank = blankEntry(today);
  const isBlank = fields.every((field) => entry[field] === blank[field]);
  if (isBlank) return { query: '', isWhole: true };
  for (const field of fields) {
    const value = field === 'values' ? splitValues(entry.values).join(between) : entry[field].slice(0, longestField);
    if (value !== '' && (field === 'date' || value !== emptyEntry[field])) query.set(names[field], value);
  }
  if (query.toString().length <= longestAddress) return { query: query.toString(), isWhole: true };
  query.delete(names.values);
  return { query: query.toString(), isWhole: false };
}

export type Fault = { readonly field: Field; readonly index: number | null; readonly text: readonly [zh: string, en: string] };

export type Reading = {
  readonly answer: NetContentAnswer | null;
  readonly faults: readonly Fault[];
  /** Size of the sample; null until rule and lot are there. */
  readonly n: number | null;
  readonly tolerable: string | null;
  readonly values: readonly string[];
};

const fieldOfPlace: readonly (readonly [place: RegExp, field: Field])[] = [
  [/^rule/, 'rule'],
  [/^date/, 'date'],
  [/^lot/, 'lot'],
  [/^nominal/, 'nominal'],
  [/^unit/, 'unit'],
  [/^label\.text/, 'labelText'],
  [/^label\.characterHeight/, 'height'],
  [/^label\.multipack.*each/, 'each'],
  [/^label\.multipack.*pieces/, 'pieces'],
  [/^label/, 'labelText'],
];

/** The refusal of a calculation under the field where it belongs, without the path that a file would need. */
function faultOf(error: InvalidInput): Fault {
  const field = fieldOfPlace.find(([place]) => place.test(error.place))?.[1] ?? 'values';
  const index = /\[(\d+)\]$/.exec(error.place)?.[1];
  const [zh, en] = error.text;
  return {
    field,
    index: field === 'values' && index !== undefined ? Number(index) : null,
    text: [zh.replace(`${error.place}：`, ''), en.replace(`${error.place}: `, '')],
  };
}

/** Runs a part of the reading; a refusal becomes a fault. */
function attempt<Result>(faults: Fault[], work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const fault = faultOf(error);
    if (!faults.some(({ field }) => field === fault.field)) faults.push(fault);
    return null;
  }
}

function labelOf({ labelText, height, each, pieces }: Entry): object | undefined {
  if ([labelText, height, each, pieces].every((text) => text.trim() === '')) return undefined;
  const isMultipack = each.trim() !== '' || pieces.trim() !== '';
  return {
    text: labelText,
    ...(height.trim() === '' ? {} : { characterHeight: height.trim() }),
    ...(isMultipack ? { multipack: [{ each: each.trim(), pieces: pieces.trim() }] } : {}),
  };
}

/** The input of the command line for a form, curve included. */
export function inputOf(entry: Entry, s: string | null = null): Readonly<Record<string, unknown>> {
  const label = labelOf(entry);
  return {
    rule: entry.rule,
    lot: entry.lot.trim(),
    nominal: entry.nominal.trim(),
    unit: entry.unit,
    [entry.given]: splitValues(entry.values),
    ...(entry.date === '' ? {} : { date: entry.date }),
    ...(label === undefined ? {} : { label }),
    ...(s === null ? {} : { process: { s } }),
  };
}

/** Reads a form as far as it is filled in: what is missing is waited for, what is wrong is said under its field. */
export function readEntry(entry: Entry): Reading {
  const faults: Fault[] = [];
  const values = splitValues(entry.values);
  const hasLot = entry.lot.trim() !== '';
  // Without a lot the rule is asked for one that every table has: a rule that cannot decide says so at once.
  const found = attempt(faults, () => readPlan({ rule: entry.rule, lot: hasLot ? entry.lot.trim() : '1000' }));
  const plan = hasLot ? found : null;
  const tolerable =
    entry.nominal.trim() === ''
      ? null
      : attempt(faults, () => {
          const unit = readUnit(entry.unit, 'unit');
          return print(tolerableDeficiency(readPositive(entry.nominal, 'nominal'), unit, readRule(entry.rule, 'rule').rounding.direction));
        });
  attempt(faults, () => values.forEach((value, index) => void readDecimal(value, `contents[${index}]`)));
  const n = plan?.plan.n ?? null;
  const isComplete = n !== null && tolerable !== null && values.length === n && faults.length === 0;
  if (!isComplete) return { answer: null, faults, n, tolerable, values };
  const answer = attempt(faults, () => {
    const judged = inspect(inputOf(entry));
    const hasCurve = judged.s !== null && !isTooNarrow(parse(judged.nominal), parse(judged.s));
    return hasCurve ? inspect(inputOf(entry, judged.s)) : judged;
  });
  return { answer, faults, n, tolerable, values };
}

/** The name of a unit beside a number; counted goods have none. */
export const unitName = (unit: string, language: Language): string => (unit === 'count' ? (language === 'zh' ? '个' : '') : unit);
