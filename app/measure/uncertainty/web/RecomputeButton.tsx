import { Button } from 'antd';
import type { ReactElement } from 'react';
import { canonical } from '@tongheng/seal/canonical';
import { useTexts } from '../../../web/language.ts';
import type { Answer } from '../rules/record.ts';
import { texts } from './text.ts';
import { texts as viewTexts } from './view/text.ts';
import { useMonteCarlo } from './view/use-monte-carlo.ts';

/** Computes a kept model again in this browser and says whether every digit is the same. */
export function RecomputeButton({ model, kept }: { model: string; kept: Answer }): ReactElement {
  const text = useTexts(texts);
  const view = useTexts(viewTexts);
  const { run, start, cancel } = useMonteCarlo();
  return (
    <div className="recompute">
      {run.state === 'running' ? (
        <Button onClick={cancel}>{`${view.cancel} ${Math.floor(run.share * 100)} %`}</Button>
      ) : (
        <Button onClick={() => start(model)}>{text.recompute}</Button>
      )}
      <span role="status">
        {run.state === 'done' ? (canonical(run.answer) === canonical(kept) ? text.recomputed : text.recomputedOther) : ''}
        {run.state === 'failed' ? view.workerFailed : ''}
      </span>
    </div>
  );
}
