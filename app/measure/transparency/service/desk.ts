import { leafHash } from '@tongheng/seal/log/tree';
import { toHex, toUtf8 } from '@tongheng/seal/encoding';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Db, Service } from '../../../platform/context.ts';
import { transparencyProblems, type Leaf, type transparencyEndpoints, type Witness } from '../contract.ts';
import { checkpointPath, stateOfWitness, type WitnessProblem } from '../rules.ts';
import * as log from '../store/log.ts';
import * as reading from '../store/reading.ts';
import * as witnesses from '../store/witness.ts';
import { signersOfLog } from './signer.ts';
import { checkpointFor, cosignedNote, proofOf } from './proof.ts';

const showLeaf = ({ leafIndex, arrival: _arrival, entry: _entry, ...row }: reading.LeafRow) =>
  ({ ...row, index: leafIndex, institute: row.institute ?? null }) as Leaf;

export function showWitness(row: witnesses.WitnessRow, logSize: number): Witness {
  const problem = row.problem as WitnessProblem | null;
  const ended = row.endedAt !== null;
  return {
    id: row.id as Witness['id'],
    name: row.name,
    vkey: row.vkey,
    url: row.url,
    keeper: row.keeper,
    person: row.recorderName ?? '',
    recordedAt: row.recordedAt,
    state: stateOfWitness({ ended, problem, size: row.size }, logSize),
    size: row.size,
    latest: row.cosignedSize === null || row.cosignedAt === null ? null : { size: row.cosignedSize, signedAt: row.cosignedAt },
    askedAt: row.askedAt,
    nextAt: ended || problem === null ? null : row.nextAt,
    failures: row.failures,
    problem,
    detail: row.detail,
    ending:
      row.endingReason === null || row.endedAt === null ? null : { reason: row.endingReason, person: row.enderName ?? '', at: row.endedAt },
  };
}

async function showCheckpoint(db: Db, row: reading.CheckpointRow) {
  const cosignatures = await reading.listCosignatures(db, row.size);
  return {
    size: row.size,
    root: row.root.toString('hex'),
    signedAt: row.signedAt,
    note: await cosignedNote(db, row),
    cosignatures: cosignatures.map(({ witnessId, name, keeper, signedAt }) => ({ witness: witnessId, name, keeper, signedAt })),
  };
}

async function getLeaf(ctx: Context, id: string): Promise<reading.LeafRow> {
  const row = await reading.findLeaf(ctx.db, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

type Desk = Pick<Service<typeof transparencyEndpoints>, 'readLog' | 'listLeaves' | 'readLeaf' | 'downloadLeafProof'>;

/** What the workplace shows of the log. */
export const deskService: Desk = {
  async readLog(_call, ctx) {
    const known = await log.findLog(ctx.db);
    const newest = await reading.findNewest(ctx.db);
    const oldest = await log.findOldestWaiting(ctx.db);
    const size = known?.size ?? 0;
    return {
      origin: known?.origin ?? null,
      address: `${ctx.publicUrl.replace(/\/+$/, '')}${checkpointPath}`,
      size,
      waiting: oldest === undefined ? 0 : await log.countWaiting(ctx.db),
      waitingSince: oldest?.recordedAt ?? null,
      // A demonstration's key is made when it is first needed.
      hasKey: ctx.demonstration || (await signersOfLog(ctx, known?.origin)).length > 0,
      checkpoint: newest === undefined ? null : await showCheckpoint(ctx.db, newest),
      witnesses: (await witnesses.listWitnesses(ctx.db)).map((row) => showWitness(row, size)),
      mayManage: ctx.caller.permits.has('transparency.manage'),
    };
  },
  async listLeaves({ query }, ctx) {
    const { limit, after, q, ...conditions } = query;
    const filter = { ...conditions, q: q?.toUpperCase() };
    const before = /^\d{1,15}$/.test(after ?? '') ? Number(after) : undefined;
    const rows = await reading.listLeaves(ctx.db, filter, limit, before);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown[shown.length - 1] : undefined;
    const isAll = Object.values({ ...filter, state: undefined }).every((value) => value === undefined || value === '');
    const total = isAll && filter.state === 'logged' ? ((await log.findLog(ctx.db))?.size ?? 0) : await reading.countLeaves(ctx.db, filter);
    return { items: shown.map(showLeaf), next: last === undefined ? null : String(last.leafIndex ?? last.arrival), total };
  },
  async readLeaf({ params }, ctx) {
    const row = await getLeaf(ctx, params.id);
    const checkpoint = row.leafIndex === null ? undefined : await checkpointFor(ctx.db, row.leafIndex);
    return {
      ...showLeaf(row),
      entry: row.entry,
      leafHash: toHex(leafHash(toUtf8(row.entry))),
      checkpoint: checkpoint === undefined ? null : await showCheckpoint(ctx.db, checkpoint),
    };
  },
  async downloadLeafProof({ params }, ctx) {
    const { number, kind } = await getLeaf(ctx, params.id);
    const proof = await proofOf(ctx, params.id);
    if (proof === undefined) throw new Problem(transparencyProblems.notLogged);
    return { name: `${number}-${kind}.tlog-proof`, type: 'text/plain; charset=utf-8', bytes: toUtf8(proof) };
  },
};
