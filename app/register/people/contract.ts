import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { id, OrganizationId, PersonId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/day.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { problems } from '../../kernel/problem.ts';
import { roleNames } from './rules/roles.ts';

export const SessionId = id('session');
export const Role = z.enum(roleNames);

export const peopleProblems = problems('people', {
  wrongPassword: {
    kind: 'unauthenticated',
    text: ['账号或密码不正确', 'The account or the password is wrong'],
    next: ['请核对后重试；多次失败会暂时锁定', 'Check and try again; repeated failures lock for a while'],
  },
  throttled: {
    kind: 'limited',
    text: ['登录失败次数过多，已暂时锁定', 'Too many failed sign-ins; locked for a while'],
    next: ['请 15 分钟后再试，或联系管理员', 'Try again in 15 minutes or ask the administrator'],
  },
  weakPassword: {
    kind: 'invalid',
    text: ['新密码不符合要求', 'The new password is not accepted'],
    next: ['请换一个更长、不常见的密码', 'Choose a longer, less common one'],
  },
  accountTaken: {
    kind: 'conflict',
    text: ['该账号已存在', 'This account exists already'],
    next: ['请换一个账号名', 'Choose another account name'],
  },
  ownRights: {
    kind: 'forbidden',
    text: ['不能给自己授权', 'Nobody grants rights to oneself'],
    next: ['请由另一位安全管理员办理', 'Ask another security administrator'],
  },
  roleHeld: {
    kind: 'conflict',
    text: ['该人员已有此角色', 'The person holds this role already'],
    next: ['无需重复授权', 'Nothing to do'],
  },
});

const Session = z.object({
  person: z.object({ id: PersonId, name: z.string() }),
  organization: z.object({ id: OrganizationId, name: z.string(), kind: z.string(), region: z.string() }),
  roles: z.array(z.string()),
  permits: z.array(z.string()),
  passwordChangeDue: z.boolean(),
  demonstration: z.boolean(),
});

const PersonRow = z.object({
  id: PersonId,
  account: z.string(),
  name: z.string(),
  organization: z.object({ id: OrganizationId, name: z.string() }),
  roles: z.array(z.string()),
  active: z.boolean(),
  phone: z.string().nullable(),
  identityNumber: z.string().nullable(),
  email: z.string().nullable(),
});
export type PersonRow = z.infer<typeof PersonRow>;

const Account = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)
  .meta({ description: 'lower-case letters, digits, dot, hyphen' });

export const peopleEndpoints = {
  signIn: endpoint({
    method: 'POST',
    path: '/session',
    permit: 'public',
    rows: 'shared',
    summary: ['登录', 'Sign in'],
    body: z.object({ account: z.string().max(40), password: z.string().max(200) }),
    reply: Session,
    problems: [peopleProblems.wrongPassword, peopleProblems.throttled],
    perMinute: 30,
  }),
  readSession: endpoint({
    method: 'GET',
    path: '/session',
    permit: 'session',
    rows: 'own',
    summary: ['当前登录', 'The current session'],
    reply: Session,
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/session/ending',
    permit: 'session',
    rows: 'own',
    summary: ['退出登录', 'Sign out'],
    reply: z.object({ ended: z.boolean() }),
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/session/password',
    permit: 'session',
    rows: 'own',
    summary: ['修改密码，其他会话随即结束', 'Change the password; other sessions end'],
    body: z.object({ current: z.string().max(200), next: z.string().max(200) }),
    reply: Session,
    secrets: ['current', 'next'],
    problems: [peopleProblems.wrongPassword, peopleProblems.weakPassword, peopleProblems.throttled],
  }),
  listSessions: endpoint({
    method: 'GET',
    path: '/sessions',
    permit: 'session',
    rows: 'own',
    summary: ['我的登录会话', 'My sessions'],
    reply: z.object({
      items: z.array(
        z.object({ id: SessionId, address: z.string(), agent: z.string(), begunAt: Instant, seenAt: Instant, current: z.boolean() }),
      ),
    }),
  }),
  endSession: endpoint({
    method: 'POST',
    path: '/sessions/:id/ending',
    permit: 'session',
    rows: 'own',
    summary: ['结束一个会话', 'End one session'],
    params: z.object({ id: SessionId }),
    reply: z.object({ ended: z.boolean() }),
  }),
  listPeople: endpoint({
    method: 'GET',
    path: '/people',
    permit: 'people.read',
    rows: 'own',
    summary: ['人员（个人信息脱敏）', 'People, personal data masked'],
    query: z.object({ ...listQuery, organization: OrganizationId.optional(), role: Role.optional() }),
    reply: pageOf(PersonRow),
  }),
  openAccount: endpoint({
    method: 'POST',
    path: '/people',
    permit: 'people.manage',
    rows: 'shared',
    summary: ['开立账号，返回一次性密码', 'Open an account; answers its one-time password'],
    body: z.object({
      account: Account,
      name: z.string().trim().min(1).max(50),
      organizationId: OrganizationId,
      phone: z.string().max(20).nullable().default(null),
      identityNumber: z.string().max(20).nullable().default(null),
      email: z.email().nullable().default(null),
    }),
    reply: z.object({ id: PersonId, oneTimePassword: z.string().nullable() }),
    secrets: ['oneTimePassword'],
    problems: [peopleProblems.accountTaken],
  }),
  resetPassword: endpoint({
    method: 'POST',
    path: '/people/:id/password',
    permit: 'people.manage',
    rows: 'shared',
    summary: ['重置密码，返回一次性密码', 'Reset a password; answers a one-time password'],
    params: z.object({ id: PersonId }),
    body: z.object({ reason: z.string().trim().min(2).max(200) }),
    reply: z.object({ oneTimePassword: z.string().nullable() }),
    secrets: ['oneTimePassword'],
  }),
  closeAccount: endpoint({
    method: 'POST',
    path: '/people/:id/closure',
    permit: 'people.manage',
    rows: 'shared',
    summary: ['停用账号', 'Close an account'],
    params: z.object({ id: PersonId }),
    body: z.object({ reason: z.string().trim().min(2).max(200) }),
    reply: PersonRow,
  }),
  grantRole: endpoint({
    method: 'POST',
    path: '/people/:id/roles',
    permit: 'people.grant',
    rows: 'shared',
    summary: ['授予角色', 'Grant a role'],
    params: z.object({ id: PersonId }),
    body: z.object({ role: Role, reason: z.string().trim().min(2).max(200) }),
    reply: PersonRow,
    problems: [peopleProblems.ownRights, peopleProblems.roleHeld],
  }),
  endRole: endpoint({
    method: 'POST',
    path: '/people/:id/roles/:role/ending',
    permit: 'people.grant',
    rows: 'shared',
    summary: ['终止角色', 'End a role'],
    params: z.object({ id: PersonId, role: Role }),
    body: z.object({ reason: z.string().trim().min(2).max(200) }),
    reply: PersonRow,
    problems: [peopleProblems.ownRights],
  }),
  unmaskPerson: endpoint({
    method: 'POST',
    path: '/people/:id/unmasking',
    permit: 'people.unmask',
    rows: 'own',
    summary: ['查看个人信息原文，说明理由并留痕', 'See personal data unmasked; the reason is recorded'],
    params: z.object({ id: PersonId }),
    body: z.object({ reason: z.string().trim().min(5).max(200) }),
    reply: z.object({ phone: z.string().nullable(), identityNumber: z.string().nullable(), email: z.string().nullable() }),
    secrets: ['phone', 'identityNumber', 'email'],
  }),
};
