import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useGo, useSearchState } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { FilePicker, type PickedFile } from '../../file/web/FilePicker.tsx';
import { entryEndpoints } from '../contract.ts';
import { isEntryKind, kindNames, kindOf, type EntryKind } from '../rules/kinds.ts';
import { texts } from './text.ts';
import './entry.css';

/** Imports a signed list: the kind, its template, the filled workbook, the signed document. */
export function StockImport(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const go = useGo();
  const [search] = useSearchState();
  const chosen = typeof search['kind'] === 'string' && isEntryKind(search['kind']) ? search['kind'] : undefined;
  return (
    <>
      <PageHead title={text.importList} lead={text.templateHint} actions={<Button href="/desk/entry-stocks">{text.back}</Button>} />
      <nav className="kind-links" aria-label={text.kinds}>
        {kindNames.map((kind) => (
          <a key={kind} href={`/desk/entry-stocks/import?kind=${kind}`} {...(kind === chosen ? { 'aria-current': 'page' as const } : {})}>
            {say(kindOf(kind).words)}
          </a>
        ))}
      </nav>
      {chosen === undefined ? null : <Form key={chosen} kind={chosen} onDone={(id) => go(`/desk/entry-stocks/${id}`)} />}
    </>
  );
}

function Form({ kind, onDone }: { kind: EntryKind; onDone: (id: string) => void }): ReactElement {
  const text = useTexts(texts);
  const [problem, setProblem] = useState<ProblemAnswer>();
  const save = (): void =>
    void download(entryEndpoints.downloadStockTemplate, { query: { kind } }).catch((error: unknown) => {
      if (!(error instanceof ProblemAnswer)) throw error;
      setProblem(error);
    });
  return (
    <div className="sheet">
      <p className="spaced">
        <Button onClick={save}>{text.template}</Button>
      </p>
      <ProblemNote problem={problem} />
      <RecordForm
        endpoint={entryEndpoints.importStock}
        fixed={{ kind }}
        onDone={(stock) => onDone(stock.id)}
        fields={[
          { name: 'title', label: ['名单名称', 'Title of the list'] },
          { name: 'documentNumber', label: ['名单文号', 'Document number of the list'] },
          { name: 'issuer', label: ['签章单位', 'Signed by'] },
          {
            name: 'asOf',
            label: ['名单截至日期', 'As of'],
            kind: 'day',
            hint: ['未填开始日期的行自此日起计入', 'Rows without a day count from this day'],
          },
          {
            name: 'workbook',
            label: ['填好的工作簿', 'The filled workbook'],
            control: ({ id, value, onChange }) => <Files id={id} value={value} most={1} onChange={(files) => onChange(files[0])} />,
          },
          {
            name: 'files',
            label: ['签章名单及证明文件', 'The signed list and its documents'],
            control: ({ id, value, onChange }) => <Files id={id} value={value} most={20} onChange={onChange} />,
          },
        ]}
      />
    </div>
  );
}

/** The form keeps ids, as its contract wants them; the picker shows names. */
function Files({ id, most, onChange }: { id: string; value: unknown; most: number; onChange: (ids: string[]) => void }): ReactElement {
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  return (
    <FilePicker
      id={id}
      value={files}
      most={most}
      onChange={(picked) => {
        setFiles(picked);
        onChange(picked.map((file) => file.id));
      }}
    />
  );
}
