import type { ReactElement } from 'react';
import type { Text } from '../../../kernel/text.ts';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { texts } from './text.ts';

type Application = { readonly instrument: string; readonly title: Text; readonly from: string; readonly to: string | null };

/** For which instruments an edition holds, first and last day included. */
export function Applications({ applies }: { applies: readonly Application[] }): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  return (
    <ul className="applications">
      {applies.map((one) => (
        <li key={one.instrument}>{fill(text.appliesFor, { instrument: say(one.title), from: one.from, to: one.to ?? text.openEnd })}</li>
      ))}
    </ul>
  );
}
