import { Button, Input, Select } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useSearchState } from '../../../web/address.ts';
import { useSay, useTexts } from '../../../web/language.ts';
import type { indicatorEndpoints } from '../contract.ts';
import { fieldsOf, type Choice } from '../rules/denominator/proposal.ts';
import {
  catalogueLevelNames,
  catalogueLevels,
  denominatorSets,
  demandWeightNames,
  demandWeights,
  measureNames,
  measures,
} from '../rules/denominator/words.ts';
import { denominatorTexts } from './denominator-text.ts';

type History = ReplyOf<typeof indicatorEndpoints.listDenominators>;
type Option = { readonly value: string; readonly label: string };

function Choose({
  label,
  value,
  options,
  onChange,
  wide,
}: {
  label: string;
  value: string | null;
  options: readonly Option[];
  onChange: (value: string) => void;
  wide?: boolean;
}): ReactElement {
  const id = useId();
  return (
    <div className={wide === true ? 'field wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} options={[...options]} onChange={onChange} />
    </div>
  );
}

type WholeProps = {
  readonly label: string;
  readonly value: number | null;
  readonly most: number;
  readonly unit?: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly onChange: (value: number | undefined) => void;
};

/** A whole number, taken over when one leaves the field or presses Enter, so that not every digit is a new address. */
function Whole({ label, value, most, unit, hint, placeholder = '', onChange }: WholeProps): ReactElement {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const take = (): void => {
    if (typed === undefined) return;
    const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : undefined;
    if (typed.trim() === '' || (number !== undefined && number >= 1 && number <= most)) onChange(number);
    setTyped(undefined);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        inputMode="numeric"
        aria-describedby={`${id}-hint`}
        value={typed ?? (value === null ? '' : String(value))}
        placeholder={placeholder}
        {...(unit === undefined ? {} : { suffix: <span className="soft">{unit}</span> })}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onPressEnter={take}
      />
      <p id={`${id}-hint`} className="hint">
        {hint ?? `1–${most}`}
      </p>
    </div>
  );
}

/** Numbers are typed or pasted at leisure and read when one asks for it. */
function Entries({ value, onChange }: { value: readonly string[]; onChange: (entries: string) => void }): ReactElement {
  const text = useTexts(denominatorTexts);
  const id = useId();
  const [typed, setTyped] = useState(value.join('\n'));
  return (
    <div className="field wide">
      <label htmlFor={id}>{text.entries}</label>
      <Input.TextArea id={id} autoSize={{ minRows: 4, maxRows: 12 }} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <p className="hint">{text.entriesHint}</p>
      <span>
        <Button
          onClick={() =>
            onChange(
              typed
                .split(/[\s,，、;；]+/)
                .filter((number) => number !== '')
                .join(','),
            )
          }
        >
          {text.readEntries}
        </Button>
      </span>
    </div>
  );
}

/** The parts of a denominator, as far as they belong to what is chosen; each change is a new address. */
export function DenominatorChoices({ history, choice }: { history: History; choice: Choice }): ReactElement {
  const text = useTexts(denominatorTexts);
  const say = useSay();
  const [, setSearch] = useSearchState();
  const own = new Set(fieldsOf(choice));
  const isOptional = choice.chosen === 'decided' || choice.chosen === 'submitted';
  return (
    <section className="sheet denominator-choices" aria-label={text.choices}>
      <Choose
        wide
        label={text.set}
        value={choice.chosen}
        options={history.sets.map((set) => ({ value: set, label: say(denominatorSets[set]) }))}
        onChange={(chosen) => setSearch({ chosen })}
      />
      {own.has('catalogue') ? (
        <Choose
          label={text.catalogue}
          value={choice.catalogue}
          options={history.catalogues.map(({ id, title, numbering, complete }) => ({
            value: id,
            label: [say(title), numbering === 'working' ? text.working : '', complete ? '' : text.incomplete]
              .filter((part) => part !== '')
              .join(' · '),
          }))}
          onChange={(catalogue) => setSearch({ catalogue })}
        />
      ) : null}
      {own.has('level') ? (
        <Choose
          label={text.level}
          value={choice.level}
          options={catalogueLevelNames.map((level) => ({ value: level, label: say(catalogueLevels[level]) }))}
          onChange={(level) => setSearch({ level })}
        />
      ) : null}
      {own.has('weight') ? (
        <Choose
          label={text.weight}
          value={choice.weight}
          options={demandWeightNames.map((weight) => ({ value: weight, label: say(demandWeights[weight]) }))}
          onChange={(weight) => setSearch({ weight })}
        />
      ) : null}
      {own.has('months') ? (
        <Whole
          label={text.months}
          value={choice.months}
          most={120}
          hint={text.monthsHint}
          placeholder={isOptional ? text.sinceBeginning : ''}
          onChange={(months) => setSearch({ months })}
        />
      ) : null}
      {own.has('threshold') ? (
        <Whole label={text.threshold} value={choice.threshold} most={100} unit="%" onChange={(threshold) => setSearch({ threshold })} />
      ) : null}
      <Choose
        label={text.measure}
        value={choice.reported}
        options={measureNames.map((measure) => ({ value: measure, label: say(measures[measure]) }))}
        onChange={(reported) => setSearch({ reported })}
      />
      {own.has('entries') ? <Entries value={choice.entries} onChange={(entries) => setSearch({ entries })} /> : null}
    </section>
  );
}
