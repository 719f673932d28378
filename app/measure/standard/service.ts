import { addDays, toDayNumber } from '../../kernel/day.ts';
import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import { inLanguage } from '../../kernel/text.ts';
import type { Context, Service } from '../../platform/context.ts';
import { timelineOf } from '../../register/event/service.ts';
import { standardProblems, type Standard, type StandardCertificate, type standardEndpoints } from './contract.ts';
import { allowedStandardActions, type Certificate, type StandardStatus } from './rules.ts';
import { foreignService } from './service/foreign.ts';
import { rangeService, rangesOf, refuseForeignText } from './service/range.ts';
import type { Ranges } from './contract/range.ts';
import { addCertificate, getStandard, openFor, refuseCertificate } from './service/record.ts';
import { toWorkbook } from './service/workbook.ts';
import * as store from './store.ts';

const toStandard = (row: store.StandardRow, today: string, ranges: Ranges | undefined): Standard =>
  ({
    id: row.id,
    institute: { id: row.instituteId, name: row.instituteName },
    number: row.number,
    name: row.name,
    model: row.model,
    serial: row.serial,
    range: row.range,
    ranges: ranges ?? { basis: 'none', items: [], since: null },
    roles: row.roles,
    state: row.state,
    since: row.since,
    certificate: {
      id: row.certificateId,
      kind: row.kind,
      number: row.certificateNumber,
      issuer: row.issuer,
      calibratedOn: row.calibratedOn,
      validUntil: row.validUntil,
      quality: row.quality,
      value: row.value,
      unit: row.unit,
      coverageFactor: row.coverageFactor,
      accuracyClass: row.accuracyClass,
      recordedBy: row.certificateRecordedBy,
      recordedAt: row.certificateRecordedAt,
    },
    daysLeft: Math.max(0, toDayNumber(row.validUntil) - toDayNumber(today) + 1),
    version: row.version,
    demonstration: row.demonstration,
  }) as Standard;

const describe = async (ctx: Context, rows: readonly store.StandardRow[]): Promise<Standard[]> => {
  const ranges = await rangesOf(ctx, rows, ctx.today);
  return rows.map((row) => toStandard(row, ctx.today, ranges.get(row.id)));
};
async function describeOne(ctx: Context, id: string): Promise<Standard> {
  const row = await getStandard(ctx, id);
  return toStandard(row, ctx.today, (await rangesOf(ctx, [row], ctx.today)).get(row.id));
}

type CertificateBody = Omit<Certificate, 'number'> & { readonly certificateNumber: string };
const certificateIn = (body: CertificateBody): Certificate => ({
  kind: body.kind,
  number: body.certificateNumber,
  issuer: body.issuer,
  calibratedOn: body.calibratedOn,
  validUntil: body.validUntil,
  quality: body.quality,
  value: body.value,
  unit: body.unit,
  coverageFactor: body.coverageFactor,
  accuracyClass: body.accuracyClass,
});

const addState = (ctx: Context, standardId: string, state: StandardStatus, since: string, reason: string | null) =>
  store.insertState(ctx.db, { id: ctx.newId(), standardId, state, since, reason, personId: ctx.caller.personId, at: ctx.now });

const dayRefusal = (ctx: Context, field: string, zh: string, en: string): Problem =>
  new Problem(platformProblems.invalid, { issues: [{ path: [field], message: inLanguage([zh, en], ctx.language) }] });

/** A later state begins on its day; one that begins before the present state would contradict what was recorded. */
async function step(
  ctx: Context,
  id: string,
  action: 'suspend' | 'resume' | 'retire',
  { since, reason }: { since: string; reason: string },
): Promise<Standard> {
  const row = await openFor(ctx, id, action);
  if (since > ctx.today) throw dayRefusal(ctx, 'since', '不能晚于今天', 'not later than today');
  if (since < row.since)
    throw dayRefusal(ctx, 'since', `不能早于现状态的起始日 ${row.since}`, `not before the present state began, ${row.since}`);
  const state = ({ suspend: 'suspended', resume: 'in-service', retire: 'retired' } as const)[action];
  await addState(ctx, row.id, state, since, reason);
  const kind = ({ suspend: 'standard.suspended', resume: 'standard.resumed', retire: 'standard.retired' } as const)[action];
  ctx.record({ kind, subject: row.id, reason, detail: { since } });
  return describeOne(ctx, row.id);
}

export const standardService: Service<typeof standardEndpoints> = {
  ...foreignService,
  ...rangeService,

  async listStandards({ query }, ctx) {
    const { rows, total } = await store.listStandards(ctx.db, ctx.caller.scope, toFilter(query, ctx.today));
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: await describe(ctx, items),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },

  async downloadStandards({ query }, ctx) {
    const { rows } = await store.listStandards(ctx.db, ctx.caller.scope, toFilter({ ...query, limit: 20_000 }, ctx.today));
    return toWorkbook(await describe(ctx, rows), ctx);
  },

  async readStandard({ params }, ctx) {
    const row = await getStandard(ctx, params.id);
    const certificates = await store.listCertificates(ctx.db, [row.id]);
    const states = await store.listStates(ctx.db, [row.id]);
    return {
      ...(await describeOne(ctx, row.id)),
      certificates: certificates.map(({ standardId: _of, personId: _by, ...one }) => one as StandardCertificate),
      states: states.map(({ state, since, reason, person, at }) => ({ state: state as StandardStatus, since, reason, person, at })),
      allowed: allowedStandardActions({ state: row.state as StandardStatus, instituteId: row.instituteId }, ctx.caller),
      timeline: await timelineOf(ctx, row.id),
    };
  },

  async registerStandard({ body }, ctx) {
    if (!(await store.isInstitute(ctx.db, ctx.caller.organizationId))) throw new Problem(standardProblems.notAnInstitute);
    const { number, name, model, serial, range, roles, since } = body;
    const certificate = certificateIn(body);
    refuseCertificate(ctx, certificate);
    refuseForeignText(ctx, body);
    if (since > ctx.today) throw dayRefusal(ctx, 'since', '不能晚于今天', 'not later than today');
    const id = ctx.newId();
    const inserted = await store.insertStandard(ctx.db, {
      number,
      name,
      model,
      serial,
      range,
      roles: [...new Set(roles)],
      id,
      instituteId: ctx.caller.organizationId,
      region: ctx.caller.region,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    if (!inserted) throw new Problem(standardProblems.numberTaken);
    await addCertificate(ctx, id, certificate);
    await addState(ctx, id, 'in-service', since, null);
    ctx.record({ kind: 'standard.registered', subject: id, detail: { number: body.number, certificate: certificate.number, since } });
    return describeOne(ctx, id);
  },

  async changeStandard({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'change');
    const { version, reason, ...description } = body;
    if (row.version !== version) throw new Problem(platformProblems.stale);
    refuseForeignText(ctx, description);
    if (await store.isNumberTaken(ctx.db, row.instituteId, description.number, row.id)) throw new Problem(standardProblems.numberTaken);
    await store.changeStandard(ctx.db, row.id, { ...description, roles: [...new Set(description.roles)], version: version + 1 });
    const { number, name, model, serial, range, roles } = row;
    ctx.record({ kind: 'standard.corrected', subject: row.id, reason, detail: { before: { number, name, model, serial, range, roles } } });
    return describeOne(ctx, row.id);
  },

  async renewStandard({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'renew');
    const certificate = certificateIn(body);
    refuseCertificate(ctx, certificate);
    await addCertificate(ctx, row.id, certificate);
    ctx.record({ kind: 'standard.renewed', subject: row.id, detail: { certificate: certificate.number, validUntil: body.validUntil } });
    return describeOne(ctx, row.id);
  },

  suspendStandard: ({ params, body }, ctx) => step(ctx, params.id, 'suspend', body),
  resumeStandard: ({ params, body }, ctx) => step(ctx, params.id, 'resume', body),
  retireStandard: ({ params, body }, ctx) => step(ctx, params.id, 'retire', body),
};

type Query = { dueWithin?: number | undefined; limit: number } & Omit<store.Filter, 'dueUntil'>;
const toFilter = ({ dueWithin, ...rest }: Query, today: string): store.Filter => ({
  ...rest,
  dueUntil: dueWithin === undefined ? undefined : addDays(today, dueWithin),
});
