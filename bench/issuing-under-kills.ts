import { certificateEndpoints } from '../app/measure/certificate/contract.ts';
import { toHex } from '@tongheng/seal/encoding';
import { auditLog } from '@tongheng/seal/log/audit';
import { readSignedCheckpoint, type Checkpoint } from '@tongheng/seal/log/checkpoint';
import { checkConsistency, consistencyProof } from '@tongheng/seal/log/proof';
import { tilePath, type TileReader } from '@tongheng/seal/log/tile';
import { send, type KilledCity, type Served } from './killed-city.ts';

export type KillOptions = {
  readonly rounds: number;
  /** A round ends at a random moment within so many milliseconds. */
  readonly within: number;
  readonly tell?: (round: number, found: Found) => void;
};
export type Found = {
  readonly issued: number;
  readonly revoked: number;
  readonly lots: number;
  /** Answered with success and gone after the kill, told twice, without a leaf, without a document, or in a log that does not verify. */
  readonly faults: readonly string[];
  /** Calls that the kill left without an answer and that were then sent again. */
  readonly repeated: number;
  readonly checkpoints: number;
};

const lanes = 3;
const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

const tilesOf =
  (url: string): TileReader =>
  async (tile) => {
    const answer = await fetch(`${url}/log/${tilePath(tile)}`);
    return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  };

async function checkpointOf(url: string): Promise<Checkpoint | undefined> {
  const answer = await fetch(`${url}/log/checkpoint`);
  return answer.status === 200 ? readSignedCheckpoint(await answer.text()).checkpoint : undefined;
}

/** What must never be, each as a query that finds it. */
const never: readonly (readonly [what: string, query: string])[] = [
  ['a number twice', 'select number from certificate group by number having count(*) > 1'],
  [
    'a document without its leaf',
    `select certificate.number from certificate left join transparency_leaf leaf on leaf.id = certificate.leaf_id
     where leaf.id is null or leaf.number <> certificate.number or leaf.entry::json ->> 'recordDigest' <> certificate.digest`,
  ],
  [
    'a leaf without its document',
    `select leaf.number from transparency_leaf leaf left join certificate on certificate.leaf_id = leaf.id
     where leaf.kind in ('issued', 'replaced') and certificate.id is null`,
  ],
  [
    'a revocation without its leaf, or a leaf without it',
    `select coalesce(revocation.number, leaf.number) as number from certificate_revocation revocation
     full join (select * from transparency_leaf where kind = 'revoked') leaf on leaf.number = revocation.number
     where revocation.number is null or leaf.number is null`,
  ],
  ['two leaves of one fact', 'select number from transparency_leaf group by number, kind having count(*) > 1'],
  [
    'a number of the series that nothing has',
    `select series.last::text as number from certificate_series series where series.last <>
     (select count(*) from certificate where certificate.institute_id = series.institute_id and certificate.year = series.year)`,
  ],
  [
    'an index twice or left out, or a checkpoint of another size',
    `select log.size::text as number from transparency_log log where log.size <> (select count(leaf_index) from transparency_leaf)
     or log.size <> (select coalesce(max(leaf_index) + 1, 0) from transparency_leaf) or log.size <> (select max(size) from transparency_checkpoint)`,
  ],
];

class Rounds {
  readonly faults: string[] = [];
  readonly seen = new Map<number, string>();
  readonly acknowledged = new Set<string>();
  readonly revoked = new Set<string>();
  repeated = 0;
  readonly #city: KilledCity;
  readonly #cookie: string;
  served: Served;
  constructor(city: KilledCity, served: Served) {
    this.#city = city;
    this.#cookie = city.cookieOf('approver');
    this.served = served;
  }

  #fault(round: number, what: string): void {
    this.faults.push(`round ${round}: ${what}`);
  }

  #call(endpoint: (typeof certificateEndpoints)[keyof typeof certificateEndpoints], request: object, key?: string) {
    return send(this.served.url, this.#cookie, endpoint, request, key);
  }

  /** Issues, and revokes each fourth; false where no answer came. */
  async #issue(round: number, id: string): Promise<boolean> {
    const reply = await this.#call(certificateEndpoints.approveVerification, { params: { id } }, `approve-${id}`);
    if (reply === undefined) return false;
    if (reply.status !== 200) this.#fault(round, `approval answered ${reply.status} ${JSON.stringify(reply.body)}`);
    const number = String(reply.body['number']);
    if (reply.status === 200 && this.acknowledged.has(number)) this.#fault(round, `${number} was answered twice`);
    if (reply.status === 200) this.acknowledged.add(number);
    if (reply.status !== 200 || this.acknowledged.size % 4 !== 0) return true;
    const ending = await this.#call(
      certificateEndpoints.revokeCertificate,
      { params: { number }, body: { reason: '测试作废' } },
      `revoke-${number}`,
    );
    if (ending?.status === 200) this.revoked.add(number);
    else if (ending !== undefined) this.#fault(round, `revocation answered ${ending.status} ${JSON.stringify(ending.body)}`);
    return true;
  }

  async #issueMany(round: number, ids: string[], unanswered: string[]): Promise<void> {
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        for (let id = ids.shift(); id !== undefined; id = ids.shift()) {
          if (await this.#issue(round, id)) continue;
          unanswered.push(id);
          return;
        }
      }),
    );
  }

  async #waiting(): Promise<number> {
    const preview = await this.#call(certificateEndpoints.previewLot, { query: {} });
    return Number(preview?.body['count'] ?? 0);
  }

  /** Approves whatever waits as one lot, which the server then issues by itself. */
  async #issueLot(round: number, count: number): Promise<void> {
    if (count === 0) return;
    const reply = await this.#call(certificateEndpoints.issueLot, { body: { title: `第 ${round} 轮`, count } }, `lot-of-round-${round}`);
    if (reply !== undefined && reply.status !== 200) this.#fault(round, `lot answered ${reply.status} ${JSON.stringify(reply.body)}`);
  }

  async #watch(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const checkpoint = await checkpointOf(this.served.url).catch(() => undefined);
      if (checkpoint !== undefined) this.seen.set(checkpoint.size, toHex(checkpoint.root));
      await pause(10);
    }
  }

  async round(round: number, within: number): Promise<void> {
    const isLot = round % 3 === 2;
    const ids = await this.#city.addChecked(isLot ? 10 : Math.ceil(within / 100));
    const unanswered: string[] = [];
    let isOver = false;
    const lot = isLot ? await this.#waiting() : 0;
    const work = [isLot ? this.#issueLot(round, lot) : this.#issueMany(round, ids, unanswered), this.#watch(() => isOver)];
    await pause(Math.random() * within);
    const { child, ended } = this.served;
    if (child.pid === undefined) throw new Error('the server has no process');
    process.kill(-child.pid, 'SIGKILL');
    isOver = true;
    await Promise.all([...work, ended]);
    this.served = await this.#city.serve();
    for (const id of unanswered) {
      this.repeated += 1;
      if (!(await this.#issue(round, id))) this.#fault(round, 'no answer after the start');
    }
    await this.inspect(round);
  }

  /** What the database and the public addresses say after a kill. */
  async inspect(round: number): Promise<void> {
    for (const [what, query] of never) {
      const rows = await this.#city.ask<{ number: string }>(query);
      if (rows.length > 0)
        this.#fault(
          round,
          `${what}: ${rows
            .map(({ number }) => number)
            .slice(0, 5)
            .join(', ')}`,
        );
    }
    const known = new Set((await this.#city.ask<{ number: string }>('select number from certificate')).map(({ number }) => number));
    for (const number of this.acknowledged) if (!known.has(number)) this.#fault(round, `${number} was answered and is lost`);
    const ended = new Set(
      (await this.#city.ask<{ number: string }>('select number from certificate_revocation')).map(({ number }) => number),
    );
    for (const number of this.revoked) if (!ended.has(number)) this.#fault(round, `the revocation of ${number} was answered and is lost`);
    await this.#continues(round);
  }

  /** Every checkpoint that anybody saw is the beginning of the newest. */
  async #continues(round: number): Promise<void> {
    const newest = await checkpointOf(this.served.url);
    if (newest === undefined) {
      if (this.seen.size > 0) this.#fault(round, 'the log is gone');
      return;
    }
    const readTile = tilesOf(this.served.url);
    // Those that were compared in an earlier round are the beginning of its newest, which stands among them.
    const latest = [...this.seen].sort(([one], [other]) => one - other).slice(-20);
    for (const [size, root] of latest) {
      const isSame = size === newest.size && root === toHex(newest.root);
      const bytes = Uint8Array.from(Buffer.from(root, 'hex'));
      const holds =
        isSame ||
        (size < newest.size &&
          checkConsistency(size, bytes, newest.size, newest.root, await consistencyProof(size, newest.size, readTile)));
      if (!holds) this.#fault(round, `the log of ${newest.size} leaves does not continue that of ${size}`);
    }
    this.seen.set(newest.size, toHex(newest.root));
  }

  async found(): Promise<Found> {
    const [row] = await this.#city.ask<{ issued: string; revoked: string; lots: string }>(
      `select (select count(*) from certificate) as issued, (select count(*) from certificate_revocation) as revoked,
       (select count(*) from certificate_lot) as lots`,
    );
    const counts = { issued: Number(row?.issued), revoked: Number(row?.revoked), lots: Number(row?.lots) };
    return { ...counts, faults: this.faults, repeated: this.repeated, checkpoints: this.seen.size };
  }

  /** What waits and why, for who has to find out. */
  async #left(): Promise<object[]> {
    const lots = await this.#city.ask('select number, finished_at from certificate_lot where finished_at is null');
    const leaves = await this.#city.ask('select number, kind, recorded_at from transparency_leaf where leaf_index is null limit 5');
    const jobs = await this.#city.ask(
      'select task_identifier, key, run_at, locked_at, attempts, last_error from graphile_worker.jobs limit 20',
    );
    return [...lots, ...leaves, ...jobs];
  }

  /** All lots worked off, every leaf in the log, and the log recomputed from its entries. */
  async finish(rounds: number): Promise<void> {
    await this.#city.ask(`select graphile_worker.add_job('resumeCertificates', '{}'::json)`);
    const isIdle = async (): Promise<boolean> => {
      const [row] = await this.#city.ask<{ n: string | number }>(
        `select (select count(*) from certificate_lot where finished_at is null) + (select count(*) from transparency_leaf where leaf_index is null) as n`,
      );
      return Number(row?.n) === 0;
    };
    const [last] = await this.#city.addChecked(1);
    if (last !== undefined) await this.#issue(rounds, last);
    for (let look = 0; look < 600 && !(await isIdle()); look += 1) await pause(200);
    if (!(await isIdle())) this.#fault(rounds, `lots or leaves are left: ${JSON.stringify(await this.#left())}`);
    await this.inspect(rounds);
    const newest = await checkpointOf(this.served.url);
    if (newest === undefined) return;
    const { ok, faults } = await auditLog(newest.size, newest.root, tilesOf(this.served.url));
    if (!ok) this.#fault(rounds, `the log does not verify: ${JSON.stringify(faults)}`);
  }
}

/**
 * Issues one by one and in lots, revokes some, and kills the server with its database at random moments. After each start: no number twice,
 * no document without a leaf and no leaf without a document, nothing that was answered is lost, and the log continues whatever it showed.
 */
export async function issueUnderKills(city: KilledCity, { rounds, within, tell }: KillOptions): Promise<Found> {
  const work = new Rounds(city, await city.serve());
  try {
    for (let round = 0; round < rounds; round += 1) {
      await work.round(round, within);
      tell?.(round, await work.found());
    }
    await work.finish(rounds);
    return await work.found();
  } finally {
    work.served.child.kill('SIGTERM');
    await work.served.ended;
  }
}
