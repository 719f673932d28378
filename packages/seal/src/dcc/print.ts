/**
 * A certificate as a digital calibration certificate of PTB, schema 3.3.0 with D-SI 2.2.1, in Chinese and English. The same record gives the
 * same bytes; the record itself is inside, and everything else is a view of it.
 */
import { findProcedure } from '@tongheng/procedures/registry';
import { toBase64, toHex, toUtf8 } from '../encoding.ts';
import type { CertificateRecord } from '../record.ts';
import { sha256 } from '../signature.ts';
import { administrationOf } from './administration.ts';
import { documentOf, measurementOf } from './results.ts';

export const dccVersion = '3.3.0';
/** The name under which the record is inside. */
export const recordFileName = 'record.json';

const namespaces = 'xmlns:dcc="https://ptb.de/dcc" xmlns:si="https://ptb.de/si"';

/**
 * The document without its signature; `recordText` is the canonical text of `record`. An edition that this program does not know is printed with
 * its signs instead of its words.
 */
export function printDcc(record: CertificateRecord, recordText: string, _languages: readonly ['zh', 'en'] = ['zh', 'en']): string {
  const procedure = findProcedure(record.procedure.edition);
  const bytes = toUtf8(recordText);
  const { nameplate } = record.instrument;
  const sheet = procedure?.unit({ instrument: nameplate, readings: record.verification.readings }) ?? '';
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<dcc:digitalCalibrationCertificate ${namespaces} schemaVersion="${dccVersion}">`,
    administrationOf(record, procedure?.edition, toHex(sha256(bytes))),
    measurementOf(record, procedure?.edition, sheet),
    documentOf(recordFileName, toBase64(bytes)),
    '</dcc:digitalCalibrationCertificate>\n',
  ].join('');
}
