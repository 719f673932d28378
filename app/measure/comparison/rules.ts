/**
 * Comparisons 计量比对: an authority organises a round, a pilot laboratory carries it out, institutes take part. What each may do stands
 * here. Sources: 计量比对管理办法 (SAMR Order 69, in force 2023-06-01; own knowledge of its articles, confidence M), JJF 1117-2010 (H).
 */
import type { Text } from '../../kernel/text.ts';
import { instantOf } from './rules/instant.ts';

export const comparisonStates = {
  drafted: ['拟定', 'Drafted'],
  announced: ['已通知', 'Announced'],
  sealing: ['测量与提交', 'Measuring and sealing'],
  revealing: ['结果揭示', 'Revealing'],
  opened: ['待出报告', 'Results opened'],
  commenting: ['征求意见', 'Report under comment'],
  final: ['已定稿', 'Report final'],
  closed: ['已办结', 'Closed'],
  cancelled: ['已取消', 'Cancelled'],
} as const satisfies Record<string, Text>;
export type ComparisonState = keyof typeof comparisonStates;
export const comparisonStateNames = Object.keys(comparisonStates) as [ComparisonState, ...ComparisonState[]];

export const comparisonActions = {
  change: ['修改', 'Change'],
  announce: ['通知', 'Announce'],
  propose: ['申报主导实验室', 'Offer to be the pilot'],
  confirm: ['确认参比实验室', 'Confirm participants'],
  appoint: ['确定主导实验室', 'Appoint the pilot'],
  settle: ['编制实施方案', 'Write the protocol'],
  start: ['开始实施', 'Start'],
  withdraw: ['退出', 'Withdraw'],
  excuse: ['准予不参加', 'Excuse'],
  check: ['登记均匀性、稳定性检验', 'Record homogeneity or stability'],
  commit: ['提交结果承诺', 'Seal results'],
  reveal: ['揭示结果', 'Reveal results'],
  evaluate: ['计算评价', 'Evaluate'],
  report: ['发出征求意见稿', 'Send out the draft report'],
  comment: ['对报告提意见', 'Comment on the report'],
  answer: ['答复意见', 'Answer comments'],
  finalise: ['定稿', 'Make the report final'],
  publish: ['公开实验室名称', 'Publish the names'],
  demand: ['要求整改', 'Demand corrective action'],
  close: ['办结', 'Close'],
  cancel: ['取消', 'Cancel'],
} as const satisfies Record<string, Text>;
export type ComparisonAction = keyof typeof comparisonActions;
export const comparisonActionNames = Object.keys(comparisonActions) as [ComparisonAction, ...ComparisonAction[]];

/** `elapse` is nobody's button: the clock does it, at the deadline of the protocol or when the last result is revealed. */
export const comparisonLifeCycle = {
  drafted: { change: 'drafted', announce: 'announced', cancel: 'cancelled' },
  announced: {
    propose: 'announced',
    confirm: 'announced',
    excuse: 'announced',
    withdraw: 'announced',
    appoint: 'announced',
    settle: 'announced',
    check: 'announced',
    start: 'sealing',
    cancel: 'cancelled',
  },
  sealing: { commit: 'sealing', excuse: 'sealing', withdraw: 'sealing', check: 'sealing', elapse: 'revealing', cancel: 'cancelled' },
  revealing: { reveal: 'revealing', check: 'revealing', elapse: 'opened', cancel: 'cancelled' },
  opened: { evaluate: 'opened', check: 'opened', report: 'commenting' },
  commenting: { comment: 'commenting', answer: 'commenting', evaluate: 'commenting', finalise: 'final' },
  final: { demand: 'final', publish: 'final', close: 'closed' },
  closed: { publish: 'closed' },
  cancelled: {},
} as const satisfies Record<ComparisonState, Partial<Record<ComparisonAction | 'elapse', ComparisonState>>>;

/** What is kept of a state; where a round under way stands, the clock says. */
export type StoredState = 'drafted' | 'announced' | 'under-way' | 'commenting' | 'final' | 'closed' | 'cancelled';
type Timed = {
  readonly stored: StoredState;
  readonly commitUntil: string | null;
  readonly revealUntil: string | null;
  readonly revealedAt: string | null;
};

const reached = (now: string, instant: string | null): boolean => instant !== null && instantOf(now) >= instantOf(instant);

/** Nobody sees a value before this says `opened`: all that was sealed is revealed, or the time for it is over. */
export function stateAt({ stored, commitUntil, revealUntil, revealedAt }: Timed, now: string): ComparisonState {
  if (stored !== 'under-way') return stored;
  if (!reached(now, commitUntil)) return 'sealing';
  return revealedAt !== null || reached(now, revealUntil) ? 'opened' : 'revealing';
}

/** States in which what was measured may be shown to the pilot and the organiser. */
export const isOpened = (state: ComparisonState): boolean => ['opened', 'commenting', 'final', 'closed'].includes(state);
/** States in which every participant sees the report. */
export const isReported = (state: ComparisonState): boolean => ['commenting', 'final', 'closed'].includes(state);

export const duties = {
  mandatory: ['强制参加', 'Mandatory'],
  voluntary: ['自愿参加', 'Voluntary'],
} as const satisfies Record<string, Text>;
export type Duty = keyof typeof duties;
export const dutyNames = Object.keys(duties) as [Duty, ...Duty[]];

export const pilotWays = {
  'open-call': ['公开征集', 'Open call'],
  designated: ['指定', 'Designated'],
} as const satisfies Record<string, Text>;
export type PilotWay = keyof typeof pilotWays;
export const pilotWayNames = Object.keys(pilotWays) as [PilotWay, ...PilotWay[]];

export const memberStates = {
  confirmed: ['已确认', 'Confirmed'],
  excused: ['准予不参加', 'Excused'],
  withdrawn: ['已退出', 'Withdrawn'],
} as const satisfies Record<string, Text>;
export type MemberState = keyof typeof memberStates;
export const memberStateNames = Object.keys(memberStates) as [MemberState, ...MemberState[]];
/**
 * Who was excused or has withdrawn may be confirmed anew until the round starts.
 * @public printed to docs/generated/life-cycles.md
 */
export const memberLifeCycle = {
  confirmed: { excuse: 'excused', withdraw: 'withdrawn' },
  excused: { confirm: 'confirmed' },
  withdrawn: { confirm: 'confirmed' },
} as const satisfies Record<MemberState, Partial<Record<string, MemberState>>>;

export const correctionStates = {
  demanded: ['待整改', 'Demanded'],
  submitted: ['已报整改', 'Submitted'],
  returned: ['退回补充', 'Returned'],
  closed: ['整改办结', 'Closed'],
} as const satisfies Record<string, Text>;
export type CorrectionState = keyof typeof correctionStates;
export const correctionStateNames = Object.keys(correctionStates) as [CorrectionState, ...CorrectionState[]];
export const correctionLifeCycle = {
  demanded: { submit: 'submitted' },
  submitted: { return: 'returned', close: 'closed' },
  returned: { submit: 'submitted' },
  closed: {},
} as const satisfies Record<CorrectionState, Partial<Record<string, CorrectionState>>>;

export const arrivals = {
  intact: ['完好', 'Intact'],
  doubtful: ['存疑', 'Doubtful'],
  damaged: ['损坏', 'Damaged'],
} as const satisfies Record<string, Text>;
export type Arrival = keyof typeof arrivals;
export const arrivalNames = Object.keys(arrivals) as [Arrival, ...Arrival[]];

/** What somebody is in a round; one person may be several. */
export type Part = 'organizer' | 'pilot' | 'member' | 'candidate';

const deedsOf: Readonly<Record<Part, readonly ComparisonAction[]>> = {
  organizer: [
    'change',
    'announce',
    'confirm',
    'appoint',
    'settle',
    'start',
    'excuse',
    'evaluate',
    'report',
    'answer',
    'finalise',
    'publish',
    'demand',
    'close',
    'cancel',
  ],
  pilot: ['settle', 'check', 'evaluate', 'report', 'answer'],
  member: ['withdraw', 'commit', 'reveal', 'comment'],
  candidate: ['propose'],
};

type Caller = { readonly permits: ReadonlySet<string> };

/** What these parts may do now, in the order of the work. The organiser's deeds need its permit, the laboratories' theirs. */
export function allowedComparisonActions(state: ComparisonState, parts: readonly Part[], caller: Caller): ComparisonAction[] {
  const mine = new Set(
    parts.flatMap((part) =>
      caller.permits.has(part === 'organizer' ? 'comparison.organize' : 'comparison.participate') ? deedsOf[part] : [],
    ),
  );
  return comparisonActionNames.filter((action) => mine.has(action) && action in comparisonLifeCycle[state]);
}
