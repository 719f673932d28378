import { Button, Input, InputNumber, Select } from 'antd';
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

function Months({
  value,
  isOptional,
  onChange,
}: {
  value: number | null;
  isOptional: boolean;
  onChange: (value: number | null) => void;
}): ReactElement {
  const text = useTexts(denominatorTexts);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{text.months}</label>
      <InputNumber
        id={id}
        min={1}
        max={120}
        precision={0}
        value={value}
        placeholder={isOptional ? text.sinceBeginning : ''}
        onChange={onChange}
      />
      <p className="hint">{text.monthsHint}</p>
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
  const thresholdId = useId();
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
        <Months value={choice.months} isOptional={isOptional} onChange={(months) => setSearch({ months: months ?? undefined })} />
      ) : null}
      {own.has('threshold') ? (
        <div className="field">
          <label htmlFor={thresholdId}>{text.threshold}</label>
          <InputNumber
            id={thresholdId}
            min={1}
            max={100}
            precision={0}
            value={choice.threshold}
            suffix="%"
            onChange={(threshold) => setSearch({ threshold: threshold ?? undefined })}
          />
          <p className="hint" />
        </div>
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
