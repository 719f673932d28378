/** Names of subjects and issuers (X.501), and what marks a name of the demonstration. */
import { toHex, toUtf8 } from '../encoding.ts';
import { der, derOid, derSequence, derUtf8, partsOf, readOid, readText, sequenceOf, tags, type DerValue } from './der.ts';

const typeOids = {
  CN: '2.5.4.3',
  serialNumber: '2.5.4.5',
  C: '2.5.4.6',
  L: '2.5.4.7',
  ST: '2.5.4.8',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  // X.520: the number under which an organization is registered; the unified social credit code stands here.
  organizationIdentifier: '2.5.4.97',
} as const;
export type NameType = keyof typeof typeOids;

/** One attribute; a type that this table does not know is its object identifier in numbers. */
export type NamePart = { readonly type: string; readonly value: string };
export type Name = {
  readonly parts: readonly NamePart[];
  /** DER in hexadecimal digits: two names are the same when these are. */ readonly der: string;
};

const typeOf = (oid: string): string => Object.entries(typeOids).find(([, known]) => known === oid)?.[0] ?? oid;

/** A distinguished name, attribute by attribute in its order; malformed ones throw InvalidEncoding. */
export function readName(value: DerValue | undefined): Name {
  const parts: NamePart[] = [];
  for (const set of sequenceOf(value))
    for (const attribute of partsOf(set)) {
      const [oid, text] = sequenceOf(attribute);
      if (text !== undefined) parts.push({ type: typeOf(readOid(oid)), value: readText(text) });
    }
  return { parts, der: toHex(value?.whole ?? new Uint8Array(0)) };
}

/** DER of a name, its attributes in the given order. */
export function derName(parts: readonly { readonly type: NameType; readonly value: string }[]): Uint8Array<ArrayBuffer> {
  return derSequence(
    ...parts.map(({ type, value }) => {
      const text = type === 'C' || type === 'serialNumber' ? der(tags.printable, toUtf8(value)) : derUtf8(value);
      return der(tags.set, derSequence(derOid(typeOids[type]), text));
    }),
  );
}

/** The first value of this type. */
export const partOf = (name: Name, type: NameType): string | undefined => name.parts.find((part) => part.type === type)?.value;

/** The name on one line for people, as 'O=南通市计量检定测试所, CN=…'. */
export const printName = (name: Name): string => name.parts.map(({ type, value }) => `${type}=${value}`).join(', ');

/** Stands in the name of everything that the demonstration signs with. */
export const demonstrationMark = '演示·无效';
