import { App } from 'antd';
import type { ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { requestEndpoints } from '../contract.ts';
import { placesDone, verificationKinds } from '../rules.ts';
import { texts } from './text.ts';

type Props = { readonly instruments: readonly { readonly id: string }[]; readonly requests: number };

const fields = [
  {
    name: 'verificationKind',
    label: ['检定类别', 'Kind of verification'],
    kind: 'choice',
    options: Object.entries(verificationKinds).map(([value, label]) => ({ value, label })),
  },
  {
    name: 'whereDone',
    label: ['检定地点', 'Where'],
    kind: 'choice',
    options: Object.entries(placesDone).map(([value, label]) => ({ value, label })),
  },
] as const;
const note = { name: 'note', label: ['备注', 'Note'], kind: 'long' } as const;

/** The last step. One request may carry the number of its reservation in e-CQS; several are a batch. */
export function SubmissionForm({ instruments, requests }: Props): ReactElement {
  const go = useGo();
  const text = useTexts(texts);
  const { message } = App.useApp();
  const common = {
    fixed: { instruments: instruments.map(({ id }) => id) },
    initial: { verificationKind: 'subsequent', whereDone: 'institute' },
    done: ['已提交', 'Submitted'],
  } as const;
  return requests === 1 ? (
    <RecordForm
      {...common}
      endpoint={requestEndpoints.submitRequest}
      fields={[
        ...fields,
        {
          name: 'ecqsNumber',
          label: ['e-CQS 预约单号', 'e-CQS reservation number'],
          hint: ['已在全国系统预约的，填预约单号，不必重复申请', 'Where it was reserved in the national system'],
        },
        note,
      ]}
      submit={['提交申请', 'Submit the request']}
      onDone={({ id }) => go(`/desk/requests/${id}`)}
    />
  ) : (
    <RecordForm
      {...common}
      endpoint={requestEndpoints.submitRequests}
      fields={[...fields, note]}
      submit={['提交申请', 'Submit the requests']}
      onDone={({ batch, leftOut }) => {
        // Only what can be requested was sent: what is left out now was requested by somebody else a moment ago.
        if (leftOut.length > 0) void message.warning(fill(text.takenMeanwhile, { n: leftOut.length }), 8);
        go(`/desk/requests?batch=${batch}`);
      }}
    />
  );
}
