import type { Role } from '../../../register/people/rules/roles.ts';
import { latestEvents, staff } from './administering.ts';
import type { Block } from './block.ts';
import {
  adoptionsToConfirm,
  calibrationsDue,
  comparisonStanding,
  latestCertificates,
  myBench,
  ownInstruments,
  performanceDuties,
  renewals,
  requestsIn,
  toApprove,
  toCheck,
  waitingForTechnician,
} from './measuring.ts';
import { documentsToFetch, instrumentsOf, lateRequests, placesWithout, queues, roundsUnderWay } from './serving.ts';
import { cellBlock, differencesOpen, entriesReturned, entriesToAccept, entriesToReview, taskBlocks, type Reach } from './steering.ts';

/** The work list beside the cockpit: what is late or falls soon, then what waits for a decision. */
export const workOfCity = (reach: Reach): Block[] => [
  ...taskBlocks(reach),
  instrumentsOf('overdue', reach),
  instrumentsOf('never-verified', reach),
  placesWithout(reach),
  queues(),
  cellBlock(reach),
  entriesToReview(reach),
  entriesToAccept(reach),
  ...(reach.region === undefined ? [differencesOpen()] : []),
];

const whole: Reach = { region: undefined };

/** What the first page shows to each role, in the order of its work; who steers the plan has the cockpit instead. */
export const blocksOfRole: Readonly<Record<Exclude<Role, 'plan-office' | 'city-regulator' | 'county-regulator'>, () => readonly Block[]>> =
  {
    holder: () => [
      instrumentsOf('overdue'),
      instrumentsOf('due-7'),
      instrumentsOf('due-15'),
      instrumentsOf('due-30'),
      requestsIn('submitted', true),
      requestsIn('accepted', true),
      documentsToFetch(),
      ownInstruments(),
      latestCertificates(),
      entriesReturned(whole),
    ],
    technician: () => [waitingForTechnician(), ...myBench()],
    checker: () => [toCheck()],
    approver: () => [toApprove(), adoptionsToConfirm()],
    'technical-manager': () => [
      performanceDuties('open-finding'),
      performanceDuties('overdue'),
      renewals('late'),
      renewals('due'),
      calibrationsDue(),
      comparisonStanding('missing'),
      comparisonStanding('open'),
      adoptionsToConfirm(),
      entriesReturned(whole),
    ],
    'institute-manager': () => [
      lateRequests(),
      requestsIn('submitted', false),
      requestsIn('referred', false),
      queues(),
      roundsUnderWay('announced'),
      roundsUnderWay(),
      waitingForTechnician(),
      renewals('late'),
      renewals('due'),
      comparisonStanding('missing'),
      comparisonStanding('open'),
      adoptionsToConfirm(),
      entriesReturned(whole),
      staff(),
    ],
    inspector: () => [latestCertificates(), ownInstruments()],
    'responsible-body': () => [...taskBlocks(whole), entriesReturned(whole)],
    auditor: () => [latestEvents(), differencesOpen()],
    'system-administrator': () => [staff()],
    'security-administrator': () => [staff()],
    'audit-administrator': () => [latestEvents()],
  };
