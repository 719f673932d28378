/** The period within which a body executing compulsory verification finishes, in working days, and the stops of its clock. */
import type { Day } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';
import { workingDayAfter, workingDaysBetween, type Exceptions } from '../../../register/calendar/rules.ts';
import type { PlaceDone } from '../rules.ts';

type Sourced<Value> = { readonly value: Value; readonly source: Text; readonly confidence: 'high' | 'medium' | 'low' };

export const periodBeginnings = {
  receipt: ['自收到器具之日起算（不含当日）', 'From the receipt of the instrument, which day does not count'],
  acceptance: ['自受理之日起算（不含当日）', 'From the acceptance, which day does not count'],
} as const satisfies Record<string, Text>;
export type PeriodBeginning = keyof typeof periodBeginnings;

/** Facts of regulations as data: each with its source and how sure it is. */
export const verificationPeriod: {
  readonly workingDays: Sourced<number>;
  readonly begins: Readonly<Record<PlaceDone, Sourced<PeriodBeginning>>>;
} = {
  workingDays: {
    value: 20,
    source: [
      '执行强制检定的机构应在 20 个工作日内完成检定（据行业通行要求与主管部门公开办事指南，条文原文未核对）',
      'Bodies executing compulsory verification finish within 20 working days (common requirement and published guides; the text was not compared)',
    ],
    confidence: 'medium',
  },
  begins: {
    institute: {
      value: 'receipt',
      source: ['起算点条文未查到；本系统约定：送检自收样之日起算', 'No clause was found; this program counts from the receipt'],
      confidence: 'low',
    },
    'on-site': {
      value: 'acceptance',
      source: ['起算点条文未查到；本系统约定：现场检定自受理之日起算', 'No clause was found; this program counts from the acceptance'],
      confidence: 'low',
    },
  },
};

export const stopCauses = {
  'holder-supplies': ['待使用单位补充', 'The holder must supply something'],
  adjustment: ['器具调修', 'The instrument is being adjusted'],
  'site-closed': ['现场不具备条件', 'The site is closed or not ready'],
  environment: ['环境条件不满足', 'The environment is not suitable'],
  other: ['其他', 'Other'],
} as const satisfies Record<string, Text>;
export type StopCause = keyof typeof stopCauses;
export const stopCauseNames = Object.keys(stopCauses) as [StopCause, ...StopCause[]];

/** The last working day of a period that stood still for some working days. */
export const dueBy = (from: Day, stoppedDays: number, exceptions: Exceptions): Day =>
  workingDayAfter(from, verificationPeriod.workingDays.value + stoppedDays, exceptions);

/** Working days that a stop takes out of the period: those after its first day, up to and with the day on which it went on. */
export const stoppedWorkingDays = (from: Day, to: Day, exceptions: Exceptions): number => workingDaysBetween(from, to, exceptions);

export type Clock =
  | { readonly state: 'not-begun' }
  /** Working days that are left; 0 on the last day, negative when it is over. */
  | { readonly state: 'running'; readonly left: number; readonly dueBy: Day }
  | { readonly state: 'stopped'; readonly left: number; readonly since: Day }
  | { readonly state: 'ended'; readonly late: number; readonly dueBy: Day; readonly servedOn: Day };

export type Period = {
  readonly dueBy: Day | null;
  readonly stoppedSince: Day | null;
  readonly servedOn: Day | null;
};

/** How the clock stands on a day. */
export function clockOf({ dueBy: last, stoppedSince, servedOn }: Period, today: Day, exceptions: Exceptions): Clock {
  if (last === null) return { state: 'not-begun' };
  if (servedOn !== null) {
    const late = servedOn > last ? workingDaysBetween(last, servedOn, exceptions) : 0;
    return { state: 'ended', late, dueBy: last, servedOn };
  }
  if (stoppedSince !== null) return { state: 'stopped', left: workingDaysBetween(stoppedSince, last, exceptions), since: stoppedSince };
  return { state: 'running', left: workingDaysBetween(today, last, exceptions), dueBy: last };
}

/** The clock in words. */
export function clockWords(clock: Clock): Text {
  switch (clock.state) {
    case 'not-begun':
      return ['期限未起算', 'The period has not begun'];
    case 'running':
      if (clock.left > 0) return [`还剩 ${clock.left} 个工作日`, `${clock.left} working days left`];
      return clock.left === 0 ? ['今日到期', 'Ends today'] : [`已超期 ${-clock.left} 个工作日`, `${-clock.left} working days overdue`];
    case 'stopped':
      return clock.left >= 0
        ? [`计时中止，还剩 ${clock.left} 个工作日`, `Clock stopped, ${clock.left} working days left`]
        : [`计时中止，已超期 ${-clock.left} 个工作日`, `Clock stopped, ${-clock.left} working days overdue`];
    case 'ended':
      return clock.late === 0 ? ['按期办结', 'Done in time'] : [`超期 ${clock.late} 个工作日办结`, `Done ${clock.late} working days late`];
  }
}

/**
 * Asked for in time, not done in time by the institute 已按期申请、机构未按期完成: the request was submitted on or before the day the
 * instrument was due, and on that day it was not served. Stated as a fact; nothing follows from it here.
 */
export function isLateByInstitute(
  item: { readonly submittedOn: Day; readonly askedDueOn: Day | null; readonly servedOn: Day | null; readonly isOpen: boolean },
  today: Day,
): boolean {
  const { submittedOn, askedDueOn, servedOn, isOpen } = item;
  if (askedDueOn === null || submittedOn > askedDueOn) return false;
  return servedOn === null ? isOpen && today > askedDueOn : servedOn > askedDueOn;
}
export const lateByInstitute: Text = ['已按期申请、机构未按期完成', 'Requested in time, not done in time by the institute'];
