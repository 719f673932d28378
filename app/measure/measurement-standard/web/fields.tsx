import { useState, type ReactElement } from 'react';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { FormField, type ControlProps, type Field } from '../../../web/kit/FormField.tsx';
import type { Text } from '../../../kernel/text.ts';
import { qualities } from '../../standard/rules.ts';
import { measurementStandardKinds, standardLevels } from '../rules.ts';
import { changeEffects, effectsOfTopic, type ChangeTopic } from '../rules/change.ts';

export const optionsOf = (words: Readonly<Record<string, Text>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

export const descriptionFields: readonly Field[] = [
  { name: 'name', label: ['计量标准名称', 'Name'], hint: ['照 JJF 1022 的命名填写', 'As JJF 1022 names it'] },
  { name: 'kind', label: ['类别', 'Kind'], kind: 'choice', options: optionsOf(measurementStandardKinds) },
  { name: 'quantity', label: ['计量参数', 'Quantity'], hint: ['如 质量、压力、温度', 'Such as mass, pressure, temperature'] },
  {
    name: 'code',
    label: ['计量标准代码', 'Code'],
    hint: ['JJF 1022 代码，不清楚的留空', 'The code of JJF 1022; blank where it is not known'],
  },
  { name: 'level', label: ['级别', 'Level'], kind: 'choice', options: optionsOf(standardLevels) },
  {
    name: 'top',
    label: ['是否本地区该参数的最高等级', 'Whether it is the highest of its quantity in the region'],
    kind: 'yesNo',
    hint: ['最高等级由上一级计量行政部门主持考核', 'The next higher authority examines the highest one'],
  },
  { name: 'place', label: ['存放地点', 'Place'] },
];

export const sinceField: Field = { name: 'since', label: ['自何日起', 'Since'], kind: 'day' };
export const reasonField: Field = { name: 'reason', label: ['理由', 'Reason'], kind: 'long' };

export const rangeFields: readonly Field[] = [
  { name: 'parameter', label: ['参数', 'Parameter'] },
  { name: 'low', label: ['下限', 'Lower end'], kind: 'decimal' },
  { name: 'high', label: ['上限', 'Upper end'], kind: 'decimal' },
  { name: 'unit', label: ['单位', 'Unit'], hint: ['法定计量单位，如 g、kPa、℃', 'A legal unit, such as g, kPa, ℃'] },
  { name: 'quality', label: ['准确度的表示', 'Accuracy is stated as'], kind: 'choice', options: optionsOf(qualities) },
  { name: 'value', label: ['最大允许误差或扩展不确定度', 'Maximum permissible error or expanded uncertainty'], kind: 'decimal' },
  { name: 'valueUnit', label: ['其单位', 'Its unit'], hint: ['与范围同类，或 %', 'Like the range, or %'] },
  {
    name: 'coverageFactor',
    label: ['包含因子 k', 'Coverage factor k'],
    kind: 'decimal',
    hint: ['扩展不确定度必填', 'For an expanded uncertainty'],
  },
  { name: 'accuracyClass', label: ['准确度等级', 'Accuracy class'] },
];

/** What a change means, where something that was examined is changed. */
export const effectField = (topic: ChangeTopic): Field => ({
  name: 'effect',
  label: ['对计量标准的影响', 'What it means for the measurement standard'],
  kind: 'choice',
  options: effectsOfTopic(topic).map((value) => ({ value, label: changeEffects[value] })),
  hint: ['据此决定记载、申报还是重新考核', 'Whether it is noted, declared or examined follows from it'],
});

/** The form keeps ids, as its contract wants them; the picker shows names. */
function Files({ id, most, onChange }: { id: string; most: number; onChange: (ids: string[]) => void }): ReactElement {
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  return (
    <FilePicker
      id={id}
      value={files}
      most={most}
      onChange={(picked) => {
        setFiles(picked);
        onChange(picked.map((file) => file.id));
      }}
    />
  );
}
export const filesField = (label: Text = ['证明文件', 'Documents']): Field => ({
  name: 'files',
  label,
  control: ({ id, onChange }) => <Files id={id} most={20} onChange={onChange} />,
});
export const workbookField: Field = {
  name: 'workbook',
  label: ['填好的台账', 'The filled register'],
  control: ({ id, onChange }) => <Files id={id} most={1} onChange={(ids) => onChange(ids[0])} />,
};

export const certificateFields: readonly Field[] = [
  { name: 'number', label: ['证书编号', 'Number'] },
  { name: 'issuer', label: ['发证机关', 'Issued by'] },
  { name: 'issuedOn', label: ['发证日期', 'Issued on'], kind: 'day' },
  { name: 'validFrom', label: ['有效期起', 'Valid from'], kind: 'day' },
  {
    name: 'validUntil',
    label: ['有效期至', 'Valid until'],
    kind: 'day',
    hint: ['照证书填写，当日仍有效', 'As on the certificate; the last day counts'],
  },
];

/** A certificate as one part of a form. */
function Certificate({ id, value, onChange }: ControlProps): ReactElement {
  const said = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    <div id={id} className="stack" tabIndex={-1}>
      {certificateFields.map((field) => (
        <FormField
          key={field.name}
          field={field}
          id={`${id}-${field.name}`}
          value={said[field.name]}
          required
          issue={undefined}
          onChange={(typed) => onChange({ ...said, [field.name]: typed })}
        />
      ))}
    </div>
  );
}
export const certificateField = (name: 'examination' | 'public', label: Text): Field => ({
  name,
  label,
  control: (props) => <Certificate {...props} />,
});
