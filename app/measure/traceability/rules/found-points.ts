/**
 * The errors of a standard as it came to its calibration 调整前 (as found), read from a digital calibration certificate. What a table means is told by the
 * types and names of its columns; where more than one meaning is possible each is offered and a person chooses, where none is certain the reason is
 * given. Results after an adjustment are never offered. An error is what the standard states, or shows, less what is true.
 */
import { abs, negate, parse, print, subtract, trim } from '@tongheng/quantity/decimal';
import type { Dcc, ReadQuantity, ReadTable, ReadUncertainty, ReadValue } from '@tongheng/seal/dcc/read';
import { elementOf, elementsOf, type XmlElement } from '@tongheng/seal/xml/tree';
import type { Text } from '../../../kernel/text.ts';
import { plainDecimal } from '../../standard/rules/foreign.ts';
import type { FoundPoint } from './impact-finding.ts';

export const stages = {
  'as-found': ['调整前', 'As found'],
  'as-left': ['调整后', 'As left'],
  unstated: ['未写明调整前后', 'Before or after an adjustment is not said'],
} as const satisfies Record<string, Text>;
export type Stage = keyof typeof stages;
export const stageNames = Object.keys(stages) as [Stage, ...Stage[]];

export const formulas = {
  error: ['误差一栏照录', 'The errors as they are stated'],
  correction: ['修正值反号', 'The corrections with the other sign'],
  'deviation-shown': ['偏差照录：示值 − 真值（测量仪器）', 'The deviations as they are: shown less true (an instrument)'],
  'deviation-value': [
    '偏差反号：偏差为实际值 − 标称值（实物量具）',
    'The deviations with the other sign: actual less nominal (a material measure)',
  ],
  'nominal-less-actual': ['标称值 − 测得的实际值（实物量具）', 'Nominal less the actual value that was measured (a material measure)'],
  'shown-less-true': ['示值 − 参考值（测量仪器）', 'Shown less reference value (an instrument)'],
} as const satisfies Record<string, Text>;
export type Formula = keyof typeof formulas;
export const formulaNames = Object.keys(formulas) as [Formula, ...Formula[]];

export const refusals = {
  'as-left': ['这是调整或修理后的结果，不是发现时的误差', 'These are results after an adjustment or repair, not the error as it was found'],
  'no-error': [
    '没有误差、修正值，也没有可相减的两栏（标称值与测得值，示值与参考值）',
    'It has no errors, no corrections, and no two columns of which one is less the other',
  ],
  'no-place': [
    '没有与各误差对应的量程上的点（标称值、参考值或示值）',
    'No nominal, reference or shown value says at which place each error is',
  ],
  'unit-unknown': ['单位不能识别', 'A unit is not known'],
  'units-differ': ['两栏或各行的单位不同', 'The units of the columns or rows differ'],
  'too-many': ['多于 60 点，请手工选取', 'More than 60 points: choose by hand'],
  'beside-as-found': ['同一证书另有写明为调整前的结果', 'The certificate has other results that are said to be as found'],
  'no-values': ['没有可用的数值（空值，或位数过多）', 'No value can be used: empty, or too long'],
} as const satisfies Record<string, Text>;
export type Refusal = keyof typeof refusals;
export const refusalNames = Object.keys(refusals) as [Refusal, ...Refusal[]];

export const notes = {
  'stage-unstated': [
    '证书没有写明是否经过调整：请确认这是调整前的数值',
    'The certificate does not say whether there was an adjustment: make sure that these are the values before it',
  ],
  'choose-meaning': ['同一张表有几种含义，请对照证书选定', 'The table may mean more than one thing: choose by the certificate itself'],
  'uncertainty-scaled': ['U 已由其 k 换算到 k = 2', 'U was put from its k to k = 2'],
  'uncertainty-missing': ['部分点没有可用的 U', 'Some points have no U that can be taken'],
  'rows-left-out': ['没有数值的行未取', 'Rows without a value were left out'],
} as const satisfies Record<string, Text>;
export type Note = keyof typeof notes;

export type Reading = {
  readonly table: string;
  readonly stage: Exclude<Stage, 'as-left'>;
  readonly formula: Formula;
  readonly unit: string;
  readonly errorUnit: string;
  readonly points: readonly FoundPoint[];
  readonly notes: readonly Note[];
};
export type Unusable = { readonly table: string; readonly reason: Refusal };

const foundTypes = /before_?(?:adjust|repair|service|maintenance)|as_?found/i;
const leftTypes = /after_?(?:adjust|repair|service|maintenance)|as_?left/i;
const foundWords =
  /as[\s-]?found|before\s+(?:\w+\s+)?(?:adjust|repair|service|maintenance)|vor\s+(?:\w+\s+)?(?:justier|reparatur|abgleich)|avant\s+(?:\S+\s+)?(?:ajustage|réglage|réparation)|(?:调整|调修|调校|修理|检修|维修|校准|修|调)前|来样状态/i;
const leftWords =
  /as[\s-]?left|after\s+(?:\w+\s+)?(?:adjust|repair|service|maintenance)|nach\s+(?:\w+\s+)?(?:justier|reparatur|abgleich)|après\s+(?:\S+\s+)?(?:ajustage|réglage|réparation)|(?:调整|调修|调校|修理|检修|维修|修|调)后/i;

/** Whether the types or, where they say nothing, the words say before or after an adjustment; said of both it is not certain of either. */
export function stageOf(words: string, types: readonly string[]): Stage {
  const said = (found: boolean, left: boolean): Stage | undefined => (found === left ? undefined : found ? 'as-found' : 'as-left');
  const byType = said(
    types.some((type) => foundTypes.test(type)),
    types.some((type) => leftTypes.test(type)),
  );
  return byType ?? said(foundWords.test(words), leftWords.test(words)) ?? 'unstated';
}

type Kind = 'tolerance' | 'uncertainty' | 'correction' | 'deviation' | 'error' | 'nominal' | 'reference' | 'shown' | 'measured';
/** The types of the working groups of the DCC as they are in use; the list is known from practice and not complete. */
const kindTypes: readonly (readonly [Kind, RegExp])[] = [
  ['error', /^basic_(?:measurementError|errorOfIndication|error)$/i],
  ['correction', /^basic_correction/i],
  ['uncertainty', /^basic_(?:expanded|standard|combined)?uncertainty/i],
  ['tolerance', /acceptanceLimit|permissible/i],
  ['nominal', /^basic_nominal/i],
  ['reference', /^basic_(?:reference|conventional)/i],
  ['shown', /^basic_indicat/i],
];
const kindWords: readonly (readonly [Kind, RegExp])[] = [
  ['tolerance', /允许误差|允差|permissible|tolerance|\bMPE[SV]?\b|Fehlergrenze|limit/i],
  ['uncertainty', /不确定度|uncertaint|Unsicherheit|incertitude/i],
  ['correction', /修正|correction|Korrektur/i],
  ['deviation', /偏差|deviation|Abweichung|écart/i],
  ['error', /误差|\berror|Fehler|erreur/i],
  ['nominal', /标称|名义|nominal|Nenn/i],
  ['reference', /参考|标准值|标准器|真值|施加|reference|applied|conventional true|Referenz|référence/i],
  ['shown', /示值|读数|指示|indicat|reading|display|Anzeige/i],
  ['measured', /测得|实测|实际值|折算|measured|actual|conventional|Messwert|Istwert/i],
];

/** What a column is: its type where that says more than that it was measured, else its name. */
function kindOf({ name, refTypes }: ReadQuantity): Kind | undefined {
  const typed = kindTypes.find(([, form]) => refTypes.some((type) => form.test(type)))?.[0];
  if (typed !== undefined) return typed;
  const named = kindWords.find(([, form]) => form.test(name))?.[0];
  return named ?? (refTypes.some((type) => /^basic_measuredValue$/i.test(type)) ? 'measured' : undefined);
}

const mostPoints = 60;
const isShort = (text: string): boolean => /^-?\d{1,12}(?:\.\d{1,12})?$/.test(text);

/** One unit for all rows with a value; '' where they differ, null where it is not known. */
function unitOf(values: readonly ReadValue[]): string | null {
  const units = new Set(values.filter(({ value }) => value !== null).map(({ unit }) => unit.symbol));
  const [only] = units;
  return units.size > 1 ? '' : (only ?? null);
}

/** U at k = 2 in decimal text, and whether it had to be scaled; undefined where none can be told. */
function uncertaintyAt2(given: ReadUncertainty | null): { U: string; scaled: boolean } | undefined {
  if (given === null || given.kind === 'interval') return undefined;
  const value = plainDecimal(given.value);
  const k = given.kind === 'standard' ? 1 : Number(given.k ?? Number.NaN);
  if (value === undefined || value.startsWith('-') || !(k > 0)) return undefined;
  if (k === 2) return isShort(value) ? { U: value, scaled: false } : undefined;
  const text = plainDecimal(((Number(value) * 2) / k).toPrecision(3));
  const scaled = text === undefined ? undefined : print(trim(parse(text)));
  return scaled !== undefined && isShort(scaled) ? { U: scaled, scaled: true } : undefined;
}

type Way = { readonly formula: Formula; readonly of: ReadQuantity; readonly less: ReadQuantity | null; readonly negated: boolean };

/** What the errors of a table may be. Two columns that are subtracted may stand for an instrument or for a material measure. */
function waysOf(columns: ReadonlyMap<Kind, ReadQuantity>): readonly Way[] {
  const [error, correction, deviation] = [columns.get('error'), columns.get('correction'), columns.get('deviation')];
  const [nominal, reference, shown, measured] = [
    columns.get('nominal'),
    columns.get('reference'),
    columns.get('shown'),
    columns.get('measured'),
  ];
  if (error) return [{ formula: 'error', of: error, less: null, negated: false }];
  if (correction) return [{ formula: 'correction', of: correction, less: null, negated: true }];
  if (deviation)
    return [
      { formula: 'deviation-shown', of: deviation, less: null, negated: false },
      { formula: 'deviation-value', of: deviation, less: null, negated: true },
    ];
  if (shown && (reference ?? measured))
    return [{ formula: 'shown-less-true', of: shown, less: reference ?? measured ?? null, negated: false }];
  if (shown && nominal) return [{ formula: 'shown-less-true', of: shown, less: nominal, negated: false }];
  if (nominal && reference) return [{ formula: 'nominal-less-actual', of: nominal, less: reference, negated: false }];
  if (nominal && measured)
    return [
      { formula: 'nominal-less-actual', of: nominal, less: measured, negated: false },
      { formula: 'shown-less-true', of: measured, less: nominal, negated: false },
    ];
  if (reference && measured) return [{ formula: 'shown-less-true', of: measured, less: reference, negated: false }];
  return [];
}

/** Beside an error its tolerance: a column of its own, or the limit that stands with the verdict. */
function toleranceAt(way: Way, columns: ReadonlyMap<Kind, ReadQuantity>, row: number, errorUnit: string): string | null {
  const limits = way.less === null ? way.of.limits.filter(({ refTypes }) => refTypes.some((type) => /Upper|Symmetric/i.test(type))) : [];
  for (const column of [columns.get('tolerance'), ...limits]) {
    const one = column?.values[column.values.length === 1 ? 0 : row];
    const text = one === undefined || one.value === null || one.unit.symbol !== errorUnit ? undefined : plainDecimal(one.value);
    if (text === undefined) continue;
    const size = print(abs(parse(text)));
    if (isShort(size)) return size;
  }
  return null;
}

function readWay(
  table: ReadTable,
  stage: Exclude<Stage, 'as-left'>,
  columns: ReadonlyMap<Kind, ReadQuantity>,
  way: Way,
  isOnly: boolean,
): Reading | Refusal {
  const { of, less, negated, formula } = way;
  const rows = of.values.length;
  const places = [columns.get('nominal'), columns.get('reference'), columns.get('shown'), columns.get('measured')];
  const place = places.find((one) => one !== undefined && one.values.length === rows);
  if (place === undefined || (less !== null && less.values.length !== rows)) return 'no-place';
  if ([place, of, less ?? of].some(({ values }) => values.every(({ value }) => value === null))) return 'no-values';
  const [unit, errorUnit, lessUnit] = [unitOf(place.values), unitOf(of.values), less === null ? unitOf(of.values) : unitOf(less.values)];
  if (unit === null || errorUnit === null || lessUnit === null) return 'unit-unknown';
  if (unit === '' || errorUnit === '' || lessUnit !== errorUnit) return 'units-differ';
  const found = new Set<Note>(stage === 'unstated' ? ['stage-unstated'] : []);
  if (!isOnly) found.add('choose-meaning');
  const points: FoundPoint[] = [];
  for (let row = 0; row < rows; row += 1) {
    const [at, value, other] = [place.values[row]?.value, of.values[row]?.value, less === null ? '0' : less.values[row]?.value].map(
      (text) => (text === null || text === undefined ? undefined : plainDecimal(text)),
    );
    if (at === undefined || value === undefined || other === undefined) {
      found.add('rows-left-out');
      continue;
    }
    const difference = less === null ? parse(value) : subtract(parse(value), parse(other));
    const error = print(negated ? negate(difference) : difference);
    if (!isShort(error) || !isShort(at)) {
      found.add('rows-left-out');
      continue;
    }
    const U = uncertaintyAt2(of.values[row]?.uncertainty ?? less?.values[row]?.uncertainty ?? null);
    if (U === undefined) found.add('uncertainty-missing');
    else if (U.scaled) found.add('uncertainty-scaled');
    points.push({ at, error, U: U?.U ?? null, tolerance: toleranceAt(way, columns, row, errorUnit), condition: '' });
  }
  if (points.length === 0) return 'no-values';
  if (points.length > mostPoints) return 'too-many';
  return { table: table.title, stage, formula, unit, errorUnit, points, notes: [...found] };
}

function readTable(table: ReadTable, title: string, types: readonly string[]): { readings: Reading[]; unusable: Unusable[] } {
  const measured = table.columns.filter(({ values }) => values.length > 0);
  if (measured.length === 0) return { readings: [], unusable: [] };
  const words = [title, ...table.texts, ...table.columns.map(({ name, text }) => `${name} ${text}`)].join(' ');
  const stage = stageOf(words, [...types, ...table.columns.flatMap(({ refTypes }) => refTypes)]);
  if (stage === 'as-left') return { readings: [], unusable: [{ table: title, reason: 'as-left' }] };
  const columns = new Map<Kind, ReadQuantity>();
  for (const column of measured) {
    const kind = kindOf(column);
    // Of two columns of one kind the first holds.
    if (kind !== undefined && !columns.has(kind)) columns.set(kind, column);
  }
  const ways = waysOf(columns);
  if (ways.length === 0) return { readings: [], unusable: [{ table: title, reason: 'no-error' }] };
  const read = ways.map((way) => readWay({ ...table, title }, stage, columns, way, ways.length === 1));
  const readings = read.filter((one): one is Reading => typeof one !== 'string');
  const [reason] = read.filter((one): one is Refusal => typeof one === 'string');
  return { readings, unusable: readings.length > 0 || reason === undefined ? [] : [{ table: title, reason }] };
}

const typesIn = (element: XmlElement | undefined): readonly string[] =>
  (element?.attributes.get('refType') ?? '').split(/\s+/).filter((type) => type !== '');

/** The types that stand on the result and the lists around each table, in the order of the tables. */
export function typesOfTables(root: XmlElement): readonly (readonly string[])[] {
  const within = (data: XmlElement, above: readonly string[]): (readonly string[])[] => {
    const types = [...above, ...typesIn(data)];
    const own = elementsOf(data, 'quantity').length + elementsOf(data, 'text').length === 0 ? [] : [types];
    return [...own, ...elementsOf(data, 'list').flatMap((list) => within(list, types))];
  };
  return elementsOf(elementOf(root, 'measurementResults'), 'measurementResult').flatMap((measurement) =>
    elementsOf(elementOf(measurement, 'results'), 'result').flatMap((result) => {
      const data = elementOf(result, 'data');
      return data === undefined ? [] : within(data, [...typesIn(measurement), ...typesIn(result)]);
    }),
  );
}

/** Everything that can be taken as errors of the standard, what was found before an adjustment first, and why the rest cannot. */
export function readFoundPoints(
  { results }: Pick<Dcc, 'results'>,
  types: readonly (readonly string[])[],
): { readonly readings: readonly Reading[]; readonly unusable: readonly Unusable[] } {
  const tables = results.flatMap(({ name, tables: own }) =>
    own.map((table) => ({
      table,
      title: [name, table.title].filter((part, index, all) => part !== '' && all.indexOf(part) === index).join(' · '),
    })),
  );
  // Where the tables cannot be told apart by their places their words alone decide.
  const known = types.length === tables.length ? types : [];
  const read = tables.map(({ table, title }, index) => readTable(table, title, known[index] ?? []));
  const readings = read.flatMap((one) => one.readings);
  const order = (one: Reading): number => (one.stage === 'as-found' ? 0 : 1);
  // Where some results are said to be as found, the others of the certificate are not taken for them.
  const isTold = readings.some(({ stage }) => stage === 'as-found');
  const kept = isTold ? readings.filter(({ stage }) => stage === 'as-found') : readings;
  const left = isTold ? readings.filter(({ stage }) => stage !== 'as-found') : [];
  return {
    readings: [...kept].sort((one, other) => order(one) - order(other)),
    unusable: [
      ...read.flatMap((one) => one.unusable),
      ...[...new Set(left.map(({ table }) => table))].map((table): Unusable => ({ table, reason: 'beside-as-found' })),
    ],
  };
}
