import { problems } from '../../../kernel/problem.ts';

export const custodyProblems = problems('custody', {
  cannotReceive: {
    kind: 'conflict',
    text: ['有器具不能收样', 'An instrument cannot be received'],
    next: [
      '请按每台后的说明办理：未受理的先受理，已在所的查看原收样单',
      'See what is said of each: accept the request first, or open the slip that holds it',
    ],
  },
  otherHolder: {
    kind: 'invalid',
    text: ['一次只能办理同一使用单位的器具', 'The instruments belong to several holders'],
    next: ['请按使用单位分别办理', 'Take the holders one after another'],
  },
  otherInstitute: {
    kind: 'forbidden',
    text: ['申请由其他检定机构办理', 'Another institute has the request'],
    next: ['请使用单位送往指定的检定机构', 'Let the holder bring it to the designated institute'],
  },
  conditionUnsaid: {
    kind: 'invalid',
    text: ['器具并非完好，须写明状况', 'What is not sound must be described'],
    next: ['请写明瑕疵、损坏或所缺部件', 'Say what is worn, damaged or missing'],
  },
  slipClosed: {
    kind: 'conflict',
    text: ['收样单不是当日开具，或已有器具领走', 'The slip is not of today, or something on it was fetched already'],
    next: ['请另开收样单', 'Make out another slip'],
  },
  leftAlready: {
    kind: 'conflict',
    text: ['有器具已离所', 'An instrument has left already'],
    next: ['请刷新查看流转经过', 'Reload and see its chain of custody'],
  },
  notIssued: {
    kind: 'conflict',
    text: ['有器具尚未出证', 'The document of an instrument is not issued yet'],
    next: [
      '请待证书或通知书签发后办理领取；未检的按未检退回办理',
      'Wait for the certificate or notice; what is not tested is returned untested',
    ],
  },
  workUnderWay: {
    kind: 'conflict',
    text: ['有器具已检定，不能按未检退回', 'An instrument is tested and cannot be returned as untested'],
    next: ['请待证书或通知书签发后办理领取', 'Wait for the certificate or notice'],
  },
  wrongCode: {
    kind: 'conflict',
    text: ['取件码不符', 'The pick-up code is another one'],
    next: [
      '请核对收样单；遗失收样单的，核对身份后凭签字领取',
      'Compare it with the slip; without the slip, identify the person and take a signature',
    ],
  },
  proofMissing: {
    kind: 'invalid',
    text: ['须填写取件码，或写明签字留存处', 'Give the pick-up code, or say where the signature is kept'],
    next: ['凭码领取的填取件码；凭签字领取的写明签在何处', 'With the code: the code; with a signature: on which paper'],
  },
});
