import assert from 'node:assert/strict';
import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { toUtf8 } from '@tongheng/seal/encoding';
import { leafFormat } from '@tongheng/seal/leaf';
import { cosign } from '@tongheng/seal/log/cosignature';
import { openNote, printSignature } from '@tongheng/seal/log/note';
import { checkTlogProof, readTlogProof } from '@tongheng/seal/log/tlog-proof';
import { printVerifierKey, verifierKey, type VerifierKey } from '@tongheng/seal/log/verifier-key';
import { checkRequest, decide, type Remembered } from '@tongheng/seal/log/witness';
import type { Sign } from '@tongheng/seal/signature';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { Context } from '../../platform/context.ts';
import { perform } from '../../platform/jobs.ts';
import { transparencyEndpoints } from './contract.ts';
import { appendLeaf, findLeaf } from './service/append.ts';
import { askWitnesses } from './service/cosigning.ts';
import { proofOf } from './service/proof.ts';
import { sequenceLeaves } from './service/sequence.ts';
import { signersOfLog } from './service/signer.ts';

const { readLog, addWitness, endWitness, askWitness } = transparencyEndpoints;

let city: City;
const servers: Server[] = [];
before(async () => {
  city = await openCity({ demonstration: true });
});
after(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await city.close();
});

async function asSystem<Result>(work: (ctx: Context) => Promise<Result>): Promise<Result> {
  let result: Result | undefined;
  const inTransaction = async (_payload: unknown, ctx: Context) => void (result = await work(ctx));
  const options = {
    database: city.database,
    files: undefined as never,
    secrets: city.secrets,
    clock: () => city.clock.now,
    demonstration: true,
    publicUrl: 'http://127.0.0.1:8080',
    crontab: '',
  };
  await perform('work', {}, { ...options, jobs: { work: inTransaction } });
  return result as Result;
}

let numbers = 0;
async function grow(count: number): Promise<string> {
  let id = '';
  for (let turn = 0; turn < count; turn += 1) {
    numbers += 1;
    const number = `320685A2026${String(numbers).padStart(6, '0')}X`;
    const leaf = {
      format: leafFormat,
      kind: 'issued',
      number,
      recordDigest: 'ab'.repeat(32),
      issuer: '320685A',
      day: '2026-11-23',
    } as const;
    id = await asSystem((ctx) => appendLeaf(ctx, { ...leaf, replaces: null, demonstration: false }));
  }
  await asSystem(sequenceLeaves);
  return id;
}
const ask = () => asSystem(askWitnesses);
const logKeys = async (): Promise<VerifierKey[]> => (await asSystem((ctx) => signersOfLog(ctx, undefined))).map(({ key }) => key);

type Answer = (body: string, response: ServerResponse) => Promise<void>;

async function listen(answer: Answer): Promise<string> {
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      assert.equal(`${request.method} ${request.url}`, 'POST /witness/add-checkpoint');
      void answer(body, response);
    });
  });
  servers.push(server);
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/witness/`;
}

function makeKey(name: string): { key: VerifierKey; sign: Sign } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const bytes = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
  return { key: verifierKey(name, 'cosignature', bytes), sign: async (message) => new Uint8Array(signBytes(null, message, privateKey)) };
}

/** A witness that keeps to the protocol, and what it remembers. */
async function honest(name: string, signWith = makeKey(name)) {
  const memory: { known: Remembered | undefined; asked: number } = { known: undefined, asked: 0 };
  const url = await listen(async (body, response) => {
    memory.asked += 1;
    const decision = decide(await checkRequest(body, await logKeys()), memory.known);
    if (decision.status === 409) return void response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end(`${decision.size}\n`);
    if (decision.status !== 200) return void response.writeHead(decision.status).end();
    memory.known = decision.next;
    response.end(printSignature(await cosign(decision.text, signWith.key, signWith.sign, 1_795_000_000)));
  });
  return { ...signWith, url, memory };
}

const add = (vkey: string, url: string) => city.as('administrator').call(addWitness, { body: { vkey, url, keeper: '测试见证单位' } });
const witnessNow = async (name: string) => {
  const found = (await city.as('planOffice').call(readLog, {})).witnesses.find((one) => one.name === name);
  assert.ok(found, name);
  return found;
};
/** An hour on, so that whoever failed is asked again. */
const waitAnHour = () => void (city.clock.now = new Date(city.clock.now.getTime() + 3_700_000));

test('an honest witness cosigns each new checkpoint, and its signature stands in the checkpoint and in proofs', async () => {
  const witness = await honest('witness.example/one');
  const id = await grow(3);
  const added = await add(printVerifierKey(witness.key), witness.url);
  assert.deepEqual([added.state, added.name, added.url], ['waiting', 'witness.example/one', witness.url.replace(/\/$/, '')]);
  await city.finishJobs();
  assert.deepEqual([witness.memory.known?.size, (await witnessNow('witness.example/one')).state], [3, 'cosigned']);
  await grow(300);
  assert.equal((await witnessNow('witness.example/one')).state, 'waiting');
  // A proof stands on what a witness has seen, even while the log is already longer.
  const text = (await asSystem((ctx) => proofOf(ctx, id))) ?? '';
  assert.match(text, /\n\ndemonstration\.invalid\/127\.0\.0\.1:8080\/log\n3\n/);
  const entry = toUtf8((await asSystem((ctx) => findLeaf(ctx, id)))?.entry ?? '');
  const trust = { logKeys: await logKeys(), witnessKeys: [witness.key], quorum: 1 };
  assert.equal((await checkTlogProof(readTlogProof(text), entry, trust)).code, 'included');
  await ask();
  assert.equal(witness.memory.known?.size, 303);
  const note = (await city.app.inject({ url: '/log/checkpoint' })).body;
  const { checked } = await openNote(note, [...(await logKeys()), witness.key]);
  assert.deepEqual(
    checked.map(({ ok }) => ok),
    [true, true],
  );
  await ask();
  assert.equal(witness.memory.asked, 2, 'what is cosigned is not asked for again');
});

test('a witness that remembers more than is known here is asked once more from there', async () => {
  const witness = await honest('witness.example/older');
  await add(printVerifierKey(witness.key), witness.url);
  await ask();
  const { size } = await witnessNow('witness.example/older');
  await city.database.db.updateTable('transparencyWitnessState').set({ size: 5 }).where('size', '=', size).execute();
  await grow(1);
  await ask();
  assert.equal((await witnessNow('witness.example/older')).state, 'cosigned');
});

test('a witness with another key, another tree or no answer is shown as what it is, asked again later, and never believed', async () => {
  const impostor = makeKey('witness.example/impostor');
  const false_ = await honest('witness.example/impostor');
  await add(printVerifierKey(impostor.key), false_.url);

  const liar = makeKey('witness.example/liar');
  const lies = await listen(async (_body, response) => {
    const signature = await cosign('another\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n', liar.key, liar.sign, 1_795_000_000);
    response.end(printSignature(signature));
  });
  await add(printVerifierKey(liar.key), lies);

  const ahead = makeKey('witness.example/ahead');
  await add(printVerifierKey(ahead.key), await listen(async (_body, response) => void response.writeHead(409).end('99999\n')));
  const forked = makeKey('witness.example/forked');
  await add(printVerifierKey(forked.key), await listen(async (_body, response) => void response.writeHead(422).end('fork')));
  const unknown = makeKey('witness.example/unknown');
  await add(printVerifierKey(unknown.key), await listen(async (_body, response) => void response.writeHead(404).end()));
  const refusing = makeKey('witness.example/refusing');
  await add(printVerifierKey(refusing.key), await listen(async (_body, response) => void response.writeHead(403).end()));
  const babbling = makeKey('witness.example/babbling');
  await add(printVerifierKey(babbling.key), await listen(async (_body, response) => void response.end('x'.repeat(1_000_000))));
  const leading = makeKey('witness.example/leading');
  await add(
    printVerifierKey(leading.key),
    await listen(async (_body, response) => void response.writeHead(302, { location: false_.url }).end()),
  );
  const slow = makeKey('witness.example/slow');
  await add(printVerifierKey(slow.key), await listen(async () => undefined));
  const gone = makeKey('witness.example/gone');
  await add(printVerifierKey(gone.key), 'http://127.0.0.1:9/');
  const busy = makeKey('witness.example/busy');
  await add(printVerifierKey(busy.key), await listen(async (_body, response) => void response.writeHead(503).end()));

  await grow(1);
  await ask();
  const found = await city.as('planOffice').call(readLog, {});
  const problems = Object.fromEntries(found.witnesses.map(({ name, problem }) => [name.replace('witness.example/', ''), problem]));
  assert.deepEqual(problems, {
    one: null,
    older: null,
    impostor: 'wrong-signature',
    liar: 'wrong-signature',
    ahead: 'forked',
    forked: 'forked',
    unknown: 'unknown-log',
    refusing: 'refused-key',
    babbling: 'unreadable',
    leading: 'unreadable',
    slow: 'slow',
    gone: 'unreachable',
    busy: 'unreachable',
  });
  const states = new Set(found.witnesses.filter(({ problem }) => problem !== null).map(({ state }) => state));
  assert.deepEqual([...states].sort(), ['failing', 'wrong']);
  assert.deepEqual(found.checkpoint?.cosignatures.map(({ name }) => name).sort(), ['witness.example/older', 'witness.example/one']);
  const asked = false_.memory.asked;
  await ask();
  assert.equal(false_.memory.asked, asked, 'not asked again at once');
  const events = await city.database.db.selectFrom('event').select('kind').where('kind', '=', 'transparency.witnessFailed').execute();
  assert.equal(events.length, 11, 'each failure is told once');
});

test('a witness that answers again is back, one that was ended is asked no more, and its key may be recorded anew', async () => {
  const manager = city.as('administrator');
  const back = makeKey('witness.example/back');
  let isAway = true;
  const well = await honest('witness.example/back', back);
  const { port } = new URL(well.url);
  const url = await listen(async (body, response) => {
    if (isAway) return void response.writeHead(500).end();
    const answer = await fetch(`http://127.0.0.1:${port}/witness/add-checkpoint`, { method: 'POST', body });
    response.writeHead(answer.status).end(await answer.text());
  });
  const { id } = await add(printVerifierKey(back.key), url);
  await ask();
  assert.equal((await witnessNow('witness.example/back')).state, 'failing');
  isAway = false;
  await ask();
  assert.equal((await witnessNow('witness.example/back')).state, 'failing', 'it waits for its time');
  await manager.call(askWitness, { params: { id }, body: {} });
  await city.finishJobs();
  assert.equal((await witnessNow('witness.example/back')).state, 'cosigned');

  await refused(add(printVerifierKey(back.key), url), 'transparency.witnessKnown');
  await manager.call(endWitness, { params: { id }, body: { reason: '迁往新的服务器' } });
  assert.deepEqual((await witnessNow('witness.example/back')).ending?.reason, '迁往新的服务器');
  await refused(manager.call(endWitness, { params: { id }, body: { reason: '再停一次' } }), 'transparency.witnessEnded');
  await refused(manager.call(askWitness, { params: { id }, body: {} }), 'transparency.witnessEnded');
  const asked = well.memory.asked;
  waitAnHour();
  await grow(1);
  await ask();
  assert.equal(well.memory.asked, asked);
  assert.equal((await add(printVerifierKey(back.key), url)).state, 'waiting');
});

test('only the key of a witness and a plain address are taken, and only by who runs the system', async () => {
  const log = makeKey('witness.example/log');
  const asLog = printVerifierKey(verifierKey('witness.example/log', 'ed25519', log.key.publicKey));
  await refused(add(asLog, 'https://witness.example/'), 'transparency.vkey');
  await refused(add('witness.example/log+00000000+BAAA', 'https://witness.example/'), 'transparency.vkey');
  for (const url of ['ftp://witness.example/', 'https://a:b@witness.example/', 'https://witness.example/?x=1', 'witness.example/']) {
    await refused(add(printVerifierKey(log.key), url), 'transparency.witnessAddress');
  }
  const body = { vkey: printVerifierKey(log.key), url: 'https://witness.example/', keeper: '某单位' };
  await refused(city.as('planOffice').call(addWitness, { body }), 'platform.forbidden');
});
