import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ed25519 } from '@noble/curves/ed25519.js';
import { toUtf8 } from '../encoding.ts';
import type { Sign } from '../signature.ts';
import { append, emptyFrontier } from './appender.ts';
import { signCheckpoint } from './checkpoint.ts';
import { consistencyProof } from './proof.ts';
import { tilePath, type TileReader } from './tile.ts';
import { emptyRoot } from './tree.ts';
import { verifierKey } from './verifier-key.ts';
import { checkRequest, decide, printAddCheckpoint, readAddCheckpoint, readConflict, type Remembered } from './witness.ts';

const secret = new Uint8Array(32).fill(3);
const key = verifierKey('log.example/a', 'ed25519', ed25519.getPublicKey(secret));
const sign: Sign = (message) => Promise.resolve(ed25519.sign(message, secret));

function logOf(mark: string, size: number): { root: Uint8Array; read: TileReader } {
  const { root, pieces } = append(
    emptyFrontier,
    [...Array(size).keys()].map((index) => toUtf8(index < 5 ? `${index}` : `${mark}${index}`)),
  );
  const files = new Map(pieces.map(({ path, bytes }) => [path, bytes]));
  return { root, read: (tile) => files.get(tilePath(tile)) };
}
async function requestOf(mark: string, oldSize: number, size: number): Promise<string> {
  const { root, read } = logOf(mark, size);
  const signed = await signCheckpoint({ origin: key.name, size, root, extensions: [] }, key, sign);
  return printAddCheckpoint({ oldSize, proof: oldSize === 0 || oldSize > size ? [] : await consistencyProof(oldSize, size, read), signed });
}
const remember = (mark: string, size: number): Remembered => ({ size, root: size === 0 ? emptyRoot : logOf(mark, size).root });
const answer = async (body: string, remembered?: Remembered): Promise<number> => decide(await checkRequest(body, [key]), remembered).status;

test('a witness cosigns what continues the tree that it remembers, and the same tree again', async () => {
  const first = decide(await checkRequest(await requestOf('a', 0, 8), [key]), undefined);
  assert.ok(first.status === 200 && first.next.size === 8 && first.origin === key.name && first.logSignatures.length === 1);
  assert.equal(await answer(await requestOf('a', 8, 20), first.next), 200);
  assert.equal(await answer(await requestOf('a', 8, 8), first.next), 200);
  assert.equal(await answer(await requestOf('a', 0, 0)), 200);
});

test('a fork, a rollback, a wrong old size and a proof that does not hold are refused, each with its status', async () => {
  assert.equal(await answer(await requestOf('b', 8, 20), remember('a', 8)), 422);
  assert.equal(await answer(await requestOf('b', 8, 8), remember('a', 8)), 422);
  assert.equal(await answer(await requestOf('a', 8, 20), remember('a', 20)), 409);
  assert.equal(await answer(await requestOf('a', 0, 20), remember('a', 8)), 409);
  assert.equal(await answer(await requestOf('a', 8, 20)), 409);
  assert.equal(await answer(await requestOf('a', 20, 8), remember('a', 20)), 400);
  const body = await requestOf('a', 8, 20);
  const lines = body.split('\n');
  assert.equal(await answer([lines[0], ...lines.slice(2)].join('\n'), remember('a', 8)), 422);
  assert.equal(await answer(body.replace('old 8\n', `old 0\n`)), 422, 'from nothing there is nothing to prove');
  const conflict = decide(await checkRequest(body, [key]), remember('a', 12));
  assert.ok(conflict.status === 409 && conflict.size === 12);
  const nothing = await signCheckpoint({ origin: key.name, size: 0, root: logOf('a', 1).root, extensions: [] }, key, sign);
  assert.equal(await answer(printAddCheckpoint({ oldSize: 0, proof: [], signed: nothing })), 422);
});

test('form, log and signature are looked at first', async () => {
  const body = await requestOf('a', 0, 8);
  assert.equal(await answer(body.replace('old 0', 'old 00')), 400);
  assert.equal(await answer(body.replace('old 0', 'size 0')), 400);
  assert.equal(await answer(body.slice(0, -1)), 400);
  assert.equal(await answer('x'.repeat(300_000)), 400);
  assert.equal(await answer(`old 1\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n${readAddCheckpoint(body).signed}`), 400);
  assert.equal(await answer(body.replaceAll('log.example/a', 'log.example/b')), 404);
  assert.equal(await answer(body.replace('\n8\n', '\n9\n')), 403, 'a signature of a trusted key that is false');
  assert.equal(await answer(body.replace('— log.example/a', '— log.example/c')), 403, 'no signature of a trusted key');
});

test('a size in the answer of a witness is read in its one form', () => {
  assert.equal(readConflict('20852163\n'), 20852163);
  for (const body of ['', '1', '01\n', '-1\n', '1 \n', '9007199254740992\n']) assert.equal(readConflict(body), undefined);
});
