/** JJG 539-2016 Digital Indicating Weighing Instruments, classes III and IIII, as data. See README.md for what is missing. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { ScaleLimits } from './limits.ts';

const listing = 'chinesestandard.net, listing of JJG 539-2016 (AQSIQ notice 119 of 2016)';
const inspection = 'weighment.cn, 罗丕文 on the security of price-computing scales, quoting JJG 539-2016, 7.4 and 6.1 to 6.4';
const priceScales = 'guifanku.com/866428, title page of JJG 1204-2025';

export const edition: Edition<ScaleLimits> = {
  id: 'jjg-0539-2016',
  regulation: 'jjg-0539',
  number: 'JJG 539-2016',
  title: ['数字指示秤检定规程', 'Verification Regulation of Digital Indicating Weighing Instruments'],
  status: {
    issued: sourced('2016-11-30', listing, 'found'),
    inForceFrom: sourced('2017-05-30', listing, 'found'),
    supersedes: sourced('JJG 539-1997', listing, 'found'),
  },
  applies: [
    {
      instrument: 'price-computing-scale',
      title: ['电子计价秤', 'Price-computing scale'],
      from: sourced('2017-05-30', listing, 'found'),
      // JJG 1204-2025 is in force from 2027-01-08.
      to: sourced('2027-01-07', priceScales, 'found'),
    },
    {
      instrument: 'digital-indicating-scale',
      title: ['其他数字指示秤', 'Other digital indicating scale'],
      from: sourced('2017-05-30', listing, 'found'),
      to: sourced(null, listing, 'found'),
    },
  ],
  catalogue: sourced(['非自动衡器'], '市场监管总局公告 2020 年第 42 号附件, first-level entry', 'found'),
  annexItems: [{ list: 'basic', number: 2, title: ['衡器', 'Weighing instruments'] }],
  items: [
    testItem('appearance', ['外观与通用技术要求', 'Visual inspection and general requirements'], {
      clause: sourced('6.1～6.4', inspection, 'found'),
    }),
    testItem('zero', ['零点误差', 'Error at zero']),
    testItem('tare', ['除皮准确度', 'Accuracy of tare']),
    testItem('repeatability', ['重复性', 'Repeatability']),
    testItem('eccentricity', ['偏载', 'Eccentric loading']),
    testItem('weighing', ['称量', 'Weighing']),
    testItem('discrimination', ['鉴别阈', 'Discrimination']),
    testItem('price', ['计价功能', 'Price computing']),
  ],
  standards: [
    {
      id: 'weights',
      title: ['标准砝码', 'Standard weights'],
      requirement: sourced<Text>(
        ['误差不超过被检载荷最大允许误差的 1/3', 'error of at most one third of the maximum permissible error at the load'],
        'own knowledge of the JJG 539 family',
        'high',
      ),
      ratio: sourced('1/3', 'own knowledge of the JJG 539 family', 'high'),
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'periodic',
        title: ['周期检定', 'Periodic verification'],
        form: 'periodic',
        months: sourced(12, 'a public program quoting JJG 539-2016: 检定周期一般不超过 1 年', 'found'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['除皮后的称量', 'Weighing after a tare'],
    ['多范围秤', 'Multiple-range scales'],
    ['标准砝码不足时的替代法', 'Substitution of standard weights'],
    ['检定期间的温度变化', 'Change of temperature during the verification'],
  ],
  calculationRevision: 3,
};
