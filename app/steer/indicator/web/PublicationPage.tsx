import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { indicatorEndpoints } from '../contract.ts';
import type { Publication } from '../contract/shapes.ts';
import { publicationModes, publicationSubjects } from '../rules/states.ts';
import { publicationTones } from './states.ts';
import { texts } from './text.ts';
import './indicator.css';

function SubjectWords({ publication }: { publication: Publication }): ReactElement {
  return <>{useSay()(publicationSubjects[publication.subject])}</>;
}

function Mode({ publication }: { publication: Publication }): ReactElement {
  const { snapshot } = publication;
  return (
    <>
      <StatusTag states={publicationTones} state={publication.mode} />
      {snapshot === null ? null : <a href={`/desk/snapshots/${snapshot.id}`}>{` ${snapshot.title} ${snapshot.asOf}`}</a>}
    </>
  );
}

const columns: readonly Column<Publication>[] = [
  { key: 'subject', title: ['对象', 'Subject'], show: (row) => <SubjectWords publication={row} /> },
  { key: 'mode', title: ['方式', 'Mode'], show: (row) => <Mode publication={row} /> },
  { key: 'by', title: ['决定人', 'Decided by'], show: (row) => row.person },
  { key: 'at', title: ['时间', 'When'], narrow: true, show: (row) => (row.recordedAt === null ? null : printInstant(row.recordedAt)) },
  {
    key: 'number',
    title: ['文号', 'Document'],
    show: (row) => (row.documentNumber === null ? null : printDocumentNumber(row.documentNumber)),
  },
  { key: 'reason', title: ['理由', 'Reason'], show: (row) => row.reason },
];

function PublicationDialog({ onClose }: { onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const snapshots = useEndpoint(indicatorEndpoints.listSnapshots, { query: { limit: 100 } });
  const options = <Key extends string>(words: Readonly<Record<Key, readonly [string, string]>>) =>
    (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }));
  return (
    <Dialog title={text.decidePublication} onClose={onClose}>
      <RecordForm
        endpoint={indicatorEndpoints.decidePublication}
        done={['已记录', 'Recorded']}
        onDone={onClose}
        fields={[
          { name: 'subject', label: ['对象', 'Subject'], kind: 'choice', options: options(publicationSubjects) },
          {
            name: 'mode',
            label: ['方式', 'Mode'],
            kind: 'choice',
            options: options(publicationModes).map((option) =>
              option.value === 'withdrawn' ? { ...option, label: ['撤回公开', 'Withdraw'] as const } : option,
            ),
            hint: ['实时公开随记录变化；按快照公开不变', 'Live follows the records; a snapshot does not change'],
          },
          {
            name: 'snapshotId',
            label: ['按哪一份快照', 'Which snapshot'],
            kind: 'choice',
            options: (snapshots.data?.items ?? []).map((card) => ({ value: card.id, label: `${card.title} ${card.asOf}` })),
            hint: ['仅按快照公开时选择', 'Only when publishing a snapshot'],
          },
          {
            name: 'documentNumber',
            label: ['文号', 'Document number'],
            hint: ['信息公开审查的文号，没有可不填', 'Number of the review, if there is one'],
          },
          { name: 'reason', label: ['理由', 'Reason'], kind: 'long' },
        ]}
      />
    </Dialog>
  );
}

/** What the public may see, who decided it and when. */
export function PublicationPage(): ReactElement {
  const text = useTexts(texts);
  const { demonstration } = useCaller();
  const [deciding, setDeciding] = useState(false);
  const query = useEndpoint(indicatorEndpoints.listPublications, {});
  return (
    <>
      <PageHead
        title={text.publication}
        lead={`${text.publicationLead}${demonstration ? ` · ${text.demonstrationDefault}` : ''}`}
        actions={
          query.data?.mayDecide === true ? (
            <Button type="primary" onClick={() => setDeciding(true)}>
              {text.decidePublication}
            </Button>
          ) : undefined
        }
      />
      <Answer query={query}>
        {({ current, history }) => (
          <div className="stack">
            <section>
              <h2 className="spaced">{text.current}</h2>
              <DataRows items={current} columns={columns} rowKey={(row) => row.subject} caption={['现行状态', 'At present']} />
            </section>
            <section>
              <h2 className="spaced">{text.history}</h2>
              {history.length === 0 ? (
                <p className="soft">{text.noDecisions}</p>
              ) : (
                <DataRows
                  items={history}
                  columns={columns}
                  rowKey={(row) => `${row.subject} ${row.recordedAt ?? ''}`}
                  caption={['历次决定', 'Decisions']}
                />
              )}
            </section>
          </div>
        )}
      </Answer>
      {deciding ? <PublicationDialog onClose={() => setDeciding(false)} /> : null}
    </>
  );
}
