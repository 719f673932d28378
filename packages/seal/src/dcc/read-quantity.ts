/** Quantities of a DCC of any version: reals, lists of reals in their three forms, with U, and units as they are written and as we know them. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { parseUnit, unitName } from '@tongheng/quantity/unit';
import { elementOf, elementsOf, textOf, type XmlElement } from '../xml/tree.ts';
import { partOf, sayingOf, type Languages } from './read-text.ts';

/** A unit as the document writes it, and its sign where it is one that we know; null: it is not known here and must be looked at. */
export type ReadUnit = { readonly written: string; readonly symbol: string | null };

export type ReadUncertainty = {
  /** expanded U · standard u · interval: the half width of a coverage interval that lies evenly about the value is not computed. */
  readonly kind: 'expanded' | 'standard' | 'interval';
  /** U or u in the unit of the value; the standard uncertainty of an interval. */
  readonly value: string;
  readonly k: string | null;
  readonly probability: string | null;
  readonly interval: readonly [least: string, most: string] | null;
};

export type ReadValue = {
  readonly label: string | null;
  /** As written; null for NaN and where there is no number. */
  readonly value: string | null;
  readonly unit: ReadUnit;
  readonly uncertainty: ReadUncertainty | null;
};

const units = new Map<string, ReadUnit>();

/** @example readUnit('\\metre\\per\\second').symbol // 'm/s' */
export function readUnit(written: string): ReadUnit {
  const known = units.get(written);
  if (known !== undefined) return known;
  let symbol: string | null = null;
  try {
    symbol = written === '' ? null : unitName(parseUnit(written)) || '1';
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
  }
  const unit = { written, symbol };
  if (units.size < 1000) units.set(written, unit);
  return unit;
}

const isNumeric = (text: string): boolean => /^[-+]?(?:\d*\.\d+|\d+\.?\d*)(?:[Ee][-+]?\d+)?$/.test(text);
const numberOf = (text: string | null | undefined): string | null =>
  text !== null && text !== undefined && isNumeric(text) ? text.replace(/^\+/, '') : null;

const tokens = (element: XmlElement | undefined, name: string): readonly string[] => {
  const text = textOf(elementOf(element, name));
  return text === '' ? [] : text.split(/\s+/);
};
/** One entry holds for all rows. */
const at = (list: readonly string[], index: number): string | null => (list.length === 1 ? list[0] : list[index]) ?? null;

const first = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined =>
  elementsOf(element).find(({ name }) => names.includes(name));

/** What a single value says of its uncertainty, in the words of D-SI 1 and 2. */
export function uncertaintyIn(element: XmlElement | undefined): ReadUncertainty | null {
  const nested = first(
    element,
    'measurementUncertaintyUnivariate',
    'measurementUncertaintyUnivaraite',
    'listMeasurementUncertaintyUnivariate',
    'listUnivariateUnc',
  );
  if (nested !== undefined) return uncertaintyIn(nested);
  const expanded = first(element, 'expandedUnc', 'expandedMU');
  if (expanded !== undefined) {
    const value = numberOf(partOf(expanded, 'uncertainty') ?? partOf(expanded, 'valueExpandedMU'));
    if (value === null) return null;
    return {
      kind: 'expanded',
      value,
      k: numberOf(partOf(expanded, 'coverageFactor')),
      probability: numberOf(partOf(expanded, 'coverageProbability')),
      interval: null,
    };
  }
  const interval = first(element, 'coverageInterval', 'coverageIntervalMU');
  if (interval !== undefined) {
    const value = numberOf(partOf(interval, 'standardUnc') ?? partOf(interval, 'valueStandardMU'));
    const [least, most] = [numberOf(partOf(interval, 'intervalMin')), numberOf(partOf(interval, 'intervalMax'))];
    if (value === null) return null;
    return {
      kind: 'interval',
      value,
      k: null,
      probability: numberOf(partOf(interval, 'coverageProbability')),
      interval: least === null || most === null ? null : [least, most],
    };
  }
  const standard = numberOf(partOf(elementOf(element, 'standardMU'), 'valueStandardMU') ?? partOf(element, 'valueStandardMU'));
  return standard === null ? null : { kind: 'standard', value: standard, k: '1', probability: null, interval: null };
}

/** The same for a list, row by row. */
function uncertaintiesIn(list: XmlElement, index: number): ReadUncertainty | null {
  const nested = elementOf(list, 'measurementUncertaintyUnivariateXMLList') ?? list;
  const expanded = first(nested, 'expandedUncXMLList', 'expandedMUXMLList');
  if (expanded !== undefined) {
    const value = numberOf(at(tokens(expanded, 'uncertaintyXMLList'), index) ?? at(tokens(expanded, 'valueExpandedMUXMLList'), index));
    if (value === null) return null;
    const [k, probability] = [
      at(tokens(expanded, 'coverageFactorXMLList'), index),
      at(tokens(expanded, 'coverageProbabilityXMLList'), index),
    ];
    return { kind: 'expanded', value, k: numberOf(k), probability: numberOf(probability), interval: null };
  }
  const interval = first(nested, 'coverageIntervalXMLList', 'coverageIntervalMUXMLList');
  if (interval !== undefined) {
    const value = numberOf(at(tokens(interval, 'standardUncXMLList'), index) ?? at(tokens(interval, 'valueStandardMUXMLList'), index));
    const [least, most] = [
      numberOf(at(tokens(interval, 'intervalMinXMLList'), index)),
      numberOf(at(tokens(interval, 'intervalMaxXMLList'), index)),
    ];
    if (value === null) return null;
    const probability = numberOf(at(tokens(interval, 'coverageProbabilityXMLList'), index));
    return { kind: 'interval', value, k: null, probability, interval: least === null || most === null ? null : [least, most] };
  }
  const standard = numberOf(at(tokens(elementOf(nested, 'standardMUXMLList'), 'valueStandardMUXMLList'), index));
  return standard === null ? null : { kind: 'standard', value: standard, k: '1', probability: null, interval: null };
}

const realOf = (real: XmlElement, unit?: string, shared?: ReadUncertainty | null): ReadValue => ({
  label: partOf(real, 'label'),
  value: numberOf(partOf(real, 'value')),
  unit: readUnit(partOf(real, 'unit') ?? unit ?? ''),
  uncertainty: uncertaintyIn(real) ?? shared ?? null,
});

const mostRows = 20_000;

function realListXml(list: XmlElement): readonly ReadValue[] {
  const [values, own, labels] = [
    tokens(list, 'valueXMLList').slice(0, mostRows),
    tokens(list, 'unitXMLList'),
    tokens(list, 'labelXMLList'),
  ];
  return values.map((value, index) => ({
    label: labels.length > 1 || values.length === 1 ? (labels[index] ?? null) : null,
    value: numberOf(value),
    unit: readUnit(at(own, index) ?? ''),
    uncertainty: uncertaintiesIn(list, index),
  }));
}

function realList(list: XmlElement): readonly ReadValue[] {
  const unit = partOf(list, 'listUnit') ?? undefined;
  const shared = uncertaintyIn(list);
  return elementsOf(list, 'real')
    .slice(0, mostRows)
    .map((real) => realOf(real, unit, shared));
}

/** All real values under an element of D-SI, in order; complex quantities are not read. */
export function valuesIn(element: XmlElement): readonly ReadValue[] {
  switch (element.name) {
    case 'real':
      return [realOf(element)];
    case 'constant':
      return [{ ...realOf(element), uncertainty: uncertaintyIn(element) ?? standardOf(element) }];
    case 'realListXMLList':
      return realListXml(element);
    case 'realList':
      return realList(element);
    case 'list':
      return elementsOf(element).flatMap(valuesIn);
    default:
      return [];
  }
}

/** D-SI 1 gives a constant its standard uncertainty as `uncertainty`. */
function standardOf(constant: XmlElement): ReadUncertainty | null {
  const value = numberOf(partOf(constant, 'uncertainty'));
  return value === null ? null : { kind: 'standard', value, k: '1', probability: null, interval: null };
}

export type ReadQuantity = {
  readonly name: string;
  readonly refTypes: readonly string[];
  readonly values: readonly ReadValue[];
  /** The same values in other units, where the document gives them (hybrid). */
  readonly alternatives: readonly (readonly ReadValue[])[];
  /** What the quantity says in words, and lists of words. */
  readonly text: string;
  readonly conformity: readonly string[];
  /** Limits that stand beside the verdict. */
  readonly limits: readonly ReadQuantity[];
};

const numeric = ['real', 'constant', 'realListXMLList', 'realList', 'list'];

/** The values in the first unit that is known here come first. */
function hybridOf(hybrid: XmlElement): readonly (readonly ReadValue[])[] {
  const all = elementsOf(hybrid)
    .map(valuesIn)
    .filter((values) => values.length > 0);
  const known = all.findIndex((values) => values.every(({ unit }) => unit.symbol !== null));
  return known > 0 ? [all[known] ?? [], ...all.filter((_values, index) => index !== known)] : all;
}

function readMetaData(quantity: XmlElement, languages: Languages, depth: number): Pick<ReadQuantity, 'conformity' | 'limits'> {
  const metaData = elementsOf(elementOf(quantity, 'measurementMetaData'), 'metaData');
  const judged = metaData.filter((one) => first(one, 'conformity', 'conformityXMLList') !== undefined);
  return {
    conformity: judged.flatMap((one) => [...tokens(one, 'conformity'), ...tokens(one, 'conformityXMLList')]),
    limits:
      depth > 3
        ? []
        : judged.flatMap((one) => elementsOf(elementOf(one, 'data'), 'quantity').map((limit) => readQuantity(limit, languages, depth + 1))),
  };
}

/** A quantity with its values, and with the verdict and the limits that stand beside it. */
export function readQuantity(quantity: XmlElement, languages: Languages, depth = 0): ReadQuantity {
  const hybrid = elementOf(quantity, 'hybrid');
  const [values = [], ...alternatives] =
    hybrid === undefined
      ? [
          elementsOf(quantity)
            .filter(({ name }) => numeric.includes(name))
            .flatMap(valuesIn),
        ]
      : hybridOf(hybrid);
  const words = first(quantity, 'noQuantity', 'charsXMLList');
  return {
    name: sayingOf(elementOf(quantity, 'name'), languages) || sayingOf(elementOf(quantity, 'description'), languages),
    refTypes: (quantity.attributes.get('refType') ?? '').split(/\s+/).filter((one) => one !== ''),
    values,
    alternatives,
    text: words === undefined ? '' : sayingOf(words, languages),
    ...readMetaData(quantity, languages, depth),
  };
}
