import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { AnyEndpoint, ReplyOf, RequestOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { dayOfInstant, printInstant } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { signingKeyEndpoints } from '../contract.ts';
import { keyHolders, keyPurposes, revocationCauses, revocationRule } from '../rules.ts';
import { ConfirmDialog, RevocationDialog } from './KeyDialogs.tsx';
import { keyTags } from './states.ts';
import { texts } from './text.ts';

export type Details = ReplyOf<typeof signingKeyEndpoints.readSigningKey>;

/** One key: whose it is, how it is known, how long it holds, and who decided what. */
export function KeyPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(signingKeyEndpoints.readSigningKey, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [dialog, setDialog] = useState<'confirm' | 'revoke'>();
  const governs = usePermit('signing-key.govern');
  const params = { id: details.id };
  const { allowed } = details;
  const actions = [
    recordAction({
      name: 'decline',
      label: ['不批准', 'Decline'],
      endpoint: signingKeyEndpoints.declineSigningKey,
      request: (reason) => ({ params, body: { reason } }),
      reason: 2,
      kind: 'danger',
      done: ['已办理', 'Done'],
    }),
    recordAction({
      name: 'confirmRevocation',
      label: ['批准吊销', 'Confirm the revocation'],
      endpoint: signingKeyEndpoints.confirmKeyRevocation,
      request: () => ({ params, body: {} }),
      confirm: revocationRule,
      kind: 'danger',
      done: ['已吊销', 'Revoked'],
    }),
    recordAction({
      name: 'declineRevocation',
      label: ['不予吊销', 'Decline the revocation'],
      endpoint: signingKeyEndpoints.declineKeyRevocation,
      request: (reason) => ({ params, body: { reason } }),
      reason: 2,
      done: ['已办理', 'Done'],
    }),
  ];
  return (
    <>
      <PageHead
        title={`${details.institute?.name ?? say(keyPurposes[details.purpose])} ${details.keyId}`}
        state={<StatusTag states={keyTags} state={details.state} />}
        lead={say(keyPurposes[details.purpose])}
        actions={
          <>
            {allowed.includes('confirm') ? (
              <Button type="primary" onClick={() => setDialog('confirm')}>
                {text.confirmTitle}
              </Button>
            ) : null}
            {allowed.includes('requestRevocation') ? (
              <Button danger onClick={() => setDialog('revoke')}>
                {text.revokeTitle}
              </Button>
            ) : null}
            <ActionBar actions={actions} allowed={allowed} />
            <Files details={details} />
            <Button href="/desk/signing-keys">{text.all}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <Notes details={details} />
          <Facts details={details} />
          <Revocation details={details} />
        </div>
        <div className="sheet">
          <EventTimeline label={text.history} events={details.timeline} />
        </div>
      </div>
      {dialog === 'confirm' ? <ConfirmDialog id={details.id} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'revoke' ? <RevocationDialog id={details.id} governs={governs} onClose={() => setDialog(undefined)} /> : null}
    </>
  );
}

function Files({ details: { id, holder, state } }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const save = async <E extends AnyEndpoint>(endpoint: E, request: RequestOf<E>): Promise<void> => {
    try {
      await download(endpoint, request);
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      void message.error(error.title);
    }
  };
  const hasCertificate = holder === 'elsewhere' || (state !== 'pending' && state !== 'declined');
  return (
    <>
      {hasCertificate ? (
        <Button onClick={() => void save(signingKeyEndpoints.downloadKeyCertificate, { params: { id } })}>{text.certificate}</Button>
      ) : null}
      {holder !== 'elsewhere' && state === 'pending' ? (
        <Button onClick={() => void save(signingKeyEndpoints.exportKeyRequest, { params: { id } })}>{text.csr}</Button>
      ) : null}
    </>
  );
}

function Notes({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const notes: readonly (readonly [boolean, string])[] = [
    [details.demonstration, text.demonstration],
    [details.holder !== 'elsewhere' && !details.canSign, text.cannotSign],
    [details.rotationDue, text.rotationDue],
  ];
  return (
    <>
      {notes
        .filter(([holds]) => holds)
        .map(([, note]) => (
          <p className="sheet tone-attention" role="status" key={note}>
            {note}
          </p>
        ))}
    </>
  );
}

function Facts({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const by = (name: string | null, at: string | null): string | null =>
    at === null ? null : `${printInstant(at)} ${name ?? (details.demonstration ? text.byItself : '')}`;
  const algorithms =
    details.purpose === 'log' ? text.ed25519 : details.purpose === 'anchor' ? text.asCertified : details.hasSm2 ? text.p256Sm2 : text.p256;
  const facts: readonly (readonly [string, string | null])[] = [
    [text.purpose, say(keyPurposes[details.purpose])],
    [text.institute, details.institute?.name ?? null],
    [text.algorithms, algorithms],
    [text.holder, say(keyHolders[details.holder])],
    [text.reference, details.reference],
    [text.logName, details.logName],
    [text.keyId, details.keyId],
    [text.fingerprint, details.fingerprint],
    [text.publicKeyFingerprint, details.publicKeyFingerprint],
    [
      text.validity,
      details.validFrom === null || details.validUntil === null
        ? null
        : `${dayOfInstant(details.validFrom)} – ${dayOfInstant(details.validUntil)}`,
    ],
    [text.reason, details.reason],
    [text.requested, by(details.requestedBy, details.requestedAt)],
    [text.decided, by(details.decidedBy, details.decidedAt)],
    [text.refusal, details.refusal],
    [text.retired, details.retiredAt === null ? null : printInstant(details.retiredAt)],
  ];
  return (
    <section className="sheet">
      <h2>{text.details}</h2>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {details.state === 'pending' ? <p className="soft">{text.fingerprintHelp}</p> : null}
    </section>
  );
}

function Revocation({ details: { revocation } }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <section className="sheet">
      <h2>{revocation === null ? text.rule : text.revocation}</h2>
      {revocation === null ? null : (
        <dl className="facts">
          {(
            [
              [text.cause, say(revocationCauses[revocation.cause])],
              [text.from, printInstant(revocation.from)],
              [text.explanation, revocation.reason],
              [text.requested, `${printInstant(revocation.requestedAt)} ${revocation.requestedBy}`],
              [
                text.decided,
                revocation.decidedAt === null ? text.revocationOpen : `${printInstant(revocation.decidedAt)} ${revocation.decidedBy ?? ''}`,
              ],
            ] as const
          ).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="soft">{say(revocationRule)}</p>
    </section>
  );
}
