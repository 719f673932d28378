import { readFileSync } from 'node:fs';
import { editions } from '@tongheng/procedures/registry';
import { certificateEndpoints } from '../../app/measure/certificate/contract.ts';
import { requestEndpoints } from '../../app/measure/request/contract.ts';
import { verificationEndpoints, type Readings } from '../../app/measure/verification/contract.ts';
import { catalogueEndpoints } from '../../app/register/catalogue/contract.ts';
import { numbersOf } from '../../app/register/catalogue/rules.ts';
import { instrumentEndpoints, type InstrumentId } from '../../app/register/instrument/contract.ts';
import type { City } from './city.ts';
import type { PersonName } from './story.ts';

/** The thread of one scale from the register to its document, step by step, so that a test may stop anywhere. */
export const edition = 'jjg-0539-2016';

/** Max 15 kg, e = 5 g, class III: the scale of the examples. */
export const nameplate = { class: 'III', max: '15 kg', min: '100 g', e: '5 g', d: '5 g', supports: '4', zeroTracking: 'no' };
export const scale = {
  kind: 'price-computing-scale',
  name: '电子计价秤',
  model: 'ACS-15',
  serial: 'S0001',
  maker: '测试衡器厂',
  place: '蔬菜区 12 号摊',
  use: 'trade',
  parameters: nameplate,
} as const;

type Example = { readonly input: { readonly environment: Record<string, string>; readonly readings: Readings } };

/** A whole record of packages/procedures with its published result. */
export const example = (name: string): Example['input'] =>
  (JSON.parse(readFileSync(new URL(`../../packages/procedures/jjg-0539-2016/examples/${name}.json`, import.meta.url), 'utf8')) as Example)
    .input;

/** Every number of the edition with a clause: in a test nobody compares anything with the official text. */
export const allNumbers = () =>
  editions
    .filter(({ id }) => id === edition)
    .flatMap(numbersOf)
    .map(({ path }) => ({ path, clause: '测试条款' }));

export async function adopt(city: City, by: { proposer: PersonName; second: PersonName }) {
  const { id } = await city
    .as(by.proposer)
    .call(catalogueEndpoints.proposeAdoption, { body: { edition, source: '测试用文本，非正式文本', numbers: allNumbers() } });
  return city.as(by.second).call(catalogueEndpoints.confirmAdoption, { params: { id } });
}

export const designate = (city: City, by: PersonName, region: string, institute: PersonName) =>
  city.as(by).call(requestEndpoints.designateInstitute, {
    body: {
      region,
      instrumentKind: 'price-computing-scale',
      instituteId: city.ids[institute].organization as never,
      documentNumber: '测市监〔2026〕1号',
      validFrom: '2026-01-01',
    },
  });

export const register = (city: City, by: PersonName, serial: string) =>
  city.as(by).call(instrumentEndpoints.registerInstrument, { body: { ...scale, serial } });

export const submit = (city: City, by: PersonName, instruments: readonly InstrumentId[], ecqsNumber: string | null = null) =>
  city.as(by).call(requestEndpoints.submitRequest, {
    body: { instruments: [...instruments], verificationKind: 'subsequent', whereDone: 'on-site', ecqsNumber },
  });

/** From a scale of the holder to the item that a technician may take up. */
export async function acceptedItem(city: City, serial: string) {
  const instrument = await register(city, 'holder', serial);
  const request = await submit(city, 'holder', [instrument.id]);
  await city.as('instituteManager').call(requestEndpoints.acceptRequest, { params: { id: request.id } });
  const {
    items: [item],
  } = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: request.id } });
  if (item === undefined) throw new Error('the request has no instrument');
  return { instrument, request, item: item.id };
}

/** The technician takes the scale up, enters the readings of an example and submits them. */
export async function submitted(city: City, serial: string, readings = 'pass-initial') {
  const { instrument, request, item } = await acceptedItem(city, serial);
  const { id, version } = await city.as('technician').call(verificationEndpoints.takeUpItem, { body: { item } });
  const saved = await city.as('technician').call(verificationEndpoints.saveDraft, {
    params: { id },
    body: { version, testedOn: '2026-11-23', standard: 'M1 级砝码', ...withoutKind(example(readings)) },
  });
  const record = await city
    .as('technician')
    .call(verificationEndpoints.submitVerification, { params: { id }, body: { version: saved.version } });
  return { instrument, request, id, record };
}

export const withoutKind = ({ environment, readings }: Example['input']) => ({ environment, readings });

export async function checked(city: City, serial: string, readings = 'pass-initial') {
  const work = await submitted(city, serial, readings);
  await city.as('checker').call(verificationEndpoints.checkVerification, { params: { id: work.id } });
  return work;
}

export async function issued(city: City, serial: string, readings = 'pass-initial') {
  const work = await checked(city, serial, readings);
  const document = await city.as('approver').call(certificateEndpoints.approveVerification, { params: { id: work.id } });
  return { ...work, document };
}
