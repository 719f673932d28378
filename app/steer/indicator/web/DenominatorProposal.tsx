import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { useGo, usePathParam, useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber } from '../../../web/figures.ts';
import { AsOfBar } from '../../../web/kit/AsOfBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { indicatorEndpoints } from '../contract.ts';
import type { DenominatorPreview } from '../contract/denominator.ts';
import { itemVerdictStates } from '../rules/denominator/words.ts';
import type { Choice } from '../rules/denominator/proposal.ts';
import { denominatorTexts } from './denominator-text.ts';
import { DenominatorChoices } from './DenominatorChoices.tsx';
import { useMoment } from './moment.ts';
import { isComplete, readChoice, toBody, toQuery } from './proposal-address.ts';
import { ShareFigure, ShareFigures } from './ShareFigures.tsx';
import { texts } from './text.ts';
import './indicator.css';

type Changed = DenominatorPreview['entering'];

function Changes({ title, changes, isDemand }: { title: string; changes: Changed; isDemand: boolean }): ReactElement {
  const text = useTexts(denominatorTexts);
  const say = useSay();
  return (
    <div>
      <h3>{`${title} (${printNumber(changes.length)})`}</h3>
      {changes.length === 0 ? (
        <p className="soft">{text.noChange}</p>
      ) : (
        <ul className="denominator-changes">
          {changes.map(({ key, name, before, after }) => (
            <li key={key}>
              {name === null || isDemand ? null : <span className="indicator-id">{key}</span>}
              {name === null ? key : say(name)}{' '}
              <span className="soft">
                {[before, after].flatMap((verdict) => (verdict === null ? [] : [say(itemVerdictStates[verdict])])).join(' → ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Counties({ preview, isDemand }: { preview: DenominatorPreview; isDemand: boolean }): ReactElement {
  const text = useTexts(denominatorTexts);
  const say = useSay();
  const measure = preview.reported;
  const before = preview.holding?.reported ?? measure;
  return (
    <section className="sheet">
      <div className="goal-head">
        <h2>{text.counties}</h2>
        <span className="soft">{isDemand ? text.demandCountiesNote : text.countiesNote}</span>
      </div>
      <Scroll label={text.counties}>
        <table className="grid cards">
          <caption className="unseen">{text.counties}</caption>
          <thead>
            <tr>
              <th scope="col">{text.county}</th>
              <th scope="col">{`${text.now}（${text.reported}）`}</th>
              <th scope="col">{say(['按此口径：不加权', 'With this: unweighted'])}</th>
              <th scope="col">{say(['按此口径：加权', 'With this: weighted'])}</th>
            </tr>
          </thead>
          <tbody>
            {preview.counties.map((county) => (
              <tr key={county.code}>
                <td className="lead narrow" data-label={text.county}>
                  {say(county.name)}
                </td>
                <td data-label={text.now}>
                  <ShareFigure share={county.before?.[before] ?? null} />
                </td>
                <td data-label={say(['不加权', 'Unweighted'])}>
                  <ShareFigure share={county.after?.unweighted ?? null} />
                </td>
                <td data-label={say(['加权', 'Weighted'])}>
                  <ShareFigure share={county.after?.weighted ?? null} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Effect({ preview, target, isDemand }: { preview: DenominatorPreview; target: number; isDemand: boolean }): ReactElement {
  const text = useTexts(denominatorTexts);
  const say = useSay();
  const { holding } = preview;
  return (
    <div className="stack">
      <section className="sheet stack">
        <p>{say(preview.statement)}</p>
        {preview.unknownNumbers.length === 0 ? null : (
          <p className="share-warning">{fill(text.unknownNumbers, { list: preview.unknownNumbers.join('、') })}</p>
        )}
        <div className="denominator-sides">
          <div className="stack">
            <h2>{text.now}</h2>
            {holding === null ? (
              <p className="soft">{text.none}</p>
            ) : (
              <>
                <p className="soft">{`${holding.version === 0 ? text.planMethod : fill(text.version, { n: holding.version })} · ${preview.asOf}`}</p>
                <ShareFigures figures={holding.figures} reported={holding.reported} target={target} />
              </>
            )}
          </div>
          <div className="stack">
            <h2>{text.after}</h2>
            <p className="soft">{`${fill(text.inDenominator, { n: printNumber(preview.inDenominator) })} · ${preview.asOf}`}</p>
            <ShareFigures figures={preview.proposed} reported={preview.reported} target={target} />
          </div>
        </div>
      </section>
      <section className="sheet stack">
        <Changes title={text.entering} changes={preview.entering} isDemand={isDemand} />
        <Changes title={text.leaving} changes={preview.leaving} isDemand={isDemand} />
        <Changes title={text.judged} changes={preview.judged} isDemand={isDemand} />
      </section>
      <Counties preview={preview} isDemand={isDemand} />
    </div>
  );
}

function Decision({ id, choice, earliest }: { id: string; choice: Choice; earliest: string }): ReactElement {
  const text = useTexts(denominatorTexts);
  const own = useTexts(texts);
  const go = useGo();
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  return (
    <section className="sheet">
      <div className="goal-head">
        <h2>{text.decide}</h2>
        <span className="soft">{text.decideLead}</span>
      </div>
      <RecordForm
        endpoint={indicatorEndpoints.decideDenominator}
        params={{ id }}
        fixed={{ ...toBody(choice), files: files.map((file) => file.id) }}
        initial={{ holdsFrom: earliest }}
        submit={['决定这一版', 'Decide this version']}
        done={['已记录', 'Recorded']}
        onDone={() => go(`/desk/indicators/${id}/denominators`)}
        fields={[
          {
            name: 'holdsFrom',
            label: ['自何日起施行', 'Holds from'],
            kind: 'day',
            hint: [`最早 ${earliest}；已过去的日期按当日的口径`, `At the earliest ${earliest}; days that have passed keep theirs`],
          },
          { name: 'documentNumber', label: ['文号', 'Document number'], hint: ['如 通政办发〔2026〕12号', 'Such as 通政办发〔2026〕12号'] },
          { name: 'reason', label: ['理由', 'Reason'], kind: 'long' },
        ]}
      >
        <div className="field">
          <span>{own.files}</span>
          <FilePicker value={files} onChange={setFiles} />
        </div>
      </RecordForm>
    </section>
  );
}

function Proposal({ history }: { history: ReplyOf<typeof indicatorEndpoints.listDenominators> }): ReactElement {
  const text = useTexts(denominatorTexts);
  const [search] = useSearchState();
  const moment = useMoment();
  const choice = readChoice(search, history.sets, history.catalogues[0]?.id ?? null);
  const ready = isComplete(choice);
  const preview = useEndpoint(
    indicatorEndpoints.previewDenominator,
    { params: { id: history.id }, query: { ...moment, ...toQuery(choice) } as never },
    { enabled: ready },
  );
  return (
    <div className="stack">
      <DenominatorChoices history={history} choice={choice} />
      {ready ? (
        <Answer query={preview}>
          {(shown) => <Effect preview={shown} target={history.target} isDemand={history.rule === 'demandServed'} />}
        </Answer>
      ) : null}
      {!ready ? null : history.mayDecide ? (
        <Decision id={history.id} choice={choice} earliest={history.earliestDay} />
      ) : (
        <p className="soft">{text.mayNotDecide}</p>
      )}
    </div>
  );
}

/** Another denominator with its effect, before anybody decides; the choices stand in the address. */
export function DenominatorProposal(): ReactElement {
  const text = useTexts(denominatorTexts);
  const say = useSay();
  const id = usePathParam('id');
  const query = useEndpoint(indicatorEndpoints.listDenominators, { params: { id }, query: useMoment() });
  return (
    <>
      <PageHead
        title={fill(text.proposal, { id })}
        state={query.data === undefined ? undefined : <a href={`/desk/indicators/${id}/denominators`}>{say(query.data.title)}</a>}
        lead={text.proposalLead}
      />
      <AsOfBar />
      <Answer query={query}>{(history) => <Proposal history={history} />}</Answer>
    </>
  );
}
