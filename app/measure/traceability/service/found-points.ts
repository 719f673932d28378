import { Problem } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { foreignProblems } from '../../standard/contract/foreign.ts';
import { dayOf, findingsOf, findingTexts, type SignatureState } from '../../standard/rules/foreign.ts';
import { isDemonstration, openForeign } from '../../standard/service/foreign.ts';
import type { foundPointEndpoints } from '../contract/found-points.ts';
import { notes, readFoundPoints, refusals, typesOfTables } from '../rules/found-points.ts';

/** What is asked of a certificate as evidence of a calibration; the point whose U is taken plays no part here. */
const asked = ['serial-differs', 'several-items', 'demonstration', 'no-day', 'future'] as const;

// XML is read by WebAssembly, which starts when the first such file comes.
const reader = async () => {
  const [{ readXml }, { dccOf }] = await Promise.all([import('@tongheng/seal/xml/document'), import('@tongheng/seal/dcc/read')]);
  return { readXml, dccOf };
};

async function previewOf(ctx: Context, standardId: string, foreign: string) {
  const { standard, row, bytes } = await openForeign(ctx, standardId, foreign);
  if (row.signature === 'broken') throw new Problem(foreignProblems.foreignBroken);
  const { readXml, dccOf } = await reader();
  const root = readXml(bytes);
  const dcc = dccOf(root, ctx.language === 'zh' ? ['zh', 'en'] : ['en', 'zh']);
  const isForShow = isDemonstration(dcc, row.signer);
  if (isForShow && !ctx.demonstration) throw new Problem(foreignProblems.foreignDemonstration);
  const { readings, unusable } = readFoundPoints(dcc, typesOfTables(root));
  const found = findingsOf(dcc, standard, isForShow, ctx.today).filter((code) => (asked as readonly string[]).includes(code));
  const cut = (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text);
  return {
    certificate: {
      id: row.id as never,
      identifier: row.identifier,
      laboratory: row.laboratory,
      calibratedOn: dayOf(dcc.dates.ended),
      signature: row.signature as SignatureState,
    },
    findings: found.map((code) => inLanguage(findingTexts[code], ctx.language)),
    readings: readings.map(({ points, notes: said, table, ...one }, index) => ({
      ...one,
      key: `${index} ${one.formula}`,
      table: cut(table),
      points: points.map((point) => ({ ...point })),
      notes: said.map((note) => inLanguage(notes[note], ctx.language)),
    })),
    unusable: unusable.map(({ table, reason }) => ({ table: cut(table), reason, text: inLanguage(refusals[reason], ctx.language) })),
  };
}

export const foundPointService: Service<typeof foundPointEndpoints> = {
  previewFoundPoints: ({ params }, ctx) => previewOf(ctx, params.id, params.foreign),
};
