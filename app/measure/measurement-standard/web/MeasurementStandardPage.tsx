import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam, useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { useAsOf } from '../../../web/kit/AsOfBar.tsx';
import { DayField } from '../../../web/kit/DayField.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { measurementStandardEndpoints as endpoints } from '../contract.ts';
import { measurementStandardKinds, standardLevels } from '../rules.ts';
import { dossierActions } from '../rules/dossier-action.ts';
import { findingReasons, findingRemarks } from '../rules/finding.ts';
import { DossierDialog, type Asked } from './DossierDialog.tsx';
import { DossierSections } from './DossierSections.tsx';
import { renewalTags, stateTags } from './tags.ts';
import { texts } from './text.ts';

export type Dossier = ReplyOf<typeof endpoints.readMeasurementStandard>;

/** One measurement standard: whether it holds today and why not, and everything that JJF 1033 asks for. */
export function MeasurementStandardPage(): ReactElement {
  const id = usePathParam('id') as never;
  const { asOf } = useAsOf();
  const query = useEndpoint(endpoints.readMeasurementStandard, { params: { id }, query: asOf === undefined ? {} : { day: asOf } });
  return <Answer query={query}>{(dossier) => <Page dossier={dossier} />}</Answer>;
}

function Page({ dossier }: { dossier: Dossier }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [asked, setAsked] = useState<Asked>();
  const direct = dossier.allowed.filter((one) => one !== 'compose');
  return (
    <>
      <PageHead
        title={dossier.name}
        state={
          <>
            <StatusTag states={stateTags} state={dossier.state} />{' '}
            {dossier.renewal === null ? null : <StatusTag states={renewalTags} state={dossier.renewal} />}
          </>
        }
        lead={`${dossier.institute.name} · ${say(measurementStandardKinds[dossier.kind])}`}
        actions={
          <>
            {direct.map((one) => (
              <Button
                key={one}
                type={one === 'apply' ? 'primary' : 'default'}
                danger={one === 'order'}
                onClick={() => setAsked({ action: one })}
              >
                {say(dossierActions[one])}
              </Button>
            ))}
            <Button href={`/desk/measurement-standards/${dossier.id}/performance`}>{text.performance}</Button>
            <Button href="/desk/measurement-standards">{text.all}</Button>
          </>
        }
      />
      <div className="as-of-bar no-print">
        <DayLink dossier={dossier} />
      </div>
      <div className="columns">
        <div className="stack">
          <Findings dossier={dossier} />
          <Facts dossier={dossier} />
          <DossierSections dossier={dossier} onAsk={setAsked} />
        </div>
        <div className="sheet spaced">
          <EventTimeline label={text.history} events={dossier.timeline} />
        </div>
      </div>
      {asked === undefined ? null : <DossierDialog asked={asked} dossier={dossier} onClose={() => setAsked(undefined)} />}
    </>
  );
}

/** What is recorded now, as it stands on any day: the day is in the address. */
function DayLink({ dossier }: { dossier: Dossier }): ReactElement {
  const text = useTexts(texts);
  const [, setSearch] = useSearchState();
  return (
    <>
      <label htmlFor="dossier-day">{text.asOf}</label>
      <DayField id="dossier-day" value={dossier.day} onChange={(day) => setSearch({ asOf: day })} />
    </>
  );
}

function Findings({ dossier }: { dossier: Dossier }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { reasons, remarks } = dossier.finding;
  return (
    <section className="sheet spaced" role="status">
      <h2>{text.findings}</h2>
      {reasons.length === 0 ? <p>{text.noFindings}</p> : null}
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{say(findingReasons[reason])}</li>
        ))}
        {remarks.map((remark) => (
          <li key={remark} className="soft">
            {say(findingRemarks[remark])}
          </li>
        ))}
      </ul>
      {dossier.state !== 'in-force' && dossier.gaps.length > 0 ? (
        <>
          <h3>{text.gaps}</h3>
          <ul>
            {dossier.gaps.map((gap) => (
              <li key={gap[0]}>{say(gap)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Facts({ dossier }: { dossier: Dossier }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const facts: readonly (readonly [string, string])[] = [
    [text.quantity, dossier.quantity],
    [text.code, dossier.code ?? text.notRecorded],
    [text.level, dossier.level === null ? text.notRecorded : say(standardLevels[dossier.level])],
    [text.top, dossier.top === null ? text.notRecorded : dossier.top ? text.yes : text.no],
    [text.place, dossier.place ?? text.notRecorded],
    ...(dossier.formerNames.length === 0 ? [] : [[text.formerNames, dossier.formerNames.join('、')] as const]),
    [text.validUntil, dossier.validUntil ?? text.notRecorded],
    [text.applyBy, dossier.applyBy ?? text.notRecorded],
  ];
  return (
    <section className="sheet spaced">
      <h2>{text.facts}</h2>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {dossier.proposal === null ? null : (
        <p className="soft">{fill(text.proposal, { n: dossier.proposal.months, source: dossier.proposal.source })}</p>
      )}
      {dossier.successor === null ? null : (
        <p>
          {text.successor} <a href={`/desk/measurement-standards/${dossier.successor.id}`}>{dossier.successor.name}</a>{' '}
          {dossier.successor.since}
        </p>
      )}
      {dossier.predecessors.map((one) => (
        <p key={one.id}>
          {text.predecessors} <a href={`/desk/measurement-standards/${one.id}`}>{one.name}</a>
        </p>
      ))}
    </section>
  );
}
