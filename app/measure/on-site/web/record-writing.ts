import { useEffect, useRef, useState } from 'react';
import type { Content, LocalRecord } from '../rules/local.ts';
import type { Site } from './device/site.ts';
import { troubleOf, type Trouble } from './use-site.ts';

export type Writing = {
  readonly content: Content;
  /** Writes parts of it beside what was written a moment ago. */
  readonly change: (part: Partial<Content>) => void;
  /** The record as it is on the device once everything typed is written; undefined when it could not be. */
  readonly flush: () => Promise<LocalRecord | undefined>;
  /** Something else than typing writes the record: photos, and the signature at the end. */
  readonly through: (work: (record: LocalRecord) => Promise<LocalRecord>) => Promise<LocalRecord | undefined>;
  readonly kept: boolean;
  readonly trouble: Trouble;
};

/**
 * Every key stroke is on its way to the device at once; while one write is under way the next waits and only the latest is written. What
 * does not fit on the device stays on the page and is tried again with the next key.
 */
export function useRecordWriting(site: Site, record: LocalRecord): Writing {
  const [content, setContent] = useState(record.content);
  const [kept, setKept] = useState(true);
  const [trouble, setTrouble] = useState<Trouble>();
  const stored = useRef(record);
  const latest = useRef(record.content);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(false);

  // Photos and signatures change the record beside the typing: whatever page of ours wrote last is the one to go on from.
  useEffect(() => {
    if (record.revision > stored.current.revision && record.changedAt >= stored.current.changedAt) stored.current = record;
  }, [record]);

  const inLine = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = line.current.then(work, work);
    line.current = next.catch(() => undefined);
    return next;
  };
  const write = async (): Promise<void> => {
    waiting.current = false;
    if (latest.current === stored.current.content) return;
    const written = latest.current;
    try {
      stored.current = { ...(await site.write(stored.current, written)), content: written };
      setTrouble(undefined);
      if (latest.current === written) setKept(true);
    } catch (error) {
      setTrouble(troubleOf(error));
    }
  };
  const change = (part: Partial<Content>): void => {
    latest.current = { ...latest.current, ...part };
    setContent(latest.current);
    setKept(false);
    if (waiting.current) return;
    waiting.current = true;
    void inLine(write);
  };
  const flush = (): Promise<LocalRecord | undefined> =>
    inLine(async () => {
      await write();
      return latest.current === stored.current.content ? stored.current : undefined;
    });
  const through = (work: (record: LocalRecord) => Promise<LocalRecord>): Promise<LocalRecord | undefined> =>
    inLine(async () => {
      await write();
      if (latest.current !== stored.current.content) return undefined;
      try {
        const before = latest.current;
        const changed = await work(stored.current);
        stored.current = changed;
        // What was typed meanwhile is written by the next in line; the photos are those of the work.
        latest.current = latest.current === before ? changed.content : { ...latest.current, photos: changed.content.photos };
        setContent(latest.current);
        setTrouble(undefined);
        return changed;
      } catch (error) {
        setTrouble(troubleOf(error));
        return undefined;
      }
    });
  return { content, change, flush, through, kept, trouble };
}
