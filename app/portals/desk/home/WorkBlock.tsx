import type { ReactElement } from 'react';
import type { Page } from '../../../kernel/page.ts';
import type { Text } from '../../../kernel/text.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber } from '../../../web/figures.ts';
import { Failed, Loading } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { slicePages } from '../routes.ts';
import { leadsSomewhere } from '../sections.ts';
import type { Block } from './block.ts';
import { texts } from './text.ts';

const shown = 5;

/** A link where the page is there for this person; otherwise its words alone, or nothing. */
function Way({ href, children, orNothing = false }: { href: string; children: string; orNothing?: boolean }): ReactElement | null {
  const { permits } = useCaller();
  if (leadsSomewhere(slicePages, permits, href)) return <a href={href}>{children}</a>;
  return orNothing ? null : <span>{children}</span>;
}

/** The first rows of what waits, how many there are in all, and the way to them; when there is none, what fills it. */
export function WorkBlock({ block }: { block: Block }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const words = (either: string | Text): string => (typeof either === 'string' ? either : say(either));
  const list = useEndpoint(block.endpoint, { query: { ...block.query, limit: shown } } as never);
  const page = list.data as (Page<unknown> & { readonly capped?: boolean }) | undefined;
  // What is not counted to the end is at least so many.
  const total = page === undefined ? '' : `${printNumber(page.total)}${page.capped === true ? '+' : ''}`;
  const rows = (page?.items ?? []).map((item) => block.row(item as never));
  return (
    <section className={`sheet work-block${block.urgent === true && rows.length > 0 ? ' urgent' : ''}`}>
      <header>
        <h3>
          <Way href={block.href}>{say(block.title)}</Way>
        </h3>
        {page === undefined ? null : <b className={page.total === 0 ? 'soft' : ''}>{total}</b>}
      </header>
      {list.error !== null && page === undefined ? <Failed problem={list.error} onRetry={() => void list.refetch()} /> : null}
      {page === undefined && list.error === null ? <Loading rows={2} /> : null}
      {page !== undefined && rows.length === 0 ? (
        <p className="soft">
          {say(block.empty)}
          {block.action === undefined ? null : (
            <>
              {' '}
              <Way href={block.action.href} orNothing>
                {say(block.action.text)}
              </Way>
            </>
          )}
        </p>
      ) : null}
      {rows.length === 0 ? null : (
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <Way href={row.href}>{words(row.title)}</Way>
              {row.note === undefined ? null : <small className="soft">{words(row.note)}</small>}
            </li>
          ))}
        </ul>
      )}
      {page !== undefined && page.total > rows.length ? (
        <p className="all">
          <Way href={block.href}>{fill(text.all, { n: total })}</Way>
        </p>
      ) : null}
    </section>
  );
}
