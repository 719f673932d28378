import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { useRegionName, useRegions } from '../../organization/web/regions.ts';
import { instrumentEndpoints, type Instrument } from '../contract.ts';
import { instrumentKinds, instrumentStates, nameplateLine } from '../rules.ts';
import { statusTable } from './states.ts';
import { texts } from './text.ts';

function Kind({ kind }: { kind: Instrument['kind'] }): ReactElement {
  return <>{useSay()(instrumentKinds[kind].text)}</>;
}
function Plate({ item }: { item: Instrument }): ReactElement {
  return <>{useSay()(nameplateLine(item.kind, item.parameters))}</>;
}
function RegionName({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}

const columns: readonly Column<Instrument>[] = [
  { key: 'name', title: ['名称', 'Name'], show: (item) => <a href={`/desk/instruments/${item.id}`}>{item.name}</a> },
  { key: 'kind', title: ['种类', 'Kind'], narrow: true, show: (item) => <Kind kind={item.kind} /> },
  { key: 'model', title: ['型号', 'Model'], narrow: true, show: (item) => item.model },
  { key: 'serial', title: ['出厂编号', 'Serial number'], narrow: true, show: (item) => item.serial },
  { key: 'plate', title: ['铭牌', 'Nameplate'], narrow: true, show: (item) => <Plate item={item} /> },
  { key: 'holder', title: ['使用单位', 'Holder'], show: (item) => item.holder.name },
  { key: 'place', title: ['使用地点', 'Place'], show: (item) => item.place },
  { key: 'region', title: ['地区', 'Region'], narrow: true, show: (item) => <RegionName code={item.region} /> },
  { key: 'status', title: ['状态', 'State'], narrow: true, show: (item) => <StatusTag states={statusTable} state={item.status} /> },
];

/** The ledger of instruments, cut to what the caller may see. */
export function InstrumentList(): ReactElement {
  const text = useTexts(texts);
  const regions = useRegions();
  const mayRegister = usePermit('instrument.register');
  const register = mayRegister ? (
    <Button type="primary" href="/desk/instruments/registration">
      {text.register}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={text.ledger} lead={text.lead} actions={register} />
      <DataTable
        endpoint={instrumentEndpoints.listInstruments}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['器具台账', 'Instruments']}
        filters={[
          { name: 'q', label: ['名称、型号、编号或单位', 'Name, model, number or holder'] },
          {
            name: 'status',
            label: ['状态', 'State'],
            kind: 'choice',
            options: Object.entries(instrumentStates).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'kind',
            label: ['种类', 'Kind'],
            kind: 'choice',
            more: true,
            options: Object.entries(instrumentKinds).map(([value, { text: label }]) => ({ value, label })),
          },
          {
            name: 'region',
            label: ['地区', 'Region'],
            kind: 'choice',
            more: true,
            options: regions.map(({ code, name }) => ({ value: code, label: name })),
          },
        ]}
        empty={{
          title: ['台账里还没有器具', 'The ledger holds no instrument yet'],
          ...(register === undefined ? {} : { action: register }),
        }}
      />
    </>
  );
}
