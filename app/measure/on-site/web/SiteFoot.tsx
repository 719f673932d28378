import { useId, type ReactElement, type ReactNode } from 'react';
import { useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import type { Content, LocalRecord } from '../rules/local.ts';
import type { PackRow } from './device/database.ts';
import type { Photo } from './device/photo.ts';
import type { Site } from './device/site.ts';
import { PhotoPart } from './PhotoPart.tsx';
import { SealPart } from './SealPart.tsx';
import { texts } from './text.ts';

type Props = {
  readonly site: Site;
  readonly record: LocalRecord;
  readonly content: Content;
  readonly pack: PackRow | undefined;
  readonly place: { readonly path: string; readonly name: string } | undefined;
  readonly conclusion: ReactNode;
  readonly onChange: ((part: Partial<Content>) => void) | undefined;
  readonly onAddPhoto: (photo: Photo, path: string) => void;
  readonly onRemovePhoto: (digest: string) => void;
};

/** Below the readings: conclusion, who else was there, what was put on the instrument, photos, remarks, signatures. */
export function SiteFoot({ site, record, content, pack, place, conclusion, onChange, onAddPhoto, onRemovePhoto }: Props): ReactElement {
  const text = useTexts(texts);
  const { person } = useCaller();
  const id = useId();
  const colleagues = (pack?.colleagues ?? []).filter((one) => one.id !== person.id);
  const second = colleagues.find((one) => one.id === content.secondPerson);
  const editing = onChange !== undefined;
  return (
    <footer className="foot site-foot">
      <span className="conclusion">
        {text.conclusion}: {conclusion}
      </span>
      <div className="site-fields">
        <div>
          <label htmlFor={`${id}-second`}>{text.secondPerson}</label>
          {editing ? (
            <select
              id={`${id}-second`}
              value={content.secondPerson ?? ''}
              title={text.secondPersonHint}
              onChange={(event) => onChange({ secondPerson: event.target.value === '' ? null : event.target.value })}
            >
              <option value="">/</option>
              {colleagues.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          ) : (
            <span className="typed">{second?.name ?? '/'}</span>
          )}
        </div>
      </div>
      <SealPart seals={content.seals} onChange={editing ? (seals) => onChange({ seals }) : undefined} />
      <PhotoPart
        site={site}
        record={record.id}
        photos={content.photos}
        place={place}
        onAdd={editing ? onAddPhoto : undefined}
        onRemove={editing ? onRemovePhoto : undefined}
      />
      <div className="site-part">
        <label htmlFor={`${id}-remarks`}>{text.remark}</label>
        {editing ? (
          <textarea
            id={`${id}-remarks`}
            rows={2}
            maxLength={1000}
            value={content.remarks ?? ''}
            onChange={(event) => onChange({ remarks: event.target.value === '' ? null : event.target.value })}
          />
        ) : (
          <p>{content.remarks ?? '/'}</p>
        )}
      </div>
      <dl className="signatures">
        <div>
          <dt>{text.technician}</dt>
          <dd>{person.name}</dd>
        </div>
        <div>
          <dt>{text.secondPerson}</dt>
          <dd>{second?.name ?? '/'}</dd>
        </div>
        {record.sealed === null ? null : (
          <div>
            <dt>{text.sentAs}</dt>
            <dd>{record.sealed.delivery.slice(-8)}</dd>
          </div>
        )}
      </dl>
    </footer>
  );
}
