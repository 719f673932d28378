import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { feeEndpoints } from '../contract.ts';
import { listTags } from './states.ts';
import { texts } from './text.ts';

type PriceList = ReplyOf<typeof feeEndpoints.listFeeLists>['items'][number];

function State({ list }: { list: PriceList }): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <StatusTag states={listTags} state={list.state} /> {list.holdsToday ? <span className="soft">{text.holds}</span> : null}
    </>
  );
}
function Until({ list }: { list: PriceList }): ReactElement {
  const text = useTexts(texts);
  return <>{list.validTo ?? <span className="soft">{text.open}</span>}</>;
}

const columns: readonly Column<PriceList>[] = [
  {
    key: 'document',
    title: ['文号', 'Document'],
    show: (list) => <a href={`/desk/fee-lists/${list.id}`}>{printDocumentNumber(list.documentNumber)}</a>,
  },
  { key: 'title', title: ['名称', 'Title'], show: (list) => list.title },
  { key: 'issuer', title: ['发文机关', 'Issued by'], show: (list) => list.issuer },
  { key: 'from', title: ['执行日期', 'In force from'], narrow: true, show: (list) => list.validFrom },
  { key: 'to', title: ['停止执行', 'Until'], narrow: true, show: (list) => <Until list={list} /> },
  { key: 'prices', title: ['价格行数', 'Rows'], number: true, show: (list) => list.prices },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (list) => <State list={list} /> },
  { key: 'by', title: ['录入', 'Recorded'], show: (list) => `${list.person} ${printInstant(list.recordedAt)}` },
];

/** Price lists by their documents, the latest first. */
export function PriceListList(): ReactElement {
  const text = useTexts(texts);
  const mayRecord = usePermit('fee.record');
  const record = (
    <Button type="primary" href="/desk/fee-lists/registration">
      {text.record}
    </Button>
  );
  return (
    <>
      <PageHead
        title={text.lists}
        lead={text.listsLead}
        actions={
          <>
            {mayRecord ? record : null}
            <Button href="/desk/fees">{text.back}</Button>
          </>
        }
      />
      <DataTable
        endpoint={feeEndpoints.listFeeLists}
        columns={columns}
        rowKey={(list) => list.id}
        caption={['收费标准', 'Price lists']}
        empty={{
          title: ['未录入收费标准，无法计算免收金额', 'No price list is recorded: what was waived cannot be computed'],
          ...(mayRecord ? { action: record } : {}),
        }}
      />
    </>
  );
}
