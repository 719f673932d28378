import { createHash } from 'node:crypto';
import { canonical } from '@tongheng/seal/canonical';
import type { Context } from '../../../../platform/context.ts';
import { isTallied, restsOnScopes, type Definition } from '../../rules/denominator/definition.ts';
import { readCoverageDigest, readDemandDigest } from '../../store/figures.ts';
import type { Moment } from '../moment.ts';
import { countDay } from './count.ts';

/**
 * SHA-256 of the records behind the reported figure: the authorised items or the outcomes of requests themselves, and where it rests on counts of the
 * ledger or of requests, those item by item.
 */
export async function readShareDigest(ctx: Pick<Context, 'db'>, definition: Definition, at: Moment): Promise<string> {
  const records =
    definition.rule === 'demandServed'
      ? await readDemandDigest(ctx.db, at)
      : await readCoverageDigest(
          ctx.db,
          definition.items.map(({ key }) => key),
          at,
        );
  if (restsOnScopes(definition) || (isTallied(definition) && definition.reported === 'weighted')) return records;
  const { counted } = await countDay(ctx, definition, at.asOf, at);
  const items = (counted?.items ?? []).map(({ key, verdict, demand, met }) => ({ key, verdict, demand, met }));
  return createHash('sha256').update(canonical({ records, items })).digest('hex');
}
