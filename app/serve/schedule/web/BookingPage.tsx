import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline, Timeline } from '../../../web/kit/Timeline.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { stepTags } from '../../custody/web/states.ts';
import { scheduleEndpoints } from '../contract.ts';
import { bookingKinds, halves } from '../rules.ts';
import { planFields, ProposalNote } from './fields.tsx';
import { bookingTags } from './states.ts';
import { texts } from './text.ts';
import './schedule.css';

export type Details = ReplyOf<typeof scheduleEndpoints.readBooking>;
type Item = Details['items'][number];

const columns: readonly Column<Item>[] = [
  {
    key: 'name',
    title: ['器具', 'Instrument'],
    show: ({ instrument }) => <a href={`/desk/instruments/${instrument.id}`}>{instrument.name}</a>,
  },
  { key: 'serial', title: ['型号 / 出厂编号', 'Model / serial'], show: ({ instrument }) => `${instrument.model} / ${instrument.serial}` },
  { key: 'holder', title: ['使用单位', 'Holder'], show: ({ holder }) => holder.name },
  { key: 'place', title: ['使用地点', 'Place'], show: ({ instrument }) => instrument.place },
  { key: 'day', title: ['日期', 'Day'], narrow: true, show: ({ day }) => <DayOf day={day} /> },
  { key: 'due', title: ['应办结日', 'Due by'], narrow: true, show: ({ dueBy }) => dueBy ?? '–' },
  { key: 'step', title: ['进度', 'Step'], narrow: true, show: ({ step }) => <StatusTag states={stepTags} state={step} /> },
];

function DayOf({ day }: { day: string | null }): ReactElement {
  const text = useTexts(texts);
  return <>{day ?? text.anyDay}</>;
}

/** One booking: when, where and by whom, what is on it, and how the plan changed. */
export function BookingPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(scheduleEndpoints.readBooking, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [isMoving, setMoving] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [phone, setPhone] = useState<string>();
  const params = { id: details.id };
  const mayMove = details.allowed.includes('move');
  const facts: readonly (readonly [string, string])[] = [
    [text.days, `${details.days.join('、')} ${say(halves[details.half])}`],
    ...(details.bench === null ? [] : [[text.bench, details.bench.name] as const]),
    [text.van, details.van?.name ?? text.none],
    [text.persons, details.persons.map(({ name }) => name).join('、') || text.none],
    [text.holders, details.holders.map(({ name }) => name).join('、') || text.none],
    ...(details.address === null
      ? []
      : ([
          [text.address, details.address],
          [text.contact, details.contactName ?? text.none],
          [text.phone, phone ?? details.contactPhone ?? text.none],
          [text.window, [details.from, details.to].filter(Boolean).join(' – ') || text.none],
          [text.entrance, details.entranceNote ?? text.none],
        ] as const)),
    [text.note, details.note ?? text.none],
    ...(details.holidayReason === null ? [] : [[text.holidayReason, details.holidayReason] as const]),
    ...(details.cancelReason === null ? [] : [[text.cancelReason, details.cancelReason] as const]),
    [text.bookedBy, `${details.bookedBy} ${printInstant(details.bookedAt)}`],
    [text.institute, details.institute.name],
  ];
  const plans = [...details.plans].reverse().map((plan) => ({
    at: plan.at,
    title: `${plan.days.join('、')} ${say(halves[plan.half])}`,
    by: plan.by,
    note: [plan.bench, plan.van, plan.persons.join('、'), plan.reason].filter(Boolean).join(' · '),
  }));
  return (
    <>
      <PageHead
        title={`${say(bookingKinds[details.kind])} ${details.firstDay}`}
        state={<StatusTag states={bookingTags} state={details.status} />}
        lead={fill(text.instrumentCount, { n: details.itemCount })}
        actions={
          <>
            {mayMove ? <Button onClick={() => setMoving(true)}>{text.move}</Button> : null}
            <ActionBar
              allowed={details.allowed}
              actions={[
                recordAction({
                  name: 'unmask',
                  label: ['查看电话', 'See the telephone'],
                  endpoint: scheduleEndpoints.unmaskContact,
                  request: (reason) => ({ params, body: { reason } }),
                  reason: 2,
                  onDone: (reply) => setPhone(reply.phone ?? text.none),
                }),
                recordAction({
                  name: 'cancel',
                  label: ['取消排期', 'Cancel'],
                  endpoint: scheduleEndpoints.cancelBooking,
                  request: (reason) => ({ params, body: { reason } }),
                  reason: 2,
                  kind: 'danger',
                  done: ['已取消', 'Cancelled'],
                }),
              ]}
            />
            <Button href="/desk/schedule/bookings">{text.bookings}</Button>
            <Button href={`/desk/schedule?from=${details.firstDay}`}>{text.board}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          {details.warnings.length === 0 ? null : (
            <section className="sheet tone-attention" role="status">
              <h2>{text.warnings}</h2>
              <ul>
                {details.warnings.map((warning) => (
                  <li key={warning}>{warning}</li>
                ))}
              </ul>
            </section>
          )}
          <section className="sheet">
            <h2>{text.details}</h2>
            <dl className="facts">
              {facts.map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section>
            <h2>{text.instruments}</h2>
            {chosen.size === 0 ? null : <TakeOut id={details.id} items={[...chosen]} onDone={() => setChosen(new Set())} />}
            <DataRows
              items={details.items}
              columns={columns}
              rowKey={(item) => item.id}
              caption={['排期的器具', 'Instruments of the booking']}
              choice={mayMove ? { chosen, onChoose: setChosen } : undefined}
            />
          </section>
        </div>
        <div className="stack">
          <div className="sheet">
            <Timeline label={text.plans} happenings={plans} />
          </div>
          <div className="sheet">
            <EventTimeline label={text.history} events={details.timeline} />
          </div>
        </div>
      </div>
      {isMoving ? <MoveDialog details={details} onClose={() => setMoving(false)} /> : null}
    </>
  );
}

function TakeOut({ id, items, onDone }: { id: string; items: readonly string[]; onDone: () => void }): ReactElement {
  const text = useTexts(texts);
  const [asking, setAsking] = useState(false);
  const { run, pending, problem } = useAction(scheduleEndpoints.removeFromBooking, {
    onDone: () => {
      setAsking(false);
      onDone();
    },
  });
  return (
    <div className="batch-bar">
      <Button danger onClick={() => setAsking(true)}>
        {text.removeItems} · {items.length}
      </Button>
      {asking ? (
        <ReasonDialog
          title={text.removeItems}
          atLeast={2}
          pending={pending}
          problem={problem}
          onConfirm={(reason) => void run({ params: { id: id as never }, body: { items: [...items] as never, reason } })}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}

function MoveDialog({ details, onClose }: { details: Details; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const kinds = new Set(details.items.map(({ instrument }) => instrument.kind));
  const [only] = kinds;
  const [taken, setTaken] = useState<{ values: Record<string, unknown>; round: number }>({ values: {}, round: 0 });
  const free = useEndpoint(scheduleEndpoints.findFreeDays, {
    query: { kind: details.kind, count: Math.max(1, details.itemCount), instrumentKind: kinds.size === 1 ? only : undefined },
  });
  const initial = {
    days: details.days,
    half: details.half,
    bench: details.bench?.id,
    van: details.van?.id,
    persons: details.persons.map(({ id }) => id),
    holidayReason: details.holidayReason ?? undefined,
    ...taken.values,
  };
  return (
    <Dialog title={text.move} onClose={onClose}>
      {free.data === undefined ? null : (
        <>
          <ProposalNote free={free.data} count={details.itemCount} onTake={(values) => setTaken({ values, round: taken.round + 1 })} />
          <RecordForm
            key={taken.round}
            endpoint={scheduleEndpoints.moveBooking}
            params={{ id: details.id }}
            fields={[...planFields(free.data, details.kind), { name: 'reason', label: ['理由', 'Reason'] }]}
            initial={initial}
            done={['已改期', 'Moved']}
            onDone={onClose}
          />
        </>
      )}
    </Dialog>
  );
}
