/** How long a certificate holds and when the re-examination is to be applied for: rules with dates, source and confidence, kept as data. */
import { addDays, addMonths, toDayNumber, type Day } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';

export const ruleTopics = {
  validity: ['考核证书有效期', 'Validity of the certificates'],
  're-examination': ['复查申请提前量', 'Time before the end to apply for re-examination'],
} as const satisfies Record<string, Text>;
export type RuleTopic = keyof typeof ruleTopics;
export const ruleTopicNames = Object.keys(ruleTopics) as [RuleTopic, ...RuleTopic[]];

export const ruleConfidences = {
  confirmed: ['已对照正式文本', 'Compared with the official text'],
  H: ['未核对，把握高', 'Not compared, confidence high'],
  M: ['未核对，把握中', 'Not compared, confidence medium'],
  L: ['未核对，把握低', 'Not compared, confidence low'],
} as const satisfies Record<string, Text>;
export type RuleConfidence = keyof typeof ruleConfidences;
export const ruleConfidenceNames = Object.keys(ruleConfidences) as [RuleConfidence, ...RuleConfidence[]];

export type ValidityRule = {
  readonly topic: RuleTopic;
  readonly months: number;
  readonly holdsFrom: Day | null;
  readonly holdsTo: Day | null;
  readonly recordedAt: string;
};

/** The rule for a certificate of a day: the one recorded last among those that hold then. */
export function ruleOn<One extends ValidityRule>(rules: readonly One[], topic: RuleTopic, issuedOn: Day): One | undefined {
  return rules
    .filter(
      (rule) =>
        rule.topic === topic &&
        (rule.holdsFrom === null || rule.holdsFrom <= issuedOn) &&
        (rule.holdsTo === null || issuedOn <= rule.holdsTo),
    )
    .reduce<One | undefined>((last, rule) => (last === undefined || rule.recordedAt >= last.recordedAt ? rule : last), undefined);
}

/** The last day by the rule: the day before the same day so many months later. @example lastDayOf('2024-02-01', 60) // '2029-01-31' */
export const lastDayOf = (validFrom: Day, months: number): Day => addDays(addMonths(validFrom, months), -1);

/** By when the re-examination is to be applied for. @example applyBy('2029-01-31', 6) // '2028-07-31' */
export const applyBy = (validUntil: Day, months: number): Day => addMonths(validUntil, -months);

export const renewals = {
  later: ['未到申请期', 'Not yet due'],
  due: ['应申请复查', 'Re-examination is due to be applied for'],
  late: ['逾期未申请', 'Not applied for in time'],
  applied: ['已按期申请', 'Applied for in time'],
  'applied-late': ['已申请（逾期）', 'Applied for, late'],
  renewed: ['已换证', 'Renewed'],
  lapsed: ['已失效', 'Lapsed'],
  unknown: ['未建档', 'No dossier'],
} as const satisfies Record<string, Text>;
export type Renewal = keyof typeof renewals;
export const renewalNames = Object.keys(renewals) as [Renewal, ...Renewal[]];

/** The notice before the day by which the application is due. */
export const noticeDays = 90;

/** How long before its certificate ends the calibration of equipment is announced: a choice of the house, no rule; it takes weeks to have it done. */
export const calibrationNoticeDays = 60;

/** How the renewal of what ends on a day stands: renewed where a later certificate carries on without a gap. */
export function renewalOn(
  day: Day,
  ending: { readonly lastDay: Day; readonly applyBy: Day; readonly renewed: boolean; readonly appliedOn: Day | null },
): Renewal {
  if (ending.renewed) return 'renewed';
  if (day > ending.lastDay) return 'lapsed';
  if (ending.appliedOn !== null) return ending.appliedOn <= ending.applyBy ? 'applied' : 'applied-late';
  if (day > ending.applyBy) return 'late';
  return toDayNumber(ending.applyBy) - toDayNumber(day) <= noticeDays ? 'due' : 'later';
}
