/** A digital calibration certificate: of this platform with its record inside, or of another system, which is shown and judged as far as it goes. */
import { checkRules } from '../dcc/rules.ts';
import { isOlder } from '../record.ts';
import { readXml } from '../xml/document.ts';
import { InvalidXml, type InvalidXmlCode } from '../xml/invalid-xml.ts';
import { checkXmlSignature, type XmlSignature } from '../xml/signature.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { Answer, Text } from './answer.ts';
import { agreementOf, recordsIn } from './dcc-record.ts';
import { factsOfDcc, issuedOn, resultsOf, serialOf, shownOf, type Shown } from './dcc-shown.ts';
import type { Evidence } from './evidence.ts';
import { NoCertificate } from './input.ts';
import { answerOf } from './reasons.ts';
import { evidenceOfRecord, openRecord, otherInstrument } from './record-part.ts';

const what: Text = ['XML', 'XML'];
/** Numbers of this platform: region and letter of the institute, year, six digits, check character. */
const ownNumber = /^\d{6}[A-Z]\d{10}[0-9A-Z]$/;

const refusals: readonly InvalidXmlCode[] = ['too-large', 'doctype', 'too-deep', 'too-many', 'tag-too-long', 'text-too-long'];

/** What the signature of the XML says, in the words of the verifier. */
export function signatureAnswer({ ok, code, reason }: XmlSignature): Answer {
  if (code === 'none') return answerOf('signature.none');
  if (ok === true) return answerOf('signature.valid', { what });
  return answerOf(ok === null ? 'signature.unsupported' : 'signature.invalid', { what, detail: reason });
}

type Opened = { readonly root: XmlElement; readonly shown: Shown };

function opened(bytes: Uint8Array): Opened | Answer {
  try {
    const root = readXml(bytes);
    return { root, shown: shownOf(root) };
  } catch (error) {
    if (!(error instanceof InvalidXml)) throw error;
    if (error.code === 'version') return answerOf('form.unknownVersion', { detail: error.text });
    if (error.code === 'not-dcc') throw new NoCertificate(error.text);
    return answerOf(refusals.includes(error.code) ? 'form.refused' : 'form.broken', { detail: error.text });
  }
}

type Own = { readonly form: Answer; readonly rest: ReturnType<typeof evidenceOfRecord> };

/** The record inside, held against everything that the document says. */
function judgeRecord(root: XmlElement, text: string, serial: string | undefined, beside: string | undefined): Own | Answer {
  const own = openRecord(text);
  if ('refusal' in own) return own.refusal;
  const { record } = own;
  if (own.text !== text || isOlder(record)) return answerOf('form.recordBroken', { place: record.format });
  const rest = evidenceOfRecord(record, text);
  const other = otherInstrument(record.instrument.serial, serial);
  if (other !== undefined) return { form: other, rest };
  if (beside !== undefined && beside.replace(/\r?\n$/, '') !== text) return { form: answerOf('form.givenRecordDiffers'), rest };
  const { isWhole, places } = agreementOf(root, record, text);
  const shown = places.slice(0, 4).join('; ') + (places.length > 4 ? '; …' : '');
  if (places.length > 0) return { form: answerOf('form.recordDiffers', { places: shown }), rest };
  return { form: answerOf(isWhole ? 'form.agrees' : 'form.agreesInFacts'), rest };
}

function foreignForm({ root, shown }: Opened, serial: string | undefined): Answer {
  const stated = serialOf(shown);
  const other = stated === '' ? undefined : otherInstrument(stated, serial);
  if (other !== undefined) return other;
  const broken = checkRules(root).filter(({ role }) => role === 'error');
  const { version } = shown.zh;
  const [first] = broken;
  if (first === undefined) return answerOf('form.foreign', { version });
  const detail: Text = [`${first.place} ${first.text[0]}`, `${first.place} ${first.text[1]}`];
  return answerOf('form.foreignRules', { version, count: broken.length, first: detail });
}

/** Looks at the XML of a certificate. Throws NoCertificate for XML that is none. */
export async function examineDcc(
  bytes: Uint8Array,
  { serial, record: beside }: { readonly serial?: string | undefined; readonly record?: string | undefined },
): Promise<Evidence | Answer> {
  const certificate = opened(bytes);
  if (!('root' in certificate)) return certificate;
  const { root, shown } = certificate;
  const signature = await checkXmlSignature(bytes);
  const signed = {
    kind: 'xml',
    signature: signatureAnswer(signature),
    signer: signature.signer,
    isSigned: signature.code === 'none' ? null : signature.ok,
    attached: undefined,
  } as const;
  const records = recordsIn(root);
  const [text] = records;
  if (records.length === 1 && text !== undefined) {
    const own = judgeRecord(root, text, serial, beside);
    if ('form' in own) return { ...signed, ...own.rest, form: own.form };
    return { ...signed, ...shownAsForeign(shown), form: own };
  }
  const form =
    records.length > 0 || ownNumber.test(shown.zh.identifier) ? answerOf('form.recordMissing') : foreignForm(certificate, serial);
  return { ...signed, ...shownAsForeign(shown), form };
}

/** What can be said of a certificate without a record of this platform. */
function shownAsForeign(shown: Shown): Omit<Evidence, 'kind' | 'form' | 'signature' | 'signer' | 'isSigned' | 'attached'> {
  return {
    recomputation: answerOf('recomputation.noReadings'),
    differences: [],
    facts: factsOfDcc(shown),
    results: resultsOf(shown),
    claimed: {
      institute: shown.zh.laboratory.name,
      creditCode: null,
      issuer: null,
      day: issuedOn(shown),
      testedOn: null,
      scope: null,
      demonstration: false,
      isOurs: false,
      isLabel: false,
    },
    sealed: null,
    dated: null,
    isForeign: true,
  };
}
