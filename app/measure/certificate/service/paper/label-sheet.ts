import type { Text } from '../../../../kernel/text.ts';
import { drawCode, type Code } from './code.ts';

/** What a label on an instrument says beside its code. */
export type LabelText = {
  /** The text of the QR code. */
  readonly labelText: string;
  readonly number: string;
  /** The instrument in words, such as 电子计价秤. */
  readonly kind: string;
  readonly serial: string;
  /** null: verified once, with no last day. */
  readonly validUntil: string | null;
  readonly institute: string;
  readonly demonstration: boolean;
};
export type LabelSize = '40x30' | '50x30';

type Label = Omit<LabelText, 'labelText' | 'demonstration' | 'validUntil'> & {
  readonly qr: Code;
  readonly mark: Text | null;
  readonly until: string;
};
export type LabelSheet = {
  readonly size: readonly [width: number, height: number];
  /** Labels beside and above each other on A4, or null: one on each page, which has the size of the label. */
  readonly grid: { readonly across: number; readonly down: number; readonly gap: readonly [number, number] } | null;
  readonly labels: readonly Label[];
};

const sizes = {
  '40x30': { size: [40, 30], across: 4, down: 8, gap: [4, 4], code: 21.5 },
  '50x30': { size: [50, 30], across: 3, down: 8, gap: [6, 4], code: 23 },
} as const;

/** Labels on A4 to be cut, or one by one for a label printer. */
export function layOutLabels(labels: readonly LabelText[], size: LabelSize, as: 'sheet' | 'single'): LabelSheet {
  const { size: millimetres, across, down, gap, code } = sizes[size];
  return {
    size: millimetres,
    grid: as === 'sheet' ? { across, down, gap } : null,
    labels: labels.map(({ labelText, demonstration, validUntil, ...label }) => ({
      ...label,
      until: validUntil ?? '首检有效，失准报废',
      mark: demonstration ? ['演示·无效', 'DEMONSTRATION'] : null,
      qr: drawCode(labelText, { module: 0.42, most: code }),
    })),
  };
}
