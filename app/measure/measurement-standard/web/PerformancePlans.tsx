import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { performanceEndpoints } from '../contract/performance.ts';
import type { CheckPlan } from '../contract/performance-shapes.ts';
import { checkCriteria, checkCriterionNames } from '../rules/performance.ts';
import { dueTags } from './performance-tags.ts';
import { performanceTexts } from './performance-text.ts';

type Overview = ReplyOf<typeof performanceEndpoints.readPerformance>;

/** Plans of intermediate checks: the present ones with their days, the ended ones below them. */
export function PerformancePlans({ id, overview }: { id: string; overview: Overview }): ReactElement {
  const text = useTexts(performanceTexts);
  const say = useSay();
  const [planning, setPlanning] = useState<CheckPlan | 'new'>();
  const [ending, setEnding] = useState<CheckPlan>();
  const columns: readonly Column<CheckPlan>[] = [
    {
      key: 'standard',
      title: ['主标准器', 'Main standard'],
      show: (one) => <a href={`/desk/standards/${one.standard.id}`}>{`${one.standard.name} ${one.standard.number}`}</a>,
    },
    { key: 'object', title: ['核查标准', 'Check standard'], show: (one) => `${one.objectName} ${one.objectNumber}` },
    { key: 'point', title: ['测量点', 'Point'], show: (one) => `${one.quantity} ${one.point}` },
    {
      key: 'criterion',
      title: ['判据', 'Criterion'],
      show: (one) => (
        <>
          {say(checkCriteria[one.criterion])}
          <br />
          <span className="soft">
            {[one.reference === null ? '' : `x₀ = ${one.reference}`, one.limit === null ? '' : `≤ ${one.limit}`, one.unit, one.source]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'months', title: ['间隔（月）', 'Months'], number: true, show: (one) => one.months },
    { key: 'last', title: ['最近一次', 'Last'], narrow: true, show: (one) => one.last },
    { key: 'due', title: ['应于', 'Due'], narrow: true, show: (one) => one.due },
    {
      key: 'state',
      title: ['状态', 'State'],
      narrow: true,
      show: (one) =>
        one.end === null ? <StatusTag states={dueTags} state={one.state} /> : `${say(['已终止', 'Ended'])}：${one.end.reason}`,
    },
    {
      key: 'actions',
      title: ['办理', 'Actions'],
      narrow: true,
      show: (one) =>
        one.end === null && overview.maySettle ? (
          <>
            <Button size="small" type="link" onClick={() => setPlanning(one)}>
              {text.replace}
            </Button>
            <Button size="small" type="link" onClick={() => setEnding(one)}>
              {text.end}
            </Button>
          </>
        ) : null,
    },
  ];
  return (
    <section className="sheet spaced">
      <h2>{text.plans}</h2>
      {overview.plans.length === 0 ? (
        <p className="soft">{text.noPlans}</p>
      ) : (
        <DataRows items={overview.plans} columns={columns} rowKey={(one) => one.id} caption={['期间核查计划', 'Plans of checks']} />
      )}
      {overview.maySettle && overview.equipment.length > 0 ? <Button onClick={() => setPlanning('new')}>{text.plan}</Button> : null}
      {planning === undefined ? null : (
        <PlanDialog
          id={id}
          overview={overview}
          replaced={planning === 'new' ? undefined : planning}
          onClose={() => setPlanning(undefined)}
        />
      )}
      {ending === undefined ? null : <EndDialog id={id} plan={ending} onClose={() => setEnding(undefined)} />}
    </section>
  );
}

type PlanProps = {
  readonly id: string;
  readonly overview: Overview;
  readonly replaced: CheckPlan | undefined;
  readonly onClose: () => void;
};

function PlanDialog({ id, overview, replaced, onClose }: PlanProps): ReactElement {
  const text = useTexts(performanceTexts);
  const { last: _last, due: _due, state: _state, end: _end, standard, id: _id, ...before } = replaced ?? ({} as Partial<CheckPlan>);
  return (
    <Dialog title={replaced === undefined ? text.plan : text.replace} onClose={onClose}>
      <RecordForm
        endpoint={performanceEndpoints.planIntermediateCheck}
        params={{ id }}
        fixed={{ replaces: replaced?.id ?? null }}
        initial={
          replaced === undefined
            ? { readingsLeast: '6', months: '6', criterion: 'limit' }
            : {
                ...before,
                standard: standard?.id,
                readingsLeast: String(before.readingsLeast),
                months: String(before.months),
                since: undefined,
              }
        }
        fields={[
          {
            name: 'standard',
            label: ['被核查的计量标准器', 'Main standard that is checked'],
            kind: 'choice',
            options: overview.equipment.map((one) => ({ value: one.id, label: `${one.name} ${one.number}` })),
          },
          { name: 'objectName', label: ['核查标准名称', 'Check standard'] },
          { name: 'objectNumber', label: ['核查标准编号', 'Number of the check standard'] },
          { name: 'quantity', label: ['参数', 'Quantity'] },
          { name: 'point', label: ['测量点', 'Point'] },
          { name: 'unit', label: ['单位', 'Unit'] },
          {
            name: 'criterion',
            label: ['判据', 'Criterion'],
            kind: 'choice',
            options: checkCriterionNames.map((value) => ({ value, label: checkCriteria[value] })),
          },
          {
            name: 'reference',
            label: ['参考值', 'Reference value'],
            kind: 'decimal',
            hint: ['核查标准的赋值；控制图不需要', 'The value given to the check standard; a chart needs none'],
          },
          { name: 'limit', label: ['偏差限值', 'Limit of the deviation'], kind: 'decimal' },
          { name: 'referenceU', label: ['参考值的 U', 'U of the reference'], kind: 'decimal', hint: ['用于 En', 'For En'] },
          {
            name: 'ownU',
            label: ['核查测量的 U', 'U of the check'],
            kind: 'decimal',
            hint: ['用于 En，包含因子相同', 'For En, of the same coverage factor'],
          },
          { name: 'source', label: ['参考值与限值的来源', 'Where reference and limit come from'] },
          { name: 'readingsLeast', label: ['每次至少读数', 'Readings at least'], kind: 'integer' },
          { name: 'months', label: ['间隔（月）', 'Interval in months'], kind: 'integer' },
          { name: 'since', label: ['自何日起', 'From'], kind: 'day' },
        ]}
        onDone={onClose}
      />
    </Dialog>
  );
}

function EndDialog({ id, plan, onClose }: { id: string; plan: CheckPlan; onClose: () => void }): ReactElement {
  const text = useTexts(performanceTexts);
  const { run, pending, problem } = useAction(performanceEndpoints.endCheckPlan, { onDone: onClose });
  return (
    <ReasonDialog
      title={`${text.end} ${plan.objectName} ${plan.point}`}
      atLeast={2}
      pending={pending}
      problem={problem}
      onConfirm={(reason) => void run({ params: { id: id as never, plan: plan.id }, body: { reason } })}
      onCancel={onClose}
    />
  );
}
