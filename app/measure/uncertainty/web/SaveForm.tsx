import { App, Button, Input } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { uncertaintyEndpoints, type Version } from '../contract.ts';
import { texts } from './text.ts';

type Props = {
  readonly model: string;
  readonly title: string;
  readonly note: string;
  readonly onTitle: (title: string) => void;
  readonly onNote: (note: string) => void;
  /** The evaluation and its latest version; a new evaluation where it is left out. */
  readonly revises?: { readonly id: string; readonly latest: number };
  readonly onSaved: () => void;
};

/** Saves what stands on the bench as a version; the server computes it again before it keeps it. */
export function SaveForm({ model, title, note, onTitle, onNote, revises, onSaved }: Props): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const id = useId();
  const { message } = App.useApp();
  const [isAsked, setAsked] = useState(false);
  const onDone = (version: Version): void => {
    onSaved();
    void message.success(fill(text.saved, { n: version.number }), 4);
    go(`/desk/uncertainty/evaluations/${version.evaluation.id}/versions/${version.number}`);
  };
  const first = useAction(uncertaintyEndpoints.draftUncertainty, { onDone });
  const further = useAction(uncertaintyEndpoints.reviseUncertainty, { onDone });
  const { pending, problem } = revises === undefined ? first : further;
  const isMissing = title.trim().length < 2;
  const save = async (): Promise<void> => {
    setAsked(true);
    if (isMissing) return;
    const body = { title, note, model };
    if (revises === undefined) await first.run({ body });
    else await further.run({ params: { id: revises.id as never }, body: { ...body, after: revises.latest } });
  };
  return (
    <form
      className="sheet save-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-title`}>{text.subject}</label>
        <Input
          id={`${id}-title`}
          value={title}
          maxLength={120}
          status={isAsked && isMissing ? 'error' : ''}
          onChange={(event) => onTitle(event.target.value)}
        />
        {isAsked && isMissing ? <span className="wrong">{text.needsTitle}</span> : null}
      </div>
      <div className="field">
        <label htmlFor={`${id}-note`}>{text.note}</label>
        <Input.TextArea id={`${id}-note`} value={note} maxLength={2000} rows={2} onChange={(event) => onNote(event.target.value)} />
      </div>
      <ProblemNote problem={problem} />
      <Button type="primary" htmlType="submit" loading={pending}>
        {text.save}
      </Button>
    </form>
  );
}
