import { useState, type ReactElement } from 'react';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { indicatorEndpoints } from '../contract.ts';
import type { Targets } from './TargetPage.tsx';
import { texts } from './text.ts';

/** Records what one county is to have reached by the end of one year. */
export function TargetDialog({ id, targets, onClose }: { id: string; targets: Targets; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const item = targets.items.find((each) => each.id === id);
  const own = targets.regions.filter((region) => region.mayRecord);
  return (
    <Dialog title={item === undefined ? text.recordTarget : `${text.recordTarget} ${item.id} ${say(item.title)}`} onClose={onClose}>
      <RecordForm
        endpoint={indicatorEndpoints.recordTarget}
        params={{ id }}
        fixed={{ files: files.map((file) => file.id) }}
        initial={own.length === 1 ? { region: own[0]?.code } : {}}
        done={['已记录', 'Recorded']}
        onDone={onClose}
        fields={[
          {
            name: 'region',
            label: ['地区', 'Region'],
            kind: 'choice',
            options: own.map((region) => ({ value: region.code, label: region.name })),
          },
          { name: 'year', label: ['年度', 'Year'], kind: 'integer' },
          {
            name: 'amount',
            label: ['到年末累计', 'By the end of the year'],
            kind: 'integer',
            ...(item === undefined ? {} : { unit: item.unit }),
            hint: [
              '自计划期初累计，不是当年增量；留空即撤回此前登记',
              "Counted from the beginning, not the year's gain; empty takes an earlier one back",
            ],
          },
          { name: 'documentNumber', label: ['文号', 'Document number'], hint: ['如 通政办发〔2023〕12号', 'Such as 通政办发〔2023〕12号'] },
          { name: 'reason', label: ['理由', 'Reason'], kind: 'long' },
        ]}
      >
        <div className="field">
          <span>{text.files}</span>
          <FilePicker value={files} onChange={setFiles} />
        </div>
      </RecordForm>
    </Dialog>
  );
}
