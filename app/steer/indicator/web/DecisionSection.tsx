import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { printInstant } from '../../../web/figures.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { indicatorEndpoints } from '../contract.ts';
import type { IndicatorPage } from '../contract/shapes.ts';
import { texts } from './text.ts';

/** The numbers of a catalogue, one to a line or parted by commas, become a list. */
function EntriesField({ id, value, onChange, describedBy, invalid }: ControlProps): ReactElement {
  const [typed, setTyped] = useState(Array.isArray(value) ? (value as string[]).join('\n') : '');
  return (
    <textarea
      id={id}
      rows={6}
      className="entries-field"
      value={typed}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(
          event.target.value
            .split(/[\s,，、;；]+/)
            .map((one) => one.trim())
            .filter((one) => one !== ''),
        );
      }}
    />
  );
}

/** The decisions on how the coverage of the catalogue is counted, and a new one. */
export function DecisionSection({ page }: { page: IndicatorPage }): ReactElement | null {
  const text = useTexts(texts);
  const [deciding, setDeciding] = useState(false);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  if (page.rule !== 'catalogueCoverage') return null;
  return (
    <section className="sheet">
      <div className="goal-head">
        <h2>{text.decisions}</h2>
        {page.mayDecide ? <Button onClick={() => setDeciding(true)}>{text.decide}</Button> : null}
      </div>
      {page.decisions.length === 0 ? <p className="soft">{text.noDecision}</p> : null}
      <ol className="decisions">
        {page.decisions.map((decision) => (
          <li key={decision.id}>
            <b>{decision.edition}</b> {fill(text.entries, { n: decision.entries.length })}，{decision.documentNumber}
            <p className="soft">
              {decision.reason} · {decision.person} · {printInstant(decision.recordedAt)}
            </p>
            <FilePicker value={decision.files} />
          </li>
        ))}
      </ol>
      {deciding ? (
        <Dialog title={text.decide} onClose={() => setDeciding(false)}>
          <RecordForm
            endpoint={indicatorEndpoints.decideCounting}
            params={{ id: page.id }}
            fixed={{ files: files.map((file) => file.id) }}
            done={['已记录', 'Recorded']}
            onDone={() => setDeciding(false)}
            fields={[
              { name: 'edition', label: ['目录版本', 'Edition of the catalogue'] },
              {
                name: 'entries',
                label: ['计入分母的目录序号', 'Numbers that make the denominator'],
                hint: ['从正式目录抄录，每行一个，如 7-1', 'Copied from the official catalogue, one to a line, such as 7-1'],
                control: (control) => <EntriesField {...control} />,
              },
              { name: 'documentNumber', label: ['文号', 'Document number'] },
              { name: 'reason', label: ['理由', 'Reason'], kind: 'long' },
            ]}
          >
            <div className="field">
              <span>{text.files}</span>
              <FilePicker value={files} onChange={setFiles} />
            </div>
          </RecordForm>
        </Dialog>
      ) : null}
    </section>
  );
}
