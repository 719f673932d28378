import { useMemo, useState, type ReactElement } from 'react';
import { confidences } from '../../../kernel/confidence.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { ToolField } from './ToolField.tsx';
import { copyText } from './unit-clipboard.ts';
import { texts } from './unit-conversion-text.ts';
import { blankEntry, type Entry } from './unit-entry.ts';
import { printPower, readConversion, swapUnits, type Facts, type Field, type Reading } from './unit-reading.ts';
import { legalStates } from './unit-states.ts';

type Props = { readonly entry: Entry; readonly onChange: (change: Partial<Entry>) => void };

const example: Partial<Entry> = { value: '12.5', unit: 'kgf/cm²', target: 'kPa', difference: false, ratio: '' };
const { value, unit, target, difference, ratio } = blankEntry;
const blank: Partial<Entry> = { value, unit, target, difference, ratio };

/** A value in another unit, exact where it can be, and what both units are called in four notations and in law. */
export function UnitConversion({ entry, onChange }: Props): ReactElement {
  const text = useTexts(texts);
  const reading = useMemo(() => readConversion(entry), [entry]);
  return (
    <div className="tool-columns">
      <div className="tool-inputs">
        <ConversionForm entry={entry} reading={reading} onChange={onChange} />
        <div className="tool-actions no-print">
          <button type="button" className="second" onClick={() => onChange(example)}>
            {text.example}
          </button>
          <button type="button" className="second" onClick={() => onChange(blank)}>
            {text.clear}
          </button>
          <button type="button" disabled={reading.answer === null} onClick={() => print()}>
            {text.print}
          </button>
        </div>
      </div>
      <section className="tool-result" aria-label={text.result}>
        {reading.answer === null ? <p className="sheet soft">{text.waits}</p> : <Result entry={entry} answer={reading.answer} />}
        {reading.from === null && reading.to === null ? null : <UnitFacts reading={reading} />}
      </section>
    </div>
  );
}

function ConversionForm({ entry, reading, onChange }: Props & { readonly reading: Reading }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const field = (name: Field, label: string, hint: string): ReactElement => {
    const fault = reading.faults.find((one) => one.field === name);
    const words =
      fault === undefined
        ? undefined
        : fault.column === null
          ? say(fault.text)
          : fill(text.column, { column: fault.column, sentence: say(fault.text) });
    const meant = fault?.meant ?? null;
    return (
      <div className="unit-field" key={name}>
        <ToolField id={`unit-${name}`} label={label} hint={hint} fault={words}>
          {(control) => (
            <input
              {...control}
              value={entry[name]}
              onChange={(event) => onChange({ [name]: event.target.value })}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </ToolField>
        {meant === null ? null : (
          <button type="button" className="second unit-meant" onClick={() => onChange({ [name]: meant })}>
            {fill(text.take, { meant })}
          </button>
        )}
      </div>
    );
  };
  return (
    <form className="sheet tool-form" onSubmit={(event) => event.preventDefault()}>
      <div className="tool-row">
        {field('value', text.value, text.valueHint)}
        {field('unit', text.unit, text.unitHint)}
      </div>
      <button type="button" className="second unit-swap" onClick={() => onChange(swapUnits(entry))}>
        ⇅ {text.swap}
      </button>
      {field('target', text.target, text.unitHint)}
      {reading.offers.length === 0 ? null : (
        <div className="unit-offers" role="group" aria-label={text.offers}>
          <span className="tool-hint">{text.offers}</span>
          {reading.offers.map((offer) => (
            <button
              key={offer}
              type="button"
              className="second"
              aria-pressed={offer === entry.target}
              onClick={() => onChange({ target: offer })}
            >
              {offer}
            </button>
          ))}
        </div>
      )}
      <label className="unit-tick">
        <input
          type="checkbox"
          checked={entry.difference}
          aria-describedby="unit-difference-hint"
          onChange={(event) => onChange({ difference: event.target.checked })}
        />
        <span>{text.difference}</span>
      </label>
      <span className="tool-hint" id="unit-difference-hint">
        {text.differenceHint}
      </span>
      {reading.hasRatio || entry.ratio !== '' ? (
        <ToolField id="unit-ratio" label={text.ratio}>
          {(control) => (
            <select {...control} value={entry.ratio} onChange={(event) => onChange({ ratio: event.target.value as Entry['ratio'] })}>
              <option value="">{text.ratioUsual}</option>
              <option value="power">{text.ratioPower}</option>
              <option value="field">{text.ratioField}</option>
            </select>
          )}
        </ToolField>
      ) : null}
    </form>
  );
}

function Result({ entry, answer }: { readonly entry: Entry; readonly answer: NonNullable<Reading['answer']> }): ReactElement {
  const text = useTexts(texts);
  const [said, setSaid] = useState('');
  const given = answer.given === '' ? entry.value.trim() : `${printPower(answer.given)} ${answer.from}`;
  const copied = `${answer.value} ${answer.to}`.trim();
  const copy = async (): Promise<void> => setSaid((await copyText(copied)) ? fill(text.copied, { text: copied }) : text.notCopied);
  return (
    <div className="sheet notice found unit-answer">
      <p className="unit-equation" role="status">
        <span>{given}</span> <span>{answer.exact ? '=' : '≈'}</span>{' '}
        <strong>
          {printPower(answer.value)} {answer.to}
        </strong>
      </p>
      <div className="unit-answer-foot">
        <span className="soft">{answer.exact ? text.exact : text.rounded}</span>
        <button type="button" className="second no-print" onClick={() => void copy()}>
          {text.copy}
        </button>
        <span className="tool-hint" role="status">
          {said}
        </span>
      </div>
    </div>
  );
}

function UnitFacts({ reading: { from, to } }: { readonly reading: Reading }): ReactElement {
  const text = useTexts(texts);
  const units = [from, to].filter((facts): facts is Facts => facts !== null);
  const isOne = units.length === 1 || units[0]?.name === units[1]?.name;
  const shown = isOne ? units.slice(0, 1) : units;
  const names = [text.symbol, text.chinese, text.ucum, text.dsi];
  const row = (name: string, show: (facts: Facts) => ReactElement | string): ReactElement => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {shown.map((facts, index) => (
        <td key={index} data-label={facts.name}>
          {show(facts)}
        </td>
      ))}
    </tr>
  );
  return (
    <section className="tool-part">
      <h2>{isOne ? text.theUnit : text.units}</h2>
      <table className="grid tool-grid unit-facts">
        <thead>
          <tr>
            <th scope="col">{text.property}</th>
            {shown.map((facts, index) => (
              <th scope="col" key={index}>
                {facts.name === '' ? '1' : facts.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, index) => row(name, (facts) => facts.notations[index]?.[1] ?? <span className="soft">{text.noName}</span>))}
          {row(text.dimension, ({ dimension }) => dimension)}
          {row(text.factor, ({ factor, name }) =>
            factor === null ? (
              <span className="soft">{text.scale}</span>
            ) : (
              `1 ${name} ${factor.exact ? '=' : '≈'} ${printPower(factor.value)} ${factor.unit}`.trim()
            ),
          )}
          {row(text.law, ({ law }) => (law === null ? text.number : <StatusTag states={legalStates} state={law.status} />))}
          {row(text.source, ({ law }) => (law === null ? '—' : <Ground law={law} />))}
        </tbody>
      </table>
    </section>
  );
}

function Ground({ law }: { readonly law: NonNullable<Facts['law']> }): ReactElement {
  const say = useSay();
  return (
    <>
      <span lang="zh-CN">{law.source}</span>
      <br />
      <span className="soft">{say(confidences[law.confidence])}</span>
    </>
  );
}
