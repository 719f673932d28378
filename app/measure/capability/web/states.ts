import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { effectiveStates, type EffectiveState } from '../rules/effective.ts';
import { cellStates, reportStatuses, type CellState, type ReportStatus } from '../rules/life-cycle.ts';

export const cellTones: StateTable<CellState> = {
  absent: { text: cellStates.absent, tone: 'waiting' },
  building: { text: cellStates.building, tone: 'doing' },
  examined: { text: cellStates.examined, tone: 'doing' },
  authorised: { text: cellStates.authorised, tone: 'doing' },
  'in-use': { text: cellStates['in-use'], tone: 'done' },
  suspended: { text: cellStates.suspended, tone: 'attention' },
  lapsed: { text: cellStates.lapsed, tone: 'bad' },
};

export const reportTones: StateTable<ReportStatus> = {
  reported: { text: reportStatuses.reported, tone: 'waiting' },
  accepted: { text: reportStatuses.accepted, tone: 'done' },
  rejected: { text: reportStatuses.rejected, tone: 'ended' },
};

export const effectiveTones: StateTable<EffectiveState> = {
  effective: { text: effectiveStates.effective, tone: 'done' },
  ineffective: { text: effectiveStates.ineffective, tone: 'attention' },
  unrecorded: { text: effectiveStates.unrecorded, tone: 'waiting' },
  'not-in-use': { text: effectiveStates['not-in-use'], tone: 'ended' },
};
