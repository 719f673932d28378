import type { ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import type { Field } from '../../../web/kit/FormField.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { scheduleEndpoints } from '../../schedule/contract.ts';
import { roundEndpoints } from '../contract.ts';
import type { Slot } from '../contract/shapes.ts';
import type { Details } from './RoundPage.tsx';

export type Moving =
  | { readonly kind: 'slot'; readonly slot: Slot }
  | { readonly kind: 'stop'; readonly stop: string; readonly name: string };
type Props = { readonly details: Details; readonly moving: Moving; readonly onClose: () => void };

/** Puts a place, or a part of its instruments, on another day, team or bench. */
export function MoveDialog({ details, moving, onClose }: Props): ReactElement {
  const resources = useEndpoint(scheduleEndpoints.listResources, { query: { limit: 200 } });
  return (
    <Dialog title={moving.kind === 'slot' ? moving.slot.stopName : moving.name} onClose={onClose}>
      <Answer query={resources}>
        {({ items }) => (
          <Form
            details={details}
            moving={moving}
            onClose={onClose}
            benches={details.setting.benches.map(({ bench }) => ({
              value: bench as string,
              label: items.find(({ id }) => id === bench)?.name ?? bench,
            }))}
          />
        )}
      </Answer>
    </Dialog>
  );
}

function Form({ details, moving, onClose, benches }: Props & { benches: readonly { value: string; label: string }[] }): ReactElement {
  const isVisit = details.way === 'on-site';
  const where: Field = isVisit
    ? {
        name: 'team',
        label: ['组（序号）', 'Team (number)'],
        kind: 'integer',
        hint: ['按设定中的顺序，如 1', 'By the order of the setting, such as 1'],
      }
    : { name: 'bench', label: ['台位', 'Bench'], kind: 'choice', options: benches };
  const fields: readonly Field[] = [
    { name: 'day', label: ['日期', 'Day'], kind: 'day' },
    where,
    { name: 'position', label: ['当日顺序', 'Place in the order'], kind: 'integer', hint: ['不填为最后', 'Blank: last'] },
  ];
  const count: Field = { name: 'count', label: ['台数', 'How many'], kind: 'integer', hint: ['不填为全部', 'Blank: all'] };
  return moving.kind === 'slot' ? (
    <RecordForm
      endpoint={roundEndpoints.moveSlot}
      params={{ id: moving.slot.id }}
      fields={[...fields, count]}
      initial={{ day: moving.slot.day, team: moving.slot.team, bench: moving.slot.bench?.id }}
      onDone={onClose}
      done={['已改动，并已锁定', 'Moved and locked']}
    />
  ) : (
    <RecordForm
      endpoint={roundEndpoints.arrangeStop}
      params={{ id: details.id }}
      fixed={{ stop: moving.stop }}
      fields={fields}
      initial={isVisit ? { team: 1 } : { bench: benches[0]?.value }}
      onDone={onClose}
      done={['已安排，并已锁定', 'Put on the day and locked']}
    />
  );
}
