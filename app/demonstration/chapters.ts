import type { Text } from '../kernel/text.ts';
import { enterAchievements } from './chapters/achievements.ts';
import { adoptProcedures } from './chapters/adoption.ts';
import { assess } from './chapters/assessment.ts';
import { moveCells } from './chapters/capability.ts';
import { equipClinics } from './chapters/clinics.ts';
import { compareLaboratories } from './chapters/comparison.ts';
import { makeEffective } from './chapters/effective.ts';
import { decideDenominators } from './chapters/denominator.ts';
import { exchangeWithEcqs } from './chapters/ecqs.ts';
import { equipInstitute } from './chapters/equipment.ts';
import { findFailedStandard } from './chapters/failed-standard.ts';
import { visitOnSite } from './chapters/visits.ts';
import { keepDossiers } from './chapters/measurement-standard.ts';
import { verifyMarket } from './chapters/market.ts';
import { reissueOne } from './chapters/reissue.ts';
import { openRoundOfClinics } from './chapters/round.ts';
import { openServiceDesk } from './chapters/service-desk.ts';
import { openRegisters } from './chapters/opening-stock.ts';
import { testPerformance } from './chapters/performance.ts';
import { enterPlaces } from './chapters/places.ts';
import { planProvision } from './chapters/provision.ts';
import { breakDownTargets, freezeAndPublish, settleDifferences } from './chapters/steering.ts';
import { workOnTasks } from './chapters/tasks.ts';
import { traceWeights } from './chapters/traceability.ts';
import { evaluateUncertainty } from './chapters/uncertainty.ts';
import { recordWhereabouts } from './chapters/whereabouts.ts';
import { leaveWork, turnAway } from './chapters/workbench.ts';
import type { Stage } from './stage.ts';

export type Chapter = { readonly title: Text; readonly play: (stage: Stage) => Promise<void> };

/** The chapters in the order in which they are played. */
export const chapters: readonly Chapter[] = [
  { title: ['演示：存量建账', 'Demonstration: opening stock'], play: openRegisters },
  { title: ['演示：人才、项目与专利', 'Demonstration: people, projects and patents'], play: enterAchievements },
  { title: ['演示：中心、实验室与承诺', 'Demonstration: centres, laboratories and commitments'], play: enterPlaces },
  { title: ['演示：采用规程、指定机构', 'Demonstration: procedures adopted, institutes designated'], play: adoptProcedures },
  { title: ['演示：标准器与人员资格', 'Demonstration: standards and qualifications'], play: equipInstitute },
  { title: ['演示：使用场所与收费标准', 'Demonstration: places of use and a price list'], play: recordWhereabouts },
  { title: ['演示：不确定度评定', 'Demonstration: uncertainty evaluated'], play: evaluateUncertainty },
  { title: ['演示：不予受理与转送', 'Demonstration: refused and referred'], play: turnAway },
  { title: ['演示：潮声菜市场的42台秤', 'Demonstration: 42 scales of one market'], play: verifyMarket },
  { title: ['演示：换发一份证书', 'Demonstration: a certificate reissued'], play: reissueOne },
  { title: ['演示：村卫生室的血压计', 'Demonstration: sphygmomanometers of village clinics'], play: equipClinics },
  { title: ['演示：村卫生室与加油站', 'Demonstration: a village clinic and a fuel station'], play: visitOnSite },
  { title: ['演示：案头的工作', 'Demonstration: work on the desks'], play: leaveWork },
  { title: ['演示：排期与收样', 'Demonstration: schedule and custody'], play: openServiceDesk },
  { title: ['演示：县级能力的依据', 'Demonstration: what the cells of the counties rest on'], play: makeEffective },
  { title: ['演示：砝码的溯源链', 'Demonstration: the chain of the weights'], play: traceWeights },
  { title: ['演示：计量标准档案', 'Demonstration: dossiers of measurement standards'], play: keepDossiers },
  { title: ['演示：计量标准的性能考核', 'Demonstration: performance of a measurement standard'], play: testPerformance },
  { title: ['演示：村卫生室集中检定', 'Demonstration: a round of village clinics'], play: openRoundOfClinics },
  { title: ['演示：e-CQS 预约单', 'Demonstration: reservations of e-CQS'], play: exchangeWithEcqs },
  { title: ['演示：计量比对', 'Demonstration: comparisons'], play: compareLaboratories },
  { title: ['演示：砝码超差的追溯', 'Demonstration: weights out of tolerance'], play: findFailedStandard },
  { title: ['演示：县级能力的变化', 'Demonstration: cells of the counties move'], play: moveCells },
  { title: ['演示：核实差异、分解目标', 'Demonstration: differences settled, targets broken down'], play: settleAndBreakDown },
  { title: ['演示：授权项目与分母口径', 'Demonstration: authorised items and denominators'], play: decideDenominators },
  { title: ['演示：任务、提醒与延期', 'Demonstration: work items, reminders, extensions'], play: workOnTasks },
  { title: ['演示：汇报、评估与公开', 'Demonstration: briefing, evaluation, publication'], play: assessAndPublish },
  // Last: solved by the running server, so that nobody waits for it at the start.
  { title: ['演示：补齐缺项的方案', 'Demonstration: a plan that closes the gaps'], play: planProvision },
];

async function settleAndBreakDown(stage: Stage): Promise<void> {
  await settleDifferences(stage);
  await breakDownTargets(stage);
}

async function assessAndPublish(stage: Stage): Promise<void> {
  await assess(stage);
  await freezeAndPublish(stage);
  await stage.finishJobs();
}
