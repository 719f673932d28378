import { randomBytes } from 'node:crypto';
import { InvalidEncoding } from '@tongheng/seal/encoding';
import type { Sign } from '@tongheng/seal/signature';
import { readCertificate, type Certificate } from '@tongheng/seal/x509/certificate';
import { issueCertificate, type CertificateKind, type SubjectPart } from '@tongheng/seal/x509/issue';
import { demonstrationMark } from '@tongheng/seal/x509/name';
import { fromPem, toPem } from '@tongheng/seal/x509/pem';
import { addMonths } from '../../../kernel/day.ts';
import type { Context } from '../../../platform/context.ts';
import { certificateYears } from '../rules.ts';

export const certificatesIn = (pem: string | null): Uint8Array[] => fromPem('CERTIFICATE', pem ?? '');

/** Certificates that somebody pasted; none where the text holds no PEM. */
export function readPasted(pem: string): Certificate[] {
  try {
    return certificatesIn(pem).map((der) => readCertificate(der));
  } catch (error) {
    if (error instanceof InvalidEncoding) return [];
    throw error;
  }
}

export const printChain = (chain: readonly Uint8Array[]): string => chain.map((der) => toPem('CERTIFICATE', der)).join('');

/** The instant so many years later, or before; the last day of February where there is no 29th. */
const shifted = (instant: string, years: number): string => `${addMonths(instant.slice(0, 10), 12 * years)}${instant.slice(10, 19)}Z`;

/**
 * From when to when a certificate holds. That of a demonstration also covers the years before, since its story is told as of the past; it is
 * refused as a demonstration whatever the day.
 */
export function spanOf(ctx: Pick<Context, 'now' | 'demonstration'>, kind: 'institute' | 'root' | 'log') {
  const years = certificateYears[kind];
  return ctx.demonstration
    ? { notBefore: shifted(ctx.now, -10), notAfter: shifted(ctx.now, years) }
    : { notBefore: shifted(ctx.now, 0), notAfter: shifted(ctx.now, years) };
}

function newSerial(): Uint8Array {
  const serial = new Uint8Array(randomBytes(16));
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f);
  return serial;
}

export const citySubject = (
  ctx: Pick<Context, 'today' | 'demonstration'>,
  city: string,
  what: '计量证书根' | '计量证书透明日志',
): SubjectPart[] => [
  { type: 'C', value: 'CN' },
  { type: 'O', value: ctx.demonstration ? `${city}（${demonstrationMark}）` : city },
  { type: 'CN', value: `${city}${what} ${ctx.today.slice(0, 4)}` },
];

type Institute = { readonly name: string; readonly creditCode: string | null; readonly code: string | null };

/** The institute by its name, its unified social credit code and, once it has issued, the code that its numbers begin with. */
export const instituteSubject = ({ name, creditCode, code }: Institute): SubjectPart[] => [
  { type: 'C', value: 'CN' },
  { type: 'O', value: name },
  ...(creditCode === null ? [] : [{ type: 'organizationIdentifier', value: creditCode } as const]),
  ...(code === null ? [] : [{ type: 'serialNumber', value: code } as const]),
  { type: 'CN', value: '计量检定校准证书签名' },
];

type ToCertify = {
  readonly kind: CertificateKind;
  readonly subject: readonly SubjectPart[];
  readonly spki: Uint8Array;
  readonly issuer?: Certificate;
  readonly span: { readonly notBefore: string; readonly notAfter: string };
};

/** A certificate by the root of the city (or by the root about itself), not valid for longer than the root. */
export function certify(ctx: Pick<Context, 'demonstration'>, { span, issuer, ...certificate }: ToCertify, sign: Sign): Promise<Uint8Array> {
  const notAfter = issuer !== undefined && issuer.notAfter < span.notAfter ? issuer.notAfter : span.notAfter;
  return issueCertificate(
    { ...certificate, issuer, serial: newSerial(), notBefore: span.notBefore, notAfter, demonstration: ctx.demonstration },
    sign,
  );
}
