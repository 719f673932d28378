import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { useTexts } from '../../../web/language.ts';
import { divisionEndpoints } from '../contract.ts';
import { divisionChanges } from '../rules.ts';
import { texts } from './text.ts';

type Import = ReplyOf<typeof divisionEndpoints.listDivisionImports>['items'][number];

const columns: readonly Column<Import>[] = [
  { key: 'source', title: ['版本与来源', 'Edition and source'], show: (item) => item.source },
  { key: 'from', title: ['自', 'From'], narrow: true, show: (item) => item.validFrom },
  { key: 'added', title: divisionChanges.added, number: true, show: (item) => item.counts.added },
  { key: 'renamed', title: divisionChanges.renamed, number: true, show: (item) => item.counts.renamed },
  { key: 'ended', title: divisionChanges.ended, number: true, show: (item) => item.counts.ended },
  { key: 'resumed', title: divisionChanges.resumed, number: true, show: (item) => item.counts.resumed },
  { key: 'unchanged', title: ['不变', 'Unchanged'], number: true, show: (item) => item.counts.unchanged },
  { key: 'file', title: ['名单', 'List'], show: (item) => item.file.name },
  { key: 'by', title: ['导入', 'Imported'], show: (item) => `${item.person} ${printInstant(item.recordedAt)}` },
];

/** Which newer lists were imported, by whom, and what they changed. */
export function ImportList(): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <PageHead title={text.imports} actions={<Button href="/desk/divisions">{text.all}</Button>} />
      <DataTable
        endpoint={divisionEndpoints.listDivisionImports}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['区划更新经过', 'Imports of division codes']}
        empty={{ title: ['还没有导入过更新', 'No newer list was imported yet'] }}
      />
    </>
  );
}
