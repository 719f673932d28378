import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { ProblemAnswer } from '../client.ts';
import { fill, useTexts } from '../language.ts';
import { Dialog } from './Dialog.tsx';
import { ProblemNote } from './PageStates.tsx';
import { texts } from './text.ts';

type Props = {
  readonly title: string;
  readonly children?: ReactNode;
  /** The least number of characters of the reason; 0 asks for confirmation alone. */
  readonly atLeast: number;
  readonly danger?: boolean;
  readonly pending: boolean;
  readonly problem: ProblemAnswer | undefined;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
};

/** Asks once more before something that stays, and for its reason where the contract wants one. Ctrl+Enter confirms. */
export function ReasonDialog({ title, children, atLeast, danger = false, pending, problem, onConfirm, onCancel }: Props): ReactElement {
  const text = useTexts(texts);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const id = useId();
  const area = useRef<TextAreaRef>(null);
  useEffect(() => area.current?.focus(), []);
  const short = reason.trim().length < atLeast;
  const confirm = (): void => {
    setTried(true);
    if (!short && !pending) onConfirm(reason.trim());
  };
  return (
    <Dialog
      title={title}
      onClose={onCancel}
      foot={
        <>
          <Button onClick={onCancel}>{text.cancel}</Button>
          <Button type="primary" danger={danger} loading={pending} onClick={confirm}>
            {text.confirm}
          </Button>
        </>
      }
    >
      {children}
      {atLeast === 0 ? null : (
        <div className="field">
          <label htmlFor={id}>{text.reason}</label>
          <Input.TextArea
            id={id}
            ref={area}
            rows={3}
            maxLength={200}
            value={reason}
            aria-describedby={`${id}-note`}
            aria-invalid={tried && short}
            {...(tried && short ? { status: 'error' as const } : {})}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.ctrlKey) confirm();
            }}
          />
          <p id={`${id}-note`} className={tried && short ? 'issue' : 'hint'}>
            {tried && short ? fill(text.tooShort, { n: atLeast }) : text.reasonHint}
          </p>
        </div>
      )}
      <ProblemNote problem={problem} />
    </Dialog>
  );
}
