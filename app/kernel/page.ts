import { z } from 'zod';

/** What every list takes: free text, how many, and where the last page ended. Numbers arrive as text in an address. */
export const listQuery = {
  q: z.string().max(100).optional().meta({ description: 'free text' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional().meta({ description: 'the `next` of the page before' }),
} as const;

/** What every list answers: the rows, the cursor of the next page or null, and how many rows the filter finds in all. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int() });

export type Page<Item> = { items: Item[]; next: string | null; total: number };

/** The cursor of a list whose newest row comes first: the instant and id of the page's last row. */
export const printCursor = (last: { readonly at: string; readonly id: string }): string => `${last.at} ${last.id}`;

/** undefined when it is none, and the list begins anew. */
export function readCursor(after: string | undefined): { readonly at: string; readonly id: string } | undefined {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after ?? '') ?? [];
  return at === undefined || id === undefined ? undefined : { at, id };
}
