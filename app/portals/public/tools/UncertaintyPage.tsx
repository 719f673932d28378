import type { ReactElement } from 'react';
import { examples } from '../../../measure/uncertainty/rules/examples.ts';
import { Workbench } from '../../../measure/uncertainty/web/view/Workbench.tsx';
import { useDraft } from '../../../web/draft.ts';
import { useTexts } from '../../../web/language.ts';
import { useTitle } from '../title.ts';
import { texts } from './uncertainty-text.ts';

/** The evaluation of a measurement's uncertainty for anybody: the same bench as in the workplace, without what is kept there. */
export function UncertaintyPage(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.title);
  const [model, setModel] = useDraft('tool-uncertainty', examples[0]?.model ?? '{}');
  return (
    <>
      <h1>{text.title}</h1>
      <p className="soft">{text.lead}</p>
      <Workbench text={model} onText={setModel} />
      <p className="soft">{text.basis}</p>
    </>
  );
}
