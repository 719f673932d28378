import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { editions, findProcedure } from '@tongheng/procedures/registry';
import { canonical } from '@tongheng/seal/canonical';
import { certificateEndpoints } from '../../app/measure/certificate/contract.ts';
import { qualificationEndpoints } from '../../app/measure/qualification/contract.ts';
import { requestEndpoints } from '../../app/measure/request/contract.ts';
import { standardEndpoints } from '../../app/measure/standard/contract.ts';
import { verificationEndpoints, type Readings, type Verification, type VerificationId } from '../../app/measure/verification/contract.ts';
import type { StandardChoice } from '../../app/measure/verification/contract/shapes.ts';
import { calculationInput } from '../../app/measure/verification/rules/conditions.ts';
import { catalogueEndpoints } from '../../app/register/catalogue/contract.ts';
import { numbersOf } from '../../app/register/catalogue/rules.ts';
import { designationEndpoints } from '../../app/register/designation/contract.ts';
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
  city.as(by).call(designationEndpoints.designateInstitute, {
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

/** Persons of the institute and the weights that the gates of a verification ask for, registered once in a city. */
export function equip(city: City): Promise<Equipment> {
  const known = equipments.get(city) ?? registerEquipment(city);
  equipments.set(city, known);
  return known;
}
type Equipment = { readonly weights: StandardChoice; readonly qualifications: Readonly<Record<'test' | 'check' | 'approve', string>> };
const equipments = new WeakMap<City, Promise<Equipment>>();

export const weightsCertificate = {
  kind: 'calibration',
  certificateNumber: '测校 2026-0001',
  issuer: '测试省计量科学研究院',
  calibratedOn: '2026-03-01',
  validUntil: '2027-02-28',
  quality: 'mpe',
  value: '0.2',
  unit: 'g',
} as const;

async function registerEquipment(city: City): Promise<Equipment> {
  const manager = city.as('technicalManager');
  const { id } = await manager.call(standardEndpoints.registerStandard, {
    body: {
      number: 'FM-01',
      name: 'M1 级砝码组',
      model: '1 mg～20 kg',
      serial: '2201',
      range: '1 mg～20 kg',
      roles: ['jjg-0539:weights'],
      since: '2024-01-01',
      ...weightsCertificate,
    },
  });
  const common = { regulations: ['jjg-0539'], documentNumber: '测计资〔2025〕8号', validFrom: '2015-01-01' };
  const person = (name: PersonName) => city.ids[name].person as never;
  const registerPerson = (holder: PersonName, activities: ('test' | 'check')[]) =>
    manager.call(qualificationEndpoints.registerQualification, { body: { ...common, holder: person(holder), activities } });
  const authorise = (holder: PersonName) =>
    manager.call(qualificationEndpoints.authoriseApprover, {
      body: { ...common, regulations: [], holder: person(holder), documentNumber: '测计授〔2025〕2号' },
    });
  const test = await registerPerson('technician', ['test']);
  const check = await registerPerson('checker', ['check']);
  const approve = await authorise('approver');
  await registerPerson('allRounder', ['test', 'check']);
  await authorise('allRounder');
  return {
    weights: { role: 'jjg-0539:weights', standard: id, statement: null },
    qualifications: { test: test.id, check: check.id, approve: approve.id },
  };
}

/** The digest that a browser would send: of what this program computes from the record. */
export function digestOf(record: Verification): string {
  const calculation = findProcedure(record.edition)?.calculate(calculationInput(record));
  return createHash('sha256').update(canonical(calculation)).digest('hex');
}

/** Submits what is saved, with the digest that the device of this person computes. */
export async function submitDraft(city: City, id: VerificationId, by: PersonName = 'technician') {
  const record = await city.as(by).call(verificationEndpoints.readVerification, { params: { id } });
  return city
    .as(by)
    .call(verificationEndpoints.submitVerification, { params: { id }, body: { version: record.version, digest: digestOf(record) } });
}

/** The technician takes the scale up, enters the readings of an example and submits them; the edition has to be adopted. */
export async function submitted(city: City, serial: string, readings = 'pass-initial') {
  const { weights } = await equip(city);
  const { instrument, request, item } = await acceptedItem(city, serial);
  const { id, version } = await city.as('technician').call(verificationEndpoints.takeUpItem, { body: { item } });
  await city.as('technician').call(verificationEndpoints.saveDraft, {
    params: { id },
    body: { version, testedOn: '2026-11-23', standards: [weights], ...withoutKind(example(readings)) },
  });
  return { instrument, request, id, record: await submitDraft(city, id) };
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
