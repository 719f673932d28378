import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import type { ElectronicSeal } from '../../../platform/seal-service.ts';
import { findLeaf } from '../../transparency/service/append.ts';
import type { CertificateCard } from '../contract/shapes.ts';
import { mayReplace, mayRevoke, standingOn, type CertificateStatus } from '../rules.ts';
import * as store from '../store/certificate.ts';
import { findView } from '../store/view.ts';

type Row = store.CertificateRow;

export const standingOf = (row: Row, today: string) =>
  standingOn({ status: row.status as CertificateStatus, validUntil: row.validUntil }, today);

export const toCard = (row: Row, { today }: Pick<Context, 'today'>): CertificateCard =>
  ({
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: standingOf(row, today),
    instrument: {
      id: row.instrumentId,
      kind: row.instrumentKind,
      name: row.instrumentName,
      model: row.model,
      serial: row.serial,
      place: row.place,
    },
    holder: { id: row.holderId, name: row.holderName },
    institute: { id: row.instituteId, name: row.instituteName },
    verification: row.verificationId,
    testedOn: row.testedOn,
    issuedOn: row.issuedOn,
    validUntil: row.validUntil,
    demonstration: row.demonstration,
  }) as CertificateCard;

export async function toCertificate(row: Row, ctx: Context) {
  const issued = { status: row.status as CertificateStatus, instituteId: row.instituteId };
  const leaf = row.leafId === null ? undefined : await findLeaf(ctx, row.leafId);
  return {
    ...toCard(row, ctx),
    checkCode: row.checkCode,
    record: row.record,
    digest: row.digest,
    format: row.format,
    revocation: row.revokedAt === null ? null : { reason: row.revocationReason ?? '', at: row.revokedAt },
    replaces: row.replaces === null ? null : { number: row.replaces, reason: row.replacementReason ?? '' },
    replacedBy: row.replacedBy,
    lot: row.lotId === null ? null : { id: row.lotId as never, number: row.lotNumber ?? '' },
    log: leaf === undefined ? null : { index: leaf.index, at: row.issuedAt },
    seal: ((await findView(ctx.db, row.number, 'pdf'))?.seal ?? null) as ElectronicSeal | null,
    mayRevoke: mayRevoke(issued, ctx.caller),
    mayReplace: row.format === 3 && mayReplace(issued, ctx.caller),
  };
}

export async function getCertificate(ctx: Context, number: string): Promise<Row> {
  const row = await store.findCertificate(ctx.db, ctx.caller.scope, number);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}
