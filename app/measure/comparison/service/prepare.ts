import { randomInt } from 'node:crypto';
import { Problem } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { CallOf } from '../../../kernel/endpoint.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { getFiles } from '../../../register/file/service.ts';
import { comparisonProblems, type Candidate, type comparisonEndpoints, type Ground, type Protocol, type Subject } from '../contract.ts';
import { checkRoute, routeFaults } from '../rules/route.ts';
import * as memberStore from '../store/member.ts';
import * as store from '../store/round.ts';
import { cityDay } from '../../../platform/clock.ts';
import { datesRefused, getOwnMember, getProtocol, getRound, openFor, replyComparison } from './round.ts';

type Endpoints = typeof comparisonEndpoints;

function checkSubject(ctx: Context, { pilotWay, callUntil }: Subject): void {
  if (pilotWay === 'open-call' && callUntil === null)
    throw datesRefused(ctx, [[['callUntil'], ['公开征集须写明截止日期', 'an open call says until when']]]);
  if (pilotWay === 'designated' && callUntil !== null)
    throw datesRefused(ctx, [[['callUntil'], ['指定主导实验室的不设征集截止日期', 'no call, no last day of it']]]);
  if (callUntil !== null && callUntil < ctx.today) throw datesRefused(ctx, [[['callUntil'], ['不能早于今天', 'not before today']]]);
}

/** What the registers oblige each institute by on a day, every ground once. */
async function groundsOn(ctx: Context, row: store.RoundRow, day: string): Promise<Candidate[]> {
  const rows = await memberStore.listGrounds(ctx.db, row, day);
  const confirmed = new Set(
    (await memberStore.listMembers(ctx.db, row.id))
      .filter(({ state }) => state === 'confirmed')
      .map(({ organizationId }) => organizationId),
  );
  const found = new Map<string, Candidate>();
  for (const { organizationId, organizationName, basis, name, documentNumber } of rows) {
    const own = found.get(organizationId);
    const ground: Ground = { basis, name, documentNumber };
    const grounds = (own?.grounds ?? []).some((one) => JSON.stringify(one) === JSON.stringify(ground))
      ? (own?.grounds ?? [])
      : [...(own?.grounds ?? []), ground];
    found.set(organizationId, {
      organization: { id: organizationId as never, name: organizationName },
      grounds,
      isConfirmed: confirmed.has(organizationId),
    });
  }
  return [...found.values()];
}

const routeRefused = (ctx: Context, fault: keyof typeof routeFaults): Problem =>
  new Problem(comparisonProblems.routeWrong, {
    detail: routeFaults[fault],
    issues: [{ path: ['protocol', 'legs'], message: inLanguage(routeFaults[fault], ctx.language) }],
  });

function checkProtocol(ctx: Context, protocol: Protocol): void {
  const { points, commitUntil, revealUntil } = protocol;
  if (new Set(points.map(({ id }) => id)).size < points.length) throw new Problem(comparisonProblems.pointsTwice);
  if (new Date(commitUntil) <= new Date(ctx.now))
    throw datesRefused(ctx, [
      [
        ['protocol', 'commitUntil'],
        ['须晚于现在', 'later than now'],
      ],
    ]);
  if (new Date(revealUntil) <= new Date(commitUntil))
    throw datesRefused(ctx, [
      [
        ['protocol', 'revealUntil'],
        ['须晚于提交截止时间', 'later than the deadline'],
      ],
    ]);
}

async function checkLegs(ctx: Context, row: store.RoundRow, protocol: Protocol): Promise<memberStore.MemberRow[]> {
  const members = (await memberStore.listMembers(ctx.db, row.id)).filter(({ state }) => state === 'confirmed');
  const fault = checkRoute({
    kind: protocol.route,
    legs: protocol.legs,
    artefacts: protocol.artefact.serials,
    pilot: row.pilotId ?? '',
    laboratories: members.map(({ organizationId }) => organizationId),
    lastDay: cityDay(new Date(protocol.commitUntil)),
  });
  if (fault !== undefined) throw routeRefused(ctx, fault);
  return members;
}

/** Numbers from 1 in an order that chance decides (Fisher and Yates): nobody infers a laboratory from its number. */
function drawCodes(count: number): number[] {
  const codes = Array.from({ length: count }, (_, index) => index + 1);
  for (let last = codes.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [codes[last], codes[other]] = [codes[other] ?? 0, codes[last] ?? 0];
  }
  return codes;
}

async function start(ctx: Context, { params, body }: CallOf<Endpoints['startComparison']>) {
  const { row } = await openFor(ctx, params.id, 'start', body.version);
  if (row.pilotId === null) throw new Problem(comparisonProblems.pilotMissing);
  const protocol = await getProtocol(ctx, row.id);
  checkProtocol(ctx, protocol);
  const members = await checkLegs(ctx, row, protocol);
  if (members.length < 2) throw new Problem(comparisonProblems.tooFew);
  const codes = drawCodes(members.length);
  for (const [index, member] of members.entries()) await memberStore.setCode(ctx.db, member.id, codes[index] ?? 0);
  await memberStore.insertHandovers(
    ctx.db,
    protocol.legs.map(({ artefact, from, to, plannedOn }, position) => ({
      id: ctx.newId(),
      comparisonId: row.id,
      position: position + 1,
      artefact,
      fromId: from,
      toId: to,
      plannedOn,
    })),
  );
  const { commitUntil, revealUntil } = protocol;
  await store.changeRound(ctx.db, row.id, { state: 'under-way', commitUntil, revealUntil });
  await ctx.later('sealComparisons', {}, { runAt: commitUntil, key: `sealComparisons ${row.id}` });
  ctx.record({ kind: 'comparison.begun', subject: row.id, detail: { participants: members.length, commitUntil, revealUntil } });
  return replyComparison(ctx, row.id);
}

/** From the draft to the start: subject, participants, pilot, protocol. */
export const prepareService: Pick<
  Service<Endpoints>,
  | 'openComparison'
  | 'changeComparison'
  | 'announceComparison'
  | 'cancelComparison'
  | 'listComparisonCandidates'
  | 'confirmParticipants'
  | 'excuseParticipant'
  | 'withdrawFromComparison'
  | 'offerAsPilot'
  | 'appointPilot'
  | 'settleProtocol'
  | 'startComparison'
> = {
  async openComparison({ body }, ctx) {
    const { follows, ...subject } = body;
    checkSubject(ctx, subject);
    if (follows !== null) await getRound(ctx, follows);
    const id = ctx.newId();
    await store.insertRound(ctx.db, {
      ...subject,
      id,
      followsId: follows,
      organizerId: ctx.caller.organizationId,
      region: ctx.caller.region,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    ctx.record({ kind: 'comparison.roundDrafted', subject: id, detail: { title: subject.title, duty: subject.duty, follows } });
    return replyComparison(ctx, id);
  },

  async changeComparison({ params, body }, ctx) {
    const { version, ...subject } = body;
    const { row } = await openFor(ctx, params.id, 'change', version);
    checkSubject(ctx, subject);
    await store.changeRound(ctx.db, row.id, subject);
    const { title, quantity, regulation, instrumentKind, duty, documentNumber, pilotWay, callUntil } = row;
    ctx.record({
      kind: 'comparison.settingChanged',
      subject: row.id,
      detail: { before: { title, quantity, regulation, instrumentKind, duty, documentNumber, pilotWay, callUntil } },
    });
    return replyComparison(ctx, row.id);
  },

  async announceComparison({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'announce', body.version);
    await store.changeRound(ctx.db, row.id, { state: 'announced' });
    ctx.record({ kind: 'comparison.institutesTold', subject: row.id, detail: { documentNumber: row.documentNumber } });
    return replyComparison(ctx, row.id);
  },

  async cancelComparison({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'cancel');
    await store.changeRound(ctx.db, row.id, { state: 'cancelled' });
    ctx.record({ kind: 'comparison.cancelled', subject: row.id, reason: body.reason });
    return replyComparison(ctx, row.id);
  },

  async listComparisonCandidates({ params, query }, ctx) {
    const { row } = await getRound(ctx, params.id);
    const day = query.day ?? ctx.today;
    return { day, items: await groundsOn(ctx, row, day) };
  },

  async confirmParticipants({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'confirm');
    const ids = [...new Set(body.participants.map(({ organization }) => organization))];
    const known = await memberStore.listInstitutes(ctx.db, ids);
    if (known.length < ids.length) throw new Problem(comparisonProblems.organizationUnknown);
    const obliged = new Map((await groundsOn(ctx, row, ctx.today)).map((one): [string, Ground[]] => [one.organization.id, one.grounds]));
    for (const { organization, duty } of body.participants)
      await memberStore.confirmMember(ctx.db, {
        id: ctx.newId(),
        comparisonId: row.id,
        organizationId: organization,
        duty,
        grounds: obliged.get(organization) ?? [],
        personId: ctx.caller.personId,
        recordedAt: ctx.now,
      });
    await store.changeRound(ctx.db, row.id, {});
    ctx.record({ kind: 'comparison.participantsConfirmed', subject: row.id, detail: { participants: ids.length } });
    return replyComparison(ctx, row.id);
  },

  async excuseParticipant({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'excuse');
    const member = (await memberStore.listMembers(ctx.db, row.id)).find(({ id, state }) => id === body.member && state === 'confirmed');
    if (member === undefined) throw new Problem(comparisonProblems.wrongState);
    if (member.organizationId === row.pilotId) throw new Problem(comparisonProblems.pilotStays);
    const { personId } = ctx.caller;
    await memberStore.endMember(ctx.db, member.id, { state: 'excused', endedAt: ctx.now, endedBy: personId, endReason: body.reason });
    await store.changeRound(ctx.db, row.id, {});
    ctx.record({ kind: 'comparison.excused', subject: member.id, reason: body.reason });
    return replyComparison(ctx, row.id);
  },

  async withdrawFromComparison({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'withdraw');
    const member = await getOwnMember(ctx, row.id);
    if (member.duty === 'mandatory') throw new Problem(comparisonProblems.mandatory);
    if (member.organizationId === row.pilotId) throw new Problem(comparisonProblems.pilotStays);
    const { personId } = ctx.caller;
    await memberStore.endMember(ctx.db, member.id, { state: 'withdrawn', endedAt: ctx.now, endedBy: personId, endReason: body.reason });
    await store.changeRound(ctx.db, row.id, {});
    ctx.record({ kind: 'comparison.left', subject: member.id, reason: body.reason });
    return replyComparison(ctx, row.id);
  },

  async offerAsPilot({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'propose');
    const { organizationId, personId } = ctx.caller;
    if ((await memberStore.listInstitutes(ctx.db, [organizationId])).length === 0) throw new Problem(comparisonProblems.notAnInstitute);
    if (row.callUntil !== null && row.callUntil < ctx.today) throw new Problem(comparisonProblems.callOver);
    await getFiles(ctx, body.files);
    const id = ctx.newId();
    const { text, files } = body;
    const offered = await store.insertProposal(ctx.db, { id, comparisonId: row.id, organizationId, text, files, personId, at: ctx.now });
    if (!offered) throw new Problem(comparisonProblems.proposedAlready);
    ctx.record({ kind: 'comparison.pilotOffered', subject: id, detail: { comparison: row.id } });
    return replyComparison(ctx, row.id);
  },

  async appointPilot({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'appoint');
    if ((await memberStore.listInstitutes(ctx.db, [body.organization])).length === 0)
      throw new Problem(comparisonProblems.organizationUnknown);
    const members = await memberStore.listMembers(ctx.db, row.id);
    const isConfirmed = members.some(({ organizationId, state }) => organizationId === body.organization && state === 'confirmed');
    // The pilot measures as well and seals what it found: nobody sets the reference after having seen the others.
    if (!isConfirmed)
      await memberStore.confirmMember(ctx.db, {
        id: ctx.newId(),
        comparisonId: row.id,
        organizationId: body.organization,
        duty: 'mandatory',
        grounds: [],
        personId: ctx.caller.personId,
        recordedAt: ctx.now,
      });
    await store.changeRound(ctx.db, row.id, { pilotId: body.organization, pilotReason: body.reason });
    ctx.record({
      kind: 'comparison.pilotAppointed',
      subject: row.id,
      reason: body.reason,
      detail: { organization: body.organization, way: row.pilotWay },
    });
    return replyComparison(ctx, row.id);
  },

  async settleProtocol({ params, body }, ctx) {
    const { row } = await openFor(ctx, params.id, 'settle', body.version);
    if (row.pilotId === null) throw new Problem(comparisonProblems.pilotMissing);
    checkProtocol(ctx, body.protocol);
    await checkLegs(ctx, row, body.protocol);
    const number = ((await store.findProtocol(ctx.db, row.id))?.number ?? 0) + 1;
    await store.insertProtocol(ctx.db, {
      id: ctx.newId(),
      comparisonId: row.id,
      number,
      content: body.protocol,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    await store.changeRound(ctx.db, row.id, {});
    ctx.record({ kind: 'comparison.protocolSettled', subject: row.id, detail: { number, points: body.protocol.points.length } });
    return replyComparison(ctx, row.id);
  },

  startComparison: (call, ctx) => start(ctx, call),
};
