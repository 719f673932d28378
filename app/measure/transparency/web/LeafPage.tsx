import { Button } from 'antd';
import type { ReactElement } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant, printNumber } from '../../../web/figures.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { transparencyEndpoints } from '../contract.ts';
import { Explanation } from './Explanation.tsx';
import { kindTags } from './states.ts';
import { texts } from './text.ts';

type Details = ReplyOf<typeof transparencyEndpoints.readLeaf>;

/** One leaf word for word, and the proof that it is in the log. */
export function LeafPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(transparencyEndpoints.readLeaf, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const mayRead = usePermit('certificate.read');
  const certificate = `/desk/certificates/${details.number}`;
  return (
    <>
      <PageHead
        title={`${text.leaf} ${details.index === null ? '' : printNumber(details.index)}`}
        state={<StatusTag states={kindTags} state={details.kind} />}
        lead={details.number}
        actions={
          <>
            {mayRead ? <Button href={certificate}>{text.certificate}</Button> : null}
            <Button href="/desk/log">{text.all}</Button>
          </>
        }
      />
      <div className="stack">
        <section className="sheet">
          <dl className="facts">
            <div>
              <dt>{text.number}</dt>
              <dd>{mayRead ? <a href={certificate}>{details.number}</a> : details.number}</dd>
            </div>
            <div>
              <dt>{text.issuer}</dt>
              <dd>{details.institute ?? details.issuer}</dd>
            </div>
            <div>
              <dt>{text.day}</dt>
              <dd>{details.day}</dd>
            </div>
            <div>
              <dt>{text.recordedAt}</dt>
              <dd>{printInstant(details.recordedAt)}</dd>
            </div>
            <div>
              <dt>{text.leafHash}</dt>
              <dd>
                <code>{details.leafHash}</code>
              </dd>
            </div>
          </dl>
        </section>
        <section className="sheet">
          <h2>{text.entry}</h2>
          <p>
            <code>{details.entry}</code>
          </p>
        </section>
        <Proof details={details} />
        <Explanation />
      </div>
    </>
  );
}

function Proof({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const { checkpoint } = details;
  return (
    <section className="sheet stack">
      <h2>{text.proof}</h2>
      {details.index === null || checkpoint === null ? (
        <p role="status">{text.notLogged}</p>
      ) : (
        <>
          <p>
            {fill(text.proofFor, { size: printNumber(checkpoint.size), at: printInstant(checkpoint.signedAt) })}
            {' · '}
            {checkpoint.cosignatures.length === 0
              ? text.noWitness
              : `${text.cosignedBy} ${checkpoint.cosignatures.map(({ name }) => name).join('、')}`}
          </p>
          <div>
            <Button type="primary" href={addressOf(transparencyEndpoints.downloadLeafProof, { params: { id: details.id } })}>
              {text.download}
            </Button>
          </div>
          <p className="soft">{text.proofLead}</p>
        </>
      )}
    </section>
  );
}
