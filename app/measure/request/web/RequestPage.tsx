import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { instrumentKinds, nameplateLine } from '../../../register/instrument/rules.ts';
import { requestEndpoints } from '../contract.ts';
import { placesDone, verificationKinds } from '../rules.ts';
import { outcomeTable, statusTable } from './states.ts';
import { texts } from './text.ts';

type Details = ReplyOf<typeof requestEndpoints.readRequest>;
type Item = Details['items'][number];

function Plate({ kind, item }: { kind: Details['instrumentKind']; item: Item }): ReactElement {
  return <>{useSay()(nameplateLine(kind, item.instrument.parameters))}</>;
}

const columnsOf = (kind: Details['instrumentKind']): readonly Column<Item>[] => [
  {
    key: 'name',
    title: ['器具', 'Instrument'],
    show: ({ instrument }) => <a href={`/desk/instruments/${instrument.id}`}>{instrument.name}</a>,
  },
  { key: 'serial', title: ['型号 / 出厂编号', 'Model / serial'], show: ({ instrument }) => `${instrument.model} / ${instrument.serial}` },
  { key: 'plate', title: ['铭牌', 'Nameplate'], show: (item) => <Plate kind={kind} item={item} /> },
  { key: 'place', title: ['使用地点', 'Place'], show: ({ instrument }) => instrument.place },
  {
    key: 'outcome',
    title: ['办理', 'Outcome'],
    narrow: true,
    show: ({ outcome }) => <StatusTag states={outcomeTable} state={outcome ?? 'waiting'} />,
  },
];

/** One request: for the holder how far it is, for the institute what may be decided. */
export function RequestPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(requestEndpoints.readRequest, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const mayEnter = usePermit('verification.read');
  const { designation, nextInstitute } = details;
  const request = { params: { id: details.id } };
  const withReason = (reason: string) => ({ ...request, body: { reason } });
  const facts: readonly (readonly [string, string])[] = [
    [text.holder, details.holder.name],
    [text.institute, details.institute.name],
    [text.why, `${designation.authority} ${printDocumentNumber(designation.documentNumber)}`],
    [text.kind, say(verificationKinds[details.verificationKind])],
    [text.where, say(placesDone[details.whereDone])],
    [text.ecqs, details.ecqsNumber ?? text.none],
    [text.submittedBy, details.submittedBy],
    [text.submittedAt, printInstant(details.submittedAt)],
    [text.note, details.note ?? text.none],
    ...(details.reason === null ? [] : [[text.reason, details.reason] as const]),
    ...(nextInstitute === null ? [] : [[text.referralTo, nextInstitute.name] as const]),
  ];
  return (
    <>
      <PageHead
        title={`${say(instrumentKinds[details.instrumentKind].text)} × ${details.instrumentCount}`}
        state={<StatusTag states={statusTable} state={details.status} />}
        lead={fill(text.progress, { served: details.servedCount, n: details.instrumentCount })}
        actions={
          <>
            <ActionBar
              allowed={details.allowed}
              actions={[
                recordAction({
                  name: 'accept',
                  label: ['受理', 'Accept'],
                  endpoint: requestEndpoints.acceptRequest,
                  request: () => request,
                  kind: 'primary',
                  done: ['已受理', 'Accepted'],
                }),
                recordAction({
                  name: 'refer',
                  label: ['转送', 'Refer'],
                  endpoint: requestEndpoints.referRequest,
                  request: withReason,
                  reason: 2,
                  done: ['已转送', 'Referred'],
                }),
                recordAction({
                  name: 'refuse',
                  label: ['不予受理', 'Refuse'],
                  endpoint: requestEndpoints.refuseRequest,
                  request: withReason,
                  reason: 2,
                  kind: 'danger',
                  done: ['已告知不予受理', 'Refused'],
                }),
              ]}
            />
            {mayEnter && details.status === 'accepted' ? <Button href="/desk/verifications">{text.bench}</Button> : null}
            <Button href="/desk/requests">{text.all}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
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
            <DataRows
              items={details.items}
              columns={columnsOf(details.instrumentKind)}
              rowKey={(item) => item.id}
              caption={['申请检定的器具', 'Instruments']}
            />
          </section>
        </div>
        <div className="sheet">
          <EventTimeline label={text.history} events={details.timeline} />
        </div>
      </div>
    </>
  );
}
