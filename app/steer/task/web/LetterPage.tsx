import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Timeline } from '../../../web/kit/Timeline.tsx';
import { printInstant } from '../../../web/figures.ts';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { taskEndpoints } from '../contract.ts';
import { letterKinds } from '../rules/states.ts';
import { IssueDialog, ReviseDialog } from './LetterDialogs.tsx';
import { LetterPaper } from './LetterPaper.tsx';
import { letterStates } from './states.ts';
import { happenings, texts } from './text.ts';
import './task.css';

export type LetterDetails = ReplyOf<typeof taskEndpoints.readLetter>;

/** A letter as it goes to paper, with the facts it was drafted from and every version. */
export function LetterPage(): ReactElement {
  const id = usePathParam('id');
  const query = useEndpoint(taskEndpoints.readLetter, { params: { id: id as never } });
  return <Answer query={query}>{(letter) => <Details key={letter.id} letter={letter} />}</Answer>;
}

function Details({ letter }: { letter: LetterDetails }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [asking, setAsking] = useState<'revise' | 'issue'>();
  const actions = [
    recordAction({
      name: 'discard',
      label: ['作废', 'Discard'],
      endpoint: taskEndpoints.discardLetter,
      request: (reason) => ({ params: { id: letter.id }, body: { reason } }),
      reason: 2,
      done: ['已作废', 'Discarded'],
      kind: 'danger',
    }),
  ];
  return (
    <>
      <div className="no-print">
        <PageHead
          title={`${say(letterKinds[letter.kind])} · ${letter.organization.name}`}
          state={<StatusTag states={letterStates} state={letter.state} />}
          actions={
            <>
              {letter.actions.includes('issue') ? (
                <Button type="primary" onClick={() => setAsking('issue')}>
                  {text.issue}
                </Button>
              ) : null}
              {letter.actions.includes('revise') ? <Button onClick={() => setAsking('revise')}>{text.revise}</Button> : null}
              <ActionBar actions={actions} allowed={letter.actions} />
              <Button onClick={() => window.print()}>{text.print}</Button>
              <Button href="/desk/task-letters">{text.back}</Button>
            </>
          }
        />
      </div>
      <div className="columns letter-columns">
        <LetterPaper letter={letter} />
        <div className="stack letter-aside">
          <Facts letter={letter} />
          {letter.versions.length > 1 ? <Versions letter={letter} /> : null}
          {letter.timeline.length === 0 ? null : <History letter={letter} />}
        </div>
      </div>
      {asking === 'revise' ? <ReviseDialog letter={letter} onClose={() => setAsking(undefined)} /> : null}
      {asking === 'issue' ? <IssueDialog letter={letter} onClose={() => setAsking(undefined)} /> : null}
    </>
  );
}

function Facts({ letter }: { letter: LetterDetails }): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet">
      <h2>{text.facts}</h2>
      <ul className="report-list">
        {letter.facts.map((fact) => (
          <li key={fact.item}>
            <a href={`/desk/task-items/${fact.item}`}>{fact.title}</a>
            <p className="by">
              {`${text.due} ${fact.dueOn}`}
              {fact.daysLate === 0 ? '' : ` · ${fill(text.late, { n: fact.daysLate })}`}
              {` · ${fact.reportedOn === null ? text.notReported : `${text.lastReport} ${fact.reportedOn}`}`}
            </p>
          </li>
        ))}
      </ul>
      {letter.reason === null ? null : <p>{`${text.discardedBecause}：${letter.reason}`}</p>}
    </section>
  );
}

function Versions({ letter }: { letter: LetterDetails }): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet">
      <h2>{text.versions}</h2>
      {[...letter.versions].reverse().map((version) => (
        <details key={version.version}>
          <summary>
            {`${fill(text.version, { n: version.version })} ${version.version === 1 ? text.programDraft : version.person} ${printInstant(version.at)}`}
          </summary>
          <p lang="zh-CN">
            <b>{version.title}</b>
          </p>
          {version.text.split('\n').map((line) => (
            <p key={line} lang="zh-CN">
              {line}
            </p>
          ))}
        </details>
      ))}
    </section>
  );
}

function History({ letter }: { letter: LetterDetails }): ReactElement {
  const text = useTexts(texts);
  const words: Readonly<Record<string, string>> = useTexts(happenings);
  return (
    <div className="sheet">
      <Timeline
        label={text.timeline}
        happenings={[...letter.timeline].reverse().map((event) => ({
          at: event.at,
          title: words[event.kind.split('.')[1] ?? ''] ?? event.kind,
          by: event.person ?? undefined,
          note: event.reason ?? undefined,
        }))}
      />
    </div>
  );
}
