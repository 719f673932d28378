import { addMonths } from '../../../kernel/day.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { measurementStandardProblems as refusals } from '../contract.ts';
import type { CertificateBasis, ExaminedKind } from '../rules.ts';
import type { Gap } from '../rules/characteristic.ts';
import { numberKey } from '../rules/register-row.ts';
import * as store from '../store/certificate.ts';
import type { CertificateRow } from './card.ts';
import { refuseGaps } from './open.ts';

export type Said = {
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly validFrom: string;
  readonly validUntil: string;
};

/** No rule knows a validity beyond this; a typed year that is wrong by ten is found by it. */
const longestMonths = 240;

export function certificateGaps(ctx: Context, said: Said, at = ''): Gap[] {
  const field = (name: string): string => (at === '' ? name : `${at}.${name}`);
  return [
    ...(said.issuedOn > ctx.today ? [{ field: field('issuedOn'), text: ['不能晚于今天', 'not later than today'] as const }] : []),
    ...(said.validUntil < said.validFrom ? [{ field: field('validUntil'), text: ['早于有效期起始日', 'before it begins'] as const }] : []),
    ...(said.validFrom < said.issuedOn ? [{ field: field('validFrom'), text: ['早于发证日期', 'before it was issued'] as const }] : []),
    ...(said.validUntil > addMonths(said.validFrom, longestMonths)
      ? [{ field: field('validUntil'), text: ['有效期过长，请核对', 'the validity is too long: check it'] as const }]
      : []),
  ];
}

/** Keeps a certificate. It may not overlap with another of its kind, unless it is said to replace it from its first day. */
export async function addCertificate(
  ctx: Context,
  measurementStandardId: string,
  present: readonly CertificateRow[],
  kind: ExaminedKind,
  said: Said,
  more: {
    readonly replaces: boolean;
    readonly basis: CertificateBasis;
    readonly opening?: boolean;
    readonly applicationId?: string | null;
    readonly files?: readonly string[];
    readonly field?: string;
  },
): Promise<void> {
  refuseGaps(ctx, certificateGaps(ctx, said, more.field));
  const key = numberKey(said.number);
  if (await store.isNumberTaken(ctx.db, kind, key, measurementStandardId)) throw new Problem(refusals.numberTaken);
  const own = present.filter((one) => one.kind === kind);
  // A certificate that begins before or with one that is recorded would change what held on past days.
  const contradicts = own.find((one) => said.validFrom <= one.validFrom && said.validUntil >= one.validFrom);
  const overlaps = own.find((one) => one.validFrom < said.validFrom && said.validFrom <= one.validUntil);
  const clash = contradicts ?? (more.replaces ? undefined : overlaps);
  if (clash !== undefined)
    throw new Problem(refusals.overlap, {
      detail: [`${clash.number}：${clash.validFrom} 至 ${clash.validUntil}`, `${clash.number}: ${clash.validFrom} to ${clash.validUntil}`],
    });
  await store.insertCertificate(ctx.db, {
    ...said,
    id: ctx.newId(),
    measurementStandardId,
    kind,
    numberKey: key,
    applicationId: more.applicationId ?? null,
    basis: more.basis,
    opening: more.opening ?? false,
    files: [...(more.files ?? [])],
    personId: ctx.caller.personId,
    recordedAt: ctx.now,
  });
}
