import { sql, type RawBuilder } from 'kysely';
import { regionPrefix, type Scope } from '../../../kernel/scope.ts';

/** Which rows of the ledger a caller reaches: its scope, and for an institute what it is designated for. */
export type Reach = { readonly scope: Scope; readonly pairs: readonly { readonly region: string; readonly kind: string }[] };

/**
 * A county is asked for by its own code: beside a piece of a serial number the index of both takes an equality, while a beginning would
 * have it read a whole county.
 */
export const inRegion = (region: string): RawBuilder<boolean> => {
  const prefix = regionPrefix(region);
  return prefix.length === 6 ? sql<boolean>`instrument.region = ${prefix}` : sql<boolean>`instrument.region like ${`${prefix}%`}`;
};

/** Exactly these regions with these kinds. */
export const paired = (pairs: Reach['pairs']): RawBuilder<boolean> =>
  pairs.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(instrument.region || ' ' || instrument.kind) = any(${pairs.map(({ region, kind }) => `${region} ${kind}`)}::text[])`;

/** A holder's own, what an organization recorded, what it was asked to verify, and what it is designated for. */
export function within({ scope, pairs }: Reach): RawBuilder<boolean> {
  switch (scope.kind) {
    case 'city':
      return sql<boolean>`true`;
    case 'region':
      return inRegion(scope.region);
    case 'organization':
      return sql<boolean>`(instrument.holder_id = ${scope.organization} or instrument.registrar_id = ${scope.organization} or ${paired(pairs)}
        or exists (select from instrument_reader reader where reader.instrument_id = instrument.id and reader.organization_id = ${scope.organization}))`;
    case 'none':
      return sql<boolean>`false`;
  }
}
