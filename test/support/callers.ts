import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '../../app/register/people/rules/roles.ts';
import { insertPerson, insertRole, insertSession } from '../../app/register/people/store.ts';
import type { City } from './city.ts';

/** Somebody of the city's own office who holds exactly these roles; answers the cookie of a session. */
export async function enter(city: City, roles: readonly Role[], options: { passwordChangeDue?: boolean } = {}): Promise<string> {
  const { db } = city.database;
  const at = city.clock.now.toISOString();
  const id = randomUUID();
  await insertPerson(db, {
    id,
    account: `caller-${id.slice(0, 8)}`,
    organizationId: city.ids.planOffice.organization,
    passwordHash: '',
    passwordChangeDue: options.passwordChangeDue ?? false,
    demonstration: false,
    recordedAt: at,
    name: '某人',
    phone: null,
    identityNumber: null,
    email: null,
  });
  for (const role of roles) await insertRole(db, { id: randomUUID(), personId: id, role, grantedBy: null, grantedAt: at });
  const token = randomBytes(16).toString('base64url');
  const tokenDigest = createHash('sha256').update(token).digest('hex');
  await insertSession(db, { id: randomUUID(), personId: id, tokenDigest, address: '127.0.0.1', agent: 'test', at });
  return `tongheng_session=${token}`;
}
