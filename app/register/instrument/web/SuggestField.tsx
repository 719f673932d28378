import { AutoComplete } from 'antd';
import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { instrumentEndpoints } from '../contract.ts';
import type { InstrumentKind } from '../rules.ts';

type Props = ControlProps & {
  readonly kind: InstrumentKind;
  readonly of: 'model' | 'maker';
  readonly onTyped?: (text: string) => void;
};

/** Picked from what the ledger knows of a kind, or typed. */
export function SuggestField({ id, value, onChange, invalid, describedBy, kind, of, onTyped }: Props): ReactElement {
  const known = useEndpoint(instrumentEndpoints.listInstrumentTypes, { query: { kind } }, { staleMilliseconds: 60_000 });
  const typed = typeof value === 'string' ? value : '';
  const options = [...new Set((known.data?.items ?? []).map((type) => type[of]))]
    .filter((one) => one.toLowerCase().includes(typed.toLowerCase()))
    .map((one) => ({ value: one }));
  return (
    <AutoComplete
      id={id}
      value={typed}
      options={options}
      maxLength={of === 'model' ? 60 : 100}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      {...(invalid ? { status: 'error' as const } : {})}
      onChange={(text: string) => {
        onChange(text);
        onTyped?.(text);
      }}
    />
  );
}
