import { inLanguage, type Language, type Text } from '../../../kernel/text.ts';
import { readMatrixAt } from '../../../measure/capability/service/matrix.ts';
import type { Service } from '../../../platform/context.ts';
import type { PlanDocument } from '../../plan/contract/document.ts';
import { goalClauses, indicatorsOf } from '../../plan/rules/clauses.ts';
import { cityPlan } from '../../plan/service/city-plan.ts';
import { differencesOf } from '../../plan/service/difference.ts';
import type { indicatorEndpoints } from '../contract.ts';
import type { IndicatorState } from '../rules/states.ts';
import { momentOf, readFigures } from './figures.ts';
import { toIndicator } from './page.ts';
import { readPublished } from './publication.ts';
import { getSnapshot } from './snapshot.ts';

type Shown = ReadonlyMap<
  string,
  { readonly value: number | null; readonly state: IndicatorState; readonly shares?: { readonly statement: Text } | null | undefined }
>;
type OpenService = Pick<Service<typeof indicatorEndpoints>, 'readPublicIndicators' | 'readPublicCapability' | 'readPublicDifferences'>;

const goalIndicators = (plan: PlanDocument) =>
  goalClauses(plan).flatMap((goal) =>
    indicatorsOf(plan)
      .filter((indicator) => indicator.goal === goal.id)
      .map((indicator) => ({ goal, indicator })),
  );

/** A published share says what it was divided by. */
const methodOf = (method: Text, denominator: Text | undefined, language: Language): string =>
  denominator === undefined ? inLanguage(method, language) : `${inLanguage(method, language)} ${inLanguage(denominator, language)}`;

/** What anybody may read: the document itself always, what is computed from records once that is published. */
export const openService: OpenService = {
  async readPublicIndicators(_call, ctx) {
    const plan = cityPlan();
    const published = await readPublished(ctx, 'indicators');
    let shown: Shown = new Map();
    if (published.mode === 'snapshot' && published.snapshotId !== null) {
      const { content } = await getSnapshot(ctx, published.snapshotId);
      shown = new Map(content.figures.map(({ id, value, state, shares }) => [id, { value, state, shares }]));
    } else if (published.mode === 'live') {
      const readings = await readFigures(ctx, plan, momentOf(ctx, {}));
      shown = new Map(readings.map((reading) => [reading.indicator.id, toIndicator(reading, plan)]));
    }
    return {
      items: goalIndicators(plan).map(({ goal, indicator }) => ({
        id: indicator.id,
        goal: { id: goal.id, title: goal.title[0], titleEn: goal.title[1] },
        clause: indicator.clause,
        title: indicator.title[0],
        titleEn: indicator.title[1],
        target: indicator.target,
        direction: indicator.direction,
        unit: indicator.unit[0],
        unitEn: indicator.unit[1],
        due: indicator.due,
        strength: indicator.strength,
        value: shown.get(indicator.id)?.value ?? null,
        state: shown.get(indicator.id)?.state ?? 'not-published',
        method: methodOf(indicator.method, shown.get(indicator.id)?.shares?.statement, ctx.language),
      })),
    };
  },

  async readPublicCapability({ query }, ctx) {
    const published = await readPublished(ctx, 'capability');
    const frozen = published.snapshotId === null ? null : (await getSnapshot(ctx, published.snapshotId)).content;
    const matrix = await readMatrixAt(ctx, query.list, momentOf(ctx, { asOf: query.asOf }));
    const stateOf = (region: string, item: string, live: { state: string | null; since: string | null }) => {
      if (published.mode === 'withdrawn') return { state: null, since: null };
      if (frozen === null) return live;
      return frozen.cells.find((cell) => cell.region === region && cell.item === item) ?? { state: null, since: null };
    };
    return {
      list: matrix.list,
      items: matrix.items.map((item) => ({ id: item.id, name: item.name[0] })),
      counties: matrix.counties.map((county) => ({
        code: county.code,
        name: county.name[0],
        printed: county.printed,
        cells: county.cells.map((cell) => {
          const { state, since } = stateOf(county.code, cell.item, cell);
          return { item: cell.item, printed: cell.printed, state, since };
        }),
      })),
      city: { printed: matrix.city?.printed ?? { required: null, done: null, open: null } },
      printedTotal: matrix.printedTotal ?? [],
    };
  },

  async readPublicDifferences(_call, ctx) {
    const { mode } = await readPublished(ctx, 'differences');
    if (mode === 'withdrawn') return { published: false, items: [] };
    const items = (await differencesOf(ctx)).map(({ settlement, ...difference }) => ({
      id: difference.id,
      rule: difference.rule,
      text: difference.text,
      place: difference.place,
      printed: difference.printed,
      aligned: difference.aligned,
      recomputed: difference.recomputed,
      resolution: difference.resolution,
      // Who settled it is for the city's own people.
      reason: settlement?.reason ?? null,
      documentNumber: settlement?.documentNumber ?? null,
      settledAt: settlement?.at ?? null,
    }));
    return { published: true, items };
  },
};
