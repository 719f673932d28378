/**
 * Rounds 集中检定: an institute gathers the instruments that are due in a market, in a township's clinics, of one kind in a county, or a lot
 * of meters. Holders file nothing: their requests are filed when the round is announced. Route and load are proposed and decided by a person.
 */
import type { Text } from '../../kernel/text.ts';
import type { RequestStep } from '../../measure/request/rules/step.ts';
import type { PlaceDone } from '../../measure/request/rules.ts';

export const roundStates = {
  drafted: ['拟定', 'Drafted'],
  announced: ['已通知', 'Announced'],
  'under-way': ['进行中', 'Under way'],
  finished: ['已结束', 'Finished'],
  cancelled: ['已取消', 'Cancelled'],
} as const satisfies Record<string, Text>;
export type RoundState = keyof typeof roundStates;
export const roundStateNames = Object.keys(roundStates) as [RoundState, ...RoundState[]];

export const roundActions = {
  change: ['修改范围与人员', 'Change scope and people'],
  plan: ['安排路线与负荷', 'Arrange route and load'],
  announce: ['通知使用单位', 'Announce to the holders'],
  book: ['排期', 'Book'],
  begin: ['开始', 'Begin'],
  finish: ['结束', 'Finish'],
  cancel: ['取消', 'Cancel'],
} as const satisfies Record<string, Text>;
export type RoundAction = keyof typeof roundActions;
export const roundActionNames = Object.keys(roundActions) as [RoundAction, ...RoundAction[]];

export const roundLifeCycle = {
  drafted: { change: 'drafted', plan: 'drafted', announce: 'announced', cancel: 'cancelled' },
  announced: { plan: 'announced', book: 'announced', begin: 'under-way', cancel: 'cancelled' },
  'under-way': { plan: 'under-way', book: 'under-way', finish: 'finished', cancel: 'cancelled' },
  finished: {},
  cancelled: {},
} as const satisfies Record<RoundState, Partial<Record<RoundAction, RoundState>>>;

type Caller = { readonly organizationId: string; readonly permits: ReadonlySet<string> };
const manages = (instituteId: string, caller: Caller): boolean =>
  instituteId === caller.organizationId && caller.permits.has('round.manage');

/** What this person may do with a round: the manager of the institute whose it is. */
export function allowedRoundActions(round: { readonly state: RoundState; readonly instituteId: string }, caller: Caller): RoundAction[] {
  return manages(round.instituteId, caller) ? (Object.keys(roundLifeCycle[round.state]) as RoundAction[]) : [];
}

export const roundWays = {
  'on-site': ['上门检定', 'On site'],
  institute: ['集中送检', 'At the institute'],
  'meter-lot': ['表计批次', 'Lot of meters'],
} as const satisfies Record<string, Text>;
export type RoundWay = keyof typeof roundWays;
export const roundWayNames = Object.keys(roundWays) as [RoundWay, ...RoundWay[]];

/** Where the requests of a round are done. */
export const whereDoneOf = (way: RoundWay): PlaceDone => (way === 'on-site' ? 'on-site' : 'institute');

export const proposalKinds = {
  route: ['路线', 'Route'],
  load: ['台位负荷', 'Load of the benches'],
} as const satisfies Record<string, Text>;
export type ProposalKind = keyof typeof proposalKinds;
export const proposalKindNames = Object.keys(proposalKinds) as [ProposalKind, ...ProposalKind[]];
/** Visits need a route, benches a load. */
export const proposalKindOf = (way: RoundWay): ProposalKind => (way === 'on-site' ? 'route' : 'load');

export const proposalStates = {
  waiting: ['待求解', 'Waiting'],
  solving: ['求解中', 'Solving'],
  solved: ['已求出', 'Solved'],
  infeasible: ['无可行安排', 'No arrangement is possible'],
  failed: ['求解未成', 'Failed'],
} as const satisfies Record<string, Text>;
export type ProposalState = keyof typeof proposalStates;
export const proposalStateNames = Object.keys(proposalStates) as [ProposalState, ...ProposalState[]];
/** `solve` and what follows are nobody's button: the work in the background does it. */
export const proposalLifeCycle = {
  waiting: { solve: 'solving' },
  solving: { answer: 'solved', refuse: 'infeasible', fail: 'failed' },
  solved: { apply: 'solved' },
  infeasible: {},
  failed: {},
} as const satisfies Record<ProposalState, Partial<Record<string, ProposalState>>>;

export const itemOrigins = {
  collected: ['收集', 'Collected'],
  added: ['手工增加', 'Added by hand'],
} as const satisfies Record<string, Text>;
export type ItemOrigin = keyof typeof itemOrigins;
export const itemOriginNames = Object.keys(itemOrigins) as [ItemOrigin, ...ItemOrigin[]];

/** Why the program itself leaves an instrument out; a person may take it back in once that is over. */
export const leftOutByItself = {
  'other-round': ['已列入另一集中检定', 'Stands in another round'],
  'out-of-use': ['已停用、报废或移出', 'Not in use any more'],
  'not-served': ['未指定由本机构检定', 'Your institute is not designated for it'],
  'other-institute': ['已在其他机构未办结的申请中', 'Stands in an open request at another institute'],
} as const satisfies Record<string, Text>;

/** How far an instrument of a round is, from the step of its request; its last document says whether it failed. */
export const progressStages = {
  planned: ['列入', 'Planned'],
  booked: ['已排期', 'Booked'],
  reached: ['已到现场或已收样', 'Visited or received'],
  tested: ['已检定', 'Tested'],
  issued: ['已出证', 'Issued'],
} as const satisfies Record<string, Text>;
export type ProgressStage = keyof typeof progressStages;
export const progressStageNames = Object.keys(progressStages) as [ProgressStage, ...ProgressStage[]];

const stageOfStep: Readonly<Record<RequestStep, ProgressStage>> = {
  submitted: 'planned',
  referred: 'planned',
  refused: 'planned',
  withdrawn: 'planned',
  accepted: 'planned',
  scheduled: 'booked',
  received: 'reached',
  visited: 'reached',
  tested: 'tested',
  returned: 'tested',
  checked: 'tested',
  approved: 'tested',
  issued: 'issued',
  fetched: 'issued',
};
/** The steps at which at least this stage is reached: every stage counts those beyond it. */
export const stepsFrom = (stage: ProgressStage): RequestStep[] =>
  (Object.keys(stageOfStep) as RequestStep[]).filter(
    (step) => progressStageNames.indexOf(stageOfStep[step]) >= progressStageNames.indexOf(stage),
  );

/** Whole percent with both numbers beside it; null where there is nothing to count. @example percentOf(1, 3) // 33 */
export const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.floor((part * 100) / whole));
