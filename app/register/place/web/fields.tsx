import { Select } from 'antd';
import { useState } from 'react';
import type { Field } from '../../../web/kit/FormField.tsx';
import { useSay } from '../../../web/language.ts';
import { TownshipPicker, VillagePicker } from '../../division/web/TownshipPicker.tsx';
import { useRegions } from '../../organization/web/regions.ts';
import { placeKinds } from '../rules.ts';

type Where = { readonly region?: string | undefined; readonly township?: string | null | undefined };

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What describes a place, the same when it is recorded and when it is corrected; the township follows the county, the village the township. */
export function useDescriptionFields(initial: Where): readonly Field[] {
  const say = useSay();
  const regions = useRegions();
  const [region, setRegion] = useState<string | null>(initial.region ?? null);
  const [township, setTownship] = useState<string | null>(initial.township ?? null);
  return [
    {
      name: 'kind',
      label: ['类型', 'Kind'],
      kind: 'choice',
      options: Object.entries(placeKinds).map(([value, label]) => ({ value, label })),
    },
    { name: 'name', label: ['名称', 'Name'], hint: ['招牌或证照上的名称', 'As on its sign or licence'] },
    {
      name: 'operatorCreditCode',
      label: ['经营单位统一社会信用代码', 'Credit code of the operator'],
      hint: [
        '市场、医院等的经营单位，未登记的留空；摊位等器具另有使用单位',
        'Who runs it; blank where it is not recorded. Stalls are holders of their own',
      ],
    },
    {
      name: 'region',
      label: ['县（市、区）', 'County'],
      control: ({ id, value, onChange, invalid, describedBy }) => (
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          options={regions.filter(({ code }) => !code.endsWith('00')).map(({ code, name }) => ({ value: code, label: say(name) }))}
          value={textOf(value)}
          onChange={(code: string) => {
            setRegion(code);
            onChange(code);
          }}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          {...(invalid ? { status: 'error' as const } : {})}
        />
      ),
    },
    {
      name: 'township',
      label: ['乡镇（街道）', 'Township'],
      control: ({ id, value, onChange, invalid, describedBy }) => (
        <TownshipPicker
          id={id}
          region={region}
          value={textOf(value)}
          invalid={invalid}
          describedBy={describedBy}
          onChange={(code) => {
            setTownship(code);
            onChange(code);
          }}
        />
      ),
    },
    {
      name: 'village',
      label: ['村（社区）', 'Village'],
      control: ({ id, value, onChange, invalid, describedBy }) => (
        <VillagePicker id={id} township={township} value={textOf(value)} invalid={invalid} describedBy={describedBy} onChange={onChange} />
      ),
    },
    { name: 'address', label: ['地址', 'Address'] },
    {
      name: 'longitude',
      label: ['经度', 'Longitude'],
      kind: 'decimal',
      unit: '°',
      hint: ['CGCS2000，如 120.900100', 'CGCS2000, such as 120.900100'],
    },
    { name: 'latitude', label: ['纬度', 'Latitude'], kind: 'decimal', unit: '°', hint: ['与经度同时填写', 'Together with the longitude'] },
    { name: 'openedOn', label: ['开业日期', 'Opened on'], kind: 'day', hint: ['不清楚的留空', 'Blank where not known'] },
  ];
}

export const comparedField: Field = {
  name: 'compared',
  label: ['已与相近的场所核对', 'Compared with similar places'],
  kind: 'yesNo',
  hint: [
    '提示有相近的场所时，核对后确认不是同一场所再选“是”',
    'When similar places are named: yes, after you have made sure that it is another one',
  ],
};
