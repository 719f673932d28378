import type { Text } from '../../../../kernel/text.ts';

/** One instrument of a lot, by its own document. */
export type LotItem = {
  readonly serial: string;
  readonly number: string;
  readonly conclusion: 'pass' | 'fail';
  readonly validUntil: string | null;
};
export type Lot = {
  /** The number of the lot. */
  readonly number: string;
  readonly institute: string;
  readonly holder: string;
  readonly instrument: string;
  readonly model: string;
  readonly maker: string;
  /** Number and title of the regulation. */
  readonly procedure: string;
  readonly testedOn: string;
  readonly issuedOn: string;
  readonly items: readonly LotItem[];
  readonly demonstration: boolean;
};
export type LotSheet = {
  readonly number: string;
  readonly institute: string;
  readonly mark: Text | null;
  readonly lines: readonly (readonly [label: Text, value: string])[];
  readonly rows: readonly (readonly string[])[];
};

/** The list of a lot: every instrument with its own document, its verdict and its last day. */
export function layOutLot(lot: Lot): LotSheet {
  const failed = lot.items.filter(({ conclusion }) => conclusion === 'fail').length;
  return {
    number: lot.number,
    institute: lot.institute,
    mark: lot.demonstration ? ['演示·无效', 'DEMONSTRATION'] : null,
    lines: [
      [['送检单位', 'Client'], lot.holder],
      [['计量器具名称', 'Measuring instrument'], lot.instrument],
      [['型号 / 规格', 'Model / Specification'], lot.model],
      [['制造单位', 'Manufacturer'], lot.maker],
      [['检定依据', 'Verification regulation'], lot.procedure],
      [['检定日期', 'Date of verification'], lot.testedOn],
      [['签发日期', 'Date of issue'], lot.issuedOn],
      [['数量', 'Quantity'], `${lot.items.length} 台（件），合格 ${lot.items.length - failed}，不合格 ${failed}`],
    ],
    rows: lot.items.map(({ serial, number, conclusion, validUntil }, index) => [
      String(index + 1),
      serial,
      number,
      conclusion === 'pass' ? '合格' : '不合格',
      validUntil ?? '/',
    ]),
  };
}
