import { Button } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useCaller, usePermit } from '../../../web/session.ts';
import { useRegionName } from '../../organization/web/regions.ts';
import { instrumentEndpoints } from '../contract.ts';
import { instrumentActions, instrumentUses, kindOf, nameplateFields, nameplateValue, type InstrumentAction } from '../rules.ts';
import { ChangeDialog } from './ChangeDialog.tsx';
import { History } from './History.tsx';
import { KindProcedure } from './KindProcedure.tsx';
import { Life } from './Life.tsx';
import { Twins } from './SerialField.tsx';
import { VerificationFacts } from './Standing.tsx';
import { statusTable } from './states.ts';
import { texts } from './text.ts';

export type Details = ReplyOf<typeof instrumentEndpoints.readInstrument>;

/** One instrument: its nameplate, where it stands, and everything that happened to it. */
export function InstrumentPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(instrumentEndpoints.readInstrument, { params: { id } });
  return <Answer query={query}>{(details) => <Record key={details.id} details={details} />}</Answer>;
}

const dangers: ReadonlySet<InstrumentAction> = new Set(['scrap', 'lose']);

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const caller = useCaller();
  const maySubmit = usePermit('request.submit') && details.holder.id === caller.organization.id && details.status === 'in-use';
  const mayInspect = usePermit('verification.enter');
  const mayRegister = usePermit('instrument.register');
  const [action, setAction] = useState<InstrumentAction>();
  const { offer, late } = details;
  return (
    <>
      <PageHead
        title={`${details.name} ${details.model} / ${details.serial}`}
        state={<StatusTag states={statusTable} state={details.status} />}
        lead={`${details.holder.name} · ${text.code} ${details.code}${details.demonstration ? ` · ${text.demonstration}` : ''}`}
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
            {details.allowed.map((one) => (
              <Button key={one} danger={dangers.has(one)} onClick={() => setAction(one)}>
                {say(instrumentActions[one])}
              </Button>
            ))}
            <Button href={addressOf(instrumentEndpoints.printInstrumentLabels, { query: { instruments: details.id } })} target="_blank">
              {text.labels}
            </Button>
            {mayRegister ? <Button href={`/desk/instruments/registration?copy=${details.id}`}>{text.copy}</Button> : null}
            <Button href="/desk/instruments">{text.all}</Button>
          </>
        }
      />
      {offer === null ? null : (
        <p className="standing-note" role="status">
          {fill(text.offerOpen, { to: offer.to })} <a href={`/desk/handovers/${offer.id}`}>{text.openOffer}</a>
        </p>
      )}
      {late === null ? null : (
        <p className="standing-note" role="status">
          <b>{text.lateFact}</b>{' '}
          <span className="soft">{fill(text.lateDays, { submittedOn: late.submittedOn, askedDueOn: late.askedDueOn })}</span>{' '}
          <a href={`/desk/requests/${late.requestId}`}>{text.openRequest}</a>
        </p>
      )}
      <div className="columns">
        <div className="stack">
          <VerificationFacts item={details} />
          <Facts details={details} />
          <Plate details={details} />
          <Life details={details} />
          <section className="sheet">
            <h2>{text.procedure}</h2>
            <KindProcedure kind={details.kind} />
          </section>
        </div>
        <History details={details} />
      </div>
      {action === undefined ? null : <ChangeDialog action={action} details={details} onClose={() => setAction(undefined)} />}
    </>
  );
}

function Facts({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const regionName = useRegionName();
  const kind = kindOf(details.kind);
  const { parent } = details;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text.code, details.code],
    [text.kind, say(kind.text)],
    [text.entry, kind.entry],
    [text.model, details.model],
    [text.serial, details.serial],
    [text.maker, details.maker],
    [text.range, details.measuringRange],
    [text.accuracyClass, details.accuracyClass],
    [text.typeApproval, details.typeApproval],
    [text.region, regionName(details.region)],
    [text.township, details.townshipName],
    [text.village, details.villageName],
    [text.recordedPlace, details.placeId === null ? null : <a href={`/desk/places/${details.placeId}`}>{details.placeName}</a>],
    [text.place, details.place],
    [text.coordinates, details.longitude === null ? null : `${details.longitude}, ${details.latitude ?? ''}`],
    [text.use, say(instrumentUses[details.use])],
    [text.partOf, parent === null ? null : <a href={`/desk/instruments/${parent.id}`}>{`${parent.name} / ${parent.serial}`}</a>],
    [text.manufacturedOn, details.manufacturedOn],
    [text.inUseSince, details.inUseSince],
    [text.oldNumber, details.oldNumber],
    [text.ecqsNumber, details.ecqsNumber],
    [text.identificationCode, details.identificationCode],
    [text.registrar, details.registrar],
  ];
  return (
    <section className="sheet">
      <h2>{text.details}</h2>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {details.status === 'scrapped' ? null : <Twins maker={details.maker} serial={details.serial} except={details.id} />}
    </section>
  );
}

function Plate({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const written = nameplateFields(details.kind).filter(({ id }) => details.parameters[id] !== undefined);
  const { photo } = details;
  const address = addressOf(instrumentEndpoints.readInstrumentPhoto, { params: { id: details.id } });
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
      {photo === null ? null : (
        <a className="plate-photo" href={address} target="_blank" rel="noreferrer">
          {photo.mediaType.startsWith('image/') ? <img src={address} alt={text.photo} loading="lazy" /> : text.openPhoto}
        </a>
      )}
    </section>
  );
}
