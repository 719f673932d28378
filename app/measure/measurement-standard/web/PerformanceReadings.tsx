import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { DayField } from '../../../web/kit/DayField.tsx';
import { useTexts } from '../../../web/language.ts';
import type { Entry, EntryResult, Live } from './performance-entry.ts';
import { PerformanceGrid } from './PerformanceGrid.tsx';
import { performanceTexts } from './performance-text.ts';

type Props = { readonly entry: Entry; readonly live: Live; readonly onChange: (part: Partial<Entry>) => void };

/** The readings of a test: groups of cells, or the results of laboratories. */
export function PerformanceReadings(props: Props): ReactElement | null {
  const { kind, method } = props.entry;
  if (kind === 'verification') return <Results {...props} />;
  return kind === 'stability' && method === 'regulation-method' ? null : <Groups {...props} />;
}

function Groups({ entry, live, onChange }: Props): ReactElement {
  const text = useTexts(performanceTexts);
  const isDated = entry.kind === 'stability' && entry.phase === 'new';
  const mayGrow = isDated || entry.kind === 'repeatability';
  const groups = mayGrow ? entry.groups : entry.groups.slice(0, 1);
  const set = (index: number, part: Partial<Entry['groups'][number]>): void =>
    onChange({ groups: entry.groups.map((group, at) => (at === index ? { ...group, ...part } : group)) });
  const wrongIn = (index: number): readonly number[] => {
    if (!('fault' in live)) return [];
    const [first, group, third, reading] = live.path;
    if (first === 'readings' && typeof group === 'number') return [group];
    if (first !== 'groups' || group !== index) return [];
    return [third, reading].filter((one): one is number => typeof one === 'number');
  };
  return (
    <fieldset className="stack performance-readings">
      <legend>{text.readings}</legend>
      <p className="hint">{text.readingsHelp}</p>
      {groups.map((group, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a group is its place
        <div key={index} className="stack">
          {mayGrow && groups.length > 1 ? (
            <strong>
              {text.group} {index + 1}{' '}
              <Button type="link" size="small" onClick={() => onChange({ groups: entry.groups.filter((_, at) => at !== index) })}>
                {text.remove}
              </Button>
            </strong>
          ) : null}
          {isDated ? (
            <label className="field" htmlFor={`group-${index}-day`}>
              {text.day}
              <DayField
                id={`group-${index}-day`}
                value={group.day === '' ? undefined : group.day}
                onChange={(day) => set(index, { day: day ?? '' })}
              />
            </label>
          ) : null}
          <PerformanceGrid
            label={mayGrow ? `${text.group} ${index + 1}` : text.readings}
            values={group.readings}
            wrong={wrongIn(index)}
            onChange={(readings) => set(index, { readings })}
          />
        </div>
      ))}
      {mayGrow ? (
        <div>
          <Button onClick={() => onChange({ groups: [...entry.groups, { day: '', readings: [] }] })}>{text.moreGroups}</Button>
        </div>
      ) : null}
    </fieldset>
  );
}

function Results({ entry, onChange }: Props): ReactElement {
  const text = useTexts(performanceTexts);
  const set = (index: number, part: Partial<EntryResult>): void =>
    onChange({ results: entry.results.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const shown = entry.verification === 'transfer' ? entry.results.slice(0, 2) : entry.results;
  return (
    <fieldset className="stack performance-readings">
      <legend>{text.result}</legend>
      <div className="scroll" role="group" tabIndex={-1} aria-label={text.result}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{text.laboratory}</th>
              <th scope="col">y</th>
              <th scope="col">U</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a laboratory is its place
              <tr key={index}>
                <td>
                  {index === 0 ? (
                    text.own
                  ) : (
                    <Input
                      aria-label={`${text.laboratory} ${index}`}
                      value={one.laboratory}
                      onChange={(event) => set(index, { laboratory: event.target.value })}
                    />
                  )}
                </td>
                {(['y', 'U'] as const).map((name) => (
                  <td key={name}>
                    <Input
                      aria-label={`${index === 0 ? text.own : `${text.laboratory} ${index}`} ${name}`}
                      inputMode="decimal"
                      value={one[name]}
                      onChange={(event) => set(index, { [name]: event.target.value })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {entry.verification === 'comparison' ? (
        <div>
          <Button onClick={() => onChange({ results: [...entry.results, { laboratory: '', y: '', U: '' }] })}>{text.addLaboratory}</Button>
        </div>
      ) : null}
    </fieldset>
  );
}
