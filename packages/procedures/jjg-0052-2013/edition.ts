/** JJG 52-2013 Elastic Element Pressure Gauges, Pressure-Vacuum Gauges and Vacuum Gauges for General Use, as data. See README.md. */
import type { Edition, Kind, Text } from '../src/edition.ts';
import { kinds } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { GaugeLimits } from './limits.ts';

const listing = 'baijiantest.com 15938685, listing and foreword of JJG 52-2013';
const required = sourced<readonly Kind[]>(kinds, 'own knowledge of JJG 52-2013: the mechanical items belong to all kinds', 'medium');

export const edition: Edition<GaugeLimits> = {
  id: 'jjg-0052-2013',
  regulation: 'jjg-0052',
  number: 'JJG 52-2013',
  title: [
    '弹性元件式一般压力表、压力真空表和真空表检定规程',
    'Verification Regulation of Elastic Element Pressure Gauges, Pressure-Vacuum Gauges and Vacuum Gauges for General Use',
  ],
  status: {
    issued: sourced('2013-06-27', listing, 'found'),
    inForceFrom: sourced('2013-12-27', listing, 'found'),
    supersedes: sourced('JJG 52-1999, JJG 573-2003', listing, 'found'),
  },
  applies: [
    {
      instrument: 'pressure-gauge',
      title: ['一般压力表', 'Pressure gauge for general use'],
      from: sourced('2013-12-27', listing, 'found'),
      to: sourced(null, listing, 'found'),
    },
  ],
  catalogue: sourced(['压力仪表'], 'own knowledge of the catalogue under mandatory management, 2020', 'medium'),
  annexItems: [
    { list: 'basic', number: 8, title: ['一般压力表、压力真空表和真空表', 'General pressure, pressure-vacuum and vacuum gauges'] },
  ],
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
      title: ['压力标准器', 'Pressure standard'],
      range: sourced<Text>(['不小于被检表的测量范围', 'at least the range of the gauge'], 'own knowledge of JJG 52-2013', 'high'),
      requirement: sourced<Text>(
        [
          '最大允许误差绝对值不大于被检表最大允许误差绝对值的 1/4',
          'a maximum permissible error of at most a quarter of that of the gauge, in absolute value',
        ],
        'dashunshua.net and yiqi.com 388518, quoting JJG 52-1999 5.2.1',
        'found',
      ),
      ratio: sourced('1/4', 'dashunshua.net and yiqi.com 388518, quoting JJG 52-1999 5.2.1', 'found'),
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'periodic',
        title: ['周期检定', 'Periodic verification'],
        form: 'periodic',
        months: sourced(6, 'own knowledge of JJG 52-2013: 检定周期一般不超过 6 个月', 'high'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['静置时间、耐压时间、介质与液柱差的修正', 'Soaking time, holding at the upper limit, medium and correction for height'],
    ['电接点压力表的设定点偏差、切换差和绝缘电阻', 'Set points, switching difference and insulation of contact gauges'],
    ['双针双管压力表、氧气表的禁油等附加项目', 'Additional items of duplex gauges and of oxygen gauges'],
  ],
  calculationRevision: 1,
};
