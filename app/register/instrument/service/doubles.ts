import { Problem } from '../../../kernel/problem.ts';
import { instrumentProblems } from '../contract/problems.ts';

/** The unique index is the last word on doubles: two that arrive at once are told apart there. */
export async function refusingDoubles<Result>(change: () => Promise<Result>): Promise<Result> {
  try {
    return await change();
  } catch (error) {
    const constraint = (error as { constraint?: unknown }).constraint;
    if (constraint === 'instrument_once') throw new Problem(instrumentProblems.registeredAlready);
    if (constraint === 'instrument_ecqs_number_once') throw new Problem(instrumentProblems.ecqsNumberTaken);
    throw error;
  }
}
