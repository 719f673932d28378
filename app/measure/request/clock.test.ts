import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { acceptedItem, designate, register, submit } from '../../../test/support/thread.ts';
import { perform } from '../../platform/jobs.ts';
import { calendarEndpoints } from '../../register/calendar/contract.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { requestEndpoints } from './contract.ts';
import { requestJobs } from './jobs.ts';

const { acceptRequest, stopPeriod, resumePeriod, readRequest, listRequests } = requestEndpoints;

let city: City;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
});
after(() => city.close());

const at = (day: string): void => void (city.clock.now = new Date(`${day}T02:00:00Z`));
const clockOf = async (request: { id: string }) =>
  (await city.as('holder').call(readRequest, { params: { id: request.id as never } })).items[0]!.clock;
const note = '缺少使用说明书，待补充';

test('on site the twenty working days begin with the acceptance; at the institute they wait for the receipt', async () => {
  at('2026-11-23');
  const { request } = await acceptedItem(city, 'CL-1');
  assert.deepEqual(await clockOf(request), { state: 'running', left: 20, dueBy: '2026-12-21' });
  const { id } = await register(city, 'holder', 'CL-2');
  const sent = await city
    .as('holder')
    .call(requestEndpoints.submitRequest, { body: { instruments: [id], verificationKind: 'subsequent', whereDone: 'institute' } });
  await city.as('instituteManager').call(acceptRequest, { params: { id: sent.id } });
  assert.deepEqual(await clockOf(sent), { state: 'not-begun' });
  await refused(
    city.as('instituteManager').call(stopPeriod, { params: { id: sent.id }, body: { cause: 'holder-supplies', note } }),
    'request.notInHand',
  );
});

test('a stop with its reason moves the last day by the working days for which the clock stood still', async () => {
  at('2026-11-23');
  const { request, item } = await acceptedItem(city, 'CL-3');
  const params = { id: request.id };
  at('2026-11-27');
  await city.as('instituteManager').call(stopPeriod, { params, body: { items: [item], cause: 'holder-supplies', note } });
  await refused(
    city.as('instituteManager').call(stopPeriod, { params, body: { items: [item], cause: 'other', note } }),
    'request.stoppedAlready',
  );
  at('2026-12-02');
  assert.deepEqual(await clockOf(request), { state: 'stopped', left: 16, since: '2026-11-27' });
  assert.equal((await city.as('instituteManager').call(listRequests, { query: { stopped: 'true' } })).total, 1);
  await city.as('instituteManager').call(resumePeriod, { params, body: {} });
  // Friday to Wednesday: Monday, Tuesday and Wednesday did not count.
  assert.deepEqual(await clockOf(request), { state: 'running', left: 16, dueBy: '2026-12-24' });
  const { items } = await city.as('holder').call(readRequest, { params });
  assert.deepEqual(
    items[0]?.stops.map(({ cause, from, to }) => [cause, from, to]),
    [['holder-supplies', '2026-11-27', '2026-12-02']],
  );
  await refused(city.as('instituteManager').call(resumePeriod, { params, body: {} }), 'request.notStopped');
  await refused(city.as('farInstituteManager').call(resumePeriod, { params, body: {} }), 'platform.notFound');
  await refused(city.as('technician').call(stopPeriod, { params, body: { cause: 'other', note } }), 'platform.forbidden');
});

test('what is overdue is counted and found by a filter that is a link', async () => {
  at('2026-11-23');
  const { request } = await acceptedItem(city, 'CL-4');
  at('2026-12-22');
  const found = await city.as('instituteManager').call(listRequests, { query: { overdue: 'true', limit: 200 } });
  const own = found.items.find(({ id }) => id === request.id);
  assert.deepEqual([own?.overdueCount, own?.clock], [1, { state: 'running', left: -1, dueBy: '2026-12-21' }]);
  at('2026-12-21');
  assert.equal((await city.as('instituteManager').call(listRequests, { query: { overdue: 'true', limit: 200 } })).total, 0);
});

test('a year without a notice counts Saturdays and Sundays only and says so; its notice moves the periods that run over it', async () => {
  at('2026-12-14');
  const { request } = await acceptedItem(city, 'CL-5');
  const read = async () => (await city.as('holder').call(readRequest, { params: { id: request.id } })).items[0]!;
  const before = await read();
  assert.deepEqual([before.clock, before.calendarKnown], [{ state: 'running', left: 20, dueBy: '2027-01-11' }, false]);
  const days = [
    { day: '2027-01-01', kind: 'holiday', name: '元旦' } as const,
    { day: '2027-01-04', kind: 'holiday', name: '元旦' } as const,
  ];
  await city.as('cityRegulator').call(calendarEndpoints.recordHolidayNotice, {
    body: { year: 2027, title: '测试用放假安排（虚构）', issuedOn: '2026-11-20', source: '测试', days },
  });
  await city.finishJobs();
  const moved = await read();
  assert.deepEqual([moved.clock, moved.calendarKnown], [{ state: 'running', left: 20, dueBy: '2027-01-13' }, true]);
});

test('asked for in time and not done by the day it was due is a fact of the request', async () => {
  at('2026-11-23');
  const { id } = await register(city, 'holder', 'CL-6');
  await city.database.db
    .updateTable('instrument')
    .set({ verdict: 'pass', verifiedOn: '2025-11-25', dueOn: '2026-11-24' })
    .where('id', '=', id)
    .execute();
  const request = await submit(city, 'holder', [id]);
  assert.equal(request.lateCount, 0);
  at('2026-11-25');
  const details = await city.as('holder').call(readRequest, { params: { id: request.id } });
  assert.deepEqual([details.lateCount, details.items[0]?.isLate, details.items[0]?.askedDueOn], [1, true, '2026-11-24']);
  const { items } = await city.as('holder').call(listRequests, { query: { late: 'true' } });
  assert.deepEqual(
    items.map((one) => one.id),
    [request.id],
  );
  // The fact is told once in the history of the instrument, on the morning after the day it was due.
  const tell = () =>
    perform(
      'countPeriods',
      {},
      {
        database: city.database,
        files: undefined as never,
        clock: () => city.clock.now,
        demonstration: false,
        publicUrl: '',
        jobs: requestJobs,
        crontab: '',
      },
    );
  await tell();
  await tell();
  const { timeline } = await city.as('holder').call(instrumentEndpoints.readInstrument, { params: { id } });
  const told = timeline.filter(({ kind }) => kind === 'request.missedByInstitute');
  assert.deepEqual(
    told.map(({ detail, person }) => [detail, person]),
    [[{ dueOn: '2026-11-24' }, null]],
  );
});
