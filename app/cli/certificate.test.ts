import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { zipSync } from 'fflate';
import { printLeaf } from '@tongheng/seal/leaf';
import { append, emptyFrontier } from '@tongheng/seal/log/appender';
import { toUtf8 } from '@tongheng/seal/encoding';
import * as city from '../../test/seal/sealed-city.ts';
import { signedPdfOf } from '../../test/seal/paper.ts';
import { root as checkout } from '../../test/support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongheng-verify-'));
after(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
};

const text = city.recordText('price-computing-scale-pass.json');
const { institute, issuer, number, instrument } = JSON.parse(text) as {
  institute: { name: string; creditCode: string | null };
  issuer: string;
  number: string;
  instrument: { serial: string };
};
const root = await city.makeRoot('测试市');
const own = await city.makeInstitute(root, { ...institute, code: issuer });
const leaves = [city.leafOf(city.recordText('sphygmomanometer-pass.json')), city.leafOf(text)];
const log = await city.makeLog(leaves);
const xml = await city.dccOf(text, own);
const pdf = await signedPdfOf(number, [{ name: 'certificate.xml', content: xml }], own);
const proof = await log.proofOf(leaves[1]!);
const ownTrust = await city.trustOf([root], [own], [log]);
const files = {
  pdf: write('certificate.pdf', pdf),
  xml: write('certificate.xml', xml),
  label: write('label.txt', `${await city.labelOf(text, own)}\n`),
  trust: write('trust.json', ownTrust),
  proof: write('certificate.tlog-proof', proof),
  revocations: write('revocations.txt', await city.revocationsOf(log.hand, [])),
};
for (const { path, bytes } of append(
  emptyFrontier,
  leaves.map((leaf) => toUtf8(printLeaf(leaf))),
).pieces)
  write(join('log', path), bytes);
write('log/checkpoint', log.checkpoint);

type Answer = Record<string, { ok: boolean | null; reason: string; code: string }>;
function verify(
  args: readonly string[],
  input?: string | Uint8Array,
): { code: number | null; out: string; err: string; answer: () => Answer } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-maglev', 'app/cli.ts', 'certificate', 'verify', ...args], {
    cwd: checkout,
    input,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr, answer: () => JSON.parse(stdout) as Answer };
}
const evidence = ['--trust', files.trust, '--proof', files.proof, '--revocations', files.revocations, '--at', '2026-11-27'];
const six = ['form', 'signature', 'authority', 'log', 'revocation', 'recomputation'];

test('PDF, XML, label text and standard input are verified with all evidence; exit code 0 where nothing is false', () => {
  for (const file of [files.pdf, files.xml]) {
    const found = verify([file, '--json', ...evidence]);
    assert.equal(found.code, 0, found.err);
    assert.deepEqual(Object.keys(found.answer()), six);
    assert.deepEqual(
      Object.values(found.answer()).map(({ ok }) => ok),
      [true, true, true, true, true, true],
    );
  }
  const label = verify([files.label, '--json', ...evidence]);
  assert.equal(label.answer()['signature']?.ok, true);
  assert.equal(label.answer()['recomputation']?.ok, null);
  assert.deepEqual(verify(['-', '--json', ...evidence], pdf).answer(), verify([files.pdf, '--json', ...evidence]).answer());
});

test('without evidence nothing is false; what is false makes the exit code 1', () => {
  const bare = verify([files.xml, '--json']);
  assert.equal(bare.code, 0);
  assert.equal(bare.answer()['authority']?.ok, null);
  const changed = verify(['-', '--json'], xml.replace('2026-11-23', '2026-11-24'));
  assert.equal(changed.code, 1);
  assert.equal(changed.answer()['signature']?.ok, false);
  const other = verify([files.pdf, '--serial', 'X-1', '--lang', 'en']);
  assert.equal(other.code, 1);
  assert.match(other.out, /Form: does not hold\. It belongs to another instrument: the serial number given is X-1/);
  assert.equal(verify([files.pdf, '--serial', instrument.serial]).code, 0);
});

test('people read six answers in their language, then what the certificate says', () => {
  const { out } = verify([files.pdf, ...evidence, '--lang', 'zh']);
  assert.match(out, /^内容与格式：相符。/);
  assert.match(out, /签名有效不等于数值可信/);
  assert.match(out, new RegExp(`编号：${number}`));
});

test('a package is opened; its own list of trust is not believed', () => {
  const packed = write(
    'package.zip',
    zipSync({ 'certificate.pdf': pdf, 'certificate.tlog-proof': toUtf8(proof), 'trust.json': toUtf8(ownTrust) }),
  );
  assert.equal(verify([packed, '--json']).answer()['authority']?.code, 'authority.noTrust');
  const judged = verify([packed, '--json', '--trust', files.trust]);
  assert.equal(judged.answer()['authority']?.ok, true);
  assert.equal(judged.answer()['log']?.ok, true);
  assert.equal(verify([write('bomb.zip', zipSync({ 'a.xml': new Uint8Array(80_000_000) })), '--json']).code, 2);
});

test('a copy of the log serves in place of a proof', () => {
  const found = verify([files.xml, '--json', '--trust', files.trust, '--log', join(folder, 'log')]);
  assert.equal(found.answer()['log']?.code, 'log.included');
});

test('what is no certificate is bad input, said in one line', () => {
  for (const [content, words] of [
    ['hello', /not a certificate/],
    ['<html></html>', /not a digital calibration certificate/],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /photo/],
  ] as const) {
    const found = verify(['-', '--lang', 'en'], content);
    assert.equal(found.code, 2);
    assert.match(found.err, words);
    assert.equal(found.err.trim().split('\n').length, 1);
  }
  assert.equal(verify(['no-such-file.pdf']).code, 2);
  assert.equal(verify([files.xml, '--at', 'yesterday']).code, 2);
  assert.equal(verify([files.xml, '--trust', files.proof]).code, 2);
});

test('the text of the QR code may be given in place of a file', async () => {
  const found = verify([await city.labelOf(text, own), '--json', ...evidence]);
  assert.equal(found.code, 0, found.err);
  assert.equal(found.answer()['signature']?.ok, true);
});
