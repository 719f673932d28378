import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { printDcc } from '@tongheng/seal/dcc/print';
import { checkRules } from '@tongheng/seal/dcc/rules';
import { toUtf8 } from '@tongheng/seal/encoding';
import { readXml } from '@tongheng/seal/xml/document';
import { runTool, saxon, unlessInstalled } from '../support/foreign-tool.ts';
import { recordsOfEveryEdition, writtenRecord, writtenRecords } from './dcc-records.ts';
import { styleSheetOf } from './schematron.ts';

const schematron = new URL('../../../shared/dcc/schematron/dcc.sch', import.meta.url);
const given = existsSync(schematron) ? unlessInstalled('java', saxon) : { skip: 'the rules of PTB do not stand beside the checkout' };

const vectors = new URL('../../packages/seal/vectors/dcc-rules.json', import.meta.url);
const { obedient, violations } = JSON.parse(readFileSync(vectors, 'utf8')) as {
  readonly obedient: string;
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
};

/** What the service wrote, and every tenth of the editions' examples: all of them would take Saxon long. */
const ownDocuments = (): readonly (readonly [name: string, xml: string])[] => [
  ...writtenRecords().map(([name, text]) => [name, printDcc(writtenRecord(name).record, text, ['zh', 'en'])] as const),
  ...recordsOfEveryEdition()
    .filter((_, index) => index % 10 === 0)
    .map(({ name, record, text }) => [name, printDcc(record, text, ['zh', 'en'])] as const),
];

const folder = mkdtempSync(join(tmpdir(), 'tongheng-schematron-'));
after(() => rmSync(folder, { recursive: true }));

test('the rules of PTB find the same in the same places when Saxon applies their Schematron', given, () => {
  const documents = [
    ['obedient', obedient] as const,
    ...violations.map(({ rule, from, to }) => [rule, obedient.replace(from, () => to)] as const),
    ...ownDocuments(),
  ];
  const [source, found] = [join(folder, 'source'), join(folder, 'found')];
  mkdirSync(source);
  mkdirSync(found);
  writeFileSync(join(folder, 'dcc.xsl'), styleSheetOf(readFileSync(schematron)));
  documents.forEach(([, xml], index) => writeFileSync(join(source, `${index}.xml`), xml));
  const { code, errors } = runTool('java', [
    '-cp',
    saxon,
    'net.sf.saxon.Transform',
    `-s:${source}`,
    `-o:${found}`,
    `-xsl:${join(folder, 'dcc.xsl')}`,
  ]);
  assert.equal(code, 0, errors);
  let findings = 0;
  documents.forEach(([name, xml], index) => {
    const theirs = readFileSync(join(found, `${index}.xml`), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const ours = checkRules(readXml(toUtf8(xml))).map(({ role, place }) => `${role} ${place}`);
    assert.deepEqual(ours.toSorted(), theirs.toSorted(), name);
    findings += theirs.length;
  });
  assert.ok(findings > violations.length, `${findings} findings`);
});
