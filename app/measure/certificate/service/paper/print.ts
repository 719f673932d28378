/**
 * The paper of a certificate as PDF/A-3, with the signed DCC inside: a view of the record, the same bytes for the same input. It is
 * not signed here. PDF/A is what the typesetter promises and checks by itself; no independent validator of part 3 was at hand.
 */
import type { CertificateRecord } from '@tongheng/seal/record';
import { layOutLabels, type LabelSize, type LabelText } from './label-sheet.ts';
import { layOut, type PaperOptions } from './layout.ts';
import { layOutLot, type Lot } from './lot-annex.ts';
import { thePress } from './press.ts';

export type { LabelSize, LabelText } from './label-sheet.ts';
export type { PaperOptions } from './layout.ts';
export type { Lot } from './lot-annex.ts';
export { PrintFailure } from './press.ts';

/** An ordinary certificate takes hundredths of a second; a list of 5,000 instruments some seconds. */
const secondsForPaper = 30;
const secondsForList = 120;

/** Throws PrintFailure when it cannot be set in time, RangeError for options that make no sense. */
export const printPaper = async (record: CertificateRecord, options: PaperOptions): Promise<Uint8Array> =>
  await thePress().print(
    {
      template: 'certificate',
      sheet: layOut(record, options),
      day: record.issuedOn,
      ...(options.dcc === undefined ? {} : { dcc: options.dcc }),
    },
    secondsForPaper,
  );

/** Labels of 40 mm × 30 mm or 50 mm × 30 mm: on A4, or one on each page for a label printer. `day` is the day of the print. */
export const printLabelSheet = async (
  labels: readonly LabelText[],
  size: LabelSize,
  { as, day }: { readonly as: 'sheet' | 'single'; readonly day: string },
): Promise<Uint8Array> => await thePress().print({ template: 'labels', sheet: layOutLabels(labels, size, as), day }, secondsForList);

/** The list of a lot, every instrument with its document. */
export const printLotAnnex = async (lot: Lot): Promise<Uint8Array> =>
  await thePress().print({ template: 'lot', sheet: layOutLot(lot), day: lot.issuedOn }, secondsForList);
