import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { encode } from 'jpeg-js';
import { toBuffer } from 'qrcode';
import { printLeaf } from '@tongheng/seal/leaf';
import { append, emptyFrontier } from '@tongheng/seal/log/appender';
import { toUtf8 } from '@tongheng/seal/encoding';
import * as city from '../../test/seal/sealed-city.ts';
import { signedPdfOf } from '../../test/seal/paper.ts';
import { command } from '../../test/support/command.ts';
import type { Finished } from '../../test/support/program.ts';
import { readPng } from './png.ts';

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
async function verify(args: readonly string[], input?: string | Uint8Array): Promise<Finished & { answer: () => Answer }> {
  const finished = await command(['certificate', 'verify', ...args], input);
  return { ...finished, answer: () => JSON.parse(finished.out) as Answer };
}
const evidence = ['--trust', files.trust, '--proof', files.proof, '--revocations', files.revocations, '--at', '2026-11-27'];
const six = ['form', 'signature', 'authority', 'log', 'revocation', 'recomputation'];

test('PDF, XML, label text and standard input are verified with all evidence; exit code 0 where nothing is false', async () => {
  for (const file of [files.pdf, files.xml]) {
    const found = await verify([file, '--json', ...evidence]);
    assert.equal(found.code, 0, found.error);
    assert.deepEqual(Object.keys(found.answer()), six);
    assert.deepEqual(
      Object.values(found.answer()).map(({ ok }) => ok),
      [true, true, true, true, true, true],
    );
  }
  const label = await verify([files.label, '--json', ...evidence]);
  assert.equal(label.answer()['signature']?.ok, true);
  assert.equal(label.answer()['recomputation']?.ok, null);
  assert.deepEqual((await verify(['-', '--json', ...evidence], pdf)).answer(), (await verify([files.pdf, '--json', ...evidence])).answer());
});

test('without evidence nothing is false; what is false makes the exit code 1', async () => {
  const bare = await verify([files.xml, '--json']);
  assert.equal(bare.code, 0);
  assert.equal(bare.answer()['authority']?.ok, null);
  const changed = await verify(['-', '--json'], xml.replace('2026-11-23', '2026-11-24'));
  assert.equal(changed.code, 1);
  assert.equal(changed.answer()['signature']?.ok, false);
  const other = await verify([files.pdf, '--serial', 'X-1', '--lang', 'en']);
  assert.equal(other.code, 1);
  assert.match(other.out, /Form: does not hold\. It belongs to another instrument: the serial number given is X-1/);
  assert.equal((await verify([files.pdf, '--serial', instrument.serial])).code, 0);
});

test('people read six answers in their language, then what the certificate says', async () => {
  const { out } = await verify([files.pdf, ...evidence, '--lang', 'zh']);
  assert.match(out, /^内容与格式：相符。/);
  assert.match(out, /签名有效不等于数值可信/);
  assert.match(out, new RegExp(`编号：${number}`));
});

test('a package is opened; its own list of trust is not believed', async () => {
  const packed = write(
    'package.zip',
    zipSync({ 'certificate.pdf': pdf, 'certificate.tlog-proof': toUtf8(proof), 'trust.json': toUtf8(ownTrust) }),
  );
  assert.equal((await verify([packed, '--json'])).answer()['authority']?.code, 'authority.noTrust');
  const judged = await verify([packed, '--json', '--trust', files.trust]);
  assert.equal(judged.answer()['authority']?.ok, true);
  assert.equal(judged.answer()['log']?.ok, true);
  assert.equal((await verify([write('bomb.zip', zipSync({ 'a.xml': new Uint8Array(80_000_000) })), '--json'])).code, 2);
});

test('a copy of the log serves in place of a proof', async () => {
  const found = await verify([files.xml, '--json', '--trust', files.trust, '--log', join(folder, 'log')]);
  assert.equal(found.answer()['log']?.code, 'log.included');
});

test('what is no certificate is bad input, said in one line', async () => {
  for (const [content, words] of [
    ['hello', /not a certificate/],
    ['<html></html>', /not a digital calibration certificate/],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /photo/],
  ] as const) {
    const found = await verify(['-', '--lang', 'en'], content);
    assert.equal(found.code, 2);
    assert.match(found.error, words);
    assert.equal(found.error.trim().split('\n').length, 1);
  }
  assert.equal((await verify(['no-such-file.pdf'])).code, 2);
  assert.equal((await verify([files.xml, '--at', 'yesterday'])).code, 2);
  assert.equal((await verify([files.xml, '--trust', files.proof])).code, 2);
});

test('the text of the QR code may be given in place of a file', async () => {
  const found = await verify([await city.labelOf(text, own), '--json', ...evidence]);
  assert.equal(found.code, 0, found.error);
  assert.equal(found.answer()['signature']?.ok, true);
});

test('a photo of the QR code is read as its text is, also out of a large picture; a picture without one says so', async () => {
  const label = await city.labelOf(text, own);
  const photo = write('photo.png', await toBuffer(label, { scale: 4 }));
  const found = await verify([photo, '--json', ...evidence]);
  assert.equal(found.code, 0, found.error);
  assert.deepEqual(found.answer(), (await verify([label, '--json', ...evidence])).answer());
  const pixels = readPng(await toBuffer(label, { scale: 4 }));
  assert.ok(pixels !== undefined);
  const camera = write('photo.jpg', encode({ ...pixels, data: Buffer.from(pixels.data) }, 60).data);
  assert.deepEqual((await verify([camera, '--json', ...evidence])).answer(), found.answer());
  assert.equal((await verify([write('cut.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4]))])).code, 2);
  const large = await verify([write('large.png', await toBuffer(label, { scale: 40 })), '--json']);
  assert.equal(large.answer()['form']?.code, 'form.label');
  const blank = await verify([
    write(
      'blank.png',
      png({ width: 300, height: 300, depth: 1, colour: 0 }, (line) => Buffer.alloc(line, 0xff)),
    ),
  ]);
  assert.equal(blank.code, 2);
  assert.match(blank.error, /没有找到二维码/);
});

/** A PNG of one shade, each line with another filter. */
function png({ width, height, depth, colour }: Head, lineOf: (bytes: number) => Buffer, parts: readonly Buffer[] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour], 8);
  const stride = Math.ceil((width * depth * ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour] ?? 1)) / 8);
  const lines = Buffer.concat(Array.from({ length: height }, () => Buffer.concat([Buffer.from([0]), lineOf(stride)])));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    part('IHDR', head),
    ...parts,
    part('IDAT', deflateSync(lines)),
    part('IEND', Buffer.alloc(0)),
  ]);
}
type Head = { readonly width: number; readonly height: number; readonly depth: number; readonly colour: number };
function part(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), content, Buffer.alloc(4)]);
}

test('pictures of every colour type are read; what is damaged, too large or no picture is not', () => {
  const first = (bytes: Uint8Array): number[] => [...(readPng(bytes)?.data.subarray(0, 4) ?? [])];
  const size = { width: 5, height: 3 };
  const filled =
    (...bytes: number[]) =>
    (line: number) =>
      Buffer.from(Array.from({ length: line }, (_, at) => bytes[at % bytes.length] ?? 0));
  assert.deepEqual(first(png({ ...size, depth: 8, colour: 0 }, filled(90))), [90, 90, 90, 255]);
  assert.deepEqual(first(png({ ...size, depth: 2, colour: 0 }, filled(0b01_01_01_01))), [85, 85, 85, 255]);
  assert.deepEqual(first(png({ ...size, depth: 8, colour: 2 }, filled(1, 2, 3))), [1, 2, 3, 255]);
  assert.deepEqual(first(png({ ...size, depth: 16, colour: 2 }, filled(1, 9, 2, 9, 3, 9))), [1, 2, 3, 255]);
  assert.deepEqual(first(png({ ...size, depth: 8, colour: 6 }, filled(1, 2, 3, 255))), [1, 2, 3, 255]);
  assert.deepEqual(first(png({ ...size, depth: 8, colour: 4 }, filled(7, 0))), [255, 255, 255, 255], 'what is transparent is paper');
  const palette = part('PLTE', Buffer.from([9, 9, 9, 4, 5, 6]));
  assert.deepEqual(first(png({ ...size, depth: 4, colour: 3 }, filled(0x11), [palette])), [4, 5, 6, 255]);
  const good = png({ ...size, depth: 8, colour: 0 }, filled(90));
  for (let end = 0; end < good.length - 12; end += 7) assert.equal(readPng(good.subarray(0, end)), undefined);
  assert.equal(
    readPng(Buffer.concat([good.subarray(0, 16), Buffer.from([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]), good.subarray(24)])),
    undefined,
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(good.length - 1), (bytes, at) => {
      readPng(bytes);
      const changed = Uint8Array.from(good);
      changed.set(bytes.subarray(0, Math.min(bytes.length, changed.length - at)), at);
      readPng(changed);
    }),
    { numRuns: 300 },
  );
});
