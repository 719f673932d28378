import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';
import type { Day } from '../../kernel/day.ts';

type Props = {
  readonly id?: string;
  readonly value: Day | undefined;
  readonly onChange: (day: Day | undefined) => void;
  readonly latest?: Day;
  readonly placeholder?: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
};

/** A day, typed as 2026-11-23 or picked; a day has no zone and stays text. */
export function DayField({ id, value, onChange, latest, placeholder, describedBy, invalid = false }: Props): ReactElement {
  const parsed = value === undefined ? null : dayjs(value, 'YYYY-MM-DD');
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      value={parsed?.isValid() === true ? parsed : null}
      onChange={(picked) => onChange(picked === null ? undefined : picked.format('YYYY-MM-DD'))}
      {...(latest === undefined ? {} : { maxDate: dayjs(latest, 'YYYY-MM-DD') })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(invalid ? { status: 'error' as const, 'aria-invalid': true } : {})}
    />
  );
}
