/** Quantities of a DCC: D-SI 2.2.1 reals and lists of reals, with U where it is known, and limits with a verdict. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { parseUnit, printUnit } from '@tongheng/quantity/unit';
import { both, element, escaped, name, type Text } from './markup.ts';

/** What D-SI takes as a number (`decimalType`), in the form in which measured values are kept here. */
export const isNumber = (text: string): boolean => /^[-+]?\d+(?:\.\d+)?$/.test(text);

/** Names for counts, which have the dimension one, and for products that are written as one word. */
const spellings: Readonly<Record<string, string>> = {
  '': '1',
  'imp/kWh': '1/kWh',
  'lp/mm': '1/mm',
  mAs: 'mA·s',
  'mGy/mAs': 'mGy/(mA·s)',
};
const known = new Map<string, string | undefined>();

/**
 * A unit in D-SI; undefined where it has none, as for money.
 *
 * @example unitInDsi('m³/h') // '\\metre\\tothe{3}\\per\\hour'
 */
export function unitInDsi(unit: string): string | undefined {
  if (known.has(unit)) return known.get(unit);
  let printed: string | undefined;
  try {
    const dsi = printUnit(parseUnit(spellings[unit] ?? unit), 'dsi');
    // A degree Celsius inside a product is the kelvin of a difference (D-SI rule on \degreecelsius).
    printed = dsi === '\\degreecelsius' ? dsi : dsi.replace(/\\degreecelsius/g, '\\kelvin');
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
  }
  if (known.size < 1000) known.set(unit, printed);
  return printed;
}

export type Uncertainty = { readonly value: string; readonly k: string; readonly probability: string };

const expanded = ({ value, k, probability }: Uncertainty): string =>
  element(
    'si:measurementUncertaintyUnivariate',
    `<si:expandedMU><si:valueExpandedMU>${value}</si:valueExpandedMU><si:coverageFactor>${k}</si:coverageFactor><si:coverageProbability>${probability}</si:coverageProbability></si:expandedMU>`,
  );

/** A value with its unit; as words where D-SI has no such unit or the value is no number. */
export function valueOf(value: string, unit: string, uncertainty?: Uncertainty): string {
  const dsi = isNumber(value) ? unitInDsi(unit) : undefined;
  if (dsi === undefined) return element('dcc:noQuantity', both([`${value} ${unit}`.trim(), `${value} ${inEnglish(unit)}`.trim()]));
  return element(
    'si:real',
    `<si:value>${value}</si:value><si:unit>${dsi}</si:unit>${uncertainty === undefined ? '' : expanded(uncertainty)}`,
  );
}

/** Money is the only unit here that has no sign of its own in English. */
const inEnglish = (unit: string): string => unit.replace('元', 'CNY');

const joined = (values: readonly string[]): string => values.join(' ');
/** Names of rows have no spaces in a list. */
const label = (text: string): string => escaped(text.replace(/\s+/g, '_'));

const expandedList = (list: readonly Uncertainty[]): string =>
  element(
    'si:measurementUncertaintyUnivariateXMLList',
    `<si:expandedMUXMLList><si:valueExpandedMUXMLList>${joined(list.map(({ value }) => value))}</si:valueExpandedMUXMLList><si:coverageFactorXMLList>${joined(list.map(({ k }) => k))}</si:coverageFactorXMLList><si:coverageProbabilityXMLList>${joined(list.map(({ probability }) => probability))}</si:coverageProbabilityXMLList></si:expandedMUXMLList>`,
  );

export type Column = {
  readonly title: Text;
  readonly refType?: string;
  readonly rows: readonly string[];
  readonly values: readonly string[];
  readonly unit: string;
  readonly uncertainties?: readonly Uncertainty[];
  /** XML behind the values, such as limits with their verdicts. */
  readonly behind?: string;
};

/** One column of a table. Where D-SI has no such unit it is a list of words, each with the unit behind it. */
export function columnOf({ title, refType, rows, values, unit, uncertainties, behind = '' }: Column): string {
  const dsi = unitInDsi(unit);
  const attributes = refType === undefined ? '' : `refType="${refType}"`;
  const inner =
    dsi === undefined || !values.every((value) => isNumber(value) || value === 'NaN')
      ? element(
          'dcc:noQuantity',
          both([
            values.map((value) => `${value} ${unit}`.trim()).join('；'),
            values.map((value) => `${value} ${inEnglish(unit)}`.trim()).join('; '),
          ]),
        )
      : element(
          'si:realListXMLList',
          (rows.length === 0 ? '' : `<si:labelXMLList>${joined(rows.map(label))}</si:labelXMLList>`) +
            `<si:valueXMLList>${joined(values)}</si:valueXMLList><si:unitXMLList>${dsi}</si:unitXMLList>` +
            (uncertainties === undefined ? '' : expandedList(uncertainties)),
        );
  return element('dcc:quantity', name(title) + inner + behind, attributes);
}

/** A quantity by its title; `inner` is the value as XML. */
export const quantityOf = (title: Text, inner: string, refType?: string): string =>
  element('dcc:quantity', name(title) + inner, refType === undefined ? '' : `refType="${refType}"`);
