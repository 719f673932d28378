import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { protocolBetween, results, subject } from '../../../test/support/comparison-round.ts';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { comparisonEndpoints as endpoints, type Details } from './contract.ts';
import { commitmentOf, contentFormat, type SealedContent } from './rules/commitment.ts';
import type { Result } from './rules/result.ts';
import { comparisonStandingOf } from './service.ts';

let city: City;
before(async () => (city = await openCity({ now: '2026-11-02T02:00:00Z' })));
after(() => city.close());

const at = (instant: string): void => void (city.clock.now = new Date(instant));
/** The job of the deadline, whatever the clock of the database says. */
async function closeDue(): Promise<void> {
  await sql`select graphile_worker.add_job('sealComparisons', '{}'::json)`.execute(city.database.db);
  await city.finishJobs();
}
const institute = (): string => city.ids.technicalManager.organization;
const farInstitute = (): string => city.ids.farInstituteManager.organization;

const protocol = (more: object = {}) => protocolBetween(institute(), farInstitute(), more);

const read = (name: PersonName, id: string): Promise<Details> =>
  city.as(name).call(endpoints.readComparison, { params: { id: id as never } }) as Promise<Details>;

/** A round as far as the start: the far institute is the pilot. */
async function started(more: { reference?: 'pilot' | 'weighted-mean'; duty?: 'mandatory' | 'voluntary' } = {}): Promise<string> {
  at('2026-11-02T02:00:00Z');
  const organizer = city.as('cityRegulator');
  const { id, version } = await organizer.call(endpoints.openComparison, { body: { ...subject } });
  await organizer.call(endpoints.announceComparison, { params: { id }, body: { version } });
  await organizer.call(endpoints.confirmParticipants, {
    params: { id },
    body: { participants: [{ organization: institute() as never, duty: more.duty ?? 'mandatory' }] },
  });
  await organizer.call(endpoints.appointPilot, {
    params: { id },
    body: { organization: farInstitute() as never, reason: '具备 E2 级标准' },
  });
  const settled = await city.as('farInstituteManager').call(endpoints.settleProtocol, {
    params: { id },
    body: {
      version: (await read('cityRegulator', id)).version,
      protocol: protocol({
        legs: [
          { artefact: 'W-07', from: farInstitute(), to: institute(), plannedOn: '2026-11-04' },
          { artefact: 'W-07', from: institute(), to: farInstitute(), plannedOn: '2026-11-12' },
        ],
        ...(more.reference === undefined ? {} : { method: { reference: more.reference, scores: ['en'] } }),
      }),
    },
  });
  const begun = await organizer.call(endpoints.startComparison, { params: { id }, body: { version: settled.version } });
  assert.equal(begun.state, 'sealing');
  return id;
}

async function contentOf(name: PersonName, id: string, values: Result[], nonce = 'c4'.repeat(32)): Promise<SealedContent> {
  const { own } = await read(name, id);
  return { format: contentFormat, comparison: id, participant: own?.member ?? '', nonce, results: values };
}

test('a laboratory that had to take part and gave nothing is named, and answers for it', async () => {
  const id = await started();
  const organizer = city.as('cityRegulator');
  await city
    .as('farInstituteManager')
    .call(endpoints.entrustResults, { params: { id: id as never }, body: { results: results('100.0003', '200.0008') } });
  const content = await contentOf('technicalManager', id, results('100.0099', '200.0090'));
  await city.as('technicalManager').call(endpoints.commitResults, { params: { id: id as never }, body: { digest: commitmentOf(content) } });
  at('2026-11-27T10:00:00.000Z');
  // The job of the deadline was missed: the first deed after it notes what the clock has done.
  await refused(
    city.as('technicalManager').call(endpoints.revealResults, { params: { id: id as never }, body: { content: content as never } }),
    'comparison.revealOver',
  );
  await organizer.call(endpoints.evaluateComparison, { params: { id: id as never }, body: {} });
  const details = await read('farInstituteManager', id);
  assert.equal(details.state, 'opened');
  const silent = details.memberList.find(({ result }) => result === 'unrevealed');
  assert.equal(silent?.organization?.id, institute(), 'it is named to everybody in the round');
  assert.equal(silent?.id, null);
  await organizer.call(endpoints.issueDraftReport, { params: { id: id as never } });
  at('2026-12-08T02:00:00Z');
  await organizer.call(endpoints.finaliseReport, { params: { id: id as never }, body: { reason: '征求意见期满' } });

  const { items } = await organizer.call(endpoints.listComparisonStandings, { query: { missing: 'true' } });
  assert.deepEqual(
    items.filter(({ comparison }) => comparison.id === id).map((one) => [one.organization.id, one.result, one.isMissing]),
    [[institute(), 'unrevealed', true]],
  );
  assert.ok(
    (await city.as('technicalManager').call(endpoints.listComparisonStandings, { query: {} })).items.every(
      ({ organization }) => organization.id === institute(),
    ),
  );
  const standingOf = (who: 'cityRegulator' | 'technicalManager' | 'farInstituteManager') =>
    city.as(who).call(endpoints.readComparisonStanding, { params: { id: institute() as never } });
  for (const who of ['cityRegulator', 'technicalManager'] as const) {
    const standing = await standingOf(who);
    assert.ok(standing.rounds >= 1);
    assert.ok(
      standing.missing.some(({ comparison }) => comparison.id === id),
      'missing a mandatory round shows on the institute',
    );
  }
  await refused(standingOf('farInstituteManager'), 'platform.notFound');
  await organizer.call(endpoints.downloadComparisonStandings, { query: {} });
  await organizer.call(endpoints.downloadComparisons, { query: {} });

  const member = (await read('cityRegulator', id)).memberList.find(({ organization }) => organization?.id === institute());
  assert.ok(member?.id !== undefined && member.id !== null);
  assert.deepEqual(member.consequences, ['ask-for-reasons', 'follow-up-round']);
  const demand = { params: { id: id as never }, body: { member: member.id, demand: '说明未揭示结果的原因并整改', dueOn: '2026-12-31' } };
  await refused(
    organizer.call(endpoints.demandComparisonCorrection, { ...demand, body: { ...demand.body, dueOn: '2026-12-01' } }),
    'comparison.dates',
  );
  await organizer.call(endpoints.demandComparisonCorrection, demand);
  await refused(organizer.call(endpoints.demandComparisonCorrection, demand), 'comparison.correctionThere');
  await refused(
    organizer.call(endpoints.closeComparison, { params: { id: id as never }, body: { reason: '结束' } }),
    'comparison.correctionsOpen',
  );
  const [correction] = (await read('technicalManager', id)).corrections;
  assert.ok(correction?.maySubmit === true);
  assert.deepEqual((await read('farInstituteManager', id)).corrections, []);
  const report = { params: { id: correction.id }, body: { cause: '人员疏漏', action: '建立提醒', evidence: '会议记录' } };
  await refused(city.as('farInstituteManager').call(endpoints.submitComparisonCorrection, report), 'platform.forbidden');
  const decide = (decision: 'close' | 'return', name: PersonName = 'cityRegulator') =>
    city.as(name).call(endpoints.decideComparisonCorrection, { params: { id: correction.id }, body: { decision, reason: '见整改材料' } });
  await refused(decide('close'), 'comparison.correctionState');
  await city.as('technicalManager').call(endpoints.submitComparisonCorrection, report);
  await decide('return');
  await city.as('technicalManager').call(endpoints.submitComparisonCorrection, report);
  await refused(decide('close', 'countyRegulator'), 'platform.forbidden');
  await decide('close');
  await organizer.call(endpoints.closeComparison, { params: { id: id as never }, body: { reason: '整改已办结' } });
  const follow = await organizer.call(endpoints.openComparison, { body: { ...subject, title: '后续比对', follows: id as never } });
  assert.deepEqual(
    (await read('cityRegulator', id)).followedBy.map((one) => one.id),
    [follow.id],
  );
  await organizer.call(endpoints.cancelComparison, { params: { id: follow.id }, body: { reason: '改期举行' } });
  assert.equal((await read('cityRegulator', follow.id)).state, 'cancelled');
});

test('of two people of one laboratory who seal at once one succeeds; of two rounds nobody takes a commitment along', async () => {
  const id = await started({ reference: 'weighted-mean', duty: 'voluntary' });
  const [one, other] = await Promise.all(
    [
      ['technicalManager', 'a1'],
      ['instituteManager', 'b2'],
    ].map(async ([name, byte]) => contentOf(name as PersonName, id, results('100.0012', '200.0010'), (byte ?? '').repeat(32))),
  );
  const race = await Promise.allSettled([
    city
      .as('technicalManager')
      .call(endpoints.commitResults, { params: { id: id as never }, body: { digest: commitmentOf(one as SealedContent) } }),
    city
      .as('instituteManager')
      .call(endpoints.commitResults, { params: { id: id as never }, body: { digest: commitmentOf(other as SealedContent) } }),
  ]);
  assert.deepEqual(race.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const [lost] = race.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  assert.match(lost ?? '', /comparison\.committedAlready/);
  const { own } = await read('technicalManager', id);
  // The pilot copies the digest of the other: it is told so, and could not reveal it anyway.
  await refused(
    city
      .as('farInstituteManager')
      .call(endpoints.commitResults, { params: { id: id as never }, body: { digest: own?.commitment?.digest ?? '' } }),
    'comparison.digestTaken',
  );
  await city
    .as('farInstituteManager')
    .call(endpoints.entrustResults, { params: { id: id as never }, body: { results: results('100.0003', '200.0008') } });
  at('2026-11-20T10:00:01Z');
  await closeDue();
  const foreign = { ...(one as SealedContent), comparison: '00000000-0000-4000-8000-000000000000' };
  await refused(
    city.as('technicalManager').call(endpoints.revealResults, { params: { id: id as never }, body: { content: foreign as never } }),
    'comparison.revealMismatch',
  );
  const kept = commitmentOf(one as SealedContent) === own?.commitment?.digest ? one : other;
  await city.as('technicalManager').call(endpoints.revealResults, { params: { id: id as never }, body: { content: kept as never } });
  await city.as('farInstituteManager').call(endpoints.evaluateComparison, { params: { id: id as never }, body: {} });
  const { outcome } = (await read('cityRegulator', id)).evaluation ?? assert.fail();
  assert.deepEqual(outcome.points[0]?.reference?.contributors, [1, 2]);
  const scores = outcome.points[0]?.results.map(({ scores: [first] }) => Number(first?.value)) ?? [];
  assert.ok(Math.abs((scores[0] ?? 0) + (scores[1] ?? 1)) < 1e-9, 'two equal uncertainties: equal scores of opposite sign');
});

test('who takes part voluntarily may leave, who has to is excused by the organiser, the pilot stays', async () => {
  const id = await started({ duty: 'voluntary' });
  const organizer = city.as('cityRegulator');
  const leave = { params: { id: id as never }, body: { reason: '标准器送检' } };
  await refused(city.as('farInstituteManager').call(endpoints.withdrawFromComparison, leave), 'comparison.mandatory');
  await city.as('technicalManager').call(endpoints.withdrawFromComparison, leave);
  await refused(city.as('technicalManager').call(endpoints.withdrawFromComparison, leave), 'platform.forbidden');
  const second = await started();
  await refused(
    city.as('technicalManager').call(endpoints.withdrawFromComparison, { ...leave, params: { id: second as never } }),
    'comparison.mandatory',
  );
  const { memberList } = await read('cityRegulator', second);
  const [own, pilot] = [institute(), farInstitute()].map(
    (organization) => memberList.find((one) => one.organization?.id === organization)?.id,
  );
  await refused(
    organizer.call(endpoints.excuseParticipant, { params: { id: second as never }, body: { member: pilot as never, reason: '不便' } }),
    'comparison.pilotStays',
  );
  await organizer.call(endpoints.excuseParticipant, {
    params: { id: second as never },
    body: { member: own as never, reason: '实验室搬迁' },
  });
  assert.equal((await read('cityRegulator', second)).memberList.find((one) => one.id === own)?.state, 'excused');
  await refused(
    read('technician', second).then((details) => city.as('outsider').call(endpoints.readComparison, { params: { id: details.id } })),
    'platform.notFound',
  );
});

test('other terms ask how an institute stands', async () => {
  at('2026-12-20T02:00:00Z');
  const { db } = city.database;
  const ctx = {
    db,
    now: city.clock.now.toISOString(),
    caller: { scope: { kind: 'city' }, organizationId: '00000000-0000-4000-8000-000000000000' },
  };
  const standing = await comparisonStandingOf(ctx as never, institute());
  assert.equal(standing.missing.length, 1);
  assert.equal(standing.openCorrections.length, 0);
});
