/** The digital calibration certificate that a PDF brings along, as many laboratories hand theirs out. */
import { kindOf } from '../verify/input.ts';
import { readPdf, type PdfContent } from './read.ts';

/** The root of a DCC is named in its first bytes, whatever stands before it; in UTF-16 with zeros between. */
const isDcc = (bytes: Uint8Array): boolean =>
  kindOf(bytes) === 'xml' &&
  String.fromCharCode(...bytes.subarray(0, 8192).filter((byte) => byte !== 0)).includes('digitalCalibrationCertificate');

/**
 * Every digital calibration certificate among the attachments. Where there are two, which one holds is not certain.
 *
 * @example attachedDccs({ attachments: [], signatures: [] }) // []
 */
export const attachedDccs = ({ attachments }: PdfContent): readonly Uint8Array[] =>
  attachments.map(({ bytes }) => bytes).filter((bytes) => isDcc(bytes));

/** The digital calibration certificates inside a PDF; throws InvalidPdf for a file that is not read. */
export const dccsInPdf = (pdf: Uint8Array): readonly Uint8Array[] => attachedDccs(readPdf(pdf));
