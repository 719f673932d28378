import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { id, OrganizationId, PersonId } from '../../../kernel/id.ts';
import { RequestId, RequestItemId } from '../../../measure/request/contract.ts';
import { verificationKindNames } from '../../../measure/request/rules.ts';
import { requestStepNames } from '../../../measure/request/rules/step.ts';
import { FindingId } from '../../../measure/traceability/contract/impact-shapes.ts';
import { Township, Village } from '../../../register/division/contract.ts';
import { InstrumentId, InstrumentKind } from '../../../register/instrument/contract.ts';
import { PlaceId } from '../../../register/place/contract.ts';
import { placeKindNames } from '../../../register/place/rules.ts';
import { ResourceId } from '../../schedule/contract/shapes.ts';
import { itemOriginNames, proposalKindNames, proposalStateNames, roundActionNames, roundStateNames, roundWayNames } from '../rules.ts';

export const RoundId = id('round');
export type RoundId = z.infer<typeof RoundId>;
export const StopId = id('stop of a round');
export const SlotId = id('slot of a round');
export const RoundItemId = id('round item');
export const ProposalId = id('proposal of a round');

export const Region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });
const orNull = <Shape extends z.ZodType>(shape: Shape) => shape.nullable().default(null);
const Organization = z.object({ id: OrganizationId, name: z.string() });

/** What is gathered: what a failed standard sends to be verified again, named places, or whatever a filter finds. */
export const Demand = z.object({
  finding: orNull(FindingId).meta({
    description: 'what the decisions on this failed standard send to be verified again; nothing else is looked at',
  }),
  places: z.array(PlaceId).max(500).default([]).meta({ description: 'these places; none: by the filter' }),
  region: orNull(Region).meta({ description: 'county or city; with the regions below it' }),
  township: orNull(Township),
  village: orNull(Village),
  placeKinds: z.array(z.enum(placeKindNames)).max(20).default([]).meta({ description: 'only in places of these kinds; none: everywhere' }),
  holder: orNull(OrganizationId).meta({ description: 'only of this holder, as for a lot of meters' }),
  instrumentKinds: z.array(InstrumentKind).max(60).default([]).meta({ description: 'none: all that the institute serves' }),
  dueBy: Day,
  includeNeverVerified: z.boolean().default(true),
});
export type Demand = z.infer<typeof Demand>;

const degrees = (most: number, what: string) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,6})?$/)
    .refine((text) => Math.abs(Number(text)) <= most, { error: `-${most} … ${most}` })
    .meta({ description: `${what} in degrees, CGCS2000` });

export const Setting = z.object({
  from: orNull(Day),
  to: orNull(Day),
  without: z.array(Day).max(200).default([]).meta({ description: 'working days on which nothing is done' }),
  minutesPerDay: z.number().int().min(30).max(720).default(360).meta({ description: 'of a team, travel included' }),
  start: orNull(z.object({ longitude: degrees(180, 'longitude'), latitude: degrees(90, 'latitude'), address: z.string().trim().max(120) })),
  teams: z
    .array(z.object({ van: orNull(ResourceId), persons: z.array(PersonId).max(10).default([]) }))
    .max(20)
    .default([]),
  benches: z
    .array(
      z.object({
        bench: ResourceId,
        minutes: z.number().int().min(30).max(1440).default(420).meta({ description: 'that it works on a day' }),
        positions: z.number().int().min(1).max(1000).default(1).meta({ description: 'instruments in one run, as in a rack of meters' }),
      }),
    )
    .max(20)
    .default([]),
  testers: z.array(PersonId).max(40).default([]).meta({ description: 'who tests at the benches; none: not looked at' }),
  testerMinutes: z.number().int().min(30).max(720).default(420),
  contactName: orNull(z.string().trim().min(1).max(50)),
  contactPhone: orNull(
    z
      .string()
      .trim()
      .min(5)
      .max(30)
      .regex(/^[0-9+()\-\s]+$/),
  ),
  seconds: z.number().int().min(2).max(60).default(10).meta({ description: 'how long the solver may look' }),
});
export type Setting = z.infer<typeof Setting>;

export const Progress = z.object({
  planned: z.number().int(),
  booked: z.number().int(),
  reached: z.number().int(),
  tested: z.number().int(),
  issued: z.number().int(),
  failed: z.number().int(),
  leftOut: z.number().int(),
});
export type Progress = z.infer<typeof Progress>;

export const Round = z.object({
  id: RoundId,
  name: z.string(),
  institute: Organization,
  region: Region,
  way: z.enum(roundWayNames),
  state: z.enum(roundStateNames),
  isDefault: z.boolean(),
  /** As far as the caller may see them. */
  progress: Progress,
  stops: z.number().int(),
  firstDay: Day.nullable(),
  lastDay: Day.nullable(),
  version: z.number().int(),
  recordedAt: Instant,
  demonstration: z.boolean(),
});
export type Round = z.infer<typeof Round>;

export const Stop = z.object({
  id: StopId,
  placeId: PlaceId.nullable(),
  placeKind: z.enum(placeKindNames).nullable(),
  holder: Organization.nullable(),
  region: Region,
  townshipName: z.string().nullable(),
  name: z.string(),
  address: z.string(),
  longitude: z.string().nullable(),
  latitude: z.string().nullable(),
  minutes: z.number().int(),
  earliestDue: Day.nullable(),
  neverVerified: z.number().int(),
  /** Instruments that no slot holds yet. */
  unarranged: z.number().int(),
  kinds: z.array(z.object({ kind: InstrumentKind, count: z.number().int() })),
  progress: Progress,
});
export type Stop = z.infer<typeof Stop>;

export const Slot = z.object({
  id: SlotId,
  stop: StopId,
  stopName: z.string(),
  day: Day,
  team: z.number().int().nullable(),
  bench: z.object({ id: ResourceId, name: z.string() }).nullable(),
  position: z.number().int(),
  count: z.number().int(),
  minutes: z.number().int(),
  isLocked: z.boolean(),
  isBooked: z.boolean(),
});
export type Slot = z.infer<typeof Slot>;

/** A team or a bench on a day. */
export const RoundDay = z.object({
  day: Day,
  team: z.number().int().nullable(),
  bench: z.object({ id: ResourceId, name: z.string() }).nullable(),
  workMinutes: z.number().int(),
  /** Estimated; null: a place of the day has no coordinates, or it is a bench. */
  travelMinutes: z.number().int().nullable(),
  mostMinutes: z.number().int(),
  progress: Progress,
});
export type RoundDay = z.infer<typeof RoundDay>;

export const Proposal = z.object({
  id: ProposalId,
  kind: z.enum(proposalKindNames),
  state: z.enum(proposalStateNames),
  askedBy: z.string(),
  askedAt: Instant,
  seconds: z.number().nullable(),
  solver: z.string().nullable(),
  /** A share; null: not known. */
  gap: z.number().nullable(),
  summary: z.array(z.tuple([z.string(), z.string()])).meta({ description: 'what was found, or why nothing was' }),
  appliedBy: z.string().nullable(),
  appliedAt: Instant.nullable(),
});
export type Proposal = z.infer<typeof Proposal>;

export const RoundItem = z.object({
  id: RoundItemId,
  instrument: z.object({
    id: InstrumentId,
    code: z.string(),
    kind: InstrumentKind,
    name: z.string(),
    model: z.string(),
    serial: z.string(),
    place: z.string(),
  }),
  holder: Organization,
  stop: z.object({ id: StopId, name: z.string() }),
  verificationKind: z.enum(verificationKindNames),
  dueOn: Day.nullable(),
  origin: z.enum(itemOriginNames),
  leftOut: z.object({ reason: z.string(), by: z.string().nullable(), at: Instant }).nullable(),
  day: Day.nullable(),
  team: z.number().int().nullable(),
  bench: z.string().nullable(),
  request: z.object({ id: RequestId, item: RequestItemId, step: z.enum(requestStepNames), joined: z.boolean() }).nullable(),
  failed: z.boolean(),
});
export type RoundItem = z.infer<typeof RoundItem>;

export const Details = Round.extend({
  demand: Demand,
  setting: Setting,
  days: z.array(RoundDay),
  slots: z.array(Slot),
  stopList: z.array(Stop),
  proposals: z.array(Proposal),
  /** What the proposal still lacks. */
  lacking: z.array(z.tuple([z.string(), z.string()])),
  minutes: z.array(z.object({ kind: InstrumentKind, minutes: z.number().int(), isEstimate: z.boolean() })),
  leftOutReasons: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  allowed: z.array(z.enum(roundActionNames)),
});
export type Details = z.infer<typeof Details>;
