import { useEffect, useRef, useState } from 'react';
import { call, ProblemAnswer } from '../../../web/client.ts';
import { submissionKey } from '../../../web/submission.ts';
import { verificationEndpoints } from '../contract.ts';
import type { Photo, Seal, StandardChoice, Verification } from '../contract/shapes.ts';
import type { SheetReadings } from '../rules/sheet.ts';

/** Everything that a technician writes into a record; what is empty or null stands in the session. */
export type Draft = {
  readonly session: Verification['session'];
  readonly testedOn: string | null;
  readonly environment: Record<string, string>;
  readonly readings: SheetReadings;
  readonly standards: StandardChoice[] | null;
  readonly remarks: string | null;
  readonly seals: Seal[];
  readonly photos: Photo[];
  readonly secondPerson: NonNullable<Verification['secondPerson']>['id'] | null;
};
export type Saving = 'saved' | 'saving' | 'unsaved' | 'stale' | 'refused';

const pause = 800;
const again = 5000;

export const draftOf = (record: Verification, today: string): Draft => ({
  session: record.session,
  // In a session the day is the session's, unless the record says another.
  testedOn: record.own.testedOn ?? (record.session === null ? today : null),
  environment: record.own.environment,
  readings: record.readings as SheetReadings,
  standards: record.own.standards,
  remarks: record.remarks,
  seals: record.seals,
  photos: record.photos,
  secondPerson: record.secondPerson?.id ?? null,
});

const keyOf = (id: string): string => `tongheng.bench.${id}`;

type Kept = { readonly version: number; readonly draft: Draft };

/** What this device kept and the server has not: only of the version that was being edited. */
export function readKept(id: string, version: number): Draft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null') as Kept | null;
    return kept?.version === version ? kept.draft : undefined;
  } catch {
    return undefined;
  }
}

export function keep(id: string, kept: Kept | null): void {
  try {
    if (kept === null) localStorage.removeItem(keyOf(id));
    else localStorage.setItem(keyOf(id), JSON.stringify(kept));
  } catch {
    // Without storage the draft lives on the server and on the page.
  }
}

const shortestStatement = 4;

/** What is half written beside the readings waits on this device until it is whole: a seal without a number, a statement of a word. */
export const sendable = (draft: Draft): Draft => ({
  ...draft,
  seals: draft.seals.filter(({ number }) => number.trim() !== ''),
  standards:
    draft.standards?.map((choice) =>
      choice.statement !== null && choice.statement.trim().length < shortestStatement ? { ...choice, statement: null } : choice,
    ) ?? null,
});

export type DraftSaving = {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly saving: Saving;
  readonly restored: boolean;
  /** Why the server does not take what is written; undefined while it does or cannot be reached. */
  readonly refusal: ProblemAnswer | undefined;
  /** Saves at once; answers the version on the server, or undefined when it could not be saved. */
  readonly flush: () => Promise<number | undefined>;
};

/**
 * Keeps every change on this device at once and on the server shortly after; one save at a time, each on the version before.
 * A conflict stops saving and overwrites nothing.
 */
export function useDraftSaving(record: Verification, today: string): DraftSaving {
  const [kept] = useState(() => readKept(record.id, record.version));
  const [draft, setDraft] = useState<Draft>(() => ({ ...draftOf(record, today), ...kept }));
  const [saving, setSaving] = useState<Saving>(kept === undefined ? 'saved' : 'unsaved');
  const [refusal, setRefusal] = useState<ProblemAnswer>();
  const version = useRef(record.version);
  const latest = useRef(draft);
  const dirty = useRef(kept !== undefined);
  const underWay = useRef<Promise<number | undefined> | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = async (): Promise<number | undefined> => {
    while (dirty.current) {
      dirty.current = false;
      setSaving('saving');
      const sent = latest.current;
      try {
        const request = { params: { id: record.id }, body: { ...sendable(sent), version: version.current } };
        const answer = await call(verificationEndpoints.saveDraft, request, { key: submissionKey() });
        version.current = answer.version;
        setRefusal(undefined);
        if (!dirty.current) keep(record.id, null);
      } catch (error) {
        dirty.current = true;
        const isStale = error instanceof ProblemAnswer && error.code === 'platform.stale';
        // What the server refuses it will refuse again: only a change of the draft helps.
        const isRefused = error instanceof ProblemAnswer && [400, 403, 404, 409, 422].includes(error.status) && !isStale;
        setSaving(isStale ? 'stale' : isRefused ? 'refused' : 'unsaved');
        if (isRefused) setRefusal(error);
        else if (!isStale) schedule(again);
        return undefined;
      }
    }
    setSaving('saved');
    return version.current;
  };
  const flush = (): Promise<number | undefined> => {
    clearTimeout(timer.current);
    underWay.current ??= save().finally(() => {
      underWay.current = undefined;
    });
    return underWay.current;
  };
  const schedule = (milliseconds: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), milliseconds);
  };
  const change = (next: Draft): void => {
    latest.current = next;
    dirty.current = true;
    setDraft(next);
    if (saving === 'stale') return;
    setSaving('unsaved');
    keep(record.id, { version: version.current, draft: next });
    schedule(pause);
  };
  useEffect(() => {
    if (dirty.current) schedule(pause);
    return () => {
      clearTimeout(timer.current);
      if (dirty.current) void flush();
    };
    // oxlint-disable-next-line react/exhaustive-deps -- once per opened record
  }, []);
  return { draft, change, saving, restored: kept !== undefined, refusal, flush };
}
