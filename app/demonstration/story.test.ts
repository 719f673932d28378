import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openDatabase as openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { capabilityEndpoints } from '../measure/capability/contract.ts';
import { shortfallNames } from '../measure/capability/rules/effective.ts';
import { certificateEndpoints } from '../measure/certificate/contract.ts';
import { measurementStandardEndpoints } from '../measure/measurement-standard/contract.ts';
import { requestEndpoints } from '../measure/request/contract.ts';
import { traceabilityEndpoints } from '../measure/traceability/contract.ts';
import { verificationEndpoints } from '../measure/verification/contract.ts';
import { openDatabase, type Database } from '../platform/database.ts';
import { openFiles } from '../platform/files.ts';
import { openSecrets } from '../platform/secret.ts';
import { entryEndpoints } from '../register/entry/contract.ts';
import { markCity } from '../register/organization/service/setting.ts';
import { indicatorEndpoints } from '../steer/indicator/contract.ts';
import { recordPlan } from '../steer/indicator/service/record-plan.ts';
import { provisionEndpoints } from '../steer/provision/contract.ts';
import { cityPlan } from '../steer/plan/service/city-plan.ts';
import { taskEndpoints } from '../steer/task/contract.ts';
import { chapters } from './chapters.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';
import { tellStory } from './story.ts';

const begunAt = '2026-11-23T02:00:00.000Z';
let base: TestDatabase;
let database: Database;
let folder: string;
let options: StageOptions;
let stage: Stage;
let counted: Record<string, number>;

class Interrupted extends Error {}

/** Plays so many steps and stops, as when the program is killed: what was played stays played. */
async function tellPart(steps: number): Promise<void> {
  const whole = await openStage(options);
  let left = steps;
  const spend = (): void => {
    left -= 1;
    if (left < 0) throw new Interrupted();
  };
  const part: Stage = {
    ...whole,
    act(person, endpoint, request) {
      spend();
      return whole.act(person, endpoint, request);
    },
    upload(person, name, content) {
      spend();
      return whole.upload(person, name, content);
    },
  };
  try {
    for (const { play } of chapters) await play(part);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  } finally {
    await whole.leave();
  }
}

const tables = [
  'entry',
  'entry_version',
  'instrument',
  'request',
  'verification',
  'certificate',
  'capability_cell',
  'measurement_standard',
  'provision_version',
  'task_item',
  'event',
  'file',
];
const countRows = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(database.db);
        return [table, rows[0]?.n ?? -1] as const;
      }),
    ),
  );

before(async () => {
  base = await openTestDatabase();
  database = openDatabase(base.appUrl, { connections: 4 });
  folder = await mkdtemp(join(tmpdir(), 'tongheng-story-'));
  options = { database, files: openFiles(folder), secrets: openSecrets(randomBytes(32)), begunAt };
  await markCity(database.db, { code: '320600', name: ['南通市', 'Nantong'] }, { demonstration: true, begunAt });
  await recordPlan({ db: database.db, now: begunAt }, cityPlan());
  await tellPart(260);
  await tellStory({ ...options, progress: () => undefined });
  stage = await openStage(options);
  stage.at(0);
  // What the story leaves to the server that is started with it.
  await stage.finishJobs();
  counted = await countRows();
});
after(async () => {
  await stage.leave();
  await database.close();
  await base.close();
  await rm(folder, { recursive: true, force: true });
});

test('a story that was interrupted and told again doubles nothing', async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
    select title, document_number from entry_version where superseded_at is null and kind <> 'service' and status = 'accepted'
    group by title, document_number having count(*) > 1) twice`.execute(database.db);
  assert.equal(rows[0]?.n, 0);
  assert.deepEqual([counted['instrument'], counted['request']], [80, 14]);
  await tellPart(Infinity);
  assert.deepEqual(await countRows(), counted);
});

test('42 scales of the market: 37 pass, 3 fail, one of them passes after its repair, two have no document; one certificate replaces another', async () => {
  const list = (kind: 'certificate' | 'notice') =>
    stage.act('holder', certificateEndpoints.listCertificates, { query: { limit: 100, kind } });
  const [passed, failed] = [await list('certificate'), await list('notice')];
  const superseded = passed.items.filter(({ status }) => status === 'superseded');
  assert.deepEqual([passed.total, failed.total, superseded.length], [39, 3, 1]);
  const serials = (items: typeof passed.items) => new Set(items.map(({ instrument }) => instrument.serial));
  const both = [...serials(passed.items)].filter((serial) => serials(failed.items).has(serial));
  assert.deepEqual(both, ['CS220018']);
  assert.equal(new Set([...serials(passed.items), ...serials(failed.items)]).size, 40);
});

test('the weights of some scales were out of tolerance: a few are sent to be verified again, and no certificate changes by it', async () => {
  const { items } = await stage.act('manager', traceabilityEndpoints.listFailedStandards, { query: {} });
  assert.deepEqual(
    items.map(({ state, demonstration }) => [state, demonstration]),
    [['evaluated', true]],
  );
  const details = await stage.act('manager', traceabilityEndpoints.readFinding, { params: { id: items[0]?.id as never } });
  assert.ok(details.counts.harmless > 0 && details.counts.reverify > 4, JSON.stringify(details.counts));
  assert.deepEqual([details.decided.reverify, details.notices.map(({ kind }) => kind)], [4, ['reverification']]);
});

test('of the five that failed one is wrong between 2000 e and Max only, one lets the cuff down too fast and one nozzle does not repeat', async () => {
  const { items } = await stage.act('approver', verificationEndpoints.listVerifications, { query: { limit: 100, conclusion: 'fail' } });
  const failing = await Promise.all(
    items.map(async ({ id }) => {
      const { result } = await stage.act('approver', verificationEndpoints.readVerification, { params: { id } });
      const checks = (result?.['checks'] ?? []) as { id: string; verdict: string }[];
      return checks.filter(({ verdict }) => verdict === 'fail').map((check) => check.id);
    }),
  );
  assert.deepEqual(failing.map((names) => names.join()).sort(), [
    'deflation.2',
    'discrimination.2',
    'eccentricity.3',
    'runs.Q2',
    'weighing.5',
  ]);
});

test('the same person and the same patent stand rejected, with the reason', async () => {
  const { items } = await stage.act('office', entryEndpoints.listEntries, { query: { limit: 100, status: 'rejected' } });
  assert.deepEqual(items.map(({ kind }) => kind).sort(), ['patent', 'talent']);
  const [lapsed, withdrawn] = await Promise.all(
    (['lapsed', 'withdrawn'] as const).map((status) => stage.act('office', entryEndpoints.listEntries, { query: { limit: 100, status } })),
  );
  assert.deepEqual([lapsed?.total, withdrawn?.total], [2, 1]);
});

test('the indicators show every state that a past due day can have', async () => {
  const { items } = await stage.act('office', indicatorEndpoints.listIndicators, { query: {} });
  const states = Object.fromEntries(items.map(({ id, value, state }) => [id, [value, state]]));
  assert.deepEqual(states['G1-2'], [9, 'met']);
  assert.deepEqual(states['G1-3'], [6, 'met-late']);
  assert.deepEqual(states['G2-1'], [160, 'missed']);
  assert.deepEqual(states['G2-2'], [0, 'missed']);
  assert.deepEqual(states['G2-5'], [null, 'not-recorded']);
  assert.deepEqual(states['G3-1'], [59, 'missed']);
  assert.deepEqual(states['G3-2'], [66, 'missed']);
  assert.deepEqual(states['G4-1'], [121, 'missed']);
});

test('a suspended cell takes one from the indicator, and gives it back when it is in use again', async () => {
  const inPlace = async (days: number): Promise<number | null | undefined> => {
    const asOf = stage.at(days);
    const { items } = await stage.act('office', indicatorEndpoints.listIndicators, { query: { asOf, knownAt: begunAt } });
    return items.find(({ id }) => id === 'G3-2')?.value;
  };
  assert.deepEqual([await inPlace(-62), await inPlace(-50), await inPlace(-20)], [66, 65, 66]);
});

test('cells of three bodies are effective today and fall one after the other; of what keeps a cell from it the story has each', async () => {
  stage.at(0);
  const { asOf, totals, cells, forecast } = await stage.act('office', capabilityEndpoints.readEffectiveMatrix, {
    query: { list: 'basic' },
  });
  assert.deepEqual(totals, { nominal: 66, effective: 18, ineffective: 11, unrecorded: 37 });
  const effective = cells.filter(({ state }) => state === 'effective');
  assert.equal(new Set(effective.map(({ body }) => body)).size, 3);
  const falling = new Set(effective.flatMap(({ falls }) => falls?.reasons.map(({ reason }) => reason) ?? []));
  for (const reason of ['main-equipment-out-of-date', 'no-tester', 'environment-not-recorded'] as const)
    assert.ok(falling.has(reason), reason);
  assert.ok(forecast.length > 5 && forecast.every(({ effective: count }, n) => n === 0 || count < (forecast[n - 1]?.effective ?? 0)));
  const enhanced = await stage.act('office', capabilityEndpoints.readEffectiveMatrix, { query: { list: 'enhanced' } });
  const lacking = new Set([...cells, ...enhanced.cells].flatMap(({ reasons }) => reasons.map(({ reason }) => reason)));
  // Every kind of the annex has an edition in force on the day: this one cannot be shown.
  assert.deepEqual(
    shortfallNames.filter((name) => !lacking.has(name)),
    ['no-edition'],
    asOf,
  );
});

test('the dossiers that effective cells rest on lack nothing, and readings of a stability test scatter', async () => {
  stage.at(0);
  const { items } = await stage.act('city', measurementStandardEndpoints.listMeasurementStandards, { query: { limit: 100 } });
  const read = (id: (typeof items)[number]['id']) =>
    stage.act('city', measurementStandardEndpoints.readMeasurementStandard, { params: { id }, query: {} });
  const numbers = ['0050', '0029', '0057', '0052', '0026', '0053', '0002', '0005'];
  for (const number of numbers) {
    const found = items.find(({ certificateNumber }) => certificateNumber?.includes(`第${number}号`));
    assert.ok(found, number);
    const { finding, certificates } = await read(found.id);
    assert.deepEqual([finding.reasons, certificates.map(({ kind }) => kind).sort()], [[], ['examination', 'public']], number);
  }
  const own = items.find(({ name }) => name.includes('毫克组'));
  assert.ok(own);
  const records = await stage.act('city', measurementStandardEndpoints.listPerformanceRecords, {
    params: { id: own.id },
    query: { kind: 'stability' },
  });
  const { test: stability } = await stage.act('city', measurementStandardEndpoints.readPerformanceRecord, {
    params: { id: own.id, record: records.items[0]?.id as never },
  });
  assert.ok(stability.kind === 'stability' && stability.groups.length === 4);
  for (const { readings } of stability.groups) assert.ok(new Set(readings).size > 4, readings.join());
});

test('a plan that closes the gaps is solved, and each of its choices says why', async () => {
  await stage.finishJobs();
  const { items } = await stage.act('office', provisionEndpoints.listScenarios, { query: {} });
  assert.deepEqual(
    items.map(({ latest, adopted, demonstration }) => [latest.state, adopted, demonstration]),
    [['solved', false, true]],
  );
  const { choices, gapCount } = await stage.act('office', provisionEndpoints.readScenario, {
    params: { id: items[0]?.id as never },
    query: {},
  });
  assert.equal(choices.length, gapCount);
  for (const { option, reasons } of choices) assert.ok(option !== null && reasons.neededFor.length > 0);
});

test('every desk has work today', async () => {
  stage.at(0);
  const status = async (of: 'submitted' | 'checked' | 'returned' | 'drafted'): Promise<number> =>
    (await stage.act('checker', verificationEndpoints.listVerifications, { query: { limit: 1, status: of } })).total ?? -1;
  assert.deepEqual([await status('submitted'), await status('checked'), await status('returned'), await status('drafted')], [2, 2, 1, 1]);
  const waiting = await stage.act('technician', verificationEndpoints.listWaitingItems, { query: {} });
  const toAccept = await stage.act('manager', requestEndpoints.listRequests, { query: { status: 'submitted' } });
  const toReview = await stage.act('city', entryEndpoints.listEntries, { query: { status: 'submitted' } });
  const tray = await stage.act('office', taskEndpoints.readInTray, {});
  assert.deepEqual([waiting.total, toAccept.total, toReview.total], [13, 2, 4]);
  assert.deepEqual([tray.toConfirm.length, tray.extensionsAsked.length], [1, 1]);
});
