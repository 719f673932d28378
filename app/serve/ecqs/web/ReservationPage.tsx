import { Button } from 'antd';
import type { ReactElement } from 'react';
import { SaveFile } from '../../../register/division/web/SaveFile.tsx';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { ecqsEndpoints, type EcqsRow } from '../contract.ts';
import { rowOutcomeNames, rowOutcomes } from '../rules.ts';
import { outcomeTable } from './states.ts';
import { texts } from './text.ts';
import '../../../register/ledger-import/web/ledger-import.css';

function Notes({ row }: { row: EcqsRow }): ReactElement {
  const text = useTexts(texts);
  return (
    <ul className="row-notes">
      {row.remarks.map((remark, index) => (
        <li key={`${remark.field}-${index}`}>{remark.text}</li>
      ))}
      {row.registered ? <li>{text.registered}</li> : null}
      {row.requestId === null ? null : (
        <li>
          <a href={`/desk/requests/${row.requestId}`}>{text.request}</a>
        </li>
      )}
    </ul>
  );
}

const columns: readonly Column<EcqsRow>[] = [
  { key: 'row', title: ['行', 'Row'], narrow: true, show: (row) => row.row },
  { key: 'outcome', title: ['结果', 'Outcome'], narrow: true, show: (row) => <StatusTag states={outcomeTable} state={row.outcome} /> },
  { key: 'reservation', title: ['预约单号', 'Reservation'], show: (row) => row.reservation },
  { key: 'holder', title: ['申请单位', 'Applicant'], show: (row) => row.holder },
  { key: 'name', title: ['器具名称', 'Name'], show: (row) => row.name },
  { key: 'model', title: ['型号规格', 'Model'], show: (row) => row.model },
  { key: 'serial', title: ['出厂编号', 'Serial number'], show: (row) => row.serial },
  { key: 'notes', title: ['说明', 'Notes'], show: (row) => <Notes row={row} /> },
];

/** What became of each row of a reservation file. */
export function ReservationPage(): ReactElement {
  const text = useTexts(texts);
  const id = usePathParam('id');
  const query = useEndpoint(ecqsEndpoints.readReservationImport, { params: { id: id as never } });
  return (
    <Answer query={query}>
      {(one) => (
        <>
          <PageHead
            title={one.fileName}
            lead={`${one.person} ${printInstant(one.recordedAt)}${one.notices.length === 0 ? '' : ` · ${one.notices.join(' · ')}`}`}
            actions={
              <>
                {one.counts.refused === 0 ? null : (
                  <SaveFile
                    endpoint={ecqsEndpoints.downloadRefusedReservations}
                    request={{ params: { id: one.id } }}
                    label={text.refusals}
                  />
                )}
                <Button href="/desk/ecqs">{text.all}</Button>
              </>
            }
          />
          {one.counts.refused === 0 ? null : <p className="soft">{text.refusalsHint}</p>}
          <DataTable
            endpoint={ecqsEndpoints.listReservationRows}
            params={{ id: one.id }}
            columns={columns}
            rowKey={(row) => String(row.row)}
            caption={['各行办理结果', 'The rows']}
            filters={[
              { name: 'q', label: ['内容', 'Text'] },
              {
                name: 'outcome',
                label: ['结果', 'Outcome'],
                kind: 'choice',
                options: rowOutcomeNames.map((value) => ({ value, label: rowOutcomes[value] })),
              },
            ]}
            empty={{ title: ['没有这样的行', 'No such row'] }}
          />
        </>
      )}
    </Answer>
  );
}
