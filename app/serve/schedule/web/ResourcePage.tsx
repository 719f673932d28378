import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { instrumentKinds } from '../../../register/instrument/rules.ts';
import { scheduleEndpoints } from '../contract.ts';
import type { Absence } from '../contract/shapes.ts';
import { absenceCauses, resourceKinds } from '../rules.ts';
import { absenceFields, resourceFields } from './fields.tsx';
import { texts } from './text.ts';

type Details = ReplyOf<typeof scheduleEndpoints.readResource>;

function Cause({ of }: { of: Absence }): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  return (
    <>
      {say(absenceCauses[of.cause])} {of.withdrawnAt === null ? null : <span className="soft">{text.withdrawn}</span>}
    </>
  );
}

const columnsOf = (mayManage: boolean): readonly Column<Absence>[] => [
  { key: 'days', title: ['日期', 'Days'], show: ({ fromDay, toDay }) => (fromDay === toDay ? fromDay : `${fromDay} … ${toDay}`) },
  { key: 'cause', title: ['原因', 'Cause'], narrow: true, show: (one) => <Cause of={one} /> },
  { key: 'reason', title: ['事由', 'Reason'], show: ({ reason }) => reason },
  { key: 'by', title: ['登记人', 'Recorded by'], narrow: true, show: ({ recordedBy }) => recordedBy },
  ...(mayManage
    ? [
        {
          key: 'act',
          title: ['办理', 'Act'],
          narrow: true,
          show: (one: Absence) => (
            <ActionBar
              allowed={one.withdrawnAt === null ? ['withdraw'] : []}
              actions={[
                recordAction({
                  name: 'withdraw',
                  label: ['撤销', 'Withdraw'],
                  endpoint: scheduleEndpoints.withdrawAbsence,
                  request: (reason) => ({ params: { id: one.id }, body: { reason } }),
                  reason: 2,
                  done: ['已撤销', 'Withdrawn'],
                }),
              ]}
            />
          ),
        } as const,
      ]
    : []),
];

/** One bench, van or person: what it takes a day, and the days away. */
export function ResourcePage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(scheduleEndpoints.readResource, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { organization, permits } = useCaller();
  const [asked, setAsked] = useState<'away' | 'change' | 'end'>();
  const mayManage = permits.has('schedule.manage') && details.institute.id === (organization.id as never);
  const close = (): void => setAsked(undefined);
  const facts: readonly (readonly [string, string])[] = [
    [text.institute, details.institute.name],
    ...(details.kind === 'bench'
      ? ([
          [text.load, String(details.load ?? '')],
          [
            text.kinds,
            details.instrumentKinds.length === 0
              ? text.allKinds
              : details.instrumentKinds.map((kind) => say(instrumentKinds[kind].text)).join('、'),
          ],
        ] as const)
      : []),
    [text.aboard, details.aboard === '' ? text.none : details.aboard],
    ...(details.lastDay === null ? [] : [[text.lastDay, `${details.lastDay} · ${details.endingReason ?? ''}`] as const]),
  ];
  return (
    <>
      <PageHead
        title={details.name}
        lead={say(resourceKinds[details.kind])}
        actions={
          <>
            {mayManage ? (
              <Button type="primary" onClick={() => setAsked('away')}>
                {text.recordAway}
              </Button>
            ) : null}
            {details.mayChange ? (
              <>
                <Button onClick={() => setAsked('change')}>{text.change}</Button>
                <Button danger onClick={() => setAsked('end')}>
                  {text.end}
                </Button>
              </>
            ) : null}
            <Button href={`/desk/schedule/bookings?resource=${details.id}`}>{text.bookings}</Button>
            <Button href="/desk/schedule/resources">{text.resources}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <section className="sheet">
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
            <h2>{text.awayDays}</h2>
            {details.absences.length === 0 ? (
              <p className="soft">{text.awayNone}</p>
            ) : (
              <DataRows
                items={details.absences}
                columns={columnsOf(mayManage)}
                rowKey={(one) => one.id}
                caption={['不在的日子', 'Days away']}
              />
            )}
          </section>
        </div>
        <div className="sheet">
          <EventTimeline label={text.history} events={details.timeline} />
        </div>
      </div>
      {asked === undefined ? null : (
        <Dialog title={asked === 'away' ? text.recordAway : asked === 'change' ? text.change : text.end} onClose={close}>
          {asked === 'away' ? (
            <RecordForm
              endpoint={scheduleEndpoints.recordAbsence}
              fields={absenceFields}
              fixed={{ resource: details.id }}
              done={['已登记', 'Recorded']}
              onDone={close}
            />
          ) : asked === 'change' ? (
            <RecordForm
              endpoint={scheduleEndpoints.changeResource}
              params={{ id: details.id }}
              fields={[...resourceFields, { name: 'reason', label: ['理由', 'Reason'] }]}
              fixed={{ version: details.version }}
              initial={{
                name: details.name,
                load: details.load === null ? '' : String(details.load),
                instrumentKinds: details.instrumentKinds,
                aboard: details.aboard,
              }}
              done={['已更改', 'Changed']}
              onDone={close}
            />
          ) : (
            <RecordForm
              endpoint={scheduleEndpoints.endResource}
              params={{ id: details.id }}
              fields={[
                {
                  name: 'lastDay',
                  label: ['最后可排日', 'Last day'],
                  kind: 'day',
                  hint: ['当日仍可排', 'It can still be booked on this day'],
                },
                { name: 'reason', label: ['理由', 'Reason'] },
              ]}
              done={['已停用', 'Ended']}
              onDone={close}
            />
          )}
        </Dialog>
      )}
    </>
  );
}
