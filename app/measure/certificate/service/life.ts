import { leafFormat } from '@tongheng/seal/leaf';
import { readRecord, type CertificateRecord } from '@tongheng/seal/record';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { recordResult, withdrawResult } from '../../../register/instrument/service.ts';
import { appendLeaf } from '../../transparency/service/append.ts';
import { recordDocument } from '../../verification/service/approval.ts';
import { certificateProblems, type certificateEndpoints } from '../contract.ts';
import {
  certificateNumber,
  mayReplace,
  mayRevoke,
  replaceableFieldNames,
  verdictOf,
  type CertificateStatus,
  type DocumentKind,
  type ReplaceableField,
} from '../rules.ts';
import * as store from '../store/certificate.ts';
import { getCertificate, toCertificate } from './card.ts';
import { takeNumbers, writeCertificates } from './issue.ts';

/** The document, locked: two who end it at once are told apart by who came first. */
async function openToEnd(ctx: Context, number: string): Promise<store.CertificateRow> {
  await getCertificate(ctx, number);
  await store.lockCertificate(ctx.db, number);
  const row = await getCertificate(ctx, number);
  if (row.status !== 'valid') throw new Problem(certificateProblems.ended);
  return row;
}

type Change = NonNullable<CertificateRecord['replaces']>['changes'][number];

const valueOf = ({ holder, instrument }: CertificateRecord, field: ReplaceableField): string | null => {
  switch (field) {
    case 'holder.name':
      return holder.name;
    case 'holder.address':
      return holder.address;
    case 'instrument.name':
      return instrument.name;
    case 'instrument.model':
      return instrument.model;
    case 'instrument.maker':
      return instrument.maker;
    case 'instrument.place':
      return instrument.place;
  }
};

/** What of the data is different from the original; a correction that says the same is none. */
function changesOf(ctx: Context, record: CertificateRecord, asked: Partial<Record<ReplaceableField, string>>): Change[] {
  const given = replaceableFieldNames.flatMap((field) => {
    const to = asked[field];
    return to === undefined ? [] : [{ field, from: valueOf(record, field), to }];
  });
  const same = given.filter(({ from, to }) => from === to);
  if (same.length > 0)
    throw new Problem(certificateProblems.nothingChanged, {
      issues: same.map(({ field, to }) => ({
        path: ['changes', field],
        message: ctx.language === 'zh' ? `与原证书相同：${to}` : `the same as before: ${to}`,
      })),
    });
  return given;
}

function withChanges(record: CertificateRecord, changes: readonly Change[]): CertificateRecord {
  const set = new Map(changes.map(({ field, to }) => [field, to]));
  const { holder, instrument } = record;
  return {
    ...record,
    holder: { name: set.get('holder.name') ?? holder.name, address: set.get('holder.address') ?? holder.address },
    instrument: {
      ...instrument,
      name: set.get('instrument.name') ?? instrument.name,
      model: set.get('instrument.model') ?? instrument.model,
      maker: set.get('instrument.maker') ?? instrument.maker,
      place: set.get('instrument.place') ?? instrument.place,
    },
  };
}

type Part = 'revokeCertificate' | 'replaceCertificate';

export const lifeService: Pick<Service<typeof certificateEndpoints>, Part> = {
  async revokeCertificate({ params, body }, ctx) {
    const row = await openToEnd(ctx, params.number);
    if (!mayRevoke({ status: 'valid', instituteId: row.instituteId }, ctx.caller)) throw new Problem(platformProblems.forbidden);
    const leafId = await appendLeaf(ctx, {
      format: leafFormat,
      kind: 'revoked',
      number: row.number,
      recordDigest: row.digest,
      issuer: row.number.slice(0, -11),
      day: ctx.today,
      replaces: null,
      demonstration: row.demonstration,
    });
    const { personId } = ctx.caller;
    await store.revokeCertificate(ctx.db, { number: row.number, reason: body.reason, personId, at: ctx.now, leafId });
    await withdrawResult(ctx, { instrumentId: row.instrumentId, certificateNumber: row.number, reason: body.reason });
    ctx.record({ kind: 'certificate.revoked', subject: row.number, reason: body.reason });
    await ctx.later('renewRevocationList', {}, { key: 'certificate:revocations' });
    return toCertificate(await getCertificate(ctx, row.number), ctx);
  },

  async replaceCertificate({ params, body }, ctx) {
    const row = await openToEnd(ctx, params.number);
    if (!mayReplace({ status: row.status as CertificateStatus, instituteId: row.instituteId }, ctx.caller))
      throw new Problem(platformProblems.forbidden);
    if (row.format !== 3) throw new Problem(certificateProblems.notSealed);
    const before = readRecord(row.record);
    const changes = changesOf(ctx, before, body.changes);
    const year = Number(ctx.today.slice(0, 4));
    const { issuer, to } = await takeNumbers(ctx, row.instituteId, year, 1);
    const number = certificateNumber(issuer, year, to);
    const record: CertificateRecord = {
      ...withChanges(before, changes),
      number,
      issuer,
      issuedOn: ctx.today,
      replaces: { number: row.number, issuedOn: row.issuedOn, reason: body.reason, changes },
    };
    await store.supersede(ctx.db, row.number);
    const { verificationId, instrumentId, instituteId, holderId, region, lotId } = row;
    const belonging = { verificationId, instrumentId, instituteId, holderId, region, lotId, issuedBy: ctx.caller.personId };
    await writeCertificates(ctx, [{ record, belonging, leaf: changes.length > 0 ? 'amended' : 'replaced' }]);
    await withdrawResult(ctx, { instrumentId, certificateNumber: row.number, reason: body.reason });
    const verdict = verdictOf(row.kind as DocumentKind);
    if (verdict !== null)
      await recordResult(ctx, {
        instrumentId,
        verdict,
        verifiedOn: row.testedOn,
        certificateNumber: number,
        verifiedBy: row.instituteName,
        dueOn: row.validUntil,
        validity: record.validity,
        organizationId: instituteId,
      });
    await recordDocument(ctx, verificationId, number);
    const fields = changes.map(({ field }) => field);
    ctx.record({ kind: 'certificate.superseded', subject: row.number, reason: body.reason, detail: { by: number, changed: fields } });
    ctx.record({ kind: 'certificate.issued', subject: number, reason: body.reason, detail: { replaces: row.number, changed: fields } });
    await ctx.later('renewRevocationList', {}, { key: 'certificate:revocations' });
    return toCertificate(await getCertificate(ctx, number), ctx);
  },
};
