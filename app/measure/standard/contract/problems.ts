import { problems } from '../../../kernel/problem.ts';

export const standardProblems = problems('standard', {
  notAnInstitute: {
    kind: 'forbidden',
    text: ['只有检定机构可以登记标准器', 'Only a verification institute registers standards'],
    next: ['请由检定机构的技术负责人办理', 'Ask the technical manager of an institute'],
  },
  numberTaken: {
    kind: 'conflict',
    text: ['本机构已有此编号的标准器', 'The institute has a standard of this number already'],
    next: ['请查看已登记的标准器，重新溯源请登记新证书', 'See that standard; after a recalibration record its new certificate'],
  },
  certificateTaken: {
    kind: 'conflict',
    text: ['该标准器已登记此证书编号', 'This certificate number is recorded for the standard already'],
    next: ['请核对证书编号', 'Check the number of the certificate'],
  },
  certificateWrong: {
    kind: 'invalid',
    text: ['证书信息不完整或有误', 'The certificate is incomplete or wrong'],
    next: ['请按标出的栏目补正', 'Correct the fields that are marked'],
  },
  wrongState: {
    kind: 'conflict',
    text: ['标准器当前状态不允许此操作', 'The state of the standard does not allow this'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
});
