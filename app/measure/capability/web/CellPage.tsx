import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { FilePicker } from '../../../register/file/web/FilePicker.tsx';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import { AsOfBar, useAsOf } from '../../../web/kit/AsOfBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { recordTrace, TraceRibbon } from '../../../web/kit/TraceRibbon.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { capabilityEndpoints, type Cell, type CellReport } from '../contract.ts';
import { coverKinds } from '../rules/life-cycle.ts';
import { CoverDialog } from './CoverDialog.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { CellEffect } from './Effective.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { cellTones, reportTones } from './states.ts';
import { texts } from './text.ts';
import './capability.css';

function HistoryEntry({ report }: { report: CellReport }): ReactElement {
  const text = useTexts(texts);
  return (
    <li className="sheet spaced">
      <div className="cell-head">
        <StatusTag states={cellTones} state={report.state} />
        <span>{`${text.since} ${report.since}`}</span>
        <StatusTag states={reportTones} state={report.status} />
      </div>
      <p>{report.reason}</p>
      <p className="soft">
        {[
          report.body?.name,
          report.documentNumber === null ? undefined : printDocumentNumber(report.documentNumber),
          report.organization,
          report.reportedBy,
          printInstant(report.recordedAt),
        ]
          .filter((part) => part !== undefined && part !== null)
          .join(' · ')}
      </p>
      {report.decidedAt === null ? null : (
        <p className="soft">{[report.decidedBy, printInstant(report.decidedAt), report.decisionReason].filter(Boolean).join(' · ')}</p>
      )}
      <FilePicker value={report.files} />
      <DecisionBar report={report} />
    </li>
  );
}

function Present({ cell }: { cell: Cell }): ReactElement {
  const text = useTexts(texts);
  const number = printDocumentNumber(cell.documentNumber);
  const source = fill(text.fromDocument, { number, month: cell.baseline });
  const last = cell.history.find((report) => report.status === 'accepted');
  const note = cell.basis === 'document' ? source : (last?.documentNumber ?? last?.organization ?? '');
  return (
    <section className="sheet spaced">
      <div className="cell-head">
        {cell.state === null ? <span className="soft">{text.unknown}</span> : <StatusTag states={cellTones} state={cell.state} />}
        {cell.since === null ? null : <span>{`${text.since} ${cell.since}`}</span>}
      </div>
      <dl className="facts">
        <div>
          <dt>{text.printed}</dt>
          <dd>{cell.printed === null ? text.unknown : cell.printed === 'done' ? text.printedDone : text.printedOpen}</dd>
        </div>
        <div>
          <dt>{text.body}</dt>
          <dd>{cell.body ?? '—'}</dd>
        </div>
        <div>
          <dt>{text.evidence}</dt>
          <dd>{note === '' ? '—' : note}</dd>
        </div>
      </dl>
      <TraceRibbon
        stages={recordTrace}
        nodes={
          cell.basis === null
            ? []
            : [
                { stage: 'record', note },
                { stage: 'figure', note: text.live },
              ]
        }
      />
    </section>
  );
}

/** One cell: where it stands, how it came there, what proves it, and what may be reported next. */
export function CellPage(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [region, item] = [usePathParam('region'), usePathParam('item')];
  const { asOf, knownOn } = useAsOf();
  const [open, setOpen] = useState<'report' | 'cover'>();
  const at = { ...(asOf === undefined ? {} : { asOf }), ...(knownOn === undefined ? {} : { knownAt: `${knownOn}T23:59:59.999+08:00` }) };
  const query = useEndpoint(capabilityEndpoints.readCell, { params: { region, item }, query: at });
  const { data } = query;
  return (
    <>
      <PageHead
        title={data === undefined ? text.cell : `${say(data.region.name)} ${data.item.mark}${say(data.item.name)}`}
        lead={<a href={`/desk/capability?list=${data?.list ?? 'basic'}`}>{text.matrix}</a>}
        actions={
          data?.mayReport === true ? (
            <>
              <Button type="primary" onClick={() => setOpen('report')}>
                {text.report}
              </Button>
              <Button onClick={() => setOpen('cover')}>{text.cover}</Button>
            </>
          ) : undefined
        }
      />
      <AsOfBar />
      <Answer query={query}>
        {(cell) => (
          <div className="stack">
            <Present cell={cell} />
            <CellEffect region={region} item={item} at={at} />
            <section>
              <h2>{text.history}</h2>
              {cell.history.length === 0 ? <p className="soft">{text.noHistory}</p> : null}
              <ol className="cell-history">
                {cell.history.map((report) => (
                  <HistoryEntry key={report.id} report={report} />
                ))}
              </ol>
            </section>
            <section>
              <h2>{text.covers}</h2>
              {cell.covers.length === 0 ? <p className="soft">{text.noCovers}</p> : null}
              <ul className="cell-history">
                {cell.covers.map((cover) => (
                  <li className="sheet spaced" key={cover.id}>
                    <b>{say(coverKinds[cover.kind])}</b> {cover.body}
                    <p className="soft">
                      {`${text.since} ${cover.validFrom} ${cover.validTo === null ? text.openEnded : fill(text.to, { day: cover.validTo })} · ${cover.reason}`}
                    </p>
                    <FilePicker value={cover.files} />
                  </li>
                ))}
              </ul>
            </section>
            {open === 'report' ? <ReportDialog cell={cell} onClose={() => setOpen(undefined)} /> : null}
            {open === 'cover' ? <CoverDialog cell={cell} onClose={() => setOpen(undefined)} /> : null}
          </div>
        )}
      </Answer>
    </>
  );
}
