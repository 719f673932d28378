import type { Field } from '@tongheng/procedures/form';
import { memo, useRef, useState, type ClipboardEvent, type FocusEvent, type ReactElement } from 'react';
import { useSay } from '../../../web/language.ts';

export type CellActions = {
  readonly write: (path: string, text: string) => void;
  /** A block of several cells, to be written from this one on. */
  readonly paste: (path: string, text: string) => void;
  readonly focus: (path: string) => void;
};

type Props = {
  readonly path: string;
  readonly block: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly label: string;
  readonly field: Pick<Field, 'kind' | 'choices'>;
  readonly isGiven: boolean;
  readonly issue: string | undefined;
  /** The id of the line that says what is wrong with the cell that has the focus. */
  readonly describedBy: string;
  /** On a phone the sheet brings its own keys. */
  readonly hasPad: boolean;
  readonly actions: CellActions;
};

/**
 * One value of a sheet. What an input method composes stays in the cell until it is done and is then written once; digits stay as they
 * were typed.
 */
export const CellInput = memo(function CellInput(props: Props): ReactElement {
  const { path, block, row, column, text, label, field, isGiven, issue, describedBy, hasPad, actions } = props;
  const say = useSay();
  const [composed, setComposed] = useState<string>();
  const composing = useRef(false);
  const shared = {
    'data-cell': path,
    'data-block': block,
    'data-row': row,
    'data-column': column,
    'data-given': String(isGiven && text !== ''),
    'aria-label': label,
    'aria-invalid': issue !== undefined,
    ...(issue === undefined ? {} : { title: issue, 'aria-describedby': describedBy }),
    // As in a spreadsheet: what is typed into a cell takes the place of what stood there.
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLSelectElement>) => {
      actions.focus(path);
      if (event.target instanceof HTMLInputElement) event.target.select();
    },
  };
  const paste = (event: ClipboardEvent<HTMLElement>): void => {
    const pasted = event.clipboardData.getData('text');
    if (field.choices === undefined && !/[\t\n\r]/.test(pasted.trimEnd())) return;
    event.preventDefault();
    actions.paste(path, pasted);
  };
  if (field.choices !== undefined) {
    return (
      <select {...shared} value={text} onPaste={paste} onChange={(event) => actions.write(path, event.target.value)}>
        <option value="" />
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {say(choice.label)}
          </option>
        ))}
        {text === '' || field.choices.some(({ value }) => value === text) ? null : <option value={text}>{text}</option>}
      </select>
    );
  }
  const isDecimal = field.kind === 'decimal';
  return (
    <input
      {...shared}
      value={composed ?? text}
      inputMode={isDecimal ? (hasPad ? 'none' : 'decimal') : 'text'}
      autoComplete="off"
      spellCheck={false}
      onPaste={paste}
      onCompositionStart={(event) => {
        composing.current = true;
        setComposed(event.currentTarget.value);
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        setComposed(undefined);
        if (event.currentTarget.value !== text) actions.write(path, event.currentTarget.value);
      }}
      onChange={(event) => (composing.current ? setComposed(event.target.value) : actions.write(path, event.target.value))}
    />
  );
});
