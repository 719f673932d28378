import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { capabilityEndpoints } from '../../measure/capability/contract.ts';
import { provisionEndpoints } from './contract.ts';
import type { ScenarioPage, Setting } from './contract/shapes.ts';

const {
  readProvisionBasis,
  recordCosts,
  listScenarios,
  openScenario,
  reviseScenario,
  readScenario,
  compareScenarios,
  decideAdoption,
  exportScenario,
} = provisionEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const office = () => city.as('planOffice');
const basis = () => office().call(readProvisionBasis, {});
const reread = (page: ScenarioPage) => office().call(readScenario, { params: { id: page.id }, query: {} });
/** Few cells and a short time, so that the test is quick; the whole annex is the journey's and the bench's. */
const small = (setting: Setting): Setting => ({
  ...setting,
  months: 24,
  targets: [{ list: 'basic', percent: 90, month: '2028-06' }],
  people: null,
  examinationsPerMonth: null,
  visitsPerMonth: null,
});

test('the annex leaves 16 basic and 49 enhanced gaps; every invented figure is an assumption, and what the ledger does not hold is not zero', async () => {
  const found = await basis();
  assert.equal(found.gaps.filter(({ list }) => list === 'basic').length, 16);
  assert.equal(found.gaps.filter(({ list }) => list === 'enhanced').length, 49);
  assert.ok(found.gaps.every(({ instruments }) => instruments === null));
  assert.ok(found.costs.every(({ confidence }) => confidence === 'assumption'));
  assert.deepEqual(
    found.documentTargets.map(({ due }) => due.slice(0, 4)),
    ['2024', '2025'],
  );
  assert.equal((await city.as('instituteManager').call(readProvisionBasis, {})).mayPlan, false);
});

let solved: ScenarioPage;
test('a scenario is solved in the background: each gap has a way or stays open, with reasons and with who covers it until then', async () => {
  const { setting } = await basis();
  const page = await office().call(openScenario, { body: { name: '缺口方案', note: '测试', setting: small(setting) } });
  assert.equal(page.version.state, 'waiting');
  await city.finishJobs();
  solved = await reread(page);
  assert.equal(solved.version.state, 'solved');
  assert.equal(solved.version.gap, 0);
  assert.equal(solved.choices.length, 65);
  const closed = solved.choices.filter(({ option }) => option !== null);
  // 90 % of 78 cells are 71: nine more than the 62 that are in place, and nobody asks for more.
  const asked = closed.filter(({ item }) => item.startsWith('B'));
  assert.equal(asked.length, 9);
  const paying = closed.filter(({ item }) => !item.startsWith('B'));
  assert.ok(
    paying.every(({ item, option, reasons }) => item === 'E8' && option === 'authorise' && (reasons.openCosts ?? 0) > 0),
    'what nobody asks for is closed only where waiting would cost more',
  );
  assert.ok(
    closed.some(({ item, option }) => item === 'B12' && option === 'authorise'),
    'the grid company’s authorisation is the cheapest way',
  );
  assert.ok(solved.choices.every(({ interim }) => interim[0]?.from === setting.from));
  const first = asked[0];
  assert.deepEqual(first?.reasons.neededFor, [{ kind: 'target', target: { list: 'basic', percent: 90, month: '2028-06' } }]);
  assert.equal(solved.unrecordedDemand, 65);
  assert.equal(solved.assumedDistances, true);
  assert.ok(solved.solver?.startsWith('HiGHS'));
  const again = await office().call(reviseScenario, { params: { id: page.id }, body: { note: '同样的条件', setting: small(setting) } });
  await city.finishJobs();
  const plain = ({ choices }: ScenarioPage) => choices;
  assert.deepEqual(plain(await reread(again)), plain(solved), 'the same conditions give the same plan');
  const list = await city.as('auditor').call(listScenarios, { query: { limit: 20, q: '缺口' } });
  assert.deepEqual(
    list.items.map(({ name, latest, adopted }) => [name, latest.number, adopted]),
    [['缺口方案', 2, false]],
  );
});

test('conditions that cannot hold together are named, none of them is relaxed', async () => {
  const { setting } = await basis();
  const tight: Setting = {
    ...small(setting),
    targets: [{ list: 'basic', percent: 100, month: '2027-12' }],
    budgets: [
      { year: 2026, yuan: 0 },
      { year: 2027, yuan: 10_000 },
    ],
  };
  const page = await office().call(openScenario, { body: { name: '预算不足', setting: tight } });
  await city.finishJobs();
  const refuted = await reread(page);
  assert.equal(refuted.version.state, 'infeasible');
  assert.deepEqual(refuted.choices, []);
  assert.deepEqual(
    refuted.conflict?.groups.map(({ group }) => group.kind).sort(),
    ['budget', 'budget', 'target'].slice(0, refuted.conflict?.groups.length).sort(),
  );
  assert.equal(refuted.conflict?.isMinimal, true);
  assert.ok(refuted.conflict?.groups.some(({ group, relief }) => group.kind === 'budget' && relief !== null && relief > 0));
  await refused(decide(refuted, 'adopted'), 'provision.notSolved');
});

test('a setting that does not fit is refused', async () => {
  const { setting } = await basis();
  const open = (more: Partial<Setting>) => office().call(openScenario, { body: { name: '不合', setting: { ...setting, ...more } } });
  await refused(open({ months: 6 }), 'provision.beyond');
  await refused(open({ forced: [{ region: '999999', item: 'B1', option: 'build' }] }), 'provision.unknownCell');
  await refused(open({ costs: [{ item: null, parameter: 'build', amount: 1 }] }), 'provision.wrongParameter');
  await refused(city.as('auditor').call(openScenario, { body: { name: '无权', setting } }), 'platform.forbidden');
  const reason = '核对';
  await refused(
    office().call(recordCosts, {
      body: { costs: [{ item: 'B1', parameter: 'visit', amount: 1, source: '报价', confidence: 'M' }], reason },
    }),
    'provision.wrongParameter',
  );
});

const decide = (page: ScenarioPage, verdict: 'adopted' | 'withdrawn', supposedReason: string | null = null) =>
  office().call(decideAdoption, {
    params: { id: page.version.id },
    body: { verdict, documentNumber: '测市监计〔2026〕30号', reason: '会议决定', supposedReason },
  });
const linesOf = async (page: ScenarioPage): Promise<string> => {
  const book = new Excel.Workbook();
  const { bytes } = await office().call(exportScenario, { params: { id: page.version.id }, query: { format: 'xlsx' } });
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const lines: string[] = [];
  book.getWorksheet('概要')?.eachRow((row) => lines.push(row.getCell(1).text));
  return lines.join('\n');
};

test('what if: another cost and a forced option make another plan, laid beside the first', async () => {
  const { setting } = await basis();
  const changed: Setting = {
    ...small(setting),
    costs: [{ item: 'B11', parameter: 'build', amount: 900_000 }],
    forced: [{ region: '320612', item: 'B4', option: 'build' }],
    forbidden: [{ region: '320682', item: 'B12', option: 'authorise' }],
  };
  const page = await office().call(reviseScenario, { params: { id: solved.id }, body: { note: '如果', setting: changed } });
  await city.finishJobs();
  const other = await reread(page);
  assert.equal(other.version.state, 'solved');
  assert.equal(other.choices.find(({ region, item }) => region === '320612' && item === 'B4')?.option, 'build');
  assert.notEqual(other.choices.find(({ region, item }) => region === '320682' && item === 'B12')?.option, 'authorise');
  assert.ok((other.version.yuan ?? 0) > (solved.version.yuan ?? 0), 'a plan with more conditions is not cheaper');
  const comparison = await office().call(compareScenarios, { query: { one: solved.version.id, other: other.version.id } });
  assert.ok(comparison.choices.some(({ region, item }) => region === '320612' && item === 'B4'));
  assert.ok(comparison.settings.length >= 3);
});

test('a plan on assumptions is not adopted; once a person has confirmed them it is, and no cell changes by it', async () => {
  await refused(decide(solved, 'withdrawn'), 'provision.notAdopted');
  await refused(decide(solved, 'adopted'), 'provision.assumptions');
  const costs = solved.assumed.map(({ item, parameter, amount }) => ({
    item,
    parameter,
    amount,
    source: '测试县询价',
    confidence: 'confirmed' as const,
  }));
  assert.equal((await office().call(recordCosts, { body: { costs, reason: '逐项核对' } })).recorded, costs.length);
  // The positions of the counties are the program's: a plan that counts travel between them says why it is accepted.
  await refused(decide(solved, 'adopted'), 'provision.supposed');
  const adopted = await decide(solved, 'adopted', '县城坐标误差不影响次序');
  assert.deepEqual(
    adopted.adoptions.map(({ verdict, version }) => [verdict, version]),
    [['adopted', 1]],
  );
  await refused(decide(solved, 'adopted'), 'provision.adopted');
  assert.equal((await office().call(listScenarios, { query: { limit: 20 } })).items.find(({ id }) => id === solved.id)?.adopted, true);
  assert.equal((await office().call(capabilityEndpoints.readMatrix, { query: { list: 'basic' } })).inPlace.value, 62);
  assert.equal((await decide(solved, 'withdrawn')).adoptions[0]?.verdict, 'withdrawn');
});

test('a plan on supposed costs or demand is adopted only with a reason, which stays on the plan and its print', async () => {
  const { setting } = await basis();
  const supposing: Setting = {
    ...small(setting),
    costs: [{ item: 'B11', parameter: 'build', amount: 91_000 }],
    demand: [{ region: '320612', item: 'B4', instruments: 1200 }],
  };
  await refused(
    office().call(openScenario, {
      body: { name: '不合', setting: { ...setting, demand: [{ region: '999999', item: 'B4', instruments: 1 }] } },
    }),
    'provision.unknownCell',
  );
  const page = await office().call(openScenario, { body: { name: '假定需求', setting: supposing } });
  await city.finishJobs();
  const supposed = await reread(page);
  assert.deepEqual(supposed.supposed, {
    costs: [{ item: 'B11', parameter: 'build', amount: 91_000, recorded: 90_000, confidence: 'confirmed' }],
    demand: [{ region: '320612', item: 'B4', instruments: 1200, recorded: null }],
  });
  assert.equal(supposed.unrecordedDemand, 64);
  assert.equal(supposed.choices.find(({ region, item }) => region === '320612' && item === 'B4')?.instruments, 1200);
  await refused(decide(supposed, 'adopted'), 'provision.supposed');
  const adopted = await decide(supposed, 'adopted', '普查初步结果，台账补录中');
  assert.equal(adopted.adoptions[0]?.supposedReason, '普查初步结果，台账补录中');
  const printed = await linesOf(supposed);
  assert.match(
    printed,
    /2 项假定数据，不是登记数据：B11 自建：设备购置 91000 元（登记 90000）；\S+ B4 在用器具 1200 台（件）（未接入记录）/,
  );
  assert.match(printed, /采用非登记数据的理由：普查初步结果，台账补录中/);
  await decide(supposed, 'withdrawn');
});

test('a plan is exported with its reasons, and held against the matrix afterwards', async () => {
  const version = (format: 'xlsx' | 'pdf') => office().call(exportScenario, { params: { id: solved.version.id }, query: { format } });
  const book = new Excel.Workbook();
  await book.xlsx.load(Uint8Array.from((await version('xlsx')).bytes).buffer);
  assert.deepEqual(
    book.worksheets.map(({ name }) => name),
    ['概要', '次序', '县×项目', '未确认的假设'],
  );
  assert.equal(book.getWorksheet('次序')?.rowCount, 66);
  assert.equal(Buffer.from((await version('pdf')).bytes.slice(0, 5)).toString(), '%PDF-');

  const first = solved.choices.find(({ option }) => option !== null);
  assert.ok(first);
  const { db } = city.database;
  const cell = randomUUID();
  const at = city.clock.now.toISOString();
  const { person: personId, organization: organizationId } = city.ids.planOffice;
  await db
    .insertInto('capabilityCell')
    .values({
      id: cell,
      planId: 'nantong-2023-2025',
      region: first.region,
      item: first.item,
      state: 'in-use',
      since: '2026-11-01',
      bodyId: organizationId,
      files: [],
      reason: '在用',
      reportedBy: personId,
      organizationId,
      recordedAt: at,
    })
    .execute();
  await db.insertInto('capabilityDecision').values({ cellId: cell, verdict: 'accepted', personId, decidedAt: at }).execute();
  const read = () => office().call(readScenario, { params: { id: solved.id }, query: { version: 1 } });
  assert.equal((await read()).choices.find(({ region, item }) => region === first.region && item === first.item)?.progress, 'in-place');
  city.clock.now = new Date('2029-11-23T02:00:00Z');
  const later = (await read()).choices.filter(({ option }) => option !== null);
  assert.equal(later.filter(({ progress }) => progress === 'late').length, later.length - 1);
});
