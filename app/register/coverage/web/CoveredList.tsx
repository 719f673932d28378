import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { dayOfInstant } from '../../../web/figures.ts';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { instrumentKindNames, instrumentKinds } from '../../catalogue/rules/kinds.ts';
import { useTownshipOptions } from '../../division/web/TownshipPicker.tsx';
import { useRegionName, useRegions } from '../../organization/web/regions.ts';
import { coverageEndpoints, type Covered } from '../contract.ts';
import { coverageColumnNames, coverageColumns, type CoverageColumn } from '../rules.ts';
import { standingTable } from '../../instrument/web/states.ts';
import { texts } from './text.ts';

function Kind({ item }: { item: Covered }): ReactElement {
  return <>{useSay()(instrumentKinds[item.kind].text)}</>;
}
function Where({ item }: { item: Covered }): ReactElement {
  const regionName = useRegionName();
  const text = useTexts(texts);
  return (
    <>
      {regionName(item.region)} {item.townshipName ?? <span className="soft">{text.unknownTownship}</span>}
    </>
  );
}
function Recorded({ item }: { item: Covered }): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      {dayOfInstant(item.recordedAt)} <span className="soft">{fill(text.days, { n: item.daysRecorded })}</span>
    </>
  );
}

const columns: readonly Column<Covered>[] = [
  { key: 'name', title: ['名称', 'Name'], show: (item) => <a href={`/desk/instruments/${item.id}`}>{item.name}</a> },
  { key: 'kind', title: ['种类', 'Kind'], narrow: true, show: (item) => <Kind item={item} /> },
  { key: 'model', title: ['型号', 'Model'], narrow: true, show: (item) => item.model },
  { key: 'serial', title: ['出厂编号', 'Serial number'], narrow: true, show: (item) => item.serial },
  { key: 'holder', title: ['使用单位', 'Holder'], show: (item) => item.holder.name },
  { key: 'where', title: ['所在地', 'Where'], show: (item) => <Where item={item} /> },
  { key: 'place', title: ['使用地点', 'Place'], show: (item) => item.place },
  {
    key: 'standing',
    title: ['检定状态', 'Standing'],
    narrow: true,
    show: (item) => <StatusTag states={standingTable} state={item.standing} />,
  },
  { key: 'due', title: ['有效期至', 'Valid until'], narrow: true, show: (item) => item.dueOn },
  { key: 'recorded', title: ['登记', 'Recorded'], narrow: true, show: (item) => <Recorded item={item} /> },
];

/** The instruments behind a figure of coverage. */
export function CoveredList(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const regions = useRegions();
  const [search] = useSearchState();
  const region = typeof search['region'] === 'string' ? search['region'] : undefined;
  const townships = useTownshipOptions(region);
  const asked = search['column'];
  const column: CoverageColumn = coverageColumnNames.find((name) => name === asked) ?? 'inUse';
  return (
    <>
      <PageHead
        title={column === 'neverVerified' ? text.neverVerified : say(coverageColumns[column].text)}
        lead={say(coverageColumns[column].note)}
        actions={<Button href={`/desk/coverage${region === undefined ? '' : `?region=${region}`}`}>{text.back}</Button>}
      />
      <DataTable
        endpoint={coverageEndpoints.listCovered}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['覆盖明细', 'Instruments of a figure']}
        filters={[
          {
            name: 'column',
            label: ['统计项', 'Figure'],
            kind: 'choice',
            options: coverageColumnNames.map((name) => ({ value: name, label: coverageColumns[name].text })),
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
          {
            name: 'kind',
            label: ['种类', 'Kind'],
            kind: 'choice',
            options: instrumentKindNames.map((name) => ({ value: name, label: instrumentKinds[name].text })),
          },
        ]}
        empty={{ title: ['没有这样的器具', 'There is no such instrument'] }}
      />
    </>
  );
}
