import type { Edition } from '@tongheng/procedures/edition';
import { findEdition } from '@tongheng/procedures/registry';
import { App, Button, Input } from 'antd';
import { useCallback, useId, useMemo, useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useGo, usePathParam } from '../../../web/address.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, NotFound, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { catalogueEndpoints } from '../contract.ts';
import { valueRefusals } from '../rules.ts';
import { ComparisonGroup, type Write } from './ComparisonGroup.tsx';
import { useComparisonDraft } from './comparison-draft.ts';
import { EarlierClauses } from './EarlierClauses.tsx';
import { groupNumbers } from '../rules/number-groups.ts';
import { texts } from './text.ts';
import { walkColumn } from './walk-keys.ts';
import './catalogue.css';

type Details = ReplyOf<typeof catalogueEndpoints.readEdition>;
type Shown = 'all' | 'missing' | 'open';

/** The technical manager compares every number with the official text and writes its clause beside it. */
export function ProposePage(): ReactElement {
  const id = usePathParam('id');
  const query = useEndpoint(catalogueEndpoints.readEdition, { params: { id } });
  const edition = findEdition(id);
  return (
    <Answer query={query}>{(details) => (edition === undefined ? <NotFound /> : <Comparing details={details} edition={edition} />)}</Answer>
  );
}

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

function Comparing({ details, edition }: { details: Details; edition: Edition }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const go = useGo();
  const { message } = App.useApp();
  const id = useId();
  const [{ source, clauses, values }, setTyped, forget] = useComparisonDraft(details.id, details.digest);
  const [tried, setTried] = useState(false);
  const { run, pending, problem } = useAction(catalogueEndpoints.proposeAdoption, {
    onDone: (adoption) => {
      forget();
      void message.success(text.proposed, 4);
      go(`/desk/adoptions/${adoption.id}`);
    },
  });
  const groups = useMemo(() => groupNumbers(edition, details.numbers), [edition, details]);
  const order = useMemo(() => groups.flatMap(({ rows }) => rows.map(({ number }) => number)), [groups]);
  const given = order.map(({ path, open }) => ({
    path,
    clause: (clauses[path] ?? '').trim(),
    ...(open ? { value: (values[path] ?? '').trim() } : {}),
  }));
  const blank = order.filter(({ path }) => isBlank(clauses[path]));
  const refusals = valueRefusals(order, given);
  const short = source.trim().length < 4;
  const idOf = useCallback((part: 'clauses' | 'values', path: string): string => `${id}-${part}-${path}`, [id]);
  const write = useCallback<Write>(
    (part, path, typed) => setTyped((before) => ({ ...before, [part]: { ...before[part], [path]: typed } })),
    [setTyped],
  );
  const fillBlanks = (entries: Readonly<Record<string, string>>): void =>
    setTyped((before) => ({
      ...before,
      clauses: { ...before.clauses, ...Object.fromEntries(Object.entries(entries).filter(([path]) => isBlank(before.clauses[path]))) },
    }));
  /** One clause often serves many numbers: the blanks below a typed clause take it. */
  const fillDown = (): void => {
    let above = '';
    const filled: Record<string, string> = {};
    for (const { path } of order) {
      above = isBlank(clauses[path]) ? above : (clauses[path] ?? '').trim();
      if (above !== '') filled[path] = above;
    }
    fillBlanks(filled);
  };
  // Chosen once: a row does not vanish under the hand that fills it in.
  const [shown, setShown] = useState<{ filter: Shown; paths: ReadonlySet<string> }>({ filter: 'all', paths: new Set() });
  const show = (filter: Shown): void => {
    const wanted = new Set([...blank.map(({ path }) => path), ...refusals.map(({ path }) => path)]);
    const open = new Set(order.filter((number) => number.open).map(({ path }) => path));
    setShown({ filter, paths: filter === 'missing' ? wanted : open });
  };
  const seen = groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ number }) => shown.filter === 'all' || shown.paths.has(number.path)) }))
    .filter(({ rows }) => rows.length > 0);

  const propose = (): void => {
    setTried(true);
    const first = short ? `${id}-source` : firstFault(blank[0]?.path, refusals[0]?.path, idOf);
    if (first === undefined) {
      void run({ body: { edition: details.id, source: source.trim(), numbers: given } });
      return;
    }
    setShown({ filter: 'all', paths: new Set() });
    requestAnimationFrame(() => document.getElementById(first)?.focus());
  };
  return (
    <form
      className="stack"
      onKeyDown={walkColumn}
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
            onChange={(event) => setTyped((before) => ({ ...before, source: event.target.value }))}
          />
          <p id={`${id}-note`} className={tried && short ? 'issue' : 'hint'}>
            {tried && short ? text.officialTextShort : text.officialTextHint}
          </p>
        </div>
        <div className="comparison-bar">
          <div role="group" aria-label={text.filter} className="filter-choice">
            {(
              [
                ['all', fill(text.filterAll, { n: order.length })],
                ['missing', text.filterMissing],
                ['open', fill(text.filterOpen, { n: order.filter(({ open }) => open).length })],
              ] as const
            ).map(([filter, label]) => (
              <Button
                key={filter}
                type={shown.filter === filter ? 'primary' : 'default'}
                aria-pressed={shown.filter === filter}
                onClick={() => show(filter)}
              >
                {label}
              </Button>
            ))}
          </div>
          <Button onClick={fillDown}>{text.fillDown}</Button>
          <EarlierClauses edition={details.id} numbers={details.numbers} onTake={fillBlanks} />
        </div>
        <p className="hint">{text.walkHint}</p>
        {seen.length === 0 ? <p className="soft">{text.nothingLeft}</p> : null}
        {seen.map((group) => (
          <ComparisonGroup
            key={group.id}
            group={group}
            clauses={clauses}
            values={values}
            tried={tried}
            write={write}
            idOf={idOf}
            onFill={(paths, clause) => fillBlanks(Object.fromEntries(paths.map((path) => [path, clause])))}
          />
        ))}
      </section>
      <ProblemNote problem={problem} />
      {(problem?.issues ?? []).map((issue) => (
        <p key={issue.path.join('.')} className="issue">
          {issue.path.slice(1).join(' ')} {issue.message}
        </p>
      ))}
      <div className="propose-foot">
        <progress max={order.length} value={order.length - blank.length} aria-label={text.progress} />
        <span aria-live="polite">
          {blank.length === 0 ? fill(text.complete, { n: order.length }) : fill(text.remaining, { n: blank.length })}
          {refusals.length === 0 ? null : ` · ${fill(text.remainingValues, { n: refusals.length })}`}
        </span>
        <Button type="primary" htmlType="submit" loading={pending}>
          {text.submit}
        </Button>
      </div>
    </form>
  );
}

function firstFault(
  clause: string | undefined,
  value: string | undefined,
  idOf: (part: 'clauses' | 'values', path: string) => string,
): string | undefined {
  if (clause !== undefined) return idOf('clauses', clause);
  return value === undefined ? undefined : idOf('values', value);
}
