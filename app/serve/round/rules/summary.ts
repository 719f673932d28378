import type { Text } from '../../../kernel/text.ts';
import type { LoadAnswer } from './load.ts';
import type { RouteAnswer } from './route.ts';
import type { ProposalKind, ProposalState } from '../rules.ts';

const percent = (share: number): string => `${(Math.ceil(share * 1000) / 10).toFixed(1)}%`;

function ofRoute(answer: RouteAnswer): Text[] {
  if (answer.outcome === 'planned') {
    const [work, travel] = [answer.days.reduce((sum, day) => sum + day.workMinutes, 0), Math.round(answer.travelMinutes)];
    return [
      [
        `${answer.days.length} 个组日，${answer.visits.length} 处；检定 ${work} 分钟，行驶约 ${travel} 分钟（估计）`,
        `${answer.days.length} team-days, ${answer.visits.length} visits; ${work} minutes of work, about ${travel} of travel (estimated)`,
      ],
      answer.fewestDays
        ? ['组日数已是最少', 'No fewer team-days would do']
        : ['组日数未证明为最少', 'That no fewer team-days would do is not proven'],
      answer.gap === 0
        ? ['行程已证明为最短', 'The travel is proven shortest']
        : [
            `行程与最优的差距不超过 ${percent(answer.gap)}（先分组、后逐日排序）`,
            `The travel is at most ${percent(answer.gap)} from the best (divided first, then ordered day by day)`,
          ],
    ];
  }
  return [
    ...(answer.unqualified.length > 0
      ? [
          [
            `${answer.unqualified.length} 处的器具没有具备资格的组可去`,
            `For ${answer.unqualified.length} places no team is qualified`,
          ] as Text,
        ]
      : []),
    ...(answer.tooLong.length > 0
      ? [
          [
            `${answer.tooLong.length} 处路程过远或单台用时过长，一天内不能往返完成`,
            `${answer.tooLong.length} places are too far, or one instrument there takes too long, for any day`,
          ] as Text,
        ]
      : []),
    ...(answer.unqualified.length + answer.tooLong.length === 0
      ? [
          answer.needed === null
            ? answer.proven
              ? ([
                  `${answer.teamDays} 个组日排不下，在限定时间内没有求出需要多少`,
                  `${answer.teamDays} team-days do not hold it; how many would was not found in the time`,
                ] as Text)
              : ([
                  `${answer.teamDays} 个组日内未求出安排；请延长求解时限或日期、增加组，或移出部分场所`,
                  `No arrangement on ${answer.teamDays} team-days was found in the time: allow more seconds, days or teams, or leave places out`,
                ] as Text)
            : ([
                `${answer.teamDays} 个组日排不下，约需 ${answer.needed} 个；请延长日期、增加组，或移出部分场所`,
                `${answer.teamDays} team-days do not hold it, about ${answer.needed} would: take more days or teams, or leave places out`,
              ] as Text),
        ]
      : []),
  ];
}

function ofLoad(answer: LoadAnswer): Text[] {
  if (answer.outcome === 'planned')
    return [
      [
        `到期后才检定的共 ${answer.lateDays} 台·日；最忙的台位日 ${answer.peakMinutes} 分钟`,
        `${answer.lateDays} instrument-days after the due day; ${answer.peakMinutes} minutes on the fullest bench and day`,
      ],
      answer.gap === 0
        ? ['已证明为最优', 'Proven best']
        : [`与最优的差距不超过 ${percent(answer.gap)}`, `At most ${percent(answer.gap)} from the best`],
    ];
  return [
    ...(answer.noBench.length > 0
      ? [[`${answer.noBench.length} 个种类没有可用台位`, `No bench takes ${answer.noBench.length} kinds`] as Text]
      : []),
    ...(answer.noTester.length > 0
      ? [[`${answer.noTester.length} 个种类没有具备资格的人员`, `Nobody chosen is qualified for ${answer.noTester.length} kinds`] as Text]
      : []),
    ...(answer.noBench.length + answer.noTester.length === 0
      ? [
          [
            `${answer.days} 个工作日排不下${answer.left > 0 ? `，余 ${answer.left} 台` : '（同一场所的器具排在同一天时）'}${answer.needed === null ? '' : `，约需 ${answer.needed} 个工作日`}`,
            `${answer.days} working days do not hold it${answer.left > 0 ? `, ${answer.left} are left` : ' when what comes from one place comes on one day'}${answer.needed === null ? '' : `; about ${answer.needed} would`}`,
          ] as Text,
        ]
      : []),
  ];
}

/** What a proposal found, or why it found nothing, in sentences. */
export function summaryOf(
  state: ProposalState,
  kind: ProposalKind,
  result: RouteAnswer | LoadAnswer | { readonly failure: string } | null,
): Text[] {
  if (result === null || (state !== 'solved' && state !== 'infeasible')) {
    if (state === 'failed')
      return [
        ['求解程序中断，请重新求解；仍不成时请联系管理员', 'The solver broke off; ask again, and tell the administrator if it persists'],
      ];
    return [];
  }
  return kind === 'route' ? ofRoute(result as RouteAnswer) : ofLoad(result as LoadAnswer);
}
