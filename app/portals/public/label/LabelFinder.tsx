import { useState, type DragEvent, type FormEvent, type ReactElement } from 'react';
import { useTexts } from '../../../web/language.ts';
import { CameraScan } from './CameraScan.tsx';
import { texts } from './label-text.ts';
import { PictureRefused, readQrFromImage } from './read-photo.ts';

type State = 'idle' | 'searching' | 'notFound' | 'tooLarge' | 'notPicture';

/** The ways to a label: its photo, the camera, or what another scanner has read. `onText` gets the text of the code, whatever it is. */
export function LabelFinder({ onText }: { onText: (text: string) => void }): ReactElement {
  const text = useTexts(texts);
  const [state, setState] = useState<State>('idle');
  const [over, setOver] = useState(false);
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setState('searching');
    try {
      const found = await readQrFromImage(file);
      setState(found === undefined ? 'notFound' : 'idle');
      if (found !== undefined) onText(found);
    } catch (error) {
      if (!(error instanceof PictureRefused)) throw error;
      setState(error.code === 'too-large' ? 'tooLarge' : 'notPicture');
    }
  };
  const drop = (event: DragEvent<HTMLDivElement>): void => {
    event.preventDefault();
    setOver(false);
    void open(event.dataTransfer.files[0]);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('content');
    if (typeof typed === 'string' && typed.trim() !== '') onText(typed.trim());
  };
  return (
    <div className="label-finder">
      <div
        className={over ? 'label-drop over' : 'label-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label className="label-photo">
          {text.photo}
          <input
            id="label-photo"
            type="file"
            accept="image/jpeg,image/png,image/webp,image/*"
            aria-describedby="label-photo-hint"
            onChange={(event) => {
              const field = event.target;
              // The same photo may be chosen once more.
              void open(field.files?.[0]).finally(() => {
                field.value = '';
              });
            }}
          />
        </label>
        <p className="soft" id="label-photo-hint">
          {text.photoHint}
        </p>
        <p role="status">{state === 'idle' ? '' : text[state]}</p>
      </div>
      <CameraScan onText={onText} />
      <form className="look-up" onSubmit={submit}>
        <label htmlFor="label-content">{text.content}</label>
        <input
          id="label-content"
          name="content"
          required
          maxLength={1200}
          autoComplete="off"
          spellCheck={false}
          aria-describedby="label-content-hint"
        />
        <p className="soft" id="label-content-hint">
          {text.contentHint}
        </p>
        <button type="submit">{text.check}</button>
      </form>
    </div>
  );
}
