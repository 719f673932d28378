/** JJG 543-2008 Electrocardiographs, as data. See README.md for what is missing, and for the successor that is reported. */
import type { Edition, Kind, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';

const quoted = 'a public program that quotes the test items of JJG 543-2008 by kind (xh3140/metrology, 2020)';
const listed = 'a public program with title and dates of JJG 543-2008 (xh3140/metrology, 2020)';
const of = (...kinds: Kind[]) => ({ required: sourced<readonly Kind[]>(kinds, quoted, 'found') });
const both = of('initial', 'subsequent');
const initial = of('initial');

export const edition: Edition<typeof limits> = {
  id: 'jjg-0543-2008',
  regulation: 'jjg-0543',
  number: 'JJG 543-2008',
  title: ['心电图机检定规程', 'Verification Regulation of Electrocardiographs'],
  status: {
    issued: sourced('2008-05-23', listed, 'found'),
    inForceFrom: sourced('2008-11-23', listed, 'found'),
    supersedes: sourced('JJG 543-1996（心电图机部分）', listed, 'found'),
  },
  applies: [
    {
      instrument: 'electrocardiograph',
      title: ['心电图机', 'Electrocardiograph'],
      from: sourced('2008-11-23', listed, 'found'),
      to: sourced(
        null,
        'a successor JJG 543-2026 is reported by a maker of test instruments (its product pages and news); its text and its day were not found: check before adoption',
        'unknown',
      ),
    },
  ],
  catalogue: sourced(['心脑电测量仪器'], 'own knowledge of 市场监管总局公告 2020 年第 42 号', 'medium'),
  annexItems: [{ list: 'basic', number: 13, title: ['心电图机', 'Electrocardiographs'] }],
  items: [
    testItem('appearance', ['外观和正常工作性检查', 'Appearance and function'], both),
    testItem('calibration', ['定标电压', 'Internal calibration voltage'], both),
    testItem('voltage', ['电压测量', 'Measurement of voltage'], both),
    testItem('time', ['时间测量', 'Measurement of time'], both),
    testItem('timeMark', ['时标', 'Time mark'], both),
    testItem('response', ['幅频特性', 'Frequency response'], both),
    testItem('polarisation', ['耐极化电压', 'Polarisation voltage'], both),
    testItem('noise', ['噪声', 'Noise'], both),
    testItem('rejection', ['共模抑制比', 'Common mode rejection'], both),
    testItem('sensitivity', ['灵敏度', 'Sensitivity'], initial),
    testItem('speed', ['记录速度', 'Recording speed'], initial),
    testItem('hysteresis', ['记录滞后', 'Hysteresis of the recorder'], initial),
    testItem('overshoot', ['过冲', 'Overshoot'], initial),
    testItem('timeConstant', ['时间常数', 'Time constant'], initial),
    testItem('baselineWidth', ['基线宽度', 'Width of the baseline'], initial),
    testItem('drift', ['基线漂移', 'Drift of the baseline'], initial),
    testItem('impedance', ['输入阻抗', 'Input impedance'], initial),
  ],
  standards: [
    {
      id: 'generator',
      title: ['心电图机检定仪', 'Test generator for electrocardiographs'],
      range: sourced<Text>(
        ['电压 (0.1～5) mV，频率覆盖 (1～60) Hz，直流极化电压 ±300 mV', '0.1 to 5 mV, 1 to 60 Hz, polarisation of ±300 mV'],
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
        months: sourced(12, 'own knowledge: 检定周期一般不超过 1 年; a public hospital program has twelve months', 'high'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['电气安全', 'Electrical safety'],
    ['数字心电图机的波形参数（见 JJG 1041-2008）', 'Waveform parameters of digital instruments (see JJG 1041-2008)'],
  ],
  calculationRevision: 1,
};
