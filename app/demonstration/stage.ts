import { addressOf } from '../kernel/address.ts';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { AnyEndpoint, ReplyOf, RequestOf } from '../kernel/endpoint.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { cityDay } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { FileStore } from '../platform/files.ts';
import { hashPassword } from '../platform/password.ts';
import { finishJobs } from '../platform/jobs.ts';
import type { Secrets } from '../platform/secret.ts';
import { createServer } from '../platform/server.ts';
import { recordDivisions } from '../register/division/service.ts';
import { fileEndpoints } from '../register/file/contract.ts';
import { checkCharacter } from '../register/organization/rules.ts';
import { findByName, insertOrganization } from '../register/organization/store.ts';
import { authenticate } from '../register/people/service/session.ts';
import { endSessions, findAccount, insertPerson, insertRole, insertSession } from '../register/people/store.ts';
import { jobs, slices } from '../slices.ts';
import { county, divisions, organizations, password, people, type OrganizationName, type PersonName } from './cast.ts';

export type StageOptions = {
  readonly database: Database;
  readonly files: FileStore;
  readonly secrets: Secrets;
  /** The instant at which the data folder was first used; every day of the story is counted from it. */
  readonly begunAt: string;
};

/** Where the story is played: the whole server in this process, with a clock that the story moves. */
export type Stage = {
  readonly today: Day;
  readonly idOf: (organization: OrganizationName) => string;
  readonly creditCodeOf: (organization: OrganizationName) => string;
  readonly personOf: (person: PersonName) => string;
  /** Moves the clock to 09:00 in the city, that many days before (negative) or after the first start. */
  at: (days: number) => Day;
  /** Acts as a person. A step that was played before the program was killed answers as it did then. */
  act: <E extends AnyEndpoint>(person: PersonName, endpoint: E, request: RequestOf<E>) => Promise<ReplyOf<E>>;
  upload: (person: PersonName, name: string, content: Uint8Array) => Promise<string>;
  /** Sends a file to an endpoint that takes one as its body. */
  send: <E extends AnyEndpoint>(person: PersonName, endpoint: E, request: RequestOf<E>, content: Uint8Array) => Promise<ReplyOf<E>>;
  /** Does what the steps so far have left to the background. */
  finishJobs: () => Promise<void>;
  leave: () => Promise<void>;
};

/** The code of a cast organization: its first sixteen characters, a filler and the check character. */
function creditCodeOf(first16: string | null): string | null {
  const first17 = `${first16 ?? ''}X`;
  return first16 === null ? null : `${first17}${checkCharacter(first17) ?? ''}`;
}

async function settle({ database: { db }, begunAt }: StageOptions): Promise<{ placed: Map<string, string>; peopled: Map<string, string> }> {
  const placed = new Map<string, string>();
  for (const [key, { first16, ...organization }] of Object.entries(organizations)) {
    const creditCode = creditCodeOf(first16);
    const known = await findByName(db, organization.name, organization.region);
    const id = known?.id ?? randomUUID();
    if (known === undefined) await insertOrganization(db, { ...organization, id, creditCode, demonstration: true, recordedAt: begunAt });
    placed.set(key, id);
  }
  await recordDivisions(
    { db, now: begunAt },
    divisions.map((division) => ({ ...division, region: county })),
    '演示用虚构区划，不存在',
    { demonstration: true },
  );
  const peopled = new Map<string, string>();
  let passwordHash: string | undefined;
  for (const [account, person] of Object.entries(people)) {
    const known = await findAccount(db, account);
    const id = known?.id ?? randomUUID();
    if (known === undefined) {
      passwordHash ??= await hashPassword(password);
      await insertPerson(db, {
        id,
        account,
        name: person.name,
        organizationId: placed.get(person.at) ?? '',
        passwordHash,
        passwordChangeDue: false,
        demonstration: true,
        recordedAt: begunAt,
        phone: null,
        identityNumber: null,
        email: null,
      });
    }
    for (const role of person.roles) await insertRole(db, { id: randomUUID(), personId: id, role, grantedBy: null, grantedAt: begunAt });
    peopled.set(account, id);
  }
  return { placed, peopled };
}

/** Nobody does two things at once: each step of a day is later than the one before. */
const stepSeconds = 75;

export async function openStage(options: StageOptions): Promise<Stage> {
  const { database, files, secrets, begunAt } = options;
  const today = cityDay(new Date(begunAt));
  let now = new Date(begunAt);
  const app: FastifyInstance = await createServer({
    db: database.db,
    files,
    secrets,
    clock: () => now,
    demonstration: true,
    publicUrl: 'http://127.0.0.1:8080',
    authenticate,
    secureCookies: false,
    slices,
    version: 'story',
    pagesFolder: undefined,
    log: 'silent',
  });
  const { placed, peopled } = await settle(options);
  let step = 0;

  /** A session of its own for each step: the clock of the story jumps further than any session lives. */
  async function cookieOf(person: PersonName): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const tokenDigest = createHash('sha256').update(token).digest('hex');
    const personId = peopled.get(person) ?? '';
    await insertSession(database.db, {
      id: randomUUID(),
      personId,
      tokenDigest,
      address: '127.0.0.1',
      agent: 'story',
      at: now.toISOString(),
    });
    return `tongheng_session=${token}`;
  }

  async function send(person: PersonName, endpoint: AnyEndpoint, url: string, payload: object | Buffer, type: string): Promise<unknown> {
    step += 1;
    const answer = await app.inject({
      method: endpoint.method,
      url,
      headers: { cookie: await cookieOf(person), 'idempotency-key': `story-${String(step).padStart(5, '0')}`, 'content-type': type },
      ...(endpoint.method === 'POST' ? { payload } : {}),
    });
    if (answer.statusCode !== 200) throw new Error(`the story stops at step ${step}, ${person} ${endpoint.method} ${url}: ${answer.body}`);
    now = new Date(now.getTime() + stepSeconds * 1000);
    return endpoint.reply === 'file' ? answer.rawPayload : (JSON.parse(answer.body) as unknown);
  }

  return {
    today,
    idOf: (organization) => placed.get(organization) ?? '',
    creditCodeOf: (organization) => creditCodeOf(organizations[organization].first16) ?? '',
    personOf: (person) => peopled.get(person) ?? '',
    at(days) {
      const day = addDays(today, days);
      now = new Date(`${day}T01:00:00Z`);
      return day;
    },
    act: async (person, endpoint, request) =>
      (await send(
        person,
        endpoint,
        addressOf(endpoint, request),
        ((request as { body?: object }).body ?? {}) as object,
        'application/json',
      )) as never,
    async upload(person, name, content) {
      const url = addressOf(fileEndpoints.uploadFile, { query: { name } });
      const card = (await send(person, fileEndpoints.uploadFile, url, Buffer.from(content), 'application/octet-stream')) as { id: string };
      return card.id;
    },
    send: async (person, endpoint, request, content) =>
      (await send(person, endpoint, addressOf(endpoint, request), Buffer.from(content), 'application/octet-stream')) as never,
    finishJobs: () =>
      finishJobs({
        database,
        files,
        secrets,
        clock: () => now,
        demonstration: true,
        publicUrl: 'http://127.0.0.1:8080',
        jobs,
        crontab: '',
        onFailure: (message) => {
          throw new Error(`the story stops at a job: ${message}`);
        },
      }),
    async leave() {
      for (const personId of peopled.values()) await endSessions(database.db, personId, now.toISOString());
      await app.close();
    },
  };
}
