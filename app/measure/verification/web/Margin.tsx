import { useMemo, type ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import { boundOf } from '../rules/margin.ts';
import { cellAt } from '../rules/sheet.ts';
import { checksAt, type SheetState } from './sheet-state.ts';
import { texts } from './text.ts';
import { Verdict } from './Verdict.tsx';

type Props = {
  readonly sheet: SheetState;
  /** The clause that the institute wrote beside each number of the edition when it adopted it. */
  readonly clauses?: Readonly<Record<string, string>> | undefined;
  readonly isAdopted?: boolean | undefined;
};

/** The right margin of the sheet: the clause and the limit of the row being typed, and how its verdict follows. It keeps its room. */
export function Margin({ sheet, clauses = {}, isAdopted = true }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { procedure, input, place, groups } = sheet;
  const cell = place === undefined ? undefined : cellAt(place);
  const group = groups.find(({ id }) => id === cell?.group);
  const checks = checksAt(sheet, place);
  const hasChecks = checks.length > 0;
  const how = useMemo(() => (hasChecks ? procedure.explain(input) : {}), [hasChecks, procedure, input]);
  const item = procedure.edition.items.findIndex(({ id }) => id === (checks[0]?.item ?? cell?.group));
  const clause =
    clauses[`items.${item}.required`] ??
    clauses[`items.${item}.clause`] ??
    checks[0]?.clause ??
    procedure.edition.items[item]?.clause.value;
  return (
    <aside className="margin no-print" aria-label={text.position}>
      <h3>{group === undefined ? text.position : say(group.title)}</h3>
      <p className="clause">
        {procedure.edition.number}
        {clause === undefined || clause === null ? '' : ` · ${text.clause} ${clause}`}{' '}
        {isAdopted && checks.every(({ verdict }) => verdict !== 'undetermined') ? null : (
          <span className="unconfirmed" title={text.unconfirmedNote}>
            {text.unconfirmed}
          </span>
        )}
      </p>
      {hasChecks ? (
        checks.map((check) => {
          const steps = how[check.id];
          return (
            <div key={check.id}>
              <p className="bound">
                {check.comparison === 'stated' ? null : (
                  <>
                    <i>{check.symbol}</i> {text.limit} {check.limit === null ? text.unconfirmed : `${boundOf(check)} ${check.unit}`}
                  </>
                )}
              </p>
              <Verdict check={check} />
              <p className="steps">{steps === undefined ? '' : say(steps)}</p>
            </div>
          );
        })
      ) : (
        <p className="soft">{text.notJudged}</p>
      )}
    </aside>
  );
}
