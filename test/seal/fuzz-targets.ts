/** Every reader of foreign bytes of the package with valid inputs of it, and what must hold whatever it is given. */
import assert from 'node:assert/strict';
import { canonical } from '../../packages/seal/src/canonical.ts';
import { fromHex, InvalidEncoding, sameBytes, toHex, toUtf8 } from '../../packages/seal/src/encoding.ts';
import { readCbor } from '../../packages/seal/src/label/cbor.ts';
import { printDigits, readDigits } from '../../packages/seal/src/label/digits.ts';
import { InvalidLabel } from '../../packages/seal/src/label/invalid-label.ts';
import { checkLabel, readLabel } from '../../packages/seal/src/label/label.ts';
import { printLeaf, readLeaf } from '../../packages/seal/src/leaf.ts';
import { printCheckpoint, readSignedCheckpoint } from '../../packages/seal/src/log/checkpoint.ts';
import { InvalidLog } from '../../packages/seal/src/log/invalid-log.ts';
import { checkSignatures, printNote, readNote } from '../../packages/seal/src/log/note.ts';
import { printBundle, readBundle, readTilePath, tilePath } from '../../packages/seal/src/log/tile.ts';
import { checkTlogProof, printTlogProof, readTlogProof } from '../../packages/seal/src/log/tlog-proof.ts';
import { printVerifierKey, readVerifierKey } from '../../packages/seal/src/log/verifier-key.ts';
import { checkCms } from '../../packages/seal/src/pdf/cms.ts';
import { InvalidPdf, readPdf } from '../../packages/seal/src/pdf/read.ts';
import { checkPdfSignature } from '../../packages/seal/src/pdf/signature.ts';
import { InvalidRecord, readAnyRecord } from '../../packages/seal/src/record.ts';
import { roleOf } from '../../packages/seal/src/verify/files.ts';
import { NoCertificate } from '../../packages/seal/src/verify/input.ts';
import { InvalidRevocationList, printRevocationList, readRevocationList } from '../../packages/seal/src/verify/revocation-list.ts';
import { InvalidTrust, readTrust } from '../../packages/seal/src/verify/trust.ts';
import { verifyCertificate } from '../../packages/seal/src/verify/verify.ts';
import { readCertificate } from '../../packages/seal/src/x509/certificate.ts';
import { checkChain } from '../../packages/seal/src/x509/chain.ts';
import { readDer } from '../../packages/seal/src/x509/der.ts';
import { fromPem, toPem } from '../../packages/seal/src/x509/pem.ts';
import { dccOf } from '../../packages/seal/src/dcc/read.ts';
import { checkRules } from '../../packages/seal/src/dcc/rules.ts';
import { canonicalXml, readXml } from '../../packages/seal/src/xml/document.ts';
import { InvalidXml } from '../../packages/seal/src/xml/invalid-xml.ts';
import { checkXmlSignature } from '../../packages/seal/src/xml/signature.ts';
import { signedPdfOf } from './paper.ts';
import * as city from './sealed-city.ts';

export type Target = {
  readonly name: string;
  /** How many of a thousand inputs it gets. */
  readonly share: number;
  readonly seeds: readonly Uint8Array[];
  /** Throws only what `declared` names; an AssertionError is a defect. */
  readonly read: (bytes: Uint8Array) => unknown;
};

const declared: readonly (abstract new (...args: never) => Error)[] = [
  InvalidEncoding,
  InvalidLabel,
  InvalidLog,
  InvalidPdf,
  InvalidRecord,
  InvalidRevocationList,
  InvalidTrust,
  InvalidXml,
  NoCertificate,
];
/** Whether an error is one that the readers declare. */
export const isDeclared = (error: unknown): boolean => declared.some((one) => error instanceof one);

const bytesOf = (...texts: readonly string[]): Uint8Array[] => texts.map((text) => toUtf8(text));
/** As a text comes from a file: what is no UTF-8 becomes a replacement character. */
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** What a signature of a DCC covers, in one form. */
const covered = (xml: Uint8Array): string =>
  Buffer.from(canonicalXml(xml))
    .toString('utf8')
    .replace(/<ds:Signature[\s\S]*?<\/ds:Signature>/, '');

/** Everything is signed by one invented city, so that what was changed must not be accepted. */
export async function fuzzTargets(): Promise<Target[]> {
  const text = city.recordText('price-computing-scale-pass.json');
  const others = ['sphygmomanometer-pass.json', 'price-computing-scale-fail.json', 'single-phase-energy-meter-pass.json'].map((file) =>
    city.recordText(file),
  );
  const { institute, issuer, number } = JSON.parse(text) as {
    institute: { name: string; creditCode: string | null };
    issuer: string;
    number: string;
  };
  const root = await city.makeRoot('测试市');
  const own = await city.makeInstitute(root, { ...institute, code: issuer });
  const leaf = city.leafOf(text);
  const log = await city.makeLog([
    city.leafOf(others[0] ?? text),
    leaf,
    ...Array.from({ length: 300 }, (_, day) => ({ ...leaf, day: `20${String(10 + (day % 80))}-01-01` })),
  ]);
  const proof = await log.proofOf(leaf, true);
  const trust = await city.trustOf([root], [own], [log], [{ keyId: own.keyId, at: '2030-01-01T00:00:00Z', logSize: 9, reason: 'x' }]);
  const revocations = await city.revocationsOf(log.hand, [
    { number, kind: 'revoked', day: '2026-11-24' },
    { number: `${number}A`, kind: 'replaced', day: '2026-11-24', by: `${number}B` },
  ]);
  const list = revocations.slice(0, revocations.indexOf('\n\n') + 1);
  const xml = toUtf8(await city.dccOf(text, own));
  const small = bytesOf(
    '<a b="1">x<!-- y -->z</a>',
    '<?xml version="1.0"?><d:a xmlns:d="u"><d:b/>&lt;</d:a>',
    `\ufeff<a>${'<b>1</b>'.repeat(20)}</a>`,
  );
  const label = await city.labelOf(text, own);
  const pdf = await signedPdfOf(number, [{ name: 'dcc.xml', content: Buffer.from(xml).toString('utf8').slice(0, 3000) }], own);
  const { signatures } = readPdf(pdf);
  const padded = fromHex(signatures[0]?.contents ?? '');
  // The signature inside may end with a zero of its own, so its end is known by its length: 30 82 and two bytes.
  assert.deepEqual([...padded.subarray(0, 2)], [0x30, 0x82]);
  const cms = padded.subarray(0, 4 + Buffer.from(padded).readUInt16BE(2));
  const range = signatures[0]?.byteRange ?? [0, 0, 0, 0];
  const content = new Uint8Array(Buffer.concat([pdf.subarray(0, range[1]), pdf.subarray(range[2], range[2] + range[3])]));
  const witnesses = [log.witness.key];
  const keys = { logKeys: [log.hand.key], witnessKeys: witnesses };
  const [certificate] = own.chain;
  const labelMessage = readLabel(label).message;
  const noteText = readNote(log.checkpoint).text;
  const xmlText = covered(xml);
  const bundle = printBundle([toUtf8(printLeaf(leaf)), toUtf8('x'), new Uint8Array(0)]);
  const pdfs = [pdf, await signedPdfOf('x', [], own)];

  const readAsText =
    (read: (given: string) => unknown) =>
    (bytes: Uint8Array): unknown =>
      read(textOf(bytes));

  return [
    {
      name: 'note',
      share: 70,
      seeds: bytesOf(log.checkpoint, revocations),
      read: readAsText((given) => assert.equal(printNote(readNote(given)), given)),
    },
    {
      name: 'checkpoint',
      share: 60,
      seeds: bytesOf(log.checkpoint),
      read: readAsText((given) => {
        const { checkpoint, note } = readSignedCheckpoint(given);
        assert.equal(printCheckpoint(checkpoint), note.text);
      }),
    },
    {
      name: 'tlog-proof',
      share: 70,
      seeds: bytesOf(proof, await log.proofOf(leaf)),
      read: readAsText((given) => assert.equal(printTlogProof(readTlogProof(given)), given)),
    },
    {
      name: 'verifier key',
      share: 60,
      seeds: bytesOf(printVerifierKey(log.hand.key), printVerifierKey(log.witness.key)),
      read: readAsText((given) => assert.equal(printVerifierKey(readVerifierKey(given)), given)),
    },
    { name: 'entry bundle', share: 60, seeds: [bundle], read: (given) => assert.ok(sameBytes(printBundle(readBundle(given, 3)), given)) },
    {
      name: 'tile path',
      share: 40,
      seeds: bytesOf('tile/0/x001/x234/067', 'tile/entries/273.p/112'),
      read: readAsText((given) => assert.equal(tilePath(readTilePath(given)), given)),
    },
    {
      name: 'leaf',
      share: 50,
      seeds: bytesOf(printLeaf(leaf)),
      read: readAsText((given) => {
        const found = readLeaf(given);
        if (found !== undefined) assert.equal(printLeaf(found), given);
      }),
    },
    {
      name: 'CBOR',
      share: 80,
      seeds: [readDigits(label.slice(label.lastIndexOf('/') + 1)), fromHex('a201020304'), fromHex('83010203'), fromHex('d28443a10126a0')],
      read: (given) => readCbor(given),
    },
    {
      name: 'decimal digits',
      share: 50,
      seeds: bytesOf(label.slice(label.lastIndexOf('/') + 1), '12345'),
      read: readAsText((given) => assert.equal(printDigits(readDigits(given)), given)),
    },
    {
      name: 'label',
      share: 60,
      seeds: bytesOf(label, label.slice(label.lastIndexOf('/') + 1)),
      read: readAsText((given) => readLabel(given)),
    },
    {
      name: 'signed label',
      share: 12,
      seeds: bytesOf(label),
      read: readAsText(async (given) => {
        const read = readLabel(given);
        if ((await checkLabel(read, [{ algorithm: 'ecdsa-p256', publicKey: own.spki }])).ok)
          assert.equal(toHex(read.message), toHex(labelMessage));
      }),
    },
    { name: 'DER', share: 70, seeds: [certificate, cms], read: (given) => readDer(given) },
    { name: 'certificate (X.509)', share: 60, seeds: [certificate, root.certificate], read: (given) => readCertificate(given) },
    {
      name: 'chain',
      share: 6,
      seeds: [certificate],
      read: async (given) => {
        if ((await checkChain(given, [], [root.certificate], '2026-11-27')).ok)
          assert.ok(sameBytes(readCertificate(given).signed.whole, readCertificate(certificate).signed.whole));
      },
    },
    {
      name: 'PEM',
      share: 30,
      seeds: bytesOf(toPem('CERTIFICATE', certificate)),
      read: readAsText((given) => fromPem('CERTIFICATE', given)),
    },
    {
      name: 'CMS',
      share: 10,
      seeds: [cms],
      read: async (given) => {
        const { fault } = await checkCms(given, content, true);
        // The signature covers the content, which is not changed here; other bytes of the structure must not make it another signer's.
        if (fault === null || fault === undefined) assert.ok(given.length >= 100);
      },
    },
    { name: 'PDF', share: 40, seeds: pdfs, read: (given) => readPdf(given) },
    {
      name: 'signed PDF',
      share: 6,
      seeds: [pdf],
      read: async (given) => {
        if ((await checkPdfSignature(given)).ok) assert.ok(sameBytes(given, pdf), 'a PDF that was changed is accepted');
      },
    },
    { name: 'XML', share: 45, seeds: small, read: (given) => readXml(given) },
    {
      name: 'DCC',
      share: 8,
      seeds: [xml],
      read: (given) => {
        const tree = readXml(given);
        dccOf(tree);
        checkRules(tree);
      },
    },
    {
      name: 'signed XML',
      share: 4,
      seeds: [xml],
      read: async (given) => {
        if ((await checkXmlSignature(given)).ok === true) assert.equal(covered(given), xmlText, 'XML that was changed is accepted');
      },
    },
    {
      name: 'record',
      share: 18,
      seeds: bytesOf(text, ...others),
      read: readAsText((given) => assert.equal(canonical(readAnyRecord(given)), given)),
    },
    {
      name: 'revocation list',
      share: 60,
      seeds: bytesOf(list),
      read: readAsText((given) => assert.equal(printRevocationList(readRevocationList(given)), given)),
    },
    { name: 'list of trust', share: 25, seeds: bytesOf(trust), read: readAsText((given) => readTrust(given)) },
    {
      name: 'signed note',
      share: 8,
      seeds: bytesOf(log.checkpoint),
      read: readAsText(async (given) => {
        const note = readNote(given);
        if ((await checkSignatures(note, [log.hand.key, ...witnesses])).some(({ ok }) => ok === true)) assert.equal(note.text, noteText);
      }),
    },
    {
      name: 'proof of inclusion',
      share: 8,
      seeds: bytesOf(proof),
      read: readAsText(async (given) => {
        const read = readTlogProof(given);
        if ((await checkTlogProof(read, toUtf8(printLeaf(leaf)), keys)).ok)
          assert.deepEqual([read.index, readNote(read.checkpoint).text], [1, noteText]);
      }),
    },
    {
      name: 'kind of file',
      share: 30,
      seeds: [pdf, xml, ...bytesOf(label, trust, proof)].map((one) => one.subarray(0, 2000)),
      read: (given) => roleOf(given),
    },
    {
      name: 'whole verifier',
      share: 3,
      seeds: [xml, pdf, ...bytesOf(label, text)],
      read: async (given) => {
        const found = await verifyCertificate(given, { trust, proof, revocations, at: '2026-11-27' });
        for (const { ok, reason } of Object.values(found)) {
          assert.ok(ok === null || typeof ok === 'boolean');
          for (const words of reason) assert.doesNotMatch(words, /[\p{Cc}\u202e]|\{\w+\}/u);
        }
      },
    },
  ];
}
