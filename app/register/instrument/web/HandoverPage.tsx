import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { instrumentEndpoints } from '../contract.ts';
import { kindOf, type HandoverAction } from '../rules.ts';
import { handoverTable } from './states.ts';
import { texts } from './text.ts';
import { useWhereFields } from './WhereFields.tsx';

type Details = ReplyOf<typeof instrumentEndpoints.readHandover>;

/** One hand-over: the receiver decides, the giver may take it back, and the giver's own time stays readable. */
export function HandoverPage(): ReactElement {
  const query = useEndpoint(instrumentEndpoints.readHandover, { params: { id: usePathParam('id') } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { organization } = useCaller();
  const [action, setAction] = useState<HandoverAction>();
  const { instrument } = details;
  // The giver of an accepted hand-over no longer reaches the record itself.
  const mayOpen = details.status === 'accepted' ? details.from.id !== organization.id : details.to.id !== organization.id;
  const facts: readonly (readonly [string, string])[] = [
    [text.code, instrument.code],
    [text.kind, say(kindOf(instrument.kind).text)],
    [text.maker, instrument.maker],
    [text.giver, details.from.name],
    [text.receiver, details.to.name],
    [text.since, details.onDay],
    [text.reason, details.reason],
    ...(instrument.parts === 0 ? [] : [[text.parts, fill(text.partsGo, { n: instrument.parts })] as const]),
    ...(details.decidedAt === null ? [] : [[say(handoverTable[details.status].text), printInstant(details.decidedAt)] as const]),
    ...(details.decisionReason === null ? [] : [[text.reason, details.decisionReason] as const]),
  ];
  const words: Readonly<Record<HandoverAction, string>> = { accept: text.accept, decline: text.decline, withdraw: text.withdraw };
  return (
    <>
      <PageHead
        title={`${instrument.name} ${instrument.model} / ${instrument.serial}`}
        state={<StatusTag states={handoverTable} state={details.status} />}
        lead={`${details.from.name} → ${details.to.name}`}
        actions={
          <>
            {details.allowed.map((one) => (
              <Button key={one} type={one === 'accept' ? 'primary' : 'default'} onClick={() => setAction(one)}>
                {words[one]}
              </Button>
            ))}
            {mayOpen ? <Button href={`/desk/instruments/${instrument.id}`}>{text.openInstrument}</Button> : null}
            <Button href="/desk/handovers">{text.handovers}</Button>
          </>
        }
      />
      <section className="sheet">
        <dl className="facts">
          {facts.map(([label, value]) => (
            <div key={`${label} ${value}`}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {details.timeline.length === 0 ? null : (
        <section className="sheet">
          <p className="soft">{text.heldLead}</p>
          <EventTimeline label={text.held} events={details.timeline} />
        </section>
      )}
      {action === undefined ? null : (
        <Dialog title={words[action]} onClose={() => setAction(undefined)}>
          {action === 'accept' ? <Acceptance id={details.id} onDone={() => setAction(undefined)} /> : null}
          {action === 'accept' ? null : (
            <RecordForm
              endpoint={action === 'decline' ? instrumentEndpoints.declineHandover : instrumentEndpoints.withdrawHandover}
              params={{ id: details.id }}
              fields={[{ name: 'reason', label: ['理由', 'Reason'] }]}
              onDone={() => setAction(undefined)}
            />
          )}
        </Dialog>
      )}
    </>
  );
}

function Acceptance({ id, onDone }: { id: string; onDone: () => void }): ReactElement {
  const text = useTexts(texts);
  const { organization } = useCaller();
  const fields = useWhereFields({ region: organization.region, township: null, place: null }, true);
  return (
    <>
      <p className="soft">{text.acceptLead}</p>
      <RecordForm
        endpoint={instrumentEndpoints.acceptHandover}
        params={{ id }}
        fields={fields}
        initial={{ region: organization.region }}
        submit={['接收', 'Accept']}
        done={['已接收', 'Accepted']}
        onDone={onDone}
      />
    </>
  );
}
