import type { ReactElement } from 'react';
import { useSay } from '../../../web/language.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import type { CustodyItem } from '../contract/shapes.ts';
import { locations } from '../rules.ts';
import { custodyTags, stepTags } from './states.ts';

function Where({ item }: { item: CustodyItem }): ReactElement {
  return <>{[useSay()(locations[item.location]), item.locationName].filter(Boolean).join(' ')}</>;
}

/** An instrument in custody, in the same columns wherever it is listed. */
export const itemColumns: readonly Column<CustodyItem>[] = [
  { key: 'label', title: ['标签号', 'Label'], narrow: true, show: (item) => <a href={`/desk/custody/items/${item.id}`}>{item.label}</a> },
  {
    key: 'instrument',
    title: ['器具', 'Instrument'],
    show: ({ instrument }) => `${instrument.name} ${instrument.model} / ${instrument.serial}`,
  },
  { key: 'holder', title: ['使用单位', 'Holder'], show: ({ holder }) => holder.name },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: ({ status }) => <StatusTag states={custodyTags} state={status} /> },
  { key: 'step', title: ['进度', 'Step'], narrow: true, show: ({ step }) => <StatusTag states={stepTags} state={step} /> },
  { key: 'where', title: ['现在何处', 'Where'], show: (item) => <Where item={item} /> },
  { key: 'received', title: ['收样日期', 'Received on'], narrow: true, show: ({ receivedOn }) => receivedOn },
  { key: 'due', title: ['应办结日', 'Due by'], narrow: true, show: ({ dueBy }) => dueBy ?? '–' },
  { key: 'days', title: ['天数', 'Days'], narrow: true, number: true, show: ({ days }) => days },
];
