import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { useSay, useTexts } from '../../../web/language.ts';
import { placeEndpoints } from '../contract.ts';
import { placeKinds, type PlaceKind } from '../rules.ts';
import { texts } from './text.ts';

export type PickedPlace = { readonly id: string; readonly name: string };

type Props = {
  readonly id: string;
  /** The county in which it is looked for. */
  readonly region: string | null | undefined;
  readonly kind?: PlaceKind | undefined;
  readonly value: string | null | undefined;
  /** The name of `value`, where the page knows it. */
  readonly known?: PickedPlace | null | undefined;
  readonly onChange: (id: string | null, place: PickedPlace | null) => void;
  readonly invalid?: boolean;
  readonly describedBy?: string;
};

/** An open place of a county, found by a part of its name or address: the `control` of a form's field. */
export function PlacePicker({ id, region, kind, value, known, onChange, invalid, describedBy }: Props): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<PickedPlace>();
  const isCounty = region !== null && region !== undefined && /^\d{6}$/.test(region);
  const choices = useEndpoint(
    placeEndpoints.listPlaceChoices,
    { query: { region: isCounty ? region : '000000', q: typed, ...(kind === undefined ? {} : { kind }) } },
    { enabled: isCounty },
  );
  const options = (choices.data?.items ?? []).map((place) => ({
    value: place.id as string,
    name: place.name,
    label: `${place.name} · ${say(placeKinds[place.kind])}${place.township === null ? '' : ` · ${place.township.name}`}${place.address === '' ? '' : ` · ${place.address}`}`,
  }));
  const current = [picked, known].find((place) => place !== undefined && place !== null && place.id === value);
  const isListed = options.some((option) => option.value === value);
  return (
    <Select
      id={id}
      allowClear
      loading={isCounty && choices.isFetching}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      placeholder={isCounty ? text.findPlace : text.countyFirst}
      notFoundContent={isCounty ? text.noSuchPlace : text.countyFirst}
      options={
        value === null || value === undefined || value === '' || isListed
          ? options
          : [{ value, name: current?.name ?? value, label: current?.name ?? value }, ...options]
      }
      value={value === '' || value === undefined ? null : value}
      onChange={(chosen: string | null | undefined) => {
        const place = options.find((option) => option.value === chosen);
        const next = place === undefined ? null : { id: place.value, name: place.name };
        setPicked(next ?? undefined);
        onChange(chosen ?? null, next);
      }}
      aria-invalid={invalid === true}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(invalid === true ? { status: 'error' as const } : {})}
    />
  );
}
