import type { ReactElement } from 'react';
import { useGo, useSearchState } from '../../../web/address.ts';
import type { Field } from '../../../web/kit/FormField.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { instrumentKinds } from '../../../register/catalogue/rules/kinds.ts';
import { regulationOptions } from '../../qualification/web/regulation-words.ts';
import { comparisonEndpoints } from '../contract.ts';
import { duties, pilotWays } from '../rules.ts';
import { optionsOf } from './ComparisonList.tsx';
import { texts } from './text.ts';

export const subjectFields: readonly Field[] = [
  { name: 'title', label: ['名称', 'Title'] },
  { name: 'quantity', label: ['参量', 'Quantity'], hint: ['如 质量、压力', 'Such as mass or pressure'] },
  {
    name: 'regulation',
    label: ['规程', 'Regulation'],
    kind: 'choice',
    options: regulationOptions,
    hint: ['据此提出持有相应计量标准的机构', 'By it the holders of such measurement standards are proposed'],
  },
  {
    name: 'instrumentKind',
    label: ['器具种类', 'Kind of instrument'],
    kind: 'choice',
    options: Object.entries(instrumentKinds).map(([value, { text }]) => ({ value, label: text })),
    hint: ['据此提出被指定的机构', 'By it the designated institutes are proposed'],
  },
  { name: 'duty', label: ['参加要求', 'Duty'], kind: 'choice', options: optionsOf(duties) },
  { name: 'documentNumber', label: ['依据文件', 'Based on'], hint: ['文号和名称', 'Number and title of the document'] },
  { name: 'aim', label: ['目的', 'Aim'], kind: 'long' },
  { name: 'pilotWay', label: ['主导实验室产生方式', 'How the pilot is found'], kind: 'choice', options: optionsOf(pilotWays) },
  { name: 'callUntil', label: ['征集截止', 'Call until'], kind: 'day', hint: ['仅公开征集时填写', 'Only for an open call'] },
];

/** A new round, or one that follows up another. */
export function DraftPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const [search] = useSearchState();
  const follows = typeof search['follows'] === 'string' ? search['follows'] : null;
  return (
    <>
      <PageHead title={text.draft} lead={text.draftLead} />
      <div className="sheet spaced">
        <RecordForm
          endpoint={comparisonEndpoints.openComparison}
          draft="comparison"
          fixed={{ follows }}
          initial={{ duty: 'mandatory', pilotWay: 'designated' }}
          fields={subjectFields}
          done={['已拟定', 'Drafted']}
          onDone={({ id }) => go(`/desk/comparisons/${id}`)}
        />
      </div>
    </>
  );
}
