import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { capabilityEndpoints, type CellReport } from '../contract.ts';
import { reportStatuses, reportStatusNames } from '../rules/life-cycle.ts';
import { DecisionBar } from './DecisionBar.tsx';
import { cellTones, reportTones } from './states.ts';
import { texts } from './text.ts';
import './capability.css';

function Place({ report }: { report: CellReport }): ReactElement {
  const say = useSay();
  return (
    <a href={`/desk/capability/${report.region.code}/${report.item.id}`}>
      {say(report.region.name)} {report.item.mark}
      {say(report.item.name)}
    </a>
  );
}

const columns: readonly Column<CellReport>[] = [
  { key: 'place', title: ['能力格', 'Cell'], show: (row) => <Place report={row} /> },
  { key: 'state', title: ['变为', 'Becomes'], narrow: true, show: (row) => <StatusTag states={cellTones} state={row.state} /> },
  { key: 'since', title: ['自', 'Since'], narrow: true, show: (row) => row.since },
  { key: 'body', title: ['承担机构', 'Body'], show: (row) => row.body?.name },
  {
    key: 'document',
    title: ['文号', 'Document'],
    show: (row) => (row.documentNumber === null ? null : printDocumentNumber(row.documentNumber)),
  },
  { key: 'by', title: ['上报', 'Reported'], show: (row) => `${row.organization} ${printInstant(row.recordedAt)}` },
  { key: 'status', title: ['审定', 'Decision'], narrow: true, show: (row) => <StatusTag states={reportTones} state={row.status} /> },
  { key: 'actions', title: ['办理', 'Actions'], narrow: true, show: (row) => (row.mayDecide ? <DecisionBar report={row} /> : null) },
];

/** What counties and institutes reported, as the plan office's work list. */
export function ReportList(): ReactElement {
  const text = useTexts(texts);
  const matrix = useEndpoint(capabilityEndpoints.readMatrix, { query: {} });
  return (
    <>
      <PageHead title={text.reports} lead={text.reportsLead} />
      <DataTable
        endpoint={capabilityEndpoints.listCellReports}
        columns={columns}
        rowKey={(row) => row.id}
        filters={[
          { name: 'q', label: ['关键词', 'Keyword'] },
          {
            name: 'status',
            label: ['审定', 'Decision'],
            kind: 'choice',
            options: reportStatusNames.map((value) => ({ value, label: reportStatuses[value] })),
          },
          {
            name: 'region',
            label: ['地区', 'Region'],
            kind: 'choice',
            options: (matrix.data?.counties ?? []).map((county) => ({ value: county.code, label: county.name })),
          },
        ]}
        caption={['能力变化上报', 'Reports on capability']}
        empty={{
          title: ['没有上报', 'No reports'],
          next: ['在能力矩阵中打开一格即可上报变化', 'Open a cell of the matrix to report a change'],
        }}
      />
    </>
  );
}
