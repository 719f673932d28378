import { useRef, useState, type ChangeEvent, type ReactElement } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import { fileEndpoints, largestFileBytes } from '../../../register/file/contract.ts';
import { ProblemAnswer, upload } from '../../../web/client.ts';
import { printBytes } from '../../../web/figures.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import type { Photo } from '../contract/shapes.ts';
import { digestOfBytes } from './digest.ts';
import { texts } from './text.ts';

type Props = {
  readonly photos: readonly Photo[];
  /** The cell whose display is photographed; undefined: none has the focus. */
  readonly place?: string | undefined;
  readonly nameOf: (path: string) => string;
  /** undefined: to be looked at. */
  readonly onChange?: (photos: Photo[]) => void;
};

/** Pictures of the display, each bound to its reading by the digest of its bytes. What is too large is refused before it is sent. */
export function PhotoStrip({ photos, place, nameOf, onChange }: Props): ReactElement | null {
  const text = useTexts(texts);
  const input = useRef<HTMLInputElement>(null);
  const bound = useRef<string>(undefined);
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [problem, setProblem] = useState<ProblemAnswer>();
  if (onChange === undefined && photos.length === 0) return null;

  const send = async (file: File, path: string): Promise<void> => {
    setTrouble(undefined);
    setProblem(undefined);
    if (!file.type.startsWith('image/')) return setTrouble(fill(text.photoKind, { name: file.name }));
    if (file.size > largestFileBytes)
      return setTrouble(fill(text.photoTooLarge, { name: file.name, size: printBytes(file.size), most: printBytes(largestFileBytes) }));
    setSending(true);
    try {
      const own = await digestOfBytes(new Uint8Array(await file.arrayBuffer()));
      const stored = await upload(fileEndpoints.uploadFile, { query: { name: file.name } }, file);
      if (own !== stored.digest) setTrouble(text.photoDiffers);
      else onChange?.([...photos, { path, file: stored.id, digest: stored.digest }]);
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  const onChoose = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = Array.from(event.target.files ?? []);
    event.target.value = '';
    if (file !== undefined && bound.current !== undefined) void send(file, bound.current);
  };
  return (
    <section className="photo-strip" aria-label={text.photos}>
      <h2>{text.photos}</h2>
      <ul>
        {photos.map((photo) => {
          const href = addressOf(fileEndpoints.readFile, { params: { id: photo.file } });
          return (
            <li key={photo.file}>
              <a href={href} target="_blank" rel="noreferrer">
                <img src={href} alt={fill(text.photoOf, { place: nameOf(photo.path) })} width="96" height="72" loading="lazy" />
              </a>
              <span>{nameOf(photo.path)}</span>
              <code title={photo.digest}>{photo.digest.slice(0, 12)}</code>
              {onChange === undefined ? null : (
                <button type="button" onClick={() => onChange(photos.filter((one) => one !== photo))}>
                  {text.photoRemove}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {onChange === undefined ? null : (
        <div className="no-print">
          <input
            ref={input}
            type="file"
            accept="image/*"
            capture="environment"
            className="unseen"
            tabIndex={-1}
            aria-label={text.photoTake}
            onChange={onChoose}
          />
          <button
            type="button"
            disabled={place === undefined || isSending}
            // The cell keeps the focus, and with it the reading to which the photo belongs.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              bound.current = place;
              input.current?.click();
            }}
          >
            {isSending ? text.photoSending : text.photoTake}
          </button>{' '}
          <span className="soft">{place === undefined ? text.photoWhere : nameOf(place)}</span>
          {trouble === undefined ? null : (
            <p className="issue" role="alert">
              {trouble}
            </p>
          )}
          <ProblemNote problem={problem} />
        </div>
      )}
    </section>
  );
}
