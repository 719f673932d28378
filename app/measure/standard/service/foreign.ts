import { InvalidEncoding } from '@tongheng/seal/encoding';
import type { Dcc } from '@tongheng/seal/dcc/read';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { foreignProblems, type foreignEndpoints, type ForeignCard, type ForeignCertificate } from '../contract/foreign.ts';
import { standardProblems } from '../contract.ts';
import { allowedStandardActions, type Certificate, type StandardStatus } from '../rules.ts';
import {
  dayOf,
  findingsOf,
  findingTexts,
  isUsable,
  needsReason,
  pointsOf,
  shownUnit,
  signatureStateOf,
  spanOf,
  suggestedPoint,
  type SignatureState,
} from '../rules/foreign.ts';
import type { StandardRow } from '../store.ts';
import * as store from '../store/foreign.ts';
import { addCertificate, getStandard, openFor, refuseCertificate } from './record.ts';

// XML is read by WebAssembly, which starts when the first such file comes.
const seal = async () => {
  const [{ readDcc }, { checkXmlSignature }, { InvalidXml }, x509, { printName }] = await Promise.all([
    import('@tongheng/seal/dcc/read'),
    import('@tongheng/seal/xml/signature'),
    import('@tongheng/seal/xml/invalid-xml'),
    import('@tongheng/seal/x509/certificate'),
    import('@tongheng/seal/x509/name'),
  ]);
  return { readDcc, checkXmlSignature, InvalidXml, x509, printName };
};

/** What was stored is in Chinese where the document has it. */
const stored = ['zh', 'en'];
const languagesOf = (ctx: Context): readonly string[] => (ctx.language === 'zh' ? stored : ['en', 'zh']);

const refuseUnreadable = (ctx: Context, text: Text): Problem =>
  new Problem(foreignProblems.foreignUnreadable, { issues: [{ path: ['file'], message: inLanguage(text, ctx.language) }] });

const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Names of whoever signed, from the certificate that came with the signature; nobody vouches for them here. */
async function signerOf(certificate: Uint8Array | undefined) {
  if (certificate === undefined) return { signer: null, signerIssuer: null };
  const { x509, printName } = await seal();
  try {
    const { subject, issuer } = x509.readCertificate(certificate);
    return { signer: short(printName(subject), 300), signerIssuer: short(printName(issuer), 300) };
  } catch (error) {
    if (error instanceof InvalidEncoding) return { signer: null, signerIssuer: null };
    throw error;
  }
}

/** A demonstration says so in its statements, and in the certificate of its key. */
export const isDemonstration = (dcc: Dcc, signer: string | null): boolean =>
  dcc.statements.some(({ valid, name }) => valid === false && /演示|demonstration/i.test(name)) || (signer ?? '').includes('演示');

const toCard = (ctx: Context, row: store.ForeignRow): ForeignCard =>
  ({
    id: row.id,
    file: { name: row.fileName, digest: row.fileDigest, sizeBytes: row.sizeBytes },
    identifier: row.identifier,
    laboratory: row.laboratory,
    version: row.schemaVersion,
    signature: {
      state: row.signature as SignatureState,
      reason: inLanguage([row.signatureReason[0] ?? '', row.signatureReason[1] ?? ''], ctx.language),
      signer: row.signer,
      signerIssuer: row.signerIssuer,
      claimedTime: row.claimedTime,
    },
    acceptance:
      row.acceptedNumber === null || row.acceptedBy === null || row.acceptedAt === null
        ? null
        : { number: row.acceptedNumber, reason: row.acceptedReason, person: row.acceptedBy, at: row.acceptedAt },
    person: row.person,
    at: row.recordedAt,
  }) as ForeignCard;

function saysOf(dcc: Dcc): ForeignCertificate['says'] {
  const results = dcc.results;
  const filled = (texts: readonly string[]): string[] =>
    [...new Set(texts.filter((text) => text !== ''))].slice(0, 50).map((text) => short(text, 500));
  return {
    address: short(dcc.laboratory.address, 300),
    customer: short(dcc.customer.name, 200),
    items: dcc.items.slice(0, 50).map(({ name, manufacturer, model, identifications }) => ({
      name: short(name, 200),
      manufacturer,
      model,
      numbers: identifications.slice(0, 20).map(({ value }) => short(value, 100)),
    })),
    begun: dcc.dates.begun,
    ended: dcc.dates.ended,
    issued: dcc.dates.issued,
    methods: filled(
      results.flatMap(({ methods }) => methods.map(({ name, norms }) => [name, ...norms].filter((one) => one !== '').join(' · '))),
    ),
    conditions: filled(
      results.flatMap(({ conditions }) =>
        conditions.map(({ name, text, quantities }) => {
          const values = quantities.flatMap((one) =>
            one.values.flatMap(({ value, unit }) => (value === null ? [] : [`${value} ${shownUnit(unit)}`.trim()])),
          );
          return `${name}：${values.length > 0 ? values.join('，') : text}`;
        }),
      ),
    ),
    equipment: filled(
      results.flatMap(({ equipments }) =>
        equipments.map(({ name, certificate }) => (certificate === null ? name : `${name}（${certificate}）`)),
      ),
    ),
    statements: filled(
      dcc.statements.map(({ name, text, norms, conformity }) =>
        [name, text, ...norms, ...conformity].filter((one) => one !== '').join(' · '),
      ),
    ),
    persons: filled(dcc.persons.map(({ name, role }) => (role === null ? name : `${name}（${role}）`))),
  };
}

const mayAccept = (ctx: Context, standard: StandardRow): boolean =>
  allowedStandardActions({ state: standard.state as StandardStatus, instituteId: standard.instituteId }, ctx.caller).includes('renew');

async function toForeign(ctx: Context, standard: StandardRow, row: store.ForeignRow): Promise<ForeignCertificate> {
  const { readDcc } = await seal();
  const dcc = readDcc(await ctx.files.read(row.fileDigest), languagesOf(ctx));
  const points = pointsOf(dcc);
  const findings = findingsOf(dcc, standard, isDemonstration(dcc, row.signer), ctx.today);
  const signature = row.signature as SignatureState;
  return {
    ...toCard(ctx, row),
    standard: { id: standard.id, name: standard.name, number: standard.number, serial: standard.serial },
    says: saysOf(dcc),
    points: points.map(({ isUnitKnown, ...point }, index) => ({
      ...point,
      index,
      unitKnown: isUnitKnown,
      usable: isUsable({ ...point, isUnitKnown }),
    })),
    span: spanOf(dcc),
    suggested: suggestedPoint(points),
    findings: findings.map((code) => ({ code, text: inLanguage(findingTexts[code], ctx.language) })),
    reasonNeeded: needsReason(signature, findings),
    mayAccept: row.acceptedNumber === null && signature !== 'broken' && mayAccept(ctx, standard),
  } as ForeignCertificate;
}

async function getForeign(ctx: Context, standardId: string, id: string): Promise<store.ForeignRow> {
  const row = await store.findForeign(ctx.db, standardId, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** A certificate that was uploaded for a standard, with its bytes and whether it is for show: for terms that read more of it than its U. */
export async function openForeign(ctx: Context, standardId: string, id: string) {
  const standard = await getStandard(ctx, standardId);
  const row = await getForeign(ctx, standard.id, id);
  return { standard, row, bytes: await ctx.files.read(row.fileDigest) };
}

/** The XML that was given, or the one inside the PDF that was given: it is the certificate, the pages show it. */
async function xmlOf(ctx: Context): Promise<Uint8Array> {
  const { kindOf } = await import('@tongheng/seal/verify/input');
  if (kindOf(ctx.upload) !== 'pdf') return ctx.upload;
  const [{ dccsInPdf }, { InvalidPdf }] = await Promise.all([
    import('@tongheng/seal/pdf/attached-dcc'),
    import('@tongheng/seal/pdf/invalid-pdf'),
  ]);
  let found;
  try {
    found = dccsInPdf(ctx.upload);
  } catch (error) {
    if (error instanceof InvalidPdf) throw refuseUnreadable(ctx, error.text);
    throw error;
  }
  const [only, ...others] = found;
  if (only === undefined)
    throw refuseUnreadable(ctx, [
      'PDF 中没有数字校准证书（DCC XML）附件',
      'The PDF has no digital calibration certificate (DCC XML) attached',
    ]);
  if (others.length > 0)
    throw refuseUnreadable(ctx, [
      `PDF 中有 ${found.length} 份数字校准证书附件，无法确定哪一份有效`,
      `The PDF has ${found.length} digital calibration certificates attached; which one holds is not certain`,
    ]);
  return only;
}

async function readXml(ctx: Context, xml: Uint8Array): Promise<Dcc> {
  const { readDcc, InvalidXml } = await seal();
  try {
    return readDcc(xml, stored);
  } catch (error) {
    if (error instanceof InvalidXml) throw refuseUnreadable(ctx, error.text);
    throw error;
  }
}

type Accepted = {
  readonly kind: Certificate['kind'];
  readonly point: number | null;
  readonly accuracyClass: string | null;
  readonly validUntil: string;
};

/** The certificate of the standard as the document says it; only what it cannot say is typed. */
function certificateFrom(ctx: Context, dcc: Dcc, { kind, point, accuracyClass, validUntil }: Accepted): Certificate {
  const missing = (
    [
      ['certificateNumber', dcc.identifier, ['文件没有证书编号', 'the file has no number of a certificate']],
      ['issuer', dcc.laboratory.name, ['文件没有校准机构名称', 'the file names no laboratory']],
      ['calibratedOn', dayOf(dcc.dates.ended) ?? '', findingTexts['no-day']],
    ] as const
  ).flatMap(([field, value, text]) => (value === '' ? [{ path: [field], message: inLanguage(text, ctx.language) }] : []));
  if (missing.length > 0) throw new Problem(standardProblems.certificateWrong, { issues: missing });
  const common = {
    kind,
    number: short(dcc.identifier, 80),
    issuer: short(dcc.laboratory.name, 120),
    calibratedOn: dayOf(dcc.dates.ended) ?? '',
    validUntil,
  };
  if (point === null) {
    if (accuracyClass === null) throw new Problem(foreignProblems.foreignPoint);
    return { ...common, quality: 'class', value: null, unit: null, coverageFactor: null, accuracyClass };
  }
  const chosen = pointsOf(dcc)[point];
  if (chosen === undefined || !isUsable(chosen)) throw new Problem(foreignProblems.foreignPoint);
  return {
    ...common,
    quality: 'uncertainty',
    value: chosen.uncertainty,
    unit: chosen.unit,
    coverageFactor: chosen.coverageFactor,
    accuracyClass,
  };
}

export const foreignService: Service<typeof foreignEndpoints> = {
  async listForeignCertificates({ params }, ctx) {
    const standard = await getStandard(ctx, params.id);
    const rows = await store.listForeign(ctx.db, standard.id);
    return { items: rows.map((row) => toCard(ctx, row)), mayOffer: mayAccept(ctx, standard) };
  },

  async readForeignCertificate({ params }, ctx) {
    const standard = await getStandard(ctx, params.id);
    return toForeign(ctx, standard, await getForeign(ctx, standard.id, params.foreign));
  },

  async downloadForeignCertificate({ params }, ctx) {
    const standard = await getStandard(ctx, params.id);
    const row = await getForeign(ctx, standard.id, params.foreign);
    return { name: row.fileName, type: 'application/xml', bytes: await ctx.files.read(row.fileDigest), inPlace: false };
  },

  async offerForeignCertificate({ params, query }, ctx) {
    const standard = await openFor(ctx, params.id, 'renew');
    const xml = await xmlOf(ctx);
    const dcc = await readXml(ctx, xml);
    const { checkXmlSignature } = await seal();
    const found = await checkXmlSignature(xml);
    const id = ctx.newId();
    const signature = signatureStateOf(found);
    const fileDigest = await ctx.files.save(xml);
    await store.insertForeign(ctx.db, {
      id,
      standardId: standard.id,
      fileName: query.name.replace(/\.pdf$/i, '.xml'),
      fileDigest,
      sizeBytes: xml.byteLength,
      schemaVersion: short(dcc.version, 20),
      identifier: short(dcc.identifier, 200),
      laboratory: short(dcc.laboratory.name, 200),
      signature,
      signatureCode: found.code,
      signatureReason: [...found.reason],
      ...(await signerOf(found.signer?.[0])),
      claimedTime: found.claimedTime === null ? null : short(found.claimedTime, 60),
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    ctx.record({
      kind: 'standard.dccOffered',
      subject: standard.id,
      detail: { file: fileDigest, certificate: dcc.identifier, signature, code: found.code },
    });
    return toForeign(ctx, standard, await getForeign(ctx, standard.id, id));
  },

  async acceptForeignCertificate({ params, body }, ctx) {
    const standard = await openFor(ctx, params.id, 'renew');
    const row = await getForeign(ctx, standard.id, params.foreign);
    if (row.acceptedNumber !== null) throw new Problem(foreignProblems.foreignAccepted);
    if (row.signature === 'broken') throw new Problem(foreignProblems.foreignBroken);
    const { readDcc } = await seal();
    const dcc = readDcc(await ctx.files.read(row.fileDigest), stored);
    const isForShow = isDemonstration(dcc, row.signer);
    if (isForShow && !ctx.demonstration) throw new Problem(foreignProblems.foreignDemonstration);
    const findings = findingsOf(dcc, standard, isForShow, ctx.today);
    if (needsReason(row.signature as SignatureState, findings) && body.reason === null)
      throw new Problem(foreignProblems.foreignReason, {
        issues: [{ path: ['reason'], message: inLanguage(foreignProblems.foreignReason.next, ctx.language) }],
      });
    const certificate = certificateFrom(ctx, dcc, body);
    refuseCertificate(ctx, certificate);
    const certificateId = await addCertificate(ctx, standard.id, certificate);
    await store.insertAcceptance(ctx.db, {
      foreignCertificateId: row.id,
      standardCertificateId: certificateId,
      reason: body.reason,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    ctx.record({
      kind: 'standard.dccAccepted',
      subject: standard.id,
      ...(body.reason === null ? {} : { reason: body.reason }),
      detail: { certificate: certificate.number, validUntil: body.validUntil, file: row.fileDigest, signature: row.signature, findings },
    });
    return toForeign(ctx, standard, await getForeign(ctx, standard.id, row.id));
  },
};
