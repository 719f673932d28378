import { Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { useGo } from '../../../web/address.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { assessmentEndpoints } from '../contract.ts';
import { briefingLevels } from '../rules/states.ts';
import { useRegionOptions } from './regions.ts';
import { texts } from './text.ts';

/** Records a briefing with its minutes and the issues raised. */
export function BriefingForm(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const { organization } = useCaller();
  const regions = useRegionOptions();
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const [typed, setTyped] = useState('');
  const issues = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <>
      <PageHead title={text.recordBriefing} lead={text.briefingsLead} />
      <div className="sheet">
        <RecordForm
          endpoint={assessmentEndpoints.recordBriefing}
          initial={{ region: organization.region, level: organization.region.endsWith('00') ? 'city' : 'county' }}
          fixed={{ issues }}
          done={['已登记', 'Recorded']}
          onDone={(briefing) => go(`/desk/briefings/${briefing.id}`)}
          fields={[
            { name: 'topic', label: ['议题', 'Topic'] },
            { name: 'heldOn', label: ['日期', 'Day'], kind: 'day' },
            {
              name: 'level',
              label: ['层级', 'Level'],
              kind: 'choice',
              options: Object.entries(briefingLevels).map(([value, label]) => ({ value, label })),
            },
            { name: 'region', label: ['地区', 'Region'], kind: 'choice', options: regions },
            { name: 'addressee', label: ['听取单位', 'Heard by'], hint: ['如 市政府常务会议', 'The meeting or office that heard it'] },
            { name: 'summary', label: ['汇报内容', 'Summary'], kind: 'long' },
            {
              name: 'files',
              label: ['会议纪要', 'Minutes'],
              control: ({ id, onChange }) => (
                <FilePicker
                  id={id}
                  value={files}
                  onChange={(picked) => {
                    setFiles(picked);
                    onChange(picked.map((file) => file.id));
                  }}
                />
              ),
            },
          ]}
        >
          <div className="field">
            <label htmlFor="briefing-issues">{text.issues}</label>
            <Input.TextArea id="briefing-issues" rows={4} value={typed} onChange={(event) => setTyped(event.target.value)} />
            <p className="hint">{text.issueHint}</p>
          </div>
        </RecordForm>
      </div>
    </>
  );
}
