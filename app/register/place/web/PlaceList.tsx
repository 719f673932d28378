import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import type { Filter } from '../../../web/kit/FilterBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { SaveFile } from '../../division/web/SaveFile.tsx';
import { useTownshipOptions } from '../../division/web/TownshipPicker.tsx';
import { useRegionName, useRegions } from '../../organization/web/regions.ts';
import { placeEndpoints, type Place } from '../contract.ts';
import { placeKinds, placeStates } from '../rules.ts';
import { placeTags } from './states.ts';
import { texts } from './text.ts';

function Kind({ place }: { place: Place }): ReactElement {
  return <>{useSay()(placeKinds[place.kind])}</>;
}
function RegionName({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}

const columns: readonly Column<Place>[] = [
  { key: 'name', title: ['名称', 'Name'], show: (place) => <a href={`/desk/places/${place.id}`}>{place.name}</a> },
  { key: 'kind', title: ['类型', 'Kind'], narrow: true, show: (place) => <Kind place={place} /> },
  { key: 'region', title: ['县（市、区）', 'County'], narrow: true, show: (place) => <RegionName code={place.region} /> },
  { key: 'township', title: ['乡镇（街道）', 'Township'], show: (place) => place.township?.name },
  { key: 'village', title: ['村（社区）', 'Village'], show: (place) => place.village?.name },
  { key: 'address', title: ['地址', 'Address'], show: (place) => place.address },
  { key: 'operator', title: ['经营单位', 'Operator'], show: (place) => place.organization?.name },
  {
    key: 'instruments',
    title: ['台账器具', 'Instruments'],
    number: true,
    show: (place) => <a href={`/desk/instruments?placeId=${place.id}`}>{place.instruments}</a>,
  },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (place) => <StatusTag states={placeTags} state={place.state} /> },
];

const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The filters of places, with the townships of the county that is chosen. */
function useFilters(region: string | undefined): readonly Filter[] {
  const regions = useRegions();
  const townships = useTownshipOptions(region);
  return [
    { name: 'q', label: ['名称、地址、经营单位或乡镇', 'Name, address, operator or township'] },
    { name: 'kind', label: ['类型', 'Kind'], kind: 'choice', options: optionsOf(placeKinds) },
    {
      name: 'region',
      label: ['县（市、区）', 'County'],
      kind: 'choice',
      options: regions.map(({ code, name }) => ({ value: code, label: name })),
    },
    ...(townships.length === 0
      ? []
      : [{ name: 'township', label: ['乡镇（街道）', 'Township'] as const, kind: 'choice' as const, options: townships }]),
    { name: 'state', label: ['状态', 'State'], kind: 'choice', options: optionsOf(placeStates), more: true },
    {
      name: 'without',
      label: ['缺少', 'Without'],
      kind: 'choice',
      more: true,
      options: [
        { value: 'instruments', label: ['器具记录', 'instruments'] },
        { value: 'township', label: ['乡镇', 'township'] },
        { value: 'coordinates', label: ['坐标', 'coordinates'] },
      ],
    },
  ];
}

/** Places of use within the caller's reach. */
export function PlaceList(): ReactElement {
  const text = useTexts(texts);
  const [search] = useSearchState();
  const filters = useFilters(typeof search['region'] === 'string' ? search['region'] : undefined);
  const mayRecord = usePermit('place.record');
  const record = (
    <Button type="primary" href="/desk/places/registration">
      {text.record}
    </Button>
  );
  const conditions = Object.fromEntries(filters.flatMap(({ name }) => (search[name] === undefined ? [] : [[name, search[name]]])));
  return (
    <>
      <PageHead
        title={text.list}
        lead={text.lead}
        actions={
          mayRecord ? (
            <>
              {record}
              <Button href="/desk/places/import">{text.import}</Button>
            </>
          ) : undefined
        }
      />
      <DataTable
        endpoint={placeEndpoints.listPlaces}
        columns={columns}
        rowKey={(place) => place.id}
        caption={['使用场所', 'Places of use']}
        filters={filters}
        actions={<SaveFile endpoint={placeEndpoints.exportPlaces} request={{ query: conditions }} label={text.export} />}
        empty={{
          title: ['还没有登记使用场所', 'No place is recorded yet'],
          next: [
            '登记后可按场所查看器具、查找没有器具记录的场所',
            'Then instruments are seen by place, and places without records are found',
          ],
          ...(mayRecord ? { action: record } : {}),
        }}
      />
    </>
  );
}
