/** JJG 111-2019 Glass Clinical Thermometers, as data: first verification only, taken out of use when no longer right. */
import type { Edition, Kind, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';

const own = 'own knowledge of JJG 111-2019';
const rules =
  'huoshuiyuan.org 2017/0713/99, the rules of compulsory verification of 1991: first verification only, then scrapped when inaccurate';
const first = { required: sourced<readonly Kind[]>(['initial'], rules, 'found') };

export const edition: Edition<typeof limits> = {
  id: 'jjg-0111-2019',
  regulation: 'jjg-0111',
  number: 'JJG 111-2019',
  title: ['玻璃体温计检定规程', 'Verification Regulation of Glass Clinical Thermometers'],
  status: {
    issued: sourced('2019-12-31', own, 'high'),
    inForceFrom: sourced('2020-03-31', 'gybyxsy1588.com 621707, an article that names the day for JJG 111 and JJG 1162', 'found'),
    supersedes: sourced('JJG 111-2003', 'shingvip.com 862: JJF 1226-2009 cites JJG 111-2003', 'found'),
  },
  applies: [
    {
      instrument: 'glass-clinical-thermometer',
      title: ['玻璃体温计', 'Glass clinical thermometer'],
      from: sourced('2020-03-31', 'gybyxsy1588.com 621707', 'found'),
      to: sourced(null, 'no later edition is known; mercury ones may not be made since 2026-01-01 and remain in use', 'medium'),
    },
  ],
  catalogue: sourced(['体温计'], '市场监管总局公告 2020 年第 42 号附件, first-level entry', 'found'),
  annexItems: [{ list: 'basic', number: 1, title: ['玻璃体温计', 'Glass clinical thermometers'] }],
  items: [
    testItem('appearance', ['外观', 'Appearance'], first),
    testItem('column', ['感温液柱', 'Liquid column'], first),
    testItem('maximum', ['最高留点', 'Maximum device'], first),
    testItem('error', ['示值误差', 'Error of indication'], first),
  ],
  standards: [
    {
      id: 'thermometer',
      title: ['标准体温计或标准铂电阻温度计', 'Standard clinical thermometer or standard platinum resistance thermometer'],
      range: sourced<Text>(['覆盖检定点', 'it covers the points'], own, 'medium'),
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
        id: 'first-only',
        title: ['首次检定、失准报废', 'Verified once, scrapped when no longer right'],
        form: 'first-only',
        months: sourced(null, rules, 'found'),
      },
    ],
    convention: sourced('minus-one-day', 'has no use here: there is no end by a date', 'high'),
  },
  form,
  notCovered: [
    ['玻璃材料、稳定性与尺寸的型式试验', 'Type tests of glass, stability and dimensions'],
    ['按批抽样检定', 'Verification of a lot by sampling'],
  ],
  calculationRevision: 1,
};
