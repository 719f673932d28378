import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { decisions, findingStates, noticeStates, type Decision, type FindingState, type NoticeState } from '../rules/impact.ts';
import { triageClasses, type Triage } from '../rules/impact-triage.ts';

export const triageTags: StateTable<Triage> = {
  harmless: { text: triageClasses.harmless, tone: 'done' },
  doubtful: { text: triageClasses.doubtful, tone: 'attention' },
  unknown: { text: triageClasses.unknown, tone: 'waiting' },
  reverify: { text: triageClasses.reverify, tone: 'bad' },
};
export const findingTags: StateTable<FindingState> = {
  recorded: { text: findingStates.recorded, tone: 'waiting' },
  evaluated: { text: findingStates.evaluated, tone: 'doing' },
  closed: { text: findingStates.closed, tone: 'done' },
  withdrawn: { text: findingStates.withdrawn, tone: 'ended' },
};
export const decisionTags: StateTable<Decision> = {
  'no-action': { text: decisions['no-action'], tone: 'ended' },
  notify: { text: decisions.notify, tone: 'attention' },
  reverify: { text: decisions.reverify, tone: 'doing' },
  revoke: { text: decisions.revoke, tone: 'bad' },
};
export const noticeTags: StateTable<NoticeState> = {
  drafted: { text: noticeStates.drafted, tone: 'waiting' },
  issued: { text: noticeStates.issued, tone: 'done' },
  dropped: { text: noticeStates.dropped, tone: 'ended' },
};
export const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
