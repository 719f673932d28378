import { addDays } from '../../../kernel/day.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { adoptionStatesOf } from '../../../register/catalogue/service.ts';
import { getFiles } from '../../../register/file/service.ts';
import { abilitiesOf } from '../../qualification/service/ability.ts';
import { regulationOf } from '../../qualification/rules.ts';
import { standardsOn } from '../../standard/service/bench.ts';
import { measurementStandardProblems as refusals } from '../contract.ts';
import type { dossierEndpoints, MeasurementStandardDetails } from '../contract/dossier.ts';
import { changeRule, firstChangeState, type ChangeEffect, type ChangeTopic } from '../rules/change.ts';
import { characteristicGaps, limitGaps, liesWithin, readingGaps, unitGap } from '../rules/characteristic.ts';
import { insertChange } from '../store/examination.ts';
import * as store from '../store/part.ts';
import type { Loaded } from './card.ts';
import { readDetails } from './details.ts';
import { isInDate } from './finding.ts';
import { openFor, refuseFuture, refuseGaps, wrongPart } from './open.ts';

type Added = {
  readonly since: string;
  readonly replaces: string | null;
  readonly effect: ChangeEffect | null;
  readonly description: string | null;
};
type New = { id: string; measurementStandardId: string; since: string; personId: string; recordedAt: string };

/** While it is under examination what was applied for stands still; whoever must change it cancels or gets it returned. */
async function openForParts(ctx: Context, id: string): Promise<Loaded> {
  const loaded = await openFor(ctx, id, 'compose');
  if (loaded.standing === 'building' && ['applied', 'examining'].includes(loaded.card.state)) throw new Problem(refusals.wrongState);
  return loaded;
}

/** What was never examined here and came from a register is completed, not changed. */
const isCompletion = (loaded: Loaded, replaces: string | null): boolean =>
  loaded.standing === 'building' || (replaces === null && loaded.certificates.every(({ basis }) => basis !== 'examination'));

/** Records what a change of an examined measurement standard means, and what it therefore needs. */
async function noteChange(
  ctx: Context,
  loaded: Loaded,
  topic: ChangeTopic,
  { effect, day, description, detail }: { effect: ChangeEffect | null; day: string; description: string; detail: Record<string, unknown> },
): Promise<void> {
  const rule = effect === null ? undefined : changeRule(topic, effect);
  if (rule === undefined || effect === null)
    throw new Problem(refusals.effectMissing, {
      issues: [{ path: ['effect'], message: refusals.effectMissing.next[ctx.language === 'zh' ? 0 : 1] }],
    });
  await insertChange(ctx.db, {
    id: ctx.newId(),
    measurementStandardId: loaded.row.id,
    topic,
    effect,
    treatment: rule.treatment,
    state: firstChangeState(rule.treatment),
    day,
    description,
    detail: JSON.stringify(detail),
    files: [],
    personId: ctx.caller.personId,
    recordedAt: ctx.now,
  });
}

async function closePart(ctx: Context, loaded: Loaded, part: store.PartName, id: string, lastDay: string, reason: string | null) {
  const found = await store.findOpenPart(ctx.db, part, loaded.row.id, id);
  if (found === undefined) throw new Problem(platformProblems.notFound);
  if (lastDay < addDays(found.since, -1))
    throw wrongPart(ctx, 'lastDay', [`不能早于其起始日 ${found.since} 的前一日`, `not before it began, ${found.since}`]);
  await store.endPart(ctx.db, part, id, { until: lastDay, endedBy: ctx.caller.personId, endedAt: ctx.now, reason });
  return found;
}

async function addPart(
  ctx: Context,
  loaded: Loaded,
  { part, topic, what, added }: { part: store.PartName; topic: ChangeTopic; what: string; added: Added },
  insert: (row: New) => Promise<unknown>,
): Promise<MeasurementStandardDetails> {
  refuseFuture(ctx, 'since', added.since);
  const replaced =
    added.replaces === null ? null : await closePart(ctx, loaded, part, added.replaces, addDays(added.since, -1), added.description);
  const id = ctx.newId();
  const isNote = !isCompletion(loaded, added.replaces);
  if (isNote)
    await noteChange(ctx, loaded, topic, {
      effect: added.effect,
      day: added.since,
      description: added.description ?? (replaced === null ? what : `${replaced.what} → ${what}`),
      detail: { part, began: id, ended: added.replaces },
    });
  await insert({
    id,
    measurementStandardId: loaded.row.id,
    since: added.since,
    personId: ctx.caller.personId,
    recordedAt: ctx.now,
  });
  ctx.record({
    kind: isNote ? 'measurementStandard.changed' : 'measurementStandard.composed',
    subject: loaded.row.id,
    detail: { part, what, since: added.since, replaced: replaced?.what ?? null, effect: added.effect },
  });
  return readDetails(ctx, loaded.row.id);
}

const isOpen = ({ until }: { until: string | null }): boolean => until === null;
const names = [
  'addRange',
  'addEquipment',
  'addMember',
  'addProcedure',
  'addRequirement',
  'endPart',
  'recordEnvironment',
  'fileDocument',
] as const;

export const partService: Pick<Service<typeof dossierEndpoints>, (typeof names)[number]> = {
  async addRange({ params, body }, ctx) {
    const loaded = await openForParts(ctx, params.id);
    const { since, replaces, effect, description, ...range } = body;
    refuseGaps(ctx, characteristicGaps(range));
    const present = (await store.listRanges(ctx.db, params.id)).filter((row) => isOpen(row) && row.id !== replaces);
    const same = present.some(
      (row) => row.parameter === range.parameter && row.low === range.low && row.high === range.high && row.unit === range.unit,
    );
    if (same) throw new Problem(refusals.partTaken);
    const added = { since, replaces, effect, description };
    return addPart(ctx, loaded, { part: 'range', topic: 'range', what: range.parameter, added }, (row) =>
      store.insertRange(ctx.db, { ...row, ...range }),
    );
  },

  async addEquipment({ params, body }, ctx) {
    const loaded = await openForParts(ctx, params.id);
    const [standard] = await standardsOn(ctx, loaded.row.instituteId, [body.standard], ctx.today);
    if (standard === undefined) throw new Problem(refusals.notOfTheInstitute);
    if (!isInDate(standard, ctx.today)) throw new Problem(refusals.outOfDate);
    const present = await store.listEquipment(ctx.db, [params.id]);
    if (present.some((row) => isOpen(row) && row.standardId === body.standard && row.id !== body.replaces))
      throw new Problem(refusals.partTaken);
    const topic = body.role === 'main' ? 'main-equipment' : 'auxiliary-equipment';
    return addPart(ctx, loaded, { part: 'equipment', topic, what: standard.number, added: body }, (row) =>
      store.insertEquipment(ctx.db, { ...row, standardId: body.standard, role: body.role }),
    );
  },

  async addMember({ params, body }, ctx) {
    const loaded = await openForParts(ctx, params.id);
    const { instituteId } = loaded.row;
    if ((await store.listEmployed(ctx.db, instituteId, [body.person])).length === 0) throw new Problem(refusals.notOfTheInstitute);
    const used = (await store.listProcedures(ctx.db, [params.id])).filter(isOpen);
    const present = (await store.listMembers(ctx.db, [params.id])).filter((row) => isOpen(row) && row.id !== body.replaces);
    if (present.some((row) => row.memberId === body.person || (body.role === 'responsible' && row.role === 'responsible')))
      throw new Problem(refusals.partTaken);
    // JJF 1033: staff are qualified for what they do; who is responsible may be another person. Before procedures stand, nothing can be compared.
    if (body.role === 'member' && used.length > 0) {
      const wanted = used.flatMap(({ regulation }) =>
        (['test', 'check'] as const).map((activity) => ({ personId: body.person, activity, regulation, day: ctx.today })),
      );
      if (!(await abilitiesOf(ctx, instituteId, wanted)).some(({ holds }) => holds)) throw new Problem(refusals.notQualified);
    }
    const topic = body.role === 'responsible' ? 'responsible-person' : 'person';
    return addPart(ctx, loaded, { part: 'member', topic, what: body.role, added: body }, (row) =>
      store.insertMember(ctx.db, { ...row, memberId: body.person, role: body.role }),
    );
  },

  async addProcedure({ params, body }, ctx) {
    const loaded = await openForParts(ctx, params.id);
    const states = await adoptionStatesOf(ctx, loaded.row.instituteId);
    if (states[body.edition] !== 'adopted') throw new Problem(refusals.notAdopted);
    const present = await store.listProcedures(ctx.db, [params.id]);
    if (present.some((row) => isOpen(row) && row.edition === body.edition && row.id !== body.replaces))
      throw new Problem(refusals.partTaken);
    return addPart(ctx, loaded, { part: 'procedure', topic: 'procedure', what: body.edition, added: body }, (row) =>
      store.insertProcedure(ctx.db, { ...row, regulation: regulationOf(body.edition), edition: body.edition }),
    );
  },

  async addRequirement({ params, body }, ctx) {
    const loaded = await openForParts(ctx, params.id);
    const { quantity, low, high, unit, source } = body;
    const unitFault = unitGap('unit', unit, quantity);
    refuseGaps(ctx, [...limitGaps(low, high), ...(unitFault === undefined ? [] : [unitFault])]);
    const present = await store.listRequirements(ctx.db, [params.id]);
    if (present.some((row) => isOpen(row) && row.quantity === quantity && row.id !== body.replaces)) throw new Problem(refusals.partTaken);
    return addPart(ctx, loaded, { part: 'requirement', topic: 'environment', what: quantity, added: body }, (row) =>
      store.insertRequirement(ctx.db, { ...row, quantity, low, high, unit, source }),
    );
  },

  async endPart({ params, body }, ctx) {
    const loaded = await openForParts(ctx, params.id);
    refuseFuture(ctx, 'lastDay', body.lastDay);
    const found = await closePart(ctx, loaded, body.part, body.id, body.lastDay, body.reason);
    const topic = {
      range: 'range',
      equipment: found.role === 'main' ? 'main-equipment' : 'auxiliary-equipment',
      member: found.role === 'responsible' ? 'responsible-person' : 'person',
      procedure: 'procedure',
      requirement: 'environment',
    } as const;
    const isNote = loaded.standing !== 'building';
    if (isNote)
      await noteChange(ctx, loaded, topic[body.part], {
        effect: body.effect,
        day: body.lastDay,
        description: body.reason,
        detail: { part: body.part, began: null, ended: body.id },
      });
    ctx.record({
      kind: 'measurementStandard.partEnded',
      subject: loaded.row.id,
      reason: body.reason,
      detail: { part: body.part, what: found.what, lastDay: body.lastDay, effect: body.effect },
    });
    return readDetails(ctx, loaded.row.id);
  },

  async recordEnvironment({ params, body }, ctx) {
    const loaded = await openFor(ctx, params.id, 'compose');
    refuseFuture(ctx, 'day', body.day);
    const requirement = (await store.listRequirements(ctx.db, [params.id])).find(({ id }) => id === body.requirement);
    if (requirement === undefined) throw new Problem(platformProblems.notFound);
    if (body.day < requirement.since || (requirement.until !== null && body.day > requirement.until))
      throw wrongPart(ctx, 'day', ['该要求当日不适用', 'the requirement does not hold on that day']);
    refuseGaps(ctx, readingGaps(body.lowest, body.highest));
    const within = liesWithin(body.lowest, body.highest, requirement.low, requirement.high);
    if (!within && body.note === null)
      throw wrongPart(ctx, 'note', ['超出要求时须说明处理情况', 'outside of the requirement: say what was done']);
    await store.insertEnvironment(ctx.db, {
      id: ctx.newId(),
      measurementStandardId: params.id,
      requirementId: requirement.id,
      day: body.day,
      lowest: body.lowest,
      highest: body.highest,
      within,
      note: body.note,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    const detail = { quantity: requirement.quantity, day: body.day, lowest: body.lowest, highest: body.highest, within };
    ctx.record({ kind: 'measurementStandard.environmentRecorded', subject: loaded.row.id, detail });
    return readDetails(ctx, loaded.row.id);
  },

  async fileDocument({ params, body }, ctx) {
    const loaded = await openFor(ctx, params.id, 'compose');
    await getFiles(ctx, body.files);
    if (!body.omitted && body.files.length === 0) throw wrongPart(ctx, 'files', ['请上传文件', 'upload a file']);
    if (body.omitted && body.note === null) throw wrongPart(ctx, 'note', ['不适用的须说明理由', 'say why there is none']);
    await store.insertDocument(ctx.db, {
      id: ctx.newId(),
      measurementStandardId: params.id,
      document: body.document,
      files: body.omitted ? [] : [...body.files],
      documentNumber: body.documentNumber,
      omitted: body.omitted,
      note: body.note,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    ctx.record({
      kind: 'measurementStandard.documentFiled',
      subject: loaded.row.id,
      detail: { document: body.document, files: body.files.length, omitted: body.omitted },
    });
    return readDetails(ctx, loaded.row.id);
  },
};
