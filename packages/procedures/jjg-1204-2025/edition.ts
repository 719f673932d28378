/** JJG 1204-2025 Electronic Price Computing Scales (for trial implementation) as data. See README.md for what is missing. */
import type { Clause, Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { PriceScaleLimits } from './limits.ts';

const contents = 'guifanku.com/866428, title page and table of contents of JJG 1204-2025';
const clause = (number: string): { readonly clause: Clause } => ({ clause: sourced(number, contents, 'found') });

export const edition: Edition<PriceScaleLimits> = {
  id: 'jjg-1204-2025',
  regulation: 'jjg-1204',
  number: 'JJG 1204-2025',
  title: ['电子计价秤检定规程（试行）', 'Verification Regulation of Electronic Price Computing Scales (for Trial Implementation)'],
  status: {
    issued: sourced('2025-01-08', contents, 'found'),
    inForceFrom: sourced('2027-01-08', contents, 'found'),
    supersedes: sourced(null, 'the title page names none; until it is in force JJG 539-2016 holds', 'medium'),
  },
  applies: [
    {
      instrument: 'price-computing-scale',
      title: ['电子计价秤', 'Price-computing scale'],
      from: sourced('2027-01-08', contents, 'found'),
      to: sourced(null, contents, 'found'),
    },
  ],
  catalogue: sourced(['非自动衡器'], '市场监管总局公告 2020 年第 42 号附件, first-level entry', 'found'),
  annexItems: [{ list: 'basic', number: 2, title: ['衡器', 'Weighing instruments'] }],
  items: [
    testItem('appearance', ['外观与通用技术要求', 'Visual inspection and general requirements'], clause('6.5、6.7、6.8、6.13')),
    testItem('certificate', ['型式批准证书信息一致性', 'Consistency with the type certificate'], clause('6.1')),
    testItem('identity', ['唯一性信息标志', 'Unique identity mark'], clause('6.2')),
    testItem('software', ['软件标识', 'Software identification'], clause('6.3')),
    testItem('lock', ['自锁功能', 'Self-locking'], clause('6.4')),
    testItem('zero', ['置零准确度', 'Accuracy of zero-setting'], clause('5.9')),
    testItem('tare', ['除皮准确度', 'Accuracy of tare'], clause('5.9')),
    testItem('repeatability', ['重复性', 'Repeatability'], clause('5.6')),
    testItem('eccentricity', ['偏载', 'Eccentric loading'], clause('5.7')),
    testItem('weighing', ['称量', 'Weighing'], clause('5.5')),
    testItem('discrimination', ['鉴别力', 'Discrimination'], clause('5.8')),
    testItem('price', ['计价功能', 'Price computing'], clause('6.9')),
  ],
  standards: [
    {
      id: 'weights',
      title: ['标准砝码', 'Standard weights'],
      requirement: sourced<Text>(
        ['误差不超过被检载荷最大允许误差的 1/3', 'error of at most one third of the maximum permissible error at the load'],
        'own knowledge of the JJG 539 family; JJG 1204-2025, 7.1 was not at hand',
        'medium',
      ),
      ratio: sourced('1/3', 'own knowledge of the JJG 539 family; JJG 1204-2025, 7.1 was not at hand', 'medium'),
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'periodic',
        title: ['周期检定', 'Periodic verification'],
        form: 'periodic',
        months: sourced(12, 'one year in JJG 539-2016, which held before; the clause of JJG 1204-2025 was not at hand', 'medium'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  // 三码一封: production, repair and verification code and the seal are compared with the national registry before the scale may be used.
  networkCheck: sourced(true, 'news of 2026-01-09 after 广州日报: 强制检定时将进行联网核查，信息不符的产品不得进入市场', 'found'),
  notCovered: [
    ['联网核查由国家平台完成，本记录只到“待联网核查”', 'The check against the national registry: the record ends as waiting for it'],
    ['多范围秤的附加要求（5.3）', 'Additional requirements for multiple-range scales (5.3)'],
    ['除皮后的称量', 'Weighing after a tare'],
    [
      '调整、扩展显示、辅助指示和多指示装置（6.6、6.10～6.12）',
      'Adjustment, extended, auxiliary and several indicating devices (6.6, 6.10 to 6.12)',
    ],
    ['检定期间的温度变化', 'Change of temperature during the verification'],
  ],
  calculationRevision: 1,
};
