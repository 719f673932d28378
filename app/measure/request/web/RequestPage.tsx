import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { instrumentKinds } from '../../../register/instrument/rules.ts';
import { useRegionName } from '../../../register/organization/web/regions.ts';
import { requestEndpoints } from '../contract.ts';
import { placesDone, requestOrigins, verificationKinds } from '../rules.ts';
import { lateByInstitute, periodBeginnings, verificationPeriod } from '../rules/period.ts';
import { mayWithdrawAll, requestStepNames, requestSteps } from '../rules/step.ts';
import { ClockTag } from './ClockTag.tsx';
import { useDownload } from './download.ts';
import { StepLine } from './StepLine.tsx';
import { ItemTable } from './ItemTable.tsx';
import { statusTable } from './states.ts';
import { texts } from './text.ts';
import './request.css';

type Details = ReplyOf<typeof requestEndpoints.readRequest>;

/** One request: for the holder how far it is, for the institute what may be decided. */
export function RequestPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(requestEndpoints.readRequest, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

/** What may be decided; a withdrawal of the whole request needs a reason once it is accepted. */
function Decisions({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const mayEnter = usePermit('verification.read');
  const maySeeCustody = usePermit('custody.read');
  const [first] = details.items;
  const ofOne = details.instrumentCount === 1 && first !== undefined ? `?q=${encodeURIComponent(first.instrument.serial)}` : '';
  const request = { params: { id: details.id } };
  const steps = requestStepNames.filter((step) => (details.stepCounts[step] ?? 0) > 0);
  const withReason = (reason: string) => ({ ...request, body: { reason } });
  return (
    <>
      <ActionBar
        allowed={details.allowed.filter((action) => action !== 'withdraw' || mayWithdrawAll(steps))}
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
          recordAction({
            name: 'withdraw',
            label: ['撤回申请', 'Withdraw'],
            endpoint: requestEndpoints.withdrawRequest,
            request: (reason) => ({ ...request, body: { reason: reason === '' ? null : reason } }),
            ...(details.status === 'accepted'
              ? { reason: 2 }
              : { confirm: ['撤回后如需检定，请重新申请。', 'To have it verified, request it anew.'] as const }),
            kind: 'danger',
            done: ['已撤回', 'Withdrawn'],
          }),
        ]}
      />
      {mayEnter && details.status === 'accepted' ? <Button href="/desk/verifications">{text.bench}</Button> : null}
      {details.status === 'accepted' ? <Button href="/desk/appointments">{text.appointments}</Button> : null}
      {maySeeCustody && details.status === 'accepted' ? <Button href={`/desk/custody/items${ofOne}`}>{text.custody}</Button> : null}
      <Button href="/desk/requests">{text.all}</Button>
    </>
  );
}

/** Why it lies where it lies: by which document of which authority, who passed it on and why, or why it was refused. */
function Why({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const regionName = useRegionName();
  const { designation, nextInstitute, referrals, reason, status } = details;
  const document = fill(text.byDocument, {
    region: regionName(designation.region),
    authority: designation.authority,
    document: printDocumentNumber(designation.documentNumber),
    institute: details.institute.name,
  });
  return (
    <section className="sheet">
      <h2>{text.whyHere}</h2>
      <ul className="why">
        {referrals.map(({ from, at, reason: because }) => (
          <li key={at}>
            {printInstant(at)} {fill(text.referredBy, { from: from ?? text.earlier, reason: because ?? text.none })}
          </li>
        ))}
        <li>{document}</li>
        {status === 'refused' && reason !== null ? <li className="wrong">{fill(text.refusedBecause, { reason })}</li> : null}
        {status === 'withdrawn' && reason !== null ? <li>{fill(text.withdrawnBecause, { reason })}</li> : null}
        {nextInstitute === null ? null : (
          <li className="soft">
            {fill(text.wouldGoTo, {
              institute: nextInstitute.name,
              region: regionName(nextInstitute.region),
              authority: nextInstitute.authority,
              document: printDocumentNumber(nextInstitute.documentNumber),
            })}
          </li>
        )}
      </ul>
    </section>
  );
}

/** The period, whose word it is and how sure, and how many instruments stand at each step. */
function PeriodAndSteps({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const begins = verificationPeriod.begins[details.whereDone];
  const single = details.instrumentCount === 1 ? details.items[0] : undefined;
  const steps = requestStepNames.filter((step) => (details.stepCounts[step] ?? 0) > 0);
  return (
    <section className="sheet">
      <h2>{text.periodTitle}</h2>
      <p>
        {fill(text.periodIs, { n: verificationPeriod.workingDays.value })} {say(periodBeginnings[begins.value])}{' '}
        {details.clock === null ? null : <ClockTag clock={details.clock} />}
        {details.overdueCount === 0 ? null : <b className="late-fact"> {fill(text.overdue, { n: details.overdueCount })}</b>}
      </p>
      {details.lateCount === 0 ? null : (
        <p className="late-fact">
          {say(lateByInstitute)}：{fill(text.count, { n: details.lateCount })}
        </p>
      )}
      {single === undefined ? null : <StepLine item={single} whereDone={details.whereDone} />}
      <details className="soft">
        <summary>{text.periodSource}</summary>
        <p>{say(verificationPeriod.workingDays.source)}</p>
        <p>{say(begins.source)}</p>
      </details>
      {single !== undefined ? null : (
        <p className="step-counts">
          {steps.map((step) => (
            <a key={step} href={`/desk/requests/${details.id}?step=${step}`}>
              {say(requestSteps[step])} {details.stepCounts[step]}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const save = useDownload();
  const facts: readonly (readonly [string, string])[] = [
    [text.holder, details.holder.name],
    [text.institute, details.institute.name],
    [text.kind, say(verificationKinds[details.verificationKind])],
    [text.where, say(placesDone[details.whereDone])],
    [text.origin, say(requestOrigins[details.origin])],
    [text.ecqs, details.ecqsNumber ?? text.none],
    [text.submittedBy, details.submittedBy],
    [text.submittedAt, printInstant(details.submittedAt)],
    ...(details.decidedAt === null ? [] : [[text.decidedAt, printInstant(details.decidedAt)] as const]),
    [text.note, details.note ?? text.none],
  ];
  const progress = fill(text.progress, { served: details.servedCount, n: details.instrumentCount });
  const withdrawn = details.withdrawnCount === 0 ? '' : fill(text.ofWhichWithdrawn, { n: details.withdrawnCount });
  return (
    <>
      <PageHead
        title={`${say(instrumentKinds[details.instrumentKind].text)} × ${details.instrumentCount}`}
        state={<StatusTag states={statusTable} state={details.status} />}
        lead={`${progress}${withdrawn}`}
        actions={<Decisions details={details} />}
      />
      <div className="columns">
        <div className="stack">
          <Why details={details} />
          <PeriodAndSteps details={details} />
          <section>
            <h2>{text.instruments}</h2>
            <ItemTable
              request={details}
              allowed={details.allowed}
              onDownload={() => void save(requestEndpoints.downloadRequestItems, { params: { id: details.id } })}
            />
          </section>
        </div>
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
          <div className="sheet">
            <EventTimeline label={text.history} events={details.timeline} />
          </div>
        </div>
      </div>
    </>
  );
}
