/** The raw record of JJG 111-2019. */
import { choiceField, decimalField, environmentGroup, examinedField, fieldGroup, instrumentGroup, rowGroup } from '../src/field.ts';
import type { Form } from '../src/form.ts';
import { limits } from './limits.ts';

/** What a person looks at, by group. */
export const examined = {
  appearance: [
    examinedField('marks', ['标志', 'Marks'], ['制造者、“℃”、编号等清晰', 'Maker, °C and number are clear']),
    examinedField('glass', ['玻璃', 'Glass'], ['光滑透明，无影响读数的缺陷', 'Smooth and clear, no defect that disturbs the reading']),
    examinedField('scale', ['刻度', 'Scale'], ['刻线均匀清晰、不脱色', 'Marks are even, clear and lasting']),
  ],
  column: [examinedField('whole', ['液柱完整', 'Whole column'], ['无中断、无气泡', 'Neither broken nor with bubbles'])],
  maximum: [
    examinedField(
      'holds',
      ['无自流', 'Holds its reading'],
      ['取出冷却后液柱不自行下降', 'The column does not fall by itself when it cools'],
    ),
    examinedField('shakes', ['无难甩', 'Can be shaken down'], ['能甩至规定温度以下', 'It can be shaken down as required']),
  ],
} as const;

export const form: Form = {
  instrument: instrumentGroup([
    choiceField(
      'type',
      ['类型', 'Type'],
      ['按用途', 'By its use'],
      [
        { value: 'ordinary', label: ['普通人体用', 'Ordinary, for persons'] },
        { value: 'newborn', label: ['新生儿用', 'For newborns'] },
        { value: 'veterinary', label: ['兽用', 'Veterinary'] },
      ],
    ),
  ]),
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    fieldGroup('appearance', ['外观', 'Appearance'], ['目力观察', 'By eye'], examined.appearance),
    fieldGroup('column', ['感温液柱', 'Liquid column'], ['目力观察', 'By eye'], examined.column),
    fieldGroup('maximum', ['最高留点', 'Maximum device'], ['加热取出后观察', 'After heating and taking out'], examined.maximum),
    rowGroup(
      'error',
      ['示值误差', 'Error of indication'],
      ['恒温槽中到温后取出读数，E = t − t₀', 'Read after it is taken out of the bath, E = t − t₀'],
      { least: Number(limits.points.value), most: 12 },
      [
        decimalField('point', ['检定点', 'Point'], '°C', ['名义温度', 'Nominal temperature']),
        decimalField('reference', ['槽温实际值', 'Temperature of the bath'], '°C', ['标准器示值加修正', 'Of the standard, corrected'], {
          symbol: 't₀',
          near: 'point',
        }),
        decimalField('indication', ['被检示值', 'Indication'], '°C', ['估读到 0.02 °C', 'Estimated to 0.02 °C'], {
          symbol: 't',
          near: 'reference',
        }),
      ],
      { computed: [{ symbol: 'E', label: ['示值误差', 'Error of indication'] }] },
    ),
  ],
};
