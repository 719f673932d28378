import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useDeviceValue } from '../../../web/device.ts';
import { useSay, useTexts } from '../../../web/language.ts';
import { boundOf, decisive } from '../rules/margin.ts';
import { cellAt } from '../rules/sheet.ts';
import { onGridCopy, onGridKey, onGridMouse } from './grid-keys.ts';
import { GroupTable } from './GroupTable.tsx';
import { Margin } from './Margin.tsx';
import { hasFinger, NumberPad } from './NumberPad.tsx';
import { Findings, UnknownLimits } from './SheetNotes.tsx';
import { checksAt, type SheetState } from './sheet-state.ts';
import { texts } from './text.ts';
import { Verdict } from './Verdict.tsx';
import './bench.css';
import './grid.css';

type Props = {
  /** `useSheet({ procedure, kind, nameplate, adopted, environment, readings, onChange })`. */
  readonly sheet: SheetState;
  /** The head of the paper: what is tested, where, for whom. */
  readonly head: ReactNode;
  /** Day, environment and standards: written on the bench, read elsewhere. */
  readonly conditions: ReactNode;
  readonly foot: ReactNode;
  /** Below the margin: the state of the record and its buttons. */
  readonly side?: ReactNode;
  readonly clauses?: Readonly<Record<string, string>> | undefined;
  readonly isAdopted?: boolean | undefined;
  /** Ctrl+Enter. */
  readonly onSubmit?: (() => void) | undefined;
};

/**
 * The raw record of any edition as a sheet of paper: the instrument on top, the conditions, the blocks of readings with their verdicts, the
 * conclusion; clause and limit of the row being typed in the margin. It knows neither network nor server: whoever shows it says what is
 * written and keeps it. Read only when `sheet` was made without `onChange`.
 */
export function RecordSheet({ sheet, head, conditions, foot, side, clauses, isAdopted, onSubmit }: Props): ReactElement {
  const text = useTexts(texts);
  const messageId = useId();
  const [isDown, setDown] = useDeviceValue('bench.enterDown', false);
  const [hasPad, setPad] = useState(hasFinger);
  const { edit } = sheet;
  const groups = sheet.groups.filter(({ id }) => id !== 'sheet');
  const focused = sheet.place === undefined ? undefined : cellAt(sheet.place);
  const isNumber = groups.some(
    ({ id, fields, columns }) =>
      id === focused?.group && [...fields, ...columns].some((one) => one.id === focused.column && one.kind === 'decimal'),
  );
  const paper = (
    <article className="paper">
      {head}
      <Nameplate sheet={sheet} />
      {conditions}
      <UnknownLimits sheet={sheet} />
      {groups.map((group) => (
        <GroupTable key={group.id} sheet={sheet} group={group} messageId={messageId} hasPad={hasPad} />
      ))}
      <Findings sheet={sheet} />
      {foot}
    </article>
  );
  if (edit === undefined) return paper;
  return (
    <div
      className={hasPad && isNumber ? 'bench padded' : 'bench'}
      onKeyDown={(event) => onGridKey(event, { isDown, submit: () => onSubmit?.(), undo: edit.undo, redo: edit.redo, clear: edit.clear })}
      onMouseDown={onGridMouse}
      onCopy={(event) => onGridCopy(event)}
      onCut={(event) => onGridCopy(event, edit.clear)}
    >
      {paper}
      <div className="side">
        <Margin sheet={sheet} clauses={clauses} isAdopted={isAdopted} />
        <CellMessage id={messageId} sheet={sheet} />
        <div className="controls no-print">
          {side}
          <div className="tools">
            <button type="button" onClick={edit.undo} disabled={!edit.mayUndo} title="Ctrl+Z">
              {text.undo}
            </button>
            <button type="button" onClick={edit.redo} disabled={!edit.mayRedo} title="Ctrl+Y">
              {text.redo}
            </button>
            <label>
              <input type="checkbox" checked={isDown} onChange={(event) => setDown(event.target.checked)} /> {text.enterDown}
            </label>
          </div>
          <p className="soft keys">{text.submitKeys}</p>
        </div>
      </div>
      {hasPad && isNumber ? (
        <NumberPad onKeyboard={() => setPad(false)}>
          <RowLine sheet={sheet} />
        </NumberPad>
      ) : null}
    </div>
  );
}

/** Above the keys of a phone: what is wrong with the cell, else the limit and the verdict of its row. */
function RowLine({ sheet }: { sheet: SheetState }): ReactElement {
  const { place, wrong } = sheet;
  const issue = place === undefined ? undefined : wrong.get(place);
  if (issue !== undefined) return <b className="issue">{issue}</b>;
  const check = decisive(checksAt(sheet, place));
  if (check === undefined) return <CellHelp sheet={sheet} />;
  return (
    <>
      <i>{check.symbol}</i> {check.value} <span className="soft">{boundOf(check)}</span> {check.unit} <Verdict check={check} />
    </>
  );
}

/** What belongs into the cell, or the numbers by which a choice is made. */
function CellHelp({ sheet: { place, groups } }: { sheet: SheetState }): ReactElement {
  const say = useSay();
  const cell = place === undefined ? undefined : cellAt(place);
  const group = groups.find((one) => one.id === cell?.group);
  const field = (cell?.row === null ? group?.fields : group?.columns)?.find((one) => one.id === cell?.column);
  const choices = field?.choices?.map((choice, index) => `${index + 1} ${say(choice.label)}`).join(' · ');
  return <>{choices ?? (field === undefined ? '' : say(field.help))}</>;
}

/** What is wrong or odd with the cell that has the focus, else what belongs into it; its line is always there. */
export function CellMessage({ id, sheet }: { id: string; sheet: SheetState }): ReactElement {
  const say = useSay();
  const { place, wrong, odd } = sheet;
  const issue = place === undefined ? undefined : wrong.get(place);
  const oddity = odd.find(({ path }) => path === place);
  return (
    <p
      id={id}
      className={`cell-message no-print${issue === undefined ? (oddity === undefined ? '' : ' odd') : ' wrong'}`}
      aria-live="polite"
    >
      {issue ?? (oddity === undefined ? <CellHelp sheet={sheet} /> : say(oddity.text))}
    </p>
  );
}

function Nameplate({ sheet }: { sheet: SheetState }): ReactElement {
  const say = useSay();
  const { nameplate, procedure } = sheet;
  return (
    <dl className="plate">
      {procedure.edition.form.instrument.fields
        .filter(({ id }) => typeof nameplate[id] === 'string' && nameplate[id] !== '')
        .map((field) => {
          const value = String(nameplate[field.id]);
          const choice = field.choices?.find((each) => each.value === value);
          return (
            <div key={field.id}>
              <dt title={say(field.label)}>{field.symbol ?? say(field.label)}</dt>
              <dd>
                {choice === undefined ? value : say(choice.label)}{' '}
                {field.unit === null || field.unit === 'sheet' ? null : <span className="soft">{field.unit}</span>}
              </dd>
            </div>
          );
        })}
    </dl>
  );
}
