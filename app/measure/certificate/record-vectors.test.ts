import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { findEdition } from '@tongheng/procedures/registry';
import { readRecord } from '@tongheng/seal/record';
import { adoptEdition, certified, prepareFor, standardsFor, wholeRecords } from '../../../test/support/any-edition.ts';
import { openCity, type City } from '../../../test/support/city.ts';
import type { InstrumentKind } from '../../register/instrument/rules.ts';
import { qualificationEndpoints } from '../qualification/contract.ts';
import { certificateEndpoints } from './contract.ts';

const folder = new URL('../../../packages/seal/vectors/records/', import.meta.url);

/** Real records of the service, kept for whoever reads records: names say edition, verdict and whether it is a demonstration. */
const wanted = [
  ['jjg-0539-2016', 'price-computing-scale', 'pass'],
  ['jjg-0539-2016', 'price-computing-scale', 'fail'],
  ['jjg-0270-2008', 'sphygmomanometer', 'pass'],
  ['jjg-0596-2012', 'single-phase-energy-meter', 'pass'],
] as const;

/** Which names stand where, whatever the names of maps are: the form of a record without its content. */
const formOf = (record: object): string[] =>
  Object.entries(record).flatMap(([name, value]) =>
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    !['adopted', 'clauses', 'nameplate', 'environment', 'readings'].includes(name)
      ? formOf(value as object).map((below) => `${name}.${below}`)
      : [name],
  );

async function recordsOf(city: City) {
  const records = new Map<string, string>();
  await city.as('technicalManager').call(qualificationEndpoints.authoriseApprover, {
    body: { holder: city.ids.approver.person as never, regulations: [], documentNumber: '测计授〔2025〕2号', validFrom: '2015-01-01' },
  });
  for (const [id, kind, verdict] of wanted) {
    const edition = findEdition(id);
    const whole =
      edition && wholeRecords(edition).find(({ expected, input }) => expected.conclusion === verdict && input.kind !== 'in-use');
    if (edition === undefined || whole === undefined) throw new Error(`no whole record of ${id}`);
    if (!(verdict === 'fail')) {
      await adoptEdition(city, edition, whole.input.adopted ?? {});
      await prepareFor(city, edition, kind as InstrumentKind);
    }
    const standards = verdict === 'fail' ? undefined : await standardsFor(city, edition);
    const kept = standards ?? known;
    known = kept;
    const { document } = await certified(city, {
      kind: kind as InstrumentKind,
      serial: `V-${id}-${verdict}`,
      record: whole,
      standards: kept,
    });
    const { record } = await city.as('holder').call(certificateEndpoints.readCertificate, { params: { number: document.number } });
    records.set(`${kind}-${verdict}`, record);
  }
  return records;
}
let known: Awaited<ReturnType<typeof standardsFor>> = [];

for (const demonstration of [false, true]) {
  test(`records that the service writes are read, and are of the form of the kept ones${demonstration ? ', demonstration' : ''}`, async () => {
    const city = await openCity({ demonstration });
    try {
      for (const [name, text] of await recordsOf(city)) {
        const record = readRecord(text);
        assert.equal(record.demonstration, demonstration);
        assert.equal(record.scope?.document, '测市监〔2026〕1号');
        assert.equal(record.persons.tester.document, '测计资〔2025〕8号');
        const place = new URL(`${name}${demonstration ? '-demonstration' : ''}.json`, folder);
        if (process.env['KEEP_RECORDS'] === 'yes') writeFileSync(place, text);
        assert.deepEqual(formOf(record), formOf(readRecord(readFileSync(place, 'utf8'))), name);
      }
    } finally {
      await city.close();
    }
  });
}

test('every kept record is read', () => {
  const names = readdirSync(folder);
  assert.equal(names.length, 2 * wanted.length);
  for (const name of names) readRecord(readFileSync(new URL(name, folder), 'utf8'));
});
