import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id } from '../../kernel/id.ts';
import { problems } from '../../kernel/problem.ts';
import { dayKindNames } from './rules.ts';

export const NoticeId = id('notice on holidays');

export const calendarProblems = problems('calendar', {
  days: {
    kind: 'invalid',
    text: ['放假安排中有日期不正确', 'Some days of the notice are wrong'],
    next: ['请对照通知原文逐日核对', 'Compare them with the text of the notice, day by day'],
  },
  reasonMissing: {
    kind: 'invalid',
    text: ['该年放假安排已录入，更正须说明理由', 'The notice of this year is recorded; a correction needs a reason'],
    next: ['请填写更正理由', 'State why it is corrected'],
  },
});

const CalendarDay = z.object({ day: Day, kind: z.enum(dayKindNames), name: z.string().trim().min(1).max(30) });

const Notice = z.object({
  /** null: it comes with the program. */
  id: NoticeId.nullable(),
  year: z.number().int(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  issuedOn: Day,
  source: z.string(),
  reason: z.string().nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: Instant.nullable(),
  /** How many days it changes. */
  dayCount: z.number().int(),
});
export type Notice = z.infer<typeof Notice>;

const Year = z.coerce.number().int().min(2020).max(2099);

export const calendarEndpoints = {
  readWorkingCalendar: endpoint({
    method: 'GET',
    path: '/working-calendar',
    permit: 'calendar.read',
    rows: 'shared',
    summary: ['一年的工作日、放假与调休', 'The working days of a year, its holidays and exchanged days'],
    query: z.object({ year: Year.optional() }),
    reply: z.object({
      year: z.number().int(),
      /** The notice that counts; null: none is recorded, and only Saturdays and Sundays are free. */
      notice: Notice.nullable(),
      days: z.array(CalendarDay),
      workingDays: z.number().int(),
      /** Every notice of the year, the latest first. */
      history: z.array(Notice),
      /** Years of which a notice is known. */
      years: z.array(z.number().int()),
    }),
  }),
  recordHolidayNotice: endpoint({
    method: 'POST',
    path: '/working-calendar/notices',
    permit: 'calendar.record',
    rows: 'shared',
    summary: ['录入（更正）一年的放假安排通知', 'Record the notice on the holidays of a year, or correct it'],
    body: z.object({
      year: z.number().int().min(2020).max(2099),
      title: z.string().trim().min(4).max(120),
      documentNumber: z.string().trim().min(2).max(80).nullable().default(null),
      issuedOn: Day,
      source: z.string().trim().min(2).max(200).meta({ description: 'where the text was read' }),
      days: z.array(CalendarDay).min(1).max(80),
      reason: z.string().trim().min(2).max(300).nullable().default(null).meta({ description: 'why an earlier notice is corrected' }),
    }),
    reply: Notice,
    problems: [calendarProblems.days, calendarProblems.reasonMissing],
  }),
};
