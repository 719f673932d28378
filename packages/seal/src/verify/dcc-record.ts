/** The record inside a DCC, and whether everything that the DCC says is what the record says. */
import { fromBase64, fromUtf8, InvalidEncoding, toUtf8 } from '../encoding.ts';
import { printDcc, recordFileName } from '../dcc/print.ts';
import type { CertificateRecord } from '../record.ts';
import { readXml } from '../xml/document.ts';
import { elementAt, elementOf, elementsOf, everyElement, stringOf, textOf, type XmlElement } from '../xml/tree.ts';

const dccNamespace = 'https://ptb.de/dcc';
const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#';

/** Texts of files named record.json in the document; more than one cannot both hold. `undefined` in the list: one that is no text. */
export const recordsIn = (root: XmlElement): readonly (string | undefined)[] =>
  elementsOf(root, 'document')
    .filter(({ namespace }) => namespace === dccNamespace)
    .filter((one) => textOf(elementOf(one, 'fileName')) === recordFileName)
    .map((one) => decoded(textOf(elementOf(one, 'dataBase64'))));

function decoded(base64: string): string | undefined {
  try {
    return fromUtf8(fromBase64(base64.replace(/\s+/g, '')));
  } catch (error) {
    if (error instanceof InvalidEncoding) return undefined;
    throw error;
  }
}

const isBlank = (child: XmlElement | string): boolean => typeof child === 'string' && child.trim() === '';

/** Children without white space between elements and without the signature. */
function contentOf({ children }: XmlElement): readonly (XmlElement | string)[] {
  const hasElements = children.some((child) => typeof child !== 'string');
  return children.filter(
    (child) => !(hasElements && isBlank(child)) && (typeof child === 'string' || child.namespace !== signatureNamespace),
  );
}

const sameAttributes = (one: XmlElement, other: XmlElement): boolean =>
  one.attributes.size === other.attributes.size && [...one.attributes].every(([name, value]) => other.attributes.get(name) === value);

/** Whether two trees say the same, word for word. */
export function isSameTree(one: XmlElement, other: XmlElement): boolean {
  if (one.name !== other.name || one.namespace !== other.namespace || !sameAttributes(one, other)) return false;
  const [left, right] = [contentOf(one), contentOf(other)];
  return (
    left.length === right.length &&
    left.every((child, index) => {
      const match = right[index];
      if (match === undefined) return false;
      if (typeof child === 'string' || typeof match === 'string') return child === match;
      return isSameTree(child, match);
    })
  );
}

/** What a certificate says that may never differ from its record, by its path or its name in the document. */
const administration = ['administrativeData'] as const;
const compared: readonly (readonly [place: string, read: (root: XmlElement) => readonly string[]])[] = [
  ['uniqueIdentifier', (root) => [textOf(elementAt(root, ...administration, 'coreData', 'uniqueIdentifier'))]],
  ['beginPerformanceDate', (root) => [textOf(elementAt(root, ...administration, 'coreData', 'beginPerformanceDate'))]],
  ['endPerformanceDate', (root) => [textOf(elementAt(root, ...administration, 'coreData', 'endPerformanceDate'))]],
  ['issueDate', (root) => [textOf(elementAt(root, ...administration, 'coreData', 'issueDate'))]],
  ['previousReport', (root) => stringsOf(elementAt(root, ...administration, 'coreData', 'previousReport'))],
  ['items', (root) => stringsOf(elementAt(root, ...administration, 'items'))],
  ['calibrationLaboratory', (root) => stringsOf(elementAt(root, ...administration, 'calibrationLaboratory'))],
  ['respPersons', (root) => stringsOf(elementAt(root, ...administration, 'respPersons'))],
  ['customer', (root) => stringsOf(elementAt(root, ...administration, 'customer'))],
  ['conformity', (root) => namedValues(root, ['conformity'])],
  ['values', (root) => namedValues(elementOf(root, 'measurementResults'), ['value', 'valueXMLList'])],
  ['units', (root) => namedValues(elementOf(root, 'measurementResults'), ['unit', 'unitXMLList'])],
  [
    'uncertainties',
    (root) =>
      namedValues(elementOf(root, 'measurementResults'), [
        'valueExpandedMU',
        'valueExpandedMUXMLList',
        'valueStandardMU',
        'valueStandardMUXMLList',
        'coverageFactor',
        'coverageFactorXMLList',
      ]),
  ],
];

const stringsOf = (element: XmlElement | undefined): readonly string[] =>
  element === undefined
    ? []
    : everyElement(element)
        .filter(({ children }) => children.every((child) => typeof child === 'string'))
        .map((one) => stringOf(one).trim());

const namedValues = (element: XmlElement | undefined, names: readonly string[]): readonly string[] =>
  element === undefined
    ? []
    : everyElement(element)
        .filter(({ name }) => names.includes(name))
        .map((one) => stringOf(one).replace(/\s+/g, ' ').trim());

export type Agreement = { readonly isWhole: boolean; readonly places: readonly string[] };

/**
 * The document against the one that the record gives: whole when every word agrees, else the places where a fact does. Only words may differ
 * without a place, when another version of the program printed it.
 */
export function agreementOf(root: XmlElement, record: CertificateRecord, text: string): Agreement {
  const printed = readXml(toUtf8(printDcc(record, text)));
  if (isSameTree(root, printed)) return { isWhole: true, places: [] };
  const places = compared.flatMap(([place, read]) => {
    const [said, own] = [read(root), read(printed)];
    const at = own.findIndex((value, index) => value !== said[index]);
    if (at < 0 && said.length === own.length) return [];
    const shown = (values: readonly string[]): string => values[Math.max(at, 0)] ?? `(${values.length})`;
    return [`${place} ${shown(said)} ≠ ${shown(own)}`];
  });
  return { isWhole: false, places };
}
