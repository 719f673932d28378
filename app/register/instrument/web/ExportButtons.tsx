import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { useTexts } from '../../../web/language.ts';
import { instrumentEndpoints } from '../contract.ts';
import { exportFormats, type ExportFormat } from '../rules.ts';
import { texts } from './text.ts';

const names: Readonly<Record<ExportFormat, string>> = { xlsx: 'Excel', csv: 'CSV UTF-8', 'csv-gbk': 'CSV GBK' };

/** Everything that the conditions of the list find, as a file of the chosen form. */
export function ExportButtons({ conditions }: { conditions: Readonly<Record<string, unknown>> }): ReactElement {
  const text = useTexts(texts);
  const [busy, setBusy] = useState<ExportFormat>();
  const [problem, setProblem] = useState<ProblemAnswer>();
  const save = async (format: ExportFormat): Promise<void> => {
    setBusy(format);
    setProblem(undefined);
    try {
      await download(instrumentEndpoints.exportInstruments, { query: { ...conditions, format } });
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      setProblem(error);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <span className="export-buttons" title={text.exportHint}>
      {text.exporting}
      {exportFormats.map((format) => (
        <Button key={format} size="small" loading={busy === format} disabled={busy !== undefined} onClick={() => void save(format)}>
          {names[format]}
        </Button>
      ))}
      <span role="status" className="soft">
        {busy === undefined ? '' : text.exportBusy}
      </span>
      <ProblemNote problem={problem} />
    </span>
  );
}
