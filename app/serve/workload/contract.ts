import { z } from 'zod';
import { Day } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { OrganizationId, PersonId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { instrumentKindNames } from '../../register/catalogue/rules/kinds.ts';
import { ageNames, capacityWeeks, forecastMonths, openSteps } from './rules.ts';

const count = z.number().int().min(0);
const kind = z.enum(instrumentKindNames);
const Institute = z.object({ id: OrganizationId, name: z.string() });

/** Whose work is shown, and whose the caller may ask for. */
const asked = { day: Day, institute: Institute.nullable(), institutes: z.array(Institute) };
const query = z.object({ institute: OrganizationId.optional() });

const Totals = z.object({
  open: count,
  /** Submitted or passed on, to be decided. */
  toDecide: count,
  late: count.meta({ description: 'the period is over and the clock runs' }),
  dueSoon: count,
  stopped: count.meta({ description: 'the clock stands still; not late' }),
  /** Working days since the step was reached, of the one that waits longest; null: nothing waits. */
  oldest: count.nullable(),
});

const Queue = z.object({
  ...asked,
  totals: Totals,
  steps: z.array(
    z.object({
      step: z.enum(openSteps),
      count,
      ages: z.record(z.enum(ageNames), count),
      late: count,
      stopped: count,
      oldest: count.nullable(),
    }),
  ),
  kinds: z.array(z.object({ kind, count, late: count, stopped: count, oldest: count.nullable() })),
  persons: z.array(
    z.object({ person: z.object({ id: PersonId, name: z.string() }), inWork: count, returned: count, submitted: count, checked: count }),
  ),
  benches: z.array(z.object({ name: z.string(), booked: count, capacity: count })),
});
export type Queue = z.infer<typeof Queue>;

const Capacity = z.object({
  ...asked,
  weeks: z.array(z.object({ first: Day, last: Day, workingDays: count })),
  /** In which of the weeks no notice on holidays is known: only Saturdays and Sundays are free. */
  uncertainFrom: Day.nullable(),
  rows: z.array(
    z.object({
      kind,
      overdue: count,
      neverVerified: count,
      weeks: z.array(
        z.object({
          due: count.meta({ description: 'fall due in this week and are in no request' }),
          accepted: count.meta({ description: 'accepted, not done, and to be done by this week' }),
          capacity: count
            .nullable()
            .meta({ description: 'places on benches for the kind, which other kinds may share; null: none is recorded' }),
          booked: count,
          testers: count.nullable().meta({ description: 'persons who may test and are not away all the week; null: not known' }),
        }),
      ),
    }),
  ),
  total: z.array(z.object({ demand: count, capacity: count.nullable() })),
});
export type Capacity = z.infer<typeof Capacity>;

const Forecast = z.object({
  ...asked,
  months: z.array(Day),
  rows: z.array(
    z.object({
      kind,
      /** Months until it is verified again; null: differs from one to another, or not known. */
      period: count.nullable(),
      overdue: count,
      neverVerified: count,
      failed: count,
      months: z.array(z.object({ month: Day, known: count, estimated: count })),
    }),
  ),
  total: z.array(z.object({ month: Day, known: count, estimated: count })),
});
export type Forecast = z.infer<typeof Forecast>;

const DueInstrument = z.object({
  id: z.uuid(),
  code: z.string(),
  kind,
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  holder: z.string(),
  place: z.string(),
  region: z.string(),
  dueOn: Day,
});
export type DueInstrument = z.infer<typeof DueInstrument>;

const InstituteLoad = z.object({
  id: OrganizationId,
  name: z.string(),
  region: z.string(),
  ...Totals.shape,
});
export type InstituteLoad = z.infer<typeof InstituteLoad>;

export const workloadEndpoints = {
  readQueue: endpoint({
    method: 'GET',
    path: '/workload',
    permit: 'workload.read',
    rows: 'own',
    summary: ['机构待办：按环节、工作日、种类、人员和台位', 'The queue of an institute by step, age, kind, person and bench'],
    query,
    reply: Queue,
  }),
  readCapacity: endpoint({
    method: 'GET',
    path: '/workload/capacity',
    permit: 'workload.read',
    rows: 'own',
    summary: [`今后 ${capacityWeeks} 周的需求与能力`, `Demand and capacity of the next ${capacityWeeks} weeks`],
    query,
    reply: Capacity,
  }),
  readForecast: endpoint({
    method: 'GET',
    path: '/workload/forecast',
    permit: 'workload.read',
    rows: 'own',
    summary: [`今后 ${forecastMonths} 个月的到期预测`, `What falls due in the next ${forecastMonths} months`],
    query,
    reply: Forecast,
  }),
  listFallingDue: endpoint({
    method: 'GET',
    path: '/workload/due-instruments',
    permit: 'workload.read',
    rows: 'own',
    summary: [
      '某段时间到期的器具（本机构被指定的）',
      'Instruments that fall due in a span of days, of those the institute is designated for',
    ],
    query: z.object({
      ...listQuery,
      institute: OrganizationId.optional(),
      kind: kind.optional(),
      from: Day.optional(),
      to: Day.optional(),
    }),
    reply: pageOf(DueInstrument),
  }),
  listInstituteLoads: endpoint({
    method: 'GET',
    path: '/workload/institutes',
    permit: 'workload.read',
    rows: 'own',
    summary: ['辖区内各机构的待办、逾期与最长等待', 'Open, late and longest waiting of each institute of the region'],
    query: z.object({ ...listQuery }),
    reply: pageOf(InstituteLoad),
  }),
  exportWorkload: endpoint({
    method: 'GET',
    path: '/workload/workbook',
    permit: 'workload.read',
    rows: 'own',
    summary: ['导出待办、能力与预测（xlsx）', 'Queue, capacity and forecast as a workbook'],
    query,
    reply: 'file',
  }),
};
