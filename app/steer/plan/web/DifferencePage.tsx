import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { FilePicker } from '../../../register/file/web/FilePicker.tsx';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Timeline } from '../../../web/kit/Timeline.tsx';
import { useLanguage, useSay, useTexts } from '../../../web/language.ts';
import { planEndpoints, type DifferenceDetails } from '../contract/endpoints.ts';
import { ruleWords } from '../rules/finding-words.ts';
import { resolutions } from '../rules/settlement.ts';
import { PrintedFigure } from './PrintedFigure.tsx';
import { SettleDialog } from './SettleDialog.tsx';
import { resolutionStates } from './states.ts';
import { texts } from './text.ts';
import './plan.css';

/** One difference: what is printed, what the rest gives, the text around it, and who settled it how. */
export function DifferencePage(): ReactElement {
  const id = usePathParam('id');
  const difference = useEndpoint(planEndpoints.readDifference, { params: { id } });
  return <Answer query={difference}>{(details) => <Details difference={details} />}</Answer>;
}

function Details({ difference }: { difference: DifferenceDetails }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [settling, setSettling] = useState(false);
  const { place, settlement } = difference;
  const actions = [
    recordAction({
      name: 'reopen',
      label: ['重新打开', 'Reopen'],
      endpoint: planEndpoints.reopenDifference,
      request: (reason) => ({ params: { id: difference.id }, body: { reason, supersedes: settlement?.id as never } }),
      reason: 5,
      done: ['已重新打开', 'Reopened'],
    }),
  ];
  return (
    <>
      <PageHead
        title={say(difference.text)}
        state={<StatusTag states={resolutionStates} state={difference.resolution} />}
        lead={`${say(ruleWords[difference.rule])} · ${[place.source, place.row, place.column].map(say).join(' · ')}`}
        actions={
          <>
            {difference.allowed.includes('settle') ? (
              <Button type={difference.resolution === 'open' ? 'primary' : 'default'} onClick={() => setSettling(true)}>
                {difference.resolution === 'open' ? text.settle : text.settleAgain}
              </Button>
            ) : null}
            <ActionBar actions={actions} allowed={difference.allowed} />
            <Button href="/desk/plan/differences">{text.backToList}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <Figures difference={difference} />
          <Quoted difference={difference} />
        </div>
        <div className="sheet">
          <History difference={difference} />
          {difference.allowed.length === 0 && difference.resolution === 'open' ? <p className="soft">{text.cannotSettle}</p> : null}
        </div>
      </div>
      {settling ? <SettleDialog difference={difference} onClose={() => setSettling(false)} /> : null}
    </>
  );
}

function Figures({ difference }: { difference: DifferenceDetails }): ReactElement {
  const text = useTexts(texts);
  return (
    <dl className="difference-figures">
      <div>
        <dt>{text.printed}</dt>
        <dd>
          <PrintedFigure value={difference.printed} />
        </dd>
      </div>
      {difference.aligned === null ? null : (
        <div>
          <dt>{text.aligned}</dt>
          <dd>{difference.aligned}</dd>
        </div>
      )}
      <div>
        <dt>{text.recomputed}</dt>
        <dd className={difference.recomputed === null ? 'soft' : ''}>{difference.recomputed ?? text.nothing}</dd>
      </div>
    </dl>
  );
}

function Quoted({ difference }: { difference: DifferenceDetails }): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  return (
    <section className="sheet">
      <h2>{text.textThere}</h2>
      {difference.sentences.map((sentence) => (
        <blockquote key={sentence.id} className="quoted">
          <a href={`/desk/plan#s-${sentence.id}`}>{sentence.clause}</a> <span lang="zh-CN">{sentence.text}</span>
          {language === 'en' && sentence.textEn !== undefined ? <p className="soft">{sentence.textEn}</p> : null}
        </blockquote>
      ))}
    </section>
  );
}

function History({ difference }: { difference: DifferenceDetails }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  if (difference.history.length === 0) {
    return (
      <>
        <h2>{text.history}</h2>
        <p className="soft">{text.noHistory}</p>
      </>
    );
  }
  return (
    <Timeline
      label={text.history}
      happenings={difference.history.map((each) => ({
        at: each.at,
        title: each.resolution === 'open' ? text.reopen : say(resolutions[each.resolution].text),
        by: `${each.by.name} · ${each.by.organization}`,
        note: (
          <>
            <p>{each.reason}</p>
            {each.documentNumber === null ? null : <p>{printDocumentNumber(each.documentNumber)}</p>}
            {each.files.length === 0 ? null : <FilePicker value={each.files} />}
          </>
        ),
      }))}
    />
  );
}
