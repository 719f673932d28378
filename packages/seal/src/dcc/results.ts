/** The measuring part of a DCC: by what, with what and where it was tested, what was read, and how each check came out. */
import type { Check } from '@tongheng/procedures/calculation';
import type { Edition } from '@tongheng/procedures/edition';
import type { GroupRecord, RowRecord } from '@tongheng/procedures/form';
import { statedChecks, type CertificateRecord, type RecordStandard, type RecordUncertainty } from '../record.ts';
import { fieldIn, groupOf, itemTitle, shown, symbolTitle, unitOf } from './labels.ts';
import { both, element, escaped, identification, listOf, name, proper, words as textElement, type Text } from './markup.ts';
import { columnOf, isNumber, quantityOf, unitInDsi, valueOf, type Uncertainty } from './quantity.ts';
import { release, stated, verificationKinds, words } from './words.ts';

function methodsOf({ kind: document, procedure, verification }: CertificateRecord): string {
  const kind = document === 'calibration' ? words.calibration : verificationKinds[verification.kind];
  const adopted = Object.entries(procedure.adopted).map(([path, value]) => `${path} = ${value}`);
  const inWords: Text =
    adopted.length === 0
      ? kind
      : [`${kind[0]}；${words.adopted[0]}：${adopted.join('；')}`, `${kind[1]}; ${words.adopted[1]}: ${adopted.join('; ')}`];
  const digest = procedure.digest === null ? '' : `${procedure.edition} sha256:${procedure.digest}`;
  const regulation =
    name(procedure.title) +
    element('dcc:description', both(inWords)) +
    textElement('dcc:norm', procedure.number) +
    textElement('dcc:reference', digest || procedure.edition);
  const evaluation = name(words.uncertaintyMethod) + textElement('dcc:norm', 'JJF 1059.1-2012');
  return element(
    'dcc:usedMethods',
    element('dcc:usedMethod', regulation) + (verification.uncertainties.length === 0 ? '' : element('dcc:usedMethod', evaluation)),
  );
}

function softwareOf({ procedure }: CertificateRecord): string {
  const revision = procedure.calculationRevision;
  const text: Text =
    revision === null
      ? words.software
      : [`${procedure.edition}，计算修订 ${revision}`, `${procedure.edition}, revision ${revision} of the calculation`];
  return element(
    'dcc:usedSoftware',
    element(
      'dcc:software',
      name(words.software) + element('dcc:release', release) + element('dcc:type', 'application') + element('dcc:description', both(text)),
    ),
  );
}

function qualityOf({ quality, value, unit, coverageFactor, accuracyClass }: NonNullable<RecordStandard['certificate']>): string {
  const quantity = (title: Text, inner: string) =>
    element('dcc:measuringEquipmentQuantities', element('dcc:measuringEquipmentQuantity', name(title) + inner));
  if (quality === 'class')
    return accuracyClass === null ? '' : quantity(words.accuracyClass, element('dcc:noQuantity', proper(accuracyClass)));
  if (value === null) return '';
  if (quality === 'mpe') return quantity(words.permissibleError, valueOf(value, unit ?? ''));
  const k = coverageFactor === null ? '' : ` (k = ${coverageFactor})`;
  return quantity([`${words.expandedUncertainty[0]} U${k}`, `${words.expandedUncertainty[1]} U${k}`], valueOf(value, unit ?? ''));
}

function certificateOf(certificate: NonNullable<RecordStandard['certificate']>, testedOn: string): string {
  const { number, issuer, calibratedOn, validUntil } = certificate;
  return element(
    'dcc:certificate',
    [
      element('dcc:referral', both(words.certificate)),
      textElement('dcc:referralID', number),
      // The schema asks for a digest of that certificate; none is recorded.
      '<dcc:procedure>not-recorded</dcc:procedure><dcc:value>not-recorded</dcc:value>',
      element(
        'dcc:description',
        both([`${issuer}，${calibratedOn}，有效期至 ${validUntil}`, `${issuer}, ${calibratedOn}, valid until ${validUntil}`]),
      ),
      element('dcc:inValidityRange', String(calibratedOn <= testedOn && testedOn <= validUntil)),
    ].join(''),
  );
}

function equipmentOf(one: RecordStandard, testedOn: string): string {
  const { number, serial, model, range, certificate } = one;
  return element(
    'dcc:measuringEquipment',
    [
      element('dcc:name', proper(one.name)),
      range.trim() === '' ? '' : element('dcc:description', both([`${words.range[0]}：${range}`, `${words.range[1]}: ${range}`])),
      certificate === null ? '' : certificateOf(certificate, testedOn),
      textElement('dcc:model', model),
      listOf('dcc:identifications', [
        identification('calibrationLaboratory', number, words.standardNumber),
        identification('manufacturer', serial, words.serial),
      ]),
      certificate === null ? '' : qualityOf(certificate),
    ].join(''),
  );
}

function equipmentsOf({ verification: { standards, standard, testedOn } }: CertificateRecord): string {
  const list = standards.map((one) => equipmentOf(one, testedOn));
  const inWords =
    standard === null || standard.trim() === '' ? '' : element('dcc:measuringEquipment', element('dcc:name', proper(standard)));
  const all = list.length === 0 ? inWords : list.join('');
  return all === '' ? '' : element('dcc:measuringEquipments', name(words.standards) + all);
}

const conditionTypes: Readonly<Record<string, string>> = { temperature: 'basic_temperature', humidity: 'basic_humidityRelative' };

function conditionsOf({ verification: { environment } }: CertificateRecord, edition: Edition | undefined, sheet: string): string {
  const group = edition?.form.environment;
  const order = (group?.fields ?? []).map(({ id }) => id).filter((id) => id in environment);
  const ids = [...order, ...Object.keys(environment).filter((id) => !order.includes(id))].filter(
    (id) => (environment[id] ?? '').trim() !== '',
  );
  const list = ids.map((id) => {
    const field = fieldIn(group, id);
    const value = environment[id] ?? '';
    const title = field?.label ?? ([id, id] as const);
    const type = conditionTypes[id];
    const inner =
      field === undefined || field.kind === 'decimal'
        ? valueOf(value, unitOf(field, sheet))
        : element('dcc:noQuantity', both(shown(field, value)));
    return element(
      'dcc:influenceCondition',
      name(title) + element('dcc:data', quantityOf(title, inner, type)),
      type === undefined ? '' : `refType="${type}"`,
    );
  });
  const none = element(
    'dcc:influenceCondition',
    name(words.environment) + element('dcc:data', element('dcc:text', both(words.noEnvironment))),
  );
  return element('dcc:influenceConditions', list.length === 0 ? none : list.join(''));
}

const conformityOf = (verdicts: readonly string[], norm: string, limits: string): string =>
  element(
    'dcc:measurementMetaData',
    element(
      'dcc:metaData',
      [
        name(words.limits),
        textElement('dcc:norm', norm),
        verdicts.length === 0 ? '' : element('dcc:conformityXMLList', verdicts.join(' ')),
        limits === '' ? '' : element('dcc:data', limits),
      ].join(''),
      verdicts.length === 0 ? '' : 'refType="basic_conformity"',
    ),
  );

/** Clauses stand beside the norm where they are known and the same for all. */
function normOf(number: string, checks: readonly Check[]): string {
  const clauses = new Set(checks.map(({ clause }) => clause));
  const [only] = [...clauses];
  return clauses.size === 1 && only !== null && only !== undefined ? `${number}, ${only}` : number;
}

const negative = (text: string): string => (text.startsWith('-') ? text.slice(1) : /^[+]?0+(?:\.0+)?$/.test(text) ? text : `-${text}`);

function limitColumns(checks: readonly Check[], unit: string): string {
  const lower = checks.map(({ comparison, limit, lower: least }) =>
    comparison === 'within'
      ? negative(limit ?? '')
      : comparison === 'at-least'
        ? (limit ?? '')
        : comparison === 'between'
          ? (least ?? '')
          : '',
  );
  const upper = checks.map(({ comparison, limit }) => (comparison === 'at-least' ? '' : (limit ?? '')));
  const column = (title: Text, refType: string, values: readonly string[]) =>
    values.every(isNumber) ? columnOf({ title, refType, rows: [], values, unit }) : '';
  return column(words.lower, 'basic_acceptanceLimitLower', lower) + column(words.upper, 'basic_acceptanceLimitUpper', upper);
}

function uncertaintyOf(given: RecordUncertainty | undefined, unit: string): Uncertainty | undefined {
  if (given === undefined || given.unit !== unit || given.probability === null || !isNumber(given.U) || !isNumber(given.k))
    return undefined;
  const probability = given.probability.endsWith('%') ? `0.${given.probability.slice(0, -1).padStart(2, '0')}` : given.probability;
  return /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(probability) ? { value: given.U, k: given.k, probability } : undefined;
}

/** Checks of one symbol, unit and comparison are a table: values with U where it is stated, limits, verdicts. */
function tableOf(
  checks: readonly Check[],
  record: CertificateRecord,
  edition: Edition | undefined,
  stated: ReadonlyMap<string, RecordUncertainty>,
): string {
  const [first] = checks;
  if (first === undefined) return '';
  const { unit, row, symbol } = first;
  const rows = checks.map(({ id }) => id);
  const title = symbolTitle(edition, row, symbol);
  const known = checks.map(({ id }) => uncertaintyOf(stated.get(id), unit));
  const whole = known.every((one): one is Uncertainty => one !== undefined) ? known : undefined;
  const verdicts = checks.map(({ verdict }) => verdict);
  // A calibration is held against nothing.
  const behind =
    record.kind === 'calibration'
      ? ''
      : conformityOf(
          verdicts.every((verdict) => verdict !== 'undetermined') ? verdicts : [],
          normOf(record.procedure.number, checks),
          limitColumns(checks, unit),
        );
  const values = checks.map(({ value }) => value);
  const measured = columnOf({
    title,
    refType: 'basic_measuredValue',
    rows,
    values,
    unit,
    ...(whole === undefined ? {} : { uncertainties: whole }),
    behind,
  });
  return element('dcc:list', name(title) + measured + (whole === undefined ? separateUncertainties(checks, stated) : ''));
}

/** U where the table above cannot hold it: stated for some rows only, in another unit, or without a probability, which D-SI asks for. */
function separateUncertainties(checks: readonly Check[], stated: ReadonlyMap<string, RecordUncertainty>): string {
  return checks
    .flatMap(({ id }) => stated.get(id) ?? [])
    .map(({ check, U, k, unit }) => {
      const title: Text = [
        `${words.expandedUncertainty[0]} U（${check}，k = ${k}）`,
        `${words.expandedUncertainty[1]} U (${check}, k = ${k})`,
      ];
      return quantityOf(title, valueOf(U, unit), 'basic_uncertainty');
    })
    .join('');
}

function statedCheck({ row, symbol, value, verdict, clause }: Check, edition: Edition | undefined, norm: string): string {
  const field = fieldIn(groupOf(edition, row), symbol);
  const title = field?.label ?? ([symbol, symbol] as const);
  const metaData = element(
    'dcc:metaData',
    textElement('dcc:norm', clause === null ? norm : `${norm}, ${clause}`) +
      (verdict === 'undetermined' ? '' : element('dcc:conformity', verdict)),
    'refType="basic_conformity"',
  );
  return element(
    'dcc:quantity',
    name(title) + element('dcc:noQuantity', both(stated[value] ?? shown(field, value))) + element('dcc:measurementMetaData', metaData),
  );
}

/** What was read in a group, column by column; a cell that was not written is NaN, as D-SI has it. */
function readingsOf(group: string, record: GroupRecord, edition: Edition | undefined, sheet: string): string {
  const form = groupOf(edition, group);
  const written = (record['rows'] ?? []) as readonly RowRecord[];
  const rows = written.map((_row, index) => `${group}.${index + 1}`);
  const columns = (form?.columns ?? []).flatMap((field) => {
    const values = written.map((row) => row[field.id] ?? '');
    if (field.kind !== 'decimal' || unitInDsi(unitOf(field, sheet)) === undefined || !values.some(isNumber)) return [];
    if (!values.every((value) => value.trim() === '' || isNumber(value))) return [];
    return [
      columnOf({
        title: field.label,
        rows,
        values: values.map((value) => (value.trim() === '' ? 'NaN' : value)),
        unit: unitOf(field, sheet),
      }),
    ];
  });
  const single = (form?.fields ?? []).flatMap((field) => {
    const value = record[field.id];
    return field.kind === 'decimal' && typeof value === 'string' && isNumber(value)
      ? [quantityOf(field.label, valueOf(value, unitOf(field, sheet)))]
      : [];
  });
  const inner = [...single, ...columns].join('');
  return inner === ''
    ? ''
    : element('dcc:list', name(form === undefined ? words.readings : [`${form.title[0]}：读数`, `${form.title[1]}: readings`]) + inner);
}

function groupedBy<T>(list: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function resultsOf(record: CertificateRecord, edition: Edition | undefined, sheet: string): string {
  const { readings, uncertainties } = record.verification;
  const isCalibration = record.kind === 'calibration';
  const byCheck = new Map(uncertainties.map((one) => [one.check, one]));
  const read = new Set<string>();
  const items = groupedBy(statedChecks(record), ({ item }) => item).map((checks) => {
    const tables = groupedBy(
      checks.filter(({ comparison }) => comparison !== 'stated'),
      ({ row, symbol, unit, comparison, limit }) => [row.split('.')[0], symbol, unit, comparison, limit === null].join('\n'),
    ).map((rows) => tableOf(rows, record, edition, byCheck));
    const seen = checks
      .filter(({ comparison }) => comparison === 'stated')
      .map((check) => statedCheck(check, edition, record.procedure.number));
    const groups = [...new Set(checks.map(({ row }) => row.split('.')[0] ?? ''))].filter((group) => !read.has(group));
    for (const group of groups) read.add(group);
    const rows = groups.map((group) => readingsOf(group, readings[group] ?? {}, edition, sheet));
    const data = [...seen, ...rows, ...tables].join('');
    return element('dcc:result', name(itemTitle(edition, checks[0]?.item ?? '')) + element('dcc:data', data));
  });
  const rest = Object.keys(readings)
    .filter((group) => !isCalibration && !read.has(group))
    .map((group) => readingsOf(group, readings[group] ?? {}, edition, sheet))
    .join('');
  const other = rest === '' ? '' : element('dcc:result', name(words.readings) + element('dcc:data', rest));
  const none = element('dcc:result', name(words.readings) + element('dcc:data', element('dcc:text', both(words.noResults))));
  return element('dcc:results', items.join('') + other || none);
}

/** `sheet`: the unit of the readings where the form names none. */
export const measurementOf = (record: CertificateRecord, edition: Edition | undefined, sheet: string): string =>
  element(
    'dcc:measurementResults',
    element(
      'dcc:measurementResult',
      [
        name(record.procedure.title),
        methodsOf(record),
        softwareOf(record),
        equipmentsOf(record),
        conditionsOf(record, edition, sheet),
        resultsOf(record, edition, sheet),
      ].join(''),
    ),
  );

/** The record itself, so that anybody computes again. */
export const documentOf = (fileName: string, base64: string): string =>
  element(
    'dcc:document',
    name(words.record) +
      element('dcc:description', both(words.recordText)) +
      element('dcc:fileName', escaped(fileName)) +
      element('dcc:mimeType', 'application/json') +
      element('dcc:dataBase64', base64),
  );
