import { instrumentKinds } from '../../../register/catalogue/rules/kinds.ts';
import type { PublicInstrument } from '../../../register/instrument/contract/public.ts';
import { instrumentStates } from '../../../register/instrument/rules/life-cycle.ts';
import { standings } from '../../../register/instrument/rules/standing.ts';

const missing = '（请填写）';
/** What is added when the plate says something else. */
export const plateDiffers = '铭牌上的出厂编号与记录不同，标签可能贴错或被移用';

/**
 * What somebody may tell 12315, with the facts filled in: in Chinese, since the hotline works in Chinese. It states what the platform
 * shows and accuses nobody; what was seen is for the person to write.
 */
export function complaintText(instrument: PublicInstrument, plate: 'same' | 'different' | undefined): string {
  const { name, kind, model, maker, code, serialEnd, place, standing, status, verifiedOn, validUntil, verifiedBy, today } = instrument;
  const facts = [
    `我要反映一台计量器具的情况，请核查。`,
    `器具：${name}（${instrumentKinds[kind].text[0]}），型号 ${model}，制造单位 ${maker}`,
    `器具编码：${code}`,
    ...(serialEnd === '' ? [] : [`记录中出厂编号末位：${serialEnd}`]),
    ...(plate === 'different' ? [plateDiffers] : []),
    ...(plate === 'same' ? ['铭牌上的出厂编号末位与记录相同'] : []),
    `平台显示（${today} 查询）：${standings[standing][0]}${status === 'in-use' ? '' : `，器具状态 ${instrumentStates[status][0]}`}`,
    ...(verifiedOn === null ? [] : [`上次检定：${verifiedOn}${verifiedBy === null ? '' : `，${verifiedBy}`}`]),
    ...(validUntil === null ? [] : [`有效期至：${validUntil}`]),
    `地点：${place === null ? missing : `${place.name}${missing.replace('请填写', '摊位或位置请填写')}`}`,
    `看到的情况和时间：${missing}`,
    `（以上由我本人核对后提交；未检定或逾期是否违法，请依法认定。）`,
  ];
  return facts.join('\n');
}
