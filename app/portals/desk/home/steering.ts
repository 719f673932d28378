import { capabilityEndpoints } from '../../../measure/capability/contract.ts';
import { cellStates } from '../../../measure/capability/rules/life-cycle.ts';
import { entryEndpoints } from '../../../register/entry/contract.ts';
import { planEndpoints } from '../../../steer/plan/contract/endpoints.ts';
import { resolutions } from '../../../steer/plan/rules/settlement.ts';
import { taskEndpoints } from '../../../steer/task/contract.ts';
import { places } from '../places.ts';
import { block, type Block } from './block.ts';

/** Of which county, or of everything within the caller's reach. */
export type Reach = { readonly region: string | undefined };

const inCounty = ({ region }: Reach): string => (region === undefined ? '' : `&county=${region}`);
const inRegion = ({ region }: Reach): string => (region === undefined ? '' : `&region=${region}`);

/** What is late or falls soon. */
export const taskBlocks = (reach: Reach): Block[] => {
  const county = reach.region === undefined ? {} : { county: reach.region };
  const items = (timing: 'late' | 'due-7' | 'due-30') => ({
    permit: 'task.read',
    endpoint: taskEndpoints.listTaskItems,
    query: { timing, ...county },
    href: places.taskItems(`?timing=${timing}${inCounty(reach)}`),
  });
  return [
    block({
      key: 'late',
      title: ['逾期事项', 'Late work items'],
      ...items('late'),
      urgent: true,
      row: (item) => ({
        id: item.id,
        title: item.title,
        note: [`逾期 ${item.daysLate} 天 · ${item.organization.name}`, `${item.daysLate} days late · ${item.organization.name}`],
        href: places.taskItem(item.id),
      }),
      empty: ['没有逾期事项', 'Nothing is late'],
    }),
    ...(['due-7', 'due-30'] as const).map((timing) =>
      block({
        key: timing,
        title: timing === 'due-7' ? ['七日内到期', 'Due within 7 days'] : ['三十日内到期', 'Due within 30 days'],
        ...items(timing),
        row: (item) => ({
          id: item.id,
          title: item.title,
          note: [`${item.dueOn} 到期 · ${item.organization.name}`, `due ${item.dueOn} · ${item.organization.name}`],
          href: places.taskItem(item.id),
        }),
        empty: ['没有', 'None'],
      }),
    ),
  ];
};

export const cellBlock = (reach: Reach): Block =>
  block({
    key: 'cells',
    title: ['待审定的能力格', 'Cell reports to be decided'],
    permit: 'capability.read',
    endpoint: capabilityEndpoints.listCellReports,
    query: { status: 'reported', ...(reach.region === undefined ? {} : { region: reach.region }) },
    href: places.cellReports,
    row: (report) => ({
      id: report.id,
      title: [
        `${report.region.name[0]} ${report.item.mark}${report.item.name[0]}`,
        `${report.region.name[1]} ${report.item.mark} ${report.item.name[1]}`,
      ],
      note: [`${cellStates[report.state][0]} · ${report.organization}`, `${cellStates[report.state][1]} · ${report.organization}`],
      href: places.cell(report.region.code, report.item.id),
    }),
    empty: ['没有等待审定的上报', 'No report waits for a decision'],
  });

const entries = (status: 'submitted' | 'reviewed' | 'returned', reach: Reach) => ({
  permit: 'entry.read',
  endpoint: entryEndpoints.listEntries,
  query: { status, ...(reach.region === undefined ? {} : { region: reach.region }) },
  href: places.entries(`?status=${status}${inRegion(reach)}`),
});

export const entriesToReview = (reach: Reach): Block =>
  block({
    key: 'review',
    title: ['待审核的登记', 'Entries to be reviewed'],
    ...entries('submitted', reach),
    row: (entry) => ({ id: entry.id, title: entry.title, note: entry.organization.name, href: places.entry(entry.id) }),
    empty: ['没有等待审核的登记', 'No entry waits for review'],
  });

export const entriesToAccept = (reach: Reach): Block =>
  block({
    key: 'accept',
    title: ['待采信的登记', 'Entries to be accepted'],
    ...entries('reviewed', reach),
    row: (entry) => ({ id: entry.id, title: entry.title, note: entry.organization.name, href: places.entry(entry.id) }),
    empty: ['没有等待采信的登记', 'No entry waits for acceptance'],
  });

export const entriesReturned = (reach: Reach): Block =>
  block({
    key: 'returned',
    title: ['退回补正的登记', 'Entries returned for completion'],
    ...entries('returned', reach),
    row: (entry) => ({ id: entry.id, title: entry.title, note: entry.documentNumber, href: places.entry(entry.id) }),
    empty: ['没有退回的登记', 'Nothing was returned'],
    action: { text: ['提交登记', 'Submit an entry'], href: places.entries('') },
  });

export const differencesOpen = (): Block =>
  block({
    key: 'differences',
    title: ['待核实差异', 'Open differences'],
    permit: 'plan.compare',
    endpoint: planEndpoints.listDifferences,
    query: { settled: 'false' },
    href: places.differences('?settled=false'),
    row: (difference) => ({
      id: difference.id,
      title: difference.text,
      note: [
        `${resolutions[difference.resolution].text[0]} · ${difference.place.source[0]}`,
        `${resolutions[difference.resolution].text[1]} · ${difference.place.source[1]}`,
      ],
      href: places.difference(difference.id),
    }),
    empty: ['差异均已处理', 'Every difference is settled'],
  });
