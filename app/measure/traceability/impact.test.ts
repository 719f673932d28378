import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressOf } from '../../kernel/address.ts';
import { perform } from '../../platform/jobs.ts';
import { withClient } from '../../platform/postgres/database.ts';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { adopt, designate, issued } from '../../../test/support/thread.ts';
import { foreignEndpoints } from '../standard/contract/foreign.ts';
import { standardEndpoints } from '../standard/contract.ts';
import { traceabilityEndpoints } from './contract.ts';
import { workEvaluation } from './service/impact-evaluation.ts';

const {
  closeFinding,
  compareEvaluations,
  correctFinding,
  decideImpacts,
  downloadNotice,
  draftNotices,
  evaluateFinding,
  exportImpacts,
  listFailedStandards,
  listImpacts,
  lookForFinding,
  previewFoundPoints,
  readFinding,
  readImpact,
  readImpactHistogram,
  readImpactOnFigures,
  recordFinding,
  settleNotice,
  withdrawFinding,
} = traceabilityEndpoints;

let city: City;
let standardId: string;
const numbers: string[] = [];
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  for (const name of ['FAILED1', 'FAILED2']) numbers.push((await issued(city, name)).document.number);
  const standards = await city.as('technicalManager').call(standardEndpoints.listStandards, { query: { role: 'jjg-0539:weights' } });
  standardId = standards.items[0]?.id ?? '';
});
after(() => city.close());

const point = (at: string, error: string) => ({ at, error, U: '0.02', tolerance: '0.1' });
const finding = (more: object = {}) => ({
  evidence: 'intermediate-check' as const,
  foundOn: '2026-11-23',
  unit: 'g',
  errorUnit: 'g',
  span: 'interpolated' as const,
  growth: 'constant' as const,
  points: [point('0', '0'), point('5000', '0.05'), point('20000', '8.0')],
  words: '期间核查发现 20 kg 砝码超差',
  ...more,
});
const report = (more: object = {}) => city.as('technicalManager').call(recordFinding, { params: { id: standardId }, body: finding(more) });
async function evaluated(id: string) {
  await city.as('technicalManager').call(evaluateFinding, { params: { id: id as never } });
  await city.finishJobs();
  return city.as('instituteManager').call(readFinding, { params: { id: id as never } });
}

test('before a finding the last good calibration is shown with what rests on the standard', async () => {
  const start = await city.as('technicalManager').call(lookForFinding, { params: { id: standardId as never }, query: {} });
  assert.equal(start.certificates, numbers.length);
  assert.ok(start.lastGood && start.calibrations.length > 0);
  await refused(
    city.as('farInstituteManager').call(lookForFinding, { params: { id: standardId as never }, query: {} }),
    'platform.notFound',
  );
});

test('what is written of a finding must be evaluable, and a narrower interval needs a reason', async () => {
  await refused(report({ points: [point('1000', '0.05')] }), 'traceability.findingWrong');
  await refused(report({ unit: 'no-such-unit' }), 'traceability.findingWrong');
  await refused(report({ foundOn: '2027-01-01' }), 'traceability.findingWrong');
  await refused(report({ since: '2026-11-23' }), 'traceability.sinceReason');
});

test('a failed standard goes from the finding to its certificates, decisions and notices', async () => {
  const { id, number } = await report();
  assert.match(number, /^超差〔2026〕\d+号$/);
  const first = await evaluated(id);
  assert.equal(first.state, 'evaluated');
  assert.equal(first.evaluation?.total, numbers.length);
  assert.equal(first.counts.reverify, numbers.length, JSON.stringify(first.counts));
  assert.equal(first.groups.kinds[0]?.counts.reverify, numbers.length);

  const list = await city.as('technicalManager').call(listImpacts, { params: { id }, query: { triage: 'reverify', limit: 1 } });
  assert.deepEqual([list.items.length, list.total, list.next], [1, numbers.length, '1']);
  const row = list.items[0]!;
  const detail = await city.as('technicalManager').call(readImpact, { params: { id, certificate: row.id } });
  const worst = detail.checks.find(({ triage }) => triage === 'reverify');
  assert.ok(worst && worst.parts.length > 0 && detail.paths[0]?.[0]?.standard.id === standardId);
  assert.ok(Math.abs(Number(worst.after) - Number(worst.value) - Number(worst.shift)) < 1e-9);
  const histogram = await city.as('technicalManager').call(readImpactHistogram, { params: { id } });
  assert.equal(
    histogram.bins.reduce((sum, bin) => sum + bin.after, 0),
    numbers.length,
  );
  const figures = await city.as('technicalManager').call(readImpactOnFigures, { params: { id } });
  assert.equal(
    figures.divisions.reduce((sum, one) => sum + one.reverify, 0),
    numbers.length,
  );
  assert.ok((await city.as('technicalManager').call(exportImpacts, { params: { id }, query: {} })).bytes.length > 1000);

  // Corrected to an error that matters nowhere: earlier versions and their evaluations stay.
  const correct = (more: object) =>
    city.as('technicalManager').call(correctFinding, {
      params: { id },
      body: { ...finding(more), version: 1, correction: '20 kg 砝码复称' },
    });
  const harmless = { points: [point('0', '0'), point('5000', '0.05'), point('20000', '0.2')] };
  await correct(harmless);
  await refused(correct(harmless), 'platform.stale');
  const second = await evaluated(id);
  assert.deepEqual(
    [second.versions.length, second.evaluations.length, second.counts.harmless],
    [2, 2, numbers.length],
    JSON.stringify(second.counts),
  );
  const changes = await city.as('technicalManager').call(compareEvaluations, {
    params: { id },
    query: { from: second.evaluations[1]!.id, to: second.evaluations[0]!.id },
  });
  assert.deepEqual(changes.changes, [{ from: 'reverify', to: 'harmless', certificates: numbers.length }]);

  // Who reported it does not decide; others decide one by one or by a filter.
  const decide = (by: 'technicalManager' | 'instituteManager', body: object) =>
    city.as(by).call(decideImpacts, { params: { id }, body: { decision: 'reverify', reason: '抽取一台复检', ...body } as never });
  await refused(decide('technicalManager', { certificates: [row.id] }), 'traceability.samePerson');
  await refused(decide('instituteManager', {}), 'traceability.nothingChosen');
  assert.equal((await decide('instituteManager', { filter: {} })).decided, numbers.length);
  assert.equal((await decide('instituteManager', { certificates: [row.id], decision: 'notify' })).decided, 1);

  const drafts = await city.as('technicalManager').call(draftNotices, { params: { id } });
  assert.deepEqual(
    drafts.notices.map(({ kind, state, certificates }) => `${kind} ${state} ${certificates}`),
    ['disposal drafted 1', `reverification drafted ${numbers.length - 1}`],
  );
  const notice = drafts.notices[0]!;
  const file = (format: 'pdf' | 'docx') =>
    city.as('technicalManager').call(downloadNotice, { params: { id, notice: notice.id }, query: { format } });
  assert.equal(
    Buffer.from((await file('pdf')).bytes)
      .subarray(0, 4)
      .toString(),
    '%PDF',
  );
  assert.equal(
    Buffer.from((await file('docx')).bytes)
      .subarray(0, 2)
      .toString(),
    'PK',
  );
  const english = await city
    .as('technicalManager')
    .call(downloadNotice, { params: { id, notice: notice.id }, query: { format: 'docx', language: 'en' } });
  const { strFromU8, unzipSync } = await import('fflate');
  const said = strFromU8(unzipSync(english.bytes)['word/document.xml'] ?? new Uint8Array());
  for (const words of [
    'English translation for reading only',
    'The Chinese text is the document',
    'The doubtful interval is from',
    row.number,
  ])
    assert.ok(said.includes(words), words);
  const settle = (body: object) =>
    city.as('instituteManager').call(settleNotice, { params: { id, notice: notice.id }, body: body as never });
  await refused(settle({ state: 'issued' }), 'platform.invalid');
  assert.equal((await settle({ state: 'issued', documentNumber: '通量〔2026〕12号' })).state, 'issued');
  await refused(settle({ state: 'dropped', reason: '不再需要' }), 'traceability.wrongState');

  const closed = await city.as('instituteManager').call(closeFinding, { params: { id }, body: { reason: '复检已安排' } });
  assert.equal(closed.state, 'closed');
  const listed = await city.as('instituteManager').call(listFailedStandards, { query: { q: number, state: 'closed' } });
  assert.equal(listed.total, 1);
});

test('errors as found are read from a digital certificate that was uploaded for the standard, and shown before they are taken', async () => {
  const named = (text: string) => `<dcc:name><dcc:content lang="zh">${text}</dcc:content></dcc:name>`;
  const list = (title: string, values: string) =>
    `<dcc:quantity>${named(title)}<si:realListXMLList><si:valueXMLList>${values}</si:valueXMLList><si:unitXMLList>\\gram</si:unitXMLList></si:realListXMLList></dcc:quantity>`;
  const xml = `<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" xmlns:si="https://ptb.de/si" schemaVersion="3.2.1"><dcc:administrativeData><dcc:coreData><dcc:uniqueIdentifier>省检 2026-9</dcc:uniqueIdentifier><dcc:endPerformanceDate>2026-11-20</dcc:endPerformanceDate></dcc:coreData><dcc:calibrationLaboratory><dcc:contact>${named('省计量科学研究院')}</dcc:contact></dcc:calibrationLaboratory></dcc:administrativeData><dcc:measurementResults><dcc:measurementResult>${named('修前')}<dcc:results><dcc:result>${named('质量')}<dcc:data><dcc:list>${list('标称值', '5000 20000')}${list('误差', '0.05 8.0')}</dcc:list></dcc:data></dcc:result></dcc:results></dcc:measurementResult></dcc:measurementResults></dcc:digitalCalibrationCertificate>`;
  const params = { id: standardId as never };
  const offered = await city.app.inject({
    method: 'POST',
    url: addressOf(foreignEndpoints.offerForeignCertificate, { params, query: { name: 'dcc.xml' } }),
    headers: {
      cookie: city.as('technicalManager').cookie,
      'idempotency-key': 'dcc-of-a-finding',
      'content-type': 'application/octet-stream',
    },
    payload: Buffer.from(xml),
  });
  const { id: foreign } = JSON.parse(offered.body) as { id: never };
  const preview = await city.as('technicalManager').call(previewFoundPoints, { params: { ...params, foreign } });
  assert.deepEqual([preview.certificate.identifier, preview.certificate.calibratedOn], ['省检 2026-9', '2026-11-20']);
  assert.ok(
    preview.findings.some((words) => words.includes('出厂编号')),
    'no number of the item is of this standard',
  );
  const [reading] = preview.readings;
  assert.deepEqual([reading?.stage, reading?.formula, reading?.unit, reading?.errorUnit], ['as-found', 'error', 'g', 'g']);
  const { id } = await report({ points: reading?.points, evidenceNumber: preview.certificate.identifier });
  assert.deepEqual(
    (await city.as('technicalManager').call(readFinding, { params: { id } })).versions[0]?.points.map(({ at, error }) => [at, error]),
    [
      ['5000', '0.05'],
      ['20000', '8.0'],
    ],
  );
  await refused(city.as('farInstituteManager').call(previewFoundPoints, { params: { ...params, foreign } }), 'platform.notFound');
});

test('a finding that was none is withdrawn, and nothing more is done with it', async () => {
  const { id } = await report({ words: '读数有误' });
  await city.as('technicalManager').call(withdrawFinding, { params: { id }, body: { reason: '核查用的标准读错' } });
  await refused(city.as('technicalManager').call(evaluateFinding, { params: { id } }), 'traceability.wrongState');
});

test('an evaluation works in parts, and gives the same where effects were never kept', async () => {
  const { id } = await report();
  const { evaluation } = await city.as('technicalManager').call(evaluateFinding, { params: { id } });
  await withClient(city.ownerUrl, (client) => client.query('update certificate_standard set effects = null'));
  const part = (): Promise<void> =>
    perform(
      'part',
      {},
      {
        database: city.database,
        files: undefined as never,
        clock: () => city.clock.now,
        demonstration: false,
        publicUrl: '',
        crontab: '',
        jobs: { part: (_payload, ctx) => workEvaluation(ctx, evaluation?.id ?? '', 1) },
      },
    );
  await part();
  const half = await city.as('instituteManager').call(readFinding, { params: { id } });
  assert.deepEqual([half.evaluation?.state, half.evaluation?.done, half.evaluation?.total], ['running', 1, numbers.length]);
  await refused(city.as('technicalManager').call(evaluateFinding, { params: { id } }), 'traceability.wrongState');
  await city.finishJobs();
  const whole = await city.as('instituteManager').call(readFinding, { params: { id } });
  assert.deepEqual([whole.evaluation?.state, whole.evaluation?.done, whole.counts.reverify], ['done', numbers.length, numbers.length]);
});
