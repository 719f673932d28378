import type { ReactElement } from 'react';
import { fill, useTexts } from '../../../../web/language.ts';
import { isTree, shown, type Node, type Tree } from '../../rules/model-text.ts';
import { Entry } from './Entry.tsx';
import { NameEntry } from './NameEntry.tsx';
import { NumberEntry } from './NumberEntry.tsx';
import { texts } from './text.ts';

type Props = {
  readonly outputs: Tree;
  readonly taken: readonly string[];
  readonly issueAt: (place: string) => string | undefined;
  readonly onChange: (name: string, formula: Node | undefined) => void;
  readonly onRename: (from: string, to: string) => void;
};

/** The outputs, each with its formula, or with an equation that is solved for it. */
export function OutputRows({ outputs, taken, issueAt, onChange, onRename }: Props): ReactElement {
  const text = useTexts(texts);
  return (
    <ul className="cards">
      {Object.entries(outputs).map(([name, formula], index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the name itself is being typed; the order stays
        <li className="card" key={index}>
          <div className="entries head">
            <NameEntry label={text.output} name={name} taken={taken} onRename={(to) => onRename(name, to)} />
            {isTree(formula) ? (
              <Entry
                label={text.solve}
                hint={text.solveHint}
                value={shown(formula['solve'])}
                issue={issueAt(`outputs.${name}.solve`) ?? issueAt(`outputs.${name}`)}
                onChange={(solve) => onChange(name, { ...formula, solve })}
                wide
              />
            ) : (
              <Entry
                label={text.formula}
                value={shown(formula)}
                issue={issueAt(`outputs.${name}`)}
                onChange={(typed) => onChange(name, typed)}
                wide
              />
            )}
            <button
              type="button"
              className="remove"
              aria-label={fill(text.remove, { name })}
              title={fill(text.remove, { name })}
              onClick={() => onChange(name, undefined)}
            >
              ×
            </button>
          </div>
          <label className="tick">
            <input
              type="checkbox"
              checked={isTree(formula)}
              onChange={(event) =>
                onChange(
                  name,
                  event.target.checked
                    ? { solve: isTree(formula) ? shown(formula['solve']) : shown(formula), for: name, start: '' }
                    : isTree(formula)
                      ? shown(formula['solve'])
                      : '',
                )
              }
            />
            {text.implicit}
          </label>
          {isTree(formula) ? (
            <div className="entries">
              <Entry
                label={text.solvedFor}
                value={shown(formula['for'])}
                issue={issueAt(`outputs.${name}.for`)}
                onChange={(sought) => onChange(name, { ...formula, for: sought })}
              />
              <NumberEntry
                label={text.start}
                node={formula['start']}
                issue={issueAt(`outputs.${name}.start`)}
                onChange={(start) => onChange(name, { ...formula, start: start ?? '' })}
              />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
