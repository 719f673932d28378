import type { ReactElement } from 'react';
import { instrumentKindNames, instrumentKinds } from '../../../register/catalogue/rules/kinds.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { useTexts } from '../../../web/language.ts';
import { workloadEndpoints, type DueInstrument } from '../contract.ts';
import { BoardHead, useAsked } from './Frame.tsx';
import { texts } from './text.ts';

const columns: readonly Column<DueInstrument>[] = [
  { key: 'name', title: ['器具', 'Instrument'], show: (one) => <a href={`/desk/instruments/${one.id}`}>{one.name}</a> },
  { key: 'model', title: ['型号', 'Model'], show: (one) => one.model },
  { key: 'serial', title: ['出厂编号', 'Serial number'], show: (one) => one.serial },
  { key: 'holder', title: ['使用单位', 'Holder'], show: (one) => one.holder },
  { key: 'place', title: ['使用地点', 'Place'], show: (one) => one.place },
  { key: 'due', title: ['有效期至', 'Valid until'], narrow: true, show: (one) => one.dueOn },
];

/** The instruments behind a figure of the board. */
export function DueList(): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <BoardHead title={text.due} lead={text.dueLead} here="/desk/workload/due" />
      <DataTable
        endpoint={workloadEndpoints.listFallingDue}
        columns={columns}
        rowKey={(one) => one.id}
        caption={['到期器具', 'Instruments falling due']}
        fixed={useAsked()}
        filters={[
          {
            name: 'kind',
            label: ['器具种类', 'Kind'],
            kind: 'choice',
            options: instrumentKindNames.map((kind) => ({ value: kind, label: instrumentKinds[kind].text })),
          },
          { name: 'from', label: ['自', 'From'], kind: 'day' },
          { name: 'to', label: ['至', 'To'], kind: 'day' },
        ]}
        empty={{ title: ['这段时间没有到期的器具', 'Nothing falls due in this time'] }}
      />
    </>
  );
}
