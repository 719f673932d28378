import type { Text } from '../../../kernel/text.ts';

/** A short test report as it comes in: what is allowed where it stands, what is badly written, and what is not legal. */
export const examples: Text = [
  `产品检验报告（示例）
1. 净含量：5KG，单件重量为 500g。
2. 水压试验压力 3 kgf/cm2，保压 30 sec，无渗漏。
3. 环境温度 20~30℃，外形尺寸 5×6 mm，板厚 2 英寸。
4. 电机转速 1450 rpm，额定功率 10 马力，绝缘电阻 500 MΩ。
5. 杂质含量不大于 5 ppm，用水 3 L，用电 5 度。
6. 职工体检：收缩压 120 mmHg（16 kPa），舒张压 80 mmHg。
7. 本报告使用法定计量单位：长度 1.5 m，质量 25 kg，温度 20 ℃。
`,
  `Test report (example)
1. Net mass: 5KG; each piece weighs 500g.
2. Hydraulic test at 3 kgf/cm2 for 30 sec, no leak.
3. Ambient temperature 20~30℃, size 5×6 mm, plate 2 inches thick.
4. Motor speed 1450 rpm, rated power 10 hp, insulation 500 MΩ.
5. Impurities not above 5 ppm, 3 L of water, 2 gallons of oil.
6. Medical check: blood pressure 120 mmHg (16 kPa).
7. This report uses legal units: length 1.5 m, mass 25 kg, temperature 20 ℃.
`,
];
