import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import { inLanguage } from '../../kernel/text.ts';
import type { Context, Service } from '../../platform/context.ts';
import { findInstruments } from '../../register/instrument/service.ts';
import { instrumentKindNames, type InstrumentKind } from '../../register/instrument/rules.ts';
import type { KindMinutes, roundEndpoints } from './contract.ts';
import { roundProblems } from './contract/problems.ts';
import { Setting, type Round } from './contract/shapes.ts';
import { estimatedMinutes } from './rules/minutes.ts';
import { announce, book } from './service/announce.ts';
import { arrangeService } from './service/arrange.ts';
import { addByCode, collect } from './service/collect.ts';
import { listDefaults, openDefault } from './service/default.ts';
import { noticeOf } from './service/notice.ts';
import { proposalService } from './service/proposal.ts';
import { getRound, openFor, replyRound, toRound } from './service/round.ts';
import { routeSheet } from './service/sheet.ts';
import { detailsOf, toItem } from './service/view.ts';
import * as itemStore from './store/item.ts';
import * as store from './store/round.ts';
import { endEmptySlots, findResources, listPeople } from './store/slot.ts';

/** Everything that the setting names belongs to the institute. */
async function checkSetting(ctx: Context, setting: Setting): Promise<void> {
  const institute = ctx.caller.organizationId;
  const vans = setting.teams.flatMap(({ van }) => van ?? []);
  const benches = setting.benches.map(({ bench }) => bench);
  const found = vans.length + benches.length === 0 ? [] : await findResources(ctx.db, institute, [...vans, ...benches]);
  const isKind = (id: string, kind: string): boolean => found.some((one) => one.id === id && one.kind === kind && one.lastDay === null);
  const people = [...new Set([...setting.teams.flatMap(({ persons }) => persons), ...setting.testers])];
  const known = people.length === 0 ? [] : await listPeople(ctx.db, institute, people);
  const issue = (path: string, zh: string, en: string) => ({ path: ['setting', path], message: inLanguage([zh, en], ctx.language) });
  const issues = [
    ...(vans.every((id) => isKind(id, 'van')) ? [] : [issue('teams', '有车辆不是本机构在用的', 'a van is not one of the institute')]),
    ...(benches.every((id) => isKind(id, 'bench'))
      ? []
      : [issue('benches', '有台位不是本机构在用的', 'a bench is not one of the institute')]),
    ...(known.length === people.length ? [] : [issue('teams', '有人员不是本机构的', 'a person is not of the institute')]),
    ...(setting.from !== null && setting.to !== null && setting.to < setting.from
      ? [issue('to', '结束日早于开始日', 'the last day lies before the first')]
      : []),
  ];
  if (issues.length > 0) throw new Problem(roundProblems.settingMissing, { issues });
}

async function minutesOfKinds(ctx: Context): Promise<KindMinutes[]> {
  const recorded = new Map((await store.listMinutes(ctx.db, ctx.caller.organizationId)).map((row) => [row.kind, row]));
  return instrumentKindNames.map((kind: InstrumentKind) => {
    const row = recorded.get(kind);
    return {
      kind,
      minutes: row?.minutes ?? estimatedMinutes,
      isEstimate: row === undefined,
      recordedBy: row?.recorder ?? null,
      recordedAt: row?.recordedAt ?? null,
    };
  });
}

export const roundService: Service<typeof roundEndpoints> = {
  ...proposalService,
  ...arrangeService,

  async listRounds({ query }, ctx) {
    const { rows, total } = await store.listRounds(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toRound),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },

  readRound: async ({ params }, ctx) => detailsOf(ctx, await getRound(ctx, params.id)),

  async listRoundItems({ params, query }, ctx) {
    const row = await getRound(ctx, params.id);
    const { rows, total } = await itemStore.listItems(ctx.db, ctx.caller.scope, row.id, query);
    const items = rows.slice(0, query.limit);
    return { items: items.map(toItem), next: rows.length > query.limit ? (items[items.length - 1]?.id ?? null) : null, total };
  },

  async openRound({ body }, ctx) {
    const institute = ctx.caller.organizationId;
    if (!(await store.isInstitute(ctx.db, institute))) throw new Problem(roundProblems.notAnInstitute);
    const id = ctx.newId();
    await store.insertRound(ctx.db, {
      ...body,
      id,
      instituteId: institute,
      region: body.demand.region ?? ctx.caller.region,
      setting: Setting.parse({}),
      defaultKey: null,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    const collected = await collect(ctx, { id, instituteId: institute }, body.demand);
    ctx.record({ kind: 'round.roundDrafted', subject: id, detail: { name: body.name, way: body.way, ...collected } });
    return replyRound(ctx, id);
  },

  async collectRound({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'change', body.version);
    const collected = await collect(ctx, row, body.demand);
    await store.changeRound(ctx.db, row.id, { name: body.name, demand: body.demand, collectedAt: ctx.now });
    ctx.record({ kind: 'round.collected', subject: row.id, detail: { name: body.name, ...collected } });
    return replyRound(ctx, row.id);
  },

  async setRound({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'plan', body.version);
    await checkSetting(ctx, body.setting);
    await store.changeRound(ctx.db, row.id, { setting: body.setting });
    const { from, to, teams, benches } = body.setting;
    ctx.record({ kind: 'round.settingChanged', subject: row.id, detail: { from, to, teams: teams.length, benches: benches.length } });
    return replyRound(ctx, row.id);
  },

  async leaveOutOfRound({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'plan');
    const items = await itemStore.listByIds(ctx.db, row.id, body.items);
    if (items.length < new Set(body.items).size) throw new Problem(platformProblems.notFound);
    const requested = items.filter(({ requestItemId }) => requestItemId !== null);
    if (requested.length > 0)
      throw new Problem(roundProblems.requested, { issues: requested.map(({ id }) => ({ path: ['items', id], message: id })) });
    await itemStore.leaveOut(ctx.db, body.items, body.reason, ctx.caller.personId, ctx.now);
    await endEmptySlots(ctx.db, row.id, ctx.now);
    ctx.record({ kind: 'round.leftOut', subject: row.id, reason: body.reason, detail: { instruments: items.length } });
    return replyRound(ctx, row.id);
  },

  async takeBackIntoRound({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'change');
    const items = await itemStore.listByIds(ctx.db, row.id, body.items);
    if (items.length < new Set(body.items).size) throw new Problem(platformProblems.notFound);
    const standings = await itemStore.listStandings(
      ctx.db,
      row.id,
      items.map(({ instrumentId }) => instrumentId),
    );
    const elsewhere = standings.filter(({ otherRound }) => otherRound !== null);
    if (elsewhere.length > 0)
      throw new Problem(roundProblems.otherRound, {
        issues: elsewhere.map(({ instrumentId, otherRound }) => ({ path: ['items', instrumentId], message: otherRound ?? '' })),
      });
    await itemStore.takeBack(ctx.db, body.items);
    ctx.record({ kind: 'round.takenBack', subject: row.id, detail: { instruments: items.length } });
    return replyRound(ctx, row.id);
  },

  async addToRound({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'change');
    const codes = [...new Set(body.codes.map((code) => code.toUpperCase()))];
    const ids = await itemStore.listIdsOfCodes(ctx.db, codes);
    const added = await addByCode(ctx, row, codes, await findInstruments(ctx, ids));
    ctx.record({ kind: 'round.added', subject: row.id, detail: { instruments: added } });
    return replyRound(ctx, row.id);
  },

  async announceRound({ params, body }, ctx) {
    await announce(ctx, await openFor(ctx, params.id, 'announce', body.version));
    return replyRound(ctx, params.id);
  },

  async bookRound({ params, body }, ctx) {
    await book(ctx, await openFor(ctx, params.id, 'book'), body.day);
    return replyRound(ctx, params.id);
  },

  async beginRound({ params }, ctx): Promise<Round> {
    const row = await openFor(ctx, params.id, 'begin');
    await store.setState(ctx.db, row.id, { state: 'under-way' });
    ctx.record({ kind: 'round.begun', subject: row.id });
    return replyRound(ctx, row.id);
  },

  async finishRound({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'finish');
    await store.setState(ctx.db, row.id, { state: 'finished', endedAt: ctx.now });
    const { planned, tested, issued, failed, leftOut } = row;
    ctx.record({ kind: 'round.finished', subject: row.id, reason: body.reason, detail: { planned, tested, issued, failed, leftOut } });
    return replyRound(ctx, row.id);
  },

  async cancelRound({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'cancel');
    await store.setState(ctx.db, row.id, { state: 'cancelled', endedAt: ctx.now });
    ctx.record({ kind: 'round.cancelled', subject: row.id, reason: body.reason, detail: { announced: row.announcedAt !== null } });
    return replyRound(ctx, row.id);
  },

  downloadRouteSheet: async ({ params, query }, ctx) => routeSheet(ctx, await getRound(ctx, params.id), query.format, query.day),
  downloadRoundNotice: async ({ params, query }, ctx) => noticeOf(ctx, await getRound(ctx, params.id), query.holder),

  listDefaultRounds: async (_call, ctx) => ({ items: await listDefaults(ctx) }),

  openDefaultRound: async ({ body }, ctx) => replyRound(ctx, await openDefault(ctx, body.region, body.placeKind)),

  listRoundMinutes: async (_call, ctx) => ({ items: await minutesOfKinds(ctx) }),

  async recordRoundMinutes({ body }, ctx) {
    const institute = ctx.caller.organizationId;
    if (!(await store.isInstitute(ctx.db, institute))) throw new Problem(roundProblems.notAnInstitute);
    const id = ctx.newId();
    await store.insertMinutes(ctx.db, {
      id,
      instituteId: institute,
      kind: body.kind,
      minutes: body.minutes,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    ctx.record({ kind: 'round.minutesRecorded', subject: id, detail: { kind: body.kind, minutes: body.minutes } });
    const recorded = (await minutesOfKinds(ctx)).find(({ kind }) => kind === body.kind);
    if (recorded === undefined) throw new Problem(platformProblems.notFound);
    return recorded;
  },
};
