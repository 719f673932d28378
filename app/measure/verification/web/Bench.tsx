import type { Procedure } from '@tongheng/procedures/calculation';
import { Button } from 'antd';
import { useMemo, useRef, type ReactElement } from 'react';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { verificationEndpoints, type Verification } from '../contract.ts';
import { verificationStates } from '../rules/life-cycle.ts';
import { Conditions } from './Conditions.tsx';
import { useDraftSaving, type Saving } from './draft-saving.ts';
import { PaperHead } from './Paper.tsx';
import { RecordSheet } from './RecordSheet.tsx';
import { useSheet, type SheetState } from './sheet-state.ts';
import { conclusionTable } from './states.ts';
import { texts } from './text.ts';

type Props = { readonly record: Verification; readonly procedure: Procedure; readonly today: string; readonly onReload: () => void };

/** The sheet while its readings are entered: saved as it is typed, judged row by row by the procedure itself. */
export function Bench({ record, procedure, today, onReload }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { draft, change, saving, restored, flush } = useDraftSaving(record, today);
  const latest = useRef(draft);
  latest.current = draft;
  const page = useRef<HTMLDivElement>(null);
  const { run, pending, problem } = useAction(verificationEndpoints.submitVerification, { onDone: onReload });
  const { environment } = draft;
  const onChange = useMemo(
    () => (readings: typeof draft.readings) => change({ ...latest.current, readings }),
    // oxlint-disable-next-line react/exhaustive-deps -- change closes over refs only
    [],
  );
  const { kind, nameplate } = record;
  const sheet = useSheet({ procedure, kind, nameplate, environment, readings: draft.readings, onChange });
  const submit = async (): Promise<void> => {
    const version = await flush();
    if (version === undefined) return;
    const answer = await run({ params: { id: record.id }, body: { version } });
    if (answer !== undefined) return;
    const cell = sheet.whole.errors
      .map(({ path }) => page.current?.querySelector<HTMLElement>(`[data-cell="${path}"]`))
      .find((found) => found !== null && found !== undefined);
    cell?.focus();
  };
  return (
    <div ref={page}>
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
      <RecordSheet
        sheet={sheet}
        clauses={record.clauses}
        isAdopted={record.adopted}
        onSubmit={() => void submit()}
        head={<PaperHead record={record} state={`${say(verificationStates[record.status])} · ${savingWord(saving, text)}`} />}
        conditions={<Conditions form={procedure.edition.form} draft={draft} wrong={sheet.wrong} onChange={change} />}
        foot={
          <footer className="foot">
            <span className="conclusion">
              {text.conclusion}: <Conclusion sheet={sheet} isDayMissing={draft.testedOn === null} />
            </span>
            <ProblemNote problem={problem} />
          </footer>
        }
        side={
          <>
            <span className={`saving ${saving}`} role="status">
              {savingWord(saving, text)}
            </span>
            <Button type="primary" loading={pending} onClick={() => void submit()}>
              {text.submit}
            </Button>
          </>
        }
      />
    </div>
  );
}

const savingWord = (saving: Saving, text: Readonly<Record<Saving, string>>): string => text[saving];

/** What the record concludes, or what stands in the way. */
export function Conclusion({ sheet, isDayMissing = false }: { sheet: SheetState; isDayMissing?: boolean }): ReactElement {
  const text = useTexts(texts);
  const { whole, wrong, unknown } = sheet;
  if (whole.conclusion !== null) return <StatusTag states={conclusionTable} state={whole.conclusion} />;
  const blanks = sheet.blanks + (isDayMissing ? 1 : 0);
  return (
    <span className="soft">
      {blanks > 0 ? fill(text.stillMissing, { n: blanks }) : ''} {wrong.size > 0 ? fill(text.wrongEntries, { n: wrong.size }) : ''}{' '}
      {unknown.length > 0 ? text.unknownTitle : ''}
    </span>
  );
}
