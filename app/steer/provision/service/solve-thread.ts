import { answerApart } from '../../../platform/solver/apart.ts';
import type { Scenario } from '../rules/scenario.ts';
import { solveScenario } from '../rules/solve.ts';

await answerApart<{ readonly seconds: number; readonly scenario: Scenario }>(({ scenario }, solver) => solveScenario(scenario, solver));
