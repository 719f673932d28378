import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { enterRecord } from '../../../test/support/entry-records.ts';
import { openPast, type Past } from '../../../test/support/past-records.ts';
import { indicatorEndpoints } from './contract.ts';
import type { Figures } from './contract/denominator.ts';

const {
  listDenominators,
  previewDenominator,
  decideDenominator,
  listDenominatorItems,
  exportDenominator,
  readIndicator,
  listIndicatorRecords,
  listIndicators,
  takeSnapshot,
  readSnapshot,
  compareSnapshot,
  decidePublication,
  readPublicIndicators,
} = indicatorEndpoints;

let city: City;
let past: Past;
before(async () => {
  city = await openCity();
  past = await openPast(city);
});
after(() => city.close());

const office = () => city.as('planOffice');
const read = (id: string, query: { asOf?: string; knownAt?: string } = {}) => office().call(readIndicator, { params: { id }, query });
const later = (minutes = 1) => {
  city.clock.now = new Date(city.clock.now.getTime() + minutes * 60_000);
};

const body = { documentNumber: '测市监计〔2026〕3号', reason: '测试口径' };
const coverage = { chosen: 'catalogue', catalogue: '2020', level: 'entry', weight: 'ledger', reported: 'unweighted' } as const;
const pair = (figures: Figures | null) =>
  [figures?.unweighted ?? null, figures?.weighted ?? null].map((share) => (share === null ? null : [share.numerator, share.denominator]));

test('without a decision the coverage has no denominator and the demand is counted by the method of the plan', async () => {
  const page = await read('G3-4');
  assert.match(page.note?.[0] ?? '', /尚未决定/);
  assert.deepEqual([page.value, page.shares, page.mayDecide], [null, null, true]);
  const history = await city.as('auditor').call(listDenominators, { params: { id: 'G3-4' }, query: {} });
  assert.deepEqual([history.versions, history.mayDecide, history.earliestDay], [[], false, '2023-01-01']);
  assert.deepEqual(
    history.catalogues.map(({ id, numbering }) => [id, numbering]),
    [['2020', 'working']],
  );
  await past.request('price-computing-scale', '320685', '2026-10-01', [
    ['accepted', '2026-10-08'],
    ['served', '2026-10-20'],
  ]);
  const demand = await office().call(listDenominators, { params: { id: 'G3-5' }, query: {} });
  assert.deepEqual(
    demand.versions.map(({ version, state, documentNumber }) => [version, state, documentNumber]),
    [[0, 'plan-method', null]],
  );
  assert.deepEqual(pair(demand.versions[0]?.figures ?? null), [
    [1, 1],
    [1, 1],
  ]);
  await refused(office().call(listDenominators, { params: { id: 'G3-1' }, query: {} }), 'indicator.noDenominator');
});

test('the plan office sees the effect before it decides; others of the city read, and outsiders do not', async () => {
  const scale = await past.instrument({ kind: 'price-computing-scale', region: '320685', since: '2024-03-01' });
  await past.instrument({ kind: 'water-meter', region: '320682', since: '2024-03-01' });
  await past.instrument({ kind: 'water-meter', region: '320682', since: '2026-09-01' });
  await enterRecord(city, {
    kind: 'scope',
    subject: '所|2',
    from: '2024-01-01',
    to: '2029-01-01',
    payload: { entryNumber: '2-1', institute: '测试所' },
  });
  const preview = await city
    .as('cityRegulator')
    .call(previewDenominator, { params: { id: 'G3-4' }, query: { ...coverage, chosen: 'ledger' } });
  assert.equal(preview.holding, null);
  assert.deepEqual(pair(preview.proposed), [
    [1, 2],
    [3, 5],
  ]);
  assert.deepEqual(
    preview.entering.map(({ key, after }) => [key, after]),
    [
      ['2', 'covered'],
      ['9', 'uncovered'],
    ],
  );
  const county = preview.counties.find(({ code }) => code === '320682');
  assert.deepEqual(pair(county?.after ?? null), [
    [0, 1],
    [0, 2],
  ]);
  const decision = { params: { id: 'G3-4' }, body: { ...coverage, ...body, holdsFrom: '2023-01-01' } };
  await refused(city.as('cityRegulator').call(decideDenominator, decision), 'platform.forbidden');
  await refused(city.as('holder').call(listDenominators, { params: { id: 'G3-4' }, query: {} }), 'platform.forbidden');
  await refused(
    office().call(decideDenominator, { ...decision, body: { ...decision.body, level: null } }),
    'indicator.denominatorIncomplete',
  );
  await refused(office().call(decideDenominator, { ...decision, body: { ...decision.body, chosen: 'submitted' } }), 'indicator.otherSet');
  await refused(
    office().call(decideDenominator, { ...decision, body: { ...decision.body, catalogue: '1999' } }),
    'indicator.catalogueMissing',
  );
  await refused(
    office().call(decideDenominator, { ...decision, body: { ...decision.body, holdsFrom: '2022-12-31' } }),
    'indicator.passedDay',
  );
  const made = await office().call(decideDenominator, decision);
  assert.deepEqual([made.version, made.state, made.holdsFrom, made.person], [1, 'holding', '2023-01-01', '韩梅']);
  assert.equal(made.effect?.before, null);
  await refused(
    office().call(decideDenominator, { ...decision, body: { ...decision.body, holdsFrom: '2026-12-01' } }),
    'indicator.sameDenominator',
  );
  const page = await read('G3-4');
  assert.deepEqual([page.shares?.version, page.shares?.reported, page.numerator], [1, 'unweighted', 1]);
  assert.ok((page.shares?.unknownDemand ?? 0) > 0, 'entries without a kind in the ledger have no known demand');
  assert.deepEqual([page.shares?.weighted?.numerator, page.shares?.weighted?.denominator], [3, 5]);
  assert.equal((await read('G3-4', { asOf: '2023-12-31' })).numerator, 0);
  void scale;
});

test('the figure opens down to the items of its denominator, each with its reason and its evidence', async () => {
  const items = (query: object) => city.as('auditor').call(listDenominatorItems, { params: { id: 'G3-4' }, query: query as never });
  const all = await items({ limit: 200 });
  const page = await read('G3-4');
  assert.equal(all.items.filter(({ inDenominator }) => inDenominator).length, page.denominator);
  assert.equal(all.items.filter(({ counts }) => counts).length, page.numerator);
  const of = (key: string) => all.items.find((item) => item.key === key);
  assert.deepEqual([of('2')?.verdict, of('2')?.evidence[0]?.organization, of('2')?.demand], ['covered', '测试所', 3]);
  assert.deepEqual([of('5')?.verdict, of('3')?.verdict, of('14')?.demand], ['not-compulsory', 'mode-unknown', null]);
  assert.deepEqual(
    (await items({ q: '水表' })).items.map(({ key, verdict }) => [key, verdict]),
    [['9', 'uncovered']],
  );
  const { items: records } = await office().call(listIndicatorRecords, { params: { id: 'G3-4' }, query: {} });
  assert.deepEqual(
    records.map(({ verdict }) => verdict),
    ['counts'],
  );
  assert.ok((await items({ counts: 'true' })).items.every(({ verdict }) => verdict === 'covered'));
  const first = await items({ limit: 3, inside: 'true' });
  assert.equal(first.items.length, 3);
  const second = await items({ limit: 200, inside: 'true', after: first.next });
  assert.equal(first.items.length + second.items.length, first.total);
  const elsewhere = await items({ region: '320682', verdict: 'covered' });
  assert.equal(elsewhere.total, 0, 'the bodies of another county cover nothing here');
  await refused(items({ version: 9 }), 'indicator.versionMissing');
});

test('a later version holds from its day; earlier days, reports and snapshots keep what held on theirs', async () => {
  const frozen = await office().call(takeSnapshot, { body: { title: '口径变更前', asOf: '2026-11-20', reason: '留存' } });
  const known = city.clock.now.toISOString();
  later();
  const second = {
    params: { id: 'G3-4' },
    body: { ...coverage, ...body, chosen: 'ledger', reported: 'weighted', holdsFrom: '2026-11-22' } as const,
  };
  await refused(office().call(decideDenominator, second), 'indicator.passedDay');
  const today = (await read('G3-4')).asOf;
  const made = await office().call(decideDenominator, { ...second, body: { ...second.body, holdsFrom: today } });
  assert.deepEqual([made.version, made.effect?.before?.unweighted?.numerator, pair(made.effect?.after ?? null)[1]], [2, 1, [3, 5]]);
  const scheduled = await office().call(decideDenominator, { ...second, body: { ...second.body, level: 'item', holdsFrom: '2027-03-01' } });
  assert.equal(scheduled.state, 'scheduled');
  const replaced = await office().call(decideDenominator, {
    ...second,
    body: { ...second.body, months: 24, weight: 'requests', holdsFrom: '2027-03-01' },
  });
  const { versions } = await office().call(listDenominators, { params: { id: 'G3-4' }, query: {} });
  assert.deepEqual(
    versions.map(({ version, state, holdsFrom, holdsUntil }) => [version, state, holdsFrom, holdsUntil]),
    [
      [4, 'scheduled', '2027-03-01', null],
      [3, 'never-held', '2027-03-01', null],
      [2, 'holding', today, '2027-02-28'],
      [1, 'ended', '2023-01-01', '2026-11-22'],
    ],
  );
  assert.equal(replaced.version, 4);
  assert.ok(versions.every(({ figures }) => figures?.unweighted !== null));
  const page = await read('G3-4');
  assert.deepEqual([page.value, page.numerator, page.denominator], [60, 3, 5]);
  assert.deepEqual([page.shares?.judgedBy, page.state], [1, 'missed'], 'another denominator after the due day reaches no target');
  assert.equal((await read('G3-4', { asOf: '2026-11-20' })).shares?.version, 1);
  assert.equal((await read('G3-4', { asOf: today, knownAt: known })).shares?.version, 1, 'as it was known before');
  assert.equal((await read('G3-4', { asOf: '2027-03-02' })).shares?.version, 4);
  const again = await office().call(compareSnapshot, { params: { id: frozen.id } });
  assert.deepEqual([again.intact, again.differences], [true, []]);
  const snapshot = await office().call(readSnapshot, { params: { id: frozen.id } });
  assert.equal(snapshot.content.figures.find(({ id }) => id === 'G3-4')?.shares?.version, 1);
});

test('the list shows both figures, the public reads the denominator, and a day before the first version has none', async () => {
  const { items } = await office().call(listIndicators, { query: {} });
  const shares = items.find(({ id }) => id === 'G3-5')?.shares;
  assert.deepEqual([shares?.version, shares?.unweighted?.value, shares?.weighted?.value], [0, 100, 100]);
  await office().call(decidePublication, { body: { subject: 'indicators', mode: 'live', reason: '审查通过' } });
  const shown = (await city.stranger().call(readPublicIndicators, {})).items.find(({ id }) => id === 'G3-4');
  assert.match(shown?.method ?? '', /台账有器具.*报送按需求加权/);
  assert.equal((await read('G3-4', { asOf: '2022-12-31' })).value, null);
});

test('versions, items and counties leave as one workbook in the language that is asked for', async () => {
  const book = new Excel.Workbook();
  const { bytes } = (await office().call(exportDenominator, { params: { id: 'G3-4' }, query: {} })) as unknown as { bytes: Uint8Array };
  await book.xlsx.load(bytes.slice().buffer);
  assert.deepEqual(
    book.worksheets.map(({ name }) => name),
    ['口径', '沿革', '分母各项', '分县'],
  );
  assert.equal(book.getWorksheet('沿革')?.rowCount, 5);
});
