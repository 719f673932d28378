import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import fc from 'fast-check';
import { recountEffective } from '../../../bench/recount-capability.ts';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { withClient } from '../../platform/postgres/database.ts';
import { addDays } from '../../kernel/day.ts';
import { digestOfEdition } from '../../register/catalogue/service.ts';
import { cityPlan } from '../../steer/plan/service/city-plan.ts';
import { environmentRecordDays } from '../measurement-standard/rules/finding.ts';
import { capabilityEndpoints } from './contract.ts';
import { intersection, holdsOn, union, without, type Span } from './rules/span.ts';
import { readCellDays } from './service/effective.ts';

const { readEffectiveMatrix, readCellEffect, exportMatrix } = capabilityEndpoints;
const plan = cityPlan().id;
const first = '2024-01-01';
const regions = ['320685', '320682'] as const;
const offered = [
  { item: 'B6', kinds: ['automated-sphygmomanometer'], editions: ['jjg-0692-2010'] },
  { item: 'B2', kinds: ['price-computing-scale', 'digital-indicating-scale'], editions: ['jjg-0539-2016', 'jjg-1204-2025'] },
] as const;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

/** mulberry32: the same records for the same seed. */
function drawsOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const wiped = [
  'capability_decision, capability_cell, designation_ending, designation, qualification_ending, qualification, catalogue_adoption, catalogue_confirmation',
  'measurement_standard, standard',
].join(', ');

/** Random records of two bodies, written as the slices write them; `rows` counts how much there is. */
async function writeRecords(seed: number): Promise<void> {
  const draw = drawsOf(seed);
  const below = (n: number): number => Math.floor(draw() * n);
  const chance = (share: number): boolean => draw() < share;
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const day = (least = 0, most = 700): string => addDays(first, least + below(most - least));
  const instant = (): string => `${day(0, 900)}T0${below(9)}:30:00Z`;
  const person = () => city.ids[pick(['technician', 'checker', 'approver', 'allRounder'] as const)].person;
  const bodies = [city.ids.instituteManager.organization, city.ids.farInstituteManager.organization];
  await withClient(city.ownerUrl, async (client) => {
    await client.query(`TRUNCATE ${wiped} CASCADE`);
    const insert = (table: string, row: Record<string, unknown>) => {
      const names = Object.keys(row);
      const values = names.map((_, index) => `$${index + 1}`).join(', ');
      return client.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values})`, Object.values(row));
    };
    const by = { person_id: person() };
    for (const region of regions) {
      for (const { item } of offered) {
        for (let n = 0; n < 1 + below(3); n += 1) {
          const id = randomUUID();
          const state = chance(0.8) ? 'in-use' : 'suspended';
          await insert('capability_cell', {
            id,
            plan_id: plan,
            region,
            item,
            state,
            since: day(0, 200),
            body_id: pick(bodies),
            files: [],
            reason: 'x',
            reported_by: person(),
            organization_id: bodies[0],
            recorded_at: instant(),
          });
          await insert('capability_decision', {
            cell_id: id,
            verdict: chance(0.9) ? 'accepted' : 'rejected',
            ...by,
            decided_at: instant(),
          });
        }
      }
    }
    for (const body of bodies) {
      for (const { kinds, editions } of offered) {
        for (const kind of kinds) {
          for (const region of regions) {
            if (chance(0.2)) continue;
            const id = randomUUID();
            const from = day(0, 300);
            await insert('designation', {
              id,
              region,
              instrument_kind: kind,
              institute_id: body,
              document_number: 'x',
              valid_from: from,
              valid_to: addDays(from, below(1500)),
              authority_id: body,
              ...by,
              recorded_at: chance(0.8) ? `${first}T00:00:00Z` : instant(),
            });
            if (chance(0.2))
              await insert('designation_ending', {
                designation_id: id,
                last_day: day(200, 900),
                document_number: 'x',
                reason: 'x',
                ...by,
                at: instant(),
              });
          }
        }
        for (const edition of editions) {
          const decided = chance(0.7) ? `${first}T00:00:00Z` : instant();
          const isOver = chance(0.2);
          await insert('catalogue_adoption', {
            id: randomUUID(),
            institute_id: body,
            edition,
            digest: chance(0.9) ? digestOfEdition(edition) : '0'.repeat(64),
            content_digest: '0'.repeat(64),
            status: isOver ? 'withdrawn' : 'adopted',
            source: 'x',
            proposed_by: city.ids.technicalManager.person,
            proposed_at: first,
            decided_by: city.ids.approver.person,
            decided_at: decided,
            ended_at: isOver ? instant() : null,
          });
        }
      }
      for (let n = 0; n < 8; n += 1) {
        const isApproval = chance(0.35);
        const id = randomUUID();
        const from = day(-100, 300);
        await insert('qualification', {
          id,
          kind: isApproval ? 'authorisation' : 'registration',
          institute_id: body,
          region: '320685',
          holder_id: person(),
          activities: isApproval ? ['approve'] : pick([['test'], ['check'], ['test', 'check']]),
          regulations:
            isApproval && chance(0.6) ? [] : pick([['jjg-0692', 'jjg-0539', 'jjg-1204'], ['jjg-0692'], ['jjg-0539', 'jjg-1204']]),
          document_number: 'x',
          valid_from: from,
          valid_until: chance(0.4) ? null : addDays(from, 100 + below(1000)),
          ...by,
          recorded_at: chance(0.8) ? `${first}T00:00:00Z` : instant(),
        });
        if (chance(0.15))
          await insert('qualification_ending', { qualification_id: id, last_day: day(100, 900), reason: 'x', ...by, at: instant() });
      }
      const standards: string[] = [];
      for (let n = 0; n < 4; n += 1) {
        const id = randomUUID();
        standards.push(id);
        await insert('standard', {
          id,
          institute_id: body,
          region: '320685',
          number: `S${n}`,
          name: '砝码',
          model: 'x',
          serial: 'x',
          range: 'x',
          roles: ['jjg-0539:weights'],
          recorded_at: first,
        });
        await insert('standard_state', {
          id: randomUUID(),
          standard_id: id,
          state: 'in-service',
          since: day(-200, 50),
          ...by,
          at: `${first}T00:00:00Z`,
        });
        if (chance(0.3)) {
          await insert('standard_state', {
            id: randomUUID(),
            standard_id: id,
            state: 'suspended',
            since: day(200, 500),
            ...by,
            at: instant(),
          });
          if (chance(0.6))
            await insert('standard_state', {
              id: randomUUID(),
              standard_id: id,
              state: 'in-service',
              since: day(300, 700),
              ...by,
              at: instant(),
            });
        }
        for (let m = 0; m < 1 + below(3); m += 1) {
          const on = day(-200, 500);
          await insert('standard_certificate', {
            id: randomUUID(),
            standard_id: id,
            kind: 'calibration',
            number: `C${m}`,
            issuer: 'x',
            calibrated_on: on,
            valid_until: addDays(on, 200 + below(600)),
            quality: 'class',
            accuracy_class: 'M1',
            ...by,
            recorded_at: chance(0.8) ? `${first}T00:0${m}:00Z` : instant(),
          });
        }
      }
      for (let n = 0; n < 3; n += 1) {
        const id = randomUUID();
        const kind = chance(0.7) ? 'public' : 'highest-enterprise';
        await insert('measurement_standard', {
          id,
          institute_id: body,
          region: '320685',
          kind,
          name: '检定装置',
          quantity: '质量',
          recorded_at: `${first}T00:00:00Z`,
        });
        await insert('measurement_standard_state', {
          id: randomUUID(),
          measurement_standard_id: id,
          state: 'in-force',
          since: day(-100, 100),
          ...by,
          at: `${first}T00:00:00Z`,
        });
        if (chance(0.25))
          await insert('measurement_standard_state', {
            id: randomUUID(),
            measurement_standard_id: id,
            state: pick(['suspended', 'withdrawn']),
            since: day(300, 600),
            ...by,
            at: instant(),
          });
        for (const certificate of kind === 'public' && chance(0.7)
          ? ['public', 'examination']
          : [kind === 'public' ? 'public' : 'examination']) {
          for (let m = 0; m < 1 + below(2); m += 1) {
            const from = day(-100 + m * 250, 100 + m * 250);
            await insert('measurement_standard_certificate', {
              id: randomUUID(),
              measurement_standard_id: id,
              kind: certificate,
              number: 'x',
              number_key: 'x',
              issuer: 'x',
              issued_on: from,
              valid_from: from,
              valid_until: addDays(from, 300 + below(900)),
              basis: 'register',
              files: [],
              ...by,
              recorded_at: chance(0.85) ? `${first}T00:00:00Z` : instant(),
              superseded_at: chance(0.1) ? `${day(900, 1000)}T00:00:00Z` : null,
            });
          }
        }
        for (const regulation of ['jjg-0692', 'jjg-0539', 'jjg-1204'])
          if (chance(0.8)) {
            const until = chance(0.2) ? day(200, 900) : null;
            await insert('measurement_standard_procedure', {
              id: randomUUID(),
              measurement_standard_id: id,
              regulation,
              edition: `${regulation}-2016`,
              since: day(-100, 100),
              until,
              ended_at: until === null ? null : instant(),
              ...by,
              recorded_at: `${first}T00:00:00Z`,
            });
          }
        for (const [index, standard] of standards.entries())
          if (chance(0.5)) {
            const until = chance(0.2) ? day(200, 900) : null;
            await insert('measurement_standard_equipment', {
              id: randomUUID(),
              measurement_standard_id: id,
              standard_id: standard,
              role: index < 2 ? 'main' : 'auxiliary',
              since: day(-100, 150),
              until,
              ended_at: until === null ? null : instant(),
              ...by,
              recorded_at: `${first}T00:00:00Z`,
            });
          }
        if (chance(0.5)) {
          const requirement = randomUUID();
          await insert('measurement_standard_environment', {
            id: requirement,
            measurement_standard_id: id,
            quantity: 'temperature',
            low: '15',
            high: '25',
            unit: '℃',
            since: day(0, 200),
            ...by,
            recorded_at: `${first}T00:00:00Z`,
          });
          for (let m = 0; m < 8; m += 1)
            await insert('measurement_standard_environment_record', {
              id: randomUUID(),
              measurement_standard_id: id,
              requirement_id: requirement,
              day: day(m * 80, m * 80 + 90),
              lowest: '18',
              highest: '22',
              within: chance(0.85),
              ...by,
              recorded_at: chance(0.8) ? `${first}T00:00:00Z` : instant(),
            });
        }
      }
    }
  });
}

test('the effective days of every cell are what a recount by plain conditions finds, on any day and as known at any instant', async () => {
  const seen = { effective: 0, not: 0 };
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      await writeRecords(seed);
      await withClient(city.ownerUrl, async (client) => {
        for (const knownAt of ['2024-12-01T00:00:00Z', '2027-06-01T00:00:00Z']) {
          for (const asOf of [first, addDays(first, 200 + (seed & 255))]) {
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

test('spans are sets of days', () => {
  const spans = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 }))
      .map(([from, length]): Span => ({ from: addDays(first, from), to: addDays(first, from + length) })),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const [one, other] = [union(some), union(others)];
      for (let n = -1; n < 60; n += 1) {
        const day = addDays(first, n);
        const [inOne, inOther] = [some, others].map((all) => all.some(({ from, to }) => from <= day && day < to));
        assert.equal(holdsOn(one, day), inOne);
        assert.equal(holdsOn(intersection(one, other), day), inOne === true && inOther === true);
        assert.equal(holdsOn(without(one, other), day), inOne === true && inOther === false);
      }
    }),
  );
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
