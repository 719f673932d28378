/** JJG 1164-2019 Infrared Ear Thermometers, as data. See README.md for what is missing. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';

const listing = 'cornels-photography.com 240405098, listing of JJG 1164-2019';

export const edition: Edition<typeof limits> = {
  id: 'jjg-1164-2019',
  regulation: 'jjg-1164',
  number: 'JJG 1164-2019',
  title: ['红外耳温计检定规程', 'Verification Regulation of Infrared Ear Thermometers'],
  status: {
    issued: sourced('2019-12-31', listing, 'found'),
    inForceFrom: sourced('2020-03-31', listing, 'found'),
    supersedes: sourced(null, 'it is the first edition, own knowledge', 'medium'),
  },
  applies: [
    {
      instrument: 'infrared-ear-thermometer',
      title: ['红外耳温计', 'Infrared ear thermometer'],
      from: sourced('2020-03-31', listing, 'found'),
      to: sourced(null, 'no later edition is known', 'medium'),
    },
  ],
  catalogue: sourced(['体温计'], '市场监管总局公告 2020 年第 42 号附件, first-level entry', 'found'),
  annexItems: [{ list: 'enhanced', number: 1, title: ['红外耳温计', 'Infrared ear thermometers'] }],
  items: [
    testItem('appearance', ['外观', 'Appearance']),
    testItem('optics', ['光学系统', 'Optical system']),
    testItem('function', ['工作正常性与模式提示', 'Function and indication of the mode']),
    testItem('error', ['实验室误差', 'Laboratory error']),
  ],
  standards: [
    {
      id: 'blackbody',
      title: ['空腔黑体辐射源（耳温计检定装置）', 'Cavity blackbody'],
      range: sourced<Text>(['覆盖 (35.0～42.0) °C', '35.0 to 42.0 °C'], 'own knowledge: the range of the limits', 'high'),
      requirement: sourced<Text>(
        ['亮度温度的扩展不确定度不大于最大允许误差的 1/3', 'expanded uncertainty of the radiance temperature at most a third of the MPE'],
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
    ['临床准确度与临床重复性', 'Clinical accuracy and repeatability'],
    ['校准模式示值与体温模式示值的换算', 'Conversion between calibration mode and body mode'],
  ],
  calculationRevision: 1,
};
