import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { RequestOf } from '../../../kernel/endpoint.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { useTexts } from '../../../web/language.ts';
import { divisionEndpoints } from '../contract.ts';
import { texts } from './text.ts';

type Props = {
  readonly id: string;
  readonly value: string | null | undefined;
  readonly onChange: (code: string | null) => void;
  readonly invalid?: boolean;
  readonly describedBy?: string;
};

type Query = RequestOf<typeof divisionEndpoints.listDivisions>['query'];

/** The current divisions under one, by the name that people know; asked once for many forms. */
function useDivisions(query: Query, enabled: boolean) {
  return useEndpoint(
    divisionEndpoints.listDivisions,
    { query: { ...query, state: 'current', limit: 200 } },
    { enabled, staleMilliseconds: 600_000 },
  );
}

function Picker({
  id,
  value,
  onChange,
  invalid,
  describedBy,
  query,
  enabled,
  blocked,
}: Props & { query: Query; enabled: boolean; blocked: string }): ReactElement {
  const text = useTexts(texts);
  const { data, isFetching } = useDivisions(query, enabled);
  const options = (data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const isKnown = value === null || value === undefined || value === '' || options.some((option) => option.value === value);
  return (
    <Select
      id={id}
      allowClear
      loading={enabled && isFetching}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={enabled ? text.notStated : blocked}
      notFoundContent={enabled ? text.noneRecorded : blocked}
      options={isKnown ? options : [...options, { value, label: value }]}
      value={value === '' || value === undefined ? null : value}
      onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
      aria-invalid={invalid === true}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(invalid === true ? { status: 'error' as const } : {})}
    />
  );
}

/** A township of a county: the `control` of a form's field. */
export function TownshipPicker({ region, ...props }: Props & { readonly region: string | null | undefined }): ReactElement {
  const text = useTexts(texts);
  const isCounty = region !== null && region !== undefined && /^\d{6}$/.test(region);
  return (
    <Picker {...props} query={{ level: 'township', region: isCounty ? region : '000000' }} enabled={isCounty} blocked={text.countyFirst} />
  );
}

/** A village of a township. */
export function VillagePicker({ township, ...props }: Props & { readonly township: string | null | undefined }): ReactElement {
  const text = useTexts(texts);
  const isTownship = township !== null && township !== undefined && /^\d{9}$/.test(township);
  return (
    <Picker
      {...props}
      query={{ level: 'village', township: isTownship ? township : '000000000' }}
      enabled={isTownship}
      blocked={text.townshipFirst}
    />
  );
}

/** The townships of a county as the options of a filter; none until a county is chosen. */
export function useTownshipOptions(region: string | undefined): readonly { value: string; label: string }[] {
  const isCounty = region !== undefined && /^\d{6}$/.test(region) && !region.endsWith('00');
  const { data } = useDivisions({ level: 'township', region: isCounty ? region : '000000' }, isCounty);
  return isCounty ? (data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })) : [];
}
