import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { Day, Instant } from '../../kernel/day.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';

/** One line of a record's timeline. */
export const TimelineEvent = z.object({
  id: z.number().int(),
  at: Instant,
  kind: z.string(),
  person: z.string().nullable(),
  organization: z.string().nullable(),
  reason: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

export const eventEndpoints = {
  listEvents: endpoint({
    method: 'GET',
    path: '/events',
    permit: 'event.read',
    rows: 'shared',
    summary: ['审计轨迹', 'The audit trail'],
    query: z.object({
      ...listQuery,
      kind: z.string().max(60).optional(),
      subject: z.string().max(80).optional(),
      from: Day.optional(),
      to: Day.optional(),
    }),
    reply: pageOf(TimelineEvent.extend({ subject: z.string() })),
  }),
};
