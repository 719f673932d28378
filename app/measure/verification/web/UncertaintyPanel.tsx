import { Button, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { verificationEndpoints } from '../contract.ts';
import type { Verification } from '../contract/shapes.ts';
import type { UncertaintyOrigin } from '../rules/uncertainty.ts';
import { texts } from './calibration-text.ts';

type Reply = ReplyOf<typeof verificationEndpoints.readUncertainties>;
type Item = Reply['items'][number];
type Choice = { readonly origin: UncertaintyOrigin | 'none'; readonly U: string; readonly k: string };
type Sent = { check: string; origin: UncertaintyOrigin; U?: string | null; k?: string | null };
type Choices = Readonly<Record<string, Choice>>;

/** U of the values of a submitted record: what is stated, and the choice for whoever may state it. */
export function UncertaintyPanel({ record }: { readonly record: Verification }): ReactElement {
  const text = useTexts(texts);
  const query = useEndpoint(verificationEndpoints.readUncertainties, { params: { id: record.id } });
  return (
    <section className="sheet spaced stated-uncertainty no-print" aria-labelledby="uncertainty">
      <h2 id="uncertainty">{text.uncertainty}</h2>
      <p className="soft">{record.purpose === 'calibration' ? text.forCalibration : text.forVerification}</p>
      <Answer<typeof verificationEndpoints.readUncertainties> query={query}>
        {(reply) =>
          reply.mayState ? <Chooser key={JSON.stringify(reply.stated)} record={record} reply={reply} /> : <Stated reply={reply} />
        }
      </Answer>
    </section>
  );
}

function Place({ item }: { readonly item: Item }): ReactElement {
  const say = useSay();
  return (
    <>
      {say(item.title)} <span className="soft">{item.check.split('.').slice(1).join(' ')}</span>
    </>
  );
}

const valueOf = ({ value, unit }: Item): string => (unit === '' ? value : `${value} ${unit}`);

function Stated({ reply }: { readonly reply: Reply }): ReactElement {
  const text = useTexts(texts);
  const stated = reply.items.flatMap((item) => {
    const one = reply.stated.find(({ check }) => check === item.check);
    return one === undefined ? [] : [{ item, one }];
  });
  if (stated.length === 0) return <p role="status">{text.nothing}</p>;
  return (
    <>
      <dl className="facts">
        {stated.map(({ item, one }) => (
          <div key={item.check}>
            <dt>
              <Place item={item} />
            </dt>
            <dd>
              {valueOf(item)} · {fill(text.stated, { ...one, probability: '' })}
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft">
        {reply.person === null ? null : `${text.by} ${reply.person}`} {reply.basis}
      </p>
    </>
  );
}

const begun = ({ items, stated }: Reply): Choices =>
  Object.fromEntries(
    items.map(({ check }) => {
      const one = stated.find((given) => given.check === check);
      return [check, one === undefined ? { origin: 'none', U: '', k: '2' } : { origin: one.origin, U: one.U, k: one.k }];
    }),
  );

function Chooser({ record, reply }: { readonly record: Verification; readonly reply: Reply }): ReactElement {
  const text = useTexts(texts);
  const [choices, setChoices] = useState<Choices>(() => begun(reply));
  const [basis, setBasis] = useState(reply.basis ?? '');
  const { run, pending, problem } = useAction(verificationEndpoints.stateUncertainties);
  const choose = (check: string, change: Partial<Choice>): void =>
    setChoices((before) => ({ ...before, [check]: { origin: 'none', U: '', k: '2', ...before[check], ...change } }));
  const isOwn = Object.values(choices).some(({ origin }) => origin === 'institute');
  const save = (): void => {
    const items = reply.items.flatMap(({ check }): Sent[] => {
      const { origin, U, k } = choices[check] ?? { origin: 'none', U: '', k: '' };
      if (origin === 'none') return [];
      return origin === 'budget' ? [{ check, origin }] : [{ check, origin, U: U === '' ? null : U, k: k === '' ? null : k }];
    });
    void run({ params: { id: record.id }, body: { digest: reply.digest ?? '', items, basis: isOwn && basis !== '' ? basis : null } });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Scroll label={text.uncertainty}>
        <table className="grid cards">
          <caption className="unseen">{text.uncertainty}</caption>
          <thead>
            <tr>
              <th scope="col">{text.value}</th>
              <th scope="col" className="number">
                {text.result}
              </th>
              <th scope="col">{text.choice}</th>
            </tr>
          </thead>
          <tbody>
            {reply.items.map((item) => (
              <tr key={item.check}>
                <td className="lead">
                  <Place item={item} />
                </td>
                <td className="number" data-label={text.result}>
                  {valueOf(item)}
                </td>
                <td data-label={text.choice}>
                  <One item={item} choice={choices[item.check]} onChoose={(change) => choose(item.check, change)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {isOwn ? (
        <label className="field">
          {text.basis}
          <Input value={basis} maxLength={200} onChange={(event) => setBasis(event.target.value)} />
        </label>
      ) : null}
      <ProblemNote problem={problem} />
      <div className="line">
        <Button
          onClick={() => {
            for (const { check, budget } of reply.items) if (budget !== null) choose(check, { origin: 'budget' });
          }}
        >
          {text.allFromBudget}
        </Button>
        <Button type="primary" htmlType="submit" loading={pending}>
          {text.save}
        </Button>
      </div>
    </form>
  );
}

type OneProps = { readonly item: Item; readonly choice: Choice | undefined; readonly onChoose: (change: Partial<Choice>) => void };

function One({ item, choice, onChoose }: OneProps): ReactElement {
  const text = useTexts(texts);
  const { budget, unit, check } = item;
  const origin = choice?.origin ?? 'none';
  const options = [
    { value: 'none', label: text.none },
    ...(budget === null ? [] : [{ value: 'budget', label: fill(text.budget, { U: budget.U, k: budget.k, unit }) }]),
    { value: 'institute', label: text.institute },
  ];
  return (
    <div className="line">
      <Select
        aria-label={`${text.choice} ${check}`}
        value={origin}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(value) => onChoose({ origin: value as Choice['origin'] })}
      />
      {origin === 'institute' ? (
        <>
          <Input
            aria-label={`U ${check}`}
            addonBefore="U"
            addonAfter={unit}
            inputMode="decimal"
            value={choice?.U}
            maxLength={26}
            onChange={(event) => onChoose({ U: event.target.value.trim() })}
          />
          <Input
            aria-label={`k ${check}`}
            addonBefore="k"
            inputMode="decimal"
            value={choice?.k}
            maxLength={10}
            onChange={(event) => onChoose({ k: event.target.value.trim() })}
          />
        </>
      ) : null}
    </div>
  );
}
