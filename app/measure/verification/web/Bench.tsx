import type { Procedure } from '@tongheng/procedures/calculation';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { verificationEndpoints } from '../contract.ts';
import { sessionEndpoints } from '../contract/session.ts';
import type { Verification } from '../contract/shapes.ts';
import { conditionsOf } from '../rules/conditions.ts';
import { verificationStates } from '../rules/life-cycle.ts';
import { Additions } from './Additions.tsx';
import { BenchConditions } from './BenchConditions.tsx';
import { digestOf } from './digest.ts';
import { useDraftSaving, type Draft, type Saving } from './draft-saving.ts';
import { EditionChoice } from './EditionChoice.tsx';
import { GatePanel } from './GatePanel.tsx';
import { PaperHead } from './Paper.tsx';
import { PhotoStrip } from './PhotoStrip.tsx';
import { placeName } from './place-name.ts';
import { RecordSheet } from './RecordSheet.tsx';
import { Refusal } from './Refusal.tsx';
import { useSheet, type SheetState } from './sheet-state.ts';
import { conclusionTable } from './states.ts';
import { texts } from './text.ts';

type Props = { readonly record: Verification; readonly procedure: Procedure; readonly today: string; readonly onReload: () => void };

/** The sheet while its readings are entered: saved as it is typed, judged row by row by the procedure itself. */
export function Bench({ record, procedure, today, onReload }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { draft, change, saving, restored, refusal, flush } = useDraftSaving(record, today);
  const latest = useRef(draft);
  latest.current = draft;
  const page = useRef<HTMLDivElement>(null);
  const { edition } = procedure;
  const { kind, nameplate, adoptedLimits: adopted } = record;
  const session = useEndpoint(
    sessionEndpoints.readVerificationSession,
    { params: { id: draft.session ?? ('' as never) } },
    { enabled: draft.session !== null },
  );
  const shared = draft.session === null ? null : (session.data ?? null);
  const conditions = useMemo(
    () => conditionsOf({ testedOn: draft.testedOn, environment: draft.environment, standards: null }, shared, edition),
    [draft.testedOn, draft.environment, shared, edition],
  );
  const onChange = useMemo(
    () => (readings: Draft['readings']) => change({ ...latest.current, readings }),
    // oxlint-disable-next-line react/exhaustive-deps -- change closes over refs only
    [],
  );
  const sheet = useSheet({ procedure, kind, nameplate, adopted, environment: conditions.environment, readings: draft.readings, onChange });
  const environmentErrors = useMemo(
    () =>
      new Map(
        sheet.whole.errors
          .filter(({ path }) => path.startsWith('environment.'))
          .map(({ path, reason, text: words }) => [path, reason === 'missing' ? '' : say(words)] as const)
          .filter(([, words]) => words !== ''),
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- say changes with every render, its language with the page
    [sheet.whole],
  );

  const isComplete = sheet.whole.conclusion !== null && conditions.testedOn !== null;
  const gates = useEndpoint(verificationEndpoints.readGates, { params: { id: record.id } }, { enabled: isComplete && saving === 'saved' });
  const { refetch } = gates;
  useEffect(() => {
    if (isComplete && saving === 'saved') void refetch();
  }, [isComplete, saving, refetch]);
  const { run, pending, problem } = useAction(verificationEndpoints.submitVerification, { onDone: onReload });
  const submit = async (): Promise<void> => {
    const version = await flush();
    if (version === undefined) return;
    const digest = await digestOf(sheet.whole);
    const answer = await run({ params: { id: record.id }, body: { version, digest } });
    if (answer !== undefined) return;
    void refetch();
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
      <Refusal problem={refusal} />
      {restored ? <div className="notice">{text.kept}</div> : null}
      {saving === 'stale' ? (
        <div className="notice bad" role="alert">
          {text.stale} <Button onClick={onReload}>{text.reload}</Button>
        </div>
      ) : null}
      <EditionChoice record={record} readings={draft.readings} day={conditions.testedOn} flush={flush} onTurned={onReload} />
      <RecordSheet
        sheet={sheet}
        clauses={record.clauses}
        isAdopted={record.adopted}
        onSubmit={() => void submit()}
        head={
          <PaperHead
            record={record}
            state={
              saving === 'saved'
                ? say(verificationStates[record.status])
                : `${say(verificationStates[record.status])} · ${text.notDelivered}`
            }
          />
        }
        conditions={
          <BenchConditions
            record={record}
            edition={edition}
            draft={draft}
            session={shared}
            day={conditions.testedOn ?? today}
            wrong={environmentErrors}
            onChange={change}
          />
        }
        foot={
          <>
            <PhotoStrip
              photos={draft.photos}
              place={sheet.place}
              nameOf={(path) => placeName(sheet.groups, path, say)}
              onChange={(photos) => change({ ...latest.current, photos })}
            />
            <Additions draft={draft} regulation={edition.regulation} onChange={change} />
            <footer className="foot">
              <span className="conclusion">
                {text.conclusion}: <Conclusion sheet={sheet} isDayMissing={conditions.testedOn === null} />
              </span>
              <Refusal problem={problem} />
              {gates.data === undefined || !isComplete ? null : <GatePanel of={gates.data.gates} record={record} />}
            </footer>
          </>
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
