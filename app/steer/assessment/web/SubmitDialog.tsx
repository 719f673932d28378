import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { useTexts } from '../../../web/language.ts';
import { indicatorEndpoints } from '../../indicator/contract.ts';
import { assessmentEndpoints } from '../contract.ts';
import type { EvaluationPage } from '../contract/evaluation.ts';
import { texts } from './text.ts';

const computed = 'computed';

/** Submits an evaluation: the figures are frozen from a snapshot, or computed as of its day. */
export function SubmitDialog({ evaluation, onClose }: { evaluation: EvaluationPage; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const [from, setFrom] = useState(computed);
  const snapshots = useEndpoint(indicatorEndpoints.listSnapshots, { query: { limit: 50 } });
  const { run, pending, problem } = useAction(assessmentEndpoints.submitEvaluation, { onDone: onClose });
  const options = [
    { value: computed, label: text.liveFigures },
    ...(snapshots.data?.items ?? []).map((each) => ({ value: each.id as string, label: `${each.title} ${each.asOf}` })),
  ];
  return (
    <Dialog
      title={text.submit}
      onClose={onClose}
      foot={
        <Button
          type="primary"
          loading={pending}
          onClick={() => void run({ params: { id: evaluation.id }, body: { snapshotId: from === computed ? null : (from as never) } })}
        >
          {text.submit}
        </Button>
      }
    >
      <p>{text.submitLead}</p>
      <div className="field">
        <label htmlFor="figures-from">{text.value}</label>
        <Select id="figures-from" options={options} value={from} onChange={setFrom} />
      </div>
      <ProblemNote problem={problem} />
    </Dialog>
  );
}
