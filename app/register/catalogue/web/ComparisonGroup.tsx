import { Button, Input } from 'antd';
import { memo, useId, useState, type ReactElement } from 'react';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { valueRefusals } from '../rules.ts';
import { Known, NumberHead } from './NumberGroups.tsx';
import type { NumberGroup, NumberRow } from '../rules/number-groups.ts';
import { texts } from './text.ts';

export type Write = (part: 'clauses' | 'values', path: string, typed: string) => void;

type Props = {
  readonly group: NumberGroup;
  readonly clauses: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  /** Whether blanks are shown as faults, after a first attempt to propose. */
  readonly tried: boolean;
  readonly write: Write;
  readonly onFill: (paths: readonly string[], clause: string) => void;
  readonly idOf: (part: 'clauses' | 'values', path: string) => string;
};

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** One part of the edition: its numbers, and one clause for all of them that have none yet. */
export function ComparisonGroup({ group, clauses, values, tried, write, onFill, idOf }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const id = useId();
  const [clause, setClause] = useState('');
  const done = group.rows.filter(({ number }) => !isBlank(clauses[number.path])).length;
  const spread = (): void => {
    if (!isBlank(clause))
      onFill(
        group.rows.map(({ number }) => number.path),
        clause.trim(),
      );
  };
  return (
    <section className="number-section" aria-labelledby={`${id}-title`}>
      <div className="number-section-head">
        <h3 id={`${id}-title`}>{say(group.title)}</h3>
        <span className="soft">{fill(text.comparedOf, { done, all: group.rows.length })}</span>
        <span className="whole-clause">
          <Input
            size="small"
            value={clause}
            maxLength={60}
            placeholder={text.groupClause}
            aria-label={fill(text.groupClauseOf, { name: say(group.title) })}
            onChange={(event) => setClause(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              spread();
            }}
          />
          <Button size="small" disabled={isBlank(clause)} onClick={spread}>
            {text.groupFill}
          </Button>
        </span>
      </div>
      <Scroll label={say(group.title)}>
        <table className="grid cards edition-numbers">
          <caption className="unseen">{say(group.title)}</caption>
          <NumberHead last={text.clause} />
          <tbody>
            {group.rows.map((row) => (
              <Row
                key={row.number.path}
                row={row}
                clause={clauses[row.number.path] ?? ''}
                value={values[row.number.path] ?? ''}
                tried={tried}
                write={write}
                clauseId={idOf('clauses', row.number.path)}
                valueId={idOf('values', row.number.path)}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

type RowProps = {
  readonly row: NumberRow;
  readonly clause: string;
  readonly value: string;
  readonly tried: boolean;
  readonly write: Write;
  readonly clauseId: string;
  readonly valueId: string;
};

/** Only the row that is typed in is drawn again: an edition has up to some hundreds. */
const Row = memo(function Row({ row, clause, value, tried, write, clauseId, valueId }: RowProps): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { path, open } = row.number;
  const name = say(row.name);
  const wrongClause = tried && isBlank(clause);
  return (
    <tr className={open ? 'open-row' : undefined}>
      {open ? <Known row={row} value={<Value row={row} id={valueId} value={value} tried={tried} write={write} />} /> : <Known row={row} />}
      <td data-label={text.clause}>
        <Input
          id={clauseId}
          data-walk="clause"
          size="small"
          maxLength={60}
          value={clause}
          aria-label={fill(text.clauseOf, { name })}
          aria-invalid={wrongClause}
          {...(wrongClause ? { status: 'error' as const } : {})}
          onChange={(event) => write('clauses', path, event.target.value)}
        />
      </td>
    </tr>
  );
});

type ValueProps = Pick<RowProps, 'row' | 'value' | 'tried' | 'write'> & { readonly id: string };

function Value({ row: { number, name }, id, value, tried, write }: ValueProps): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [refusal] = tried || !isBlank(value) ? valueRefusals([number], [{ path: number.path, value }]) : [];
  return (
    <>
      <Input
        id={id}
        data-walk="value"
        size="small"
        inputMode="decimal"
        maxLength={40}
        value={value}
        placeholder={text.valuePlaceholder}
        aria-label={fill(text.valueOf, { name: say(name) })}
        aria-invalid={refusal !== undefined}
        aria-describedby={`${id}-note`}
        {...(number.unit === null ? {} : { suffix: <span className="soft">{number.unit}</span> })}
        {...(refusal === undefined ? {} : { status: 'error' as const })}
        onChange={(event) => write('values', number.path, event.target.value)}
      />
      <span id={`${id}-note`} className="issue">
        {refusal === undefined ? null : say(refusal.text)}
      </span>
    </>
  );
}
