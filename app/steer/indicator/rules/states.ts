import type { Text } from '../../../kernel/text.ts';

/** What is said of an indicator on a day: a closed list, the same words on every page, print and export. */
export const indicatorStates = {
  'not-published': ['未公开', 'Not published'],
  'not-recorded': ['未接入记录', 'Not recorded'],
  'on-track': ['进度正常', 'On track'],
  behind: ['进度滞后', 'Behind'],
  met: ['已达成', 'Met'],
  'met-late': ['逾期达成', 'Met late'],
  missed: ['到期未达成', 'Missed'],
} as const satisfies Record<string, Text>;

export type IndicatorState = keyof typeof indicatorStates;
export const indicatorStateNames = Object.keys(indicatorStates) as [IndicatorState, ...IndicatorState[]];

export const publicationSubjects = {
  indicators: ['指标数值与状态', 'Values and states of the indicators'],
  capability: ['能力矩阵', 'Capability matrix'],
  differences: ['待核实差异', 'Differences to be settled'],
} as const satisfies Record<string, Text>;
export type PublicationSubject = keyof typeof publicationSubjects;
export const publicationSubjectNames = Object.keys(publicationSubjects) as [PublicationSubject, ...PublicationSubject[]];

export const publicationModes = {
  live: ['实时公开', 'Published live'],
  snapshot: ['按快照公开', 'Published as a snapshot'],
  withdrawn: ['未公开', 'Not published'],
} as const satisfies Record<string, Text>;
export type PublicationMode = keyof typeof publicationModes;
export const publicationModeNames = Object.keys(publicationModes) as [PublicationMode, ...PublicationMode[]];

/** Why a record counts, or does not. */
export const recordVerdicts = {
  counts: ['计入', 'Counts'],
  pending: ['未审结，不计入', 'Not decided yet'],
  rejected: ['不予采信', 'Rejected'],
  level: ['级别不符', 'Of another level'],
  field: ['类别不符', 'Of another field'],
  'not-designated': ['尚未授牌', 'Not designated yet'],
  withdrawn: ['已撤销', 'Withdrawn'],
  lapsed: ['已失效', 'Lapsed'],
  later: ['当日尚未生效', 'Begins later'],
  'before-period': ['计划期前取得', 'Obtained before the plan'],
  suspended: ['已封存', 'Suspended'],
  replaced: ['已换证', 'Replaced by a later certificate'],
  'in-dossier': ['由计量标准档案计入', 'Counted by its dossier'],
  'not-in-place': ['未配置到位', 'Not in place'],
  'not-served': ['未办结', 'Not served'],
  outside: ['不在分母中', 'Outside the denominator'],
} as const satisfies Record<string, Text>;
export type RecordVerdict = keyof typeof recordVerdicts;
export const recordVerdictNames = Object.keys(recordVerdicts) as [RecordVerdict, ...RecordVerdict[]];
