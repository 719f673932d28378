import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { addDays } from '../../../kernel/day.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Timeline } from '../../../web/kit/Timeline.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { FilePicker } from '../../file/web/FilePicker.tsx';
import { entryEndpoints } from '../contract.ts';
import type { EntryDetails } from '../contract/shapes.ts';
import { phaseNames, phases } from '../rules/kind.ts';
import { kindOf } from '../rules/kinds.ts';
import { Duplicates } from './Duplicates.tsx';
import { PhaseDialog } from './PhaseDialog.tsx';
import { usePrinted } from './printed.ts';
import { Proposals } from './Proposals.tsx';
import { entryStates } from './states.ts';
import { happenings, texts } from './text.ts';
import { Versions } from './Versions.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import './entry.css';

/** One entry: what it says, whether it counts, its evidence, its versions, who did what. */
export function EntryPage(): ReactElement {
  const id = usePathParam('id');
  const query = useEndpoint(entryEndpoints.readEntry, { params: { id: id as never } });
  return <Answer query={query}>{(entry) => <Details key={entry.id} entry={entry} />}</Answer>;
}

function Details({ entry }: { entry: EntryDetails }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const words = [
    say(kindOf(entry.kind).words),
    ...(entry.opening ? [text.opening] : []),
    ...(entry.demonstration ? [text.demonstration] : []),
  ];
  return (
    <>
      <PageHead
        title={entry.title}
        state={<StatusTag states={entryStates} state={entry.status} />}
        lead={words.join(' · ')}
        actions={<Actions entry={entry} />}
      />
      <div className="columns">
        <div className="stack">
          <Duplicates duplicates={entry.duplicates} />
          <Proposals entry={entry} />
          <Said entry={entry} />
          {entry.content.phases.length === 0 ? null : <Stages entry={entry} />}
          <Versions entry={entry} />
        </div>
        <div className="stack">
          <Persons entry={entry} />
          <div className="sheet">
            <History entry={entry} />
          </div>
        </div>
      </div>
    </>
  );
}

function Actions({ entry }: { entry: EntryDetails }): ReactElement {
  const text = useTexts(texts);
  const [asking, setAsking] = useState<'phase' | 'withdrawal'>();
  const close = (): void => setAsking(undefined);
  const params = { id: entry.id };
  const may = (action: EntryDetails['actions'][number]): boolean => entry.actions.includes(action);
  const actions = [
    recordAction({
      name: 'review',
      label: ['审核通过', 'Review'],
      endpoint: entryEndpoints.reviewEntry,
      request: () => ({ params, body: {} }),
      confirm: ['已核对内容与证据，审核通过？', 'You have checked content and evidence: review it?'],
      done: ['已审核', 'Reviewed'],
      kind: 'primary',
    }),
    recordAction({
      name: 'accept',
      label: ['采信', 'Accept'],
      endpoint: entryEndpoints.acceptEntry,
      request: () => ({ params, body: {} }),
      confirm: ['采信后计入指标。', 'Once accepted it counts.'],
      done: ['已采信', 'Accepted'],
      kind: 'primary',
    }),
    recordAction({
      name: 'return',
      label: ['退回补正', 'Return'],
      endpoint: entryEndpoints.returnEntry,
      request: (reason) => ({ params, body: { reason } }),
      reason: 2,
      done: ['已退回', 'Returned'],
    }),
    recordAction({
      name: 'reject',
      label: ['不予采信', 'Reject'],
      endpoint: entryEndpoints.rejectEntry,
      request: (reason) => ({ params, body: { reason } }),
      reason: 2,
      done: ['已不予采信', 'Rejected'],
      kind: 'danger',
    }),
  ];
  return (
    <>
      <ActionBar actions={actions} allowed={entry.actions} />
      {may('resubmit') ? (
        <Button type="primary" href={`/desk/entries/${entry.id}/completion`}>
          {text.resubmit}
        </Button>
      ) : null}
      {may('recordPhase') ? <Button onClick={() => setAsking('phase')}>{text.phaseProposal}</Button> : null}
      {may('proposeCorrection') ? <Button href={`/desk/entries/${entry.id}/correction`}>{text.correction}</Button> : null}
      {may('withdraw') ? (
        <Button danger onClick={() => setAsking('withdrawal')}>
          {text.withdraw}
        </Button>
      ) : null}
      <Button href={`/desk/entries?kind=${entry.kind}`}>{text.back}</Button>
      {asking === 'phase' ? <PhaseDialog entry={entry} onClose={close} /> : null}
      {asking === 'withdrawal' ? <WithdrawDialog entry={entry} onClose={close} /> : null}
    </>
  );
}

function Said({ entry }: { entry: EntryDetails }): ReactElement {
  const text = useTexts(texts);
  const printed = usePrinted();
  const files = entry.versions[entry.versions.length - 1]?.files ?? [];
  return (
    <section className="sheet entry-part">
      <h2>{text.what}</h2>
      <dl className="facts">
        {printed(entry.kind, entry.content)
          .filter((row) => row.value !== '')
          .map((row) => (
            <div key={row.id}>
              <dt>{row.label}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
        <div>
          <dt>{text.counts}</dt>
          <dd>
            <Counts entry={entry} />
          </dd>
        </div>
      </dl>
      <h3>{text.evidence}</h3>
      <FilePicker value={files} />
    </section>
  );
}

function Counts({ entry }: { entry: EntryDetails }): ReactElement {
  const text = useTexts(texts);
  const { countsFrom, countsTo, status } = entry;
  if (countsFrom === null) return <>{status === 'rejected' || status === 'withdrawn' ? text.countsNever : text.countsNot}</>;
  if (countsTo === null) return <>{fill(text.countsOpen, { from: countsFrom })}</>;
  if (countsTo <= countsFrom) return <>{text.countsNever}</>;
  return <>{fill(text.countsUntil, { from: countsFrom, to: addDays(countsTo, -1) })}</>;
}

function Stages({ entry }: { entry: EntryDetails }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <section className="sheet entry-part">
      <h2>{text.phases}</h2>
      <ol className="stages">
        {phaseNames.map((phase) => {
          const step = entry.content.phases.find((one) => one.phase === phase);
          return (
            <li key={phase} className={step === undefined ? '' : 'reached'}>
              <b>{say(phases[phase])}</b>
              <span className="soft">{step === undefined ? text.notYet : `${step.day} ${step.documentNumber}`}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Persons({ entry }: { entry: EntryDetails }): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet entry-part">
      <dl className="facts">
        <div>
          <dt>{text.owner}</dt>
          <dd>{entry.organization.name}</dd>
        </div>
        <div>
          <dt>{text.submittedBy}</dt>
          <dd>{entry.submittedBy.name}</dd>
        </div>
        <div>
          <dt>{text.reviewedBy}</dt>
          <dd>{entry.reviewedBy?.name ?? text.notYet}</dd>
        </div>
        <div>
          <dt>{text.acceptedBy}</dt>
          <dd>{entry.acceptedBy?.name ?? text.notYet}</dd>
        </div>
        {entry.stock === null ? null : (
          <div>
            <dt>{text.stockOf}</dt>
            <dd>{entry.stock.title}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function History({ entry }: { entry: EntryDetails }): ReactElement {
  const text = useTexts(texts);
  const words: Readonly<Record<string, string>> = useTexts(happenings);
  return (
    <Timeline
      label={text.timeline}
      happenings={[...entry.timeline].reverse().map((event) => ({
        at: event.at,
        title: words[event.kind.split('.')[1] ?? ''] ?? event.kind,
        by: [event.person, event.organization].filter((part) => part !== null).join(' · '),
        note: event.reason ?? undefined,
      }))}
    />
  );
}
