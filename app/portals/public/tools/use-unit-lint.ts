import { useEffect, useMemo, useRef, useState } from 'react';
import type { Finding, Format } from '@tongheng/quantity/linter/finding';

export type Asked = { readonly text: string; readonly format: Format };
/** What the worker says back. */
export type Said = { readonly kind: 'findings'; readonly findings: readonly Finding[] } | { readonly kind: 'done' };

/** The findings of a text that was checked as a whole. */
export type Checked = Asked & { readonly findings: readonly Finding[] };

export type UnitLint = {
  /** The last text that was checked to its end; while one types, it is a little behind. */
  readonly checked: Checked | null;
  readonly state: 'idle' | 'running' | 'cancelled' | 'failed';
  readonly cancel: () => void;
  readonly again: () => void;
};

type Ended = { readonly asked: Asked; readonly state: 'idle' | 'cancelled' | 'failed' };

/** While one types, the check follows after a pause. */
const pauseMilliseconds = 250;

/**
 * Checks a text in a worker of its own: the page stays responsive however long the text is, and cancelling ends the worker at once.
 */
export function useUnitLint(text: string, format: Format): UnitLint {
  const [attempt, setAttempt] = useState(0);
  // oxlint-disable-next-line react/exhaustive-deps -- another attempt asks the same again
  const asked = useMemo<Asked>(() => ({ text, format }), [text, format, attempt]);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [ended, setEnded] = useState<Ended | null>(null);
  const idle = useRef<Worker | null>(null);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => idle.current?.terminate(), []);
  useEffect(() => {
    if (asked.text.trim() === '') return undefined;
    let worker: Worker | null = null;
    const run = (): void => {
      const findings: Finding[] = [];
      try {
        worker = idle.current ?? new Worker(new URL('./unit-lint-worker.ts', import.meta.url), { type: 'module' });
      } catch {
        setEnded({ asked, state: 'failed' });
        return;
      }
      const own = worker;
      idle.current = null;
      own.onmessage = ({ data }: MessageEvent<Said>) => {
        if (data.kind === 'findings') {
          for (const finding of data.findings) findings.push(finding);
          return;
        }
        worker = null;
        idle.current = own;
        setChecked({ ...asked, findings });
        setEnded({ asked, state: 'idle' });
      };
      own.onerror = () => {
        end();
        setEnded({ asked, state: 'failed' });
      };
      own.postMessage(asked);
    };
    const timer = setTimeout(run, pauseMilliseconds);
    const end = (): void => {
      clearTimeout(timer);
      worker?.terminate();
      worker = null;
    };
    stop.current = end;
    return end;
  }, [asked]);
  const isBlank = text.trim() === '';
  return {
    checked: isBlank ? null : checked,
    state: isBlank ? 'idle' : ended?.asked === asked ? ended.state : 'running',
    cancel: () => {
      stop.current();
      setEnded({ asked, state: 'cancelled' });
    },
    again: () => setAttempt((before) => before + 1),
  };
}
