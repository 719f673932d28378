import type { Field } from '../../../web/kit/FormField.tsx';
import { instrumentUses, type InstrumentKind } from '../rules.ts';
import { Nameplate } from './Nameplate.tsx';

/** What describes an instrument, the same when it is registered and when it is corrected. */
export const descriptionFields = (kind: InstrumentKind): readonly Field[] => [
  { name: 'name', label: ['名称', 'Name'] },
  { name: 'model', label: ['型号', 'Model'] },
  {
    name: 'serial',
    label: ['出厂编号', 'Serial number'],
    hint: ['照铭牌，包括字母和前导零', 'As on the nameplate, letters and leading zeros included'],
  },
  { name: 'maker', label: ['制造单位', 'Maker'] },
  { name: 'place', label: ['使用地点', 'Place of use'], hint: ['如“蔬菜区 12 号摊”', 'Such as "stall 12, vegetables"'] },
  {
    name: 'use',
    label: ['用途', 'Use'],
    kind: 'choice',
    options: Object.entries(instrumentUses).map(([value, label]) => ({ value, label })),
  },
  { name: 'parameters', label: ['铭牌参数', 'Nameplate'], control: (props) => <Nameplate {...props} kind={kind} /> },
];
