import type { ReactElement } from 'react';
import { placesDone } from '../../request/rules.ts';
import { useGo } from '../../../web/address.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { verificationEndpoints } from '../contract.ts';
import { texts } from './calibration-text.ts';

type Props = { readonly session: string | null; readonly onClose: () => void };

/** A technician begins what a client ordered. */
export function CalibrationDialog({ session, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  return (
    <Dialog title={text.begin} onClose={onClose}>
      <p className="soft">{text.lead}</p>
      <RecordForm
        endpoint={verificationEndpoints.beginCalibration}
        fixed={{ session }}
        initial={{ calibratedAt: 'institute' }}
        fields={[
          { name: 'code', label: ['器具编码', 'Code of the instrument'], hint: ['器具标签上的编码', 'as on its label'] },
          { name: 'commission', label: ['委托单号', 'Number of the order'] },
          {
            name: 'calibratedAt',
            label: ['校准地点', 'Where it is calibrated'],
            kind: 'choice',
            options: [
              { value: 'institute', label: ['本机构实验室', 'At the institute'] },
              { value: 'on-site', label: ['客户现场', 'At the client’s'] },
            ] satisfies { value: keyof typeof placesDone; label: readonly [string, string] }[],
          },
          {
            name: 'intervalMonths',
            label: ['建议复校间隔（月）', 'Recommended interval in months'],
            kind: 'integer',
            hint: ['仅在客户要求时填写', 'Only where the client asked for one'],
          },
        ]}
        submit={['开始', 'Begin']}
        onDone={({ id }) => go(`/desk/verifications/${id}`)}
      />
    </Dialog>
  );
}
