import { Problem } from '../../../kernel/problem.ts';
import { cityDay } from '../../../platform/clock.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { timelinePage } from '../../event/service.ts';
import { publicInstrumentProblems, type publicInstrumentEndpoints, type PublicInstrument } from '../contract/public.ts';
import { isCode, plainCode } from '../rules/code.ts';
import { publicPlaceKinds, serialEnd } from '../rules/public.ts';
import { standingOf } from '../rules/standing.ts';
import { seenBy } from '../rules/timeline.ts';
import { listThread } from '../store.ts';
import { findByCode } from '../store/public.ts';

/** Looked at, and shown at most. */
const eventsRead = 300;
const eventsShown = 20;

async function publicHistory(ctx: Context, id: string): Promise<PublicInstrument['history']> {
  const events = await timelinePage(ctx, [id, ...(await listThread(ctx.db, id))], { limit: eventsRead });
  return events
    .flatMap((event) => seenBy(event, { kind: 'public' }) ?? [])
    .slice(0, eventsShown)
    .map(({ at, kind, organization }) => ({ day: cityDay(new Date(at)), event: kind, organization }));
}

export const publicInstrumentService: Service<typeof publicInstrumentEndpoints> = {
  async lookUpInstrument({ params }, ctx) {
    if (!isCode(params.code)) throw new Problem(publicInstrumentProblems.notACode);
    const row = await findByCode(ctx.db, plainCode(params.code));
    if (row === undefined) throw new Problem(publicInstrumentProblems.notRecorded);
    const isOpen = (publicPlaceKinds as readonly string[]).includes(row.placeKind ?? '');
    return {
      code: row.code,
      kind: row.kind,
      name: row.name,
      model: row.model,
      maker: row.maker,
      serialEnd: serialEnd(row.serial),
      region: row.region,
      place: isOpen ? { kind: row.placeKind ?? '', name: row.placeName ?? '' } : null,
      status: row.status,
      standing: standingOf(row as never, ctx.today),
      validity: row.validity,
      verdict: row.verdict,
      verifiedOn: row.verifiedOn,
      validUntil: row.dueOn,
      verifiedBy: row.verifiedBy,
      certificateNumber: row.certificateNumber,
      origin: row.origin,
      history: await publicHistory(ctx, row.id),
      demonstration: row.demonstration,
      today: ctx.today,
    } as PublicInstrument;
  },
};
