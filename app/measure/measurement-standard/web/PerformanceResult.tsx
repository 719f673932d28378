import type { ReactElement } from 'react';
import { confidences } from '../../../kernel/confidence.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import type { Live } from './performance-entry.ts';
import { verdictTags } from './performance-tags.ts';
import { performanceTexts } from './performance-text.ts';

/** What the rules say of the readings so far: the server computes the same once more when it is saved. */
export function PerformanceResult({ live }: { live: Live }): ReactElement {
  const text = useTexts(performanceTexts);
  const say = useSay();
  if ('fault' in live)
    return (
      <section className="performance-result" aria-live="polite">
        <h2>{text.computed}</h2>
        <p className="soft">{`${text.waiting} ${say(live.fault)}`}</p>
      </section>
    );
  const { verdict, figures, sentences, clause, confidence } = live.answer;
  return (
    <section className={verdict === 'fail' ? 'performance-result bad' : 'performance-result'} aria-live="polite">
      <h2>
        {text.computed} <StatusTag states={verdictTags} state={verdict} />
      </h2>
      <dl className="facts">
        {figures.map(({ symbol, label, value }) => (
          <div key={`${symbol} ${label[0]}`}>
            <dt>{`${say(label)} ${symbol}`}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
      {sentences.map((sentence) => (
        <p key={sentence[0]}>{say(sentence)}</p>
      ))}
      <p className="soft">{`${say(clause)}（${say(confidences[confidence])}）`}</p>
    </section>
  );
}
