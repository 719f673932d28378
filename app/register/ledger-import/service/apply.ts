import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { instrumentKinds, type InstrumentKind } from '../../instrument/rules.ts';
import {
  recordResults,
  registerMany,
  updateMany,
  type InstrumentChange,
  type NewInstrument,
  type StatedResult,
} from '../../instrument/service.ts';
import { registerEnterprise } from '../../organization/service/enterprise.ts';
import { compareRemarks as says, type CompareRemark } from '../rules/compare-remarks.ts';
import type { Remark } from '../rules/field.ts';
import { resultFields } from '../rules/ledger-fields.ts';
import { listEntered, listVersions } from '../store/compare.ts';
import * as store from '../store/import.ts';
import * as rows from '../store/row.ts';
import { listHolderRegions, listHolders } from '../store/surroundings.ts';
import { keepOrUndo } from '../store/undo.ts';
import { actingFor } from './acting.ts';

export const rowsAtOnce = 1000;

type Row = Awaited<ReturnType<typeof rows.takeRows>>[number];
type Said = Readonly<Record<string, string>>;
const saidOf = (row: Row): Said => row.said as Said;

function resultOf(said: Said): StatedResult | null {
  const { verdict, verifiedOn, certificateNumber, verifiedBy, dueOn } = said;
  if (verdict === undefined || verifiedOn === undefined || certificateNumber === undefined || verifiedBy === undefined) return null;
  return { verdict: verdict as 'pass' | 'fail', verifiedOn, certificateNumber, verifiedBy, dueOn: dueOn ?? null, origin: 'reported' };
}

/** A row as the ledger takes it: the usual use of the kind and the holder's region where the file says nothing. */
export function toNew(said: Said, holder: { id: string; region: string }): NewInstrument {
  const kind = said['kind'] as InstrumentKind;
  const optional = (field: string): string | null => said[field] ?? null;
  return {
    kind,
    name: said['name'] ?? '',
    model: said['model'] ?? '',
    serial: said['serial'] ?? '',
    maker: said['maker'] ?? '',
    holderId: holder.id,
    region: said['region'] ?? said['township']?.slice(0, 6) ?? holder.region,
    township: optional('township'),
    place: said['place'] ?? '',
    use: said['use'] ?? instrumentKinds[kind].use,
    measuringRange: optional('measuringRange'),
    accuracyClass: optional('accuracyClass'),
    typeApproval: optional('typeApproval'),
    identificationCode: optional('identificationCode'),
    oldNumber: optional('oldNumber'),
    ecqsNumber: optional('ecqsNumber'),
    manufacturedOn: optional('manufacturedOn'),
    inUseSince: optional('inUseSince'),
    result: resultOf(said),
  };
}

/** Holders that the person let be registered with their rows, each once, however many rows and imports name it. */
async function registerHolders(ctx: Context, importId: string, chunk: readonly Row[]): Promise<void> {
  const unknown = new Map(
    chunk.flatMap((row) => (row.holderId === null && row.creditCode !== null ? [[row.creditCode, row] as const] : [])),
  );
  if (unknown.size === 0) return;
  for (const [creditCode, row] of unknown)
    await registerEnterprise(ctx, { creditCode, name: row.holderName ?? creditCode, region: saidOf(row)['region'] ?? ctx.caller.region });
  const known = await listHolders(ctx.db, [...unknown.keys()]);
  await rows.setHolders(
    ctx.db,
    importId,
    known.map(({ id, creditCode }) => ({ id, creditCode: creditCode ?? '' })),
  );
}

type Outcome = { done: { row: number; instrumentId: string }[]; refused: { row: number; remark: Remark }[] };
const refusal = (row: Row, name: CompareRemark): { row: number; remark: Remark } => ({ row: row.rowNumber, remark: says[name] });

async function applyNew(ctx: Context, chunk: readonly Row[]): Promise<Outcome> {
  const fresh = chunk.filter(({ verdict }) => verdict === 'new');
  const entered = new Set(
    await listEntered(
      ctx.db,
      fresh.map((row) => {
        const { maker = null, model = null, serial = null, ecqsNumber: ecqs = null } = saidOf(row);
        return { row: row.rowNumber, holder: row.holderId, maker, model, serial, ecqs };
      }),
    ),
  );
  const regions = new Map(
    (await listHolderRegions(ctx.db, [...new Set(fresh.flatMap(({ holderId }) => holderId ?? []))])).map(({ id, region }) => [id, region]),
  );
  const taken = fresh.filter((row) => !entered.has(row.rowNumber) && row.holderId !== null);
  const codes = await registerMany(
    ctx,
    taken.map((row) => toNew(saidOf(row), { id: row.holderId ?? '', region: regions.get(row.holderId ?? '') ?? ctx.caller.region })),
  );
  return {
    done: taken.map((row, index) => ({ row: row.rowNumber, instrumentId: codes[index]?.id ?? '' })),
    refused: fresh.filter((row) => entered.has(row.rowNumber)).map((row) => refusal(row, 'entered')),
  };
}

type Difference = Readonly<Record<string, { readonly before: string | null; readonly after: string }>>;

function changeOf(row: Row, fileName: string): InstrumentChange {
  const said = Object.entries(row.difference as Difference).filter(([field]) => resultFields[field] === undefined);
  return {
    id: row.instrumentId ?? '',
    reason: `导入：${fileName}`.slice(0, 200),
    set: Object.fromEntries(said.map(([field, { after }]) => [field, after])),
  };
}

async function applyChanged(ctx: Context, fileName: string, chunk: readonly Row[]): Promise<Outcome> {
  const changed = chunk.filter(({ verdict }) => verdict === 'changed');
  const standing = new Map(
    (
      await listVersions(
        ctx.db,
        changed.flatMap(({ instrumentId }) => instrumentId ?? []),
      )
    ).map((row) => [row.id, row]),
  );
  const isSame = (row: Row): boolean => {
    const now = standing.get(row.instrumentId ?? '');
    return now !== undefined && now.version === row.instrumentVersion && now.status !== 'scrapped';
  };
  const taken = changed.filter(isSame);
  await updateMany(
    ctx,
    taken.map((row) => changeOf(row, fileName)).filter(({ set }) => Object.keys(set).length > 0),
  );
  await recordResults(
    ctx,
    taken.flatMap((row) => {
      const result = (row.difference as Difference)['verifiedOn'] === undefined ? null : resultOf(saidOf(row));
      return result === null
        ? []
        : [{ ...result, instrumentId: row.instrumentId ?? '', validity: null, organizationId: ctx.caller.organizationId }];
    }),
  );
  return {
    done: taken.map((row) => ({ row: row.rowNumber, instrumentId: row.instrumentId ?? '' })),
    refused: changed.filter((row) => !isSame(row)).map((row) => refusal(row, 'overtaken')),
  };
}

async function applyRows(ctx: Context, one: store.ImportRow, chunk: readonly Row[]): Promise<Outcome> {
  const fresh = await applyNew(ctx, chunk);
  const changed = await applyChanged(ctx, one.fileName, chunk);
  return { done: [...fresh.done, ...changed.done], refused: [...fresh.refused, ...changed.refused] };
}

/** A chunk whole; where the ledger refuses one of it, row by row, so that only that one stays behind. */
async function applyChunk(ctx: Context, one: store.ImportRow, chunk: readonly Row[]): Promise<Outcome> {
  try {
    return await keepOrUndo(ctx.db, () => applyRows(ctx, one, chunk));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const [row] = chunk;
    if (chunk.length === 1 && row !== undefined)
      return { done: [], refused: [{ row: row.rowNumber, remark: { field: 'serial', refuses: true, text: error.definition.text } }] };
  }
  const half = Math.ceil(chunk.length / 2);
  const first = await applyChunk(ctx, one, chunk.slice(0, half));
  const second = await applyChunk(ctx, one, chunk.slice(half));
  return { done: [...first.done, ...second.done], refused: [...first.refused, ...second.refused] };
}

/**
 * Writes the next chosen rows in one transaction and leaves the rest to the next job. Whatever interrupts it, the rows of a chunk are
 * written with their mark or not at all, and the work goes on behind the last one.
 */
export async function applyImport(ctx: Context, id: string, atOnce: number = rowsAtOnce): Promise<void> {
  await store.lockImport(ctx.db, id);
  const one = await store.findImport(ctx.db, id);
  if (one === undefined || one.status !== 'applying') return;
  const acting = actingFor(ctx, one);
  let chunk = await rows.takeRows(ctx.db, id, one.lastRow, atOnce);
  if (chunk.some(({ holderId }) => holderId === null)) {
    await registerHolders(acting, id, chunk);
    chunk = await rows.takeRows(ctx.db, id, one.lastRow, atOnce);
  }
  const last = chunk[chunk.length - 1];
  if (last === undefined) {
    await store.recount(ctx.db, id);
    await store.updateImport(ctx.db, id, { status: 'done', endedAt: ctx.now, progressAt: ctx.now });
    const now = await store.findImport(ctx.db, id);
    acting.record({
      kind: 'ledgerImport.finished',
      subject: id,
      detail: { applied: now?.appliedCount ?? 0, refused: now?.refusedCount ?? 0 },
    });
    return;
  }
  const { done, refused } = await applyChunk(acting, one, chunk);
  await rows.markApplied(ctx.db, id, done, ctx.now);
  await rows.refuseRows(ctx.db, id, refused);
  await store.advance(ctx.db, id, { lastRow: last.rowNumber, applied: done.length, progressAt: ctx.now });
  await ctx.later('applyLedgerImport', { id }, { key: `ledgerImport:${id}` });
}
