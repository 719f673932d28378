import { useEffect, useRef, useState } from 'react';
import { call, ProblemAnswer } from '../../../web/client.ts';
import { submissionKey } from '../../../web/submission.ts';
import { verificationEndpoints, type Verification } from '../contract.ts';
import { draftOf, keep, readKept, sendable, type Draft, type Saving } from './draft-saving.ts';
import type { RigStore } from './rig-store.ts';

const pause = 1200;
const again = 5000;
const mostAtOnce = 50;

export type RigSaving = {
  readonly saving: Saving;
  /** Records that another device changed meanwhile: nothing of them was overwritten. */
  readonly stale: ReadonlySet<string>;
  readonly flush: () => Promise<boolean>;
  readonly versionOf: (id: string) => number | undefined;
};

/** The records with what this device kept of them and the server has not. */
export const withKept = (records: readonly Verification[]): readonly Verification[] =>
  records.map((record) => {
    const kept = readKept(record.id, record.version);
    return kept === undefined ? record : { ...record, readings: kept.readings };
  });

/** Keeps each changed row on this device at once and sends the changed ones together shortly after, one sending at a time. */
export function useRigSaving(records: readonly Verification[], store: RigStore, today: string): RigSaving {
  const [saving, setSaving] = useState<Saving>('saved');
  const [stale, setStale] = useState<ReadonlySet<string>>(new Set());
  const versions = useRef(new Map(records.map(({ id, version }) => [id as string, version])));
  const dirty = useRef(new Set<number>());
  const underWay = useRef<Promise<boolean> | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const draftAt = (row: number): (Draft & { readonly id: Verification['id'] }) | undefined => {
    const record = records[row];
    return record === undefined ? undefined : { ...sendable(draftOf(record, today)), id: record.id, readings: store.row(row).readings };
  };
  const send = async (): Promise<boolean> => {
    let isDone = true;
    while (dirty.current.size > 0 && isDone) {
      const rows = [...dirty.current].slice(0, mostAtOnce);
      for (const row of rows) dirty.current.delete(row);
      setSaving('saving');
      const drafts = rows.flatMap((row) => {
        const draft = draftAt(row);
        const version = draft === undefined ? undefined : versions.current.get(draft.id);
        return draft === undefined || version === undefined ? [] : [{ ...draft, version }];
      });
      try {
        const { outcomes } = await call(verificationEndpoints.saveDrafts, { body: { drafts } }, { key: submissionKey() });
        for (const { id, version, problem } of outcomes) {
          if (version !== null) {
            versions.current.set(id, version);
            keep(id, null);
          } else if (problem?.code === 'platform.stale') setStale((earlier) => new Set([...earlier, id]));
          else isDone = false;
        }
      } catch (error) {
        if (!(error instanceof ProblemAnswer)) throw error;
        for (const row of rows) dirty.current.add(row);
        schedule(again);
        isDone = false;
      }
    }
    setSaving(isDone ? 'saved' : 'unsaved');
    return isDone;
  };
  const flush = (): Promise<boolean> => {
    clearTimeout(timer.current);
    underWay.current ??= send().finally(() => {
      underWay.current = undefined;
    });
    return underWay.current;
  };
  const schedule = (milliseconds: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), milliseconds);
  };
  useEffect(() => {
    const unkept = new Set<number>();
    const unsent = dirty.current;
    const keepAll = (): void => {
      for (const row of unkept) {
        const draft = draftAt(row);
        const version = draft === undefined ? undefined : versions.current.get(draft.id);
        if (draft !== undefined && version !== undefined) keep(draft.id, { version, draft });
      }
      unkept.clear();
    };
    store.onWritten = (row) => {
      unsent.add(row);
      // After the frame in which the row has answered.
      if (unkept.size === 0) setTimeout(keepAll, 0);
      unkept.add(row);
      setSaving('unsaved');
      schedule(pause);
    };
    const leave = (): void => keepAll();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      store.onWritten = () => undefined;
      keepAll();
      clearTimeout(timer.current);
      if (unsent.size > 0) void flush();
    };
    // oxlint-disable-next-line react/exhaustive-deps -- once per opened sheet
  }, [store]);
  return { saving, stale, flush, versionOf: (id) => versions.current.get(id) };
}
