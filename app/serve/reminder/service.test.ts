import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { designate, register, submit } from '../../../test/support/thread.ts';
import { requestEndpoints } from '../../measure/request/contract.ts';
import { openFiles } from '../../platform/files.ts';
import { perform } from '../../platform/jobs.ts';
import { jobs } from '../../slices.ts';
import { reminderEndpoints } from './contract.ts';
import { topicNames, type Channel } from './rules.ts';

const {
  listReminders,
  readUnreadCount,
  markReminders,
  readReminderChoice,
  chooseReminders,
  readCalendarFeed,
  renewCalendarFeed,
  revokeCalendarFeed,
  downloadCalendar,
  listReminderMessages,
} = reminderEndpoints;

let city: City;
before(async () => {
  city = await openCity({ now: '2026-11-23T02:00:00Z' });
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await run('noticeEvents');
});
after(() => city.close());

const run = (task: string) =>
  perform(
    task,
    {},
    {
      database: city.database,
      files: openFiles('.'),
      clock: () => city.clock.now,
      demonstration: false,
      publicUrl: 'http://127.0.0.1:8080',
      jobs,
      crontab: '',
    },
  );

const inbox = async (who: PersonName, query: object = {}) => (await city.as(who).call(listReminders, { query })).items;
const texts = async (who: PersonName) => (await inbox(who)).map(({ text }) => text[0]);

async function instrument(serial: string, dueOn: string, who: PersonName = 'holder'): Promise<string> {
  const { id } = await register(city, who, serial);
  await city.database.db.updateTable('instrument').set({ verdict: 'pass', verifiedOn: '2025-11-24', dueOn }).where('id', '=', id).execute();
  return id;
}
const choose = (who: PersonName, channels: Partial<Record<string, Channel[]>>, more: object = {}) =>
  city.as(who).call(chooseReminders, {
    body: {
      language: 'zh',
      quietFrom: '21:00',
      quietTo: '08:00',
      pausedUntil: null,
      choices: topicNames.flatMap((topic) => (channels[topic] === undefined ? [] : [{ topic, channels: channels[topic] }])),
      ...more,
    },
  });
const on = (day: string): void => void (city.clock.now = new Date(`${day}T02:00:00Z`));

test('a holder gets one digest a day of what has entered a window, not one reminder for each instrument', async () => {
  for (const [index, dueOn] of [
    '2026-11-20',
    '2026-11-23',
    '2026-11-30',
    '2026-12-01',
    '2026-12-08',
    '2026-12-23',
    '2027-02-21',
    '2027-02-22',
  ].entries())
    await instrument(`W-${index}`, dueOn);
  on('2026-11-24');
  await run('remindOfDueInstruments');
  const [first, ...others] = await inbox('holder');
  assert.equal(others.length, 0);
  assert.equal(
    first?.text[0],
    '贵单位有 2 台（件）已过有效期，2 台（件）7 日内到期，1 台（件）15 日内到期，1 台（件）30 日内到期，2 台（件）90 日内到期，请及时申请检定（不收费）。',
  );
  await run('remindOfDueInstruments');
  assert.equal((await inbox('holder')).length, 1, 'the same day is told once');
  assert.deepEqual(await inbox('farHolder'), []);

  on('2026-11-25');
  await run('remindOfDueInstruments');
  assert.equal((await inbox('holder')).length, 1, 'nothing new has entered a window');

  on('2026-12-02');
  await run('remindOfDueInstruments');
  // The morning of 2026-12-01 was missed: what fell due on 11-30 and 12-01 and what came within 7 days are made up for.
  assert.equal((await texts('holder'))[0], '贵单位有 2 台（件）已过有效期，1 台（件）7 日内到期，请及时申请检定（不收费）。');
});

test('on Mondays everything that is overdue is told again', async () => {
  on('2026-12-04');
  await run('remindOfDueInstruments');
  const before_ = (await inbox('holder')).length;
  await city.foldCounters();
  on('2026-12-07');
  await run('remindOfDueInstruments');
  assert.equal((await inbox('holder')).length, before_ + 1);
  assert.match((await texts('holder'))[0] ?? '', /^贵单位有 4 台（件）已过有效期/);
});

test('each way is told only the windows chosen for it; nobody is told twice by the same way', async () => {
  await choose('holder', { overdue: ['app', 'email'], 'due-7': ['email', 'sms'], 'due-30': [] });
  await instrument('X-1', '2026-12-15');
  on('2026-12-08');
  await run('remindOfDueInstruments');
  on('2026-12-09');
  await run('remindOfDueInstruments');
  const sent = (await city.as('administrator').call(listReminderMessages, { query: { q: '惠民' } })).items;
  assert.deepEqual(
    new Set(sent.map(({ channel, topic }) => `${channel} ${topic}`)),
    new Set(['email due-7', 'sms due-7', 'email overdue']),
  );
  assert.equal(new Set(sent.map(({ channel, at }) => `${channel} ${at}`)).size, sent.length);
  assert.match(sent.find(({ channel }) => channel === 'sms')?.body ?? '', /^【通衡】贵单位有 \d+ 台（件）7 日内到期/);
  assert.ok(sent.every(({ state }) => state === 'queued'));
});

test('what happens to a request is told to its holder soon after, and to the institute that has it', async () => {
  const scale = await register(city, 'holder', 'R-1');
  const other = await register(city, 'holder', 'R-2');
  const request = await submit(city, 'holder', [scale.id]);
  const refusedOne = await submit(city, 'holder', [other.id]);
  await run('noticeEvents');
  const [asked] = await inbox('instituteManager');
  assert.deepEqual([asked?.topic, asked?.text[0]], ['request-submitted', '测试甲县惠民菜市场申请检定 1 台（件），请办理。']);
  assert.ok([`/desk/requests/${request.id}`, `/desk/requests/${refusedOne.id}`].includes(asked?.href ?? ''));
  await city.as('instituteManager').call(requestEndpoints.acceptRequest, { params: { id: request.id } });
  await city.as('instituteManager').call(requestEndpoints.refuseRequest, { params: { id: refusedOne.id }, body: { reason: '器具已停用' } });
  await run('noticeEvents');
  await run('noticeEvents');
  const told = (await inbox('holder')).filter(({ topic }) => topic.startsWith('request-'));
  assert.deepEqual(new Set(told.map(({ topic }) => topic)), new Set(['request-accepted', 'request-refused']));
  assert.equal(told.length, 2, 'looked at twice, told once');
  assert.match(told.find(({ topic }) => topic === 'request-refused')?.text[0] ?? '', /理由：器具已停用/);
  assert.deepEqual(await inbox('farInstituteManager'), []);
});

test('a round that is announced, a booking, its cancellation and a hand-over are told to those whose instruments they are', async () => {
  on('2026-12-11');
  const { holder, farHolder, instrumentId, itemId } = await (async () => {
    const scale = await register(city, 'holder', 'B-1');
    const { id } = await submit(city, 'holder', [scale.id]);
    const item = await city.database.db.selectFrom('requestItem').select('id').where('requestId', '=', id).executeTakeFirstOrThrow();
    return { ...city.ids, instrumentId: scale.id, itemId: item.id };
  })();
  await run('noticeEvents');
  const db = city.database.db;
  const at = city.clock.now.toISOString();
  const institute = { instituteId: city.ids.instituteManager.organization, region: '320685' };
  const happen = (kind: string, subject: string, detail: object = {}) =>
    db
      .insertInto('event')
      .values({ at, kind, subject, detail: JSON.stringify(detail) })
      .execute();

  const roundId = randomUUID();
  const stopId = randomUUID();
  await sql`insert into round (id, institute_id, region, name, way, state, demand, setting, recorded_at, announced_at)
    values (${roundId}, ${institute.instituteId}, '320685', '惠民菜市场集中检定', 'on-site', 'announced', '{}', '{}', ${at}, ${at})`.execute(
    db,
  );
  await sql`insert into round_stop (id, round_id, gathered_by, region, name, address) values (${stopId}, ${roundId}, 'x', '320685', '惠民菜市场', '惠民路')`.execute(
    db,
  );
  await sql`insert into round_item (id, round_id, stop_id, instrument_id, holder_id, region, kind, verification_kind, origin, recorded_at)
    values (${randomUUID()}, ${roundId}, ${stopId}, ${instrumentId}, ${holder.organization}, '320685', 'price-computing-scale', 'subsequent', 'collected', ${at})`.execute(
    db,
  );
  await happen('round.announced', roundId);

  const bookingId = randomUUID();
  await db
    .insertInto('scheduleBooking')
    .values({
      ...institute,
      id: bookingId,
      kind: 'visit',
      status: 'booked',
      firstDay: '2026-12-16',
      lastDay: '2026-12-16',
      half: 'whole',
      address: '惠民路',
      bookedBy: city.ids.instituteManager.person,
      bookedAt: at,
    })
    .execute();
  await db.insertInto('scheduleItem').values({ id: randomUUID(), bookingId, itemId, day: '2026-12-16' }).execute();
  await happen('schedule.booked', bookingId);

  const handoverId = randomUUID();
  await db
    .insertInto('instrumentHandover')
    .values({
      id: handoverId,
      instrumentId,
      fromHolderId: holder.organization,
      toHolderId: farHolder.organization,
      onDay: '2026-12-12',
      reason: '转让',
      status: 'offered',
      offeredBy: holder.person,
      offeredAt: at,
    })
    .execute();
  await happen('instrument.handoverOffered', instrumentId, { handover: handoverId });
  await run('noticeEvents');
  const told = (await inbox('holder')).map(({ topic, text }) => [topic, text[0]]);
  assert.deepEqual(
    told.find(([topic]) => topic === 'round-announced')?.[1],
    '测试甲县计量检定测试所安排集中检定“惠民菜市场集中检定”，贵单位 1 台（件）已列入，无需申请。',
  );
  assert.deepEqual(
    told.find(([topic]) => topic === 'request-scheduled')?.[1],
    '测试甲县计量检定测试所已安排检定 1 台（件），日期 2026-12-16。',
  );
  assert.deepEqual(await texts('farHolder'), ['测试甲县惠民菜市场向贵单位移交器具，请确认是否接收。']);

  await sql`update schedule_item set released_at = ${at}, release = 'cancelled' where booking_id = ${bookingId}`.execute(db);
  await db
    .updateTable('scheduleBooking')
    .set({ status: 'cancelled', cancelledAt: at, cancelledBy: city.ids.instituteManager.person, cancelReason: '车辆检修' })
    .where('id', '=', bookingId)
    .execute();
  await happen('schedule.cancelled', bookingId);
  await run('noticeEvents');
  assert.deepEqual(
    (await inbox('holder', { topic: 'request-unscheduled' })).map(({ text }) => text[0]),
    ['测试甲县计量检定测试所取消了 2026-12-16 的检定排期，涉及 1 台（件），将另行安排。'],
  );
});

test('an event that commits late, after a later one was seen, is still told', async () => {
  on('2026-12-12');
  const scale = await register(city, 'holder', 'L-1');
  const { id } = await submit(city, 'holder', [scale.id]);
  const late = await city.database.db.selectFrom('event').select('id').where('subject', '=', id).executeTakeFirstOrThrow();
  const unread = async () => (await city.as('instituteManager').call(readUnreadCount, {})).unread;
  const before_ = await unread();
  // As if the look had already passed this event by when it was not yet committed.
  await city.database.db
    .insertInto('event')
    .values({ at: city.clock.now.toISOString(), kind: 'session.begun', subject: 'x', detail: '{}' })
    .execute();
  await run('noticeEvents');
  const progress = await city.database.db.selectFrom('reminderProgress').selectAll().where('what', '=', 'event').executeTakeFirstOrThrow();
  assert.ok((progress.lastEvent ?? 0) < late.id, 'the last quarter of an hour is looked at again');
  assert.equal(await unread(), before_ + 1);
});

test('a reminder is read by its own person only', async () => {
  const all = await inbox('holder');
  const [one] = all;
  assert.ok(one);
  const stranger = await city.as('farHolder').call(markReminders, { body: { reminders: [one.id] } });
  assert.equal(stranger.marked, 0);
  const { unread } = await city.as('holder').call(readUnreadCount, {});
  assert.equal((await city.as('holder').call(markReminders, { body: { reminders: [one.id] } })).unread, unread - 1);
  assert.deepEqual(
    (await inbox('holder', { read: 'true' })).map(({ id }) => id),
    [one.id],
  );
  assert.equal((await city.as('holder').call(markReminders, { body: {} })).unread, 0);
  const page = await city.as('holder').call(listReminders, { query: { limit: 2, topic: 'request-accepted' } });
  assert.ok(page.total >= 1 && page.items.every(({ topic }) => topic === 'request-accepted'));
  await refused(city.as('administrator').call(listReminders, { query: {} }), 'platform.forbidden');
});

test('whoever never chose is told in the application alone, and quiet hours have a default', async () => {
  const { choices, quietFrom, quietTo, email, phone } = await city.as('farHolder').call(readReminderChoice, {});
  assert.ok(choices.every(({ channels }) => channels.join() === 'app'));
  assert.deepEqual([quietFrom, quietTo, email, phone], ['21:00', '08:00', null, null]);
  await refused(choose('farHolder', {}, { quietFrom: '25:00' }), 'platform.invalid');
});

/** RFC 5545: lines end with CRLF, a line that begins with a blank continues the one before, and texts are escaped by a backslash. */
function parseCalendar(text: string): Record<string, string>[] {
  assert.ok(text.endsWith('\r\n') || text.endsWith('END:VCALENDAR'), 'ends with its last line');
  for (const line of text.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, `a line of ${Buffer.byteLength(line)} octets: ${line}`);
    assert.ok(!/[\r\n]/.test(line), 'no bare line end');
    assert.ok(Buffer.from(line).toString() === line && !line.includes('\uFFFD'), 'no character is cut by folding');
  }
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  assert.deepEqual([lines[0], lines[1]], ['BEGIN:VCALENDAR', 'VERSION:2.0']);
  const events: Record<string, string>[] = [];
  let current: Record<string, string> | undefined;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') current = {};
    else if (line === 'END:VEVENT' && current !== undefined) events.push(current);
    else if (current !== undefined) {
      const colon = line.indexOf(':');
      current[line.slice(0, colon)] = line
        .slice(colon + 1)
        .replace(/\\([\\;,nN])/g, (_whole, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
    }
  }
  return events;
}

test('a calendar is fetched by a secret address: whole days, each once, in the person’s language; renewed or revoked it ends', async () => {
  const holder = city.as('holder');
  assert.deepEqual(await holder.call(readCalendarFeed, {}), { begunAt: null, fetchedAt: null });
  const { address } = await holder.call(renewCalendarFeed, {});
  const token = /\/api\/public\/calendar\/([\w-]{32}\.ics)$/.exec(address ?? '')?.[1] ?? '';
  const stored = await city.database.db.selectFrom('reminderCalendar').select('tokenDigest').executeTakeFirstOrThrow();
  assert.ok(!token.includes(stored.tokenDigest) && /^[0-9a-f]{64}$/.test(stored.tokenDigest), 'only a digest is kept');

  const fetched = await city.stranger().call(downloadCalendar, { params: { token } });
  assert.match(fetched.type, /^text\/calendar/);
  const events = parseCalendar(Buffer.from(fetched.bytes).toString());
  const december = events.find((event) => event['DTSTART;VALUE=DATE'] === '20261208');
  assert.deepEqual(
    [december?.['DTEND;VALUE=DATE'], december?.['SUMMARY'], december?.['DESCRIPTION']],
    ['20261209', '1 台（件）计量器具检定有效期至今日', '电子计价秤 1'],
  );
  assert.equal(new Set(events.map((event) => event['UID'])).size, events.length);
  assert.ok((await holder.call(readCalendarFeed, {})).fetchedAt !== null);

  await choose('holder', {}, { language: 'en' });
  const english = parseCalendar(Buffer.from((await city.stranger().call(downloadCalendar, { params: { token } })).bytes).toString());
  assert.match(english[0]?.['SUMMARY'] ?? '', /^1 instrument\(s\)/);

  const renewed = await holder.call(renewCalendarFeed, {});
  await refused(city.stranger().call(downloadCalendar, { params: { token } }), 'reminder.linkInvalid');
  const next = renewed.address?.split('/').pop() ?? '';
  await city.stranger().call(downloadCalendar, { params: { token: next } });
  await holder.call(revokeCalendarFeed, {});
  await refused(city.stranger().call(downloadCalendar, { params: { token: next } }), 'reminder.linkInvalid');
  await refused(city.stranger().call(downloadCalendar, { params: { token: `${'x'.repeat(32)}.ics` } }), 'reminder.linkInvalid');
});

test('a booked visit stands in the calendar of the holder with awkward signs in its address', async () => {
  const item = await city.database.db.selectFrom('requestItem').select('id').where('outcome', '=', 'accepted').executeTakeFirstOrThrow();
  const bookingId = randomUUID();
  await city.database.db
    .insertInto('scheduleBooking')
    .values({
      id: bookingId,
      instituteId: city.ids.instituteManager.organization,
      region: '320685',
      kind: 'visit',
      status: 'booked',
      firstDay: '2026-12-15',
      lastDay: '2026-12-15',
      half: 'morning',
      address: '惠民路 1 号；东门, 二楼\\仓库\n保安亭旁，请先电话联系管理处再进入市场，车辆停放在北侧卸货区',
      fromTime: '09:00',
      toTime: '11:30',
      bookedBy: city.ids.instituteManager.person,
      bookedAt: city.clock.now.toISOString(),
    })
    .execute();
  await city.database.db.insertInto('scheduleItem').values({ id: randomUUID(), bookingId, itemId: item.id, day: '2026-12-15' }).execute();
  await choose('holder', {});
  const { address } = await city.as('holder').call(renewCalendarFeed, {});
  const events = parseCalendar(
    Buffer.from((await city.stranger().call(downloadCalendar, { params: { token: address?.split('/').pop() ?? '' } })).bytes).toString(),
  );
  const visit = events.find((event) => event['UID']?.startsWith('booking-'));
  assert.deepEqual(
    [visit?.['DTSTART;VALUE=DATE'], visit?.['SUMMARY'], visit?.['LOCATION'], visit?.['DESCRIPTION']],
    [
      '20261215',
      '上门检定 1 台（件）',
      '惠民路 1 号；东门, 二楼\\仓库\n保安亭旁，请先电话联系管理处再进入市场，车辆停放在北侧卸货区',
      '测试甲县计量检定测试所\n09:00–11:30',
    ],
  );
});
