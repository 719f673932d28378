import { createHash, randomUUID, webcrypto } from 'node:crypto';
import { editionFor, findProcedure } from '@tongheng/procedures/registry';
import { canonical } from '@tongheng/seal/canonical';
import type { Job, Pack } from '../../app/measure/on-site/contract.ts';
import {
  beginRecord,
  emptyContent,
  finishRecord,
  writeContent,
  type Content,
  type LocalRecord,
} from '../../app/measure/on-site/rules/local.ts';
import { nextNumber, type LocalNumber } from '../../app/measure/on-site/rules/numbers.ts';
import { printPayload } from '../../app/measure/on-site/rules/payload.ts';
import { calculationInput } from '../../app/measure/verification/rules/conditions.ts';

/**
 * A device without its browser: the same rules write, sign and number its records; what stands for the disk is text, so that a device
 * that is switched off finds exactly what was written. Not a mock of the server: what it sends is what a browser sends.
 */
export type PocketDevice = Awaited<ReturnType<typeof openPocketDevice>>;

export class DiskFull extends Error {}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export async function openPocketDevice() {
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const publicKey = Buffer.from(await webcrypto.subtle.exportKey('spki', keys.publicKey)).toString('base64');
  const disk = { records: new Map<string, string>(), numbers: new Map<string, string>(), jobs: new Map<string, string>() };
  let id = '';
  let technician = '';
  let pack: Omit<Pack, 'jobs' | 'numbers'> | undefined;
  const all = <Row>(rows: Map<string, string>): Row[] => [...rows.values()].map((text) => JSON.parse(text) as Row);

  const device = {
    publicKey,
    /** The next write fails, as on a disk that is full. */
    full: false,
    get id(): string {
      return id;
    },
    registered(deviceId: string, technicianId: string): void {
      id = deviceId;
      technician = technicianId;
    },
    keepPack({ jobs, numbers, ...rest }: Pack): void {
      pack = rest;
      for (const job of jobs) if (!device.records().some(({ item }) => item === job.item)) disk.jobs.set(job.item, JSON.stringify(job));
      for (const number of numbers)
        if (!disk.numbers.has(number)) disk.numbers.set(number, JSON.stringify({ number, state: 'free', record: null, reason: null }));
    },
    jobs: (): Job[] => all(disk.jobs),
    numbers: (): LocalNumber[] => all(disk.numbers),
    records: (): LocalRecord[] => all(disk.records),
    write(record: LocalRecord, fromRevision?: number): boolean {
      if (device.full) throw new DiskFull('no room');
      const stored = disk.records.get(record.id);
      if (fromRevision !== undefined && stored !== undefined && (JSON.parse(stored) as LocalRecord).revision !== fromRevision) return false;
      disk.records.set(record.id, JSON.stringify(record));
      return true;
    },
    /** One transaction, as in the browser: neither number nor record stands here without the other. */
    begin(job: Job, day: string, content: Partial<Content> = {}): LocalRecord {
      if (device.full) throw new DiskFull('no room');
      const edition = job.verification === null ? (editionFor(job.instrument.kind, day)?.id ?? '') : job.edition;
      const recordId = randomUUID();
      const number = job.recordNumber ?? nextNumber(device.numbers());
      if (number === undefined) throw new Error('no number left');
      const written = { ...emptyContent, ...(job.draft as Partial<Content> | null), testedOn: day, ...content };
      const record = beginRecord({ id: recordId, item: job.item, recordNumber: number, edition, content: written, at: now() });
      disk.numbers.set(number, JSON.stringify({ number, state: 'used', record: recordId, reason: null }));
      disk.records.set(recordId, JSON.stringify(record));
      return record;
    },
    change(record: LocalRecord, content: Partial<Content>): LocalRecord {
      const changed = writeContent(record, { ...record.content, ...content }, now());
      device.write(changed, record.revision);
      return changed;
    },
    async seal(record: LocalRecord, more: Partial<Parameters<typeof printPayload>[1]> = {}) {
      const job = device.jobs().find(({ item }) => item === record.item);
      if (job === undefined) throw new Error('the job is not on the device');
      const { environment, readings } = record.content;
      const adoptedLimits = pack?.editions.find((one) => one.id === record.edition)?.limits ?? {};
      const calculation = findProcedure(record.edition)?.calculate(
        calculationInput({ kind: job.kind, nameplate: job.instrument.parameters, environment, readings, adoptedLimits }),
      );
      const delivery = randomUUID();
      const at = now();
      const payload = printPayload(record, {
        delivery,
        device: id,
        technician,
        verification: job.verification,
        version: job.version,
        kind: job.kind,
        nameplate: job.instrument.parameters,
        adoptedLimits,
        conclusion: calculation?.conclusion ?? 'fail',
        resultDigest: sha256(canonical(calculation)),
        finishedAt: at,
        ...more,
      });
      return { delivery, payload, signature: await device.sign(payload), at };
    },
    async sign(text: string): Promise<string> {
      const signature = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, Buffer.from(text));
      return Buffer.from(signature).toString('base64url');
    },
    async finish(record: LocalRecord): Promise<LocalRecord> {
      const finished = finishRecord(record, await device.seal(record));
      device.write(finished, record.revision);
      return finished;
    },
  };
  return device;
}

const now = (): string => new Date().toISOString();
