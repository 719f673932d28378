import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { printNumber } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { useToday } from '../../../register/catalogue/web/today.ts';
import { instrumentKindNames, instrumentKinds } from '../../../register/instrument/rules.ts';
import { useRegionName, useRegions } from '../../../register/organization/web/regions.ts';
import { feeEndpoints, type Item } from '../contract.ts';
import { priceStates, printYuan } from '../rules.ts';
import { periodIn } from './period.ts';
import { priceTags } from './states.ts';
import { texts } from './text.ts';

function Kind({ item }: { item: Item }): ReactElement {
  return <>{useSay()(instrumentKinds[item.kind].text)}</>;
}
function RegionName({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}

const columns: readonly Column<Item>[] = [
  {
    key: 'number',
    title: ['证书编号', 'Document'],
    show: (item) => <a href={`/desk/certificates/${item.certificate}`}>{item.certificate}</a>,
  },
  { key: 'day', title: ['出证日期', 'Issued on'], narrow: true, show: (item) => item.issuedOn },
  {
    key: 'instrument',
    title: ['器具', 'Instrument'],
    show: (item) => (
      <a href={`/desk/instruments/${item.instrument.id}`}>
        {item.instrument.name} {item.instrument.model} / {item.instrument.serial}
      </a>
    ),
  },
  { key: 'kind', title: ['种类', 'Kind'], narrow: true, show: (item) => <Kind item={item} /> },
  { key: 'holder', title: ['使用单位', 'Holder'], show: (item) => item.holder },
  { key: 'institute', title: ['检定机构', 'Institute'], show: (item) => item.institute.name },
  { key: 'region', title: ['县（市、区）', 'County'], narrow: true, show: (item) => <RegionName code={item.region} /> },
  { key: 'state', title: ['收费标准', 'Price'], narrow: true, show: (item) => <StatusTag states={priceTags} state={item.state} /> },
  { key: 'words', title: ['适用', 'By'], show: (item) => (item.words === null ? null : `${item.words}（${item.list}）`) },
  {
    key: 'price',
    title: ['元', 'Yuan'],
    number: true,
    show: (item) => (item.priceFen === null ? null : printNumber(printYuan(item.priceFen))),
  },
];

/** The documents behind a figure of fees waived. */
export function ItemList(): ReactElement {
  const text = useTexts(texts);
  const regions = useRegions();
  const today = useToday();
  const [search] = useSearchState();
  const period = periodIn(search, today);
  const institute = typeof search['institute'] === 'string' ? { institute: search['institute'] } : {};
  return (
    <>
      <PageHead
        title={text.allItems}
        lead={text.itemsLead}
        actions={<Button href={`/desk/fees?from=${period.from}&to=${period.to}`}>{text.back}</Button>}
      />
      <DataTable
        endpoint={feeEndpoints.listFeeItems}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['证书明细', 'Documents']}
        fixed={{ ...period, ...institute }}
        filters={[
          { name: 'from', label: ['自', 'From'], kind: 'day' },
          { name: 'to', label: ['至', 'To'], kind: 'day' },
          {
            name: 'region',
            label: ['县（市、区）', 'County'],
            kind: 'choice',
            options: regions.map(({ code, name }) => ({ value: code, label: name })),
          },
          {
            name: 'kind',
            label: ['种类', 'Kind'],
            kind: 'choice',
            options: instrumentKindNames.map((name) => ({ value: name, label: instrumentKinds[name].text })),
          },
          {
            name: 'state',
            label: ['收费标准', 'Price'],
            kind: 'choice',
            options: Object.entries(priceStates).map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{ title: ['这段时间没有这样的证书', 'There is no such document in this time'] }}
      />
    </>
  );
}
