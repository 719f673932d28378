import type { Edition } from '@tongheng/procedures/edition';
import { editions, findEdition, findProcedure } from '@tongheng/procedures/registry';
import { requestEndpoints } from '../../app/measure/request/contract.ts';
import { instrumentEndpoints } from '../../app/register/instrument/contract.ts';
import type { InstrumentKind } from '../../app/register/instrument/rules.ts';
import { adoptEdition, prepareFor, standardsFor, wholeRecords, type WholeRecord } from './any-edition.ts';
import type { City } from './city.ts';

/** A procedure whose instruments are verified on site in a test: with a whole record and the standards it needs. */
export type Stall = {
  readonly edition: Edition;
  readonly kind: InstrumentKind;
  readonly record: WholeRecord;
  readonly standards: Awaited<ReturnType<typeof standardsFor>>;
  readonly items: readonly string[];
};

/** Editions in force on a day that have a worked example which passes, one for each kind of instrument. */
export function workedEditions(day: string): { edition: Edition; kind: InstrumentKind; record: WholeRecord }[] {
  const seen = new Set<string>();
  return editions.flatMap(({ id }) => {
    const edition = findEdition(id);
    const applies = edition?.applies.find(({ from, to }) => from.value <= day && (to.value === null || day <= to.value));
    const record = edition === undefined ? undefined : wholeRecords(edition).find(({ expected }) => expected.conclusion === 'pass');
    if (edition === undefined || applies === undefined || record === undefined || seen.has(applies.instrument)) return [];
    seen.add(applies.instrument);
    return [{ edition, kind: applies.instrument as InstrumentKind, record }];
  });
}

/** Adopts, equips and designates for an edition, and asks for so many instruments of it to be verified on site. */
export async function openStall(
  city: City,
  { edition, kind, record }: { edition: Edition; kind: InstrumentKind; record: WholeRecord },
  count: number,
  serial: string,
): Promise<Stall> {
  await adoptEdition(city, edition, record.input.adopted ?? {});
  await prepareFor(city, edition, kind);
  const standards = await standardsFor(city, edition);
  return { edition, kind, record, standards, items: await askFor(city, { kind, record }, count, serial) };
}

/** One request on site for so many instruments of a kind, accepted. */
export async function askFor(
  city: City,
  { kind, record }: { kind: InstrumentKind; record: WholeRecord },
  count: number,
  serial: string,
): Promise<string[]> {
  const instruments = [];
  for (let index = 1; index <= count; index += 1) {
    const body = {
      kind,
      name: '现场器具',
      model: 'T-1',
      serial: `${serial}-${String(index).padStart(2, '0')}`,
      maker: '测试厂',
      place: `第 ${index} 摊`,
      use: 'trade',
      parameters: record.input.instrument,
    };
    instruments.push((await city.as('holder').call(instrumentEndpoints.registerInstrument, { body: body as never })).id);
  }
  const request = await city.as('holder').call(requestEndpoints.submitRequest, {
    body: { instruments, verificationKind: record.input.kind as 'initial', whereDone: 'on-site', ecqsNumber: null },
  });
  await city.as('instituteManager').call(requestEndpoints.acceptRequest, { params: { id: request.id } });
  const { items } = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: request.id } });
  return items.map(({ id }) => id);
}

/** Whether the sheet of an edition concludes what its example says, so that a test does not begin with a broken one. */
export const concludes = ({ edition, record }: { edition: Edition; record: WholeRecord }): boolean => {
  const { kind, instrument, environment, readings, adopted } = record.input;
  const input = { kind, instrument, environment, readings, ...(adopted === undefined ? {} : { adopted }) };
  return findProcedure(edition.id)?.calculate(input).conclusion === record.expected.conclusion;
};
