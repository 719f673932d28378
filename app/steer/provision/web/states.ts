import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { progressStates, versionStates, type ProgressState, type VersionState } from '../rules/life-cycle.ts';

export const versionTones: StateTable<VersionState> = {
  waiting: { text: versionStates.waiting, tone: 'waiting' },
  solving: { text: versionStates.solving, tone: 'doing' },
  solved: { text: versionStates.solved, tone: 'done' },
  infeasible: { text: versionStates.infeasible, tone: 'attention' },
  failed: { text: versionStates.failed, tone: 'bad' },
};

export const progressTones: StateTable<ProgressState> = {
  'in-place': { text: progressStates['in-place'], tone: 'done' },
  'on-course': { text: progressStates['on-course'], tone: 'doing' },
  late: { text: progressStates.late, tone: 'bad' },
  open: { text: progressStates.open, tone: 'ended' },
};
