import type { Text } from '../../../kernel/text.ts';

/** Words of every state of the slice: the pages show these and no others. */
export const itemStates = {
  planned: ['已安排', 'Planned'],
  'under-way': ['进行中', 'Under way'],
  reported: ['已报完成', 'Reported done'],
  returned: ['已退回', 'Returned'],
  confirmed: ['已确认', 'Confirmed'],
  withdrawn: ['已撤销', 'Withdrawn'],
} as const satisfies Record<string, Text>;
export type ItemState = keyof typeof itemStates;
export const itemStateNames = Object.keys(itemStates) as [ItemState, ...ItemState[]];

/** Where an item stands against its due day; computed from the day, never stored. */
export const timings = {
  ahead: ['未到期', 'Not yet due'],
  'due-30': ['三十日内到期', 'Due within 30 days'],
  'due-7': ['七日内到期', 'Due within 7 days'],
  late: ['逾期', 'Late'],
  'in-time': ['按期完成', 'Done in time'],
  'finished-late': ['逾期完成', 'Done late'],
  ended: ['不再计', 'No longer counted'],
} as const satisfies Record<string, Text>;
export type Timing = keyof typeof timings;
export const timingNames = Object.keys(timings) as [Timing, ...Timing[]];

export const extensionStates = {
  asked: ['待批', 'Asked'],
  granted: ['已批准', 'Granted'],
  refused: ['未批准', 'Refused'],
} as const satisfies Record<string, Text>;
export type ExtensionState = keyof typeof extensionStates;
export const extensionStateNames = Object.keys(extensionStates) as [ExtensionState, ...ExtensionState[]];

export const verdicts = {
  confirmed: ['确认完成', 'Confirmed'],
  returned: ['退回', 'Returned'],
} as const satisfies Record<string, Text>;
export type Verdict = keyof typeof verdicts;
export const verdictNames = Object.keys(verdicts) as [Verdict, ...Verdict[]];

export const letterKinds = {
  reminder: ['提醒函', 'Letter of reminder'],
  supervision: ['督办单', 'Supervision notice'],
} as const satisfies Record<string, Text>;
export type LetterKind = keyof typeof letterKinds;
export const letterKindNames = Object.keys(letterKinds) as [LetterKind, ...LetterKind[]];

export const letterStates = {
  drafted: ['草稿', 'Draft'],
  issued: ['已签发', 'Issued'],
  discarded: ['已作废', 'Discarded'],
} as const satisfies Record<string, Text>;
export type LetterState = keyof typeof letterStates;
export const letterStateNames = Object.keys(letterStates) as [LetterState, ...LetterState[]];
