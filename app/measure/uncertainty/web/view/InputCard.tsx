import type { ReactElement } from 'react';
import { fill, useSay, useTexts } from '../../../../web/language.ts';
import { distributionNames, distributions, isDistribution, parametersOf, spans, type Span } from '../../rules/distribution.ts';
import { shown, type Node, type Tree } from '../../rules/model-text.ts';
import { Choice } from './Choice.tsx';
import { Entry } from './Entry.tsx';
import { NameEntry } from './NameEntry.tsx';
import { NumberEntry } from './NumberEntry.tsx';
import { texts } from './text.ts';

type Props = {
  readonly name: string;
  readonly input: Tree;
  readonly taken: readonly string[];
  readonly issueAt: (place: string) => string | undefined;
  readonly onChange: (input: Tree) => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
};

const without = (input: Tree, ...names: readonly string[]): Tree =>
  Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));

/** What another distribution can use of what was given stays. */
function withDistribution(input: Tree, distribution: string): Tree {
  if (!isDistribution(distribution)) return { ...input, distribution };
  const kept = new Set([...parametersOf(distribution, 'limits'), ...parametersOf(distribution, 'middle')].map(({ name }) => name));
  return { distribution, ...Object.fromEntries(Object.entries(input).filter(([name]) => kept.has(name) || name === 'unit')) };
}

/** One input quantity: its symbol, what is known of it, and in which unit. */
export function InputCard({ name, input, taken, issueAt, onChange, onRename, onRemove }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const distribution = shown(input['distribution']);
  const span: Span = input['lower'] !== undefined || input['upper'] !== undefined ? 'limits' : 'middle';
  const isSpanned = isDistribution(distribution) && 'spanned' in distributions[distribution];
  const parameters = isDistribution(distribution) ? parametersOf(distribution, span) : [];
  const set = (field: string, value: Node | undefined): void =>
    onChange(value === undefined ? without(input, field) : { ...input, [field]: value });
  const setSpan = (to: Span): void => {
    const [from, into] = [spans[span], spans[to]];
    const cut = without(input, ...from.map((parameter) => parameter.name));
    onChange({ ...cut, ...Object.fromEntries(into.map((parameter) => [parameter.name, ''])) });
  };
  return (
    <li className="card">
      <div className="entries head">
        <NameEntry label={text.name} name={name} taken={taken} onRename={onRename} />
        <Choice
          label={text.distribution}
          value={distribution}
          options={distributionNames.map((one) => [one, say(distributions[one].text)])}
          onChange={(to) => onChange(withDistribution(input, to))}
          wide
        />
        <Entry
          label={text.unit}
          value={shown(input['unit'])}
          issue={issueAt(`inputs.${name}.unit`)}
          onChange={(unit) => set('unit', unit === '' ? undefined : unit)}
        />
        <button
          type="button"
          className="remove"
          aria-label={fill(text.remove, { name })}
          title={fill(text.remove, { name })}
          onClick={onRemove}
        >
          ×
        </button>
      </div>
      <div className="entries">
        {isSpanned ? (
          <Choice
            label={text.givenBy}
            value={span}
            options={[
              ['middle', text.middle],
              ['limits', text.limits],
            ]}
            onChange={setSpan}
          />
        ) : null}
        {parameters.map((parameter) => (
          <NumberEntry
            key={parameter.name}
            label={say(parameter.label)}
            optional={parameter.optional === true}
            node={input[parameter.name]}
            isList={parameter.kind === 'list'}
            issue={issueAt(`inputs.${name}.${parameter.name}`)}
            wide={parameter.kind === 'list'}
            {...(parameter.kind === 'list' ? { lines: 2 } : {})}
            onChange={(node) => set(parameter.name, node ?? (parameter.optional === true ? undefined : ''))}
          />
        ))}
      </div>
      {issueAt(`inputs.${name}`) === undefined ? null : <p className="issue">{issueAt(`inputs.${name}`)}</p>}
    </li>
  );
}
