import { Input, Modal } from 'antd';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import type { ProblemAnswer } from '../client.ts';
import { fill, useTexts } from '../language.ts';
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
  const short = reason.trim().length < atLeast;
  const confirm = (): void => {
    setTried(true);
    if (!short && !pending) onConfirm(reason.trim());
  };
  return (
    <Modal open title={title} okText={text.confirm} cancelText={text.cancel} okButtonProps={{ danger, loading: pending }} onOk={confirm} onCancel={onCancel}>
      {children}
      {atLeast === 0 ? null : (
        <div className="field">
          <label htmlFor={id}>{text.reason}</label>
          <Input.TextArea
            id={id}
            autoFocus
            rows={3}
            maxLength={200}
            value={reason}
            aria-describedby={`${id}-note`}
            aria-invalid={tried && short}
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
    </Modal>
  );
}
