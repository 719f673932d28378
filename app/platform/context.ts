import type { Kysely } from 'kysely';
import type { DB } from '../../db/types.ts';
import type { Caller } from '../kernel/caller.ts';
import type { Day } from '../kernel/day.ts';
import type { AnswerOf, AnyEndpoint, CallOf, Endpoints } from '../kernel/endpoint.ts';
import type { Language } from '../kernel/text.ts';
import type { FileStore } from './files.ts';
import type { KeyDevice } from './key-device.ts';
import type { SealService } from './seal-service.ts';
import type { Secrets } from './secret.ts';

export type Db = Kysely<DB>;

export type EventToRecord = {
  readonly kind: `${string}.${string}`;
  readonly subject: string;
  /** Who did it, where the caller is not known yet: at the sign-in. */
  readonly by?: { readonly personId: string; readonly organizationId: string };
  readonly reason?: string | undefined;
  /** Facts without personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** Everything a use case may know besides its arguments. */
export type Context = {
  readonly caller: Caller;
  /** ISO instant of the call; `today` is the city's day of it. */
  readonly now: string;
  readonly today: Day;
  /** The transaction of a change, the pool of a read. */
  readonly db: Db;
  /** The pool, for the rare fact that must outlive a refused change (a failed sign-in). */
  readonly apart: Db;
  readonly language: Language;
  readonly demonstration: boolean;
  readonly publicUrl: string;
  readonly files: FileStore;
  /** Seals what must not be readable in the database or a backup. */
  readonly secrets: Secrets;
  /** Where keys are held outside of this program; undefined: nowhere. */
  readonly keyDevice: KeyDevice | undefined;
  /** Who puts the electronic seals of licensed authorities on papers; undefined: none is connected. */
  readonly sealService: SealService | undefined;
  /** See `row-id.ts`. */
  readonly newId: () => string;
  /** Writes an event in the transaction of the change. */
  readonly record: (event: EventToRecord) => void;
  /** Enqueues a job that exists only if the change commits. */
  readonly later: (task: string, payload: Readonly<Record<string, unknown>>, options?: { runAt?: string; key?: string }) => Promise<void>;
  readonly session: { readonly set: (token: string, seconds: number) => void; readonly clear: () => void };
  readonly client: { readonly address: string; readonly agent: string };
  /** The bytes of an upload; empty otherwise. */
  readonly upload: Uint8Array;
};

export type Handler<E extends AnyEndpoint> = (call: CallOf<E>, ctx: Context) => Promise<AnswerOf<E>>;
export type Service<E extends Endpoints> = { readonly [Name in keyof E]: Handler<E[Name]> };

/** A slice's contract with the handlers that fulfil it. */
export type Slice = { readonly endpoints: Endpoints; readonly service: Readonly<Record<string, Handler<AnyEndpoint>>> };

export function slice<E extends Endpoints>(endpoints: E, service: Service<E>): Slice {
  return { endpoints, service: service as unknown as Slice['service'] };
}

/** What a job gets: a context that acts as the system, in a transaction of its own. */
export type JobHandler = (payload: Readonly<Record<string, unknown>>, ctx: Context) => Promise<void>;
export type Jobs = Readonly<Record<string, JobHandler>>;
