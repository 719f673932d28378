import { addDays } from '../../kernel/day.ts';
import { capabilityEndpoints } from '../../measure/capability/contract.ts';
import { measurementStandardEndpoints as it } from '../../measure/measurement-standard/contract.ts';
import { standardEndpoints } from '../../measure/standard/contract.ts';
import { entryEndpoints } from '../../register/entry/contract.ts';
import type { OrganizationName, PersonName } from '../cast.ts';
import { writePaper } from '../paper.ts';
import { past } from '../past.ts';
import type { Stage } from '../stage.ts';
import { staffBodies } from './bodies.ts';
import { kits, type Kit, type Keeper } from './kits.ts';

const keepers: Readonly<Record<Keeper, { readonly manager: PersonName; readonly people: readonly [PersonName, PersonName] }>> = {
  institute: { manager: 'technical', people: ['technician', 'checker'] },
  portInstitute: { manager: 'port', people: ['porttest', 'portcheck'] },
  cityInstitute: { manager: 'citymanager', people: ['citytest', 'citycheck'] },
};

type Built = { readonly kit: Kit; readonly id: string; readonly requirement: string | undefined };

/** An entry of the opening stock becomes a dossier, and is filled with what the cells that rest on it need. */
async function build(stage: Stage, kit: Kit, entry: string, standards: ReadonlyMap<string, string>): Promise<Built> {
  const { manager, people } = keepers[kit.keeper];
  const dossier = await stage.act(manager, it.takeOverEntry, { params: { id: entry }, body: { quantity: kit.quantity } });
  const params = { id: dossier.id };
  const since = addDays(stage.today, -59);
  for (const edition of kit.editions) await stage.act(manager, it.addProcedure, { params, body: { edition, since } });
  for (const [role, as] of kit.equipment)
    await stage.act(manager, it.addEquipment, { params, body: { standard: standards.get(role) as never, role: as, since } });
  if (kit.range !== undefined)
    await stage.act(manager, it.addRange, {
      params,
      body: { parameter: kit.quantity, ...kit.range, quality: 'class', accuracyClass: '演示级', since },
    });
  if (kit.range !== undefined)
    for (const [index, person] of people.entries())
      await stage.act(manager, it.addMember, {
        params,
        body: { person: stage.personOf(person) as never, role: index === 0 ? 'responsible' : 'member', since },
      });
  const made =
    kit.recorded === undefined
      ? dossier
      : await stage.act(manager, it.addRequirement, {
          params,
          body: { quantity: '温度', low: '15', high: '25', unit: '℃', source: '演示要求', since: addDays(stage.today, -150) },
        });
  const [certificate] = dossier.certificates;
  if (kit.range !== undefined && certificate !== undefined)
    await stage.act('city', it.recordCertificate, {
      params,
      body: {
        kind: 'examination',
        number: `演示量标证字〔${certificate.validFrom.slice(0, 4)}〕第${kit.number}号`,
        issuer: certificate.issuer,
        issuedOn: certificate.issuedOn,
        validFrom: certificate.validFrom,
        validUntil: certificate.validUntil,
        reason: '补录考核证书，与原件一致（演示）',
      },
    });
  return { kit, id: dossier.id, requirement: made.requirements[0]?.id };
}

/** What was found in the room; the latest record counts. */
async function recordRooms(stage: Stage, built: readonly Built[]): Promise<void> {
  for (const [index, { kit, id, requirement }] of built.entries()) {
    if (kit.recorded === undefined || requirement === undefined) continue;
    const [days, lowest, highest] = kit.recorded;
    await stage.act(keepers[kit.keeper].manager, it.recordEnvironment, {
      params: { id: id as never },
      body: {
        requirement: requirement as never,
        day: addDays(stage.today, days - (index % 5)),
        lowest,
        highest,
        ...(Number(highest) > 25 ? { note: '空调故障，已报修，暂停检定（演示）' } : {}),
      },
    });
  }
}

/** Roles of the standards of the three bodies, each by its own register. */
async function rolesOf(stage: Stage): Promise<ReadonlyMap<Keeper, ReadonlyMap<string, string>>> {
  const found = new Map<Keeper, ReadonlyMap<string, string>>();
  for (const [keeper, { manager }] of Object.entries(keepers) as [Keeper, (typeof keepers)[Keeper]][]) {
    const { items } = await stage.act(manager, standardEndpoints.listStandards, { query: { limit: 100 } });
    found.set(keeper, new Map(items.flatMap(({ id, roles }) => roles.map((role) => [role, id] as const))));
  }
  return found;
}

const cells: readonly (readonly [body: OrganizationName, region: string, items: readonly string[]])[] = [
  ['institute', '320685', ['B1', 'B2', 'B3', 'B6', 'B7', 'B8', 'B13']],
  ['institute', '320682', ['B2', 'B3', 'B7']],
  ['institute', '320623', ['B2', 'B3', 'B6', 'B7']],
  ['portInstitute', '320681', ['B2', 'B3', 'B10']],
  ['portInstitute', '320614', ['B2', 'B3', 'B4', 'B6', 'B7', 'B8']],
  ['cityInstitute', '320612', ['B3']],
];

/** Cells that the document calls done are confirmed with the body that serves them; no figure of the plan moves by it. */
async function confirmCells(stage: Stage): Promise<void> {
  const paper = await writePaper('授权文件（演示）', ['本页代替计量授权证书。', '演示记录，不具任何效力。'], stage.today);
  const evidence = await stage.upload('city', '计量授权证书（演示）.pdf', paper);
  let number = 0;
  for (const [body, region, items] of cells)
    for (const item of items) {
      number += 1;
      const since = past(stage, '2024-12-10');
      const { id } = await stage.act('city', capabilityEndpoints.reportCell, {
        params: { region, item },
        body: {
          state: 'in-use',
          since,
          bodyId: stage.idOf(body) as never,
          documentNumber: `演示法计〔${since.slice(0, 4)}〕${100 + number}号`,
          files: [evidence],
          reason: '核实承担机构，状态不变（演示）',
        },
      });
      await stage.act('office', capabilityEndpoints.decideCell, {
        params: { id },
        body: { verdict: 'accepted', reason: '与授权证书一致（演示）' },
      });
    }
}

/**
 * What stands behind the matrix: three invented bodies are authorised in the counties of the annex. Some of their cells can really be
 * served today, some will fall within months, and others lack each kind of thing that a cell needs.
 */
export async function makeEffective(stage: Stage): Promise<void> {
  await staffBodies(stage);
  stage.at(-58);
  const { items } = await stage.act('office', entryEndpoints.listEntries, { query: { kind: 'standard', limit: 100 } });
  const entries = new Map(items.map(({ id, documentNumber }) => [/第(\d{4})号/.exec(documentNumber)?.[1] ?? '', id as string]));
  const roles = await rolesOf(stage);
  const built: Built[] = [];
  for (const kit of kits)
    built.push(await build(stage, kit, entries.get(kit.number) ?? '', roles.get(kit.keeper) ?? new Map<string, string>()));
  await openUnexamined(stage);
  await confirmCells(stage);
  const suspended = stage.at(-13);
  const meter = roles.get('portInstitute')?.get('jjg-0162:water-meter-equipment');
  await stage.act('port', standardEndpoints.suspendStandard, {
    params: { id: meter as never },
    body: { since: suspended, reason: '流量稳定性超差，送修（演示）' },
  });
  stage.at(-7);
  await recordRooms(stage, built);
}

/** The cell of 海门 is in use by its document; the measurement standard on which it rests was never examined. */
async function openUnexamined(stage: Stage): Promise<void> {
  const since = addDays(stage.today, -59);
  const { id } = await stage.act('citymanager', it.openMeasurementStandard, {
    body: { kind: 'public', level: 'city', name: '心电图机检定装置（演示）', quantity: '电压', place: '医学室（演示）', since },
  });
  await stage.act('citymanager', it.addProcedure, { params: { id }, body: { edition: 'jjg-0543-2008', since } });
}
