import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { requestEndpoints, type RequestItem } from '../contract.ts';
import { stopCauses } from '../rules/period.ts';
import { mayFollow } from '../rules/step.ts';
import { texts } from './text.ts';

type Props = {
  readonly id: string;
  readonly allowed: readonly string[];
  /** Needs a reason: the request is accepted. */
  readonly isAccepted: boolean;
  readonly chosen: readonly RequestItem[];
  readonly clear: () => void;
};
type Action = 'withdraw' | 'stop' | 'resume';

/** What may be done with the chosen instruments of a request; each button only for those that it can concern. */
export function ItemActions({ id, allowed, isAccepted, chosen, clear }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { message } = App.useApp();
  const [open, setOpen] = useState<Action>();
  const close = (): void => setOpen(undefined);
  const done = (words: string): void => {
    close();
    clear();
    void message.success(words, 4);
  };
  const params = { id: id as never };
  const withdrawing = useAction(requestEndpoints.withdrawRequest, { onDone: () => done(text.withdrawn) });
  const resuming = useAction(requestEndpoints.resumePeriod, { onDone: () => done(text.resumed) });
  const concerned: Readonly<Record<Action, readonly RequestItem[]>> = {
    withdraw: chosen.filter(({ step }) => mayFollow(step, 'withdrawn')),
    stop: chosen.filter(({ clock }) => clock.state === 'running'),
    resume: chosen.filter(({ clock }) => clock.state === 'stopped'),
  };
  const idsOf = (action: Action) => concerned[action].map((item) => item.id);
  const label = (words: string, action: Action): string => `${words} ${concerned[action].length}`;
  return (
    <>
      {(['stop', 'resume', 'withdraw'] as const)
        .filter((action) => allowed.includes(action) && concerned[action].length > 0)
        .map((action) => (
          <Button key={action} danger={action === 'withdraw'} onClick={() => setOpen(action)}>
            {label(action === 'stop' ? text.stop : action === 'resume' ? text.resume : text.withdraw, action)}
          </Button>
        ))}
      {open === 'stop' ? (
        <Dialog title={label(text.stop, 'stop')} onClose={close}>
          <RecordForm
            endpoint={requestEndpoints.stopPeriod}
            params={{ id }}
            fixed={{ items: idsOf('stop') }}
            fields={[
              {
                name: 'cause',
                label: ['原因', 'Cause'],
                kind: 'choice',
                options: Object.entries(stopCauses).map(([value, words]) => ({ value, label: words })),
              },
              { name: 'note', label: ['说明', 'What exactly'], kind: 'long', hint: ['使用单位能看到', 'The holder sees it'] },
            ]}
            onDone={() => done(say(['计时已中止', 'The clock stands still']))}
          />
        </Dialog>
      ) : null}
      {open === 'resume' ? (
        <ReasonDialog
          title={label(text.resume, 'resume')}
          atLeast={0}
          pending={resuming.pending}
          problem={resuming.problem}
          onConfirm={() => void resuming.run({ params, body: { items: idsOf('resume') } })}
          onCancel={close}
        >
          <p>{text.resumeLead}</p>
        </ReasonDialog>
      ) : null}
      {open === 'withdraw' ? (
        <ReasonDialog
          title={label(text.withdraw, 'withdraw')}
          atLeast={isAccepted ? 2 : 0}
          danger
          pending={withdrawing.pending}
          problem={withdrawing.problem}
          onConfirm={(reason) =>
            void withdrawing.run({ params, body: { items: idsOf('withdraw'), reason: reason === '' ? null : reason } })
          }
          onCancel={close}
        >
          <p>{fill(text.withdrawLead, { n: concerned.withdraw.length })}</p>
        </ReasonDialog>
      ) : null}
    </>
  );
}
