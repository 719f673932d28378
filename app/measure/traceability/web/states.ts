import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { standings, type Standing } from '../rules/graph.ts';

export const standingTags: StateTable<Standing> = {
  whole: { text: standings.whole, tone: 'done' },
  open: { text: standings.open, tone: 'attention' },
  broken: { text: standings.broken, tone: 'bad' },
};
