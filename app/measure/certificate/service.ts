import { createHash, timingSafeEqual } from 'node:crypto';
import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import type { Context, Service } from '../../platform/context.ts';
import { timelineOf } from '../../register/event/service.ts';
import { withdrawResult } from '../../register/instrument/service.ts';
import { approve } from '../verification/service/approval.ts';
import { certificateProblems, type CertificateCard, type certificateEndpoints } from './contract.ts';
import { mayRevoke, type CertificateStatus } from './rules.ts';
import { issue } from './service/issue.ts';
import * as store from './store.ts';

const toCard = (row: store.CertificateRow): CertificateCard =>
  ({
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
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

const toCertificate = (row: store.CertificateRow, ctx: Context) => ({
  ...toCard(row),
  checkCode: row.checkCode,
  record: row.record,
  digest: row.digest,
  revocation: row.revokedAt === null ? null : { reason: row.revocationReason ?? '', at: row.revokedAt },
  mayRevoke: mayRevoke({ status: row.status as CertificateStatus, instituteId: row.instituteId }, ctx.caller),
});

async function getCertificate(ctx: Context, number: string): Promise<store.CertificateRow> {
  const row = await store.findCertificate(ctx.db, ctx.caller.scope, number);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

const digestOf = (text: string): Uint8Array => createHash('sha256').update(text).digest();
/** Compared by digest, so that the time taken does not tell how much was right. */
const isSame = (given: string, kept: string): boolean => timingSafeEqual(digestOf(given), digestOf(kept));

export const certificateService: Service<typeof certificateEndpoints> = {
  async approveVerification({ params }, ctx) {
    const number = await issue(ctx, await approve(ctx, params.id));
    return toCard(await getCertificate(ctx, number));
  },

  async listCertificates({ query }, ctx) {
    const { rows, total } = await store.listCertificates(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toCard),
      next: rows.length > query.limit && last ? printCursor({ at: last.issuedAt, id: last.id }) : null,
      total,
    };
  },

  async readCertificate({ params }, ctx) {
    const row = await getCertificate(ctx, params.number);
    return { ...toCertificate(row, ctx), timeline: await timelineOf(ctx, row.number) };
  },

  async revokeCertificate({ params, body }, ctx) {
    await getCertificate(ctx, params.number);
    await store.lockCertificate(ctx.db, params.number);
    const row = await getCertificate(ctx, params.number);
    if (row.status !== 'valid') throw new Problem(certificateProblems.ended);
    if (!mayRevoke({ status: 'valid', instituteId: row.instituteId }, ctx.caller)) throw new Problem(platformProblems.forbidden);
    await store.revokeCertificate(ctx.db, { number: row.number, reason: body.reason, personId: ctx.caller.personId, at: ctx.now });
    await withdrawResult(ctx, { instrumentId: row.instrumentId, certificateNumber: row.number, reason: body.reason });
    ctx.record({ kind: 'certificate.revoked', subject: row.number, reason: body.reason });
    return toCertificate(await getCertificate(ctx, row.number), ctx);
  },

  async lookUpCertificate({ params, query }, ctx) {
    const row = await store.findAnywhere(ctx.db, params.number);
    if (row === undefined) throw new Problem(platformProblems.notFound);
    const exists = { exists: true as const, number: row.number };
    const { check } = query;
    if (check === undefined || !(isSame(check.toUpperCase(), row.checkCode) || isSame(check, row.serial))) return exists;
    const { kind, name, model, serial } = { ...toCard(row).instrument, serial: row.serial };
    return {
      ...exists,
      document: row.kind as 'certificate',
      kind,
      name,
      model,
      serial,
      verdict: row.kind === 'certificate' ? ('pass' as const) : ('fail' as const),
      dates: { testedOn: row.testedOn, issuedOn: row.issuedOn, validUntil: row.validUntil },
      institute: row.instituteName,
      status: row.status as CertificateStatus,
      logIndex: null,
      demonstration: row.demonstration,
    };
  },
};
