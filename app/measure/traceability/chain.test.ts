import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { openCity, type City } from '../../../test/support/city.ts';
import { withClient } from '../../platform/postgres/database.ts';
import { nodeKey } from './rules/graph.ts';
import { chainOf } from './service/graph.ts';

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const size = 8;
type Link = { readonly lower: number; readonly upper: number; readonly recorded: number; readonly ended: number | null };
const instant = (day: number): string => `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;
const linkArbitrary: fc.Arbitrary<Link> = fc
  .record({
    lower: fc.nat(size - 1),
    upper: fc.nat(size - 1),
    recorded: fc.integer({ min: 1, max: 10 }),
    lasting: fc.option(fc.integer({ min: 1, max: 9 })),
  })
  .filter(({ lower, upper }) => lower !== upper)
  .map(({ lower, upper, recorded, lasting }) => ({ lower, upper, recorded, ended: lasting === null ? null : recorded + lasting }));
const graphArbitrary = fc.record({
  links: fc.uniqueArray(linkArbitrary, { maxLength: 16, selector: ({ lower, upper }) => `${lower} ${upper}` }),
  lapsed: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
  known: fc.integer({ min: 1, max: 20 }),
});

/** Everything above by adding until nothing is added: no search, no levels. */
function reached(start: number, links: readonly Link[]): Set<number> {
  const found = new Set([start]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const { lower, upper } of links) if (found.has(lower)) found.add(upper);
  }
  return found;
}

test('a chain is what a plain walk over the links known at the instant finds; what had lapsed and what comes back is named', async () => {
  const { organization, person } = city.ids.technicalManager;
  await withClient(city.ownerUrl, async (client) => {
    await fc.assert(
      fc.asyncProperty(graphArbitrary, async ({ links, lapsed, known }) => {
        const ids = lapsed.map(() => randomUUID());
        await client.query(
          `insert into traceability_reference (id, institute_id, region, level, quantity, item, number, issuer, calibrated_on, valid_until, value, unit, person_id, recorded_at)
           select id, $1, '320685', 'laboratory', 'mass', 'x', id::text, 'x',
             case when gone then date '2024-01-01' else date '2025-01-01' end, case when gone then date '2024-06-30' end, '1', 'g', $2, '2026-01-01'
           from unnest($3::uuid[], $4::boolean[]) as made (id, gone)`,
          [organization, person, ids, lapsed],
        );
        await client.query(
          `insert into traceability_link (id, lower_kind, lower_id, reference_id, institute_id, person_id, recorded_at, ended_at, ended_by, ending_reason)
           select id, 'reference', lower, upper, $1, $2, recorded, ended, case when ended is not null then $2::uuid end, case when ended is not null then 'x' end
           from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[], $7::timestamptz[]) as made (id, lower, upper, recorded, ended)`,
          [
            organization,
            person,
            links.map(() => randomUUID()),
            links.map(({ lower }) => ids[lower]),
            links.map(({ upper }) => ids[upper]),
            links.map(({ recorded }) => instant(recorded)),
            links.map(({ ended }) => (ended === null ? null : instant(ended))),
          ],
        );
        const held = links.filter(({ recorded, ended }) => recorded <= known && (ended === null || ended > known));
        const walked = await chainOf({ db: city.database.db }, { kind: 'reference', id: ids[0] ?? '' }, instant(known));
        const expected = reached(0, held);
        const names = [...expected].map((index) => nodeKey({ kind: 'reference', id: ids[index] ?? '' }));
        assert.deepEqual([...walked.nodes.keys()].toSorted(), names.toSorted());
        const above = held.filter(({ lower }) => expected.has(lower));
        assert.equal(walked.edges.length, above.length);
        const isLoop = above.some(({ lower, upper }) => reached(upper, held).has(lower));
        const codes = new Set(walked.findings.map(({ code }) => code));
        assert.equal(codes.has('traceable-to-itself'), isLoop);
        assert.notEqual(walked.standing, 'whole');
        // What was calibrated in another year than the level above was then not valid: before its first day, or after its last one.
        const invalid = above.filter(({ lower, upper }) => lapsed[lower] !== lapsed[upper]).length;
        assert.equal(walked.findings.filter(({ code }) => code === 'not-valid-then').length, invalid);
        assert.equal(walked.standing === 'broken', isLoop || invalid > 0);
      }),
      { numRuns: 30 },
    );
  });
});
