import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printNumber, printQuantity } from '../../../web/figures.ts';
import { AsOfBar } from '../../../web/kit/AsOfBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { indicatorEndpoints } from '../contract.ts';
import { saveCsv } from './csv.ts';
import { useMoment } from './moment.ts';
import { TargetDialog } from './TargetDialog.tsx';
import { texts } from './text.ts';
import './indicator.css';

export type Targets = ReplyOf<typeof indicatorEndpoints.listTargets>;
type Item = Targets['items'][number];

/** The breakdown of one indicator: counties down, years across, the sum and its difference to the city's target below. */
function TargetTable({ targets, item, onRecord }: { targets: Targets; item: Item; onRecord: (() => void) | undefined }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { years, regions } = targets;
  const amount = (region: string, year: number) => item.targets.find((each) => each.region === region && each.year === year);
  return (
    <section aria-labelledby={`target-${item.id}`}>
      <div className="goal-head">
        <h2 id={`target-${item.id}`}>
          <a href={`/desk/indicators/${item.id}`}>
            {item.id} {say(item.title)}
          </a>
        </h2>
        <span>
          <span className="soft">{`${text.cityTarget} ${printQuantity(item.target, say(item.unit))} · ${item.due} `}</span>
          {onRecord === undefined ? null : (
            <Button size="small" onClick={onRecord}>
              {text.recordTarget}
            </Button>
          )}
        </span>
      </div>
      {item.targets.length === 0 ? (
        <p className="soft">{text.noTargets}</p>
      ) : (
        <div className="scroll framed" role="group" tabIndex={0} aria-label={say(item.title)}>
          <table className="grid cards target-table">
            <caption className="unseen">{say(item.title)}</caption>
            <thead>
              <tr>
                <th scope="col">{text.region}</th>
                {years.map((year) => (
                  <th scope="col" className="number" key={year}>
                    {year}
                  </th>
                ))}
                <th scope="col">{text.documentNumber}</th>
              </tr>
            </thead>
            <tbody>
              {regions.map((region) => {
                const own = years.flatMap((year) => amount(region.code, year) ?? []);
                return (
                  <tr key={region.code}>
                    <th scope="row" className="lead">
                      {say(region.name)}
                    </th>
                    {years.map((year) => {
                      const found = amount(region.code, year);
                      return (
                        <td className="number" key={year} data-label={year} title={found?.reason}>
                          {found === undefined ? '—' : printNumber(found.amount)}
                        </td>
                      );
                    })}
                    <td data-label={text.documentNumber}>
                      {[...new Set(own.map((each) => printDocumentNumber(each.documentNumber)))].join('、')}
                    </td>
                  </tr>
                );
              })}
              {item.additive ? <SumRows item={item} years={years} /> : null}
            </tbody>
          </table>
        </div>
      )}
      {item.additive || item.targets.length === 0 ? null : <p className="soft">{text.notAdditive}</p>}
    </section>
  );
}

function SumRows({ item, years }: { item: Item; years: readonly number[] }): ReactElement {
  const text = useTexts(texts);
  const of = (year: number) => item.sums.find((sum) => sum.year === year);
  const signed = (difference: number): string => (difference > 0 ? `+${printNumber(difference)}` : printNumber(difference));
  const last = item.sums.filter((sum) => sum.difference !== null).pop();
  return (
    <>
      <tr className="sum">
        <th scope="row" className="lead">
          {text.sum}
        </th>
        {years.map((year) => (
          <td className="number" key={year} data-label={year}>
            {of(year) === undefined ? '—' : printNumber(of(year)?.sum ?? 0)}
          </td>
        ))}
        <td className="blank" />
      </tr>
      <tr className="sum">
        <th scope="row" className="lead">
          {text.difference}
        </th>
        {years.map((year) => {
          const difference = of(year)?.difference ?? null;
          return (
            <td className="number" key={year} data-label={year}>
              {difference === null ? '—' : signed(difference)}
            </td>
          );
        })}
        <td className={last?.difference === 0 ? '' : 'blank'}>{last?.difference === 0 ? text.agrees : ''}</td>
      </tr>
    </>
  );
}

/** 目标分解表: every county and year by document number, held against the city's targets. */
export function TargetPage(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [search, setSearch] = useSearchState();
  const [recording, setRecording] = useState<string>();
  const query = useEndpoint(indicatorEndpoints.listTargets, { query: useMoment() });
  const all = search['all'] === 'true';
  const save = (targets: Targets): void =>
    saveCsv(`targets-${targets.asOf}.csv`, [
      ['id', text.indicator, text.region, text.year, text.amount, text.documentNumber, text.reason],
      ...targets.items.flatMap((item) =>
        item.targets.map((each) => {
          const region = targets.regions.find(({ code }) => code === each.region);
          return [
            item.id,
            say(item.title),
            region === undefined ? each.region : say(region.name),
            each.year,
            each.amount,
            each.documentNumber,
            each.reason,
          ];
        }),
      ),
    ]);
  return (
    <>
      <PageHead
        title={text.targets}
        lead={text.targetsLead}
        actions={
          query.data === undefined ? undefined : (
            <>
              <Button onClick={() => setSearch({ all: all ? undefined : 'true' })}>{all ? text.onlyBroken : text.allIndicators}</Button>
              <Button onClick={() => query.data && save(query.data)}>{text.export}</Button>
            </>
          )
        }
      />
      <AsOfBar />
      <Answer query={query}>
        {(targets) => {
          const shown = targets.items.filter((item) => all || item.targets.length > 0);
          const mayRecord = targets.regions.some((region) => region.mayRecord);
          if (shown.length === 0) {
            return (
              <Empty title={text.noTargets} action={<Button onClick={() => setSearch({ all: 'true' })}>{text.allIndicators}</Button>} />
            );
          }
          return (
            <div className="stack">
              {shown.map((item) => (
                <TargetTable key={item.id} targets={targets} item={item} onRecord={mayRecord ? () => setRecording(item.id) : undefined} />
              ))}
              {recording === undefined ? null : <TargetDialog id={recording} targets={targets} onClose={() => setRecording(undefined)} />}
            </div>
          );
        }}
      </Answer>
    </>
  );
}
