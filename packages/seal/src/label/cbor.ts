/** CBOR as RFC 8949 §4.2.1 lays it down: one form for each value. What is in another form, or not whole, is refused with the true reason. */
import { decodeFirst, encode, rfc8949EncodeOptions, type DecodeOptions } from 'cborg';
import { sameBytes } from '../encoding.ts';
import { InvalidLabel } from './invalid-label.ts';

/** A value under a tag; tag 18 is COSE_Sign1. */
export class TaggedValue {
  readonly tag: number;
  readonly value: unknown;
  constructor(tag: number, value: unknown) {
    this.tag = tag;
    this.value = value;
  }
}

const options: DecodeOptions = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  rejectDuplicateMapKeys: true,
  useMaps: true,
  tags: { 18: (content) => new TaggedValue(18, content()) },
};

/** Values of maps, lists, texts, bytes and integers in their one form. */
export const printCbor = (value: unknown): Uint8Array<ArrayBuffer> => Uint8Array.from(encode(value, rfc8949EncodeOptions));

/** The first value of the bytes must be all of them; every integer and length in its shortest form, no key twice. */
export function readCbor(bytes: Uint8Array, place = ''): unknown {
  let read: readonly [unknown, Uint8Array];
  try {
    read = decodeFirst(bytes, options) as [unknown, Uint8Array];
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    if (/repeat map key/.test(why)) throw new InvalidLabel('duplicate', place);
    if (/strict decode|indefinite/i.test(why)) throw new InvalidLabel('not-canonical', place);
    throw new InvalidLabel('broken', place);
  }
  const [value, rest] = read;
  if (rest.length > 0) throw new InvalidLabel('trailing', place);
  return value;
}

/** As readCbor, and the order of keys, the form of texts and of numbers is looked at as well: printing gives the same bytes again. */
export function readCanonical(bytes: Uint8Array, place = ''): unknown {
  const value = readCbor(bytes, place);
  let again: Uint8Array;
  try {
    again = printCbor(value);
  } catch {
    throw new InvalidLabel('claim', place);
  }
  if (!sameBytes(again, bytes)) throw new InvalidLabel('not-canonical', place);
  return value;
}
