import type { Field } from '../../../web/kit/FormField.tsx';
import { certificateKinds, qualities } from '../rules.ts';
import { roleWords } from './role-words.ts';

const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What describes a standard, the same when it is registered and when it is corrected. */
export const descriptionFields: readonly Field[] = [
  { name: 'number', label: ['编号', 'Number'], hint: ['本机构的设备编号', 'The institute’s own number'] },
  { name: 'name', label: ['名称', 'Name'] },
  { name: 'model', label: ['型号规格', 'Model'] },
  { name: 'serial', label: ['出厂编号', 'Serial number'] },
  {
    name: 'range',
    label: ['测量范围', 'Range'],
    hint: [
      '照证书填写，如“(0～60) MPa”“1 mg～500 g”：写法确定的直接用于判定',
      'As on the certificate, such as (0～60) MPa: where it reads without doubt it is judged by',
    ],
  },
  {
    name: 'roles',
    label: ['用于', 'Serves as'],
    kind: 'many',
    options: [...roleWords].map(([value, label]) => ({ value, label })),
    hint: ['可作为哪些规程要求的标准器，可多选', 'Which required standards of which regulations it may be'],
  },
];

export const certificateFields: readonly Field[] = [
  { name: 'kind', label: ['证书种类', 'Kind of certificate'], kind: 'choice', options: optionsOf(certificateKinds) },
  { name: 'certificateNumber', label: ['证书编号', 'Number of the certificate'] },
  { name: 'issuer', label: ['溯源机构', 'Issued by'] },
  { name: 'calibratedOn', label: ['检定或校准日期', 'Calibrated on'], kind: 'day' },
  { name: 'validUntil', label: ['有效期至', 'Valid until'], kind: 'day', hint: ['当日仍有效', 'The last day counts'] },
  {
    name: 'quality',
    label: ['准确度的表示', 'Accuracy is stated as'],
    kind: 'choice',
    options: optionsOf(qualities),
    hint: ['照证书；与被检器具的允许误差比较', 'As on the certificate; it is compared with the errors allowed'],
  },
  {
    name: 'value',
    label: ['最大允许误差或扩展不确定度', 'Maximum permissible error or expanded uncertainty'],
    kind: 'decimal',
    hint: ['不带正负号，如 0.05', 'Without sign, such as 0.05'],
  },
  { name: 'unit', label: ['单位', 'Unit'], hint: ['如 g、%、kPa', 'Such as g, %, kPa'] },
  {
    name: 'coverageFactor',
    label: ['包含因子 k', 'Coverage factor k'],
    kind: 'decimal',
    hint: ['扩展不确定度必填', 'For an expanded uncertainty'],
  },
  { name: 'accuracyClass', label: ['准确度等级', 'Accuracy class'], hint: ['以等级表示时填写，如“F1 级”', 'Where a class is stated'] },
];
