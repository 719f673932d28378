import { Button } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { FilePicker } from '../../../register/file/web/FilePicker.tsx';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { dayOfInstant, printDocumentNumber } from '../../../web/figures.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useLanguage, useSay, useTexts } from '../../../web/language.ts';
import { planEndpoints, type DefinitionDecision, type DefinitionRecord } from '../contract/endpoints.ts';
import { DefineDialog } from './DefineDialog.tsx';
import { definitionStates } from './states.ts';
import { texts } from './text.ts';
import './plan.css';

/** The words of the plan that have no number, and what they were decided to mean. */
export function DefinitionList(): ReactElement {
  const text = useTexts(texts);
  const definitions = useEndpoint(planEndpoints.listDefinitions, { query: { limit: 200 } });
  const loaded = definitions.data !== undefined;
  useEffect(() => {
    if (loaded && location.hash !== '') document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, [loaded]);
  return (
    <>
      <PageHead title={text.definitions} lead={text.definitionsLead} actions={<Button href="/desk/plan">{text.readText}</Button>} />
      <Answer query={definitions}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={text.definitionEmpty} />
          ) : (
            <div className="stack">
              {items.map((definition) => (
                <Definition key={definition.id} definition={definition} />
              ))}
            </div>
          )
        }
      </Answer>
    </>
  );
}

function Definition({ definition }: { definition: DefinitionRecord }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const language = useLanguage();
  const [deciding, setDeciding] = useState(false);
  const [inForce, ...earlier] = definition.versions;
  return (
    <section id={definition.id} className="sheet definition-record">
      <header>
        <h2 lang="zh-CN">{`“${definition.phrase}”`}</h2>
        <StatusTag states={definitionStates} state={definition.status} />
        <a href={`/desk/plan#s-${definition.sentence}`}>{definition.clause}</a>
        {definition.allowed.includes('decide') ? (
          <Button onClick={() => setDeciding(true)}>{inForce === undefined ? text.decide : text.decideAgain}</Button>
        ) : null}
      </header>
      <blockquote className="quoted">
        <span lang="zh-CN">{definition.text}</span>
        {language === 'en' && definition.textEn !== null ? <p className="soft">{definition.textEn}</p> : null}
      </blockquote>
      {inForce === undefined ? (
        <p>
          <b>{text.question}</b> {say(definition.question)}
        </p>
      ) : (
        <Version version={inForce} />
      )}
      {earlier.length === 0 ? null : (
        <details>
          <summary>{text.earlier}</summary>
          {earlier.map((version, index) => (
            <div key={version.id}>
              <b>{fill(text.version, { n: earlier.length - index })}</b>
              <Version version={version} />
            </div>
          ))}
        </details>
      )}
      {deciding ? <DefineDialog definition={definition} onClose={() => setDeciding(false)} /> : null}
    </section>
  );
}

function Version({ version }: { version: DefinitionDecision }): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  return (
    <dl className="facts">
      <div>
        <dt>{text.meaning}</dt>
        <dd>{language === 'en' ? (version.meaningEn ?? version.meaning) : version.meaning}</dd>
      </div>
      <div>
        <dt>{text.evidence}</dt>
        <dd>{version.evidence}</dd>
      </div>
      {version.documentNumber === null ? null : (
        <div>
          <dt>{text.documentNumber}</dt>
          <dd>{printDocumentNumber(version.documentNumber)}</dd>
        </div>
      )}
      <div>
        <dt>{text.settledBy}</dt>
        <dd>
          {version.by.name} · {version.by.organization} · {dayOfInstant(version.at)}
        </dd>
      </div>
      {version.files.length === 0 ? null : (
        <div>
          <dt>{text.files}</dt>
          <dd>
            <FilePicker value={version.files} />
          </dd>
        </div>
      )}
    </dl>
  );
}
