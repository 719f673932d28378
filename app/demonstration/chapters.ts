import type { Text } from '../kernel/text.ts';
import { openRegisters } from './chapters/opening-stock.ts';
import type { Stage } from './stage.ts';

export type Chapter = { readonly title: Text; readonly play: (stage: Stage) => Promise<void> };

/** The chapters in the order in which they are played. */
export const chapters: readonly Chapter[] = [
  { title: ['演示：存量建账', 'Demonstration: opening stock'], play: openRegisters },
];
