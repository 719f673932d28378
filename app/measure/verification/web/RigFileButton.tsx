import { Button } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { printBytes } from '../../../web/figures.ts';
import { parseCsv, type CsvTable } from '../rules/csv.ts';
import type { RigColumn } from '../rules/rig-sheet.ts';
import { decodeFile, type Decoded } from './decode-file.ts';
import { RigFileDialog } from './RigFileDialog.tsx';
import type { RigStore } from './rig-store.ts';
import { texts } from './text.ts';

/** Two hundred instruments with some hundred values each stay far below this. */
const mostBytes = 5 * 1024 * 1024;

type Props = { readonly edition: string; readonly store: RigStore; readonly columns: readonly RigColumn[]; readonly unit: string };
type Read = { readonly name: string; readonly encoding: Decoded['encoding']; readonly table: CsvTable };

/** The file of a rig: chosen, read in this browser and shown before anything of it is taken. */
export function RigFileButton({ edition, store, columns, unit }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<Read>();
  const [trouble, setTrouble] = useState<string>();
  const open = async (file: File): Promise<void> => {
    setTrouble(undefined);
    if (file.size > mostBytes)
      return setTrouble(fill(text.fileTooLarge, { name: file.name, size: printBytes(file.size), most: printBytes(mostBytes) }));
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return setTrouble(fill(text.fileWorkbook, { name: file.name }));
    const { text: content, encoding } = decodeFile(bytes);
    const table = parseCsv(content);
    if (table === undefined) setTrouble(fill(text.fileNoTable, { name: file.name }));
    else setRead({ name: file.name, encoding, table });
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        className="unseen"
        tabIndex={-1}
        aria-label={text.rigFile}
        onChange={(event) => {
          const [file] = Array.from(event.target.files ?? []);
          event.target.value = '';
          if (file !== undefined) void open(file);
        }}
      />
      <Button onClick={() => input.current?.click()}>{text.rigFile}</Button>
      {trouble === undefined ? null : (
        <span className="file-trouble" role="alert">
          {trouble}
        </span>
      )}
      {read === undefined ? null : (
        <RigFileDialog
          {...read}
          edition={edition}
          store={store}
          columns={columns}
          unit={unit}
          say={say}
          onClose={() => setRead(undefined)}
        />
      )}
    </>
  );
}
