import { Button } from 'antd';
import { useEffect, type ReactElement } from 'react';
import { printQuery } from '../../../kernel/address.ts';
import type { Text } from '../../../kernel/text.ts';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import type { Filter, Option } from '../../../web/kit/FilterBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { divisionEndpoints } from '../../division/contract.ts';
import { useRegionName, useRegions } from '../../organization/web/regions.ts';
import { placeEndpoints } from '../../place/contract.ts';
import { instrumentEndpoints, type Instrument } from '../contract.ts';
import { instrumentKinds, instrumentStates, instrumentUses, isCode, nameplateLine, plainCode, standings, validities } from '../rules.ts';
import { BatchBar } from './BatchBar.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { DueDay, StandingTag } from './Standing.tsx';
import { statusTable } from './states.ts';
import { texts } from './text.ts';
import './instrument.css';

function Plate({ item }: { item: Instrument }): ReactElement {
  const line = useSay()(nameplateLine(item.kind, item.parameters));
  return <>{line === '' ? [item.accuracyClass, item.measuringRange].filter((part) => part !== null).join(', ') : line}</>;
}
function Where({ item }: { item: Instrument }): ReactElement {
  const region = useRegionName()(item.region);
  return (
    <>
      {[region, item.townshipName].filter((part) => part !== null).join(' ')} <span className="soft">{item.placeName ?? item.place}</span>
    </>
  );
}

function Name({ item }: { item: Instrument }): ReactElement {
  const kind = useSay()(instrumentKinds[item.kind].text);
  return (
    <>
      <a href={`/desk/instruments/${item.id}`}>{item.name}</a>
      {item.name === kind ? null : <div className="soft">{kind}</div>}
    </>
  );
}

const columns: readonly Column<Instrument>[] = [
  { key: 'name', title: ['名称', 'Name'], narrow: true, show: (item) => <Name item={item} /> },
  {
    key: 'model',
    title: ['型号规格', 'Model'],
    show: (item) => (
      <>
        {item.model}
        <div className="soft">
          <Plate item={item} />
        </div>
      </>
    ),
  },
  { key: 'serial', title: ['出厂编号', 'Serial number'], narrow: true, show: (item) => item.serial },
  { key: 'holder', title: ['使用单位', 'Holder'], show: (item) => item.holder.name },
  { key: 'where', title: ['使用地点', 'Place'], show: (item) => <Where item={item} /> },
  { key: 'standing', title: ['检定状态', 'Standing'], narrow: true, show: (item) => <StandingTag item={item} /> },
  { key: 'due', title: ['有效期至', 'Valid until'], narrow: true, show: (item) => <DueDay item={item} /> },
  { key: 'status', title: ['状态', 'State'], narrow: true, show: (item) => <StatusTag states={statusTable} state={item.status} /> },
];

const optionsOf = (table: Readonly<Record<string, Text | { readonly text: Text }>>): Option[] =>
  Object.entries(table).map(([value, label]) => ({ value, label: 'text' in label ? label.text : label }));

/** The conditions of the ledger: county, then the townships and places that lie in it. */
function useFilters(region: string | undefined): readonly Filter[] {
  const regions = useRegions();
  const county = region ?? '000000';
  const enabled = region !== undefined && /^\d{6}$/.test(region) && !region.endsWith('00');
  const townships = useEndpoint(
    divisionEndpoints.listDivisions,
    { query: { level: 'township', region: county, state: 'current', limit: 200 } },
    { enabled, staleMilliseconds: 600_000 },
  );
  const places = useEndpoint(
    placeEndpoints.listPlaceChoices,
    { query: { region: county, limit: 50 } },
    { enabled, staleMilliseconds: 60_000 },
  );
  return [
    { name: 'q', label: ['名称、型号、编号、单位或编码', 'Name, model, number, holder or code'] },
    { name: 'standing', label: ['检定状态', 'Standing'], kind: 'choice', options: optionsOf(standings) },
    { name: 'kind', label: ['种类', 'Kind'], kind: 'choice', options: optionsOf(instrumentKinds) },
    { name: 'status', label: ['状态', 'State'], kind: 'choice', more: true, options: optionsOf(instrumentStates) },
    {
      name: 'region',
      label: ['区县', 'County'],
      kind: 'choice',
      more: true,
      options: regions.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: 'township',
      label: ['乡镇（先选区县）', 'Township (county first)'],
      kind: 'choice',
      more: true,
      options: (townships.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: 'placeId',
      label: ['使用场所（先选区县）', 'Recorded place (county first)'],
      kind: 'choice',
      more: true,
      options: (places.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'use', label: ['用途', 'Use'], kind: 'choice', more: true, options: optionsOf(instrumentUses) },
    { name: 'validity', label: ['检定方式', 'How it is verified'], kind: 'choice', more: true, options: optionsOf(validities) },
  ];
}

const oneOf = (value: string | readonly string[] | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** The ledger of instruments, cut to what the caller may see. */
export function InstrumentList(): ReactElement {
  const text = useTexts(texts);
  const mayRegister = usePermit('instrument.register');
  const mayImport = usePermit('ledger-import.manage');
  const maySubmit = usePermit('request.submit');
  const [search, setSearch] = useSearchState();
  const offers = useEndpoint(instrumentEndpoints.listHandovers, { query: { direction: 'in', status: 'offered', limit: 1 } });
  const filters = useFilters(oneOf(search['region']));
  // A link may lead to one holder's or one installation's instruments; these are no fields of the filter bar.
  const fixed = Object.fromEntries(
    ['holderId', 'parentId', 'village'].flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  );
  const conditions = {
    ...fixed,
    ...Object.fromEntries(filters.flatMap(({ name }) => (search[name] === undefined ? [] : [[name, search[name]]]))),
  };
  const q = oneOf(search['q']);
  // A scanner writes the address that stands in the label; the ledger is asked for the code in it.
  useEffect(() => {
    if (q !== undefined && isCode(q) && plainCode(q) !== q) setSearch({ q: plainCode(q) });
  }, [q, setSearch]);
  const register = mayRegister ? (
    <Button type="primary" href="/desk/instruments/registration">
      {text.register}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead
        title={text.ledger}
        lead={text.lead}
        actions={
          <>
            {register}
            {mayImport ? <Button href="/desk/ledger-imports">{text.importing}</Button> : null}
            <Button href="/desk/handovers">{text.handovers}</Button>
          </>
        }
      />
      {(offers.data?.total ?? 0) === 0 ? null : (
        <p className="standing-note" role="status">
          <a href="/desk/handovers?direction=in&status=offered">{fill(text.offersWaiting, { n: offers.data?.total ?? 0 })}</a>
        </p>
      )}
      <DataTable
        endpoint={instrumentEndpoints.listInstruments}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['器具台账', 'Instruments']}
        filters={filters}
        fixed={fixed}
        actions={
          <span className="list-actions">
            {maySubmit ? <Button href={`/desk/requests/submission${printQuery(conditions)}`}>{text.request}</Button> : null}
            <ExportButtons conditions={conditions} />
          </span>
        }
        batch={(chosen, clear) => <BatchBar chosen={chosen} clear={clear} />}
        empty={{
          title: ['台账里还没有器具', 'The ledger holds no instrument yet'],
          ...(register === undefined ? {} : { action: register }),
        }}
      />
    </>
  );
}
