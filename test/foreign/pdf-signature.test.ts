/** The signature of a paper, looked at by poppler, qpdf and OpenSSL, and every kind of damage to it. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readRecord } from '@tongheng/seal/record';
import { readPdf } from '@tongheng/seal/pdf/read';
import { checkPdfSignature, signPdf, type PdfSigner } from '@tongheng/seal/pdf/signature';
import { printPaper } from '../../app/measure/certificate/service/paper/print.ts';
import { runTool, unlessInstalled } from '../support/foreign-tool.ts';
import { makeSigner } from './pdf-keys.ts';

const vectors = new URL('../../packages/seal/vectors/records/', import.meta.url);
const record = readRecord(readFileSync(new URL('price-computing-scale-pass.json', vectors), 'utf8'));
const dcc = new TextEncoder().encode('<dcc>一份签名的数字证书</dcc>');
const at = '2026-05-21T09:30:00+08:00';

const folder = mkdtempSync(join(tmpdir(), 'tongheng-pdf-'));
after(() => rmSync(folder, { recursive: true }));
const inFolder = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const pem = (kind: string, der: Uint8Array): string =>
  `-----BEGIN ${kind}-----\n${(
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END ${kind}-----\n`;

let paper: Uint8Array;
let signer: PdfSigner & { readonly pkcs8: Uint8Array };
let signed: Uint8Array;

before(async () => {
  signer = await makeSigner();
  paper = await printPaper(record, {
    dcc,
    labelText: `HTTPS://EXAMPLE.CN/Q/${'0123456789'.repeat(38)}`,
    checkCode: 'A7KX9PMW',
    watermark: false,
    form: 'whole',
  });
  signed = await signPdf(paper, signer, at);
});

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

/** A further revision behind a file, which has this object. */
function revised(pdf: Uint8Array, number: number, body: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? '';
  const root = /\/Root (\d+ \d+ R)/.exec(text)?.[1] ?? '';
  const object = `${number} 0 obj\n${body}\nendobj\n`;
  const table = `xref\n${number} 1\n${String(pdf.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 9999 /Root ${root} /Prev ${previous} >>\n`;
  return joined(pdf, latin(`${object}${table}startxref\n${pdf.length + object.length}\n%%EOF\n`));
}

test('the paper stays as it was, and the signature covers all of the file behind it', async () => {
  assert.deepEqual(signed.subarray(0, paper.length), paper);
  const answer = await checkPdfSignature(signed);
  assert.deepEqual([answer.ok, answer.code, answer.coversAll, answer.claimedTime], [true, 'valid', true, "D:20260521093000+08'00'"]);
  assert.deepEqual(answer.signer, signer.chain);
});

test('what was attached is read from the signed file, and its metadata are those of the paper', () => {
  const [attachment, ...others] = readPdf(signed).attachments;
  assert.equal(others.length, 0);
  assert.deepEqual(
    { ...attachment, bytes: Buffer.from(attachment?.bytes ?? []).toString() },
    { name: 'dcc.xml', mimeType: 'application/xml', relationship: 'Source', bytes: new TextDecoder().decode(dcc) },
  );
  const metadata = (pdf: Uint8Array): string | undefined => /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(Buffer.from(pdf).toString('latin1'))?.[0];
  assert.ok(metadata(paper)?.includes('<pdfaid:part>3</pdfaid:part>'));
  assert.ok(metadata(paper)?.includes('<pdfaid:conformance>U</pdfaid:conformance>'));
  assert.equal(metadata(signed), metadata(paper));
});

test('pdfsig calls the signature valid and the whole document signed', unlessInstalled('pdfsig'), () => {
  const { output } = runTool('pdfsig', ['-nocert', inFolder('signed.pdf', signed)]);
  assert.match(output, /Signature is Valid/);
  assert.match(output, /Total document signed/);
  assert.match(output, /Signature Type: ETSI\.CAdES\.detached/);
});

test('pdfsig trusts the signer when the root is in its database', unlessInstalled('pdfsig', 'certutil'), () => {
  const database = mkdtempSync(join(folder, 'nss-'));
  runTool('certutil', ['-N', '-d', `sql:${database}`, '--empty-password']);
  const root = inFolder('root.der', signer.chain[1] ?? new Uint8Array());
  runTool('certutil', ['-A', '-d', `sql:${database}`, '-n', 'root', '-t', 'CT,C,C', '-i', root]);
  const { output } = runTool('pdfsig', ['-nssdir', database, inFolder('trusted.pdf', signed)]);
  assert.match(output, /Certificate is Trusted/);
});

test('qpdf finds nothing wrong in the paper and in the signed file', unlessInstalled('qpdf'), () => {
  for (const [name, bytes] of [['paper.pdf', paper] as const, ['checked.pdf', signed] as const]) {
    const { code, output } = runTool('qpdf', ['--check', inFolder(name, bytes)]);
    assert.equal(code, 0, output);
    assert.match(output, /No syntax or stream encoding errors found/);
  }
});

const partsOf = (pdf: Uint8Array) => {
  const [signature] = readPdf(pdf).signatures;
  assert.ok(signature);
  const [first, length, second, rest] = signature.byteRange;
  return { signature, content: joined(pdf.subarray(first, first + length), pdf.subarray(second, second + rest)) };
};

test('OpenSSL verifies the same signature as CAdES, up to the root', unlessInstalled('openssl'), () => {
  const { signature, content } = partsOf(signed);
  const cms = inFolder('cms.der', Buffer.from(signature.contents, 'hex'));
  const { code, errors } = runTool('openssl', [
    'cms',
    '-verify',
    '-cades',
    '-binary',
    '-inform',
    'DER',
    '-in',
    cms,
    '-content',
    inFolder('content.bin', content),
    '-CAfile',
    inFolder('root.pem', pem('CERTIFICATE', signer.chain[1] ?? new Uint8Array())),
    '-purpose',
    'any',
    '-out',
    join(folder, 'out.bin'),
  ]);
  assert.equal(code, 0, errors);
});

/** The signed file with another signature in the place of ours. */
function withCms(cms: Uint8Array): Uint8Array {
  const { signature } = partsOf(signed);
  const text = Buffer.from(cms).toString('hex').padEnd(signature.contents.length, '0');
  assert.equal(text.length, signature.contents.length);
  return joined(signed.subarray(0, signature.byteRange[1] + 1), latin(text), signed.subarray(signature.byteRange[2] - 1));
}

for (const [name, key, digest, more] of [
  ['RSA and SHA-256', ['rsa:2048'], 'sha256', []],
  ['RSA-PSS and SHA-256', ['rsa:2048'], 'sha256', ['-keyopt', 'rsa_padding_mode:pss']],
  ['P-384 and SHA-384', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], 'sha384', []],
] as const) {
  test(`a signature that OpenSSL made with ${name} is checked`, unlessInstalled('openssl'), async () => {
    const [certificate, secret] = [join(folder, 'foreign.pem'), join(folder, 'foreign.key')];
    const made = runTool('openssl', [
      'req',
      '-x509',
      '-newkey',
      ...key,
      '-nodes',
      '-keyout',
      secret,
      '-out',
      certificate,
      '-days',
      '365',
      '-subj',
      '/CN=foreign',
    ]);
    assert.equal(made.code, 0, made.errors);
    const { content } = partsOf(signed);
    const input = inFolder('content.bin', content);
    const out = join(folder, 'foreign.der');
    const { code, errors } = runTool('openssl', [
      'cms',
      '-sign',
      '-binary',
      '-cades',
      '-in',
      input,
      '-md',
      digest,
      '-signer',
      certificate,
      '-inkey',
      secret,
      '-outform',
      'DER',
      '-nosmimecap',
      '-out',
      out,
      ...more,
    ]);
    assert.equal(code, 0, errors);
    const foreign = withCms(readFileSync(out));
    assert.deepEqual((await checkPdfSignature(foreign)).code, 'valid');
    const changed = Uint8Array.from(foreign);
    changed[400] = (changed[400] ?? 0) ^ 1;
    assert.notEqual((await checkPdfSignature(changed)).ok, true);
  });
}

/** The same places each time, spread over the file by a linear congruence. */
const places = (count: number, length: number): number[] => {
  let state = 20260521;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % length;
  });
};

test('a byte changed anywhere is never accepted', async () => {
  const { signature } = partsOf(signed);
  const inside = places(100, signature.contents.length).map((place) => signature.byteRange[1] + 1 + place);
  for (const place of [...places(200, signed.length), ...inside]) {
    for (const change of [1, 0x20, 0x80]) {
      const changed = Uint8Array.from(signed);
      changed[place] = (changed[place] ?? 0) ^ change;
      const answer = await checkPdfSignature(changed);
      assert.equal(answer.ok, false, `byte ${place} by ${change}: ${answer.code}`);
    }
  }
});

test('a file that is cut off is refused as cut off or damaged, never as changed', async () => {
  for (const length of [0, 4, 1000, paper.length, signed.length - 200, signed.length - 8]) {
    const { ok, code } = await checkPdfSignature(signed.subarray(0, length));
    assert.equal(ok, false);
    assert.ok(['no-pdf', 'truncated', 'damaged', 'unsigned', 'range'].includes(code), `${length}: ${code}`);
  }
});

test('what is added behind the signature is told, be it white space or a revision', async () => {
  const spaced = await checkPdfSignature(joined(signed, latin('\n')));
  assert.deepEqual([spaced.ok, spaced.code, spaced.coversAll], [false, 'appended', false]);
  const again = await checkPdfSignature(revised(signed, 9000, '<< /Added true >>'));
  assert.deepEqual([again.ok, again.code], [false, 'appended']);
});

test('a second signature is told apart from the first', async () => {
  const { signature } = partsOf(signed);
  const body = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [${signature.byteRange.join(' ')}] /Contents <${signature.contents}> >>`;
  const answer = await checkPdfSignature(revised(signed, 9000, body));
  assert.deepEqual([answer.ok, answer.code], [false, 'several']);
  assert.match(answer.reason[1], /No\. 1: .*No\. 2: /);
});

test('a signature of another file is refused', async () => {
  const other = await signPdf(
    await printPaper({ ...record, issuedOn: '2026-05-22' }, { checkCode: 'A7KX9PMW', watermark: false, form: 'whole' }),
    signer,
    at,
  );
  const { signature } = partsOf(other);
  const { code } = await checkPdfSignature(withCms(Buffer.from(signature.contents.replace(/(00)+$/, ''), 'hex')));
  assert.equal(code, 'changed');
});

test('another attachment in a signed file is refused, and reading gives what stands there', async () => {
  const text = Buffer.from(signed).toString('latin1');
  const file = /(\d+) 0 obj\s*<<[^>]*\/Type \/EmbeddedFile[^]*?>>\s*stream/.exec(text)?.[1];
  assert.ok(file !== undefined, 'the embedded file was found');
  const swapped = revised(
    signed,
    Number(file),
    '<< /Type /EmbeddedFile /Subtype /application#2Fxml /Length 8 >>\nstream\n<other/>\nendstream',
  );
  assert.equal(Buffer.from(readPdf(swapped).attachments[0]?.bytes ?? []).toString(), '<other/>');
  assert.equal((await checkPdfSignature(swapped)).code, 'appended');
});

test('a paper without a signature says so; a seal that is signed above is named, and one put on afterwards speaks for the file', async () => {
  assert.equal((await checkPdfSignature(paper)).code, 'unsigned');
  const authority = await makeSigner();
  const sealed = await signPdf(paper, authority, at);
  const above = await signPdf(sealed, signer, at);
  assert.ok(Buffer.from(above.subarray(0, sealed.length)).equals(Buffer.from(sealed)), 'what was sealed stays as it was');
  const answer = await checkPdfSignature(above);
  assert.deepEqual([answer.ok, answer.code, answer.beneath.length], [true, 'valid', 1]);
  assert.deepEqual(answer.signer?.[0], signer.chain[0]);
  assert.equal(readPdf(above).attachments.length, 1);
  const changed = Uint8Array.from(above);
  const mark = Buffer.from(above).indexOf('/Producer');
  changed[mark + 14] = (changed[mark + 14] ?? 0) ^ 1;
  assert.deepEqual([(await checkPdfSignature(changed)).ok, (await checkPdfSignature(changed)).code], [false, 'several']);
  const later = await checkPdfSignature(await signPdf(signed, authority, at));
  assert.deepEqual(later.signer?.[0], authority.chain[0]);
});

test(
  'a seal beneath and the signature above it are both valid for pdfsig, and qpdf reads the file',
  unlessInstalled('pdfsig', 'qpdf'),
  async () => {
    const above = await signPdf(await signPdf(paper, await makeSigner(), at), signer, at);
    const path = inFolder('above.pdf', above);
    const { output } = runTool('pdfsig', ['-nocert', path]);
    assert.equal(output.match(/Signature is Valid/g)?.length, 2, output);
    const { code, output: said } = runTool('qpdf', ['--check', path]);
    assert.equal(code, 0, said);
  },
);
