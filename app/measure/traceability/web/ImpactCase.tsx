import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Figure } from '../../../web/kit/Figure.tsx';
import { PanelPlace } from '../../../web/kit/PanelPlace.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { impactEndpoints } from '../contract/impact.ts';
import { decisions, findingActions } from '../rules/impact.ts';
import { roleWord } from '../../standard/web/role-words.ts';
import { triageClasses, triageNames } from '../rules/impact-triage.ts';
import { ImpactHistogram } from './ImpactHistogram.tsx';
import { ImpactNotices } from './ImpactNotices.tsx';
import { findingTags } from './impact-states.ts';
import { texts } from './impact-text.ts';

export type Details = ReplyOf<typeof impactEndpoints.readFinding>;

/** The case of a failed standard: what was found, what rests on it, what was decided and sent. */
export function ImpactCase(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(impactEndpoints.readFinding, { params: { id } });
  return <Answer query={query}>{(details) => <Case details={details} />}</Answer>;
}

const actionsFor = ({ id }: Details) => [
  recordAction({
    name: 'evaluate',
    label: findingActions.evaluate,
    endpoint: impactEndpoints.evaluateFinding,
    request: () => ({ params: { id } }),
    done: ['已开始评估', 'The evaluation has begun'],
    kind: 'primary',
  }),
  recordAction({
    name: 'draft',
    label: findingActions.draft,
    endpoint: impactEndpoints.draftNotices,
    request: () => ({ params: { id } }),
    done: ['已拟稿', 'Drafted'],
  }),
  recordAction({
    name: 'close',
    label: findingActions.close,
    endpoint: impactEndpoints.closeFinding,
    request: (reason: string) => ({ params: { id }, body: { reason } }),
    reason: 2,
  }),
  recordAction({
    name: 'withdraw',
    label: findingActions.withdraw,
    endpoint: impactEndpoints.withdrawFinding,
    request: (reason: string) => ({ params: { id }, body: { reason } }),
    reason: 2,
    kind: 'danger',
  }),
];

function Case({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { id, evaluation } = details;
  const histogram = useEndpoint(impactEndpoints.readImpactHistogram, { params: { id } });
  const list = `/desk/findings/${id}/certificates`;
  const mayOpenRound = usePermit('round.manage') && details.decided.reverify + details.decided.revoke > 0;
  return (
    <>
      <PageHead
        title={`${details.number} ${details.standard.name}`}
        state={<StatusTag states={findingTags} state={details.state} />}
        lead={`${details.institute.name} · ${text.interval} ${details.since} ～ ${details.foundOn}`}
        actions={
          <>
            <ActionBar actions={actionsFor(details)} allowed={details.allowed} />
            {details.allowed.includes('correct') ? (
              <Button href={`/desk/findings/${id}/correction`}>{say(findingActions.correct)}</Button>
            ) : null}
            {mayOpenRound ? <Button href={`/desk/rounds/draft?finding=${id}`}>{text.round}</Button> : null}
            <Button href={`/desk/standards/${details.standard.id}`}>{text.standard}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          {details.standardInService ? (
            <p className="sheet tone-bad" role="status">
              <a href={`/desk/standards/${details.standard.id}`}>{text.suspend}</a>
            </p>
          ) : null}
          <section className="sheet spaced">
            <h2>{text.classes}</h2>
            <Progress details={details} />
            {evaluation === null ? null : (
              <div className="facts">
                {triageNames.map((name) => (
                  <Figure
                    key={name}
                    label={say(triageClasses[name])}
                    value={details.counts[name]}
                    unit={text.certificates}
                    href={`${list}?triage=${name}`}
                  />
                ))}
                <p>
                  <a href={list}>{text.all}</a>
                </p>
              </div>
            )}
          </section>
          {histogram.data && evaluation !== null ? <ImpactHistogram bins={histogram.data.bins} /> : null}
          <Groups details={details} list={list} />
          <Figures id={id} />
          <section className="sheet spaced">
            <h2>{text.decisions}</h2>
            {details.decisions.length === 0 ? (
              <p className="soft">{text.noDecision}</p>
            ) : (
              <DataRows
                items={details.decisions}
                columns={decisionColumns}
                rowKey={(one) => one.at + one.decision + one.certificates}
                caption={['处置决定', 'Decisions']}
              />
            )}
          </section>
          <ImpactNotices details={details} />
          <Versions details={details} />
        </div>
        <div className="sheet spaced">
          <EventTimeline label={text.history} events={details.timeline} />
        </div>
      </div>
    </>
  );
}

function Progress({ details: { evaluation, version } }: { details: Details }): ReactElement | null {
  const text = useTexts(texts);
  if (evaluation === null) return <p className="soft">{text.notEvaluated}</p>;
  if (evaluation.version !== version) return <p role="status">{text.stale}</p>;
  if (evaluation.state === 'done') return null;
  return (
    <p role="status">
      {evaluation.total === null ? text.counting : fill(text.progress, { done: evaluation.done, total: evaluation.total })}
    </p>
  );
}

type Group = Details['groups']['institutes'][number];
const groupColumns = (list: string, filter: string): readonly Column<Group>[] => [
  { key: 'name', title: ['名称', 'Name'], show: (one) => <a href={`${list}?${filter}=${one.key}`}>{one.name}</a> },
  ...triageNames.map((name): Column<Group> => ({ key: name, title: triageClasses[name], narrow: true, show: (one) => one.counts[name] })),
  { key: 'open', title: ['未决定', 'Open'], narrow: true, show: (one) => one.open },
];

function Groups({ details: { groups }, list }: { details: Details; list: string }): ReactElement {
  const text = useTexts(texts);
  const parts = [
    [text.byInstitute, groups.institutes, 'institute'],
    [text.byHolder, groups.holders, 'holder'],
    [text.byKind, groups.kinds, 'kind'],
  ] as const;
  return (
    <>
      {parts.map(([title, items, filter]) => (
        <section className="sheet spaced" key={filter}>
          <h2>{title}</h2>
          <DataRows items={items} columns={groupColumns(list, filter)} rowKey={(one) => one.key} caption={[title, title]} />
        </section>
      ))}
    </>
  );
}

function Figures({ id }: { id: Details['id'] }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const query = useEndpoint(impactEndpoints.readImpactOnFigures, { params: { id } });
  return (
    <section className="sheet spaced">
      <h2>{text.figures}</h2>
      <Answer query={query}>
        {({ divisions, measurementStandards, roles }) => (
          <>
            <h3>{text.certificatesCounted}</h3>
            {divisions.length === 0 ? (
              <p>{text.noDivision}</p>
            ) : (
              <ul>
                {divisions.map(({ region, name, reverify, revoke }) => (
                  <li key={region}>{fill(text.division, { name, reverify, revoke })}</li>
                ))}
              </ul>
            )}
            <h3>{text.measurementStandards}</h3>
            {measurementStandards.length === 0 ? (
              <p>{text.none}</p>
            ) : (
              <ul>
                {measurementStandards.map((one) => (
                  <li key={`${one.id} ${one.role}`}>
                    <a href={`/desk/measurement-standards/${one.id}`}>{one.name}</a>{' '}
                    <span className="soft">{one.role === 'main' ? text.main : text.auxiliary}</span>
                  </li>
                ))}
              </ul>
            )}
            <ul>
              {roles.map(({ role, others }) => (
                <li key={role}>{fill(text.roles, { role: say(roleWord(role)), n: others })}</li>
              ))}
            </ul>
            <PanelPlace place="finding-figures" id={id} />
          </>
        )}
      </Answer>
    </section>
  );
}

function Decision({ decision }: { decision: Details['decisions'][number]['decision'] }): ReactElement {
  return <>{useSay()(decisions[decision])}</>;
}
const decisionColumns: readonly Column<Details['decisions'][number]>[] = [
  { key: 'decision', title: ['决定', 'Decision'], narrow: true, show: (one) => <Decision decision={one.decision} /> },
  { key: 'certificates', title: ['证书数', 'Certificates'], narrow: true, show: (one) => one.certificates },
  { key: 'reason', title: ['理由', 'Reason'], show: (one) => one.reason },
  { key: 'person', title: ['决定人', 'By'], narrow: true, show: (one) => one.person },
];

function Versions({ details: { versions } }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet spaced">
      <h2>{text.versions}</h2>
      {versions.map((one) => (
        <details key={one.version} open={one === versions[0]}>
          <summary>
            {one.version} · {one.person.name} · {one.correction ?? one.words}
          </summary>
          <p>
            {text.interval} {one.since} ～ {one.foundOn}
            {one.sinceReason === null ? '' : `（${one.sinceReason}）`}
          </p>
          <ul>
            {one.points.map((point) => (
              <li key={`${point.at} ${point.condition}`}>
                {point.at} {one.unit} {point.condition}: {point.error} {one.errorUnit}
                {point.U === null ? '' : `, U ${point.U}`}
                {point.tolerance === null ? '' : `, ±${point.tolerance}`}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
