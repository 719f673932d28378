import { useEffect, useRef, useState, type ReactElement } from 'react';
import { printBytes } from '../../../web/figures.ts';
import { useTexts } from '../../../web/language.ts';
import type { PhotoNote } from '../rules/local.ts';
import { readPhoto, type Photo } from './device/photo.ts';
import type { Site } from './device/site.ts';
import { texts } from './text.ts';

type Props = {
  readonly site: Site;
  readonly record: string;
  readonly photos: readonly PhotoNote[];
  /** The cell that a photo is bound to, and what it is called. */
  readonly place: { readonly path: string; readonly name: string } | undefined;
  readonly onAdd: ((photo: Photo, path: string) => void) | undefined;
  readonly onRemove: ((digest: string) => void) | undefined;
};

/** The pictures that are kept on this device, shown from there. */
function usePictures(site: Site, record: string, photos: readonly PhotoNote[]): ReadonlyMap<string, string> {
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map());
  const digests = photos.map(({ digest }) => digest).join(' ');
  useEffect(() => {
    const made: string[] = [];
    let current = true;
    void site.photosOf(record).then((rows) => {
      if (!current) return;
      const shown = rows.map(({ digest, blob }) => {
        const address = URL.createObjectURL(blob);
        made.push(address);
        return [digest, address] as const;
      });
      setPictures(new Map(shown));
    });
    return () => {
      current = false;
      for (const address of made) URL.revokeObjectURL(address);
    };
  }, [site, record, digests]);
  return pictures;
}

/** Photos of displays: the picture stays on the device until it is delivered, its digest is signed with the reading it shows. */
export function PhotoPart({ site, record, photos, place, onAdd, onRemove }: Props): ReactElement {
  const text = useTexts(texts);
  const input = useRef<HTMLInputElement>(null);
  const bound = useRef<string>(undefined);
  const [unreadable, setUnreadable] = useState(false);
  const pictures = usePictures(site, record, photos);
  const add = async (file: File | undefined): Promise<void> => {
    const path = bound.current;
    if (file === undefined || path === undefined) return;
    const photo = await readPhoto(file);
    setUnreadable(photo === undefined);
    if (photo !== undefined) onAdd?.(photo, path);
  };
  return (
    <section className="site-part" aria-label={text.photos}>
      <h3>{text.photos}</h3>
      {photos.length === 0 ? <p className="soft">{text.nothing}</p> : null}
      <ul className="photos">
        {photos.map((photo) => (
          <li key={photo.digest}>
            {pictures.has(photo.digest) ? <img src={pictures.get(photo.digest)} alt={photo.path} /> : null}
            <span className="soft">
              {photo.path} · {printBytes(photo.bytes)} · {photo.digest.slice(0, 12)}
            </span>
            {onRemove === undefined ? null : (
              <button type="button" className="no-print" onClick={() => onRemove(photo.digest)}>
                {text.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {onAdd === undefined ? null : (
        <div className="site-fields no-print">
          <input
            ref={input}
            type="file"
            accept="image/*"
            capture="environment"
            hidden
            onChange={(event) => {
              void add(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <button
            type="button"
            disabled={place === undefined}
            // The cell keeps the focus, and with it the reading to which the photo belongs.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              bound.current = place?.path;
              input.current?.click();
            }}
          >
            {text.addPhoto}
          </button>
          <span className="soft">
            {text.photoOf} {place?.name ?? '/'}
          </span>
          {unreadable ? <p className="issue">{text.photoTooBig}</p> : null}
        </div>
      )}
    </section>
  );
}
