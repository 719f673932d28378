import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { periodOf, feeGroupingNames, feeGroupings, priceStates, waivedBy, type FeeGrouping } from '../rules.ts';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber } from '../../../web/figures.ts';
import { DayField } from '../../../web/kit/DayField.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { useToday } from '../../../register/catalogue/web/today.ts';
import { SaveFile } from '../../../register/division/web/SaveFile.tsx';
import { instrumentKindNames, instrumentKinds } from '../../../register/instrument/rules.ts';
import { useRegions } from '../../../register/organization/web/regions.ts';
import { feeEndpoints, type Fees } from '../contract.ts';
import { FeeTable } from './FeeTable.tsx';
import { daysOf, periodIn } from './period.ts';
import { texts } from './text.ts';
import './fee.css';

const one = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What compulsory verification would have cost in a period, and what of it cannot be said. */
export function FeePage(): ReactElement {
  const text = useTexts(texts);
  const [search] = useSearchState();
  const today = useToday();
  const mayRecord = usePermit('fee.record');
  const [region, kind, institute, by] = [one(search['region']), one(search['kind']), one(search['institute']), one(search['by'])];
  const period = periodIn(search, today);
  const request = {
    query: {
      ...period,
      by: feeGroupingNames.find((name) => name === by) ?? 'institute',
      ...(region === undefined ? {} : { region }),
      ...(institute === undefined ? {} : { institute: institute as never }),
      ...(kind === undefined ? {} : { kind: kind as never }),
    },
  };
  const query = useEndpoint(feeEndpoints.readFees, request);
  return (
    <>
      <PageHead
        title={text.title}
        lead={fill(text.lead, { rule: waivedBy })}
        actions={
          <>
            {mayRecord ? (
              <Button type="primary" href="/desk/fee-lists/registration">
                {text.record}
              </Button>
            ) : null}
            <Button href="/desk/fee-lists">{text.lists}</Button>
          </>
        }
      />
      <Choices by={request.query.by} />
      <Answer query={query} rows={8}>
        {(fees) => (
          <div className="stack">
            <div className="count-line">
              <span>{fill(text.span, period)}</span>
              <SaveFile endpoint={feeEndpoints.exportFees} request={request} label={text.export} />
            </div>
            <Warnings fees={fees} />
            {fees.groups.length === 0 ? <Empty title={text.nothing} /> : <FeeTable fees={fees} narrowed={{ region, kind, institute }} />}
            <Basis fees={fees} />
          </div>
        )}
      </Answer>
    </>
  );
}

function Choices({ by }: { by: FeeGrouping }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [search, setSearch] = useSearchState();
  const regions = useRegions();
  const today = useToday();
  const period = periodIn(search, today);
  const lastYear = String(Number(today.slice(0, 4)) - 1);
  const spans = [
    [text.thisMonth, daysOf(periodOf(today, 'month'))],
    [text.thisQuarter, daysOf(periodOf(today, 'quarter'))],
    [text.thisYear, daysOf(periodOf(today, 'year'))],
    [text.lastYear, daysOf(lastYear)],
  ] as const;
  const choice = (name: string, label: string, options: readonly { value: string; label: string }[]): ReactElement => (
    <div className="condition">
      <label htmlFor={`fee-${name}`}>{label}</label>
      <Select
        id={`fee-${name}`}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={text.all}
        options={[...options]}
        value={one(search[name]) ?? null}
        onChange={(chosen: string | undefined) => setSearch({ [name]: chosen })}
      />
    </div>
  );
  return (
    <div className="filter-bar no-print">
      <div className="condition">
        <label htmlFor="fee-from">{text.from}</label>
        <DayField id="fee-from" value={period.from} onChange={(from) => setSearch({ from })} />
      </div>
      <div className="condition">
        <label htmlFor="fee-to">{text.to}</label>
        <DayField id="fee-to" value={period.to} onChange={(to) => setSearch({ to })} />
      </div>
      <div className="condition buttons">
        {spans.map(([label, days]) => (
          <Button key={label} size="small" onClick={() => (days === undefined ? undefined : setSearch(days))}>
            {label}
          </Button>
        ))}
      </div>
      <div className="condition">
        <label htmlFor="fee-by">{text.by}</label>
        <Select
          id="fee-by"
          options={feeGroupingNames.map((name) => ({ value: name, label: say(feeGroupings[name]) }))}
          value={by}
          onChange={(chosen: string) => setSearch({ by: chosen })}
        />
      </div>
      {choice(
        'region',
        text.region,
        regions.filter(({ code }) => !code.endsWith('00')).map(({ code, name }) => ({ value: code, label: say(name) })),
      )}
      {choice(
        'kind',
        text.kind,
        instrumentKindNames.map((name) => ({ value: name, label: say(instrumentKinds[name].text) })),
      )}
    </div>
  );
}

function Warnings({ fees }: { fees: Fees }): ReactElement | null {
  const text = useTexts(texts);
  const without = fees.total.noList + fees.total.noPrice;
  if (!fees.anyList)
    return (
      <div className="sheet" role="status">
        <p>
          <b>{text.noList}</b>
        </p>
        <p className="soft">{text.noListNext}</p>
      </div>
    );
  return without === 0 ? null : <p role="status">{fill(text.someUnpriced, { n: printNumber(without) })}</p>;
}

function Basis({ fees }: { fees: Fees }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <>
      {fees.missing.length === 0 ? null : (
        <section aria-labelledby="fee-missing">
          <h2 id="fee-missing">{text.missing}</h2>
          <ul className="fee-basis">
            {fees.missing.map(({ state, kind, items }) => (
              <li key={`${state} ${kind}`}>
                <a href={`/desk/fees/items?from=${fees.from}&to=${fees.to}&state=${state}&kind=${kind}`}>
                  {say(instrumentKinds[kind].text)} {printNumber(items)}
                </a>{' '}
                <span className="soft">{say(priceStates[state])}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="fee-notes">
        <h2 id="fee-notes">{text.notes}</h2>
        <ul className="fee-basis soft">
          <li>{text.noteItems}</li>
          <li>{text.notePrice}</li>
          <li>{text.noteUnknown}</li>
          {fees.lists.map((list) => (
            <li key={`${list.id} ${list.from}`}>
              {text.listsUsed} <a href={`/desk/fee-lists/${list.id}`}>{list.documentNumber}</a> {fill(text.span, list)}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
