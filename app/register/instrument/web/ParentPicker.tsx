import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { useTexts } from '../../../web/language.ts';
import { instrumentEndpoints, type Instrument } from '../contract.ts';
import { texts } from './text.ts';

type Props = ControlProps & { readonly holderId: string | undefined; readonly known?: { id: string; name: string } | null };

/** The installation of a part: another recorded instrument of the same holder. */
export function ParentPicker({ id, value, onChange, describedBy, holderId, known }: Props): ReactElement {
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
