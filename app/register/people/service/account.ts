import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { hashPassword, oneTimePassword } from '../../../platform/password.ts';
import { reaches } from '../../../kernel/scope.ts';
import { peopleProblems, type peopleEndpoints } from '../contract.ts';
import { maskEmail, maskIdentity, maskPhone } from '../rules/mask.ts';
import * as store from '../store.ts';

type AccountNames = 'listPeople' | 'openAccount' | 'resetPassword' | 'closeAccount' | 'grantRole' | 'endRole' | 'unmaskPerson';

const masked = (value: string | null, mask: (value: string) => string): string | null => (value === null ? null : mask(value));

const toRow = (person: store.PersonRecord) => ({
  id: person.id,
  account: person.account,
  name: person.name,
  organization: { id: person.organizationId, name: person.organizationName },
  roles: person.roles,
  active: person.active,
  phone: masked(person.phone, maskPhone),
  identityNumber: masked(person.identityNumber, maskIdentity),
  email: masked(person.email, maskEmail),
});

async function getPerson(ctx: Context, id: string): Promise<store.PersonRecord> {
  const person = await store.findPerson(ctx.db, id);
  if (person === undefined || !reaches(ctx.caller.scope, { organizations: [person.organizationId], region: person.region })) {
    throw new Problem(platformProblems.notFound);
  }
  return person;
}

export const accountService: Pick<Service<typeof peopleEndpoints>, AccountNames> = {
  async listPeople({ query }, ctx) {
    const { rows, total } = await store.listPeople(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    return { items: items.map(toRow), next: rows.length > query.limit ? (items[items.length - 1]?.account ?? null) : null, total };
  },

  async openAccount({ body }, ctx) {
    const id = ctx.newId();
    const password = oneTimePassword();
    const { name, ...rest } = body;
    const opened = await store.insertPerson(ctx.db, {
      ...rest,
      id,
      name,
      passwordHash: await hashPassword(password),
      passwordChangeDue: true,
      demonstration: ctx.demonstration,
      recordedAt: ctx.now,
    });
    if (!opened)
      throw new Problem(peopleProblems.accountTaken, {
        issues: [{ path: ['account'], message: peopleProblems.accountTaken.text[ctx.language === 'zh' ? 0 : 1] }],
      });
    ctx.record({ kind: 'people.accountOpened', subject: id, detail: { organization: body.organizationId } });
    return { id, oneTimePassword: password };
  },

  async resetPassword({ params, body }, ctx) {
    const person = await getPerson(ctx, params.id);
    const password = oneTimePassword();
    await store.setPassword(ctx.db, person.id, await hashPassword(password), true);
    await store.endSessions(ctx.db, person.id, ctx.now);
    ctx.record({ kind: 'people.passwordReset', subject: person.id, reason: body.reason });
    return { oneTimePassword: password };
  },

  async closeAccount({ params, body }, ctx) {
    const person = await getPerson(ctx, params.id);
    if (person.id === ctx.caller.personId) throw new Problem(peopleProblems.ownRights);
    await store.closePerson(ctx.db, person.id);
    await store.endSessions(ctx.db, person.id, ctx.now);
    ctx.record({ kind: 'people.accountClosed', subject: person.id, reason: body.reason });
    return toRow({ ...person, active: false });
  },

  async grantRole({ params, body }, ctx) {
    const person = await getPerson(ctx, params.id);
    if (person.id === ctx.caller.personId) throw new Problem(peopleProblems.ownRights);
    const granted = await store.insertRole(ctx.db, {
      id: ctx.newId(),
      personId: person.id,
      role: body.role,
      grantedBy: ctx.caller.personId,
      grantedAt: ctx.now,
    });
    if (!granted) throw new Problem(peopleProblems.roleHeld);
    ctx.record({ kind: 'people.roleGranted', subject: person.id, reason: body.reason, detail: { role: body.role } });
    return toRow({ ...person, roles: [...person.roles, body.role].sort() });
  },

  async endRole({ params, body }, ctx) {
    const person = await getPerson(ctx, params.id);
    if (person.id === ctx.caller.personId) throw new Problem(peopleProblems.ownRights);
    await store.endRole(ctx.db, person.id, params.role, ctx.caller.personId, ctx.now);
    ctx.record({ kind: 'people.roleEnded', subject: person.id, reason: body.reason, detail: { role: params.role } });
    return toRow({ ...person, roles: person.roles.filter((role) => role !== params.role) });
  },

  async unmaskPerson({ params, body }, ctx) {
    const person = await getPerson(ctx, params.id);
    ctx.record({ kind: 'people.unmasked', subject: person.id, reason: body.reason });
    return { phone: person.phone, identityNumber: person.identityNumber, email: person.email };
  },
};
