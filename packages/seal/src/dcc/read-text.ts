/** Texts of a DCC in the language that a reader wants, and small parts that many elements have. */
import { elementOf, elementsOf, textOf, type XmlElement } from '../xml/tree.ts';

/** Languages in the order in which they are wanted; where none is there, the first text is taken. */
export type Languages = readonly string[];

const bare = (element: XmlElement): string => textOf(element).replace(/\s+/g, ' ');

/** The text of an element that holds `content`, itself or in its `name`; '' where there is none. */
export function sayingOf(element: XmlElement | undefined, languages: Languages): string {
  if (element === undefined) return '';
  const contents = elementsOf(element, 'content');
  for (const language of languages) {
    const found = contents.filter(({ attributes }) => attributes.get('lang') === language);
    if (found.length > 0) return found.map(bare).join('\n');
  }
  const [first] = contents;
  if (first === undefined)
    return elementOf(element, 'name') === undefined
      ? elementsOf(element).length === 0
        ? bare(element)
        : ''
      : sayingOf(elementOf(element, 'name'), languages);
  const own = first.attributes.get('lang');
  return contents
    .filter(({ attributes }) => attributes.get('lang') === own)
    .map(bare)
    .join('\n');
}

/** The text of an element in it, null where it is not there or empty. */
export function partOf(element: XmlElement | undefined, name: string): string | null {
  const text = textOf(elementOf(element, name)).replace(/\s+/g, ' ');
  return text === '' ? null : text;
}

/** The name of an element in the wanted language. */
export const nameIn = (element: XmlElement | undefined, languages: Languages): string => sayingOf(elementOf(element, 'name'), languages);

export type Identification = { readonly issuer: string; readonly value: string; readonly name: string };

/** Identifications of an element; version 2 had their issuer and value in the same places. */
export const identificationsIn = (element: XmlElement | undefined, languages: Languages): readonly Identification[] =>
  elementsOf(elementOf(element, 'identifications'), 'identification').map((one) => ({
    issuer: partOf(one, 'issuer') ?? '',
    value: partOf(one, 'value') ?? '',
    name: nameIn(one, languages) || sayingOf(elementOf(one, 'description'), languages),
  }));

export type Party = { readonly name: string; readonly address: string; readonly email: string | null; readonly phone: string | null };

/** Somebody with an address, in one line. */
export function partyOf(element: XmlElement | undefined, languages: Languages): Party {
  const location = elementOf(element, 'location');
  const lines = elementsOf(location)
    .filter(({ name }) => name !== 'positionCoordinates')
    .map((one) => sayingOf(one, languages));
  return {
    name: nameIn(element, languages),
    address: lines.filter((line) => line !== '').join(', '),
    email: partOf(element, 'eMail'),
    phone: partOf(element, 'phone'),
  };
}
