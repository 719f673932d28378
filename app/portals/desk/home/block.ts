import type { z } from 'zod';
import type { Endpoint, ReplyOf, RequestOf } from '../../../kernel/endpoint.ts';
import type { Page } from '../../../kernel/page.ts';
import type { Text } from '../../../kernel/text.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- any list endpoint, whatever it is filtered by
export type ListEndpoint = Endpoint<any, any, undefined, z.ZodType<Page<any>>>;
type ItemOf<E> = ReplyOf<E> extends Page<infer Item> ? Item : never;
export type Row = { readonly id: string; readonly title: string | Text; readonly note?: string | Text | undefined; readonly href: string };

/** A short list of what waits for somebody, and the page that holds the whole of it. */
export type Block<E extends ListEndpoint = ListEndpoint> = {
  readonly key: string;
  readonly title: Text;
  readonly permit: string;
  readonly endpoint: E;
  readonly query: NonNullable<RequestOf<E> extends { query: infer Query } ? Query : never>;
  readonly row: (item: ItemOf<E>) => Row;
  /** The page with all of them. */
  readonly href: string;
  /** What is said when there is none, and the one action that fills it. */
  readonly empty: Text;
  readonly action?: { readonly text: Text; readonly href: string };
  readonly urgent?: boolean;
};

/** Keeps the endpoint's types of one block. */
export const block = <E extends ListEndpoint>(definition: Block<E>): Block => definition as unknown as Block;
