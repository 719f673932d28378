import type { ReactElement } from 'react';
import { Empty, Loading } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import type { Site } from './device/site.ts';
import { texts } from './text.ts';
import { useSite } from './use-site.ts';

/** The pages of work on site stand on the device's database; until it is open, and where there is none, they say so. */
export function useOpenedSite(show: (site: Site) => ReactElement): ReactElement {
  const text = useTexts(texts);
  const state = useSite();
  if (state.kind === 'open') return show(state.site);
  if (state.kind === 'opening') return <Loading rows={4} />;
  return <Empty title={state.why === 'insecure' ? text.insecure : fill(text.broken, { why: state.why })} />;
}
