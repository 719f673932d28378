import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ExcelJS from 'exceljs';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import {
  acceptedItem,
  adopt,
  designate,
  equip,
  example,
  register,
  submit,
  submitDraft,
  withoutKind,
} from '../../../test/support/thread.ts';
import { certificateEndpoints } from '../../measure/certificate/contract.ts';
import { requestEndpoints } from '../../measure/request/contract.ts';
import { verificationEndpoints } from '../../measure/verification/contract.ts';
import { custodyEndpoints } from './contract.ts';
import { readSlipNumber } from './rules.ts';
import { recordVisit } from './service.ts';

const {
  findReceivable,
  receiveInstruments,
  addToSlip,
  listSlips,
  readSlip,
  listCustody,
  readCustody,
  moveCustody,
  fetchInstruments,
  returnUntested,
  unmaskBringer,
  exportCustody,
  printSlip,
  printLabels,
} = custodyEndpoints;

let city: City;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
});
after(() => city.close());

const sound = (item: string) => ({ item: item as never, condition: 'sound' as const });
const receive = (items: readonly string[], more: Record<string, unknown> = {}) =>
  city.as('technician').call(receiveInstruments, {
    body: { items: items.map(sound), broughtBy: '李小红', broughtPhone: '13812340000', ...more },
  });
const slipOf = (id: string) => city.as('technician').call(readSlip, { params: { id: id as never } });
const codeOf = async (id: string): Promise<string> => {
  const { pickUpCode } = await city.as('holder').call(readSlip, { params: { id: id as never } });
  assert.ok(pickUpCode);
  return pickUpCode;
};

const stepOf = async (item: string): Promise<string | undefined> =>
  (await city.database.db.selectFrom('requestItem').select('step').where('id', '=', item).executeTakeFirst())?.step;

/** A received scale is tested, checked and approved, until its document is issued. */
async function verify(item: string) {
  const { weights } = await equip(city);
  const { id, version } = await city.as('technician').call(verificationEndpoints.takeUpItem, { body: { item: item as never } });
  const draft = { version, testedOn: '2026-11-23', standards: [weights], ...withoutKind(example('pass-initial')) };
  await city.as('technician').call(verificationEndpoints.saveDraft, { params: { id }, body: draft });
  await submitDraft(city, id);
  await city.as('checker').call(verificationEndpoints.checkVerification, { params: { id } });
  return city.as('approver').call(certificateEndpoints.approveVerification, { params: { id } });
}

test('a scanned code for life, serial or request leads to what can be received, and says why something cannot', async () => {
  const { instrument, request, item } = await acceptedItem(city, 'S-1');
  for (const code of [instrument.code, 's-1', request.id, item, `https://example.org/i/${instrument.code}`]) {
    const found = await city.as('technician').call(findReceivable, { query: { code } });
    assert.deepEqual(
      found.candidates.map((one) => [one.item, one.refusal]),
      [[item, null]],
      code,
    );
  }
  const waiting = await submit(city, 'holder', [(await register(city, 'holder', 'S-2')).id]);
  const { candidates } = await city.as('technician').call(findReceivable, { query: { code: 'S-2' } });
  assert.deepEqual(
    candidates.map(({ refusal, request: of }) => [refusal, of]),
    [['not-accepted', waiting.id]],
  );
  const nothing = await city.as('technician').call(findReceivable, { query: { code: 'no such thing' } });
  assert.deepEqual([nothing.candidates, nothing.held, nothing.slips, nothing.unrequested], [[], [], [], []]);
  await refused(city.as('holder').call(findReceivable, { query: { code: 'S-1' } }), 'platform.forbidden');
  const far = await city.as('farInstituteManager').call(findReceivable, { query: { code: 'S-1' } });
  assert.deepEqual(far.candidates, [], 'another institute is not asked');
});

test('instruments of one holder are received on one slip, each with its label, and the clock begins', async () => {
  const [one, two] = [await acceptedItem(city, 'R-1'), await acceptedItem(city, 'R-2')];
  const slip = await city.as('technician').call(receiveInstruments, {
    body: {
      items: [
        sound(one.item),
        { item: two.item, condition: 'worn', conditionNote: '秤盘有划痕', accessories: '电源适配器 1 个', pieces: 2 },
      ],
      broughtBy: '李小红',
      broughtPhone: '13812340000',
    },
  });
  assert.deepEqual(readSlipNumber(slip.number), { number: slip.number, label: null });
  assert.deepEqual([slip.itemCount, slip.heldCount, slip.broughtPhone, slip.receivedOn], [2, 2, '138****0000', '2026-11-23']);
  const details = await slipOf(slip.id);
  assert.deepEqual(
    details.items.map(({ label, step, status, location, pieces }) => [label, step, status, location, pieces]),
    [
      [`${slip.number}-01`, 'received', 'held', 'counter', 1],
      [`${slip.number}-02`, 'received', 'held', 'counter', 2],
    ],
  );
  assert.equal(details.pickUpCode, null, 'the counter asks for the code, it does not read it out');
  assert.ok(details.items.every(({ dueBy }) => dueBy !== null) && details.expectedOn !== null);
  assert.equal(await stepOf(one.item), 'received');
  await refused(receive([one.item]), 'custody.cannotReceive');
});

test('what is not sound has to be described, and a slip is for one holder', async () => {
  const { item } = await acceptedItem(city, 'R-3');
  const call = city.as('technician').call(receiveInstruments, { body: { items: [{ item, condition: 'damaged' }], broughtBy: '李小红' } });
  await refused(call, 'custody.conditionUnsaid');
  await designate(city, 'cityRegulator', '320682', 'instituteManager');
  const far = await register(city, 'farHolder', 'R-4');
  const request = await submit(city, 'farHolder', [far.id]);
  await city.as('instituteManager').call(requestEndpoints.acceptRequest, { params: { id: request.id } });
  const { items } = await city.as('farHolder').call(requestEndpoints.readRequest, { params: { id: request.id } });
  await refused(receive([item, items[0]!.id]), 'custody.otherHolder');
  const slip = await receive([item]);
  const add = (id: string) => city.as('technician').call(addToSlip, { params: { id: slip.id }, body: { items: [sound(id)] } });
  await refused(add(items[0]!.id), 'custody.otherHolder');
  const more = await acceptedItem(city, 'R-5');
  assert.equal((await add(more.item)).itemCount, 2);
  const { items: labelled } = await slipOf(slip.id);
  assert.deepEqual(
    labelled.map(({ label }) => label.slice(-2)),
    ['01', '02'],
  );
  city.clock.now = new Date('2026-11-24T02:00:00Z');
  const late = await acceptedItem(city, 'R-6');
  await refused(add(late.item), 'custody.slipClosed');
  city.clock.now = new Date('2026-11-23T02:00:00Z');
});

test('what was not asked of the institute cannot be received there, and nobody else sees a slip', async () => {
  const { item } = await acceptedItem(city, 'R-7');
  const body = { items: [sound(item)], broughtBy: '某人' };
  await refused(city.as('farInstituteManager').call(receiveInstruments, { body }), 'platform.notFound');
  await refused(city.as('checker').call(receiveInstruments, { body }), 'platform.forbidden');
  const slip = await receive([item]);
  for (const who of ['holder', 'countyRegulator', 'cityRegulator', 'instituteManager'] as const)
    assert.equal((await city.as(who).call(readSlip, { params: { id: slip.id } })).id, slip.id);
  for (const who of ['farHolder', 'farInstituteManager', 'outsider'] as const)
    await refused(city.as(who).call(readSlip, { params: { id: slip.id } }), 'platform.notFound');
  await refused(city.as('countyRegulator').call(printSlip, { params: { id: slip.id }, query: {} }), 'platform.forbidden');
  const { items } = await city.as('holder').call(listSlips, { query: { q: slip.number, open: 'true' } });
  assert.deepEqual(
    items.map(({ id }) => id),
    [slip.id],
  );
  assert.equal((await city.as('farHolder').call(listSlips, { query: {} })).total, 0);
});

test('two counters that take the same instrument at once make out one slip, and no number is left out', async () => {
  const { item } = await acceptedItem(city, 'R-8');
  const both = await Promise.allSettled([
    receive([item]),
    city.as('instituteManager').call(receiveInstruments, { body: { items: [sound(item)], broughtBy: '李小红' } }),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const { items } = await city.as('instituteManager').call(listSlips, { query: { limit: 200 } });
  const series = items.map(({ number }) => Number(number.slice(6, 12))).sort((a, b) => a - b);
  assert.deepEqual(
    series,
    series.map((_, index) => index + 1),
  );
});

test('where an instrument is and was is a chain of moves', async () => {
  const { item } = await acceptedItem(city, 'M-1');
  const slip = await receive([item]);
  const { items } = await slipOf(slip.id);
  const ids = items.map(({ id }) => id);
  await city.as('technician').call(moveCustody, { body: { items: ids, location: 'shelf', locationName: 'A3' } });
  await city.as('technician').call(moveCustody, { body: { items: ids, location: 'bench', locationName: '衡器一号台', note: '上台' } });
  const chain = await city.as('holder').call(readCustody, { params: { id: ids[0]! } });
  assert.deepEqual(
    chain.moves.map(({ location, locationName, person }) => [location, locationName, person]),
    [
      ['counter', '', '陈立'],
      ['shelf', 'A3', '陈立'],
      ['bench', '衡器一号台', '陈立'],
    ],
  );
  const { items: there } = await city.as('technician').call(listCustody, { query: { location: 'bench', q: '一号台' } });
  assert.deepEqual(
    there.map(({ id }) => id),
    ids,
  );
  const strange = { items: ids, location: 'shelf' as const };
  await refused(city.as('farInstituteManager').call(moveCustody, { body: strange }), 'platform.notFound');
  await refused(city.as('holder').call(moveCustody, { body: strange }), 'platform.forbidden');
  await refused(city.as('outsider').call(readCustody, { params: { id: ids[0]! } }), 'platform.notFound');
});

test('an instrument is fetched once, with its certificate, by the pick-up code or a signature', async () => {
  const { item } = await acceptedItem(city, 'F-1');
  const slip = await receive([item]);
  const [held] = (await slipOf(slip.id)).items;
  const code = await codeOf(slip.id);
  const fetch = (more: Record<string, unknown> = {}, who: 'technician' | 'instituteManager' = 'technician') =>
    city.as(who).call(fetchInstruments, {
      body: { items: [held!.id], fetchedBy: '李小红', fetchedPhone: '13812340000', proof: 'code', code, ...more },
    });
  await refused(fetch(), 'custody.notIssued');
  const document = await verify(item);
  const waiting = await city.as('technician').call(listCustody, { query: { waiting: 'true' } });
  assert.deepEqual(
    waiting.items.map(({ id, step, waitingSince }) => [id, step, waitingSince !== null]),
    [[held!.id, 'issued', true]],
  );
  await refused(fetch({ code: code === 'AAAAAA' ? 'CCCCCC' : 'AAAAAA' }), 'custody.wrongCode');
  await refused(fetch({ code: null }), 'custody.proofMissing');
  await refused(fetch({ proof: 'signature', code: null, proofNote: '' }), 'custody.proofMissing');
  const both = await Promise.allSettled([fetch({ code: code.toLowerCase() }), fetch({}, 'instituteManager')]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const chain = await city.as('technician').call(readCustody, { params: { id: held!.id } });
  assert.deepEqual(
    [chain.status, chain.step, chain.location, chain.ending?.certificateNumber, chain.ending?.fetchedPhone, chain.moves.length],
    ['fetched', 'fetched', 'left', document.number, '138****0000', 2],
  );
  assert.equal(await stepOf(item), 'fetched');
  await refused(fetch(), 'custody.leftAlready');
  const move = { items: [held!.id], location: 'shelf' as const };
  await refused(city.as('technician').call(moveCustody, { body: move }), 'custody.leftAlready');
});

test('what is returned untested says why and may come again; what is tested may not be returned so', async () => {
  const { item } = await acceptedItem(city, 'U-1');
  const slip = await receive([item]);
  const [held] = (await slipOf(slip.id)).items;
  const leave = (id: string) =>
    city.as('technician').call(returnUntested, {
      body: { items: [id as never], fetchedBy: '李小红', proof: 'signature', proofNote: '收样单上签字', reason: '无法开机，先修理' },
    });
  await leave(held!.id);
  const chain = await city.as('technician').call(readCustody, { params: { id: held!.id } });
  assert.deepEqual([chain.status, chain.step, chain.ending?.reason], ['returned', 'accepted', '无法开机，先修理']);
  const again = await receive([item]);
  await verify(item);
  const [tested] = (await slipOf(again.id)).items;
  await refused(leave(tested!.id), 'custody.workUnderWay');
});

test('what waits too long is found by its age', async () => {
  city.clock.now = new Date('2027-01-15T02:00:00Z');
  const { items } = await city.as('technician').call(listCustody, { query: { waiting: 'true', days: 30 } });
  assert.ok(items.length > 0 && items.every(({ days, step }) => days >= 30 && step === 'issued'));
  const none = await city.as('technician').call(listCustody, { query: { waiting: 'true', days: 400 } });
  assert.equal(none.total, 0);
  city.clock.now = new Date('2026-11-23T02:00:00Z');
});

test('the telephone of who brought it is masked; seeing it takes a reason and is recorded', async () => {
  const { item } = await acceptedItem(city, 'P-1');
  const slip = await receive([item]);
  const body = { reason: '通知领取' };
  assert.equal((await city.as('technician').call(unmaskBringer, { params: { id: slip.id }, body })).phone, '13812340000');
  const { timeline } = await slipOf(slip.id);
  assert.ok(timeline.some(({ kind, reason }) => kind === 'custody.unmasked' && reason === body.reason));
  await refused(city.as('farInstituteManager').call(unmaskBringer, { params: { id: slip.id }, body }), 'platform.notFound');
});

test('slip, labels and register are handed out as files', async () => {
  const items = [];
  for (const serial of ['L-1', 'L-2']) items.push((await acceptedItem(city, serial)).item);
  const slip = await receive(items);
  for (const size of ['A4', 'A5'] as const) {
    const { bytes } = await city.as('holder').call(printSlip, { params: { id: slip.id }, query: { size } });
    assert.equal(Buffer.from(bytes).subarray(0, 5).toString(), '%PDF-');
  }
  for (const size of ['40x30', '50x30'] as const) {
    const { bytes } = await city.as('technician').call(printLabels, { params: { id: slip.id }, query: { size } });
    const text = Buffer.from(bytes).toString('latin1');
    assert.equal([...text.matchAll(/\/Type \/Page\b/g)].length, 2, 'a label a page');
    assert.match(text, size === '40x30' ? /MediaBox \[0 0 113\.38\d* 85\.0\d*\]/ : /MediaBox \[0 0 141\.73\d* 85\.0\d*\]/);
  }
  await refused(
    city.as('technician').call(printLabels, { params: { id: slip.id }, query: { item: slip.id as never } }),
    'platform.notFound',
  );
  const { bytes } = await city.as('technician').call(exportCustody, { query: { slip: slip.id } });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  const sheet = book.worksheets[0];
  assert.equal(sheet?.rowCount, 3);
  assert.ok(JSON.stringify(sheet?.getRow(2).values).includes(slip.number));
  assert.ok(JSON.stringify(sheet?.getRow(1).values).includes('现在何处'));
});

test('a visit is recorded for what was accepted, and for nothing that is held', async () => {
  const [there, held] = [await acceptedItem(city, 'V-1'), await acceptedItem(city, 'V-2')];
  await receive([held.item]);
  const { technician } = city.ids;
  const events: unknown[] = [];
  const ctx = {
    db: city.database.db,
    now: city.clock.now.toISOString(),
    today: '2026-11-23',
    language: 'zh',
    caller: { personId: technician.person, organizationId: technician.organization },
    record: (event: unknown) => void events.push(event),
  };
  const begun = await recordVisit(ctx as never, [there.item, held.item]);
  assert.deepEqual(begun, [there.item]);
  assert.equal(await stepOf(there.item), 'visited');
});
