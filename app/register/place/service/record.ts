import { Problem, platformProblems, type Issue } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { divisionFaults } from '../../division/service.ts';
import { timelineOf } from '../../event/service.ts';
import { placeProblems, type placeEndpoints } from '../contract.ts';
import { allowedPlaceActions, mayBeSame, placeStateOn } from '../rules.ts';
import * as store from '../store.ts';
import { getPlace, reachOf, toPlace } from './place.ts';
import { writePlaces } from './workbook.ts';

type Names = 'listPlaces' | 'listPlaceChoices' | 'exportPlaces' | 'readPlace' | 'recordPlace' | 'correctPlace' | 'closePlace';

type Description = {
  readonly kind: string;
  readonly name: string;
  readonly operatorCreditCode: string | null;
  readonly region: string;
  readonly township: string | null;
  readonly village: string | null;
  readonly address: string;
  readonly longitude: string | null;
  readonly latitude: string | null;
  readonly openedOn: string | null;
  readonly closedOn?: string | null;
  readonly compared: boolean;
};

const issue = (ctx: Context, path: string, text: Text): Issue => ({ path: [path], message: inLanguage(text, ctx.language) });
const invalid = (...issues: Issue[]): Problem => new Problem(platformProblems.invalid, { issues });

/** Refuses what cannot be: outside the caller's region, a township of another county, days in the wrong order, one coordinate. */
async function checked(ctx: Context, said: Description): Promise<string | null> {
  if (!(await store.reachesRegion(ctx.db, reachOf(ctx), said.region)))
    throw invalid(issue(ctx, 'region', ['不在您办理的区域内', 'You do not record places there']));
  const issues = (await divisionFaults(ctx, said)).map(({ field, text }) => issue(ctx, field, text));
  if ((said.longitude === null) !== (said.latitude === null))
    issues.push(issue(ctx, said.longitude === null ? 'longitude' : 'latitude', ['经度和纬度须同时填写', 'Both coordinates, or none']));
  if (said.openedOn !== null && said.openedOn > ctx.today) issues.push(issue(ctx, 'openedOn', ['不能晚于今天', 'not later than today']));
  const closedOn = said.closedOn ?? null;
  if (closedOn !== null && (closedOn > ctx.today || (said.openedOn !== null && closedOn < said.openedOn)))
    issues.push(issue(ctx, 'closedOn', ['须在开业日期之后且不晚于今天', 'after it opened and not later than today']));
  if (issues.length > 0) throw invalid(...issues);
  if (said.operatorCreditCode === null) return null;
  const operator = await store.findOperator(ctx.db, said.operatorCreditCode);
  if (operator === undefined)
    throw new Problem(placeProblems.operatorUnknown, { issues: [issue(ctx, 'operatorCreditCode', placeProblems.operatorUnknown.text)] });
  return operator.id;
}

/** The same name stands in the way; what may be the same asks for a comparison, unless it was like that before. */
async function refuseTwins(ctx: Context, said: Description, before?: store.PlaceRow): Promise<void> {
  const neighbours = (await store.listNeighbours(ctx.db, said.region)).filter(({ id }) => id !== before?.id);
  const twin = neighbours.find(({ kind, name }) => kind === said.kind && name === said.name);
  if (twin !== undefined)
    throw new Problem(placeProblems.recordedAlready, {
      detail: [`已有记录：${twin.name}`, `The existing record: ${twin.name}`],
      issues: [{ path: ['name'], message: inLanguage([`已登记：${twin.name}`, `Recorded: ${twin.name}`], ctx.language) }],
    });
  if (said.compared) return;
  const similar = neighbours.filter((one) => mayBeSame(said, one) && !(before !== undefined && mayBeSame(before, one))).slice(0, 10);
  if (similar.length > 0)
    throw new Problem(placeProblems.similar, {
      detail: [
        `相近的记录：${similar.map(({ name, address }) => (address === '' ? name : `${name}（${address}）`)).join('、')}`,
        `Similar records: ${similar.map(({ name, address }) => (address === '' ? name : `${name} (${address})`)).join(', ')}`,
      ],
      issues: [issue(ctx, 'compared', ['请与所列记录核对', 'Compare it with those named'])],
    });
}

const toRow = (said: Description, organizationId: string | null) => ({
  kind: said.kind,
  name: said.name,
  organizationId,
  region: said.region,
  township: said.township,
  village: said.village,
  address: said.address,
  longitude: said.longitude,
  latitude: said.latitude,
  validFrom: said.openedOn,
  validTo: said.closedOn ?? null,
});

/** What an event keeps of a place as it was. */
const asItWas = (row: store.PlaceRow) => ({
  kind: row.kind,
  name: row.name,
  operator: row.operatorName,
  region: row.region,
  township: row.townshipName,
  village: row.villageName,
  address: row.address,
  longitude: row.longitude,
  latitude: row.latitude,
  openedOn: row.validFrom,
  closedOn: row.validTo,
});

export type NewPlace = Omit<Description, 'operatorCreditCode' | 'compared'> & { readonly organizationId: string | null };

/** Records many places of an import or of the demonstration; answers the ids of those that were not there yet, in no order. */
export async function recordPlaces(ctx: Context, rows: readonly NewPlace[]): Promise<string[]> {
  const recorded = await store.insertPlaces(
    ctx.db,
    rows.map(({ organizationId, ...said }) => ({
      ...toRow({ ...said, operatorCreditCode: null, compared: true }, organizationId),
      id: ctx.newId(),
      registrarId: ctx.caller.organizationId,
      demonstration: ctx.demonstration,
      recordedAt: ctx.now,
    })),
  );
  for (const subject of recorded) ctx.record({ kind: 'place.recorded', subject });
  return recorded;
}

const mayChange = async (ctx: Context, row: store.PlaceRow) =>
  allowedPlaceActions(
    placeStateOn(row.validTo, ctx.today),
    ctx.caller,
    row.registrarId === ctx.caller.organizationId || (await store.reachesRegion(ctx.db, reachOf(ctx), row.region)),
  );

export const recordService: Pick<Service<typeof placeEndpoints>, Names> = {
  async listPlaces({ query }, ctx) {
    const { limit, after, ...filter } = query;
    const [, name, id] = /^([^\n]+)\n([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
    const page = { limit, after: name === undefined || id === undefined ? undefined : { name, id } };
    const { rows, total } = await store.listPlaces(ctx.db, reachOf(ctx), ctx.today, filter, page);
    const items = rows.slice(0, limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => toPlace(row, ctx.today)),
      next: rows.length > limit && last ? `${last.name}\n${last.id}` : null,
      total,
    };
  },

  async listPlaceChoices({ query }, ctx) {
    const rows = await store.listChoices(ctx.db, ctx.today, { ...query, q: (query.q ?? '').trim() });
    return {
      items: rows.map(({ townshipName, township, ...row }) => ({
        ...row,
        township: township === null ? null : { code: township, name: townshipName ?? township },
      })) as never,
    };
  },

  async exportPlaces({ query }, ctx) {
    const { rows } = await store.listPlaces(ctx.db, reachOf(ctx), ctx.today, query, { limit: 100_000 });
    return writePlaces(rows, ctx);
  },

  async readPlace({ params }, ctx) {
    const row = await getPlace(ctx, params.id);
    return {
      ...toPlace(row, ctx.today),
      registrar: row.registrarName,
      operatorCreditCode: row.operatorCreditCode,
      standing: await store.countStanding(ctx.db, reachOf(ctx), row.id, ctx.today),
      allowed: await mayChange(ctx, row),
      timeline: await timelineOf(ctx, row.id),
    };
  },

  async recordPlace({ body }, ctx) {
    const operator = await checked(ctx, body);
    await refuseTwins(ctx, body);
    const id = ctx.newId();
    const row = {
      ...toRow(body, operator),
      id,
      registrarId: ctx.caller.organizationId,
      demonstration: ctx.demonstration,
      recordedAt: ctx.now,
    };
    if ((await store.insertPlaces(ctx.db, [row])).length === 0) throw new Problem(placeProblems.recordedAlready);
    ctx.record({ kind: 'place.recorded', subject: id, detail: { kind: body.kind, name: body.name, region: body.region } });
    return toPlace(await getPlace(ctx, id), ctx.today);
  },

  async correctPlace({ params, body }, ctx) {
    const before = await openFor(ctx, params.id, 'correct');
    const operator = await checked(ctx, body);
    await refuseTwins(ctx, body, before);
    if (!(await store.updatePlace(ctx.db, before.id, body.version, toRow(body, operator)))) throw new Problem(platformProblems.stale);
    ctx.record({ kind: 'place.corrected', subject: before.id, reason: body.reason, detail: { before: asItWas(before) } });
    return toPlace(await getPlace(ctx, before.id), ctx.today);
  },

  async closePlace({ params, body }, ctx) {
    const before = await openFor(ctx, params.id, 'close');
    if (body.lastDay > ctx.today || (before.validFrom !== null && body.lastDay < before.validFrom))
      throw invalid(issue(ctx, 'lastDay', ['须在开业日期之后且不晚于今天', 'after it opened and not later than today']));
    if (!(await store.updatePlace(ctx.db, before.id, before.version, { validTo: body.lastDay }))) throw new Problem(platformProblems.stale);
    ctx.record({ kind: 'place.closed', subject: before.id, reason: body.reason, detail: { lastDay: body.lastDay } });
    return toPlace(await getPlace(ctx, before.id), ctx.today);
  },
};

/** Locks a place for an action of this caller. */
async function openFor(ctx: Context, id: string, action: 'correct' | 'close'): Promise<store.PlaceRow> {
  await getPlace(ctx, id);
  await store.lockPlace(ctx.db, id);
  const row = await getPlace(ctx, id);
  if (action === 'close' && row.validTo !== null) throw new Problem(placeProblems.closed);
  if (!(await mayChange(ctx, row)).includes(action)) throw new Problem(platformProblems.forbidden);
  return row;
}
