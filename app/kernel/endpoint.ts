import type { z } from 'zod';
import type { ProblemDefinition } from './problem.ts';
import type { Text } from './text.ts';

/** `public`: anybody; `session`: whoever is signed in; otherwise the permit `<term>.<action>` that a role must hold. */
export type Permit = 'public' | 'session' | `${string}.${string}`;

type Shape = z.ZodObject | undefined;

export type Endpoint<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Reply extends z.ZodType | 'file' = z.ZodType | 'file',
> = {
  readonly method: 'GET' | 'POST';
  /** Below `/api`, with `:name` for a parameter. */
  readonly path: `/${string}`;
  /** At the root of the server and not below `/api`: an address whose form somebody else's document fixes. */
  readonly atRoot?: true;
  /** The last parameter of the path takes all that follows it, slashes included. */
  readonly takesRest?: true;
  readonly permit: Permit;
  /** `own`: rows are cut to the caller's scope; `shared`: everybody with the permit sees the same. */
  readonly rows: 'own' | 'shared';
  readonly summary: Text;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The shape of the answer, or `file` for a download. */
  readonly reply: Reply;
  readonly problems?: readonly ProblemDefinition[];
  /** The body is the bytes of one file, not JSON; at most this many. */
  readonly uploadBytes?: number;
  /** Fields of body and reply that are never stored, not even as a digest. */
  readonly secrets?: readonly string[];
  /** At most this many calls a minute from one address. */
  readonly perMinute?: number;
};

/**
 * One address of the server: the single source for the binder, the client, the documentation and the coverage tests.
 * Reads are GET; every change is a POST of a noun and leaves an event.
 */
export function endpoint<
  Params extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends z.ZodType | undefined = undefined,
  Reply extends z.ZodType | 'file' = z.ZodType,
>(definition: Endpoint<Params, Query, Body, Reply>): Endpoint<Params, Query, Body, Reply> {
  return definition;
}

// oxlint-disable-next-line typescript/no-explicit-any -- the generic of any endpoint, whatever its shapes
export type AnyEndpoint = Endpoint<any, any, any, any>;
export type Endpoints = Readonly<Record<string, AnyEndpoint>>;

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;
type Present<Fields> = { [Key in keyof Fields as Fields[Key] extends undefined ? never : Key]: Fields[Key] };

/** What a handler receives, parsed. */
export type CallOf<E> =
  E extends Endpoint<infer Params, infer Query, infer Body, infer _Reply>
    ? Present<{ params: Output<Params>; query: Output<Query>; body: Output<Body> }>
    : never;

/** What a client sends. */
export type RequestOf<E> =
  E extends Endpoint<infer Params, infer Query, infer Body, infer _Reply>
    ? Present<{ params: Input<Params>; query: Input<Query>; body: Input<Body> }>
    : never;

/** A file that an endpoint hands out; `inPlace` lets the browser show it, for types that run nothing. */
export type Download = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly inPlace?: boolean;
  /** `cache-control` of an address at the root; what stands below `/api` is never kept. */
  readonly caching?: string;
};

/** What a handler answers, before the binder has checked it. */
export type AnswerOf<E> =
  E extends Endpoint<infer _Params, infer _Query, infer _Body, infer Reply> ? (Reply extends z.ZodType ? z.input<Reply> : Download) : never;

/** What a client receives. */
export type ReplyOf<E> =
  E extends Endpoint<infer _Params, infer _Query, infer _Body, infer Reply>
    ? Reply extends z.ZodType
      ? z.output<Reply>
      : Download
    : never;
