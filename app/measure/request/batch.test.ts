import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { designate, register, scale, submit } from '../../../test/support/thread.ts';
import { designationEndpoints } from '../../register/designation/contract.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { requestEndpoints } from './contract.ts';
import { lateByInstitute } from './service/late.ts';
import { readDemandServed } from './service/outcome.ts';

const { previewRequests, submitRequests, acceptRequests, listRequests, listRequestItems, readRequest, withdrawRequest } = requestEndpoints;

let city: City;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await city.as('countyRegulator').call(designationEndpoints.designateInstitute, {
    body: {
      region: '320685',
      instrumentKind: 'digital-indicating-scale',
      instituteId: city.ids.farInstituteManager.organization as never,
      documentNumber: '测市监〔2026〕2号',
      validFrom: '2026-01-01',
    },
  });
});
after(() => city.close());

const registerKind = async (kind: string, serial: string, region: string | null = null) =>
  (await city.as('holder').call(instrumentEndpoints.registerInstrument, { body: { ...scale, kind: kind as never, serial, region } })).id;
const demand = () => readDemandServed({ db: city.database.db }, '2026-11-23');
const dueOn = (id: string, day: string | null) =>
  city.database.db
    .updateTable('instrument')
    .set(
      day === null ? { verdict: 'fail', verifiedOn: '2025-11-01', dueOn: null } : { verdict: 'pass', verifiedOn: '2025-11-01', dueOn: day },
    )
    .where('id', '=', id)
    .execute();
const asked = { verificationKind: 'subsequent', whereDone: 'on-site' } as const;

test('a filter of the own ledger shows before the submission how it splits, to whom it goes and what is left out', async () => {
  const [one, other] = [(await register(city, 'holder', 'B-1')).id, (await register(city, 'holder', 'B-2')).id];
  const far = await registerKind('digital-indicating-scale', 'B-3');
  const nobody = await registerKind('price-computing-scale', 'B-4', '320682');
  const sealed = (await register(city, 'holder', 'B-5')).id;
  await city
    .as('holder')
    .call(instrumentEndpoints.changeStatus, { params: { id: sealed }, body: { change: 'seal', onDay: '2026-11-23', reason: '停用' } });
  const open = (await register(city, 'holder', 'B-6')).id;
  const before = await submit(city, 'holder', [open]);
  const proposal = await city.as('holder').call(previewRequests, { query: {} });
  assert.deepEqual(
    proposal.groups.map(({ instrumentKind, institute, documentNumber, authority, instruments }) => [
      instrumentKind,
      institute.name,
      documentNumber,
      authority,
      instruments.map(({ serial }) => serial).sort(),
    ]),
    [
      ['digital-indicating-scale', '测试乙县计量检定测试所', '测市监〔2026〕2号', '测试甲县市场监督管理局', ['B-3']],
      ['price-computing-scale', '测试甲县计量检定测试所', '测市监〔2026〕1号', '测试甲县市场监督管理局', ['B-1', 'B-2']],
    ],
  );
  assert.deepEqual(proposal.leftOut.map(({ serial, why, request }) => `${serial} ${why} ${request}`).sort(), [
    'B-4 not-designated null',
    'B-5 not-in-use null',
    `B-6 open ${before.id}`,
  ]);
  const submitted = await city
    .as('holder')
    .call(submitRequests, { body: { ...asked, instruments: [one, other, far, nobody, sealed, open] } });
  assert.deepEqual(submitted.requests.map(({ institute, instrumentCount }) => `${institute.name} ${instrumentCount}`).sort(), [
    '测试乙县计量检定测试所 1',
    '测试甲县计量检定测试所 2',
  ]);
  assert.deepEqual(submitted.leftOut.map(({ serial }) => serial).sort(), ['B-4', 'B-5', 'B-6']);
  const { total } = await city.as('holder').call(listRequests, { query: { batch: submitted.batch } });
  assert.equal(total, 2);
  const again = await refused(
    city.as('holder').call(submitRequests, { body: { ...asked, instruments: [one, nobody] } }),
    'request.nothingToRequest',
  );
  assert.match(JSON.stringify(again.body), /B-1: 已在未办结的申请中/);
});

test('the due list asks for what is overdue, falls due in time or was never verified, and not for what failed', async () => {
  const [soon, later, failed, never] = [
    (await register(city, 'holder', 'DU-1')).id,
    (await register(city, 'holder', 'DU-2')).id,
    (await register(city, 'holder', 'DU-3')).id,
    (await register(city, 'holder', 'DU-4')).id,
  ];
  await dueOn(soon, '2026-12-23');
  await dueOn(later, '2026-12-24');
  await dueOn(failed, null);
  const proposal = await city.as('holder').call(previewRequests, { query: { dueWithin: '30', q: 'DU-' } });
  assert.deepEqual(
    proposal.groups.flatMap(({ instruments }) => instruments.map(({ id }) => id)),
    [soon, never],
  );
  const overdue = await city.as('holder').call(previewRequests, { query: { standing: 'failed', q: 'DU-' } });
  assert.deepEqual(
    overdue.groups.flatMap(({ instruments }) => instruments.map(({ id }) => id)),
    [failed],
    'a filter of the ledger finds what the ledger shows by it',
  );
  const sealed = await city.as('holder').call(previewRequests, { query: { status: 'sealed' } });
  assert.deepEqual([sealed.groups, sealed.leftOut.map(({ serial }) => serial)], [[], ['B-5']]);
  const parts = await city.as('holder').call(previewRequests, { query: { parentId: soon, validity: 'periodic' } });
  assert.deepEqual([parts.groups, parts.leftOut], [[], []]);
  const chosen = await city.as('holder').call(previewRequests, { query: { instrument: [later, failed] } });
  assert.equal(chosen.groups[0]?.instruments.length, 2, 'who names instruments gets just these');
  assert.deepEqual((await city.as('farHolder').call(previewRequests, { query: { instrument: later } })).groups, []);
});

test('instruments of somebody else are not there for a batch', async () => {
  const own = (await register(city, 'holder', 'B-7')).id;
  const strange = (await register(city, 'farHolder', 'B-8')).id;
  await refused(city.as('holder').call(submitRequests, { body: { ...asked, instruments: [own, strange] } }), 'platform.notFound');
});

test('a selection is accepted at once; what cannot be says why and the others stay', async () => {
  const ids = [];
  for (const serial of ['A-1', 'A-2', 'A-3']) ids.push((await submit(city, 'holder', [(await register(city, 'holder', serial)).id])).id);
  await city.as('instituteManager').call(requestEndpoints.refuseRequest, { params: { id: ids[1]! }, body: { reason: '不在受理范围' } });
  const before = await demand();
  const { outcomes } = await city.as('instituteManager').call(acceptRequests, { body: { requests: ids } });
  assert.deepEqual(
    outcomes.map(({ problem }) => problem?.code ?? 'accepted'),
    ['accepted', 'request.decided', 'accepted'],
  );
  assert.equal((await demand()).denominator, before.denominator + 2);
  const far = await city.as('farInstituteManager').call(acceptRequests, { body: { requests: [ids[0]!] } });
  assert.deepEqual(
    far.outcomes.map(({ problem }) => problem?.code),
    ['platform.notFound'],
  );
});

test('what is withdrawn before anybody accepted it was no demand, and may be requested anew with its reservation', async () => {
  const before = await demand();
  const { id } = await register(city, 'holder', 'W-1');
  const request = await submit(city, 'holder', [id], 'YY-W-1');
  await refused(city.as('farHolder').call(withdrawRequest, { params: { id: request.id }, body: {} }), 'platform.notFound');
  const withdrawn = await city.as('holder').call(withdrawRequest, { params: { id: request.id }, body: {} });
  assert.deepEqual([withdrawn.status, withdrawn.withdrawnCount], ['withdrawn', 1]);
  assert.deepEqual(await demand(), before);
  await refused(city.as('holder').call(withdrawRequest, { params: { id: request.id }, body: {} }), 'request.decided');
  assert.equal((await submit(city, 'holder', [id], 'YY-W-1')).status, 'submitted');
});

test('after the acceptance a withdrawal needs a reason, may concern some instruments, and leaves the demand that it was', async () => {
  const instruments = [];
  for (const serial of ['W-2', 'W-3', 'W-4']) instruments.push((await register(city, 'holder', serial)).id);
  const { id } = await submit(city, 'holder', instruments);
  await city.as('instituteManager').call(requestEndpoints.acceptRequest, { params: { id } });
  const before = await demand();
  const { items } = await city.as('holder').call(listRequestItems, { params: { id }, query: {} });
  await refused(city.as('holder').call(withdrawRequest, { params: { id }, body: { items: [items[0]!.id] } }), 'request.reasonMissing');
  const reason = '摊位停业';
  const some = await city.as('holder').call(withdrawRequest, { params: { id }, body: { items: [items[0]!.id], reason } });
  assert.deepEqual([some.status, some.withdrawnCount], ['accepted', 1]);
  assert.deepEqual(await demand(), before);
  await city.database.db.updateTable('requestItem').set({ step: 'received' }).where('id', '=', items[1]!.id).execute();
  const late = await refused(city.as('holder').call(withdrawRequest, { params: { id }, body: { reason } }), 'request.withdrawnTooLate');
  assert.match(JSON.stringify(late.body), /已收样/);
  const rest = await city.as('holder').call(listRequestItems, { params: { id }, query: { step: 'withdrawn' } });
  assert.deepEqual(
    rest.items.map((item) => [item.instrument.serial, item.outcome]),
    [['W-2', 'withdrawn']],
  );
});

test('the instruments of a large request come a page at a time, are searched, and are written whole to a workbook', async () => {
  const instruments = [];
  for (let index = 10; index < 15; index += 1) instruments.push((await register(city, 'holder', `L-${index}`)).id);
  const { id } = await submit(city, 'holder', instruments);
  const first = await city.as('instituteManager').call(listRequestItems, { params: { id }, query: { limit: 3 } });
  assert.deepEqual([first.items.length, first.total], [3, 5]);
  const second = await city.as('instituteManager').call(listRequestItems, { params: { id }, query: { limit: 3, after: first.next! } });
  assert.deepEqual(
    [...first.items, ...second.items].map(({ instrument }) => instrument.serial),
    ['L-10', 'L-11', 'L-12', 'L-13', 'L-14'],
  );
  const found = await city.as('holder').call(listRequestItems, { params: { id }, query: { q: 'l-13' } });
  assert.equal(found.items[0]?.instrument.id, instruments[3]);
  const sheetOf = async (file: { bytes: Uint8Array }) => {
    const book = new Excel.Workbook();
    await book.xlsx.load(new Uint8Array(file.bytes).buffer as ArrayBuffer);
    return book.worksheets[0]!;
  };
  const items = await sheetOf(await city.as('holder').call(requestEndpoints.downloadRequestItems, { params: { id } }));
  assert.equal(items.rowCount, 6);
  assert.equal(items.getCell('E2').text, 'L-10');
  assert.equal(items.getCell('H2').text, '待受理');
  const all = await sheetOf(await city.as('instituteManager').call(requestEndpoints.downloadRequests, { query: { status: 'submitted' } }));
  const { total } = await city.as('instituteManager').call(listRequests, { query: { status: 'submitted' } });
  assert.equal(all.rowCount, total + 1);
});

test('requests are found by the words of their instruments, by kind, place, origin, step and holder', async () => {
  const { id } = await submit(city, 'holder', [(await register(city, 'holder', 'Q%77')).id]);
  const found = async (query: object) =>
    (await city.as('instituteManager').call(listRequests, { query: { limit: 200, ...query } })).items.some((one) => one.id === id);
  for (const query of [
    { q: 'q%77' },
    { q: '惠民' },
    { instrumentKind: 'price-computing-scale' },
    { whereDone: 'on-site' },
    { origin: 'holder' },
    { step: 'submitted' },
    { holder: city.ids.holder.organization },
    { region: '320600' },
  ])
    assert.ok(await found(query), JSON.stringify(query));
  for (const query of [
    { q: 'q%78' },
    { instrumentKind: 'digital-indicating-scale' },
    { whereDone: 'institute' },
    { origin: 'ecqs' },
    { step: 'tested' },
    { holder: city.ids.farHolder.organization },
    { region: '320682' },
    { overdue: 'true' },
  ])
    assert.ok(!(await found(query)), JSON.stringify(query));
});

test('a refusal and a referral say why: who passed it on, to whom it would go and by which document', async () => {
  const { id } = await submit(city, 'holder', [(await register(city, 'holder', 'R-1')).id]);
  await designate(city, 'cityRegulator', '320600', 'farInstituteManager');
  const { nextInstitute } = await city.as('instituteManager').call(readRequest, { params: { id } });
  assert.deepEqual([nextInstitute?.region, nextInstitute?.authority], ['320600', '测试市市场监督管理局']);
  await city.as('instituteManager').call(requestEndpoints.referRequest, { params: { id }, body: { reason: '量程超出本所能力' } });
  const seen = await city.as('holder').call(readRequest, { params: { id } });
  assert.deepEqual(
    seen.referrals.map(({ from, reason }) => [from, reason]),
    [['测试甲县计量检定测试所', '量程超出本所能力']],
  );
  assert.deepEqual(
    [seen.institute.name, seen.designation.region, seen.designation.authority, seen.items[0]?.step],
    ['测试乙县计量检定测试所', '320600', '测试市市场监督管理局', 'referred'],
  );
  const before = await demand();
  await city.as('holder').call(withdrawRequest, { params: { id }, body: {} });
  assert.equal((await demand()).denominator, before.denominator - 1, 'referred and never accepted, then withdrawn, was no demand');
});

test('what the institute did late is told of some instruments at once, as the rule says of each', async () => {
  const { id } = await register(city, 'holder', 'LA-1');
  const punctual = (await register(city, 'holder', 'LA-2')).id;
  await dueOn(id, '2026-11-23');
  await dueOn(punctual, '2026-11-26');
  const request = await submit(city, 'holder', [id, punctual]);
  const late = await lateByInstitute({ db: city.database.db, today: '2026-11-24' }, [id, punctual]);
  assert.deepEqual([...late.keys()], [id]);
  assert.deepEqual(late.get(id), {
    instrumentId: id,
    requestId: request.id,
    submittedOn: '2026-11-23',
    askedDueOn: '2026-11-23',
    servedOn: null,
  });
});
