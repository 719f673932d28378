import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import type { Confidence } from '@tongheng/procedures/edition';
import type { Text } from '../../../kernel/text.ts';
import { standings, type Standing } from '../rules/graph.ts';

export const standingTags: StateTable<Standing> = {
  whole: { text: standings.whole, tone: 'done' },
  open: { text: standings.open, tone: 'attention' },
  broken: { text: standings.broken, tone: 'bad' },
};

export const confidences: Readonly<Record<Confidence, Text>> = {
  found: ['见于公开来源', 'found in a public source'],
  high: ['高', 'high'],
  medium: ['中', 'medium'],
  low: ['低', 'low'],
  unknown: ['不明', 'unknown'],
};
