import type { ReactElement } from 'react';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { instrumentEndpoints, type Handover } from '../contract.ts';
import { handoverStates } from '../rules.ts';
import { handoverTable } from './states.ts';
import { texts } from './text.ts';

const columns: readonly Column<Handover>[] = [
  {
    key: 'instrument',
    title: ['器具', 'Instrument'],
    show: ({ id, instrument }) => <a href={`/desk/handovers/${id}`}>{`${instrument.name} ${instrument.model} / ${instrument.serial}`}</a>,
  },
  { key: 'code', title: ['器具编码', 'Code for life'], narrow: true, show: ({ instrument }) => instrument.code },
  { key: 'from', title: ['移交方', 'Giver'], show: ({ from }) => from.name },
  { key: 'to', title: ['接收方', 'Receiver'], show: ({ to }) => to.name },
  { key: 'onDay', title: ['自何日起', 'Since'], narrow: true, show: ({ onDay }) => onDay },
  { key: 'status', title: ['状态', 'State'], narrow: true, show: ({ status }) => <StatusTag states={handoverTable} state={status} /> },
];

/** Hand-overs in which the caller's organization gives or receives. */
export function HandoverList(): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <PageHead title={text.handovers} lead={text.handoversLead} />
      <DataTable
        endpoint={instrumentEndpoints.listHandovers}
        columns={columns}
        rowKey={({ id }) => id}
        caption={['器具移交', 'Hand-overs']}
        filters={[
          { name: 'q', label: ['器具或单位', 'Instrument or organization'] },
          {
            name: 'direction',
            label: ['方向', 'Direction'],
            kind: 'choice',
            options: [
              { value: 'in', label: ['移交给本单位', 'To us'] },
              { value: 'out', label: ['本单位移交', 'From us'] },
            ],
          },
          {
            name: 'status',
            label: ['状态', 'State'],
            kind: 'choice',
            options: Object.entries(handoverStates).map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{
          title: ['没有器具移交', 'No hand-overs'],
          next: ['在器具页点“移交”，填写接收单位的信用代码', 'Choose "Hand over" on the page of an instrument'],
        }}
      />
    </>
  );
}
