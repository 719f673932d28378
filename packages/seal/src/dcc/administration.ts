/** The administrative part of a DCC: which document it is, of which instrument, by whom and for whom, and what is stated. */
import type { Edition } from '@tongheng/procedures/edition';
import type { CertificateRecord, RecordPerson } from '../record.ts';
import { fieldIn, shown } from './labels.ts';
import { both, element, identification, listOf, name, named, proper, words as textElement, type Text } from './markup.ts';
import { valueOf } from './quantity.ts';
import { conclusions, documentNames, release, roles, words } from './words.ts';

const software = element(
  'dcc:dccSoftware',
  element('dcc:software', name(words.software) + element('dcc:release', release) + element('dcc:type', 'application')),
);

const performanceLocations: Readonly<Record<string, string>> = { institute: 'laboratory', 'on-site': 'customer' };

function coreData(record: CertificateRecord, digest: string): string {
  const { verification, lot, replaces } = record;
  const { testedOn, recordNumber, whereDone } = verification;
  return element(
    'dcc:coreData',
    [
      element('dcc:countryCodeISO3166_1', 'CN'),
      element('dcc:usedLangCodeISO639_1', 'zh'),
      element('dcc:usedLangCodeISO639_1', 'en'),
      element('dcc:mandatoryLangCodeISO639_1', 'zh'),
      element('dcc:uniqueIdentifier', record.number),
      listOf('dcc:identifications', [
        identification('calibrationLaboratory', recordNumber ?? '', words.recordNumber),
        identification('calibrationLaboratory', digest, words.recordDigest),
        identification('calibrationLaboratory', lot?.number ?? '', words.lot),
      ]),
      element('dcc:beginPerformanceDate', testedOn),
      element('dcc:endPerformanceDate', testedOn),
      element('dcc:performanceLocation', performanceLocations[whereDone ?? ''] ?? 'other'),
      element('dcc:issueDate', record.issuedOn),
      replaces === null
        ? ''
        : element(
            'dcc:reportAmendedSubstituted',
            element('dcc:typeOfChange', 'substituted') + element('dcc:replacedUniqueIdentifier', replaces.number),
          ),
    ].join(''),
  );
}

function nameplateOf({ instrument }: CertificateRecord, edition: Edition | undefined): readonly string[] {
  const group = edition?.form.instrument;
  const order = (group?.fields ?? []).map(({ id }) => id).filter((id) => id in instrument.nameplate);
  const ids = [...order, ...Object.keys(instrument.nameplate).filter((id) => !order.includes(id))];
  return ids.flatMap((id) => {
    const value = instrument.nameplate[id] ?? '';
    if (value.trim() === '') return [];
    const field = fieldIn(group, id);
    const unit = field?.unit === 'sheet' ? (instrument.nameplate['unit'] ?? '') : (field?.unit ?? '');
    const inner = field?.kind === 'decimal' ? valueOf(value, unit) : element('dcc:noQuantity', both(shown(field, value)));
    return [element('dcc:itemQuantity', name(field?.label ?? [id, id]) + inner)];
  });
}

function itemOf(record: CertificateRecord, edition: Edition | undefined): string {
  const { instrument, verification } = record;
  const title = edition?.applies.find((one) => one.instrument === instrument.kind)?.title;
  const sealed = verification.seals.map(({ number, position }) => (position === null ? number : `${number}（${position}）`)).join('、');
  const described: Text[] = [
    ...(title === undefined ? [] : [title]),
    ...(instrument.place.trim() === ''
      ? []
      : [[`${words.place[0]}：${instrument.place}`, `${words.place[1]}: ${instrument.place}`] as const]),
    ...(sealed === '' ? [] : [[`${words.seals[0]}：${sealed}`, `${words.seals[1]}: ${sealed}`] as const]),
  ];
  const identified = listOf('dcc:identifications', [
    identification('manufacturer', instrument.serial, words.serial),
    identification('other', instrument.code ?? '', words.code),
  ]);
  return element(
    'dcc:items',
    element(
      'dcc:item',
      [
        element('dcc:name', proper(instrument.name)),
        described.length === 0
          ? ''
          : element('dcc:description', both([described.map(([zh]) => zh).join('；'), described.map(([, en]) => en).join('; ')])),
        instrument.maker.trim() === '' ? '' : element('dcc:manufacturer', element('dcc:name', proper(instrument.maker))),
        textElement('dcc:model', instrument.model),
        // The schema wants one; an instrument with neither serial number nor code is known by its id here.
        identified === '' ? element('dcc:identifications', identification('other', instrument.id, words.code)) : identified,
        listOf('dcc:itemQuantities', nameplateOf(record, edition)),
      ].join(''),
    ),
  );
}

const locationOf = (address: string | null): string =>
  element(
    'dcc:location',
    element('dcc:countryCode', 'CN') + (address === null || address.trim() === '' ? '' : element('dcc:further', proper(address))),
  );

const laboratoryOf = ({ institute, issuer }: CertificateRecord): string =>
  element(
    'dcc:calibrationLaboratory',
    element('dcc:calibrationLaboratoryCode', issuer) +
      element(
        'dcc:contact',
        element('dcc:name', named(institute.name, institute.nameEn)) +
          textElement('dcc:phone', institute.phone) +
          locationOf(institute.address),
      ) +
      // No seal of a licensed service is in it, and no time of a time-stamping service.
      '<dcc:cryptElectronicSeal>false</dcc:cryptElectronicSeal><dcc:cryptElectronicSignature>true</dcc:cryptElectronicSignature><dcc:cryptElectronicTimeStamp>false</dcc:cryptElectronicTimeStamp>',
  );

function personOf({ name: own, document }: RecordPerson, role: keyof typeof roles): string {
  const [zh, en] = roles[role];
  return element(
    'dcc:respPerson',
    element('dcc:person', element('dcc:name', proper(own))) +
      element('dcc:description', both(document === null ? roles[role] : [`${zh}（${document}）`, `${en} (${document})`])) +
      element('dcc:role', role) +
      element('dcc:mainSigner', String(role === 'approver')),
  );
}

const statement = (
  title: Text,
  text: Text,
  parts: { readonly norm?: string; readonly reference?: string; readonly behind?: string } = {},
): string =>
  element(
    'dcc:statement',
    name(title) +
      textElement('dcc:norm', parts.norm) +
      textElement('dcc:reference', parts.reference) +
      element('dcc:declaration', both(text)) +
      (parts.behind ?? ''),
  );

function validityStatement({ validUntil, validity }: CertificateRecord): string {
  if (validUntil === null) return '';
  const title = validity === 'limited-use' ? words.useUntil : words.validUntil;
  return statement(title, [`${title[0]} ${validUntil}`, `${title[1]} ${validUntil}`], { behind: element('dcc:date', validUntil) });
}

function statementsOf(record: CertificateRecord): string {
  const { verification, procedure, demonstration, scope, replaces } = record;
  const { conclusion, testedOn, uncertainties, remarks } = verification;
  const kind = documentNames[record.kind];
  return element(
    'dcc:statements',
    [
      demonstration ? statement(words.demonstration, words.demonstrationText, { behind: '<dcc:valid>false</dcc:valid>' }) : '',
      conclusion === null
        ? ''
        : statement(words.conclusion, conclusions[conclusion](procedure.number), {
            norm: procedure.number,
            behind: `<dcc:date>${testedOn}</dcc:date><dcc:conformity>${conclusion}</dcc:conformity>`,
          }),
      statement(words.documentKind, demonstration ? kind : [`${kind[0]}。${words.paperText[0]}`, `${kind[1]}. ${words.paperText[1]}`]),
      validityStatement(record),
      scope === null
        ? ''
        : statement(words.scope, [`${scope.document}，${scope.item}`, `${scope.document}, ${scope.item}`], { reference: scope.document }),
      replaces === null
        ? ''
        : statement(
            words.replaces,
            [
              `代替 ${replaces.issuedOn} 签发的 ${replaces.number}：${replaces.reason}`,
              `Replaces ${replaces.number} issued on ${replaces.issuedOn}: ${replaces.reason}`,
            ],
            { reference: replaces.number },
          ),
      uncertainties.length === 0 ? statement(words.noUncertainty, words.noUncertaintyText) : '',
      remarks === null || remarks.trim() === '' ? '' : statement(words.remarks, [remarks, remarks]),
    ].join(''),
  );
}

/** The administrative part; `digest` is the SHA-256 of the record in hexadecimal digits. */
export const administrationOf = (record: CertificateRecord, edition: Edition | undefined, digest: string): string =>
  element(
    'dcc:administrativeData',
    [
      software,
      coreData(record, digest),
      itemOf(record, edition),
      laboratoryOf(record),
      element(
        'dcc:respPersons',
        personOf(record.persons.approver, 'approver') +
          personOf(record.persons.checker, 'checker') +
          personOf(record.persons.tester, record.kind === 'calibration' ? 'calibrator' : 'tester'),
      ),
      element('dcc:customer', element('dcc:name', proper(record.holder.name)) + locationOf(record.holder.address)),
      statementsOf(record),
    ].join(''),
  );
