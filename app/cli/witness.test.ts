import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { ed25519 } from '@noble/curves/ed25519.js';
import { append, emptyFrontier } from '@tongheng/seal/log/appender';
import { readSignedCheckpoint, signCheckpoint } from '@tongheng/seal/log/checkpoint';
import { addSignatures, openNote, readSignatures } from '@tongheng/seal/log/note';
import { consistencyProof, rootFromTiles } from '@tongheng/seal/log/proof';
import { tilePath, type TileReader } from '@tongheng/seal/log/tile';
import { printVerifierKey, readVerifierKey, verifierKey, type VerifierKey } from '@tongheng/seal/log/verifier-key';
import { printAddCheckpoint, readConflict } from '@tongheng/seal/log/witness';
import { command } from '../../test/support/command.ts';
import { root as checkout, tongheng } from '../../test/support/program.ts';
import { BadInput } from './command.ts';
import { makeWitness, WitnessState } from './witness-state.ts';

const seed = new Uint8Array(32).fill(1);
const logKey = verifierKey('log.example/a', 'ed25519', ed25519.getPublicKey(seed));
const sign = (message: Uint8Array): Promise<Uint8Array> => Promise.resolve(ed25519.sign(message, seed));
const most = 4000;

/** Two histories of one log, signed by one key, that part after ten entries. */
function history(mark: string): TileReader {
  const entries = [...Array(most).keys()].map((index) => Buffer.from(`${index < 10 ? '' : mark}${index}`));
  const files = new Map(append(emptyFrontier, entries).pieces.map(({ path, bytes }) => [path, bytes]));
  return (tile) => {
    const full = files.get(tilePath({ ...tile, width: 256 }));
    const [edge] =
      full === undefined
        ? [...files].filter(([path]) => path.startsWith(`${tilePath({ ...tile, width: 256 })}.p/`)).map(([, bytes]) => bytes)
        : [full];
    return edge?.subarray(0, tile.width * 32);
  };
}
const histories = { a: history('a'), b: history('b') };
type Mark = keyof typeof histories;

async function requestOf(mark: Mark, oldSize: number, size: number): Promise<{ readonly body: string; readonly signed: string }> {
  const root = await rootFromTiles(size, histories[mark]);
  const signed = await signCheckpoint({ origin: logKey.name, size, root, extensions: [] }, logKey, sign);
  return {
    signed,
    body: printAddCheckpoint({ oldSize, signed, proof: oldSize === 0 ? [] : await consistencyProof(oldSize, size, histories[mark]) }),
  };
}

type Running = { readonly child: ChildProcess; readonly url: string; readonly ended: Promise<unknown> };
async function startWitness(folder: string): Promise<Running> {
  const child = spawn(
    process.execPath,
    [
      '--no-maglev',
      join(checkout, 'app/cli.ts'),
      'witness',
      '--lang',
      'en',
      '--data',
      folder,
      '--port',
      '0',
      '--log',
      printVerifierKey(logKey),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise((done) => child.once('close', done));
  let output = '';
  const url = await new Promise<string>((done, failed) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const [, found] = /(http:\/\/\S+)\n[^]*witnesses/.exec(output) ?? [];
      if (found !== undefined) done(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', () => failed(new Error(output)));
  });
  return { child, url, ended };
}

const post = (url: string, body: string): Promise<Response> => fetch(`${url}/add-checkpoint`, { method: 'POST', body });
const originHash = createHash('sha256').update(logKey.name).digest('hex');

async function withWitness(work: (folder: string, key: VerifierKey) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-witness-'));
  try {
    await work(folder, makeWitness(folder, 'witness.example/w'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a witness answers as C2SP tlog-witness says, and remembers after a restart', () =>
  withWitness(async (folder, key) => {
    let running = await startWitness(folder);
    try {
      const first = await requestOf('a', 0, 300);
      const cosigned = await post(running.url, first.body);
      assert.equal(cosigned.status, 200);
      const note = addSignatures(first.signed, readSignatures(await cosigned.text()));
      const { checked } = await openNote(note, [logKey, key]);
      assert.deepEqual(
        checked.map(({ ok }) => ok),
        [true, true],
      );
      assert.ok(Math.abs(Number(checked[1]?.timestamp) - Date.now() / 1000) < 60);
      const conflict = await post(running.url, first.body);
      assert.deepEqual(
        [conflict.status, conflict.headers.get('content-type'), readConflict(await conflict.text())],
        [409, 'text/x.tlog.size', 300],
      );
      assert.equal((await post(running.url, (await requestOf('b', 300, 500)).body)).status, 422);
      assert.equal((await post(running.url, (await requestOf('b', 300, 300)).body)).status, 422);
      assert.equal(readdirSync(join(folder, 'evidence')).length, 2);
      assert.equal((await post(running.url, 'old 1\n\nx')).status, 400);
      assert.equal((await post(running.url, first.body.replaceAll('log.example/a', 'log.example/z'))).status, 404);
      assert.equal((await post(running.url, first.body.replace('\n300\n', '\n301\n'))).status, 403);
      assert.equal((await post(running.url, 'x'.repeat(1_000_000)).catch(() => ({ status: 400 }))).status, 400);
      assert.equal((await fetch(`${running.url}/add-checkpoint`, { method: 'PUT', body: '' })).status, 405);
      assert.equal((await fetch(`${running.url}/anything`)).status, 404);
      assert.equal(await (await fetch(running.url)).text(), `${printVerifierKey(key)}\n`);
      running.child.kill('SIGTERM');
      await running.ended;
      running = await startWitness(folder);
      assert.equal(await (await fetch(`${running.url}/${originHash}/checkpoint`)).text(), note);
      assert.equal((await post(running.url, (await requestOf('a', 300, 301)).body)).status, 200);
      const twice = await tongheng(['witness', '--data', folder, '--port', '0', '--log', printVerifierKey(logKey), '--lang', 'en']);
      assert.deepEqual([twice.code, /in use by process/.test(twice.error)], [1, true], twice.error);
    } finally {
      running.child.kill('SIGKILL');
      await running.ended;
    }
  }));

test('a witness without its memory, with one that is damaged or of another key does not start, and none is overwritten', () =>
  withWitness((folder) => {
    const start = (): WitnessState => new WitnessState(folder);
    start();
    assert.throws(() => makeWitness(folder, 'witness.example/w'), BadInput);
    const state = readFileSync(join(folder, 'state.json'), 'utf8');
    const others = [
      '',
      '{}',
      state.slice(0, -3),
      state.replace(/"keyId":"\w+"/, '"keyId":"00000000"'),
      state.replace('"logs":{}', '"logs":{"a":{"size":1}}'),
      state.replace('"logs":{}', '"logs":null'),
    ];
    for (const text of others) {
      writeFileSync(join(folder, 'state.json'), text);
      assert.throws(start, BadInput, text);
    }
    rmSync(join(folder, 'state.json'));
    assert.throws(start, /Do not go on with its key/);
    assert.throws(() => makeWitness(folder, 'witness.example/w'), BadInput, 'the key is still there');
    return Promise.resolve();
  }));

test('the command makes a witness once, and wants to know which logs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-witness-'));
  try {
    const { code, out } = await command(['witness', 'key', 'witness.example/w', '--data', join(folder, 'new')]);
    assert.equal(code, 0);
    assert.equal(readVerifierKey(out.trim()).kind, 'cosignature');
    assert.equal((await command(['witness', '--data', join(folder, 'new')])).code, 2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

// More rounds for a long run: WITNESS_KILLS=200.
const kills = Number(process.env['WITNESS_KILLS'] ?? 4);

test('killed at any moment, a witness never cosigns two histories of a log', { timeout: 600_000 }, () =>
  withWitness(async (folder, key) => {
    const cosigned: { readonly mark: Mark; readonly size: number }[] = [];
    let refused = 0;
    for (let round = 0; round < kills; round += 1) {
      const running = await startWitness(folder);
      const kept = await fetch(`${running.url}/${originHash}/checkpoint`);
      const size = kept.status === 200 ? readSignedCheckpoint(await kept.text()).checkpoint.size : 0;
      const largest = Math.max(0, ...cosigned.map((one) => one.size));
      assert.ok(size >= largest, `remembers ${size} after having cosigned ${largest}`);
      // Both histories push at once, each from whatever size the witness says.
      let isOver = false;
      const push = async (mark: Mark): Promise<void> => {
        let known = size;
        while (!isOver) {
          const next = Math.min(most, Math.max(20, known) + 1 + ((known * 7 + mark.charCodeAt(0)) % 5));
          const { body, signed } = await requestOf(mark, known, next);
          try {
            const answer = await post(running.url, body);
            const text = await answer.text();
            if (answer.status === 200) {
              await openNote(addSignatures(signed, readSignatures(text)), [key]);
              cosigned.push({ mark, size: next });
              known = next;
            } else if (answer.status === 409) known = readConflict(text) ?? 0;
            else {
              assert.equal(answer.status, 422);
              refused += 1;
              await wait(5);
            }
          } catch (error) {
            if (error instanceof assert.AssertionError) throw error;
            return;
          }
        }
      };
      const pushing = Promise.all([push('a'), push('b')]);
      await wait(Math.random() * 250);
      running.child.kill('SIGKILL');
      await running.ended;
      isOver = true;
      await pushing;
    }
    assert.ok(cosigned.length > 0 && refused > 0, `${cosigned.length} cosigned, ${refused} refused`);
    assert.equal(new Set(cosigned.map(({ mark }) => mark)).size, 1, 'one history only');
  }),
);
