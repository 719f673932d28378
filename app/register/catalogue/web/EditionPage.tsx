import type { Edition } from '@tongheng/procedures/edition';
import { findEdition } from '@tongheng/procedures/registry';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, NotFound } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { catalogueEndpoints } from '../contract.ts';
import { Applications } from './Applications.tsx';
import { FormOutline, GroupOutline } from './FormOutline.tsx';
import { Missing } from './Missing.tsx';
import { NumberGroups } from './NumberGroups.tsx';
import { kindWords } from '../rules/number-words.ts';
import { Identity, Items, Section, Standards, Validity } from './Specification.tsx';
import { conclusionTags, useTags } from './states.ts';
import { texts } from './text.ts';
import { useAtMyInstitute, type Use } from './UseAtMyInstitute.tsx';
import './catalogue.css';

type Details = ReplyOf<typeof catalogueEndpoints.readEdition>;

/** One edition as a specification that a metrologist reads from top to bottom, on paper too. */
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
    <div className="specification">
      <PageHead
        title={`${details.number} ${say(details.title)}`}
        state={use === undefined ? undefined : <StatusTag states={useTags} state={use.state} />}
        lead={text.editionLead}
        actions={<Actions details={details} use={use} />}
      />
      <div className="stack">
        {use === undefined ? null : <Missing edition={details.id} use={use} numberCount={details.numberCount} />}
        <Section title={text.identity}>
          <Identity edition={edition} digest={details.digest} />
        </Section>
        <Section title={text.applies}>
          <Applications applies={details.applies} />
        </Section>
        <Section title={text.items}>
          <Items edition={edition} />
        </Section>
        <Section title={text.standards}>
          <Standards edition={edition} />
        </Section>
        <Section title={text.environment}>
          <GroupOutline group={edition.form.environment} />
        </Section>
        <Section title={text.validity}>
          <Validity edition={edition} />
        </Section>
        <Section title={text.numbers} note={text.numbersNote}>
          <Numbers details={details} edition={edition} use={use} />
        </Section>
        <Section title={text.form} note={text.formNote}>
          <FormOutline edition={edition} />
        </Section>
        <Section title={text.notCovered} note={text.notCoveredNote}>
          <ul className="plain-list">
            {edition.notCovered.map((one) => (
              <li key={one[0]}>{say(one)}</li>
            ))}
          </ul>
        </Section>
        <Section title={text.examples} note={text.examplesNote}>
          <ul className="plain-list">
            {details.examples.map(({ name, title, origin, kind, conclusion }) => (
              <li key={name}>
                {say(title)} · {say(kindWords[kind])} · <StatusTag states={conclusionTags} state={conclusion ?? 'none'} />{' '}
                <span className="soft">
                  {name} · {origin}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </div>
  );
}

function Actions({ details: { id, openCount }, use }: { details: Details; use: Use | undefined }): ReactElement {
  const text = useTexts(texts);
  const mayAdopt = usePermit('catalogue.adopt');
  const first = use?.state === 'none' || use?.state === 'changed';
  // A limit that was entered wrongly is corrected by another adoption; the present one holds until the second person has confirmed it.
  const again = use?.state === 'adopted' && openCount > 0;
  return (
    <>
      {mayAdopt && (first || again) ? (
        <Button type={first ? 'primary' : 'default'} href={`/desk/procedures/${id}/adoption`}>
          {first ? text.propose : text.correctLimits}
        </Button>
      ) : null}
      {use?.adoption === undefined ? null : <Button href={`/desk/adoptions/${use.adoption.id}`}>{text.adoptions}</Button>}
      <Button onClick={() => window.print()}>{text.print}</Button>
      <Button href="/desk/procedures">{text.all}</Button>
    </>
  );
}

function Numbers({ details, edition, use }: { details: Details; edition: Edition; use: Use | undefined }): ReactElement {
  const text = useTexts(texts);
  const adoption = use?.state === 'adopted' ? use.adoption?.id : undefined;
  const read = useEndpoint(catalogueEndpoints.readAdoption, { params: { id: adoption as never } }, { enabled: adoption !== undefined });
  const confirmations = new Map((read.data?.confirmations ?? []).map((one) => [one.path, one]));
  return (
    <NumberGroups
      edition={edition}
      numbers={details.numbers}
      last={text.confirmed}
      cell={({ path }) => {
        const one = confirmations.get(path);
        if (one === undefined) return <span className="soft">{text.notConfirmed}</span>;
        return one.entered ? `${String(JSON.parse(one.value))} · ${one.clause}` : one.clause;
      }}
    />
  );
}
