import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { scheduleEndpoints } from '../contract.ts';
import type { Booking } from '../contract/shapes.ts';
import { bookingKinds, bookingStates, halves } from '../rules.ts';
import { bookingTags } from './states.ts';
import { texts } from './text.ts';

function Days({ of }: { of: Booking }): ReactElement {
  const say = useSay();
  const days = of.firstDay === of.lastDay ? of.firstDay : `${of.firstDay} … ${of.lastDay}`;
  return (
    <a href={`/desk/schedule/bookings/${of.id}`}>
      {days} {of.half === 'whole' ? '' : say(halves[of.half])}
    </a>
  );
}

function Kind({ of }: { of: Booking }): ReactElement {
  return <>{useSay()(bookingKinds[of.kind])}</>;
}

const columns: readonly Column<Booking>[] = [
  { key: 'days', title: ['日期', 'Days'], show: (booking) => <Days of={booking} /> },
  { key: 'kind', title: ['种类', 'Kind'], narrow: true, show: (booking) => <Kind of={booking} /> },
  { key: 'where', title: ['台位或地址', 'Bench or address'], show: ({ bench, address }) => bench?.name ?? address },
  { key: 'holders', title: ['使用单位', 'Holders'], show: ({ holders }) => holders.map(({ name }) => name).join('、') },
  { key: 'persons', title: ['人员', 'Persons'], show: ({ persons }) => persons.map(({ name }) => name).join('、') },
  { key: 'van', title: ['车辆', 'Van'], narrow: true, show: ({ van }) => van?.name },
  { key: 'count', title: ['台数', 'Instruments'], narrow: true, number: true, show: ({ itemCount }) => itemCount },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: ({ status }) => <StatusTag states={bookingTags} state={status} /> },
];

const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Every booking, the latest first. */
export function BookingList(): ReactElement {
  const text = useTexts(texts);
  const [{ resource }] = useSearchState();
  const isOfOne = typeof resource === 'string';
  const one = useEndpoint(scheduleEndpoints.readResource, { params: { id: resource as never } }, { enabled: isOfOne });
  return (
    <>
      <PageHead
        title={text.bookings}
        lead={
          isOfOne ? (
            <>
              {fill(text.ofOne, { name: one.data?.name ?? '' })} <a href="/desk/schedule/bookings">{text.allBookings}</a>
            </>
          ) : (
            text.bookingsLead
          )
        }
        actions={
          <>
            <Button href="/desk/schedule">{text.board}</Button>
            <Button href="/desk/schedule/waiting">{text.waiting}</Button>
          </>
        }
      />
      <DataTable
        endpoint={scheduleEndpoints.listBookings}
        columns={columns}
        {...(isOfOne ? { fixed: { resource } } : {})}
        rowKey={(booking) => booking.id}
        caption={['排期记录', 'Bookings']}
        filters={[
          { name: 'q', label: ['单位、编号、台位或地址', 'Holder, number, bench or address'] },
          { name: 'status', label: ['状态', 'State'], kind: 'choice', options: optionsOf(bookingStates) },
          { name: 'kind', label: ['种类', 'Kind'], kind: 'choice', options: optionsOf(bookingKinds) },
          { name: 'from', label: ['自', 'From'], kind: 'day' },
          { name: 'to', label: ['至', 'To'], kind: 'day' },
        ]}
        empty={{
          title: ['还没有排期', 'Nothing is booked yet'],
          next: ['在待排期列表勾选器具后排期', 'Choose instruments in the list of what waits'],
        }}
      />
    </>
  );
}
