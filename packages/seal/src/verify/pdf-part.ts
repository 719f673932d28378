/** A PDF: its own signature, and the digital certificate inside, which holds what the pages say. */
import { attachedDccs } from '../pdf/attached-dcc.ts';
import { InvalidPdf, readPdf, type PdfContent } from '../pdf/read.ts';
import { checkPdfSignature, type PdfSignatureCode } from '../pdf/signature.ts';
import type { Answer, Text } from './answer.ts';
import { examineDcc } from './dcc-part.ts';
import type { Evidence } from './evidence.ts';
import { NoCertificate } from './input.ts';
import { answerOf } from './reasons.ts';

const pdf: Text = ['PDF', 'PDF'];

/** What is not checked is not wrong. */
const unchecked: readonly PdfSignatureCode[] = ['subFilter', 'notCheckable', 'noCertificate'];

type PdfCheck = Awaited<ReturnType<typeof checkPdfSignature>>;

function contentOf(bytes: Uint8Array): PdfContent | Answer {
  try {
    return readPdf(bytes);
  } catch (error) {
    if (!(error instanceof InvalidPdf)) throw error;
    const isExcess = ['too-large', 'too-much', 'too-deep', 'encrypted', 'filter'].includes(error.code);
    return answerOf(isExcess ? 'form.refused' : 'form.broken', { detail: error.text });
  }
}

/** Signatures of the PDF and of the XML inside, where both must hold, and by the same hand. */
function signatureOf(own: PdfCheck | undefined, inner: Evidence | undefined): Answer {
  if (own !== undefined && unchecked.includes(own.code)) return answerOf('signature.unsupported', { what: pdf, detail: own.reason });
  if (own !== undefined && !own.ok)
    return own.code === 'appended'
      ? answerOf('signature.addedLater', { detail: own.reason })
      : answerOf('signature.invalid', { what: pdf, detail: own.reason });
  if (inner?.signature.ok === false) return inner.signature;
  if (own === undefined) return inner?.isSigned === true ? answerOf('signature.xmlOnly') : answerOf('signature.none');
  if (inner === undefined) return answerOf('signature.valid', { what: pdf });
  if (inner.isSigned === null) return answerOf('signature.xmlUnsigned');
  const [outer] = own.signer ?? [];
  const [within] = inner.signer ?? [];
  const isSame =
    outer !== undefined && within !== undefined && outer.length === within.length && outer.every((byte, at) => byte === within[at]);
  if (isSame && own.beneath.length > 0) {
    const said = (side: 0 | 1): string => own.beneath.map((one) => one[side]).join(side === 0 ? '；' : '; ');
    return answerOf('signature.sealed', { count: own.beneath.length, detail: [said(0), said(1)] });
  }
  return answerOf(isSame ? 'signature.both' : 'signature.signersDiffer');
}

async function innerOf(
  attached: Uint8Array | undefined,
  options: { readonly serial?: string | undefined; readonly record?: string | undefined },
): Promise<Evidence | Answer | undefined> {
  if (attached === undefined) return undefined;
  try {
    return await examineDcc(attached, options);
  } catch (error) {
    // XML that is no certificate is an attachment as any other.
    if (error instanceof NoCertificate) return undefined;
    throw error;
  }
}

/** Looks at a PDF with the XML that is attached to it. */
export async function examinePdf(
  bytes: Uint8Array,
  options: { readonly serial?: string | undefined; readonly record?: string | undefined },
): Promise<Evidence | Answer> {
  const content = contentOf(bytes);
  if (!('attachments' in content)) return content;
  const documents = attachedDccs(content);
  if (documents.length > 1) return answerOf('form.attachmentsTwice', { count: documents.length });
  const own = content.signatures.every(({ kind }) => kind === 'timestamp') ? undefined : await checkPdfSignature(bytes);
  const [attached] = documents;
  const inner = await innerOf(attached, options);
  if (inner !== undefined && !('form' in inner)) return inner;
  const signature = signatureOf(own, inner);
  const signer = own?.signer ?? (own === undefined ? inner?.signer : undefined);
  const signed = { kind: 'pdf', signature, signer, isSigned: signature.ok, attached } as const;
  if (inner !== undefined) {
    // An unsigned PDF around a signed XML: the XML has a signer, whatever the pages show.
    const isSigned = own === undefined ? inner.isSigned : signature.ok;
    return { ...inner, ...signed, isSigned };
  }
  return {
    ...signed,
    form: answerOf('form.pdfForeign'),
    recomputation: answerOf('recomputation.noReadings'),
    claimed: null,
    sealed: null,
    dated: null,
    facts: [],
    differences: [],
    results: [],
    isForeign: true,
  };
}
