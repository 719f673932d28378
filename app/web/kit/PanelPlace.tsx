import { createContext, Suspense, useContext, type ReactElement } from 'react';
import type { DeskPanel } from '../route.ts';
import { useCaller } from '../session.ts';
import { Loading } from './PageStates.tsx';

/** What the portal has for the places of pages. */
export const PanelContext = createContext<readonly DeskPanel[]>([]);

/** Where later slices add to a page what only they know of its record, each for whoever holds its permit. */
export function PanelPlace({ place, id }: { place: DeskPanel['place']; id: string }): ReactElement {
  const panels = useContext(PanelContext);
  const { permits } = useCaller();
  return (
    <>
      {panels
        .filter((one) => one.place === place && permits.has(one.permit))
        .map(({ permit, panel: Panel }) => (
          <Suspense key={permit} fallback={<Loading rows={2} />}>
            <Panel id={id} />
          </Suspense>
        ))}
    </>
  );
}
