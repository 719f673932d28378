import { Button, Select } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { foreignEndpoints } from '../../standard/contract/foreign.ts';
import { OfferForeign } from '../../standard/web/ForeignSection.tsx';
import { signatureTags } from '../../standard/web/states.ts';
import { foundPointEndpoints } from '../contract/found-points.ts';
import { formulas, stages } from '../rules/found-points.ts';
import { texts } from './impact-text.ts';

export type Preview = ReplyOf<typeof foundPointEndpoints.previewFoundPoints>;
type Reading = Preview['readings'][number];
type Point = Reading['points'][number];

/** What the form of a finding takes over. */
export type Taken = { readonly key: string; readonly values: Readonly<Record<string, unknown>>; readonly from: string };

const takenFrom = ({ certificate }: Preview, { unit, errorUnit, points, key }: Reading): Taken => ({
  key: `${certificate.id} ${key}`,
  from: certificate.identifier,
  values: {
    evidence: 'calibration',
    evidenceNumber: certificate.identifier.slice(0, 80),
    ...(certificate.calibratedOn === null ? {} : { foundOn: certificate.calibratedOn }),
    unit,
    errorUnit,
    points,
    span: points.length === 1 ? 'whole' : 'interpolated',
  },
});

/** Reads the errors of a standard from its digital calibration certificate: each meaning is shown with its numbers before one is taken. */
export function FoundPoints({ standard, onTake }: { standard: string; onTake: (taken: Taken) => void }): ReactElement {
  const text = useTexts(texts);
  const id = useId();
  const [chosen, setChosen] = useState<string>();
  const query = useEndpoint(foreignEndpoints.listForeignCertificates, { params: { id: standard as never } });
  return (
    <section className="sheet spaced">
      <h2>{text.fromDcc}</h2>
      <p className="soft">{text.fromDccLead}</p>
      <Answer query={query} rows={2}>
        {({ items, mayOffer }) => (
          <div className="stack">
            {items.length === 0 ? (
              <p className="soft">{text.noDcc}</p>
            ) : (
              <div className="field">
                <label htmlFor={id}>{text.chooseDcc}</label>
                <Select
                  id={id}
                  allowClear
                  value={chosen ?? null}
                  options={items.map((one) => ({
                    value: one.id,
                    label: `${one.identifier === '' ? one.file.name : one.identifier} · ${one.laboratory}`,
                  }))}
                  onChange={(value: string | undefined) => setChosen(value)}
                />
              </div>
            )}
            {mayOffer ? (
              <div>
                <OfferForeign standard={standard} onOffered={(offered) => void query.refetch().then(() => setChosen(offered))} />
              </div>
            ) : null}
            {chosen === undefined ? null : <Shown standard={standard} foreign={chosen} onTake={onTake} />}
          </div>
        )}
      </Answer>
    </section>
  );
}

function Shown({ standard, foreign, onTake }: { standard: string; foreign: string; onTake: (taken: Taken) => void }): ReactElement {
  const text = useTexts(texts);
  const query = useEndpoint(foundPointEndpoints.previewFoundPoints, { params: { id: standard as never, foreign: foreign as never } });
  return (
    <Answer query={query} rows={4}>
      {(preview) => (
        <div className="stack">
          <p>
            <StatusTag states={signatureTags} state={preview.certificate.signature} />{' '}
            <a href={`/desk/standards/${standard}/dcc/${foreign}`}>{text.openDcc}</a>
          </p>
          {preview.findings.length === 0 ? null : (
            <ul>
              {preview.findings.map((words) => (
                <li key={words} className="tone-attention">
                  {words}
                </li>
              ))}
            </ul>
          )}
          {preview.readings.length === 0 ? (
            <p className="tone-bad" role="status">
              {text.nothingFits}
            </p>
          ) : null}
          {preview.readings.map((reading) => (
            <One key={reading.key} reading={reading} onTake={() => onTake(takenFrom(preview, reading))} />
          ))}
          {preview.unusable.length === 0 ? null : (
            <details open={preview.readings.length === 0}>
              <summary>{fill(text.notTaken, { n: preview.unusable.length })}</summary>
              <ul>
                {preview.unusable.map(({ table, reason, text: words }) => (
                  <li key={`${table} ${reason}`}>
                    {table === '' ? text.unnamedTable : table}: {words}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </Answer>
  );
}

const columnsOf = ({ unit, errorUnit }: Reading): readonly Column<Point>[] => [
  { key: 'at', title: [`点（${unit}）`, `Place (${unit})`], show: (one) => <span className="number">{one.at}</span> },
  { key: 'error', title: [`误差（${errorUnit}）`, `Error (${errorUnit})`], show: (one) => <span className="number">{one.error}</span> },
  { key: 'U', title: ['U（k=2）', 'U (k = 2)'], show: (one) => <span className="number">{one.U}</span> },
  { key: 'tolerance', title: ['允许误差', 'Tolerance'], show: (one) => <span className="number">{one.tolerance}</span> },
];

function One({ reading, onTake }: { reading: Reading; onTake: () => void }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const title = `${reading.table === '' ? text.unnamedTable : reading.table} · ${say(formulas[reading.formula])}`;
  return (
    <div className="found-reading">
      <h3>{title}</h3>
      <p className="soft">{[say(stages[reading.stage]), ...reading.notes].join(' · ')}</p>
      <DataRows items={reading.points} columns={columnsOf(reading)} rowKey={(one) => `${one.at} ${one.error}`} caption={[title, title]} />
      <Button onClick={onTake}>{text.takePoints}</Button>
    </div>
  );
}
