import { Input, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { Text } from '../../kernel/text.ts';
import { useSay, useTexts } from '../language.ts';
import { DayField } from './DayField.tsx';
import { labelOf, type Option } from './FilterBar.tsx';
import { texts } from './text.ts';

export type ControlProps = {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly invalid: boolean;
  readonly describedBy: string;
};

export type Field = {
  /** The name in the endpoint's body. */
  readonly name: string;
  readonly label: Text;
  /** text when left out; `decimal` stays text with its zeros, `integer` becomes a number. */
  readonly kind?: 'text' | 'long' | 'decimal' | 'integer' | 'day' | 'choice' | 'many' | 'yesNo' | 'secret';
  readonly unit?: string | Text;
  readonly hint?: Text;
  readonly options?: readonly Option[];
  readonly autoComplete?: string;
  /** A control of the page's own, as a picker of another term or of files. */
  readonly control?: (props: ControlProps) => ReactNode;
  /** The field stands there only while this holds of what is typed; otherwise it is not sent. */
  readonly when?: (values: Readonly<Record<string, unknown>>) => boolean;
};

type Props = { field: Field; id: string; value: unknown; required: boolean; issue: string | undefined; onChange: (value: unknown) => void };

/** Label above, unit in the field, and under it what to do in words. */
export function FormField({ field, id, value, required, issue, onChange }: Props): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const noteId = `${id}-note`;
  const note = issue ?? (field.hint === undefined ? undefined : say(field.hint));
  const control: ControlProps = { id, value, onChange, invalid: issue !== undefined, describedBy: noteId };
  return (
    <div className={issue === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>
        {say(field.label)}
        {required ? <span className="required">{text.required}</span> : null}
      </label>
      {field.control === undefined ? <Control field={field} required={required} {...control} /> : field.control(control)}
      <p id={noteId} className={issue === undefined ? 'hint' : 'issue'}>
        {note}
      </p>
    </div>
  );
}

function Control({
  field,
  id,
  value,
  required,
  onChange,
  invalid,
  describedBy,
}: ControlProps & { field: Field; required: boolean }): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const typed = typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value as number);
  const wrong = {
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'aria-required': required,
    ...(invalid ? { status: 'error' as const } : {}),
  };
  const suffix = field.unit === undefined ? {} : { suffix: <span className="soft">{labelOf(field.unit, say)}</span> };
  const complete = field.autoComplete === undefined ? {} : { autoComplete: field.autoComplete };
  const options = (field.options ?? []).map((option) => ({ value: option.value, label: labelOf(option.label, say) }));
  switch (field.kind ?? 'text') {
    case 'long':
      return (
        <Input.TextArea
          id={id}
          rows={5}
          autoSize={{ minRows: 3, maxRows: 16 }}
          value={typed}
          onChange={(event) => onChange(event.target.value)}
          {...wrong}
        />
      );
    case 'secret':
      return <Input.Password id={id} value={typed} onChange={(event) => onChange(event.target.value)} {...complete} {...wrong} />;
    case 'day':
      return <DayField id={id} value={typed === '' ? undefined : typed} onChange={onChange} describedBy={describedBy} invalid={invalid} />;
    case 'choice':
      return (
        <Select
          id={id}
          allowClear={!required}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          value={typed === '' ? null : typed}
          onChange={onChange}
          {...wrong}
        />
      );
    case 'many':
      return (
        <Select
          id={id}
          mode="multiple"
          options={options}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={onChange}
          {...wrong}
        />
      );
    case 'yesNo':
      return (
        <Select
          id={id}
          options={[
            { value: 'yes', label: text.yes },
            { value: 'no', label: text.no },
          ]}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          onChange={(chosen: string) => onChange(chosen === 'yes')}
          {...wrong}
        />
      );
    case 'decimal':
    case 'integer':
    case 'text':
      return (
        <Input
          id={id}
          value={typed}
          {...(field.kind === 'integer'
            ? { inputMode: 'numeric' as const }
            : field.kind === 'decimal'
              ? { inputMode: 'decimal' as const }
              : {})}
          onChange={(event) => onChange(event.target.value)}
          {...suffix}
          {...complete}
          {...wrong}
        />
      );
  }
}
