import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import type { Confidence } from '@tongheng/procedures/edition';
import type { Text } from '../../../kernel/text.ts';
import { rangeVerdicts, type RangeVerdict } from '../rules/edge.ts';
import { standings, type Standing } from '../rules/graph.ts';
import type { RatioVerdict } from '../rules/ratio.ts';
import { stepVerdicts, type StepVerdict } from '../rules/tier.ts';

export const standingTags: StateTable<Standing> = {
  whole: { text: standings.whole, tone: 'done' },
  open: { text: standings.open, tone: 'attention' },
  broken: { text: standings.broken, tone: 'bad' },
};

export const stepTags: StateTable<StepVerdict> = {
  next: { text: stepVerdicts.next, tone: 'done' },
  ordered: { text: stepVerdicts.ordered, tone: 'done' },
  skipped: { text: stepVerdicts.skipped, tone: 'attention' },
  turned: { text: stepVerdicts.turned, tone: 'bad' },
  unknown: { text: stepVerdicts.unknown, tone: 'ended' },
};
export const ratioTags: StateTable<RatioVerdict> = {
  met: { text: ['满足', 'Met'], tone: 'done' },
  'not-met': { text: ['不满足', 'Not met'], tone: 'bad' },
  'not-judged': { text: ['未判定', 'Not judged'], tone: 'ended' },
};
export const rangeTags: StateTable<RangeVerdict> = {
  inside: { text: rangeVerdicts.inside, tone: 'done' },
  outside: { text: rangeVerdicts.outside, tone: 'bad' },
  partly: { text: rangeVerdicts.partly, tone: 'attention' },
  open: { text: rangeVerdicts.open, tone: 'ended' },
};

export const confidences: Readonly<Record<Confidence, Text>> = {
  found: ['见于公开来源', 'found in a public source'],
  high: ['高', 'high'],
  medium: ['中', 'medium'],
  low: ['低', 'low'],
  unknown: ['不明', 'unknown'],
};
