import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { register, scale } from '../../../test/support/thread.ts';
import { instrumentEndpoints as i, type InstrumentId } from './contract.ts';

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const [market, farMarket] = ['91329999MA0000001H', '91329999MA0000003P'];
const offer = (who: PersonName, id: InstrumentId, receiverCreditCode = farMarket) =>
  city.as(who).call(i.offerInstrument, { params: { id }, body: { receiverCreditCode, onDay: '2026-11-20', reason: '摊位转让' } });
const accept = (who: PersonName, id: string) => city.as(who).call(i.acceptHandover, { params: { id }, body: { place: '粮油区 3 号摊' } });
const read = (who: PersonName, id: InstrumentId) => city.as(who).call(i.readInstrument, { params: { id } });

test('an instrument goes to another holder when that one accepts; its code stays, and the giver keeps its own time', async () => {
  const { id, code } = await register(city, 'holder', 'HO-1');
  await city.as('holder').call(i.changeStatus, { params: { id }, body: { change: 'seal', onDay: '2026-11-01', reason: '停用' } });
  await city.as('holder').call(i.changeStatus, { params: { id }, body: { change: 'unseal', onDay: '2026-11-02', reason: '启用' } });
  const made = await offer('holder', id);
  assert.deepEqual([made.status, made.to.name, made.allowed], ['offered', '测试乙县供销超市', ['withdraw']]);
  assert.equal((await read('holder', id)).offer?.id, made.id);
  await refused(read('farHolder', id), 'platform.notFound');
  const seen = (await city.as('farHolder').call(i.listHandovers, { query: { direction: 'in', status: 'offered' } })).items;
  assert.deepEqual([seen.length, seen[0]?.allowed, seen[0]?.instrument.code], [1, ['accept', 'decline'], code]);
  const accepted = await accept('farHolder', made.id);
  assert.equal(accepted.status, 'accepted');
  const now = await read('farHolder', id);
  assert.deepEqual(
    [now.code, now.holder.name, now.region, now.place, now.registrar],
    [code, '测试乙县供销超市', '320682', '粮油区 3 号摊', '测试乙县供销超市'],
  );
  await refused(read('holder', id), 'platform.notFound');
  // The receiver learns what the instrument went through, not why the giver did it.
  const sealed = now.timeline.find(({ kind }) => kind === 'instrument.sealed');
  assert.deepEqual([sealed?.reason, sealed?.person, sealed?.detail], [null, null, {}]);
  city.clock.now = new Date('2026-11-24T02:00:00Z');
  await city.as('farHolder').call(i.changeStatus, { params: { id }, body: { change: 'seal', onDay: '2026-11-24', reason: '接收方的事' } });
  const held = await city.as('holder').call(i.readHandover, { params: { id: made.id } });
  const kinds = held.timeline.map(({ kind }) => kind);
  assert.ok(kinds.includes('instrument.registered') && kinds.includes('instrument.handoverAccepted'));
  assert.ok(!JSON.stringify(held).includes('接收方的事'));
  assert.equal(held.timeline.find(({ kind }) => kind === 'instrument.sealed')?.reason, '停用');
  city.clock.now = new Date('2026-11-23T02:00:00Z');
});

test('an institute that recorded it does not give it away, nor does anybody else; the giver is not the receiver', async () => {
  const { id } = await city
    .as('instituteManager')
    .call(i.registerInstrument, { body: { ...scale, serial: 'HO-2', holderCreditCode: market } });
  await refused(offer('instituteManager', id), 'platform.forbidden');
  await refused(offer('farHolder', id), 'platform.notFound');
  await refused(offer('holder', id, market), 'instrument.ownReceiver');
  await refused(offer('holder', id, '91329999MA00000099'), 'instrument.holderUnknown');
  const { id: handover } = await offer('holder', id);
  await refused(offer('holder', id), 'instrument.offered');
  await refused(accept('holder', handover), 'platform.forbidden');
  await refused(accept('outsider', handover), 'platform.notFound');
});

test('an offer is declined or taken back with a reason, and is then decided', async () => {
  const { id } = await register(city, 'holder', 'HO-3');
  const first = await offer('holder', id);
  const decline = () => city.as('farHolder').call(i.declineHandover, { params: { id: first.id }, body: { reason: '与实物不符' } });
  const declined = await decline();
  assert.deepEqual([declined.status, declined.decisionReason], ['declined', '与实物不符']);
  await refused(decline(), 'instrument.handoverDecided');
  const second = await offer('holder', id);
  await refused(
    city.as('farHolder').call(i.withdrawHandover, { params: { id: second.id }, body: { reason: '不是我的' } }),
    'platform.forbidden',
  );
  await city.as('holder').call(i.withdrawHandover, { params: { id: second.id }, body: { reason: '暂不转让' } });
  await refused(accept('farHolder', second.id), 'instrument.handoverDecided');
  assert.equal((await read('holder', id)).holder.name, '测试甲县惠民菜市场');
});

test('a receiver that has this instrument already does not get it twice', async () => {
  const { id } = await register(city, 'holder', 'HO-4');
  await register(city, 'farHolder', 'HO-4');
  const { id: handover } = await offer('holder', id);
  await refused(accept('farHolder', handover), 'instrument.registeredAlready');
  assert.equal((await read('holder', id)).offer?.id, handover);
});

test('accepted and taken back at once, one of the two happens', async () => {
  const { id } = await register(city, 'holder', 'HO-5');
  const { id: handover } = await offer('holder', id);
  const both = await Promise.allSettled([
    accept('farHolder', handover),
    city.as('holder').call(i.withdrawHandover, { params: { id: handover }, body: { reason: '暂不转让' } }),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
});

test('what was scrapped or lost in the meantime does not change hands', async () => {
  const { id } = await register(city, 'holder', 'HO-6');
  const { id: handover } = await offer('holder', id);
  await city.as('holder').call(i.changeStatus, { params: { id }, body: { change: 'lose', onDay: '2026-11-22', reason: '被盗' } });
  await refused(accept('farHolder', handover), 'instrument.otherState');
});

test('parts go with their installation; a part that goes alone leaves it', async () => {
  const dispenser = await register(city, 'holder', 'HO-7');
  const nozzle = async (serial: string) =>
    (await city.as('holder').call(i.registerInstrument, { body: { ...scale, serial, name: '油枪', parentId: dispenser.id } })).id;
  const [one, two] = [await nozzle('HO-7-1'), await nozzle('HO-7-2')];
  assert.deepEqual(
    (await read('holder', dispenser.id)).parts.map(({ serial }) => serial),
    ['HO-7-1', 'HO-7-2'],
  );
  assert.equal((await read('holder', one)).parent?.id, dispenser.id);
  const alone = await offer('holder', two);
  await accept('farHolder', alone.id);
  assert.equal((await read('farHolder', two)).parent, null);
  const whole = await offer('holder', dispenser.id);
  assert.equal(whole.instrument.parts, 1);
  await accept('farHolder', whole.id);
  assert.equal((await read('farHolder', one)).parent?.id, dispenser.id);
  assert.equal((await read('farHolder', one)).place, '粮油区 3 号摊');
});

test('an installation is another recorded instrument of the same holder and no part itself', async () => {
  const far = await register(city, 'farHolder', 'HO-8');
  const parent = await register(city, 'holder', 'HO-9');
  const part = await city.as('holder').call(i.registerInstrument, { body: { ...scale, serial: 'HO-9-1', parentId: parent.id } });
  const wrong = (parentId: InstrumentId) =>
    refused(city.as('holder').call(i.registerInstrument, { body: { ...scale, serial: 'HO-9-2', parentId } }), 'instrument.parentUnknown');
  await wrong(far.id);
  await wrong(part.id);
  const { kind: _kind, ...description } = scale;
  await refused(
    city.as('holder').call(i.changeInstrument, {
      params: { id: parent.id },
      body: { ...description, serial: 'HO-9', parentId: parent.id, version: 1, reason: '误填' },
    }),
    'instrument.parentUnknown',
  );
});
