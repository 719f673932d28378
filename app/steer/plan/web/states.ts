import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { resolutions, type Resolution } from '../rules/settlement.ts';

export const resolutionStates: StateTable<Resolution> = resolutions;
export const definitionStates: StateTable<'undefined' | 'defined'> = {
  undefined: { text: ['未定义', 'Not defined'], tone: 'attention' },
  defined: { text: ['已定义', 'Defined'], tone: 'done' },
};
