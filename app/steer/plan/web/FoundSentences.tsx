import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { fill, useLanguage, useTexts } from '../../../web/language.ts';
import { planEndpoints } from '../contract/endpoints.ts';
import { texts } from './text.ts';

/** The sentences that hold the words searched for; each leads to its place in the text. */
export function FoundSentences({ words }: { words: string }): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  const found = useEndpoint(planEndpoints.searchSentences, { query: { q: words, limit: 200 } });
  return (
    <Answer query={found} rows={2}>
      {({ items, total }) =>
        items.length === 0 ? (
          <Empty title={text.foundNone} />
        ) : (
          <section className="sheet" aria-live="polite">
            <h2>{fill(text.found, { n: total })}</h2>
            <ol className="plan-found">
              {items.map((sentence) => (
                <li key={sentence.id}>
                  <a href={`#s-${sentence.id}`}>{sentence.clause}</a>
                  <span>{language === 'en' ? (sentence.textEn ?? sentence.text) : sentence.text}</span>
                </li>
              ))}
            </ol>
          </section>
        )
      }
    </Answer>
  );
}
