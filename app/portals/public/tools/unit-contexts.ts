/** Where the linter lets a unit stand that is not legal, each with a sentence to try; a test holds the linter to every line. */
import type { Severity } from '@tongheng/quantity/linter/finding';
import type { Text } from '../../../kernel/text.ts';

export type Context = {
  readonly where: Text;
  readonly example: Text;
  /** What is reported there. */
  readonly outcome: Severity | 'none';
};

export const contexts: readonly Context[] = [
  {
    where: ['血压，同时标注 kPa', 'Blood pressure, with kPa beside it'],
    example: ['血压 120 mmHg（16 kPa）', 'blood pressure 120 mmHg (16 kPa)'],
    outcome: 'none',
  },
  {
    where: ['血压、眼压，只标注 mmHg', 'Blood pressure and eye pressure in mmHg alone'],
    example: ['血压 120 mmHg', 'blood pressure 120 mmHg'],
    outcome: 'advice',
  },
  {
    where: ['屏幕尺寸，同时标注厘米', 'Sizes of screens, with centimetres beside them'],
    example: ['55 英寸（139.7 cm）电视', 'a 27-inch (68.6 cm) monitor'],
    outcome: 'none',
  },
  {
    where: ['屏幕、晶圆、轮毂，只标注英寸', 'Screens, wafers and wheels in inches alone'],
    example: ['8 英寸晶圆', 'an 8-inch wafer'],
    outcome: 'advice',
  },
  { where: ['宝石的克拉', 'Carats of gems'], example: ['一枚 0.5 克拉的钻石', 'a diamond of 0.5 carat'], outcome: 'none' },
  {
    where: ['航空中的高度', 'Altitudes in aviation'],
    example: ['飞行高度 30000 英尺', 'cruising at 30000 ft'],
    outcome: 'none',
  },
  {
    where: ['出口商品、对外合同', 'Goods for export and foreign contracts'],
    example: ['出口美国的产品净重 16 oz', 'export contract: 500 lb'],
    outcome: 'none',
  },
  {
    where: ['进口设备', 'Imported equipment'],
    example: ['进口设备的水箱容量为 10 加仑', 'an imported tank of 10 gallons'],
    outcome: 'advice',
  },
  {
    where: ['历史、古籍', 'History and old texts'],
    example: ['唐代的一斤约合 680 g', 'in ancient Rome the distance was 2 mi'],
    outcome: 'none',
  },
  { where: ['引号内的原文', 'Words in quotation marks'], example: ['包装上印着“5磅”', 'the label "5 lb"'], outcome: 'advice' },
  {
    where: ['作为错误写法举出', 'A form held up as wrong'],
    example: ['不应写成 5KG', 'do not write 5KG'],
    outcome: 'none',
  },
  {
    where: ['眼镜的屈光度', 'Dioptres of lenses'],
    example: ['近视镜片 -3.00 D', 'a lens of -3.00 D'],
    outcome: 'advice',
  },
];
