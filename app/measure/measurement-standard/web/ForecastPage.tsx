import { App, Button } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import type { ReplyOf, RequestOf } from '../../../kernel/endpoint.ts';
import { toDayNumber } from '../../../kernel/day.ts';
import { useSearchState } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber } from '../../../web/figures.ts';
import { AsOfBar, useAsOf } from '../../../web/kit/AsOfBar.tsx';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Figure } from '../../../web/kit/Figure.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { measurementStandardEndpoints as endpoints } from '../contract.ts';
import { renewals, type Renewal } from '../rules/validity.ts';
import { renewalTags } from './tags.ts';
import { texts } from './text.ts';
import './standard-forecast.css';

type Forecast = ReplyOf<typeof endpoints.readStandardForecast>;
type Ending = Forecast['endings'][number];
const names = ['region', 'institute', 'source', 'renewal', 'until'] as const;

/** The last instant of a city's day, so that a day of knowledge holds what was recorded on it. */
const endOf = (day: string): string => `${day}T23:59:59.999+08:00`;

export function ForecastPage(): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const [search] = useSearchState();
  const { asOf, knownOn } = useAsOf();
  const query = {
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownOn === undefined ? {} : { knownAt: endOf(knownOn) }),
    ...Object.fromEntries(names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : []))),
  } as RequestOf<typeof endpoints.readStandardForecast>['query'];
  const answer = useEndpoint(endpoints.readStandardForecast, { query });
  const save = (): void =>
    void download(endpoints.downloadStandardForecast, { query }).catch((error: unknown) => {
      if (!(error instanceof ProblemAnswer)) throw error;
      void message.error(error.title);
    });
  return (
    <div className="standard-forecast">
      <PageHead title={text.forecast} lead={text.forecastLead} actions={<Button onClick={save}>{text.download}</Button>} />
      <AsOfBar />
      <Answer query={answer}>{(forecast) => <Shown forecast={forecast} />}</Answer>
    </div>
  );
}

/** Filters are links: what is seen can be sent to somebody. */
function Choices({
  name,
  label,
  options,
}: {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
}): ReactElement {
  const text = useTexts(texts);
  const [search] = useSearchState();
  const chosen = typeof search[name] === 'string' ? search[name] : undefined;
  const hrefOf = (value: string | undefined): string => {
    const kept = Object.entries(search).flatMap(([key, one]) =>
      key === name || typeof one !== 'string' ? [] : [[key, one] as [string, string]],
    );
    const query = new URLSearchParams(value === undefined ? kept : [...kept, [name, value]]).toString();
    return `/desk/standard-forecast${query === '' ? '' : `?${query}`}`;
  };
  return (
    <nav className="choices" aria-label={label}>
      <span className="soft">{label}</span>
      {[{ value: undefined, label: text.everything }, ...options].map((one) => (
        <a key={one.value ?? ''} href={hrefOf(one.value)} {...(one.value === chosen ? { 'aria-current': 'page' as const } : {})}>
          {one.label}
        </a>
      ))}
    </nav>
  );
}

const columns: readonly Column<Ending>[] = [
  {
    key: 'name',
    title: ['名称', 'Name'],
    show: (one) => <a href={one.source === 'dossier' ? `/desk/measurement-standards/${one.id}` : `/desk/entries/${one.id}`}>{one.name}</a>,
  },
  { key: 'number', title: ['证书号', 'Certificate'], show: (one) => one.number },
  { key: 'institute', title: ['建标单位', 'Keeper'], show: (one) => one.institute.name },
  { key: 'last', title: ['有效期至', 'Last day'], narrow: true, show: (one) => one.lastDay },
  { key: 'apply', title: ['复查申请截止', 'Apply by'], narrow: true, show: (one) => one.applyBy },
  { key: 'applied', title: ['申请日期', 'Applied on'], narrow: true, show: (one) => one.appliedOn },
  { key: 'renewal', title: ['复查', 'Renewal'], narrow: true, show: (one) => <StatusTag states={renewalTags} state={one.renewal} /> },
];

function Shown({ forecast }: { forecast: Forecast }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const shown = (Object.keys(renewals) as Renewal[]).filter((name) => (forecast.renewals[name] ?? 0) > 0);
  return (
    <div className="stack">
      <section className="sheet spaced">
        <Choices
          name="region"
          label={text.filterRegion}
          options={forecast.regions.map(({ code, name, count }) => ({ value: code, label: `${name} ${printNumber(count)}` }))}
        />
        <Choices
          name="institute"
          label={text.filterInstitute}
          options={forecast.institutes.map(({ id, name, count }) => ({ value: id, label: `${name} ${printNumber(count)}` }))}
        />
        <Choices
          name="source"
          label={text.filterSource}
          options={[
            { value: 'dossier', label: text.dossier },
            { value: 'entry', label: text.entry },
          ]}
        />
        <Choices
          name="renewal"
          label={text.filterRenewal}
          options={shown.map((name) => ({ value: name, label: `${say(renewals[name])} ${printNumber(forecast.renewals[name] ?? 0)}` }))}
        />
      </section>
      <div className="columns">
        <Figure label={fill(text.count, { day: forecast.asOf })} value={forecast.count} />
        <Figure label={fill(text.countAtEnd, { day: forecast.until })} value={forecast.countAtEnd} />
      </div>
      <Chart forecast={forecast} />
      <section className="sheet spaced">
        <h2>{text.endings}</h2>
        {forecast.endings.length === 0 ? (
          <p>{text.noEnding}</p>
        ) : (
          <DataRows
            items={forecast.endings}
            columns={columns}
            rowKey={(one) => `${one.id} ${one.number} ${one.lastDay}`}
            caption={['到期清单', 'What ends when']}
          />
        )}
      </section>
    </div>
  );
}

const [width, height] = [640, 180];
const edge = { left: 48, right: 16, top: 12, bottom: 28 };

/** The number from day to day: it falls in steps, so the line does. */
function Chart({ forecast }: { forecast: Forecast }): ReactElement {
  const text = useTexts(texts);
  const [open, setOpen] = useState(false);
  const id = useId();
  const [first, last] = [toDayNumber(forecast.asOf), toDayNumber(forecast.until)];
  const most = Math.max(1, ...forecast.steps.map(({ value }) => value)) * 1.1;
  const x = (day: string): number =>
    edge.left + ((toDayNumber(day) - first) / Math.max(1, last - first)) * (width - edge.left - edge.right);
  const y = (value: number): number => height - edge.bottom - (value / most) * (height - edge.top - edge.bottom);
  const line = forecast.steps.map(({ day, value }, index) => (index === 0 ? `M${x(day)} ${y(value)}` : `H${x(day)}V${y(value)}`)).join('');
  const years = Array.from({ length: Number(forecast.until.slice(0, 4)) - Number(forecast.asOf.slice(0, 4)) }, (_, index) =>
    String(Number(forecast.asOf.slice(0, 4)) + index + 1),
  );
  return (
    <section className="sheet spaced" aria-labelledby={`${id}-title`}>
      <div className="goal-head">
        <h2 id={`${id}-title`}>{text.number}</h2>
        <Button type="link" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {text.showTable}
        </Button>
      </div>
      <svg
        className="course"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${text.number}: ${forecast.asOf} ${forecast.count}, ${forecast.until} ${forecast.countAtEnd}`}
      >
        <line className="axis" x1={edge.left} x2={width - edge.right} y1={y(0)} y2={y(0)} />
        <text x={edge.left - 6} y={y(0) + 4} textAnchor="end">
          0
        </text>
        <text x={edge.left - 6} y={y(forecast.count) + 4} textAnchor="end">
          {printNumber(forecast.count)}
        </text>
        {years.map((year) => (
          <text key={year} x={x(`${year}-01-01`)} y={height - 8} textAnchor="middle">
            {year}
          </text>
        ))}
        <path className="line" d={`${line}H${width - edge.right}`} />
      </svg>
      <div id={id} hidden={!open} className="scroll" role="group" tabIndex={0} aria-label={text.showTable}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{text.day}</th>
              <th scope="col" className="number">
                {text.number}
              </th>
            </tr>
          </thead>
          <tbody>
            {forecast.steps.map(({ day, value }) => (
              <tr key={day}>
                <td>{day}</td>
                <td className="number">{printNumber(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
