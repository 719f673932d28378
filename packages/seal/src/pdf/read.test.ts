import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { inflate } from './inflate.ts';
import { InvalidPdf, readPdf, type PdfFault } from './read.ts';
import { checkPdfSignature } from './signature.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  Uint8Array.from(Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin(part) : part))));

/** A PDF of these objects, the first of which is its catalog; a stream is given as its bytes. */
function pdfOf(objects: readonly (string | { readonly dictionary: string; readonly stream: Uint8Array })[], trailer = ''): Uint8Array {
  const parts: (Uint8Array | string)[] = ['%PDF-1.7\n'];
  const offsets: number[] = [];
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  objects.forEach((object, index) => {
    offsets.push(length());
    if (typeof object === 'string') parts.push(`${index + 1} 0 obj\n${object}\nendobj\n`);
    else
      parts.push(
        `${index + 1} 0 obj\n<< ${object.dictionary} /Length ${object.stream.length} >>\nstream\n`,
        object.stream,
        '\nendstream\nendobj\n',
      );
  });
  const table = length();
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) parts.push(`${String(offset).padStart(10, '0')} 00000 n \n`);
  parts.push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`);
  return joined(...parts);
}

const attached = (dictionary: string, stream: Uint8Array): Uint8Array =>
  pdfOf([
    '<< /Type /Catalog /Names << /EmbeddedFiles << /Names [(a.xml) 2 0 R] >> >> /AF [2 0 R] >>',
    '<< /Type /Filespec /F (a.xml) /UF <FEFF8BC1002E0078006D006C> /AFRelationship /Source /EF << /F 3 0 R >> >>',
    { dictionary: `/Type /EmbeddedFile /Subtype /application#2Fxml ${dictionary}`, stream },
  ]);

function faultOf(bytes: Uint8Array): PdfFault | undefined {
  try {
    readPdf(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidPdf) return error.code;
    throw error;
  }
}

test('an attachment is read once, with its name, type and relationship', () => {
  const content = latin('<dcc/>');
  for (const pdf of [attached('', content), attached('/Filter /FlateDecode', Uint8Array.from(deflateSync(content)))])
    assert.deepEqual(readPdf(pdf).attachments, [{ name: '证.xml', mimeType: 'application/xml', relationship: 'Source', bytes: content }]);
});

test('data of every kind of compression are inflated as zlib made them', () => {
  const samples = [
    new Uint8Array(0),
    latin('a'),
    latin('abc'.repeat(20_000)),
    Uint8Array.from({ length: 70_000 }, (_, index) => (index * index * 31) >> 5),
  ];
  for (const sample of samples)
    for (const [level, strategy] of [
      [0, constants.Z_DEFAULT_STRATEGY],
      [1, constants.Z_FIXED],
      [6, constants.Z_HUFFMAN_ONLY],
      [9, constants.Z_DEFAULT_STRATEGY],
    ] as const)
      assert.deepEqual(inflate(Uint8Array.from(deflateSync(sample, { level, strategy })), 1_000_000), sample);
});

test('a bomb is not unfolded', () => {
  const bomb = Uint8Array.from(deflateSync(new Uint8Array(200_000_000)));
  const begun = performance.now();
  assert.equal(faultOf(attached('/Filter /FlateDecode', bomb)), 'too-much');
  assert.ok(performance.now() - begun < 20_000);
});

test('what is cut off, encrypted, of another kind or compressed in another way is named so', () => {
  const whole = attached('', latin('<dcc/>'));
  assert.equal(faultOf(whole), undefined);
  assert.equal(faultOf(whole.subarray(0, whole.length - 40)), 'truncated');
  assert.equal(faultOf(latin('<html></html>')), 'no-pdf');
  assert.equal(faultOf(new Uint8Array(0)), 'no-pdf');
  assert.equal(faultOf(pdfOf(['<< /Type /Catalog >>'], '/Encrypt 1 0 R')), 'encrypted');
  assert.equal(faultOf(attached('/Filter /LZWDecode', latin('x'))), 'filter');
  assert.equal(faultOf(attached('/Filter [/FlateDecode /FlateDecode]', latin('x'))), 'filter');
  assert.equal(faultOf(attached('/Filter /FlateDecode', latin('no zlib'))), 'damaged');
  assert.equal(faultOf(joined(whole, new Uint8Array(33 * 1024 * 1024))), 'too-large');
});

test('circles and depths are refused: of tables, references, name trees, lengths and nesting', () => {
  assert.equal(faultOf(pdfOf(['<< /Type /Catalog /Names 2 0 R >>', '3 0 R', '2 0 R'])), 'too-deep');
  assert.equal(faultOf(pdfOf(['<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>', '<< /Kids [2 0 R] >>'])), 'too-deep');
  assert.equal(
    faultOf(pdfOf(['<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>', `${'['.repeat(5000)}${']'.repeat(5000)}`])),
    'too-deep',
  );
  const loop = Buffer.from(pdfOf(['<< /Type /Catalog >>'], '/Prev 77777')).toString('latin1');
  const table = /startxref\n(\d+)/.exec(loop)?.[1] ?? '';
  assert.equal(faultOf(latin(loop.replace('77777', table.padEnd(5, ' ')))), 'too-deep');
  const own = 'stream\nx\nendstream';
  assert.equal(faultOf(pdfOf(['<< /Type /Catalog >>', `<< /Length 2 0 R >>\n${own}`])), 'too-deep');
  const chain = Array.from({ length: 5000 }, (_, index) => `<< /Length ${index + 3} 0 R >>\n${own}`);
  assert.equal(faultOf(pdfOf(['<< /Type /Catalog >>', ...chain, '1'])), 'too-deep');
});

test('objects laid over each other cost no more than a bounded time', () => {
  // Each object is text inside the one before it, so that reading one is reading the rest of the file.
  const count = 4000;
  const lead = '%PDF-1.7\n';
  const starts: number[] = [];
  let body = '';
  for (let number = 1; number <= count; number += 1) {
    starts.push(lead.length + body.length);
    body += `${number} 0 obj (`;
  }
  body += `${'x'.repeat(200_000)}${')'.repeat(count)} endobj\n`;
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const file = `${lead}${body}xref\n1 ${count}\n${rows}trailer\n<< /Size ${count + 1} /Root 1 0 R >>\nstartxref\n${lead.length + body.length}\n%%EOF\n`;
  const begun = performance.now();
  assert.ok(['too-much', 'damaged'].includes(faultOf(latin(file)) ?? ''));
  assert.ok(performance.now() - begun < 30_000);
});

test('a dictionary that names an entry twice is not read one way or the other', () => {
  assert.equal(faultOf(pdfOf(['<< /Type /Catalog /AF [] /AF [2 0 R] >>'])), 'damaged');
});

const signature = (range: string, contents = '<3000>', more = ''): Uint8Array =>
  pdfOf(['<< /Type /Catalog >>', `<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange ${range} /Contents ${contents} ${more} >>`]);

test('ranges that are not exactly the file around the signature are refused as such', async () => {
  for (const range of ['[0 1 2 3]', '[0 0 0 0]', '[-1 5 9 9]', '[0 10 20]', '[0 10 20 9999999]', '[0.5 1 2 3]', 'null', '2 0 R'])
    assert.equal((await checkPdfSignature(signature(range))).code, 'range', range);
  const plain = Buffer.from(signature('[0 1111 2222 3333]')).toString('latin1');
  const start = plain.indexOf('<3000>');
  const right = (first: number, second: number, rest: number): string =>
    plain.replace('1111 2222 3333', [first, second, rest].map((number) => String(number).padStart(4, ' ')).join(' '));
  const rest = plain.length - start - 6;
  assert.equal((await checkPdfSignature(latin(right(start, start + 6, rest)))).code, 'unreadable');
  for (const wrong of [right(start + 1, start + 6, rest), right(start, start + 5, rest), right(start - 4, start + 6, rest)])
    assert.equal((await checkPdfSignature(latin(wrong))).code, 'range');
  assert.equal(
    (await checkPdfSignature(latin(right(start, start + 6, rest).replace('ETSI.CAdES.detached', 'adbe.x509.rsa_sha1 ')))).code,
    'subFilter',
  );
});

test('a signature dictionary hidden from the form of the file counts', () => {
  assert.equal(readPdf(signature('[0 1 2 3]')).signatures.length, 1);
});

test('bytes of any kind are read or refused, in bounded time', () => {
  const whole = attached('/Filter /FlateDecode', Uint8Array.from(deflateSync(latin('<dcc/>'.repeat(50)))));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      fc.nat(whole.length),
      (changes, cut) => {
        const changed = Uint8Array.from(whole);
        for (const [place, byte] of changes) changed[place] = byte;
        faultOf(changed);
        faultOf(changed.subarray(0, cut));
      },
    ),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      faultOf(bytes);
      faultOf(joined('%PDF-1.7\n', bytes, '\nstartxref\n9\n%%EOF'));
      try {
        inflate(bytes, 100_000);
      } catch (error) {
        assert.ok(error instanceof InvalidPdf);
      }
    }),
    { numRuns: 2000 },
  );
});
