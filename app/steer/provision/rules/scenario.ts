/** What a provision plan 能力配置方案 is computed from: gaps with their demand and distances, costs, lead times, limits and dates. All data. */
import type { Text } from '../../../kernel/text.ts';

/** How a county comes to an item for good 配置到位: its own measurement standard, or a body that is authorised (计量授权). */
export const optionNames = ['build', 'authorise'] as const;
export type Option = (typeof optionNames)[number];
export const options = {
  build: ['自建计量标准', 'Build its own standard'],
  authorise: ['授权有条件的机构', 'Authorise a body'],
} as const satisfies Record<Option, Text>;

/** Until then: interim cover, which never counts as 配置到位 (capability's own kinds of cover). */
export const interimNames = ['referral', 'sharing', 'mobile-laboratory'] as const;
export type Interim = (typeof interimNames)[number];
export const interims = {
  referral: ['委托市级机构', 'Referral to the city’s institute'],
  sharing: ['共享邻县能力', 'Sharing a neighbour’s capability'],
  'mobile-laboratory': ['流动实验室', 'Mobile laboratory'],
} as const satisfies Record<Interim, Text>;

export type Gap = {
  readonly region: string;
  readonly item: string;
  readonly list: 'basic' | 'enhanced';
  /** Instruments in use that the ledger holds; null: it holds none of these kinds in the county, which is not a count of zero. */
  readonly instruments: number | null;
  /** Kilometres there, estimated; null: nobody to go to. */
  readonly toHub: number | null;
  readonly neighbour: { readonly region: string; readonly kilometres: number } | null;
};

export type ItemCosts = {
  /** Yuan. */
  readonly build: number;
  /** Yuan a year, once it is in use. */
  readonly running: number;
  readonly authorise: number;
  readonly authoriseRunning: number;
  /** Months. */
  readonly purchaseMonths: number;
  readonly examinationMonths: number;
  readonly authorisationMonths: number;
  /** People of the county's institute that a build occupies. */
  readonly people: number;
  /** Months between two verifications of one instrument. */
  readonly intervalMonths: number;
  /** Instruments that go along on one way, or that a mobile laboratory does at one visit. */
  readonly perTrip: number;
  readonly perVisit: number;
  /** Yuan for one instrument that another body verifies. */
  readonly referral: number;
  readonly sharing: number;
};

export type GeneralCosts = {
  /** Yuan for one visit of the mobile laboratory. */
  readonly visit: number;
  /** Yuan that a kilometre of a holder's way counts for. */
  readonly kilometre: number;
  /** Yuan that a month of a cell not in place counts for: without it what nobody asks for yet would wait for the last day. */
  readonly waiting: number;
};

export type Target = {
  readonly list: 'basic' | 'enhanced' | 'demand';
  /** Share of 0 to 100. */ readonly percent: number;
  readonly month: string;
};
export type Rule = { readonly region: string; readonly item: string; readonly option: Option | 'none' };

export type Limits = {
  /** First month of the plan, 'YYYY-MM'. */
  readonly from: string;
  readonly months: number;
  readonly targets: readonly Target[];
  /** Yuan by year; a year that is not named has no limit. */
  readonly budgets: readonly { readonly year: number; readonly yuan: number }[];
  /** People of a county that may be at building at once; null: no limit. */
  readonly people: number | null;
  readonly examinationsPerMonth: number | null;
  readonly visitsPerMonth: number | null;
  /** Items for which a body exists that can be authorised, in every county. */
  readonly authorisable: readonly string[];
  readonly forced: readonly Rule[];
  readonly forbidden: readonly Rule[];
};

export type Scenario = {
  readonly limits: Limits;
  readonly general: GeneralCosts;
  readonly items: Readonly<Record<string, ItemCosts>>;
  readonly gaps: readonly Gap[];
  /** Cells of each list that are in place already, and the demand in them. */
  readonly inPlace: readonly {
    readonly region: string;
    readonly item: string;
    readonly list: 'basic' | 'enhanced';
    readonly instruments: number | null;
  }[];
};

/** 'YYYY-MM', so many months later. @example laterMonth('2026-11', 3) // '2027-02' */
export function laterMonth(month: string, more: number): string {
  const [year, number] = month.split('-').map(Number);
  const index = (year ?? 0) * 12 + (number ?? 1) - 1 + more;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** @example monthsBetween('2026-11', '2027-02') // 3 */
export function monthsBetween(from: string, to: string): number {
  const index = (month: string): number => {
    const [year, number] = month.split('-').map(Number);
    return (year ?? 0) * 12 + (number ?? 1) - 1;
  };
  return index(to) - index(from);
}

export const keyOf = ({ region, item }: { readonly region: string; readonly item: string }): string => `${region}/${item}`;

/** One way of closing a gap: begun in a month (0 is the first), in place from `done` on. */
export type Way = {
  readonly gap: number;
  readonly option: Option;
  readonly start: number;
  readonly done: number;
  readonly examination: number;
  /** Yuan when it begins. */
  readonly capital: number;
  /** Yuan until the end of the plan, once in place. */
  readonly running: number;
  readonly people: number;
};

const leadOf = (costs: ItemCosts, option: Option): number =>
  option === 'build' ? costs.purchaseMonths + costs.examinationMonths + costs.authorisationMonths : costs.authorisationMonths;

export function waysOf(scenario: Scenario): Way[] {
  const { limits } = scenario;
  return scenario.gaps.flatMap((gap, index) => {
    const costs = scenario.items[gap.item];
    if (costs === undefined) return [];
    const isThe = (rule: Rule): boolean => rule.region === gap.region && rule.item === gap.item;
    const forced = limits.forced.filter(isThe);
    return optionNames.flatMap((option) => {
      if (option === 'authorise' && !limits.authorisable.includes(gap.item)) return [];
      if (limits.forbidden.some((rule) => isThe(rule) && rule.option === option)) return [];
      if (forced.length > 0 && !forced.some((rule) => rule.option === option)) return [];
      const lead = leadOf(costs, option);
      // In place from the end of its last month: it may end with the plan.
      const count = limits.months - lead + 1;
      return Array.from({ length: Math.max(0, count) }, (_, start): Way => {
        const done = start + lead;
        return {
          gap: index,
          option,
          start,
          done,
          examination: start + (option === 'build' ? costs.purchaseMonths : 0),
          capital: option === 'build' ? costs.build : costs.authorise,
          running: ((option === 'build' ? costs.running : costs.authoriseRunning) * (limits.months - done)) / 12,
          people: option === 'build' ? costs.people : 0,
        };
      });
    });
  });
}

/** The calendar year of a month of the plan. */
export const yearOf = (limits: Limits, month: number): number => Number(laterMonth(limits.from, month).slice(0, 4));
