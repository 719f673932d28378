import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { FilePicker } from '../../../register/file/web/FilePicker.tsx';
import { useRegionName } from '../../../register/organization/web/regions.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { assessmentEndpoints } from '../contract.ts';
import { CommendationCard } from './CommendationList.tsx';
import { History } from './History.tsx';
import { CommendDialog, RecogniseDialog } from './PracticeDialogs.tsx';
import { practiceStates } from './states.ts';
import { texts } from './text.ts';
import './assessment.css';

type PracticeDetails = ReplyOf<typeof assessmentEndpoints.readPractice>;

/** One good practice: what was done, the evidence, the opinion, the document, and commendations for it. */
export function PracticePage(): ReactElement {
  const id = usePathParam('id');
  const query = useEndpoint(assessmentEndpoints.readPractice, { params: { id: id as never } });
  return <Answer query={query}>{(practice) => <Details key={practice.id} practice={practice} />}</Answer>;
}

function Details({ practice }: { practice: PracticeDetails }): ReactElement {
  const text = useTexts(texts);
  const regionName = useRegionName();
  const rows = [
    [text.whose, practice.organization.name],
    [text.region, regionName(practice.region)],
    [text.task, practice.task],
    ...(practice.opinion === null ? [] : [[text.opinion, practice.opinion] as const]),
    ...(practice.documentNumber === null ? [] : [[text.documentNumber, printDocumentNumber(practice.documentNumber)] as const]),
  ] as const;
  return (
    <>
      <PageHead
        title={practice.title}
        state={<StatusTag states={practiceStates} state={practice.state} />}
        actions={<Actions practice={practice} />}
      />
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
            <h2>{text.text}</h2>
            <p className="prose">{practice.text}</p>
            {practice.files.length === 0 ? null : (
              <>
                <h2>{text.evidence}</h2>
                <FilePicker value={practice.files} />
              </>
            )}
          </section>
          {practice.commendations.map((each) => (
            <CommendationCard key={each.id} commendation={each} />
          ))}
        </div>
        <History timeline={practice.timeline} />
      </div>
    </>
  );
}

function Actions({ practice }: { practice: PracticeDetails }): ReactElement {
  const text = useTexts(texts);
  const [asking, setAsking] = useState<'recognise' | 'commend'>();
  const params = { id: practice.id };
  const actions = [
    recordAction({
      name: 'review',
      label: ['审核通过', 'Review'],
      endpoint: assessmentEndpoints.decidePractice,
      request: (opinion) => ({ params, body: { decision: 'review' as const, opinion } }),
      reason: 2,
      done: ['已审核', 'Reviewed'],
      kind: 'primary',
    }),
    recordAction({
      name: 'decline',
      label: ['不采纳', 'Decline'],
      endpoint: assessmentEndpoints.decidePractice,
      request: (opinion) => ({ params, body: { decision: 'decline' as const, opinion } }),
      reason: 2,
      done: ['未采纳', 'Declined'],
    }),
  ];
  return (
    <>
      {practice.actions.includes('recognise') ? (
        <Button type="primary" onClick={() => setAsking('recognise')}>
          {text.recognise}
        </Button>
      ) : null}
      <ActionBar actions={actions} allowed={practice.actions} />
      {practice.mayCommend ? <Button onClick={() => setAsking('commend')}>{text.commend}</Button> : null}
      <Button href="/desk/practices">{text.back}</Button>
      {asking === 'recognise' ? <RecogniseDialog practice={practice} onClose={() => setAsking(undefined)} /> : null}
      {asking === 'commend' ? <CommendDialog practice={practice} onClose={() => setAsking(undefined)} /> : null}
    </>
  );
}
