import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../rules/record.ts';
import type { ModelProblem } from './model-problem.ts';

/** What the worker says back. */
export type Said =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'problem'; readonly problem: ModelProblem | undefined };

export type Run =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly of: string; readonly share: number }
  | { readonly state: 'done'; readonly of: string; readonly answer: Answer }
  | { readonly state: 'failed'; readonly problem: ModelProblem | undefined }
  | { readonly state: 'cancelled' };

export type MonteCarloRun = { readonly run: Run; readonly start: (text: string) => void; readonly cancel: () => void };

/** Monte Carlo in a worker of its own: the page stays responsive, and cancelling ends the worker at once. */
export function useMonteCarlo(): MonteCarloRun {
  const [run, setRun] = useState<Run>({ state: 'idle' });
  const worker = useRef<Worker | undefined>(undefined);
  const end = (): void => {
    worker.current?.terminate();
    worker.current = undefined;
  };
  useEffect(() => end, []);
  const start = (of: string): void => {
    end();
    setRun({ state: 'running', of, share: 0 });
    try {
      worker.current = new Worker(new URL('./monte-carlo-worker.ts', import.meta.url), { type: 'module' });
    } catch {
      setRun({ state: 'failed', problem: undefined });
      return;
    }
    worker.current.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if (data.kind === 'progress') {
        setRun({ state: 'running', of, share: data.share });
        return;
      }
      end();
      setRun(data.kind === 'answer' ? { state: 'done', of, answer: data.answer } : { state: 'failed', problem: data.problem });
    });
    worker.current.addEventListener('error', () => {
      end();
      setRun({ state: 'failed', problem: undefined });
    });
    worker.current.postMessage(of);
  };
  const cancel = (): void => {
    end();
    setRun({ state: 'cancelled' });
  };
  return { run, start, cancel };
}
