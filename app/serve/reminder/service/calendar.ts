import { addDays } from '../../../kernel/day.ts';
import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Language, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { instrumentKinds, type InstrumentKind } from '../../../register/catalogue/rules/kinds.ts';
import { listDueDays, listVisits, type DueDay, type Visit } from '../store/due.ts';

type Owner = { readonly personId: string; readonly organizationId: string; readonly language: Language };

/** A year back and two years ahead. */
const daysBack = 365;
const daysAhead = 730;

/** iCalendar has no zone for a day: midnight of UTC is printed as that day wherever the server stands. */
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

const kindWord = (kind: string): Text => (kind in instrumentKinds ? instrumentKinds[kind as InstrumentKind].text : [kind, kind]);

/** A person's calendar (RFC 5545): the due days of the organization's instruments, one event a day, and the visits booked for them. */
export async function printCalendar(ctx: Context, { personId, organizationId, language }: Owner): Promise<Download> {
  const from = addDays(ctx.today, -daysBack);
  const to = addDays(ctx.today, daysAhead);
  const say = (text: Text): string => inLanguage(text, language);
  const [dues, visits] = [
    await listDueDays(ctx.db, organizationId, from, to),
    await listVisits(ctx.db, { organizationId, personId }, from, to),
  ];
  const { default: ical } = await import('ical-generator');
  const calendar = ical({
    name: say(['通衡 检定提醒', 'Tongheng verification reminders']),
    prodId: { company: 'Tongheng', product: 'reminders', language: language === 'zh' ? 'ZH' : 'EN' },
    ttl: 6 * 3600,
  });
  const host = new URL(ctx.publicUrl).host;
  for (const event of [...eventsOfDues(dues, say), ...eventsOfVisits(visits, say)])
    calendar.createEvent({
      id: `${event.id}@${host}`,
      start: midnight(event.day),
      end: midnight(addDays(event.day, 1)),
      allDay: true,
      stamp: new Date(ctx.now),
      summary: event.summary,
      description: event.description,
      url: `${ctx.publicUrl}${event.href}`,
      ...(event.location === undefined ? {} : { location: event.location }),
    });
  return {
    name: 'tongheng-calendar.ics',
    type: 'text/calendar; charset=utf-8',
    bytes: new TextEncoder().encode(calendar.toString()),
    inPlace: true,
  };
}

type CalendarEvent = {
  readonly id: string;
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly href: string;
  readonly location?: string;
};

function eventsOfDues(dues: readonly DueDay[], say: (text: Text) => string): CalendarEvent[] {
  const days = new Map<string, DueDay[]>();
  for (const due of dues) days.set(due.day, [...(days.get(due.day) ?? []), due]);
  return [...days].map(([day, ofDay]) => {
    const total = ofDay.reduce((sum, { n }) => sum + n, 0);
    return {
      id: `due-${day}`,
      day,
      summary: say([`${total} 台（件）计量器具检定有效期至今日`, `${total} instrument(s): last valid day`]),
      description: ofDay.map(({ kind, n }) => `${say(kindWord(kind))} ${n}`).join('\n'),
      href: '/desk/instruments',
    };
  });
}

const eventsOfVisits = (visits: readonly Visit[], say: (text: Text) => string): CalendarEvent[] =>
  visits.map(({ id, day, kind, address, fromTime, toTime, institute, n }) => {
    const time = fromTime === null && toTime === null ? '' : `${fromTime ?? ''}–${toTime ?? ''}`;
    return {
      id: `booking-${id}-${day}`,
      day,
      summary: say(
        kind === 'visit'
          ? [`上门检定 ${n} 台（件）`, `Visit: ${n} instrument(s)`]
          : [`送检 ${n} 台（件）`, `At the institute: ${n} instrument(s)`],
      ),
      description: [institute, time].filter((line) => line !== '').join('\n'),
      href: '/desk/requests',
      ...(address === null ? {} : { location: address }),
    };
  });
