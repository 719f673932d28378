import type { Scope } from './scope.ts';

/** Who is calling, as the binder establishes it from the session. */
export type Caller = {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly permits: ReadonlySet<string>;
  readonly organizationId: string;
  readonly region: string;
  readonly scope: Scope;
  readonly sessionId: string;
};
