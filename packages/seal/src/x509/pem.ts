/** PEM (RFC 7468): DER in base 64 between two lines, the form in which certificates are handed around. */
import { fromBase64, InvalidEncoding, toBase64 } from '../encoding.ts';

export type PemLabel = 'CERTIFICATE' | 'CERTIFICATE REQUEST' | 'PUBLIC KEY';

/**
 * One block of PEM, ended by a line break.
 *
 * @example toPem('CERTIFICATE', new Uint8Array([48, 0])) // '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n'
 */
export function toPem(label: PemLabel, der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** The blocks with this label in their order, at most 16; what stands between blocks is passed over, a block that is not base 64 is refused. */
export function fromPem(label: PemLabel, text: string): Uint8Array<ArrayBuffer>[] {
  const [begin, end] = [`-----BEGIN ${label}-----`, `-----END ${label}-----`];
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
    const stop = text.indexOf(end, at);
    if (stop < 0 || blocks.length === 16) throw new InvalidEncoding('PEM that does not end, or too much of it');
    blocks.push(fromBase64(text.slice(at + begin.length, stop).replace(/[\r\n\t ]/g, '')));
  }
  return blocks;
}
