/**
 * A record on the device, from the first reading to the answer of the server. Once it is signed nothing in it changes: the same bytes
 * are sent until an answer has come, however often the network, the browser or the server breaks off in between.
 */
import type { Text } from '../../../kernel/text.ts';
import type { NetworkCheck } from '../../verification/rules/kind.ts';
import type { Seal } from '../../verification/rules/seal.ts';
import type { SheetReadings } from '../../verification/rules/sheet.ts';
import type { Refusal } from './refusals.ts';

export const localStates = {
  local: ['本机', 'On this device'],
  queued: ['待送', 'Queued'],
  delivered: ['已送达', 'Delivered'],
  refused: ['被退', 'Refused'],
  conflict: ['待定', 'To be decided'],
  'set-aside': ['未采用', 'Set aside'],
} as const satisfies Record<string, Text>;
export type LocalState = keyof typeof localStates;

export const localLifeCycle = {
  local: { finish: 'queued' },
  queued: { accept: 'delivered', refuse: 'refused', contest: 'conflict', takeBack: 'local' },
  refused: { reopen: 'local' },
  conflict: { takeDelivered: 'delivered', keepStanding: 'set-aside' },
  delivered: {},
  'set-aside': {},
} as const satisfies Record<LocalState, Readonly<Record<string, LocalState>>>;

/** A picture of the display: the path of the cell whose reading it shows, and its SHA-256. */
export type PhotoNote = { readonly path: string; readonly digest: string; readonly type: string; readonly bytes: number };
export type StandardChosen = { readonly role: string; readonly standard: string; readonly statement: string | null };

/** What a person writes into a record on site. */
export type Content = {
  readonly testedOn: string | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly readings: SheetReadings;
  readonly standards: readonly StandardChosen[];
  readonly secondPerson: string | null;
  readonly seals: readonly Seal[];
  readonly photos: readonly PhotoNote[];
  readonly remarks: string | null;
};

export type Sealed = { readonly delivery: string; readonly payload: string; readonly signature: string; readonly at: string };

export type Outcome = {
  readonly state: 'accepted' | 'refused' | 'conflict' | 'set-aside';
  readonly refusals: readonly Refusal[];
  readonly verification: string | null;
  readonly networkCheck: NetworkCheck | null;
};

/** Why the last attempt brought no answer; the record waits and is sent again. */
export type Hindrance = 'network' | 'session' | 'server';

export type LocalRecord = {
  readonly id: string;
  /** The requested instrument it belongs to, as it was taken along. */
  readonly item: string;
  readonly recordNumber: string;
  /** The edition of the procedure that held on the day it was begun. */
  readonly edition: string;
  readonly state: LocalState;
  readonly content: Content;
  readonly begunAt: string;
  readonly changedAt: string;
  /** Counts every write to the device: two pages that show the same record notice each other. */
  readonly revision: number;
  readonly sealed: Sealed | null;
  /** How often it was sent; written before it is sent. */
  readonly attempts: number;
  readonly hindrance: Hindrance | null;
  readonly outcome: Outcome | null;
  /** Deliveries of this record that were refused before. */
  readonly earlier: readonly string[];
};

export const emptyContent: Content = {
  testedOn: null,
  environment: {},
  readings: {},
  standards: [],
  secondPerson: null,
  seals: [],
  photos: [],
  remarks: null,
};

const step = (record: LocalRecord, at: string, change: Partial<LocalRecord>): LocalRecord => ({
  ...record,
  ...change,
  changedAt: at,
  revision: record.revision + 1,
});

function refuseState(record: LocalRecord, action: string): void {
  if (!(action in localLifeCycle[record.state])) throw new RangeError(`a record that is ${record.state} cannot ${action}`);
}

export function beginRecord(begin: {
  id: string;
  item: string;
  recordNumber: string;
  edition: string;
  content: Content;
  at: string;
}): LocalRecord {
  return {
    id: begin.id,
    item: begin.item,
    recordNumber: begin.recordNumber,
    edition: begin.edition,
    state: 'local',
    content: begin.content,
    begunAt: begin.at,
    changedAt: begin.at,
    revision: 1,
    sealed: null,
    attempts: 0,
    hindrance: null,
    outcome: null,
    earlier: [],
  };
}

/** What was typed; only while nothing is signed. */
export function writeContent(record: LocalRecord, content: Content, at: string): LocalRecord {
  if (record.state !== 'local') throw new RangeError(`a record that is ${record.state} is not written`);
  return step(record, at, { content });
}

export function finishRecord(record: LocalRecord, sealed: Sealed): LocalRecord {
  refuseState(record, 'finish');
  return step(record, sealed.at, { state: 'queued', sealed, attempts: 0, hindrance: null, outcome: null });
}

/** Only a record that was never sent comes back: of one that was, nobody knows whether the server has it. */
export const mayTakeBack = (record: LocalRecord): boolean => record.state === 'queued' && record.attempts === 0;

export function takeBack(record: LocalRecord, at: string): LocalRecord {
  if (!mayTakeBack(record)) throw new RangeError('a record that was sent is not taken back');
  return step(record, at, { state: 'local', sealed: null });
}

/** A refused record is corrected and comes as a delivery of its own; with another number where the reserved one is gone. */
export function reopenRecord(record: LocalRecord, recordNumber: string, at: string): LocalRecord {
  refuseState(record, 'reopen');
  const earlier = record.sealed === null ? record.earlier : [...record.earlier, record.sealed.delivery];
  return step(record, at, { state: 'local', recordNumber, sealed: null, attempts: 0, hindrance: null, earlier });
}

/** Whether a refusal means that the reserved number cannot be used any more. */
export const needsAnotherNumber = ({ outcome }: LocalRecord): boolean =>
  (outcome?.refusals ?? []).some(({ code }) => code === 'number' || code === 'device-ended');
