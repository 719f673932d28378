import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { printDocumentNumber } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { assessmentEndpoints } from '../contract.ts';
import type { Evaluation } from '../contract/evaluation.ts';
import { evaluationStates as evaluationWords } from '../rules/states.ts';
import { evaluationStates } from './states.ts';
import { texts } from './text.ts';

const columns: readonly Column<Evaluation>[] = [
  { key: 'title', title: ['评估', 'Evaluation'], show: (each) => <a href={`/desk/evaluations/${each.id}`}>{each.title}</a> },
  { key: 'asOf', title: ['数据日期', 'Figures as of'], narrow: true, show: (each) => each.asOf },
  { key: 'version', title: ['版本', 'Version'], number: true, show: (each) => each.version },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (each) => <StatusTag states={evaluationStates} state={each.state} /> },
  {
    key: 'number',
    title: ['文号', 'Document number'],
    show: (each) => (each.documentNumber === null ? null : printDocumentNumber(each.documentNumber)),
  },
];

/** The closing evaluations of the plan. */
export function EvaluationList(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const mayBegin = usePermit('assessment.decide');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PageHead
        title={text.evaluations}
        lead={text.evaluationsLead}
        actions={
          mayBegin ? (
            <Button type="primary" onClick={() => setAsking(true)}>
              {text.begin}
            </Button>
          ) : undefined
        }
      />
      <DataTable
        endpoint={assessmentEndpoints.listEvaluations}
        columns={columns}
        rowKey={(each) => each.id}
        caption={['终期评估', 'Closing evaluations']}
        filters={[
          { name: 'q', label: ['关键词', 'Keyword'] },
          {
            name: 'state',
            label: ['状态', 'State'],
            kind: 'choice',
            options: Object.entries(evaluationWords).map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{ title: ['还没有终期评估', 'There is no closing evaluation yet'] }}
      />
      {asking ? (
        <Dialog title={text.begin} onClose={() => setAsking(false)}>
          <RecordForm
            endpoint={assessmentEndpoints.beginEvaluation}
            onDone={(evaluation) => go(`/desk/evaluations/${evaluation.id}`)}
            fields={[
              { name: 'title', label: ['标题', 'Title'] },
              { name: 'asOf', label: ['数据日期', 'Figures as of'], kind: 'day' },
            ]}
          />
        </Dialog>
      ) : null}
    </>
  );
}
