import { problems } from '../../../kernel/problem.ts';

export const measurementStandardProblems = problems('measurementStandard', {
  notAnInstitute: {
    kind: 'forbidden',
    text: [
      '只有检定机构和授权企业可以建立计量标准档案',
      'Only an institute or an authorised company keeps dossiers of measurement standards',
    ],
    next: ['请由建标单位的技术负责人办理', 'Ask the technical manager of the keeper'],
  },
  wrongState: {
    kind: 'conflict',
    text: ['计量标准当前状态不允许此操作', 'The state of the measurement standard does not allow this'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  partWrong: {
    kind: 'invalid',
    text: ['填写的内容有误或缺项', 'Something is wrong or missing'],
    next: ['请按标出的栏目补正', 'Correct the fields that are marked'],
  },
  partTaken: {
    kind: 'conflict',
    text: ['该计量标准已有此项', 'The measurement standard has this already'],
    next: ['请先结束原有的一项，或以更换方式登记', 'End the present one first, or record it as a replacement'],
  },
  effectMissing: {
    kind: 'invalid',
    text: [
      '已考核的计量标准发生更换，须说明对计量特性和项目的影响',
      'A change of an examined measurement standard says what it means for it',
    ],
    next: [
      '请选择影响，系统据此提示应记载、申报还是重新考核',
      'Choose the effect; whether it is noted, declared or examined follows from it',
    ],
  },
  notOfTheInstitute: {
    kind: 'invalid',
    text: ['所选人员或设备不属于建标单位', 'The person or the equipment is not of the keeper'],
    next: ['请从本机构在岗人员、标准器中选择', 'Choose from the institute’s own people and standards'],
  },
  notQualified: {
    kind: 'invalid',
    text: ['该人员当日没有所依据规程的检定项目资格', 'The person holds no registration for the procedures on that day'],
    next: ['请先登记其检定项目资格', 'Register the qualification first'],
  },
  outOfDate: {
    kind: 'invalid',
    text: ['该设备当日没有有效的溯源证书，或不在用', 'The equipment has no valid certificate on that day, or is not in service'],
    next: ['请先登记其检定或校准证书', 'Record its new certificate first'],
  },
  notAdopted: {
    kind: 'invalid',
    text: ['本机构尚未采用该规程版本', 'The institute has not adopted this edition'],
    next: ['请先完成方法确认', 'Confirm the method first'],
  },
  incomplete: {
    kind: 'conflict',
    text: ['档案不完整，不能申请考核', 'The dossier is incomplete and cannot be applied for'],
    next: ['请先补齐所列各项', 'Complete what is listed first'],
  },
  openApplication: {
    kind: 'conflict',
    text: ['已有未办结的考核申请', 'An application is open already'],
    next: ['请先办结或撤回原申请', 'Finish or cancel it first'],
  },
  tooEarly: {
    kind: 'conflict',
    text: ['尚未考核，不能申请复查', 'It was never examined: there is nothing to re-examine'],
    next: ['请申请新建考核', 'Apply for a first examination'],
  },
  sameOrganization: {
    kind: 'forbidden',
    text: ['建标单位不能考核自己的计量标准', 'The keeper does not examine its own measurement standard'],
    next: ['由主持考核的计量行政部门办理', 'The authority that presides over the examination does it'],
  },
  higherAuthority: {
    kind: 'forbidden',
    text: [
      '本地区最高等级的社会公用计量标准由上一级计量行政部门主持考核',
      'The highest public measurement standard of a region is examined by the next higher authority',
    ],
    next: ['请由市级计量行政部门办理', 'The authority of the city does it'],
  },
  numberTaken: {
    kind: 'conflict',
    text: ['该证书编号已属于另一项计量标准', 'The certificate number belongs to another measurement standard'],
    next: ['请核对证书编号', 'Check the number'],
  },
  overlap: {
    kind: 'conflict',
    text: ['与已登记证书的有效期重叠', 'The validity overlaps with that of a recorded certificate'],
    next: [
      '换发证书的，请确认新证书自其首日起取代原证书；否则请核对起止日期',
      'If it replaces the earlier one from its first day, say so; otherwise check the days',
    ],
  },
  certificateMissing: {
    kind: 'invalid',
    text: [
      '社会公用计量标准须同时登记社会公用计量标准证书',
      'A public measurement standard needs the certificate of the public measurement standard',
    ],
    next: ['请填写证书编号、发证机关和有效期', 'Enter its number, issuer and validity'],
  },
  noSuccessor: {
    kind: 'invalid',
    text: ['接续的计量标准不存在或不属于同一机构', 'The successor does not exist or is not of the same keeper'],
    next: ['请从本机构的计量标准中选择', 'Choose one of the keeper’s own measurement standards'],
  },
  notAcceptedEntry: {
    kind: 'conflict',
    text: [
      '只有已采信且未转入的社会公用计量标准登记可以转入',
      'Only an accepted entry of a public measurement standard that was not taken over yet can be taken over',
    ],
    next: ['请刷新查看该登记', 'Reload to see the entry'],
  },
  workbook: {
    kind: 'invalid',
    text: ['工作簿不是本平台的台账模板', 'The workbook does not follow the template'],
    next: ['请下载模板，按列填写后再导入', 'Download the template and fill it in'],
  },
  importTaken: {
    kind: 'conflict',
    text: ['该次导入已办结', 'This import is finished already'],
    next: ['请重新上传工作簿', 'Upload the workbook again'],
  },
  importStale: {
    kind: 'conflict',
    text: ['比对之后台账已有变化', 'The register has changed since it was compared'],
    next: ['请重新上传工作簿比对', 'Upload the workbook again'],
  },
});
