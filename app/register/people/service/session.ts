import { createHash, randomBytes } from 'node:crypto';
import { Problem } from '../../../kernel/problem.ts';
import type { Authenticated } from '../../../platform/binder.ts';
import type { Context, Db, Service } from '../../../platform/context.ts';
import { hashPassword, isPassword } from '../../../platform/password.ts';
import { peopleProblems, type peopleEndpoints } from '../contract.ts';
import { permitsOf } from '../rules/permits.ts';
import { scopeOf } from '../rules/scope.ts';
import {
  attemptsPerAccount,
  attemptsPerAddress,
  attemptWindowMinutes,
  idleMinutes,
  isIdle,
  isTooLong,
  longestHours,
  weaknessOf,
} from '../rules/sign-in.ts';
import * as store from '../store.ts';

type SessionNames = 'signIn' | 'readSession' | 'signOut' | 'changePassword' | 'listSessions' | 'endSession';

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const earlier = (now: string, minutes: number): string => new Date(Date.parse(now) - minutes * 60_000).toISOString();

/** Who holds a session cookie, or undefined when it ended, idled out or the account was closed. */
export async function authenticate(db: Db, token: string, now: string): Promise<Authenticated | undefined> {
  const session = await store.findSession(db, digestOf(token));
  if (session === undefined) return undefined;
  const at = Date.parse(now);
  if (isIdle(Date.parse(session.seenAt), at) || isTooLong(Date.parse(session.begunAt), at)) return undefined;
  const person = await store.findPerson(db, session.personId);
  if (person === undefined || !person.active) return undefined;
  if (at - Date.parse(session.seenAt) > 60_000) await store.touchSession(db, session.id, now);
  return {
    passwordChangeDue: person.passwordChangeDue,
    caller: {
      personId: person.id,
      name: person.name,
      roles: person.roles,
      permits: permitsOf(person.roles),
      organizationId: person.organizationId,
      region: person.region,
      scope: scopeOf(person.roles, { id: person.organizationId, region: person.region }),
      sessionId: session.id,
    },
  };
}

const toSession = (person: store.PersonRecord, demonstration: boolean) => ({
  person: { id: person.id, name: person.name },
  organization: { id: person.organizationId, name: person.organizationName, kind: person.organizationKind, region: person.region },
  roles: person.roles,
  permits: [...permitsOf(person.roles)],
  passwordChangeDue: person.passwordChangeDue,
  demonstration,
});

// The same work is done for an unknown account, so that the time of the answer does not tell whether it exists.
const nobodysHash = hashPassword(randomBytes(16).toString('hex'));

async function refuse(ctx: Context, account: string): Promise<never> {
  await store.insertAttempt(ctx.apart, account, ctx.client.address, ctx.now);
  throw new Problem(peopleProblems.wrongPassword);
}

async function refuseWhenThrottled(ctx: Context, account: string): Promise<void> {
  const attempts = await store.countAttempts(ctx.apart, account, ctx.client.address, earlier(ctx.now, attemptWindowMinutes));
  if (attempts.account >= attemptsPerAccount || attempts.address >= attemptsPerAddress) throw new Problem(peopleProblems.throttled);
}

async function getOwn(ctx: Context): Promise<store.PersonRecord> {
  const person = await store.findPerson(ctx.db, ctx.caller.personId);
  if (person === undefined) throw new Error('the caller has no account');
  return person;
}

export const sessionService: Pick<Service<typeof peopleEndpoints>, SessionNames> = {
  async signIn({ body }, ctx) {
    const account = body.account.trim().toLowerCase();
    await refuseWhenThrottled(ctx, account);
    const person = await store.findAccount(ctx.db, account);
    const right = await isPassword(body.password, person?.passwordHash ?? (await nobodysHash));
    if (person === undefined || !person.active || !right) return refuse(ctx, account);
    const token = randomBytes(32).toString('base64url');
    const id = ctx.newId();
    await store.insertSession(ctx.db, {
      id,
      personId: person.id,
      tokenDigest: digestOf(token),
      address: ctx.client.address,
      agent: ctx.client.agent,
      at: ctx.now,
    });
    ctx.session.set(token, longestHours * 3600);
    ctx.record({ kind: 'session.begun', subject: person.id, by: { personId: person.id, organizationId: person.organizationId } });
    return toSession(person, ctx.demonstration);
  },

  async readSession(_call, ctx) {
    return toSession(await getOwn(ctx), ctx.demonstration);
  },

  async signOut(_call, ctx) {
    const ended = await store.endSessions(ctx.db, ctx.caller.personId, ctx.now, { only: ctx.caller.sessionId });
    ctx.session.clear();
    ctx.record({ kind: 'session.ended', subject: ctx.caller.personId });
    return { ended: ended > 0 };
  },

  async changePassword({ body }, ctx) {
    const person = await getOwn(ctx);
    await refuseWhenThrottled(ctx, person.account);
    if (!(await isPassword(body.current, person.passwordHash))) return refuse(ctx, person.account);
    const weakness =
      body.next === body.current
        ? (['新密码不能与原密码相同', 'The new password equals the old one'] as const)
        : weaknessOf(body.next, person.account);
    if (weakness !== undefined)
      throw new Problem(peopleProblems.weakPassword, {
        detail: weakness,
        issues: [{ path: ['next'], message: weakness[ctx.language === 'zh' ? 0 : 1] }],
      });
    await store.setPassword(ctx.db, person.id, await hashPassword(body.next), false);
    await store.endSessions(ctx.db, person.id, ctx.now, { except: ctx.caller.sessionId });
    ctx.record({ kind: 'people.passwordChanged', subject: person.id });
    return toSession({ ...person, passwordChangeDue: false }, ctx.demonstration);
  },

  async listSessions(_call, ctx) {
    const rows = await store.listSessions(ctx.db, ctx.caller.personId, earlier(ctx.now, idleMinutes));
    return {
      items: rows.map((row) => ({
        id: row.id,
        address: row.address,
        agent: row.agent,
        begunAt: row.begunAt,
        seenAt: row.seenAt,
        current: row.id === ctx.caller.sessionId,
      })),
    };
  },

  async endSession({ params }, ctx) {
    const ended = await store.endSessions(ctx.db, ctx.caller.personId, ctx.now, { only: params.id });
    ctx.record({ kind: 'session.ended', subject: ctx.caller.personId, detail: { session: params.id } });
    return { ended: ended > 0 };
  },
};
