import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { printDcc } from '@tongheng/seal/dcc/print';
import { signXml } from '@tongheng/seal/xml/signature';
import { writtenRecord } from '../../../test/foreign/dcc-records.ts';
import { testSigner, type TestSigner } from '../../../test/foreign/dcc-signer.ts';
import { pdfOf } from '../../../test/seal/paper.ts';
import { openCity, Refusal, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { exercised } from '../../../test/support/exercised.ts';
import { addressOf } from '../../kernel/address.ts';
import { standardEndpoints } from './contract.ts';
import { foreignEndpoints, type ForeignCertificate } from './contract/foreign.ts';

const { listForeignCertificates, offerForeignCertificate, readForeignCertificate, downloadForeignCertificate, acceptForeignCertificate } =
  foreignEndpoints;

let city: City;
let signer: TestSigner;
before(async () => {
  city = await openCity();
  signer = await testSigner();
});
after(() => city.close());

const content = (lang: string, text: string) => `<dcc:content lang="${lang}">${text}</dcc:content>`;
const named = (de: string, en: string) => `<dcc:name>${content('de', de)}${content('en', en)}</dcc:name>`;

/** A certificate of a laboratory abroad, schema 3.1, in German and English. */
const abroad = (serial: string, more: { statement?: string; ended?: string; unit?: string } = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" xmlns:si="https://ptb.de/si" schemaVersion="3.1.2">
<dcc:administrativeData><dcc:dccSoftware><dcc:software>${named('S', 'S')}<dcc:release>1.0</dcc:release></dcc:software></dcc:dccSoftware>
<dcc:coreData><dcc:countryCodeISO3166_1>DE</dcc:countryCodeISO3166_1><dcc:usedLangCodeISO639_1>de</dcc:usedLangCodeISO639_1><dcc:usedLangCodeISO639_1>en</dcc:usedLangCodeISO639_1><dcc:mandatoryLangCodeISO639_1>de</dcc:mandatoryLangCodeISO639_1><dcc:uniqueIdentifier>D-K-${serial}</dcc:uniqueIdentifier><dcc:beginPerformanceDate>2026-10-01</dcc:beginPerformanceDate><dcc:endPerformanceDate>${more.ended ?? '2026-10-02'}</dcc:endPerformanceDate><dcc:performanceLocation>laboratory</dcc:performanceLocation></dcc:coreData>
<dcc:items><dcc:item>${named('Gewicht', 'Weight')}<dcc:model>F1</dcc:model><dcc:identifications><dcc:identification><dcc:issuer>manufacturer</dcc:issuer><dcc:value>${serial}</dcc:value></dcc:identification></dcc:identifications></dcc:item></dcc:items>
<dcc:calibrationLaboratory><dcc:contact>${named('Kalibrierlabor', 'Calibration laboratory')}<dcc:location><dcc:city>Ulm</dcc:city><dcc:countryCode>DE</dcc:countryCode></dcc:location></dcc:contact></dcc:calibrationLaboratory>
<dcc:respPersons><dcc:respPerson><dcc:person><dcc:name><dcc:content>E. Muster</dcc:content></dcc:name></dcc:person><dcc:mainSigner>true</dcc:mainSigner></dcc:respPerson></dcc:respPersons>
<dcc:customer>${named('Kunde', 'Customer')}<dcc:location><dcc:countryCode>CN</dcc:countryCode></dcc:location></dcc:customer>${more.statement ?? ''}</dcc:administrativeData>
<dcc:measurementResults><dcc:measurementResult>${named('Masse', 'Mass')}<dcc:results><dcc:result>${named('Konventionelle Masse', 'Conventional mass')}<dcc:data><dcc:list><dcc:quantity>${named('Masse', 'Mass')}<si:realListXMLList><si:valueXMLList>1.00002 2.00004 5.0001</si:valueXMLList><si:unitXMLList>${more.unit ?? '\\gram'}</si:unitXMLList><si:expandedUncXMLList><si:uncertaintyXMLList>2e-5 3e-5 5.0e-5</si:uncertaintyXMLList><si:coverageFactorXMLList>2</si:coverageFactorXMLList><si:coverageProbabilityXMLList>0.95</si:coverageProbabilityXMLList></si:expandedUncXMLList></si:realListXMLList></dcc:quantity></dcc:list></dcc:data></dcc:result></dcc:results></dcc:measurementResult></dcc:measurementResults>
</dcc:digitalCalibrationCertificate>`;

const sign = (xml: string) => signXml(xml, signer.chain, signer.sign);

let count = 0;
async function register(): Promise<{ id: string; serial: string }> {
  count += 1;
  const serial = `S-${count}`;
  const { id } = await city.as('technicalManager').call(standardEndpoints.registerStandard, {
    body: {
      number: `FM-${count}`,
      name: 'F1 级砝码',
      model: 'F1',
      serial,
      range: '1 g～5 g',
      roles: ['jjg-0539:weights'],
      since: '2025-01-01',
      kind: 'calibration',
      certificateNumber: '旧证',
      issuer: '测试省计量科学研究院',
      calibratedOn: '2025-10-01',
      validUntil: '2026-09-30',
      quality: 'class',
      accuracyClass: 'F1',
    },
  });
  return { id, serial };
}

/** Uploads twice with one key: the second answer is the first. */
async function offer(
  id: string,
  xml: string | Uint8Array,
  who: PersonName = 'technicalManager',
  language = 'zh-CN',
): Promise<ForeignCertificate> {
  const key = randomUUID();
  const send = () =>
    city.app.inject({
      method: 'POST',
      url: addressOf(offerForeignCertificate, { params: { id: id as never }, query: { name: 'dcc.xml' } }),
      headers: {
        cookie: city.as(who).cookie,
        'idempotency-key': key,
        'content-type': 'application/octet-stream',
        'accept-language': language,
      },
      payload: Buffer.from(xml as string),
    });
  const answer = await send();
  const body = JSON.parse(answer.body) as ForeignCertificate;
  if (answer.statusCode !== 200) throw new Refusal(answer.statusCode, body as never);
  assert.deepEqual(JSON.parse((await send()).body), body);
  exercised.note('offerForeignCertificate');
  return body;
}

const accept = (id: string, foreign: string, body: object) =>
  city.as('technicalManager').call(acceptForeignCertificate, {
    params: { id: id as never, foreign: foreign as never },
    body: { validUntil: '2027-10-01', point: 2, ...body } as never,
  });

test('a signed certificate from abroad shows what it says, and its acceptance fills the standard’s certificate', async () => {
  const { id, serial } = await register();
  const offered = await offer(id, await sign(abroad(serial)));
  assert.deepEqual([offered.signature.state, offered.identifier, offered.laboratory], ['valid', `D-K-${serial}`, 'Calibration laboratory']);
  assert.match(offered.signature.signer ?? '', /测试所/);
  assert.deepEqual([offered.points.length, offered.suggested, offered.findings, offered.reasonNeeded], [3, 2, [], false]);
  assert.equal(offered.span, '1.00002 ～ 5.0001 g');
  const accepted = await accept(id, offered.id, {});
  assert.equal(accepted.acceptance?.number, `D-K-${serial}`);
  const read = await city.as('technician').call(standardEndpoints.readStandard, { params: { id: id as never } });
  const { number, issuer, quality, value, unit, coverageFactor, calibratedOn, validUntil } = read.certificate;
  assert.deepEqual(
    { number, issuer, quality, value, unit, coverageFactor, calibratedOn, validUntil },
    {
      number: `D-K-${serial}`,
      issuer: 'Calibration laboratory',
      quality: 'uncertainty',
      value: '0.000050',
      unit: 'g',
      coverageFactor: '2',
      calibratedOn: '2026-10-02',
      validUntil: '2027-10-01',
    },
  );
  assert.deepEqual(
    read.timeline.map(({ kind }) => kind),
    ['standard.registered', 'standard.dccOffered', 'standard.dccAccepted'],
  );
  await refused(accept(id, offered.id, {}), 'standard.foreignAccepted');
});

test('the file is kept as it came, listed for the institute and seen by nobody else', async () => {
  const { id, serial } = await register();
  const xml = await sign(abroad(serial));
  const offered = await offer(id, xml);
  const params = { id: id as never, foreign: offered.id };
  const file = await city.as('technician').call(downloadForeignCertificate, { params });
  assert.equal(Buffer.from(file.bytes).toString('utf8'), xml);
  const { items } = await city.as('technician').call(listForeignCertificates, { params: { id: id as never } });
  assert.deepEqual(
    items.map(({ id: one, acceptance }) => [one, acceptance]),
    [[offered.id, null]],
  );
  assert.equal((await city.as('technician').call(readForeignCertificate, { params })).mayAccept, false);
  await refused(city.as('farInstituteManager').call(readForeignCertificate, { params }), 'platform.notFound');
  await refused(
    city.as('technician').call(acceptForeignCertificate, { params, body: { validUntil: '2027-01-01' } as never }),
    'platform.forbidden',
  );
  const other = await register();
  await refused(
    city.as('technicalManager').call(readForeignCertificate, { params: { ...params, id: other.id as never } }),
    'platform.notFound',
  );
});

test('a broken signature is kept, told with its reason and never accepted', async () => {
  const { id, serial } = await register();
  const offered = await offer(id, (await sign(abroad(serial))).replace('5.0e-5', '5.0e-6'));
  assert.deepEqual([offered.signature.state, offered.mayAccept], ['broken', false]);
  assert.match(offered.signature.reason, /改动/);
  await refused(accept(id, offered.id, { reason: '已电话确认' }), 'standard.foreignBroken');
});

test('without a signature, or about another item, it needs a written reason', async () => {
  const { id, serial } = await register();
  const unsigned = await offer(id, abroad(serial));
  assert.deepEqual([unsigned.signature.state, unsigned.reasonNeeded], ['none', true]);
  await refused(accept(id, unsigned.id, {}), 'standard.foreignReason');
  const accepted = await accept(id, unsigned.id, { reason: '向机构电话核对过编号与数值' });
  assert.equal(accepted.acceptance?.reason, '向机构电话核对过编号与数值');

  const other = await register();
  const foreign = await offer(other.id, await sign(abroad('X-999')));
  assert.deepEqual(
    foreign.findings.map(({ code }) => code),
    ['serial-differs'],
  );
  await refused(accept(other.id, foreign.id, {}), 'standard.foreignReason');
});

test('a point without a known unit is not taken; the class that the certificate prints may be written instead', async () => {
  const { id, serial } = await register();
  const offered = await offer(id, await sign(abroad(serial, { unit: '\\smoot' })));
  assert.deepEqual([offered.suggested, offered.points[0]?.unit, offered.points[0]?.unitKnown], [null, '\\smoot', false]);
  assert.deepEqual(
    offered.findings.map(({ code }) => code),
    ['no-uncertainty'],
  );
  await refused(accept(id, offered.id, {}), 'standard.foreignPoint');
  await refused(accept(id, offered.id, { point: 400 }), 'standard.foreignPoint');
  await refused(accept(id, offered.id, { point: null }), 'standard.foreignPoint');
  await accept(id, offered.id, { point: null, accuracyClass: 'F1' });
  const read = await city.as('technician').call(standardEndpoints.readStandard, { params: { id: id as never } });
  assert.deepEqual([read.certificate.quality, read.certificate.accuracyClass], ['class', 'F1']);
});

test('a demonstration of this platform is no evidence; a day to come, a failure and a wrong end are told', async () => {
  const { id, serial } = await register();
  const { record, text } = writtenRecord('price-computing-scale-pass-demonstration.json');
  const shown = await offer(id, await sign(printDcc(record, text)));
  assert.ok(shown.findings.some(({ code }) => code === 'demonstration'));
  await refused(accept(id, shown.id, { point: null, accuracyClass: 'III', reason: '仅作演示之用' }), 'standard.foreignDemonstration');
  const fails = '<dcc:statements><dcc:statement><dcc:conformity>fail</dcc:conformity></dcc:statement></dcc:statements>';
  const later = await offer(id, await sign(abroad(serial, { statement: fails, ended: '2027-01-01' })));
  assert.deepEqual(
    later.findings.map(({ code }) => code),
    ['not-conforming', 'future'],
  );
  await refused(accept(id, later.id, { reason: '限用于部分量程' }), 'standard.certificateWrong');
  const right = await offer(id, await sign(abroad(`${serial}-2`)));
  await refused(accept(id, right.id, { validUntil: '2026-10-01', reason: '编号为成套编号' }), 'standard.certificateWrong');
});

test('what is no certificate is refused with the place and the reason, in the language of the reader', async () => {
  const { id } = await register();
  const issue = async (xml: string | Uint8Array, language: string) => {
    const { body } = await refused(offer(id, xml, 'technicalManager', language), 'standard.foreignUnreadable');
    return (body['issues'] as { message: string }[])[0]?.message ?? '';
  };
  assert.match(await issue('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'zh-CN'), /文档类型声明/);
  assert.match(await issue('<html/>', 'en'), /not a digital calibration certificate/);
  assert.match(await issue(Uint8Array.of(0x25, 0x50, 0x44, 0x46), 'en'), /XML/);
  await refused(offer(id, abroad('1'), 'technician'), 'platform.forbidden');
  await refused(offer(id, abroad('1'), 'farInstituteManager'), 'platform.notFound');
});

test('a certificate inside a PDF is offered as the XML itself is; a PDF without one, or with two, says so', async () => {
  const { id, serial } = await register();
  const xml = await sign(abroad(serial));
  const attached = { name: 'dcc.xml', content: xml };
  const offered = await offer(id, await pdfOf('Kalibrierschein', [{ name: 'notes.txt', content: 'by the way' }, attached]));
  assert.deepEqual([offered.signature.state, offered.identifier, offered.points.length], ['valid', `D-K-${serial}`, 3]);
  assert.equal((await accept(id, offered.id, {})).acceptance?.number, `D-K-${serial}`);
  const kept = await city.as('technicalManager').call(downloadForeignCertificate, { params: { id: id as never, foreign: offered.id } });
  assert.equal(Buffer.from(kept.bytes).toString(), xml);
  const none = await refused(offer(id, await pdfOf('empty', [])), 'standard.foreignUnreadable');
  assert.match(none.message, /没有数字校准证书/);
  const two = await refused(offer(id, await pdfOf('two', [attached, { ...attached, name: 'b.xml' }])), 'standard.foreignUnreadable');
  assert.match(two.message, /2 份/);
  await refused(offer(id, (await pdfOf('cut', [attached])).subarray(0, 900)), 'standard.foreignUnreadable');
});
