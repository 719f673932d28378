/**
 * `npm run bench -- lot [count]`: a lot of energy meters (5,000 unless told otherwise) through its gates. One meter is registered, measured and checked as
 * people do it; the others are copies of its rows. Told are the rate of issuing, the largest memory, and how long the page of the lot, its last page and
 * the printed list take.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { findEdition } from '@tongheng/procedures/registry';
import { certificateEndpoints } from '../app/measure/certificate/contract.ts';
import { qualificationEndpoints } from '../app/measure/qualification/contract.ts';
import { requestEndpoints } from '../app/measure/request/contract.ts';
import { verificationEndpoints } from '../app/measure/verification/contract.ts';
import { instrumentEndpoints } from '../app/register/instrument/contract.ts';
import { adoptEdition, prepareFor, standardsFor, wholeRecords } from '../test/support/any-edition.ts';
import { openCity, type City } from '../test/support/city.ts';
import { submitDraft } from '../test/support/thread.ts';

const count = Number(process.argv[2] ?? 5000);
const kind = 'single-phase-energy-meter';
const edition = findEdition('jjg-0596-2012');

/** One meter from the register to its check. */
async function checkedMeter(city: City) {
  const whole = edition && wholeRecords(edition).find(({ expected, input }) => expected.conclusion === 'pass' && input.kind !== 'in-use');
  if (edition === undefined || whole === undefined) throw new Error('no whole record of an energy meter');
  await city.as('technicalManager').call(qualificationEndpoints.authoriseApprover, {
    body: { holder: city.ids.approver.person as never, regulations: [], documentNumber: '测计授〔2025〕2号', validFrom: '2015-01-01' },
  });
  await adoptEdition(city, edition, whole.input.adopted ?? {});
  await prepareFor(city, edition, kind);
  const standards = await standardsFor(city, edition);
  const { environment, readings, instrument: parameters, kind: verificationKind } = whole.input;
  const instrument = await city.as('holder').call(instrumentEndpoints.registerInstrument, {
    body: { kind, name: '单相电能表', model: 'DDS-1', serial: 'M-0', maker: '测试表厂', place: '表箱', use: 'trade', parameters },
  });
  const request = await city.as('holder').call(requestEndpoints.submitRequest, {
    body: { instruments: [instrument.id], verificationKind: verificationKind as 'initial', whereDone: 'institute', ecqsNumber: null },
  });
  await city.as('instituteManager').call(requestEndpoints.acceptRequest, { params: { id: request.id } });
  const { items } = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: request.id } });
  const [item] = items;
  if (item === undefined) throw new Error('the request has no instrument');
  const { id, version } = await city.as('technician').call(verificationEndpoints.takeUpItem, { body: { item: item.id } });
  await city.as('technician').call(verificationEndpoints.saveDraft, {
    params: { id },
    body: { version, testedOn: '2026-11-23', standards: [...standards], environment: environment as never, readings: readings as never },
  });
  await submitDraft(city, id);
  await city.as('checker').call(verificationEndpoints.checkVerification, { params: { id } });
  return { instrument: instrument.id as string, item: item.id as string, verification: id as string };
}

/** Rows of the same content under other ids. */
async function copy(city: City, of: Awaited<ReturnType<typeof checkedMeter>>, copies: number): Promise<void> {
  const owner = new pg.Client({ connectionString: city.ownerUrl });
  await owner.connect();
  const columnsOf = async (table: string): Promise<string[]> => {
    const found = await owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`,
      [table],
    );
    return found.rows.map(({ name }) => name);
  };
  const insert = async (table: string, key: string, id: string, changed: Readonly<Record<string, string>>): Promise<void> => {
    const columns = await columnsOf(table);
    const values = columns.map((name) => changed[name] ?? `row.${pg.escapeIdentifier(name)}`);
    await owner.query(
      `insert into ${table} (${columns.map((name) => pg.escapeIdentifier(name)).join(', ')})
       select ${values.join(', ')} from ${table} row, unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[]) as made (instrument, item, verification, n)
       where row.${key} = $1::uuid`,
      [id, ids.instrument, ids.item, ids.verification, ids.n],
    );
  };
  const list = (): string[] => Array.from({ length: copies }, () => randomUUID());
  const ids = { instrument: list(), item: list(), verification: list(), n: Array.from({ length: copies }, (_, index) => index + 1) };
  const serial = `'M-' || made.n`;
  const code = `instrument_code_of(row.region, nextval('instrument_number'))`;
  try {
    await insert('instrument', 'id', of.instrument, { id: 'made.instrument', serial, code });
    await owner.query(
      `update request set instrument_count = instrument_count + $2 where id = (select request_id from request_item where id = $1)`,
      [of.item, copies],
    );
    await insert('request_item', 'id', of.item, { id: 'made.item', instrument_id: 'made.instrument' });
    const record_number = `'JL-2026-9' || lpad(made.n::text, 5, '0')`;
    const own = { id: 'made.verification', item_id: 'made.item', instrument_id: 'made.instrument', record_number };
    await insert('verification', 'id', of.verification, own);
    await insert('verification_submission', 'verification_id', of.verification, { verification_id: 'made.verification' });
  } finally {
    await owner.end();
  }
}

const timed = async <Result>(words: string, work: () => Promise<Result>): Promise<Result> => {
  const begun = performance.now();
  const result = await work();
  console.log(`${words}: ${((performance.now() - begun) / 1000).toFixed(2)} s`);
  return result;
};

const city = await openCity({ demonstration: true });
try {
  await copy(city, await checkedMeter(city), count - 1);
  const approver = city.as('approver');
  await timed('preview', () => approver.call(certificateEndpoints.previewLot, { query: {} }));
  const lot = await timed('approval', () => approver.call(certificateEndpoints.issueLot, { body: { title: '电能表一批', count } }));
  let largest = 0;
  const watch = setInterval(() => (largest = Math.max(largest, process.memoryUsage().rss)), 200);
  const begun = performance.now();
  await city.finishJobs();
  const { rows: failures } = await city.database.pool.query<{ failure: string }>(
    `select distinct left(last_error, 300) as failure from graphile_worker._private_jobs where last_error is not null`,
  );
  for (const { failure } of failures) console.log(`a job failed: ${failure}`);
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(watch);
  const params = { id: lot.id };
  const done = await timed('page of the lot', () => approver.call(certificateEndpoints.readLot, { params }));
  console.log(
    `issued ${done.issued}, refused ${done.refused}, ${(count / seconds).toFixed(1)} per second with all other jobs, ${Math.round(largest / 1e6)} MB`,
  );
  const last = await timed('last page of its instruments', () =>
    approver.call(certificateEndpoints.listLotItems, { params, query: { limit: 100, after: String(count - 100) } }),
  );
  console.log(`${last.items.length} of ${last.total}`);
  const annex = await timed('list as PDF', () => approver.call(certificateEndpoints.printLotAnnex, { params }));
  console.log(`${Math.round(annex.bytes.byteLength / 1000)} kB`);
  if (done.issued !== count) process.exitCode = 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
await city.close();
process.exit();
