import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { toUtf8 } from '../encoding.ts';
import type { Sign } from '../signature.ts';
import { append, emptyFrontier } from './appender.ts';
import { printCheckpoint, progressOf, readCheckpoint, readSignedCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.ts';
import { cosign } from './cosignature.ts';
import { InvalidLog } from './invalid-log.ts';
import { addSignatures, checkSignatures, openNote, printNote, readNote, readSignatures, signNote } from './note.ts';
import { consistencyProof, inclusionProof } from './proof.ts';
import { readBundle, readTilePath, tilePath, type TileReader } from './tile.ts';
import { checkTlogProof, printTlogProof, readTlogProof } from './tlog-proof.ts';
import { emptyRoot } from './tree.ts';
import {
  printSigningKey,
  printVerifierKey,
  readSigningKey,
  readVerifierKey,
  verifierKey,
  type KeyKind,
  type VerifierKey,
} from './verifier-key.ts';
import { readAddCheckpoint } from './witness.ts';

/** The example of C2SP signed-note. */
const exampleKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const exampleNote = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;
/** The examples of Go's golang.org/x/mod/sumdb/note. */
const goKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const goSecret = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const goText = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const goNote = `${goText}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

const seed = (number: number): Uint8Array => new Uint8Array(32).fill(number);
const signWith =
  (secret: Uint8Array): Sign =>
  (message) =>
    Promise.resolve(ed25519.sign(message, secret));
const keyOf = (name: string, kind: KeyKind, number: number): VerifierKey => verifierKey(name, kind, ed25519.getPublicKey(seed(number)));

const logKey = keyOf('log.example/a', 'ed25519', 1);
const witnessKey = keyOf('witness.example/w', 'cosignature', 2);

test('the published notes of C2SP and of Go are opened by their keys, and ours are the same bytes', async () => {
  assert.equal((await openNote(exampleNote, [readVerifierKey(exampleKey)])).text, 'This is an example message.\n');
  assert.equal((await openNote(goNote, [readVerifierKey(goKey)])).text, goText);
  const secret = readSigningKey(goSecret);
  assert.equal(printSigningKey(secret), goSecret);
  const key = verifierKey(secret.name, secret.kind, ed25519.getPublicKey(secret.seed));
  assert.equal(printVerifierKey(key), goKey);
  assert.equal(printNote({ text: goText, signatures: [await signNote(goText, key, signWith(secret.seed))] }), goNote);
  assert.equal(printNote(readNote(exampleNote)), exampleNote);
});

test('a note is refused without a signature of a trusted key, and when one of a trusted key is false', async () => {
  await assert.rejects(openNote(goNote, [readVerifierKey(exampleKey)]), /no trusted key/);
  await assert.rejects(openNote(goNote.replace('answer', 'question'), [readVerifierKey(goKey)]), /false/);
  const other = { ...keyOf('PeterNeumann', 'ed25519', 5) };
  assert.deepEqual(
    (await checkSignatures(readNote(goNote), [other])).map(({ ok }) => ok),
    [null],
  );
  const [line = ''] = goNote.split('\n').slice(-2);
  const unknown = addSignatures(goNote, readSignatures(`${exampleNote.split('\n').slice(-2)[0]}\n`));
  assert.deepEqual(
    (await openNote(unknown, [readVerifierKey(goKey)])).checked.map(({ ok }) => ok),
    [true, null],
  );
  assert.equal(addSignatures(goNote, readSignatures(`${line}\n`)), goNote);
});

test('texts that are no note, no key and no path are refused with the one error', () => {
  const notes = [
    '',
    'a\n',
    'a\n\n',
    'a\n\n— b\n',
    goNote.slice(0, -1),
    goNote.replace('— ', '- '),
    goNote.replace('Peter', 'Peter Q'),
    goNote.replace('Peter', 'Peter+'),
    goNote.replace('If', 'I\u0000f'),
    goNote.replace('If', 'I\rf'),
    goNote.replace('If', 'I\ud800f'),
    goNote.replace('AM=', 'AN='),
    goNote.replace('x08go/', 'x08g\n/'),
    `a\n\n${'— b AAAAAAAA\n'.repeat(101)}`,
    'a'.repeat(1_000_001),
  ];
  for (const text of notes) assert.throws(() => readNote(text), InvalidLog, JSON.stringify(text.slice(0, 80)));
  const keys = [
    '',
    'a',
    'a+b+c',
    goKey.replace('c74f20a3', 'c74f20a4'),
    goKey.replace('c74f20a3', 'C74F20A3'),
    goKey.replace('Peter', 'Peter '),
    goKey.replace('TW', 'TX'),
    goKey.slice(0, -4),
    goKey.replace('+AR', '+BR'),
    `${'n'.repeat(300)}+00000000+AAAA`,
    goSecret,
  ];
  for (const text of keys) assert.throws(() => readVerifierKey(text), InvalidLog, text);
  assert.throws(() => readSigningKey(goKey), InvalidLog);
  assert.throws(() => verifierKey('a b', 'ed25519', seed(1)), InvalidLog);
  assert.throws(() => verifierKey('a', 'ed25519', new Uint8Array(31)), InvalidLog);
});

test('a tile has one path, and the paths of C2SP are read', () => {
  assert.equal(tilePath({ level: 0, index: 1_234_067, width: 256 }), 'tile/0/x001/x234/067');
  for (const path of ['tile/0/000', 'tile/63/999', 'tile/1/x001/000.p/1', 'tile/entries/x123/x456/789.p/255', 'tile/10/000']) {
    assert.equal(tilePath(readTilePath(path)), path);
  }
  const others = ['', 'tile/64/000', 'tile/00/000', 'tile/0/0', 'tile/0/x000/001', 'tile/0/000.p/0', 'tile/0/000.p/256', 'tile/0/000.p/01'];
  for (const path of [...others, 'tile/0/001/002', '/tile/0/000', 'tile/0/../000', 'tile/data/000', `tile/0/${'x001/'.repeat(6)}000`]) {
    assert.throws(() => readTilePath(path), InvalidLog, path);
  }
  for (const [bytes, width] of [
    [[0], 1],
    [[0, 1], 1],
    [[0, 0, 0], 1],
    [[0, 0], 2],
    [[255, 255, 1], 1],
  ] as const) {
    assert.throws(() => readBundle(new Uint8Array(bytes), width), InvalidLog);
  }
});

const checkpoint: Checkpoint = { origin: logKey.name, size: 20852163, root: seed(9), extensions: [] };

test('a checkpoint has one form', () => {
  const text = printCheckpoint(checkpoint);
  assert.equal(text, 'log.example/a\n20852163\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n');
  assert.deepEqual(readCheckpoint(text), checkpoint);
  assert.deepEqual(readCheckpoint(`${text}more\n`).extensions, ['more']);
  const others = [
    text.slice(0, -1),
    text.replace('20852163', '020852163'),
    text.replace('20852163', '-1'),
    text.replace('20852163', '9007199254740992'),
    text.replace('20852163', '1e3'),
    text.replace('CQk=', 'CQl='),
    text.replace('CQk=', 'CQ=='),
    text.replace('log.example/a', ''),
    `${text}\n`,
    'a\n1\n',
  ];
  for (const other of others) assert.throws(() => readCheckpoint(other), InvalidLog, other);
  assert.throws(() => printCheckpoint({ ...checkpoint, origin: 'a\n1' }), InvalidLog);
});

const entries = [...Array(600).keys()].map((index) => toUtf8(`entry ${index}`));
const { root, pieces } = append(emptyFrontier, entries);
const files = new Map(pieces.map(({ path, bytes }) => [path, bytes]));
const read: TileReader = (tile) => files.get(tilePath(tile));

test('growth is told from a fork, a rollback and another log', async () => {
  const at = (size: number): Checkpoint => ({
    origin: 'a',
    size,
    root: append(emptyFrontier, entries.slice(0, size)).root,
    extensions: [],
  });
  const proof = await consistencyProof(300, 600, read);
  assert.equal(progressOf(at(300), at(600), proof), 'grown');
  assert.equal(progressOf(at(600), at(600), []), 'same');
  assert.equal(progressOf(at(600), at(600), [seed(1)]), 'unproven');
  assert.equal(progressOf(at(600), at(300), proof), 'rollback');
  assert.equal(progressOf(at(600), { ...at(600), root: seed(3) }, []), 'fork');
  assert.equal(progressOf({ ...at(300), root: seed(3) }, at(600), proof), 'unproven');
  assert.equal(progressOf(at(300), { ...at(600), origin: 'b' }, proof), 'foreign');
  assert.equal(progressOf({ ...at(300), size: 0, root: emptyRoot }, at(600), []), 'grown');
  assert.equal(progressOf({ ...at(300), size: 0, root: seed(1) }, at(600), []), 'unproven');
});

const signed = await signCheckpoint({ origin: logKey.name, size: 600, root, extensions: [] }, logKey, signWith(seed(1)));
const cosigned = addSignatures(signed, [await cosign(readNote(signed).text, witnessKey, signWith(seed(2)), 1_679_315_147)]);
const text = printTlogProof({ index: 513, proof: await inclusionProof(513, 600, read), checkpoint: cosigned });
const trust = { logKeys: [logKey], witnessKeys: [witnessKey], quorum: 1 };

test('a proof in one text is checked offline: the entry, the log, the witnesses', async () => {
  const verdict = await checkTlogProof(readTlogProof(text), entries[513]!, trust);
  assert.deepEqual([verdict.ok, verdict.code, verdict.index], [true, 'included', 513]);
  assert.deepEqual(verdict.cosignatures, [{ name: 'witness.example/w', timestamp: 1_679_315_147 }]);
  const code = async (changed: string, entry = entries[513]!, other: Partial<typeof trust> = {}): Promise<string> =>
    (await checkTlogProof(readTlogProof(changed), entry, { ...trust, ...other })).code;
  assert.equal(await code(text, entries[512]), 'not-included');
  assert.equal(await code(text.replace('index 513', 'index 512')), 'not-included');
  assert.equal(await code(text, entries[513], { logKeys: [] }), 'unknown-log');
  assert.equal(await code(text, entries[513], { logKeys: [keyOf('log.example/a', 'ed25519', 7)] }), 'unsigned');
  assert.equal(await code(text, entries[513], { quorum: 2 }), 'few-witnesses');
  assert.equal(await code(text, entries[513], { witnessKeys: [] }), 'few-witnesses');
  assert.equal(await code(text.replace('\n600\n', '\n601\n')), 'false-signature');
  // A witness that is known to sign for itself is no log, and a log no witness.
  assert.equal(await code(text, entries[513], { logKeys: [keyOf('log.example/b', 'ed25519', 1)] }), 'unknown-log');
  assert.equal(printTlogProof(readTlogProof(text)), text);
});

test('the same cosignature twice is one witness, and one with another time is false', async () => {
  const note = readNote(cosigned);
  const twice = printNote({ ...note, signatures: [...note.signatures, note.signatures[1]!] });
  const proof = { ...readTlogProof(text), checkpoint: twice };
  assert.equal((await checkTlogProof(proof, entries[513]!, { ...trust, quorum: 2 })).code, 'few-witnesses');
  const later = note.signatures[1]!.signature.slice();
  later[7]! ^= 1;
  const false_ = printNote({ ...note, signatures: [note.signatures[0]!, { ...note.signatures[1]!, signature: later }] });
  assert.equal((await checkTlogProof({ ...proof, checkpoint: false_ }, entries[513]!, trust)).code, 'false-signature');
});

test('data of the application are carried along', () => {
  const extra = toUtf8('证书 1');
  const with_ = printTlogProof({ ...readTlogProof(text), extra });
  assert.match(with_, /^c2sp\.org\/tlog-proof@v1\nextra \S+\nindex 513\n/);
  assert.deepEqual(readTlogProof(with_).extra, extra);
});

const parsers: readonly (readonly [name: string, sample: string, parse: (text: string) => unknown])[] = [
  ['note', cosigned, readNote],
  ['signatures', cosigned.slice(cosigned.indexOf('—')), readSignatures],
  ['checkpoint', cosigned, readSignedCheckpoint],
  ['proof', text, readTlogProof],
  ['request', `old 0\n\n${signed}`, readAddCheckpoint],
  ['key', goKey, readVerifierKey],
  ['secret', goSecret, readSigningKey],
  ['path', 'tile/entries/x001/234.p/5', readTilePath],
];

test('whatever is done to a text, its reader reads it or throws the one error', () => {
  for (const [name, sample, parse] of parsers) {
    parse(sample);
    const spans = fc.tuple(
      fc.nat({ max: sample.length }),
      fc.nat({ max: 20 }),
      fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('\n', '\n\n', '— ', '=', '+', '0', ' ')),
    );
    fc.assert(
      fc.property(fc.array(spans, { minLength: 1, maxLength: 3 }), (edits) => {
        const changed = edits.reduce((rest, [at, removed, put]) => rest.slice(0, at) + put + rest.slice(at + removed), sample);
        try {
          parse(changed);
        } catch (error) {
          assert.ok(error instanceof InvalidLog, `${name}: ${String(error)}`);
        }
      }),
      { numRuns: 300 },
    );
  }
});

test('one bit changed in a signed proof, and it is refused', async () => {
  const bytes = toUtf8(text);
  for (let at = 0; at < bytes.length; at += 3) {
    const changed = bytes.slice();
    changed[at]! ^= 1 << (at % 8);
    let verdict;
    try {
      verdict = await checkTlogProof(readTlogProof(new TextDecoder('utf-8').decode(changed)), entries[513]!, trust);
    } catch (error) {
      assert.ok(error instanceof InvalidLog, String(error));
      continue;
    }
    assert.equal(verdict.ok, false, `byte ${at}: ${text.slice(at, at + 20)}`);
  }
});
