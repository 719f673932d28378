import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { getFiles } from '../../../register/file/service.ts';
import { getStandard } from '../../standard/service/record.ts';
import type { impactEndpoints } from '../contract/impact.ts';
import { impactProblems, type FindingBody } from '../contract/impact-shapes.ts';
import { findingNumber, type FindingAction } from '../rules/impact.ts';
import { engineVersion } from '../rules/impact-engine.ts';
import { findingFaults } from '../rules/impact-finding.ts';
import * as store from '../store/impact-finding.ts';
import { countDirect, listCalibrations } from '../store/impact-reach.ts';
import { insertEvaluation, latestEvaluations } from '../store/impact-result.ts';
import { allowedFor, cardOf, getFinding, toFinding } from './impact-reply.ts';

/** The last calibration before the day on which the standard was found wrong: until then it was good. */
async function lastGoodBefore(ctx: Context, standardId: string, foundOn: string, evidenceNumber: string | null) {
  const all = await listCalibrations(ctx.db, standardId);
  return all.find(({ day, number }) => day < foundOn && number !== evidenceNumber);
}

const refusal = (ctx: Context, faults: readonly (readonly [string, Text])[]): Problem =>
  new Problem(impactProblems.findingWrong, {
    issues: faults.map(([path, text]) => ({
      path: path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
      message: inLanguage(text, ctx.language),
    })),
  });

/** Checks what was written and completes it by the last good calibration. */
async function completed(ctx: Context, standardId: string, body: FindingBody) {
  const { foundOn, evidenceNumber, sinceReason } = body;
  if (foundOn > ctx.today) throw refusal(ctx, [['foundOn', ['不能晚于今天', 'not later than today']]]);
  const lastGood = (await lastGoodBefore(ctx, standardId, foundOn, evidenceNumber))?.day ?? null;
  const since = body.since ?? lastGood;
  if (since === null) throw new Problem(impactProblems.sinceMissing);
  if (lastGood !== null && since > lastGood && (sinceReason === null || sinceReason.length < 4))
    throw new Problem(impactProblems.sinceReason);
  const plain = (text: string): string => text.replace('−', '-').replace(/^\+/, '');
  const points = body.points.map(({ at, error, U, tolerance, condition }) => ({
    at: plain(at),
    error: plain(error),
    U: U === null ? null : plain(U),
    tolerance: tolerance === null ? null : plain(tolerance),
    condition,
  }));
  const version = { ...body, points, since, lastGood };
  const faults = findingFaults(toFinding(standardId, version));
  if (faults.length > 0) throw refusal(ctx, faults);
  if (body.files.length > 0) await getFiles(ctx, body.files);
  return version;
}

/** Locks a finding for an action of this caller. */
export async function openFinding(ctx: Context, id: string, action: FindingAction): Promise<store.FindingRow> {
  await getFinding(ctx, id);
  await store.lockFinding(ctx.db, id);
  const row = await getFinding(ctx, id);
  const versions = await store.listVersions(ctx.db, id);
  const evaluation = (await latestEvaluations(ctx.db, [id])).get(id);
  if (allowedFor(ctx, row, versions, evaluation).includes(action)) return row;
  if (row.state === 'closed' || row.state === 'withdrawn') throw new Problem(impactProblems.wrongState);
  const decides = action === 'decide' || action === 'close';
  if (decides && versions.some(({ personId }) => personId === ctx.caller.personId)) throw new Problem(impactProblems.samePerson);
  if (!decides && row.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
  throw new Problem(impactProblems.wrongState);
}

export const recordService: Pick<
  Service<typeof impactEndpoints>,
  'lookForFinding' | 'recordFinding' | 'correctFinding' | 'evaluateFinding' | 'withdrawFinding'
> = {
  async lookForFinding({ params, query }, ctx) {
    const standard = await getStandard(ctx, params.id);
    const foundOn = query.foundOn ?? ctx.today;
    const lastGood = await lastGoodBefore(ctx, standard.id, foundOn, null);
    const certificates = await countDirect(ctx.db, { standardId: standard.id, since: lastGood?.day ?? '1900-01-01', until: foundOn });
    return {
      standard: {
        id: standard.id as never,
        number: standard.number,
        name: standard.name,
        range: standard.range,
        inService: standard.state === 'in-service',
      },
      lastGood: lastGood ? { day: lastGood.day, number: lastGood.number, issuer: lastGood.issuer } : null,
      certificates,
      calibrations: await listCalibrations(ctx.db, standard.id),
    };
  },

  async recordFinding({ params, body }, ctx) {
    const standard = await getStandard(ctx, params.id);
    if (standard.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.notFound);
    const version = await completed(ctx, standard.id, body);
    const id = ctx.newId();
    const year = Number(ctx.today.slice(0, 4));
    const sequence = await store.nextFinding(ctx.db, standard.instituteId, year);
    const number = findingNumber(year, sequence);
    const { instituteId, region } = standard;
    const { personId } = ctx.caller;
    const recordedAt = ctx.now;
    await store.insertFinding(ctx.db, {
      id,
      number,
      year,
      sequence,
      instituteId,
      region,
      standardId: standard.id,
      recordedBy: personId,
      recordedAt,
      demonstration: ctx.demonstration,
    });
    await store.insertVersion(ctx.db, { ...version, findingId: id, version: 1, correction: null, personId, at: ctx.now });
    ctx.record({
      kind: 'traceability.findingReported',
      subject: id,
      reason: body.words,
      detail: { number, standard: standard.id, foundOn: body.foundOn, since: version.since },
    });
    return cardOf(ctx, id);
  },

  async correctFinding({ params, body }, ctx) {
    const row = await openFinding(ctx, params.id, 'correct');
    const { version: before, correction, ...content } = body;
    if (before !== row.version) throw new Problem(platformProblems.stale);
    const version = await completed(ctx, row.standardId, content);
    const next = row.version + 1;
    await store.insertVersion(ctx.db, {
      ...version,
      findingId: row.id,
      version: next,
      correction,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    await store.setFinding(ctx.db, row.id, { state: 'recorded', version: next });
    ctx.record({
      kind: 'traceability.findingCorrected',
      subject: row.id,
      reason: correction,
      detail: { number: row.number, version: next },
    });
    return cardOf(ctx, row.id);
  },

  async evaluateFinding({ params }, ctx) {
    const row = await openFinding(ctx, params.id, 'evaluate');
    const id = ctx.newId();
    await insertEvaluation(ctx.db, {
      id,
      findingId: row.id,
      version: row.version,
      engine: engineVersion,
      personId: ctx.caller.personId,
      begunAt: ctx.now,
    });
    await ctx.later('workEvaluation', { id }, { key: `traceabilityEvaluation:${id}` });
    ctx.record({ kind: 'traceability.evaluationBegun', subject: row.id, detail: { number: row.number, version: row.version } });
    return cardOf(ctx, row.id);
  },

  async withdrawFinding({ params, body }, ctx) {
    const row = await openFinding(ctx, params.id, 'withdraw');
    await store.setFinding(ctx.db, row.id, {
      state: 'withdrawn',
      endedBy: ctx.caller.personId,
      endedAt: ctx.now,
      endedReason: body.reason,
    });
    ctx.record({ kind: 'traceability.findingWithdrawn', subject: row.id, reason: body.reason, detail: { number: row.number } });
    return cardOf(ctx, row.id);
  },
};
