import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { indicatorEndpoints } from '../../../steer/indicator/contract.ts';
import type { Indicator, IndicatorPage } from '../../../steer/indicator/contract/shapes.ts';
import { planEndpoints } from '../../../steer/plan/contract/endpoints.ts';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber, printQuantity } from '../../../web/figures.ts';
import { CountyMap } from '../../../web/kit/CountyMap.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { places } from '../places.ts';
import { divisionsOf, legendOf, yardstickOf } from './shades.ts';
import { texts } from './text.ts';

type Props = {
  readonly items: readonly Indicator[];
  readonly moment: { asOf?: string; knownAt?: string };
  readonly region: string | undefined;
};

/** The divisions coloured by one indicator; the basic capabilities when nothing is chosen, since the annex knows every county. */
export function CountyPanel({ items, moment, region }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [search, setSearch] = useSearchState();
  const fallback = items.find((each) => each.rule === 'cells') ?? items[0];
  const chosen = items.find((each) => each.id === search['figure']) ?? fallback;
  const page = useEndpoint(
    indicatorEndpoints.readIndicator,
    { params: { id: chosen?.id ?? '' }, query: moment },
    { enabled: chosen !== undefined },
  );
  return (
    <section className="sheet county-panel" aria-label={text.map}>
      <label htmlFor="coloured-by">{text.figure}</label>
      <Select
        id="coloured-by"
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen?.id ?? null}
        options={items.map((each) => ({ value: each.id, label: `${each.id} ${say(each.title)}` }))}
        onChange={(figure: string) => setSearch({ figure: figure === fallback?.id ? undefined : figure })}
      />
      <Answer query={page}>{(indicator) => <Counties indicator={indicator} region={region} />}</Answer>
    </section>
  );
}

function Counties({ indicator, region }: { indicator: IndicatorPage; region: string | undefined }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [, setSearch] = useSearchState();
  const [table, setTable] = useState(false);
  const unit = say(indicator.unit);
  const plan = useEndpoint(planEndpoints.readPlan, {}, { staleMilliseconds: Infinity });
  const counting = plan.data?.goals.flatMap((goal) => goal.indicators).find((each) => each.id === indicator.id)?.counting;
  const items = counting?.rule === 'cells' ? plan.data?.tables.find((table) => table.id === counting.list)?.items.length : undefined;
  // Every county is asked for every item of the list, whether or not the target was broken down.
  const counties = indicator.counties.map((county) => ({ ...county, target: county.target ?? items ?? null }));
  const yardstick = yardstickOf(counties, indicator.unit[0] === '%');
  const print = (value: number): string => printQuantity(value, unit);
  const divisions = divisionsOf(counties, yardstick, print);
  return (
    <>
      <CountyMap
        title={say(indicator.title)}
        divisions={divisions}
        legend={legendOf(divisions, yardstick)}
        {...(region === undefined ? {} : { chosen: region })}
        onOpen={(code) => {
          setSearch({ region: code === region ? 'city' : code });
          // Where the columns stand under each other the list that changed is out of sight.
          if (!matchMedia('(min-width: 1201px)').matches) document.getElementById('work-list')?.scrollIntoView();
        }}
      />
      <div className="under-map">
        <Button type="link" size="small" aria-expanded={table} onClick={() => setTable(!table)}>
          {table ? text.mapHidden : text.mapTable}
        </Button>
        <a href={places.indicator(indicator.id)}>{indicator.id}</a>
      </div>
      {table ? (
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{text.county}</th>
              <th scope="col" className="number">
                {text.value}
              </th>
              <th scope="col" className="number">
                {text.target}
              </th>
            </tr>
          </thead>
          <tbody>
            {counties.map((county) => (
              <tr key={county.code}>
                <td>{say(county.name)}</td>
                <td className="number">{county.value === null ? '—' : print(county.value)}</td>
                <td className="number">{county.target === null ? text.noTarget : printNumber(county.target)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
