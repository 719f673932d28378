import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AnyEndpoint, ReplyOf, RequestOf } from '../kernel/endpoint.ts';
import { call, ProblemAnswer } from './client.ts';
import { useLanguage } from './language.ts';
import { submissionKey } from './submission.ts';

export type EndpointQuery<E extends AnyEndpoint> = UseQueryResult<ReplyOf<E>, ProblemAnswer>;
type Options = { enabled?: boolean; staleMilliseconds?: number; everyMilliseconds?: number };

/** Reads an endpoint and keeps the answer; asks again when the language changes, since answers may carry sentences. */
export function useEndpoint<E extends AnyEndpoint>(endpoint: E, request: RequestOf<E>, options: Options = {}): EndpointQuery<E> {
  const language = useLanguage();
  return useQuery<ReplyOf<E>, ProblemAnswer>({
    queryKey: [endpoint.path, request, language],
    queryFn: ({ signal }) => call(endpoint, request, { signal }),
    // While the other language is on its way the page stays, and with it what is being typed.
    placeholderData: (earlier, query) => (JSON.stringify(query?.queryKey[1]) === JSON.stringify(request) ? earlier : undefined),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.staleMilliseconds === undefined ? {} : { staleTime: options.staleMilliseconds }),
    ...(options.everyMilliseconds === undefined ? {} : { refetchInterval: options.everyMilliseconds }),
  });
}

export type Action<E extends AnyEndpoint> = {
  /** Resolves with the reply, or undefined when the server refused (see `problem`). A second call while one is under way joins it. */
  readonly run: (request: RequestOf<E>) => Promise<ReplyOf<E> | undefined>;
  readonly pending: boolean;
  readonly problem: ProblemAnswer | undefined;
  readonly reset: () => void;
};

type ActionOptions<E extends AnyEndpoint> = {
  readonly onDone?: ((reply: ReplyOf<E>) => void) | undefined;
  /** Endpoints whose answers are asked for again afterwards; every answer on the page when left out. */
  readonly invalidates?: readonly AnyEndpoint[] | undefined;
};

/** A change: one submission key until it has succeeded, so that neither a double click nor a retry does it twice. */
export function useAction<E extends AnyEndpoint>(endpoint: E, options: ActionOptions<E> = {}): Action<E> {
  const queries = useQueryClient();
  const key = useRef<string | undefined>(undefined);
  const underWay = useRef<Promise<ReplyOf<E> | undefined> | undefined>(undefined);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer>();

  const perform = async (request: RequestOf<E>): Promise<ReplyOf<E> | undefined> => {
    key.current ??= submissionKey();
    setPending(true);
    setProblem(undefined);
    try {
      const reply = await call(endpoint, request, { key: key.current });
      key.current = undefined;
      options.onDone?.(reply);
      // Pending until the page shows the new state, so that an action that is over cannot be pressed once more.
      await refresh(options.invalidates);
      return reply;
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      if (error.code === 'platform.keyReused') key.current = undefined;
      setProblem(error);
      return undefined;
    } finally {
      setPending(false);
      underWay.current = undefined;
    }
  };
  const refresh = async (endpoints: readonly AnyEndpoint[] | undefined): Promise<void> => {
    if (endpoints === undefined) await queries.invalidateQueries();
    else await Promise.all(endpoints.map((one) => queries.invalidateQueries({ queryKey: [one.path] })));
  };
  const run = (request: RequestOf<E>): Promise<ReplyOf<E> | undefined> => (underWay.current ??= perform(request));
  return { run, pending, problem, reset: () => setProblem(undefined) };
}
