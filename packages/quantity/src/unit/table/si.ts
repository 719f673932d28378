/**
 * SI units: base units and the 22 derived units with special names (SI Brochure, 9th edition, tables 2 and 4).
 * In China: 国务院关于在我国统一实行法定计量单位的命令, 1984-02-27, tables 1 to 3; the katal was added to the SI in 1999 (CGPM 21, resolution 12).
 */
import { table } from '../entry.ts';
import type { Law } from '../entry.ts';

export const si: Law = { status: 'legal', source: '国务院 1984-02-27 命令 表1至表3；GB 3100-1993', confidence: 'H' };
const later: Law = { status: 'legal', source: 'CGPM 21 (1999) 决议12；1984年命令表3未列', confidence: 'M' };
const all = { prefixes: 'all' };

export const siUnits = table(si, [
  ['m', '米', 'metre', 'm', 'metre', 'base 0', all],
  // The kilogram is the base unit; the gram carries the prefixes.
  ['g', '克', 'gram', 'g', 'gram', 'base 1', { prefixes: 'all', dsiPrefixed: { k: '\\kilogram' } }],
  ['s', '秒', 'second', 's', 'second', 'base 2', all],
  ['A', '安|安培', 'ampere', 'A', 'ampere', 'base 3', all],
  ['K', '开|开尔文', 'kelvin', 'K', 'kelvin', 'base 4', all],
  ['mol', '摩|摩尔', 'mole', 'mol', 'mole', 'base 5', all],
  ['cd', '坎|坎德拉', 'candela', 'cd', 'candela', 'base 6', all],
  ['rad', '弧度', 'radian', 'rad', 'radian', '1', { prefixes: 'all', mark: 'angle' }],
  ['sr', '球面度', 'steradian', 'sr', 'steradian', '1 rad2', all],
  ['Hz', '赫|赫兹', 'hertz', 'Hz', 'hertz', '1 s-1', all],
  ['N', '牛|牛顿', 'newton', 'N', 'newton', '1 kg·m/s2', all],
  ['Pa', '帕|帕斯卡', 'pascal', 'Pa', 'pascal', '1 N/m2', all],
  ['J', '焦|焦耳', 'joule', 'J', 'joule', '1 N·m', all],
  ['W', '瓦|瓦特', 'watt', 'W', 'watt', '1 J/s', all],
  ['C', '库|库仑', 'coulomb', 'C', 'coulomb', '1 A·s', all],
  ['V', '伏|伏特', 'volt', 'V', 'volt', '1 W/A', all],
  ['F', '法|法拉', 'farad', 'F', 'farad', '1 C/V', all],
  ['Ω', '欧|欧姆', 'ohm', 'Ohm', 'ohm', '1 V/A', all],
  ['S', '西|西门子', 'siemens', 'S', 'siemens', '1 A/V', all],
  ['Wb', '韦|韦伯', 'weber', 'Wb', 'weber', '1 V·s', all],
  ['T', '特|特斯拉', 'tesla', 'T', 'tesla', '1 Wb/m2', all],
  ['H', '亨|亨利', 'henry', 'H', 'henry', '1 Wb/A', all],
  ['°C', '摄氏度', 'degree Celsius', 'Cel', 'degreecelsius', '1 K', { prefixes: 'all', scale: { kind: 'affine', origin: '273.15' } }],
  ['lm', '流|流明', 'lumen', 'lm', 'lumen', '1 cd·sr', all],
  ['lx', '勒|勒克斯', 'lux', 'lx', 'lux', '1 lm/m2', all],
  ['Bq', '贝可|贝可勒尔|贝克勒尔', 'becquerel', 'Bq', 'becquerel', '1 s-1', all],
  ['Gy', '戈|戈瑞', 'gray', 'Gy', 'gray', '1 J/kg', all],
  ['Sv', '希|希沃特|西弗', 'sievert', 'Sv', 'sievert', '1 J/kg', all],
  ['kat', '开特|开特尔|卡塔尔', 'katal', 'kat', 'katal', '1 mol/s', { prefixes: 'all', law: later }],
]);
