import type { Scope } from '../../../kernel/scope.ts';
import { isRole, roles, type Reach } from './roles.ts';

/** The widest reach among the roles held; no role, no rows. */
export function scopeOf(held: readonly string[], organization: { id: string; region: string }): Scope {
  const reaches = new Set<Reach>(held.filter(isRole).map((role) => roles[role].reach));
  if (reaches.has('city')) return { kind: 'city' };
  if (reaches.has('region')) return { kind: 'region', region: organization.region };
  if (reaches.has('organization')) return { kind: 'organization', organization: organization.id };
  return { kind: 'none' };
}
