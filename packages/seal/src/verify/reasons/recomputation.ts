export const recomputationReasons = {
  'recomputation.same': {
    ok: true,
    text: [
      '用其中的原始读数按 {edition} 重新计算，{count} 项结果和结论相同。这不说明读数是否真实',
      'The readings inside give the same {count} results and the same verdict by {edition}. This does not say that the readings are true',
    ],
  },
  'recomputation.differs': {
    ok: false,
    text: ['按 {edition} 重新计算的结果不同：{places}', 'By {edition} the readings give other results: {places}'],
  },
  'recomputation.unknownEdition': {
    ok: null,
    text: ['本程序没有规程 {edition}，无法复算', 'This program does not have {edition}; it cannot recompute'],
  },
  'recomputation.otherRevision': {
    ok: null,
    text: [
      '记录按 {edition} 计算程序第 {theirs} 版得出，本程序是第 {ours} 版，不能比较',
      'The record was computed by revision {theirs} of the program for {edition}, this one is revision {ours}; they are not compared',
    ],
  },
  'recomputation.otherData': {
    ok: null,
    text: [
      '规程 {edition} 的数据与出具时的不同（摘要不符），结果不同可能由此引起，不能判断：{places}',
      'The data of {edition} are not those of the day of issue (another digest), which may be why results differ; it cannot be judged: {places}',
    ],
  },
  'recomputation.noReadings': {
    ok: null,
    text: ['其中没有原始读数，无法复算', 'It holds no readings; it cannot be recomputed'],
  },
  'recomputation.noProcedure': {
    ok: null,
    text: ['记录没有写明规程版本，无法复算', 'The record names no edition of a regulation; it cannot be recomputed'],
  },
  'recomputation.label': {
    ok: null,
    text: ['二维码不含原始读数，无法复算；请查验证书本身', 'A label code holds no readings; look at the certificate itself'],
  },
  'recomputation.notRead': { ok: null, text: ['文件未能读取，没有复算', 'The file could not be read; nothing was recomputed'] },
} as const;
