import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { findEdition } from '@tongheng/procedures/registry';
import { readRecord } from '@tongheng/seal/record';
import { adoptEdition, certified, prepareFor, standardsFor, wholeRecords } from '../../../test/support/any-edition.ts';
import { openCity, type City } from '../../../test/support/city.ts';
import { submitDraft } from '../../../test/support/thread.ts';
import type { InstrumentKind } from '../../register/instrument/rules.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { qualificationEndpoints } from '../qualification/contract.ts';
import { requestEndpoints } from '../request/contract.ts';
import { verificationEndpoints, type Verification } from '../verification/contract.ts';
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
    if (kind === 'price-computing-scale' && verdict === 'pass')
      for (const [name, text] of await derivedRecords({ city, record: whole, standards: kept }, record)) records.set(name, text);
  }
  return records;
}
let known: Awaited<ReturnType<typeof standardsFor>> = [];
const derived = ['price-computing-scale-lot', 'price-computing-scale-reissue', 'price-computing-scale-calibration'] as const;

type Prepared = { readonly city: City; readonly record: ReturnType<typeof wholeRecords>[number]; readonly standards: typeof known };

/** A scale that was weighed and submitted: for its verification, or for a client who has no need of one. */
async function submittedScale({ city, record, standards }: Prepared, serial: string, use: 'trade' | 'other') {
  const { environment, readings, instrument: parameters, kind } = record.input;
  const instrument = await city.as('holder').call(instrumentEndpoints.registerInstrument, {
    body: { kind: 'price-computing-scale', name: '测试器具', model: 'T-1', serial, maker: '测试厂', place: '测试地点', use, parameters },
  });
  const technician = city.as('technician');
  const begun = async () => {
    if (use === 'other') {
      const body = { code: instrument.code, commission: 'WT-2026-001', calibratedAt: 'institute' as const, intervalMonths: 12 };
      return technician.call(verificationEndpoints.beginCalibration, { body });
    }
    const request = await city.as('holder').call(requestEndpoints.submitRequest, {
      body: { instruments: [instrument.id], verificationKind: kind as 'initial', whereDone: 'institute', ecqsNumber: null },
    });
    await city.as('instituteManager').call(requestEndpoints.acceptRequest, { params: { id: request.id } });
    const { items } = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: request.id } });
    const [item] = items;
    if (item === undefined) throw new Error('the request has no instrument');
    return technician.call(verificationEndpoints.takeUpItem, { body: { item: item.id } });
  };
  const { id, version } = await begun();
  await technician.call(verificationEndpoints.saveDraft, {
    params: { id },
    body: { version, testedOn: '2026-11-23', standards: [...standards], environment: environment as never, readings: readings as never },
  });
  return submitDraft(city, id);
}

/** What becomes of a record after its first document, and what is issued in other ways. */
async function derivedRecords(prepared: Prepared, pass: string): Promise<ReadonlyMap<string, string>> {
  const { city } = prepared;
  const textOf = async (number: string) =>
    (await city.as('approver').call(certificateEndpoints.readCertificate, { params: { number } })).record;
  const checked = (id: Verification['id']) => city.as('checker').call(verificationEndpoints.checkVerification, { params: { id } });
  await checked((await submittedScale(prepared, 'V-LOT', 'trade')).id);
  const lot = await city.as('approver').call(certificateEndpoints.issueLot, { body: { title: '一批', count: 1 } });
  await city.finishJobs();
  const { items } = await city.as('approver').call(certificateEndpoints.listLotItems, { params: { id: lot.id }, query: {} });
  const reissued = await city.as('approver').call(certificateEndpoints.replaceCertificate, {
    params: { number: readRecord(pass).number },
    body: { reason: '使用地点更正', changes: { 'instrument.place': '二号大厅' } },
  });
  const { id, resultDigest } = await submittedScale(prepared, 'V-CALIBRATION', 'other');
  await city.as('technician').call(verificationEndpoints.stateUncertainties, {
    params: { id },
    body: {
      digest: resultDigest ?? '',
      items: ['weighing.1', 'weighing.2'].map((check) => ({ check, origin: 'budget' as const })),
      basis: null,
    },
  });
  await checked(id);
  const calibration = await city.as('approver').call(certificateEndpoints.approveVerification, { params: { id } });
  const [inLot, again, calibrated] = [items[0]?.document?.number ?? '', reissued.number, calibration.number];
  return new Map([
    [derived[0], await textOf(inLot)],
    [derived[1], await textOf(again)],
    [derived[2], await textOf(calibrated)],
  ]);
}

for (const demonstration of [false, true]) {
  test(`records that the service writes are read, and are of the form of the kept ones${demonstration ? ', demonstration' : ''}`, async () => {
    const city = await openCity({ demonstration });
    try {
      for (const [name, text] of await recordsOf(city)) {
        const record = readRecord(text);
        assert.equal(record.demonstration, demonstration);
        if (record.kind !== 'calibration') assert.equal(record.scope?.document, '测市监〔2026〕1号');
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
  assert.equal(names.length, 2 * (wanted.length + derived.length));
  for (const name of names) readRecord(readFileSync(new URL(name, folder), 'utf8'));
});
