import { Select } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../web/language.ts';
import type { Field } from '../../../web/kit/FormField.tsx';
import { TownshipPicker, VillagePicker } from '../../division/web/TownshipPicker.tsx';
import { useRegions } from '../../organization/web/regions.ts';
import { PlacePicker, type PickedPlace } from '../../place/web/PlacePicker.tsx';

type Initial = { readonly region: string; readonly township: string | null; readonly place: PickedPlace | null };

/** Where an instrument is used: county, then what lies in it. The pickers below follow the county and the township that are chosen. */
export function useWhereFields(initial: Initial, withRegion: boolean, withCoordinates = true): readonly Field[] {
  const say = useSay();
  const regions = useRegions();
  const [region, setRegion] = useState(initial.region);
  const [township, setTownship] = useState<string | null>(initial.township);
  const options = regions.map(({ code, name }) => ({ value: code, label: say(name) }));
  const known = options.some(({ value }) => value === region) ? options : [{ value: region, label: region }, ...options];
  const county: Field = {
    name: 'region',
    label: ['区县', 'County'],
    control: ({ id, value, onChange }) => (
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        options={known}
        value={typeof value === 'string' ? value : region}
        onChange={(code: string) => {
          setRegion(code);
          setTownship(null);
          onChange(code);
        }}
      />
    ),
  };
  const village: Field = {
    name: 'village',
    label: ['村（社区）', 'Village'],
    control: ({ value, onChange, ...props }) => (
      <VillagePicker {...props} township={township} value={typeof value === 'string' ? value : null} onChange={onChange} />
    ),
  };
  return [
    ...(withRegion ? [county] : []),
    {
      name: 'placeId',
      label: ['使用场所', 'Recorded place'],
      hint: [
        '集贸市场、卫生室、加油站等已登记的场所；选了场所，乡镇与坐标可不填',
        'A recorded market, clinic or station; its township and coordinates need not be typed',
      ],
      control: ({ value, onChange, ...props }) => (
        <PlacePicker
          {...props}
          region={region}
          value={typeof value === 'string' ? value : null}
          known={initial.place}
          onChange={(id) => onChange(id)}
        />
      ),
    },
    {
      name: 'township',
      label: ['乡镇（街道）', 'Township'],
      control: ({ value, onChange, ...props }) => (
        <TownshipPicker
          {...props}
          region={region}
          value={typeof value === 'string' ? value : null}
          onChange={(code) => {
            setTownship(code);
            onChange(code);
          }}
        />
      ),
    },
    ...(township === null ? [] : [village]),
    {
      name: 'place',
      label: ['使用地点', 'Place of use'],
      hint: ['地址与具体位置，如“人民路 8 号 蔬菜区 12 号摊”', 'Address and spot, such as "8 Renmin Road, stall 12, vegetables"'],
    },
    ...(withCoordinates ? coordinates : []),
  ];
}

const coordinates: readonly Field[] = [
  {
    name: 'longitude',
    label: ['经度', 'Longitude'],
    kind: 'decimal',
    hint: ['度，CGCS2000，最多 6 位小数；可不填', 'Degrees, CGCS2000, at most 6 decimals; may be blank'],
  },
  { name: 'latitude', label: ['纬度', 'Latitude'], kind: 'decimal' },
];
