/** Documents made to harm or to deceive: each is refused with its true reason, soon, within bounds, and nothing leaves the machine. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { printDcc } from '@tongheng/seal/dcc/print';
import { readDcc } from '@tongheng/seal/dcc/read';
import { checkRules } from '@tongheng/seal/dcc/rules';
import { toBase64, toUtf8 } from '@tongheng/seal/encoding';
import { readXml } from '@tongheng/seal/xml/document';
import { InvalidXml } from '@tongheng/seal/xml/invalid-xml';
import { checkXmlSignature, signXml } from '@tongheng/seal/xml/signature';
import { writtenRecord } from './dcc-records.ts';
import { testSigner, type TestSigner } from './dcc-signer.ts';

let requests = 0;
let server: Server;
let signer: TestSigner;
let signed: string;
before(async () => {
  server = createServer((_request, response) => {
    requests += 1;
    response.end('<!ENTITY x "loaded">');
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  signer = await testSigner();
  const { record, text } = writtenRecord('price-computing-scale-pass.json');
  signed = await signXml(printDcc(record, text), signer.chain, signer.sign);
});
after(() => {
  server.close();
  assert.equal(requests, 0, 'a document has made the machine ask somebody');
});

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
const head = (inner: string) => `<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" schemaVersion="3.3.0">${inner}`;
const million = 'x'.repeat(1_000_000);
const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, index) => `<!ENTITY a${index} "${(index === 0 ? '&a;' : `&a${index - 1};`).repeat(10)}">`).join('')}]>`;

const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));

/** What, the bytes, the code, and what the reason names. */
const attacks: readonly (readonly [what: string, bytes: () => string | Uint8Array, code: string, says: RegExp])[] = [
  ['a billion laughs', () => `${laughs}<l>&a19;</l>`, 'doctype', /line 1, column 1: .*document type/],
  ['an entity from a file', () => `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`, 'doctype', /document type/],
  ['an entity from the network', () => `<!DOCTYPE a [<!ENTITY x SYSTEM "${address()}">]><a>&x;</a>`, 'doctype', /document type/],
  ['a parameter entity', () => `<!DOCTYPE a [<!ENTITY % x SYSTEM "${address()}"> %x;]><a/>`, 'doctype', /document type/],
  ['a document type elsewhere', () => `<!DOCTYPE a SYSTEM "${address()}"><a/>`, 'doctype', /document type/],
  ['a document type behind a comment', () => `<?xml version="1.0"?>\n<!-- > -->\n<!DOCTYPE a><a/>`, 'doctype', /line 3, column 1/],
  ['a document type in UTF-16', () => utf16(`<!DOCTYPE a [<!ENTITY x SYSTEM "${address()}">]><a>&x;</a>`), 'doctype', /document type/],
  ['UTF-7', () => `<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>`, 'encoding', /UTF-7/],
  ['an encoding with escapes', () => `<?xml version="1.0" encoding="ISO-2022-JP"?><a/>`, 'encoding', /ISO-2022-JP/],
  ['bytes that are no UTF-8', () => Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c, 0x2f, 0x61, 0x3e), 'encoding', /encoding/],
  ['an entity that nobody declared', () => '<a>&x;</a>', 'not-well-formed', /x/],
  ['nesting of 10 MB', () => '<a>'.repeat(3_500_000), 'too-deep', /deeper than 200/],
  ['a huge attribute', () => `<a b="${million}"/>`, 'tag-too-long', /65536/],
  ['a tag that never ends', () => `<a ${'b '.repeat(100_000)}`, 'tag-too-long', /65536/],
  [
    'very many attributes',
    () => `<a>${`<b ${Array.from({ length: 1000 }, (_, index) => `c${index}="1"`).join(' ')}/>`.repeat(1000)}</a>`,
    'too-many',
    /128 attributes/,
  ],
  [
    'very many namespaces',
    () => `<a ${Array.from({ length: 100 }, (_, index) => `xmlns:n${index}="urn:${index}"`).join(' ')}>${'<b/>'.repeat(190_000)}</a>`,
    'too-many',
    /32 declarations/,
  ],
  [
    'very many results',
    () =>
      head(
        `<dcc:administrativeData><dcc:coreData/></dcc:administrativeData><dcc:measurementResults>${'<dcc:measurementResult/>'.repeat(90_000)}</dcc:measurementResults></dcc:digitalCalibrationCertificate>`,
      ),
    'too-many',
    /measurementResults: .*1000/,
  ],
  ['very many elements', () => `<a>${'<b/>'.repeat(300_000)}</a>`, 'too-many', /200000/],
  ['a very long text', () => `<a>${million.repeat(12)}</a>`, 'text-too-long', /too long/],
  ['a file that is too large', () => `<a>${million.repeat(17)}</a>`, 'too-large', /16 MiB/],
  ['a file that is cut', () => head('<dcc:administrativeData><dcc:coreData>'), 'not-well-formed', /not well-formed/],
  ['a comment that never ends', () => '<a><!-- ', 'not-well-formed', /not well-formed/],
  ['nothing', () => '', 'not-well-formed', /empty/],
  ['a picture', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'not-well-formed', /./],
  ['a prefix that nobody declared', () => '<a:b/>', 'not-well-formed', /prefix/i],
  ['another document', () => '<html/>', 'not-dcc', /not a digital calibration certificate/],
  ['a DCC of another namespace', () => '<digitalCalibrationCertificate xmlns="urn:x" schemaVersion="3.3.0"/>', 'not-dcc', /not a digital/],
  ['a DCC of version 9', () => '<digitalCalibrationCertificate xmlns="https://ptb.de/dcc" schemaVersion="9.0.0"/>', 'version', /9\.0\.0/],
  ['a DCC with nothing in it', () => `${head('')}</dcc:digitalCalibrationCertificate>`, 'incomplete', /administrativeData/],
];

for (const [what, bytes, code, says] of attacks) {
  test(`${what} is refused: ${code}`, () => {
    const given = bytes();
    const document = typeof given === 'string' ? toUtf8(given) : given;
    const [begun, held] = [performance.now(), process.memoryUsage().rss];
    assert.throws(
      () => readDcc(document),
      (error) => {
        assert.ok(error instanceof InvalidXml);
        assert.equal(error.code, code);
        assert.match(error.message, says);
        assert.ok(/[\u4e00-\u9fff]/.test(error.text[0]));
        return true;
      },
    );
    assert.ok(performance.now() - begun < 5000, 'takes too long');
    assert.ok(process.memoryUsage().rss - held < 400_000_000, 'takes too much memory');
  });
}

test('what is within the bounds is read and judged without hanging, whatever stands in it', () => {
  const languages = '<dcc:usedLangCodeISO639_1>zh</dcc:usedLangCodeISO639_1><dcc:nonSIUnit>x</dcc:nonSIUnit>'.repeat(90_000);
  const begun = performance.now();
  const findings = checkRules(readXml(toUtf8(`${head(languages)}</dcc:digitalCalibrationCertificate>`)));
  assert.ok(findings.length > 0 && findings.length <= 500);
  assert.ok(performance.now() - begun < 30_000, 'takes too long');
});

test('a stylesheet, a place of a schema and an inclusion are not fetched', () => {
  const text = `<?xml-stylesheet href="${address()}"?><a xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a ${address()}"><xi:include href="${address()}"/><xi:include href="file:///etc/passwd" parse="text"/></a>`;
  assert.deepEqual(
    readXml(toUtf8(text)).children.map((child) => typeof child !== 'string' && child.children.length),
    [0, 0],
  );
});

test('a comment inside a value hides nothing of it', () => {
  const text = head(
    '<dcc:administrativeData><dcc:coreData><dcc:uniqueIdentifier>12<!-- x -->34<?x y?>56<![CDATA[<7>]]></dcc:uniqueIdentifier></dcc:coreData></dcc:administrativeData></dcc:digitalCalibrationCertificate>',
  );
  assert.equal(readDcc(toUtf8(text)).identifier, '123456<7>');
});

test('names that JavaScript keeps for itself are names like others', () => {
  const root = readXml(toUtf8('<__proto__ xmlns:constructor="urn:c" __proto__="1" constructor:toString="2"><constructor/></__proto__>'));
  assert.deepEqual([root.name, root.attributes.get('__proto__'), root.attributes.get('{urn:c}toString')], ['__proto__', '1', '2']);
});

const signatureIn = () => /<ds:Signature .*<\/ds:Signature>/s.exec(signed)?.[0] ?? '';
const bodyIn = () => /<dcc:administrativeData>.*<\/dcc:document>/s.exec(signed)?.[0] ?? '';
const forgedBody = () => bodyIn().replace('<dcc:conformity>pass', '<dcc:conformity>fail');
const rootOf = (inner: string) =>
  signed.replace(
    /(<dcc:digitalCalibrationCertificate[^>]*>).*(<\/dcc:digitalCalibrationCertificate>)/s,
    (_all, open: string, close: string) => open + inner + close,
  );
const withTransform = (transform: string) => signed.replace('</ds:Transforms>', `${transform}</ds:Transforms>`);

const forgeries: readonly (readonly [what: string, xml: () => string, code: string, ok: boolean | null])[] = [
  ['no signature', () => signed.replace(signatureIn(), ''), 'none', false],
  [
    'two signatures',
    () => signed.replace('</dcc:digitalCalibrationCertificate>', `${signatureIn()}</dcc:digitalCalibrationCertificate>`),
    'several',
    false,
  ],
  [
    'a signature in the signature',
    () => signed.replace('</ds:KeyInfo>', `</ds:KeyInfo><ds:Object>${signatureIn()}</ds:Object>`),
    'several',
    false,
  ],
  [
    'the signed content wrapped in a comment element',
    () => rootOf(`${forgedBody()}<dcc:comment>${bodyIn()}${signatureIn()}</dcc:comment>`),
    'misplaced',
    false,
  ],
  ['the signature in front', () => rootOf(signatureIn() + bodyIn()), 'misplaced', false],
  [
    'the signed content inside the signature',
    () => rootOf(forgedBody() + signatureIn().replace('</ds:Signature>', `<ds:Object>${bodyIn()}</ds:Object></ds:Signature>`)),
    'changed',
    false,
  ],
  ['a reference to a part', () => signed.replace('URI=""', 'URI="#part"'), 'reference', false],
  ['a reference to somewhere else', () => signed.replace('URI=""', `URI="${address()}"`), 'reference', false],
  ['a reference without an address', () => signed.replace(' URI=""', ''), 'reference', false],
  ['two references', () => signed.replace(/(<ds:Reference .*<\/ds:Reference>)/s, '$1$1'), 'reference', false],
  [
    'an id twice',
    () => signed.replace('<dcc:items>', '<dcc:items id="a">').replace('<dcc:customer>', '<dcc:customer Id="a">'),
    'duplicate-id',
    false,
  ],
  [
    'a selection by XPath',
    () =>
      withTransform('<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>false()</ds:XPath></ds:Transform>'),
    'transform',
    null,
  ],
  ['a style sheet', () => withTransform('<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/>'), 'transform', null],
  [
    'a selection by filter 2.0',
    () => withTransform('<ds:Transform Algorithm="http://www.w3.org/2002/06/xmldsig-filter2"/>'),
    'filter2',
    null,
  ],
  [
    'a key that both sides hold',
    () => signed.replace('http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256'),
    'algorithm',
    null,
  ],
  [
    'SHA-1 in the signature',
    () => signed.replace('http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1'),
    'weak',
    false,
  ],
  [
    'SHA-1 in the digest',
    () => signed.replace('http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2000/09/xmldsig#sha1'),
    'weak',
    false,
  ],
  ['no certificate', () => signed.replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/s, ''), 'no-certificate', null],
  [
    'a certificate that is none',
    () =>
      signed.replace(
        /<ds:X509Certificate>.*<\/ds:X509Certificate>/s,
        `<ds:X509Certificate>${toBase64(toUtf8('none'))}</ds:X509Certificate>`,
      ),
    'unknown-key',
    null,
  ],
  [
    'the certificate of somebody else',
    () =>
      signed.replace(
        /<ds:X509Certificate>.*<\/ds:X509Certificate>/s,
        `<ds:X509Certificate>${toBase64(signer.chain[1] ?? new Uint8Array())}</ds:X509Certificate>`,
      ),
    'forged',
    false,
  ],
  [
    'a signature of zeros',
    () => signed.replace(/<ds:SignatureValue>[^<]*/, `<ds:SignatureValue>${toBase64(new Uint8Array(64))}`),
    'forged',
    false,
  ],
  ['a signature that is no base 64', () => signed.replace(/<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>!'), 'malformed', false],
  ['a signature without a value', () => signed.replace(/<ds:SignatureValue>[^<]*<\/ds:SignatureValue>/, ''), 'malformed', false],
  ['a document type', () => signed.replace('<dcc:digital', '<!DOCTYPE x><dcc:digital'), 'unreadable', false],
];

for (const [what, xml, code, ok] of forgeries) {
  test(`${what}: ${code}`, async () => {
    const found = await checkXmlSignature(xml());
    assert.deepEqual([found.code, found.ok], [code, ok], found.reason[1]);
    assert.equal(found.signer, undefined);
  });
}

test('what was not signed is not shown: things inside the signature are no part of the certificate', async () => {
  const hidden = signed.replace('</ds:Signature>', `<ds:Object>${forgedBody()}</ds:Object></ds:Signature>`);
  assert.equal((await checkXmlSignature(hidden)).ok, true);
  assert.deepEqual(readDcc(toUtf8(hidden)).statements, readDcc(toUtf8(signed)).statements);
});

test('a document that is cut anywhere, or has any byte changed, is never accepted as another one', async () => {
  const bytes = toUtf8(signed);
  const whole = JSON.stringify(readDcc(bytes));
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, step, isCut) => {
      const changed = isCut ? bytes.slice(0, at) : bytes.slice();
      if (!isCut) changed[at] = ((changed[at] ?? 0) + step) % 256;
      const { ok } = await checkXmlSignature(changed);
      if (ok === true) assert.equal(JSON.stringify(readDcc(changed)), whole);
    }),
    { numRuns: 300 },
  );
});
