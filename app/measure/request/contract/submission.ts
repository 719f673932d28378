import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { InstrumentId, InstrumentKind } from '../../../register/instrument/contract.ts';
import { instrumentStatusNames, instrumentUseNames, standingNames, validityNames } from '../../../register/instrument/rules.ts';
import { placeDoneNames, verificationKindNames } from '../rules.ts';
import { leftOutNames } from '../rules/proposal.ts';
import { requestProblems } from './problems.ts';
import { BatchId, Institute, largestBatch, Region, Request, RequestId } from './shapes.ts';

const Proposed = z.object({
  id: InstrumentId,
  code: z.string(),
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  place: z.string(),
  dueOn: Day.nullable(),
});

const LeftOut = Proposed.extend({
  instrumentKind: InstrumentKind,
  region: Region,
  why: z.enum(leftOutNames),
  /** The open request it stands in. */
  request: RequestId.nullable(),
});

const asked = {
  verificationKind: z.enum(verificationKindNames),
  whereDone: z.enum(placeDoneNames),
  note: z.string().trim().max(300).nullable().default(null),
};

export const submissionEndpoints = {
  previewRequests: endpoint({
    method: 'GET',
    path: '/request-proposal',
    permit: 'request.submit',
    rows: 'own',
    summary: [
      '按台账筛选条件预看申请：按区划与种类拆分，列明送达机构与不能申请的器具',
      'What a filter of the own ledger would request: split by region and kind, with the institutes and what is left out',
    ],
    query: z.object({
      q: z.string().max(100).optional().meta({ description: 'part of name, model, serial, code, old number or place' }),
      kind: InstrumentKind.optional(),
      region: Region.optional(),
      township: z
        .string()
        .regex(/^\d{9}$/)
        .optional(),
      village: z
        .string()
        .regex(/^\d{12}$/)
        .optional(),
      placeId: z.uuid().optional(),
      use: z.enum(instrumentUseNames).optional(),
      standing: z.enum(standingNames).optional(),
      validity: z.enum(validityNames).optional(),
      status: z.enum(instrumentStatusNames).optional(),
      parentId: InstrumentId.optional(),
      dueWithin: z.coerce
        .number()
        .int()
        .min(0)
        .max(366)
        .optional()
        .meta({ description: 'due within so many days, or overdue, or never verified' }),
      instrument: z
        .union([InstrumentId, z.array(InstrumentId).max(200)])
        .optional()
        .meta({ description: 'exactly these' }),
    }),
    reply: z.object({
      groups: z.array(
        z.object({
          region: Region,
          instrumentKind: InstrumentKind,
          institute: Institute,
          documentNumber: z.string(),
          authority: z.string(),
          instruments: z.array(Proposed),
        }),
      ),
      leftOut: z.array(LeftOut),
      /** More were found than one batch holds; those due first are here. */
      isCut: z.boolean(),
    }),
  }),
  submitRequest: endpoint({
    method: 'POST',
    path: '/requests',
    permit: 'request.submit',
    rows: 'own',
    summary: ['提交强制检定申请（不收费）', 'Submit a request for compulsory verification, free of charge'],
    body: z.object({
      instruments: z.array(InstrumentId).min(1).max(largestBatch),
      ...asked,
      ecqsNumber: z.string().trim().min(4).max(40).nullable().default(null),
    }),
    reply: Request,
    problems: [
      requestProblems.notDesignated,
      requestProblems.mixed,
      requestProblems.openAlready,
      requestProblems.notInUse,
      requestProblems.ecqsNumberTaken,
    ],
  }),
  submitRequests: endpoint({
    method: 'POST',
    path: '/request-batches',
    permit: 'request.submit',
    rows: 'own',
    summary: [
      '成批申请：按区划与种类拆成多份，不能申请的器具列出并略过',
      'Request a whole batch: split by region and kind; what cannot be requested is named and left out',
    ],
    body: z.object({ instruments: z.array(InstrumentId).min(1).max(largestBatch), ...asked }),
    reply: z.object({ batch: BatchId, requests: z.array(Request), leftOut: z.array(LeftOut) }),
    problems: [requestProblems.nothingToRequest, requestProblems.openAlready],
  }),
};
