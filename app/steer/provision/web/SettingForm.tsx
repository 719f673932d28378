import { Button, Input } from 'antd';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import type { Basis, Setting } from '../contract/shapes.ts';
import { generalParameters, itemParameters } from '../rules/assumption.ts';
import { texts } from './text.ts';

type Rule = Setting['forced'][number] & { readonly is: 'forced' | 'forbidden' };
const parameters = { ...generalParameters, ...itemParameters };
const numberOr = (value: string): number | null => (value.trim() === '' ? null : Number(value));

function Labelled({ label, hint, children }: { label: string; hint?: string; children: (id: string) => ReactNode }): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint === undefined ? null : <small className="soft">{hint}</small>}
    </div>
  );
}

type SelectProps = { label: string; value: string; options: readonly (readonly [string, string])[]; onChange: (value: string) => void };
function Select({ label, value, options, onChange }: SelectProps): ReactElement {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  );
}

function NumberInput({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }): ReactElement {
  return (
    <input
      aria-label={label}
      type="number"
      min={0}
      className="provision-number"
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  );
}

/** Rows of one kind, each with its own fields, one button to add and one to take away. */
function Rows<Row>(props: {
  title: string;
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  fresh: () => Row;
  children: (row: Row, set: (row: Row) => void) => ReactNode;
}): ReactElement {
  const text = useTexts(texts);
  const { title, rows, onChange, fresh, children } = props;
  return (
    <fieldset className="provision-rows">
      <legend>{title}</legend>
      {rows.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no name of their own
        <div className="provision-row" key={index}>
          {children(row, (changed) => onChange(rows.map((one, at) => (at === index ? changed : one))))}
          <Button size="small" onClick={() => onChange(rows.filter((_, at) => at !== index))}>
            {text.remove}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...rows, fresh()])}>
        {text.add}
      </Button>
    </fieldset>
  );
}

type Props = {
  readonly basis: Pick<Basis, 'items' | 'counties'>;
  readonly initial: Setting;
  readonly pending: boolean;
  readonly onSolve: (setting: Setting) => void;
};

/** The conditions of a scenario: dates, budgets, limits, what is forced or forbidden, and figures that are changed for it alone. */
export function SettingForm({ basis, initial, pending, onSolve }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [setting, setSetting] = useState(initial);
  const [authorisable, setAuthorisable] = useState(initial.authorisable.join('、'));
  const set = (changes: Partial<Setting>): void => setSetting({ ...setting, ...changes });
  const counties = basis.counties.map(({ code, name }) => [code, say(name)] as const);
  const items = basis.items.map(({ id, name }) => [id, `${id} ${say(name)}`] as const);
  const rules: Rule[] = [
    ...setting.forced.map((rule) => ({ ...rule, is: 'forced' as const })),
    ...setting.forbidden.map((rule) => ({ ...rule, is: 'forbidden' as const })),
  ];
  const setRules = (all: Rule[]): void => {
    const of = (is: Rule['is']): Setting['forced'] =>
      all.filter((rule) => rule.is === is).map(({ region, item, option }) => ({ region, item, option }));
    set({ forced: of('forced'), forbidden: of('forbidden') });
  };
  const first = { region: counties[0]?.[0] ?? '', item: items[0]?.[0] ?? '' };
  return (
    <form
      className="sheet provision-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSolve({ ...setting, authorisable: authorisable.split(/[\s,，、;；]+/).filter((one) => one !== '') });
      }}
    >
      <div className="provision-fields">
        <Labelled label={text.from}>
          {(id) => <Input id={id} value={setting.from} placeholder="2027-01" onChange={(event) => set({ from: event.target.value })} />}
        </Labelled>
        <Labelled label={text.months}>
          {(id) => (
            <Input
              id={id}
              type="number"
              min={1}
              max={60}
              value={setting.months}
              onChange={(event) => set({ months: Number(event.target.value) })}
            />
          )}
        </Labelled>
        {(['people', 'examinationsPerMonth', 'visitsPerMonth'] as const).map((name) => (
          <Labelled key={name} label={name === 'people' ? text.people : name === 'visitsPerMonth' ? text.visits : text.examinations}>
            {(id) => (
              <Input
                id={id}
                type="number"
                min={0}
                value={setting[name] ?? ''}
                onChange={(event) => set({ [name]: numberOr(event.target.value) })}
              />
            )}
          </Labelled>
        ))}
        <Labelled label={text.authorisable} hint={text.authorisableHint}>
          {(id) => <Input id={id} value={authorisable} onChange={(event) => setAuthorisable(event.target.value)} />}
        </Labelled>
      </div>
      <Rows
        title={text.targets}
        rows={setting.targets}
        fresh={() => ({ list: 'basic' as const, percent: 100, month: setting.from })}
        onChange={(targets) => set({ targets })}
      >
        {(row, change) => (
          <>
            <Select
              label={text.targets}
              value={row.list}
              options={(['basic', 'enhanced', 'demand'] as const).map((list) => [list, text[list]] as const)}
              onChange={(list) => change({ ...row, list: list as typeof row.list })}
            />
            <NumberInput label={text.percent} value={row.percent} onChange={(percent) => change({ ...row, percent })} />
            <span>%</span>
            <input
              aria-label={text.month}
              className="provision-number"
              value={row.month}
              onChange={(event) => change({ ...row, month: event.target.value })}
            />
          </>
        )}
      </Rows>
      <Rows
        title={text.budget}
        rows={setting.budgets}
        fresh={() => ({ year: Number(setting.from.slice(0, 4)), yuan: 0 })}
        onChange={(budgets) => set({ budgets })}
      >
        {(row, change) => (
          <>
            <NumberInput label={text.year} value={row.year} onChange={(year) => change({ ...row, year })} />
            <NumberInput label={text.limit} value={row.yuan} onChange={(yuan) => change({ ...row, yuan })} />
            <span>{text.yuan}</span>
          </>
        )}
      </Rows>
      <Rows
        title={text.rules}
        rows={rules}
        fresh={() => ({ ...first, option: 'build' as const, is: 'forced' as const })}
        onChange={setRules}
      >
        {(row, change) => (
          <>
            <Select
              label={text.rules}
              value={row.is}
              options={[
                ['forced', text.force],
                ['forbidden', text.forbid],
              ]}
              onChange={(is) => change({ ...row, is: is as Rule['is'] })}
            />
            <Select label={text.county} value={row.region} options={counties} onChange={(region) => change({ ...row, region })} />
            <Select label={text.item} value={row.item} options={items} onChange={(item) => change({ ...row, item })} />
            <Select
              label={text.option}
              value={row.option}
              options={[
                ['build', text.build],
                ['authorise', text.authorise],
                ['none', text.leave],
              ]}
              onChange={(option) => change({ ...row, option: option as Rule['option'] })}
            />
          </>
        )}
      </Rows>
      <Rows
        title={text.figures}
        rows={setting.costs}
        fresh={() => ({ item: first.item, parameter: 'build', amount: 0 })}
        onChange={(costs) => set({ costs })}
      >
        {(row, change) => (
          <>
            <Select
              label={text.item}
              value={row.item ?? ''}
              options={[['', text.general] as const, ...items]}
              onChange={(item) => change({ ...row, item: item === '' ? null : item, parameter: item === '' ? 'visit' : 'build' })}
            />
            <Select
              label={text.parameter}
              value={row.parameter}
              options={Object.entries(row.item === null ? generalParameters : itemParameters).map(
                ([id, one]) => [id, say(one.text)] as const,
              )}
              onChange={(parameter) => change({ ...row, parameter })}
            />
            <NumberInput label={text.amount} value={row.amount} onChange={(amount) => change({ ...row, amount })} />
            <span>{say(parameters[row.parameter as keyof typeof parameters].unit)}</span>
          </>
        )}
      </Rows>
      <Rows
        title={text.supposedDemand}
        rows={setting.demand}
        fresh={() => ({ ...first, instruments: 0 })}
        onChange={(demand) => set({ demand })}
      >
        {(row, change) => (
          <>
            <Select label={text.county} value={row.region} options={counties} onChange={(region) => change({ ...row, region })} />
            <Select label={text.item} value={row.item} options={items} onChange={(item) => change({ ...row, item })} />
            <NumberInput label={text.instruments} value={row.instruments} onChange={(instruments) => change({ ...row, instruments })} />
            <span>{text.instrumentUnit}</span>
          </>
        )}
      </Rows>
      <p className="soft">{text.supposedHint}</p>
      <Button type="primary" htmlType="submit" loading={pending}>
        {text.solve}
      </Button>
    </form>
  );
}
