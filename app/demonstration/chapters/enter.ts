import { entryEndpoints } from '../../register/entry/contract.ts';
import type { EntryDetails } from '../../register/entry/contract/shapes.ts';
import type { Content } from '../../register/entry/rules/kind.ts';
import type { EntryKind } from '../../register/entry/rules/kinds.ts';
import type { PersonName } from '../cast.ts';
import { writePaper } from '../paper.ts';
import type { Stage } from '../stage.ts';

export type Said = {
  readonly title: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly since: string;
  readonly payload: Content['payload'];
  readonly level?: Content['level'];
  readonly region?: string;
  readonly until?: string | null;
};

type Body = { level: Content['level']; payload: Record<string, string>; until: string | null; region: string } & Pick<
  Said,
  'title' | 'documentNumber' | 'issuer' | 'since'
>;
export const contentOf = ({ level = null, region = '320600', until = null, payload, ...said }: Said): Body => ({
  ...said,
  level,
  region,
  until,
  payload: { ...payload },
});

export type Registrar = {
  submit: (by: PersonName, kind: EntryKind, said: Said) => Promise<EntryDetails>;
  /** Submitted and reviewed: waits for the plan office. */
  review: (by: PersonName, kind: EntryKind, said: Said, reviewer?: PersonName) => Promise<EntryDetails>;
  /** Three persons: submitted, reviewed, accepted. */
  accept: (by: PersonName, kind: EntryKind, said: Said, reviewer?: PersonName) => Promise<EntryDetails>;
  evidence: (by: PersonName) => Promise<string>;
};

const opinion = '材料齐全，与原件一致（演示）';

/** Enters things as three persons do; each person's evidence is one demonstration paper. */
export async function openRegistrar(stage: Stage): Promise<Registrar> {
  const paper = await writePaper(
    '证明文件（演示）',
    ['本页代替批准、入选、命名、授牌等文件的扫描件。', '演示记录，不具任何效力。'],
    stage.today,
  );
  const papers = new Map<PersonName, string>();
  const evidence = async (by: PersonName): Promise<string> => {
    const known = papers.get(by) ?? (await stage.upload(by, '证明文件（演示）.pdf', paper));
    papers.set(by, known);
    return known;
  };
  const submit = async (by: PersonName, kind: EntryKind, said: Said): Promise<EntryDetails> =>
    stage.act(by, entryEndpoints.submitEntry, { body: { kind, content: contentOf(said), files: [await evidence(by)] } });
  const review = async (by: PersonName, kind: EntryKind, said: Said, reviewer: PersonName = 'city'): Promise<EntryDetails> => {
    const { id } = await submit(by, kind, said);
    return stage.act(reviewer, entryEndpoints.reviewEntry, { params: { id }, body: { opinion } });
  };
  const accept = async (by: PersonName, kind: EntryKind, said: Said, reviewer: PersonName = 'city'): Promise<EntryDetails> => {
    const { id } = await review(by, kind, said, reviewer);
    return stage.act('office', entryEndpoints.acceptEntry, { params: { id }, body: {} });
  };
  return { submit, review, accept, evidence };
}
