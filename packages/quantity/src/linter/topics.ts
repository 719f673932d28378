/**
 * What a passage speaks of, told by its words. A topic decides whether a letter is a unit at all (5 D of a lens), and whether a foreign unit
 * is allowed there. Each expression is tried on a window of at most 200 characters and has no nested repetition.
 */
const expressions = {
  always: /^/,
  body: /weigh|body|体重|lost|gained/i,
  force: /力|载荷|荷载|负荷|拉|压|推|强度|force|load|tension|thrust/i,
  pressure: /压|真空|扬程|pressure|vacuum|hydraulic|tyre|tire|pump/i,
  cash: /ATM ?机|取款|银行|自助|柜员|cash|bank|withdraw|machines?\b/i,
  tavern: /bars? stool|mini ?bar|bar chart|酒吧|bar code/i,
  game: /生命值|血量|攻击|怪物|打印|惠普|boss|game|printer|laptop/i,
  engine: /马力|发动机|引擎|功率|车型|engine|motor|power|turbo|torque/i,
  staff: /HR ?(?:经理|部门|主管|总监|专员|managers?|departments?|staff|teams?|systems?)|人力|招聘/i,
  printer: /打印|印速|每分钟页|print|pages?\b|copier/i,
  trace: /浓度|含量|trace|concentration|杂质|impurit/i,
  amplifier: /功放|guitar|amplifier/i,
  magnetism: /磁|高斯|magnet|field|flux|剩磁/i,
  radiation: /辐射|射线|剂量|照射|放射|核|radiat|dose|exposure|X-?ray|gamma|nuclear/i,
  viscosity: /[粘黏]度|[粘黏]|viscosity|viscous/i,
  lens: /镜|屈光|近视|远视|散光|焦度|球[镜面]|柱镜|眼|lens|diopt|optic|myopi|sight|eye/i,
  flight:
    /高度层|飞行|巡航|航班|航空|飞机|客机|机长|马赫|塔台|机组|空管|管制|航线|机场|起降|降落|爬升|领空|FL ?\d{2,3}|flight|cruis|altitude|aircraft|aviation|pilot|runway|air ?traffic|airport|airspace|boeing|airbus|climb/i,
  navigation: /航|海|船|舰|艇|nautical|vessel|ship|sail|marine|sea\b|port\b/i,
  screen:
    /屏|显示器|显示终端|电视|平板|手机|笔记本|投影|液晶|触控|触摸|一体机|监视器|显示面板|面板|MacBook|Surface|iPad|iMac|Kindle|monitor|screen|display|\btvs?\b|television|laptop|tablet|phone|notebook|panel|OLED|LCD/i,
  wheel:
    /晶圆|硅片|软盘|硬盘|机柜|服务器|传感器|wafers?\b|floppy|hard drive|\brack\b|轮毂|轮胎|轮辋|钢圈|轮圈|rims?\b|tires?\b|tyres?\b|wheels?\b/i,
  photo: /照|相片|相纸|photo/i,
  gem: /钻|宝石|翡翠|珠宝|克拉|裸石|戒|祖母绿|坦桑|蓝宝|红宝|diamond|gem|sapphire|ruby|ring|jewel|emerald|stone|gold/i,
  font: /字号|字体|行距|磅值|段[前后]|字符|排版|字高|边框|线宽|font|宋体|黑体|仿宋|楷体/i,
  blood:
    /血压|收缩压|舒张压|动脉压|脉压|高压|低压|高血压|降压|blood pressure|systolic|diastolic|hypertens|hypotens|arterial|\bBP\b|sphygmomanom/i,
  organ: /眼压|眼内压|颅内压|静脉压|中心静脉|intraocular|IOP|intracranial|血氧分压|氧分压|二氧化碳分压|PaO|PaCO/i,
  export:
    /出口(?:的)?(?:产品|商品|货|合同|订单|美国|美|欧|到|至|日本|英国|型|版|标签|包装|贸易|企业)|外销|外贸|外商|export|for the U\.?S\.? market|US market|overseas (?:market|order|customer)/i,
  import: /进口(?!压|温|流|管|处|风|水|侧|端)|原装|\bimport/i,
  sport: /高尔夫|橄榄球|球道|点球|罚球|golf|football|penalty|quarterback|yard line|touchdown|rugby/i,
  reward: /积分|兑换|里程奖励|frequent|reward|bonus|earn|redeem|loyalty/i,
  money: /英镑|£|sterling|cost|price|pay|paid|fee|fine[ds]?\b|worth|salary|money|budget|spent|spend|fund|earn/i,
  cloth: /布|面料|绸|丝绸|纱|花边|织物|蕾丝|毛线/,
  speed: /车速|时速|限速|超速|开到|跑到|飙到|速度|迈速/,
  food: /热|吸收|放出|做功|卡路里|能量|摄入|消耗|燃烧|食|餐|饮|糖|脂|饭|减肥|健身|运动|营养|奶|calor|energy|diet|meal|nutrition/i,
  power: /用电|电量|耗电|电费|电价|电表|发电|充电|省电|节电|电能|度电|购电|售电|千瓦时/,
  air: /温|热|冷|冰|烧|发热|temp|heat|\bcold\b|boil|freez|oven|bake|fever/i,
  heatK: /温|热|冷|超导|temp|kelvin|colou?r|cryo|superconduct|白炽|灯/i,
  weight:
    /净含量|净重|毛重|重量|质量|体重|自重|称重|载重|起重|载荷|承重|限重|含量|规格|含|[公]?克|每袋|每包|每瓶|每片|每盒|每粒|一袋|一包|装|重[：:为约达在]|重\s*$|糖|盐|面粉|茶|weigh|\bnet\b|\bmass\b|\bdos(?:e|age)\b|\bcontents?\b|serving|tablet|\bpack\b|sugar|flour|salt/i,
  load: /载重|起重|载|吊|货|吨|重|运|产|煤|水泥|钢|秤|衡|\bload|capacity|cargo|crane|truck|freight/i,
  length:
    /长|宽|高(?!中|校|等|铁|考)|深|厚|直径|半径|距|间距|口径|孔径|尺寸|身高|身長|水深|行程|米|跑道|游泳|幅|边|线缆|电缆|绳|管|桩|墙|路|桥|沟|坑|length|width|height|depth|deep|long\b|wide|tall|high\b|distance|cable|rope|wall|fence|hose|thick|size/i,
  clock:
    /时间|时长|小时|烘烤|加热|保温|反应|充电|续航|工作|运行|搅拌|静置|浸泡|培养|老化|试验|连续|周期|计时|秒|time|hours?\b|duration|for\s*$|runtime|cure|bake|heat|incubat|charg/i,
  data: /空间|频率|频段|微波|显卡|宽带|带宽|网速|流量|网络|内存|显存|存储|硬盘|固态|U ?盘|手机|通信|基站|套餐|移动|联通|电信|下载|上传|文件|邮箱|粉丝|播放|预算|像素|\$|€|views|users|memory|storage|disk|download|file|bandwidth|network|modem|phone/i,
  seconds: /时间|延时|延迟|响应|计时|间隔|周期|曝光|持续|time|delay|秒/i,
  resistor: /电阻|阻值|电位器|阻抗|上拉|下拉|resist|potentiometer|pull-?up|pull-?down|\bohm|impedance/i,
  capacitor: /电容|capac|滤波|去耦|旁路/i,
  inductor: /电感|线圈|induct/i,
  thousand:
    /月薪|薪|工资|年薪|收入|粉丝|播放|阅读|点赞|浏览|下载|预算|跑|马拉松|里程|分辨率|屏|视频|画质|词|字|人|元|\$|€|£|USD|RMB|run|race|marathon|salary|followers|views|likes|users|resolution|video|budget|downloads|steps|stars|pixels|tokens|words|context/i,
  torque: /扭|矩|转矩|torque|tighten|bolt/i,
  wave: /波长|波段|激光|紫外|可见光|光谱|纳米|nm|wavelength|laser|spectr/i,
  light: /光|灯|亮|照|流明|light|lamp|lumen|bright|LED/i,
  database: /数据库|database|实例|\bSQL|服务器|server|instance/i,
  learning: /\bML (?:models?|engineers?|algorithms?|frameworks?|pipelines?|projects?|teams?|jobs?|systems?|tasks?|模型|工程师|算法)/,
  degrees: /degree|学位|硕士/i,
  maximum: /\bMax|MAX|最大|READ\b|read\b/,
  electric:
    /电|压|流|功率|瓦|伏|安|灯|充|池|电源|插座|适配|电机|熔|保险|开关|变压|volt|watt|amp|current|power|supply|fuse|adapter|batter|charg|motor|lamp|bulb|heater|circuit|rated|input|output|socket|breaker|transformer|AC\b|DC\b/i,
  viewers:
    /(?:点击|转发|粉丝|播放|阅读|点赞|年薪|月薪|奖金|收入|存款|资产|工资|浏览|销量|预算|订单)[^，。]{0,8}\d[\d.]*\s?w|\d\s?w\s?(?:\+|元|块|人|粉|次|字|播放|阅读|赞|存款)/,
  versus: /\bv\s*\d|对阵|比分|版|version|\bvs\b/i,
  sound: /声|噪|音|分贝|响|隔音|sound|noise|decibel|level|增益|衰减|信噪|gain|attenuat|loss/i,
  physics: /能|功|热|energy|work|joule|焦/i,
  certificate: /砝码|检定|校准|证书|标称值|标称|天平|示值|最大秤量|质量比对|折算质量/,
  medicine: /药|黄芪|甘草|当归|人参|枸杞|处方|方剂|煎|一剂/,
  machining: /公差|误差|间隙|精度|偏差|余量|加工|壁厚|涂层|镀|磨|车床/,
  aircon: /空调|挂机|柜机|压缩机|制冷/,
  cannon: /磅秤|过磅/,
  history:
    /古代|古时|古人|古籍|古制|古诗|旧时|旧制|旧社会|史书|史料|史记|史载|史诗|记载|相传|传说|典故|寓言|成语|俗语|谚语|俗话|歇后语|古语|诗句|诗人|诗云|诗曰|诗中|唐诗|宋词|名句|名言|古训|曰[：“:]|出土|文物|馆藏|现藏|墓|朝廷|皇帝|大臣|[秦汉隋唐宋元明清](?:代|朝|时期|初年?|末年?|人)|先秦|两汉|东汉|西汉|三国|魏晋|南北朝|春秋|战国|商鞅|秦始皇|康熙|乾隆|嘉庆|道光|光绪|雍正|民国|近代史|晚清|公元前|(?<![0-9])(?:1[0-9]|[1-9])\s*世纪|十[一二三四五六七八九]?世纪|度量衡史|尺牍|武松|水浒|三国演义|红楼梦|西游记|金箍棒|关羽|孔子|李白|杜甫|小说|童话|ancient|dynast|medieval|(?:1[0-9]th|early|late) centur(?:y|ies)|ancient rom|roman (?:empire|mile|foot|pound)|\bhistorical(?:ly)?\b|in history|proverb|idiom|biblical|shakespeare|\bB\.?C\.?E?\b|in 1[0-8]\d\d\b|old saying|nursery rhyme|fairy tale/i,
  mention:
    /(?:写成|写作|写为|误写|错写|误作|写成了|书写为|而不是|而非|不是|不能用|不得用|不宜用|不再使用|不得使用|不使用|禁止使用|禁用|停止使用|废除|代替|替代|取代|instead of|rather than|written as|write|\bnot|never use|do not use|avoid|replaces?|incorrect(?:ly)?)[\s：:“"'‘（(]*$/i,
  correct:
    /(?:应|须|宜|要|请|必须)(?:当)?(?:改为|写成|写作|写为|用|使用|标为|标注为)|不规范|错误写法|写法错误|should be (?:written )?|正确写法|误写|错写/i,
} as const;

export type Topic = keyof typeof expressions;

/** Whether the words of a window, at most 200 characters around a place, are of the topic. */
export const speaksOf = (topic: Topic, window: string): boolean => expressions[topic].test(window);
