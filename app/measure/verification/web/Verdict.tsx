import type { Check } from '@tongheng/procedures/calculation';
import type { ReactElement } from 'react';
import { useSay } from '../../../web/language.ts';
import { verdictText } from '../rules/margin.ts';
import { MarginBar } from './MarginBar.tsx';

export function Verdict({ check }: { check: Check }): ReactElement {
  const say = useSay();
  return (
    <span className={`mark ${check.verdict}`}>
      <span className="word">{say(verdictText(check))}</span>
      <MarginBar check={check} />
    </span>
  );
}
