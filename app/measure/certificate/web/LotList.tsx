import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useGo } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { certificateEndpoints } from '../contract.ts';
import { lotStates } from '../rules.ts';
import { lotTags } from './states.ts';
import { texts } from './text.ts';
import './certificate.css';

type Lot = ReplyOf<typeof certificateEndpoints.listLots>['items'][number];
type Group = ReplyOf<typeof certificateEndpoints.previewLot>['groups'][number];

const columns: readonly Column<Lot>[] = [
  { key: 'number', title: ['批号', 'Lot'], narrow: true, show: (lot) => <a href={`/desk/certificate-lots/${lot.id}`}>{lot.number}</a> },
  { key: 'title', title: ['批名', 'Name'], show: (lot) => lot.title },
  { key: 'institute', title: ['机构', 'Institute'], show: (lot) => lot.institute.name },
  { key: 'issued', title: ['已出证', 'Issued'], narrow: true, show: (lot) => `${lot.issued} / ${lot.items}` },
  { key: 'refused', title: ['未出证', 'Not issued'], narrow: true, show: (lot) => lot.refused },
  { key: 'approver', title: ['批准人', 'Approved by'], narrow: true, show: (lot) => lot.approver },
  { key: 'at', title: ['批准时间', 'Approved'], narrow: true, show: (lot) => printInstant(lot.approvedAt) },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (lot) => <StatusTag states={lotTags} state={lot.state} /> },
];

/** What waits to be approved together, and the lots that were. */
export function LotList(): ReactElement {
  const text = useTexts(texts);
  const mayIssue = usePermit('certificate.issueLot');
  return (
    <>
      <PageHead title={text.lots} lead={text.lotsLead} />
      <div className="stack">
        {mayIssue ? <Waiting /> : null}
        <DataTable
          endpoint={certificateEndpoints.listLots}
          columns={columns}
          rowKey={(lot) => lot.id}
          caption={['成批出证', 'Lots of certificates']}
          filters={[
            { name: 'q', label: ['批号或批名', 'Number or name'] },
            {
              name: 'state',
              label: ['状态', 'State'],
              kind: 'choice',
              options: Object.entries(lotStates).map(([value, label]) => ({ value, label })),
            },
          ]}
          empty={{
            title: ['还没有成批出证', 'No lot yet'],
            next: ['核验后的记录可以一次批准一批', 'Checked records can be approved together'],
          }}
        />
      </div>
    </>
  );
}

function Waiting(): ReactElement {
  const text = useTexts(texts);
  const [chosen, setChosen] = useState<Group>();
  const query = useEndpoint(certificateEndpoints.previewLot, { query: {} });
  return (
    <section className="sheet">
      <h2>{text.lotWaiting}</h2>
      <Answer<typeof certificateEndpoints.previewLot> query={query}>
        {({ groups }) =>
          groups.length === 0 ? (
            <p className="soft">{text.lotNothing}</p>
          ) : (
            <ul className="file-list">
              {groups.map((group) => (
                <li key={`${group.edition} ${group.session ?? ''} ${group.request ?? ''}`}>
                  {[group.editionNumber, group.holder, ...(group.sessionDay === null ? [] : [`${text.session} ${group.sessionDay}`])].join(
                    ' · ',
                  )}{' '}
                  — {fill(text.lotCount, { n: group.count, f: group.fail })}{' '}
                  <Button size="small" onClick={() => setChosen(group)}>
                    {text.lotApprove}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      {chosen === undefined ? null : <Approval group={chosen} onClose={() => setChosen(undefined)} />}
    </section>
  );
}

function Approval({ group, onClose }: { readonly group: Group; readonly onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const { edition, session, request, count, fail } = group;
  return (
    <Dialog title={text.lotApprove} onClose={onClose}>
      <p>{fill(text.lotCount, { n: count, f: fail })}</p>
      <p className="soft">{text.lotsLead}</p>
      <RecordForm
        endpoint={certificateEndpoints.issueLot}
        fixed={{ edition, session, request, count }}
        initial={{ title: `${group.editionNumber} ${group.holder}`.slice(0, 120) }}
        fields={[{ name: 'title', label: ['批名', 'Name of the lot'] }]}
        submit={['批准并逐台出证', 'Approve and issue each']}
        done={['已批准，正在出证', 'Approved, being issued']}
        onDone={({ id }) => go(`/desk/certificate-lots/${id}`)}
      />
    </Dialog>
  );
}
