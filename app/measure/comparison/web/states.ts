import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import {
  comparisonStates,
  correctionStates,
  memberStates,
  type ComparisonState,
  type CorrectionState,
  type MemberState,
} from '../rules.ts';
import { results, type LaboratoryResult } from '../rules/method.ts';
import { handoverStates, type HandoverState } from '../rules/route.ts';

export const comparisonTags: StateTable<ComparisonState> = {
  drafted: { text: comparisonStates.drafted, tone: 'waiting' },
  announced: { text: comparisonStates.announced, tone: 'doing' },
  sealing: { text: comparisonStates.sealing, tone: 'doing' },
  revealing: { text: comparisonStates.revealing, tone: 'attention' },
  opened: { text: comparisonStates.opened, tone: 'doing' },
  commenting: { text: comparisonStates.commenting, tone: 'doing' },
  final: { text: comparisonStates.final, tone: 'done' },
  closed: { text: comparisonStates.closed, tone: 'done' },
  cancelled: { text: comparisonStates.cancelled, tone: 'ended' },
};

export const memberTags: StateTable<MemberState> = {
  confirmed: { text: memberStates.confirmed, tone: 'done' },
  excused: { text: memberStates.excused, tone: 'ended' },
  withdrawn: { text: memberStates.withdrawn, tone: 'ended' },
};

export const resultTags: StateTable<LaboratoryResult> = {
  satisfactory: { text: results.satisfactory, tone: 'done' },
  questionable: { text: results.questionable, tone: 'attention' },
  unsatisfactory: { text: results.unsatisfactory, tone: 'bad' },
  reference: { text: results.reference, tone: 'done' },
  'not-scored': { text: results['not-scored'], tone: 'waiting' },
  unusable: { text: results.unusable, tone: 'bad' },
  unrevealed: { text: results.unrevealed, tone: 'bad' },
  missed: { text: results.missed, tone: 'bad' },
};

export const handoverTags: StateTable<HandoverState> = {
  planned: { text: handoverStates.planned, tone: 'waiting' },
  sent: { text: handoverStates.sent, tone: 'doing' },
  received: { text: handoverStates.received, tone: 'done' },
};

export const correctionTags: StateTable<CorrectionState> = {
  demanded: { text: correctionStates.demanded, tone: 'attention' },
  submitted: { text: correctionStates.submitted, tone: 'doing' },
  returned: { text: correctionStates.returned, tone: 'attention' },
  closed: { text: correctionStates.closed, tone: 'done' },
};
