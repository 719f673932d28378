import type { ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { taskEndpoints } from '../contract.ts';
import { useExecutors } from './organizations.ts';
import type { PlanTask } from './TaskBoard.tsx';
import { texts } from './text.ts';

/** Designates a lead by the number of a document, or ends a designation. */
export function LeadDialog({ task, onClose }: { task: PlanTask; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const options = useExecutors();
  return (
    <Dialog title={`${text.designate} · ${say(task.title)}`} onClose={onClose}>
      <p className="soft">{text.designateLead}</p>
      <RecordForm
        endpoint={taskEndpoints.designateLead}
        params={{ task: task.task }}
        done={['已登记', 'Recorded']}
        onDone={onClose}
        fields={[
          { name: 'organizationId', label: ['牵头单位', 'Lead'], kind: 'choice', options },
          { name: 'documentNumber', label: ['文号', 'Document number'], hint: ['如 通政办发〔2026〕12号', 'As 通政办发〔2026〕12号'] },
          { name: 'validFrom', label: ['自何日起', 'From'], kind: 'day' },
        ]}
      />
    </Dialog>
  );
}
