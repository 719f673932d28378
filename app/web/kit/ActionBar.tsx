import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { AnyEndpoint, ReplyOf, RequestOf } from '../../kernel/endpoint.ts';
import type { Text } from '../../kernel/text.ts';
import { useAction } from '../endpoint-hooks.ts';
import { useSay } from '../language.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

/** One thing that may be done to a record. */
export type RecordAction<E extends AnyEndpoint = AnyEndpoint> = {
  readonly name: string;
  readonly label: Text;
  readonly endpoint: E;
  /** The request, with the reason where one was asked for. */
  readonly request: (reason: string) => RequestOf<E>;
  /** Asks for a reason of at least this many characters first. */
  readonly reason?: number;
  /** Asks once more in these words first. */
  readonly confirm?: Text;
  readonly done?: Text;
  readonly onDone?: (reply: ReplyOf<E>) => void;
  readonly kind?: 'primary' | 'danger' | 'plain';
};

/** Keeps the endpoint's types of one action: `recordAction({ endpoint: acceptRequest, request: () => ({ params: { id } }), … })`. */
export const recordAction = <E extends AnyEndpoint>(action: RecordAction<E>): RecordAction => action as unknown as RecordAction;

/** The buttons for what is allowed now; `allowed` is the list that the record itself carries. */
export function ActionBar({ actions, allowed }: { actions: readonly RecordAction[]; allowed: readonly string[] }): ReactElement {
  return (
    <div className="action-bar no-print">
      {actions
        .filter((action) => allowed.includes(action.name))
        .map((action) => (
          <ActionButton key={action.name} action={action} />
        ))}
    </div>
  );
}

function ActionButton({ action }: { action: RecordAction }): ReactElement {
  const say = useSay();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const asks = action.reason !== undefined || action.confirm !== undefined;
  const { run, pending, problem, reset } = useAction(action.endpoint, {
    onDone: (reply) => {
      setAsking(false);
      // A notice of success stays for at least three seconds.
      if (action.done !== undefined) void message.success(say(action.done), 4);
      action.onDone?.(reply);
    },
  });
  const perform = async (reason: string): Promise<void> => {
    const reply = await run(action.request(reason) as RequestOf<AnyEndpoint>);
    if (reply === undefined) setAsking(true);
  };
  return (
    <>
      <Button
        type={action.kind === 'primary' ? 'primary' : 'default'}
        danger={action.kind === 'danger'}
        loading={pending && !asking}
        onClick={() => (asks ? setAsking(true) : void perform(''))}
      >
        {say(action.label)}
      </Button>
      {asking ? (
        <ReasonDialog
          title={say(action.label)}
          atLeast={action.reason ?? 0}
          danger={action.kind === 'danger'}
          pending={pending}
          problem={problem}
          onConfirm={(reason) => void perform(reason)}
          onCancel={() => {
            reset();
            setAsking(false);
          }}
        >
          {action.confirm === undefined ? null : <p>{say(action.confirm)}</p>}
        </ReasonDialog>
      ) : null}
    </>
  );
}
