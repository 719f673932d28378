import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { taskEndpoints } from '../task/contract.ts';
import { assessmentEndpoints } from './contract.ts';

const a = assessmentEndpoints;
let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const minutes = async (who: 'countyRegulator' | 'planOffice') =>
  (await city.as(who).upload('纪要.pdf', Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'))).id as never;

const briefing = {
  heldOn: '2026-10-20',
  level: 'county' as const,
  region: '320685',
  addressee: '测试甲县人民政府常务会议',
  topic: '听取计量工作情况汇报',
  summary: '汇报了13项基本能力建设情况。',
  issues: ['医用三源检定人员不足', '经费未纳入预算'],
};

test('a county records its briefing with the minutes and says what came of each issue', async () => {
  const county = city.as('countyRegulator');
  await refused(county.call(a.recordBriefing, { body: { ...briefing, files: [] } }), 'platform.invalid');
  const files = [await minutes('countyRegulator')];
  await refused(county.call(a.recordBriefing, { body: { ...briefing, region: '320682', files } }), 'assessment.otherRegion');
  const { id } = await county.call(a.recordBriefing, { body: { ...briefing, files } });
  const page = await county.call(a.readBriefing, { params: { id } });
  assert.deepEqual(
    page.issueList.map((issue) => [issue.text, issue.settled]),
    [
      ['医用三源检定人员不足', false],
      ['经费未纳入预算', false],
    ],
  );
  assert.equal(page.files[0]?.name, '纪要.pdf');

  const item = await county.call(taskEndpoints.breakDownTask, {
    body: { task: 'T8', title: '培训医用三源检定员', result: '两人取得资格', startOn: '2026-11-01', dueOn: '2027-03-31' },
  });
  const [first, second] = page.issueList;
  const followed = await county.call(a.followUpIssue, {
    params: { id, issue: first!.id },
    body: { itemId: item.id, text: '转为分解事项', settled: false },
  });
  assert.equal(followed.openIssues, 2, 'a work item is not yet a solution');
  await county.call(a.followUpIssue, { params: { id, issue: second!.id }, body: { text: '已列入2027年预算', settled: true } });
  await refused(
    county.call(a.followUpIssue, { params: { id, issue: second!.id }, body: { text: '再次说明', settled: false } }),
    'assessment.issueSettled',
  );
  const after = await county.call(a.readBriefing, { params: { id } });
  assert.equal(after.openIssues, 1);
  assert.equal(after.issueList[0]?.followUps[0]?.item?.title, '培训医用三源检定员');
  await refused(city.as('body').call(a.readBriefing, { params: { id } }), 'platform.notFound');
  await refused(
    city.as('cityRegulator').call(a.followUpIssue, { params: { id, issue: id as never }, body: { text: '没有这个问题', settled: true } }),
    'platform.notFound',
  );
  const open = await city.as('planOffice').call(a.listBriefings, { query: { open: 'true', level: 'county', region: '320685', q: '汇报' } });
  assert.deepEqual(
    open.items.map((each) => each.id),
    [id],
  );
  assert.equal((await city.as('planOffice').call(a.listBriefings, { query: { open: 'false' } })).total, 0);
});

const subjects = async (id: string) => (await city.as('planOffice').call(a.readEvaluation, { params: { id: id as never } })).subjects;
const complete = async (id: string) =>
  (await subjects(id)).map(({ subject, kind }) => ({
    subject,
    text: `${subject}的评估意见`,
    result: kind === 'task' ? ('achieved' as const) : null,
  }));
const begin = () => city.as('planOffice').call(a.beginEvaluation, { body: { title: '终期评估', asOf: '2025-12-31' } });

test('a closing evaluation has a finding for every indicator and task before it can be submitted', async () => {
  const { id } = await begin();
  const page = await city.as('planOffice').call(a.readEvaluation, { params: { id } });
  assert.equal(page.subjects.length, 24 + 17);
  assert.equal(page.frozenAt, null);
  assert.equal(page.figures.length, 24);
  const { body } = await refused(city.as('planOffice').call(a.submitEvaluation, { params: { id }, body: {} }), 'assessment.incomplete');
  assert.equal((body['issues'] as unknown[]).length, 41);
  await refused(city.as('planOffice').call(a.beginEvaluation, { body: { title: '终期评估', asOf: '2027-01-01' } }), 'assessment.asOfAhead');
  await refused(
    city.as('countyRegulator').call(a.beginEvaluation, { body: { title: '终期评估', asOf: '2025-12-31' } }),
    'assessment.notYours',
  );
});

test('an evaluation keeps every version and refuses what was written over an older one', async () => {
  const { id } = await begin();
  const save = (after: number, summary: string, findings: { subject: string; text: string }[] = []) =>
    city.as('planOffice').call(a.reviseEvaluation, { params: { id }, body: { after, summary, lessons: '早立项', findings } });
  assert.equal((await save(0, '第一稿', [{ subject: 'T1', text: '实验室已建' }])).version, 1);
  await refused(save(0, '旧稿之上'), 'platform.stale');
  await refused(save(1, '多出一项', [{ subject: 'T14', text: '没有这项任务' }]), 'platform.invalid');
  await refused(
    save(1, '写了两次', [
      { subject: 'T1', text: '一' },
      { subject: 'T1', text: '二' },
    ]),
    'platform.invalid',
  );
  await save(1, '第二稿', [{ subject: 'T1', text: '实验室已建成两个' }]);
  const { versions } = await city.as('planOffice').call(a.readEvaluation, { params: { id } });
  assert.deepEqual(
    versions.map((version) => [version.version, version.summary, version.findings[0]?.text]),
    [
      [2, '第二稿', '实验室已建成两个'],
      [1, '第一稿', '实验室已建'],
    ],
  );
});

test('figures are frozen at submission, another person reviews, the plan office adopts by document, then the city’s bodies read it', async () => {
  const { id } = await begin();
  const params = { id };
  const content = { summary: '总体完成', lessons: '能力建设要早列预算', findings: await complete(id) };
  await city.as('planOffice').call(a.reviseEvaluation, { params, body: { ...content, after: 0 } });
  await refused(
    city.as('planOfficeSecond').call(a.reviewEvaluation, { params, body: { verdict: 'passed', opinion: '同意' } }),
    'assessment.state',
  );
  await city.as('planOffice').call(a.submitEvaluation, { params, body: {} });
  const submitted = await city.as('planOfficeSecond').call(a.readEvaluation, { params });
  assert.notEqual(submitted.frozenAt, null);
  assert.equal(submitted.figures.length, 24);
  assert.ok(submitted.figures.every((figure) => figure.asOf === '2025-12-31'));
  assert.equal(submitted.figures.find((figure) => figure.indicator === 'G1-1')?.value, null, 'not recorded is not zero');
  await refused(
    city.as('planOffice').call(a.reviewEvaluation, { params, body: { verdict: 'passed', opinion: '自己审自己' } }),
    'assessment.notYours',
  );
  await refused(city.as('body').call(a.readEvaluation, { params }), 'platform.notFound');

  await city.as('planOfficeSecond').call(a.reviewEvaluation, { params, body: { verdict: 'returned', opinion: '补充经验教训' } });
  await city.as('planOffice').call(a.submitEvaluation, { params, body: {} });
  const reviewed = await city.as('cityRegulator').call(a.reviewEvaluation, { params, body: { verdict: 'passed', opinion: '同意' } });
  assert.equal(reviewed.state, 'reviewed');
  const adoption = { documentNumber: '测政办发〔2026〕50号', adoptedOn: '2026-11-23' };
  await refused(city.as('cityRegulator').call(a.adoptEvaluation, { params, body: adoption }), 'platform.forbidden');
  const adopted = await city.as('planOffice').call(a.adoptEvaluation, { params, body: adoption });
  assert.deepEqual([adopted.state, adopted.documentNumber], ['adopted', adoption.documentNumber]);
  await refused(city.as('planOffice').call(a.reviseEvaluation, { params, body: { ...content, after: 1 } }), 'assessment.state');

  const read = await city.as('countyRegulator').call(a.readEvaluation, { params });
  assert.deepEqual([read.versions.length, read.timeline, read.actions], [1, [], []]);
  const { items } = await city.as('countyRegulator').call(a.listEvaluations, { query: { state: 'adopted', q: '终期' } });
  assert.deepEqual(
    items.map((each) => each.id),
    [id],
  );
  assert.equal((await city.as('countyRegulator').call(a.listEvaluations, { query: { state: 'drafted' } })).total, 0);
});

const practice = { task: 'T12', title: '一站式免费检定', text: '镇卫生院集中送检，当天取件。' };
const propose = () => city.as('countyRegulator').call(a.proposePractice, { body: practice });

test('good practice is proposed by a county, reviewed by the city, recognised by document and commended on the plan’s own words', async () => {
  const { id } = await propose();
  const params = { id };
  await refused(
    city.as('countyRegulator').call(a.decidePractice, { params, body: { decision: 'review', opinion: '自己审自己' } }),
    'assessment.notYours',
  );
  const recognition = { decision: 'recognise' as const, documentNumber: '测市监发〔2026〕60号' };
  await refused(city.as('planOffice').call(a.decidePractice, { params, body: recognition }), 'assessment.state');
  await city.as('cityRegulator').call(a.decidePractice, { params, body: { decision: 'review', opinion: '做法可推广' } });
  const organizationId = city.ids.countyRegulator.organization as never;
  const commendation = {
    documentNumber: '测政发〔2026〕70号',
    issuedOn: '2026-11-20',
    organizationId,
    practiceId: id,
    text: '予以通报表扬',
  };
  await refused(city.as('planOffice').call(a.recordCommendation, { body: commendation }), 'assessment.state');
  const recognised = await city.as('planOffice').call(a.decidePractice, { params, body: recognition });
  assert.deepEqual([recognised.state, recognised.documentNumber], ['recognised', recognition.documentNumber]);

  const recorded = await city.as('planOffice').call(a.recordCommendation, { body: commendation });
  assert.equal(recorded.basis.clause, '四（四）');
  assert.match(recorded.basis.text[0], /典型做法.*给予褒奖。$/);
  await refused(city.as('planOffice').call(a.recordCommendation, { body: commendation }), 'assessment.numberTaken');
  const { items } = await city.as('body').call(a.listCommendations, { query: { region: '320685', q: '70号' } });
  assert.deepEqual(
    items.map((each) => each.practice?.title),
    ['一站式免费检定'],
  );
  const page = await city.as('planOffice').call(a.readPractice, { params });
  assert.equal(page.commendations.length, 1);
  assert.equal(page.opinion, '做法可推广');
});

test('before it is recognised a practice is its county’s alone, and a declined one says why', async () => {
  const { id } = await propose();
  await refused(city.as('body').call(a.readPractice, { params: { id } }), 'platform.notFound');
  const declined = await city
    .as('planOffice')
    .call(a.decidePractice, { params: { id }, body: { decision: 'decline', opinion: '已有同类做法' } });
  assert.equal(declined.state, 'declined');
  const { items } = await city.as('countyRegulator').call(a.listPractices, { query: { state: 'declined', task: 'T12', q: '免费' } });
  assert.deepEqual(
    items.map((each) => each.id),
    [id],
  );
  await refused(city.as('countyRegulator').call(a.proposePractice, { body: { ...practice, task: 'T99' } }), 'platform.invalid');
  await refused(
    city.as('countyRegulator').call(a.proposePractice, { body: { ...practice, organizationId: city.ids.farHolder.organization as never } }),
    'assessment.otherRegion',
  );
});
