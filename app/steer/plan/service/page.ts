import type { Page } from '../../../kernel/page.ts';

/** One page of a list that is held in memory, since a plan has some hundred sentences; the cursor is the position. */
export function pageFrom<Item>(items: readonly Item[], { limit, after }: { limit: number; after?: string | undefined }): Page<Item> {
  const from = Number(after ?? 0) || 0;
  const to = from + limit;
  return { items: items.slice(from, to), next: to < items.length ? String(to) : null, total: items.length };
}
