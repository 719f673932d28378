import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { useRegionName, useRegions } from '../../organization/web/regions.ts';
import { divisionEndpoints, type Division } from '../contract.ts';
import { divisionLevels, divisionStates } from '../rules.ts';
import { SaveFile } from './SaveFile.tsx';
import { divisionTags } from './states.ts';
import { texts } from './text.ts';

function Name({ item }: { item: Division }): ReactElement {
  const text = useTexts(texts);
  const former = item.formerNames.map(({ name, until }) => `${name}（${fill(text.until, { day: until })}）`).join('、');
  return (
    <>
      {item.name} {item.level === 'township' ? <a href={`/desk/divisions?township=${item.code}`}>{text.villages}</a> : null}
      {former === '' ? null : <div className="soft">{fill(text.formerly, { names: former })}</div>}
    </>
  );
}
function Level({ item }: { item: Division }): ReactElement {
  return <>{useSay()(divisionLevels[item.level])}</>;
}
function RegionName({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}
function State({ item }: { item: Division }): ReactElement {
  return (
    <>
      <StatusTag states={divisionTags} state={item.state} /> {item.validTo}
    </>
  );
}

const columns: readonly Column<Division>[] = [
  { key: 'name', title: ['名称', 'Name'], show: (item) => <Name item={item} /> },
  { key: 'code', title: ['代码', 'Code'], narrow: true, show: (item) => item.code },
  { key: 'level', title: ['层级', 'Level'], narrow: true, show: (item) => <Level item={item} /> },
  { key: 'township', title: ['所属乡镇', 'Township'], show: (item) => item.township?.name },
  { key: 'region', title: ['县（市、区）', 'County'], narrow: true, show: (item) => <RegionName code={item.region} /> },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (item) => <State item={item} /> },
  { key: 'source', title: ['来源', 'Source'], show: (item) => <span className="soft">{item.source}</span> },
];

const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Townships and villages as they are recorded, with those that have ended. */
export function DivisionList(): ReactElement {
  const text = useTexts(texts);
  const regions = useRegions();
  const mayImport = usePermit('division.import');
  const [search] = useSearchState();
  const township = typeof search['township'] === 'string' ? search['township'] : undefined;
  const region = typeof search['region'] === 'string' ? search['region'] : undefined;
  const start = (
    <Button type="primary" href="/desk/divisions/import">
      {text.import}
    </Button>
  );
  return (
    <>
      <PageHead
        title={text.list}
        lead={text.lead}
        actions={
          <>
            {mayImport ? start : null}
            <Button href="/desk/divisions/imports">{text.imports}</Button>
            {township === undefined ? null : <Button href="/desk/divisions">{text.all}</Button>}
          </>
        }
      />
      <DataTable
        endpoint={divisionEndpoints.listDivisions}
        columns={columns}
        rowKey={(item) => item.code}
        caption={['乡镇与村', 'Townships and villages']}
        fixed={township === undefined ? {} : { township }}
        filters={[
          { name: 'q', label: ['名称（含原名）或代码', 'Name, former name or code'] },
          {
            name: 'region',
            label: ['县（市、区）', 'County'],
            kind: 'choice',
            options: regions.map(({ code, name }) => ({ value: code, label: name })),
          },
          { name: 'level', label: ['层级', 'Level'], kind: 'choice', options: optionsOf(divisionLevels) },
          { name: 'state', label: ['状态', 'State'], kind: 'choice', options: optionsOf(divisionStates) },
        ]}
        actions={
          <SaveFile
            endpoint={divisionEndpoints.exportDivisions}
            request={{ query: region === undefined ? {} : { region } }}
            label={text.export}
          />
        }
        empty={{
          title: ['还没有登记乡镇与村', 'No township is recorded yet'],
          next: ['由市级主管部门导入统计用区划代码', 'The authority of the city imports the statistical codes'],
          ...(mayImport ? { action: start } : {}),
        }}
      />
    </>
  );
}
