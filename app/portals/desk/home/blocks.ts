import { cellBlock, differencesOpen, entriesReturned, entriesToAccept, entriesToReview, taskBlocks, type Reach } from './steering.ts';
import type { Block } from './block.ts';

/** The work list beside the cockpit: what is late or falls soon, then what waits for a decision. */
export const workOfCity = (reach: Reach): Block[] => [
  ...taskBlocks(reach),
  cellBlock(reach),
  entriesToReview(reach),
  entriesToAccept(reach),
  ...(reach.region === undefined ? [differencesOpen()] : []),
];

const whole: Reach = { region: undefined };

/** What the first page shows to each role, in the order of its work. */
export const blocksOfRole: Readonly<Record<string, () => readonly Block[]>> = {
  'responsible-body': () => [...taskBlocks(whole), entriesReturned(whole)],
};
