import { AutoComplete, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { useTexts } from '../../../web/language.ts';
import { FilePicker, type PickedFile } from '../../file/web/FilePicker.tsx';
import { instrumentEndpoints, type Instrument } from '../contract.ts';
import type { InstrumentKind } from '../rules.ts';
import { texts } from './text.ts';

type SuggestProps = ControlProps & {
  readonly kind: InstrumentKind;
  readonly of: 'model' | 'maker';
  readonly onTyped?: (text: string) => void;
};

/** Picked from what the ledger knows of a kind, or typed. */
export function SuggestField({ id, value, onChange, invalid, describedBy, kind, of, onTyped }: SuggestProps): ReactElement {
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

type ParentProps = ControlProps & { readonly holderId: string | undefined; readonly known?: { id: string; name: string } | null };

/** The installation of a part: another recorded instrument of the same holder. */
export function ParentPicker({ id, value, onChange, describedBy, holderId, known }: ParentProps): ReactElement {
  const text = useTexts(texts);
  const [typed, setTyped] = useState('');
  const found = useEndpoint(
    instrumentEndpoints.listInstruments,
    { query: { limit: 20, ...(typed === '' ? {} : { q: typed }), ...(holderId === undefined ? {} : { holderId: holderId as never }) } },
    { enabled: holderId !== undefined },
  );
  const options = (found.data?.items ?? [])
    .filter(({ parentId, status }) => parentId === null && status !== 'scrapped')
    .map((one: Instrument) => ({ value: one.id as string, label: `${one.name} ${one.model} / ${one.serial}` }));
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const isListed = chosen === null || options.some((option) => option.value === chosen);
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      placeholder={text.chooseOptional}
      options={isListed ? options : [{ value: chosen, label: known?.id === chosen ? known.name : chosen }, ...options]}
      value={chosen}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      aria-describedby={describedBy}
    />
  );
}

/** One file of a record by its id. */
export function FileField({ id, value, onChange, known }: ControlProps & { readonly known?: PickedFile | null }): ReactElement {
  const [picked, setPicked] = useState<readonly PickedFile[]>(known === null || known === undefined || value !== known.id ? [] : [known]);
  return (
    <FilePicker
      id={id}
      value={picked}
      most={1}
      onChange={(files) => {
        setPicked(files);
        onChange(files[0]?.id ?? null);
      }}
    />
  );
}
