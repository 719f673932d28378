import type { InputError } from '@tongheng/procedures/calculation';
import type { Group } from '@tongheng/procedures/form';
import type { Procedure } from '@tongheng/procedures/calculation';
import { Button } from 'antd';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { verificationEndpoints, type Verification } from '../contract.ts';
import { parseBlock, readCell, resizeRows, withGivenGroups, writeBlock, writeCell, type Cell, type SheetReadings } from '../rules/sheet.ts';
import { Conditions } from './Conditions.tsx';
import { useDraftSaving, type Saving } from './draft-saving.ts';
import type { SheetView } from './GroupTable.tsx';
import { onSheetKey } from './keys.ts';
import { Margin } from './Margin.tsx';
import { Paper } from './Paper.tsx';
import { texts } from './text.ts';

/** Reasons that only say that something is not there yet. */
const isBlank = ({ reason }: InputError): boolean => reason === 'missing' || reason === 'empty';

type Props = { readonly record: Verification; readonly procedure: Procedure; readonly today: string; readonly onReload: () => void };

/** The sheet while its readings are entered: keyboard only, saved as it is typed, judged row by row by the procedure itself. */
export function Bench({ record, procedure, today, onReload }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { draft, change, saving, restored, flush } = useDraftSaving(record, today);
  const [rowId, setRowId] = useState<string>();
  const [beforePaste, setBeforePaste] = useState<SheetReadings>();
  const sheet = useRef<HTMLDivElement>(null);
  const { run, pending, problem } = useAction(verificationEndpoints.submitVerification, { onDone: onReload });

  const prefilled = useMemo(() => procedure.prefill(record.nameplate, record.kind) as SheetReadings | undefined, [procedure, record]);
  const { environment } = draft;
  const readings = useMemo(() => withGivenGroups(draft.readings, prefilled), [draft.readings, prefilled]);
  const input = { kind: record.kind, instrument: record.nameplate, environment, readings };
  const judged = useMemo(() => {
    const whole = procedure.calculate(input);
    return { whole, rows: whole.conclusion === null ? procedure.progress(input) : whole };
    // oxlint-disable-next-line react/exhaustive-deps -- the input is made of these
  }, [procedure, record, environment, readings]);
  const blanks = judged.whole.errors.filter(isBlank).length + (draft.testedOn === null ? 1 : 0);
  const wrong = new Map(judged.whole.errors.filter((error) => !isBlank(error)).map((error) => [error.path, say(error.text)]));

  const write = (next: SheetReadings): void => change({ ...draft, readings: next });
  const onPaste = (group: Group, cell: Cell, pasted: string): void => {
    setBeforePaste(readings);
    write(writeBlock(readings, group, cell, parseBlock(pasted)));
  };
  const view: SheetView = {
    readings,
    prefilled,
    values: judged.rows.values,
    checks: judged.rows.checks,
    wrong,
    unit: readCell(readings, { group: 'sheet', row: null, column: 'unit' }),
    edit: {
      onWrite: (cell, typed) => write(writeCell(readings, cell, typed)),
      onPaste,
      onFocus: setRowId,
      onResize: (group, step) => write(resizeRows(readings, group, step)),
    },
  };
  const submit = async (): Promise<void> => {
    const version = await flush();
    if (version === undefined) return;
    const answer = await run({ params: { id: record.id }, body: { version } });
    if (answer === undefined) {
      const first = judged.whole.errors.find(({ path }) => sheet.current?.querySelector(`[data-cell="${path}"]`) !== null);
      sheet.current?.querySelector<HTMLElement>(`[data-cell="${first?.path ?? ''}"]`)?.focus();
    }
  };
  return (
    <>
      {record.status === 'returned' ? (
        <div className="notice attention" role="status">
          <b>{text.returned}</b> {record.returnReason}
        </div>
      ) : null}
      {restored ? <div className="notice">{text.kept}</div> : null}
      {saving === 'stale' ? (
        <div className="notice bad" role="alert">
          {text.stale} <Button onClick={onReload}>{text.reload}</Button>
        </div>
      ) : null}
      <div className="bench" ref={sheet} onKeyDown={(event) => onSheetKey(event, () => void submit())}>
        <Paper
          record={record}
          form={procedure.edition.form}
          view={view}
          conditions={<Conditions form={procedure.edition.form} draft={draft} wrong={wrong} onChange={change} />}
          foot={
            <footer className="foot">
              <span className="conclusion">
                {text.conclusion}: <Conclusion verdict={judged.whole.conclusion} blanks={blanks} wrong={wrong.size} />
              </span>
              <ProblemNote problem={problem} />
            </footer>
          }
        />
        <div className="side">
          <Margin record={record} view={view} rowId={rowId} itemIds={procedure.edition.items.map(({ id }) => id)} />
          <div className="controls no-print">
            <SavingNote saving={saving} />
            <Button type="primary" loading={pending} onClick={() => void submit()}>
              {text.submit}
            </Button>
            {beforePaste === undefined ? null : (
              <Button
                onClick={() => {
                  write(beforePaste);
                  setBeforePaste(undefined);
                }}
              >
                {text.undoPaste}
              </Button>
            )}
            <p className="soft">{text.submitKeys}</p>
          </div>
        </div>
      </div>
    </>
  );
}

function SavingNote({ saving }: { saving: Saving }): ReactElement {
  const text = useTexts(texts);
  const words: Record<Saving, string> = { saved: text.saved, saving: text.saving, unsaved: text.unsaved, stale: text.stale };
  return (
    <span className={`saving ${saving}`} role="status">
      {words[saving]}
    </span>
  );
}

function Conclusion({ verdict, blanks, wrong }: { verdict: 'pass' | 'fail' | null; blanks: number; wrong: number }): ReactElement {
  const text = useTexts(texts);
  if (verdict !== null) return <b className={`mark ${verdict}`}>{verdict === 'pass' ? text.pass : text.fail}</b>;
  return (
    <span className="soft">
      {blanks > 0 ? fill(text.stillMissing, { n: blanks }) : ''} {wrong > 0 ? fill(text.wrongEntries, { n: wrong }) : ''}
    </span>
  );
}
