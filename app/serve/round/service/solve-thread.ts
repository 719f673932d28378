import { answerApart } from '../../../platform/solver/apart.ts';
import { proposeLoad } from '../rules/load.ts';
import { proposeRoute } from '../rules/route.ts';
import type { Question } from './solve.ts';

await answerApart<Question>((question, solver) =>
  question.kind === 'route' ? proposeRoute(question.input, solver) : proposeLoad(question.input, solver),
);
