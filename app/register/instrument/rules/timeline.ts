/** Who sees what of the history of an instrument: the authority all, an organization its own part and what concerns everybody, the public the least. */

export type Happened = {
  readonly kind: string;
  readonly at: string;
  readonly person: string | null;
  readonly organization: string | null;
  readonly organizationId: string | null;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type Audience =
  | { readonly kind: 'authority' }
  | {
      readonly kind: 'organization';
      readonly organizationId: string;
      /** Of a holder: since when it holds the instrument, null since it was registered. Of an institute undefined. */
      readonly heldSince?: string | null;
    }
  | { readonly kind: 'public' };

const publicKinds: ReadonlySet<string> = new Set([
  'instrument.registered',
  'instrument.handoverAccepted',
  'instrument.sealed',
  'instrument.unsealed',
  'instrument.sentToRepair',
  'instrument.repaired',
  'instrument.lost',
  'instrument.found',
  'instrument.scrapped',
  'certificate.issued',
  'certificate.revoked',
  'certificate.superseded',
]);

// Of the work inside an institute others see that it was done, not how often a draft was saved or given back.
const workOutside: ReadonlySet<string> = new Set([
  'verification.begun',
  'verification.submitted',
  'verification.checked',
  'verification.approved',
]);
const isInternal = ({ kind }: Happened): boolean =>
  (kind.startsWith('verification.') || kind.startsWith('onSite.')) && !workOutside.has(kind);

const withoutPersons = <Event extends Happened>(event: Event): Event => ({ ...event, person: null });
const bare = <Event extends Happened>(event: Event): Event => ({ ...event, person: null, reason: null, detail: {} });

/** What this audience may see of an event; undefined where nothing. */
export function seenBy<Event extends Happened>(event: Event, audience: Audience): Event | undefined {
  if (audience.kind === 'authority') return event;
  if (audience.kind === 'public')
    return publicKinds.has(event.kind)
      ? { ...bare(event), organization: event.kind.startsWith('certificate.') ? event.organization : null }
      : undefined;
  if (event.organizationId === audience.organizationId) return event;
  if (isInternal(event)) return undefined;
  const { heldSince } = audience;
  // What the holder before did and asked for stays that holder's; the instrument's own steps and its documents go with it.
  if (heldSince !== undefined && heldSince !== null && event.at <= heldSince)
    return /^(instrument|certificate)\./.test(event.kind) ? bare(event) : undefined;
  return withoutPersons(event);
}

/** The part of a history that anybody may see who scans the code: what happened and when, never who or why. */
export const publicTimeline = <Event extends Happened>(events: readonly Event[]): Event[] =>
  events.flatMap((event) => seenBy(event, { kind: 'public' }) ?? []);
