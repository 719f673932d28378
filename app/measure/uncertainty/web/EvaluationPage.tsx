import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { eventWord } from '../../../register/event/rules.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Timeline } from '../../../web/kit/Timeline.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { uncertaintyEndpoints } from '../contract.ts';
import { ResultLine } from './ResultLine.tsx';
import { versionTags } from './states.ts';
import { texts } from './text.ts';
import './uncertainty.css';

type Page = ReplyOf<typeof uncertaintyEndpoints.readUncertainty>;

/** One evaluation: its versions, what became of each, and what happened. */
export function EvaluationPage(): ReactElement {
  const id = usePathParam('id') as Page['id'];
  const query = useEndpoint(uncertaintyEndpoints.readUncertainty, { params: { id } });
  return <Answer query={query}>{(evaluation) => <Evaluation evaluation={evaluation} />}</Answer>;
}

function Evaluation({ evaluation }: { evaluation: Page }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { id, versions } = evaluation;
  const [latest, before] = versions;
  return (
    <>
      <PageHead
        title={evaluation.title}
        lead={[
          evaluation.code,
          evaluation.organization.name,
          evaluation.inForce === null ? text.noneInForce : fill(text.otherInForce, { n: evaluation.inForce }),
          ...(evaluation.demonstration ? [text.demonstration] : []),
        ].join(' · ')}
        actions={
          <>
            {evaluation.mayRevise ? (
              <Button type="primary" href={`/desk/uncertainty/evaluations/${id}/revision`}>
                {text.revise}
              </Button>
            ) : null}
            {latest === undefined || before === undefined ? null : (
              <Button href={`/desk/uncertainty/evaluations/${id}/comparison?from=${before.number}&to=${latest.number}`}>
                {text.compare}
              </Button>
            )}
            <Button href="/desk/uncertainty/evaluations">{text.list}</Button>
          </>
        }
      />
      <div className="columns">
        <section className="stack">
          <h2>{text.versions}</h2>
          <ol className="version-list">
            {versions.map((version) => (
              <li className="sheet" key={version.number}>
                <div className="version-head">
                  <a href={`/desk/uncertainty/evaluations/${id}/versions/${version.number}`}>{fill(text.version, { n: version.number })}</a>
                  <StatusTag states={versionTags} state={version.state} />
                  <span className="soft">{version.citation}</span>
                </div>
                <div className="version-result">
                  <ResultLine results={version.results} />
                </div>
                {version.note === '' ? null : <p>{version.note}</p>}
                <p className="soft">{`${text.by} ${version.by ?? '–'} · ${printInstant(version.at)}`}</p>
                {version.release === null ? null : (
                  <p className="soft">{`${text.releasedBy} ${version.release.by ?? '–'} · ${printInstant(version.release.at)} · ${version.release.reason ?? ''}`}</p>
                )}
                {version.ending === null ? null : (
                  <p className="soft">
                    {[`${text.endedBy} ${version.ending.by ?? '–'}`, printInstant(version.ending.at), version.ending.reason]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </section>
        <div className="sheet">
          <Timeline
            label={text.timeline}
            happenings={[...evaluation.timeline].reverse().map((event) => ({
              at: event.at,
              title: say(eventWord(event.kind)),
              by: [event.person, event.organization].filter((part) => part !== null).join(' · '),
              note: [event.detail['citation'], event.reason].filter((part) => typeof part === 'string').join(' · ') || undefined,
            }))}
          />
        </div>
      </div>
    </>
  );
}
