import { readFileSync, readdirSync } from 'node:fs';
import type { Edition } from '@tongheng/procedures/edition';
import { inventedLimits } from '../../app/demonstration/example.ts';
import { certificateEndpoints } from '../../app/measure/certificate/contract.ts';
import { qualificationEndpoints } from '../../app/measure/qualification/contract.ts';
import { designationEndpoints } from '../../app/register/designation/contract.ts';
import { requestEndpoints } from '../../app/measure/request/contract.ts';
import { standardEndpoints } from '../../app/measure/standard/contract.ts';
import { verificationEndpoints, type Readings } from '../../app/measure/verification/contract.ts';
import { catalogueEndpoints } from '../../app/register/catalogue/contract.ts';
import { numbersOf } from '../../app/register/catalogue/rules.ts';
import { instrumentEndpoints } from '../../app/register/instrument/contract.ts';
import type { InstrumentKind } from '../../app/register/instrument/rules.ts';
import type { City } from './city.ts';
import { submitDraft } from './thread.ts';

/** The thread of an instrument of any kind from the register to its document, with a whole record of its edition. */
export type WholeRecord = {
  readonly input: {
    readonly kind: 'initial' | 'subsequent' | 'in-use';
    readonly instrument: Readonly<Record<string, string>>;
    readonly environment: Readonly<Record<string, string>>;
    readonly readings: Readings;
    readonly adopted?: Readonly<Record<string, string>>;
  };
  readonly expected: { readonly conclusion: 'pass' | 'fail' | null };
};

/** The worked examples of an edition that can become a document. */
export function wholeRecords({ id }: Edition): WholeRecord[] {
  const folder = new URL(`../../packages/procedures/${id}/examples/`, import.meta.url);
  return readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as WholeRecord)
    .filter(({ input, expected }) => input.kind !== 'in-use' && expected.conclusion !== null);
}

/** Adopts an edition; what it leaves open is entered as the record says, and where that says nothing with an invented value. */
export async function adoptEdition(city: City, edition: Edition, entered: Readonly<Record<string, string>>): Promise<void> {
  const values: Readonly<Record<string, string>> = { ...inventedLimits(edition), ...entered };
  const numbers = numbersOf(edition).map(({ path }) => ({
    path,
    clause: '测试条款',
    ...(values[path] === undefined ? {} : { value: values[path] }),
  }));
  const body = { edition: edition.id, source: '测试用文本，非正式文本', numbers };
  const { id } = await city.as('technicalManager').call(catalogueEndpoints.proposeAdoption, { body });
  await city.as('approver').call(catalogueEndpoints.confirmAdoption, { params: { id } });
}

/** Standards for every role of the edition, persons registered for its regulation, and the institute designated for the kind. */
export async function prepareFor(city: City, edition: Edition, kind: InstrumentKind): Promise<void> {
  const manager = city.as('technicalManager');
  const { regulation } = edition;
  const common = { regulations: [regulation], documentNumber: '测计资〔2025〕8号', validFrom: '2015-01-01' };
  const person = (name: 'technician' | 'checker') => city.ids[name].person as never;
  await manager.call(qualificationEndpoints.registerQualification, {
    body: { ...common, holder: person('technician'), activities: ['test'] },
  });
  await manager.call(qualificationEndpoints.registerQualification, {
    body: { ...common, holder: person('checker'), activities: ['check'] },
  });
  await city.as('countyRegulator').call(designationEndpoints.designateInstitute, {
    body: {
      region: '320685',
      instrumentKind: kind,
      instituteId: city.ids.instituteManager.organization as never,
      documentNumber: '测市监〔2026〕1号',
      validFrom: '2026-01-01',
    },
  });
}

/** One standard for each role, with a class, so that a person has to say why it is good enough. */
export async function standardsFor(city: City, { standards, regulation, title }: Edition) {
  const manager = city.as('technicalManager');
  const chosen = [];
  for (const { id, title: role } of standards) {
    const standard = await manager.call(standardEndpoints.registerStandard, {
      body: {
        number: `${regulation}-${id}`.slice(0, 40),
        name: role[0],
        model: '测试型',
        serial: `${regulation}-${id}`.slice(0, 40),
        range: title[0],
        roles: [`${regulation}:${id}`],
        since: '2024-01-01',
        kind: 'calibration',
        certificateNumber: `测校 ${regulation}-${id}`.slice(0, 40),
        issuer: '测试省计量科学研究院',
        calibratedOn: '2026-03-01',
        validUntil: '2027-02-28',
        quality: 'class',
        accuracyClass: '测试级',
      },
    });
    chosen.push({ role: `${regulation}:${id}`, standard: standard.id, statement: '测试：按证书满足规程要求' });
  }
  return chosen;
}

type Certified = { readonly document: { readonly kind: string; readonly number: string }; readonly conclusion: 'pass' | 'fail' | null };

/** From the register over the request to the document. */
export async function certified(
  city: City,
  {
    kind,
    serial,
    record,
    standards,
  }: { kind: InstrumentKind; serial: string; record: WholeRecord; standards: Awaited<ReturnType<typeof standardsFor>> },
): Promise<Certified> {
  const { input } = record;
  const instrument = await city.as('holder').call(instrumentEndpoints.registerInstrument, {
    body: { kind, name: '测试器具', model: 'T-1', serial, maker: '测试厂', place: '测试地点', use: 'trade', parameters: input.instrument },
  });
  const request = await city.as('holder').call(requestEndpoints.submitRequest, {
    body: { instruments: [instrument.id], verificationKind: input.kind as 'initial', whereDone: 'institute', ecqsNumber: null },
  });
  await city.as('instituteManager').call(requestEndpoints.acceptRequest, { params: { id: request.id } });
  const { items } = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: request.id } });
  const [item] = items;
  if (item === undefined) throw new Error('the request has no instrument');
  const { id, version } = await city.as('technician').call(verificationEndpoints.takeUpItem, { body: { item: item.id } });
  const { environment, readings } = input;
  await city.as('technician').call(verificationEndpoints.saveDraft, {
    params: { id },
    body: { version, testedOn: '2026-11-23', standards: standards as never, environment, readings },
  });
  const submitted = await submitDraft(city, id);
  await city.as('checker').call(verificationEndpoints.checkVerification, { params: { id } });
  const document = await city.as('approver').call(certificateEndpoints.approveVerification, { params: { id } });
  return { document, conclusion: submitted.conclusion };
}
