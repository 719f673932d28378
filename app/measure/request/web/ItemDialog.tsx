import type { ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { Timeline, type Happening } from '../../../web/kit/Timeline.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import type { RequestItem } from '../contract.ts';
import { stopCauses } from '../rules/period.ts';
import { stepNouns } from '../rules/step.ts';
import type { PlaceDone } from '../rules.ts';
import { StepLine } from './StepLine.tsx';
import { texts } from './text.ts';

type Props = { readonly item: RequestItem; readonly whereDone: PlaceDone; readonly onClose: () => void };

/** What happened with one instrument of a request, when and by whom, and when the clock stood still. */
export function ItemDialog({ item, whereDone, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const by = (...names: readonly (string | null)[]): string | undefined => names.filter((name) => name !== null).join(' ') || undefined;
  const steps = item.steps.map(({ step, at, note, person, organization }): Happening => ({
    at,
    title: say(stepNouns[step]),
    by: by(organization, person),
    note: note ?? undefined,
  }));
  const stops = item.stops.flatMap(({ cause, note, from, to, stoppedBy, resumedBy }): Happening[] => [
    { at: from, title: `${text.stopped}：${say(stopCauses[cause])}`, by: by(stoppedBy), note },
    ...(to === null ? [] : [{ at: to, title: text.resumed, by: by(resumedBy) }]),
  ]);
  // By day; a stop has no hour and stands behind what was recorded that day.
  const happenings = [...steps, ...stops].sort((one, other) =>
    one.at.slice(0, 10) < other.at.slice(0, 10) ? 1 : one.at < other.at ? 1 : -1,
  );
  return (
    <Dialog title={`${item.instrument.name} ${item.instrument.serial}`} onClose={onClose}>
      <StepLine item={item} whereDone={whereDone} />
      <Timeline label={text.history} happenings={happenings} />
    </Dialog>
  );
}
