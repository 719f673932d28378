import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { confidenceNames, formNames, modeNames } from '../rules/catalogue.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const Pair = z.tuple([text(300), text(400)]);

const Item = z.strictObject({
  name: Pair,
  /** null: as the entry, or not established. */
  mode: z.enum(modeNames).nullable(),
  form: z.enum(formNames).nullable(),
});

export const CatalogueEntry = z.strictObject({
  number: z.number().int().min(1).max(999).meta({ description: 'official or working number, as `numbering` says' }),
  name: Pair,
  nameConfirmed: z.boolean().meta({ description: 'whether the name was seen in a report on the published catalogue' }),
  nameSource: text(300),
  items: z.array(Item).max(60),
  mode: z.enum(modeNames).nullable(),
  form: z.enum(formNames).nullable(),
  from: Day.nullable().meta({ description: 'first day of this entry where it is later than the edition' }),
  scope: Pair.nullable(),
  note: Pair.nullable(),
  source: text(300),
  confidence: z.enum(confidenceNames),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** One edition of the catalogue 实施强制管理的计量器具目录 as a data file; see data/catalogue. */
export const CatalogueDocument = z.strictObject({
  format: z.literal('catalogue-1'),
  edition: z.string().regex(/^\d{4}(-\d{1,2})?$/),
  title: Pair,
  document: z.strictObject({
    number: text(120),
    published: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
    supersedes: text(120).nullable(),
    source: text(300),
    confidence: z.enum(confidenceNames),
  }),
  inForceFrom: Day.nullable(),
  inForceTo: Day.nullable(),
  numbering: z.enum(['working', 'official']),
  complete: z.boolean(),
  /** How many first and second-level numbers the published catalogue has. */
  official: z
    .strictObject({
      entries: z.number().int().min(1).max(999),
      items: z.number().int().min(1).max(9999),
      source: text(300),
      confidence: z.enum(confidenceNames),
    })
    .nullable(),
  notices: z.array(Pair).max(20),
  entries: z.array(CatalogueEntry).min(1).max(300),
});
export type CatalogueDocument = z.infer<typeof CatalogueDocument>;
