import type { ReactElement } from 'react';
import type { Page } from '../../../kernel/page.ts';
import type { Text } from '../../../kernel/text.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber } from '../../../web/figures.ts';
import { Failed, Loading } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import type { Block } from './block.ts';
import { texts } from './text.ts';

const shown = 5;

/** The first rows of what waits, how many there are in all, and the way to them; when there is none, what fills it. */
export function WorkBlock({ block }: { block: Block }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const words = (either: string | Text): string => (typeof either === 'string' ? either : say(either));
  const list = useEndpoint(block.endpoint, { query: { ...block.query, limit: shown } } as never);
  const page = list.data as Page<unknown> | undefined;
  const rows = (page?.items ?? []).map((item) => block.row(item as never));
  return (
    <section className={`sheet work-block${block.urgent === true && rows.length > 0 ? ' urgent' : ''}`}>
      <header>
        <h3>
          <a href={block.href}>{say(block.title)}</a>
        </h3>
        {page === undefined ? null : <b className={page.total === 0 ? 'soft' : ''}>{printNumber(page.total)}</b>}
      </header>
      {list.error !== null && page === undefined ? <Failed problem={list.error} onRetry={() => void list.refetch()} /> : null}
      {page === undefined && list.error === null ? <Loading rows={2} /> : null}
      {page !== undefined && rows.length === 0 ? (
        <p className="soft">
          {say(block.empty)}
          {block.action === undefined ? null : (
            <>
              {' '}
              <a href={block.action.href}>{say(block.action.text)}</a>
            </>
          )}
        </p>
      ) : null}
      {rows.length === 0 ? null : (
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <a href={row.href}>{words(row.title)}</a>
              {row.note === undefined ? null : <small className="soft">{words(row.note)}</small>}
            </li>
          ))}
        </ul>
      )}
      {page !== undefined && page.total > rows.length ? (
        <a className="all" href={block.href}>
          {fill(text.all, { n: printNumber(page.total) })}
        </a>
      ) : null}
    </section>
  );
}
