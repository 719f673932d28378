import { Button, Skeleton } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { AnyEndpoint, ReplyOf } from '../../kernel/endpoint.ts';
import { ProblemAnswer } from '../client.ts';
import type { EndpointQuery } from '../endpoint-hooks.ts';
import { useTexts } from '../language.ts';
import { texts } from './text.ts';

type Words = { readonly title: string; readonly next?: string | undefined; readonly action?: ReactNode };

/** One sentence and the one action that fills the page. */
export function Empty({ title, next, action }: Words): ReactElement {
  return (
    <div className="state">
      <p>{title}</p>
      {next === undefined ? null : <p className="soft">{next}</p>}
      {action}
    </div>
  );
}

export function Forbidden(): ReactElement {
  const text = useTexts(texts);
  return <Empty title={text.forbiddenTitle} next={text.forbiddenNext} />;
}

export function NotFound(): ReactElement {
  const text = useTexts(texts);
  return <Empty title={text.missingTitle} next={text.missingNext} action={<a href="/desk">{text.back}</a>} />;
}

/** What happened, what to do, and the number under which the server logged it. */
export function Failed({ problem, onRetry }: { problem: Error; onRetry?: (() => void) | undefined }): ReactElement {
  const text = useTexts(texts);
  const answer = problem instanceof ProblemAnswer ? problem : undefined;
  return (
    <div className="state failed" role="alert">
      <p>
        <b>{answer?.title ?? problem.message}</b>
      </p>
      {answer?.detail === undefined ? null : <p>{answer.detail}</p>}
      <p className="soft">{answer?.next}</p>
      {answer === undefined || answer.status < 500 || answer.instance === undefined ? null : (
        <p className="soft">
          {text.problemNumber} {answer.instance}
        </p>
      )}
      {onRetry === undefined ? null : <Button onClick={onRetry}>{text.retry}</Button>}
    </div>
  );
}

/** The problem of a form or an action, above its buttons. */
export function ProblemNote({ problem }: { problem: ProblemAnswer | undefined }): ReactElement | null {
  if (problem === undefined) return null;
  return (
    <div className="problem-note" role="alert">
      <b>{problem.title}</b>
      {problem.detail === undefined ? null : <span>{problem.detail}</span>}
      <span>{problem.next}</span>
    </div>
  );
}

export function Loading({ rows = 6 }: { rows?: number }): ReactElement {
  const text = useTexts(texts);
  return (
    <div className="sheet" role="status" aria-label={text.loading}>
      <Skeleton active={false} paragraph={{ rows }} />
    </div>
  );
}

type AnswerProps<E extends AnyEndpoint> = { query: EndpointQuery<E>; rows?: number; children: (reply: ReplyOf<E>) => ReactNode };

/** Shows a query: the skeleton, what went wrong, or the answer. */
export function Answer<E extends AnyEndpoint>({ query, rows = 6, children }: AnswerProps<E>): ReactElement {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error === null) return <Loading rows={rows} />;
  if (query.error.status === 403) return <Forbidden />;
  return <Failed problem={query.error} onRetry={() => void query.refetch()} />;
}
