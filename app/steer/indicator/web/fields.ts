import type { Text } from '../../../kernel/text.ts';

/** What a comparison names. */
export const comparedFields: Readonly<Record<string, Text>> = {
  value: ['数值', 'Value'],
  state: ['状态', 'State'],
  target: ['目标', 'Target'],
  method: ['计算方法', 'Method'],
  records: ['记录摘要', 'Digest of the records'],
  denominator: ['分母口径', 'Denominator'],
  absent: ['指标', 'Indicator'],
  cell: ['能力格', 'Cell'],
};

export const phaseWords: Readonly<Record<string, Text>> = {
  approval: ['批准筹建', 'Approved'],
  construction: ['建设', 'Under construction'],
  acceptance: ['验收', 'Accepted'],
  designation: ['授牌', 'Designated'],
};

export const levelWords: Readonly<Record<string, Text>> = {
  city: ['市（厅）级', 'City'],
  province: ['省级', 'Provincial'],
  ministry: ['部级', 'Ministerial'],
  national: ['国家级', 'National'],
};

export const basisWords: Readonly<Record<'document' | 'opening' | 'record', Text>> = {
  document: ['文件基期', 'Document'],
  opening: ['存量建账', 'Opening stock'],
  record: ['记录', 'Record'],
};
