import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { dayOfInstant } from '../../../web/figures.ts';
import { Failed, Loading } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { comparisonEndpoints, type Standing } from '../contract.ts';
import { duties } from '../rules.ts';
import { correctionTags, resultTags } from './states.ts';
import { texts } from './text.ts';

/** On the page of an institute: the mandatory rounds that have nothing of it, and the corrective action that it owes. */
export function InstituteStanding({ id }: { id: string }): ReactElement | null {
  const text = useTexts(texts);
  const { organization } = useCaller();
  // Another institute's standing is not for an institute to see.
  const isBeyond = ['institute', 'authorised-company'].includes(organization.kind) && organization.id !== id;
  const query = useEndpoint(comparisonEndpoints.readComparisonStanding, { params: { id: id as never } }, { enabled: !isBeyond });
  if (isBeyond || query.error?.status === 404) return null;
  return (
    <section className="sheet">
      <h2>{text.standing}</h2>
      {query.error !== null && query.data === undefined ? <Failed problem={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data === undefined && query.error === null ? <Loading rows={2} /> : null}
      {query.data === undefined ? null : <Stands {...query.data} id={id} />}
    </section>
  );
}

function Stands({
  id,
  rounds,
  missing,
  openCorrections,
}: {
  id: string;
  rounds: number;
  missing: readonly Standing[];
  openCorrections: readonly Standing[];
}): ReactElement {
  const text = useTexts(texts);
  if (rounds === 0) return <p className="soft">{text.standingNone}</p>;
  return (
    <>
      {missing.length === 0 ? (
        <p>{fill(text.standingWhole, { n: rounds })}</p>
      ) : (
        <>
          <p className="tone-bad" role="status">
            {fill(text.standingMissing, { n: missing.length, rounds })}
          </p>
          <Rounds items={missing} />
        </>
      )}
      {openCorrections.length === 0 ? null : (
        <>
          <h3>{text.standingOpen}</h3>
          <Rounds items={openCorrections} />
        </>
      )}
      <p>
        <a href={`/desk/comparisons/standings?institute=${id}`}>{text.standingAll}</a>
      </p>
    </>
  );
}

function Rounds({ items }: { items: readonly Standing[] }): ReactElement {
  const say = useSay();
  return (
    <ul>
      {items.map(({ comparison, duty, result, correction, openedAt }) => (
        <li key={comparison.id}>
          <a href={`/desk/comparisons/${comparison.id}`}>{comparison.title}</a>{' '}
          <span className="soft">
            {say(duties[duty])} · {dayOfInstant(openedAt)}
          </span>{' '}
          {result === null ? null : <StatusTag states={resultTags} state={result} />}{' '}
          {correction === null ? null : <StatusTag states={correctionTags} state={correction} />}
        </li>
      ))}
    </ul>
  );
}
