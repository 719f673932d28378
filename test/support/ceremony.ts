import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { signingKeyEndpoints } from '../../app/measure/signing-key/contract.ts';
import { insertPerson, insertRole } from '../../app/register/people/store.ts';
import type { Actor, City } from './city.ts';
import type { PersonName } from './story.ts';

/** A second system administrator: whoever asks for a key of the city cannot confirm it. */
export async function secondAdministrator(city: City): Promise<Actor & { readonly personId: string }> {
  const { db } = city.database;
  const at = city.clock.now.toISOString();
  const [personId, token] = [randomUUID(), randomBytes(16).toString('base64url')];
  await insertPerson(db, {
    id: personId,
    account: `second-${personId.slice(-8)}`,
    organizationId: city.ids.administrator.organization,
    passwordHash: '',
    passwordChangeDue: false,
    demonstration: false,
    recordedAt: at,
    name: '施二',
    phone: null,
    identityNumber: null,
    email: null,
  });
  await insertRole(db, { id: randomUUID(), personId, role: 'system-administrator', grantedBy: null, grantedAt: at });
  await db
    .insertInto('personSession')
    .values({
      id: randomUUID(),
      personId,
      tokenDigest: createHash('sha256').update(token).digest('hex'),
      address: '127.0.0.1',
      agent: 'test',
      begunAt: at,
      seenAt: at,
    })
    .execute();
  return { ...city.bearing(`tongheng_session=${token}`), personId };
}

/** The ceremony of a real city: its root, the key of its log, and a key for each of these institutes' managers. */
export async function holdCeremony(city: City, managers: readonly PersonName[] = ['instituteManager']): Promise<void> {
  const second = await secondAdministrator(city);
  const confirm = (id: string) =>
    second.call(signingKeyEndpoints.confirmSigningKey, { params: { id: id as never }, body: { certificates: null } });
  for (const purpose of ['root', 'log'] as const) {
    const body = { purpose, certificates: null, reason: '密钥仪式' };
    await confirm((await city.as('administrator').call(signingKeyEndpoints.requestCityKey, { body })).id);
  }
  for (const manager of managers) {
    const body = { holder: 'software', reference: null, reason: '密钥仪式' } as const;
    await confirm((await city.as(manager).call(signingKeyEndpoints.requestSigningKey, { body })).id);
  }
}
