/** What stands in the form of the control chart, its address, and the chart that is computed from it. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { chartAnswer, type ChartAnswer } from '@tongheng/statistics/control-chart/chart-answer';
import { readChartInput } from '@tongheng/statistics/control-chart/chart-input';
import { chartKinds, type ChartKind } from '@tongheng/statistics/control-chart/chart';
import type { Text } from '../../../kernel/text.ts';
import { readRows, type Rows } from './control-chart-rows.ts';

/** Every field as it was typed. There is none for a limit. */
export type Entry = {
  readonly chart: ChartKind;
  readonly data: string;
  readonly established: string;
  readonly size: string;
  readonly lambda: string;
  readonly width: string;
  readonly k: string;
  readonly h: string;
  readonly target: string;
  readonly sigma: string;
  readonly source: string;
  readonly lower: string;
  readonly upper: string;
};
export type Field = keyof Entry;

export const blankEntry: Entry = {
  chart: 'xbar-r',
  data: '',
  established: '',
  size: '',
  lambda: '',
  width: '',
  k: '',
  h: '',
  target: '',
  sigma: '',
  source: '',
  lower: '',
  upper: '',
};

export const countsItems = (chart: ChartKind): boolean => chart === 'p' || chart === 'np' || chart === 'u';
export const isCounts = (chart: ChartKind): boolean => countsItems(chart) || chart === 'c';
export const isSequence = (chart: ChartKind): boolean => chart === 'ewma' || chart === 'cusum';

/** Which fields a chart has beside its data. */
export function fieldsOf(chart: ChartKind): readonly Field[] {
  if (countsItems(chart)) return ['size'];
  if (chart === 'c') return [];
  const own: readonly Field[] =
    chart === 'ewma' ? ['lambda', 'width', 'target', 'sigma', 'source'] : chart === 'cusum' ? ['k', 'h', 'target', 'sigma', 'source'] : [];
  return [...own, 'lower', 'upper'];
}

const names: Readonly<Record<Field, string>> = {
  chart: 'chart',
  data: 'x',
  established: 'x0',
  size: 'n',
  lambda: 'lambda',
  width: 'L',
  k: 'k',
  h: 'h',
  target: 'target',
  sigma: 'sigma',
  source: 'source',
  lower: 'lower',
  upper: 'upper',
};
const allFields = Object.keys(names) as Field[];
const longestAddress = 4000;
/** Between readings and between subgroups in an address: neither needs an escape nor stands in a number. */
const [betweenReadings, betweenGroups] = ['_', '*'];

const packed = (text: string): string =>
  readRows(text)
    .rows.map((row) => row.join(betweenReadings))
    .join(betweenGroups);
const unpacked = (text: string): string => text.split(betweenGroups).join('\n').split(betweenReadings).join('\t');

/** The form of an address. */
export function entryOf(query: URLSearchParams): Entry {
  const read: Record<Field, string> = { ...blankEntry };
  for (const field of allFields) {
    const value = query.get(names[field]) ?? '';
    if (value !== '')
      read[field] = field === 'data' || field === 'established' ? unpacked(value.slice(0, longestAddress)) : value.slice(0, 200);
  }
  return { ...read, chart: chartKinds.find((kind) => kind === read.chart) ?? 'xbar-r' };
}

/** The query of a form; isWhole false: the data were left out because the address would be too long. */
export function addressOf(entry: Entry): { readonly query: string; readonly isWhole: boolean } {
  const query = new URLSearchParams();
  for (const field of allFields) {
    const value = field === 'data' || field === 'established' ? packed(entry[field]) : entry[field].trim();
    if (value !== blankEntry[field] && value !== '') query.set(names[field], value.slice(0, longestAddress * 4));
  }
  if (query.toString().length <= longestAddress) return { query: query.toString(), isWhole: true };
  query.delete(names.data);
  query.delete(names.established);
  return { query: query.toString(), isWhole: false };
}

/** More points than a person looks at in one picture; the command line takes a hundred thousand. */
export const mostPoints = 2000;
const mostReadings = 50_000;

export type Fault = { readonly field: Field; readonly row: number | null; readonly text: Text };
export type Reading = {
  readonly answer: ChartAnswer | null;
  readonly fault: Fault | null;
  /** Names of the points as pasted, or their numbers. */
  readonly names: readonly string[];
  /** Decimals of the readings as they were written. */
  readonly decimals: number;
  readonly points: number;
};

/** A list that was pasted in one line belongs in one column. */
function arranged({ rows, names: found }: Rows, chart: ChartKind): Rows {
  const [only] = rows;
  const inLine = rows.length === 1 && only !== undefined && (chart === 'i-mr' || isSequence(chart) || chart === 'c');
  return inLine ? { rows: only.map((cell) => [cell]), names: null } : { rows, names: found };
}

type Records = { readonly data: readonly unknown[]; readonly sizes?: unknown };

/** Counts come with their sizes in a second column, or with one size for all. */
function recordsOf({ rows }: Rows, { chart, size }: Entry): Records {
  if (!countsItems(chart)) return { data: chart === 'c' ? rows.map((row) => (row.length === 1 ? row[0] : row)) : rows };
  const paired = rows.length > 0 && rows.every((row) => row.length === 2);
  if (paired) return { data: rows.map(([count]) => count), sizes: rows.map(([, of]) => of) };
  return { data: rows.map((row) => (row.length === 1 ? row[0] : row)), ...(size.trim() === '' ? {} : { sizes: size.trim() }) };
}

/** The input of the command line for a form. */
export function inputOf(entry: Entry): Readonly<Record<string, unknown>> {
  const own = fieldsOf(entry.chart);
  const typed = (field: Field): string => (own.includes(field) ? entry[field].trim() : '');
  const parameters = [
    ['lambda', 'lambda'],
    ['width', 'L'],
    ['k', 'k'],
    ['h', 'h'],
    ['target', 'target'],
    ['sigma', 'sigma'],
    ['source', 'source'],
  ] as const;
  const hasSpecification = typed('lower') !== '' || typed('upper') !== '';
  return {
    chart: entry.chart,
    ...recordsOf(arranged(readRows(entry.data), entry.chart), entry),
    ...(entry.established.trim() === '' ? {} : { established: recordsOf(arranged(readRows(entry.established), entry.chart), entry) }),
    ...Object.fromEntries(parameters.flatMap(([field, name]) => (typed(field) === '' ? [] : [[name, typed(field)]]))),
    ...(hasSpecification ? { specification: { lower: typed('lower'), upper: typed('upper') } } : {}),
  };
}

const fieldOfPlace: readonly (readonly [place: RegExp, field: Field])[] = [
  [/^established/, 'established'],
  [/^sizes/, 'size'],
  [/^specification\.upper/, 'upper'],
  [/^specification/, 'lower'],
  [/^L$/, 'width'],
  [/^(lambda|k|h|target|sigma|source)$/, 'data'],
];

function faultOf({ place, text: [zh, en] }: InvalidInput, paired: boolean): Fault {
  const own = allFields.find((field) => field === place);
  const found = own ?? fieldOfPlace.find(([pattern]) => pattern.test(place))?.[1] ?? 'data';
  const field = found === 'size' && paired ? 'data' : found;
  const row = /\[(\d+)\]/.exec(place)?.[1];
  return {
    field,
    row: row === undefined || (field !== 'data' && field !== 'established') ? null : Number(row) + 1,
    text: [zh.replace(`${place}：`, ''), en.replace(`${place}: `, '')],
  };
}

const tooMany: Text = [
  `本页最多 ${mostPoints} 个点、${mostReadings} 个读数；更多数据请用命令行 tongheng chart`,
  `at most ${mostPoints} points and ${mostReadings} readings here; use the command line tongheng chart for more`,
];

/** Reads a form; with fewer than two rows it waits, what is wrong is said once, under its field. */
export function readEntry(entry: Entry): Reading {
  const { rows, names: found } = arranged(readRows(entry.data), entry.chart);
  const readings = rows.reduce((count, row) => count + row.length, 0);
  const decimals = rows.reduce((most, row) => row.reduce((max, cell) => Math.max(max, /\.(\d+)/.exec(cell)?.[1]?.length ?? 0), most), 0);
  const state = { names: found ?? rows.map((_, index) => String(index + 1)), decimals, points: rows.length };
  if (rows.length < 2) return { ...state, answer: null, fault: null };
  if (rows.length > mostPoints || readings > mostReadings)
    return { ...state, answer: null, fault: { field: 'data', row: null, text: tooMany } };
  try {
    return { ...state, answer: chartAnswer(readChartInput(inputOf(entry))).answer, fault: null };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { ...state, answer: null, fault: faultOf(error, countsItems(entry.chart) && rows.every((row) => row.length === 2)) };
  }
}
