/**
 * Work on site 现场检定: a record made without a network is delivered once, accepted or refused with a reason; where two people have
 * changed the same record both versions are kept and a third person decides.
 */
import type { Text } from '../../../kernel/text.ts';

export const deliveryStates = {
  accepted: ['已入库', 'Accepted'],
  refused: ['被退', 'Refused'],
  conflict: ['待定', 'To be decided'],
  'set-aside': ['未采用', 'Set aside'],
} as const satisfies Record<string, Text>;
export type DeliveryState = keyof typeof deliveryStates;
export const deliveryStateNames = Object.keys(deliveryStates) as [DeliveryState, ...DeliveryState[]];

/** What becomes of a delivery. One that was refused stays so: what was corrected comes as a delivery of its own. */
export const deliveryLifeCycle = {
  accepted: {},
  refused: {},
  conflict: { takeDelivered: 'accepted', keepStanding: 'set-aside' },
  'set-aside': {},
} as const satisfies Record<DeliveryState, Readonly<Record<string, DeliveryState>>>;

export const versionOrigins = {
  standing: ['系统中的版本', 'The version that stands here'],
  delivered: ['现场送达的版本', 'The version from the site'],
} as const satisfies Record<string, Text>;
export type VersionOrigin = keyof typeof versionOrigins;
export const versionOriginNames = Object.keys(versionOrigins) as [VersionOrigin, ...VersionOrigin[]];

export const deviceEndings = {
  retired: ['停用', 'Retired'],
  lost: ['遗失', 'Lost'],
} as const satisfies Record<string, Text>;
export type DeviceEnding = keyof typeof deviceEndings;
export const deviceEndingNames = Object.keys(deviceEndings) as [DeviceEnding, ...DeviceEnding[]];

type Decider = { readonly personId: string; readonly permits: ReadonlySet<string> };

/**
 * The manager of the institute decides which of two versions stands: whoever has checked or approved one of them would judge the own
 * work afterwards, and the author of either is a party.
 */
export const mayDecide = (delivery: { state: string; authors: readonly string[] }, caller: Decider): boolean =>
  delivery.state === 'conflict' && caller.permits.has('on-site.decide') && !delivery.authors.includes(caller.personId);
