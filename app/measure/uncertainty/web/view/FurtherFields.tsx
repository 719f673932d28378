import type { ReactElement } from 'react';
import { fill, useTexts } from '../../../../web/language.ts';
import { at, isList, isTree, shown, type Node, type Path, type Tree } from '../../rules/model-text.ts';
import { Choice } from './Choice.tsx';
import { Entry } from './Entry.tsx';
import { NameEntry } from './NameEntry.tsx';
import { NumberEntry } from './NumberEntry.tsx';
import { texts } from './text.ts';

type Props = {
  readonly tree: Tree;
  readonly taken: readonly string[];
  readonly issueAt: (place: string) => string | undefined;
  readonly onPut: (path: Path, node: Node | undefined) => void;
  readonly onRename: (part: 'constants', from: string, to: string) => void;
};

function Constants({ tree, taken, issueAt, onPut, onRename }: Props): ReactElement {
  const text = useTexts(texts);
  const constants = isTree(tree['constants']) ? tree['constants'] : {};
  return (
    <>
      {Object.entries(constants).map(([name, node], index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the name itself is being typed; the order stays
        <div className="entries head" key={index}>
          <NameEntry label={text.name} name={name} taken={taken} onRename={(to) => onRename('constants', name, to)} />
          <NumberEntry
            label={text.value}
            node={node}
            issue={issueAt(`constants.${name}`)}
            onChange={(value) => onPut(['constants', name], value ?? '')}
            wide
          />
          <button
            type="button"
            className="remove"
            aria-label={fill(text.remove, { name })}
            onClick={() => onPut(['constants', name], undefined)}
          >
            ×
          </button>
        </div>
      ))}
    </>
  );
}

function Correlations({ tree, issueAt, onPut }: Props): ReactElement {
  const text = useTexts(texts);
  const inputs = isTree(tree['inputs']) ? Object.keys(tree['inputs']) : [];
  const options = inputs.map((name) => [name, name] as const);
  const correlations = isList(tree['correlations']) ? tree['correlations'] : [];
  return (
    <>
      {correlations.map((one, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a correlation has no name of its own
        <div className="entries head" key={index}>
          <Choice
            label={text.first}
            value={shown(at(one, ['between', 0]))}
            options={options}
            onChange={(name) => onPut(['correlations', index, 'between', 0], name)}
          />
          <Choice
            label={text.second}
            value={shown(at(one, ['between', 1]))}
            options={options}
            onChange={(name) => onPut(['correlations', index, 'between', 1], name)}
          />
          <NumberEntry
            label={text.coefficient}
            node={at(one, ['r'])}
            issue={issueAt(`correlations[${index}].r`) ?? issueAt(`correlations[${index}]`)}
            onChange={(r) => onPut(['correlations', index, 'r'], r ?? '')}
          />
          <button
            type="button"
            className="remove"
            aria-label={fill(text.remove, { name: `r ${index + 1}` })}
            onClick={() => onPut(['correlations', index], undefined)}
          >
            ×
          </button>
        </div>
      ))}
    </>
  );
}

function Settings({ tree, issueAt, onPut }: Props): ReactElement {
  const text = useTexts(texts);
  const drawing = (name: string): Node | undefined => at(tree, ['monteCarlo', name]);
  return (
    <div className="entries">
      <NumberEntry
        label={text.coverage}
        optional
        node={tree['coverage']}
        issue={issueAt('coverage')}
        onChange={(node) => onPut(['coverage'], node)}
      />
      <NumberEntry
        label={text.trials}
        optional
        hint={text.trialsHint}
        node={drawing('trials')}
        issue={issueAt('monteCarlo.trials')}
        onChange={(node) => onPut(['monteCarlo', 'trials'], node)}
      />
      <NumberEntry
        label={text.seed}
        optional
        node={drawing('seed')}
        issue={issueAt('monteCarlo.seed')}
        onChange={(node) => onPut(['monteCarlo', 'seed'], node)}
      />
      <Choice
        label={text.interval}
        value={drawing('interval') === undefined ? 'shortest' : shown(drawing('interval'))}
        options={[
          ['shortest', text.shortest],
          ['symmetric', text.symmetric],
        ]}
        onChange={(interval) => onPut(['monteCarlo', 'interval'], interval)}
      />
      <NumberEntry
        label={text.digits}
        optional
        node={drawing('digits')}
        issue={issueAt('monteCarlo.digits')}
        onChange={(node) => onPut(['monteCarlo', 'digits'], node)}
      />
    </div>
  );
}

/** What most models do without: constants, correlations, groups of readings taken together, settings. */
export function FurtherFields(props: Props): ReactElement {
  const { tree, issueAt, onPut } = props;
  const text = useTexts(texts);
  const constants = isTree(tree['constants']) ? tree['constants'] : {};
  const correlations = isList(tree['correlations']) ? tree['correlations'] : [];
  const groups = isList(tree['simultaneous']) ? tree['simultaneous'] : [];
  let count = 1;
  while (props.taken.includes(`c${count}`)) count += 1;
  return (
    <details className="further-fields">
      <summary>{text.further}</summary>
      <h3>{text.settings}</h3>
      <Settings {...props} />
      <h3>{text.constants}</h3>
      <Constants {...props} />
      <button type="button" className="small" onClick={() => onPut(['constants'], { ...constants, [`c${count}`]: '' })}>
        {text.addConstant}
      </button>
      <h3>{text.correlations}</h3>
      <Correlations {...props} />
      <button
        type="button"
        className="small"
        onClick={() => {
          const names = isTree(tree['inputs']) ? Object.keys(tree['inputs']) : [];
          onPut(['correlations', correlations.length], { between: [names[0] ?? '', names[1] ?? ''], r: '' });
        }}
      >
        {text.addCorrelation}
      </button>
      <Entry
        label={text.simultaneous}
        hint={text.simultaneousHint}
        optional
        value={groups.map((group) => (isList(group) ? group.map(shown).join(' ') : shown(group))).join('\n')}
        issue={issueAt('simultaneous')}
        lines={2}
        wide
        onChange={(typed) => onPut(['simultaneous'], typed === '' ? undefined : typed.split('\n').map((line) => line.split(/[ ,，、]/)))}
      />
    </details>
  );
}
