import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { call, ProblemAnswer } from '../../../web/client.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { submissionKey } from '../../../web/submission.ts';
import { verificationEndpoints } from '../contract.ts';
import type { SessionId } from '../contract/shapes.ts';
import { readLabel } from './scanned-instrument.ts';
import { texts } from './text.ts';

type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
const detectorOf = (): (new (options: { formats: string[] }) => Detector) | undefined =>
  (window as { BarcodeDetector?: new (options: { formats: string[] }) => Detector }).BarcodeDetector;

type Props = { readonly session: SessionId | null };

/** From the code on an instrument to its record: a scanner that types, a person who types, or the camera where the browser can read codes. */
export function ScanField({ session }: Props): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [said, setSaid] = useState<string>();
  const [problem, setProblem] = useState<ProblemAnswer>();
  /** A code for which there is no job: its instrument may still be inspected in use. */
  const [unknown, setUnknown] = useState<string>();
  const [isLooking, setLooking] = useState(false);
  const [isFilming, setFilming] = useState(false);

  const find = async (scanned: string): Promise<void> => {
    if (scanned.trim() === '' || isLooking) return;
    setSaid(undefined);
    setUnknown(undefined);
    setProblem(undefined);
    setLooking(true);
    try {
      const told = await openJob(scanned, session);
      if ('record' in told) return go(`/desk/verifications/${told.record}`);
      setUnknown(told.several === 0 ? scanned.trim() : undefined);
      setSaid(told.several === 0 ? fill(text.scanNone, { code: scanned.trim() }) : fill(text.scanSeveral, { n: told.several }));
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      setProblem(error);
    } finally {
      setLooking(false);
      field.current?.select();
    }
  };
  return (
    <form
      className="scan-field"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        void find(code);
      }}
    >
      <label htmlFor={id}>{text.scan}</label>
      <div className="line">
        <input
          ref={field}
          id={id}
          value={code}
          placeholder={text.scanHint}
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button htmlType="submit" loading={isLooking}>
          {text.scanOpen}
        </Button>
        {detectorOf() === undefined ? null : <Button onClick={() => setFilming(true)}>{text.scanCamera}</Button>}
      </div>
      {said === undefined ? null : (
        <p className="issue" role="alert">
          {said}
        </p>
      )}
      {unknown === undefined ? null : (
        <p>
          <a href={`/desk/verifications?inspection=${encodeURIComponent(unknown)}`}>{text.scanInspect}</a>
        </p>
      )}
      <ProblemNote problem={problem} />
      {isFilming ? (
        <Camera
          onClose={() => setFilming(false)}
          onCode={(found) => {
            setFilming(false);
            setCode(found);
            void find(found);
          }}
        />
      ) : null}
    </form>
  );
}

/** The record of a job in hand, else the waiting instrument is taken up into the session. */
async function openJob(scanned: string, session: SessionId | null): Promise<{ readonly record: string } | { readonly several: number }> {
  const wanted = await readLabel(scanned);
  const own = await call(verificationEndpoints.listVerifications, {
    query: { limit: 50, mine: 'true', waiting: 'me', ...('instrument' in wanted ? { instrument: wanted.instrument as never } : wanted) },
  });
  const isExact = (serial: string): boolean => 'instrument' in wanted || serial === wanted.q;
  const records = own.items.filter(({ instrument }) => isExact(instrument.serial));
  const [record] = records;
  if (record !== undefined && records.length === 1) return { record: record.id };
  if (records.length > 1) return { several: records.length };
  const waiting = await call(verificationEndpoints.listWaitingItems, { query: { limit: 200, ...('q' in wanted ? wanted : {}) } });
  const items = waiting.items.filter(({ instrument }) =>
    'instrument' in wanted ? instrument.id === wanted.instrument : isExact(instrument.serial),
  );
  const [item] = items;
  if (item === undefined || items.length > 1) return { several: items.length };
  const taken = await call(verificationEndpoints.takeUpItem, { body: { item: item.id, session } }, { key: submissionKey() });
  return { record: taken.id };
}

type CameraProps = { readonly onCode: (code: string) => void; readonly onClose: () => void };

/** Looks through the camera for a code, a few times a second. */
function Camera({ onCode, onClose }: CameraProps): ReactElement {
  const text = useTexts(texts);
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState(false);
  const found = useRef(onCode);
  useEffect(() => {
    found.current = onCode;
  }, [onCode]);
  useEffect(() => {
    let isOpen = true;
    let stream: MediaStream | undefined;
    const look = async (detector: Detector): Promise<void> => {
      while (isOpen && video.current !== null) {
        const [code] = video.current.readyState < 2 ? [] : await detector.detect(video.current).catch(() => []);
        if (code !== undefined && isOpen) return found.current(code.rawValue);
        await new Promise((done) => setTimeout(done, 200));
      }
    };
    const open = async (): Promise<void> => {
      const Reader = detectorOf();
      if (Reader === undefined) return;
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (!isOpen || video.current === null) return stream.getTracks().forEach((track) => track.stop());
      video.current.srcObject = stream;
      await video.current.play();
      await look(new Reader({ formats: ['qr_code', 'code_128', 'code_39', 'ean_13', 'data_matrix'] }));
    };
    open().catch(() => setTrouble(true));
    return () => {
      isOpen = false;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return (
    <Dialog title={text.scanCamera} onClose={onClose}>
      {trouble ? <p className="issue">{text.scanNoCamera}</p> : <video ref={video} muted playsInline className="camera" />}
    </Dialog>
  );
}
