/** Evaluates a finding certificate by certificate, in parts that can be taken up again; what is found is kept as rows. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Context } from '../../../platform/context.ts';
import { effectsOfRecord } from '../../certificate/service/effect.ts';
import { engineVersion, ImpactEngine, type Certificate, type CertificateImpact } from '../rules/impact-engine.ts';
import type { Finding } from '../rules/impact-finding.ts';
import { listVersions, lockFinding, setFinding } from '../store/impact-finding.ts';
import * as reach from '../store/impact-reach.ts';
import * as store from '../store/impact-result.ts';
import { findFinding } from '../store/impact-finding.ts';
import { toFinding, written } from './impact-reply.ts';

/** So many certificates in one transaction: some seconds, and as much is done again when a server is killed. */
export const evaluatedAtOnce = 20_000;
const readAtOnce = 2000;
/** After so many the program looks what else waits for it, the answers for the next part among them. */
const evaluatedInOneGo = 250;

const everywhere = { kind: 'city' } as const;

/** Certificates with what they rest on; effects that were never kept are calculated from the record. */
export async function toCertificates(ctx: Context, rows: readonly reach.AffectedRow[]): Promise<Certificate[]> {
  const uses = await reach.listUses(
    ctx.db,
    rows.map(({ id }) => id),
  );
  const without = new Set(uses.filter(({ effects }) => effects === null).map(({ certificateId }) => certificateId));
  const records = without.size === 0 ? [] : await reach.listRecords(ctx.db, [...without]);
  const calculated = new Map(records.map(({ id, record }) => [id, effectsOfRecord(record)]));
  const byCertificate = new Map<string, Certificate['uses'][number][]>();
  for (const { certificateId, standardId, calibrationId, role, effects } of uses) {
    const text = effects ?? calculated.get(certificateId)?.get(role) ?? '';
    const own = byCertificate.get(certificateId) ?? [];
    own.push({ standardId, calibrationId, shared: false, effects: text === '' ? null : text });
    byCertificate.set(certificateId, own);
  }
  return rows.map(({ id, testedOn, document }) => ({
    id,
    testedOn,
    conclusion: document === 'calibration' ? null : document === 'notice' ? 'fail' : 'pass',
    uses: byCertificate.get(id) ?? [],
  }));
}

type Part = { readonly rows: readonly reach.AffectedRow[]; readonly certificates: readonly Certificate[] };

/** The next certificates of a finding in small parts; the database gathers one part while the one before it is evaluated. */
export async function* affectedParts(
  ctx: Context,
  finding: Finding,
  after: reach.Place | null,
  atOnce = evaluatedAtOnce,
): AsyncGenerator<Part> {
  const all = await reach.listAffected(ctx.db, finding, after, atOnce);
  const gather = async (from: number): Promise<Part | undefined> => {
    if (from >= all.length) return undefined;
    const rows = await reach.listRows(ctx.db, all.slice(from, from + readAtOnce));
    return { rows, certificates: await toCertificates(ctx, rows) };
  };
  let next = gather(0);
  for (let from = readAtOnce; ; from += readAtOnce) {
    const part = await next;
    if (part === undefined) return;
    next = gather(from);
    // Who stops in between waits for nothing any more.
    next.catch(() => undefined);
    for (let start = 0; start < part.rows.length; start += evaluatedInOneGo) {
      const end = start + evaluatedInOneGo;
      await setImmediate();
      yield { rows: part.rows.slice(start, end), certificates: part.certificates.slice(start, end) };
    }
  }
}

/** The engine for a finding, with the certificates that others rest on at hand. */
export async function engineFor(ctx: Context, finding: Finding): Promise<ImpactEngine> {
  const between = await toCertificates(ctx, await reach.listAffectedCalibrations(ctx.db, finding));
  const byId = new Map(between.map((one) => [one.id, one]));
  return new ImpactEngine(finding, (id) => byId.get(id));
}

/** What is kept of a certificate: its class and the check that stands worst. */
function toRow(row: reach.AffectedRow, impact: CertificateImpact): store.NewImpact {
  const { worst } = impact;
  const effect = worst?.effect;
  const limit = effect?.lower === undefined ? effect?.limit : `${effect.lower} … ${effect.limit ?? ''}`;
  return {
    certificateId: row.id,
    instituteId: row.instituteId,
    holderId: row.holderId,
    instrumentId: row.instrumentId,
    kind: row.kind,
    region: row.region,
    testedOn: row.testedOn,
    triage: impact.triage,
    depth: impact.depth,
    shareBefore: impact.shareBefore,
    shareAfter: impact.shareAfter,
    worstCheck: effect ? `${effect.check} ${effect.symbol}` : null,
    worstValue: effect?.value ?? null,
    worstAfter: worst ? written(worst.shifted.after, worst.effect.value) : null,
    worstGuard: worst ? written(worst.shifted.guard, worst.effect.value) : null,
    worstLimit: limit ?? null,
    worstUnit: effect?.unit ?? null,
    wronglyFailed: impact.wronglyFailed,
    checks: impact.checks.length,
    reasons: [...new Set(impact.unknown.map(({ reason }) => reason))],
  };
}

const digestOf = (before: string, rows: readonly reach.AffectedRow[]): string => {
  const hash = createHash('sha256').update(before);
  for (const { id, digest } of rows) hash.update(`\n${id} ${digest}`);
  return hash.digest('hex');
};

const keyOf = (id: string): { key: string } => ({ key: `traceabilityEvaluation:${id}` });

/** Evaluates the next certificates, and leaves the rest to the next job. */
export async function workEvaluation(ctx: Context, id: string, atOnce = evaluatedAtOnce): Promise<void> {
  const evaluation = await store.lockEvaluation(ctx.db, id);
  if (evaluation === undefined || evaluation.state !== 'running') return;
  const row = await findFinding(ctx.db, everywhere, evaluation.findingId);
  const version = (await listVersions(ctx.db, evaluation.findingId)).find((one) => one.version === evaluation.version);
  if (row === undefined || version === undefined) return;
  const finding = toFinding(row.standardId, version);
  const total = evaluation.total ?? (await reach.countAffected(ctx.db, finding));
  const engine = await engineFor(ctx, finding);
  let [after, done] = [
    evaluation.afterId === null ? null : { day: evaluation.afterTestedOn ?? '', id: evaluation.afterId },
    evaluation.done,
  ];
  let digest =
    evaluation.inputsDigest ??
    createHash('sha256')
      .update(JSON.stringify({ engine: engineVersion, finding }))
      .digest('hex');
  let count = 0;
  for await (const { rows, certificates } of affectedParts(ctx, finding, after, atOnce)) {
    const found = rows.flatMap((one, index) => {
      const certificate = certificates[index];
      const impact = certificate && engine.evaluate(certificate);
      return impact ? [toRow(one, impact)] : [];
    });
    await store.insertImpacts(ctx.db, id, found);
    digest = digestOf(digest, rows);
    const last = rows[rows.length - 1];
    if (last) after = { day: last.testedOn, id: last.id };
    count += rows.length;
    done += found.length;
  }
  const place = { inputsDigest: digest, done, afterTestedOn: after?.day ?? null, afterId: after?.id ?? null };
  if (count === atOnce) {
    await store.setEvaluation(ctx.db, id, { ...place, total });
    return ctx.later('workEvaluation', { id }, keyOf(id));
  }
  await store.setEvaluation(ctx.db, id, { ...place, total: done, state: 'done', endedAt: ctx.now });
  const locked = await lockFinding(ctx.db, row.id);
  if (locked?.state === 'recorded' && locked.version === evaluation.version) await setFinding(ctx.db, row.id, { state: 'evaluated' });
  ctx.record({
    kind: 'traceability.impactEvaluated',
    subject: row.id,
    by: { personId: evaluation.personId, organizationId: row.instituteId },
    detail: { number: row.number, version: evaluation.version, certificates: done, digest, engine: engineVersion },
  });
}

/** A server that was killed leaves its job locked: an evaluation that runs is taken up again. */
export async function resumeEvaluations(ctx: Context): Promise<void> {
  for (const { id } of await store.listRunning(ctx.db))
    await ctx.later('workEvaluation', { id }, { key: `traceabilityEvaluation:${id}:again` });
}
