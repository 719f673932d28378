/**
 * Tolerable deficiencies (允许短缺量) as data: annex 3 of 定量包装商品计量监督管理办法 (SAMR order 70, in force 2023-06-01), the same values as
 * OIML R 87:2004, table 2. Continuous at every boundary, so a boundary belongs to either band.
 */
import type { QuantityKind } from './quantity-unit.ts';
import type { DeficiencyTable, Provenance } from './rule.ts';

const annex: Provenance = {
  source: [
    '市场监管总局令第 70 号（2023）与原质检总局令第 75 号（2005）附表 3 的公开副本',
    'SAMR order 70 (2023) and AQSIQ order 75 (2005), annex 3, from public copies of the text',
  ],
  confidence: 'H',
  confirmed: false,
};

/** Above 50 kg or 50 L no tolerable deficiency is laid down. */
const byContent = (clause: DeficiencyTable['clause']): DeficiencyTable => ({
  bands: [
    { upTo: '50', percent: '9' },
    { upTo: '100', amount: '4.5' },
    { upTo: '200', percent: '4.5' },
    { upTo: '300', amount: '9' },
    { upTo: '500', percent: '3' },
    { upTo: '1000', amount: '15' },
    { upTo: '10000', percent: '1.5' },
    { upTo: '15000', amount: '150' },
    { upTo: '50000', percent: '1' },
  ],
  rounding: { upTo: '1000', interval: '0.1', above: '1' },
  clause,
  provenance: annex,
});

export const deficiencyTables: Readonly<Record<QuantityKind, DeficiencyTable>> = {
  mass: byContent(['附表 3 质量', 'annex 3, mass']),
  volume: byContent(['附表 3 体积', 'annex 3, volume']),
  // Up to 5 m nothing may be missing: every short unit is then beyond 2T = 0.
  length: {
    bands: [
      { upTo: '5', amount: '0' },
      { upTo: null, percent: '2' },
    ],
    rounding: null,
    clause: ['附表 3 长度', 'annex 3, length'],
    provenance: annex,
  },
  area: { bands: [{ upTo: null, percent: '3' }], rounding: null, clause: ['附表 3 面积', 'annex 3, area'], provenance: annex },
  count: {
    bands: [
      { upTo: '50', amount: '0' },
      { upTo: null, percent: '1' },
    ],
    rounding: null,
    clause: ['附表 3 计数', 'annex 3, count'],
    provenance: annex,
  },
};
