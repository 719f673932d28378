import { Button } from 'antd';
import type { ReactElement } from 'react';
import { printQuery } from '../../../kernel/address.ts';
import { FilePicker } from '../../../register/file/web/FilePicker.tsx';
import { usePathParam } from '../../../web/address.ts';
import { download } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import { AsOfBar, useAsOf } from '../../../web/kit/AsOfBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { indicatorEndpoints } from '../contract.ts';
import type { DenominatorVersion } from '../contract/denominator.ts';
import { denominatorTexts } from './denominator-text.ts';
import { useMoment } from './moment.ts';
import { ShareFigures } from './ShareFigures.tsx';
import { denominatorTones } from './states.ts';
import { texts } from './text.ts';
import './indicator.css';

/** When a version holds, in words. */
function useHolding(): (version: DenominatorVersion) => string {
  const text = useTexts(denominatorTexts);
  return ({ holdsFrom, holdsUntil }) => {
    if (holdsFrom === null) return holdsUntil === null ? text.always : fill(text.alwaysUntil, { until: holdsUntil });
    return holdsUntil === null ? fill(text.from, { day: holdsFrom }) : fill(text.fromUntil, { from: holdsFrom, until: holdsUntil });
  };
}

function VersionSheet({ id, version, target }: { id: string; version: DenominatorVersion; target: number }): ReactElement {
  const text = useTexts(denominatorTexts);
  const own = useTexts(texts);
  const say = useSay();
  const holding = useHolding();
  const query = printQuery({ ...useAsOf(), version: version.version });
  const { effect } = version;
  return (
    <section className="sheet stack">
      <div className="version-head">
        <h2>{version.version === 0 ? text.planMethod : fill(text.version, { n: version.version })}</h2>
        <StatusTag states={denominatorTones} state={version.state} />
        <span className="soft">{version.state === 'never-held' ? null : holding(version)}</span>
      </div>
      <p>{say(version.statement)}</p>
      <ShareFigures figures={version.figures} reported={version.reported} target={target} />
      {version.documentNumber === null ? null : (
        <dl className="facts">
          <div>
            <dt>{own.documentNumber}</dt>
            <dd>{printDocumentNumber(version.documentNumber)}</dd>
          </div>
          <div>
            <dt>{own.reason}</dt>
            <dd>{version.reason}</dd>
          </div>
          <div>
            <dt>{own.by}</dt>
            <dd>
              {fill(text.decidedBy, {
                person: version.person ?? '—',
                at: version.recordedAt === null ? '—' : printInstant(version.recordedAt),
              })}
            </dd>
          </div>
        </dl>
      )}
      {version.files.length === 0 ? null : <FilePicker value={version.files} />}
      {effect === null ? null : (
        <details>
          <summary>{fill(text.effect, { day: effect.asOf })}</summary>
          <div className="denominator-sides">
            <div>
              <h3>{text.now}</h3>
              {effect.before === null ? (
                <p className="soft">{text.none}</p>
              ) : (
                <ShareFigures figures={effect.before} reported={version.reported} target={target} />
              )}
            </div>
            <div>
              <h3>{text.after}</h3>
              <ShareFigures figures={effect.after} reported={version.reported} target={target} />
            </div>
          </div>
        </details>
      )}
      <p>
        <a href={`/desk/indicators/${id}/items${query}`}>{text.items}</a>
      </p>
    </section>
  );
}

/** Every version of a denominator with the figures of one day under each. */
export function DenominatorPage(): ReactElement {
  const text = useTexts(denominatorTexts);
  const say = useSay();
  const id = usePathParam('id');
  const moment = useMoment();
  const query = useEndpoint(indicatorEndpoints.listDenominators, { params: { id }, query: moment });
  const proposal = `/desk/indicators/${id}/denominators/proposal`;
  const propose = query.data?.mayDecide === true ? text.propose : text.preview;
  return (
    <>
      <PageHead
        title={fill(text.historyOf, { id })}
        state={query.data === undefined ? undefined : <a href={`/desk/indicators/${id}`}>{say(query.data.title)}</a>}
        lead={text.historyLead}
        actions={
          <>
            <Button href={proposal} type="primary">
              {propose}
            </Button>
            {(query.data?.versions.length ?? 0) === 0 ? null : (
              <Button onClick={() => void download(indicatorEndpoints.exportDenominator, { params: { id }, query: moment })}>
                {text.export}
              </Button>
            )}
          </>
        }
      />
      <AsOfBar />
      <Answer query={query}>
        {({ versions, target }) =>
          versions.length === 0 ? (
            <Empty title={text.noVersion} action={<a href={proposal}>{propose}</a>} />
          ) : (
            <div className="denominator-versions">
              {versions.map((version) => (
                <VersionSheet key={version.version} id={id} version={version} target={target} />
              ))}
            </div>
          )
        }
      </Answer>
    </>
  );
}
