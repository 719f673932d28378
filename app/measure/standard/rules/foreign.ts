/**
 * Digital calibration certificates of others 数字校准证书: what is taken from one, and when a person must say why it is believed. A right
 * signature says only that nothing was changed since; who signed is for a person to judge.
 */
import { compare, DecimalError, parse, print } from '@tongheng/quantity/decimal';
import type { Dcc, ReadQuantity, ReadTable, ReadUnit, ReadValue } from '@tongheng/seal/dcc/read';
import type { XmlSignature } from '@tongheng/seal/xml/signature';
import type { Text } from '../../../kernel/text.ts';

export const signatureResults = {
  valid: ['签名相符', 'Signature right'],
  broken: ['签名不符', 'Signature broken'],
  none: ['没有签名', 'Not signed'],
  unchecked: ['无法核验', 'Cannot be checked'],
} as const satisfies Record<string, Text>;
export type SignatureState = keyof typeof signatureResults;
export const signatureStateNames = Object.keys(signatureResults) as [SignatureState, ...SignatureState[]];

/** SHA-1 and the like are told by name and never count as right. */
export const signatureStateOf = ({ ok, code }: Pick<XmlSignature, 'ok' | 'code'>): SignatureState =>
  code === 'none' ? 'none' : ok === true ? 'valid' : ok === null ? 'unchecked' : 'broken';

/** One measured point with an uncertainty. */
export type ForeignPoint = {
  readonly table: string;
  readonly quantity: string;
  /** Where on the table: the first quantity beside it, such as the nominal value; '' where it stands alone. */
  readonly at: string;
  /** As the document writes it. */
  readonly value: string;
  /** The sign of the unit where it is known here, else what the document writes. */
  readonly unit: string;
  readonly isUnitKnown: boolean;
  /** U or, with k = 1, the standard uncertainty. */
  readonly uncertainty: string;
  readonly coverageFactor: string | null;
  readonly probability: string | null;
};

const mostPoints = 500;

/**
 * A decimal without an exponent; undefined for what is no number.
 *
 * @example plainDecimal('3e-7') // '0.0000003'
 */
export function plainDecimal(text: string): string | undefined {
  try {
    return print(parse(text.replace(/^([+-]?)\./, '$10.').replace(/\.(?=[eE]|$)/, ''), { exponent: true }));
  } catch (error) {
    if (error instanceof DecimalError) return undefined;
    throw error;
  }
}

/** The sign of a unit behind a number; the unit one has none. */
export const shownUnit = ({ symbol, written }: ReadUnit): string => (symbol === '1' ? '' : (symbol ?? written));
const shownValue = ({ value, unit }: ReadValue): string => `${value ?? ''} ${shownUnit(unit)}`.trim();

/** What stands beside a value on its row: its label, or the first other quantity of the table with as many rows. */
function besides({ columns }: ReadTable, column: ReadQuantity, row: number): string {
  const other = columns.find((one) => one !== column && one.values.length === column.values.length && one.values.length > 1);
  const beside = other?.values[row];
  if (other !== undefined && beside !== undefined && beside.value !== null) return `${other.name} ${shownValue(beside)}`.trim();
  return column.values[row]?.label ?? columns.find((one) => one !== column && one.values.length === 0 && one.text !== '')?.text ?? '';
}

const pointsIn = (table: ReadTable, column: ReadQuantity): readonly ForeignPoint[] =>
  column.values.flatMap(({ value, unit, uncertainty }, row) => {
    const U = uncertainty === null ? undefined : plainDecimal(uncertainty.value);
    if (value === null || uncertainty === null || U === undefined) return [];
    return [
      {
        table: table.title,
        quantity: column.name,
        at: besides(table, column, row),
        value,
        unit: unit.symbol ?? unit.written,
        isUnitKnown: unit.symbol !== null,
        uncertainty: U,
        coverageFactor: uncertainty.kind === 'expanded' ? uncertainty.k : '1',
        probability: uncertainty.probability,
      },
    ];
  });

const tablesOf = ({ results }: Pick<Dcc, 'results'>): readonly ReadTable[] => results.flatMap(({ tables }) => tables);

/** Every value of the results with an uncertainty, in the order of the document. */
export const pointsOf = (dcc: Pick<Dcc, 'results'>): readonly ForeignPoint[] =>
  tablesOf(dcc)
    .flatMap((table) => table.columns.flatMap((column) => pointsIn(table, column)))
    .slice(0, mostPoints);

const isZero = (text: string): boolean => /^-?0+(?:\.0+)?$/.test(text);

/** A point can be taken when its U is above zero, its k is written and its unit is known. */
export const isUsable = ({ uncertainty, coverageFactor, isUnitKnown, unit }: ForeignPoint): boolean =>
  !isZero(uncertainty) && !uncertainty.startsWith('-') && coverageFactor !== null && isUnitKnown && unit.length <= 20;

/** The point with the largest U among those in the unit of the first: what holds for it holds for all. Null: none can be taken. */
export function suggestedPoint(points: readonly ForeignPoint[]): number | null {
  const usable = points.flatMap((point, index) => (isUsable(point) ? [{ point, index }] : []));
  const [first] = usable;
  if (first === undefined) return null;
  const alike = usable.filter(({ point }) => point.unit === first.point.unit);
  return alike.reduce((most, one) => (compare(parse(one.point.uncertainty), parse(most.point.uncertainty)) > 0 ? one : most), first).index;
}

/** From the smallest to the largest value of the first quantity of the first table that has uncertainties, in its unit. */
export function spanOf(dcc: Pick<Dcc, 'results'>): string | null {
  const [first] =
    tablesOf(dcc)
      .find((table) => table.columns.some((column) => pointsIn(table, column).length > 0))
      ?.columns.filter(({ values }) => values.length > 0) ?? [];
  const unit = first?.values[0]?.unit;
  if (first === undefined || unit === undefined) return null;
  const sorted = first.values
    .filter((one) => one.unit.written === unit.written)
    .flatMap(({ value }) => (value === null ? [] : (plainDecimal(value) ?? [])))
    .sort((a, b) => compare(parse(a), parse(b)));
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  if (least === undefined || most === undefined) return null;
  return `${least === most ? least : `${least} ～ ${most}`} ${shownUnit(unit)}`.trim();
}

export const findingTexts = {
  'serial-differs': [
    '证书中的器具编号与标准器的出厂编号、本机构编号都不相同',
    'No number of the item is the serial number or the number of the standard',
  ],
  'several-items': [
    '证书涉及多件器具，请确认所取数值属于该标准器',
    'The certificate is about several items: make sure that the value is this one’s',
  ],
  'no-uncertainty': [
    '证书没有可用的测量不确定度（缺 U、k 或单位不识别）',
    'No uncertainty can be taken from it: U, k or a known unit is missing',
  ],
  'not-conforming': ['证书写明不符合要求', 'The certificate states that requirements are not met'],
  demonstration: ['这是演示证书，不具效力', 'It is a demonstration and has no effect'],
  'no-day': ['证书没有可用的校准日期', 'It has no day of the calibration'],
  future: ['校准日期晚于今天', 'The day of the calibration is yet to come'],
} as const satisfies Record<string, Text>;
export type FindingCode = keyof typeof findingTexts;

/** 'YYYY-MM-DD' without a time zone; null where there is no such day. */
export const dayOf = (text: string | null): string | null => /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? null;

const same = (a: string, b: string): boolean => a.replace(/\s/g, '').toLowerCase() === b.replace(/\s/g, '').toLowerCase();

/** What a person must look at before believing the certificate. */
export function findingsOf(
  dcc: Pick<Dcc, 'items' | 'statements' | 'dates' | 'results'>,
  standard: { readonly serial: string; readonly number: string },
  isDemonstration: boolean,
  today: string,
): FindingCode[] {
  const numbers = dcc.items.flatMap(({ identifications }) => identifications.map(({ value }) => value));
  const day = dayOf(dcc.dates.ended);
  const found: readonly (readonly [FindingCode, boolean])[] = [
    ['serial-differs', !numbers.some((number) => same(number, standard.serial) || same(number, standard.number))],
    ['several-items', dcc.items.length > 1],
    ['no-uncertainty', suggestedPoint(pointsOf(dcc)) === null],
    ['not-conforming', dcc.statements.some(({ conformity }) => conformity.some((one) => /fail|noPass/i.test(one)))],
    ['demonstration', isDemonstration],
    ['no-day', day === null],
    ['future', day !== null && day > today],
  ];
  return found.filter(([, holds]) => holds).map(([code]) => code);
}

/** Whether believing it needs a written reason: the file alone does not show where it is from, or that it is about this standard. */
export const needsReason = (signature: SignatureState, findings: readonly FindingCode[]): boolean =>
  signature !== 'valid' || findings.some((code) => code === 'serial-differs' || code === 'not-conforming');
