import { useState, type ReactElement } from 'react';
import type { Text } from '../../kernel/text.ts';
import { useSay, useTexts } from '../language.ts';
import { texts } from './text.ts';

export type Stage = 'si' | 'standard' | 'certificate' | 'record' | 'figure';
/** One node with evidence: what it rests on in words and, where there is one, the page that shows it. */
export type TraceNode = { readonly stage: Stage; readonly note: string; readonly href?: string | undefined };

const words: Readonly<Record<Stage, Text>> = {
  si: ['SI', 'SI'],
  standard: ['计量标准', 'Standard'],
  certificate: ['证书', 'Certificate'],
  record: ['记录', 'Record'],
  figure: ['数值', 'Figure'],
};
/** The whole way from the definition of the unit to the figure. */
export const wholeTrace: readonly Stage[] = ['si', 'standard', 'certificate', 'record', 'figure'];
/** A figure that counts documents and not measurements rests on records alone. */
export const recordTrace: readonly Stage[] = ['record', 'figure'];

type Props = {
  /** What is evidenced; a stage that is not named here is drawn hollow. */
  readonly nodes: readonly TraceNode[];
  readonly stages?: readonly Stage[];
  /** Dots only, for rows of a table; the words stand in the accessible name and the opened note. */
  readonly compact?: boolean;
};

/** The sign of the house: how far a figure is really evidenced. */
export function TraceRibbon({ nodes, stages = wholeTrace, compact = false }: Props): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const [opened, setOpened] = useState<Stage>();
  if (nodes.length === 0) {
    return (
      <div className="trace">
        <span className="none">{text.noEvidence}</span>
      </div>
    );
  }
  const of = (stage: Stage): TraceNode | undefined => nodes.find((node) => node.stage === stage);
  const note = opened === undefined ? undefined : of(opened);
  return (
    <div className={compact ? 'trace compact' : 'trace'}>
      <ol aria-label={text.evidence}>
        {stages.map((stage, index) => {
          const node = of(stage);
          const before = index === 0 ? undefined : stages[index - 1];
          const reached = node !== undefined && before !== undefined && of(before) !== undefined;
          return (
            <li key={stage} className={reached ? 'reached' : ''}>
              <Node
                stage={stage}
                word={say(words[stage])}
                node={node}
                compact={compact}
                opened={opened === stage}
                onOpen={() => setOpened(opened === stage ? undefined : stage)}
              />
            </li>
          );
        })}
      </ol>
      {note === undefined ? null : (
        <div className="opened" role="status">
          <b>{say(words[note.stage])}</b> {note.note}
        </div>
      )}
    </div>
  );
}

type NodeProps = { stage: Stage; word: string; node: TraceNode | undefined; compact: boolean; opened: boolean; onOpen: () => void };

function Node({ stage, word, node, compact, opened, onOpen }: NodeProps): ReactElement {
  const text = useTexts(texts);
  const inner = (
    <>
      <span className="dot" />
      <span className={compact ? 'unseen' : 'word'}>{word}</span>
    </>
  );
  if (node === undefined) {
    return (
      <span className="node" title={`${word} · ${text.missing}`}>
        {inner}
        <span className="unseen">{text.missing}</span>
      </span>
    );
  }
  const className = `node evidenced ${stage}`;
  const title = `${word} · ${node.note}`;
  if (node.href !== undefined) {
    return (
      <a className={className} href={node.href} title={title}>
        {inner}
      </a>
    );
  }
  return (
    <button type="button" className={className} title={title} aria-expanded={opened} onClick={onOpen}>
      {inner}
    </button>
  );
}
