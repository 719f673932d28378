import { Button } from 'antd';
import { useId, useRef, useState, type ChangeEvent, type ReactElement } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import { ProblemAnswer, upload } from '../../../web/client.ts';
import { printBytes } from '../../../web/figures.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { useTexts } from '../../../web/language.ts';
import { fileEndpoints, type FileCard } from '../contract.ts';
import { texts } from './text.ts';

export type PickedFile = Pick<FileCard, 'id' | 'name' | 'sizeBytes'>;

type Props = {
  readonly id?: string;
  readonly value: readonly PickedFile[];
  /** Left out: the files are shown only. */
  readonly onChange?: (files: readonly PickedFile[]) => void;
  readonly most?: number;
};

/** Files of a record: chosen, sent at once, shown with name and size, opened in place. */
export function FilePicker({ id, value, onChange, most = 10 }: Props): ReactElement {
  const text = useTexts(texts);
  const own = useId();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<string>();
  const [problem, setProblem] = useState<ProblemAnswer>();
  const send = async (chosen: readonly File[]): Promise<void> => {
    setProblem(undefined);
    const files = [...value];
    for (const file of chosen.slice(0, most - value.length)) {
      setSending(file.name);
      try {
        files.push(await upload(fileEndpoints.uploadFile, { query: { name: file.name } }, file));
        onChange?.([...files]);
      } catch (error) {
        if (!(error instanceof ProblemAnswer)) throw error;
        setProblem(error);
      }
    }
    setSending(undefined);
  };
  const onChoose = (event: ChangeEvent<HTMLInputElement>): void => {
    const chosen = Array.from(event.target.files ?? []);
    event.target.value = '';
    void send(chosen);
  };
  return (
    <div className="file-picker">
      <ul>
        {value.map((file) => (
          <li key={file.id}>
            <a href={addressOf(fileEndpoints.readFile, { params: { id: file.id } })} target="_blank" rel="noreferrer">
              {file.name}
            </a>
            <span className="soft"> {printBytes(file.sizeBytes)}</span>
            {onChange === undefined ? null : (
              <Button type="link" size="small" onClick={() => onChange(value.filter((one) => one.id !== file.id))}>
                {text.removeFile}
                <span className="unseen"> {file.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onChange === undefined || value.length >= most ? null : (
        <>
          <input
            ref={input}
            id={`${own}-input`}
            type="file"
            multiple={most > 1}
            className="unseen"
            tabIndex={-1}
            aria-label={text.addFile}
            onChange={onChoose}
          />
          <Button {...(id === undefined ? {} : { id })} loading={sending !== undefined} onClick={() => input.current?.click()}>
            {sending === undefined ? text.addFile : `${text.uploading} ${sending}`}
          </Button>
        </>
      )}
      <ProblemNote problem={problem} />
    </div>
  );
}
