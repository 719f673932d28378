import type { ReactElement } from 'react';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { capabilityEndpoints, type CellReport } from '../contract.ts';

/** Accept or reject a report; shown only to who may decide on it. */
export function DecisionBar({ report }: { report: CellReport }): ReactElement | null {
  if (!report.mayDecide) return null;
  const decide = (verdict: 'accepted' | 'rejected') => (reason: string) => ({ params: { id: report.id }, body: { verdict, reason } });
  return (
    <ActionBar
      allowed={['accept', 'reject']}
      actions={[
        recordAction({
          name: 'accept',
          label: ['采纳', 'Accept'],
          endpoint: capabilityEndpoints.decideCell,
          request: decide('accepted'),
          reason: 2,
          kind: 'primary',
          done: ['已采纳', 'Accepted'],
        }),
        recordAction({
          name: 'reject',
          label: ['退回', 'Reject'],
          endpoint: capabilityEndpoints.decideCell,
          request: decide('rejected'),
          reason: 2,
          kind: 'danger',
          done: ['已退回', 'Rejected'],
        }),
      ]}
    />
  );
}
