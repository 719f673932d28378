import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { usePathParam, useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { catalogueEndpoints } from '../contract.ts';
import { entryKey } from '../rules/catalogue.ts';
import { CatalogueHistory } from './CatalogueHistory.tsx';
import { CatalogueTable, kindsUnder } from './CatalogueTable.tsx';
import { catalogueTexts } from './catalogue-text.ts';
import type { Content, Details } from './catalogue-reply.ts';
import { ImportDialog } from './ImportDialog.tsx';
import './catalogue.css';

/** The catalogue that holds, or the edition that the address names. */
export function CataloguePage(): ReactElement {
  const asked = usePathParam('id');
  const list = useEndpoint(catalogueEndpoints.listCatalogueEditions, {});
  const id = asked === '' ? list.data?.items.find(({ holds }) => holds)?.id : asked;
  return <Answer query={list}>{() => (id === undefined ? <></> : <One id={id} />)}</Answer>;
}

function One({ id }: { id: string }): ReactElement {
  const query = useEndpoint(catalogueEndpoints.readCatalogueEdition, { params: { id } });
  return <Answer query={query}>{(details) => <Page details={details} />}</Answer>;
}

function Page({ details }: { details: Details }): ReactElement {
  const text = useTexts(catalogueTexts);
  const say = useSay();
  const mayImport = usePermit('catalogue.import');
  const [open, setOpen] = useState(false);
  const { content } = details;
  return (
    <>
      <PageHead
        title={say(details.title)}
        lead={`${content.document.number} · ${details.inForceFrom === null ? fill(text.publishedIn, { day: details.published }) : fill(text.from, { day: details.inForceFrom })}`}
        actions={
          <>
            {mayImport ? (
              <Button type="primary" onClick={() => setOpen(true)}>
                {text.import}
              </Button>
            ) : null}
            <Button onClick={() => save(content)}>{text.download}</Button>
            <Button onClick={() => window.print()}>{text.print}</Button>
          </>
        }
      />
      <div className="stack">
        {content.notices.length === 0 ? null : (
          <div className="missing" role="note">
            {content.notices.map((notice) => (
              <p key={notice[0]}>{say(notice)}</p>
            ))}
          </div>
        )}
        <CatalogueHistory details={details} />
        <Entries content={content} />
        {content.official === null ? null : (
          <p className="soft">
            {fill(text.official, { entries: content.official.entries, items: content.official.items, shown: content.entries.length })}{' '}
            {content.official.source}
          </p>
        )}
      </div>
      {open ? <ImportDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Hands the edition over as the file from which it, or its successor, can be imported. */
function save(content: Content): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `catalogue-${content.edition}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

function Entries({ content }: { content: Content }): ReactElement {
  const text = useTexts(catalogueTexts);
  const [search, setSearch] = useSearchState();
  const typed = typeof search['q'] === 'string' ? search['q'] : '';
  const [filter, setFilter] = useState(typed);
  const key = entryKey(filter).toLowerCase();
  const found = content.entries.filter((entry) =>
    [
      entry.name,
      ...entry.items.map(({ name }) => name),
      ...(entry.scope === null ? [] : [entry.scope]),
      ...kindsUnder(entry).map((kind) => kind.text),
    ]
      .flat()
      .some((words) => entryKey(words).toLowerCase().includes(key)),
  );
  return (
    <>
      <div className="catalogue-filter no-print">
        <Input
          type="search"
          value={filter}
          placeholder={text.filter}
          aria-label={text.filter}
          allowClear
          onChange={(event) => setFilter(event.target.value)}
          onBlur={() => setSearch({ q: filter === '' ? undefined : filter })}
        />
        <span className="soft" aria-live="polite">
          {fill(text.found, { n: found.length, all: content.entries.length })}
        </span>
      </div>
      {found.length === 0 ? <p>{text.noneFound}</p> : <CatalogueTable entries={found} numbering={content.numbering} />}
    </>
  );
}
