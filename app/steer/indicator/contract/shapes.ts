import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { id } from '../../../kernel/id.ts';
import { FileCard } from '../../../register/file/contract.ts';
import { measureNames } from '../rules/denominator/words.ts';
import { indicatorStateNames, publicationModeNames, publicationSubjectNames, recordVerdictNames } from '../rules/states.ts';

export const SnapshotId = id('indicatorSnapshot');
export const IndicatorId = z
  .string()
  .regex(/^[A-Z]\d+-\d+$/)
  .meta({ description: 'G1-1 … G4-4' });
export const Words = z.tuple([z.string(), z.string()]).meta({ description: 'Chinese, English' });
export const RegionCode = z.string().regex(/^\d{6}$/);
export const State = z.enum(indicatorStateNames);
export const Subject = z.enum(publicationSubjectNames);
export const Mode = z.enum(publicationModeNames);

export const Basis = z
  .object({ document: z.number().int(), opening: z.number().int(), records: z.number().int() })
  .meta({ description: 'how many units rest on the document’s own baseline, on opening stock, on records' });

export const Forecast = z
  .object({ per30Days: z.number(), atDue: z.number().int(), reachesOn: Day.nullable() })
  .meta({ description: 'the run rate; only before the due day and only for what is counted one by one' });

export const PassedMilestone = z.object({ phase: z.string(), day: Day, documentNumber: z.string().nullable() });

/** A share as it is counted and as it is shown. */
export const Measured = z.object({ value: z.number(), numerator: z.number().int(), denominator: z.number().int() });
export type Measured = z.infer<typeof Measured>;

const Shares = z
  .object({
    version: z.number().int().meta({ description: 'of the denominator that holds on the day; 0: the method of the plan, not decided' }),
    statement: Words,
    reported: z.enum(measureNames),
    judgedBy: z
      .number()
      .int()
      .nullable()
      .default(null)
      .meta({ description: 'past the due day: the version that held on it, by which the state is judged, where it is another' }),
    unweighted: Measured.nullable(),
    weighted: Measured.nullable(),
    unknownDemand: z.number().int(),
  })
  .meta({ description: 'of a share: its denominator and both figures' });

export const Indicator = z.object({
  id: IndicatorId,
  goal: z.string(),
  clause: z.string(),
  title: Words,
  target: z.number(),
  direction: z.enum(['at-least', 'exactly']),
  unit: Words,
  due: Day,
  strength: z.enum(['firm', 'strive']),
  rule: z.enum(['entries', 'measurementStandards', 'cells', 'catalogueCoverage', 'demandServed']),
  value: z.number().nullable().meta({ description: 'null: nothing is recorded, which is not zero' }),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  valueAtDue: z.number().nullable(),
  state: State,
  reachedOn: Day.nullable(),
  basis: Basis.nullable(),
  basisText: Words,
  note: Words.nullable().meta({ description: 'why there is no value' }),
  milestones: z.array(z.string()).nullable(),
  passed: z.array(PassedMilestone),
  forecast: Forecast.nullable(),
  method: Words,
  shares: Shares.nullable(),
});
export type Indicator = z.infer<typeof Indicator>;

export const Target = z.object({
  id: z.uuid(),
  indicator: IndicatorId,
  region: RegionCode,
  year: z.number().int(),
  amount: z.number(),
  documentNumber: z.string(),
  files: z.array(FileCard),
  reason: z.string(),
  person: z.string().nullable(),
  recordedAt: Instant,
});
export type Target = z.infer<typeof Target>;

export const RegionFigure = z.object({
  code: RegionCode,
  name: Words,
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  unweighted: Measured.nullable(),
  weighted: Measured.nullable(),
  target: z.number().nullable().meta({ description: 'the last amount of the breakdown' }),
  targetYear: z.number().int().nullable(),
});

export const IndicatorPage = Indicator.extend({
  quote: z.object({ clause: z.string(), text: z.string(), textEn: z.string().nullable(), phrase: z.string() }),
  undecided: z.array(z.object({ question: Words, confidence: z.string() })),
  series: z.array(z.object({ day: Day, value: z.number().nullable() })),
  denominators: z
    .array(z.object({ version: z.number().int(), from: Day }))
    .meta({ description: 'of a share: the versions that took over within the series, each from its day' }),
  counties: z.array(RegionFigure),
  asOf: Day,
  knownAt: Instant,
  recordKind: z.string().nullable().meta({ description: 'kind of register entry that it counts' }),
  list: z.string().nullable().meta({ description: 'the list of the annex whose cells it counts' }),
  mayDecide: z.boolean().meta({ description: 'whether the caller may decide on its denominator' }),
});
export type IndicatorPage = z.infer<typeof IndicatorPage>;

export const RecordRow = z.object({
  id: z.string(),
  source: z.enum(['entry', 'dossier', 'cell', 'request']),
  title: z.string(),
  documentNumber: z.string().nullable(),
  organization: z.string().nullable(),
  region: RegionCode,
  level: z.string().nullable(),
  since: Day.nullable(),
  until: Day.nullable(),
  verdict: z.enum(recordVerdictNames),
  basis: z.enum(['document', 'opening', 'record']),
  again: z.boolean().meta({ description: 'another record of a subject that counts already' }),
  parent: z.string().nullable().meta({ description: 'the record’s own page: entry, cell or request' }),
});
export type RecordRow = z.infer<typeof RecordRow>;

export const Publication = z.object({
  subject: Subject,
  mode: Mode,
  snapshot: z.object({ id: SnapshotId, title: z.string(), asOf: Day }).nullable(),
  documentNumber: z.string().nullable(),
  reason: z.string().nullable(),
  person: z.string().nullable(),
  recordedAt: Instant.nullable(),
});
export type Publication = z.infer<typeof Publication>;

export const FrozenFigure = z.object({
  id: IndicatorId,
  title: Words,
  unit: Words,
  target: z.number(),
  due: Day,
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  valueAtDue: z.number().nullable(),
  state: State,
  reachedOn: Day.nullable(),
  basis: Basis.nullable(),
  method: z.string(),
  records: z.string().meta({ description: 'SHA-256 of the records it rests on' }),
  shares: Shares.optional().meta({ description: 'of a share; snapshots before there were versions of denominators have none' }),
});
export type FrozenFigure = z.infer<typeof FrozenFigure>;

export const SnapshotContent = z.object({
  plan: z.string(),
  documentNumber: z.string(),
  asOf: Day,
  knownAt: Instant,
  figures: z.array(FrozenFigure),
  cells: z.array(
    z.object({
      list: z.string(),
      region: RegionCode,
      item: z.string(),
      state: z.string().nullable(),
      since: Day.nullable(),
      basis: z.string().nullable(),
    }),
  ),
});
export type SnapshotContent = z.infer<typeof SnapshotContent>;

export const SnapshotCard = z.object({
  id: SnapshotId,
  title: z.string(),
  asOf: Day,
  knownAt: Instant,
  digest: z.string(),
  reason: z.string(),
  person: z.string().nullable(),
  recordedAt: Instant,
  demonstration: z.boolean(),
});
export type SnapshotCard = z.infer<typeof SnapshotCard>;

export const SnapshotPage = SnapshotCard.extend({ content: SnapshotContent });
export type SnapshotPage = z.infer<typeof SnapshotPage>;

export const Comparison = z.object({
  intact: z.boolean().meta({ description: 'the content still has the digest under which it was frozen' }),
  digest: z.string().meta({ description: 'digest of the recomputed content' }),
  differences: z.array(
    z.object({
      indicator: z.string(),
      field: z.enum(['value', 'state', 'target', 'method', 'records', 'denominator', 'absent', 'cell']),
      frozen: z.string().nullable(),
      recomputed: z.string().nullable(),
    }),
  ),
});
export type Comparison = z.infer<typeof Comparison>;
