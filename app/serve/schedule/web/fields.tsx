import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useSay, useTexts } from '../../../web/language.ts';
import { DayField } from '../../../web/kit/DayField.tsx';
import type { ControlProps, Field } from '../../../web/kit/FormField.tsx';
import { instrumentKinds } from '../../../register/instrument/rules.ts';
import type { scheduleEndpoints } from '../contract.ts';
import { absenceCauses, halves } from '../rules.ts';
import { texts } from './text.ts';

export type FreeDays = ReplyOf<typeof scheduleEndpoints.findFreeDays>;

const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Several days: each is picked, shown, and taken away again by its button. */
function DaysControl({ id, value, onChange, describedBy, invalid }: ControlProps): ReactElement {
  const say = useSay();
  const days = Array.isArray(value) ? (value as string[]) : [];
  return (
    <div className="chosen-days">
      {days.map((day) => (
        <Button
          key={day}
          size="small"
          aria-label={say([`去掉 ${day}`, `Remove ${day}`])}
          onClick={() => onChange(days.filter((one) => one !== day))}
        >
          {day} ×
        </Button>
      ))}
      <DayField
        id={id}
        value={undefined}
        describedBy={describedBy}
        invalid={invalid}
        onChange={(day) => {
          if (day !== undefined && !days.includes(day)) onChange([...days, day].sort());
        }}
      />
    </div>
  );
}

/** When, where and by whom, with what is free by the list of free days. */
export function planFields(free: FreeDays | undefined, kind: 'bench' | 'visit'): readonly Field[] {
  const persons = new Map<string, { name: string; isQualified: boolean }>();
  const benches = new Map<string, string>();
  const vans = new Map<string, string>();
  for (const day of free?.days ?? []) {
    for (const one of day.persons)
      persons.set(one.id, { name: one.name, isQualified: (persons.get(one.id)?.isQualified ?? false) || one.isQualified });
    for (const one of day.benches) benches.set(one.id, `${one.name}（${one.load}）`);
    for (const one of day.vans) vans.set(one.id, one.name);
  }
  const plain = (names: ReadonlyMap<string, string>) => [...names].map(([value, label]) => ({ value, label }));
  return [
    {
      name: 'days',
      label: ['日期', 'Days'],
      hint: ['可选多日；台位检定按先到期的先排', 'Several may be chosen; those due first stand first'],
      control: (props) => <DaysControl {...props} />,
    },
    { name: 'half', label: ['时段', 'Half'], kind: 'choice', options: optionsOf(halves) },
    ...(kind === 'bench'
      ? [{ name: 'bench', label: ['台位（日容量）', 'Bench (load a day)'], kind: 'choice', options: plain(benches) } as const]
      : []),
    { name: 'van', label: ['车辆', 'Van'], kind: 'choice', options: plain(vans) },
    {
      name: 'persons',
      label: ['人员', 'Persons'],
      kind: 'many',
      hint:
        kind === 'visit'
          ? ['现场检定须两人，至少一人有资格', 'Work on site takes two, one of them qualified']
          : ['可稍后再定', 'May be decided later'],
      options: [...persons].map(([value, { name, isQualified }]) => ({
        value,
        label: isQualified ? [`${name} · 有资格`, `${name} · qualified`] : [`${name} · 只能协助`, `${name} · can assist`],
      })),
    },
    {
      name: 'holidayReason',
      label: ['休息日安排的理由', 'Why a day off'],
      hint: ['所选日期含休息日、节假日时填写', 'Where a chosen day is no working day'],
    },
  ];
}

/** The proposal as a sentence, with a button that takes it. */
export function ProposalNote({
  free,
  count,
  onTake,
}: {
  free: FreeDays;
  count: number;
  onTake: (values: Record<string, unknown>) => void;
}): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { earliest } = free;
  if (earliest === null) return <p role="status">{text.proposalNone}</p>;
  const names = new Map<string, string>();
  for (const day of free.days) for (const one of [...day.benches, ...day.vans, ...day.persons]) names.set(one.id, one.name);
  const named = [earliest.bench, earliest.van, ...earliest.persons].flatMap((id) => (id === null ? [] : [names.get(id) ?? '']));
  return (
    <p role="status" className="proposal">
      <span>
        {text.proposal}：<b>{earliest.days.join('、')}</b> {named.join('、')} · {say([`需排 ${count} 台`, `${count} to be booked`])}
      </span>
      <Button onClick={() => onTake({ days: earliest.days, bench: earliest.bench, van: earliest.van, persons: earliest.persons })}>
        {text.take}
      </Button>
    </p>
  );
}

export const resourceFields: readonly Field[] = [
  { name: 'name', label: ['名称', 'Name'] },
  {
    name: 'load',
    label: ['每日可检定台数', 'Instruments a day'],
    kind: 'integer',
    hint: ['台位必填；车辆留空', 'Of a bench; blank for a van'],
  },
  {
    name: 'instrumentKinds',
    label: ['检定器具', 'Serves'],
    kind: 'many',
    options: Object.entries(instrumentKinds).map(([value, kind]) => ({ value, label: kind.text })),
    hint: ['不选表示全部种类', 'None: all kinds'],
  },
  { name: 'aboard', label: ['配备的标准器', 'Standards aboard'], hint: ['如 M1 级砝码 1 吨', 'Such as one tonne of class M1 weights'] },
];

export const absenceFields: readonly Field[] = [
  { name: 'fromDay', label: ['自', 'From'], kind: 'day' },
  { name: 'toDay', label: ['至', 'To'], kind: 'day' },
  { name: 'cause', label: ['原因', 'Cause'], kind: 'choice', options: optionsOf(absenceCauses) },
  { name: 'reason', label: ['事由', 'Reason'] },
];
