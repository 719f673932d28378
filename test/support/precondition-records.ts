import { randomUUID } from 'node:crypto';
import { addDays } from '../../app/kernel/day.ts';
import { withClient } from '../../app/platform/postgres/database.ts';
import { digestOfEdition } from '../../app/register/catalogue/service.ts';
import { randomOf } from '../../bench/invented-ledger.ts';
import type { City } from './city.ts';

export const firstDay = '2024-01-01';
const first = firstDay;
export const regions = ['320685', '320682'] as const;
const offered = [
  { item: 'B6', kinds: ['automated-sphygmomanometer'], editions: ['jjg-0692-2010'] },
  { item: 'B2', kinds: ['price-computing-scale', 'digital-indicating-scale'], editions: ['jjg-0539-2016', 'jjg-1204-2025'] },
] as const;

/** The registers that are written anew for each seed. */
export const wiped = [
  'capability_decision, capability_cell, designation_ending, designation, qualification_ending, qualification, catalogue_adoption, catalogue_confirmation',
  'measurement_standard, standard',
].join(', ');

/** Random records of two bodies, written as the slices write them; `rows` counts how much there is. */
export async function writePreconditions(city: City, plan: string, seed: number): Promise<void> {
  const draw = randomOf(seed);
  const below = (n: number): number => Math.floor(draw() * n);
  const chance = (share: number): boolean => draw() < share;
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const day = (least = 0, most = 700): string => addDays(first, least + below(most - least));
  const instant = (): string => `${day(0, 900)}T0${below(9)}:30:00Z`;
  const person = () => city.ids[pick(['technician', 'checker', 'approver', 'allRounder'] as const)].person;
  const bodies = [city.ids.instituteManager.organization, city.ids.farInstituteManager.organization];
  await withClient(city.ownerUrl, async (client) => {
    await client.query(`TRUNCATE ${wiped} CASCADE`);
    const insert = (table: string, row: Record<string, unknown>) => {
      const names = Object.keys(row);
      const values = names.map((_, index) => `$${index + 1}`).join(', ');
      return client.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values})`, Object.values(row));
    };
    const by = { person_id: person() };
    for (const region of regions) {
      for (const { item } of offered) {
        for (let n = 0; n < 1 + below(3); n += 1) {
          const id = randomUUID();
          const state = chance(0.8) ? 'in-use' : 'suspended';
          await insert('capability_cell', {
            id,
            plan_id: plan,
            region,
            item,
            state,
            since: day(0, 200),
            body_id: pick(bodies),
            files: [],
            reason: 'x',
            reported_by: person(),
            organization_id: bodies[0],
            recorded_at: instant(),
          });
          await insert('capability_decision', {
            cell_id: id,
            verdict: chance(0.9) ? 'accepted' : 'rejected',
            ...by,
            decided_at: instant(),
          });
        }
      }
    }
    for (const body of bodies) {
      for (const { kinds, editions } of offered) {
        for (const kind of kinds) {
          for (const region of regions) {
            if (chance(0.2)) continue;
            const id = randomUUID();
            const from = day(0, 300);
            await insert('designation', {
              id,
              region,
              instrument_kind: kind,
              institute_id: body,
              document_number: 'x',
              valid_from: from,
              valid_to: addDays(from, below(1500)),
              authority_id: body,
              ...by,
              recorded_at: chance(0.8) ? `${first}T00:00:00Z` : instant(),
            });
            if (chance(0.2))
              await insert('designation_ending', {
                designation_id: id,
                last_day: day(200, 900),
                document_number: 'x',
                reason: 'x',
                ...by,
                at: instant(),
              });
          }
        }
        for (const edition of editions) {
          const decided = chance(0.7) ? `${first}T00:00:00Z` : instant();
          const isOver = chance(0.2);
          await insert('catalogue_adoption', {
            id: randomUUID(),
            institute_id: body,
            edition,
            digest: chance(0.9) ? digestOfEdition(edition) : '0'.repeat(64),
            content_digest: '0'.repeat(64),
            status: isOver ? 'withdrawn' : 'adopted',
            source: 'x',
            proposed_by: city.ids.technicalManager.person,
            proposed_at: first,
            decided_by: city.ids.approver.person,
            decided_at: decided,
            ended_at: isOver ? instant() : null,
          });
        }
      }
      for (let n = 0; n < 8; n += 1) {
        const isApproval = chance(0.35);
        const id = randomUUID();
        const from = day(-100, 300);
        await insert('qualification', {
          id,
          kind: isApproval ? 'authorisation' : 'registration',
          institute_id: body,
          region: '320685',
          holder_id: person(),
          activities: isApproval ? ['approve'] : pick([['test'], ['check'], ['test', 'check']]),
          regulations:
            isApproval && chance(0.6) ? [] : pick([['jjg-0692', 'jjg-0539', 'jjg-1204'], ['jjg-0692'], ['jjg-0539', 'jjg-1204']]),
          document_number: 'x',
          valid_from: from,
          valid_until: chance(0.4) ? null : addDays(from, 100 + below(1000)),
          ...by,
          recorded_at: chance(0.8) ? `${first}T00:00:00Z` : instant(),
        });
        if (chance(0.15))
          await insert('qualification_ending', { qualification_id: id, last_day: day(100, 900), reason: 'x', ...by, at: instant() });
      }
      const standards: string[] = [];
      for (let n = 0; n < 4; n += 1) {
        const id = randomUUID();
        standards.push(id);
        await insert('standard', {
          id,
          institute_id: body,
          region: '320685',
          number: `S${n}`,
          name: '砝码',
          model: 'x',
          serial: 'x',
          range: 'x',
          roles: ['jjg-0539:weights'],
          recorded_at: first,
        });
        await insert('standard_state', {
          id: randomUUID(),
          standard_id: id,
          state: 'in-service',
          since: day(-200, 50),
          ...by,
          at: `${first}T00:00:00Z`,
        });
        if (chance(0.3)) {
          await insert('standard_state', {
            id: randomUUID(),
            standard_id: id,
            state: 'suspended',
            since: day(200, 500),
            ...by,
            at: instant(),
          });
          if (chance(0.6))
            await insert('standard_state', {
              id: randomUUID(),
              standard_id: id,
              state: 'in-service',
              since: day(300, 700),
              ...by,
              at: instant(),
            });
        }
        for (let m = 0; m < 1 + below(3); m += 1) {
          const on = day(-200, 500);
          await insert('standard_certificate', {
            id: randomUUID(),
            standard_id: id,
            kind: 'calibration',
            number: `C${m}`,
            issuer: 'x',
            calibrated_on: on,
            valid_until: addDays(on, 200 + below(600)),
            quality: 'class',
            accuracy_class: 'M1',
            ...by,
            recorded_at: chance(0.8) ? `${first}T00:0${m}:00Z` : instant(),
          });
        }
      }
      for (let n = 0; n < 3; n += 1) {
        const id = randomUUID();
        const kind = chance(0.7) ? 'public' : 'highest-enterprise';
        await insert('measurement_standard', {
          id,
          institute_id: body,
          region: '320685',
          kind,
          name: '检定装置',
          quantity: '质量',
          recorded_at: `${first}T00:00:00Z`,
        });
        await insert('measurement_standard_state', {
          id: randomUUID(),
          measurement_standard_id: id,
          state: 'in-force',
          since: day(-100, 100),
          ...by,
          at: `${first}T00:00:00Z`,
        });
        if (chance(0.25))
          await insert('measurement_standard_state', {
            id: randomUUID(),
            measurement_standard_id: id,
            state: pick(['suspended', 'withdrawn']),
            since: day(300, 600),
            ...by,
            at: instant(),
          });
        for (const certificate of kind === 'public' && chance(0.7)
          ? ['public', 'examination']
          : [kind === 'public' ? 'public' : 'examination']) {
          for (let m = 0; m < 1 + below(2); m += 1) {
            const from = day(-100 + m * 250, 100 + m * 250);
            await insert('measurement_standard_certificate', {
              id: randomUUID(),
              measurement_standard_id: id,
              kind: certificate,
              number: 'x',
              number_key: 'x',
              issuer: 'x',
              issued_on: from,
              valid_from: from,
              valid_until: addDays(from, 300 + below(900)),
              basis: 'register',
              files: [],
              ...by,
              recorded_at: chance(0.85) ? `${first}T00:00:00Z` : instant(),
              superseded_at: chance(0.1) ? `${day(900, 1000)}T00:00:00Z` : null,
            });
          }
        }
        for (const regulation of ['jjg-0692', 'jjg-0539', 'jjg-1204'])
          if (chance(0.8)) {
            const until = chance(0.2) ? day(200, 900) : null;
            await insert('measurement_standard_procedure', {
              id: randomUUID(),
              measurement_standard_id: id,
              regulation,
              edition: `${regulation}-2016`,
              since: day(-100, 100),
              until,
              ended_at: until === null ? null : instant(),
              ...by,
              recorded_at: `${first}T00:00:00Z`,
            });
          }
        for (const [index, standard] of standards.entries())
          if (chance(0.5)) {
            const until = chance(0.2) ? day(200, 900) : null;
            await insert('measurement_standard_equipment', {
              id: randomUUID(),
              measurement_standard_id: id,
              standard_id: standard,
              role: index < 2 ? 'main' : 'auxiliary',
              since: day(-100, 150),
              until,
              ended_at: until === null ? null : instant(),
              ...by,
              recorded_at: `${first}T00:00:00Z`,
            });
          }
        if (chance(0.5)) {
          const requirement = randomUUID();
          await insert('measurement_standard_environment', {
            id: requirement,
            measurement_standard_id: id,
            quantity: 'temperature',
            low: '15',
            high: '25',
            unit: '℃',
            since: day(0, 200),
            ...by,
            recorded_at: `${first}T00:00:00Z`,
          });
          for (let m = 0; m < 8; m += 1)
            await insert('measurement_standard_environment_record', {
              id: randomUUID(),
              measurement_standard_id: id,
              requirement_id: requirement,
              day: day(m * 80, m * 80 + 90),
              lowest: '18',
              highest: '22',
              within: chance(0.85),
              ...by,
              recorded_at: chance(0.8) ? `${first}T00:00:00Z` : instant(),
            });
        }
      }
    }
  });
}
