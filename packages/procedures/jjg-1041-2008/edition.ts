/** JJG 1041-2008 Digital Electrocardiographs, as data. See README.md for what is missing. */
import type { Edition, Kind, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';

const quoted = 'a public program that quotes the test items of JJG 1041-2008 by kind (xh3140/metrology, 2020)';
const listing = 'chinesestandard.net, listing of JJG 1041-2008 (AQSIQ notice 45 of 2008)';
const of = (...kinds: Kind[]) => ({ required: sourced<readonly Kind[]>(kinds, quoted, 'found') });
const always = of('initial', 'subsequent', 'in-use');
const verification = of('initial', 'subsequent');
const initial = of('initial');

export const edition: Edition<typeof limits> = {
  id: 'jjg-1041-2008',
  regulation: 'jjg-1041',
  number: 'JJG 1041-2008',
  title: ['数字心电图机检定规程', 'Verification Regulation for Digital Electrocardiographs'],
  status: {
    issued: sourced('2008-04-16', listing, 'found'),
    inForceFrom: sourced('2008-07-16', listing, 'found'),
    supersedes: sourced(null, 'the public program names none', 'found'),
  },
  applies: [
    {
      instrument: 'digital-electrocardiograph',
      title: ['数字心电图机', 'Digital electrocardiograph'],
      from: sourced('2008-07-16', listing, 'found'),
      to: sourced(
        null,
        'it may be merged into JJG 543-2026, which a maker of test instruments reports and whose text was not found: check before adoption',
        'unknown',
      ),
    },
  ],
  catalogue: sourced(['心脑电测量仪器'], 'own knowledge of 市场监管总局公告 2020 年第 42 号', 'medium'),
  annexItems: [{ list: 'enhanced', number: 4, title: ['数字心电图机', 'Digital electrocardiographs'] }],
  items: [
    testItem('appearance', ['外观及工作正常性检查', 'Appearance and function'], always),
    testItem('calibration', ['内定标电压', 'Internal calibration voltage'], always),
    testItem('inputRange', ['输入电压范围', 'Range of the input voltage'], always),
    testItem('polarisation', ['耐极化电压', 'Polarisation voltage'], verification),
    testItem('weighting', ['加权系数误差', 'Error of the weighting factors'], always),
    testItem('noise', ['内部噪声电平', 'Internal noise'], verification),
    testItem('waveform', ['波形识别能力与幅度-时间参数', 'Recognition of waveforms'], always),
    testItem('amplitude', ['电压测量误差', 'Error of amplitudes'], initial),
    testItem('interval', ['时间间隔测量误差', 'Error of intervals'], initial),
    testItem('response', ['频率响应', 'Frequency response'], initial),
    testItem('timeConstant', ['时间常数', 'Time constant'], initial),
    testItem('heartRate', ['心率测量误差', 'Error of the heart rate'], always),
    testItem('rejection', ['共模抑制比', 'Common mode rejection'], initial),
  ],
  standards: [
    {
      id: 'generator',
      title: ['数字心电图机检定仪', 'Test generator for digital electrocardiographs'],
      range: sourced<Text>(
        [
          '电压 (0.03～5) mV，频率覆盖 (0.5～75) Hz，能输出附录 A 波形与模拟心率',
          '0.03 to 5 mV, 0.5 to 75 Hz, the waveforms of annex A and heart rates',
        ],
        'own knowledge: what the tests need',
        'medium',
      ),
      requirement: sourced<Text>(
        ['误差不超过被检最大允许误差的 1/3', 'error of at most one third of the maximum permissible error'],
        'common practice for working standards in verification',
        'medium',
      ),
      ratio: sourced('1/3', 'common practice for working standards in verification', 'medium'),
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
    ['附录 A 波形表逐项的限定值（由检定员对照附录 A 判定）', 'The single values of annex A, which the tester compares with the annex'],
    ['电气安全', 'Electrical safety'],
  ],
  calculationRevision: 1,
};
