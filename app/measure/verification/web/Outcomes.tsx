import type { ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import type { Refused } from '../contract/shapes.ts';
import { texts } from './text.ts';

export type Outcome = { readonly name: string; readonly problem: Refused | null };

/** What became of many records at once: how many went, and each that did not with its reason. */
export function Outcomes({ of, onClose }: { of: readonly Outcome[]; onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const refused = of.filter((one): one is Outcome & { problem: Refused } => one.problem !== null);
  return (
    <Dialog title={fill(text.outcomes, { done: of.length - refused.length, refused: refused.length })} onClose={onClose}>
      <ul className="outcomes">
        {refused.map(({ name, problem }) => (
          <li key={name}>
            <b>{name}</b> {problem.title}
            {problem.issues.length === 0 ? null : (
              <ul>
                {problem.issues.slice(0, 5).map(({ path, message }) => (
                  <li key={`${path.join('.')} ${message}`}>{message}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
