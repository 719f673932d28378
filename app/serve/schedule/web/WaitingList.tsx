import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useGo } from '../../../web/address.ts';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { instrumentKinds } from '../../../register/instrument/rules.ts';
import { placesDone, type PlaceDone } from '../../../measure/request/rules.ts';
import { stepTags } from '../../custody/web/states.ts';
import { scheduleEndpoints } from '../contract.ts';
import type { Waiting } from '../contract/shapes.ts';
import { texts } from './text.ts';
import { keepChosen } from './chosen.ts';

function Where({ of }: { of: PlaceDone }): ReactElement {
  return <>{useSay()(placesDone[of])}</>;
}

const columns: readonly Column<Waiting>[] = [
  {
    key: 'instrument',
    title: ['器具', 'Instrument'],
    show: ({ instrument }) => <a href={`/desk/instruments/${instrument.id}`}>{instrument.name}</a>,
  },
  { key: 'serial', title: ['型号 / 出厂编号', 'Model / serial'], show: ({ instrument }) => `${instrument.model} / ${instrument.serial}` },
  { key: 'holder', title: ['使用单位', 'Holder'], show: ({ holder }) => holder.name },
  { key: 'place', title: ['使用地点', 'Place'], show: ({ instrument }) => instrument.place },
  { key: 'where', title: ['检定地点', 'Where'], narrow: true, show: ({ whereDone }) => <Where of={whereDone} /> },
  { key: 'step', title: ['进度', 'Step'], narrow: true, show: ({ step }) => <StatusTag states={stepTags} state={step} /> },
  { key: 'due', title: ['应办结日', 'Due by'], narrow: true, show: ({ dueBy }) => dueBy ?? '–' },
  { key: 'request', title: ['申请', 'Request'], narrow: true, show: ({ request }) => <RequestLink id={request} /> },
];

function RequestLink({ id }: { id: string }): ReactElement {
  return <a href={`/desk/requests/${id}`}>{useSay()(['查看', 'See'])}</a>;
}

const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What waits to be booked, those due first at the top; some are chosen and booked together. */
export function WaitingList(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const mayManage = usePermit('schedule.manage');
  const kinds = Object.entries(instrumentKinds).map(([value, kind]) => ({ value, label: kind.text }));
  return (
    <>
      <PageHead
        title={text.waiting}
        lead={text.waitingLead}
        actions={
          <>
            <Button href="/desk/schedule">{text.board}</Button>
            <Button href="/desk/schedule/bookings">{text.bookings}</Button>
          </>
        }
      />
      <DataTable
        endpoint={scheduleEndpoints.listWaitingToSchedule}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['待排期的器具', 'Instruments to be booked']}
        filters={[
          { name: 'q', label: ['单位、器具、编号或地点', 'Holder, instrument, number or place'] },
          { name: 'instrumentKind', label: ['种类', 'Kind'], kind: 'choice', options: kinds },
          { name: 'whereDone', label: ['检定地点', 'Where'], kind: 'choice', options: optionsOf(placesDone) },
          { name: 'dueUntil', label: ['应办结不晚于', 'Due until'], kind: 'day', more: true },
        ]}
        {...(mayManage
          ? {
              batch: (chosen: readonly Waiting[]) => (
                <Button
                  type="primary"
                  onClick={() => {
                    keepChosen(chosen);
                    go('/desk/schedule/booking');
                  }}
                >
                  {fill(text.bookChosen, { n: chosen.length })}
                </Button>
              ),
            }
          : {})}
        empty={{
          title: ['没有待排期的器具', 'Nothing waits to be booked'],
          next: ['申请受理后即列在这里', 'Instruments stand here once their request is accepted'],
        }}
      />
    </>
  );
}
