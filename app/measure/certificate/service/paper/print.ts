/**
 * The paper of a certificate as PDF/A-3, with the signed DCC inside: a view of the record, the same bytes for the same input. It is
 * not signed here. PDF/A is what the typesetter promises and checks by itself; no independent validator of part 3 was at hand.
 */
import { join } from 'node:path';
import type { CertificateRecord } from '@tongheng/seal/record';
import { printPdf, type Attachment, type PrintJob } from '../../../../platform/press/press.ts';
import { layOutLabels, type LabelSize, type LabelText } from './label-sheet.ts';
import { layOut, type PaperOptions } from './layout.ts';
import { layOutLot, type Lot } from './lot-annex.ts';
import { words } from './words.ts';

export type { LabelSize, LabelText } from './label-sheet.ts';
export type { PaperOptions } from './layout.ts';
export type { Lot } from './lot-annex.ts';
export { PrintFailure } from '../../../../platform/press/press.ts';

/** An ordinary certificate takes hundredths of a second; a list of 5,000 instruments some seconds. */
const secondsForPaper = 30;
const secondsForList = 120;

const template = (name: string): string => join(import.meta.dirname, `${name}.typ`);

/** Level A is not claimed: the field of the signature that is added later stands outside of the structure. */
const form = { standard: 'a-3u', tags: true } as const;
const listForm = { standard: 'a-3u', tags: false } as const;

const attachmentOf = (dcc: Uint8Array): Attachment => ({
  name: 'dcc.xml',
  content: dcc,
  type: 'application/xml',
  relationship: 'source',
  description: words.attachment[0],
});

/** What the press is asked for. */
export const paperJob = (record: CertificateRecord, options: PaperOptions): PrintJob => ({
  template: template('certificate'),
  sheet: layOut(record, options),
  day: record.issuedOn,
  ...form,
  ...(options.dcc === undefined ? {} : { attachment: attachmentOf(options.dcc) }),
});

/** Throws PrintFailure when it cannot be set in time, RangeError for options that make no sense. */
export const printPaper = async (record: CertificateRecord, options: PaperOptions): Promise<Uint8Array> =>
  await printPdf(paperJob(record, options), secondsForPaper);

/** Labels of 40 mm × 30 mm or 50 mm × 30 mm: on A4, or one on each page for a label printer. `day` is the day of the print. */
export const printLabelSheet = async (
  labels: readonly LabelText[],
  size: LabelSize,
  { as, day }: { readonly as: 'sheet' | 'single'; readonly day: string },
): Promise<Uint8Array> =>
  await printPdf({ template: template('labels'), sheet: layOutLabels(labels, size, as), day, ...listForm }, secondsForList);

/** The list of a lot, every instrument with its document. */
export const printLotAnnex = async (lot: Lot): Promise<Uint8Array> =>
  await printPdf({ template: template('lot'), sheet: layOutLot(lot), day: lot.issuedOn, ...listForm }, secondsForList);
