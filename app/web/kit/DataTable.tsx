import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { z } from 'zod';
import type { Endpoint, ReplyOf, RequestOf } from '../../kernel/endpoint.ts';
import type { Page } from '../../kernel/page.ts';
import type { Text } from '../../kernel/text.ts';
import { useSearchState } from '../address.ts';
import { call, type ProblemAnswer } from '../client.ts';
import { printNumber } from '../figures.ts';
import { fill, useLanguage, useSay, useTexts } from '../language.ts';
import { DataRows, type Column } from './DataRows.tsx';
import { FilterBar, type Filter } from './FilterBar.tsx';
import { Empty, Failed, Forbidden, Loading } from './PageStates.tsx';
import { SavedViews } from './SavedViews.tsx';
import { texts } from './text.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- any list endpoint, whatever it is filtered by
export type ListEndpoint<Item> = Endpoint<any, any, undefined, z.ZodType<Page<Item>>>;
type ItemOf<E> = ReplyOf<E> extends Page<infer Item> ? Item : never;

type Props<E extends ListEndpoint<unknown>> = {
  readonly endpoint: E;
  readonly columns: readonly Column<ItemOf<E>>[];
  readonly rowKey: (item: ItemOf<E>) => string;
  readonly params?: Readonly<Record<string, string>>;
  /** Conditions that the page itself sets; they do not stand in the address. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly filters?: readonly Filter[];
  /** What the table lists, for those who hear it. */
  readonly caption: Text;
  readonly empty: { readonly title: Text; readonly next?: Text; readonly action?: ReactNode };
  /** Shown at the count line, as an export or a new record. */
  readonly actions?: ReactNode;
  /** Appears on selection. */
  readonly batch?: (chosen: readonly ItemOf<E>[], clear: () => void) => ReactNode;
};

/** How many rows there are; a search that stopped counting says that there are more. */
const totalOf = (page: { readonly total: number; readonly capped?: boolean } | undefined): string =>
  `${printNumber(page?.total ?? 0)}${page?.capped === true ? '+' : ''}`;

/** A list of a contract: conditions in the address, count line, rows, further rows by the cursor. Rows become cards on a phone. */
export function DataTable<E extends ListEndpoint<unknown>>(props: Props<E>): ReactElement {
  const { endpoint, filters = [], params, fixed } = props;
  const say = useSay();
  const text = useTexts(texts);
  const language = useLanguage();
  const [search, setSearch] = useSearchState();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const conditions = Object.fromEntries(filters.flatMap(({ name }) => (search[name] === undefined ? [] : [[name, search[name]]])));
  const query = { ...conditions, ...fixed };
  const list = useInfiniteQuery<Page<ItemOf<E>>, ProblemAnswer, Page<ItemOf<E>>[], readonly unknown[], string | undefined>({
    queryKey: [endpoint.path, params, query, 'list', language],
    queryFn: async ({ pageParam, signal }) =>
      (await call(endpoint, { params, query: { ...query, after: pageParam } } as unknown as RequestOf<E>, { signal })) as Page<ItemOf<E>>,
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages,
  });
  const items = list.data?.flatMap((page) => page.items) ?? [];
  const clear = (): void => setChosen(new Set());
  return (
    <section className="data-table">
      {filters.length === 0 ? null : (
        <>
          <FilterBar filters={filters} search={search} onSearch={setSearch} />
          <SavedViews conditions={conditions} />
        </>
      )}
      {list.error !== null ? (
        list.error.status === 403 ? (
          <Forbidden />
        ) : (
          <Failed problem={list.error} onRetry={() => void list.refetch()} />
        )
      ) : null}
      {list.isPending && list.error === null ? <Loading rows={8} /> : null}
      {list.data === undefined ? null : (
        <>
          <div className="count-line">
            <span aria-live="polite">
              {fill(text.count, { n: totalOf(list.data[0]) })}
              {list.hasNextPage ? ` · ${fill(text.shown, { n: printNumber(items.length) })}` : ''}
            </span>
            {props.actions}
          </div>
          {chosen.size === 0 || props.batch === undefined ? null : (
            <div className="batch-bar">
              <span>{fill(text.chosen, { n: chosen.size })}</span>
              {props.batch(
                items.filter((item) => chosen.has(props.rowKey(item))),
                clear,
              )}
              <Button type="link" onClick={clear}>
                {text.unchoose}
              </Button>
            </div>
          )}
          {items.length === 0 ? (
            <Empty
              title={Object.keys(conditions).length > 0 ? text.nothing : say(props.empty.title)}
              next={props.empty.next === undefined ? undefined : say(props.empty.next)}
              action={props.empty.action}
            />
          ) : (
            <DataRows
              columns={props.columns}
              rowKey={props.rowKey}
              caption={props.caption}
              items={items}
              choice={props.batch === undefined ? undefined : { chosen, onChoose: setChosen }}
            />
          )}
          {list.hasNextPage ? (
            <Button className="further" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {text.further}
            </Button>
          ) : null}
        </>
      )}
    </section>
  );
}
