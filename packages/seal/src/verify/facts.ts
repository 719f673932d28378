/** What a certificate says, in the order in which people look for it; words in both languages, values as they stand in it. */
import type { LabelClaims } from '../label/claims.ts';
import type { LabelText } from '../label/label-text.ts';
import { isOlder, type CertificateRecord, type OlderRecord } from '../record.ts';
import type { Text } from './answer.ts';

export const factTexts = {
  document: ['证件', 'Document'],
  number: ['编号', 'Number'],
  verdict: ['结论', 'Verdict'],
  instrument: ['器具名称', 'Instrument'],
  model: ['型号规格', 'Model'],
  serial: ['出厂编号', 'Serial number'],
  maker: ['制造单位', 'Maker'],
  institute: ['检定机构', 'Institute'],
  laboratory: ['实验室', 'Laboratory'],
  holder: ['委托单位', 'Client'],
  testedOn: ['检定日期', 'Tested on'],
  issuedOn: ['签发日期', 'Issued on'],
  validUntil: ['有效期至', 'Valid until'],
  regulation: ['依据规程', 'Regulation'],
  scope: ['授权范围', 'Scope'],
  standards: ['使用的计量标准', 'Standards used'],
  persons: ['检定、核验、批准', 'Tested, checked, approved by'],
  replaces: ['代替', 'Replaces'],
  seal: ['封印或合格证编号', 'Seal or sticker number'],
  signer: ['签名者', 'Signer'],
} as const satisfies Record<string, Text>;
export type FactName = keyof typeof factTexts;

export type Fact = { readonly name: FactName; readonly value: string | Text };

const documents: Readonly<Record<'certificate' | 'notice' | 'calibration', Text>> = {
  certificate: ['检定证书', 'Verification certificate'],
  notice: ['检定结果通知书', 'Notice of rejection'],
  calibration: ['校准证书', 'Calibration certificate'],
};
const verdicts: Readonly<Record<'pass' | 'fail' | 'none', Text>> = {
  pass: ['合格', 'Passed'],
  fail: ['不合格', 'Failed'],
  none: ['不作结论', 'States none'],
};
const noLastDay: Text = ['没有', 'none'];

const written = (name: FactName, value: string | Text | null | undefined): Fact[] =>
  value === null || value === undefined || value === '' ? [] : [{ name, value }];

const standardOf = ({ name, number, certificate }: CertificateRecord['verification']['standards'][number]): string =>
  [
    `${name} ${number}`,
    ...(certificate === null ? [] : [`${certificate.number}（${certificate.issuer}，${certificate.validUntil}）`]),
  ].join(' ');

/** The facts of a record of any format. */
export function factsOfRecord(record: CertificateRecord | OlderRecord): readonly Fact[] {
  const verdict = record.kind === 'calibration' ? 'none' : record.kind === 'notice' ? 'fail' : 'pass';
  const first: readonly Fact[] = [
    ...written('document', documents[record.kind]),
    ...written('number', record.number),
    ...written('verdict', verdicts[verdict]),
  ];
  const last = record.kind === 'certificate' ? (record.validUntil ?? noLastDay) : record.validUntil;
  if (isOlder(record)) {
    const { instrument } = record;
    const text = (name: string): string | null => (typeof instrument[name] === 'string' ? instrument[name] : null);
    return [
      ...first,
      ...written('instrument', text('name')),
      ...written('model', text('model')),
      ...written('serial', instrument.serial),
      ...written('maker', text('maker')),
      ...written('institute', record.institute),
      ...written('holder', record.holder),
      ...written('testedOn', record.verification.testedOn),
      ...written('issuedOn', record.issuedOn),
      ...written('validUntil', last),
    ];
  }
  const { instrument, institute, holder, procedure, verification, persons, scope, replaces } = record;
  return [
    ...first,
    ...written('instrument', instrument.name),
    ...written('model', instrument.model),
    ...written('serial', instrument.serial),
    ...written('maker', instrument.maker),
    ...written('institute', institute.name),
    ...written('holder', holder.name),
    ...written('testedOn', verification.testedOn),
    ...written('issuedOn', record.issuedOn),
    ...written('validUntil', last),
    ...written('regulation', [`${procedure.number} ${procedure.title[0]}`, `${procedure.number} ${procedure.title[1]}`]),
    ...written('scope', scope === null ? null : `${scope.document} ${scope.item}`),
    ...written('standards', verification.standards.map(standardOf).join('；')),
    ...written('persons', `${persons.tester.name}、${persons.checker.name}、${persons.approver.name}`),
    ...written('replaces', replaces === null ? null : `${replaces.number}（${replaces.issuedOn}）`),
  ];
}

const ofLabel = (stated: LabelText | null): string | null =>
  stated === null ? null : stated.digest === null ? stated.text : `…${stated.text}`;

/** The facts of a label; a long serial number is cut to its end. */
export const factsOfLabel = (claims: LabelClaims): readonly Fact[] => [
  ...written('number', claims.number),
  ...written('verdict', verdicts[claims.result]),
  ...written('instrument', claims.kind),
  ...written('serial', ofLabel(claims.serial)),
  ...written('seal', ofLabel(claims.seal)),
  ...written('testedOn', claims.testedOn),
  ...written('issuedOn', claims.issuedOn),
  ...written('validUntil', claims.result === 'pass' ? (claims.validUntil ?? noLastDay) : claims.validUntil),
];
