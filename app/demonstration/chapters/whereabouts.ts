import { addDays } from '../../kernel/day.ts';
import { feeEndpoints } from '../../serve/fee/contract.ts';
import { placeEndpoints } from '../../register/place/contract.ts';
import type { PlaceKind } from '../../register/place/rules.ts';
import type { InstrumentKind } from '../../register/catalogue/rules/kinds.ts';
import { county, type OrganizationName } from '../cast.ts';
import type { Stage } from '../stage.ts';
import { atBench } from './bench.ts';

type Whereabouts = {
  readonly kind: PlaceKind;
  readonly name: string;
  readonly operator: OrganizationName | null;
  readonly township: string;
  readonly village?: string;
  readonly at: readonly [longitude: string, latitude: string] | null;
};

/** Invented places: the market, seven village clinics of which one has no coordinates, a station, a depot, and two places without any record. */
export const whereabouts = {
  market: {
    kind: 'market',
    name: '潮声菜市场（演示）',
    operator: 'market',
    township: '320699101',
    village: '320699101001',
    at: ['121.310000', '32.210000'],
  },
  emptyMarket: { kind: 'market', name: '沿江晚市（演示）', operator: null, township: '320699103', at: ['121.402000', '32.118000'] },
  station: { kind: 'fuel-station', name: '沿江加油站（演示）', operator: 'fuel', township: '320699103', at: ['121.395000', '32.121000'] },
  depot: { kind: 'grain-depot', name: '石桥粮库（演示）', operator: null, township: '320699103', at: ['121.431000', '32.137000'] },
  optician: { kind: 'optician', name: '声东眼镜店（演示）', operator: null, township: '320699101', at: ['121.313000', '32.213000'] },
  chaowei: clinic('潮尾村卫生室（演示）', 'clinic', '320699102201', ['121.342000', '32.251000']),
  lutan: clinic('芦滩村卫生室（演示）', 'hospital', '320699102202', ['121.361000', '32.262000']),
  xinxu: clinic('新圩村卫生室（演示）', 'hospital', '320699102203', ['121.352000', '32.283000']),
  beigang: clinic('北港村卫生室（演示）', 'hospital', '320699102204', ['121.327000', '32.274000']),
  yanjiang: clinic('沿江村卫生室（演示）', 'hospital', '320699103201', ['121.399000', '32.129000']),
  shiqiao: clinic('石桥村卫生室（演示）', 'hospital', '320699103202', ['121.428000', '32.141000']),
  sanzao: clinic('三灶村卫生室（演示）', 'hospital', '320699103203', null),
} as const satisfies Record<string, Whereabouts>;
export type PlaceName = keyof typeof whereabouts;

function clinic(name: string, operator: OrganizationName, village: string, at: Whereabouts['at']): Whereabouts {
  return { kind: 'village-clinic', name, operator, township: village.slice(0, 9), village, at };
}

/** Where something is used, as the ledger asks for it. */
export type Stands = { readonly placeId: string; readonly township: string; readonly village: string | null };

/** A recorded place by its name in the story. */
export async function standsIn(stage: Stage, name: PlaceName): Promise<Stands> {
  const place: Whereabouts = whereabouts[name];
  const { items } = await stage.act('county', placeEndpoints.listPlaces, { query: { q: place.name } });
  return { placeId: items[0]?.id ?? '', township: place.township, village: place.village ?? null };
}

// Invented; no price list of a real city is known to this program.
const prices = {
  'price-computing-scale': 4000,
  'digital-indicating-scale': 12_000,
  'fuel-dispenser': 20_000,
  'automated-sphygmomanometer': 5000,
  sphygmomanometer: 3000,
} as const satisfies Partial<Record<InstrumentKind, number>>;

/** The places where instruments are used, and what their verification would cost. */
export async function recordWhereabouts(stage: Stage): Promise<void> {
  const day = atBench(stage, -98);
  for (const { kind, name, operator, township, village, at } of Object.values(whereabouts) as Whereabouts[])
    await stage.act('county', placeEndpoints.recordPlace, {
      body: {
        kind,
        name,
        operatorCreditCode: operator === null ? null : stage.creditCodeOf(operator),
        region: county,
        township,
        village: village ?? null,
        address: '',
        longitude: at?.[0] ?? null,
        latitude: at?.[1] ?? null,
      },
    });
  await stage.act('city', feeEndpoints.recordFeeList, {
    body: {
      documentNumber: `演示价费〔${day.slice(0, 4)}〕1号`,
      title: '检定收费标准（演示，虚构金额）',
      issuer: '江岬市发展和改革委员会（演示）',
      validFrom: addDays(day, -400),
      note: '金额均为虚构',
      prices: Object.entries(prices).map(([kind, priceFen]) => ({ kind: kind as InstrumentKind, words: '每台（件）', priceFen })),
    },
  });
}
