import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { editionFor, findProcedure } from '@tongheng/procedures/registry';
import { qualificationEndpoints } from '../app/measure/qualification/contract.ts';
import { instrumentKinds, type InstrumentKind } from '../app/register/catalogue/rules/kinds.ts';
import { nameplateErrors } from '../app/register/instrument/rules.ts';
import { adoptEdition, certified, prepareFor, standardsFor, wholeRecords } from './support/any-edition.ts';
import { openCity, type City } from './support/city.ts';

/** The day on which the city of the tests stands. */
const today = '2026-11-23';
const items = [...Array.from({ length: 13 }, (_, index) => `B${index + 1}`), ...Array.from({ length: 9 }, (_, index) => `E${index + 1}`)];
const kindNames = Object.keys(instrumentKinds) as InstrumentKind[];
const kindsOf = (item: string): InstrumentKind[] =>
  kindNames.filter((kind) => (instrumentKinds[kind].items as readonly string[]).includes(item));

let city: City;
const adopted = new Map<string, Awaited<ReturnType<typeof standardsFor>>>();
before(async () => {
  city = await openCity();
  await city.as('technicalManager').call(qualificationEndpoints.authoriseApprover, {
    body: { regulations: [], holder: city.ids.approver.person as never, documentNumber: '测计授〔2025〕2号', validFrom: '2015-01-01' },
  });
});
after(() => city.close());

test('each of the 22 items of the annex has kinds of instruments, and each kind an edition that holds today', () => {
  for (const item of items) {
    const kinds = kindsOf(item);
    assert.ok(kinds.length > 0, `${item} has no kind`);
    for (const kind of kinds) assert.ok(editionFor(kind, today), `${item}: no edition holds for ${kind}`);
  }
});

for (const kind of kindNames) {
  const edition = editionFor(kind, today);
  if (edition === undefined) continue;
  const [record] = wholeRecords(edition).filter(
    ({ input, expected }) => expected.conclusion === 'pass' && nameplateErrors(kind, input.instrument, today).length === 0,
  );
  test(`${kind} ${instrumentKinds[kind].items.join(' ')} goes from request to certificate by ${edition.number}`, async () => {
    assert.ok(record, `no example of ${edition.id} fits the kind`);
    const open = findProcedure(edition.id)?.calculate({ ...record.input, adopted: {} }).errors ?? [];
    assert.ok(
      open.every(({ reason }) => reason === 'limit-unknown'),
      'an open limit is the only reason to wait',
    );
    let standards = adopted.get(edition.id);
    if (standards === undefined) {
      await adoptEdition(city, edition, record.input.adopted ?? {});
      standards = await standardsFor(city, edition);
      adopted.set(edition.id, standards);
      await prepareFor(city, edition, kind);
    } else await prepareFor(city, edition, kind);
    const { document, conclusion } = await certified(city, { kind, serial: `K-${kind}`, record, standards });
    assert.deepEqual([document.kind, conclusion], ['certificate', 'pass']);
  });
}
