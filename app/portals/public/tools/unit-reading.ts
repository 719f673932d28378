/** What the form of a conversion asks for, as far as it is filled in: the value in the other unit, and what is known about both units. */
import { convert, readQuantity, type ConversionOptions } from '@tongheng/quantity/conversion';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { printExactly, printRounded } from '@tongheng/quantity/printed-number';
import {
  coherentUnit,
  compatible,
  legalStatus,
  parseUnit,
  printDimension,
  printUnit,
  sameDimension,
  unitFactor,
  unitName,
  type Law,
  type Notation,
  type Unit,
} from '@tongheng/quantity/unit';
import { unitEntries } from '@tongheng/quantity/unit/table';
import type { Text } from '../../../kernel/text.ts';
import type { Entry } from './unit-entry.ts';

export type Field = 'value' | 'unit' | 'target';

export type Fault = {
  readonly field: Field;
  /** In the field, from 1; null where the whole is meant. */
  readonly column: number | null;
  readonly text: Text;
  /** The field as it was perhaps meant. */
  readonly meant: string | null;
};

export type Facts = {
  readonly name: string;
  /** null: the notation has no name for it. */
  readonly notations: readonly (readonly [notation: Notation, name: string | null])[];
  readonly dimension: string;
  /** One unit in coherent SI units; null for scales with an origin or a logarithm. */
  readonly factor: { readonly value: string; readonly exact: boolean; readonly unit: string } | null;
  readonly law: Law | null;
};

export type Answer = {
  readonly value: string;
  readonly exact: boolean;
  readonly given: string;
  readonly from: string;
  readonly to: string;
};

export type Reading = {
  readonly answer: Answer | null;
  readonly faults: readonly Fault[];
  readonly from: Facts | null;
  readonly to: Facts | null;
  /** Legal units of the same kind. */
  readonly offers: readonly string[];
  /** A level without a reference: it must be said what it is a ratio of. */
  readonly hasRatio: boolean;
};

type Asked = Pick<Entry, 'value' | 'unit' | 'target' | 'difference' | 'ratio'>;

const columnOf = (place: string): number | null => {
  const column = /column (\d+)$/.exec(place)?.[1];
  return column === undefined ? null : Number(column);
};

const withoutPlace = ({ place, text: [zh, en] }: InvalidInput): Text =>
  place === '' ? [zh, en] : [zh.replace(`${place}：`, ''), en.replace(`${place}: `, '')];

/** The field with the unknown name replaced by the nearest one, where that makes it a unit. */
function meantBy(written: string, column: number | null, [, sentence]: Text): string | null {
  const [, unknown, nearest] = /“([^“”]+)”; did you mean “([^“”]+)”/.exec(sentence) ?? [];
  if (column === null || unknown === undefined || nearest === undefined) return null;
  const at = written.indexOf(unknown, column - 1);
  if (at < 0) return null;
  const meant = written.slice(0, at) + nearest + written.slice(at + unknown.length);
  try {
    readQuantity(/^\s*[-+−\d]/.test(meant) ? meant : `1 ${meant}`);
    return meant;
  } catch {
    return null;
  }
}

/** Runs a part of the reading; a refusal becomes a fault of its field. */
function attempt<Result>(
  faults: Fault[],
  place: (error: InvalidInput) => readonly [field: Field, column: number | null],
  asked: Asked,
  work: () => Result,
): Result | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const [field, column] = place(error);
    const text = withoutPlace(error);
    faults.push({ field, column, text, meant: meantBy(asked[field], column, text) });
    return null;
  }
}

const notations: readonly Notation[] = ['symbol', 'chinese', 'ucum', 'dsi'];

function nameIn(unit: Unit, notation: Notation): string | null {
  try {
    return printUnit(unit, notation);
  } catch (error) {
    if (error instanceof InvalidInput) return null;
    throw error;
  }
}

const scaleOf = ({ terms }: Unit): string | undefined => (terms.length === 1 ? terms[0]?.entry.scale?.kind : undefined);

function factsOf(unit: Unit): Facts {
  const { value, exact } = unitFactor(unit);
  const printed = printExactly(value);
  return {
    name: unitName(unit),
    notations: notations.map((notation) => [notation, nameIn(unit, notation)] as const),
    dimension: printDimension(unit.dimension),
    factor:
      scaleOf(unit) === undefined
        ? {
            value: exact && printed !== undefined ? printed : printRounded(value, 15),
            exact: exact && printed !== undefined,
            unit: printUnit(coherentUnit(unit.dimension)),
          }
        : null,
    law: legalStatus(unit) ?? null,
  };
}

const usualPrefixes = ['', 'k', 'M', 'm', 'µ'];
const mostOffers = 10;

let legalUnits: readonly { readonly name: string; readonly unit: Unit }[] | undefined;

/** Legal units without and with the usual prefixes; made at the first use. */
const listLegalUnits = (): typeof legalUnits & object =>
  (legalUnits ??= unitEntries
    .filter(({ law }) => law.status === 'legal' || law.status === 'permitted')
    .flatMap(({ symbols: [symbol = ''], prefixes }) =>
      symbol === '' ? [] : usualPrefixes.filter((prefix) => prefix === '' || prefixes.includes(prefix)).map((prefix) => prefix + symbol),
    )
    .map((name) => ({ name, unit: parseUnit(name) })));

const sameMark = (a: Unit, b: Unit, mark: string): boolean =>
  a.marks[mark]?.top === b.marks[mark]?.top && a.marks[mark]?.bottom === b.marks[mark]?.bottom;

/** Legal units of the same kind; where none has a name, the coherent one. */
function offersFor(unit: Unit): readonly string[] {
  const names = listLegalUnits()
    .filter(({ unit: own }) => compatible(own, unit) && sameMark(own, unit, 'turn') && sameMark(own, unit, 'angle'))
    .map(({ name }) => name);
  const coherent = printUnit(coherentUnit(unit.dimension));
  const known = names.length === 0 && coherent !== '1' && coherent !== '' ? [coherent] : names;
  return known.filter((name) => name !== unitName(unit)).slice(0, mostOffers);
}

/** The value and the unit as one text; the unit may stand behind the value. */
const quantityText = ({ value, unit }: Asked): string => (unit.trim() === '' ? value : `${value} ${unit}`);

function readSource(asked: Asked, faults: Fault[]): Unit | null {
  const { value, unit } = asked;
  if (value.trim() === '')
    return unit.trim() === ''
      ? null
      : attempt(
          faults,
          ({ place }) => ['unit', columnOf(place)],
          asked,
          () => parseUnit(unit),
        );
  const found = attempt(
    faults,
    ({ place }) => {
      const column = columnOf(place);
      return column !== null && column > value.length + 1 ? ['unit', column - value.length - 1] : ['value', column];
    },
    asked,
    () => readQuantity(quantityText(asked)).unit,
  );
  if (found === null || unit.trim() === '') return found;
  // 5 kPa in the field of the value and Pa in that of the unit would be read as a product.
  const isNumber =
    attempt(
      [],
      () => ['value', null],
      asked,
      () => readQuantity(`${value} `).unit.terms.length === 0,
    ) === true;
  if (isNumber) return found;
  faults.push({
    field: 'value',
    column: null,
    text: ['数值中已含单位，请把单位写在单位栏中，或清空单位栏', 'The value has a unit in it: write the unit in its own field only'],
    meant: null,
  });
  return null;
}

/** Reads the form: what is missing is waited for, what is wrong is said under its field. */
export function readConversion(asked: Asked): Reading {
  const faults: Fault[] = [];
  const from = readSource(asked, faults);
  const to =
    asked.target.trim() === ''
      ? null
      : attempt(
          faults,
          ({ place }) => ['target', columnOf(place)],
          asked,
          () => parseUnit(asked.target),
        );
  const options: ConversionOptions = { difference: asked.difference, ...(asked.ratio === '' ? {} : { ratio: asked.ratio }) };
  const canConvert = from !== null && to !== null && asked.value.trim() !== '';
  const converted = canConvert
    ? attempt(
        faults,
        () => [sameDimension(from, to) ? 'value' : 'target', null],
        asked,
        () => convert(quantityText(asked), asked.target, options),
      )
    : null;
  const isBareLevel = (unit: Unit | null): boolean => {
    const scale = unit?.terms.length === 1 ? unit.terms[0]?.entry.scale : undefined;
    return scale?.kind === 'level' && scale.reference === undefined;
  };
  return {
    answer:
      converted === null || from === null || to === null
        ? null
        : { value: converted.value, exact: converted.exact, given: givenValue(asked), from: unitName(from), to: unitName(to) },
    faults,
    from: from === null ? null : factsOf(from),
    to: to === null ? null : factsOf(to),
    offers: from === null ? [] : offersFor(from),
    hasRatio: isBareLevel(from) !== isBareLevel(to) && (isBareLevel(from) || isBareLevel(to)),
  };
}

const numberInFront = /^\s*([+\-−]?\d[\d.]*(?:\/\d+)?(?:[eE][+-]?\d+)?(?:\s*[×x*]\s*10(?:\^|\*\*)?[+\-−⁻⁺]?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)\s*(.*)$/s;

/** The number of the value; an angle in degrees and minutes is its own. */
function givenValue({ value, unit }: Asked): string {
  if (unit.trim() !== '') return value.trim();
  return /[°′″']/.test(value) && !/°\s*[CFR]/.test(value) ? '' : (numberInFront.exec(value)?.[1] ?? '').trim();
}

/** The form with its units changed over: the value stays, and what stood behind it becomes the target. */
export function swapUnits(asked: Asked): Pick<Entry, 'value' | 'unit' | 'target'> {
  if (asked.unit.trim() !== '' || asked.value.trim() === '') return { value: asked.value, unit: asked.target, target: asked.unit };
  const [, number, behind = ''] = numberInFront.exec(asked.value) ?? [];
  return number === undefined
    ? { value: asked.value, unit: asked.target, target: asked.unit }
    : { value: number, unit: asked.target, target: behind.trim() };
}

/** A number as it is printed: 1.5e-7 is 1.5×10⁻⁷. */
export const printPower = (value: string): string =>
  value.replace('-', '−').replace(/e([+−-]?)(\d+)$/, (_, sign: string, exponent: string) => {
    const raised = exponent.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
    return `×10${sign === '-' || sign === '−' ? '⁻' : ''}${raised}`;
  });
