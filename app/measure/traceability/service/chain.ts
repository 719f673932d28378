import { reaches } from '../../../kernel/scope.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { openedByPaper } from '../../certificate/service/public-view.ts';
import type { Chain, ChainNode, graphEndpoints, Start } from '../contract/graph.ts';
import { findingCodes, nodeKey, type FindingCode, type NodeId } from '../rules/graph.ts';
import * as store from '../store/graph.ts';
import { judgedEdge } from './edge.ts';
import { chainOf, listBelow, type Walked } from './graph.ts';
import { proofOf } from './proof.ts';

const seesRow = (ctx: Context, { instituteId, region }: store.NodeRow): boolean =>
  reaches(ctx.caller.scope, { organizations: [instituteId], region });

/** Another institute's paper is named by number, issuer and validity, and not published again. */
export function toChainNode(row: store.NodeRow, own: boolean, height: number): ChainNode {
  const { value, unit, coverageFactor } = row;
  return {
    kind: row.kind,
    id: row.id,
    number: row.number,
    issuer: row.issuer,
    from: row.fromDay,
    until: row.until,
    endedOn: row.endedOn,
    level: row.level,
    quantity: row.quantity,
    uncertainty: !own || value === null || unit === null ? null : { value, unit, k: coverageFactor },
    accuracyClass: own ? row.accuracyClass : null,
    item: own ? row.item : null,
    serial: own ? row.serial : null,
    standardId: own ? row.standardId : null,
    digest: row.digest,
    logIndex: row.logIndex === null ? null : Number(row.logIndex),
    own,
    height,
  };
}

/** What two papers say of each other is told to those who see both. */
const quoting: readonly FindingCode[] = ['uncertainty-ratio', 'level-order', 'level-skipped', 'outside-range'];

export function toChain(ctx: Context, start: NodeId, knownAt: string, walked: Walked, isOwn: (row: store.NodeRow) => boolean): Chain {
  const { nodes, heights, edges, standing, findings, cut } = walked;
  const owns = (node: NodeId | null): boolean => {
    const row = node === null ? undefined : nodes.get(nodeKey(node));
    return row === undefined || isOwn(row);
  };
  return {
    start: { kind: start.kind, id: start.id },
    standing,
    knownAt,
    nodes: [...nodes].map(([key, row]) => toChainNode(row, isOwn(row), heights.get(key) ?? 0)),
    edges: edges.map(({ lower, upper, usedOn, role, isIdentity }) => ({
      lower: { kind: lower.kind, id: lower.id },
      upper: { kind: upper.kind, id: upper.id },
      usedOn,
      role,
      isIdentity,
      validThen: !findings.some(
        ({ code, node, above }) =>
          (code === 'not-valid-then' || code === 'ended-then') &&
          nodeKey(node) === nodeKey(lower) &&
          above !== null &&
          nodeKey(above) === nodeKey(upper),
      ),
      ...judgedEdge(ctx, walked, { lower, upper, role, isIdentity }, owns),
    })),
    findings: findings.map(({ code, node, above, detail }) => ({
      code,
      node: { kind: node.kind, id: node.id },
      above: above === null ? null : { kind: above.kind, id: above.id },
      // A comparison of uncertainties quotes both papers; of another institute's only number, issuer and validity are told.
      detail: quoting.includes(code) && !(above !== null && owns(node) && owns(above)) ? '' : detail,
      text: inLanguage(findingCodes[code], ctx.language),
    })),
    cut,
  };
}

type Moment = { asOf?: string | undefined; knownAt?: string | undefined };
type Place = { kind: Start; id: string };

/** The node that a caller names: a standard stands for its calibration on the day, an instrument for its last certificate up to then. */
async function startOf(ctx: Context, { kind, id }: Place, { asOf = ctx.today, knownAt = ctx.now }: Moment): Promise<NodeId> {
  const node = await store.resolveStart(ctx.db, kind, id, asOf, knownAt);
  const [row] = node === undefined ? [] : await store.listNodes(ctx.db, [node], knownAt);
  if (node === undefined || row === undefined || !seesRow(ctx, row)) throw new Problem(platformProblems.notFound);
  return node;
}

async function readChain(ctx: Context, place: Place, moment: Moment): Promise<Chain> {
  const knownAt = moment.knownAt ?? ctx.now;
  const start = await startOf(ctx, place, moment);
  return toChain(ctx, start, knownAt, await chainOf(ctx, start, knownAt), (row) => seesRow(ctx, row));
}

const readAfter = (after: string | undefined): { day: string; id: string } | undefined => {
  const [, day, id] = /^(\d{4}-\d\d-\d\d) ([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
  return day === undefined || id === undefined ? undefined : { day, id };
};

type Names = 'readChain' | 'printChain' | 'printCertificateChain' | 'listRestingCertificates' | 'findNodes';

export const chainService: Pick<Service<typeof graphEndpoints>, Names> = {
  readChain: ({ params, query }, ctx) => readChain(ctx, params, query),

  async printChain({ params, query }, ctx) {
    return proofOf(ctx, await readChain(ctx, params, query), query.format);
  },

  async printCertificateChain({ params, query }, ctx) {
    const row = await openedByPaper(ctx, params.number, query.check);
    const start: NodeId = { kind: 'certificate', id: row.id };
    const walked = await chainOf(ctx, start, ctx.now);
    return proofOf(
      ctx,
      toChain(ctx, start, ctx.now, walked, (node) => node.kind === 'certificate' && node.id === row.id),
      'json',
    );
  },

  async listRestingCertificates({ params, query }, ctx) {
    const start = await startOf(ctx, params, {});
    const span = { from: query.from ?? '0001-01-01', to: query.to ?? '9999-12-31' };
    const { rows, total } = await listBelow(ctx, start, {
      ...span,
      limit: query.limit + 1,
      after: readAfter(query.after),
      direct: query.direct === 'true',
    });
    const shown = rows.slice(0, query.limit);
    const last = shown[shown.length - 1];
    const details = new Map((await store.listResting(ctx.db, shown)).map((row) => [row.certificateId, row]));
    return {
      items: shown.flatMap(({ certificateId, testedOn }) => {
        const row = details.get(certificateId);
        if (row === undefined) return [];
        const own = reaches(ctx.caller.scope, { organizations: [row.instituteId], region: row.region });
        return [
          {
            certificateId,
            number: row.number,
            testedOn,
            validUntil: row.validUntil,
            issuer: row.issuer,
            instrument: own ? row.instrument : null,
            serial: own ? row.serial : null,
            status: row.status,
            through: row.through,
          },
        ];
      }),
      next: rows.length > query.limit && last !== undefined ? `${last.testedOn} ${last.certificateId}` : null,
      total,
    };
  },

  async findNodes({ query }, ctx) {
    const nodes = await store.findByNumber(ctx.db, ctx.caller.scope, query.q);
    const rows = nodes.length === 0 ? [] : await store.listNodes(ctx.db, nodes, ctx.now);
    return { items: rows.map((row) => toChainNode(row, seesRow(ctx, row), 0)) };
  },
};
