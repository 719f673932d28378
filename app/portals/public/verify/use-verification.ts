import { useEffect, useRef, useState } from 'react';
import type { Asked, Given, Said } from './conversation.ts';

export type Outcome =
  | Said
  | { readonly kind: 'stopped' | 'no-worker' | 'no-code' }
  | { readonly kind: 'not-picture'; readonly name: string };
export type Work = { readonly outcome: Outcome | null; readonly isRunning: boolean };

/** A certificate is checked in well under a second; a file made to hang its reader is not waited for. */
const patienceMilliseconds = 30_000;

const isPicture = ({ bytes: [first, second, third, fourth], bytes }: Given): boolean =>
  (first === 0x89 && second === 0x50) ||
  (first === 0xff && second === 0xd8) ||
  (first === 0x47 && second === 0x49 && third === 0x46) ||
  (first === 0x52 && second === 0x49 && third === 0x46 && fourth === 0x46) ||
  String.fromCharCode(...bytes.subarray(4, 8)) === 'ftyp';

/** Where the computation runs, and how the code in a photo is read: the text, undefined without one; throws for what is no picture. */
export type Surroundings = { readonly start: () => Worker; readonly readPhoto: (file: Blob) => Promise<string | undefined> };

/**
 * Foreign bytes are read in a worker of their own for each question: whatever they do there, the page stays and the worker is ended.
 */
export function useVerification({
  start,
  readPhoto,
}: Surroundings): Work & { readonly ask: (question: Asked) => void; readonly stop: () => void } {
  const [work, setWork] = useState<Work>({ outcome: null, isRunning: false });
  const end = useRef<() => void>(() => undefined);
  useEffect(() => () => end.current(), []);

  const run = async (question: Asked): Promise<void> => {
    end.current();
    let isOver = false;
    let worker: Worker | undefined;
    let timer = 0;
    const finish = (outcome: Outcome | null): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      worker?.terminate();
      setWork({ outcome, isRunning: false });
    };
    end.current = () => finish(null);
    setWork({ outcome: null, isRunning: true });
    const photos = question.files.filter(isPicture);
    const codes: string[] = [];
    for (const { bytes, name } of photos) {
      const code = await readPhoto(new Blob([bytes])).catch(() => null);
      if (code === null) return finish({ kind: 'not-picture', name });
      if (code === undefined) return finish({ kind: 'no-code' });
      codes.push(code);
    }
    if (isOver) return undefined;
    try {
      worker = start();
    } catch {
      return finish({ kind: 'no-worker' });
    }
    timer = window.setTimeout(() => finish({ kind: 'stopped' }), patienceMilliseconds);
    worker.onmessage = ({ data }: MessageEvent<Said>) => finish(data);
    worker.onerror = (event) => {
      event.preventDefault();
      finish({ kind: 'stopped' });
    };
    const files = question.files.filter((file) => !photos.includes(file));
    worker.postMessage({ ...question, files, code: codes[0] ?? question.code } satisfies Asked);
    return undefined;
  };

  return {
    ...work,
    ask: (question) => void run(question),
    stop: () => end.current(),
  };
}
