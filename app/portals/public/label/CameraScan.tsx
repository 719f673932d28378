import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTexts } from '../../../web/language.ts';
import { texts } from './label-text.ts';
import { openQrReader, type QrReader } from './qr-reader.ts';

/** Between two looks the page stays responsive, also on a slow phone. */
const pauseMilliseconds = 250;
const longest = 1000;

const hasCamera = (): boolean => typeof navigator.mediaDevices?.getUserMedia === 'function';

/** Looks through the camera until a code is found. Where none may be used it says so, and the photo remains. */
export function CameraScan({ onText }: { onText: (text: string) => void }): ReactElement | null {
  const text = useTexts(texts);
  const [state, setState] = useState<'off' | 'on' | 'refused' | 'none'>('off');
  if (!hasCamera()) return null;
  return (
    <div className="label-camera">
      <button type="button" className="second" onClick={() => setState(state === 'on' ? 'off' : 'on')}>
        {state === 'on' ? text.cameraStop : text.camera}
      </button>
      {state === 'on' ? (
        <Viewer
          onFailure={setState}
          onText={(found) => {
            setState('off');
            onText(found);
          }}
        />
      ) : null}
      <p role="status">{state === 'refused' ? text.cameraRefused : state === 'none' ? text.cameraNone : ''}</p>
    </div>
  );
}

type ViewerProps = { onText: (text: string) => void; onFailure: (why: 'refused' | 'none') => void };

function Viewer({ onText, onFailure }: ViewerProps): ReactElement {
  const text = useTexts(texts);
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onText, onFailure });
  useEffect(() => {
    told.current = { onText, onFailure };
  });
  useEffect(() => {
    let isOver = false;
    let stream: MediaStream | undefined;
    let reader: QrReader | undefined;
    const look = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } },
      });
      reader = await openQrReader();
      const shown = video.current;
      if (shown === null) return;
      shown.srcObject = stream;
      await shown.play();
      while (!isOver) {
        const { videoWidth: width, videoHeight: height } = shown;
        const found = width === 0 ? undefined : await reader.read({ source: shown, width, height }, longest);
        if (found !== undefined && !isOver) return told.current.onText(found);
        await new Promise((resolve) => {
          setTimeout(resolve, pauseMilliseconds);
        });
      }
    };
    const end = (): void => {
      isOver = true;
      reader?.close();
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    look()
      .catch((error: unknown) => {
        if (!isOver) told.current.onFailure(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none');
      })
      .finally(() => {
        if (isOver) end();
      });
    return end;
  }, []);
  return (
    <>
      <video ref={video} playsInline muted aria-label={text.cameraView} />
      <p className="soft">{text.cameraHint}</p>
    </>
  );
}
