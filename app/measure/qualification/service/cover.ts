import { editionFor, editionsFor } from '@tongheng/procedures/registry';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { CallOf } from '../../../kernel/endpoint.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { institutesWithin } from '../../../register/organization/service/lookup.ts';
import { instrumentKindNames, kindOf, type InstrumentKind } from '../../../register/catalogue/rules/kinds.ts';
import { adoptionStatesOf } from '../../../register/catalogue/service.ts';
import { servedBy } from '../../../register/designation/service.ts';
import type { CoverBoard, coverEndpoints, CoverRow } from '../contract/cover.ts';
import { ableOn, coverStateNames, coverStateOf, endingSoon, fallsOn, singlePointsOf, type CoverBasis } from '../rules/cover.ts';
import * as store from '../store/cover.ts';
import { coverWorkbook } from './cover-workbook.ts';

type Query = CallOf<typeof coverEndpoints.readCover>['query'];

/** What was used before a regulation came or after it ended is told by the nearest edition: persons are registered without its year. */
const regulationFor = (kind: InstrumentKind, day: Day): string | undefined =>
  (editionFor(kind, day) ?? [...editionsFor(kind)].pop())?.regulation;

/** The days on which an edition of the kind begins to hold. */
const changesOf = (kind: InstrumentKind): Day[] =>
  editionsFor(kind).flatMap(({ applies }) => applies.filter(({ instrument }) => instrument === kind).map(({ from }) => from.value));

async function readBoard(ctx: Context, query: Query): Promise<CoverBoard> {
  const day = query.day ?? ctx.today;
  const institutes = (await institutesWithin(ctx, day)).map(({ id, name }) => ({ id, name }));
  const asked = query.institute ?? ctx.caller.organizationId;
  const institute = institutes.find(({ id }) => id === asked) ?? (query.institute === undefined ? institutes[0] : undefined);
  if (institute === undefined && query.institute !== undefined) throw new Problem(platformProblems.notFound);
  const later = query.later === undefined ? [addDays(day, 90), addDays(day, 365)] : [query.later];
  const days = [day, ...later.filter((one) => one > day)];
  const rows = institute === undefined ? [] : await coverOf(ctx, institute.id, days);
  const counts = Object.fromEntries(
    coverStateNames.map((state) => [state, rows.filter(({ covers }) => covers[0]?.state === state).length]),
  );
  return {
    institute: institute ?? null,
    institutes,
    days,
    counts,
    rows: query.state === undefined ? rows : rows.filter(({ covers }) => covers[0]?.state === query.state),
  } as CoverBoard;
}

/** Who may test, check and approve each kind that an institute is designated for or has adopted, on some days. */
export async function coverOf(ctx: Pick<Context, 'db' | 'today'>, instituteId: string, days: readonly Day[]): Promise<CoverRow[]> {
  const [first = ctx.today] = days;
  const held = await store.listHeld(ctx.db, instituteId);
  const names = new Map(held.map(({ holderId, holderName }) => [holderId, holderName]));
  const persons = (ids: readonly string[]) => ids.map((id) => ({ id: id as never, name: names.get(id) ?? '' }));
  const served = await servedBy(ctx, instituteId, first);
  const adoptions = await adoptionStatesOf(ctx, instituteId);
  return instrumentKindNames.flatMap((kind): CoverRow[] => {
    const regulation = regulationFor(kind, first);
    const regions = served.filter((pair) => pair.kind === kind).map(({ region }) => region);
    const isAdopted = editionsFor(kind).some(({ id }) => adoptions[id] === 'adopted');
    const isRegistered = held.some(({ regulations }) => regulation !== undefined && regulations.includes(regulation));
    const bases: CoverBasis[] = [];
    if (regions.length > 0) bases.push('designated');
    if (isAdopted) bases.push('adopted');
    if (bases.length === 0 && isRegistered) bases.push('registered');
    if (bases.length === 0) return [];
    const covers = days.map((day): CoverRow['covers'][number] => {
      const then = regulationFor(kind, day);
      if (then === undefined) return { day, regulation: null, state: 'no-procedure', test: [], check: [], approve: [], singlePoints: [] };
      const able = ableOn(held, then, day);
      return {
        day,
        regulation: then,
        state: coverStateOf(able),
        test: persons(able.test),
        check: persons(able.check),
        approve: persons(able.approve),
        singlePoints: persons(singlePointsOf(able)),
      };
    });
    const ending = regulation === undefined ? [] : endingSoon(held, regulation, first);
    return [
      {
        kind,
        items: [...kindOf(kind).items],
        regulation: regulation ?? null,
        bases,
        regions: [...new Set(regions)],
        covers,
        falls: fallsOn(held, (day) => regulationFor(kind, day), first, changesOf(kind)) ?? null,
        ending: ending.map(({ holderId, ...one }) => ({ ...one, person: { id: holderId as never, name: names.get(holderId) ?? '' } })),
      },
    ];
  });
}

export const coverService: Service<typeof coverEndpoints> = {
  readCover: ({ query }, ctx) => readBoard(ctx, query),
  exportCover: async ({ query }, ctx) => coverWorkbook(await readBoard(ctx, query), ctx),
};
