import { Button } from 'antd';
import type { ReactElement } from 'react';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { entryEndpoints } from '../contract.ts';
import type { Stock } from '../contract/shapes.ts';
import { kindNames, kindOf } from '../rules/kinds.ts';
import { stockStates } from './states.ts';
import { texts } from './text.ts';

function KindWord({ stock }: { stock: Stock }): ReactElement {
  return <>{useSay()(kindOf(stock.kind).words)}</>;
}

const columns: readonly Column<Stock>[] = [
  { key: 'title', title: ['名单', 'List'], show: (item) => <a href={`/desk/entry-stocks/${item.id}`}>{item.title}</a> },
  { key: 'kind', title: ['类别', 'Kind'], show: (item) => <KindWord stock={item} /> },
  { key: 'document', title: ['文号', 'Number'], show: (item) => printDocumentNumber(item.documentNumber) },
  { key: 'asOf', title: ['截至', 'As of'], narrow: true, show: (item) => item.asOf },
  { key: 'taken', title: ['已导入', 'Taken'], number: true, show: (item) => item.taken },
  { key: 'duplicate', title: ['重复', 'Duplicates'], number: true, show: (item) => item.duplicate },
  { key: 'refused', title: ['有误', 'Wrong'], number: true, show: (item) => item.refused },
  { key: 'by', title: ['导入', 'Imported'], show: (item) => `${item.submittedBy} ${printInstant(item.submittedAt)}` },
  { key: 'reviewer', title: ['审核', 'Reviewed by'], show: (item) => item.reviewedBy },
  { key: 'status', title: ['状态', 'State'], narrow: true, show: (item) => <StatusTag states={stockStates} state={item.status} /> },
];

/** The opening stock lists, newest first. */
export function StockList(): ReactElement {
  const text = useTexts(texts);
  const start = (
    <Button type="primary" href="/desk/entry-stocks/import">
      {text.importList}
    </Button>
  );
  return (
    <>
      <PageHead title={text.stock} lead={text.stockLead} actions={start} />
      <DataTable
        endpoint={entryEndpoints.listStocks}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['存量名单', 'Opening stock lists']}
        filters={[
          {
            name: 'kind',
            label: ['类别', 'Kind'],
            kind: 'choice',
            options: kindNames.map((value) => ({ value, label: kindOf(value).words })),
          },
        ]}
        empty={{ title: ['还没有存量名单', 'No opening stock list yet'] }}
      />
    </>
  );
}
