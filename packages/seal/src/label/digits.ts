/**
 * Bytes as decimal digits, which a QR code holds at 3.33 bits each: the bytes are one number, most significant first, in base 10. A number has no
 * leading zeros, so bytes that begin with zero have no such form and are refused; the first byte of COSE_Sign1 is 0x84 or 0xD2, never zero.
 * Hence one row of bytes has one row of digits and back.
 */
import { fromHex, toHex } from '../encoding.ts';
import { InvalidLabel } from './invalid-label.ts';

/** No label is longer: a QR code of 77 by 77 squares at level M holds 500 digits behind an address. */
export const mostBytes = 256;
const mostDigits = 617;

/**
 * The decimal digits of bytes that do not begin with zero; RangeError otherwise.
 *
 * @example printDigits(new Uint8Array([1, 0])) // '256'
 */
export function printDigits(bytes: Uint8Array): string {
  if (bytes.length === 0 || bytes.length > mostBytes || bytes[0] === 0) throw new RangeError('bytes that have no form in digits');
  return BigInt(`0x${toHex(bytes)}`).toString();
}

/**
 * The bytes of decimal digits; throws InvalidLabel for a leading zero, another sign, and more than the bytes of a label.
 *
 * @example readDigits('256') // [1, 0]
 */
export function readDigits(digits: string): Uint8Array<ArrayBuffer> {
  if (digits.length > mostDigits) throw new InvalidLabel('too-long');
  if (!/^[1-9][0-9]*$/.test(digits)) throw new InvalidLabel(digits.startsWith('0') ? 'not-canonical' : 'broken');
  const hex = BigInt(digits).toString(16);
  const bytes = fromHex(hex.length % 2 === 0 ? hex : `0${hex}`);
  if (bytes.length > mostBytes) throw new InvalidLabel('too-long');
  return bytes;
}
