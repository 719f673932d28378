import { z } from 'zod';
import { Bilingual } from './document.ts';

/** What kind of disagreement was found inside a plan document. */
export const FindingRule = z.enum(['sum', 'difference', 'shifted', 'missing', 'count', 'name', 'absent']).meta({
  description:
    'sum: a total against its rows; difference: required − done against open, or one quantity printed with two figures; shifted: a row printed under the wrong headings; missing: an empty cell; count: a number against the list it counts; name: two wordings of one thing; absent: in one place of the document and not in the other',
});
export type FindingRule = z.infer<typeof FindingRule>;

export const Finding = z.object({
  id: z.string().meta({ description: 'stable: made of source, row, column and rule' }),
  source: z.string().meta({ description: 'the table (basic, enhanced) or the clause (二（二）) in which it stands' }),
  row: z.string().meta({ description: 'the region as printed, 合计, 注, an indicator or a task' }),
  column: z.string().meta({ description: 'required, done, open, region, item, target, wording …' }),
  printed: z
    .string()
    .nullable()
    .meta({ description: 'what stands in that column as printed; "" is a blank cell, null where there is no cell' }),
  recomputed: z.string().nullable().meta({ description: 'what the rest of the document gives; null when nothing can be computed' }),
  rule: FindingRule,
  aligned: z.string().nullable().meta({ description: 'what stands there once a shift of the row is undone' }),
  text: Bilingual,
});
export type Finding = z.infer<typeof Finding>;
