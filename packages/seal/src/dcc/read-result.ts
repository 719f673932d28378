/** The measuring part of a DCC of any version: methods, equipment, conditions and results as tables. */
import { elementOf, elementsOf, type XmlElement } from '../xml/tree.ts';
import { readQuantity, type ReadQuantity } from './read-quantity.ts';
import { identificationsIn, nameIn, partOf, sayingOf, type Identification, type Languages } from './read-text.ts';

export type ReadMethod = {
  readonly name: string;
  readonly text: string;
  readonly norms: readonly string[];
  readonly references: readonly string[];
};
export type ReadEquipment = {
  readonly name: string;
  readonly model: string | null;
  readonly identifications: readonly Identification[];
  /** Number of its certificate. */
  readonly certificate: string | null;
  readonly quantities: readonly ReadQuantity[];
};
export type ReadCondition = { readonly name: string; readonly text: string; readonly quantities: readonly ReadQuantity[] };

/** Quantities that stand together; each is a column, with as many rows as it has values. */
export type ReadTable = { readonly title: string; readonly columns: readonly ReadQuantity[]; readonly texts: readonly string[] };

export type ReadResult = {
  readonly name: string;
  readonly methods: readonly ReadMethod[];
  readonly equipments: readonly ReadEquipment[];
  readonly conditions: readonly ReadCondition[];
  readonly tables: readonly ReadTable[];
};

const parts = (element: XmlElement | undefined, name: string): readonly string[] =>
  elementsOf(element, name)
    .flatMap((one) => one.children.filter((child): child is string => typeof child === 'string').map((text) => text.trim()))
    .filter((text) => text !== '');

const methodOf = (method: XmlElement, languages: Languages): ReadMethod => ({
  name: nameIn(method, languages),
  text: sayingOf(elementOf(method, 'description'), languages),
  norms: parts(method, 'norm'),
  references: parts(method, 'reference'),
});

const equipmentOf = (equipment: XmlElement, languages: Languages): ReadEquipment => ({
  name: nameIn(equipment, languages),
  model: partOf(equipment, 'model'),
  identifications: identificationsIn(equipment, languages),
  certificate: partOf(elementOf(equipment, 'certificate'), 'referralID'),
  quantities: elementsOf(elementOf(equipment, 'measuringEquipmentQuantities'), 'measuringEquipmentQuantity').map((one) =>
    readQuantity(one, languages),
  ),
});

/** Every quantity under an element, through lists. */
function quantitiesIn(element: XmlElement | undefined, languages: Languages): readonly ReadQuantity[] {
  return elementsOf(element).flatMap((child) =>
    child.name === 'quantity' ? [readQuantity(child, languages)] : child.name === 'list' ? quantitiesIn(child, languages) : [],
  );
}

const conditionOf = (condition: XmlElement, languages: Languages): ReadCondition => ({
  name: nameIn(condition, languages),
  text: sayingOf(elementOf(condition, 'description'), languages) || sayingOf(elementOf(elementOf(condition, 'data'), 'text'), languages),
  quantities: quantitiesIn(elementOf(condition, 'data'), languages),
});

const longestTitle = 300;

/** A list is a table of its own quantities; the lists in it are tables of theirs. */
function tablesOf(data: XmlElement, title: string, languages: Languages): readonly ReadTable[] {
  const columns = elementsOf(data, 'quantity').map((one) => readQuantity(one, languages));
  const texts = elementsOf(data, 'text')
    .map((text) => sayingOf(text, languages))
    .filter((text) => text !== '');
  const own = columns.length + texts.length === 0 ? [] : [{ title, columns, texts }];
  const inner = elementsOf(data, 'list').flatMap((list) => {
    const name = nameIn(list, languages);
    const whole = name === '' || name === title ? title : title === '' ? name : `${title} · ${name}`;
    return tablesOf(list, whole.slice(0, longestTitle), languages);
  });
  return [...own, ...inner];
}

/** Declarations hold for a result where they stand in it or above it; those below are gathered as well. */
function declared(result: XmlElement, above: XmlElement | undefined, list: string, item: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if (child.name === list) found.push(...elementsOf(child, item));
      else if (['results', 'result', 'data', 'list', 'quantity'].includes(child.name)) visit(child);
    }
  };
  visit(result);
  return [...elementsOf(elementOf(above, list), item), ...found];
}

/** One measurement result; `above` is the list it stands in, whose declarations hold for it too. */
export function readResult(result: XmlElement, above: XmlElement | undefined, languages: Languages): ReadResult {
  const all = elementsOf(elementOf(result, 'results'), 'result');
  return {
    name: nameIn(result, languages),
    methods: declared(result, above, 'usedMethods', 'usedMethod').map((one) => methodOf(one, languages)),
    equipments: declared(result, above, 'measuringEquipments', 'measuringEquipment').map((one) => equipmentOf(one, languages)),
    conditions: declared(result, above, 'influenceConditions', 'influenceCondition').map((one) => conditionOf(one, languages)),
    tables: all.flatMap((one) => {
      const data = elementOf(one, 'data');
      return data === undefined ? [] : tablesOf(data, nameIn(one, languages), languages);
    }),
  };
}
