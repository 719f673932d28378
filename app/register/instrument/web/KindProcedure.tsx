import type { ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import { editionsOf } from '../../catalogue/rules/kinds.ts';
import { useToday } from '../../catalogue/web/today.ts';
import { kindOf, type InstrumentKind } from '../rules.ts';
import { texts } from './text.ts';

/** By which editions a kind is verified, and from when to when; in plain words where there is none. */
export function KindProcedure({ kind }: { kind: InstrumentKind }): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const day = useToday();
  const { hint } = kindOf(kind);
  const spans = editionsOf(kind).flatMap(({ id, number, title, applies }) =>
    applies
      .filter(({ instrument }) => instrument === kind)
      .map(({ from, to }) => ({ id, name: `${number} ${say(title)}`, from: from.value, to: to.value })),
  );
  const holds = spans.some(({ from, to }) => from <= day && (to === null || day <= to));
  return (
    <div className="kind-procedure">
      {holds ? null : <p className="soft">{text.noProcedure}</p>}
      <ul>
        {spans.map(({ id, name, from, to }) => (
          <li key={`${id} ${from}`}>
            <a href={`/desk/procedures/${id}`}>{name}</a>{' '}
            <span className="soft">
              {from} – {to ?? text.openEnd}
            </span>
          </li>
        ))}
      </ul>
      {hint === undefined ? null : <p className="soft">{say(hint)}</p>}
    </div>
  );
}
