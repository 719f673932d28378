/**
 * Performance of a measurement standard 计量标准的性能考核: which tests JJF 1033-2023 asks for, what each of them needs, when it falls due.
 * Nothing here has been compared with the official text: each clause carries its confidence.
 */
import type { Confidence } from '../../../kernel/confidence.ts';
import { addMonths, type Day } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';

export const performanceKinds = {
  repeatability: ['重复性试验', 'Repeatability test'],
  stability: ['稳定性考核', 'Stability'],
  verification: ['检定或校准结果的验证', 'Verification of results'],
  'intermediate-check': ['期间核查', 'Intermediate check'],
} as const satisfies Record<string, Text>;
export type PerformanceKind = keyof typeof performanceKinds;
export const performanceKindNames = Object.keys(performanceKinds) as [PerformanceKind, ...PerformanceKind[]];

export const performanceVerdicts = {
  pass: ['符合', 'Met'],
  fail: ['不符合', 'Not met'],
  unjudged: ['未判定', 'Not judged'],
} as const satisfies Record<string, Text>;
export type PerformanceVerdict = keyof typeof performanceVerdicts;
export const performanceVerdictNames = Object.keys(performanceVerdicts) as [PerformanceVerdict, ...PerformanceVerdict[]];

type KindRule = {
  /** Months after which it is done again; null: at the examination and where something changed, or as the plan says. */
  readonly months: number | null;
  /** Whether a second person confirms the record before it counts. */
  readonly secondPerson: boolean;
  readonly clause: Text;
  readonly confidence: Confidence;
};

/**
 * The forms of JJF 1033 for the first two name one person; a second one for the others is a rule of this house, since their result
 * speaks about the values that the standard hands on.
 */
export const kindRules = {
  repeatability: {
    months: 12,
    secondPerson: false,
    clause: ['JJF 1033-2023 重复性试验：至少每年一次', 'JJF 1033-2023, repeatability: at least once a year'],
    confidence: 'H',
  },
  stability: {
    months: 12,
    secondPerson: false,
    clause: ['JJF 1033-2023 稳定性考核：至少每年一次', 'JJF 1033-2023, stability: at least once a year'],
    confidence: 'H',
  },
  verification: {
    months: null,
    secondPerson: true,
    clause: [
      'JJF 1033-2023 检定或校准结果的验证：建标和重新评定不确定度时',
      'JJF 1033-2023, verification of results: at the examination and after a new evaluation',
    ],
    confidence: 'M',
  },
  'intermediate-check': {
    months: null,
    secondPerson: true,
    clause: [
      'JJF 1069-2012 与 GB/T 27025-2019 6.4.10：按本机构的期间核查计划',
      'JJF 1069-2012 and ISO/IEC 17025:2017 6.4.10: as the plan of the institute says',
    ],
    confidence: 'M',
  },
} as const satisfies Record<PerformanceKind, KindRule>;

export const stabilityMethods = {
  'check-standard': ['核查标准法', 'Check standard'],
  'higher-standard': ['高等级计量标准法', 'Standard of a higher level'],
  'control-chart': ['控制图法', 'Control chart'],
  'regulation-method': ['规程或规范规定的方法', 'Method of the regulation'],
  'instrument-results': ['计量标准器的溯源数据', 'Calibration results of the main standard'],
} as const satisfies Record<string, Text>;
export type StabilityMethod = keyof typeof stabilityMethods;
export const stabilityMethodNames = Object.keys(stabilityMethods) as [StabilityMethod, ...StabilityMethod[]];

export const stabilityClause: Text = [
  'JJF 1033-2023 4.2.3 及附录 C（稳定性考核方法）',
  'JJF 1033-2023, 4.2.3 and annex C (methods for stability)',
];

/** What each method needs, before anything is measured. */
export const stabilityNeeds = {
  'check-standard': [
    '一件量值稳定的核查标准；新建时至少四组、每组间隔大于一个月，在用时每年至少一组。',
    'A check standard with a stable value: four groups or more, each over a month apart, before the examination; a group each year in use.',
  ],
  'higher-standard': [
    '一台更高等级的计量标准及其有效证书，用它测量被考核的计量标准；组数与间隔同核查标准法。',
    'A standard of a higher level with a valid certificate, which measures this one; groups and intervals as with a check standard.',
  ],
  'control-chart': [
    '短期和长期都稳定的核查标准，且便于多次重复测量；控制限由历次记录计算，不能填写。',
    'A check standard that is stable for short and for long, and easily measured many times; the limits come from the records and are not typed.',
  ],
  'regulation-method': [
    '规程或规范本身规定了稳定性考核方法：写明条款、所得值和该条款的限值。',
    'The regulation itself has a method for stability: its clause, the value found and the limit of that clause.',
  ],
  'instrument-results': [
    '计量标准器历年检定或校准证书给出的量值：相邻两次溯源结果之差。',
    'Values of the certificates of the main standard over the years: the difference between neighbouring calibrations.',
  ],
} as const satisfies Record<StabilityMethod, Text>;

export const stabilityPhases = {
  new: ['新建（考核前）', 'To be set up'],
  'in-use': ['在用（每年）', 'In use'],
} as const satisfies Record<string, Text>;
export type StabilityPhase = keyof typeof stabilityPhases;
export const stabilityPhaseNames = Object.keys(stabilityPhases) as [StabilityPhase, ...StabilityPhase[]];

export const valueUses = {
  nominal: ['按标称值或示值使用', 'Used with its nominal value or indication'],
  correction: ['加修正值使用', 'Used with a correction'],
} as const satisfies Record<string, Text>;
export type ValueUse = keyof typeof valueUses;
export const valueUseNames = Object.keys(valueUses) as [ValueUse, ...ValueUse[]];

export const verificationMethods = {
  transfer: ['传递比较法', 'Transfer comparison'],
  comparison: ['比对法', 'Comparison among laboratories'],
} as const satisfies Record<string, Text>;
export type VerificationMethod = keyof typeof verificationMethods;
export const verificationMethodNames = Object.keys(verificationMethods) as [VerificationMethod, ...VerificationMethod[]];

export const checkCriteria = {
  limit: ['偏差不超过限值', 'Deviation within a limit'],
  en: ['归一化偏差 |En| ≤ 1', 'Normalized deviation |En| ≤ 1'],
  chart: ['控制图无异常', 'Control chart in control'],
} as const satisfies Record<string, Text>;
export type CheckCriterion = keyof typeof checkCriteria;
export const checkCriterionNames = Object.keys(checkCriteria) as [CheckCriterion, ...CheckCriterion[]];

/** How the institute settled a test that was not met; a closed list. */
export const findingOutcomes = {
  're-evaluated': ['已重新评定测量不确定度，仍满足要求', 'Uncertainty evaluated again, requirements still met'],
  retested: ['重新试验，结果符合', 'Tested again and met'],
  repaired: ['已修理或调整并重新溯源', 'Repaired or adjusted, and calibrated again'],
  suspended: ['已暂停使用该计量标准', 'The measurement standard was suspended'],
} as const satisfies Record<string, Text>;
export type FindingOutcome = keyof typeof findingOutcomes;
export const findingOutcomeNames = Object.keys(findingOutcomes) as [FindingOutcome, ...FindingOutcome[]];

/** Who may write performance records: people of the institute that has the measurement standard. */
export const mayTest = (
  owner: { readonly instituteId: string },
  caller: { readonly organizationId: string; readonly permits: ReadonlySet<string> },
): boolean => owner.instituteId === caller.organizationId && caller.permits.has('measurement-standard.test');

/** Nobody confirms a record of their own; one that is not asked for may be confirmed as well, once. */
export const mayConfirm = (
  record: { readonly personId: string; readonly isLive: boolean; readonly isConfirmed: boolean },
  caller: { readonly personId: string },
): boolean => record.isLive && !record.isConfirmed && record.personId !== caller.personId;

export const dueStates = {
  'never-recorded': ['没有记录', 'Not recorded'],
  current: ['在期', 'In date'],
  'due-soon': ['将到期', 'Due soon'],
  overdue: ['已超期', 'Overdue'],
  'not-periodic': ['无固定周期', 'No fixed period'],
} as const satisfies Record<string, Text>;
export type DueState = keyof typeof dueStates;
export const dueStateNames = Object.keys(dueStates) as [DueState, ...DueState[]];

/** Days ahead in which something counts as due soon. */
export const soonDays = 30;

/** The day by which it is done again, and how that stands. `months` null: it has no period; `last` null: nothing was recorded. */
export function dueOf(
  last: Day | null,
  months: number | null,
  today: Day,
  soon: Day,
): { readonly due: Day | null; readonly state: DueState } {
  if (last === null) return { due: null, state: 'never-recorded' };
  if (months === null) return { due: null, state: 'not-periodic' };
  const due = addMonths(last, months);
  return { due, state: due < today ? 'overdue' : due <= soon ? 'due-soon' : 'current' };
}
