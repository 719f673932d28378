import type { ReactElement } from 'react';
import type { Indicator } from '../../../steer/indicator/contract/shapes.ts';
import { indicatorStateNames } from '../../../steer/indicator/rules/states.ts';
import { indicatorTones } from '../../../steer/indicator/web/states.ts';
import { useSearchState } from '../../../web/address.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { texts } from './text.ts';

/** How many indicators stand in each state; a click keeps those alone. */
export function StateCounts({ items, chosen }: { items: readonly Indicator[]; chosen: string | undefined }): ReactElement {
  const text = useTexts(texts);
  const [, setSearch] = useSearchState();
  const counted = indicatorStateNames
    .map((state) => ({ state, n: items.filter((each) => each.state === state).length }))
    .filter(({ n }) => n > 0);
  return (
    <div className="state-counts" role="group" aria-label={text.states}>
      {counted.map(({ state, n }) => (
        <button
          type="button"
          key={state}
          aria-pressed={chosen === state}
          onClick={() => setSearch({ state: chosen === state ? undefined : state })}
        >
          <b>{n}</b> <StatusTag states={indicatorTones} state={state} />
        </button>
      ))}
    </div>
  );
}
