import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { designate, equip, scale } from '../../../test/support/thread.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { requestEndpoints } from '../../measure/request/contract.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { placeEndpoints } from '../../register/place/contract.ts';
import { scheduleEndpoints } from '../schedule/contract.ts';
import { roundEndpoints } from './contract.ts';
import { Demand, Setting } from './contract/shapes.ts';

const {
  listRounds,
  readRound,
  listRoundItems,
  openRound,
  collectRound,
  setRound,
  leaveOutOfRound,
  takeBackIntoRound,
  addToRound,
  announceRound,
  bookRound,
  beginRound,
  finishRound,
  cancelRound,
  downloadRouteSheet,
  downloadRoundNotice,
  listDefaultRounds,
  openDefaultRound,
  listRoundMinutes,
  recordRoundMinutes,
  proposeArrangement,
  applyProposal,
  arrangeStop,
  moveSlot,
  lockSlots,
} = roundEndpoints;

let city: City;
const manager = () => city.as('instituteManager');
const person = (name: PersonName) => city.ids[name].person as never;

/** A place, with coordinates where they are given. */
async function place(kind: string, name: string, longitude: string | null = null, latitude: string | null = null): Promise<string> {
  const body = { kind, name, region: '320685', address: `${name}地址`, longitude, latitude, compared: true };
  return (await manager().call(placeEndpoints.recordPlace, { body: body as never })).id;
}
async function instrument(serial: string, placeId: string | null, who: PersonName = 'holder') {
  return city.as(who).call(instrumentEndpoints.registerInstrument, { body: { ...scale, serial, placeId: placeId as never } });
}
const demand = (more: object = {}): Demand => Demand.parse({ dueBy: '2027-03-31', ...more });
const open = (name: string, more: object = {}, way: 'on-site' | 'institute' | 'meter-lot' = 'on-site') =>
  manager().call(openRound, { body: { name, way, demand: demand(more) } });
const details = (id: string, who: PersonName = 'instituteManager') => city.as(who).call(readRound, { params: { id: id as never } });
const items = async (id: string, query: object = {}, who: PersonName = 'instituteManager') =>
  (await city.as(who).call(listRoundItems, { params: { id: id as never }, query })).items;
async function set(id: string, setting: object) {
  const { version } = await details(id);
  return manager().call(setRound, { params: { id: id as never }, body: { setting: Setting.parse(setting), version } });
}
/** Asks for a proposal, lets the background work, and answers what was found. */
async function propose(id: string) {
  await manager().call(proposeArrangement, { params: { id: id as never } });
  await city.finishJobs();
  const [proposal] = (await details(id)).proposals;
  assert.ok(proposal !== undefined);
  return proposal;
}

const places: string[] = [];
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await equip(city);
  places.push(await place('market', '城东菜市场', '120.90', '32.40'));
  places.push(await place('market', '城西菜市场', '120.95', '32.41'));
  places.push(await place('market', '河口早市'));
  for (const [index, serial] of ['R-01', 'R-02', 'R-03', 'R-04', 'R-05'].entries()) await instrument(serial, places[index % 2] ?? null);
  await instrument('R-06', places[2] ?? null);
});
after(() => city.close());

test('what is due in the places of a round is gathered by place; a place without coordinates stands apart', async () => {
  const { id, progress, state } = await open('城区市场集中检定', { places });
  assert.deepEqual([state, progress.planned], ['drafted', 6]);
  const { stopList, setting, allowed } = await details(id);
  assert.deepEqual(
    stopList.map(({ name, progress: { planned }, latitude }) => [name, planned, latitude]),
    [
      ['城东菜市场', 3, '32.4'],
      ['城西菜市场', 2, '32.41'],
      ['河口早市', 1, null],
    ],
  );
  assert.deepEqual([setting.minutesPerDay, allowed.includes('announce')], [360, true]);
  // Each scale is reckoned with the estimate until the institute records what it takes.
  assert.equal(stopList[0]?.minutes, 60);
  await refused(city.as('technician').call(openRound, { body: { name: '不行', way: 'on-site', demand: demand() } }), 'platform.forbidden');
  await refused(details(id, 'holder'), 'platform.notFound');
  await refused(details(id, 'farInstituteManager'), 'platform.notFound');
  assert.equal((await details(id, 'technician')).allowed.length, 0);
  assert.equal((await city.as('countyRegulator').call(listRounds, { query: { q: '城区' } })).total, 1);
  assert.equal((await city.as('holder').call(listRounds, { query: {} })).total, 0);
  await refused(open('没有指定', { instrumentKinds: ['taximeter'] }), 'round.nothingServed');
  await manager().call(cancelRound, { params: { id }, body: { reason: '另行安排' } });
});

test('an instrument is left out with a reason, taken back, added by its code; one of another round is not doubled', async () => {
  const { id } = await open('一个市场', { places: places.slice(0, 1) });
  const [first, second] = await items(id);
  assert.ok(first && second);
  await manager().call(leaveOutOfRound, { params: { id }, body: { items: [first.id], reason: '已停业' } });
  const outside = await items(id, { state: 'left-out' });
  assert.deepEqual(
    outside.map(({ leftOut }) => [leftOut?.reason, leftOut?.by]),
    [['已停业', '钱峰']],
  );
  assert.deepEqual((await details(id)).leftOutReasons, [{ reason: '已停业', count: 1 }]);
  await manager().call(takeBackIntoRound, { params: { id }, body: { items: [first.id] } });
  const other = await open('另一次', { places: places.slice(0, 2) });
  // The three of the first market stand in the first round and are left out here by the program, which says so.
  assert.deepEqual([other.progress.planned, other.progress.leftOut], [2, 3]);
  const [doubled] = await items(other.id, { state: 'left-out' });
  assert.equal(doubled?.leftOut?.by, null);
  assert.match(doubled?.leftOut?.reason ?? '', /一个市场/);
  await refused(
    manager().call(takeBackIntoRound, { params: { id: other.id }, body: { items: [doubled?.id as never] } }),
    'round.otherRound',
  );
  const stray = await instrument('R-07', null);
  const added = await manager().call(addToRound, { params: { id }, body: { codes: [stray.code] } });
  assert.equal(added.progress.planned, 4);
  await refused(manager().call(addToRound, { params: { id }, body: { codes: ['320685999999999X'] } }), 'round.codeUnknown');
  // A narrower scope leaves out what it does not find and keeps what was added by hand.
  const { version } = await details(id);
  const narrower = await manager().call(collectRound, {
    params: { id },
    body: { name: '一个市场', demand: demand({ places: [places[2]] }), version },
  });
  assert.deepEqual([narrower.progress.planned, narrower.progress.leftOut], [2, 3]);
  await refused(
    manager().call(collectRound, { params: { id }, body: { name: '一个市场', demand: demand({ places }), version } }),
    'platform.stale',
  );
  for (const one of [id, other.id]) await manager().call(cancelRound, { params: { id: one }, body: { reason: '试列结束' } });
});

test('a round on site from the scope to the booking: holders file nothing, an open request is joined', async () => {
  // One of the scales was asked for by its holder already.
  const asked = await instrument('R-08', places[0] ?? null);
  await city.as('holder').call(requestEndpoints.submitRequest, {
    body: { instruments: [asked.id], verificationKind: 'subsequent', whereDone: 'on-site', ecqsNumber: null },
  });
  const { id } = await open('秋季市场检定', { places });
  await refused(manager().call(proposeArrangement, { params: { id } }), 'round.settingMissing');
  await refused(set(id, { teams: [{ persons: [city.ids.holder.person] }] }), 'round.settingMissing');
  const van = await manager().call(scheduleEndpoints.recordResource, { body: { kind: 'van', name: '苏F·检001', aboard: '砝码' } });
  const setting = {
    from: '2026-11-28',
    to: '2026-12-02',
    teams: [{ van: van.id, persons: [person('technician'), person('allRounder')] }],
    start: { longitude: '120.92', latitude: '32.39', address: '本所' },
    contactName: '钱峰',
    contactPhone: '0513-80000000',
    seconds: 5,
  };
  await set(id, setting);
  await manager().call(recordRoundMinutes, { body: { kind: 'price-computing-scale', minutes: 30 } });
  const recorded = (await manager().call(listRoundMinutes, {})).items.find(({ kind }) => kind === 'price-computing-scale');
  assert.deepEqual([recorded?.minutes, recorded?.isEstimate, recorded?.recordedBy], [30, false, '钱峰']);

  const proposal = await propose(id);
  assert.equal(proposal.state, 'solved', JSON.stringify(proposal.summary));
  assert.match(proposal.solver ?? '', /^HiGHS \d/);
  assert.deepEqual((await details(id)).slots, [], 'a proposal is not applied without a person');
  await manager().call(applyProposal, { params: { id: proposal.id } });
  const arranged = await details(id);
  // Six scales of thirty minutes and the ways between fit one day; the 28th and 29th of November are a weekend.
  assert.deepEqual(
    arranged.days.map(({ day, team, workMinutes }) => [day, team, workMinutes]),
    [['2026-11-30', 1, 180]],
  );
  assert.deepEqual(arranged.stopList.find(({ name }) => name === '河口早市')?.unarranged, 1, 'without coordinates it is placed by hand');
  const stop = arranged.stopList.find(({ name }) => name === '河口早市');
  assert.ok(stop);
  const put = { stop: stop.id, day: '2026-12-01', team: 1 };
  await refused(manager().call(arrangeStop, { params: { id }, body: { ...put, day: '2026-11-29' } }), 'round.dayOff');
  await refused(manager().call(arrangeStop, { params: { id }, body: { ...put, team: 2 } }), 'round.settingMissing');
  await manager().call(arrangeStop, { params: { id }, body: put });
  const [firstSlot] = (await details(id)).slots;
  assert.ok(firstSlot);
  await manager().call(moveSlot, { params: { id: firstSlot.id }, body: { day: '2026-12-01', team: 1, position: 1 } });
  const moved = (await details(id)).slots.filter(({ day }) => day === '2026-12-01');
  assert.deepEqual(
    moved.map(({ stopName, position, isLocked }) => [stopName, position, isLocked]),
    [
      [firstSlot.stopName, 1, true],
      ['河口早市', 2, true],
    ],
  );
  // What a person has fixed stays where it is when the rest is proposed anew.
  const again = await propose(id);
  assert.equal(again.state, 'solved', JSON.stringify(again.summary));
  await manager().call(applyProposal, { params: { id: again.id } });
  const kept = (await details(id)).slots;
  assert.equal(kept.find(({ stopName }) => stopName === firstSlot.stopName)?.day, '2026-12-01');
  await manager().call(lockSlots, { params: { id }, body: { slots: kept.map((slot) => slot.id), locked: false } });
  await refused(manager().call(applyProposal, { params: { id: again.id } }), 'round.outdated');

  await refused(manager().call(bookRound, { params: { id }, body: {} }), 'round.wrongState');
  const { version } = await details(id);
  const announced = await manager().call(announceRound, { params: { id }, body: { version } });
  assert.deepEqual([announced.state, announced.progress.planned], ['announced', 7]);
  const all = await items(id);
  assert.ok(all.every(({ request }) => request !== null));
  assert.deepEqual(
    all.filter(({ request }) => request?.joined === true).map((one) => one.instrument.serial),
    ['R-08'],
  );
  const steps = new Set(all.filter(({ request }) => request?.joined === false).map(({ request }) => request?.step));
  assert.deepEqual([...steps], ['accepted']);
  const mine = await details(id, 'holder');
  assert.deepEqual([mine.progress.planned, mine.setting.teams.length, mine.timeline.length], [7, 0, 0]);
  await refused(details(id, 'farHolder'), 'platform.notFound');
  await refused(
    manager().call(leaveOutOfRound, { params: { id }, body: { items: [all[0]?.id as never], reason: '太晚' } }),
    'round.requested',
  );

  const booked = await manager().call(bookRound, { params: { id }, body: {} });
  // The one that was joined is not accepted yet and waits.
  assert.equal(booked.progress.booked, 6);
  const { items: bookings } = await manager().call(scheduleEndpoints.listBookings, { query: {} });
  assert.deepEqual(
    new Set(bookings.map(({ firstDay, itemCount }) => `${firstDay} ${itemCount}`)),
    new Set((await details(id)).days.map(({ day, progress }) => `${day} ${progress.booked}`)),
  );
  await refused(manager().call(bookRound, { params: { id }, body: {} }), 'round.nothingToBook');
  const [bookedSlot] = (await details(id)).slots;
  await refused(
    manager().call(moveSlot, { params: { id: bookedSlot?.id as never }, body: { day: '2026-12-02', team: 1 } }),
    'round.bookedAlready',
  );
  const { items: rest } = await city.as('technician').call(listRoundItems, { params: { id }, query: { day: '2026-12-01', limit: '2' } });
  assert.equal(rest.length, 2);
  assert.equal((await items(id, { q: 'R-08' })).length, 1);

  const sheet = await city.as('technician').call(downloadRouteSheet, { params: { id }, query: {} });
  const book = new Excel.Workbook();
  await book.xlsx.load(Uint8Array.from(sheet.bytes).buffer as ArrayBuffer);
  const written = book.worksheets.flatMap((page) => page.getColumn(9).values.slice(4)).filter((value) => value !== undefined);
  assert.deepEqual(new Set(written), new Set(all.map((one) => one.instrument.serial)));
  const paper = await city.as('technician').call(downloadRouteSheet, { params: { id }, query: { format: 'pdf', day: '2026-12-01' } });
  assert.equal(Buffer.from(paper.bytes).subarray(0, 5).toString(), '%PDF-');
  const notice = await city.as('holder').call(downloadRoundNotice, { params: { id }, query: {} });
  assert.equal(Buffer.from(notice.bytes).subarray(0, 5).toString(), '%PDF-');

  assert.equal((await manager().call(beginRound, { params: { id } })).state, 'under-way');
  await refused(manager().call(beginRound, { params: { id } }), 'round.wrongState');
  const finished = await manager().call(finishRound, { params: { id }, body: { reason: '按计划完成' } });
  assert.equal(finished.state, 'finished');
  const { timeline } = await details(id);
  const event = timeline.find(({ kind }) => kind === 'round.announced');
  assert.deepEqual(event?.detail['holders'], [{ id: city.ids.holder.organization, instruments: 7 }]);
});

test('a lot of meters fills a bench day by day; too few days are refused with how many would do', async () => {
  const bench = await manager().call(scheduleEndpoints.recordResource, { body: { kind: 'bench', name: '衡器批检台', load: 4 } });
  for (let index = 1; index <= 9; index += 1) await instrument(`LOT-${index}`, null, 'holder');
  const { id } = await open('批量送检', { holder: city.ids.holder.organization }, 'meter-lot');
  // What another round has booked already would be found there; here the bench is filled with this lot alone.
  const others = (await items(id)).filter((item) => !item.instrument.serial.startsWith('LOT-')).map((item) => item.id);
  if (others.length > 0) await manager().call(leaveOutOfRound, { params: { id }, body: { items: others, reason: '另有安排' } });
  const count = (await details(id)).progress.planned;
  assert.equal(count, 9);
  const setting = { benches: [{ bench: bench.id, minutes: 400, positions: 2 }], seconds: 4 };
  await set(id, { ...setting, from: '2026-12-07', to: '2026-12-07' });
  const short = await propose(id);
  assert.equal(short.state, 'infeasible');
  assert.match(short.summary[0]?.[0] ?? '', /1 个工作日排不下/);
  await refused(manager().call(applyProposal, { params: { id: short.id } }), 'round.notSolved');
  await set(id, { ...setting, from: '2026-12-07', to: '2026-12-18' });
  const proposal = await propose(id);
  assert.equal(proposal.state, 'solved', JSON.stringify(proposal.summary));
  await manager().call(applyProposal, { params: { id: proposal.id } });
  const { days, slots } = await details(id);
  assert.equal(
    days.reduce((sum, { progress }) => sum + progress.planned, 0),
    count,
  );
  for (const { progress, workMinutes, mostMinutes, travelMinutes } of days)
    assert.ok(progress.planned <= 4 && workMinutes <= mostMinutes && travelMinutes === null);
  const [slot] = slots;
  assert.ok(slot);
  const target = { day: '2026-12-18', bench: bench.id };
  await manager().call(moveSlot, { params: { id: slot.id }, body: { ...target, count: 1 } });
  const after = (await details(id)).slots;
  assert.equal(after.find(({ day }) => day === '2026-12-18')?.count, 1);
  await refused(
    manager().call(moveSlot, { params: { id: after[after.length - 1]?.id as never }, body: { day: '2026-12-18', team: 1 } }),
    'round.settingMissing',
  );
  const { version } = await details(id);
  await manager().call(announceRound, { params: { id }, body: { version } });
  await manager().call(bookRound, { params: { id }, body: { day: '2026-12-18' } });
  assert.equal((await details(id)).days.find(({ day }) => day === '2026-12-18')?.progress.booked, 1);
  await manager().call(cancelRound, { params: { id }, body: { reason: '台位故障' } });
});

test('village clinics have their round by default: it is shown, drafted by the rule, opened once, and never announced by itself', async () => {
  const clinic = await place('village-clinic', '李庄村卫生室', '120.91', '32.42');
  await instrument('C-01', clinic);
  const { items: plans } = await manager().call(listDefaultRounds, {});
  assert.deepEqual(
    plans.map(({ region, placeKind, places: count, due, total, isDue, round }) => [region, placeKind, count, due, total, isDue, round]),
    [['320685', 'village-clinic', 1, 1, 1, true, null]],
  );
  const opened = await manager().call(openDefaultRound, { body: { region: '320685', placeKind: 'village-clinic' } });
  assert.deepEqual([opened.isDefault, opened.state, opened.progress.planned], [true, 'drafted', 1]);
  await refused(manager().call(openDefaultRound, { body: { region: '320685', placeKind: 'village-clinic' } }), 'round.openedAlready');
  const depot = await place('grain-depot', '城北粮库', '120.92', '32.43');
  await instrument('C-02', depot);
  const { roundJobs } = await import('./jobs.ts');
  const { perform } = await import('../../platform/jobs.ts');
  const once = () =>
    perform(
      'draftRounds',
      {},
      {
        database: city.database,
        files: undefined as never,
        clock: () => city.clock.now,
        demonstration: false,
        publicUrl: '',
        jobs: roundJobs,
        crontab: '',
      },
    );
  await once();
  await once();
  const drafted = (await manager().call(listDefaultRounds, {})).items.find(({ placeKind }) => placeKind === 'grain-depot');
  assert.equal(drafted?.round?.state, 'drafted');
  assert.equal((await manager().call(listRounds, { query: { q: '粮库' } })).total, 1, 'the second morning drafts nothing more');
});
