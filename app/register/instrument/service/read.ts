import type { Service } from '../../../platform/context.ts';
import { cardsOf } from '../../file/service.ts';
import type { recordEndpoints } from '../contract/record.ts';
import * as store from '../store.ts';
import * as changes from '../store/change.ts';
import { findOffer } from '../store/handover.ts';
import { listResults } from '../store/result.ts';
import { getRow, toInstrument } from './card.ts';
import { lateFactOf } from './late.ts';
import { allowedFor } from './open.ts';
import { savedFile } from './saved-file.ts';
import { historyOf } from './timeline.ts';

const toPart = ({ id, code, name, serial, status }: { id: string; code: string; name: string; serial: string; status: string }) =>
  ({ id, code, name, serial, status }) as never;

export const readService: Pick<Service<typeof recordEndpoints>, 'readInstrument' | 'readInstrumentTimeline' | 'readInstrumentPhoto'> = {
  async readInstrument({ params }, ctx) {
    const row = await getRow(ctx, params.id);
    const [parent, parts, moves, statusChanges, offer, results, photos, late, history] = await Promise.all([
      row.parentId === null ? undefined : store.findInstrument(ctx.db, row.parentId),
      store.listParts(ctx.db, row.id),
      changes.listMoves(ctx.db, row.id),
      changes.listStatusChanges(ctx.db, row.id),
      findOffer(ctx.db, row.id),
      listResults(ctx.db, row.id),
      row.photoId === null ? [] : cardsOf(ctx, [row.photoId]),
      lateFactOf(ctx, row.id),
      historyOf(ctx, row),
    ]);
    return {
      ...toInstrument(row),
      registrar: row.registrarName,
      parent: parent === undefined ? null : toPart(parent),
      parts: parts.filter(({ holderId }) => holderId === row.holderId).map(toPart),
      moves,
      statusChanges: statusChanges as never,
      late: late ?? null,
      offer: offer ?? null,
      reported: results
        .filter(({ origin }) => origin === 'reported')
        .map(({ id, number, verifiedOn, validUntil, institute, at, fileId, withdrawnAt, withdrawalReason }) => ({
          id,
          number,
          verifiedOn,
          validUntil,
          institute,
          at,
          scan: fileId !== null,
          withdrawal: withdrawnAt === null ? null : { reason: withdrawalReason ?? '', at: withdrawnAt },
        })),
      photo: photos[0] ?? null,
      allowed: allowedFor(ctx, row, offer !== undefined),
      timeline: history.items,
      earlier: history.earlier,
    };
  },

  async readInstrumentTimeline({ params, query }, ctx) {
    return historyOf(ctx, await getRow(ctx, params.id), query.before);
  },

  async readInstrumentPhoto({ params }, ctx) {
    return savedFile(ctx, (await getRow(ctx, params.id)).photoId);
  },
};
