import { useState, type ComponentProps, type ReactElement } from 'react';
import { listNode, numberNode, shown, shownList, type Node } from '../../rules/model-text.ts';
import { Entry } from './Entry.tsx';

type Props = Omit<ComponentProps<typeof Entry>, 'value' | 'onChange' | 'isNumber'> & {
  readonly node: Node | undefined;
  readonly isList?: boolean;
  /** undefined when the field was emptied */
  readonly onChange: (node: Node | undefined) => void;
};

/** A number, or several: the field keeps what is being typed (`1.`, a space between two) while the model already has the number. */
export function NumberEntry({ node, isList = false, onChange, ...entry }: Props): ReactElement {
  const [typed, setTyped] = useState('');
  const read = (text: string): Node => (isList ? listNode(text) : numberNode(text));
  const print = isList ? shownList : shown;
  const value = print(node);
  return (
    <Entry
      {...entry}
      isNumber
      value={typed !== '' && print(read(typed)) === value ? typed : value}
      onChange={(text) => {
        setTyped(text);
        onChange(text.trim() === '' ? undefined : read(text));
      }}
    />
  );
}
