import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { FileId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { FileCard } from '../../../register/file/contract.ts';
import {
  catalogueLevelNames,
  denominatorSetNames,
  denominatorStateNames,
  demandWeightNames,
  itemVerdictNames,
  measureNames,
} from '../rules/denominator/words.ts';
import { indicatorProblems } from './problems.ts';
import { IndicatorId, Measured, RegionCode, Words } from './shapes.ts';

export const DenominatorId = z.uuid();
const version = z.number().int().min(0).meta({ description: 'counted from 1; 0 is the method of the plan, on which nobody has decided' });

const Figures = z.object({
  unweighted: Measured.nullable(),
  weighted: Measured.nullable(),
  unknownDemand: z.number().int().meta({ description: 'items that the weighted figure leaves out, because nobody knows their demand' }),
});
export type Figures = z.infer<typeof Figures>;

const chosenParts = {
  chosen: z.enum(denominatorSetNames),
  catalogue: z.string().max(60).nullable().meta({ description: 'id of the edition of the catalogue' }),
  level: z.enum(catalogueLevelNames).nullable(),
  weight: z.enum(demandWeightNames).nullable(),
  months: z.number().int().min(1).max(120).nullable().meta({ description: 'the period up to the day; null: since the beginning' }),
  threshold: z
    .number()
    .int()
    .min(1)
    .max(100)
    .nullable()
    .meta({ description: 'percent of a kind that must be served for it to count, unweighted' }),
  reported: z.enum(measureNames),
};

export const DenominatorVersion = z.object({
  ...chosenParts,
  id: DenominatorId.nullable(),
  version,
  edition: Words.nullable(),
  entries: z.array(z.string()).meta({ description: 'numbers of the catalogue that it names or takes from its edition' }),
  statement: Words,
  holdsFrom: Day.nullable().meta({ description: 'null: every day before the next version' }),
  holdsUntil: Day.nullable().meta({ description: 'last day; null: open' }),
  state: z.enum(denominatorStateNames),
  documentNumber: z.string().nullable(),
  files: z.array(FileCard),
  reason: z.string().nullable(),
  person: z.string().nullable(),
  recordedAt: Instant.nullable(),
  effect: z
    .object({ asOf: Day, before: Figures.nullable(), after: Figures })
    .nullable()
    .meta({ description: 'what was shown when it was decided' }),
  figures: Figures.nullable().meta({ description: 'what the records of the day give under this version; null: nothing is recorded' }),
});
export type DenominatorVersion = z.infer<typeof DenominatorVersion>;

export const DenominatorItem = z.object({
  key: z.string().meta({ description: 'number of the catalogue, or kind of instrument' }),
  name: Words.nullable(),
  entry: Words.nullable().meta({ description: 'the first-level entry of a second-level number' }),
  kinds: z.array(z.object({ kind: z.string(), name: Words })),
  verdict: z.enum(itemVerdictNames),
  inDenominator: z.boolean(),
  counts: z.boolean(),
  demand: z.number().int().nullable().meta({ description: 'instruments by which it is weighted; null: not known' }),
  met: z.number().int().nullable(),
  evidence: z.array(z.object({ id: z.string(), title: z.string(), organization: z.string(), region: RegionCode, until: Day.nullable() })),
});
export type DenominatorItem = z.infer<typeof DenominatorItem>;

const Change = z.object({
  key: z.string(),
  name: Words.nullable(),
  before: z.enum(itemVerdictNames).nullable(),
  after: z.enum(itemVerdictNames).nullable(),
});

export const DenominatorPreview = z.object({
  asOf: Day,
  statement: Words,
  holding: z.object({ version, statement: Words, reported: z.enum(measureNames), figures: Figures.nullable() }).nullable(),
  proposed: Figures.nullable(),
  reported: z.enum(measureNames),
  inDenominator: z.number().int(),
  entering: z.array(Change),
  leaving: z.array(Change),
  judged: z.array(Change).meta({ description: 'in both, but covered or satisfied in only one' }),
  unknownNumbers: z.array(z.string()).meta({ description: 'listed numbers that do not stand in the edition' }),
  counties: z.array(z.object({ code: RegionCode, name: Words, before: Figures.nullable(), after: Figures.nullable() })),
});
export type DenominatorPreview = z.infer<typeof DenominatorPreview>;

const one = z.object({ id: IndicatorId });
const at = {
  asOf: Day.optional().meta({ description: 'the day of the figures; today when left out' }),
  knownAt: Instant.optional().meta({ description: 'what was known then; now when left out' }),
};
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most).optional();
const entries = z.array(z.string().trim().min(1).max(20)).max(1000).default([]);
const { noDenominator, otherSet, denominatorIncomplete, catalogueMissing, emptyDenominator, passedDay, sameDenominator, versionMissing } =
  indicatorProblems;

export const denominatorEndpoints = {
  listDenominators: endpoint({
    method: 'GET',
    path: '/plan/indicators/:id/denominators',
    permit: 'indicator.read',
    rows: 'shared',
    summary: ['分母口径沿革：各版及按该版计算的数', 'Every version of a denominator, with the figures of the day under each'],
    params: one,
    query: z.object(at),
    reply: z.object({
      id: IndicatorId,
      title: Words,
      rule: z.enum(['catalogueCoverage', 'demandServed']),
      target: z.number(),
      unit: Words,
      asOf: Day,
      knownAt: Instant,
      mayDecide: z.boolean(),
      earliestDay: Day.meta({ description: 'the first day from which a version decided now may hold' }),
      sets: z.array(z.enum(denominatorSetNames)),
      catalogues: z.array(z.object({ id: z.string(), title: Words, numbering: z.enum(['working', 'official']), complete: z.boolean() })),
      versions: z.array(DenominatorVersion),
    }),
    problems: [noDenominator],
  }),
  previewDenominator: endpoint({
    method: 'GET',
    path: '/plan/indicators/:id/denominator-proposal',
    permit: 'indicator.read',
    rows: 'shared',
    summary: [
      '预看一种分母口径：数值、进出的项目与分县变化',
      'What another denominator would give: figures, what enters and leaves, by county',
    ],
    params: one,
    query: z.object({
      ...at,
      chosen: z.enum(denominatorSetNames),
      catalogue: z.string().max(60).optional(),
      level: z.enum(catalogueLevelNames).optional(),
      entries: z.string().max(8000).optional().meta({ description: 'numbers, parted by commas' }),
      weight: z.enum(demandWeightNames).optional(),
      months: whole(1, 120),
      threshold: whole(1, 100),
      reported: z.enum(measureNames).default('unweighted'),
    }),
    reply: DenominatorPreview,
    problems: [noDenominator, otherSet, denominatorIncomplete, catalogueMissing],
  }),
  decideDenominator: endpoint({
    method: 'POST',
    path: '/plan/indicators/:id/denominators',
    permit: 'indicator.publish',
    rows: 'shared',
    summary: ['决定分母口径的一版（文号为据，自某日起施行）', 'Decide a version of a denominator, by document, from a day on'],
    params: one,
    body: z.object({
      chosen: chosenParts.chosen,
      catalogue: chosenParts.catalogue.default(null),
      level: chosenParts.level.default(null),
      entries,
      weight: chosenParts.weight.default(null),
      months: chosenParts.months.default(null),
      threshold: chosenParts.threshold.default(null),
      reported: chosenParts.reported,
      holdsFrom: Day,
      documentNumber: z.string().trim().min(2).max(100),
      files: z.array(FileId).max(10).default([]),
      reason: z.string().trim().min(2).max(500),
    }),
    reply: DenominatorVersion,
    problems: [noDenominator, otherSet, denominatorIncomplete, catalogueMissing, emptyDenominator, passedDay, sameDenominator],
  }),
  listDenominatorItems: endpoint({
    method: 'GET',
    path: '/plan/indicators/:id/denominator-items',
    permit: 'indicator.read',
    rows: 'shared',
    summary: ['分母各项：计入与不计入的及其原因', 'The items of a denominator, what counts and what does not and why'],
    params: one,
    query: z.object({
      ...listQuery,
      ...at,
      version: whole(0, 9999).meta({ description: 'which version; the one that holds on the day when left out' }),
      region: RegionCode.optional(),
      verdict: z.enum(itemVerdictNames).optional(),
      counts: z.enum(['true', 'false']).optional(),
      inside: z.enum(['true', 'false']).optional().meta({ description: 'whether it stands in the denominator' }),
    }),
    reply: pageOf(DenominatorItem),
    problems: [noDenominator, versionMissing],
  }),
  exportDenominator: endpoint({
    method: 'GET',
    path: '/plan/indicators/:id/denominators/export',
    permit: 'indicator.read',
    rows: 'shared',
    summary: ['导出口径沿革、分母各项与分县数（xlsx）', 'Versions, items and counties of a denominator as a workbook'],
    params: one,
    query: z.object({ ...at, version: whole(0, 9999) }),
    reply: 'file',
    problems: [noDenominator, versionMissing],
  }),
};
