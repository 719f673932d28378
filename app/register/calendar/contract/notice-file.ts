import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { dayKindNames } from '../rules.ts';

/** A notice on the holidays of a year as a data file; see data/calendar. */
const NoticeFile = z.object({
  format: z.literal('tongheng-working-calendar/1'),
  year: z.number().int(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  issuedOn: Day,
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  days: z.array(z.object({ day: Day, kind: z.enum(dayKindNames), name: z.string() })),
});
export type NoticeFile = z.infer<typeof NoticeFile>;

export const readNoticeFile = (text: string): NoticeFile => NoticeFile.parse(JSON.parse(text));
