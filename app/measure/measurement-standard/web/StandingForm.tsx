import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Field } from '../../../web/kit/FormField.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { measurementStandardEndpoints as endpoints } from '../contract.ts';
import { measurementStandardStates } from '../rules.ts';
import { orderedStanding, standingOrders, type StandingOrder } from '../rules/dossier-action.ts';
import { filesField, optionsOf, reasonField, sinceField } from './fields.tsx';
import type { Dossier } from './MeasurementStandardPage.tsx';

type Props = { readonly dossier: Dossier; readonly onDone: () => void };

const withdrawalWords = [
  '撤销后该计量标准不再计入有效数，以其开展的检定随即停止，且不能恢复。确定提交吗？',
  'Once it is withdrawn it counts no more, what rests on it stops, and it cannot be taken back. Submit it?',
] as const;
const confirmWithdrawal = ({ order }: Readonly<Record<string, unknown>>) => (order === 'withdraw' ? withdrawalWords : undefined);

/** The orders that lead somewhere from where it stands now. */
const ordersFrom = (dossier: Dossier) => {
  const standing = dossier.states[0]?.state ?? 'building';
  return optionsOf(standingOrders).filter(({ value }) => orderedStanding(standing, value as StandingOrder) !== undefined);
};

/** Suspension, resumption and withdrawal as the keeper declares them; a withdrawal may name what carries on. */
export function DeclarationForm({ dossier, onDone }: Props): ReactElement {
  const query = useEndpoint(endpoints.listMeasurementStandards, { query: { institute: dossier.institute.id, limit: 200 } });
  const candidates = (query.data?.items ?? []).filter(({ id, state }) => id !== dossier.id && state !== 'withdrawn');
  const successor: Field = {
    name: 'successor',
    label: ['接续的计量标准', 'Continued by'],
    kind: 'choice',
    options: candidates.map(({ id, name, certificateNumber, state }) => ({
      value: id,
      label: [
        [name, certificateNumber ?? '', measurementStandardStates[state][0]].filter((part) => part !== '').join(' · '),
        [name, certificateNumber ?? '', measurementStandardStates[state][1]].filter((part) => part !== '').join(' · '),
      ] as const,
    })),
    hint:
      query.data !== undefined && candidates.length === 0
        ? [
            '本机构没有其他未撤销的计量标准；没有接续的留空',
            'The keeper has no other measurement standard; leave it blank where none carries on',
          ]
        : [
            '合并或更新换代时选择承接其项目的本机构计量标准；没有的留空',
            'Where it is merged or replaced: which of the keeper’s own carries on; leave it blank where none does',
          ],
    when: ({ order }) => order === 'withdraw',
  };
  return (
    <RecordForm
      endpoint={endpoints.declareStanding}
      params={{ id: dossier.id }}
      fields={[
        { name: 'order', label: ['申报', 'Declaration'], kind: 'choice', options: ordersFrom(dossier) },
        sinceField,
        successor,
        reasonField,
        filesField(),
      ]}
      initial={{ files: [] }}
      confirm={confirmWithdrawal}
      done={['已申报', 'Declared']}
      onDone={onDone}
    />
  );
}

/** The same as the authority orders it. */
export function OrderForm({ dossier, onDone }: Props): ReactElement {
  return (
    <RecordForm
      endpoint={endpoints.orderStanding}
      params={{ id: dossier.id }}
      fields={[
        { name: 'order', label: ['决定', 'Order'], kind: 'choice', options: ordersFrom(dossier) },
        sinceField,
        { name: 'documentNumber', label: ['文号', 'Document number'] },
        reasonField,
      ]}
      confirm={confirmWithdrawal}
      done={['已办理', 'Done']}
      onDone={onDone}
    />
  );
}
