/** What a digital calibration certificate of any system says, read from its elements so that a person can read it: schemas 2.4 to 3.3. */
import { elementAt, elementOf, elementsOf, everyElement, textOf, type XmlElement } from '../xml/tree.ts';
import type { Text } from './answer.ts';
import type { ShownResult } from './examination.ts';
import type { Fact } from './facts.ts';

/** The words of an element in both languages of the house; where one is missing, in the language that is there. */
export function wordsOf(element: XmlElement | undefined): Text {
  const contents = elementsOf(element, 'content');
  const inLanguage = (language: string): string | undefined => {
    const found = contents.find(({ attributes }) => attributes.get('lang') === language);
    return found === undefined ? undefined : textOf(found);
  };
  const any = contents.length === 0 ? textOf(element) : textOf(contents[0]);
  return [inLanguage('zh') ?? inLanguage('en') ?? any, inLanguage('en') ?? any];
}

const isEmpty = ([zh, en]: Text): boolean => zh === '' && en === '';

function fact(name: Fact['name'], value: string | Text): Fact[] {
  if (typeof value === 'string') return value === '' ? [] : [{ name, value }];
  return isEmpty(value) ? [] : [{ name, value }];
}

const identification = (item: XmlElement | undefined, issuer: string): string =>
  elementsOf(elementOf(item, 'identifications'), 'identification')
    .filter((one) => textOf(elementOf(one, 'issuer')) === issuer)
    .map((one) => textOf(elementOf(one, 'value')))
    .join('、');

/** The serial number by which an item is told: the one of its maker. */
export const serialOf = (root: XmlElement): string =>
  identification(elementAt(root, 'administrativeData', 'items', 'item'), 'manufacturer');

export const numberOf = (root: XmlElement): string => textOf(elementAt(root, 'administrativeData', 'coreData', 'uniqueIdentifier'));
export const laboratoryOf = (root: XmlElement): Text =>
  wordsOf(elementAt(root, 'administrativeData', 'calibrationLaboratory', 'contact', 'name'));

const document: Text = ['数字校准证书', 'Digital calibration certificate'];

/** The day of issue where the certificate states one, else the last day of the work. */
export function issuedOn(root: XmlElement): string {
  const core = elementAt(root, 'administrativeData', 'coreData');
  const days = ['issueDate', 'endPerformanceDate', 'beginPerformanceDate'].map((name) => textOf(elementOf(core, name)).slice(0, 10));
  return days.find((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)) ?? '';
}

/** What the administrative data say. */
export function factsOfDcc(root: XmlElement): readonly Fact[] {
  const data = elementOf(root, 'administrativeData');
  const core = elementOf(data, 'coreData');
  const item = elementAt(data, 'items', 'item');
  const [begin, end] = [textOf(elementOf(core, 'beginPerformanceDate')), textOf(elementOf(core, 'endPerformanceDate'))];
  return [
    ...fact('document', document),
    ...fact('number', numberOf(root)),
    ...fact('laboratory', laboratoryOf(root)),
    ...fact('holder', wordsOf(elementAt(data, 'customer', 'name'))),
    ...fact('instrument', wordsOf(elementOf(item, 'name'))),
    ...fact('maker', wordsOf(elementAt(item, 'manufacturer', 'name'))),
    ...fact('model', textOf(elementOf(item, 'model'))),
    ...fact('serial', serialOf(root)),
    ...fact('testedOn', begin === end || end === '' ? begin : `${begin} – ${end}`),
    ...fact('issuedOn', issuedOn(root)),
  ];
}

const mostResults = 2000;

/** Values, units and uncertainties of one quantity, whichever version of D-SI wrote them. */
function valuesOf(quantity: XmlElement): Omit<ShownResult, 'name' | 'quantity'>[] {
  const inside = everyElement(quantity);
  const first = (...names: readonly string[]): string => textOf(inside.find(({ name }) => names.includes(name)));
  const list = (...names: readonly string[]): string[] =>
    first(...names)
      .split(/\s+/)
      .filter((one) => one !== '');
  const lists = list('valueXMLList');
  if (lists.length > 0) {
    const units = list('unitXMLList', 'unit');
    const uncertainties = list('valueExpandedMUXMLList', 'uncertaintyXMLList', 'valueStandardMUXMLList');
    return lists.map((value, index) => ({
      value,
      unit: units[index] ?? units[0] ?? '',
      uncertainty: uncertainties[index] ?? uncertainties[0] ?? null,
    }));
  }
  const value = first('value', 'noQuantity', 'charsXMLList');
  if (value === '') return [];
  return [{ value, unit: first('unit'), uncertainty: first('valueExpandedMU', 'uncertainty', 'valueStandardMU') || null }];
}

/** The results of all measurements in the order in which they stand. */
export function resultsOf(root: XmlElement): readonly ShownResult[] {
  const found: ShownResult[] = [];
  for (const result of everyElement(root).filter(({ name }) => name === 'result')) {
    const name = wordsOf(elementOf(result, 'name'));
    for (const quantity of everyElement(result).filter((one) => one.name === 'quantity')) {
      for (const value of valuesOf(quantity)) found.push({ name, quantity: wordsOf(elementOf(quantity, 'name')), ...value });
      if (found.length >= mostResults) return found;
    }
  }
  return found;
}
