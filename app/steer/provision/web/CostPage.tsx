import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { provisionEndpoints } from '../contract.ts';
import type { Basis, Cost } from '../contract/shapes.ts';
import { confidenceNames, figureConfidences, generalParameters, itemParameters, type Confidence } from '../rules/assumption.ts';
import { texts } from './text.ts';
import './provision.css';

const parameters = { ...generalParameters, ...itemParameters };
const keyOf = ({ item, parameter }: Cost): string => `${item ?? ''} ${parameter}`;

function CostTable({ basis }: { basis: Basis }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [search, setSearch] = useSearchState();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>({});
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  const [confidence, setConfidence] = useState<Confidence>('confirmed');
  const { run, pending, problem } = useAction(provisionEndpoints.recordCosts, { onDone: () => setChosen(new Set()) });
  const item = typeof search['item'] === 'string' ? search['item'] : 'general';
  const shown = basis.costs.filter((cost) => item === 'all' || (cost.item ?? 'general') === item);
  const nameOf = (id: string | null): string => {
    const found = basis.items.find((one) => one.id === id);
    return found === undefined ? (id ?? text.general) : `${found.id} ${say(found.name)}`;
  };
  const toggle = (key: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  const record = (): void => {
    const costs = basis.costs
      .filter((cost) => chosen.has(keyOf(cost)))
      .map((cost) => ({
        item: cost.item,
        parameter: cost.parameter,
        amount: Number(amounts[keyOf(cost)] ?? cost.amount),
        source,
        confidence,
      }));
    void run({ body: { costs, reason } });
  };
  return (
    <div className="stack">
      <div className="matrix-bar">
        <label>
          {text.filterItem}{' '}
          <select value={item} onChange={(event) => setSearch({ item: event.target.value })}>
            <option value="all">{text.allItems}</option>
            <option value="general">{text.general}</option>
            {basis.items.map((one) => (
              <option key={one.id} value={one.id}>
                {one.id} {say(one.name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Scroll label={text.costs}>
        <table className="grid cards">
          <thead>
            <tr>
              {basis.mayPlan ? (
                <th scope="col">
                  <input
                    type="checkbox"
                    aria-label={text.all}
                    checked={shown.length > 0 && shown.every((cost) => chosen.has(keyOf(cost)))}
                    onChange={(event) => setChosen(event.target.checked ? new Set(shown.map(keyOf)) : new Set())}
                  />
                </th>
              ) : null}
              <th scope="col">{text.item}</th>
              <th scope="col">{text.parameter}</th>
              <th scope="col">{text.amount}</th>
              <th scope="col">{text.confidence}</th>
              <th scope="col">{text.source}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((cost) => {
              const key = keyOf(cost);
              const parameter = parameters[cost.parameter as keyof typeof parameters];
              const label = `${nameOf(cost.item)} ${say(parameter.text)}`;
              return (
                <tr key={key}>
                  {basis.mayPlan ? (
                    <td data-label={text.choice}>
                      <input
                        type="checkbox"
                        aria-label={label}
                        checked={chosen.has(key)}
                        onChange={(event) => toggle(key, event.target.checked)}
                      />
                    </td>
                  ) : null}
                  <td data-label={text.item}>{nameOf(cost.item)}</td>
                  <td data-label={text.parameter}>{say(parameter.text)}</td>
                  <td data-label={text.amount}>
                    {basis.mayPlan ? (
                      <input
                        type="number"
                        min={0}
                        className="provision-number"
                        aria-label={`${label} ${text.amount}`}
                        value={amounts[key] ?? String(cost.amount)}
                        onChange={(event) => {
                          setAmounts({ ...amounts, [key]: event.target.value });
                          toggle(key, true);
                        }}
                      />
                    ) : (
                      cost.amount
                    )}{' '}
                    {say(parameter.unit)}
                  </td>
                  <td data-label={text.confidence}>{say(figureConfidences[cost.confidence])}</td>
                  <td className="soft" data-label={text.source}>
                    {[
                      cost.recordedAt === null ? text.invented : cost.source,
                      cost.person,
                      cost.recordedAt === null ? null : printInstant(cost.recordedAt),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      {basis.mayPlan ? (
        <section className="sheet provision-fields">
          <div className="field">
            <label htmlFor="cost-source">{text.source}</label>
            <Input id="cost-source" value={source} maxLength={300} onChange={(event) => setSource(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor="cost-confidence">{text.confidence}</label>
            <select id="cost-confidence" value={confidence} onChange={(event) => setConfidence(event.target.value as Confidence)}>
              {confidenceNames.map((name) => (
                <option key={name} value={name}>
                  {say(figureConfidences[name])}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="cost-reason">{text.reason}</label>
            <Input id="cost-reason" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </div>
          <ProblemNote problem={problem} />
          <Button type="primary" loading={pending} disabled={chosen.size === 0} onClick={record}>
            {fill(text.confirmAs, { n: chosen.size })}
          </Button>
        </section>
      ) : null}
    </div>
  );
}

/** The book of costs: what is recorded with its source, and what is still an assumption of the program. */
export function CostPage(): ReactElement {
  const text = useTexts(texts);
  const query = useEndpoint(provisionEndpoints.readProvisionBasis, {});
  return (
    <>
      <PageHead title={text.costs} lead={text.costsLead} />
      <Answer query={query} rows={12}>
        {(basis) => <CostTable basis={basis} />}
      </Answer>
    </>
  );
}
