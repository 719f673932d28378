import { Input } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { fill, useLanguage, useSay, useTexts } from '../../../web/language.ts';
import type { PlanDocument } from '../contract/document.ts';
import { planEndpoints } from '../contract/endpoints.ts';
import { outlineOf } from '../rules/outline.ts';
import { FoundSentences } from './FoundSentences.tsx';
import { PlanSection } from './PlanSection.tsx';
import { texts } from './text.ts';
import './plan.css';

/** The document clause by clause: every sentence with an address, the words that set an indicator linked to it. */
export function PlanPage(): ReactElement {
  const plan = useEndpoint(planEndpoints.readPlan, {}, { staleMilliseconds: Infinity });
  return <Answer query={plan}>{(document) => <PlanText plan={document} />}</Answer>;
}

function PlanText({ plan }: { plan: PlanDocument }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const language = useLanguage();
  const [search, setSearch] = useSearchState();
  const words = typeof search['q'] === 'string' ? search['q'] : '';
  const [typed, setTyped] = useState(words);
  const open = useEndpoint(planEndpoints.listDifferences, { query: { settled: 'false', limit: 200 } });
  const sections = outlineOf(plan);
  const issuer = plan.sentences.find((sentence) => sentence.text === plan.issuedBy)?.textEn ?? plan.issuedBy;
  useEffect(() => {
    // The browser looked for the anchor before the text was here.
    if (location.hash !== '') document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, []);
  const openIn = (clause: string, tables: readonly { id: string }[]): number =>
    (open.data?.items ?? []).filter((each) => each.source === clause || tables.some((table) => table.id === each.source)).length;
  return (
    <div className="plan">
      <PageHead
        title={say(plan.title)}
        lead={`${plan.documentNumber} · ${fill(text.issued, { by: language === 'en' ? issuer : plan.issuedBy, on: plan.issuedOn })} · ${fill(text.baseline, { month: plan.baseline })}`}
      />
      <div className="plan-columns">
        <nav className="plan-contents no-print" aria-label={text.contents}>
          <h2>{text.contents}</h2>
          <ol>
            {sections.map((section) => (
              <li key={section.clause} className={section.depth === 1 ? 'deeper' : ''}>
                <a href={`#c-${section.clause}`}>
                  <span className="soft">{section.clause === section.title[0] || !section.headed ? '' : section.clause}</span>{' '}
                  {say(section.title)}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="stack">
          <form
            role="search"
            className="plan-search no-print"
            onSubmit={(event) => {
              event.preventDefault();
              setSearch({ q: typed.trim() === '' ? undefined : typed.trim() });
            }}
          >
            <Input.Search
              aria-label={text.search}
              placeholder={text.search}
              allowClear
              enterButton={text.search}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onSearch={(value) => setSearch({ q: value.trim() === '' ? undefined : value.trim() })}
            />
            <p className="soft">
              {text.marked}
              {language === 'en' ? ` ${text.translationNote}` : ''}
            </p>
          </form>
          {words === '' ? null : <FoundSentences words={words} />}
          <article className="sheet plan-text">
            {sections.map((section) => (
              <PlanSection key={section.clause} plan={plan} section={section} open={openIn(section.clause, section.tables)} />
            ))}
          </article>
        </div>
      </div>
    </div>
  );
}
