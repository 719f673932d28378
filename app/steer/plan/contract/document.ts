import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';

/**
 * A city's metrology plan as a file: every printed sentence once, and records that point at sentences.
 * What a sentence says is never written a second time; clauses, titles and texts are read from the sentences by `rules/clauses.ts`.
 */
export const Bilingual = z.tuple([z.string().min(1), z.string().min(1)]).meta({ description: 'Chinese, English' });
export type Bilingual = z.infer<typeof Bilingual>;

const Key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/);
/** H: from the document or the law itself; M: likely; L: a guess that must be confirmed. */
export const Confidence = z.enum(['H', 'M', 'L']);
export type Confidence = z.infer<typeof Confidence>;

export const Sentence = z.object({
  id: Key,
  clause: z.string().min(1).meta({ description: 'where it stands: 通知, 题, 序, 一, 二（三）, 附件, 附件1' }),
  text: z.string().min(1).meta({ description: 'as printed, page breaks and white space joined' }),
  textEn: z.string().min(1).optional(),
});
export type Sentence = z.infer<typeof Sentence>;

export const PlanRegion = z.object({
  code: z
    .string()
    .regex(/^\d{6}$/)
    .meta({ description: 'GB/T 2260' }),
  level: z.enum(['city', 'county']),
  name: Bilingual,
  annexName: z.string().min(1).meta({ description: 'how the annex prints, or would print, the region' }),
});
export type PlanRegion = z.infer<typeof PlanRegion>;

export const Body = z.object({
  id: Key,
  name: z.string().min(1).meta({ description: 'as printed' }),
  nameEn: z.string().min(1).optional(),
  successors: z.array(z.object({ name: Bilingual, from: Day.nullable(), confidence: Confidence, source: z.string().min(1) })).optional(),
});
export type Body = z.infer<typeof Body>;

export const EntryKind = z.enum([
  'committee',
  'talent',
  'team',
  'project',
  'patent',
  'laboratory',
  'centre',
  'park',
  'cultureBase',
  'demonstrationCounty',
  'standard',
  'commitment',
  'service',
]);
export type EntryKind = z.infer<typeof EntryKind>;
export const Level = z.enum(['city', 'province', 'ministry', 'national']);
export type Level = z.infer<typeof Level>;
/** 批准筹建 → 建设 → 验收 → 授牌 */
export const Milestone = z.enum(['approval', 'construction', 'acceptance', 'designation']);
export type Milestone = z.infer<typeof Milestone>;

export const Counting = z.discriminatedUnion('rule', [
  z.object({
    rule: z.literal('entries'),
    kind: EntryKind,
    where: z
      .object({
        level: z.array(Level).min(1).optional(),
        programme: z.string().optional(),
        centre: z.string().optional(),
        field: z.string().optional(),
        sector: z.string().optional(),
      })
      .optional(),
    distinct: z.literal('subject').meta({ description: 'one person, patent, enterprise … counts once however many records name it' }),
    countsWhen: z
      .enum(['accepted', 'designated'])
      .meta({ description: 'accepted and neither lapsed nor withdrawn on the day; designated: 授牌 as well' }),
    window: z
      .enum(['stock', 'period'])
      .meta({ description: 'stock: whatever holds on the day; period: only what was obtained within the plan period' }),
  }),
  z.object({ rule: z.literal('measurementStandards') }).meta({
    description: 'public measurement standards that hold on the day, by certificate number over dossiers and entries of the register',
  }),
  z.object({ rule: z.literal('cells'), list: Key }),
  z.object({ rule: z.literal('catalogueCoverage') }),
  z.object({ rule: z.literal('demandServed') }),
]);
export type Counting = z.infer<typeof Counting>;

export const PlanIndicator = z.object({
  id: Key,
  title: Bilingual,
  target: z.number().positive(),
  direction: z.enum(['at-least', 'exactly']),
  unit: Bilingual,
  due: Day,
  strength: z.enum(['firm', 'strive']),
  sentence: Key,
  phrase: z.string().min(1).meta({ description: 'the printed words that set the target; they occur in the sentence' }),
  subject: z.string().min(1).meta({ description: 'the printed name of what is counted; it occurs in the phrase' }),
  counting: Counting,
  method: Bilingual.meta({ description: 'who counts, which document proves one unit, what a lapse does' }),
  undecided: z.array(z.object({ question: Bilingual, confidence: Confidence })).optional(),
  milestones: z.array(Milestone).optional(),
});
export type PlanIndicator = z.infer<typeof PlanIndicator>;

export const Goal = z.object({ id: Key, clause: z.string().min(1), indicators: z.array(PlanIndicator) });
export type Goal = z.infer<typeof Goal>;
/** Bodies in the printed order; the first is not the lead. */
export const Task = z.object({ id: Key, clause: z.string().min(1), bodies: z.array(Key) });
export type Task = z.infer<typeof Task>;

export const Definition = z.object({
  id: Key,
  phrase: z.string().min(1),
  sentence: Key,
  kind: z.enum(['rank', 'coverage', 'completion', 'deliverable', 'term']),
  question: Bilingual,
  status: z.literal('undefined'),
});
export type Definition = z.infer<typeof Definition>;

export const AnnexItem = z.object({
  id: Key,
  mark: z.string().min(1),
  name: z.string().min(1).meta({ description: 'as printed' }),
  nameEn: z.string().min(1).optional(),
  aliases: z.array(z.string().min(1)).optional(),
});
export type AnnexItem = z.infer<typeof AnnexItem>;

export const AnnexRow = z.object({
  items: z.string().optional().meta({ description: 'what this row prints in the spanned column of item names, when anything' }),
  cells: z.array(z.string()).length(4).meta({ description: 'exactly as printed under the four headings; a blank cell is ""' }),
});
export type AnnexRow = z.infer<typeof AnnexRow>;

export const AnnexTable = z.object({
  id: Key,
  heading: Key.meta({ description: 'the sentence that heads the table' }),
  note: Key.nullable().meta({ description: 'the sentence printed under the table' }),
  itemsHeader: z.string().min(1),
  header: z.array(z.string().min(1)).length(4).meta({ description: 'region, required, done, open, as printed' }),
  items: z.array(AnnexItem).min(1),
  rows: z.array(AnnexRow).min(1),
  total: AnnexRow.nullable(),
});
export type AnnexTable = z.infer<typeof AnnexTable>;

export const PlanDocument = z.object({
  id: Key,
  city: z.object({ code: z.string().regex(/^\d{6}$/), name: Bilingual }),
  title: Bilingual,
  documentNumber: z.string().min(1),
  issuedBy: z.string().min(1),
  issuedOn: Day,
  period: z.object({ from: Day, to: Day }),
  baseline: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .meta({ description: 'the month in which the printed "done" figures held' }),
  regions: z.array(PlanRegion).min(1).meta({ description: 'in the fixed order of the city' }),
  sentences: z.array(Sentence),
  bodies: z.array(Body),
  goals: z.array(Goal),
  tasks: z.array(Task),
  safeguards: z.array(Task),
  definitions: z.array(Definition),
  tables: z.array(AnnexTable),
});
export type PlanDocument = z.infer<typeof PlanDocument>;
