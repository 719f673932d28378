/** JJG 744-2004 Medical Diagnostic X-ray Radiation Sources, as data. See README.md for what is missing. */
import type { Edition, Kind, Text } from '../src/edition.ts';
import { kinds } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';

const quoted = 'a public program that quotes the test items of JJG 744-2004 by kind (xh3140/metrology, 2020)';
const listing = 'm.bzxz.net 136863, listing of JJG 744-2004';
const item = (id: string, title: Text) => testItem(id, title, { required: sourced<readonly Kind[]>(kinds, quoted, 'found') });

export const edition: Edition<typeof limits> = {
  id: 'jjg-0744-2004',
  regulation: 'jjg-0744',
  number: 'JJG 744-2004',
  title: ['医用诊断X射线辐射源检定规程', 'Verification Regulation of Medical Diagnostic X-ray Radiation Source'],
  status: {
    issued: sourced('2004-06-04', listing, 'found'),
    inForceFrom: sourced('2004-12-01', listing, 'found'),
    supersedes: sourced('JJG 744-1997', 'a public program with title and dates (xh3140/metrology, 2020)', 'found'),
  },
  applies: [
    {
      instrument: 'diagnostic-x-ray',
      title: ['医用诊断X射线辐射源', 'Medical diagnostic X-ray source'],
      from: sourced('2004-12-01', listing, 'found'),
      to: sourced(null, 'no later edition is known', 'medium'),
    },
  ],
  catalogue: sourced(['医用诊断X射线设备'], 'own knowledge of 市场监管总局公告 2020 年第 42 号', 'medium'),
  annexItems: [{ list: 'enhanced', number: 5, title: ['医用诊断X射线辐射源', 'Medical diagnostic X-ray sources'] }],
  items: [
    item('kermaRate', ['辐射输出的空气比释动能', 'Air kerma of the output']),
    item('quality', ['辐射输出的质', 'Quality of the output']),
    item('repeatability', ['辐射输出的重复性', 'Repeatability of the output']),
    item('linearity', ['辐射输出的线性', 'Linearity of the output']),
    item('resolution', ['分辨力', 'Resolution']),
    item('lightField', ['辐射野与光野的一致性', 'Agreement of radiation and light field']),
    item('tubeVoltage', ['X射线管的电压', 'Tube voltage']),
    item('tubeCurrent', ['X射线管的电流', 'Tube current']),
    item('spot', ['X射线管的焦点', 'Focal spot']),
    item('time', ['加载时间', 'Loading time']),
    item('charge', ['电流时间积', 'Current time product']),
  ],
  standards: [
    {
      id: 'dosimeter',
      title: ['诊断水平剂量计', 'Diagnostic dosimeter'],
      requirement: sourced<Text>(
        ['覆盖诊断X射线的空气比释动能和率', 'covers air kerma and its rate in diagnosis'],
        'own knowledge of the test',
        'medium',
      ),
    },
    {
      id: 'kv-meter',
      title: ['非介入式管电压表', 'Non-invasive meter of tube voltage'],
      range: sourced<Text>(['(40～150) kV', '40 to 150 kV'], 'own knowledge of the test', 'medium'),
      requirement: sourced<Text>(
        ['误差不超过被检最大允许误差的 1/3', 'error of at most one third of the maximum permissible error'],
        'common practice for working standards in verification',
        'medium',
      ),
      ratio: sourced('1/3', 'common practice for working standards in verification', 'medium'),
    },
    {
      id: 'timer',
      title: ['非介入式曝光时间表、毫安秒表', 'Meters of exposure time and current time product'],
      requirement: sourced<Text>(
        ['误差不超过被检最大允许误差的 1/3', 'error of at most one third of the maximum permissible error'],
        'common practice for working standards in verification',
        'medium',
      ),
      ratio: sourced('1/3', 'common practice for working standards in verification', 'medium'),
    },
    {
      id: 'aids',
      title: [
        '标准铝片、分辨力卡、狭缝或星卡、光野检测板',
        'Aluminium filters, resolution pattern, slit or star pattern, field test plate',
      ],
      requirement: sourced<Text>(['按规程要求', 'as the regulation asks'], 'own knowledge of the test', 'medium'),
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
    ['CT、CR、DR、乳腺与牙科摄影（另有规程）', 'CT, CR, DR, mammography and dental sources (other regulations)'],
    ['传递函数法测分辨力', 'Resolution by the modulation transfer function'],
    ['由狭缝或星卡影像计算焦点尺寸', 'The size of the focal spot from the image of slit or star'],
  ],
  calculationRevision: 1,
};
