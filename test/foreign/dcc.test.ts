/** Digital calibration certificates before programs of others: the schema by two validators, the signature by xmlsec1. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { procedures } from '@tongheng/procedures/registry';
import { printDcc } from '@tongheng/seal/dcc/print';
import { embeddedRecord, readDcc } from '@tongheng/seal/dcc/read';
import { checkRules } from '@tongheng/seal/dcc/rules';
import { toUtf8 } from '@tongheng/seal/encoding';
import { printRecord, type CertificateRecord } from '@tongheng/seal/record';
import { canonicalXml, readXml } from '@tongheng/seal/xml/document';
import { checkXmlSignature, signXml } from '@tongheng/seal/xml/signature';
import { XmlBufferInputProvider, XmlDocument, xmlCleanupInputProvider, xmlRegisterInputProvider, XsdValidator } from 'libxml2-wasm';
import { runTool, unlessInstalled } from '../support/foreign-tool.ts';
import { recordsOfEveryEdition, writtenRecord, writtenRecords } from './dcc-records.ts';
import { testSigner, type TestSigner } from './dcc-signer.ts';

const schemas = new URL('../../../shared/dcc/', import.meta.url);
const schema = new URL('v3.3.0/dcc.xsd', schemas);
const hasSchema = { skip: existsSync(schema) ? false : 'the schemas of PTB do not stand beside the checkout' } as const;
const withSchemaAnd = (tool: string) => (hasSchema.skip === false ? unlessInstalled(tool) : hasSchema);

const made = recordsOfEveryEdition();
const written = writtenRecords().map(([name]) => ({ name, ...writtenRecord(name) }));
const { record: pass } = writtenRecord('price-computing-scale-pass.json');

/** Records of kinds that the service writes seldom, from one that it wrote. */
const check = pass.verification.result.checks.find(({ comparison }) => comparison === 'within');
const variants: readonly (readonly [name: string, record: CertificateRecord])[] = [
  [
    'a calibration with U for one check',
    {
      ...pass,
      kind: 'calibration',
      validUntil: null,
      validity: null,
      verification: {
        ...pass.verification,
        conclusion: null,
        uncertainties: [{ check: check?.id ?? '', U: '0.3', k: '2', unit: check?.unit ?? '', probability: '0.95' }],
      },
    },
  ],
  [
    'a calibration with U for every check and a standard with U',
    {
      ...pass,
      kind: 'calibration',
      validUntil: null,
      validity: null,
      verification: {
        ...pass.verification,
        conclusion: null,
        uncertainties: pass.verification.result.checks
          .filter(({ comparison }) => comparison !== 'stated')
          .map(({ id, unit }) => ({ check: id, U: '0.30', k: '2', unit, probability: '95%' })),
        standards: pass.verification.standards.map((one) => ({
          ...one,
          certificate: one.certificate && { ...one.certificate, quality: 'uncertainty', value: '0.05', unit: 'g', coverageFactor: '2' },
        })),
      },
    },
  ],
  [
    'one of a lot that replaces another, with seals, remarks and awkward signs',
    {
      ...pass,
      lot: { number: 'PL-2026-0001', items: 5000, approvedOn: '2026-11-23' },
      replaces: { number: '320685A2026000999X', issuedOn: '2026-11-01', reason: '委托方名称有误 <&">', changes: [] },
      institute: { ...pass.institute, nameEn: 'Test & Measurement Institute', address: '测试路 1 号', phone: ' 0513-1234 ' },
      holder: { name: ' A & B <株式会社> \u0007\ud800 ', address: null },
      instrument: { ...pass.instrument, serial: '', code: null, model: '', maker: '' },
      verification: {
        ...pass.verification,
        environment: {},
        standards: [],
        standard: 'F2 级砝码',
        remarks: '行一\n行二 ]]>',
        seals: [{ kind: 'lead', action: 'set', number: 'T-1', position: '<左>' }],
      },
    } as CertificateRecord,
  ],
  ['an edition that this program does not know', { ...pass, procedure: { ...pass.procedure, edition: 'jjg-9999-2099' } }],
];

let folder: string;
let signer: TestSigner;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dcc-'));
  signer = await testSigner();
});
after(() => rmSync(folder, { recursive: true }));

const all = () => [
  ...made.map(({ name, record, text }) => ({ name, record, text })),
  ...written,
  ...variants.map(([name, record]) => ({ name, record, text: printRecord(record) })),
];

test('every edition has records that are printed', () => {
  assert.deepEqual(
    procedures.map(({ edition }) => edition.id).filter((id) => !made.some(({ edition }) => edition === id)),
    [],
  );
});

test('each record prints the same bytes twice, obeys PTB’s rules and carries itself', () => {
  for (const { name, record, text } of all()) {
    const xml = printDcc(record, text, ['zh', 'en']);
    assert.equal(printDcc(record, text), xml);
    assert.deepEqual(
      checkRules(readXml(toUtf8(xml))).filter(({ rule }) => rule !== 'language-unnamed'),
      [],
      name,
    );
    const read = readDcc(toUtf8(xml));
    assert.equal(embeddedRecord(read), text, name);
    assert.equal(read.identifier, record.number);
    assert.deepEqual(
      read.statements.flatMap(({ conformity }) => conformity),
      record.verification.conclusion === null ? [] : [record.verification.conclusion],
    );
  }
});

test('the schema of PTB holds for every record, by libxml2 from memory', hasSchema, () => {
  const provider = new XmlBufferInputProvider(
    Object.fromEntries(
      ['v3.3.0/dcc.xsd', 'dsi/v2.2.1.xsd', 'qudt/v2.2.1.xsd', 'xmldsig-core-schema.xsd'].map((path) => [
        `mem/${path}`,
        readFileSync(new URL(path, schemas)),
      ]),
    ),
  );
  assert.ok(xmlRegisterInputProvider(provider));
  try {
    const source = XmlDocument.fromBuffer(readFileSync(schema), { url: 'mem/v3.3.0/dcc.xsd' });
    const validator = XsdValidator.fromDoc(source);
    for (const { name, record, text } of all()) {
      const document = XmlDocument.fromString(printDcc(record, text));
      assert.doesNotThrow(() => validator.validate(document), name);
      document.dispose();
    }
    validator.dispose();
    source.dispose();
  } finally {
    xmlCleanupInputProvider();
  }
});

test('xmllint finds every record valid, signed ones too', withSchemaAnd('xmllint'), async () => {
  const files: string[] = [];
  for (const [index, { record, text }] of all().entries()) {
    const file = join(folder, `valid-${index}.xml`);
    const xml = printDcc(record, text);
    writeFileSync(file, index % 10 === 0 ? await signXml(xml, signer.chain, signer.sign) : xml);
    files.push(file);
  }
  const { code, errors } = runTool('xmllint', ['--nonet', '--noout', '--schema', schema.pathname, ...files]);
  assert.equal(code, 0, errors.slice(0, 2000));
});

const verify = (xml: string | Uint8Array): number => {
  const [file, root] = [join(folder, 'signed.xml'), join(folder, 'root.pem')];
  writeFileSync(file, xml);
  writeFileSync(root, signer.rootPem);
  return runTool('xmlsec1', ['--verify', '--trusted-pem', root, '--verification-gmt-time', '2026-11-24 00:00:00', file]).code;
};

test(
  'xmlsec1 accepts what we sign, with our root as trusted, and refuses each change of it, as we do',
  unlessInstalled('xmlsec1'),
  async () => {
    const { record, text } = writtenRecord('sphygmomanometer-pass.json');
    const signed = await signXml(printDcc(record, text), signer.chain, signer.sign);
    assert.equal(verify(signed), 0);
    const own = await checkXmlSignature(signed);
    assert.deepEqual([own.ok, own.code, own.signer], [true, 'valid', signer.chain]);

    const value = /<ds:SignatureValue>(.)/.exec(signed)?.[1] ?? '';
    const changes: readonly (readonly [what: string, from: string | RegExp, to: string])[] = [
      ['a value', '<dcc:conformity>pass', '<dcc:conformity>fail'],
      ['a day', '<dcc:issueDate>2026', '<dcc:issueDate>2027'],
      ['an attribute', 'schemaVersion="3.3.0"', 'schemaVersion="3.3.1"'],
      ['white space', '<dcc:statements>', '<dcc:statements> '],
      ['an element that is gone', /<dcc:document>.*<\/dcc:document>/s, ''],
      ['a namespace', 'xmlns:si="https://ptb.de/si"', 'xmlns:si="https://ptb.de/si2"'],
      ['an element behind the signature', '</ds:Signature>', '</ds:Signature><dcc:comment/>'],
      ['the digest', /<ds:DigestValue>./, '<ds:DigestValue>!'],
      ['the value of the signature', /<ds:SignatureValue>./, `<ds:SignatureValue>${value === 'A' ? 'B' : 'A'}`],
      ['the algorithm', 'ecdsa-sha256', 'ecdsa-sha384'],
      ['a transform', /<ds:Transform Algorithm="http:\/\/www.w3.org\/2000\/09\/xmldsig#enveloped-signature"><\/ds:Transform>/, ''],
      ['the certificate', /<ds:X509Certificate>.*?<\/ds:X509Certificate>/s, ''],
    ];
    for (const [what, from, to] of changes) {
      const changed = signed.replace(from, () => to);
      assert.notEqual(changed, signed, what);
      assert.notEqual(verify(changed), 0, `xmlsec1: ${what}`);
      const { ok, reason } = await checkXmlSignature(changed);
      assert.notEqual(ok, true, what);
      assert.ok(reason[0] !== '' && reason[1] !== '', what);
    }
  },
);

test('the signature is the only thing that differs when a document is signed twice', async () => {
  const { record, text } = writtenRecord('price-computing-scale-pass.json');
  const xml = printDcc(record, text);
  const [first, second] = [await signXml(xml, signer.chain, signer.sign), await signXml(xml, signer.chain, signer.sign)];
  const without = (signed: string) => signed.replace(/<ds:SignatureValue>[^<]*/, '');
  assert.equal(without(first), without(second));
  assert.equal(readDcc(toUtf8(first)).identifier, record.number);
  await assert.rejects(signXml(first, signer.chain, signer.sign), /signed already/);
});

/** The same key signs for xmlsec1 what we then check: other algorithms, other canonical forms, other keys. */
const templates = [
  ['rsa', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'],
  ['rsa', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
  ['P-256', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256', 'http://www.w3.org/2006/12/xml-c14n11#WithComments'],
  ['P-384', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384', 'http://www.w3.org/2006/12/xml-c14n11'],
  ['secp521r1', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512', 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments'],
] as const;

for (const [kind, algorithm, canonical] of templates) {
  test(
    `a document that xmlsec1 signs with ${kind}, ${algorithm} and ${canonical} is right here`,
    unlessInstalled('xmlsec1', 'openssl'),
    async () => {
      const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
      const keyArguments = kind === 'rsa' ? ['-newkey', 'rsa:2048'] : ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${kind}`];
      const created = runTool('openssl', [
        'req',
        '-x509',
        ...keyArguments,
        '-nodes',
        '-keyout',
        key,
        '-out',
        certificate,
        '-days',
        '30',
        '-subj',
        '/CN=lab',
      ]);
      assert.equal(created.code, 0, created.errors);
      const bits = /sha(\d+)/.exec(algorithm)?.[1] ?? '256';
      const digest = bits === '384' ? 'http://www.w3.org/2001/04/xmldsig-more#sha384' : `http://www.w3.org/2001/04/xmlenc#sha${bits}`;
      const template = `<!-- before --><a xmlns="urn:a" xmlns:b="urn:b" xml:lang="zh"><?p i?><b:c b:d="1" e='2>'>1<!-- x -->2</b:c>\r\n<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><!-- y --><ds:CanonicalizationMethod Algorithm="${canonical}"/><ds:SignatureMethod Algorithm="${algorithm}"/><ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><ds:Transform Algorithm="${canonical}"/></ds:Transforms><ds:DigestMethod Algorithm="${digest}"/><ds:DigestValue/></ds:Reference></ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo><ds:X509Data/></ds:KeyInfo></ds:Signature>\n</a>`;
      const [source, signed] = [join(folder, 'template.xml'), join(folder, 'foreign.xml')];
      writeFileSync(source, template);
      const made = runTool('xmlsec1', ['--sign', '--privkey-pem', `${key},${certificate}`, '--output', signed, source]);
      assert.equal(made.code, 0, made.errors);
      const bytes = readFileSync(signed);
      const right = await checkXmlSignature(bytes);
      assert.deepEqual([right.ok, right.code], [true, 'valid'], right.reason[1]);
      const wrong = await checkXmlSignature(bytes.toString('utf8').replace('>1<', '>7<'));
      assert.deepEqual([wrong.ok, wrong.code], [false, 'changed']);
    },
  );
}

test('the canonical forms are those of xmllint', unlessInstalled('xmllint'), () => {
  const source = join(folder, 'canonical.xml');
  const text = `<?xml version="1.0"?>\n<?a b?><!-- c --><r xmlns="urn:r" xmlns:u="urn:u" xmlns:n="urn:n" b='2' a="1&#10;&lt;>"><n:x u:y="1"/><![CDATA[<&>]]>é中<e xml:id="k"   /></r>\n`;
  writeFileSync(source, text);
  for (const [option, method] of [
    ['--c14n', '1.0'],
    ['--c14n11', '1.1'],
    ['--exc-c14n', 'exclusive'],
  ] as const) {
    const { output } = runTool('xmllint', [option, source]);
    const own = canonicalXml(toUtf8(text), { method, withComments: true, prefixes: [] });
    assert.equal(Buffer.from(own).toString('utf8'), output.replace(/\n$/, ''), method);
  }
});
