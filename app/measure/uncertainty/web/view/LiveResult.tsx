import type { ReactElement } from 'react';
import { useSay, useTexts } from '../../../../web/language.ts';
import type { Answer } from '../../rules/record.ts';
import { AnswerView } from './AnswerView.tsx';
import type { Live } from './live.ts';
import { texts } from './text.ts';
import type { MonteCarloRun } from './use-monte-carlo.ts';

type Props = { readonly model: string; readonly live: Live; readonly monteCarlo: MonteCarloRun };

/** The result as the model stands now; the Monte Carlo part is that of the model it ran with, and says so once they differ. */
export function LiveResult({ model, live, monteCarlo: { run, start, cancel } }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const isStale = run.state === 'done' && run.of !== model;
  const answer: Answer | undefined = run.state === 'done' && !isStale ? run.answer : live.answer;
  return (
    <section className="live" aria-label={text.results}>
      {live.problem === undefined ? null : (
        <div className="warning" role="alert">
          <b>{text.unusable}</b> {say(live.problem.text)}
        </div>
      )}
      {answer === undefined ? null : (
        <>
          <div className="bar run">
            {run.state === 'running' ? (
              <>
                <button type="button" onClick={cancel}>
                  {text.cancel}
                </button>
                <progress max={1} value={run.share} aria-label={text.running} />
                <span role="status">{`${text.running} ${Math.floor(run.share * 100)} %`}</span>
              </>
            ) : (
              <>
                <button type="button" className="primary" disabled={live.problem !== undefined} onClick={() => start(model)}>
                  {run.state === 'done' ? text.runAgain : text.run}
                </button>
                <span className="soft" role="status">
                  {isStale ? text.stale : run.state === 'cancelled' ? text.cancelled : run.state === 'done' ? '' : text.notRun}
                </span>
              </>
            )}
          </div>
          {run.state === 'failed' ? (
            <p className="warning" role="alert">
              {run.problem === undefined ? text.workerFailed : say(run.problem.text)}
            </p>
          ) : null}
          <AnswerView answer={answer} coverage={live.coverage} />
        </>
      )}
    </section>
  );
}
