import type { Context } from '../../../platform/context.ts';
import { examineChain, nodeKey, type Edge, type Finding, type Node, type NodeId, type Standing } from '../rules/graph.ts';
import * as store from '../store/graph.ts';
import { listUses } from '../store/range-use.ts';
import { printUse } from '../../standard/rules/range-use.ts';
import { isOutside, judgeUses, type JudgedUse } from './range-use.ts';

/** No chain of a metrology is deeper; a longer one is cut, and says so. */
const highest = 40;
const mostNodes = 2000;

export type Walked = {
  readonly nodes: ReadonlyMap<string, store.NodeRow>;
  readonly heights: ReadonlyMap<string, number>;
  readonly edges: readonly Edge[];
  readonly standing: Standing;
  readonly findings: readonly Finding[];
  /** Where the certificates of the chain used their standards. */
  readonly uses: readonly JudgedUse[];
  readonly cut: boolean;
};

export const toNode = (row: store.NodeRow): Node => ({
  kind: row.kind,
  id: row.id,
  number: row.number,
  issuer: row.issuer,
  from: row.fromDay,
  until: row.until,
  endedOn: row.endedOn,
  level: row.level,
  quantity: row.quantity,
  uncertainty: row.value === null || row.unit === null ? null : { value: row.value, unit: row.unit, k: row.coverageFactor },
  limit: row.limitValue === null || row.limitUnit === null ? null : { value: row.limitValue, unit: row.limitUnit },
  accuracyClass: row.accuracyClass,
  roles: row.roles,
  isCalibration: row.isCalibration,
});

/** A use outside of the range stands at the certificate, and at the calibration of each standard that served. */
function findingsOf(uses: readonly JudgedUse[], rows: readonly store.NodeRow[]): Finding[] {
  return uses.filter(isOutside).flatMap((use) => {
    const node: NodeId = { kind: 'certificate', id: use.certificateId };
    const calibration = rows.find(
      ({ kind, standardId }) => kind === 'calibration' && standardId !== null && use.standardIds.includes(standardId),
    );
    const above: NodeId | null = calibration === undefined ? null : { kind: 'calibration', id: calibration.id };
    return printUse(use).outside.map((detail): Finding => ({ code: 'outside-range', node, above, detail }));
  });
}

/** Everything above a node, level by level, each node once; loops end where they come back. */
export async function chainOf(ctx: Pick<Context, 'db'>, start: NodeId, knownAt: string): Promise<Walked> {
  const heights = new Map([[nodeKey(start), 0]]);
  const edges: Edge[] = [];
  const reached: NodeId[] = [start];
  let front: NodeId[] = [start];
  for (let height = 1; front.length > 0 && height <= highest && reached.length < mostNodes; height += 1) {
    const next: NodeId[] = [];
    for (const row of await store.listAbove(ctx.db, front, knownAt)) {
      const upper: NodeId = { kind: row.upperKind, id: row.upperId };
      const lower: NodeId = { kind: row.lowerKind, id: row.lowerId };
      edges.push({
        lower,
        upper,
        usedOn: row.usedOn,
        role: row.role,
        isIdentity: lower.kind === 'calibration' && upper.kind === 'certificate',
      });
      if (heights.has(nodeKey(upper))) continue;
      heights.set(nodeKey(upper), height);
      next.push(upper);
    }
    reached.push(...next);
    front = next;
  }
  const rows = await store.listNodes(ctx.db, reached, knownAt);
  const nodes = new Map(rows.map((row) => [nodeKey(row), row]));
  const certificates = reached.filter(({ kind }) => kind === 'certificate').map(({ id }) => id);
  const uses = await judgeUses(ctx, await listUses(ctx.db, certificates), knownAt);
  const judged = examineChain(start, new Map(rows.map((row) => [nodeKey(row), toNode(row)])), edges, findingsOf(uses, rows));
  return { nodes, heights, edges, ...judged, uses, cut: front.length > 0 };
}

/**
 * The calibrations below a node, its own among them: what a certificate rests on when it rests on the node, directly or through other standards.
 * A certificate of this platform is the calibrations that were recorded from it.
 */
export async function calibrationsBelow(ctx: Pick<Context, 'db'>, start: NodeId, span: { from: string; to: string }): Promise<string[]> {
  const found = new Set<string>();
  const references = new Set<string>();
  let front: NodeId[] =
    start.kind === 'certificate'
      ? (await store.listCalibrationsOf(ctx.db, [start.id])).map(({ id }) => ({ kind: 'calibration', id }))
      : [start];
  while (front.length > 0) {
    for (const { kind, id } of front) (kind === 'reference' ? references : found).add(id);
    const outside = front.filter(({ kind }) => kind === 'reference').map(({ id }) => id);
    const below = await store.listCalibrationsBelow(ctx.db, front, span);
    const referencesBelow = outside.length === 0 ? [] : await store.listReferencesBelow(ctx.db, outside);
    front = [
      ...[...new Set(below.map(({ id }) => id))].filter((id) => !found.has(id)).map((id): NodeId => ({ kind: 'calibration', id })),
      ...referencesBelow.filter(({ id }) => !references.has(id)).map(({ id }): NodeId => ({ kind: 'reference', id })),
    ];
  }
  return [...found];
}

/** Certificates that rest on a node within days of test, paged by the last one seen. */
export async function listBelow(
  ctx: Pick<Context, 'db'>,
  start: NodeId,
  page: { from: string; to: string; limit: number; after?: { day: string; id: string } | undefined; direct?: boolean },
) {
  const calibrations = page.direct === true && start.kind === 'calibration' ? [start.id] : await calibrationsBelow(ctx, start, page);
  const rows = await store.listCertificatesBelow(ctx.db, { ...page, calibrations, after: page.after });
  return { rows, total: await store.countCertificatesBelow(ctx.db, { calibrations, from: page.from, to: page.to }) };
}
