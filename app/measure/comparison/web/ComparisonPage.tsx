import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { DataRows } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { SaveFile } from '../../../register/division/web/SaveFile.tsx';
import { comparisonEndpoints as endpoints } from '../contract.ts';
import { comparisonActions, duties, pilotWays } from '../rules.ts';
import { CommentSection, CorrectionSection } from './AfterReport.tsx';
import { EvaluationSection } from './Evaluation.tsx';
import { handoverColumns } from './HandoverList.tsx';
import { MemberSection } from './Members.tsx';
import { PilotSection, SubjectChange } from './Preparation.tsx';
import { CheckSection, ProtocolSection } from './ProtocolSection.tsx';
import { SealingSection } from './Sealing.tsx';
import { comparisonTags } from './states.ts';
import { texts } from './text.ts';
import './comparison.css';

export type Round = ReplyOf<typeof endpoints.readComparison>;

function Actions({ round }: { round: Round }): ReactElement {
  const text = useTexts(texts);
  const { id, version } = round;
  const named = (name: 'announce' | 'start') => ({
    name,
    label: comparisonActions[name],
    request: () => ({ params: { id }, body: { version } }),
    kind: 'primary' as const,
  });
  const reasoned = (name: 'cancel' | 'finalise' | 'close' | 'withdraw') => ({
    name,
    label: comparisonActions[name],
    request: (reason: string) => ({ params: { id }, body: { reason } }),
    reason: 2,
  });
  const isFollowable = round.state === 'final' || round.state === 'closed';
  return (
    <>
      <ActionBar
        allowed={round.allowed}
        actions={[
          recordAction({ ...named('announce'), endpoint: endpoints.announceComparison, done: ['已通知', 'Announced'] }),
          recordAction({
            ...named('start'),
            endpoint: endpoints.startComparison,
            confirm: ['编号将随机抽取，实施方案此后不再更改。', 'Numbers are drawn by lot, and the protocol stands from now on.'],
            done: ['已开始', 'Started'],
          }),
          recordAction({
            name: 'report',
            label: comparisonActions.report,
            endpoint: endpoints.issueDraftReport,
            request: () => ({ params: { id } }),
            confirm: ['各参比实验室将看到全部结果（以编号表示）。', 'Every participant will see all results, by number.'],
            done: ['已发出', 'Sent out'],
            kind: 'primary',
          }),
          recordAction({ ...reasoned('finalise'), endpoint: endpoints.finaliseReport, done: ['已定稿', 'Final'], kind: 'primary' }),
          recordAction({
            name: 'publish',
            label: comparisonActions.publish,
            endpoint: endpoints.publishComparisonNames,
            request: (reason) => ({ params: { id }, body: { documentNumber: reason, reason } }),
            reason: 2,
            confirm: [
              '请写明公开决定的文号；公开后编号旁显示名称。',
              'Give the number of the decision; names will stand beside the numbers.',
            ],
            done: ['已公开', 'Published'],
          }),
          recordAction({ ...reasoned('close'), endpoint: endpoints.closeComparison, done: ['已办结', 'Closed'] }),
          recordAction({
            ...reasoned('withdraw'),
            endpoint: endpoints.withdrawFromComparison,
            done: ['已退出', 'Withdrawn'],
            kind: 'danger',
          }),
          recordAction({ ...reasoned('cancel'), endpoint: endpoints.cancelComparison, done: ['已取消', 'Cancelled'], kind: 'danger' }),
        ]}
      />
      {round.evaluation === null ? null : (
        <>
          <SaveFile
            endpoint={endpoints.printComparisonReport}
            request={{ params: { id }, query: { format: 'docx' } }}
            label={text.reportDocx}
          />
          <SaveFile
            endpoint={endpoints.printComparisonReport}
            request={{ params: { id }, query: { format: 'pdf' } }}
            label={text.reportPdf}
          />
          <SaveFile endpoint={endpoints.exportComparison} request={{ params: { id } }} label={text.exportAll} />
        </>
      )}
      {isFollowable && round.parts.includes('organizer') ? (
        <Button href={`/desk/comparisons/draft?follows=${id}`}>{text.followUp}</Button>
      ) : null}
      <Button href="/desk/comparisons">{text.all}</Button>
    </>
  );
}

function Subject({ round }: { round: Round }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const facts: readonly (readonly [readonly [string, string], string | null])[] = [
    [['组织方', 'Organiser'], round.organizer.name],
    [['主导实验室', 'Pilot laboratory'], round.pilot?.name ?? text.noPilot],
    [['产生方式', 'How it is found'], `${say(pilotWays[round.pilotWay])}${round.callUntil === null ? '' : ` · ${round.callUntil}`}`],
    [['依据文件', 'Based on'], printDocumentNumber(round.documentNumber)],
    [['参加要求', 'Duty'], say(duties[round.duty])],
    [['参量', 'Quantity'], round.quantity],
    [['提交截止', 'Sealed until'], round.commitUntil === null ? null : printInstant(round.commitUntil)],
    [['揭示期限', 'Revealed until'], round.revealUntil === null ? null : printInstant(round.revealUntil)],
    [['意见截止', 'Comments until'], round.commentUntil],
    [['公开决定', 'Names published by'], round.namesDocumentNumber],
  ];
  return (
    <section className="sheet spaced">
      <h2>{text.subject}</h2>
      <dl className="facts">
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label[1]}>
              <dt>{say(label)}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="comparison-prose">{round.aim}</p>
      {round.follows === null ? null : (
        <p>
          {text.follows} <a href={`/desk/comparisons/${round.follows.id}`}>{round.follows.title}</a>
        </p>
      )}
      {round.followedBy.map((one) => (
        <p key={one.id}>
          {text.followedBy} <a href={`/desk/comparisons/${one.id}`}>{one.title}</a>
        </p>
      ))}
      <SubjectChange round={round} />
    </section>
  );
}

function Record({ round }: { round: Round }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <>
      <PageHead
        title={round.title}
        state={<StatusTag states={comparisonTags} state={round.state} />}
        {...(round.demonstration ? { lead: text.demonstration } : {})}
        actions={<Actions round={round} />}
      />
      <div className="columns">
        <div className="stack">
          <Subject round={round} />
          <PilotSection round={round} />
          <SealingSection round={round} />
          <EvaluationSection round={round} />
          <CommentSection round={round} />
          <CorrectionSection round={round} />
          <MemberSection round={round} />
          <ProtocolSection round={round} />
          {round.handovers.length === 0 ? null : (
            <section className="sheet spaced">
              <h2>{text.handovers}</h2>
              <DataRows items={round.handovers} columns={handoverColumns} rowKey={({ id }) => id} caption={['交接', 'Hand-overs']} />
            </section>
          )}
          <CheckSection round={round} />
        </div>
        <div className="sheet spaced">
          <EventTimeline label={say(['经过', 'History'])} events={round.timeline} />
        </div>
      </div>
    </>
  );
}

/** One round, as the reader's part in it shows it. */
export function ComparisonPage(): ReactElement {
  const query = useEndpoint(endpoints.readComparison, { params: { id: usePathParam('id') as never } });
  return <Answer query={query}>{(round) => <Record round={round} />}</Answer>;
}
