import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { id } from '../../../kernel/id.ts';
import { confidenceNames, generalParameterNames, itemParameterNames } from '../rules/assumption.ts';
import { progressStateNames, verdictNames, versionStateNames } from '../rules/life-cycle.ts';
import { interimNames, optionNames } from '../rules/scenario.ts';

export const ScenarioId = id('provisionScenario');
export const VersionId = id('provisionVersion');
export const Month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
  .meta({ description: 'a month, YYYY-MM' });
const Name = z.tuple([z.string(), z.string()]).meta({ description: 'Chinese, English' });
export const Region = z.string().regex(/^\d{6}$/);
export const Item = z.string().regex(/^[A-Z]\d{1,2}$/);
const amount = z.number().min(0).max(1_000_000_000);
const List = z.enum(['basic', 'enhanced', 'demand']);
const Year = z.number().int().min(2000).max(2099);

const Rule = z.object({ region: Region, item: Item, option: z.enum([...optionNames, 'none']) });
const CostName = z.object({
  item: Item.nullable().meta({ description: 'null: it holds for all items' }),
  parameter: z.enum([...itemParameterNames, ...generalParameterNames] as [string, ...string[]]),
});
const Target = z.object({ list: List, percent: z.number().min(0).max(100), month: Month });

/** What a person sets. */
export const Setting = z.object({
  from: Month,
  months: z.number().int().min(1).max(60),
  targets: z.array(Target).max(10),
  budgets: z.array(z.object({ year: Year, yuan: amount })).max(10),
  people: z.number().int().min(0).max(1000).nullable(),
  examinationsPerMonth: z.number().int().min(0).max(1000).nullable(),
  visitsPerMonth: z.number().min(0).max(10_000).nullable(),
  authorisable: z.array(Item).max(40),
  forced: z.array(Rule).max(200),
  forbidden: z.array(Rule).max(200),
  costs: z.array(CostName.extend({ amount })).max(400).meta({ description: 'figures that hold in this scenario only: what if' }),
  demand: z
    .array(z.object({ region: Region, item: Item, instruments: z.number().int().min(0).max(10_000_000) }))
    .max(200)
    .default([])
    .meta({ description: 'instruments in use that are supposed in this scenario only: what if' }),
});
export type Setting = z.infer<typeof Setting>;

export const Cost = CostName.extend({
  amount,
  source: z.string(),
  confidence: z.enum(confidenceNames),
  person: z.string().nullable(),
  recordedAt: Instant.nullable(),
});
export type Cost = z.infer<typeof Cost>;
export const CostToRecord = CostName.extend({
  amount,
  source: z.string().trim().min(2).max(300),
  confidence: z.enum(confidenceNames),
});

const Group = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('target'), target: Target }),
  z.object({ kind: z.literal('budget'), year: Year }),
  z.object({ kind: z.literal('people'), region: Region }),
  z.object({ kind: z.literal('examinations') }),
  z.object({ kind: z.literal('visits') }),
  z.object({ kind: z.literal('forced'), region: Region, item: Item }),
]);

export const Choice = z.object({
  region: Region,
  item: Item,
  option: z.enum(optionNames).nullable().meta({ description: 'null: no target asks for it, and closing it costs more than covering it' }),
  begins: Month.nullable(),
  inPlace: Month.nullable().meta({ description: 'in place from the end of this month' }),
  capital: z.number(),
  running: z.number(),
  instruments: z.number().int().nullable(),
  interim: z
    .array(
      z.object({
        kind: z.enum(interimNames),
        by: Region.nullable(),
        from: Month,
        until: Month,
        yuan: z.number(),
        kilometres: z.number(),
      }),
    )
    .meta({ description: 'who serves until then, one after the other; it never counts as in place' }),
  reasons: z.object({
    others: z.array(
      z.object({
        option: z.enum(optionNames),
        more: z.number().nullable(),
        breaks: z.array(Group),
        absent: z.enum(['not-authorisable', 'forbidden', 'too-long']).nullable(),
      }),
    ),
    notEarlier: z.array(Group),
    earlierCosts: z.number().nullable(),
    neededFor: z.array(Group),
    openCosts: z.number().nullable(),
    mobileFull: Month.nullable().meta({ description: 'the last month before the mobile laboratory comes, in which it has no visit left' }),
  }),
  progress: z.enum(progressStateNames),
  stateNow: z.string().nullable(),
});
export type Choice = z.infer<typeof Choice>;

export const VersionCard = z.object({
  id: VersionId,
  number: z.number().int(),
  note: z.string().nullable(),
  state: z.enum(versionStateNames),
  person: z.string().nullable(),
  recordedAt: Instant,
  yuan: z.number().nullable(),
  kilometres: z.number().nullable(),
  gap: z.number().nullable().meta({ description: 'how far from the best it may be, as a share; 0: proven best' }),
});
export type VersionCard = z.infer<typeof VersionCard>;

export const ScenarioCard = z.object({
  id: ScenarioId,
  name: z.string(),
  note: z.string().nullable(),
  person: z.string().nullable(),
  recordedAt: Instant,
  latest: VersionCard,
  adopted: z.boolean(),
  demonstration: z.boolean(),
});

export const Adoption = z.object({
  version: z.number().int(),
  verdict: z.enum(verdictNames),
  documentNumber: z.string(),
  reason: z.string(),
  supposedReason: z.string().nullable().meta({ description: 'why figures that are no records were accepted' }),
  person: z.string().nullable(),
  recordedAt: Instant,
});

/** Figures of a scenario that are no records, beside what was recorded when it was solved. */
export const Supposed = z.object({
  costs: z.array(CostName.extend({ amount, recorded: amount, confidence: z.enum(confidenceNames) })),
  demand: z.array(z.object({ region: Region, item: Item, instruments: z.number().int(), recorded: z.number().int().nullable() })),
});
export type Supposed = z.infer<typeof Supposed>;

export const ScenarioPage = z.object({
  id: ScenarioId,
  name: z.string(),
  note: z.string().nullable(),
  versions: z.array(VersionCard),
  version: VersionCard,
  setting: Setting,
  documentTargets: z.array(z.object({ list: z.string(), due: Day })).meta({ description: 'the dates as the plan document gives them' }),
  items: z.array(z.object({ id: Item, mark: z.string(), name: Name, list: z.string() })),
  counties: z.array(z.object({ code: Region, name: Name })),
  gapCount: z.number().int(),
  unrecordedDemand: z.number().int().meta({ description: 'gaps of which the ledger holds no instrument: not recorded, not zero' }),
  assumed: z.array(Cost).meta({ description: 'figures used here that nobody has confirmed: a plan on them cannot be adopted' }),
  supposed: Supposed.meta({
    description: 'what this scenario supposes instead of what is recorded: adopting it needs a reason of its own',
  }),
  assumedDistances: z.boolean(),
  solver: z.string().nullable(),
  seconds: z.number().nullable(),
  choices: z.array(Choice),
  budgetUse: z.array(z.object({ year: Year, yuan: z.number(), limit: z.number().nullable() })),
  conflict: z
    .object({
      isMinimal: z.boolean(),
      groups: z.array(z.object({ group: Group, relief: z.number().nullable() })),
    })
    .nullable(),
  adoptions: z.array(Adoption),
  mayPlan: z.boolean(),
});
export type ScenarioPage = z.infer<typeof ScenarioPage>;

export const Basis = z.object({
  setting: Setting.meta({ description: 'what a new scenario starts with' }),
  items: z.array(z.object({ id: Item, mark: z.string(), name: Name, list: z.string() })),
  counties: z.array(z.object({ code: Region, name: Name })),
  gaps: z.array(
    z.object({ region: Region, item: Item, list: z.string(), instruments: z.number().int().nullable(), toHub: z.number().nullable() }),
  ),
  costs: z.array(Cost),
  documentTargets: z.array(z.object({ list: z.string(), due: Day })),
  mayPlan: z.boolean(),
});
export type Basis = z.infer<typeof Basis>;
