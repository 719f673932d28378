import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { id } from '../../../kernel/id.ts';
import { StandardId } from '../../standard/contract/shapes.ts';
import {
  checkCriterionNames,
  dueStateNames,
  findingOutcomeNames,
  performanceKindNames,
  performanceVerdictNames,
  stabilityMethodNames,
  stabilityPhaseNames,
  valueUseNames,
  verificationMethodNames,
} from '../rules/performance.ts';

export const PerformanceRecordId = id('performance record');
export const CheckPlanId = id('check plan');

export const decimalText = z.string().trim().min(1).max(40).meta({ description: 'a decimal as typed, with its zeros' });
const reading = decimalText;
export const short = z.string().trim().min(1).max(80);
export const unitText = z.string().trim().max(20).meta({ description: 'empty for the unit one' });
const source = z.string().trim().min(2).max(200);

const Repeatability = z.object({
  kind: z.literal('repeatability'),
  groups: z
    .array(z.array(reading).min(2).max(200))
    .min(1)
    .max(50)
    .meta({ description: 'one group of ten readings or more, or several that are pooled' }),
  reported: decimalText.nullable().default(null).meta({ description: 's of the technical report; null: what the records say' }),
  reportedFrom: source.nullable().default(null),
});

const Stability = z.object({
  kind: z.literal('stability'),
  method: z.enum(stabilityMethodNames),
  phase: z.enum(stabilityPhaseNames),
  use: z.enum(valueUseNames),
  limit: decimalText.nullable().default(null).meta({ description: '|MPE|, or U of the correction' }),
  limitFrom: source.nullable().default(null),
  groups: z.array(z.object({ day: Day, readings: z.array(reading).min(1).max(200) })).max(50),
  previous: z.object({ day: Day, mean: decimalText, from: source }).nullable().default(null),
  stated: z
    .object({ value: decimalText, relation: z.enum(['below', 'at-most']), clause: source })
    .nullable()
    .default(null)
    .meta({ description: 'what a method of the regulation found' }),
});

const Verification = z.object({
  kind: z.literal('verification'),
  method: z.enum(verificationMethodNames),
  own: z.object({ y: decimalText, U: decimalText }),
  k: decimalText,
  others: z
    .array(z.object({ laboratory: z.string().trim().min(2).max(120), y: decimalText, U: decimalText }))
    .min(1)
    .max(50),
});

const IntermediateCheck = z.object({
  kind: z.literal('intermediate-check'),
  plan: CheckPlanId,
  readings: z.array(reading).min(1).max(200),
});

export const PerformanceTest = z.discriminatedUnion('kind', [Repeatability, Stability, Verification, IntermediateCheck]);

export const Conditions = z
  .array(z.object({ quantity: z.string().trim().min(1).max(30), value: decimalText, unit: unitText }))
  .max(12)
  .meta({ description: 'environment as it was read' });

export const RecordBody = {
  testedOn: Day,
  quantity: short,
  point: short,
  unit: unitText,
  objectName: short,
  objectModel: short.nullable().default(null),
  objectNumber: short.nullable().default(null),
  standard: StandardId.nullable().default(null).meta({ description: 'the main equipment that was used' }),
  conditions: Conditions.default([]),
  tester: z.string().trim().min(2).max(40).nullable().default(null).meta({ description: 'who tested, where another person writes it in' }),
  remark: z.string().trim().min(2).max(500).nullable().default(null),
  test: PerformanceTest,
} as const;

const Person = z.object({ name: z.string(), at: Instant });
const Confidence = z.enum(['H', 'M', 'L']);

export const Settlement = Person.extend({ outcome: z.enum(findingOutcomeNames), citation: z.string().nullable(), reason: z.string() });

export const RecordCard = z.object({
  id: PerformanceRecordId,
  kind: z.enum(performanceKindNames),
  testedOn: Day,
  quantity: z.string(),
  point: z.string(),
  unit: z.string(),
  object: z.object({ name: z.string(), model: z.string().nullable(), number: z.string().nullable() }),
  series: z.string(),
  verdict: z.enum(performanceVerdictNames),
  value: z.string().nullable(),
  limit: z.string().nullable(),
  relation: z.enum(['<', '≤']).nullable(),
  corrected: z.boolean().meta({ description: 'another record took its place' }),
  secondPerson: z.boolean().meta({ description: 'counts only when another person has confirmed it' }),
  confirmation: Person.extend({ note: z.string().nullable() }).nullable(),
  settlement: Settlement.nullable(),
  openFinding: z.boolean().meta({ description: 'not met and not settled' }),
  recordedBy: z.string(),
  recordedAt: Instant,
});
export type RecordCard = z.infer<typeof RecordCard>;

export const recordActionNames = ['correct', 'confirm', 'settle'] as const;

export const RecordDetails = RecordCard.extend({
  test: PerformanceTest,
  figures: z.array(z.object({ symbol: z.string(), label: z.string(), value: z.string() })),
  sentences: z.array(z.string()),
  clause: z.string(),
  confidence: Confidence,
  standard: z.object({ id: StandardId, name: z.string(), number: z.string() }).nullable(),
  conditions: z.array(
    z.object({
      quantity: z.string(),
      value: z.string(),
      unit: z.string(),
      within: z.boolean().nullable().meta({ description: 'null: no requirement is recorded' }),
    }),
  ),
  tester: z.string().nullable(),
  remark: z.string().nullable(),
  corrects: PerformanceRecordId.nullable(),
  correctedBy: PerformanceRecordId.nullable(),
  reason: z.string().nullable(),
  agrees: z.boolean().meta({ description: 'computed again from the records as they are now, the verdict is the same' }),
  allowed: z.array(z.enum(recordActionNames)),
  measurementStandard: z.object({ name: z.string(), institute: z.string(), demonstration: z.boolean() }),
});
export type RecordDetails = z.infer<typeof RecordDetails>;

export const CheckPlan = z.object({
  id: CheckPlanId,
  standard: z.object({ id: StandardId, name: z.string(), number: z.string() }),
  objectName: z.string(),
  objectNumber: z.string(),
  quantity: z.string(),
  point: z.string(),
  unit: z.string(),
  criterion: z.enum(checkCriterionNames),
  reference: z.string().nullable(),
  referenceU: z.string().nullable(),
  ownU: z.string().nullable(),
  limit: z.string().nullable(),
  source: z.string(),
  readingsLeast: z.number().int(),
  months: z.number().int(),
  since: Day,
  last: Day.nullable(),
  due: Day.nullable(),
  state: z.enum(dueStateNames),
  end: Person.extend({ reason: z.string() }).nullable(),
});
export type CheckPlan = z.infer<typeof CheckPlan>;

export const PlanBody = {
  standard: StandardId,
  objectName: short,
  objectNumber: short,
  quantity: short,
  point: short,
  unit: unitText,
  criterion: z.enum(checkCriterionNames),
  reference: decimalText.nullable().default(null),
  referenceU: decimalText.nullable().default(null),
  ownU: decimalText.nullable().default(null),
  limit: decimalText.nullable().default(null),
  source,
  readingsLeast: z.number().int().min(1).max(200),
  months: z.number().int().min(1).max(60),
  since: Day,
  replaces: CheckPlanId.nullable().default(null).meta({ description: 'the plan that ends with this one' }),
} as const;

/** A course of values with limits of the engine, ready to draw. */
export const SeriesPanel = z.object({
  statistic: z.string(),
  centre: z.string().nullable(),
  lower: z.string().nullable(),
  upper: z.string().nullable(),
  points: z.array(
    z.object({
      at: z.number().int().nullable(),
      value: z.string(),
      centre: z.string().nullable(),
      lower: z.string().nullable(),
      upper: z.string().nullable(),
      rules: z.array(z.string()),
    }),
  ),
});
export type SeriesPanel = z.infer<typeof SeriesPanel>;

export const Earlier = z.object({
  day: Day,
  mean: z.string().nullable(),
  groups: z.array(z.array(z.string())),
  s: z.string().nullable(),
  limit: z.string().nullable(),
  verdict: z.enum(performanceVerdictNames),
  outcome: z.string().nullable(),
});
