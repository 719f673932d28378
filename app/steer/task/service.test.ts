import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import type { ReplyOf } from '../../kernel/endpoint.ts';
import { perform } from '../../platform/jobs.ts';
import { insertOrganization } from '../../register/organization/store.ts';
import { insertRole } from '../../register/people/store.ts';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { taskEndpoints } from './contract.ts';
import { taskJobs } from './jobs.ts';
import { timingNames } from './rules/states.ts';

const t = taskEndpoints;
type Item = ReplyOf<typeof t.breakDownTask>;
const now = new Date('2026-11-23T02:00:00Z');

let city: City;
let government: string;
let school: string;
before(async () => {
  city = await openCity();
  const at = now.toISOString();
  government = randomUUID();
  school = randomUUID();
  await insertOrganization(city.database.db, {
    id: government,
    kind: 'government',
    name: '测试甲县人民政府',
    region: '320685',
    recordedAt: at,
  });
  await insertOrganization(city.database.db, {
    id: school,
    kind: 'body',
    name: '测试市教育局',
    region: '320600',
    body: 'education',
    recordedAt: at,
  });
  await insertRole(city.database.db, {
    id: randomUUID(),
    personId: city.ids.holder.person,
    role: 'responsible-body',
    grantedBy: null,
    grantedAt: at,
  });
});
after(() => city.close());

const item = {
  task: 'T12',
  title: '免费检定镇村医疗机构血压计',
  result: '全部村卫生室完成一轮检定',
  startOn: '2026-01-01',
  dueOn: '2027-06-30',
};
const breakDown = (more: Partial<typeof item> & Record<string, unknown> = {}): Promise<Item> =>
  city.as('body').call(t.breakDownTask, { body: { ...item, ...more } as never });
const evidence = async (who: 'body' | 'countyRegulator' = 'body') =>
  (await city.as(who).upload('证明.pdf', Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'))).id as never;
const finish = async (id: Item['id']) =>
  city.as('body').call(t.reportTaskItem, {
    params: { id },
    body: { doneOn: '2026-11-20', text: '已全部完成', finishing: true, files: [await evidence()] },
  });
const remind = () =>
  perform(
    'remindOfDueItems',
    {},
    {
      database: city.database,
      files: undefined as never,
      clock: () => city.clock.now,
      demonstration: false,
      publicUrl: '',
      jobs: taskJobs,
      crontab: '',
    },
  );

test('the public reads thirteen tasks and four safeguards with the bodies as the document prints them', async () => {
  const { items } = await city.stranger().call(t.readPublicTasks, {});
  assert.deepEqual(
    items.map((each) => each.id),
    [...Array.from({ length: 13 }, (_, index) => `T${index + 1}`), 'S1', 'S2', 'S3', 'S4'],
  );
  assert.deepEqual(items[7]?.bodies, ['各县（市、区）人民政府', '市市场监督管理局']);
  assert.equal(items[12]?.title, '强化计量执法效能');
  assert.ok(items.slice(13).every((each) => each.bodies.length === 0));
});

test('a body breaks a task down; what is wrong in the form is named by its field', async () => {
  const made = await breakDown({ indicator: 'G3-4', county: '320685' });
  assert.equal(made.state, 'planned');
  assert.equal(made.timing, 'ahead');
  const { tasks } = await city.as('body').call(t.listPlanTasks, {});
  assert.equal(tasks.length, 17);
  assert.ok((tasks.find((each) => each.task === 'T12')?.items.all ?? 0) >= 1);
  for (const [field, more] of [
    ['task', { task: 'T14' }],
    ['dueOn', { dueOn: '2025-12-31' }],
    ['indicator', { indicator: 'G9-9' }],
    ['county', { county: '320600' }],
    ['organizationId', { organizationId: randomUUID() }],
    ['partners', { partners: [randomUUID()] }],
  ] as const) {
    const { body } = await refused(breakDown(more as never), 'platform.invalid');
    assert.deepEqual(
      (body['issues'] as { path: string[] }[]).map((issue) => issue.path[0]),
      [field],
    );
  }
});

test('a county’s regulator breaks down for its county’s government, only where the plan names county governments', async () => {
  const forCounty = (more: object) =>
    city.as('countyRegulator').call(t.breakDownTask, { body: { ...item, organizationId: government as never, ...more } });
  const made = await forCounty({ task: 'T8', county: '320685' });
  assert.equal(made.organization.name, '测试甲县人民政府');
  await refused(forCounty({ task: 'T1' }), 'task.notEntitled');
  await refused(forCounty({ organizationId: school, task: 'T2' }), 'task.notYours');
  await refused(
    city.as('cityRegulator').call(t.breakDownTask, { body: { ...item, task: 'T2', organizationId: school as never } }),
    'task.notYours',
  );
});

test('an item goes from planned through a report with evidence to its confirmation by the plan office', async () => {
  const { id } = await breakDown();
  const begun = await city.as('body').call(t.reportTaskItem, {
    params: { id },
    body: { doneOn: '2026-11-10', text: '完成6个镇', obstacle: '两个镇未排期', finishing: false },
  });
  assert.equal(begun.state, 'under-way');
  assert.deepEqual(begun.lastReport, { doneOn: '2026-11-10', text: '完成6个镇', obstacle: '两个镇未排期' });
  const early = { doneOn: '2026-11-24', text: '明天完成', finishing: false };
  await refused(city.as('body').call(t.reportTaskItem, { params: { id }, body: early }), 'task.reportTooEarly');
  await refused(
    city.as('body').call(t.reportTaskItem, { params: { id }, body: { doneOn: '2026-11-20', text: '完成了', finishing: true } }),
    'task.evidenceMissing',
  );
  await refused(city.as('planOffice').call(t.reviewTaskItem, { params: { id }, body: { verdict: 'confirmed' } }), 'task.state');
  city.clock.now = new Date(city.clock.now.getTime() + 60_000);
  const reported = await finish(id);
  assert.equal(reported.state, 'reported');
  assert.equal(reported.finishedOn, '2026-11-23');
  assert.equal(reported.timing, 'in-time');
  const tray = await city.as('planOffice').call(t.readInTray, {});
  assert.ok(tray.toConfirm.some((each) => each.id === id));

  const returned = await city
    .as('planOffice')
    .call(t.reviewTaskItem, { params: { id }, body: { verdict: 'returned', reason: '缺两个镇的记录' } });
  assert.equal(returned.state, 'returned');
  assert.equal(returned.finishedOn, null);
  assert.ok((await city.as('body').call(t.readInTray, {})).returned.some((each) => each.id === id));
  city.clock.now = new Date('2026-11-25T02:00:00Z');
  await finish(id);
  city.clock.now = new Date('2026-11-26T02:00:00Z');
  const confirmed = await city.as('planOffice').call(t.reviewTaskItem, { params: { id }, body: { verdict: 'confirmed' } });
  assert.equal(confirmed.state, 'confirmed');
  const page = await city.as('planOffice').call(t.readTaskItem, { params: { id } });
  assert.deepEqual(
    page.reviews.map((review) => [review.verdict, review.reason]),
    [
      ['returned', '缺两个镇的记录'],
      ['confirmed', null],
    ],
  );
  assert.equal(page.reports[1]?.files[0]?.name, '证明.pdf');
  assert.deepEqual(page.actions, []);
  assert.deepEqual(
    page.timeline.map((event) => event.kind),
    ['task.brokenDown', 'task.reported', 'task.reportedDone', 'task.returned', 'task.reportedDone', 'task.confirmed'],
  );
  await refused(city.as('body').call(t.withdrawTaskItem, { params: { id }, body: { reason: '不再需要' } }), 'task.state');
  city.clock.now = now;
});

test('returning a report needs a reason', async () => {
  const { id } = await breakDown();
  await finish(id);
  await refused(
    city.as('planOffice').call(t.reviewTaskItem, { params: { id }, body: { verdict: 'returned' } as never }),
    'platform.invalid',
  );
});

test('a partner sees the item and says what it did, but does not report the whole as done', async () => {
  const { id } = await breakDown({ partners: [city.ids.holder.organization] });
  const other = await breakDown();
  const seen = await city.as('holder').call(t.listTaskItems, { query: { limit: 200 } });
  assert.deepEqual(
    seen.items.map((each) => each.id),
    [id],
  );
  const page = await city.as('holder').call(t.readTaskItem, { params: { id } });
  assert.deepEqual(page.actions, ['report']);
  await refused(city.as('holder').call(t.readTaskItem, { params: { id: other.id } }), 'platform.notFound');
  await refused(city.as('holder').call(t.withdrawTaskItem, { params: { id }, body: { reason: '与我无关' } }), 'task.notYours');
  await refused(city.as('countyRegulator').call(t.readTaskItem, { params: { id } }), 'platform.notFound');
});

test('an extension is granted with a document number and the old due day stays readable', async () => {
  const { id } = await breakDown({ dueOn: '2026-11-10' });
  const ask = (dueAsked: string) => city.as('body').call(t.askExtension, { params: { id }, body: { dueAsked, reason: '设备未到货' } });
  await refused(ask('2026-11-10'), 'task.extensionNotLater');
  const asked = await ask('2026-12-31');
  assert.equal(asked.extensionAsked, true);
  assert.equal(asked.timing, 'late', 'asking does not make it any less late');
  await refused(ask('2027-01-31'), 'task.extensionAsked');
  const page = await city.as('planOffice').call(t.readTaskItem, { params: { id } });
  assert.equal(page.mayDecideExtension, true);
  assert.ok((await city.as('planOffice').call(t.readInTray, {})).extensionsAsked.some((each) => each.id === id));
  const params = { id, extension: page.extensions[0]!.id };
  const granted = await city
    .as('planOffice')
    .call(t.decideExtension, { params, body: { decision: 'granted', documentNumber: '测市监函〔2026〕31号' } });
  assert.equal(granted.dueOn, '2026-12-31');
  assert.equal(granted.firstDueOn, '2026-11-10');
  assert.equal(granted.timing, 'ahead');
  await refused(
    city.as('planOffice').call(t.decideExtension, { params, body: { decision: 'refused', answer: '改主意了' } }),
    'task.extensionDecided',
  );
  const kept = (await city.as('body').call(t.readTaskItem, { params: { id } })).extensions[0];
  assert.deepEqual(
    [kept?.dueBefore, kept?.dueAsked, kept?.state, kept?.documentNumber],
    ['2026-11-10', '2026-12-31', 'granted', '测市监函〔2026〕31号'],
  );
});

test('a refused extension leaves the due day as it is', async () => {
  const { id } = await breakDown({ dueOn: '2026-11-10' });
  await city.as('body').call(t.askExtension, { params: { id }, body: { dueAsked: '2027-12-31', reason: '人手不足' } });
  const { extensions } = await city.as('body').call(t.readTaskItem, { params: { id } });
  const params = { id, extension: extensions[0]!.id };
  const refusedItem = await city
    .as('planOfficeSecond')
    .call(t.decideExtension, { params, body: { decision: 'refused', answer: '理由不充分' } });
  assert.equal(refusedItem.dueOn, '2026-11-10');
  assert.equal(refusedItem.extensionAsked, false);
});

test('the body is reminded once per stage; a new due day begins anew; what is done is not reminded of', async () => {
  const { id } = await breakDown({ dueOn: '2026-12-20' });
  const stages = async () =>
    (await city.as('body').call(t.readTaskItem, { params: { id } })).reminders.map((each) => [each.stage, each.dueOn]);
  await remind();
  await remind();
  assert.deepEqual(await stages(), [['due-30', '2026-12-20']]);
  const { reminders } = await city.as('body').call(t.readInTray, {});
  const mine = reminders.find((each) => each.item.id === id)!;
  await refused(city.as('planOffice').call(t.acknowledgeReminder, { params: { id: mine.id } }), 'platform.forbidden');
  await refused(city.as('countyRegulator').call(t.acknowledgeReminder, { params: { id: mine.id } }), 'platform.notFound');
  const seen = await city.as('body').call(t.acknowledgeReminder, { params: { id: mine.id } });
  assert.notEqual(seen.seenAt, null);
  assert.ok(!(await city.as('body').call(t.readInTray, {})).reminders.some((each) => each.id === mine.id));
  city.clock.now = new Date('2026-12-22T02:00:00Z');
  await remind();
  assert.deepEqual(await stages(), [
    ['due-30', '2026-12-20'],
    ['late', '2026-12-20'],
  ]);
  await city.as('body').call(t.askExtension, { params: { id }, body: { dueAsked: '2026-12-25', reason: '天气原因' } });
  const { extensions } = await city.as('body').call(t.readTaskItem, { params: { id } });
  await city.as('planOffice').call(t.decideExtension, {
    params: { id, extension: extensions[0]!.id },
    body: { decision: 'granted', documentNumber: '测市监函〔2026〕32号' },
  });
  await remind();
  assert.deepEqual((await stages())[2], ['due-7', '2026-12-25']);
  await finish(id);
  city.clock.now = new Date('2027-02-01T02:00:00Z');
  await remind();
  assert.equal((await stages()).length, 3);
  city.clock.now = now;
});

test('a withdrawn item is no longer counted or reminded of', async () => {
  const { id } = await breakDown({ dueOn: '2026-11-24' });
  const gone = await city.as('body').call(t.withdrawTaskItem, { params: { id }, body: { reason: '并入另一事项' } });
  assert.deepEqual([gone.state, gone.timing, gone.daysLate], ['withdrawn', 'ended', 0]);
  await remind();
  assert.deepEqual((await city.as('body').call(t.readTaskItem, { params: { id } })).reminders, []);
});

test('every filter of the list finds the items whose timing the rules say, and every item is under exactly one', async () => {
  await breakDown({ dueOn: '2026-11-23' });
  await breakDown({ dueOn: '2026-11-22' });
  await breakDown({ dueOn: '2026-12-23' });
  const all = await city.as('planOffice').call(t.listTaskItems, { query: { limit: 200 } });
  let found = 0;
  for (const timing of timingNames) {
    const { items, total } = await city.as('planOffice').call(t.listTaskItems, { query: { timing, limit: 200 } });
    assert.ok(
      items.every((each) => each.timing === timing),
      timing,
    );
    assert.equal(total, all.items.filter((each) => each.timing === timing).length);
    found += total;
  }
  assert.equal(found, all.total);
});

test('the list comes in pages without losing or doubling an item, and is filtered by task, state, county and words', async () => {
  const list = (query: object) => city.as('planOffice').call(t.listTaskItems, { query });
  const all = (await list({ limit: 200 })).items.map((each) => each.id);
  const paged: string[] = [];
  let after: string | undefined;
  do {
    const page = await list({ limit: 3, ...(after === undefined ? {} : { after }) });
    paged.push(...page.items.map((each) => each.id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  assert.deepEqual(paged, all);
  assert.ok((await list({ task: 'T8' })).items.every((each) => each.task === 'T8'));
  assert.equal((await list({ county: '320685', indicator: 'G3-4' })).total, 1);
  assert.ok((await list({ state: 'withdrawn' })).items.every((each) => each.state === 'withdrawn'));
  assert.equal((await list({ q: '甲县人民政府', organization: government })).total, 1);
});

test('all filtered rows go into the workbook, not the page', async () => {
  const { total } = await city.as('planOffice').call(t.listTaskItems, { query: { timing: 'late', limit: 1 } });
  const { bytes } = await city.as('planOffice').call(t.exportTaskItems, { query: { timing: 'late' } });
  const book = new Excel.Workbook();
  await book.xlsx.load(bytes as never);
  const sheet = book.worksheets[0]!;
  assert.equal(sheet.rowCount, total + 2);
  assert.equal(sheet.getCell(3, 13).value, '逾期');
});

test('a lead is designated by document number only; before that a task has none, whoever is printed first', async () => {
  const leads = async () => (await city.as('planOffice').call(t.listPlanTasks, {})).tasks.find((each) => each.task === 'T2')?.leads;
  assert.deepEqual(await leads(), []);
  const params = { task: 'T2' };
  await city.as('planOffice').call(t.designateLead, {
    params,
    body: { organizationId: school as never, documentNumber: '测政办发〔2026〕5号', validFrom: '2026-03-01' },
  });
  await city
    .as('planOffice')
    .call(t.designateLead, { params, body: { organizationId: null, documentNumber: '测政办发〔2026〕9号', validFrom: '2026-09-01' } });
  assert.deepEqual(
    (await leads())?.map((lead) => [lead.organization?.name ?? null, lead.documentNumber]),
    [
      ['测试市教育局', '测政办发〔2026〕5号'],
      [null, '测政办发〔2026〕9号'],
    ],
  );
  const body = { organizationId: null, documentNumber: '测政办发〔2026〕9号', validFrom: '2026-09-01' };
  await refused(city.as('planOffice').call(t.designateLead, { params: { task: 'T99' }, body }), 'platform.notFound');
  await refused(
    city.as('planOffice').call(t.designateLead, { params, body: { ...body, organizationId: randomUUID() as never } }),
    'platform.invalid',
  );
});
