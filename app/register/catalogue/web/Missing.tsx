import { findEdition, unknownLimits } from '@tongheng/procedures/registry';
import type { ReactElement } from 'react';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { texts } from './text.ts';
import type { Use } from './UseAtMyInstitute.tsx';

/** Why nothing is issued by this edition at the caller's institute yet, with each limit that has no value. */
export function Missing({ edition: id, use, numberCount }: { edition: string; use: Use; numberCount: number }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  if (use.state === 'adopted') return null;
  const edition = findEdition(id);
  const open = edition === undefined || use.state === 'proposed' ? [] : unknownLimits(edition);
  const reason = { none: text.missingAdoption, proposed: text.missingSecond, changed: text.missingChanged }[use.state];
  return (
    <div className="missing" role="note">
      <p>
        <b>{text.notIssuing}</b> {fill(reason, { n: numberCount })}
      </p>
      {open.length === 0 ? null : (
        <>
          <p>{fill(text.missingLimits, { n: open.length })}</p>
          <ul>
            {open.map(({ path, label, unit }) => (
              <li key={path}>
                {say(label)}
                {unit === null ? null : ` (${unit})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
