import type { Check } from '@tongheng/procedures/calculation';
import type { Field, Group } from '@tongheng/procedures/form';
import { memo, type ReactElement } from 'react';
import { printNumber } from '../../../web/figures.ts';
import { useSay } from '../../../web/language.ts';
import { boundOf, decisive } from '../rules/margin.ts';
import { CellInput, type CellActions } from './CellInput.tsx';
import { Verdict } from './Verdict.tsx';

type Props = {
  readonly group: Group;
  readonly fields: readonly Field[];
  readonly row: number | null;
  readonly paths: readonly string[];
  readonly texts: readonly string[];
  readonly given: readonly boolean[];
  readonly issues: readonly (string | undefined)[];
  readonly odd: readonly boolean[];
  readonly values: readonly string[];
  readonly checks: readonly Check[];
  readonly messageId: string;
  readonly hasPad: boolean;
  /** undefined: the row is read and not written. */
  readonly actions: CellActions | undefined;
};

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

const sameChecks = (a: readonly Check[], b: readonly Check[]): boolean =>
  a.length === b.length &&
  a.every((one, index) => {
    const other = b[index];
    return one.id === other?.id && one.value === other.value && one.limit === other.limit && one.verdict === other.verdict;
  });

const isSame = (a: Props, b: Props): boolean =>
  a.group === b.group &&
  a.row === b.row &&
  a.hasPad === b.hasPad &&
  a.actions === b.actions &&
  sameList(a.texts, b.texts) &&
  sameList(a.given, b.given) &&
  sameList(a.issues, b.issues) &&
  sameList(a.odd, b.odd) &&
  sameList(a.values, b.values) &&
  sameChecks(a.checks, b.checks);

/** One row of a block: what is read, what follows from it and the verdict. Its room is there before anything is typed. */
export const SheetRow = memo(function SheetRow(props: Props): ReactElement {
  const { group, fields, row, paths, texts, given, issues, odd, values, checks, messageId, hasPad, actions } = props;
  const say = useSay();
  const check = decisive(checks);
  return (
    <tr className={check?.verdict === 'fail' ? 'failing' : ''}>
      {row === null ? null : <th scope="row">{row + 1}</th>}
      {fields.map((field, column) => {
        const text = texts[column] ?? '';
        const issue = issues[column];
        const choice = field.choices?.find(({ value }) => value === text);
        const mark = issue !== undefined ? ' wrong' : odd[column] === true ? ' odd' : '';
        return (
          <td key={field.id} className={`entry ${field.kind}${mark}`}>
            {actions === undefined ? (
              <span className="typed">{choice === undefined ? text : say(choice.label)}</span>
            ) : (
              <CellInput
                path={paths[column] ?? ''}
                block={group.id}
                row={row ?? 0}
                column={column}
                text={text}
                label={`${say(group.title)}${row === null ? '' : ` ${row + 1}`} ${say(field.label)}`}
                field={field}
                isGiven={given[column] ?? false}
                issue={issue}
                describedBy={messageId}
                hasPad={hasPad}
                actions={actions}
              />
            )}
          </td>
        );
      })}
      {values.map((value, column) => (
        <td key={group.computed[column]?.symbol} className="number computed">
          {printNumber(value)}
        </td>
      ))}
      <td className="number computed limit">{check === undefined ? '' : boundOf(check)}</td>
      <td className="verdict">{check === undefined ? null : <Verdict check={check} />}</td>
    </tr>
  );
}, isSame);
