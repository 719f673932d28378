import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { printInstant } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { comparisonEndpoints as endpoints, type Correction } from '../contract.ts';
import type { Round } from './ComparisonPage.tsx';
import { correctionTags } from './states.ts';
import { texts } from './text.ts';

/** What the laboratories say to the draft report, and what they are answered. */
export function CommentSection({ round }: { round: Round }): ReactElement | null {
  const text = useTexts(texts);
  const mayComment = round.allowed.includes('comment');
  if (!mayComment && round.comments.length === 0) return null;
  return (
    <section className="sheet spaced">
      <h2>{text.comments}</h2>
      {round.comments.map((comment) => (
        <article key={comment.id}>
          <h3>
            {comment.code === null ? '' : fill(text.laboratory, { n: comment.code })}{' '}
            <span className="soft">{printInstant(comment.at)}</span>
          </h3>
          <p className="comparison-prose">{comment.text}</p>
          {comment.answer === null ? null : (
            <p className="comparison-prose">
              {text.answer}：{comment.answer}
            </p>
          )}
          {comment.answer === null && comment.kind === 'objection' && round.allowed.includes('answer') ? (
            <RecordForm
              endpoint={endpoints.answerComment}
              params={{ id: comment.id }}
              fields={[{ name: 'answer', label: ['答复', 'Answer'], kind: 'long' }]}
              done={['已答复', 'Answered']}
              onDone={() => undefined}
            />
          ) : null}
        </article>
      ))}
      {mayComment ? (
        <>
          <ActionBar
            allowed={['agree']}
            actions={[
              recordAction({
                name: 'agree',
                label: ['无意见', 'No comments'],
                endpoint: endpoints.commentOnReport,
                request: () => ({ params: { id: round.id }, body: { kind: 'agreed' as const, text: text.agree } }),
                confirm: ['答复无意见后不再提意见。', 'After that no comment follows.'],
                done: ['已答复', 'Answered'],
              }),
            ]}
          />
          <RecordForm
            endpoint={endpoints.commentOnReport}
            params={{ id: round.id }}
            fixed={{ kind: 'objection' }}
            draft={`comment-${round.id}`}
            fields={[{ name: 'text', label: ['意见', 'Comment'], kind: 'long' }]}
            submit={['提出意见', 'Comment']}
            done={['已提出', 'Sent']}
            onDone={() => undefined}
          />
        </>
      ) : null}
    </section>
  );
}

function CorrectionReport({ correction }: { correction: Correction }): ReactElement {
  const text = useTexts(texts);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  return (
    <RecordForm
      endpoint={endpoints.submitComparisonCorrection}
      params={{ id: correction.id }}
      fixed={{ files: files.map(({ id }) => id) }}
      draft={`correction-${correction.id}`}
      initial={{ cause: correction.cause ?? '', action: correction.action ?? '', evidence: correction.evidence ?? '' }}
      fields={[
        { name: 'cause', label: ['原因', 'Cause'], kind: 'long' },
        { name: 'action', label: ['措施', 'Action'], kind: 'long' },
        { name: 'evidence', label: ['证明', 'Evidence'], kind: 'long' },
      ]}
      submit={['报整改', 'Report']}
      done={['已报', 'Reported']}
      onDone={() => setFiles([])}
    >
      <div className="field">
        <span>{text.evidence}</span>
        <FilePicker value={files} onChange={setFiles} />
      </div>
    </RecordForm>
  );
}

function CorrectionCard({ correction }: { correction: Correction }): ReactElement {
  const text = useTexts(texts);
  const decide = (name: 'close' | 'return') =>
    recordAction({
      name,
      label: name === 'close' ? ['办结', 'Close'] : ['退回补充', 'Send back'],
      endpoint: endpoints.decideComparisonCorrection,
      request: (reason) => ({ params: { id: correction.id }, body: { decision: name, reason } }),
      reason: 2,
      done: ['已办理', 'Done'],
    });
  return (
    <article>
      <h3>
        {correction.organization.name} <StatusTag states={correctionTags} state={correction.state} />
      </h3>
      <p className="comparison-prose">{correction.demand}</p>
      <p>
        {correction.dueOn} {correction.isLate ? <strong>{text.late}</strong> : null}
      </p>
      {[correction.cause, correction.action, correction.evidence].map((line, index) =>
        line === null ? null : (
          <p className="comparison-prose" key={['cause', 'action', 'evidence'][index]}>
            {line}
          </p>
        ),
      )}
      {correction.files.length === 0 ? null : <FilePicker value={correction.files} />}
      {correction.decisionReason === null ? null : <p className="soft">{correction.decisionReason}</p>}
      {correction.maySubmit ? <CorrectionReport correction={correction} /> : null}
      <ActionBar allowed={correction.mayDecide ? ['close', 'return'] : []} actions={[decide('close'), decide('return')]} />
    </article>
  );
}

/** Corrective action: demanded by the organiser, reported by the laboratory, closed by the organiser. */
export function CorrectionSection({ round }: { round: Round }): ReactElement | null {
  const text = useTexts(texts);
  const [isOpen, setOpen] = useState(false);
  const mayDemand = round.allowed.includes('demand');
  if (!mayDemand && round.corrections.length === 0) return null;
  const open = round.memberList.filter(
    ({ id, state, organization }) =>
      id !== null && state === 'confirmed' && !round.corrections.some((one) => one.organization.id === organization?.id),
  );
  return (
    <section className="sheet spaced">
      <h2>{text.corrections}</h2>
      {round.corrections.map((correction) => (
        <CorrectionCard key={correction.id} correction={correction} />
      ))}
      {mayDemand && open.length > 0 ? <Button onClick={() => setOpen(true)}>{text.demand}</Button> : null}
      {isOpen ? (
        <Dialog title={text.demand} onClose={() => setOpen(false)}>
          <RecordForm
            endpoint={endpoints.demandComparisonCorrection}
            params={{ id: round.id }}
            fields={[
              {
                name: 'member',
                label: ['实验室', 'Laboratory'],
                kind: 'choice',
                options: open.map(({ id, code, organization }) => ({
                  value: id ?? '',
                  label: `${code ?? ''} ${organization?.name ?? ''}`,
                })),
              },
              { name: 'demand', label: ['要求', 'Demand'], kind: 'long' },
              { name: 'dueOn', label: ['期限', 'Due on'], kind: 'day' },
            ]}
            done={['已要求', 'Demanded']}
            onDone={() => setOpen(false)}
          />
        </Dialog>
      ) : null}
    </section>
  );
}
