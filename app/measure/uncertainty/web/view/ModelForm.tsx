import type { ReactElement } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { isTree, numberNode, printTree, put, rename, shown, type Node, type Path, type Tree } from '../../rules/model-text.ts';
import { Entry } from './Entry.tsx';
import { FurtherFields } from './FurtherFields.tsx';
import { InputCard } from './InputCard.tsx';
import { OutputRows } from './OutputRows.tsx';
import { texts } from './text.ts';

type Props = {
  readonly tree: Tree;
  /** What is wrong at a place of the model file. */
  readonly issueAt: (place: string) => string | undefined;
  readonly onText: (text: string) => void;
};

const partOf = (tree: Tree, name: string): Tree => (isTree(tree[name]) ? tree[name] : {});
const free = (wanted: string, taken: readonly string[]): string => {
  let count = 1;
  while (taken.includes(`${wanted}${count}`)) count += 1;
  return `${wanted}${count}`;
};

/** The model file as a form; every change is written into its text at once, the text stays what counts. */
export function ModelForm({ tree, issueAt, onText }: Props): ReactElement {
  const text = useTexts(texts);
  const [outputs, inputs, constants] = [partOf(tree, 'outputs'), partOf(tree, 'inputs'), partOf(tree, 'constants')];
  const taken = [...Object.keys(outputs), ...Object.keys(inputs), ...Object.keys(constants)];
  const write = (next: Tree): void => onText(printTree(next));
  const onPut = (path: Path, node: Node | undefined): void => write(put(tree, path, node) as Tree);
  const onRename = (part: 'inputs' | 'outputs' | 'constants', from: string, to: string): void => write(rename(tree, part, from, to));
  return (
    <div className="model-form">
      <Entry label={text.title} value={shown(tree['title'])} onChange={(title) => onPut(['title'], title)} issue={issueAt('title')} wide />
      <h2>{text.outputs}</h2>
      <OutputRows
        outputs={outputs}
        taken={taken}
        issueAt={issueAt}
        onChange={(name, formula) => onPut(['outputs', name], formula)}
        onRename={(from, to) => onRename('outputs', from, to)}
      />
      <button type="button" className="small" onClick={() => onPut(['outputs', free('y', taken)], '')}>
        {text.addOutput}
      </button>
      <h2>{text.inputs}</h2>
      <ul className="cards">
        {Object.entries(inputs).map(([name, input], index) => (
          <InputCard
            // oxlint-disable-next-line react/no-array-index-key -- the name itself is being typed; the order stays
            key={index}
            name={name}
            input={isTree(input) ? input : {}}
            taken={taken}
            issueAt={issueAt}
            onChange={(next) => onPut(['inputs', name], next)}
            onRename={(to) => onRename('inputs', name, to)}
            onRemove={() => onPut(['inputs', name], undefined)}
          />
        ))}
      </ul>
      <button
        type="button"
        className="small"
        onClick={() => onPut(['inputs', free('x', taken)], { distribution: 'normal', mean: numberNode('0'), u: numberNode('1') })}
      >
        {text.addInput}
      </button>
      <FurtherFields tree={tree} taken={taken} issueAt={issueAt} onPut={onPut} onRename={onRename} />
    </div>
  );
}
