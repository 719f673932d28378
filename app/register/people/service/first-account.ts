import { findOrganizationId, recordFirstOrganizations } from '../../organization/service.ts';
import type { Context } from '../../../platform/context.ts';
import { hashPassword, oneTimePassword } from '../../../platform/password.ts';
import type { Role } from '../rules/roles.ts';
import { insertPerson, insertRole } from '../store.ts';

const roles: readonly Role[] = ['system-administrator', 'security-administrator'];

/** The one administrator of a new city: opens accounts and gives roles; the password is printed once and must be changed. */
export async function openFirstAdministrator(
  ctx: Pick<Context, 'db' | 'now' | 'newId'>,
): Promise<{ account: string; password: string; name: string; role: readonly [string, string] }> {
  const place = { kind: 'bureau', name: '计量平台管理', region: '320600' };
  await recordFirstOrganizations(ctx, [place]);
  const organizationId = await findOrganizationId(ctx, place.name, place.region);
  if (organizationId === undefined) throw new Error('the first organization was not recorded');
  const id = ctx.newId();
  const password = oneTimePassword();
  await insertPerson(ctx.db, {
    id,
    account: 'admin',
    organizationId,
    passwordHash: await hashPassword(password),
    passwordChangeDue: true,
    demonstration: false,
    recordedAt: ctx.now,
    name: '系统管理员',
    phone: null,
    identityNumber: null,
    email: null,
  });
  for (const role of roles) await insertRole(ctx.db, { id: ctx.newId(), personId: id, role, grantedBy: null, grantedAt: ctx.now });
  return { account: 'admin', password, name: '系统管理员', role: ['系统管理员、安全管理员', 'System and security administrator'] };
}
