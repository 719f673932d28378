import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { dayOfInstant } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { catalogueEndpoints } from '../contract.ts';
import type { Details } from './catalogue-reply.ts';
import { catalogueTexts } from './catalogue-text.ts';
import { catalogueTags } from './states.ts';

/** The editions there are, and of the one that is shown what it changes and who looked at it. */
export function CatalogueHistory({ details }: { details: Details }): ReactElement {
  const text = useTexts(catalogueTexts);
  const say = useSay();
  const list = useEndpoint(catalogueEndpoints.listCatalogueEditions, {});
  const items = list.data?.items ?? [];
  return (
    <section className="sheet">
      {items.length < 2 ? null : (
        <nav aria-label={text.editions} className="no-print">
          <ul className="plain-list">
            {items.map((one) => (
              <li key={one.id}>
                <a href={`/desk/catalogue/${one.id}`} {...(one.id === details.id ? { 'aria-current': 'page' as const } : {})}>
                  {fill(text.editionOf, { title: say(one.title as [string, string]), edition: one.edition })}
                </a>{' '}
                <span className="soft">
                  {one.inForceFrom ?? one.published} {one.status === null ? text.builtIn : ''} {one.holds ? text.holds : ''}
                </span>{' '}
                {one.status === null ? null : <StatusTag states={catalogueTags} state={one.status} />}
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p>
        {details.status === null
          ? text.builtInLong
          : fill(text.importedBy, { person: details.proposedBy ?? '', day: dayOfInstant(details.proposedAt ?? '') })}
        {details.decidedAt === null
          ? null
          : ` ${fill(text.decidedBy, { person: details.decidedBy ?? '', day: dayOfInstant(details.decidedAt) })}`}
        {details.reason === null ? null : ` ${details.reason}`}
      </p>
      <Decision details={details} />
      <Differences details={details} />
    </section>
  );
}

function Decision({ details }: { details: Details }): ReactElement | null {
  const request = { params: { id: details.id } };
  if (details.allowed.length === 0) return null;
  return (
    <ActionBar
      allowed={details.allowed}
      actions={[
        recordAction({
          name: 'record',
          label: ['复核无误，记载', 'Record'],
          endpoint: catalogueEndpoints.recordCatalogueEdition,
          request: () => request,
          confirm: ['已与公布的目录逐条对照。', 'Compared with the published catalogue, entry by entry.'],
          kind: 'primary',
          done: ['已记载', 'Recorded'],
        }),
        recordAction({
          name: 'refuse',
          label: ['退回', 'Refuse'],
          endpoint: catalogueEndpoints.refuseCatalogueEdition,
          request: (reason: string) => ({ ...request, body: { reason } }),
          reason: 2,
          done: ['已退回', 'Refused'],
        }),
      ]}
    />
  );
}

function Differences({ details }: { details: Details }): ReactElement | null {
  const text = useTexts(catalogueTexts);
  const say = useSay();
  if (details.follows === null) return null;
  const words = { added: text.added, removed: text.removed, changed: text.changed };
  return (
    <>
      <h2>{fill(text.differences, { title: say(details.follows.title), n: details.differences.length })}</h2>
      {details.differences.length === 0 ? <p>{text.noDifference}</p> : null}
      <ul className="plain-list">
        {details.differences.map(({ entry, change, parts }) => (
          <li key={entry[0]}>
            <b>{words[change]}</b> {say(entry)}
            {parts.map((part) => (
              <div key={part.title[0]} className="soft">
                {say(part.title)}：<del>{say(part.before)}</del> → <ins>{say(part.after)}</ins>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
