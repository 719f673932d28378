import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline, Timeline } from '../../../web/kit/Timeline.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { custodyEndpoints } from '../contract.ts';
import { conditions, locations, proofs } from '../rules.ts';
import { CustodyActions } from './CustodyActions.tsx';
import { custodyTags, stepTags } from './states.ts';
import { texts } from './text.ts';

type Details = ReplyOf<typeof custodyEndpoints.readCustody>;

/** One instrument in custody: in which state it came, where it was and is, who took it away. */
export function CustodyPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(custodyEndpoints.readCustody, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { instrument, ending } = details;
  const facts: readonly (readonly [string, string])[] = [
    [text.label, details.label],
    [text.holder, details.holder.name],
    [text.institute, details.institute.name],
    [text.serial, `${instrument.model} / ${instrument.serial}`],
    [text.code, instrument.code],
    [text.condition, [say(conditions[details.condition]), details.conditionNote].filter(Boolean).join('：')],
    [text.accessories, details.accessories === '' ? text.none : details.accessories],
    [text.pieces, String(details.pieces)],
    [text.receivedOn, details.receivedOn],
    [text.receivedBy, details.receivedBy],
    [text.dueBy, details.dueBy ?? text.notCounted],
    [text.certificate, details.certificateNumber ?? text.none],
  ];
  const end: readonly (readonly [string, string])[] =
    ending === null
      ? []
      : [
          [text.fetchedBy, ending.fetchedBy],
          [text.phone, ending.fetchedPhone ?? text.none],
          [text.proof, [say(proofs[ending.proof]), ending.proofNote].filter(Boolean).join('：')],
          [text.leftAt, details.leftAt === null ? '' : printInstant(details.leftAt)],
          [text.handedOverBy, ending.handedOverBy],
          ...(ending.reason === null ? [] : [[text.reason, ending.reason] as const]),
        ];
  const happenings = [...details.moves].reverse().map((move) => ({
    at: move.at,
    title: [say(locations[move.location]), move.locationName].filter(Boolean).join(' '),
    by: move.person,
    note: move.note ?? undefined,
  }));
  return (
    <>
      <PageHead
        title={instrument.name}
        state={
          <>
            <StatusTag states={custodyTags} state={details.status} />
            <StatusTag states={stepTags} state={details.step} />
          </>
        }
        lead={[say(locations[details.location]), details.locationName].filter(Boolean).join(' ')}
        actions={
          <>
            <CustodyActions items={[details]} />
            <Button href={`/desk/custody/slips/${details.slip.id}`}>
              {text.slip} {details.slip.number}
            </Button>
            <Button href={`/desk/requests/${details.request}`}>{text.requestLink}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <section className="sheet">
            <h2>{text.facts}</h2>
            <dl className="facts">
              {[...facts, ...end].map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
          <div className="sheet">
            <Timeline label={text.moves} happenings={happenings} />
          </div>
        </div>
        <div className="sheet">
          <EventTimeline label={text.history} events={details.timeline} />
        </div>
      </div>
    </>
  );
}
