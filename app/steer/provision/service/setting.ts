import { inLanguage, type Language, type Text } from '../../../kernel/text.ts';
import type { Setting } from '../contract/shapes.ts';
import { generalParameters, itemParameters } from '../rules/assumption.ts';

const parameters: Readonly<Record<string, { readonly text: Text }>> = { ...itemParameters, ...generalParameters };
const none: Text = ['不限', 'no limit'];

/** The conditions line by line, in one order, so that two of them can be laid side by side. */
export function settingLines(setting: Setting, language: Language): { name: string; value: string }[] {
  const say = (text: Text): string => inLanguage(text, language);
  const limit = (value: number | null): string => (value === null ? say(none) : String(value));
  const rules = (all: Setting['forced']): string => all.map(({ region, item, option }) => `${region} ${item} ${option}`).join('；') || '—';
  return [
    { name: say(['起始月份', 'First month']), value: setting.from },
    { name: say(['月数', 'Months']), value: String(setting.months) },
    {
      name: say(['目标', 'Targets']),
      value: setting.targets.map(({ list, percent, month }) => `${list} ${percent}% ${month}`).join('；') || '—',
    },
    {
      name: say(['年度预算（元）', 'Budgets (yuan)']),
      value: setting.budgets.map(({ year, yuan }) => `${year}: ${yuan}`).join('；') || say(none),
    },
    { name: say(['每县同时投入人员', 'People of a county']), value: limit(setting.people) },
    { name: say(['每月考核数', 'Examinations a month']), value: limit(setting.examinationsPerMonth) },
    { name: say(['流动实验室每月出行', 'Mobile visits a month']), value: limit(setting.visitsPerMonth) },
    { name: say(['可授权的项目', 'Items that can be authorised']), value: setting.authorisable.join('、') || '—' },
    { name: say(['指定', 'Forced']), value: rules(setting.forced) },
    { name: say(['排除', 'Forbidden']), value: rules(setting.forbidden) },
    {
      name: say(['本情景的费用', 'Figures of this scenario']),
      value:
        setting.costs
          .map(({ item, parameter, amount }) => `${item ?? ''}${say(parameters[parameter]?.text ?? [parameter, parameter])} ${amount}`)
          .join('；') || '—',
    },
    {
      name: say(['本情景的需求', 'Demand of this scenario']),
      value: setting.demand.map(({ region, item, instruments }) => `${region} ${item} ${instruments}`).join('；') || '—',
    },
  ];
}
