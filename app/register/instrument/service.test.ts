import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { nameplate, register, scale } from '../../../test/support/thread.ts';
import { instrumentEndpoints } from './contract.ts';
import { instrumentKindNames, instrumentKinds, nameplateForm } from './rules.ts';

const { listInstruments, readInstrument, registerInstrument, changeInstrument, moveInstrument, changeStatus } = instrumentEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const { kind: _kind, ...description } = scale;

test('a holder registers a scale once; a second time names the record there is', async () => {
  const { id, region, holder } = await register(city, 'holder', 'A-1');
  assert.equal(region, '320685');
  assert.equal(holder.name, '测试甲县惠民菜市场');
  const refusal = await refused(register(city, 'holder', 'A-1'), 'instrument.registeredAlready');
  assert.match(JSON.stringify(refusal.body), new RegExp(id));
});

test('the same serial number of another holder is another scale', async () => {
  await register(city, 'farHolder', 'A-1');
});

test('a nameplate that its class does not allow is refused field by field', async () => {
  const wrong = { ...nameplate, d: '2 g', max: '15', colour: 'red' };
  const refusal = await refused(
    city.as('holder').call(registerInstrument, { body: { ...scale, serial: 'A-2', parameters: wrong } }),
    'instrument.nameplate',
  );
  const paths = (refusal.body['issues'] as { path: string[] }[]).map(({ path }) => path.join('.'));
  assert.ok(paths.includes('parameters.max') && paths.includes('parameters.colour'), paths.join());
});

test('an institute records for a holder by its credit code; a holder does not record for others', async () => {
  const body = { ...scale, serial: 'A-3', holderCreditCode: '91329999MA0000003P' };
  const { holder } = await city.as('instituteManager').call(registerInstrument, { body });
  assert.equal(holder.name, '测试乙县供销超市');
  await refused(city.as('holder').call(registerInstrument, { body: { ...body, serial: 'A-4' } }), 'platform.forbidden');
  await refused(
    city.as('instituteManager').call(registerInstrument, { body: { ...body, holderCreditCode: '91329999MA00000099' } }),
    'instrument.holderUnknown',
  );
});

test('any part of model, serial number, name or holder finds it; a sign of a pattern is only a sign', async () => {
  await register(city, 'holder', 'XK_3190-77%');
  const found = async (q: string) =>
    (await city.as('cityRegulator').call(listInstruments, { query: { q } })).items.map(({ serial }) => serial);
  for (const q of ['3190', 'xk_31', '-77%', '惠民菜市']) assert.ok((await found(q)).includes('XK_3190-77%'), q);
  assert.deepEqual(await found('K%7'), []);
  assert.deepEqual(await found('XK.3190'), []);
});

test('a holder sees its own ledger, a county its county, nobody more', async () => {
  const seen = async (who: 'holder' | 'farHolder' | 'countyRegulator' | 'cityRegulator' | 'technician') =>
    (await city.as(who).call(listInstruments, { query: { q: 'A-1' } })).total;
  assert.equal(await seen('holder'), 1);
  assert.equal(await seen('farHolder'), 1);
  assert.equal(await seen('countyRegulator'), 1);
  assert.equal(await seen('cityRegulator'), 2);
  assert.equal(await seen('technician'), 0);
});

test('a correction keeps what stood there and is refused on an old version', async () => {
  const { id, version } = await register(city, 'holder', 'B-1');
  const change = (body: object) =>
    city.as('holder').call(changeInstrument, {
      params: { id },
      body: { ...description, serial: 'B-1', model: 'ACS-15A', version, reason: '型号录入有误', ...body },
    });
  const changed = await change({});
  assert.deepEqual([changed.model, changed.version], ['ACS-15A', 2]);
  await refused(change({ model: 'ACS-15B' }), 'platform.stale');
  await refused(change({ serial: 'A-1', model: 'ACS-15', version: 2 }), 'instrument.registeredAlready');
  const { timeline } = await city.as('holder').call(readInstrument, { params: { id } });
  const last = timeline[timeline.length - 1];
  assert.equal((last!.detail['before'] as { model: string }).model, 'ACS-15');
});

test('a move and a scrapping are records; a scrapped scale does not change any more', async () => {
  const { id } = await register(city, 'holder', 'C-1');
  const move = (onDay: string) =>
    city
      .as('holder')
      .call(moveInstrument, { params: { id }, body: { region: '320685', place: '水产区 3 号摊', onDay, reason: '摊位调整' } });
  await refused(move('2026-11-24'), 'platform.invalid');
  assert.equal((await move('2026-11-20')).place, '水产区 3 号摊');
  const scrap = () =>
    city.as('holder').call(changeStatus, { params: { id }, body: { change: 'scrap', onDay: '2026-11-23', reason: '损坏' } });
  assert.equal((await scrap()).status, 'scrapped');
  await refused(scrap(), 'instrument.scrapped');
  await refused(move('2026-11-21'), 'instrument.scrapped');
  const record = await city.as('holder').call(readInstrument, { params: { id } });
  assert.deepEqual(record.allowed, []);
  assert.equal(record.moves.length, 1);
  assert.deepEqual(record.statusChanges, [{ change: 'scrap', toStatus: 'scrapped', onDay: '2026-11-23', reason: '损坏' }]);
  await refused(city.as('farHolder').call(readInstrument, { params: { id } }), 'platform.notFound');
});

test('an instrument of each kind of the list stands in the ledger; a kind without a procedure takes no nameplate yet', async () => {
  const today = '2026-11-23';
  const without = instrumentKindNames.filter((kind) => nameplateForm(kind, today) === undefined);
  for (const kind of without) {
    const body = {
      ...scale,
      kind,
      name: instrumentKinds[kind].text[0],
      use: instrumentKinds[kind].use,
      serial: `K-${kind}`,
      parameters: {},
    };
    const { id } = await city.as('holder').call(registerInstrument, { body });
    assert.equal((await city.as('holder').call(readInstrument, { params: { id } })).kind, kind);
    await refused(
      city.as('holder').call(registerInstrument, { body: { ...body, serial: `L-${kind}`, parameters: { invented: '1' } } }),
      'instrument.nameplate',
    );
  }
  const [first] = without;
  if (first === undefined) return;
  const { items } = await city.as('holder').call(listInstruments, { query: { kind: first } });
  assert.deepEqual(
    items.map(({ serial }) => serial),
    [`K-${first}`],
  );
});

test('a kind that nobody knows is not registered', async () => {
  await refused(
    city.as('holder').call(registerInstrument, { body: { ...scale, serial: 'U-1', kind: 'ruler' as never } }),
    'platform.invalid',
  );
});

test('registered twice at once, by hand or with one number of e-CQS, an instrument stands in the ledger once', async () => {
  const both = await Promise.allSettled([register(city, 'holder', 'AO-1'), register(city, 'holder', 'AO-1')]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const withNumber = (serial: string) => city.as('holder').call(registerInstrument, { body: { ...scale, serial, ecqsNumber: 'TZ-AO' } });
  const numbered = await Promise.allSettled([withNumber('AO-2'), withNumber('AO-3')]);
  const refusals = numbered.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
  assert.deepEqual(refusals, ['instrument.ecqsNumberTaken']);
});
