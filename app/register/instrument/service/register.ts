import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { getFiles } from '../../file/service.ts';
import type { recordEndpoints } from '../contract/record.ts';
import { instrumentProblems } from '../contract/problems.ts';
import type { InstrumentKind } from '../rules.ts';
import * as store from '../store.ts';
import * as lookup from '../store/lookup.ts';
import { checkedNameplate, derived, getRow, toInstrument } from './card.ts';
import { refusingDoubles } from './doubles.ts';
import { openForChange } from './open.ts';
import { reachOf } from './reach.ts';
import { checkedWhere } from './where.ts';

type Said = { readonly serial: string; readonly maker: string; readonly model: string; readonly ecqsNumber: string | null };

/** One record for one instrument: of a holder by maker, model and serial number, of e-CQS by its number. */
async function refuseTwin(ctx: Context, holderId: string, said: Said, self?: string): Promise<void> {
  const twin = await store.findTwin(ctx.db, holderId, said);
  if (twin !== undefined && twin.id !== self)
    throw new Problem(instrumentProblems.registeredAlready, {
      detail: [`已有记录：${twin.name}（${twin.code}，${twin.id}）`, `The existing record: ${twin.name} (${twin.code}, ${twin.id})`],
      issues: [{ path: ['serial'], message: twin.id }],
    });
  const other = said.ecqsNumber === null ? undefined : await store.findByEcqsNumber(ctx.db, said.ecqsNumber);
  if (other !== undefined && other.id !== self)
    throw new Problem(instrumentProblems.ecqsNumberTaken, {
      issues: [{ path: ['ecqsNumber'], message: ctx.language === 'zh' ? '已属于另一台器具' : 'belongs to another instrument' }],
    });
}

/** The installation of a part stands in the ledger of the same holder and is no part itself; none of its own parts may become it. */
async function checkParent(ctx: Context, holderId: string, parentId: string | null, self?: string): Promise<void> {
  if (parentId === null) return;
  const parent = await store.findInstrument(ctx.db, parentId);
  const isFit =
    parent !== undefined && parent.holderId === holderId && parent.parentId === null && parent.status !== 'scrapped' && parentId !== self;
  if (!isFit || (self !== undefined && (await store.listParts(ctx.db, self)).length > 0))
    throw new Problem(instrumentProblems.parentUnknown, {
      issues: [{ path: ['parentId'], message: ctx.language === 'zh' ? '不能作为所属装置' : 'cannot be the installation' }],
    });
}

/** A photo is one that the caller may use, or the one that the record has already. */
async function checkPhoto(ctx: Context, photoId: string | null, earlier: string | null): Promise<void> {
  if (photoId !== null && photoId !== earlier) await getFiles(ctx, [photoId]);
}

async function holderOf(ctx: Context, creditCode: string | null) {
  const holder = await lookup.findHolder(ctx.db, creditCode === null ? { id: ctx.caller.organizationId } : { creditCode });
  if (holder === undefined) throw new Problem(instrumentProblems.holderUnknown);
  // A holder keeps its own ledger only; an institute records for the holders it serves.
  if (holder.id !== ctx.caller.organizationId && !ctx.caller.roles.includes('institute-manager'))
    throw new Problem(platformProblems.forbidden);
  return holder;
}

export const registerService: Pick<
  Service<typeof recordEndpoints>,
  'registerInstrument' | 'changeInstrument' | 'listInstrumentTypes' | 'findHolder' | 'listTwins'
> = {
  async registerInstrument({ body }, ctx) {
    const { holderCreditCode, ...rest } = body;
    const holder = await holderOf(ctx, holderCreditCode);
    const parameters = checkedNameplate(ctx, body.kind, body.parameters);
    const where = await checkedWhere(ctx, rest, holder.region);
    await refuseTwin(ctx, holder.id, body);
    await checkParent(ctx, holder.id, body.parentId);
    await checkPhoto(ctx, body.photoId, null);
    const id = ctx.newId();
    const record = {
      ...rest,
      ...where,
      parameters,
      ...derived(body.kind, { ...body, parameters }, ctx.today),
      id,
      holderId: holder.id,
      registrarId: ctx.caller.organizationId,
      demonstration: ctx.demonstration,
      recordedAt: ctx.now,
    };
    const inserted = await refusingDoubles(() => store.insertInstrument(ctx.db, record));
    if (!inserted) await refuseTwin(ctx, holder.id, body);
    const row = await store.findInstrument(ctx.db, id);
    if (row === undefined) throw new Problem(instrumentProblems.registeredAlready);
    ctx.record({
      kind: 'instrument.registered',
      subject: id,
      detail: { code: row.code, kind: body.kind, model: body.model, serial: body.serial },
    });
    return toInstrument(row);
  },

  async changeInstrument({ params, body }, ctx) {
    const row = await openForChange(ctx, params.id, 'change');
    const { version, reason, ...said } = body;
    const kind = row.kind as InstrumentKind;
    const parameters = checkedNameplate(ctx, kind, said.parameters);
    const where = await checkedWhere(ctx, { ...said, region: row.region }, row.region);
    await refuseTwin(ctx, row.holderId, said, row.id);
    if (said.parentId !== row.parentId) await checkParent(ctx, row.holderId, said.parentId, row.id);
    await checkPhoto(ctx, said.photoId, row.photoId);
    const description = { ...said, ...where, parameters, ...derived(kind, { ...said, parameters }, ctx.today) };
    const isSaved = await refusingDoubles(() => store.updateInstrument(ctx.db, row.id, version, description));
    if (!isSaved) throw new Problem(platformProblems.stale);
    const { name, model, serial, maker, place, use } = row;
    ctx.record({
      kind: 'instrument.corrected',
      subject: row.id,
      reason,
      detail: { before: { name, model, serial, maker, place, use, parameters: row.parameters, ...changedOf(row, description) } },
    });
    return toInstrument(await getRow(ctx, row.id));
  },

  async listInstrumentTypes({ query }, ctx) {
    return { items: await lookup.listTypes(ctx.db, query.kind, query.q, ctx.caller.organizationId, 50) };
  },

  async findHolder({ params }, ctx) {
    const found = await lookup.findHolder(ctx.db, { creditCode: params.creditCode });
    return { holder: found === undefined ? null : { id: found.id as never, name: found.name, region: found.region } };
  },

  async listTwins({ query }, ctx) {
    const { rows, total } = await lookup.listTwins(ctx.db, await reachOf(ctx), query.maker, query.serial, query.except);
    return { items: rows as never, hidden: Math.max(0, total - rows.length) };
  },
};

/** What else a correction changed, as it stood before. */
function changedOf(row: store.InstrumentRow, after: store.Description): Record<string, unknown> {
  const { parameters: _parameters, ...plain } = after;
  return Object.fromEntries(
    (Object.keys(plain) as (keyof typeof plain)[]).filter((name) => row[name] !== plain[name]).map((name) => [name, row[name]]),
  );
}
