import { Button } from 'antd';
import { useId, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import type { ProblemAnswer } from '../../../web/client.ts';
import { useDraft } from '../../../web/draft.ts';
import { dayOfInstant } from '../../../web/figures.ts';
import { FormField } from '../../../web/kit/FormField.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { FilePicker, type PickedFile } from '../../file/web/FilePicker.tsx';
import { faultsOf, tidied } from '../rules/content.ts';
import type { Content } from '../rules/kind.ts';
import { kindOf, type EntryKind } from '../rules/kinds.ts';
import { useRegionOptions } from './kinds.ts';
import { texts } from './text.ts';
import { fieldsOf, toContent, toValues, type Values } from './values.ts';
import './entry.css';

type Props = {
  readonly kind: EntryKind;
  readonly initial?: Content;
  readonly initialFiles?: readonly PickedFile[];
  /** Under this name what was typed is kept on this device. */
  readonly draft?: string;
  readonly pending: boolean;
  readonly problem: ProblemAnswer | undefined;
  readonly onSubmit: (content: Content, files: readonly PickedFile[], forget: () => void) => void;
  readonly onCancel: string;
  /** Fields that stand beside what the entry says, such as the reason of a correction. */
  readonly children?: ReactNode;
};

/** The form that a kind describes, checked by the rules that the server applies. */
export function EntryForm(props: Props): ReactElement {
  const { kind: kindName, initial, pending, problem } = props;
  const kind = kindOf(kindName);
  const text = useTexts(texts);
  const say = useSay();
  const formId = useId();
  const [values, setValues, forget] = useDraft<Values>(props.draft, initial === undefined ? {} : toValues(initial));
  const [files, setFiles] = useState<readonly PickedFile[]>(props.initialFiles ?? []);
  const [issues, setIssues] = useState<Readonly<Record<string, string>>>({});
  const served = Object.fromEntries((problem?.issues ?? []).map((issue) => [placeOf(issue.path), issue.message]));
  const fields = fieldsOf(kind, useRegionOptions());

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const content = toContent(kind, values, initial?.phases ?? []);
    const faults = faultsOf(kind, tidied(kind, content), dayOfInstant(new Date().toISOString()));
    // A masked number is what was shown; whether it may stay is for the server to say.
    const found = Object.fromEntries(faults.map((fault) => [fault.path.join('.'), say(fault.text)]));
    if (files.length === 0) found['files'] = text.evidenceMissing;
    setIssues(found);
    const first = [...fields.map(({ field }) => field.name), 'files'].find((name) => found[name] !== undefined);
    if (first === undefined) props.onSubmit(content, files, forget);
    else document.getElementById(`${formId}-${first}`)?.focus();
  };
  const settle = (name: string): void => setIssues(Object.fromEntries(Object.entries(issues).filter(([one]) => one !== name)));
  const wrong = Object.keys(issues).length;
  return (
    <form className="entry-form" noValidate onSubmit={onSubmit}>
      <div className="sheet fields">
        {fields.map(({ field, required }) => (
          <FormField
            key={field.name}
            field={field}
            id={`${formId}-${field.name}`}
            value={values[field.name]}
            required={required}
            issue={issues[field.name] ?? served[field.name]}
            onChange={(value) => {
              setValues({ ...values, [field.name]: value ?? '' });
              settle(field.name);
            }}
          />
        ))}
      </div>
      <div className={`sheet field${issues['files'] === undefined ? '' : ' wrong'}`}>
        <label htmlFor={`${formId}-files`}>
          {text.evidence}
          <span className="required">{text.required}</span>
        </label>
        <p className="soft">{say(kind.evidence)}</p>
        <FilePicker
          id={`${formId}-files`}
          value={files}
          most={20}
          onChange={(picked) => {
            setFiles(picked);
            settle('files');
          }}
        />
        <p className="issue">{issues['files'] ?? served['files']}</p>
      </div>
      {props.children}
      <ProblemNote problem={problem} />
      {wrong === 0 ? null : (
        <p className="problem-note" role="alert">
          {fill(text.fix, { n: wrong })}
        </p>
      )}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={pending}>
          {text.send}
        </Button>
        <Button href={props.onCancel}>{text.cancel}</Button>
      </div>
    </form>
  );
}

/** The server names a place of the body; the form knows what stands inside `content`. */
const placeOf = (path: readonly (string | number)[]): string => (path[0] === 'content' ? path.slice(1) : path).join('.');
