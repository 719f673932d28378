import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { id, OrganizationId } from '../../../kernel/id.ts';
import { InstrumentId, InstrumentKind, Parameters } from '../../../register/instrument/contract.ts';
import { placeDoneNames, requestOriginNames, requestStatusNames, verificationKindNames } from '../rules.ts';
import { stopCauseNames, type Clock as ClockRule } from '../rules/period.ts';
import { requestStepNames } from '../rules/step.ts';

export const RequestId = id('request');
export const RequestItemId = id('request item');
export const BatchId = id('batch of requests');
export const Region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });
export const Institute = z.object({ id: OrganizationId, name: z.string() });
export const reason = z.string().trim().min(2).max(300);
/** As many instruments as one batch holds. */
export const largestBatch = 5000;

/** How the statutory period stands; `left` counts working days, negative when it is over. */
export const Clock = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not-begun') }),
  z.object({ state: z.literal('running'), left: z.number().int(), dueBy: Day }),
  z.object({ state: z.literal('stopped'), left: z.number().int(), since: Day }),
  z.object({ state: z.literal('ended'), late: z.number().int(), dueBy: Day, servedOn: Day }),
]) satisfies z.ZodType<ClockRule>;

export const Request = z.object({
  id: RequestId,
  holder: z.object({ id: OrganizationId, name: z.string() }),
  institute: Institute,
  region: Region,
  instrumentKind: InstrumentKind,
  verificationKind: z.enum(verificationKindNames),
  whereDone: z.enum(placeDoneNames),
  status: z.enum(requestStatusNames),
  origin: z.enum(requestOriginNames),
  instrumentCount: z.number().int(),
  servedCount: z.number().int(),
  withdrawnCount: z.number().int(),
  designation: z.object({ region: Region, documentNumber: z.string(), authority: z.string() }),
  ecqsNumber: z.string().nullable(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  submittedBy: z.string(),
  submittedAt: Instant,
  decidedAt: Instant.nullable(),
  batch: BatchId.nullable(),
  /** The clock that runs out first of its open instruments; null: none runs. */
  clock: Clock.nullable(),
  /** Open instruments whose period is over. */
  overdueCount: z.number().int(),
  /** Instruments asked for in time and not done in time by the institute. */
  lateCount: z.number().int(),
  demonstration: z.boolean(),
});
export type Request = z.infer<typeof Request>;

const Stop = z.object({
  id: z.uuid(),
  cause: z.enum(stopCauseNames),
  note: z.string(),
  from: Day,
  to: Day.nullable(),
  stoppedBy: z.string().nullable(),
  resumedBy: z.string().nullable(),
});

const Step = z.object({
  step: z.enum(requestStepNames),
  at: Instant,
  day: Day,
  note: z.string().nullable(),
  /** Named to the own organization and to authorities. */
  person: z.string().nullable(),
  organization: z.string().nullable(),
});

export const RequestItem = z.object({
  id: RequestItemId,
  outcome: z.enum(['accepted', 'refused', 'referred', 'withdrawn', 'served']).nullable(),
  step: z.enum(requestStepNames),
  stepSince: Instant,
  clock: Clock,
  /** Whether the notice on the holidays of the year in which the period ends is recorded. */
  calendarKnown: z.boolean(),
  stops: z.array(Stop),
  steps: z.array(Step),
  /** Day on which it was due when it was asked for. */
  askedDueOn: Day.nullable(),
  isLate: z.boolean().meta({ description: 'asked for in time, not done in time by the institute' }),
  instrument: z.object({
    id: InstrumentId,
    code: z.string(),
    name: z.string(),
    model: z.string(),
    serial: z.string(),
    maker: z.string(),
    place: z.string(),
    parameters: Parameters,
  }),
});
export type RequestItem = z.infer<typeof RequestItem>;
