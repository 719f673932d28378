import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { useTexts } from '../../../web/language.ts';
import { verificationEndpoints } from '../contract.ts';
import type { SessionId } from '../contract/shapes.ts';
import { Outcomes, type Outcome } from './Outcomes.tsx';
import { texts } from './text.ts';
import type { WaitingItem } from './WorkColumns.tsx';

/** A technician takes one instrument up, into the session where there is one, and goes on to its record. */
export function TakeUp({ item, session }: { item: WaitingItem; session: SessionId | null }): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const { run, pending, problem } = useAction(verificationEndpoints.takeUpItem, { onDone: ({ id }) => go(`/desk/verifications/${id}`) });
  return (
    <>
      <Button type="primary" loading={pending} onClick={() => void run({ body: { item: item.id, session } })}>
        {text.takeUp}
      </Button>
      <ProblemNote problem={problem} />
    </>
  );
}

type ManyProps = { readonly chosen: readonly WaitingItem[]; readonly session: SessionId | null; readonly onDone: () => void };

/** Many instruments of a rig at once; what was refused is told with its reason. */
export function TakeUpMany({ chosen, session, onDone }: ManyProps): ReactElement {
  const text = useTexts(texts);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  const { run, pending, problem } = useAction(verificationEndpoints.takeUpItems, {
    onDone: ({ outcomes: all }) => {
      const told = all.map(({ item, problem: refusal }) => ({
        name: chosen.find(({ id }) => id === item)?.instrument.serial ?? item,
        problem: refusal,
      }));
      if (told.some((one) => one.problem !== null)) setOutcomes(told);
      else onDone();
    },
  });
  return (
    <>
      <Button type="primary" loading={pending} onClick={() => void run({ body: { items: chosen.map(({ id }) => id), session } })}>
        {text.takeUpMany}
      </Button>
      <ProblemNote problem={problem} />
      {outcomes === undefined ? null : (
        <Outcomes
          of={outcomes}
          onClose={() => {
            setOutcomes(undefined);
            onDone();
          }}
        />
      )}
    </>
  );
}
