import type { Edition } from '@tongheng/procedures/edition';
import type { Group } from '@tongheng/procedures/form';
import { findEdition } from '@tongheng/procedures/registry';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, NotFound } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { catalogueEndpoints } from '../contract.ts';
import { Applications } from './Applications.tsx';
import { NumberSections } from './NumberSections.tsx';
import { useTags } from './states.ts';
import { texts } from './text.ts';
import { useAtMyInstitute, type Use } from './UseAtMyInstitute.tsx';
import './catalogue.css';

type Details = ReplyOf<typeof catalogueEndpoints.readEdition>;

/** One edition: its numbers with source and confidence, its form, and what it does not calculate. */
export function EditionPage(): ReactElement {
  const id = usePathParam('id');
  const query = useEndpoint(catalogueEndpoints.readEdition, { params: { id } });
  const edition = findEdition(id);
  return (
    <Answer query={query}>{(details) => (edition === undefined ? <NotFound /> : <Page details={details} edition={edition} />)}</Answer>
  );
}

function Page({ details, edition }: { details: Details; edition: Edition }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const use = useAtMyInstitute(details.id);
  return (
    <>
      <PageHead
        title={`${details.number} ${say(details.title)}`}
        state={use === undefined ? undefined : <StatusTag states={useTags} state={use.state} />}
        actions={<Actions id={details.id} use={use} />}
      />
      <div className="stack">
        <section className="sheet">
          <h2>{text.applies}</h2>
          <Applications applies={details.applies} />
        </section>
        <section className="sheet">
          <h2>{text.numbers}</h2>
          <p className="soft">{text.numbersNote}</p>
          <Numbers details={details} edition={edition} use={use} />
        </section>
        <section className="sheet">
          <h2>{text.form}</h2>
          <dl className="form-outline">
            {[edition.form.instrument, edition.form.environment, ...edition.form.readings].map((group) => (
              <Outline key={group.id} group={group} />
            ))}
          </dl>
        </section>
        <section className="sheet">
          <h2>{text.notCovered}</h2>
          <p className="soft">{text.notCoveredNote}</p>
          <ul className="not-covered">
            {edition.notCovered.map((one) => (
              <li key={one[0]}>{say(one)}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function Actions({ id, use }: { id: string; use: Use | undefined }): ReactElement {
  const text = useTexts(texts);
  const mayPropose = usePermit('catalogue.adopt') && (use?.state === 'none' || use?.state === 'changed');
  return (
    <>
      {mayPropose ? (
        <Button type="primary" href={`/desk/procedures/${id}/adoption`}>
          {text.propose}
        </Button>
      ) : null}
      {use?.adoption === undefined ? null : <Button href={`/desk/adoptions/${use.adoption.id}`}>{text.adoptions}</Button>}
      <Button href="/desk/procedures">{text.all}</Button>
    </>
  );
}

function Numbers({ details, edition, use }: { details: Details; edition: Edition; use: Use | undefined }): ReactElement {
  const text = useTexts(texts);
  const adoption = use?.state === 'adopted' ? use.adoption?.id : undefined;
  const read = useEndpoint(catalogueEndpoints.readAdoption, { params: { id: adoption as never } }, { enabled: adoption !== undefined });
  const clauses = new Map((read.data?.confirmations ?? []).map(({ path, clause }) => [path, clause]));
  return (
    <NumberSections
      edition={edition}
      numbers={details.numbers}
      last={text.confirmed}
      cell={({ path }) => <>{clauses.get(path) ?? <span className="soft">{text.notConfirmed}</span>}</>}
    />
  );
}

function Outline({ group }: { group: Group }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const fields = [...group.fields, ...group.columns].map(({ label, symbol }) => `${say(label)}${symbol === undefined ? '' : ` ${symbol}`}`);
  return (
    <div>
      <dt>
        {say(group.title)} {group.rows === null ? null : <span className="soft">{fill(text.rows, group.rows)}</span>}
      </dt>
      <dd>{fields.join(' · ')}</dd>
      <dd className="soft">{say(group.help)}</dd>
    </div>
  );
}
