import { kindsOf } from '@tongheng/procedures/edition';
import { editionFor } from '@tongheng/procedures/registry';
import { printCursor } from '../../../kernel/page.ts';
import type { Service } from '../../../platform/context.ts';
import type { Inspectable, inspectionEndpoints } from '../contract/inspection.ts';
import { listInspectable } from '../store/inspectable.ts';

export const inspectionService: Service<typeof inspectionEndpoints> = {
  async listInspectable({ query }, ctx) {
    const { rows, total } = await listInspectable(ctx.db, ctx.caller.organizationId, ctx.today, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => {
        const edition = editionFor(row.kind, ctx.today);
        return {
          ...row,
          holder: { id: row.holderId, name: row.holderName },
          edition: edition === undefined ? null : { id: edition.id, number: edition.number, inspects: kindsOf(edition).includes('in-use') },
        } as unknown as Inspectable;
      }),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },
};
