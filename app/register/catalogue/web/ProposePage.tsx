import { findEdition } from '@tongheng/procedures/registry';
import { App, Button, Input } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useGo, usePathParam } from '../../../web/address.ts';
import { useDraft } from '../../../web/draft.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, NotFound, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { catalogueEndpoints } from '../contract.ts';
import { NumberSections } from './NumberSections.tsx';
import { texts } from './text.ts';
import './catalogue.css';

type Details = ReplyOf<typeof catalogueEndpoints.readEdition>;
type Typed = { readonly source: string; readonly clauses: Readonly<Record<string, string>> };

/** The technical manager compares every number with the official text and writes its clause beside it. */
export function ProposePage(): ReactElement {
  const query = useEndpoint(catalogueEndpoints.readEdition, { params: { id: usePathParam('id') } });
  return <Answer query={query}>{(details) => <Comparison details={details} />}</Answer>;
}

function Comparison({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const go = useGo();
  const { message } = App.useApp();
  const edition = findEdition(details.id);
  const id = useId();
  const [{ source, clauses }, setTyped, forget] = useDraft<Typed>(`adoption.${details.id}.${details.digest}`, { source: '', clauses: {} });
  const [tried, setTried] = useState(false);
  const { run, pending, problem } = useAction(catalogueEndpoints.proposeAdoption, {
    onDone: (adoption) => {
      forget();
      void message.success(text.proposed, 4);
      go(`/desk/adoptions/${adoption.id}`);
    },
  });
  const missing = details.numbers.filter(({ path }) => (clauses[path] ?? '').trim() === '');
  const short = source.trim().length < 4;
  const propose = (): void => {
    setTried(true);
    const first = short ? `${id}-source` : missing[0] === undefined ? undefined : `${id}-${missing[0].path}`;
    if (first !== undefined) document.getElementById(first)?.focus();
    else
      void run({
        body: { edition: details.id, source, numbers: details.numbers.map(({ path }) => ({ path, clause: clauses[path] ?? '' })) },
      });
  };
  /** A digest of one clause often serves many numbers: the blanks below a typed clause take it. */
  const fillDown = (): void => {
    let above = '';
    const filled: Record<string, string> = {};
    for (const { path } of details.numbers) {
      const own = (clauses[path] ?? '').trim();
      above = own === '' ? above : own;
      if (above !== '') filled[path] = above;
    }
    setTyped({ source, clauses: filled });
  };
  if (edition === undefined) return <NotFound />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        propose();
      }}
    >
      <PageHead
        title={`${text.propose} ${details.number}`}
        lead={text.proposeLead}
        actions={<Button href={`/desk/procedures/${details.id}`}>{say(details.title)}</Button>}
      />
      <section className="sheet">
        <div className={tried && short ? 'field wrong' : 'field'}>
          <label htmlFor={`${id}-source`}>{text.officialText}</label>
          <Input
            id={`${id}-source`}
            value={source}
            maxLength={300}
            aria-describedby={`${id}-note`}
            aria-invalid={tried && short}
            onChange={(event) => setTyped({ source: event.target.value, clauses })}
          />
          <p id={`${id}-note`} className={tried && short ? 'issue' : 'hint'}>
            {tried && short ? text.officialTextShort : text.officialTextHint}
          </p>
        </div>
        <Button onClick={fillDown}>{text.fillDown}</Button>
        <NumberSections
          edition={edition}
          numbers={details.numbers}
          last={text.clause}
          cell={({ path }, name) => (
            <Input
              id={`${id}-${path}`}
              size="small"
              maxLength={60}
              value={clauses[path] ?? ''}
              aria-label={fill(text.clauseOf, { name })}
              {...(tried && (clauses[path] ?? '').trim() === '' ? { status: 'error' as const, 'aria-invalid': true } : {})}
              onChange={(event) => setTyped({ source, clauses: { ...clauses, [path]: event.target.value } })}
            />
          )}
        />
      </section>
      <ProblemNote problem={problem} />
      <div className="propose-foot">
        <span aria-live="polite">
          {missing.length === 0 ? fill(text.complete, { n: details.numbers.length }) : fill(text.remaining, { n: missing.length })}
        </span>
        <Button type="primary" htmlType="submit" loading={pending}>
          {text.submit}
        </Button>
      </div>
    </form>
  );
}
