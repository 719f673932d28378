import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { useCaller, usePermit } from '../../../web/session.ts';
import { useRegionName } from '../../organization/web/regions.ts';
import { instrumentEndpoints } from '../contract.ts';
import { instrumentKinds, instrumentUses, nameplateFields, nameplateValue } from '../rules.ts';
import { KindProcedure } from './KindProcedure.tsx';
import { ChangeDialog, type Change } from './ChangeDialog.tsx';
import { statusTable } from './states.ts';
import { texts } from './text.ts';

export type Details = ReplyOf<typeof instrumentEndpoints.readInstrument>;

/** One instrument: its nameplate, where it stands, and everything that happened to it. */
export function InstrumentPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(instrumentEndpoints.readInstrument, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const caller = useCaller();
  const maySubmit = usePermit('request.submit') && details.holder.id === caller.organization.id && details.status === 'in-use';
  const mayInspect = usePermit('verification.enter');
  const [dialog, setDialog] = useState<Change>();
  const words: Readonly<Record<Change, string>> = { change: text.correct, move: text.move, scrap: text.scrap };
  return (
    <>
      <PageHead
        title={`${details.name} ${details.model} / ${details.serial}`}
        state={<StatusTag states={statusTable} state={details.status} />}
        lead={`${details.holder.name}${details.demonstration ? ` · ${text.demonstration}` : ''}`}
        actions={
          <>
            {maySubmit ? (
              <Button type="primary" href={`/desk/requests/submission?instrument=${details.id}`}>
                {text.request}
              </Button>
            ) : null}
            {mayInspect && details.status === 'in-use' ? (
              <Button href={`/desk/verifications?inspection=${details.id}`}>{text.inspect}</Button>
            ) : null}
            {details.allowed.map((action) => (
              <Button key={action} danger={action === 'scrap'} onClick={() => setDialog(action)}>
                {words[action]}
              </Button>
            ))}
            <Button href="/desk/instruments">{text.all}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <Facts details={details} />
          <Plate details={details} />
          <section className="sheet">
            <h2>{text.procedure}</h2>
            <KindProcedure kind={details.kind} />
          </section>
          {details.moves.length === 0 ? null : (
            <section className="sheet">
              <h2>{text.moves}</h2>
              <ul>
                {details.moves.map((move) => (
                  <li key={`${move.onDay} ${move.toPlace}`}>
                    {move.onDay} · {move.fromPlace} → {move.toPlace} <span className="soft">{move.reason}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {details.scrapping === null ? null : (
            <section className="sheet">
              <h2>{text.scrapping}</h2>
              <p>
                {details.scrapping.onDay} · {details.scrapping.reason}
              </p>
            </section>
          )}
        </div>
        <div className="sheet">
          <EventTimeline label={text.history} events={details.timeline} />
        </div>
      </div>
      {dialog === undefined ? null : <ChangeDialog change={dialog} details={details} onClose={() => setDialog(undefined)} />}
    </>
  );
}

function Facts({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const regionName = useRegionName();
  const facts: readonly (readonly [string, string])[] = [
    [text.kind, say(instrumentKinds[details.kind].text)],
    [text.model, details.model],
    [text.serial, details.serial],
    [text.maker, details.maker],
    [text.region, regionName(details.region)],
    [text.place, details.place],
    [text.use, say(instrumentUses[details.use])],
    [text.registrar, details.registrar],
  ];
  return (
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
  );
}

function Plate({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const written = nameplateFields(details.kind).filter(({ id }) => details.parameters[id] !== undefined);
  return (
    <section className="sheet">
      <h2>{text.nameplate}</h2>
      {written.length === 0 ? <p className="soft">{text.noNameplate}</p> : null}
      <dl className="facts">
        {written.map((field) => (
          <div key={field.id}>
            <dt>
              {say(field.label)} {field.symbol}
            </dt>
            <dd>{say(nameplateValue(field, details.parameters))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
