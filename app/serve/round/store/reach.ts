import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../../kernel/scope.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';
import { stepsFrom, type ProgressStage } from '../rules.ts';

/**
 * Rounds within a scope: an institute sees its own, a region those that are in it or reach into it, a holder those that touch its instruments
 * once they are announced.
 */
export const roundsWithin = (scope: Scope): RawBuilder<boolean> =>
  scopeCondition(scope, {
    region: (like) => sql<boolean>`(round.region like ${like}
        or exists (select from round_stop stop where stop.round_id = round.id and stop.region like ${like}))`,
    organization: (id) => sql<boolean>`(round.institute_id = ${id} or (round.announced_at is not null
        and exists (select from round_item item where item.round_id = round.id and item.holder_id = ${id}
          and item.left_out_at is null)))`,
  });

/** The instruments of a round that a scope sees; `item` and `round` are in the query. */
export const itemsWithin = (scope: Scope): RawBuilder<boolean> =>
  scopeCondition(scope, {
    region: 'item.region',
    organization: (id) => sql<boolean>`(round.institute_id = ${id} or (item.holder_id = ${id} and item.left_out_at is null))`,
  });

const reached = (stage: ProgressStage): RawBuilder<number> =>
  sql<number>`count(*) filter (where item.left_out_at is null and asked.step = any(${stepsFrom(stage)}::text[]))::int`;

/** Each stage counts those that are beyond it as well; `item` and `asked`, its place in a request, are in the query. */
export const progressColumns = sql`count(*) filter (where item.left_out_at is null)::int as planned,
  ${reached('booked')} as booked, ${reached('reached')} as reached, ${reached('tested')} as tested, ${reached('issued')} as issued,
  count(*) filter (where item.left_out_at is null and ${isFailed()})::int as failed,
  count(*) filter (where item.left_out_at is not null)::int as left_out`;

/** Its last valid document is a notice of rejection. */
export function isFailed(): RawBuilder<boolean> {
  return sql<boolean>`exists (select from verification join certificate on certificate.verification_id = verification.id
    where verification.item_id = item.request_item_id and certificate.kind = 'notice' and certificate.status = 'valid')`;
}

export type ProgressRow = {
  readonly planned: number;
  readonly booked: number;
  readonly reached: number;
  readonly tested: number;
  readonly issued: number;
  readonly failed: number;
  readonly leftOut: number;
};
