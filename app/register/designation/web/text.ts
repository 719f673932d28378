import { both } from '../../../kernel/text.ts';

export const texts = both({
  title: ['强检指定', 'Designations'],
  lead: [
    '主管部门以文件指定检定机构；同一地区同一种类同时只有一个。',
    'The authority designates by a document; one institute at a time for a region and kind.',
  ],
  designate: ['以文件指定', 'Designate'],
  end: ['终止', 'End'],
  endTitle: ['以文件终止指定', 'End a designation by a document'],
  inForce: ['现行', 'in force'],
});
