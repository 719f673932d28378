import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DataRows } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { custodyEndpoints } from '../contract.ts';
import { CustodyActions } from './CustodyActions.tsx';
import { itemColumns } from './columns.tsx';
import { texts } from './text.ts';

type Details = ReplyOf<typeof custodyEndpoints.readSlip>;

/** One slip: who brought what, what is still held, and the papers to it. */
export function SlipPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(custodyEndpoints.readSlip, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const { organization, permits } = useCaller();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [phone, setPhone] = useState<string>();
  const { run, pending, problem } = useAction(custodyEndpoints.unmaskBringer, {
    onDone: (reply) => {
      setAsking(false);
      setPhone(reply.phone ?? text.none);
    },
  });
  const params = { id: details.id };
  const isParty = [details.institute.id, details.holder.id].includes(organization.id as never);
  const mayRecord = permits.has('custody.record') && details.institute.id === organization.id;
  const facts: readonly (readonly [string, string])[] = [
    [text.institute, details.institute.name],
    [text.holder, details.holder.name],
    [text.broughtBy, details.broughtBy],
    [text.phone, phone ?? details.broughtPhone ?? text.none],
    [text.receivedOn, details.receivedOn],
    [text.receivedBy, details.receivedBy],
    [text.expectedOn, details.expectedOn ?? text.notCounted],
    [text.note, details.note ?? text.none],
    ...(details.pickUpCode === null ? [] : [[text.pickUpCode, `${details.pickUpCode} · ${text.pickUpHint}`] as const]),
  ];
  const held = details.items.filter((item) => chosen.has(item.id));
  const printed = (size: 'A4' | 'A5') => addressOf(custodyEndpoints.printSlip, { params, query: { size } });
  const labels = (size: '40x30' | '50x30') => addressOf(custodyEndpoints.printLabels, { params, query: { size } });
  return (
    <>
      <PageHead
        title={`${text.slip} ${details.number}`}
        lead={fill(text.slipProgress, { n: details.itemCount, held: details.heldCount })}
        actions={
          <>
            {details.allowed.includes('add') ? (
              <Button type="primary" href={`/desk/custody?slip=${details.id}`}>
                {text.addMore}
              </Button>
            ) : null}
            {isParty ? (
              <>
                <Button href={printed('A4')} target="_blank">
                  {text.printA4}
                </Button>
                <Button href={printed('A5')} target="_blank">
                  {text.printA5}
                </Button>
              </>
            ) : null}
            {mayRecord ? (
              <>
                <Button href={labels('40x30')} target="_blank">
                  {text.labels40}
                </Button>
                <Button href={labels('50x30')} target="_blank">
                  {text.labels50}
                </Button>
              </>
            ) : null}
            {details.allowed.includes('unmask') && details.broughtPhone !== null ? (
              <Button onClick={() => setAsking(true)}>{text.showPhone}</Button>
            ) : null}
            <Button href="/desk/custody/slips">{text.slips}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <section className="sheet">
            <h2>{text.facts}</h2>
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
            {held.length === 0 ? null : (
              <div className="batch-bar">
                <CustodyActions items={held} onDone={() => setChosen(new Set())} />
              </div>
            )}
            <DataRows
              items={details.items}
              columns={itemColumns.filter(({ key }) => key !== 'holder')}
              rowKey={(item) => item.id}
              caption={['收样单上的器具', 'Instruments of the slip']}
              choice={mayRecord ? { chosen, onChoose: setChosen } : undefined}
            />
          </section>
        </div>
        <div className="sheet">
          <EventTimeline label={text.history} events={details.timeline} />
        </div>
      </div>
      {asking ? (
        <ReasonDialog
          title={text.showPhone}
          atLeast={2}
          pending={pending}
          problem={problem}
          onConfirm={(reason) => void run({ params, body: { reason } })}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
