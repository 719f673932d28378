import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { adopt, designate, issued, register, scale, submit } from '../../../test/support/thread.ts';
import { certificateEndpoints } from '../../measure/certificate/contract.ts';
import { recordDivisions } from '../division/service.ts';
import { placeEndpoints } from '../place/contract.ts';
import { instrumentEndpoints as i, type InstrumentId } from './contract.ts';
import type { StatusChange } from './rules.ts';

let city: City;
before(async () => {
  city = await openCity();
  await recordDivisions(
    { db: city.database.db, now: city.clock.now.toISOString() },
    [
      { code: '320685100', name: '测试甲镇', region: '320685' },
      { code: '320685100001', name: '测试一社区', region: '320685' },
      { code: '320682001', name: '测试丙街道', region: '320682' },
    ],
    '测试虚构',
  );
});
after(() => city.close());

const read = (id: InstrumentId, who: PersonName = 'holder') => city.as(who).call(i.readInstrument, { params: { id } });
const change = (id: InstrumentId, what: StatusChange, onDay = '2026-11-20', who: PersonName = 'holder') =>
  city.as(who).call(i.changeStatus, { params: { id }, body: { change: what, onDay, reason: '测试理由' } });

test('an instrument is sealed and unsealed, repaired, lost and found, each a row with its day and reason', async () => {
  const { id } = await register(city, 'holder', 'ST-1');
  const states: string[] = [];
  for (const what of ['seal', 'unseal', 'send', 'return', 'lose', 'find'] as const) states.push((await change(id, what)).status);
  assert.deepEqual(states, ['sealed', 'in-use', 'in-repair', 'in-use', 'lost', 'in-use']);
  const { statusChanges, timeline } = await read(id);
  assert.deepEqual(
    statusChanges.map((one) => one.change),
    ['seal', 'unseal', 'send', 'return', 'lose', 'find'],
  );
  assert.deepEqual(
    timeline.map(({ kind }) => kind.split('.')[1]),
    ['registered', 'sealed', 'unsealed', 'sentToRepair', 'repaired', 'lost', 'found'],
  );
});

test('a state that does not allow it, a day to come, another organization and a role without the permit are refused', async () => {
  const { id } = await register(city, 'holder', 'ST-2');
  await refused(change(id, 'unseal'), 'instrument.otherState');
  await refused(change(id, 'seal', '2026-11-24'), 'platform.invalid');
  await refused(change(id, 'seal', '2026-11-20', 'farHolder'), 'platform.notFound');
  await refused(change(id, 'seal', '2026-11-20', 'countyRegulator'), 'platform.forbidden');
  await change(id, 'lose');
  const move = { region: '320685', place: '别处', onDay: '2026-11-20', reason: '测试理由' };
  await refused(city.as('holder').call(i.moveInstrument, { params: { id }, body: move }), 'instrument.otherState');
});

test('of two who scrap at once one does, and there is one row', async () => {
  const { id } = await register(city, 'holder', 'ST-3');
  const both = await Promise.allSettled([change(id, 'scrap'), change(id, 'scrap')]);
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
  assert.equal((await read(id)).statusChanges.length, 1);
});

test('a place gives its county, township and coordinates; what does not fit together is refused field by field', async () => {
  const market = await city.as('countyRegulator').call(placeEndpoints.recordPlace, {
    body: {
      kind: 'market',
      name: '测试城东市场',
      operatorCreditCode: null,
      region: '320685',
      township: '320685100',
      village: '320685100001',
      address: '测试路 1 号',
      longitude: '120.9001',
      latitude: '32.5',
      openedOn: '2019-05-01',
    } as never,
  });
  const { id } = await register(city, 'holder', 'MV-1');
  const move = (body: object) =>
    city.as('holder').call(i.moveInstrument, {
      params: { id },
      body: { region: '320685', place: '12 号摊', onDay: '2026-11-20', reason: '迁入市场', ...body } as never,
    });
  const moved = await move({ placeId: market.id });
  assert.deepEqual(
    [moved.township, moved.townshipName, moved.village, moved.placeName, moved.longitude, moved.latitude],
    ['320685100', '测试甲镇', '320685100001', '测试城东市场', '120.9001', '32.5'],
  );
  const issue = async (body: object) => {
    const { body: answer } = await refused(move(body), 'instrument.placeUnknown');
    return (answer['issues'] as { path: string[] }[]).map(({ path }) => path[0]);
  };
  assert.deepEqual(await issue({ township: '320682001' }), ['township']);
  assert.deepEqual(await issue({ township: null, village: '320685100001' }), ['village']);
  assert.deepEqual(await issue({ region: '320682', placeId: market.id }), ['region']);
  assert.deepEqual(await issue({ placeId: '00000000-0000-4000-8000-000000000000' }), ['placeId']);
  assert.deepEqual(await issue({ longitude: '120.5' }), ['latitude']);
  assert.equal((await read(id)).moves.length, 1);
});

test('a batch is done whole or not at all, and those that stand in the way are named', async () => {
  const ids: InstrumentId[] = [];
  for (const n of [1, 2, 3]) ids.push((await register(city, 'holder', `BA-${n}`)).id);
  const far = await register(city, 'farHolder', 'BA-4');
  const seal = (instruments: InstrumentId[]) =>
    city.as('holder').call(i.changeStatuses, { body: { instruments, change: 'seal', onDay: '2026-11-20', reason: '停业盘点' } });
  await change(ids[2]!, 'scrap');
  const refusal = await refused(seal([...ids, far.id]), 'instrument.batchRefused');
  const issues = refusal.body['issues'] as { path: (string | number)[]; message: string }[];
  assert.deepEqual(
    issues.map(({ path }) => path[1]),
    [2, 3],
  );
  assert.match(issues[0]!.message, /BA-3.*已报废/);
  assert.doesNotMatch(issues[1]!.message, /BA-4/);
  assert.equal((await read(ids[0]!)).status, 'in-use');
  const { instruments } = await seal(ids.slice(0, 2));
  assert.equal(instruments.length, 2);
  assert.equal((await read(ids[1]!)).status, 'sealed');
  await refused(seal(ids.slice(0, 2)), 'instrument.batchRefused');
  const moved = await city.as('holder').call(i.moveInstruments, {
    body: { instruments: ids.slice(0, 2), region: '320685', township: '320685100', place: '新仓库', onDay: '2026-11-21', reason: '搬迁' },
  });
  assert.equal(moved.instruments.length, 2);
  assert.equal((await read(ids[1]!)).townshipName, '测试甲镇');
});

test('two batches that overlap at once never wait for each other for good', async () => {
  const ids: InstrumentId[] = [];
  for (const n of [1, 2, 3, 4]) ids.push((await register(city, 'holder', `LK-${n}`)).id);
  const seal = (instruments: InstrumentId[]) =>
    city.as('holder').call(i.changeStatuses, { body: { instruments, change: 'seal', onDay: '2026-11-20', reason: '停业盘点' } });
  const both = await Promise.allSettled([seal(ids), seal([...ids].reverse())]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
});

test('what a certificate says reaches the ledger; a repair ends it, and a revocation brings back what was before', async () => {
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  const { instrument, document } = await issued(city, 'RE-1');
  const seen = await read(instrument.id);
  assert.deepEqual(
    [seen.verdict, seen.verifiedOn, seen.certificateNumber, seen.dueOn, seen.validity, seen.resultOrigin, seen.verifiedBy],
    ['pass', '2026-11-23', document.number, '2027-11-22', 'periodic', 'platform', '测试甲县计量检定测试所'],
  );
  const failed = await issued(city, 'RE-2', 'fail-above-2000e');
  const notice = await read(failed.instrument.id);
  assert.deepEqual([notice.verdict, notice.dueOn, notice.certificateNumber], ['fail', null, failed.document.number]);
  await change(instrument.id, 'send', '2026-11-23');
  const repaired = await change(instrument.id, 'return', '2026-11-23');
  assert.deepEqual([repaired.verdict, repaired.dueOn, repaired.verifiedOn], [null, null, '2026-11-23']);
  // A revocation computes anew: nothing holds any more, and the repair does not matter.
  await city
    .as('approver')
    .call(certificateEndpoints.revokeCertificate, { params: { number: document.number }, body: { reason: '标准器失准' } });
  const after = await read(instrument.id);
  assert.deepEqual([after.verdict, after.verifiedOn, after.certificateNumber, after.resultOrigin], [null, null, null, null]);
});

test('a certificate of elsewhere is what its holder reports: marked, with its scan, and taken back when it was wrong', async () => {
  const { id } = await register(city, 'holder', 'RP-1');
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const { id: file } = await city.as('holder').upload('证书.png', png);
  const body = { number: '外证-001', verifiedOn: '2026-03-01', validUntil: '2027-02-28', institute: '外省计量院', file: file as never };
  const report = (who: PersonName, more: object = {}) => city.as(who).call(i.reportResult, { params: { id }, body: { ...body, ...more } });
  await refused(report('holder', { verifiedOn: '2026-11-24', validUntil: null }), 'platform.invalid');
  await refused(report('holder', { validUntil: '2026-02-28' }), 'instrument.reportedWrongly');
  await refused(report('farHolder'), 'platform.notFound');
  const reported = await report('holder');
  assert.deepEqual(
    [reported.verdict, reported.dueOn, reported.resultOrigin, reported.verifiedBy],
    ['pass', '2027-02-28', 'reported', '外省计量院'],
  );
  await refused(report('holder'), 'instrument.reportedAlready');
  const { reported: list } = await read(id);
  const result = list[0]!.id;
  const scan = await city.as('countyRegulator').call(i.readReportedScan, { params: { id, result } });
  assert.equal(scan.bytes.byteLength, png.byteLength);
  await refused(city.as('farHolder').call(i.readReportedScan, { params: { id, result } }), 'platform.notFound');
  const withdraw = () => city.as('holder').call(i.withdrawReportedResult, { params: { id, result }, body: { reason: '编号录错' } });
  const withdrawn = await withdraw();
  assert.deepEqual([withdrawn.verdict, withdrawn.resultOrigin], [null, null]);
  await refused(withdraw(), 'instrument.otherState');
  await report('holder');
});

test('a photo of the nameplate belongs to who uploaded it and is seen by whoever sees the instrument', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const { id: photoId } = await city.as('holder').upload('铭牌.png', png);
  const { id } = await city.as('holder').call(i.registerInstrument, { body: { ...scale, serial: 'PH-1', photoId: photoId as never } });
  assert.equal((await read(id)).photo?.name, '铭牌.png');
  const photo = await city.as('countyRegulator').call(i.readInstrumentPhoto, { params: { id } });
  assert.equal(photo.bytes.byteLength, png.byteLength);
  await refused(
    city.as('farHolder').call(i.registerInstrument, { body: { ...scale, serial: 'PH-2', photoId: photoId as never } }),
    'platform.notFound',
  );
  const bare = await register(city, 'holder', 'PH-3');
  await refused(city.as('holder').call(i.readInstrumentPhoto, { params: { id: bare.id } }), 'platform.notFound');
});

test('one history tells of the instrument, its request and its document, and each sees what is its own', async () => {
  const { instrument, document } = await issued(city, 'TL-1');
  const kinds = async (who: PersonName) => new Set((await read(instrument.id, who)).timeline.map(({ kind }) => kind));
  const holder = await kinds('holder');
  for (const kind of ['instrument.registered', 'request.submitted', 'verification.approved', 'certificate.issued'])
    assert.ok(holder.has(kind), kind);
  assert.ok(!holder.has('verification.saved'));
  assert.ok((await kinds('technician')).has('verification.saved'));
  assert.ok((await kinds('cityRegulator')).has('verification.saved'));
  const { timeline } = await read(instrument.id);
  assert.ok(timeline.filter(({ kind }) => kind.startsWith('verification.')).every(({ person }) => person === null));
  assert.ok(
    timeline.some(({ kind, organization }) => kind === 'certificate.issued' && organization !== null),
    document.number,
  );
});

test('a long history comes page by page', async () => {
  const { id } = await register(city, 'holder', 'TL-2');
  for (let n = 0; n < 30; n += 1) {
    await change(id, 'seal');
    await change(id, 'unseal');
  }
  const record = await read(id);
  assert.equal(record.timeline.length, 50);
  assert.notEqual(record.earlier, null);
  const { items, earlier } = await city.as('holder').call(i.readInstrumentTimeline, { params: { id }, query: { before: record.earlier! } });
  assert.deepEqual([items.length, earlier, items[0]!.kind], [11, null, 'instrument.registered']);
  await refused(city.as('farHolder').call(i.readInstrumentTimeline, { params: { id }, query: {} }), 'platform.notFound');
});

test('an institute sees what it is designated for before anybody asked, and nothing of another county', async () => {
  const { id } = await register(city, 'holder', 'DS-1');
  const far = await register(city, 'farHolder', 'DS-2');
  assert.equal((await read(id, 'technician')).id, id);
  await refused(read(far.id, 'technician'), 'platform.notFound');
  await refused(read(id, 'farInstituteManager'), 'platform.notFound');
  await submit(city, 'holder', [id]);
});

test('that it was asked for in time and not done in time by the institute is a fact on its record', async () => {
  const { id } = await register(city, 'holder', 'LT-1');
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const { id: file } = await city.as('holder').upload('证书.png', png);
  await city.as('holder').call(i.reportResult, {
    params: { id },
    body: { number: '外证-9', verifiedOn: '2025-11-26', validUntil: '2026-11-25', institute: '外省计量院', file: file as never },
  });
  const request = await submit(city, 'holder', [id]);
  assert.equal((await read(id)).late, null);
  city.clock.now = new Date('2026-11-27T02:00:00Z');
  assert.deepEqual((await read(id)).late, { requestId: request.id, submittedOn: '2026-11-23', askedDueOn: '2026-11-25', servedOn: null });
  city.clock.now = new Date('2026-11-23T02:00:00Z');
});
