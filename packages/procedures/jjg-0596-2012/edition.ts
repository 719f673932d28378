/** JJG 596-2012 Electrical Meters for Measuring Alternating-current Electrical Energy, active energy, as data. See README.md for what is missing. */
import type { Edition, Kind, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { MeterLimits } from './limits.ts';

const titlePage = 'renrendoc.com, title page of JJG 596-2012 (AQSIQ)';
const family = 'own knowledge of JJG 596-2012';
const initialOnly = sourced<readonly Kind[]>(['initial'], `${family}: the voltage test is one of initial verification`, 'medium');

export const edition: Edition<MeterLimits> = {
  id: 'jjg-0596-2012',
  regulation: 'jjg-0596',
  number: 'JJG 596-2012',
  title: ['电子式交流电能表检定规程', 'Verification Regulation of Electrical Meters for Measuring Alternating-current Electrical Energy'],
  status: {
    issued: sourced('2012-10-08', titlePage, 'found'),
    inForceFrom: sourced('2013-04-08', titlePage, 'found'),
    supersedes: sourced('JJG 596-1999', `${titlePage}: compared with JJG 596-1999`, 'found'),
  },
  applies: [
    {
      instrument: 'single-phase-energy-meter',
      title: ['单相电能表', 'Single-phase energy meter'],
      from: sourced('2013-04-08', titlePage, 'found'),
      to: sourced(null, 'no successor in force was found', 'unknown'),
      nameplate: { phases: 'single' },
    },
    {
      instrument: 'three-phase-energy-meter',
      title: ['三相电能表', 'Three-phase energy meter'],
      from: sourced('2013-04-08', titlePage, 'found'),
      to: sourced(null, 'no successor in force was found', 'unknown'),
      nameplate: { phases: 'three' },
    },
  ],
  catalogue: sourced(['电能表'], 'own knowledge of 市场监管总局公告 2020 年第 42 号附件, first-level entry', 'high'),
  annexItems: [
    { list: 'basic', number: 12, title: ['单相电能表', 'Single-phase energy meters'] },
    { list: 'enhanced', number: 8, title: ['三相电能表', 'Three-phase energy meters'] },
  ],
  items: [
    testItem('appearance', ['外观检查', 'Appearance']),
    testItem('withstand', ['交流电压试验', 'AC voltage test'], { required: initialOnly }),
    testItem('creep', ['潜动试验', 'Test of no-load condition']),
    testItem('starting', ['起动试验', 'Test of starting condition']),
    testItem('errors', ['基本误差', 'Intrinsic error']),
    testItem('single-load', ['不平衡负载误差', 'Error with one phase loaded']),
    testItem('constant', ['仪表常数试验', 'Meter constant']),
    testItem('clock', ['日计时误差', 'Error of the clock']),
  ],
  standards: [
    {
      id: 'meter-test-equipment',
      title: ['交流电能表检定装置', 'Verification equipment for AC energy meters'],
      range: sourced<Text>(['覆盖被检表的电压、电流和功率因数', 'the voltages, currents and power factors of the meter'], family, 'high'),
      requirement: sourced<Text>(
        [
          '检 0.2S 级表用 0.05 级，0.5S 级用 0.1 级，1 级用 0.2 级，2 级用 0.3 级',
          'class 0.05 for 0.2S, 0.1 for 0.5S, 0.2 for 1, 0.3 for 2',
        ],
        family,
        'high',
      ),
      ratio: sourced('1/4', 'own knowledge of JJG 596-2012: 0.05 for class 0.2S is the largest of the ratios', 'medium'),
      items: ['creep', 'starting', 'errors', 'single-load', 'constant'],
    },
    {
      id: 'withstand-tester',
      title: ['耐电压测试仪', 'AC voltage withstand tester'],
      requirement: sourced<Text>(['满足试验电压要求', 'able to give the test voltage'], family, 'medium'),
      items: ['withstand'],
    },
    {
      id: 'clock-tester',
      title: ['时钟测试仪', 'Clock tester'],
      requirement: sourced<Text>(['有内部时钟的电能表使用', 'for meters with a clock'], family, 'medium'),
      items: ['clock'],
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'rotation',
        title: [
          '直接接入式：首次检定，使用期限不超过 8 年，到期轮换',
          'Connected directly: verified once, used for 8 years at most, then replaced',
        ],
        form: 'limited-use',
        months: sourced(96, `${family}: 8 years for classes 1 and 2; form after the catalogue of compulsory management`, 'high'),
      },
      {
        id: 'periodic-8',
        title: ['经互感器接入，1、2 级：检定周期不超过 8 年', 'Through transformers, classes 1 and 2: every 8 years at most'],
        form: 'periodic',
        months: sourced(96, `${family}: verification period of classes 1 and 2`, 'high'),
      },
      {
        id: 'periodic-6',
        title: ['经互感器接入，0.2S、0.5S 级：检定周期不超过 6 年', 'Through transformers, classes 0.2S and 0.5S: every 6 years at most'],
        form: 'periodic',
        months: sourced(72, `${family}: verification period of classes 0.2S and 0.5S`, 'high'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['无功电能表', 'Meters of reactive energy'],
    ['仪表常数的计读脉冲法与走字试验法', 'Meter constant by counting pulses or by dial test'],
    ['起动时限的计时与交流电压试验的电压值', 'Timing of the start and the voltages of the voltage test'],
    ['费率、需量与预付费功能（JJG 569、JJG 691、JJG 1099）', 'Tariffs, demand and prepayment (JJG 569, JJG 691, JJG 1099)'],
    ['cosφ 0.25L、0.5C 等用户特殊要求的点', 'Points at the request of users such as cosφ 0.25L or 0.5C'],
  ],
  calculationRevision: 1,
};
