import type { Day } from '../../../kernel/day.ts';
import type { Context } from '../../../platform/context.ts';
import type { MeasurementStandard } from '../contract/shapes.ts';
import { listDossiers } from '../store/dossier.ts';
import { listMainUses } from '../store/due.ts';
import { loadDossiers } from './card.ts';

/** The measurement standards in which a standard is a main one on a day, as they stand then; whoever keeps them. */
export async function dossiersWithMain(ctx: Pick<Context, 'db'>, standardId: string, day: Day): Promise<MeasurementStandard[]> {
  const ids = await listMainUses(ctx.db, standardId, day);
  const rows = ids.length === 0 ? [] : await listDossiers(ctx.db, { kind: 'city' }, { ids });
  return (await loadDossiers(ctx, rows, day)).map(({ card }) => card);
}
