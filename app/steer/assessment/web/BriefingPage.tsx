import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { FilePicker } from '../../../register/file/web/FilePicker.tsx';
import { useRegionName } from '../../../register/organization/web/regions.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { taskEndpoints } from '../../task/contract.ts';
import { assessmentEndpoints } from '../contract.ts';
import { briefingLevels } from '../rules/states.ts';
import { History } from './History.tsx';
import { issueStates } from './states.ts';
import { texts } from './text.ts';
import './assessment.css';

type BriefingDetails = ReplyOf<typeof assessmentEndpoints.readBriefing>;
type Issue = BriefingDetails['issueList'][number];

/** One briefing: what was said, which issues were raised and what came of each. */
export function BriefingPage(): ReactElement {
  const id = usePathParam('id');
  const query = useEndpoint(assessmentEndpoints.readBriefing, { params: { id: id as never } });
  return <Answer query={query}>{(briefing) => <Details key={briefing.id} briefing={briefing} />}</Answer>;
}

function Details({ briefing }: { briefing: BriefingDetails }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const regionName = useRegionName();
  const rows = [
    [text.heldOn, briefing.heldOn],
    [text.level, say(briefingLevels[briefing.level])],
    [text.region, regionName(briefing.region)],
    [text.addressee, briefing.addressee],
    [text.briefedBy, briefing.organization.name],
  ] as const;
  return (
    <>
      <PageHead title={briefing.topic} actions={<Button href="/desk/briefings">{text.back}</Button>} />
      <div className="columns">
        <div className="stack">
          <section className="sheet">
            <dl className="facts">
              {rows.map(([term, words]) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
            <h2>{text.summary}</h2>
            <p className="prose">{briefing.summary}</p>
            <h2>{text.minutes}</h2>
            <FilePicker value={briefing.files} />
          </section>
          <section className="sheet">
            <h2>{text.issues}</h2>
            {briefing.issueList.length === 0 ? <p className="soft">{text.noIssues}</p> : null}
            <ol className="issue-list">
              {briefing.issueList.map((issue) => (
                <li key={issue.id}>
                  <OneIssue briefing={briefing} issue={issue} />
                </li>
              ))}
            </ol>
          </section>
        </div>
        <History timeline={briefing.timeline} />
      </div>
    </>
  );
}

function OneIssue({ briefing, issue }: { briefing: BriefingDetails; issue: Issue }): ReactElement {
  const text = useTexts(texts);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <b>{issue.text}</b> <StatusTag states={issueStates} state={issue.settled ? 'settled' : 'open'} />
      {issue.followUps.map((each) => (
        <p key={`${each.at} ${each.text}`}>
          {each.text} {each.item === null ? null : <a href={`/desk/task-items/${each.item.id}`}>{each.item.title}</a>}{' '}
          <span className="soft">{`${each.person} ${printInstant(each.at)}`}</span>
        </p>
      ))}
      {briefing.mayFollowUp && !issue.settled ? (
        <Button size="small" onClick={() => setAsking(true)}>
          {text.followUp}
          <span className="unseen"> {issue.text}</span>
        </Button>
      ) : null}
      {asking ? <FollowUpDialog briefing={briefing} issue={issue} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function FollowUpDialog({ briefing, issue, onClose }: { briefing: BriefingDetails; issue: Issue; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const items = useEndpoint(taskEndpoints.listTaskItems, { query: { limit: 200 } });
  return (
    <Dialog title={text.followUp} onClose={onClose}>
      <p>{issue.text}</p>
      <RecordForm
        endpoint={assessmentEndpoints.followUpIssue}
        params={{ id: briefing.id, issue: issue.id }}
        initial={{ settled: false }}
        done={['已登记', 'Recorded']}
        onDone={onClose}
        fields={[
          { name: 'text', label: ['落实情况', 'What came of it'], kind: 'long' },
          {
            name: 'itemId',
            label: ['转为分解事项', 'Work item'],
            kind: 'choice',
            options: (items.data?.items ?? []).map((item) => ({ value: item.id, label: `${item.task} ${item.title}` })),
          },
          { name: 'settled', label: ['已办结', 'Settled'], kind: 'yesNo' },
        ]}
      />
    </Dialog>
  );
}
