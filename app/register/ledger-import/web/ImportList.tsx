import { Button } from 'antd';
import type { ReactElement } from 'react';
import { printInstant, printNumber } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { SaveFile } from '../../division/web/SaveFile.tsx';
import { ledgerImportEndpoints, type LedgerImport } from '../contract.ts';
import { importStates, importStatusNames } from '../rules/states.ts';
import { importTable } from './states.ts';
import { texts } from './text.ts';

const columns: readonly Column<LedgerImport>[] = [
  { key: 'file', title: ['文件', 'File'], show: (item) => <a href={`/desk/ledger-imports/${item.id}`}>{item.fileName}</a> },
  { key: 'status', title: ['状态', 'State'], narrow: true, show: (item) => <StatusTag states={importTable} state={item.status} /> },
  { key: 'rows', title: ['行数', 'Rows'], number: true, show: (item) => printNumber(item.counts.rows) },
  { key: 'new', title: ['新增', 'New'], number: true, show: (item) => printNumber(item.counts.new) },
  { key: 'changed', title: ['变更', 'Changed'], number: true, show: (item) => printNumber(item.counts.changed) },
  { key: 'refused', title: ['不能导入', 'Refused'], number: true, show: (item) => printNumber(item.counts.refused) },
  { key: 'applied', title: ['已写入', 'Written'], number: true, show: (item) => printNumber(item.counts.applied) },
  { key: 'by', title: ['上传', 'Uploaded'], show: (item) => `${item.person} ${printInstant(item.recordedAt)}` },
];

/** The imports of one's own organization, newest first. */
export function ImportList(): ReactElement {
  const text = useTexts(texts);
  const start = (
    <Button type="primary" href="/desk/ledger-imports/upload">
      {text.upload}
    </Button>
  );
  return (
    <>
      <PageHead
        title={text.imports}
        lead={text.importsLead}
        actions={
          <>
            <SaveFile endpoint={ledgerImportEndpoints.downloadLedgerTemplate} request={{}} label={text.template} />
            {start}
          </>
        }
      />
      <DataTable
        endpoint={ledgerImportEndpoints.listLedgerImports}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['台账导入', 'Imports of ledgers']}
        filters={[
          { name: 'q', label: ['文件名', 'File name'] },
          {
            name: 'status',
            label: ['状态', 'State'],
            kind: 'choice',
            options: importStatusNames.map((value) => ({ value, label: importStates[value] })),
          },
        ]}
        empty={{ title: ['还没有导入过台账', 'No ledger has been imported yet'], action: start }}
      />
    </>
  );
}
