import { problems } from '../../../kernel/problem.ts';

export const scheduleProblems = problems('schedule', {
  cannotBook: {
    kind: 'conflict',
    text: ['有器具不能排期', 'An instrument cannot be booked'],
    next: ['请按每台后的说明办理', 'See what is said of each'],
  },
  dayOff: {
    kind: 'conflict',
    text: ['所选日期不是工作日', 'A chosen day is no working day'],
    next: ['请改选工作日；确需在休息日、节假日安排的，写明理由', 'Choose working days, or state why a day off is needed'],
  },
  dayPast: {
    kind: 'invalid',
    text: ['所选日期已过', 'A chosen day is over'],
    next: ['请选择今日或以后的日期', 'Choose today or later'],
  },
  dayTwice: {
    kind: 'invalid',
    text: ['日期重复或时间先后不对', 'A day stands twice, or the time ends before it begins'],
    next: ['请核对日期与时间', 'Check the days and the time'],
  },
  benchOrVisit: {
    kind: 'invalid',
    text: ['请选择台位，或填写上门地址，二者择一', 'Choose a bench or give the address of the visit, one of both'],
    next: ['台位检定选台位；上门检定填地址', 'At the institute: a bench; on site: the address'],
  },
  benchKind: {
    kind: 'conflict',
    text: ['该台位不检定此类器具', 'The bench does not serve this kind of instrument'],
    next: ['请选择检定此类器具的台位', 'Choose a bench that does'],
  },
  benchFull: {
    kind: 'conflict',
    text: ['台位当日容量不足', 'The bench is full'],
    next: [
      '请改选日期、增加天数或换台位；可用“建议最早日期”',
      'Choose another day, more days or another bench; the earliest day is proposed',
    ],
  },
  busy: {
    kind: 'conflict',
    text: ['人员或车辆当时已另有安排', 'A person or van is booked elsewhere at that time'],
    next: ['请改选人员、车辆或日期', 'Choose another person, van or day'],
  },
  away: {
    kind: 'conflict',
    text: ['台位、人员或车辆当日不在', 'A bench, person or van is away on that day'],
    next: ['请改选，或先撤销其不在记录', 'Choose another, or withdraw the absence first'],
  },
  twoPersons: {
    kind: 'invalid',
    text: ['现场检定须两人', 'Work on site takes two persons'],
    next: ['请至少选择两名人员', 'Choose two persons at least'],
  },
  notQualified: {
    kind: 'conflict',
    text: ['所选人员当日均不具有该项目检定资格', 'None of the persons is registered for the procedure on that day'],
    next: ['请至少选择一名有资格的检定员，或先登记资格', 'Choose one who is, or register the qualification first'],
  },
  resourceUnknown: {
    kind: 'invalid',
    text: ['所选台位、车辆或人员不属于本机构或已停用', 'The bench, van or person is not of the institute, or has ended'],
    next: ['请重新选择', 'Choose again'],
  },
  notAnInstitute: {
    kind: 'forbidden',
    text: ['只有检定机构办理排期', 'Only a verification institute schedules'],
    next: ['请由检定机构的负责人办理', 'Ask the manager of an institute'],
  },
  nameTaken: {
    kind: 'conflict',
    text: ['本机构已有同名的台位或车辆', 'The institute has one of this name already'],
    next: ['请换一个名称', 'Choose another name'],
  },
  resourceEnded: {
    kind: 'conflict',
    text: ['该台位或车辆已停用', 'The bench or van has ended'],
    next: ['请刷新查看', 'Reload'],
  },
  stillBooked: {
    kind: 'conflict',
    text: ['停用日之后仍有排期', 'It is booked after that day'],
    next: ['请先改期或取消这些排期', 'Move or cancel those bookings first'],
  },
  absenceEnded: {
    kind: 'conflict',
    text: ['该不在记录已撤销', 'The absence is withdrawn already'],
    next: ['请刷新查看', 'Reload'],
  },
  decided: {
    kind: 'conflict',
    text: ['该排期已取消', 'The booking is cancelled'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  begun: {
    kind: 'conflict',
    text: [
      '已有器具到现场、已检定或办结，不能改期或取消',
      'An instrument of it is visited, tested or closed; it cannot be moved or cancelled',
    ],
    next: ['未检的器具请另行排期', 'Book what is not tested anew'],
  },
});
