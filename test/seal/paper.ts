/** A PDF with attachments as a certificate's paper has them, made by a library of somebody else. */
import PdfDocument from 'pdfkit';
import { signPdf } from '../../packages/seal/src/pdf/signature.ts';
import type { Institute } from './sealed-city.ts';

type Attached = { readonly name: string; readonly content: string };

export const pdfOf = (shown: string, attachments: readonly Attached[]): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const paper = new PdfDocument({ info: { Title: shown }, compress: true });
    const parts: Buffer[] = [];
    paper.on('data', (part: Buffer) => parts.push(part));
    paper.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    paper.text(shown);
    for (const { name, content } of attachments)
      paper.file(Buffer.from(content), { name, type: 'application/xml', relationship: 'Source' } as never);
    paper.end();
  });

export const signedPdfOf = async (shown: string, attachments: readonly Attached[], { chain, sign }: Institute): Promise<Uint8Array> =>
  signPdf(await pdfOf(shown, attachments), { chain, sign }, '2026-11-23T09:00:00+08:00');
