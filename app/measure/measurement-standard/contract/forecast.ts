import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { renewalNames } from '../rules/validity.ts';
import { measurementStandardProblems as refusals } from './problems.ts';

const query = z.object({
  asOf: Day.optional().meta({ description: 'first day of the forecast; today where it is not given' }),
  until: Day.optional().meta({ description: 'last day; three years later where it is not given' }),
  knownAt: Instant.optional(),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  institute: OrganizationId.optional(),
  source: z.enum(['dossier', 'entry']).optional(),
  renewal: z.enum(renewalNames).optional(),
});

/** One end of validity within the time asked for. */
const Ending = z.object({
  source: z.enum(['dossier', 'entry']),
  id: z.uuid(),
  name: z.string(),
  number: z.string(),
  institute: z.object({ id: OrganizationId, name: z.string() }),
  region: z.string(),
  /** Last day that counts. */
  lastDay: Day,
  applyBy: Day,
  appliedOn: Day.nullable(),
  renewal: z.enum(renewalNames),
});
export type Ending = z.infer<typeof Ending>;

const Forecast = z.object({
  asOf: Day,
  until: Day,
  knownAt: Instant,
  /** What counts on the first day, over both sources. */
  count: z.number().int(),
  /** What will count on the last day if nothing is done. */
  countAtEnd: z.number().int(),
  steps: z.array(z.object({ day: Day, value: z.number().int() })),
  endings: z.array(Ending),
  /** How the renewal of all endings stands, whatever is filtered. */
  renewals: z.record(z.enum(renewalNames), z.number().int()),
  regions: z.array(z.object({ code: z.string(), name: z.string(), count: z.number().int() })),
  institutes: z.array(z.object({ id: OrganizationId, name: z.string(), count: z.number().int() })),
});
export type Forecast = z.infer<typeof Forecast>;

export const forecastEndpoints = {
  readStandardForecast: endpoint({
    method: 'GET',
    path: '/measurement-standard-forecast',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['社会公用计量标准有效数的预测', 'How many public measurement standards will hold on each day if nothing is done'],
    query,
    reply: Forecast,
    problems: [refusals.partWrong],
  }),
  downloadStandardForecast: endpoint({
    method: 'GET',
    path: '/measurement-standard-forecast/workbook',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['预测（Excel）', 'The forecast as a workbook'],
    query,
    reply: 'file',
    problems: [refusals.partWrong],
  }),
};
