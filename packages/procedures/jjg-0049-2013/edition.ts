/** JJG 49-2013 Elastic Element Precise Pressure Gauges and Vacuum Gauges, as data. See README.md for what is open. */
import type { Edition, Kind, Text } from '../src/edition.ts';
import { kinds } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { PrecisionLimits } from './limits.ts';

const own = 'own knowledge: issued with JJG 52-2013, whose listing has 2013-06-27 and 2013-12-27';
const listing = 'book118.com 6110142215010004, listing of JJG 49-1999 (replaced by JJG 49-2013)';
const required = sourced<readonly Kind[]>(kinds, 'own knowledge of JJG 49-2013: the mechanical items belong to all kinds', 'medium');

export const edition: Edition<PrecisionLimits> = {
  id: 'jjg-0049-2013',
  regulation: 'jjg-0049',
  number: 'JJG 49-2013',
  title: ['弹性元件式精密压力表和真空表检定规程', 'Verification Regulation of Elastic Element Precise Pressure Gauges and Vacuum Gauges'],
  status: {
    issued: sourced('2013-06-27', own, 'medium'),
    inForceFrom: sourced('2013-12-27', own, 'medium'),
    supersedes: sourced('JJG 49-1999', listing, 'found'),
  },
  applies: [
    {
      instrument: 'precision-pressure-gauge',
      title: ['精密压力表和真空表', 'Precision pressure or vacuum gauge'],
      from: sourced('2013-12-27', own, 'medium'),
      to: sourced(null, own, 'medium'),
    },
  ],
  catalogue: sourced(['压力仪表'], 'own knowledge of the catalogue under mandatory management, 2020', 'medium'),
  annexItems: [{ list: 'basic', number: 9, title: ['精密压力表和真空表', 'Precision pressure and vacuum gauges'] }],
  items: [
    testItem('appearance', ['外观', 'Appearance'], { required }),
    testItem('zero', ['零位误差', 'Error at zero'], { required }),
    testItem('error', ['示值误差', 'Error of indication'], { required }),
    testItem('hysteresis', ['回程误差', 'Hysteresis'], { required }),
    testItem('tapping', ['轻敲位移', 'Tapping displacement'], { required }),
    testItem('motion', ['指针偏转平稳性', 'Steadiness of the pointer'], { required }),
  ],
  standards: [
    {
      id: 'pressure-standard',
      title: ['压力标准器（活塞式压力计等）', 'Pressure standard, such as a piston gauge'],
      range: sourced<Text>(['不小于被检表的测量范围', 'at least the range of the gauge'], 'own knowledge of JJG 49-2013', 'high'),
      requirement: sourced<Text>(
        [
          '最大允许误差绝对值不大于被检表最大允许误差绝对值的 1/4',
          'a maximum permissible error of at most a quarter of that of the gauge, in absolute value',
        ],
        'bhygbaby.com 241196506, an examination paper on pressure gauges, which does not tell the regulation',
        'medium',
      ),
      ratio: sourced(
        '1/4',
        'bhygbaby.com 241196506, an examination paper on pressure gauges, which does not tell the regulation',
        'medium',
      ),
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'periodic',
        title: ['周期检定', 'Periodic verification'],
        form: 'periodic',
        months: sourced(12, 'own knowledge of JJG 49-2013: 检定周期一般不超过 1 年', 'high'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['静置时间、耐压时间、介质与液柱差的修正', 'Soaking time, holding at the upper limit, medium and correction for height'],
    ['300 分格等无压力单位的精密表', 'Gauges with 300 equal parts instead of a unit of pressure'],
    ['作标准用时给出的修正值', 'Corrections stated for a gauge that is used as a standard'],
  ],
  calculationRevision: 1,
};
