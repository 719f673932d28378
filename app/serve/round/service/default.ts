import { addDays } from '../../../kernel/day.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { servedBy } from '../../../register/designation/service.ts';
import { regionNameOf } from '../../../register/organization/rules.ts';
import { placeKinds } from '../../../register/place/rules.ts';
import type { DefaultRound } from '../contract.ts';
import { roundProblems } from '../contract/problems.ts';
import { Demand, Setting } from '../contract/shapes.ts';
import { defaultKeyOf, defaultPlaceKinds, defaultWindowDays, isDraftDue, type DefaultPlaceKind } from '../rules/default.ts';
import { countDefaults, findGovernment, listDefaultRounds, listInstitutes, type DefaultRow } from '../store/proposal.ts';
import { insertRound, isInstitute } from '../store/round.ts';
import { collect } from './collect.ts';

type Institute = { readonly id: string; readonly region: string };

async function countsOf(ctx: Context, instituteId: string): Promise<DefaultRow[]> {
  return countDefaults(ctx.db, await servedBy(ctx, instituteId), defaultPlaceKinds, addDays(ctx.today, defaultWindowDays));
}

/** What each county's clinics and depots have due, and the round of the year where it is drafted already. */
export async function listDefaults(ctx: Context): Promise<DefaultRound[]> {
  const instituteId = ctx.caller.organizationId;
  if (!(await isInstitute(ctx.db, instituteId))) return [];
  const rows = await countsOf(ctx, instituteId);
  const keys = rows.map(({ region, placeKind }) => defaultKeyOf(region, placeKind as DefaultPlaceKind, ctx.today));
  const rounds = keys.length === 0 ? [] : await listDefaultRounds(ctx.db, instituteId, keys);
  return rows.map((row, index) => {
    const round = rounds.find(({ defaultKey }) => defaultKey === keys[index]);
    return {
      ...row,
      year: Number(ctx.today.slice(0, 4)),
      isDue: isDraftDue(row, ctx.today),
      round: round === undefined ? null : { id: round.id, name: round.name, state: round.state },
    } as unknown as DefaultRound;
  });
}

/** Drafts the round of the year for a county's clinics or depots; undefined when it is there already. */
async function draft(ctx: Context, institute: Institute, region: string, placeKind: DefaultPlaceKind): Promise<string | undefined> {
  const id = ctx.newId();
  const dueBy = addDays(ctx.today, defaultWindowDays);
  const demand = Demand.parse({ region, placeKinds: [placeKind], dueBy });
  const government = await findGovernment(ctx.db, region);
  const county = government === undefined ? region : regionNameOf(government)[0];
  const name = `${ctx.today.slice(0, 4)} 年${county}${placeKinds[placeKind][0]}集中检定`;
  const inserted = await insertRound(ctx.db, {
    id,
    instituteId: institute.id,
    region: institute.region,
    name,
    way: 'on-site',
    demand,
    setting: Setting.parse({}),
    defaultKey: defaultKeyOf(region, placeKind, ctx.today),
    personId: ctx.caller.personId === '' ? null : ctx.caller.personId,
    recordedAt: ctx.now,
    demonstration: ctx.demonstration,
  });
  if (!inserted) return undefined;
  const collected = await collect(ctx, { id, instituteId: institute.id }, demand);
  ctx.record({ kind: 'round.roundDrafted', subject: id, detail: { name, isDefault: true, ...collected } });
  return id;
}

export async function openDefault(ctx: Context, region: string, placeKind: DefaultPlaceKind): Promise<string> {
  const { organizationId: id, region: own } = ctx.caller;
  if (!(await isInstitute(ctx.db, id))) throw new Problem(roundProblems.notAnInstitute);
  const opened = await draft(ctx, { id, region: own }, region, placeKind);
  if (opened === undefined) throw new Problem(roundProblems.openedAlready);
  return opened;
}

/** Every morning: drafts what the rule of the default rounds asks for, and announces nothing. Answers how many were drafted. */
export async function draftDefaults(ctx: Context): Promise<number> {
  let drafted = 0;
  for (const institute of await listInstitutes(ctx.db, ctx.today))
    for (const row of await countsOf(ctx, institute.id)) {
      if (!isDraftDue(row, ctx.today)) continue;
      if ((await draft(ctx, institute, row.region, row.placeKind as DefaultPlaceKind)) !== undefined) drafted += 1;
    }
  return drafted;
}
