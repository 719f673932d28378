import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { dayOfInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { instrumentKinds } from '../../catalogue/rules/kinds.ts';
import { useTownshipOptions } from '../../division/web/TownshipPicker.tsx';
import { useRegionName, useRegions } from '../../organization/web/regions.ts';
import { placeKinds } from '../../place/rules.ts';
import { coverageEndpoints, type Without } from '../contract.ts';
import { expectingKinds } from '../rules/expectations.ts';
import { texts } from './text.ts';

function Kind({ item }: { item: Without }): ReactElement {
  return <>{useSay()(placeKinds[item.kind])}</>;
}
function RegionName({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}
function Expected({ item }: { item: Without }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return <>{item.expected.map((kinds) => kinds.map((kind) => say(instrumentKinds[kind].text)).join(text.or)).join('；')}</>;
}
function TownshipName({ item }: { item: Without }): ReactElement {
  const text = useTexts(texts);
  return <>{item.township?.name ?? <span className="soft">{text.unknownTownship}</span>}</>;
}

const columns: readonly Column<Without>[] = [
  { key: 'name', title: ['场所', 'Place'], show: (item) => <a href={`/desk/places/${item.id}`}>{item.name}</a> },
  { key: 'kind', title: ['类型', 'Kind'], narrow: true, show: (item) => <Kind item={item} /> },
  { key: 'region', title: ['县（市、区）', 'County'], narrow: true, show: (item) => <RegionName code={item.region} /> },
  { key: 'township', title: ['乡镇（街道）', 'Township'], show: (item) => <TownshipName item={item} /> },
  { key: 'address', title: ['地址', 'Address'], show: (item) => item.address },
  { key: 'operator', title: ['经营单位', 'Operator'], show: (item) => item.operator },
  { key: 'expected', title: ['通常应有', 'Usually there'], show: (item) => <Expected item={item} /> },
  { key: 'recorded', title: ['登记日期', 'Recorded'], narrow: true, show: (item) => dayOfInstant(item.recordedAt) },
];

/** Open places where instruments usually stand and the ledger has none. */
export function WithoutList(): ReactElement {
  const text = useTexts(texts);
  const regions = useRegions();
  const [search] = useSearchState();
  const region = typeof search['region'] === 'string' ? search['region'] : undefined;
  const townships = useTownshipOptions(region);
  return (
    <>
      <PageHead
        title={text.placesWithout}
        lead={text.placesWithoutLead}
        actions={<Button href={`/desk/coverage${region === undefined ? '' : `?region=${region}`}`}>{text.back}</Button>}
      />
      <DataTable
        endpoint={coverageEndpoints.listPlacesWithout}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['无器具记录的场所', 'Places without records']}
        filters={[
          { name: 'q', label: ['名称、地址或经营单位', 'Name, address or operator'] },
          {
            name: 'kind',
            label: ['类型', 'Kind'],
            kind: 'choice',
            options: expectingKinds.map((kind) => ({ value: kind, label: placeKinds[kind] })),
          },
          {
            name: 'region',
            label: ['县（市、区）', 'County'],
            kind: 'choice',
            options: regions.map(({ code, name }) => ({ value: code, label: name })),
          },
          {
            name: 'township',
            label: ['乡镇（街道）', 'Township'],
            kind: 'choice',
            options: [...townships, { value: 'none', label: text.unknownTownship }],
          },
        ]}
        empty={{ title: ['没有这样的场所', 'There is no such place'] }}
      />
    </>
  );
}
