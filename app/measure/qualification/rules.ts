/**
 * Who may test, check and approve what 检定项目资格、授权签字: a person is registered for a regulation by a document (注册计量师 and the
 * institute's own), an approver is authorised by the institute (JJF 1069). What lapsed before a day does not hold on that day.
 */
import type { Text } from '../../kernel/text.ts';

export const activities = {
  test: ['检定', 'Test'],
  check: ['核验', 'Check'],
  approve: ['批准', 'Approve'],
} as const satisfies Record<string, Text>;
export type Activity = keyof typeof activities;
export const activityNames = Object.keys(activities) as [Activity, ...Activity[]];

export const qualificationKinds = {
  registration: ['检定项目资格', 'Registration for a procedure'],
  authorisation: ['授权签字', 'Authorisation to sign'],
} as const satisfies Record<string, Text>;
export type QualificationKind = keyof typeof qualificationKinds;
export const qualificationKindNames = Object.keys(qualificationKinds) as [QualificationKind, ...QualificationKind[]];

export const qualificationStates = {
  pending: ['未生效', 'Not in force yet'],
  'in-force': ['有效', 'In force'],
  lapsed: ['已过期', 'Lapsed'],
  ended: ['已终止', 'Ended'],
} as const satisfies Record<string, Text>;
export type QualificationState = keyof typeof qualificationStates;
export const qualificationStateNames = Object.keys(qualificationStates) as [QualificationState, ...QualificationState[]];

/** `begin` and `lapse` are nobody's button: the day comes. */
export const qualificationLifeCycle = {
  pending: { begin: 'in-force', end: 'ended' },
  'in-force': { lapse: 'lapsed', end: 'ended' },
  lapsed: {},
  ended: {},
} as const satisfies Record<QualificationState, Partial<Record<'begin' | 'lapse' | 'end', QualificationState>>>;

export type Term = { readonly validFrom: string; readonly validUntil: string | null; readonly lastDay: string | null };

/** How it stands on a day. The last day counts. */
export function stateOnDay({ validFrom, validUntil, lastDay }: Term, day: string): QualificationState {
  if (lastDay !== null && day > lastDay) return 'ended';
  if (day < validFrom) return 'pending';
  return validUntil !== null && day > validUntil ? 'lapsed' : 'in-force';
}

type Qualification = Term & {
  readonly holderId: string;
  readonly activities: readonly string[];
  /** None: all. */
  readonly regulations: readonly string[];
};

/** Whether it lets its holder do this for a regulation; says nothing about the day. */
export const covers = (
  { activities: allowed, regulations }: Pick<Qualification, 'activities' | 'regulations'>,
  activity: Activity,
  regulation: string,
): boolean => allowed.includes(activity) && (regulations.length === 0 || regulations.includes(regulation));

/** The qualification that holds on the day, else the one that comes nearest to it: lapsed, ended or not begun. */
export function qualificationFor<One extends Qualification>(
  all: readonly One[],
  wanted: { readonly holderId: string; readonly activity: Activity; readonly regulation: string; readonly day: string },
): { readonly holds: boolean; readonly of: One | undefined } {
  const rank = (one: One): number => ['in-force', 'lapsed', 'ended', 'pending'].indexOf(stateOnDay(one, wanted.day));
  const suitable = all
    .filter((one) => one.holderId === wanted.holderId && covers(one, wanted.activity, wanted.regulation))
    .sort((a, b) => rank(a) - rank(b) || (a.validFrom < b.validFrom ? 1 : -1));
  const [first] = suitable;
  return { holds: first !== undefined && rank(first) === 0, of: first };
}

/** `jjg-0539` of `jjg-0539-2016`: persons are registered for a regulation, whatever its edition. */
export const regulationOf = (edition: string): string => edition.replace(/-\d{4}$/, '');

type Caller = { readonly organizationId: string; readonly permits: ReadonlySet<string> };

/** The institute whose document it was may end it. */
export const mayEnd = (
  qualification: { readonly instituteId: string; readonly state: QualificationState },
  { organizationId, permits }: Caller,
): boolean =>
  'end' in qualificationLifeCycle[qualification.state] &&
  qualification.instituteId === organizationId &&
  permits.has('qualification.manage');
