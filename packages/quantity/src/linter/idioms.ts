/** Fixed expressions in which 斤, 两, 尺, 寸, 丈, 里, 亩, 磅, 马力 measure nothing. */
const expressions =
  '半斤八两 四两拨千斤 四两千斤 斤斤计较 缺斤少两 缺斤短两 短斤缺两 短斤少两 缺两少斤 千斤顶 千斤重担 千斤重 重千斤 千斤闸 千斤坠 几斤几两 ' +
  '千金一诺 一两拨千斤 三三两两 一两天 三两下 三两天 ' +
  '千里之行 千里之外 千里之堤 千里马 千里迢迢 千里眼 千里送 千里挑一 一日千里 一泻千里 日行千里 不远千里 不远万里 万里长城 万里长征 万里长江 万里无云 万里晴空 ' +
  '万里路 万里挑一 鹏程万里 百里挑一 十万八千里 二万五千里 两万五千里 五十里铺 十里长街 十里长亭 十里洋场 十里不同 百里不同 十里八乡 方圆百里 行百里者 千里江陵 千里共婵娟 ' +
  '万里 千里 八百里加急 八百里秦川 八百里洞庭 ' +
  '得寸进尺 寸步难行 寸土寸金 一寸光阴一寸金 一寸光阴 一寸金 寸金难买 一寸山河一寸血 百尺竿头 百尺高楼 三尺讲台 三尺讲坛 三尺之童 三尺青锋 三尺微命 举头三尺 冰冻三尺 垂涎三尺 ' +
  '掘地三尺 退避三舍 白绫三尺 三尺白绫 三尺剑 六尺巷 五尺男儿 七尺男儿 七尺之躯 堂堂七尺 八尺男儿 三寸不烂 三寸舌 三寸金莲 三寸人间 方寸之间 道高一尺 魔高一丈 ' +
  '一丈红 丈二和尚 丈二金刚 一落千丈 万丈深渊 万丈高楼 万丈光芒 光芒万丈 雄心万丈 豪情万丈 豪气万丈 万丈红尘 怒火万丈 火冒三丈 气冲斗牛 百丈冰 千丈 百丈悬崖 ' +
  '三千尺 三千丈 深千尺 高百尺 千尺雪 百尺楼 尺有所短 寸有所长 一尺之棰 一尺之捶 尺蠖 咫尺 得尺 打蛇打七寸 七寸 五尺枪 八尺龙须 ' +
  '一亩三分地 半亩方塘 三亩薄田 两亩薄田 一亩三分 二亩三分地 三分地 十亩之间 ' +
  '寸丝不挂 五里雾中 百步九折 一石二鸟 ' +
  '开足马力 加足马力 加大马力 马力全开 马力十足 ' +
  '一码归一码 一码事 一钱不值 不值一钱 一寸丹心 千载一时 ' +
  '半吊子 五大三粗 三长两短 一清二白 一举两得 一刀两断 两全其美 进退两难 一五一十 一来二去 一言两语 三言两语 三天两头';

const byFirst = new Map<string, string[]>();
let longest = 0;
for (const expression of expressions.split(' ')) {
  longest = Math.max(longest, expression.length);
  byFirst.set(expression.charAt(0), [...(byFirst.get(expression.charAt(0)) ?? []), expression]);
}

/** Whether a fixed expression covers part of a stretch. It may begin some characters before it. */
export function isIdiom(text: string, from: number, to: number): boolean {
  for (let at = Math.max(0, from - longest + 1); at < to; at += 1) {
    for (const expression of byFirst.get(text.charAt(at)) ?? []) {
      if (at + expression.length > from && text.startsWith(expression, at)) return true;
    }
  }
  return false;
}
