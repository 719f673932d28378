import type { Level, Kind } from './kind.ts';
import { code } from './normalize.ts';

/** What of another record decides whether it is the same thing once more. */
export type Known = {
  readonly subjectKey: string;
  readonly level: Level | null;
  readonly documentNumber: string;
  readonly since: string;
  readonly until: string | null;
};

const overlaps = (one: Known, other: Known): boolean =>
  (one.until === null || other.since <= one.until) && (other.until === null || one.since <= other.until);

/**
 * True when a record may not stand beside another of the same kind. Renewed validity is not a duplicate: the periods do not
 * overlap. A service order is one only under the same order number.
 */
export function isRefusedDuplicate(kind: Kind, one: Known, other: Known): boolean {
  if (one.subjectKey !== other.subjectKey) return false;
  if (kind.duplicates === 'count-once') return code(one.documentNumber) === code(other.documentNumber);
  if (kind.duplicates === 'refuse-same-level' && one.level !== other.level) return false;
  return overlaps(one, other);
}
