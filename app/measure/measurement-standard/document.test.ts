import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { runTool, unlessInstalled } from '../../../test/support/foreign-tool.ts';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { addressOf } from '../../kernel/address.ts';
import { standardEndpoints } from '../standard/contract.ts';
import { uncertaintyEndpoints } from '../uncertainty/contract.ts';
import { examples } from '../uncertainty/rules/examples.ts';
import { documentEndpoints } from './contract/document.ts';
import { performanceEndpoints } from './contract/performance.ts';
import { paperNames, type PaperName } from './rules/document.ts';

const {
  readMeasurementStandardPapers,
  printMeasurementStandardPaper,
  writeReportSection,
  linkUncertaintyEvaluation,
  unlinkUncertaintyEvaluation,
} = documentEndpoints;

let city: City;
let id: never;
let evaluation: never;
let standardId: string;

const readings = ['10.0012', '10.0015', '10.0011', '10.0014', '10.0013', '10.0012', '10.0016', '10.0013', '10.0012', '10.0014'];
const record = (testedOn: string, test: object, more: object = {}) =>
  city.as('technician').call(performanceEndpoints.recordPerformanceTest, {
    params: { id },
    body: {
      testedOn,
      quantity: '质量',
      point: '10 g',
      unit: 'g',
      objectName: 'F1等级砝码 <常规>',
      objectNumber: 'F1-9',
      conditions: [{ quantity: '温度', value: '20.30', unit: '℃' }],
      test: test as never,
      ...more,
    },
  });
const stability = (day: string, values: readonly string[], more: object = {}) =>
  record(
    day,
    {
      kind: 'stability',
      method: 'check-standard',
      phase: 'in-use',
      use: 'correction',
      limit: '0.0002',
      limitFrom: '校 2026-1',
      groups: [{ day, readings: values }],
      ...more,
    },
    { objectName: '核查砝码', objectNumber: 'HC-1' },
  );

before(async () => {
  city = await openCity({ demonstration: true });
  const standard = await city.as('technicalManager').call(standardEndpoints.registerStandard, {
    body: {
      number: 'FM-E2-01',
      name: 'E2等级砝码组',
      model: '1 mg～500 g',
      serial: 'E2-77',
      range: '1 mg～500 g',
      roles: ['jjg-0539:weights'],
      since: '2020-01-01',
      kind: 'calibration',
      certificateNumber: '校 2026-1',
      issuer: '省计量科学研究院',
      calibratedOn: '2026-01-10',
      validUntil: '2027-01-09',
      quality: 'uncertainty',
      value: '0.00006',
      unit: 'g',
      coverageFactor: '2',
      accuracyClass: null,
    },
  });
  standardId = standard.id;
  const { db } = city.database;
  const { person: personId, organization: instituteId } = city.ids.technicalManager;
  const at = city.clock.now.toISOString();
  id = randomUUID() as never;
  const of = { measurementStandardId: id as string, since: '2020-01-01', personId, recordedAt: at };
  await db
    .insertInto('measurementStandard')
    .values({
      id,
      instituteId,
      region: '320685',
      kind: 'public',
      name: '砝码标准装置',
      quantity: '质量',
      demonstration: true,
      recordedAt: at,
    })
    .execute();
  await db
    .insertInto('measurementStandardState')
    .values({ id: randomUUID(), measurementStandardId: id, state: 'in-force', since: '2020-01-01', personId, at })
    .execute();
  await db
    .insertInto('measurementStandardEquipment')
    .values({ ...of, id: randomUUID(), standardId: standard.id, role: 'main' })
    .execute();
  await db
    .insertInto('measurementStandardRange')
    .values({ ...of, id: randomUUID(), parameter: '质量', low: '1', high: '500', unit: 'g', quality: 'class', accuracyClass: 'E2等级' })
    .execute();
  await db
    .insertInto('measurementStandardPerson')
    .values({ ...of, id: randomUUID(), memberId: city.ids.technician.person, role: 'responsible' })
    .execute();
  await db
    .insertInto('measurementStandardEnvironment')
    .values({ ...of, id: randomUUID(), quantity: 'temperature', low: '18', high: '22', unit: '℃' })
    .execute();
  await record('2025-10-20', { kind: 'repeatability', groups: [readings] });
  await stability('2025-11-20', readings, { previous: { day: '2024-11-18', mean: '10.00135', from: '2024 年纸质记录' } });
  await stability(
    '2026-11-20',
    readings.map((one) => `${one}1`),
  );
  const draft = await city.as('technician').call(uncertaintyEndpoints.draftUncertainty, {
    body: { title: '砝码校准', note: '', model: examples.find((example) => example.id === 'mass')?.model ?? '' },
  });
  evaluation = draft.evaluation.id as never;
});
after(() => city.close());

const print = async (paper: PaperName, format: 'docx' | 'pdf') =>
  (await city.as('technicalManager').call(printMeasurementStandardPaper, { params: { id, paper }, query: { format } })).bytes;

/** The text of a Word file as a reader takes it, part by part. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  const files = unzipSync(Uint8Array.from(bytes));
  return Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([name, content]) => [name, strFromU8(content)]),
  );
}
const textIn = (xml: string): string =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join('|')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');

/** Where a person looks at what was printed. */
const output = join(import.meta.dirname, '../../../test/.output');
mkdirSync(output, { recursive: true });

test('what a person writes is kept text by text; an evaluation counts when it is released', async () => {
  const write = (text: string) =>
    city.as('technicalManager').call(writeReportSection, { params: { id }, body: { section: 'purpose', text } });
  await write('为本县砝码检定建立量值溯源。');
  const papers = await write('为本县砝码检定建立量值溯源。\n依据计量法第六条。');
  assert.match(papers.sections.find(({ section }) => section === 'purpose')?.text ?? '', /第六条/);
  await refused(
    city.as('technician').call(writeReportSection, { params: { id }, body: { section: 'purpose', text: '无权' } }),
    'platform.forbidden',
  );
  const link = () =>
    city.as('technicalManager').call(linkUncertaintyEvaluation, { params: { id }, body: { evaluation, subject: '10 g 砝码' } });
  const linked = await link();
  assert.equal(linked.evaluations[0]?.inForce, null);
  await refused(link(), 'measurementStandard.evaluationTaken');
  assert.ok(linked.papers.find(({ name }) => name === 'technical-report')?.gaps.includes('已发布的不确定度评定'));
  await city.as('technicalManager').call(uncertaintyEndpoints.releaseUncertaintyVersion, {
    params: { id: evaluation, number: 1 },
    body: { reason: '模型与数据已核对' },
  });
  const read = await city.as('auditor').call(readMeasurementStandardPapers, { params: { id } });
  assert.deepEqual([read.evaluations[0]?.inForce, read.mayWrite], [1, false]);
});

test('the technical report as a Word file: headings, tables, figures of the records, strokes for what is not recorded', async () => {
  const parts = partsOf(await print('technical-report', 'docx'));
  const body = parts['word/document.xml'] ?? '';
  const text = textIn(body);
  assert.equal([...body.matchAll(/<w:pStyle w:val="Heading1"\/>/g)].length, 12);
  for (const words of [
    '一、建立计量标准的目的',
    '十二、附加说明',
    '依据计量法第六条。',
    'E2等级砝码组',
    '省计量科学研究院',
    '0.00015492',
    '10.00132',
    '2024 年纸质记录',
    'F1等级砝码 <常规>',
    '20.30',
  ])
    assert.ok(text.includes(words), words);
  assert.match(text, /UE\d{6}-2026-0001\.1/);
  assert.match(text, /灵敏系数/);
  assert.match(text, /未与正式文本逐字核对/);
  assert.match(body, /w:tblHeader/);
  assert.match(body, /w:eastAsia="仿宋"/);
  const footer = Object.entries(parts).find(([name]) => name.startsWith('word/footer'))?.[1] ?? '';
  assert.match(footer, /PAGE.*NUMPAGES/s);
  const header = Object.entries(parts).find(([name]) => name.startsWith('word/header'))?.[1] ?? '';
  assert.match(header, /演示·无效/);
  assert.match(header, /v:shape/);
});

test('each document is a Word file that can be read, with every cell filled', async () => {
  const expected: Readonly<Record<PaperName, RegExp>> = {
    application: /考核类型.*新建考核.*文件集登记.*主持考核的计量行政部门意见/s,
    'technical-report': /不确定度评定/,
    repeatability: /被测对象（名称、型号、编号）.*0\.00015492/s,
    stability: /核查砝码.*允许变化量及来源.*0\.0002；校 2026-1/s,
    history: /量值溯源记录.*校 2026-1/s,
  };
  for (const paper of paperNames) {
    const bytes = await print(paper, 'docx');
    writeFileSync(join(output, `measurement-standard-${paper}.docx`), bytes);
    const body = partsOf(bytes)['word/document.xml'] ?? '';
    assert.match(textIn(body), expected[paper], paper);
    assert.ok(textIn(body).includes('/'), paper);
    // Each row of a table has as many cells as its grid.
    for (const [, grid = '', rows = ''] of body.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>(.*?)<\/w:tbl>/gs)) {
      const columns = [...grid.matchAll(/<w:gridCol/g)].length;
      for (const [row] of rows.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr [^>]*>.*?<\/w:tr>/gs))
        assert.equal([...row.matchAll(/<w:tc>/g)].length, columns, paper);
    }
  }
});

test('each document as PDF says the same and is marked as a demonstration', unlessInstalled('pdftotext'), async () => {
  const folder = join(import.meta.dirname, '../../../test/.output');
  mkdirSync(folder, { recursive: true });
  const words: Readonly<Record<PaperName, readonly string[]>> = {
    application: ['计量标准考核（复查）申请书', '砝码标准装置'],
    'technical-report': ['0.00015492', '10.00132', '十二、附加说明', '省计量科学研究院'],
    repeatability: ['0.00015492', 'F1等级砝码'],
    stability: ['核查砝码', '允许变化量及来源'],
    history: ['计量标准履历书', '2025-11-20'],
  };
  for (const paper of paperNames) {
    const bytes = await print(paper, 'pdf');
    const file = join(output, `measurement-standard-${paper}.pdf`);
    writeFileSync(file, bytes);
    const text = runTool('pdftotext', ['-raw', file, '-']).output.replace(/\s/g, '');
    for (const one of words[paper]) assert.ok(text.includes(one.replace(/\s/g, '')), `${paper}: ${one}`);
    assert.match(text, /第1页共\d+页/);
    assert.match(text, /DEMONSTRATION/);
  }
});

test('a link to an evaluation is ended and not removed', async () => {
  const { evaluations } = await city.as('technicalManager').call(readMeasurementStandardPapers, { params: { id } });
  const end = () =>
    city.as('technicalManager').call(unlinkUncertaintyEvaluation, {
      params: { id, link: evaluations[0]?.id ?? '' },
      body: { reason: '改用新的评定' },
    });
  assert.deepEqual((await end()).evaluations, []);
  await refused(end(), 'platform.notFound');
  await refused(
    city.as('technicalManager').call(linkUncertaintyEvaluation, {
      params: { id },
      body: { evaluation: randomUUID() as never, subject: '不存在' },
    }),
    'measurementStandard.evaluationForeign',
  );
});

const named = (text: string) => `<dcc:name><dcc:content lang="en">${text}</dcc:content></dcc:name>`;
/** Three values of one list, which the file does not name. */
const dcc = `<?xml version="1.0" encoding="UTF-8"?>
<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" xmlns:si="https://ptb.de/si" schemaVersion="3.1.2">
<dcc:administrativeData><dcc:dccSoftware><dcc:software>${named('S')}<dcc:release>1.0</dcc:release></dcc:software></dcc:dccSoftware>
<dcc:coreData><dcc:countryCodeISO3166_1>DE</dcc:countryCodeISO3166_1><dcc:usedLangCodeISO639_1>en</dcc:usedLangCodeISO639_1><dcc:mandatoryLangCodeISO639_1>en</dcc:mandatoryLangCodeISO639_1><dcc:uniqueIdentifier>D-K-77</dcc:uniqueIdentifier><dcc:beginPerformanceDate>2026-10-01</dcc:beginPerformanceDate><dcc:endPerformanceDate>2026-10-02</dcc:endPerformanceDate><dcc:performanceLocation>laboratory</dcc:performanceLocation></dcc:coreData>
<dcc:items><dcc:item>${named('Weight')}<dcc:identifications><dcc:identification><dcc:issuer>manufacturer</dcc:issuer><dcc:value>E2-77</dcc:value></dcc:identification></dcc:identifications></dcc:item></dcc:items>
<dcc:calibrationLaboratory><dcc:contact>${named('Calibration laboratory')}<dcc:location><dcc:countryCode>DE</dcc:countryCode></dcc:location></dcc:contact></dcc:calibrationLaboratory>
<dcc:respPersons><dcc:respPerson><dcc:person><dcc:name><dcc:content>E. Muster</dcc:content></dcc:name></dcc:person></dcc:respPerson></dcc:respPersons>
<dcc:customer>${named('Customer')}<dcc:location><dcc:countryCode>CN</dcc:countryCode></dcc:location></dcc:customer></dcc:administrativeData>
<dcc:measurementResults><dcc:measurementResult>${named('Mass')}<dcc:results><dcc:result>${named('Conventional mass')}<dcc:data><dcc:list><dcc:quantity>${named('Mass')}<si:realListXMLList><si:valueXMLList>1.00002 2.00004 5.0001</si:valueXMLList><si:unitXMLList>\\gram</si:unitXMLList><si:expandedUncXMLList><si:uncertaintyXMLList>2e-5 3e-5 5.0e-5</si:uncertaintyXMLList><si:coverageFactorXMLList>2</si:coverageFactorXMLList><si:coverageProbabilityXMLList>0.95</si:coverageProbabilityXMLList></si:expandedUncXMLList></si:realListXMLList></dcc:quantity></dcc:list></dcc:data></dcc:result></dcc:results></dcc:measurementResult></dcc:measurementResults>
</dcc:digitalCalibrationCertificate>`;

test('the points of a digital certificate feed the history once somebody has accepted it, each as a series of its own', async () => {
  const params = { id: standardId as never };
  const answer = await city.app.inject({
    method: 'POST',
    url: addressOf(standardEndpoints.offerForeignCertificate, { params, query: { name: 'dcc.xml' } }),
    headers: { cookie: city.as('technicalManager').cookie, 'idempotency-key': randomUUID(), 'content-type': 'application/octet-stream' },
    payload: Buffer.from(dcc),
  });
  assert.equal(answer.statusCode, 200, answer.body);
  const history = async () =>
    (await city.as('technician').call(performanceEndpoints.readCalibrationHistory, { params: { id } })).equipment[0];
  assert.deepEqual([(await history())?.pending, (await history())?.series.length], [1, 0]);
  await city.as('technicalManager').call(standardEndpoints.acceptForeignCertificate, {
    params: { ...params, foreign: (JSON.parse(answer.body) as { id: string }).id as never },
    body: { point: 0, validUntil: '2027-10-01', reason: '已与实验室核实' },
  });
  const found = await history();
  assert.deepEqual(
    [found?.pending, found?.series.map(({ values }) => values.map((one) => [one.found, one.U, one.k, one.from]))],
    [0, [[['1.00002', '0.00002', '2', 'dcc']], [['2.00004', '0.00003', '2', 'dcc']], [['5.0001', '0.000050', '2', 'dcc']]]],
  );
});
