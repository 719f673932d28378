import type { ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import type { RequestItem } from '../contract.ts';
import type { PlaceDone } from '../rules.ts';
import { lineOf, stepNouns } from '../rules/step.ts';
import { texts } from './text.ts';

type Props = {
  readonly item: RequestItem;
  readonly whereDone: PlaceDone;
  /** In a row of a table: the words are heard and shown at the pointer, not printed. */
  readonly compact?: boolean;
};

/** How far one instrument is: every step of the line, done, present or to come; each done one with its day. */
export function StepLine({ item, whereDone, compact = false }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const words = { done: text.stepDone, now: text.stepNow, 'to-come': text.stepToCome, ended: text.stepEnded };
  const line = lineOf(
    item.step,
    item.steps.map(({ step }) => step),
    whereDone,
  );
  return (
    <ol className={compact ? 'step-line compact' : 'step-line'} aria-label={text.progressOf}>
      {line.map(({ step, state }) => {
        // The last time it was reached: a record that was given back is tested twice.
        const day = state === 'to-come' ? undefined : item.steps.filter((one) => one.step === step).pop()?.day;
        const word = say(stepNouns[step]);
        return (
          <li
            key={step}
            className={state}
            aria-current={state === 'now' ? 'step' : undefined}
            title={compact ? [word, words[state], day].filter((part) => part !== undefined).join(' ') : undefined}
          >
            <span className="dot" aria-hidden="true" />
            <span className={compact ? 'unseen' : 'word'}>{word}</span>
            <span className="unseen"> {words[state]}</span>
            {day === undefined || compact ? null : <time dateTime={day}>{day.slice(5)}</time>}
          </li>
        );
      })}
    </ol>
  );
}
