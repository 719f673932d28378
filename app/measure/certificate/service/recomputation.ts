import type { Download } from '../../../kernel/endpoint.ts';
import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { reaches } from '../../../kernel/scope.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { findLeaves } from '../../transparency/service/append.ts';
import type { recomputationEndpoints } from '../contract/recomputation.ts';
import { certificateNumber } from '../rules.ts';
import { examine } from '../rules/examine.ts';
import { findingKinds, type FindingKind } from '../rules/finding.ts';
import { findRegion } from '../store/issue.ts';
import * as store from '../store/recomputation.ts';
import { sha256 } from './issue.ts';
import { toTable } from './table.ts';

export const certificatesAtOnce = 200;

const toRecomputation = (row: store.RecomputationRow) => ({
  id: row.id as never,
  region: row.region,
  institute: row.instituteId === null ? null : { id: row.instituteId as never, name: row.instituteName ?? '' },
  year: row.year,
  by: { person: row.personName, organization: row.organizationName },
  at: row.at,
  total: row.total,
  done: row.done,
  differing: row.differing,
  finishedAt: row.finishedAt,
});

async function getRecomputation(ctx: Context, id: string): Promise<store.RecomputationRow> {
  const row = await store.findRecomputation(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

type FindingRow = { number: string; kind: string; detail: string };
const toFinding = ({ number, kind, detail }: FindingRow) => ({ number, kind: kind as FindingKind, detail });

const keyOf = (id: string): { key: string } => ({ key: `certificateRecomputation:${id}` });

/** Looks at the next certificates and leaves the rest to the next job; the gaps of the numbers come at the end. */
export async function workRecomputation(ctx: Context, id: string, atOnce = certificatesAtOnce): Promise<void> {
  const one = await store.lockRecomputation(ctx.db, id);
  if (one === undefined || one.finishedAt !== null) return;
  const rows = await store.takeCertificates(ctx.db, one, one.lastNumber, atOnce);
  const ids = rows.flatMap(({ leafId }) => leafId ?? []);
  const leaves = new Map((await findLeaves(ctx, ids)).flatMap((leaf) => (leaf === undefined ? [] : [[leaf.id, leaf] as const])));
  const found = rows.flatMap((row) =>
    examine({ ...row, computedDigest: sha256(row.record), leaf: row.leafId === null ? undefined : leaves.get(row.leafId) }).map(
      (finding) => ({
        recomputationId: id,
        number: row.number,
        ...finding,
      }),
    ),
  );
  const isLast = rows.length < atOnce;
  const gaps = isLast
    ? (await store.listGaps(ctx.db, one)).map(({ code, sequence }) => ({
        recomputationId: id,
        number: certificateNumber(code, one.year, sequence),
        kind: 'gap' as const,
        detail: String(sequence),
      }))
    : [];
  const all = [...found, ...gaps];
  if (all.length > 0) await store.insertFindings(ctx.db, all);
  const done = one.done + rows.length;
  const differing = one.differing + new Set(all.map(({ number }) => number)).size;
  const lastNumber = rows[rows.length - 1]?.number ?? one.lastNumber;
  await store.advance(ctx.db, id, { done, differing, lastNumber, finishedAt: isLast ? ctx.now : null });
  if (!isLast) return ctx.later('workRecomputation', { id }, keyOf(id));
  const by = { personId: one.personId, organizationId: one.organizationId };
  ctx.record({ kind: 'certificate.recomputationFinished', subject: id, by, detail: { year: one.year, done, differing } });
}

export async function resumeRecomputations(ctx: Context): Promise<void> {
  for (const { id } of await store.listUnfinished(ctx.db))
    await ctx.later('workRecomputation', { id }, { key: `certificateRecomputation:${id}:again` });
}

const key = ({ number, kind, detail }: FindingRow): string => `${number}\n${kind}\n${detail}`;
const mostCompared = 10_000;

export const recomputationService: Service<typeof recomputationEndpoints> = {
  async listRecomputations({ query }, ctx) {
    const { rows, total } = await store.listRecomputations(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toRecomputation),
      next: rows.length > query.limit && last ? printCursor({ at: last.at, id: last.id }) : null,
      total,
    };
  },

  async beginRecomputation({ body }, ctx) {
    const { personId, organizationId } = ctx.caller;
    // Of nothing in particular: of the whole region of the authority.
    const region = body.region ?? (body.institute === null ? ctx.caller.region : null);
    const of = region ?? (await findRegion(ctx.db, body.institute ?? ''))?.region;
    if (of === undefined) throw new Problem(platformProblems.notFound);
    if (!reaches(ctx.caller.scope, { organizations: [], region: of })) throw new Problem(platformProblems.forbidden);
    const bound = { year: body.year, region, instituteId: body.institute };
    const id = ctx.newId();
    const total = await store.countCertificates(ctx.db, bound);
    await store.insertRecomputation(ctx.db, { ...bound, id, organizationId, personId, at: ctx.now, total });
    ctx.record({ kind: 'certificate.recomputationBegun', subject: id, detail: { ...bound, total } });
    await ctx.later('workRecomputation', { id }, keyOf(id));
    return toRecomputation(await getRecomputation(ctx, id));
  },

  readRecomputation: async ({ params }, ctx) => toRecomputation(await getRecomputation(ctx, params.id)),

  async listFindings({ params, query }, ctx) {
    await getRecomputation(ctx, params.id);
    const { rows, total } = await store.listFindings(ctx.db, params.id, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return { items: items.map(toFinding), next: rows.length > query.limit && last ? `${last.number} ${last.kind}` : null, total };
  },

  async exportFindings({ params, query }, ctx): Promise<Download> {
    const one = await getRecomputation(ctx, params.id);
    const { rows } = await store.listFindings(ctx.db, one.id, { limit: 100_000 });
    const say = (text: readonly [string, string]) => inLanguage(text, ctx.language);
    const heads = [say(['证书编号', 'Number']), say(['不一致', 'Difference']), say(['详情', 'Detail']), say(['链接', 'Link'])];
    const lines = rows.map(({ number, kind, detail }) => [
      number,
      say(findingKinds[kind as FindingKind]),
      detail,
      kind === 'gap' ? `${ctx.publicUrl}/desk/certificate-numbers?year=${one.year}` : `${ctx.publicUrl}/desk/certificates/${number}`,
    ]);
    return toTable(`${say(['证书复算', 'recomputation'])}-${one.year}-${one.at.slice(0, 10)}`, heads, lines, query.as);
  },

  async compareRecomputations({ params, query }, ctx) {
    await getRecomputation(ctx, params.id);
    await getRecomputation(ctx, query.with);
    const [now, before] = [
      (await store.listFindings(ctx.db, params.id, { limit: mostCompared })).rows,
      (await store.listFindings(ctx.db, query.with, { limit: mostCompared })).rows,
    ];
    const [present, past] = [new Set(now.map(key)), new Set(before.map(key))];
    const appeared = now.filter((one) => !past.has(key(one))).map(toFinding);
    return { appeared, gone: before.filter((one) => !present.has(key(one))).map(toFinding), same: now.length - appeared.length };
  },
};
