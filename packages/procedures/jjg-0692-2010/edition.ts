/** JJG 692-2010 Non-invasive Automated Sphygmomanometers, as data. See README.md for what is missing. */
import type { Edition, Kind, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';

const quoted = 'a public program that quotes the test items of JJG 692-2010 by kind (xh3140/metrology, 2020)';
const listed = 'a public program with title and dates of JJG 692-2010 (xh3140/metrology, 2020)';
const kindsOf = (...kinds: Kind[]) => ({ required: sourced<readonly Kind[]>(kinds, quoted, 'found') });
const always = kindsOf('initial', 'subsequent', 'in-use');

export const edition: Edition<typeof limits> = {
  id: 'jjg-0692-2010',
  regulation: 'jjg-0692',
  number: 'JJG 692-2010',
  title: ['无创自动测量血压计检定规程', 'Verification Regulation of Non-invasive Automated Sphygmomanometers'],
  status: {
    issued: sourced('2010-05-11', listed, 'found'),
    inForceFrom: sourced('2010-11-11', listed, 'found'),
    supersedes: sourced('JJG 692-1999', listed, 'found'),
  },
  applies: [
    {
      instrument: 'automated-sphygmomanometer',
      title: ['无创自动测量血压计', 'Non-invasive automated sphygmomanometer'],
      from: sourced('2010-11-11', listed, 'found'),
      to: sourced(null, 'no later edition is known', 'medium'),
    },
  ],
  catalogue: sourced(['血压计（表）'], 'own knowledge of 市场监管总局公告 2020 年第 42 号', 'medium'),
  annexItems: [{ list: 'basic', number: 6, title: ['无创自动测量血压计', 'Non-invasive automated sphygmomanometers'] }],
  items: [
    testItem('appearance', ['外观及要求', 'Appearance'], { ...always, clause: sourced('6.1', quoted, 'found') }),
    testItem('range', ['静态压力测量范围', 'Static pressure range'], kindsOf('initial')),
    testItem('static', ['静态压力示值误差', 'Error of static pressure'], always),
    testItem('repeatability', ['血压示值重复性', 'Repeatability of the blood pressure reading'], always),
    testItem('deflation', ['自动放气阀放气速率', 'Rate of the deflation valve'], always),
    testItem('leak', ['气压系统气密性', 'Air leakage'], kindsOf('initial')),
  ],
  standards: [
    {
      id: 'pressure',
      title: ['压力标准器（血压计标准器）', 'Pressure standard'],
      range: sourced<Text>(['(0～40) kPa', '0 to 40 kPa'], 'own knowledge: it covers the range 34.7 kPa of the regulation', 'medium'),
      requirement: sourced<Text>(
        [
          '最大允许误差 ±0.1 kPa（±0.8 mmHg），且不超过被检最大允许误差的 1/3',
          'error of at most 0.1 kPa (0.8 mmHg) and one third of the MPE',
        ],
        'own knowledge of ISO 81060-1 and of common practice',
        'medium',
      ),
      ratio: sourced('1/3', 'common practice for working standards in verification', 'medium'),
    },
    {
      id: 'simulator',
      title: ['无创血压模拟器（示波法）', 'Blood pressure simulator (oscillometric)'],
      requirement: sourced<Text>(
        ['能重复输出设定的收缩压和舒张压', 'gives a set systolic and diastolic pressure repeatedly'],
        'own knowledge of the test',
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
        months: sourced(12, 'own knowledge: 检定周期一般不超过 1 年', 'high'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['袖带尺寸、过压保护与电气安全', 'Cuff sizes, protection against overpressure, electrical safety'],
    ['临床准确度（临床试验）', 'Clinical accuracy'],
  ],
  calculationRevision: 1,
};
