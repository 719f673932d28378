import { both } from '../../../kernel/text.ts';

export const texts = both({
  ledger: ['器具台账', 'Instruments'],
  lead: [
    '本单位在用的计量器具；按名称、型号、出厂编号或使用单位的任何一段查找。',
    'The instruments in use; found by any part of name, model, serial number or holder.',
  ],
  register: ['登记器具', 'Register an instrument'],
  registerLead: [
    '照铭牌填写。同一使用单位的制造单位、型号、出厂编号只登记一次。',
    'As on the nameplate. Maker, model and serial number of one holder stand once.',
  ],
  request: ['申请强制检定', 'Request verification'],
  correct: ['更正', 'Correct'],
  move: ['变更使用地点', 'Move'],
  scrap: ['报废', 'Scrap'],
  nameplate: ['铭牌参数', 'Nameplate'],
  details: ['登记内容', 'Record'],
  kind: ['种类', 'Kind'],
  model: ['型号', 'Model'],
  serial: ['出厂编号', 'Serial number'],
  maker: ['制造单位', 'Maker'],
  holder: ['使用单位', 'Holder'],
  registrar: ['登记单位', 'Recorded by'],
  region: ['地区', 'Region'],
  place: ['使用地点', 'Place of use'],
  use: ['用途', 'Use'],
  moves: ['地点变更', 'Moves'],
  scrapping: ['报废', 'Scrapped'],
  history: ['经过', 'History'],
  all: ['全部器具', 'All instruments'],
  demonstration: ['演示记录', 'demonstration record'],
});
