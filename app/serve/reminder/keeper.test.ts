import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openCity, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { measurementStandardEndpoints } from '../../measure/measurement-standard/contract.ts';
import { standardEndpoints } from '../../measure/standard/contract.ts';
import { openFiles } from '../../platform/files.ts';
import { perform } from '../../platform/jobs.ts';
import { jobs } from '../../slices.ts';
import { reminderEndpoints } from './contract.ts';

const { openMeasurementStandard, addEquipment, planIntermediateCheck, readMeasurementStandard } = measurementStandardEndpoints;

let city: City;
let dossier: string;
let standard: string;
before(async () => {
  city = await openCity({ now: '2026-11-23T02:00:00Z' });
  const manager = city.as('technicalManager');
  standard = (
    await manager.call(standardEndpoints.registerStandard, {
      body: {
        number: 'F2-01',
        name: 'F2等级砝码组',
        model: '1 mg～500 g',
        serial: 'F2-01',
        range: '1 mg～500 g',
        roles: ['jjg-0539:weights'],
        since: '2020-01-01',
        kind: 'verification',
        certificateNumber: '检 1',
        issuer: '省计量科学研究院',
        calibratedOn: '2026-01-10',
        validUntil: '2027-01-22',
        quality: 'class',
        accuracyClass: 'F2级',
      },
    })
  ).id;
  const body = { kind: 'public', level: 'county', name: 'M1等级砝码标准装置', code: null, quantity: '质量', place: null } as const;
  dossier = (await manager.call(openMeasurementStandard, { body: { ...body, since: '2026-03-01' } })).id;
  const params = { id: dossier as never };
  await manager.call(addEquipment, { params, body: { standard: standard as never, role: 'main', since: '2026-03-01' } });
  await examined('2022-07-01', '2027-06-30');
});
after(() => city.close());

/** The authority's certificate of the public measurement standard, and the dossier in force with it. */
async function examined(from: string, until: string): Promise<void> {
  const { db } = city.database;
  const by = { measurementStandardId: dossier, personId: city.ids.countyRegulator.person };
  const at = city.clock.now.toISOString();
  if (from < '2026')
    await db
      .insertInto('measurementStandardState')
      .values({ ...by, id: randomUUID(), state: 'in-force', since: '2026-03-01', at })
      .execute();
  const said = { issuer: '测试甲县市场监督管理局', issuedOn: from, validFrom: from, validUntil: until, basis: 'register', files: [] };
  for (const kind of ['examination', 'public'])
    await db
      .insertInto('measurementStandardCertificate')
      .values({ ...by, ...said, id: randomUUID(), kind, number: `${kind} ${from}`, numberKey: `${kind} ${from}`, recordedAt: at })
      .execute();
}

const run = () =>
  perform(
    'remindKeepers',
    {},
    {
      database: city.database,
      files: openFiles('.'),
      clock: () => city.clock.now,
      demonstration: false,
      publicUrl: 'http://127.0.0.1:8080',
      jobs,
      crontab: '',
    },
  );
const on = (day: string): void => void (city.clock.now = new Date(`${day}T02:00:00Z`));
const inbox = async (who: PersonName, topic: string) =>
  (await city.as(who).call(reminderEndpoints.listReminders, { query: { topic: topic as never } })).items;
const toldIn = async (id: string) =>
  (await city.database.db.selectFrom('event').selectAll().where('kind', '=', 'reminder.keeperTold').where('subject', '=', id).execute())
    .length;

test('a re-examination is told once for a measurement standard and term, to those of the keeper who can apply', async () => {
  on('2026-09-30');
  await run();
  assert.deepEqual(await inbox('technicalManager', 're-examination-due'), [], 'more than 90 days before it must be applied for');
  on('2026-11-23');
  for (let times = 0; times < 3; times += 1) await run();
  for (const who of ['technicalManager', 'instituteManager'] as const) {
    const [told, ...others] = await inbox(who, 're-examination-due');
    assert.equal(others.length, 0);
    assert.equal(told?.text[0], '计量标准“M1等级砝码标准装置”有效期至 2027-06-30，请在 2026-12-30 前申请复查。');
    assert.equal(told.href, `/desk/measurement-standards/${dossier}`);
  }
  for (const who of ['technician', 'farInstituteManager', 'countyRegulator'] as const)
    assert.deepEqual(await inbox(who, 're-examination-due'), []);
  on('2027-02-01');
  await run();
  assert.equal((await inbox('technicalManager', 're-examination-due')).length, 1, 'late, but of the same term');
  assert.equal(await toldIn(dossier), 1);
  const { timeline } = await city.as('technicalManager').call(readMeasurementStandard, { params: { id: dossier as never }, query: {} });
  assert.equal(timeline.filter(({ kind }) => kind === 'reminder.keeperTold').length, 1, 'it stands in the history');
});

test('who gets the role later is told on the next morning, and the next term is told again', async () => {
  const { db } = city.database;
  const late = city.ids.checker.person;
  await db
    .insertInto('personRole')
    .values({ id: randomUUID(), personId: late, role: 'technical-manager', grantedBy: late, grantedAt: city.clock.now.toISOString() })
    .execute();
  on('2027-02-02');
  await run();
  assert.equal((await inbox('checker', 're-examination-due')).length, 1);
  assert.equal(await toldIn(dossier), 1, 'it had been told');
  await examined('2027-07-01', '2032-06-30');
  on('2027-08-01');
  await run();
  assert.equal((await inbox('technicalManager', 're-examination-due')).length, 1, 'renewed: the next term is far');
  on('2031-12-01');
  await run();
  const again = await inbox('technicalManager', 're-examination-due');
  assert.match(again[0]?.text[0] ?? '', /有效期至 2032-06-30/);
  assert.equal(again.length, 2);
});

test('a calibration of its equipment is told once until there is a new certificate, then of that one', async () => {
  const told = await inbox('technicalManager', 'calibration-due');
  assert.deepEqual(
    told.map(({ text, href }) => [text[0], href]),
    [['标准器 F2等级砝码组 F2-01的溯源证书 2027-01-22 到期，请安排检定或校准。', `/desk/standards/${standard}`]],
  );
  await city.as('technicalManager').call(standardEndpoints.renewStandard, {
    params: { id: standard as never },
    body: {
      kind: 'verification',
      certificateNumber: '检 2',
      issuer: '省计量科学研究院',
      calibratedOn: '2031-01-10',
      validUntil: '2032-01-09',
      quality: 'class',
      accuracyClass: 'F2级',
    },
  });
  await run();
  await run();
  assert.equal((await inbox('technicalManager', 'calibration-due')).length, 2);
  assert.equal(await toldIn(standard), 2);
});

test('a planned intermediate check is told when it falls due', async () => {
  const manager = city.as('technicalManager');
  await manager.call(planIntermediateCheck, {
    params: { id: dossier as never },
    body: {
      standard: standard as never,
      objectName: '核查砝码',
      objectNumber: 'HC-1',
      quantity: '质量',
      point: '100 g',
      unit: 'g',
      criterion: 'limit',
      reference: '100.0000',
      limit: '0.0005',
      source: '首次测量',
      readingsLeast: 3,
      months: 6,
      since: '2031-12-01',
    } as never,
  });
  await run();
  assert.deepEqual(await inbox('technicalManager', 'performance-due'), []);
  on('2032-05-20');
  await run();
  await run();
  const [told, ...others] = await inbox('technicalManager', 'performance-due');
  assert.equal(others.length, 0);
  assert.match(told?.text[0] ?? '', /的期间核查（F2等级砝码组 · 质量 100 g）请在 2032-06-01 前进行/);
  assert.match(told?.text[1] ?? '', /Intermediate check \(.*\) is due by 2032-06-01/);
  assert.equal(told?.href, `/desk/measurement-standards/${dossier}/performance`);
});
