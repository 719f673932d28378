import { Input } from 'antd';
import type { ReactElement } from 'react';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { printRange, readRange } from '../rules/range.ts';
import { foreignRange, foreignWords } from '../rules/role-use.ts';
import { rangeTexts } from './range-text.ts';

/** Ranges a line each, with how every line is understood beneath, before anything is sent. */
export function RangeField({
  id,
  value,
  onChange,
  invalid,
  describedBy,
  roles,
}: ControlProps & { roles: readonly string[] }): ReactElement {
  const text = useTexts(rangeTexts);
  const say = useSay();
  const lines = Array.isArray(value) ? (value as string[]) : [];
  return (
    <>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 3, maxRows: 12 }}
        value={lines.join('\n')}
        onChange={(event) => onChange(event.target.value === '' ? [] : event.target.value.split('\n'))}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        {...(invalid ? { status: 'error' as const } : {})}
      />
      <ul aria-live="polite" className="range-reading">
        {lines.map((line, index) => {
          if (line.trim() === '') return null;
          const read = readRange(line);
          const key = `${index} ${line}`;
          if ('reason' in read)
            return (
              <li key={key} className="tone-bad">
                ✗ {line.trim()} — {say(read.reason)}
              </li>
            );
          const isForeign = foreignRange(roles, [read.range]) !== undefined;
          return isForeign ? (
            <li key={key} className="tone-bad">
              ✗ {say(foreignWords(roles, read.range))}
            </li>
          ) : (
            <li key={key}>
              ✓ {text.read} {printRange(read.range)}
            </li>
          );
        })}
      </ul>
    </>
  );
}
