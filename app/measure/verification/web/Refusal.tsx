import type { ReactElement } from 'react';
import type { ProblemAnswer } from '../../../web/client.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';

/** A refused submission with everything the server found, such as both values where two computations differ. */
export function Refusal({ problem }: { problem: ProblemAnswer | undefined }): ReactElement | null {
  if (problem === undefined) return null;
  // The gates stand below with their reasons and the ways to mend them.
  const issues = problem.issues.filter(({ path }) => path[0] !== 'gates');
  return (
    <>
      <ProblemNote problem={problem} />
      {issues.length === 0 ? null : (
        <ul className="refusal-issues">
          {issues.slice(0, 20).map(({ path, message }) => (
            <li key={`${path.join('.')} ${message}`}>
              <code>{path.join('.')}</code> {message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
