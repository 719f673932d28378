import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { assessmentEndpoints } from '../contract.ts';
import type { EvaluationPage as EvaluationDetails } from '../contract/evaluation.ts';
import { missingFindings } from '../rules/completeness.ts';
import { FindingTable } from './FindingTable.tsx';
import { History } from './History.tsx';
import { evaluationStates } from './states.ts';
import { SubmitDialog } from './SubmitDialog.tsx';
import { texts } from './text.ts';
import './assessment.css';

/** A closing evaluation: figures beside findings, results of the tasks, lessons, versions. */
export function EvaluationPage(): ReactElement {
  const id = usePathParam('id');
  const query = useEndpoint(assessmentEndpoints.readEvaluation, { params: { id: id as never } });
  return <Answer query={query}>{(evaluation) => <Details key={evaluation.id} evaluation={evaluation} />}</Answer>;
}

function Details({ evaluation }: { evaluation: EvaluationDetails }): ReactElement {
  const text = useTexts(texts);
  const [chosen, setChosen] = useState(0);
  const shown = evaluation.versions[chosen];
  const findings = shown?.findings ?? [];
  const missing = missingFindings(
    evaluation.subjects.map((each) => each.subject),
    findings,
  );
  const lead = [
    `${text.asOf} ${evaluation.asOf}`,
    evaluation.frozenAt === null ? text.live : fill(text.frozen, { at: printInstant(evaluation.frozenAt) }),
    ...(evaluation.documentNumber === null ? [] : [printDocumentNumber(evaluation.documentNumber)]),
  ];
  return (
    <>
      <PageHead
        title={evaluation.title}
        state={<StatusTag states={evaluationStates} state={evaluation.state} />}
        lead={lead.join(' · ')}
        actions={<Actions evaluation={evaluation} />}
      />
      <div className="columns">
        <div className="stack">
          {evaluation.state === 'drafted' && missing.length > 0 ? (
            <p className="soft">{fill(text.missing, { n: missing.length })}</p>
          ) : null}
          {shown === undefined ? null : (
            <section className="sheet">
              <h2>{text.overall}</h2>
              <p className="prose">{shown.summary}</p>
              <h2>{text.lessons}</h2>
              <p className="prose">{shown.lessons}</p>
            </section>
          )}
          <FindingTable evaluation={evaluation} findings={findings} kind="indicator" />
          <FindingTable evaluation={evaluation} findings={findings} kind="task" />
        </div>
        <div className="stack no-print">
          {evaluation.versions.length < 2 ? null : (
            <section className="sheet">
              <h2>{text.versions}</h2>
              <ul className="version-list">
                {evaluation.versions.map((version, index) => (
                  <li key={version.version}>
                    <Button type="link" size="small" aria-pressed={index === chosen} onClick={() => setChosen(index)}>
                      {fill(text.version, { n: version.version })}
                    </Button>
                    <span className="soft">{`${version.person} ${printInstant(version.at)}`}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <History timeline={evaluation.timeline} />
        </div>
      </div>
    </>
  );
}

function Actions({ evaluation }: { evaluation: EvaluationDetails }): ReactElement {
  const text = useTexts(texts);
  const [asking, setAsking] = useState<'submit' | 'adopt'>();
  const params = { id: evaluation.id };
  const may = (action: EvaluationDetails['actions'][number]): boolean => evaluation.actions.includes(action);
  const actions = [
    recordAction({
      name: 'review',
      label: ['审核通过', 'Pass'],
      endpoint: assessmentEndpoints.reviewEvaluation,
      request: (opinion) => ({ params, body: { verdict: 'passed' as const, opinion } }),
      reason: 2,
      done: ['已审核', 'Reviewed'],
      kind: 'primary',
    }),
    recordAction({
      name: 'return',
      label: ['退回修改', 'Return'],
      endpoint: assessmentEndpoints.reviewEvaluation,
      request: (opinion) => ({ params, body: { verdict: 'returned' as const, opinion } }),
      reason: 2,
      done: ['已退回', 'Returned'],
    }),
  ];
  return (
    <>
      {may('submit') ? (
        <Button type="primary" onClick={() => setAsking('submit')}>
          {text.submit}
        </Button>
      ) : null}
      {may('revise') ? <Button href={`/desk/evaluations/${evaluation.id}/draft`}>{text.draft}</Button> : null}
      {may('adopt') ? (
        <Button type="primary" onClick={() => setAsking('adopt')}>
          {text.adopt}
        </Button>
      ) : null}
      <ActionBar actions={actions} allowed={evaluation.actions} />
      <Button onClick={() => window.print()}>{text.print}</Button>
      <Button href="/desk/evaluations">{text.back}</Button>
      {asking === 'submit' ? <SubmitDialog evaluation={evaluation} onClose={() => setAsking(undefined)} /> : null}
      {asking === 'adopt' ? (
        <Dialog title={text.adopt} onClose={() => setAsking(undefined)}>
          <RecordForm
            endpoint={assessmentEndpoints.adoptEvaluation}
            params={params}
            done={['已登记', 'Recorded']}
            onDone={() => setAsking(undefined)}
            fields={[
              { name: 'documentNumber', label: ['文号', 'Document number'], hint: ['如 通政办发〔2026〕12号', 'As 通政办发〔2026〕12号'] },
              { name: 'adoptedOn', label: ['通过日期', 'Adopted on'], kind: 'day' },
            ]}
          />
        </Dialog>
      ) : null}
    </>
  );
}
