import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import fc from 'fast-check';
import { recountEffective } from '../../../bench/recount-capability.ts';
import { firstDay, wiped, writePreconditions } from '../../../test/support/precondition-records.ts';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { withClient } from '../../platform/postgres/database.ts';
import { addDays } from '../../kernel/day.ts';
import { digestOfEdition } from '../../register/catalogue/service.ts';
import { indicatorEndpoints } from '../../steer/indicator/contract.ts';
import { cityPlan } from '../../steer/plan/service/city-plan.ts';
import { environmentRecordDays } from '../measurement-standard/rules/finding.ts';
import { traceabilityEndpoints } from '../traceability/contract.ts';
import { capabilityEndpoints } from './contract.ts';
import { holdsOn } from './rules/span.ts';
import { readCellDays } from './service/effective.ts';

const { readEffectiveMatrix, readCellEffect, readCellsAtStake, exportMatrix } = capabilityEndpoints;
const { readIndicatorsAtStake } = indicatorEndpoints;
const plan = cityPlan().id;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

test('the effective days of every cell are what a recount by plain conditions finds, on any day and as known at any instant', async () => {
  const seen = { effective: 0, not: 0 };
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      await writePreconditions(city, plan, seed);
      await withClient(city.ownerUrl, async (client) => {
        for (const knownAt of ['2024-12-01T00:00:00Z', '2027-06-01T00:00:00Z']) {
          for (const asOf of [firstDay, addDays(firstDay, 200 + (seed & 255))]) {
            const cells = await readCellDays({ db: city.database.db }, plan, { asOf, knownAt });
            for (let step = 0; step < 9; step += 1) {
              const day = addDays(asOf, step * 61 + (seed & 15));
              const kept = cells.filter(({ days }) => holdsOn(days, day)).map(({ region, item }) => `${region}/${item}`);
              const counted = await recountEffective(client, plan, day, knownAt, environmentRecordDays);
              assert.deepEqual(kept.sort(), counted, `${seed} ${day} ${knownAt}`);
              seen.effective += kept.length;
              seen.not += 4 - kept.length;
            }
          }
        }
      });
    }),
    { numRuns: 12 },
  );
  assert.ok(seen.effective > 20 && seen.not > 20, JSON.stringify(seen));
});

test('a cell that rests on the document is not recorded, neither effective nor ineffective', async () => {
  await withClient(city.ownerUrl, (client) => client.query(`TRUNCATE ${wiped} CASCADE`));
  const matrix = await city.as('planOffice').call(readEffectiveMatrix, { query: { list: 'basic' } });
  assert.deepEqual(matrix.totals, { nominal: 62, effective: 0, ineffective: 0, unrecorded: 62 });
  assert.deepEqual(matrix.forecast, [{ day: matrix.asOf, effective: 0 }]);
  await refused(city.as('planOffice').call(readEffectiveMatrix, { query: { list: 'other' } }), 'capability.notRecorded');
});

test('a cell names what it lacks, then is effective, and says on which day it falls and for want of what', async () => {
  const { db } = city.database;
  const at = city.clock.now.toISOString();
  const institute = city.ids.instituteManager.organization;
  const by = { personId: city.ids.instituteManager.person };
  const cell = randomUUID();
  const row = {
    planId: plan,
    region: '320685',
    item: 'B6',
    state: 'in-use',
    since: '2026-01-01',
    bodyId: institute,
    files: [],
    reason: '在用',
  };
  await db
    .insertInto('capabilityCell')
    .values({ ...row, id: cell, reportedBy: by.personId, organizationId: institute, recordedAt: at })
    .execute();
  await db
    .insertInto('capabilityDecision')
    .values({ cellId: cell, verdict: 'accepted', ...by, decidedAt: at })
    .execute();
  const read = () => city.as('planOffice').call(readCellEffect, { params: { region: '320685', item: 'B6' }, query: {} });
  assert.equal((await read()).state, 'unrecorded', 'nothing is recorded of the body');

  const more = { ...by, recordedAt: at };
  await db
    .insertInto('designation')
    .values({
      id: randomUUID(),
      region: '320685',
      instrumentKind: 'automated-sphygmomanometer',
      instituteId: institute,
      documentNumber: 'x',
      validFrom: '2026-01-01',
      authorityId: institute,
      ...more,
    })
    .execute();
  const lacking = await read();
  assert.equal(lacking.state, 'ineffective');
  assert.deepEqual(
    lacking.reasons.map(({ reason }) => reason),
    ['edition-not-adopted', 'no-tester', 'no-measurement-standard'],
  );
  const qualify = (holderId: string, activity: string, validUntil: string | null) =>
    db
      .insertInto('qualification')
      .values({
        id: randomUUID(),
        kind: activity === 'approve' ? 'authorisation' : 'registration',
        instituteId: institute,
        region: '320685',
        holderId,
        activities: [activity],
        regulations: activity === 'approve' ? [] : ['jjg-0692'],
        documentNumber: 'x',
        validFrom: '2026-01-01',
        validUntil,
        ...more,
      })
      .execute();
  await qualify(city.ids.technician.person, 'test', '2027-03-31');
  await qualify(city.ids.technician.person, 'check', null);
  assert.ok((await read()).reasons.some(({ reason }) => reason === 'same-person'));
  await qualify(city.ids.checker.person, 'check', null);
  await qualify(city.ids.technician.person, 'approve', null);
  assert.ok(
    (await read()).reasons.some(({ reason }) => reason === 'no-approver'),
    'the tester never approves',
  );
  await qualify(city.ids.approver.person, 'approve', null);
  await db
    .insertInto('catalogueAdoption')
    .values({
      id: randomUUID(),
      instituteId: institute,
      edition: 'jjg-0692-2010',
      digest: digestOfEdition('jjg-0692-2010') ?? '',
      contentDigest: '0'.repeat(64),
      status: 'adopted',
      source: 'x',
      proposedBy: city.ids.technicalManager.person,
      proposedAt: at,
      decidedBy: city.ids.approver.person,
      decidedAt: at,
    })
    .execute();
  const measurementStandardId = randomUUID();
  const standardId = randomUUID();
  await db
    .insertInto('standard')
    .values({
      id: standardId,
      instituteId: institute,
      region: '320685',
      number: 'B-1',
      name: '血压计标准器',
      model: 'x',
      serial: 'x',
      range: 'x',
      roles: ['jjg-0692:pressure'],
      recordedAt: at,
    })
    .execute();
  await db
    .insertInto('standardState')
    .values({ id: randomUUID(), standardId, state: 'in-service', since: '2026-01-01', ...by, at })
    .execute();
  await db
    .insertInto('standardCertificate')
    .values({
      id: randomUUID(),
      standardId,
      kind: 'calibration',
      number: 'K1',
      issuer: 'x',
      calibratedOn: '2026-01-05',
      validUntil: '2027-01-04',
      quality: 'class',
      accuracyClass: '0.05',
      ...more,
    })
    .execute();
  await db
    .insertInto('measurementStandard')
    .values({
      id: measurementStandardId,
      instituteId: institute,
      region: '320685',
      kind: 'public',
      name: '血压计检定装置',
      quantity: '压力',
      recordedAt: at,
    })
    .execute();
  await db
    .insertInto('measurementStandardProcedure')
    .values({ id: randomUUID(), measurementStandardId, regulation: 'jjg-0692', edition: 'jjg-0692-2010', since: '2026-01-01', ...more })
    .execute();
  await db
    .insertInto('measurementStandardEquipment')
    .values({ id: randomUUID(), measurementStandardId, standardId, role: 'main', since: '2026-01-01', ...more })
    .execute();
  assert.deepEqual(
    (await read()).reasons.map(({ reason, record }) => [reason, record.id]),
    [['standard-not-in-force', measurementStandardId]],
  );
  await db
    .insertInto('measurementStandardState')
    .values({ id: randomUUID(), measurementStandardId, state: 'in-force', since: '2026-01-01', ...by, at })
    .execute();
  await db
    .insertInto('measurementStandardCertificate')
    .values({
      id: randomUUID(),
      measurementStandardId,
      kind: 'public',
      number: 'x',
      numberKey: 'X',
      issuer: 'x',
      issuedOn: '2026-01-01',
      validFrom: '2026-01-01',
      validUntil: '2030-12-31',
      basis: 'register',
      files: [],
      ...more,
    })
    .execute();
  const good = await read();
  assert.equal(good.state, 'effective');
  assert.equal(good.falls?.day, '2027-01-05');
  assert.deepEqual(
    good.falls?.reasons.map(({ reason, record }) => [reason, record.kind, record.id]),
    [['main-equipment-out-of-date', 'standard', standardId]],
  );
  assert.deepEqual(
    good.ends.map(({ precondition, day }) => [precondition, day]),
    [
      ['equipment', '2027-01-05'],
      ['people', '2027-04-01'],
      ['standard', '2031-01-01'],
    ],
  );
  const matrix = await city.as('planOffice').call(readEffectiveMatrix, { query: { list: 'basic' } });
  assert.deepEqual(matrix.forecast, [
    { day: '2026-11-23', effective: 1 },
    { day: '2027-01-05', effective: 0 },
  ]);
  assert.equal(
    (await city.as('planOffice').call(readEffectiveMatrix, { query: { list: 'basic', asOf: '2027-01-05' } })).totals.ineffective,
    1,
  );

  // The same cell in the case of a failed standard: what would fall, then what has fallen, and which figures would move.
  const { id: finding } = await city.as('technicalManager').call(traceabilityEndpoints.recordFinding, {
    params: { id: standardId as never },
    body: {
      evidence: 'intermediate-check',
      foundOn: '2026-11-23',
      since: '2026-11-01',
      sinceReason: '上次核查合格',
      unit: 'kPa',
      errorUnit: 'kPa',
      span: 'interpolated',
      growth: 'constant',
      points: [{ at: '20', error: '0.8', tolerance: '0.1' }],
      words: '期间核查超差',
    },
  });
  const atStake = (who: PersonName) => city.as(who).call(readCellsAtStake, { params: { id: finding } });
  const falls = await atStake('technicalManager');
  assert.deepEqual(
    falls.cells.map((one) => [one.region.code, one.item.id, one.change, one.reasons.map(({ reason }) => reason)]),
    [['320685', 'B6', 'falls', ['main-equipment-out-of-service']]],
  );
  assert.deepEqual(
    falls.lists.map(({ list, effective, after }) => [list, effective, after]),
    [
      ['basic', 1, 0],
      ['enhanced', 0, 0],
    ],
  );
  assert.ok(falls.unrecorded > 0, 'cells that rest on the document are not said to be safe');
  await refused(atStake('farInstituteManager'), 'platform.notFound');
  const indicators = await city.as('instituteManager').call(readIndicatorsAtStake, { params: { id: finding } });
  assert.deepEqual(
    indicators.indicators.map((one) => [one.id, (one.value ?? 0) - (one.after ?? 0)]),
    [
      ['G3-1', 1],
      ['G3-2', 1],
    ],
  );
  assert.deepEqual(
    indicators.measurementStandards.map((one) => one.id),
    [measurementStandardId],
  );
  await refused(city.as('farInstituteManager').call(readIndicatorsAtStake, { params: { id: finding } }), 'platform.notFound');
  await db
    .insertInto('standardState')
    .values({ id: randomUUID(), standardId, state: 'suspended', since: '2026-11-23', reason: '超差', ...by, at })
    .execute();
  assert.deepEqual(
    (await atStake('technicalManager')).cells.map(({ change }) => change),
    ['fallen'],
  );
});

test('the export has the effective column only where it is asked for', async () => {
  const open = async (effective?: 'true') => {
    const file = await city
      .as('planOffice')
      .call(exportMatrix, { query: { list: 'basic', format: 'xlsx', ...(effective === undefined ? {} : { effective }) } });
    const book = new Excel.Workbook();
    await book.xlsx.load(Uint8Array.from(file.bytes).buffer);
    return book.getWorksheet('附件')?.getRow(3).values as string[];
  };
  assert.equal((await open()).includes('当日有效'), false);
  assert.equal((await open('true')).at(-1), '当日有效');
  const pdf = await city.as('planOffice').call(exportMatrix, { query: { list: 'basic', format: 'pdf', effective: 'true' } });
  assert.equal(pdf.type, 'application/pdf');
});
