import type { ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import type { RequestItem } from '../contract.ts';
import type { PlaceDone } from '../rules.ts';
import { lineOf, requestSteps } from '../rules/step.ts';
import { texts } from './text.ts';

type Props = { readonly item: RequestItem; readonly whereDone: PlaceDone };

/** How far one instrument is: every step of the line, done, present or to come; each done one with its day. */
export function StepLine({ item, whereDone }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const words = { done: text.stepDone, now: text.stepNow, 'to-come': text.stepToCome, ended: text.stepEnded };
  const line = lineOf(
    item.step,
    item.steps.map(({ step }) => step),
    whereDone,
  );
  return (
    <ol className="step-line" aria-label={text.progressOf}>
      {line.map(({ step, state }) => {
        // The last time it was reached: a record that was given back is tested twice.
        const day = state === 'to-come' ? undefined : item.steps.filter((one) => one.step === step).pop()?.day;
        return (
          <li key={step} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="dot" aria-hidden="true" />
            <span className="word">{say(requestSteps[step])}</span>
            <span className="unseen"> {words[state]}</span>
            {day === undefined ? null : <time dateTime={day}>{day.slice(5)}</time>}
          </li>
        );
      })}
    </ol>
  );
}
