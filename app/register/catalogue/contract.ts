import { z } from 'zod';
import { Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id, OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { problems } from '../../kernel/problem.ts';
import { TimelineEvent } from '../event/contract.ts';
import { catalogueEditionEndpoints } from './contract/catalogue-edition.ts';
import { adoptionStatusNames } from './rules.ts';

export const AdoptionId = id('adoption');
export const EditionId = z
  .string()
  .regex(/^[a-z]{3}-\d{4}-\d{4}$/)
  .meta({ description: 'an edition of a procedure, such as jjg-0539-2016' });

export const catalogueProblems = problems('catalogue', {
  notAnInstitute: {
    kind: 'forbidden',
    text: ['只有检定机构可以采用规程', 'Only a verification institute adopts a procedure'],
    next: ['请由检定机构的技术负责人办理', 'Ask the technical manager of an institute'],
  },
  notCompared: {
    kind: 'invalid',
    text: ['还有数值没有对照正式文本写明条款', 'Some numbers were not compared with the official text'],
    next: [
      '请逐项核对并写明条款；与正式文本不符的，不能采用',
      'Compare each and give its clause; where it differs the edition cannot be adopted',
    ],
  },
  values: {
    kind: 'invalid',
    text: ['有数值填写有误', 'Something is wrong with the values'],
    next: [
      '待确认的限值请照正式文本填写十进制数；已有的数值不能另填',
      'Enter each open limit as a decimal, as the official text says; a number that is there takes no other value',
    ],
  },
  proposedAlready: {
    kind: 'conflict',
    text: ['该版本已提出，等待第二人确认', 'This edition is proposed and waits for the second person'],
    next: ['请由另一人确认，或先撤回', 'Let another person confirm it, or withdraw it first'],
  },
  adoptedAlready: {
    kind: 'conflict',
    text: ['该版本（相同数据和限值）已采用', 'This edition is adopted already, with the same data and the same entered limits'],
    next: ['无需重复办理', 'Nothing to do'],
  },
  samePerson: {
    kind: 'conflict',
    text: ['提出人不能确认自己的核对', 'Who compared the numbers does not confirm them'],
    next: ['请由另一位授权签字人或机构负责人确认', 'Ask another approver or the institute manager'],
  },
  dataChanged: {
    kind: 'conflict',
    text: ['规程数据在提出之后已改变', 'The data of the edition has changed since it was proposed'],
    next: ['请重新核对并提出', 'Compare and propose again'],
  },
  decided: {
    kind: 'conflict',
    text: ['该采用记录已办结', 'This adoption is decided already'],
    next: ['请查看其当前状态', 'See its present state'],
  },
});

const EditionCard = z.object({
  id: EditionId,
  number: z.string(),
  title: z.tuple([z.string(), z.string()]),
  inForceFrom: z.string(),
  applies: z.array(
    z.object({ instrument: z.string(), title: z.tuple([z.string(), z.string()]), from: z.string(), to: z.string().nullable() }),
  ),
  digest: z.string(),
  /** How many numbers there are to compare, and how many limits the edition leaves open. */
  numberCount: z.number().int(),
  openCount: z.number().int(),
});

const EditionNumber = z.object({
  path: z.string(),
  value: z.string(),
  source: z.string(),
  confidence: z.string(),
  /** The edition leaves this limit open; the institute enters it. */
  open: z.boolean(),
  label: z.tuple([z.string(), z.string()]).nullable(),
  unit: z.string().nullable(),
});

const WorkedExample = z.object({
  name: z.string(),
  title: z.tuple([z.string(), z.string()]),
  origin: z.string(),
  kind: z.enum(['initial', 'subsequent', 'in-use']),
  conclusion: z.enum(['pass', 'fail']).nullable(),
});

const Adoption = z.object({
  id: AdoptionId,
  edition: EditionId,
  number: z.string(),
  digest: z.string(),
  /** SHA-256 over the digest of the data and the values entered. */
  contentDigest: z.string(),
  /** false: the program's data has changed since; it may not decide until adopted anew. */
  current: z.boolean(),
  status: z.enum(adoptionStatusNames),
  institute: z.object({ id: OrganizationId, name: z.string() }),
  source: z.string(),
  proposedBy: z.string(),
  proposedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  reason: z.string().nullable(),
  demonstration: z.boolean(),
  allowed: z.array(z.enum(['confirm', 'refuse', 'withdraw'])),
});
export type Adoption = z.infer<typeof Adoption>;

const params = z.object({ id: AdoptionId });
const reason = z.string().trim().min(2).max(300);

export const catalogueEndpoints = {
  listEditions: endpoint({
    method: 'GET',
    path: '/editions',
    permit: 'catalogue.read',
    rows: 'shared',
    summary: ['本系统能够计算的规程版本', 'The procedure editions that this program can calculate'],
    reply: z.object({ items: z.array(EditionCard) }),
  }),
  readEdition: endpoint({
    method: 'GET',
    path: '/editions/:id',
    permit: 'catalogue.read',
    rows: 'shared',
    summary: ['规程版本的全部数值及来源', 'Every number of an edition with its source'],
    params: z.object({ id: EditionId }),
    reply: EditionCard.extend({ numbers: z.array(EditionNumber), examples: z.array(WorkedExample) }),
  }),
  listAdoptions: endpoint({
    method: 'GET',
    path: '/adoptions',
    permit: 'catalogue.read',
    rows: 'own',
    summary: ['规程采用记录', 'Adoptions of procedure editions'],
    query: z.object({ ...listQuery, edition: EditionId.optional(), status: z.enum(adoptionStatusNames).optional() }),
    reply: pageOf(Adoption),
  }),
  readAdoption: endpoint({
    method: 'GET',
    path: '/adoptions/:id',
    permit: 'catalogue.read',
    rows: 'own',
    summary: ['一份采用记录：逐项核对与经过', 'One adoption: the comparison number by number and its history'],
    params,
    reply: Adoption.extend({
      confirmations: z.array(z.object({ path: z.string(), value: z.string(), clause: z.string(), entered: z.boolean() })),
      timeline: z.array(TimelineEvent),
    }),
  }),
  proposeAdoption: endpoint({
    method: 'POST',
    path: '/adoptions',
    permit: 'catalogue.adopt',
    rows: 'own',
    summary: ['技术负责人对照正式文本逐项核对后提出采用', 'The technical manager proposes an edition, each number compared'],
    body: z.object({
      edition: EditionId,
      source: z.string().trim().min(4).max(300).meta({ description: 'the copy of the official text at hand' }),
      numbers: z
        .array(
          z.object({
            path: z.string().max(120),
            clause: z.string().trim().min(1).max(60),
            value: z.string().trim().max(40).optional().meta({ description: 'of a limit that the edition leaves open: a decimal' }),
          }),
        )
        .max(1000),
    }),
    reply: Adoption,
    problems: [
      catalogueProblems.notAnInstitute,
      catalogueProblems.notCompared,
      catalogueProblems.values,
      catalogueProblems.proposedAlready,
      catalogueProblems.adoptedAlready,
    ],
  }),
  confirmAdoption: endpoint({
    method: 'POST',
    path: '/adoptions/:id/confirmation',
    permit: 'catalogue.confirm',
    rows: 'own',
    summary: ['第二人确认采用', 'The second person confirms the adoption'],
    params,
    reply: Adoption,
    problems: [catalogueProblems.samePerson, catalogueProblems.decided, catalogueProblems.dataChanged],
  }),
  refuseAdoption: endpoint({
    method: 'POST',
    path: '/adoptions/:id/refusal',
    permit: 'catalogue.confirm',
    rows: 'own',
    summary: ['第二人不同意采用', 'The second person refuses the adoption'],
    params,
    body: z.object({ reason }),
    reply: Adoption,
    problems: [catalogueProblems.samePerson, catalogueProblems.decided],
  }),
  withdrawAdoption: endpoint({
    method: 'POST',
    path: '/adoptions/:id/withdrawal',
    permit: 'catalogue.adopt',
    rows: 'own',
    summary: ['停用规程版本', 'Withdraw an adoption'],
    params,
    body: z.object({ reason }),
    reply: Adoption,
    problems: [catalogueProblems.decided],
  }),
  ...catalogueEditionEndpoints,
};
