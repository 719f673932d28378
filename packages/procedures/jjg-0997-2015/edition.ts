/** JJG 997-2015 Liquefied petroleum gas dispenser as data. See README.md for what is missing. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { DispenserLimits } from './limits.ts';

const listing = 'chinesestandard.net, listing of JJG 997-2015 (AQSIQ notice 148 of 2015)';
const national = '中国计量网 55581, 2016 年全国计量科普知识库: 液化石油气加气机 ±1.0%, 一年两次强制检定, 最小付费金额单位 0.01 元';

export const edition: Edition<DispenserLimits> = {
  id: 'jjg-0997-2015',
  regulation: 'jjg-0997',
  number: 'JJG 997-2015',
  title: ['液化石油气加气机检定规程', 'Verification Regulation of Liquefied Petroleum Gas Dispensers'],
  status: {
    issued: sourced('2015-12-07', listing, 'found'),
    inForceFrom: sourced('2016-06-07', listing, 'found'),
    supersedes: sourced('JJG 997-2005', listing, 'found'),
  },
  applies: [
    {
      instrument: 'lpg-dispenser',
      title: ['液化石油气加气机', 'Liquefied petroleum gas dispenser'],
      from: sourced('2016-06-07', listing, 'found'),
      to: sourced(null, 'no successor was found', 'unknown'),
    },
  ],
  catalogue: sourced(['加气机'], 'own knowledge of 市场监管总局公告 2020 年第 42 号附件, first-level entry', 'high'),
  annexItems: [],
  items: [
    testItem('appearance', ['外观与封印', 'Appearance and seals']),
    testItem('tightness', ['密封性', 'Tightness']),
    testItem('error', ['示值误差', 'Error of indication']),
    testItem('repeatability', ['重复性', 'Repeatability']),
    testItem('payment', ['付费金额误差', 'Error of the amount']),
  ],
  standards: [
    {
      id: 'lpg-dispenser-standard',
      title: ['LPG 加气机检定装置（标准表法或量器法）', 'Standard for LPG dispensers (master meter or measure)'],
      requirement: sourced<Text>(
        ['扩展不确定度不大于最大允许误差绝对值的 1/3', 'expanded uncertainty of at most one third of the MPE'],
        'own knowledge of JJF 1094-2002, 5.3.1.4',
        'high',
      ),
      ratio: sourced('1/3', 'own knowledge of JJF 1094-2002, 5.3.1.4', 'high'),
      items: ['error', 'repeatability'],
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'periodic',
        title: ['周期检定', 'Periodic verification'],
        form: 'periodic',
        months: sourced(6, national, 'found'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['体积修正系数的查表计算', 'Finding the correction of the volume in its tables'],
    ['以质量为单位的加气机', 'Dispensers that show a mass'],
    ['防爆检查', 'Explosion protection'],
  ],
  calculationRevision: 1,
};
