/**
 * How deep an institute is covered for a regulation 岗位覆盖: a verification needs a tester, another person who checks (JJF 1069;
 * 检定员 ≠ 核验员), and an approver who is not the tester. Whoever cannot be missed without it becoming impossible is a single point
 * of failure 单点风险; cover is two deep when nobody is.
 */
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';
import { activityNames, covers, stateOnDay, type Activity, type Term } from '../rules.ts';

export const coverStates = {
  'two-deep': ['双人覆盖', 'Two deep'],
  'single-point': ['单点风险', 'Single point of failure'],
  'no-pair': ['不能由两人分别检定、核验', 'No two persons to test and check'],
  'no-approver': ['无人可批准', 'Nobody to approve'],
  'no-checker': ['无人可核验', 'Nobody to check'],
  'no-tester': ['无人可检', 'Nobody to test'],
  'no-procedure': ['无可用规程，未能判断', 'No procedure known; cannot be told'],
} as const satisfies Record<string, Text>;
export type CoverState = keyof typeof coverStates;
export const coverStateNames = Object.keys(coverStates) as [CoverState, ...CoverState[]];

/** Why a kind of instrument stands in the list of an institute. */
export const coverBases = {
  designated: ['指定', 'Designated'],
  adopted: ['采用规程', 'Procedure adopted'],
  registered: ['仅有人员资格', 'Persons only'],
} as const satisfies Record<string, Text>;
export type CoverBasis = keyof typeof coverBases;
export const coverBasisNames = Object.keys(coverBases) as [CoverBasis, ...CoverBasis[]];

/** A registration that ends within this time is told beforehand. */
export const soonDays = 90;

export type Held = Term & {
  readonly holderId: string;
  readonly activities: readonly string[];
  /** None: all. */
  readonly regulations: readonly string[];
};

export type Able = Readonly<Record<Activity, readonly string[]>>;

/** Who may test, check and approve by a regulation on a day, each person once. */
export function ableOn(held: readonly Held[], regulation: string, day: Day): Able {
  const inForce = held.filter((one) => stateOnDay(one, day) === 'in-force');
  const of = (activity: Activity): string[] => [
    ...new Set(inForce.filter((one) => covers(one, activity, regulation)).map(({ holderId }) => holderId)),
  ];
  return { test: of('test'), check: of('check'), approve: of('approve') };
}

const without = (able: Able, person: string): Able => ({
  test: able.test.filter((one) => one !== person),
  check: able.check.filter((one) => one !== person),
  approve: able.approve.filter((one) => one !== person),
});

/** Whether somebody tests, another checks, and one who did not test approves. */
export const isPossible = ({ test, check, approve }: Able): boolean =>
  test.some((tester) => check.some((checker) => checker !== tester) && approve.some((approver) => approver !== tester));

/** Those without whom it would not be possible any more; nobody where it is not possible anyway. */
export function singlePointsOf(able: Able): string[] {
  if (!isPossible(able)) return [];
  const persons = [...new Set(activityNames.flatMap((activity) => able[activity]))];
  return persons.filter((person) => !isPossible(without(able, person)));
}

export function coverStateOf(able: Able): Exclude<CoverState, 'no-procedure'> {
  if (able.test.length === 0) return 'no-tester';
  if (able.check.length === 0) return 'no-checker';
  if (!able.test.some((tester) => able.check.some((checker) => checker !== tester))) return 'no-pair';
  if (!isPossible(able)) return 'no-approver';
  return singlePointsOf(able).length > 0 ? 'single-point' : 'two-deep';
}

/** The last day on which it holds, as its document and its early ending say; null: none is named. */
export const endOf = ({ validUntil, lastDay }: Term): Day | null =>
  [validUntil, lastDay].filter((day): day is Day => day !== null).sort()[0] ?? null;

const worse: Readonly<Record<CoverState, number>> = {
  'two-deep': 0,
  'single-point': 1,
  'no-procedure': 1,
  'no-approver': 2,
  'no-pair': 2,
  'no-checker': 2,
  'no-tester': 2,
};

/** The regulation of a kind on a day; undefined where none is known. */
export type RegulationOn = (day: Day) => string | undefined;

export const coverOn = (held: readonly Held[], regulationOn: RegulationOn, day: Day): CoverState => {
  const regulation = regulationOn(day);
  return regulation === undefined ? 'no-procedure' : coverStateOf(ableOn(held, regulation, day));
};

/** The first day after `from` on which cover is worse than on `from`, as things stand; `changes`: days on which another regulation begins. */
export function fallsOn(
  held: readonly Held[],
  regulationOn: RegulationOn,
  from: Day,
  changes: readonly Day[] = [],
): { day: Day; state: CoverState } | undefined {
  const now = coverOn(held, regulationOn, from);
  const ends = held.flatMap((one) => endOf(one) ?? []).filter((end) => end >= from);
  const days = [...ends.map((end) => addDays(end, 1)), ...changes.filter((day) => day > from)];
  for (const day of [...new Set(days)].sort()) {
    const state = coverOn(held, regulationOn, day);
    if (worse[state] > worse[now]) return { day, state };
  }
  return undefined;
}

/** Whose registration for a regulation ends within the time after a day without another one that goes on. */
export function endingSoon(held: readonly Held[], regulation: string, from: Day): { holderId: string; activity: Activity; lastDay: Day }[] {
  const until = addDays(from, soonDays);
  const now = ableOn(held, regulation, from);
  return activityNames.flatMap((activity) =>
    now[activity].flatMap((holderId) => {
      const own = held.filter(
        (one) => one.holderId === holderId && covers(one, activity, regulation) && ['in-force', 'pending'].includes(stateOnDay(one, from)),
      );
      const ends = own
        .map(endOf)
        .filter((end): end is Day => end !== null && end <= until)
        .sort();
      const gap = ends.find(
        (end) => !own.some((one) => covers(one, activity, regulation) && stateOnDay(one, addDays(end, 1)) === 'in-force'),
      );
      return gap === undefined ? [] : [{ holderId, activity, lastDay: gap }];
    }),
  );
}
