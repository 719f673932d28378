import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { taskEndpoints } from './contract.ts';

const t = taskEndpoints;
let city: City;
before(async () => {
  city = await openCity();
  const item = { task: 'T12', result: '全部检定', startOn: '2026-01-01' };
  await city.as('body').call(t.breakDownTask, { body: { ...item, title: '检定血压计', dueOn: '2026-11-01' } });
  await city.as('body').call(t.breakDownTask, { body: { ...item, title: '检定加油机', dueOn: '2026-11-28' } });
  await city.as('body').call(t.breakDownTask, { body: { ...item, title: '检定水表', dueOn: '2027-11-28' } });
});
after(() => city.close());

const recipient = () => city.ids.body.organization as never;
const draft = (kind: 'reminder' | 'supervision', items: string[] = []) =>
  city.as('planOffice').call(t.draftLetter, { body: { kind, organizationId: recipient(), items: items as never } });
const issue = { office: '测试市计量处', documentNumber: '测市监函〔2026〕40号', signedBy: '韩梅', issuedOn: '2026-11-23' };

test('a reminder is drafted from what is due or late, a supervision notice from what is late', async () => {
  const reminder = await draft('reminder');
  assert.equal(reminder.state, 'drafted');
  assert.equal(reminder.items, 2);
  const notice = await draft('supervision');
  assert.equal(notice.items, 1);
  const { facts, versions } = await city.as('planOffice').call(t.readLetter, { params: { id: notice.id } });
  assert.deepEqual(
    facts.map((fact) => [fact.title, fact.daysLate, fact.reported]),
    [['检定血压计', 22, null]],
  );
  assert.match(versions[0]?.text ?? '', /检定血压计（原文三（十二））.*已逾期22天。至今没有进展报告。/);
});

test('there is no letter about nothing', async () => {
  await refused(
    city.as('planOffice').call(t.draftLetter, { body: { kind: 'reminder', organizationId: city.ids.holder.organization as never } }),
    'task.nothingToRemind',
  );
  const { items } = await city.as('planOffice').call(t.listTaskItems, { query: { timing: 'due-7' } });
  await refused(draft('supervision', [items[0]!.id]), 'task.nothingToRemind');
});

test('the office edits the draft, both texts stay, and it has no effect before it is signed', async () => {
  const { id } = await draft('supervision');
  const text = '请于11月30日前说明原因。';
  await city.as('planOffice').call(t.reviseLetter, { params: { id }, body: { title: '督办单', text } });
  await refused(city.as('body').call(t.readLetter, { params: { id } }), 'platform.notFound');
  assert.deepEqual((await city.as('body').call(t.readInTray, {})).letters, []);
  const issued = await city.as('planOffice').call(t.issueLetter, { params: { id }, body: issue });
  assert.deepEqual([issued.state, issued.documentNumber, issued.signedBy], ['issued', issue.documentNumber, '韩梅']);
  const { versions } = await city.as('planOffice').call(t.readLetter, { params: { id } });
  assert.deepEqual(
    versions.map((version) => version.version),
    [1, 2],
  );
  assert.equal(versions[1]?.text, text);

  const received = await city.as('body').call(t.readLetter, { params: { id } });
  assert.deepEqual(
    received.versions.map((version) => version.text),
    [text],
    'the recipient reads what was signed',
  );
  assert.deepEqual(received.actions, []);
  assert.deepEqual(
    (await city.as('body').call(t.readInTray, {})).letters.map((letter) => letter.id),
    [id],
  );
  const { items } = await city.as('body').call(t.listLetters, { query: {} });
  assert.deepEqual(
    items.map((letter) => letter.id),
    [id],
  );
  await refused(
    city.as('planOffice').call(t.reviseLetter, { params: { id }, body: { title: '改', text: '事后改动' } }),
    'platform.invalid',
  );
  await refused(
    city.as('planOffice').call(t.reviseLetter, { params: { id }, body: { title: '改动', text: '事后改动' } }),
    'task.letterClosed',
  );
  await refused(city.as('planOffice').call(t.discardLetter, { params: { id }, body: { reason: '不发了' } }), 'task.letterClosed');
});

test('a document number is on one letter only, and has its year in brackets', async () => {
  const { id } = await draft('reminder');
  await refused(city.as('planOffice').call(t.issueLetter, { params: { id }, body: issue }), 'task.numberTaken');
  await refused(
    city.as('planOffice').call(t.issueLetter, { params: { id }, body: { ...issue, documentNumber: '测市监函2026-41' } }),
    'platform.invalid',
  );
});

test('a draft is discarded with a reason and stays in the list of the plan office', async () => {
  const { id } = await draft('reminder');
  const gone = await city.as('planOffice').call(t.discardLetter, { params: { id }, body: { reason: '已电话沟通' } });
  assert.equal(gone.state, 'discarded');
  const { items } = await city.as('planOffice').call(t.listLetters, { query: { state: 'discarded', kind: 'reminder', q: '市场监督' } });
  assert.deepEqual(
    items.map((letter) => letter.id),
    [id],
  );
  assert.deepEqual((await city.as('auditor').call(t.readLetter, { params: { id } })).reason, '已电话沟通');
});

test('the letters that name an item stand on the item’s page', async () => {
  const { items } = await city.as('planOffice').call(t.listTaskItems, { query: { timing: 'late' } });
  const page = await city.as('body').call(t.readTaskItem, { params: { id: items[0]!.id } });
  assert.deepEqual(
    page.letters.map((letter) => letter.state),
    ['issued'],
    'the body sees only what was issued',
  );
});
