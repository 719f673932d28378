import { useState, type ChangeEvent, type ClipboardEvent, type ReactElement } from 'react';
import type { Text } from '../../../kernel/text.ts';
import { printBytes, printNumber } from '../../../web/figures.ts';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useDrop } from '../use-drop.ts';
import { ToolField } from './ToolField.tsx';
import { formats, type Entry } from './unit-entry.ts';
import { examples } from './unit-example.ts';
import { acceptedNames, judgeName, largest, readText, refusalOf } from './unit-file.ts';
import { texts } from './units-text.ts';

/** A field with more is slow to type in; longer texts are shown in parts below. */
export const longestInField = 100_000;

export type Source = { readonly name: string; readonly bytes: number } | null;

type Props = {
  readonly entry: Entry;
  readonly file: Source;
  readonly isShown: boolean;
  /** Another text as a whole. */
  readonly onText: (change: Pick<Entry, 'text'> & Partial<Pick<Entry, 'format'>>, source: Source) => void;
  readonly onType: (text: string) => void;
  readonly onFormat: (format: Entry['format']) => void;
};

type Note = { readonly words: string; readonly isRefusal: boolean };
const noNote: Note = { words: '', isRefusal: false };

/** The text to be checked: typed, pasted, chosen as a file or dropped anywhere on the page. */
export function UnitTextField({ entry, file, isShown, onText, onType, onFormat }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [note, setNote] = useState(noNote);
  const refuse = (reason: Text, name: string): void => setNote({ words: fill(say(reason), { name }), isRefusal: true });
  const takeFile = async (taken: File): Promise<void> => {
    const judged = judgeName(taken.name, taken.size);
    if ('refusal' in judged) {
      refuse(judged.refusal, taken.name);
      return;
    }
    try {
      const read = readText(new Uint8Array(await taken.arrayBuffer()));
      if ('refusal' in read) refuse(read.refusal, taken.name);
      else {
        onText({ text: read.text, format: judged.format }, { name: taken.name, bytes: taken.size });
        setNote({ words: fill(text.fileRead, { name: taken.name, size: printBytes(taken.size) }), isRefusal: false });
      }
    } catch {
      refuse(refusalOf('unreadable'), taken.name);
    }
  };
  const isOver = useDrop(isShown, (files) => {
    const [first, ...others] = files;
    if (first === undefined) return;
    if (others.length > 0) refuse(refusalOf('several'), '');
    else void takeFile(first);
  });
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const taken = event.target.files?.[0];
    if (taken !== undefined) void takeFile(taken);
    event.target.value = '';
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.length + entry.text.length <= longestInField) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const whole = entry.text.slice(0, selectionStart) + pasted + entry.text.slice(selectionEnd);
    if (whole.length > largest) setNote({ words: text.pasteTooLong, isRefusal: true });
    else onText({ text: whole }, null);
  };
  const replace = (next: string): void => {
    setNote(noNote);
    onText({ text: next, format: 'text' }, null);
  };
  const isLong = entry.text.length > longestInField;
  const names: Readonly<Record<Entry['format'], string>> = {
    text: text.formatText,
    markdown: text.formatMarkdown,
    csv: text.formatCsv,
    html: text.formatHtml,
  };
  return (
    <form className={`sheet tool-form unit-entry no-print${isOver ? ' over' : ''}`} onSubmit={(event) => event.preventDefault()}>
      {isLong ? (
        <div className="unit-long">
          <strong>{file?.name ?? text.pastedText}</strong>
          <span className="soft">{fill(text.longText, { count: printNumber(entry.text.length) })}</span>
        </div>
      ) : (
        <ToolField id="unit-text" label={text.textLabel} hint={isOver ? text.dropHere : text.textHint}>
          {(control) => (
            <textarea
              {...control}
              className={isOver ? 'over' : ''}
              rows={6}
              value={entry.text}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => {
                setNote(noNote);
                onType(event.target.value);
              }}
              onPaste={paste}
            />
          )}
        </ToolField>
      )}
      <p className={note.isRefusal ? 'tool-fault' : 'tool-hint'} role={note.isRefusal ? 'alert' : 'status'}>
        {note.words}
      </p>
      <div className="unit-entry-foot">
        <ToolField id="unit-format" label={text.formatLabel}>
          {(control) => (
            <select {...control} value={entry.format} onChange={(event) => onFormat(event.target.value as Entry['format'])}>
              {formats.map((format) => (
                <option key={format} value={format}>
                  {names[format]}
                </option>
              ))}
            </select>
          )}
        </ToolField>
        <div className="tool-actions">
          <label className="tool-file unit-file">
            <span>{text.chooseFile}</span>
            <input type="file" accept={acceptedNames} onChange={choose} />
          </label>
          <button type="button" className="second" onClick={() => replace(say(examples))}>
            {text.example}
          </button>
          <button type="button" className="second" disabled={entry.text === ''} onClick={() => replace('')}>
            {text.clear}
          </button>
        </div>
      </div>
    </form>
  );
}
