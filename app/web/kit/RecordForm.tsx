import { App, Button } from 'antd';
import { useId, useRef, useState, type FormEvent, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { z } from 'zod';
import type { AnyEndpoint, ReplyOf, RequestOf } from '../../kernel/endpoint.ts';
import type { Text } from '../../kernel/text.ts';
import { useDraft } from '../draft.ts';
import { useAction } from '../endpoint-hooks.ts';
import { useSay, useTexts } from '../language.ts';
import { FormField, type Field } from './FormField.tsx';
import { ProblemNote } from './PageStates.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { texts } from './text.ts';

type Values = Readonly<Record<string, unknown>>;
type Props<E extends AnyEndpoint> = {
  readonly endpoint: E;
  readonly params?: Readonly<Record<string, string>>;
  readonly fields: readonly Field[];
  readonly initial?: Values;
  /** Parts of the body that are not typed here. */
  readonly fixed?: Values;
  readonly submit?: Text;
  readonly done?: Text;
  readonly onDone: (reply: ReplyOf<E>) => void;
  /** Under this name what was typed is kept on this device; never for passwords. */
  readonly draft?: string;
  readonly children?: ReactNode;
  /** Asks once more in these words before what is typed is sent; undefined: it is sent at once. */
  readonly confirm?: (values: Values) => Text | undefined;
  readonly invalidates?: readonly AnyEndpoint[];
};

/** A form over the body of a contract: checked by the contract's own schema, kept on failure, submitted once. */
export function RecordForm<E extends AnyEndpoint>(props: Props<E>): ReactElement {
  const { endpoint, params, fixed, submit, done } = props;
  const say = useSay();
  const text = useTexts(texts);
  const { message } = App.useApp();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues, forget] = useDraft<Values>(props.draft, props.initial ?? {});
  const fields = props.fields.filter(({ when }) => when?.(values) ?? true);
  const [issues, setIssues] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState<Readonly<{ words: Text; body: Values }>>();
  const { run, pending, problem } = useAction(endpoint, {
    invalidates: props.invalidates,
    onDone: (reply: ReplyOf<E>) => {
      forget();
      if (done !== undefined) void message.success(say(done), 4);
      props.onDone(reply);
    },
  });
  const shape = (endpoint.body instanceof z.ZodObject ? endpoint.body.shape : {}) as Readonly<Record<string, z.ZodType>>;
  const isRequired = (name: string): boolean =>
    shape[name] !== undefined && !accepts(shape[name], undefined) && !accepts(shape[name], null);
  const served = Object.fromEntries((problem?.issues ?? []).map((issue) => [String(issue.path[0]), issue.message]));
  const known = new Set(fields.map((field) => field.name));

  const send = async (): Promise<void> => {
    const body = {
      ...fixed,
      ...Object.fromEntries(fields.map((field) => [field.name, toBody(field, values[field.name], shape[field.name])])),
    };
    const found: Record<string, string> = {};
    for (const issue of (endpoint.body as z.ZodType | undefined)?.safeParse(body).error?.issues ?? []) {
      const name = String(issue.path[0]);
      found[name] ??= body[name as keyof typeof body] === undefined ? text.requiredIssue : issue.message;
    }
    setIssues(found);
    const wrong = fields.find((field) => found[field.name] !== undefined);
    if (wrong !== undefined) document.getElementById(`${formId}-${wrong.name}`)?.focus();
    else {
      const words = props.confirm?.(values);
      if (words === undefined) await submitBody(body);
      else setAsked({ words, body });
    }
  };
  const submitBody = async (body: Values): Promise<void> => {
    await run({ ...(params === undefined ? {} : { params }), body } as unknown as RequestOf<E>);
    setAsked(undefined);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) form.current?.requestSubmit();
  };
  return (
    <>
      <form className="record-form" noValidate ref={form} onSubmit={onSubmit} onKeyDown={onKeyDown}>
        {fields.map((field) => (
          <FormField
            key={field.name}
            field={field}
            id={`${formId}-${field.name}`}
            value={values[field.name]}
            required={isRequired(field.name)}
            issue={issues[field.name] ?? served[field.name]}
            onChange={(value) => {
              setValues({ ...values, [field.name]: value });
              if (issues[field.name] !== undefined)
                setIssues(Object.fromEntries(Object.entries(issues).filter(([name]) => name !== field.name)));
            }}
          />
        ))}
        {props.children}
        <ProblemNote problem={problem} />
        <Unplaced
          messages={[...Object.entries(issues), ...Object.entries(served)]
            .filter(([name]) => !known.has(name))
            .map(([name, words]) => `${name}: ${words}`)}
        />
        <Button type="primary" htmlType="submit" loading={pending}>
          {submit === undefined ? text.submit : say(submit)}
        </Button>
      </form>
      {asked === undefined ? null : (
        <ReasonDialog
          title={submit === undefined ? text.submit : say(submit)}
          atLeast={0}
          pending={pending}
          problem={undefined}
          onConfirm={() => void submitBody(asked.body)}
          onCancel={() => setAsked(undefined)}
        >
          <p>{say(asked.words)}</p>
        </ReasonDialog>
      )}
    </>
  );
}

/** Issues of parts that have no field here are still said. */
function Unplaced({ messages }: { messages: readonly string[] }): ReactElement | null {
  if (messages.length === 0) return null;
  return (
    <div className="problem-note" role="alert">
      {messages.map((words) => (
        <span key={words}>{words}</span>
      ))}
    </div>
  );
}

const accepts = (schema: z.ZodType | undefined, value: unknown): boolean => schema?.safeParse(value).success === true;

/** What is typed becomes what the contract takes: a blank field is left out, or null where only null may say it. */
function toBody(field: Field, value: unknown, schema: z.ZodType | undefined): unknown {
  const blank = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  if (blank) return schema !== undefined && !accepts(schema, undefined) && accepts(schema, null) ? null : undefined;
  if (field.kind === 'integer' && typeof value === 'string') return /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
  return field.kind === 'decimal' && typeof value === 'string' ? value.trim() : value;
}
