import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay } from '../../../web/language.ts';
import { placesDone, verificationKinds } from '../../request/rules.ts';
import type { verificationEndpoints } from '../contract.ts';
import { recordKinds } from '../rules/kind.ts';
import { conclusionTable, networkTable, statusTable } from './states.ts';

export type WaitingItem = ReplyOf<typeof verificationEndpoints.listWaitingItems>['items'][number];
export type RecordCard = ReplyOf<typeof verificationEndpoints.listVerifications>['items'][number];

function WaitingKind({ item }: { item: WaitingItem }): ReactElement {
  const say = useSay();
  return (
    <>
      {say(verificationKinds[item.kind])} · {say(placesDone[item.whereDone])}
    </>
  );
}

function RecordKind({ item }: { item: RecordCard }): ReactElement {
  const say = useSay();
  return <>{say(recordKinds[item.kind])}</>;
}

export const waitingColumns: readonly Column<WaitingItem>[] = [
  {
    key: 'instrument',
    title: ['器具', 'Instrument'],
    show: (item) => <a href={`/desk/instruments/${item.instrument.id}`}>{item.instrument.name}</a>,
  },
  { key: 'serial', title: ['型号 / 出厂编号', 'Model / serial'], show: ({ instrument }) => `${instrument.model} / ${instrument.serial}` },
  { key: 'holder', title: ['使用单位', 'Holder'], show: (item) => item.holder },
  { key: 'place', title: ['使用地点', 'Place'], show: (item) => item.instrument.place },
  { key: 'kind', title: ['类别', 'Kind'], narrow: true, show: (item) => <WaitingKind item={item} /> },
];

const columnOf = {
  instrument: {
    key: 'instrument',
    title: ['器具', 'Instrument'],
    show: (item) => <a href={`/desk/verifications/${item.id}`}>{item.instrument.name}</a>,
  },
  serial: {
    key: 'serial',
    title: ['型号 / 出厂编号', 'Model / serial'],
    show: ({ instrument }) => `${instrument.model} / ${instrument.serial}`,
  },
  number: { key: 'number', title: ['记录编号', 'Record'], narrow: true, show: (item) => item.recordNumber },
  holder: { key: 'holder', title: ['使用单位', 'Holder'], show: (item) => item.holder.name },
  kind: { key: 'kind', title: ['类别', 'Kind'], narrow: true, show: (item) => <RecordKind item={item} /> },
  status: { key: 'status', title: ['状态', 'State'], narrow: true, show: (item) => <StatusTag states={statusTable} state={item.status} /> },
  reason: { key: 'reason', title: ['退回理由', 'Reason'], show: (item) => item.returnReason },
  network: {
    key: 'network',
    title: ['联网核查', 'Network check'],
    narrow: true,
    show: (item) => (item.networkCheck === 'not-needed' ? null : <StatusTag states={networkTable} state={item.networkCheck} />),
  },
  conclusion: {
    key: 'conclusion',
    title: ['结论', 'Conclusion'],
    narrow: true,
    show: (item) => (item.conclusion === null ? null : <StatusTag states={conclusionTable} state={item.conclusion} />),
  },
  technician: { key: 'technician', title: ['检定员', 'Technician'], narrow: true, show: (item) => item.technician.name },
  document: {
    key: 'document',
    title: ['证书编号', 'Document'],
    narrow: true,
    show: (item) =>
      item.certificateNumber === null ? null : <a href={`/desk/certificates/${item.certificateNumber}`}>{item.certificateNumber}</a>,
  },
  begun: { key: 'begun', title: ['开始', 'Begun'], narrow: true, show: (item) => printInstant(item.begunAt) },
} as const satisfies Record<string, Column<RecordCard>>;

/** The columns of a list of records, by name; a list shows those that its reader needs. */
export const recordColumns = (...names: readonly (keyof typeof columnOf)[]): readonly Column<RecordCard>[] =>
  names.map((name) => columnOf[name]);
