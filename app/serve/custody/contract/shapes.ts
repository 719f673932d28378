import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { id, OrganizationId } from '../../../kernel/id.ts';
import { InstrumentId, InstrumentKind } from '../../../register/instrument/contract.ts';
import { RequestId, RequestItemId } from '../../../measure/request/contract.ts';
import { placeDoneNames, verificationKindNames } from '../../../measure/request/rules.ts';
import { requestStepNames } from '../../../measure/request/rules/step.ts';
import { conditionNames, custodyStatusNames, locationNames, proofNames, type ReceptionRefusal } from '../rules.ts';

export const SlipId = id('custody slip');
export type SlipId = z.infer<typeof SlipId>;
export const CustodyItemId = id('custody item');
export type CustodyItemId = z.infer<typeof CustodyItemId>;

const Organization = z.object({ id: OrganizationId, name: z.string() });

export const Instrument = z.object({
  id: InstrumentId,
  code: z.string(),
  kind: InstrumentKind,
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  maker: z.string(),
});

/** An instrument of a request, as the counter sees it before it is received. */
export const Candidate = z.object({
  item: RequestItemId,
  request: RequestId,
  step: z.enum(requestStepNames),
  dueBy: Day.nullable(),
  ecqsNumber: z.string().nullable(),
  verificationKind: z.enum(verificationKindNames),
  whereDone: z.enum(placeDoneNames),
  holder: Organization,
  instrument: Instrument,
  /** null: it can be received. */
  refusal: z.enum(['held', 'not-accepted', 'tested', 'closed'] satisfies ReceptionRefusal[]).nullable(),
});
export type Candidate = z.infer<typeof Candidate>;

/** An instrument that the caller may see and nobody asked this institute to verify. */
export const Unrequested = z.object({ holder: Organization, instrument: Instrument });
export type Unrequested = z.infer<typeof Unrequested>;

export const CustodyItem = z.object({
  id: CustodyItemId,
  slip: z.object({ id: SlipId, number: z.string() }),
  label: z.string(),
  item: RequestItemId,
  request: RequestId,
  step: z.enum(requestStepNames),
  status: z.enum(custodyStatusNames),
  condition: z.enum(conditionNames),
  conditionNote: z.string().nullable(),
  accessories: z.string(),
  pieces: z.number().int(),
  location: z.enum(locationNames),
  locationName: z.string(),
  institute: Organization,
  holder: Organization,
  instrument: Instrument,
  receivedOn: Day,
  receivedAt: Instant,
  receivedBy: z.string(),
  /** The last day of the time allowed; null: none is counted. */
  dueBy: Day.nullable(),
  /** Since its document is issued; null: it does not wait to be fetched. */
  waitingSince: Instant.nullable(),
  /** Days that it is held, or that it waits to be fetched. */
  days: z.number().int(),
  leftAt: Instant.nullable(),
  ending: z
    .object({
      fetchedBy: z.string(),
      fetchedPhone: z.string().nullable().meta({ description: 'masked' }),
      proof: z.enum(proofNames),
      proofNote: z.string().nullable(),
      certificateNumber: z.string().nullable(),
      reason: z.string().nullable(),
      handedOverBy: z.string(),
    })
    .nullable(),
  /** Of the last document of the instrument, where it is issued for this request. */
  certificateNumber: z.string().nullable(),
  allowed: z.array(z.enum(['move', 'fetch', 'return'])),
});
export type CustodyItem = z.infer<typeof CustodyItem>;

export const Slip = z.object({
  id: SlipId,
  number: z.string(),
  institute: Organization,
  holder: Organization,
  broughtBy: z.string(),
  broughtPhone: z.string().nullable().meta({ description: 'masked' }),
  note: z.string().nullable(),
  itemCount: z.number().int(),
  heldCount: z.number().int(),
  receivedOn: Day,
  receivedAt: Instant,
  receivedBy: z.string(),
  /** The last of the days by which its instruments are due; null: none is counted. */
  expectedOn: Day.nullable(),
  demonstration: z.boolean(),
});
export type Slip = z.infer<typeof Slip>;

export const Move = z.object({
  location: z.enum(locationNames),
  locationName: z.string(),
  note: z.string().nullable(),
  person: z.string(),
  at: Instant,
});
