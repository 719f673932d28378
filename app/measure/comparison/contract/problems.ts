import { problems } from '../../../kernel/problem.ts';

export const comparisonProblems = problems('comparison', {
  wrongState: {
    kind: 'conflict',
    text: ['该比对当前状态不允许此操作', 'The state of the comparison does not allow this'],
    next: ['请刷新查看当前状态和可办事项', 'Reload to see its state and what can be done'],
  },
  notAnInstitute: {
    kind: 'forbidden',
    text: ['只有检定机构可以参加比对', 'Only an institute takes part in a comparison'],
    next: ['请由检定机构的技术负责人办理', 'Ask the technical manager of an institute'],
  },
  dates: {
    kind: 'invalid',
    text: ['期限的先后不合理', 'The dates do not follow each other'],
    next: ['请按标出的栏目修改', 'Correct the fields that are marked'],
  },
  organizationUnknown: {
    kind: 'invalid',
    text: ['所选机构不是可参加比对的检定机构', 'The organization is no institute that can take part'],
    next: ['请从检定机构中选择', 'Choose an institute'],
  },
  proposedAlready: {
    kind: 'conflict',
    text: ['本机构已申报主导实验室', 'Your institute has already offered to be the pilot'],
    next: ['请等待组织方决定', 'Wait for the organiser’s decision'],
  },
  callOver: {
    kind: 'conflict',
    text: ['征集已截止', 'The call is over'],
    next: ['请与组织方联系', 'Get in touch with the organiser'],
  },
  pilotMissing: {
    kind: 'conflict',
    text: ['尚未确定主导实验室', 'There is no pilot laboratory yet'],
    next: ['请先确定主导实验室', 'Appoint the pilot first'],
  },
  tooFew: {
    kind: 'conflict',
    text: ['参比实验室少于两个', 'Fewer than two laboratories take part'],
    next: ['请先确认参比实验室', 'Confirm the participants first'],
  },
  protocolMissing: {
    kind: 'conflict',
    text: ['尚无实施方案', 'There is no protocol yet'],
    next: ['请由主导实验室编制实施方案', 'The pilot laboratory writes the protocol'],
  },
  routeWrong: {
    kind: 'invalid',
    text: ['传递路线有误', 'The route does not work'],
    next: ['请按说明修改路线', 'Correct the route as it says'],
  },
  pointsTwice: {
    kind: 'invalid',
    text: ['测量点代号重复', 'Two points have the same name'],
    next: ['请为每个测量点取不同代号', 'Give each point a name of its own'],
  },
  mandatory: {
    kind: 'conflict',
    text: ['应当参加的实验室不能自行退出', 'A laboratory that has to take part cannot withdraw by itself'],
    next: ['请向组织方书面说明，由其决定是否准予不参加', 'Ask the organiser in writing; it decides whether to excuse you'],
  },
  pilotStays: {
    kind: 'conflict',
    text: ['主导实验室不能退出或免于参加', 'The pilot laboratory cannot leave the round'],
    next: ['请先另行确定主导实验室，或取消比对', 'Appoint another pilot first, or cancel the round'],
  },
  tooLate: {
    kind: 'conflict',
    text: ['提交截止时间已过，不再接受结果承诺', 'The deadline has passed: no commitment is taken any more'],
    next: ['请与组织方联系', 'Get in touch with the organiser'],
  },
  committedAlready: {
    kind: 'conflict',
    text: ['本机构已提交结果承诺', 'Your institute has sealed its results already'],
    next: ['如需更换，请注明所替换的承诺并说明理由', 'To replace it, name that commitment and give the reason'],
  },
  digestTaken: {
    kind: 'conflict',
    text: ['同样的承诺已存在', 'The same commitment is there already'],
    next: ['请重新生成随机数后提交', 'Make a new nonce and submit again'],
  },
  resultsWrong: {
    kind: 'invalid',
    text: ['结果不完整或不符合方案', 'The results are incomplete or not as the protocol asks'],
    next: ['请按标出的测量点修改', 'Correct the points that are marked'],
  },
  notYet: {
    kind: 'conflict',
    text: ['提交截止前不能揭示', 'Nothing is revealed before the deadline'],
    next: ['请在提交截止后揭示', 'Reveal after the deadline'],
  },
  revealOver: {
    kind: 'conflict',
    text: ['揭示期已结束', 'The time for revealing is over'],
    next: ['未揭示的实验室将在报告中列明', 'Laboratories that have not revealed are named in the report'],
  },
  nothingCommitted: {
    kind: 'conflict',
    text: ['本机构没有可揭示的承诺', 'Your institute has no commitment to reveal'],
    next: ['未在截止前提交承诺的，不能补交结果', 'Without a commitment before the deadline no results can follow'],
  },
  revealedAlready: {
    kind: 'conflict',
    text: ['本机构已揭示结果', 'Your institute has revealed its results already'],
    next: ['请刷新页面', 'Reload the page'],
  },
  revealMismatch: {
    kind: 'conflict',
    text: ['揭示的结果与承诺不符，未予接受', 'What was revealed is not what was sealed; it is refused'],
    next: [
      '请核对保存的原文（结果与随机数须一字不差）后在揭示期内重新揭示',
      'Compare with the file you kept, to the last character, and reveal again while there is time',
    ],
  },
  notEvaluated: {
    kind: 'conflict',
    text: ['尚未计算评价', 'The round is not evaluated yet'],
    next: ['请先计算评价', 'Evaluate it first'],
  },
  exclusionUnknown: {
    kind: 'invalid',
    text: ['剔除的编号或测量点不存在', 'An excluded number or point does not exist'],
    next: ['请核对编号与测量点', 'Check numbers and points'],
  },
  commentPeriod: {
    kind: 'conflict',
    text: [
      '征求意见期未满且并非所有实验室已答复，或意见期已过',
      'The time for comments is not over and not everybody has answered, or it is over',
    ],
    next: ['请查看征求意见的截止日期', 'See until when comments are taken'],
  },
  agreedAlready: {
    kind: 'conflict',
    text: ['本机构已答复无意见', 'Your institute has said that it has no comments'],
    next: ['请刷新页面', 'Reload the page'],
  },
  unanswered: {
    kind: 'conflict',
    text: ['有意见尚未答复', 'A comment has not been answered'],
    next: ['请先逐条答复', 'Answer each of them first'],
  },
  answeredAlready: {
    kind: 'conflict',
    text: ['该意见已答复', 'The comment has been answered'],
    next: ['请刷新页面', 'Reload the page'],
  },
  publishedAlready: {
    kind: 'conflict',
    text: ['实验室名称已公开', 'The names are published already'],
    next: ['请刷新页面', 'Reload the page'],
  },
  correctionThere: {
    kind: 'conflict',
    text: ['已要求该实验室整改', 'Corrective action is demanded of this laboratory already'],
    next: ['请查看整改事项', 'See that demand'],
  },
  correctionState: {
    kind: 'conflict',
    text: ['整改事项当前状态不允许此操作', 'The state of the corrective action does not allow this'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  correctionsOpen: {
    kind: 'conflict',
    text: ['还有整改未办结', 'A corrective action is still open'],
    next: ['请先办结各项整改', 'Close them first'],
  },
  handoverState: {
    kind: 'conflict',
    text: ['该次交接当前不能办理', 'This hand-over cannot be done now'],
    next: ['请确认上一段已接收，本段未重复办理', 'See that the leg before has arrived and this one was not done yet'],
  },
  sealedElsewhere: {
    kind: 'unavailable',
    text: ['加密保存的结果无法打开', 'Results that were kept encrypted cannot be opened'],
    next: [
      '请管理员核对密钥文件；由本机构自存原文的，可在揭示期内自行揭示',
      'Ask the administrator about the key file; a laboratory that kept its own text can reveal it while there is time',
    ],
  },
});
