import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dccOf,
  labelOf,
  leafOf,
  makeInstitute,
  makeLog,
  makeRoot,
  recordText,
  revocationsOf,
  trustOf,
} from '../../../../test/seal/sealed-city.ts';
import { pdfOf, signedPdfOf } from '../../../../test/seal/paper.ts';
import { toUtf8 } from '../encoding.ts';
import { signPdf } from '../pdf/signature.ts';
import { readRecord } from '../record.ts';
import { answerNames, type Verification } from './answer.ts';
import { examineFiles, givenFile } from './files.ts';
import { examineCertificate, NoCertificate, verifyCertificate, type VerifyOptions } from './verify.ts';

const scale = recordText('price-computing-scale-pass.json');
const cuff = recordText('sphygmomanometer-pass.json');
const { institute, issuer, number, instrument } = readRecord(scale);
const identity = { name: institute.name, creditCode: institute.creditCode, code: issuer };
const root = await makeRoot('测试市');
const own = await makeInstitute(root, identity);
const log = await makeLog([leafOf(cuff), leafOf(scale)]);
const trust = await trustOf([root], [own], [log]);
const options: VerifyOptions = {
  trust,
  proof: await log.proofOf(leafOf(scale), true),
  revocations: await revocationsOf(log.hand, []),
  at: '2026-11-27',
};
const xml = await dccOf(scale, own);
const pdf = await signedPdfOf(number, [{ name: 'dcc.xml', content: xml }], own);
const label = await labelOf(scale, own);

const codes = (verification: Verification): Record<string, string> =>
  Object.fromEntries(answerNames.map((name) => [name, `${verification[name].ok} ${verification[name].code}`]));
const verify = async (input: Uint8Array | string, changes: Partial<VerifyOptions> = {}): Promise<Record<string, string>> =>
  codes(await verifyCertificate(typeof input === 'string' ? toUtf8(input) : input, { ...options, ...changes }));

const holds = {
  form: 'true form.agrees',
  authority: 'true authority.holds',
  log: 'true log.included',
  revocation: 'true revocation.notListed',
  recomputation: 'true recomputation.same',
};

test('a certificate that is as it was issued: six answers, whatever form it is in', async () => {
  assert.deepEqual(await verify(xml), { ...holds, signature: 'true signature.valid' });
  assert.deepEqual(await verify(pdf), { ...holds, signature: 'true signature.both' });
  assert.deepEqual(await verify(label), {
    form: 'true form.label',
    signature: 'true signature.valid',
    authority: 'true authority.labelHolds',
    log: 'true log.included',
    revocation: 'true revocation.notListed',
    recomputation: 'null recomputation.label',
  });
  assert.deepEqual(await verify(scale), {
    ...holds,
    form: 'true form.recordOnly',
    signature: 'null signature.none',
    authority: 'null authority.noSigner',
  });
});

test('what is not given is not judged, and nothing is called wrong for it', async () => {
  const verification = await verifyCertificate(toUtf8(xml), { at: '2026-11-27' });
  assert.deepEqual(codes(verification), {
    form: 'true form.agrees',
    signature: 'true signature.valid',
    authority: 'null authority.noTrust',
    log: 'null log.notGiven',
    revocation: 'null revocation.notGiven',
    recomputation: 'true recomputation.same',
  });
  const other = await trustOf([await makeRoot('别处市')], [], []);
  const unknown = await verify(xml, { trust: other });
  assert.equal(unknown['authority'], 'null authority.unknownRoot');
  assert.equal(unknown['signature'], 'true signature.valid');
  assert.equal(unknown['log'], 'null log.noKey');
  assert.equal((await verify(label, { trust: other }))['signature'], 'null signature.labelKeyUnknown');
});

test('a byte that was changed is a signature that fails, not a certificate that cannot be read', async () => {
  const changed = await verify(xml.replace('2026-11-23', '2026-11-24'));
  assert.equal(changed['signature'], 'false signature.invalid');
  assert.equal(changed['form'], 'false form.recordDiffers');
  assert.equal(changed['authority'], 'null authority.noSigner');
  const bytes = Uint8Array.from(pdf);
  const date = Buffer.from(pdf).indexOf('D:20') + 4;
  bytes[date] = bytes[date]! ^ 1;
  assert.match((await verify(bytes))['signature']!, /^false signature\./);
});

test('a file that was cut off says so', async () => {
  const cutXml = await verify(xml.slice(0, xml.length / 2));
  assert.equal(cutXml['form'], 'false form.broken');
  assert.equal(cutXml['signature'], 'null signature.notRead');
  assert.equal((await verify(pdf.slice(0, pdf.length / 2)))['form'], 'false form.broken');
  assert.equal((await verify(label.slice(0, -20)))['form'], 'false form.broken');
});

test('a certificate of another system inside a PDF is opened and shown as its XML is', async () => {
  const foreign = xml.replaceAll(number, 'D-K-2026-1').replace(/<dcc:document>[\s\S]*?<\/dcc:document>/, '');
  const [alone, inside] = await Promise.all([
    examineCertificate(toUtf8(foreign), options),
    pdfOf('Kalibrierschein', [{ name: 'dcc.xml', content: foreign }]).then((pages) => examineCertificate(pages, options)),
  ]);
  assert.deepEqual([inside.kind, inside.verification.form.code], ['pdf', alone.verification.form.code]);
  assert.match(inside.verification.form.code, /^form\.foreign/);
  assert.deepEqual(inside.facts, alone.facts);
  assert.ok(inside.results.length > 0);
  assert.deepEqual(inside.results, alone.results);
});

test('an electronic seal beneath the signature is named and not judged; one that was put on afterwards by somebody else is not the institute’s', async () => {
  const authority = await makeInstitute(root, { ...identity, name: '电子印章服务' });
  const attached = [{ name: 'dcc.xml', content: xml }];
  const sealed = await signedPdfOf(number, attached, authority);
  const above = await signPdf(sealed, own, '2026-11-23T09:01:00+08:00');
  assert.deepEqual(await verify(above), { ...holds, signature: 'true signature.sealed' });
  const { signature } = await verifyCertificate(above, options);
  assert.match(signature.reason[0], /1 个签名或电子印章（签名对其所签部分有效）/);
  const afterwards = await signPdf(pdf, authority, '2026-11-23T09:01:00+08:00');
  assert.equal((await verify(afterwards))['signature'], 'false signature.signersDiffer');
  const changed = new Uint8Array(above);
  const title = Buffer.from(above).indexOf('/Count 1');
  changed[title + 7] = 0x32;
  assert.equal((await verify(changed))['signature'], 'false signature.invalid');
});

test('entities, bombs and references elsewhere are refused without being followed', async () => {
  const external = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
  const bomb = `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`;
  for (const doctype of [external, bomb, '<!DOCTYPE a SYSTEM "http://example.com/a.dtd">']) {
    const refused = await verify(xml.replace('?>', `?>${doctype}`));
    assert.equal(refused['form'], 'false form.refused');
  }
  assert.equal((await verify(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`))['form'], 'false form.refused');
});

test('a signature that was moved, wrapped or doubled holds nothing', async () => {
  const [signature = ''] = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(xml) ?? [];
  const twice = xml.replace(signature, signature + signature);
  assert.equal((await verify(twice))['signature'], 'false signature.invalid');
  const inner = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
  const wrapped = `<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" schemaVersion="3.3.0"><dcc:comment>${inner}</dcc:comment></dcc:digitalCalibrationCertificate>`;
  assert.deepEqual(
    [(await verify(wrapped))['signature'], (await verify(wrapped))['authority']],
    ['null signature.notRead', 'null authority.noSigner'],
  );
  const outer = xml.replace(
    '</dcc:digitalCalibrationCertificate>',
    `<dcc:comment>${inner}</dcc:comment></dcc:digitalCalibrationCertificate>`,
  );
  assert.equal((await verify(outer))['signature'], 'false signature.invalid');
  const moved = xml.replace(signature, '').replace('<dcc:measurementResults', `${signature}<dcc:measurementResults`);
  assert.equal((await verify(moved))['signature'], 'false signature.invalid');
});

test('something added behind the signature of a PDF, and a second certificate inside it, are found', async () => {
  const more = new Uint8Array(Buffer.concat([pdf, Buffer.from('\n%appended\n')]));
  assert.match((await verify(more))['signature']!, /^false signature\./);
  const both = await signedPdfOf(
    number,
    [
      { name: 'a.xml', content: xml },
      { name: 'b.xml', content: await dccOf(cuff, own) },
    ],
    own,
  );
  assert.equal((await verify(both))['form'], 'false form.attachmentsTwice');
});

test('the XML of another certificate in an unsigned PDF, or in one signed by somebody else, does not speak for its pages', async () => {
  const unsigned = await verify(await pdfOf('编造的证书', [{ name: 'dcc.xml', content: xml }]));
  assert.equal(unsigned['signature'], 'null signature.xmlOnly');
  const other = await makeInstitute(root, { name: '另一检定所', code: '320999A' });
  const mixed = await verify(await signedPdfOf(number, [{ name: 'dcc.xml', content: xml }], other));
  assert.equal(mixed['signature'], 'false signature.signersDiffer');
  const unsignedXml = xml.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, '');
  const hidden = await verify(await signedPdfOf(number, [{ name: 'dcc.xml', content: unsignedXml }], own));
  assert.equal(hidden['signature'], 'null signature.xmlUnsigned');
});

test('a record of one institute inside a certificate that another one signed is found by its signer', async () => {
  const other = await makeInstitute(root, { name: '另一检定所', code: '320999A' });
  const resigned = await verify(await dccOf(scale, other));
  assert.equal(resigned['signature'], 'true signature.valid');
  assert.equal(resigned['authority'], 'false authority.otherInstitute');
  const sameName = await makeInstitute(root, { name: institute.name, code: '320999A' });
  assert.equal((await verify(await dccOf(scale, sameName)))['authority'], 'false authority.otherIssuer');
  assert.equal(
    (await verify(await labelOf(scale, other), { trust: await trustOf([root], [own, other], [log]) }))['authority'],
    'false authority.otherIssuer',
  );
});

test('a record that was exchanged inside a certificate differs from what the certificate says', async () => {
  const swapped = xml.replace(Buffer.from(scale).toString('base64'), Buffer.from(cuff).toString('base64'));
  const found = await verify(swapped);
  assert.equal(found['form'], 'false form.recordDiffers');
  assert.equal(found['signature'], 'false signature.invalid');
});

test('results that do not follow from the readings are found although every signature holds', async () => {
  const forged = recordText('price-computing-scale-pass.json', (record) => {
    const { readings } = record['verification'] as unknown as { readings: { weighing: { rows: Record<string, string>[] } } };
    const row = readings.weighing.rows[0]!;
    const column = Object.keys(row).find((name) => name !== 'load')!;
    row[column] = `${row[column]!}1`;
  });
  const found = await verify(await dccOf(forged, own), {
    proof: await (await makeLog([leafOf(forged)], log.hand, log.witness)).proofOf(leafOf(forged)),
  });
  assert.equal(found['signature'], 'true signature.valid');
  assert.equal(found['log'], 'true log.included');
  assert.equal(found['recomputation'], 'false recomputation.differs');
});

test('a code on another instrument is told in plain words', async () => {
  for (const input of [xml, label]) {
    const { form } = await verifyCertificate(toUtf8(input), { ...options, serial: 'X-1' });
    assert.equal(form.code, 'form.otherInstrument');
    assert.equal(form.ok, false);
    assert.match(form.reason[0], /X-1/);
    assert.match(form.reason[1], /another instrument/);
    const same = await verifyCertificate(toUtf8(input), { ...options, serial: ` ${instrument.serial.toLowerCase()} ` });
    assert.equal(same.form.ok, true);
  }
});

test('a demonstration is refused by its own reason, also where its root is among the trusted and the record says nothing', async () => {
  const invented = await makeRoot('演示市', true);
  const player = await makeInstitute(invented, identity);
  const theirs = { trust: await trustOf([invented, root], [player], [log]) };
  assert.equal((await verify(await dccOf(scale, player), theirs))['authority'], 'false authority.hiddenDemonstration');
  assert.equal((await verify(await labelOf(scale, player), theirs))['authority'], 'false authority.hiddenDemonstration');
  const marked = recordText('price-computing-scale-pass-demonstration.json');
  assert.equal((await verify(await dccOf(marked, player), theirs))['authority'], 'false authority.demonstration');
  assert.equal((await verify(await dccOf(marked, own)))['authority'], 'false authority.demonstrationMarked');
});

test('the day of issue decides whether the signer’s certificate and scope held', async () => {
  const late = await makeInstitute(root, identity, { notBefore: '2026-12-01T00:00:00Z' });
  assert.equal((await verify(await dccOf(scale, late)))['authority'], 'false authority.notValidThen');
  const early = await makeInstitute(root, identity, { notBefore: '2020-02-01T00:00:00Z', notAfter: '2026-11-01T00:00:00Z' });
  assert.equal((await verify(await dccOf(scale, early)))['authority'], 'false authority.notValidThen');
  const scoped = (scope: object | null): string =>
    recordText('price-computing-scale-pass.json', (record) => Object.assign(record, { scope }));
  const scope = { document: '文号', item: '电子计价秤', region: '320685', from: '2026-01-01', validUntil: '2026-11-22' };
  assert.equal((await verify(await dccOf(scoped(scope), own)))['authority'], 'false authority.scopeEnded');
  assert.equal(
    (await verify(await dccOf(scoped({ ...scope, from: '2026-12-01', validUntil: null }), own)))['authority'],
    'false authority.scopeNotBegun',
  );
  assert.equal((await verify(await dccOf(scoped(null), own)))['authority'], 'null authority.holdsWithoutScope');
});

test('a revoked key: before the signing wrong, after it good only where the log shows the order', async () => {
  const revoked = async (at: string, logSize: number | null): Promise<string> =>
    trustOf([root], [own], [log], [{ keyId: own.keyId, at, logSize, reason: '密钥泄露' }]);
  assert.equal((await verify(xml, { trust: await revoked('2026-11-01T00:00:00Z', 1) }))['authority'], 'false authority.keyRevoked');
  const after = await revoked('2026-11-25T00:00:00Z', 2);
  assert.equal((await verify(xml, { trust: after }))['authority'], 'true authority.holds');
  const { proof: _proof, ...unlogged } = options;
  assert.equal(
    codes(await verifyCertificate(toUtf8(xml), { ...unlogged, trust: after }))['authority'],
    'null authority.keyRevokedUnlogged',
  );
  assert.equal((await verify(xml, { trust: await revoked('2026-11-25T00:00:00Z', 1) }))['authority'], 'false authority.keyRevokedLogged');
});

test('a city with tens of thousands of ended certificates still has one list, and it is read', async () => {
  const endings = Array.from({ length: 60_000 }, (_, at) => ({
    number: `320685A2025${String(at).padStart(6, '0')}X`,
    kind: 'revoked' as const,
    day: '2025-11-20',
  }));
  const { revocation } = await verifyCertificate(pdf, { ...options, revocations: await revocationsOf(log.hand, endings) });
  assert.equal(revocation.ok, true, revocation.code);
});

test('revoked and replaced certificates are told with their day and what takes their place', async () => {
  const ended = async (kind: 'revoked' | 'replaced'): Promise<string> =>
    revocationsOf(log.hand, [
      kind === 'revoked' ? { number, kind, day: '2026-11-24' } : { number, kind, day: '2026-11-24', by: '320685A2026000009X' },
    ]);
  assert.equal((await verify(xml, { revocations: await ended('revoked') }))['revocation'], 'false revocation.revoked');
  const { revocation } = await verifyCertificate(pdf, { ...options, revocations: await ended('replaced') });
  assert.equal(revocation.code, 'revocation.replaced');
  assert.match(revocation.reason[1], /2026-11-24 by 320685A2026000009X/);
  const forged = (await ended('revoked')).replace('2026-11-24', '2026-11-23');
  assert.equal((await verify(xml, { revocations: forged }))['revocation'], 'null revocation.badList');
});

test('a clock ten years off is called wrong; nothing is called expired or not yet valid for it', async () => {
  assert.equal((await verify(xml, { at: '2016-11-27' }))['revocation'], 'null revocation.clock');
  assert.equal((await verify(xml, { at: '2016-11-27' }))['authority'], 'true authority.holds');
  assert.equal((await verify(xml, { at: '2036-11-27' }))['revocation'], 'null revocation.notListedStale');
  assert.equal((await verify(xml, { at: '2026-11-24' }))['revocation'], 'null revocation.clock');
  const old = await revocationsOf(log.hand, [], '2026-11-01T00:00:00Z');
  assert.equal((await verify(xml, { revocations: old }))['revocation'], 'null revocation.listBeforeIssue');
  const later = await revocationsOf(log.hand, [], '2027-12-01T00:00:00Z');
  assert.equal((await verify(xml, { revocations: later, at: '2027-12-02' }))['revocation'], 'true revocation.expired');
});

test('a proof of another certificate, of another content, or of a log that split is no proof', async () => {
  assert.equal((await verify(xml, { proof: await log.proofOf(leafOf(cuff), true) }))['log'], 'false log.otherCertificate');
  assert.equal((await verify(xml, { proof: await log.proofOf(leafOf(cuff)) }))['log'], 'false log.badProof');
  assert.equal((await verify(xml, { proof: options.proof!.replace('index 1', 'index 0') }))['log'], 'false log.badProof');
  assert.equal((await verify(xml, { proof: 'c2sp.org/tlog-proof@v1\n' }))['log'], 'false log.malformed');
  const strange = await makeLog([leafOf(scale)]);
  assert.equal((await verify(xml, { proof: await strange.proofOf(leafOf(scale)) }))['log'], 'false log.badCheckpoint');
  const fork = await makeLog([leafOf(scale), leafOf(scale)], log.hand, log.witness);
  assert.equal((await verify(xml, { knownCheckpoint: fork.checkpoint }))['log'], 'false log.forked');
  assert.equal((await verify(xml, { knownCheckpoint: log.checkpoint }))['log'], 'true log.included');
  assert.equal((await verify(xml, { log: fork }))['log'], 'false log.localDiffers');
});

test('a copy of the log answers without a proof, also when it has grown since', async () => {
  const { proof: _proof, ...bare } = options;
  const grown = await makeLog([leafOf(cuff), leafOf(scale), leafOf(cuff)], log.hand, log.witness);
  for (const copy of [log, grown]) {
    assert.equal(codes(await verifyCertificate(toUtf8(xml), { ...bare, log: copy }))['log'], 'true log.included');
    assert.equal((await verify(xml, { log: copy }))['log'], 'true log.included');
  }
  const without = await makeLog([leafOf(cuff)], log.hand, log.witness);
  assert.equal(codes(await verifyCertificate(toUtf8(xml), { ...bare, log: without }))['log'], 'null log.notInCopy');
});

test('a list of trust that was changed after it was signed is refused', async () => {
  await assert.rejects(verify(xml, { trust: trust.replace('测试市', '别处市') }), { name: 'InvalidTrust' });
  await assert.rejects(verify(xml, { trust: '{}' }), { name: 'InvalidTrust' });
});

test('the trusted roots inside a package are not believed, everything else in it is used', async () => {
  const forger = await makeRoot('伪造市');
  const false_ = await makeInstitute(forger, identity);
  const files = [
    givenFile('证书.pdf', await signedPdfOf(number, [{ name: 'dcc.xml', content: await dccOf(scale, false_) }], false_), true),
    givenFile('trust.json', toUtf8(await trustOf([forger], [false_], [log])), true),
    givenFile('certificate.tlog-proof', toUtf8(options.proof!), true),
  ];
  const { verification } = await examineFiles(files, { at: '2026-11-27' });
  assert.equal(verification.authority.code, 'authority.noTrust');
  const judged = await examineFiles(files, { at: '2026-11-27', trust });
  assert.equal(judged.verification.authority.code, 'authority.unknownRoot');
  assert.equal(judged.verification.log.code, 'log.included');
});

test('a record or an XML beside the PDF that is another one is found', async () => {
  const files = [givenFile('a.pdf', pdf), givenFile('record.json', toUtf8(cuff))];
  assert.equal((await examineFiles(files, options)).verification.form.code, 'form.givenRecordDiffers');
  const pair = [givenFile('a.pdf', pdf), givenFile('dcc.xml', toUtf8(await dccOf(cuff, own)))];
  assert.equal((await examineFiles(pair, options)).verification.form.code, 'form.siblingDiffers');
  const whole = [givenFile('a.pdf', pdf), givenFile('dcc.xml', toUtf8(xml)), givenFile('record.json', toUtf8(scale))];
  assert.equal((await examineFiles(whole, options)).verification.form.code, 'form.agrees');
});

test('a record beside a label is computed again and looked for in the log, if it is the label’s own', async () => {
  const files = (record: string) => [givenFile('label.txt', toUtf8(label)), givenFile('record.json', toUtf8(record))];
  const { verification } = await examineFiles(files(scale), { ...options, proof: await log.proofOf(leafOf(scale)) });
  assert.deepEqual([verification.log.code, verification.recomputation.code], ['log.included', 'recomputation.same']);
  const other = (await examineFiles(files(cuff), options)).verification;
  assert.equal(other.form.code, 'form.givenRecordDiffersFromLabel');
  assert.equal(other.recomputation.ok, null);
});

test('where there is no certificate at all, that is said and nothing is judged', async () => {
  for (const input of [
    '',
    'hello',
    '<html></html>',
    new Uint8Array([0, 1, 2]),
    new Uint8Array([0x50, 0x4b, 3, 4]),
    new Uint8Array([0xff, 0xd8, 0xff]),
  ])
    await assert.rejects(verify(input), NoCertificate);
});

test('no reason shows signs of foreign bytes that could turn or break its words', async () => {
  const { form } = await verifyCertificate(toUtf8(xml), { ...options, serial: 'A\u202e\u0007B' });
  assert.doesNotMatch(form.reason.join(''), /[\p{Cc}\p{Cf}]/u);
});
