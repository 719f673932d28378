import { useEffect, useState, type ReactElement } from 'react';
import { rememberedCaller } from '../../../measure/on-site/web/remembered.ts';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { onLeaving } from '../../../web/leaving.ts';
import { useCaller } from '../../../web/session.ts';
import { texts } from '../text.ts';

type Asked = { readonly count: number; readonly answer: (leaves: boolean) => void };

/** Before a technician signs out: what is not delivered is named and stays for the same person, all else leaves the device. */
export function LeavingGuard(): ReactElement | null {
  const text = useTexts(texts);
  const { person } = useCaller();
  const [asked, setAsked] = useState<Asked>();
  useEffect(
    () =>
      onLeaving(async () => {
        if ((await rememberedCaller())?.person.id !== person.id) return true;
        const device = await import('../../../measure/on-site/web/device/leave.ts');
        const count = await device.countUndelivered(person.id);
        const leaves = count === 0 || (await new Promise<boolean>((answer) => setAsked({ count, answer })));
        setAsked(undefined);
        if (leaves) await device.leaveDevice(person.id);
        return leaves;
      }),
    [person.id],
  );
  if (asked === undefined) return null;
  return (
    <ReasonDialog
      title={text.leaveTitle}
      atLeast={0}
      pending={false}
      problem={undefined}
      onConfirm={() => asked.answer(true)}
      onCancel={() => asked.answer(false)}
    >
      <p>{fill(text.leaveLead, { n: asked.count })}</p>
    </ReasonDialog>
  );
}
