import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useAction } from '../../../web/endpoint-hooks.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { ledgerImportEndpoints, type LedgerImportRow } from '../contract.ts';
import { rowVerdictNames, rowVerdicts } from '../rules/states.ts';
import { verdictTable } from './states.ts';
import { texts } from './text.ts';

type Details = ReplyOf<typeof ledgerImportEndpoints.readLedgerImport>;

/** What is said of a row: of a changed one field by field, then its remarks. */
function Notes({ row }: { row: LedgerImportRow }): ReactElement {
  const text = useTexts(texts);
  return (
    <ul className="row-notes">
      {row.difference.map(({ field, label, before, after }) => (
        <li key={field}>
          {label} <span className="unseen">{text.before}</span>
          <del>{before ?? text.empty}</del> → <ins>{after}</ins>
        </li>
      ))}
      {row.remarks.map(({ text: said, field }, index) => (
        <li key={`${field}-${index}`}>{said}</li>
      ))}
    </ul>
  );
}

function RowNumber({ row }: { row: LedgerImportRow }): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      {row.row}
      {row.appliedAt === null || row.instrumentId === null ? null : (
        <>
          {' '}
          <a href={`/desk/instruments/${row.instrumentId}`}>{text.inLedger}</a>
        </>
      )}
    </>
  );
}

const columns: readonly Column<LedgerImportRow>[] = [
  { key: 'row', title: ['行', 'Row'], narrow: true, show: (row) => <RowNumber row={row} /> },
  {
    key: 'verdict',
    title: ['结果', 'Found'],
    narrow: true,
    show: (row) => (row.verdict === null ? null : <StatusTag states={verdictTable} state={row.verdict} />),
  },
  { key: 'name', title: ['器具名称', 'Name'], show: (row) => row.name },
  { key: 'model', title: ['型号规格', 'Model'], show: (row) => row.model },
  { key: 'serial', title: ['出厂编号', 'Serial number'], show: (row) => row.serial },
  { key: 'maker', title: ['生产厂家', 'Maker'], show: (row) => row.maker },
  { key: 'holder', title: ['使用单位', 'Holder'], show: (row) => row.holder },
  {
    key: 'notes',
    title: ['差异与备注', 'Differences and remarks'],
    show: (row) => (row.difference.length + row.remarks.length === 0 ? null : <Notes row={row} />),
  },
];

/** The rows of the file; those that can be written are chosen here, or all at once above. */
export function RowTable({ one }: { one: Details }): ReactElement {
  const text = useTexts(texts);
  const { run, pending, problem } = useAction(ledgerImportEndpoints.applyLedgerImport);
  const apply = async (rows: readonly number[], clear: () => void): Promise<void> => {
    if ((await run({ params: { id: one.id }, body: { choice: 'rows', rows: [...rows] } })) !== undefined) clear();
  };
  return (
    <section aria-label={text.rows}>
      <ProblemNote problem={problem} />
      <DataTable
        endpoint={ledgerImportEndpoints.listLedgerImportRows}
        params={{ id: one.id }}
        columns={columns}
        rowKey={(row) => String(row.row)}
        caption={['各行比对结果', 'The rows and what was found']}
        filters={[
          { name: 'q', label: ['内容', 'Text'] },
          {
            name: 'verdict',
            label: ['结果', 'Found'],
            kind: 'choice',
            options: rowVerdictNames.map((value) => ({ value, label: rowVerdicts[value] })),
          },
          {
            name: 'warned',
            label: ['需要留意', 'To be looked at'],
            kind: 'choice',
            options: [{ value: 'true', label: ['是', 'Yes'] }],
            more: true,
          },
        ]}
        empty={{ title: ['没有这样的行', 'No such row'] }}
        {...(one.allowed.includes('apply')
          ? {
              batch: (chosen: readonly LedgerImportRow[], clear: () => void) => (
                <Button
                  loading={pending}
                  onClick={() =>
                    void apply(
                      chosen.map(({ row }) => row),
                      clear,
                    )
                  }
                >
                  {text.applyRows}
                </Button>
              ),
            }
          : {})}
      />
    </section>
  );
}
