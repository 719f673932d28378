import { useState, type ChangeEvent, type ClipboardEvent, type DragEvent, type ReactElement } from 'react';
import { fill, useTexts } from '../../../web/language.ts';
import { texts } from './net-content-text.ts';
import { ToolField } from './ToolField.tsx';
import { decodeText, readColumn } from './value-list.ts';

type Props = {
  readonly label: string;
  readonly values: string;
  readonly count: number;
  readonly n: number | null;
  readonly fault: string | undefined;
  readonly onChange: (values: string) => void;
};

const largestFile = 1_000_000;

/** Many values: typed, pasted as a column, dropped or chosen as a file. Files are read here and go nowhere. */
export function ValuesField({ label, values, count, n, fault, onChange }: Props): ReactElement {
  const text = useTexts(texts);
  const [note, setNote] = useState('');
  const [isOver, setOver] = useState(false);

  const take = (table: string): void => {
    const column = readColumn(table);
    if (column === undefined) {
      setNote(text.noColumn);
      return;
    }
    onChange(column.values.join('\n'));
    setNote(fill(text.columnRead, { column: column.column, count: column.values.length }));
  };
  const takeFile = async (file: File): Promise<void> => {
    if (/\.(xlsx?|ods|numbers)$/i.test(file.name)) setNote(text.noWorkbook);
    else if (file.size > largestFile) setNote(text.tooLarge);
    else take(decodeText(await file.arrayBuffer()));
  };
  const drop = (event: DragEvent<HTMLTextAreaElement>): void => {
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    void takeFile(file);
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    // Several columns: the one with the values is looked for; a single column is pasted where the cursor stands.
    if (!pasted.includes('\t') || !/[\r\n]/.test(pasted.trim())) return;
    event.preventDefault();
    take(pasted);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file !== undefined) void takeFile(file);
  };
  const filled = n === null ? fill(text.filledOnly, { count }) : fill(text.filled, { count, n });
  return (
    <>
      <ToolField id="net-values" label={label} hint={text.contentsHint} fault={fault}>
        {(control) => (
          <textarea
            {...control}
            className={isOver ? 'over' : ''}
            rows={8}
            value={values}
            spellCheck={false}
            autoComplete="off"
            inputMode="text"
            onChange={(event) => {
              setNote('');
              onChange(event.target.value);
            }}
            onPaste={paste}
            onDrop={drop}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
          />
        )}
      </ToolField>
      <div className="tool-values-foot">
        <output htmlFor="net-values" className={n !== null && count === n ? 'complete' : ''}>
          {filled}
        </output>
        <label className="tool-file">
          <span>{text.file}</span>
          <input type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" onChange={choose} />
        </label>
      </div>
      <p className="tool-hint" role="status">
        {note}
      </p>
    </>
  );
}
