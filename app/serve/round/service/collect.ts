import { Problem } from '../../../kernel/problem.ts';
import { regionPrefix } from '../../../kernel/scope.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { instrumentsToVerifyAgain } from '../../../measure/traceability/service/impact-case.ts';
import { servedBy } from '../../../register/designation/service.ts';
import type { Instrument } from '../../../register/instrument/contract.ts';
import { findInstruments } from '../../../register/instrument/service.ts';
import { collectDue } from '../../../register/instrument/service/due.ts';
import { roundProblems } from '../contract/problems.ts';
import type { Demand } from '../contract/shapes.ts';
import { leftOutByItself, type ItemOrigin } from '../rules.ts';
import * as store from '../store/item.ts';
import { endEmptySlots } from '../store/slot.ts';

/** More than these are divided into several rounds. */
const mostItems = 20_000;
const pageSize = 2000;

type Pair = { readonly region: string; readonly kind: string };

/** What the institute serves within the demand. */
async function pairsOf(ctx: Pick<Context, 'db' | 'today'>, instituteId: string, demand: Demand): Promise<Pair[]> {
  const prefix = demand.region === null ? '' : regionPrefix(demand.region);
  const served = await servedBy(ctx, instituteId);
  return served.filter(
    ({ region, kind }) =>
      region.startsWith(prefix) &&
      (demand.township === null || demand.township.startsWith(region)) &&
      (demand.instrumentKinds.length === 0 || demand.instrumentKinds.includes(kind)),
  );
}

/** The places of the demand; undefined: wherever the instruments stand. */
async function placeIdsOf(ctx: Context, demand: Demand): Promise<string[] | undefined> {
  if (demand.places.length > 0) return [...demand.places];
  if (demand.placeKinds.length === 0 && demand.village === null) return undefined;
  return store.listPlaceIds(ctx.db, { ...demand, regionPrefix: demand.region === null ? '' : regionPrefix(demand.region), day: ctx.today });
}

/** What rests on a failed standard is not due: the decisions name it, as far as this institute gave the certificates. */
async function gatherOfFinding(ctx: Context, instituteId: string, findingId: string): Promise<Instrument[]> {
  const asked = (await instrumentsToVerifyAgain(ctx, findingId)).filter((one) => one.instituteId === instituteId);
  if (asked.length > mostItems) throw new Problem(roundProblems.tooMany);
  return findInstruments(
    ctx,
    asked.map(({ id }) => id),
  );
}

async function gather(ctx: Context, instituteId: string, demand: Demand): Promise<Instrument[]> {
  if (demand.finding !== null) return gatherOfFinding(ctx, instituteId, demand.finding);
  const pairs = await pairsOf(ctx, instituteId, demand);
  if (pairs.length === 0) throw new Problem(roundProblems.nothingServed);
  const placeIds = await placeIdsOf(ctx, demand);
  if (placeIds?.length === 0) return [];
  const gathered: Instrument[] = [];
  let after: string | null | undefined;
  do {
    const page = await collectDue(ctx, {
      pairs,
      placeIds,
      township: demand.township ?? undefined,
      holderId: demand.holder ?? undefined,
      dueBy: demand.dueBy,
      includeNeverVerified: demand.includeNeverVerified,
      limit: pageSize,
      ...(after === undefined || after === null ? {} : { after }),
    });
    gathered.push(...page.items);
    after = page.next;
    if (gathered.length > mostItems) throw new Problem(roundProblems.tooMany);
  } while (after !== null);
  return gathered;
}

const gatheredBy = (instrument: Instrument): string =>
  instrument.placeId === null
    ? `holder ${instrument.holder.id} ${instrument.region} ${instrument.place.replace(/\s+/g, '')}`
    : `place ${instrument.placeId}`;

/** Saves the places that instruments stand in; what stands in no recorded place is gathered by holder and address. */
async function saveStops(ctx: Context, roundId: string, instruments: readonly Instrument[]): Promise<Map<string, string>> {
  const placeIds = instruments.flatMap(({ placeId }) => (placeId === null ? [] : [placeId]));
  const places = new Map((await store.listPlaces(ctx.db, placeIds)).map((place) => [place.id, place]));
  const stops = new Map<string, store.StopToInsert>();
  for (const instrument of instruments) {
    const key = gatheredBy(instrument);
    const known = stops.get(key);
    const place = instrument.placeId === null ? undefined : places.get(instrument.placeId);
    if (known !== undefined && (place !== undefined || known.longitude !== null)) continue;
    stops.set(key, {
      id: ctx.newId(),
      roundId,
      gatheredBy: key,
      placeId: place === undefined ? null : place.id,
      holderId: place === undefined ? instrument.holder.id : null,
      region: instrument.region,
      township: place === undefined ? instrument.township : place.township,
      name: place === undefined ? instrument.holder.name : place.name,
      address: place === undefined || place.address === '' ? instrument.place : place.address,
      longitude: place === undefined ? instrument.longitude : place.longitude,
      latitude: place === undefined ? instrument.latitude : place.latitude,
    });
  }
  return store.saveStops(ctx.db, [...stops.values()]);
}

const servedKey = ({ region, kind }: Pair): string => `${region} ${kind}`;

/** Why the program leaves an instrument out from the first; null: it does not. */
function reasonToLeaveOut(
  instrument: Instrument,
  standing: store.Standing | undefined,
  served: ReadonlySet<string>,
  instituteId: string,
): string | null {
  if (instrument.status !== 'in-use') return leftOutByItself['out-of-use'][0];
  if (!served.has(servedKey(instrument))) return leftOutByItself['not-served'][0];
  if (standing === undefined) return null;
  if (standing.otherRound !== null) return `${leftOutByItself['other-round'][0]}：${standing.otherRound}`;
  const elsewhere = standing.openInstitute !== null && standing.openInstitute !== instituteId;
  return elsewhere ? leftOutByItself['other-institute'][0] : null;
}

/** Adds instruments to a round; those that it cannot take, as they stand in another round, are left out at once and say so. */
async function add(
  ctx: Context,
  { id: roundId, instituteId }: { readonly id: string; readonly instituteId: string },
  instruments: readonly Instrument[],
  origin: ItemOrigin,
): Promise<void> {
  if (instruments.length === 0) return;
  const stops = await saveStops(ctx, roundId, instruments);
  const ids = instruments.map(({ id }) => id as string);
  const served = new Set((await servedBy(ctx, instituteId)).map(servedKey));
  const standings = new Map((await store.listStandings(ctx.db, roundId, ids)).map((one) => [one.instrumentId, one]));
  await store.insertItems(
    ctx.db,
    instruments.map((instrument) => {
      const reason = reasonToLeaveOut(instrument, standings.get(instrument.id), served, instituteId);
      return {
        id: ctx.newId(),
        roundId,
        stopId: stops.get(gatheredBy(instrument)) ?? '',
        instrumentId: instrument.id,
        holderId: instrument.holder.id,
        region: instrument.region,
        kind: instrument.kind,
        verificationKind: instrument.verifiedOn === null ? 'initial' : 'subsequent',
        dueOn: instrument.dueOn,
        origin,
        leftOutReason: reason,
        leftOutAt: reason === null ? null : ctx.now,
        recordedAt: ctx.now,
      };
    }),
  );
}

export type Collected = { readonly found: number; readonly added: number; readonly gone: number };

/**
 * Gathers what the demand finds. What was added by hand, or left out by a person, stays as it is; what the demand no longer finds is left out
 * with that reason, and comes back in when it is found again.
 */
export async function collect(
  ctx: Context,
  round: { readonly id: string; readonly instituteId: string },
  demand: Demand,
): Promise<Collected> {
  const found = await gather(ctx, round.instituteId, demand);
  const known = await store.listKnown(ctx.db, round.id);
  const wanted = new Set(found.map(({ id }) => id as string));
  const there = new Set(known.map(({ instrumentId }) => instrumentId));
  const gone = known.filter(
    ({ instrumentId, origin, leftOutReason }) => origin === 'collected' && leftOutReason === null && !wanted.has(instrumentId),
  );
  const back = known.filter(
    ({ instrumentId, leftOutReason, leftOutBy }) => wanted.has(instrumentId) && leftOutReason === notFoundAgain && leftOutBy === null,
  );
  await store.leaveOut(
    ctx.db,
    gone.map(({ id }) => id),
    notFoundAgain,
    null,
    ctx.now,
  );
  await store.takeBack(
    ctx.db,
    back.map(({ id }) => id),
  );
  const fresh = found.filter(({ id }) => !there.has(id));
  await add(ctx, round, fresh, 'collected');
  await endEmptySlots(ctx.db, round.id, ctx.now);
  return { found: found.length, added: fresh.length, gone: gone.length };
}

const notFoundAgain = '重新收集后不在范围内';

/** Adds instruments that are named by their codes; every one must be known, in use and served by the institute. */
export async function addByCode(
  ctx: Context,
  round: { readonly id: string; readonly instituteId: string },
  codes: readonly string[],
  instruments: readonly Instrument[],
): Promise<number> {
  const served = new Set((await servedBy(ctx, round.instituteId)).map(servedKey));
  const byCode = new Map(instruments.map((one) => [one.code, one]));
  const refused = codes.flatMap((code, index) => {
    const one = byCode.get(code);
    const usable = one !== undefined && one.status === 'in-use' && served.has(servedKey(one));
    return usable ? [] : [{ path: ['codes', index], message: code }];
  });
  if (refused.length > 0) throw new Problem(roundProblems.codeUnknown, { issues: refused });
  const standings = await store.listStandings(
    ctx.db,
    round.id,
    instruments.map(({ id }) => id),
  );
  const elsewhere = standings.filter(({ otherRound }) => otherRound !== null);
  if (elsewhere.length > 0)
    throw new Problem(roundProblems.otherRound, {
      issues: elsewhere.map(({ instrumentId, otherRound }) => ({
        path: ['codes', instruments.find(({ id }) => id === instrumentId)?.code ?? ''],
        message: inLanguage([`在“${otherRound ?? ''}”中`, `in “${otherRound ?? ''}”`], ctx.language),
      })),
    });
  const known = new Map((await store.listKnown(ctx.db, round.id)).map((one) => [one.instrumentId, one]));
  const back = instruments.flatMap(({ id }) => {
    const one = known.get(id);
    return one !== undefined && one.leftOutReason !== null ? [one.id] : [];
  });
  await store.takeBack(ctx.db, back);
  const fresh = instruments.filter(({ id }) => !known.has(id));
  await add(ctx, round, fresh, 'added');
  return fresh.length + back.length;
}
