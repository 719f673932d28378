/**
 * What a label says: a CBOR map with integer keys. All keys are critical: a reader refuses those that it does not know, and a later form of
 * labels announces itself by a protected header parameter, which this reader refuses as well.
 *
 * 1 certificate number (bytes: the digit 1 and then the number, read as one number in base 36, most significant byte first) · 2 how many of its
 * first characters are the issuer's code · 3 serial number (absent where none is recorded) · 4 kind of instrument, short (text) · 5 tested,
 * 6 issued, 7 valid until (days since 1970-01-01; 7 is absent where there is no last day) · 8 result (0 failed, 1 passed, 2 states none) ·
 * 9 seal number (absent where none is recorded) · 10 first 16 bytes of the SHA-256 of the record · 11 true for a demonstration (absent
 * otherwise). Texts that are compared (3, 9) are text, or [last characters, 8 bytes of digest] where they are too long: see label-text.ts.
 */
import { fromHex, toHex, toUtf8 } from '../encoding.ts';
import { printCbor, readCanonical } from './cbor.ts';
import { lastDayNumber, printDayNumber, readDayNumber } from './day-number.ts';
import { InvalidLabel } from './invalid-label.ts';
import { digestBytes, mostEndBytes, mostWholeBytes, type LabelText } from './label-text.ts';

/** pass 合格 · fail 不合格 · none: the document states values and concludes nothing, as a calibration certificate. */
export const labelResults = ['fail', 'pass', 'none'] as const;
export type LabelResult = (typeof labelResults)[number];

export type LabelClaims = {
  readonly number: string;
  /** The code of the institute that the number begins with. */
  readonly issuer: string;
  /** null: none is recorded, as for a glass thermometer or a ruler without one. */
  readonly serial: LabelText | null;
  /** Name of the kind of instrument, as far as it fits. */
  readonly kind: string;
  /** Days, 'YYYY-MM-DD'. */
  readonly testedOn: string;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly result: LabelResult;
  readonly seal: LabelText | null;
  /** The first 16 bytes of the SHA-256 of the canonical record, 32 hexadecimal digits. */
  readonly recordDigest: string;
  readonly demonstration: boolean;
};

export const mostKindBytes = 24;
export const recordDigestBytes = 16;

const keyOf = {
  number: 1,
  issuer: 2,
  serial: 3,
  kind: 4,
  testedOn: 5,
  issuedOn: 6,
  validUntil: 7,
  result: 8,
  seal: 9,
  recordDigest: 10,
  demonstration: 11,
} as const satisfies Record<keyof LabelClaims, number>;
type Claim = keyof LabelClaims;
const claimOf = new Map<unknown, Claim>((Object.entries(keyOf) as [Claim, number][]).map(([claim, key]) => [key, claim]));

/** A number has digits and capital letters; as text it would need half as many bytes more. */
function packNumber(number: string): Uint8Array {
  if (!/^[0-9A-Z]{12,30}$/.test(number)) throw new InvalidLabel('claim', 'number');
  let value = 1n;
  for (const character of number) value = value * 36n + BigInt(Number.parseInt(character, 36));
  const hex = value.toString(16);
  return fromHex(hex.length % 2 === 0 ? hex : `0${hex}`);
}

function unpackNumber(value: unknown): string {
  if (!(value instanceof Uint8Array) || value.length > 20 || value[0] === 0) throw new InvalidLabel('claim', 'number');
  const text = (value.length === 0 ? 0n : BigInt(`0x${toHex(value)}`)).toString(36).toUpperCase();
  if (!/^1[0-9A-Z]{12,30}$/.test(text)) throw new InvalidLabel('claim', 'number');
  return text.slice(1);
}

const textForm = ({ text, digest }: LabelText): unknown => (digest === null ? text : [text, fromHex(digest)]);

/** The payload of a label; throws InvalidLabel for claims that a reader would refuse. */
export function printClaims(claims: LabelClaims): Uint8Array<ArrayBuffer> {
  if (!claims.number.startsWith(claims.issuer)) throw new InvalidLabel('claim', 'issuer');
  const stated: [Claim, unknown][] = [
    ['number', packNumber(claims.number)],
    ['issuer', claims.issuer.length],
    ['kind', claims.kind],
    ['testedOn', readDayNumber(claims.testedOn)],
    ['issuedOn', readDayNumber(claims.issuedOn)],
    ['result', labelResults.indexOf(claims.result)],
    ['recordDigest', fromHex(claims.recordDigest)],
  ];
  if (claims.validUntil !== null) stated.push(['validUntil', readDayNumber(claims.validUntil)]);
  if (claims.serial !== null) stated.push(['serial', textForm(claims.serial)]);
  if (claims.seal !== null) stated.push(['seal', textForm(claims.seal)]);
  if (claims.demonstration) stated.push(['demonstration', true]);
  const bytes = printCbor(new Map(stated.map(([claim, value]) => [keyOf[claim], value])));
  readClaims(bytes);
  return bytes;
}

/** Signs that show nothing or turn the direction of what follows could make a page say something else than is signed. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function readText(value: unknown, claim: Claim, most: number): string {
  const isText = typeof value === 'string' && toUtf8(value).length <= most && !hidden.test(value) && value.trim() === value;
  if (!isText || value === '' || value.normalize('NFC') !== value) throw new InvalidLabel('claim', claim);
  return value;
}

function readLabelText(value: unknown, claim: Claim): LabelText {
  if (!Array.isArray(value)) return { text: readText(value, claim, mostWholeBytes), digest: null };
  const [end, digest] = value as unknown[];
  if (value.length !== 2 || !(digest instanceof Uint8Array) || digest.length !== digestBytes) throw new InvalidLabel('claim', claim);
  return { text: readText(end, claim, mostEndBytes), digest: toHex(digest) };
}

function readInteger(value: unknown, claim: Claim, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) throw new InvalidLabel('claim', claim);
  return value;
}

const readDay = (value: unknown, claim: Claim): string => printDayNumber(readInteger(value, claim, 0, lastDayNumber));

/** The claims of a payload; throws InvalidLabel. */
export function readClaims(payload: Uint8Array): LabelClaims {
  const map = readCanonical(payload, 'claims');
  if (!(map instanceof Map)) throw new InvalidLabel('claim');
  const given = new Map<Claim, unknown>();
  for (const [key, value] of map as Map<unknown, unknown>) {
    const claim = claimOf.get(key);
    if (claim === undefined) throw new InvalidLabel('claim', typeof key === 'number' ? String(key) : 'key');
    given.set(claim, value);
  }
  const number = unpackNumber(given.get('number'));
  const digest = given.get('recordDigest');
  if (!(digest instanceof Uint8Array) || digest.length !== recordDigestBytes) throw new InvalidLabel('claim', 'recordDigest');
  if (given.has('demonstration') && given.get('demonstration') !== true) throw new InvalidLabel('claim', 'demonstration');
  const result = labelResults[readInteger(given.get('result'), 'result', 0, labelResults.length - 1)] ?? 'none';
  // A notice of rejection has no last day: whoever states both contradicts himself.
  if (result === 'fail' && given.has('validUntil')) throw new InvalidLabel('claim', 'validUntil');
  return {
    number,
    issuer: number.slice(0, readInteger(given.get('issuer'), 'issuer', 3, 10)),
    serial: given.has('serial') ? readLabelText(given.get('serial'), 'serial') : null,
    kind: readText(given.get('kind'), 'kind', mostKindBytes),
    testedOn: readDay(given.get('testedOn'), 'testedOn'),
    issuedOn: readDay(given.get('issuedOn'), 'issuedOn'),
    validUntil: given.has('validUntil') ? readDay(given.get('validUntil'), 'validUntil') : null,
    result,
    seal: given.has('seal') ? readLabelText(given.get('seal'), 'seal') : null,
    recordDigest: toHex(digest),
    demonstration: given.has('demonstration'),
  };
}
