/** JJG 1162-2019 Clinical Electronic Thermometers, as data. See README.md for what is missing. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';

const article = 'buybikestuff.com 76578, reprint of the interpretation of JJG 1162-2019 by its main drafter in 中国计量';

export const edition: Edition<typeof limits> = {
  id: 'jjg-1162-2019',
  regulation: 'jjg-1162',
  number: 'JJG 1162-2019',
  title: ['医用电子体温计检定规程', 'Verification Regulation of Clinical Electronic Thermometers'],
  status: {
    issued: sourced('2019-12-31', 'own knowledge; the article says "at the end of 2019"', 'high'),
    inForceFrom: sourced('2020-03-31', article, 'found'),
    supersedes: sourced(null, 'it is the first national edition; JJF 1226-2009 was a calibration specification', 'medium'),
  },
  applies: [
    {
      instrument: 'electronic-clinical-thermometer',
      title: ['医用电子体温计', 'Clinical electronic thermometer'],
      from: sourced('2020-03-31', article, 'found'),
      to: sourced(null, 'no later edition is known', 'medium'),
    },
  ],
  catalogue: sourced(['体温计'], '市场监管总局公告 2020 年第 42 号附件, first-level entry', 'found'),
  annexItems: [{ list: 'enhanced', number: 2, title: ['医用电子体温计', 'Clinical electronic thermometers'] }],
  items: [
    testItem('appearance', ['外观', 'Appearance']),
    testItem('display', ['温度显示范围与分辨力', 'Range and resolution of the display']),
    testItem('function', ['提示与最高温度保持功能', 'Signals and hold of the maximum']),
    testItem('error', ['示值误差', 'Error of indication']),
  ],
  standards: [
    {
      id: 'thermometer',
      title: ['标准铂电阻温度计或标准体温计', 'Standard platinum resistance or clinical thermometer'],
      range: sourced<Text>(['覆盖 (35.0～42.0) °C', '35.0 to 42.0 °C'], 'own knowledge of the test', 'medium'),
      requirement: sourced<Text>(
        ['连同恒温槽的误差不超过最大允许误差的 1/3', 'with its bath an error of at most one third of the maximum permissible error'],
        'common practice for working standards in verification',
        'medium',
      ),
      ratio: sourced('1/3', 'common practice for working standards in verification', 'medium'),
    },
    {
      id: 'bath',
      title: ['恒温水槽', 'Water bath'],
      requirement: sourced<Text>(['温度均匀、波动小', 'even and steady'], 'own knowledge of the test', 'medium'),
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
    ['预测型体温计的预测误差', 'The prediction of predictive thermometers'],
    ['响应时间与低电压', 'Response time and low battery'],
  ],
  calculationRevision: 1,
};
