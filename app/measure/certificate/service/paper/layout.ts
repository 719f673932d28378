import { findEdition, unknownLimits } from '@tongheng/procedures/registry';
import type { CertificateRecord, RecordStandard } from '@tongheng/seal/record';
import type { Text } from '../../../../kernel/text.ts';
import { accuracyLine, type Quality } from '../../../standard/rules.ts';
import { recordKinds } from '../../../verification/rules/kind.ts';
import { sealActions, sealKinds } from '../../../verification/rules/seal.ts';
import { drawCode } from './code.ts';
import { failedItems, resultParts } from './results.ts';
import { fitted, line, type Line, type Part, type Sheet } from './sheet.ts';
import { titles, whereWords, words } from './words.ts';

/** What is on the paper beside the record. */
export type PaperOptions = {
  /** The signed DCC, which becomes the source of the paper inside it. */
  readonly dcc?: Uint8Array;
  /** The text of the QR code. */
  readonly labelText?: string;
  readonly checkCode: string;
  /** Whether each page says that it is a demonstration; a record of the demonstration always says so. */
  readonly watermark: boolean;
  /** overlay: only what a pre-printed form does not have already. */
  readonly form: 'whole' | 'overlay';
  /** Millimetres to the right and down, for a printer or a form that stands off. */
  readonly dx?: number;
  readonly dy?: number;
  /** Where anybody looks the certificate up, and the site of the institute, where they are known. */
  readonly lookUp?: string;
  readonly website?: string;
  /** The electronic seal that is put on the file; left out: the stamped paper is what counts, and the print says so. */
  readonly seal?: { readonly name: string; readonly authority: string };
};

const farthestMillimetres = 15;
const shift = (millimetres: number | undefined): number => {
  const value = millimetres ?? 0;
  if (!Number.isFinite(value) || Math.abs(value) > farthestMillimetres)
    throw new RangeError(`an offset is at most ${farthestMillimetres} mm: ${value}`);
  return value;
};

/** @example dayInWords('2026-05-20') // '2026 年 05 月 20 日' */
export const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-');
  return `${year} 年 ${month} 月 ${date} 日`;
};

const conclusionOf = ({ verification: { conclusion }, instrument }: CertificateRecord): string => {
  const accuracy = instrument.nameplate['class'];
  if (conclusion === 'fail') return '不合格';
  return accuracy === undefined || accuracy === '' ? '合格' : `${accuracy} 级，合格`;
};

function validityLines({ kind, validity, validUntil }: CertificateRecord): Line[] {
  if (kind !== 'certificate') return [];
  if (validity === 'first-only') return [line(words.validity, words.noEnd[0])];
  if (validUntil === null) return [];
  return [line(validity === 'limited-use' ? words.useUntil : words.validUntil, dayInWords(validUntil))];
}

/** 'jjg-0539-2016' by its number and title, as the record has them. */
const procedureOf = ({ procedure: { number, title } }: CertificateRecord): string => `${number} ${title[0]}`;

function fieldWords(record: CertificateRecord, which: 'instrument' | 'environment'): string {
  const group = findEdition(record.procedure.edition)?.form[which];
  const values = which === 'instrument' ? record.instrument.nameplate : record.verification.environment;
  const order = (group?.fields ?? []).map(({ id }) => id).filter((id) => id in values);
  return [...order, ...Object.keys(values).filter((id) => !order.includes(id))]
    .filter((id) => (values[id] ?? '') !== '')
    .map((id) => {
      const field = group?.fields.find((one) => one.id === id);
      const value = values[id] ?? '';
      // A unit that was typed with its number stays on its line.
      const shown = field?.choices?.find((choice) => choice.value === value)?.label[0] ?? value.replace(/(?<=\d) (?=\S)/g, '\u00a0');
      const unit = field?.unit === null || field?.unit === undefined || field.unit === 'sheet' ? '' : `\u00a0${field.unit}`;
      return `${field?.label[0] ?? id} ${shown}${unit}`;
    })
    .join('，');
}

function standardRow({ name, number, range, certificate }: RecordStandard) {
  const quality = certificate === null ? '/' : accuracyLine({ ...certificate, quality: certificate.quality as Quality });
  return [
    `${name}\n${number}`,
    range === '' ? '/' : range,
    quality === '' ? '/' : quality,
    certificate === null ? '/' : `${certificate.number}\n${certificate.issuer}`,
    certificate?.validUntil ?? '/',
  ];
}

function standardParts({ kind, verification: { standards, standard } }: CertificateRecord): Part[] {
  const text = kind === 'calibration' ? words.calibrationStandards : words.standards;
  if (standards.length === 0) return standard === null ? [] : [{ kind: 'lines', lines: [line(text, standard)] }];
  const columns = (['standardName', 'range', 'quality', 'traceCertificate', 'until'] as const).map((key) => ({
    label: words[key],
    width: key === 'until' ? ('fit' as const) : ('wide' as const),
    align: 'left' as const,
  }));
  return [{ kind: 'heading', text }, fitted({ kind: 'table', size: 8.5, columns, rows: standards.map(standardRow) })];
}

function adoptedParts({ procedure: { adopted, clauses, edition } }: CertificateRecord): Part[] {
  const known = findEdition(edition);
  const limits = known === undefined ? [] : unknownLimits(known);
  const rows = Object.entries(adopted).map(([path, value]) => {
    const limit = limits.find((one) => one.path === path);
    const unit = limit?.unit ?? '';
    return [limit?.label[0] ?? path, unit === '' ? value : `${value}\u00a0${unit}`, clauses[path] ?? '/'];
  });
  if (rows.length === 0) return [];
  return [
    { kind: 'item', text: words.adopted },
    fitted({
      kind: 'table',
      size: 8,
      columns: [
        { label: words.adoptedName, width: 'wider', align: 'left' },
        { label: words.adoptedValue, width: 'fit', align: 'right' },
        { label: words.clause, width: 'wide', align: 'left' },
      ],
      rows,
    }),
    { kind: 'note', text: words.adoptedNote },
  ];
}

function conditionLines(record: CertificateRecord): Line[] {
  const { scope, verification, instrument, lot, kind } = record;
  const { recordNumber, whereDone, seals, remarks } = verification;
  const where = whereDone === null ? undefined : (whereWords[whereDone] ?? whereDone);
  const place = whereDone === 'institute' ? record.institute.address : instrument.place;
  const until = scope?.validUntil ?? null;
  const failed = kind === 'calibration' ? [] : failedItems(record);
  const sealed = seals.map(
    (seal) =>
      `${sealKinds[seal.kind as keyof typeof sealKinds]?.[0] ?? seal.kind} ${seal.number}（${sealActions[seal.action as keyof typeof sealActions]?.[0] ?? seal.action}${seal.position === null ? '' : `，${seal.position}`}）`,
  );
  return [
    line(words.scope, scope === null ? null : `${scope.document}${until === null ? '' : `（有效期至 ${until}）`}`),
    line(words.scopeItem, scope?.item),
    ...(kind === 'calibration' ? [] : [line(words.kind, recordKinds[verification.kind][0])]),
    line(words.rawRecord, recordNumber),
    line(kind === 'calibration' ? words.calibrationPlace : words.place, [where, place].filter(Boolean).join('，')),
    line(words.environment, fieldWords(record, 'environment')),
    line(words.nameplate, fieldWords(record, 'instrument')),
    ...(sealed.length === 0 ? [] : [line(words.seals, sealed.join('；'))]),
    ...(lot === null ? [] : [line(words.lot, `${lot.number}，共 ${lot.items} 台（件），${lot.approvedOn} 批准`)]),
    ...(failed.length === 0 ? [] : [line(words.failed, failed.map(([zh]) => zh).join('、'), true)]),
    ...(kind === 'calibration' ? [line(words.statement, words.concludesNothing[0])] : []),
    ...(remarks === null || remarks === '' ? [] : [line(words.remarks, remarks)]),
  ];
}

function replacesOf({ kind, replaces }: CertificateRecord): Text | null {
  if (replaces === null) return null;
  const label = kind === 'notice' ? words.noticeReplaces : words.replaces;
  return [
    `${label[0]}：${replaces.number}（${replaces.issuedOn} 签发）；${words.reason[0]}：${replaces.reason}`,
    `${label[1]} ${replaces.number}`,
  ];
}

/** The words in the place of the seal, by which a service of electronic seals finds it. */
export const sealKeyword = ({ kind }: CertificateRecord): string => (kind === 'calibration' ? words.calibrationSeal : words.seal)[0];

/** What counts: the paper with the institute's stamp, until an electronic seal of a licensed authority is on the file itself. */
const whatCounts = (seal: PaperOptions['seal']): Text =>
  seal === undefined
    ? words.prevails
    : [
        `${words.sealed[0]}：${seal.name}，${seal.authority}。${words.noPart[0]}`,
        `${words.sealed[1]}: ${seal.name}, ${seal.authority}. ${words.noPart[1]}`,
      ];

/** Everything on the paper of a record, and nothing that is not in the record but its codes. */
export function layOut(record: CertificateRecord, options: PaperOptions): Sheet {
  const { kind, instrument, institute, persons, verification } = record;
  const calibrates = kind === 'calibration';
  const isDemonstration = record.demonstration || options.watermark;
  const person = (label: Text, { name }: { readonly name: string }): Line => line(label, name);
  return {
    form: options.form,
    shift: [shift(options.dx), shift(options.dy)],
    number: record.number,
    title: titles[kind],
    institute: institute.name,
    mark: isDemonstration ? words.mark : null,
    replaces: replacesOf(record),
    cover: [
      line(calibrates ? words.calibrationClient : words.client, record.holder.name),
      line(words.instrument, instrument.name),
      line(words.model, instrument.model),
      line(words.serial, instrument.serial),
      line(words.maker, instrument.maker),
      line(calibrates ? words.calibrationProcedure : words.procedure, procedureOf(record)),
      ...(calibrates ? [] : [line(words.conclusion, conclusionOf(record), true)]),
    ],
    persons: [
      person(words.approver, persons.approver),
      person(words.checker, persons.checker),
      person(calibrates ? words.calibrationTester : words.tester, persons.tester),
    ],
    dates: [
      line(calibrates ? words.calibratedOn : words.testedOn, dayInWords(verification.testedOn)),
      line(words.issuedOn, dayInWords(record.issuedOn)),
      ...validityLines(record),
    ],
    contact: [
      line(words.scope, record.scope?.document),
      line(words.address, institute.address),
      line(words.phone, institute.phone),
      ...(options.website === undefined ? [] : [line(words.website, options.website)]),
      ...(options.lookUp === undefined ? [] : [line(words.lookUp, options.lookUp)]),
    ],
    qr: options.labelText === undefined ? null : drawCode(options.labelText, { module: 0.42, most: 34 }),
    checkCode: options.checkCode,
    inner: [
      { kind: 'heading', text: calibrates ? words.calibrationConditions : words.conditions },
      { kind: 'lines', lines: conditionLines(record) },
      ...standardParts(record),
      { kind: 'heading', text: calibrates ? words.calibrationResults : words.results },
      ...resultParts(record),
      ...adoptedParts(record),
    ],
    words: {
      number: kind === 'notice' ? words.noticeNumber : words.number,
      seal: calibrates ? words.calibrationSeal : words.seal,
      prevails: whatCounts(options.seal),
      page: words.page,
      checkCode: words.checkCode,
      code: words.code,
      blank: words.blank,
    },
  };
}
