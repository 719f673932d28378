/**
 * What JJG 1204-2025 asks for beyond the metrology of JJG 539: that the scale is of its certified type, that it can be told from every other,
 * that its software is the one of the certificate, and that it locks itself when its case is opened.
 */
import { examinedField, fieldGroup, textField } from '../src/field.ts';

export const appearance = [
  examinedField(
    'marks',
    ['计量法制标志和计量器具标识', 'Legal marks and marks of the instrument'],
    ['型式批准标志和编号及铭牌内容齐全清晰', 'Type approval mark and number and the nameplate are complete and legible'],
  ),
  examinedField(
    'display',
    ['称量结果的指示', 'Indication of the result'],
    ['指示清楚，分度值与铭牌一致', 'Clear, with the interval of the nameplate'],
  ),
  examinedField('security', ['安全性', 'Security'], ['不具备欺骗性使用的特征', 'Nothing serves fraud']),
  examinedField('level', ['水平指示装置', 'Level indicator'], ['有水平指示装置的，工作正常', 'Where there is one, it works'], {
    optional: true,
  }),
  examinedField('seal', ['封印', 'Seal'], ['封印（铅封）完好有效', 'The seal is whole and valid']),
] as const;

export const certificate = [
  examinedField(
    'consistent',
    ['与型式批准证书一致', 'As in the type certificate'],
    ['外形、型号、计量特征与型式批准证书信息一致', 'Outside, model and metrological characteristics are those of the type certificate'],
  ),
] as const;

export const identity = [
  examinedField(
    'unique',
    ['唯一性信息标志', 'Unique identity mark'],
    [
      '生产码（维修过的另有维修码）齐全、可读，与显示一致',
      'Production code, after a repair also the repair code, are there, legible and as shown',
    ],
  ),
] as const;

export const software = [
  examinedField(
    'identified',
    ['软件标识', 'Software identification'],
    ['显示的软件标识与型式批准证书一致', 'The identification shown is the one of the type certificate'],
  ),
] as const;

export const lock = [
  examinedField(
    'locks',
    ['开壳锁机', 'Locks when opened'],
    ['外壳被打开后自动锁机，不能称量', 'When the case is opened the scale locks itself and cannot weigh'],
  ),
  examinedField('unlocks', ['授权解锁', 'Unlocked by authority only'], ['只有经授权才能解锁', 'Only an authorised person can unlock it']),
] as const;

/** The groups of these features, each with the words that name the individual scale. */
export const identityGroups = [
  fieldGroup('appearance', ['外观与通用技术要求', 'Visual inspection and general requirements'], ['目测检查', 'By eye'], appearance),
  fieldGroup(
    'certificate',
    ['型式批准证书信息一致性', 'Consistency with the type certificate'],
    ['对照型式批准证书', 'Held against the type certificate'],
    [textField('number', ['型式批准证书编号', 'Number of the type certificate'], ['铭牌上的编号', 'As on the nameplate']), ...certificate],
  ),
  fieldGroup(
    'identity',
    ['唯一性信息标志', 'Unique identity mark'],
    ['三码一封：生产码、维修码、检定码和封印', 'Three codes and a seal: of production, repair and verification'],
    [
      textField('productionCode', ['生产码', 'Production code'], ['制造单位赋予', 'Given by the maker']),
      textField('repairCode', ['维修码', 'Repair code'], ['没有维修过的留空', 'Empty when it was never repaired'], { required: [] }),
      textField('verificationCode', ['检定码', 'Verification code'], ['已赋予的填写', 'Where one was given'], { required: [] }),
      ...identity,
    ],
  ),
  fieldGroup(
    'software',
    ['软件标识', 'Software identification'],
    ['开机或经菜单显示', 'Shown at the start or by the menu'],
    [textField('version', ['软件标识', 'Software identification'], ['照抄显示', 'As shown']), ...software],
  ),
  fieldGroup('lock', ['自锁功能', 'Self-locking'], ['开壳锁机、授权解锁', 'Locks when opened, unlocked by authority only'], lock),
];
