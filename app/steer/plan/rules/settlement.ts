import type { Text } from '../../../kernel/text.ts';

/** What was decided about a finding; the same word in list, page and export. */
export const resolutions = {
  open: { text: ['待核实', 'Open'], tone: 'attention' },
  'printed-stands': { text: ['以印刷为准', 'As printed'], tone: 'done' },
  'recomputed-stands': { text: ['以重算为准', 'As recomputed'], tone: 'done' },
  clarified: { text: ['已作说明', 'Clarified'], tone: 'done' },
} as const satisfies Record<string, { text: Text; tone: 'attention' | 'done' }>;

export type Resolution = keyof typeof resolutions;
export const resolutionNames = Object.keys(resolutions) as [Resolution, ...Resolution[]];
export type Settled = Exclude<Resolution, 'open'>;
export const settledNames = resolutionNames.filter((name): name is Settled => name !== 'open') as [Settled, ...Settled[]];

export type DifferenceAction = 'settle' | 'reopen';

/** A settled difference may be settled anew, since a later document can overrule; only a settled one is reopened. */
export function allowedActions(resolution: Resolution, permits: ReadonlySet<string>): DifferenceAction[] {
  if (!permits.has('plan.settle')) return [];
  return resolution === 'open' ? ['settle'] : ['settle', 'reopen'];
}
