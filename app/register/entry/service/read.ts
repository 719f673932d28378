import { printCursor } from '../../../kernel/page.ts';
import type { Service } from '../../../platform/context.ts';
import type { entryEndpoints } from '../contract.ts';
import { kindNames, kindOf } from '../rules/kinds.ts';
import { maySubmit } from '../rules/life-cycle.ts';
import * as list from '../store/list.ts';
import { contentOf, detailsOf, toItem } from './entry.ts';
import { writeList } from './workbook.ts';

type Names = 'listKinds' | 'listEntries' | 'exportEntries' | 'readEntry' | 'listPublicCommitments';

export const readService: Pick<Service<typeof entryEndpoints>, Names> = {
  async listKinds(_call, ctx) {
    const counts = new Map((await list.countByKind(ctx.db, ctx.caller.scope)).map((row) => [row.kind, row]));
    return {
      items: kindNames.map((id) => {
        const { words, head, levels, fields, evidence, phased, duplicates } = kindOf(id);
        return {
          id,
          words: [...words],
          head: structuredClone(head) as never,
          levels: [...levels],
          fields: structuredClone(fields) as never,
          evidence: [...evidence],
          phased,
          duplicates,
          maySubmit: maySubmit(id, ctx.caller),
          total: counts.get(id)?.total ?? 0,
          open: counts.get(id)?.open ?? 0,
        };
      }),
    };
  },

  async listEntries({ query }, ctx) {
    const { rows, total } = await list.listEntries(ctx.db, ctx.caller.scope, query, ctx.today);
    const items = rows.slice(0, query.limit).map((row) => toItem(row, ctx.today));
    const last = items[items.length - 1];
    return {
      items,
      next: rows.length > query.limit && last !== undefined ? printCursor({ at: last.submittedAt, id: last.id }) : null,
      total,
    };
  },

  async exportEntries({ query }, ctx) {
    const rows = await list.exportEntries(ctx.db, ctx.caller.scope, query, ctx.today);
    return writeList(
      query.kind,
      rows.map((row) => ({ item: toItem(row, ctx.today), content: contentOf(row) })),
      ctx.language,
      ctx.today,
    );
  },

  readEntry: ({ params }, ctx) => detailsOf(ctx, params.id),

  async listPublicCommitments({ query }, ctx) {
    const { rows, total } = await list.listPublicCommitments(ctx.db, query, ctx.today);
    const shown = rows.slice(0, query.limit);
    const last = shown[shown.length - 1];
    return {
      items: shown.map((row) => {
        const payload = row.payload as Record<string, string>;
        return { name: row.title, scope: payload['scope'] ?? '', trade: payload['trade'] ?? '', since: row.since };
      }),
      next: rows.length > query.limit && last !== undefined ? `${last.title}\n${last.entryId}` : null,
      total,
    };
  },
};
