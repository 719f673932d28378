import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { ed25519 } from '@noble/curves/ed25519.js';
import { append, emptyFrontier } from '@tongheng/seal/log/appender';
import { signCheckpoint } from '@tongheng/seal/log/checkpoint';
import { cosign } from '@tongheng/seal/log/cosignature';
import { addSignatures, readNote } from '@tongheng/seal/log/note';
import { emptyRoot } from '@tongheng/seal/log/tree';
import { printVerifierKey, verifierKey, type KeyKind } from '@tongheng/seal/log/verifier-key';
import { runTool } from '../../test/support/foreign-tool.ts';
import type { Language } from '../kernel/text.ts';
import { command } from '../../test/support/command.ts';
import { BadInput, type ExitCode } from './command.ts';
import { makeIo } from './io.ts';
import { logCommands } from './log.ts';

const seedOf = (number: number): Uint8Array => new Uint8Array(32).fill(number);
const signWith = (seed: Uint8Array) => (message: Uint8Array) => Promise.resolve(ed25519.sign(message, seed));
const keyOf = (name: string, kind: KeyKind, number: number) => verifierKey(name, kind, ed25519.getPublicKey(seedOf(number)));
const logKey = keyOf('log.example/a', 'ed25519', 1);
const witnessKey = keyOf('witness.example/w', 'cosignature', 2);
const [log, witness] = [printVerifierKey(logKey), printVerifierKey(witnessKey)];

/** Writes a log whose entries from the third on bear the mark, with the checkpoint of each size. */
async function writeLog(folder: string, mark: string, sizes: readonly number[]): Promise<void> {
  let frontier = emptyFrontier;
  for (const size of sizes) {
    const entries = [...Array(size - frontier.size).keys()].map((index) =>
      Buffer.from(`${frontier.size + index < 2 ? '' : mark}${frontier.size + index}`),
    );
    const grown = append(frontier, entries);
    for (const { path, bytes } of grown.pieces) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    frontier = grown.frontier;
    const signed = await signCheckpoint({ origin: logKey.name, size, root: grown.root, extensions: [] }, logKey, signWith(seedOf(1)));
    const cosigned = addSignatures(signed, [await cosign(readNote(signed).text, witnessKey, signWith(seedOf(2)), 1_800_000_000)]);
    writeFileSync(join(folder, 'checkpoint'), cosigned);
    writeFileSync(join(folder, `checkpoint.${size}`), cosigned);
  }
}

/** The command as the program runs it, without starting the program for each question. */
async function logVerify(
  place: readonly string[],
  options: { key?: readonly string[]; since?: string; json?: boolean; language?: Language } = {},
) {
  const said: string[] = [];
  const { key, since, json = false, language = 'en' } = options;
  const say = (line: string): void => void said.push(line);
  const io = makeIo({ out: say, error: say, input: Readable.from([]), environment: {} });
  const values = { ...(key === undefined ? {} : { key }), ...(since === undefined ? {} : { since }) };
  const code = await logCommands[0]!.run({ positionals: place, values, language, json, io }).catch((error: unknown): ExitCode => {
    if (!(error instanceof BadInput)) throw error;
    said.push(error.text[1]);
    return 2;
  });
  return { code, out: said.join('\n') };
}

type Answer = {
  readonly size: number | null;
  readonly root: string | null;
  readonly ok: boolean;
  readonly signatures: readonly {
    readonly name: string;
    readonly kind: string | null;
    readonly ok: boolean | null;
    readonly timestamp: string | null;
  }[];
  readonly faults: readonly { readonly path: string; readonly kind: string }[];
  readonly since: { readonly size: number; readonly progress: string; readonly consistent: boolean | null } | null;
};
async function verified(
  place: string,
  key: readonly string[] = [],
  since?: string,
): Promise<{ readonly code: number; readonly answer: Answer }> {
  const { code, out } = await logVerify([place], { key, json: true, ...(since === undefined ? {} : { since }) });
  return { code, answer: JSON.parse(out) as Answer };
}

describe('tongheng log verify', () => {
  let folder: string;
  let whole: string;
  let changed: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tongheng-log-'));
    [whole, changed] = [join(folder, 'whole'), join(folder, 'changed')];
    await writeLog(whole, 'a', [300, 1000]);
    await writeLog(join(folder, 'fork'), 'b', [300, 1000]);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const change = (path: string, work: (file: string) => void): void => {
    rmSync(changed, { recursive: true, force: true });
    cpSync(whole, changed, { recursive: true });
    work(join(changed, path));
  };

  test('a whole log is recomputed, and each signature is judged by the keys that were given', async () => {
    const { code, answer } = await verified(whole, [log, witness]);
    assert.deepEqual([code, answer.ok, answer.size, answer.faults], [0, true, 1000, []]);
    assert.match(String(answer.root), /^[A-Za-z0-9+/]{43}=$/);
    assert.deepEqual(
      answer.signatures.map(({ name, kind, ok, timestamp }) => [name, kind, ok, timestamp]),
      [
        ['log.example/a', 'log', true, null],
        ['witness.example/w', 'witness', true, '2027-01-15T08:00:00.000Z'],
      ],
    );
    const without = await verified(whole);
    assert.deepEqual([without.code, without.answer.signatures.map(({ ok }) => ok)], [0, [null, null]]);
    assert.match((await logVerify([whole], { language: 'zh' })).out, /未用 --key 给出公钥/);
    // The program itself, with its keys in each of the two ways.
    for (const given of [
      ['--key', log, '--key', witness, whole],
      [whole, '--key', log, witness],
    ]) {
      const { code: exit, out } = await command(['log', 'verify', '--json', ...given]);
      assert.deepEqual([exit, JSON.parse(out)], [0, answer]);
    }
  });

  test('the key of somebody else is no signature of this log', async () => {
    const { code, answer } = await verified(whole, [printVerifierKey(keyOf('log.example/a', 'ed25519', 9))]);
    assert.deepEqual([code, answer.ok, answer.faults], [1, false, []]);
    const other = await logVerify([whole], { key: [printVerifierKey(keyOf('log.example/a', 'ed25519', 9))] });
    assert.match(other.out, /no true signature of the keys/);
  });

  test('an entry, a tile or the checkpoint that was changed is named', async () => {
    const flip = (file: string): void => {
      const bytes = readFileSync(file);
      bytes[5]! ^= 1;
      writeFileSync(file, bytes);
    };
    change('tile/entries/001', flip);
    const entry = await verified(changed, [log]);
    assert.deepEqual(
      [entry.code, entry.answer.ok, entry.answer.faults.map(({ path }) => path)],
      [1, false, ['tile/0/001', 'tile/1/000.p/3', 'checkpoint']],
    );
    change('tile/0/002', (file) => rmSync(file));
    assert.deepEqual(
      (await verified(changed)).answer.faults.map(({ kind, path }) => [kind, path]),
      [['missing', 'tile/0/002']],
    );
    change('tile/0/002', (file) => writeFileSync(file, Buffer.alloc(9000)));
    assert.deepEqual(
      (await verified(changed)).answer.faults.map(({ kind }) => kind),
      ['malformed'],
    );
    change('tile/0/002', (file) => (rmSync(file), runTool('mkfifo', [file])));
    assert.deepEqual(
      (await verified(changed)).answer.faults.map(({ kind }) => kind),
      ['missing'],
    );
    change('checkpoint', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('\n1000\n', '\n999\n')));
    const size = await verified(changed, [log]);
    assert.deepEqual([size.code, size.answer.signatures[0]?.ok], [1, false]);
    for (const text of ['', 'no checkpoint\n', Buffer.from([0xff, 0xfe])]) {
      change('checkpoint', (file) => writeFileSync(file, text));
      const { code, answer } = await verified(changed);
      assert.deepEqual([code, answer.ok, answer.size], [1, false, null]);
    }
  });

  test('since an earlier checkpoint: growth, a fork, a rollback, another log', async () => {
    const since = async (place: string, file: string) => {
      const { code, answer } = await verified(place, [log], join(folder, file));
      return [code, answer.since?.progress, answer.since?.consistent];
    };
    assert.deepEqual(await since(whole, 'whole/checkpoint.300'), [0, 'grown', true]);
    assert.deepEqual(await since(whole, 'whole/checkpoint'), [0, 'same', true]);
    assert.deepEqual(await since(whole, 'fork/checkpoint.300'), [1, 'fork', false]);
    assert.deepEqual(await since(whole, 'fork/checkpoint'), [1, 'fork', false]);
    change('checkpoint', (file) => cpSync(join(whole, 'checkpoint.300'), file));
    assert.deepEqual(await since(changed, 'whole/checkpoint.1000'), [1, 'rollback', false]);
    change('tile/0/001', (file) => rmSync(file));
    assert.deepEqual(await since(changed, 'whole/checkpoint.300'), [1, 'unproven', null]);
    const stranger = keyOf('log.example/z', 'ed25519', 1);
    const foreign = await signCheckpoint(
      { origin: stranger.name, size: 0, root: emptyRoot, extensions: [] },
      stranger,
      signWith(seedOf(1)),
    );
    writeFileSync(join(folder, 'foreign'), foreign);
    const { code, answer } = await verified(whole, [log, printVerifierKey(stranger)], join(folder, 'foreign'));
    assert.deepEqual([code, answer.since?.progress], [1, 'foreign']);
    const unsigned = await logVerify([whole], { key: [log], since: join(folder, 'foreign') });
    assert.deepEqual([unsigned.code, /bears no true signature/.test(unsigned.out)], [2, true]);
  });

  test('what is no log and no key is bad input', async () => {
    for (const [place, options] of [
      [[], {}],
      [[join(folder, 'nothing')], {}],
      [[whole, 'more'], {}],
      [[whole], { key: ['x'] }],
      [[whole], { key: [`${log}x`] }],
      [[whole, log.replace('log.', 'lag.')], {}],
    ] as const) {
      const { code, out } = await logVerify(place, options);
      assert.equal(code, 2, out);
    }
    assert.equal((await command(['log', 'verify', whole, '--since', join(folder, 'nothing')])).code, 2);
  });

  async function served<T>(listener: RequestListener, work: (address: string) => Promise<T>): Promise<T> {
    const server = createServer(listener);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  }
  const give: RequestListener = ({ url = '' }, response) => {
    try {
      response.end(readFileSync(join(whole, url.replace('/log/', ''))));
    } catch {
      response.writeHead(404).end();
    }
  };

  test('a log at an address is the same, with a server that stumbles once', async () => {
    let asked = 0;
    await served(
      (request, response) => ((asked += 1) === 3 ? response.writeHead(503).end() : give(request, response)),
      async (address) => {
        for (const place of [`${address}/log`, `${address}/log/`, `${address}/log/checkpoint`]) {
          const { code, answer } = await verified(place, [log]);
          assert.deepEqual([code, answer.ok, answer.size], [0, true, 1000], place);
        }
      },
    );
  });

  test('an address that sends elsewhere, sends without end or is not there is not believed', async () => {
    let elsewhere = 0;
    await served(
      (_, response) => ((elsewhere += 1), response.end()),
      (other) =>
        served(
          (_, response) => response.writeHead(302, { location: `${other}/checkpoint` }).end(),
          async (address) => {
            const { code, out } = await logVerify([address]);
            assert.equal(code, 2);
            assert.match(out, /302/);
            assert.equal(elsewhere, 0);
          },
        ),
    );
    let sent = 0;
    const endless: RequestListener = (_, response) => {
      const push = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 97))) sent += 1;
      };
      response.on('drain', push);
      push();
    };
    await served(endless, async (address) => {
      const { code, out } = await logVerify([address], { json: true });
      assert.equal(code, 1);
      assert.equal((JSON.parse(out) as Answer).faults[0]?.kind, 'malformed');
      assert.ok(sent < 400, `${sent} pieces of 64 kB were taken`);
    });
    assert.equal((await logVerify(['http://127.0.0.1:1/log'])).code, 2);
    assert.equal((await logVerify(['https://user:secret@127.0.0.1/log'])).code, 2);
  });
});
