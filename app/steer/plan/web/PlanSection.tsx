import type { ReactElement } from 'react';
import { fill, useLanguage, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import type { Body, PlanDocument, Sentence } from '../contract/document.ts';
import { stretchesOf, type Section } from '../rules/outline.ts';
import { AnnexAsPrinted } from './AnnexAsPrinted.tsx';
import { texts } from './text.ts';

type Props = { readonly plan: PlanDocument; readonly section: Section; readonly open: number };

/** One clause: its sentences, the English beside them when it is chosen, and the way to its indicators, its task and its differences. */
export function PlanSection({ plan, section, open }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const seesFigures = usePermit('indicator.read');
  const seesTasks = usePermit('task.read');
  const { record } = section;
  const indicators = record?.kind === 'goal' ? (plan.goals.find((goal) => goal.id === record.id)?.indicators ?? []) : [];
  const bodies = record?.kind === 'task' ? (plan.tasks.find((task) => task.id === record.id)?.bodies ?? []) : [];
  const source = section.tables[0]?.id ?? section.clause;
  return (
    <section id={`c-${section.clause}`} className={section.depth === 0 ? 'top-clause' : ''}>
      {section.sentences.map((sentence, index) => (
        <PrintedSentence key={sentence.id} plan={plan} sentence={sentence} heading={index === 0 && section.headed} depth={section.depth} />
      ))}
      {section.tables.map((table) => (
        <AnnexAsPrinted key={table.id} table={table} />
      ))}
      {record === null && open === 0 ? null : (
        <div className="plan-links">
          {indicators.length === 0 ? null : (
            <p>
              <b>{text.indicators}</b>{' '}
              {indicators.map((indicator) =>
                seesFigures ? (
                  <a key={indicator.id} href={`/desk/indicators/${indicator.id}`}>
                    {indicator.id} {say(indicator.title)}
                  </a>
                ) : (
                  <span key={indicator.id} className="body">
                    {indicator.id} {say(indicator.title)}
                  </span>
                ),
              )}
            </p>
          )}
          {bodies.length === 0 ? null : (
            <p>
              <b>{text.bodies}</b>{' '}
              {bodies.map((id) => (
                <BodyName key={id} body={plan.bodies.find((body) => body.id === id)} />
              ))}
            </p>
          )}
          {record === null || record.kind === 'goal' || !seesTasks ? null : (
            <p>
              <a href={`/desk/tasks#${record.id}`}>{fill(text.task, { id: record.id })}</a>
            </p>
          )}
          {open === 0 ? null : (
            <p>
              <a href={`/desk/plan/differences?source=${encodeURIComponent(source)}`}>{fill(text.openHere, { n: open })}</a>
            </p>
          )}
        </div>
      )}
    </section>
  );
}

function BodyName({ body }: { body: Body | undefined }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  if (body === undefined) return null;
  const successor = body.successors?.[0];
  const now = successor === undefined ? undefined : fill(text.successor, { name: say(successor.name) });
  return (
    <span className="body">
      {say([body.name, body.nameEn ?? body.name])}
      {now === undefined ? null : (
        <small className="soft">
          {' '}
          {now}
          {successor?.from === null ? text.undated : ''}
        </small>
      )}
    </span>
  );
}

function PrintedSentence({
  plan,
  sentence,
  heading,
  depth,
}: {
  plan: PlanDocument;
  sentence: Sentence;
  heading: boolean;
  depth: 0 | 1;
}): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  const seesFigures = usePermit('indicator.read');
  const Words = heading ? (depth === 0 ? 'h2' : 'h3') : 'p';
  return (
    <div className={language === 'en' ? 'printed beside' : 'printed'} id={`s-${sentence.id}`}>
      <Words lang="zh-CN">
        {stretchesOf(plan, sentence).map(({ text: words, mark }, index) =>
          mark === null ? (
            words
          ) : mark.kind === 'indicator' && !seesFigures ? (
            <span key={`${mark.id}-${index}`} className="indicator">
              {words}
            </span>
          ) : (
            <a
              key={`${mark.id}-${index}`}
              className={mark.kind}
              href={mark.kind === 'indicator' ? `/desk/indicators/${mark.id}` : `/desk/plan/definitions#${mark.id}`}
            >
              {words}
            </a>
          ),
        )}
        <a className="anchor no-print" href={`#s-${sentence.id}`} aria-label={`${text.link} ${sentence.id}`}>
          {'#'}
        </a>
      </Words>
      {language === 'en' ? (
        <p className="translation" lang="en">
          {sentence.textEn ?? text.untranslated}
        </p>
      ) : null}
    </div>
  );
}
