import { Problem, platformProblems, type Issue } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { recordStepOf } from '../../request/service/outcome.ts';
import { verificationProblems } from '../contract/problems.ts';
import type { Photo, Seal } from '../contract/shapes.ts';
import { cellText } from '../rules/conditions.ts';
import { stickersOnCalibration, type Purpose } from '../rules/purpose.ts';
import { repeatedSeals, stickersOnFailure } from '../rules/seal.ts';
import { findSealedRecord, saveSubmission } from '../store/record.ts';
import type { VerificationRow } from '../store/verification.ts';
import { examine, isOfTheEnvironment, isUnknownLimit, refuseClosed, type Examined } from './gates.ts';
import { keepRawRecord } from './raw-record.ts';
import { concludedBy, getVerification, openFor } from './record.ts';
import { refuseFuture } from './session.ts';
import { toUsed } from './standards.ts';

/** What a person has to write or correct before anything can be computed, each at its cell. */
async function refuseGaps(ctx: Context, row: VerificationRow, { sheet, computed }: Examined): Promise<void> {
  const errors = computed.calculation.errors.filter((error) => !isUnknownLimit(error));
  const seals = row.seals as unknown as readonly Seal[];
  const repeated = repeatedSeals(seals);
  const own: Issue[] = [
    ...(sheet.testedOn === null
      ? [{ path: ['testedOn'], message: inLanguage(['未填写检定日期', 'the day of the test is missing'], ctx.language) }]
      : []),
    ...repeated.map((number) => ({
      path: ['seals'],
      message: inLanguage([`印证编号 ${number} 填写了两次`, `the number ${number} is applied twice`], ctx.language),
    })),
  ];
  for (const [index, seal] of seals.entries()) {
    const other = seal.action === 'applied' ? await findSealedRecord(ctx.db, row.instituteId, seal, row.id) : undefined;
    if (other === undefined) continue;
    const said: Text = [`印证编号 ${seal.number} 已用于记录 ${other}`, `the number ${seal.number} was applied in the record ${other}`];
    own.push({ path: ['seals', index, 'number'], message: inLanguage(said, ctx.language) });
  }
  for (const sticker of stickersOnCalibration(row.purpose as Purpose, seals)) {
    const said: Text = [`校准不加施检定合格证 ${sticker.number}`, `a calibration puts no sticker on: ${sticker.number}`];
    own.push({ path: ['seals', seals.indexOf(sticker as Seal), 'number'], message: inLanguage(said, ctx.language) });
  }
  for (const sticker of stickersOnFailure(concludedBy(row, computed.calculation), seals)) {
    const said: Text = [
      `结论为不合格，不得加施检定合格证 ${sticker.number}；可改为拆除，或加施封印`,
      `the instrument failed: the sticker ${sticker.number} must not be applied; record its removal, or a seal`,
    ];
    own.push({ path: ['seals', seals.indexOf(sticker), 'number'], message: inLanguage(said, ctx.language) });
  }
  const written = { readings: sheet.readings, environment: sheet.environment };
  for (const [index, { path }] of (row.photos as unknown as readonly Photo[]).entries()) {
    if (cellText(written, path) !== '') continue;
    const message = inLanguage([`照片所示的读数未填写：${path}`, `the reading that the photo shows is not written: ${path}`], ctx.language);
    own.push({ path: ['photos', index, 'path'], message });
  }
  // Limits of the environment are a gate of their own when nothing else is missing.
  if (own.length === 0 && errors.every(isOfTheEnvironment)) return;
  const issues = [...own, ...errors.map(({ path, text }) => ({ path: path.split('.'), message: inLanguage(text, ctx.language) }))];
  throw new Problem(verificationProblems.incomplete, { issues });
}

function refuseDifference(ctx: Context, given: string, computed: string): void {
  if (given === computed) return;
  const line = (place: string, zh: string, en: string, digest: string): Issue => ({
    path: ['digest', place],
    message: inLanguage([`${zh} ${digest}`, `${en} ${digest}`], ctx.language),
  });
  throw new Problem(verificationProblems.differs, {
    issues: [
      line('device', '本机计算结果摘要', 'digest of what this device computed', given),
      line('server', '服务器计算结果摘要', 'digest of what the server computed', computed),
    ],
  });
}

/**
 * Submits a record of the signed-in technician: computed again, held against what the device computed, and received when every gate
 * that can be judged is open. What was submitted is kept whole, whatever becomes of the record.
 */
export async function submitRecord(
  ctx: Context,
  id: string,
  { version, digest }: { readonly version: number; readonly digest: string },
): Promise<VerificationRow> {
  const row = await openFor(ctx, id, 'submit');
  if (row.version !== version) throw new Problem(platformProblems.stale);
  const found = await examine(ctx, row, 'submission', { checker: null, approver: null });
  const { sheet, computed } = found;
  refuseFuture(ctx, 'testedOn', sheet.testedOn);
  await refuseGaps(ctx, row, found);
  refuseDifference(ctx, digest, computed.digest);
  refuseClosed(ctx, found.gates);
  const { conclusion } = computed.calculation;
  const { testedOn } = sheet;
  if (conclusion === null || testedOn === null) throw new Problem(verificationProblems.incomplete);
  const used = found.standards.map(toUsed);
  const recordDigest = await keepRawRecord(ctx, row, sheet, computed, used);
  await saveSubmission(ctx.db, row.id, {
    testedOn,
    environment: sheet.environment,
    standards: sheet.standards,
    standardsUsed: used,
    adoptedLimits: sheet.adoptedLimits,
    nameplate: sheet.nameplate,
    result: computed.calculation,
    resultDigest: computed.digest,
    conclusion: concludedBy(row, computed.calculation),
    submittedAt: ctx.now,
  });
  await recordStepOf(ctx, row.itemId, 'tested');
  ctx.record({
    kind: 'verification.submitted',
    subject: row.id,
    detail: { version: row.version, conclusion: concludedBy(row, computed.calculation), digest: computed.digest, record: recordDigest },
  });
  return getVerification(ctx, row.id);
}
