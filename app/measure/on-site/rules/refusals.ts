/** Why a delivery is refused. What was delivered is kept whatever the reason. */
import type { Text } from '../../../kernel/text.ts';
import { repeatedSeals, stickersOnFailure, type Seal } from '../../verification/rules/seal.ts';

export const refusals = {
  signature: ['设备签名与内容不符', 'The signature of the device does not fit the content'],
  form: [
    '记录格式不符或送达号、设备、人员与签名内容不一致',
    'The record is malformed, or delivery, device and person are not those that were signed',
  ],
  'device-ended': ['该设备已停用或已报遗失', 'The device is retired or reported lost'],
  number: ['记录号不是预留给该设备的，或已使用', 'The record number is not reserved for this device, or it is used'],
  'second-person': ['第二人须是本机构另一名在册人员', 'The second person has to be another active member of the institute'],
  'sticker-on-failed': ['不合格的器具不得施加检定合格证', 'An instrument that failed bears no sticker'],
  'label-used': ['合格证或封印号码已用于另一份记录', 'The number of the sticker or seal is used in another record'],
  'photo-missing': ['签名记录中的照片没有送到', 'A photo that the signed record names has not arrived'],
  item: ['这台器具的申请不在可检定状态', 'The request of this instrument is not open for verification'],
  edition: ['带出的规程版本不适用于检定当日', 'The edition that was taken along does not hold on the day of the test'],
  nameplate: ['带出后器具铭牌已更改', 'The nameplate of the instrument has changed since it was taken along'],
  record: ['记录未通过提交前的核查', 'The record does not pass the checks before submission'],
} as const satisfies Record<string, Text>;
export type RefusalCode = keyof typeof refusals;
export const refusalNames = Object.keys(refusals) as [RefusalCode, ...RefusalCode[]];

export type Refusal = { readonly code: RefusalCode; readonly detail: Text | null };

export const refusal = (code: RefusalCode, detail: Text | null = null): Refusal => ({ code, detail });

/**
 * What failed bears no sticker, and a number stands once in a record. A sticker is not asked for: 检定合格证 is one of several marks
 * (计量检定印、证管理办法), and the certificate may follow alone.
 */
export function sealRefusals(conclusion: 'pass' | 'fail', seals: readonly Seal[]): Refusal[] {
  return [
    ...(stickersOnFailure(conclusion, seals).length > 0 ? [refusal('sticker-on-failed')] : []),
    ...(repeatedSeals(seals).length > 0 ? [refusal('label-used')] : []),
  ];
}
