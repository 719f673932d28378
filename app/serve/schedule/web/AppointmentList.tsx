import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { scheduleEndpoints } from '../contract.ts';
import { halves } from '../rules.ts';
import { bookingTags } from './states.ts';
import { texts } from './text.ts';
import './schedule.css';

type Appointment = ReplyOf<typeof scheduleEndpoints.listAppointments>['items'][number];

function Days({ of }: { of: Appointment }): ReactElement {
  const say = useSay();
  return (
    <>
      {of.days.join('、')} {say(halves[of.half])} {[of.from, of.to].filter(Boolean).join(' – ')}
    </>
  );
}

function Place({ of }: { of: Appointment }): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      {of.address ?? of.institute.name} {of.kind === 'bench' ? <span className="soft">{text.toBring}</span> : null}
      {of.entranceNote === null ? null : <div className="soft">{of.entranceNote}</div>}
    </>
  );
}

const columns: readonly Column<Appointment>[] = [
  { key: 'days', title: ['日期', 'Days'], show: (one) => <Days of={one} /> },
  { key: 'place', title: ['地点', 'Place'], show: (one) => <Place of={one} /> },
  { key: 'institute', title: ['检定机构', 'Institute'], show: ({ institute }) => institute.name },
  { key: 'persons', title: ['人员', 'Persons'], show: ({ persons }) => persons.join('、') },
  {
    key: 'items',
    title: ['器具', 'Instruments'],
    show: ({ items, days }) => (
      <ul className="appointment-items">
        {items.map((item) => (
          <li key={item.id}>
            <a href={`/desk/requests/${item.request}`}>
              {item.name} {item.model} / {item.serial}
            </a>{' '}
            {days.length > 1 ? item.day : null}
          </li>
        ))}
      </ul>
    ),
  },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: ({ status }) => <StatusTag states={bookingTags} state={status} /> },
  { key: 'reason', title: ['取消理由', 'Cancelled because'], show: ({ cancelReason }) => cancelReason },
];

/** For a holder: which day, where, by whom. */
export function AppointmentList(): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <PageHead title={text.appointments} lead={text.appointmentsLead} />
      <DataTable
        endpoint={scheduleEndpoints.listAppointments}
        columns={columns}
        rowKey={(one) => one.id}
        caption={['检定安排', 'Appointments']}
        filters={[
          { name: 'q', label: ['机构、地址或器具', 'Institute, address or instrument'] },
          {
            name: 'upcoming',
            label: ['时间', 'When'],
            kind: 'choice',
            options: [
              { value: 'true', label: ['今日及以后', 'Today and later'] },
              { value: 'false', label: ['已过或已取消', 'Over or cancelled'] },
            ],
          },
        ]}
        empty={{
          title: ['还没有检定安排', 'There is no appointment yet'],
          next: ['申请受理后由检定机构排期', 'The institute books the days once the request is accepted'],
        }}
      />
    </>
  );
}
