import { uncertaintyEndpoints } from '../../measure/uncertainty/contract.ts';
import { examples } from '../../measure/uncertainty/rules/examples.ts';
import type { Stage } from '../stage.ts';

const scale = examples.find(({ id }) => id === 'scale')?.model ?? '';

/** A scale's error is evaluated: released, then revised after a new certificate of the weights, and one more that waits for a release. */
export async function evaluateUncertainty(stage: Stage): Promise<void> {
  stage.at(-92);
  const first = await stage.act('technician', uncertaintyEndpoints.draftUncertainty, {
    body: { title: '15 kg 电子计价秤示值误差（演示）', note: '首次评定，M1级砝码按最大允许误差', model: scale },
  });
  const { id } = first.evaluation;
  stage.at(-91);
  await stage.act('technical', uncertaintyEndpoints.releaseUncertaintyVersion, {
    params: { id, number: 1 },
    body: { reason: '模型、读数与砝码证书已核对（演示）' },
  });
  stage.at(-12);
  await stage.act('technician', uncertaintyEndpoints.reviseUncertainty, {
    params: { id },
    body: {
      title: '15 kg 电子计价秤示值误差（演示）',
      note: '砝码改用校准证书给出的修正值与扩展不确定度',
      model: scale.replace(
        /"distribution": "rectangular",\s*"mean": 15,\s*"halfWidth": 0.00075/,
        '"distribution": "interval",\n      "value": 15.00012,\n      "U": 0.00025,\n      "k": 2',
      ),
      after: 1,
    },
  });
  stage.at(-11);
  await stage.act('technical', uncertaintyEndpoints.releaseUncertaintyVersion, {
    params: { id, number: 2 },
    body: { reason: '新证书已核对（演示）' },
  });
  stage.at(-3);
  await stage.act('technician', uncertaintyEndpoints.draftUncertainty, {
    body: {
      title: 'M1级砝码校准（演示）',
      note: '等待发布',
      model: examples.find((example) => example.id === 'mass')?.model ?? scale,
    },
  });
}
