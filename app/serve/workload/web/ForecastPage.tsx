import { Select } from 'antd';
import type { ReactElement } from 'react';
import { addDays, addMonths } from '../../../kernel/day.ts';
import { instrumentKinds } from '../../../register/catalogue/rules/kinds.ts';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber } from '../../../web/figures.ts';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { workloadEndpoints, type Forecast } from '../contract.ts';
import { figureWords as words } from '../rules/words.ts';
import { ForecastChart } from './ForecastChart.tsx';
import { BoardHead, OfInstitute, useAsked } from './Frame.tsx';
import { texts } from './text.ts';
import './workload.css';

type Row = Forecast['rows'][number];

/** What falls due in the next 24 months, of one kind or of all. */
export function ForecastPage(): ReactElement {
  const text = useTexts(texts);
  const query = useEndpoint(workloadEndpoints.readForecast, { query: useAsked() });
  return (
    <>
      <BoardHead title={text.forecast} lead={text.forecastLead} here="/desk/workload/forecast" />
      <Answer query={query} rows={12}>
        {(forecast) => (
          <OfInstitute board={forecast}>
            {forecast.rows.length === 0 ? (
              <div className="sheet">
                <Empty title={text.notDesignated} next={text.notDesignatedNext} />
              </div>
            ) : (
              <Months forecast={forecast} />
            )}
          </OfInstitute>
        )}
      </Answer>
    </>
  );
}

const mercury: readonly string[] = ['glass-clinical-thermometer', 'sphygmomanometer'];

function Months({ forecast }: { forecast: Forecast }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [search, setSearch] = useSearchState();
  const chosen = forecast.rows.find(({ kind }) => kind === search['kind']);
  const name = chosen === undefined ? text.allKinds : say(instrumentKinds[chosen.kind].text);
  return (
    <>
      <section className="sheet">
        <div className="field institute-choice no-print">
          <label htmlFor="forecast-kind">{say(['器具种类', 'Kind'])}</label>
          <Select
            id="forecast-kind"
            allowClear
            placeholder={text.allKinds}
            value={chosen?.kind ?? null}
            options={forecast.rows.map(({ kind }) => ({ value: kind as string, label: say(instrumentKinds[kind].text) }))}
            onChange={(kind: string | undefined) => setSearch({ kind })}
          />
        </div>
        <ForecastChart label={fill(text.chart, { kind: name })} months={chosen?.months ?? forecast.total} />
        {forecast.rows.some(({ kind }) => mercury.includes(kind)) ? <p className="soft">{text.mercury}</p> : null}
      </section>
      <section className="sheet">
        <Scroll label={text.forecast}>
          <table className="grid workload-months">
            <caption className="unseen">{text.forecast}</caption>
            <thead>
              <tr>
                <th scope="col">{say(['器具种类', 'Kind'])}</th>
                <th scope="col">{text.period}</th>
                {[words.overdue, words.neverVerified, words.failed].map((word) => (
                  <th scope="col" key={word[1]} className="number">
                    {say(word)}
                  </th>
                ))}
                {forecast.months.map((month) => (
                  <th scope="col" key={month} className="number">
                    {month.slice(0, 7)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {forecast.rows.map((row) => (
                <KindRow key={row.kind} row={row} today={forecast.day} />
              ))}
              <tr className="total">
                <th scope="row">{text.total}</th>
                <td />
                {(['overdue', 'neverVerified', 'failed'] as const).map((name_) => (
                  <td key={name_} className="number">
                    {printNumber(forecast.rows.reduce((sum, row) => sum + row[name_], 0))}
                  </td>
                ))}
                {forecast.total.map(({ month, known, estimated }) => (
                  <td key={month} className="number">
                    {printNumber(known)}
                    {estimated === 0 ? null : <div className="soft">+{printNumber(estimated)}</div>}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </Scroll>
        <p className="soft">+n {say(words.estimated)}</p>
      </section>
    </>
  );
}

function KindRow({ row, today }: { row: Row; today: string }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const standing = (name: string, n: number): ReactElement =>
    n === 0 ? <>{0}</> : <a href={`/desk/instruments?kind=${row.kind}&standing=${name}`}>{printNumber(n)}</a>;
  return (
    <tr>
      <th scope="row">
        <a href={`?kind=${row.kind}`}>{say(instrumentKinds[row.kind].text)}</a>
      </th>
      <td>{row.period === null ? <span className="soft">{text.periodDiffers}</span> : fill(text.periodMonths, { n: row.period })}</td>
      <td className="number">{standing('overdue', row.overdue)}</td>
      <td className="number">{standing('never-verified', row.neverVerified)}</td>
      <td className="number">{standing('failed', row.failed)}</td>
      {row.months.map(({ month, known, estimated }) => (
        <td key={month} className="number">
          {known === 0 ? (
            0
          ) : (
            <a href={`/desk/workload/due?kind=${row.kind}&from=${month < today ? today : month}&to=${addDays(addMonths(month, 1), -1)}`}>
              {printNumber(known)}
            </a>
          )}
          {estimated === 0 ? null : <div className="soft">+{printNumber(estimated)}</div>}
        </td>
      ))}
    </tr>
  );
}
