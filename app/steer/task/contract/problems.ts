import { problems } from '../../../kernel/problem.ts';

export const taskProblems = problems('task', {
  notEntitled: {
    kind: 'forbidden',
    text: ['规划没有把这项任务列给该单位', 'The plan does not name this organization for the task'],
    next: ['请由原文所列责任单位分解，或作为共同责任单位参加', 'Let a body named by the plan break it down, or join as a partner'],
  },
  notYours: {
    kind: 'forbidden',
    text: ['只能代本单位（县级主管部门代本县单位）办理', "You act only for your own organization, or as regulator for your county's"],
    next: ['请由承担单位办理', 'Let the organization that carries it out do this'],
  },
  state: {
    kind: 'conflict',
    text: ['事项的当前状态不允许这样办理', 'The state of the item does not allow this'],
    next: ['请刷新后按当前状态办理', 'Reload and act on its present state'],
  },
  reportTooEarly: {
    kind: 'invalid',
    text: ['进展日期不能晚于今天', 'The day reported on cannot lie in the future'],
    next: ['请填写实际完成工作的日期', 'Give the day on which the work was done'],
  },
  evidenceMissing: {
    kind: 'invalid',
    text: ['报完成须附证据文件', 'Reporting an item as done needs an evidence file'],
    next: ['请上传能证明成果的文件', 'Upload a file that proves the result'],
  },
  extensionAsked: {
    kind: 'conflict',
    text: ['已有一份延期申请待批', 'An extension has been asked for already'],
    next: ['请等待批复', 'Wait for the decision'],
  },
  extensionDecided: {
    kind: 'conflict',
    text: ['这份延期申请已经批复', 'This request has been decided'],
    next: ['请查看批复', 'See the decision'],
  },
  extensionNotLater: {
    kind: 'invalid',
    text: ['申请的期限须晚于现期限', 'The day asked for must be later than the due day'],
    next: ['请填写更晚的日期', 'Give a later day'],
  },
  ownDecision: {
    kind: 'forbidden',
    text: ['不能审批本人提出的事项', 'Nobody decides on what they asked for or reported themselves'],
    next: ['请由其他人员办理', 'Let another person decide'],
  },
  nothingToRemind: {
    kind: 'conflict',
    text: ['该单位没有可列入的事项', 'The organization has no item to write about'],
    next: [
      '提醒函列三十日内到期和逾期的事项，督办单只列逾期事项',
      'A reminder lists items due within 30 days or late; a supervision notice only late ones',
    ],
  },
  letterClosed: {
    kind: 'conflict',
    text: ['函件已签发或作废，不能再改', 'The letter was issued or discarded and cannot be changed'],
    next: ['如需补充，请另行起草', 'Draft another one instead'],
  },
  numberTaken: {
    kind: 'conflict',
    text: ['该文号已用于另一份函件', 'This document number is on another letter'],
    next: ['请核对发文登记', 'Check the register of outgoing documents'],
  },
});
