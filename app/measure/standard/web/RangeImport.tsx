import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState, type ChangeEvent, type ReactElement } from 'react';
import { ProblemAnswer, upload } from '../../../web/client.ts';
import { DayField } from '../../../web/kit/DayField.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { FormField } from '../../../web/kit/FormField.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { standardEndpoints } from '../contract.ts';
import { rangeTexts } from './range-text.ts';

/** States the ranges of many standards by the register that was exported and filled. */
export function RangeImport({ onClose }: { onClose: () => void }): ReactElement {
  const text = useTexts(rangeTexts);
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [since, setSince] = useState<unknown>('');
  const [reason, setReason] = useState<unknown>('');
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer>();
  const [reply, setReply] = useState<ReplyOf<typeof standardEndpoints.importRanges>>();
  const isReady = typeof since === 'string' && since !== '' && typeof reason === 'string' && reason.trim().length >= 2;
  const send = async (file: File): Promise<void> => {
    setProblem(undefined);
    setReply(undefined);
    setSending(true);
    try {
      setReply(await upload(standardEndpoints.importRanges, { query: { since: since as string, reason: reason as string } }, file));
      await queries.invalidateQueries();
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
    if (file !== undefined) void send(file);
  };
  return (
    <Dialog title={text.import} onClose={onClose}>
      <p className="soft">{text.importLead}</p>
      <FormField
        field={{
          name: 'since',
          label: ['自何日起', 'Since'],
          control: ({ id, value, onChange, invalid, describedBy }) => (
            <DayField
              id={id}
              value={typeof value === 'string' && value !== '' ? value : undefined}
              onChange={onChange}
              describedBy={describedBy}
              invalid={invalid}
            />
          ),
        }}
        id="range-import-since"
        value={since}
        required
        issue={undefined}
        onChange={setSince}
      />
      <FormField
        field={{
          name: 'reason',
          label: ['依据', 'On what they rest'],
          hint: ['如“照证书核对”', 'Such as “compared with the certificates”'],
        }}
        id="range-import-reason"
        value={reason}
        required
        issue={undefined}
        onChange={setReason}
      />
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        className="unseen"
        tabIndex={-1}
        aria-label={text.choose}
        onChange={onChoose}
      />
      <p>
        <Button type="primary" loading={isSending} disabled={!isReady} onClick={() => input.current?.click()}>
          {isSending ? text.sending : text.choose}
        </Button>
      </p>
      <ProblemNote problem={problem} />
      <ul className="range-reading">
        {(problem?.issues ?? []).map(({ path, message }) => (
          <li key={`${path.join('.')} ${message}`} className="tone-bad">
            {path[0] === 'rows' ? `${fill(text.row, { n: Number(path[1]) })}: ${message}` : message}
          </li>
        ))}
      </ul>
      {reply === undefined ? null : (
        <p role="status">{fill(text.imported, { n: reply.stated.length, same: reply.unchanged, empty: reply.empty })}</p>
      )}
    </Dialog>
  );
}
