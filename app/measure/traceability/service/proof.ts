import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import { canonical } from '@tongheng/seal/canonical';
import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { printPdf } from '../../../platform/press/press.ts';
import type { Chain } from '../contract/graph.ts';
import { levels, nodeKey, nodeKinds, standings } from '../rules/graph.ts';

const format = 'tongheng-traceability-chain/1';
const template = fileURLToPath(new URL('./chain.typ', import.meta.url));

/** What a chain says, in canonical form (RFC 8785): each link with its day, what held then, and where the paper of the level above comes from. */
function printed({ start, standing, knownAt, nodes, edges, findings }: Chain): string {
  return canonical({
    format,
    start,
    standing,
    knownAt,
    nodes: nodes.map(({ own: _own, height: _height, standardId: _standard, accuracyClass: _class, ...node }) => ({
      ...node,
      // A certificate of this platform is in its log; whatever else is known by a paper that its issuer has signed.
      evidence: node.kind === 'certificate' ? 'log' : 'paper',
    })),
    edges: edges.map(({ lower, upper, usedOn, role, isIdentity, validThen }) => ({ lower, upper, usedOn, role, isIdentity, validThen })),
    findings: findings.map(({ text: _text, ...finding }) => finding),
  });
}

/** A chain as a document that others can read again: JSON, or on paper with the digest of the JSON. */
export async function proofOf(ctx: Context, chain: Chain, as: 'json' | 'pdf'): Promise<Download> {
  const text = printed(chain);
  const [first] = chain.nodes;
  const name = `${inLanguage(['溯源证明', 'Traceability'], ctx.language)} ${first?.number ?? ''}`.trim();
  if (as === 'json') return { name: `${name}.json`, type: 'application/json', bytes: new TextEncoder().encode(text) };
  const byKey = new Map(chain.nodes.map((node) => [nodeKey(node), node]));
  const say = (words: readonly [string, string]): string => words[0];
  const sheet = {
    title: ['溯源证明', 'Statement of traceability'],
    mark: ctx.demonstration ? ['演示·无效', 'Demonstration, not valid'] : null,
    standing: standings[chain.standing],
    knownAt: chain.knownAt,
    digest: createHash('sha256').update(text).digest('hex'),
    rows: [...chain.nodes]
      .sort((a, b) => a.height - b.height)
      .map((node) => [
        String(node.height),
        `${say(nodeKinds[node.kind])}${node.level === null ? '' : `\n${say(levels[node.level])}`}`,
        `${node.number}\n${node.issuer}`,
        node.item === null ? '/' : `${node.item}${node.serial === null ? '' : `\n${node.serial}`}`,
        `${node.from}～${node.until ?? '/'}`,
        node.kind === 'certificate' && node.logIndex !== null ? `日志 ${node.logIndex}` : '他机构证书',
      ]),
    links: chain.edges.map(({ lower, upper, usedOn, validThen, isIdentity }) => [
      byKey.get(nodeKey(lower))?.number ?? '/',
      byKey.get(nodeKey(upper))?.number ?? '/',
      usedOn,
      isIdentity ? '同一次溯源' : validThen ? '当日有效' : '当日无效',
    ]),
    findings: chain.findings.map(({ text: what, detail }) => [what, detail]),
  };
  const bytes = await printPdf({ template, sheet, day: chain.knownAt.slice(0, 10), standard: 'a-3u', tags: true }, 30);
  return { name: `${name}.pdf`, type: 'application/pdf', bytes, inPlace: true };
}
