import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { qualificationEndpoints } from '../contract.ts';
import { activities, qualificationKinds } from '../rules.ts';
import { regulationWord } from './regulation-words.ts';
import { qualificationTags } from './states.ts';
import { texts } from './text.ts';

type Details = ReplyOf<typeof qualificationEndpoints.readQualification>;

/** One qualification, by which document it holds and until when. */
export function QualificationPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(qualificationEndpoints.readQualification, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [ending, setEnding] = useState(false);
  const regulations = details.regulations.map((one) => say(regulationWord(one)));
  const facts: readonly (readonly [string, string])[] = [
    [text.person, details.holder.name],
    [text.activities, details.activities.map((one) => say(activities[one])).join('、')],
    [text.regulations, regulations.length === 0 ? text.allRegulations : regulations.join('；')],
    [text.document, details.documentNumber],
    [text.from, details.validFrom],
    [text.until, details.validUntil ?? text.open],
    ...(details.ending === null ? [] : [[text.ending, `${details.ending.lastDay} · ${details.ending.reason}`] as const]),
    [text.institute, details.institute.name],
    [text.recordedBy, details.recordedBy],
  ];
  return (
    <>
      <PageHead
        title={`${details.holder.name} ${say(qualificationKinds[details.kind])}`}
        state={<StatusTag states={qualificationTags} state={details.state} />}
        lead={`${details.documentNumber}${details.demonstration ? ` · ${text.demonstration}` : ''}`}
        actions={
          <>
            {details.mayEnd ? (
              <Button danger onClick={() => setEnding(true)}>
                {text.end}
              </Button>
            ) : null}
            <Button href="/desk/qualifications">{text.all}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          {details.state === 'lapsed' || details.state === 'ended' ? (
            <p className="sheet tone-bad" role="status">
              {text.lapsed}
            </p>
          ) : null}
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
        </div>
        <div className="sheet">
          <EventTimeline label={text.history} events={details.timeline} />
        </div>
      </div>
      {ending ? (
        <Dialog title={text.end} onClose={() => setEnding(false)}>
          <RecordForm
            endpoint={qualificationEndpoints.endQualification}
            params={{ id: details.id }}
            fields={[
              { name: 'lastDay', label: ['最后有效日', 'Last day'], kind: 'day', hint: ['当日仍有效', 'It still holds on this day'] },
              { name: 'reason', label: ['理由', 'Reason'] },
            ]}
            done={['已终止', 'Ended']}
            onDone={() => setEnding(false)}
          />
        </Dialog>
      ) : null}
    </>
  );
}
