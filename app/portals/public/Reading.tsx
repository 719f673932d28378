import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../../web/language.ts';
import type { Answer } from './answers.ts';
import { texts } from './text.ts';

/** Shows a public answer: on its way, failed, or there. */
export function Reading<Reply>({ answer, children }: { answer: Answer<Reply>; children: (reply: Reply) => ReactNode }): ReactElement {
  const text = useTexts(texts);
  if (answer.reply !== undefined) return <>{children(answer.reply)}</>;
  if (answer.failure === undefined) {
    return (
      <p className="waiting" role="status">
        {text.loading}
      </p>
    );
  }
  return (
    <div className="sheet" role="alert">
      <p>
        <b>{text.failed}</b>
      </p>
      <p className="soft">{text.failedNext}</p>
      <button type="button" onClick={answer.again}>
        {text.retry}
      </button>
    </div>
  );
}
