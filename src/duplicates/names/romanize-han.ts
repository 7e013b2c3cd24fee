import { chineseFamilyNames } from './family-names';
import type { NamePart } from './name-tables';

/*
 * Names in Han characters: the Mandarin reading of those that are common in names (Hanyu Pinyin, ISO 7098), and the
 * Japanese reading of common surnames and given names (Hepburn). Characters that are one in China, in Taiwan and in
 * Japan stand together: `伟偉`.
 */

const pinyin = `
an 安;ai 爱愛艾;ang 昂;bai 百柏;bao 宝寶保;bei 贝貝蓓北;bin 斌彬滨濱宾賓;bing 冰兵炳秉;bo 波博伯勃;cai 才彩;can 灿燦;chang 昌长長畅暢;chao 超朝潮
chen 晨辰琛宸;cheng 成诚誠承程澄城;chong 崇冲;chu 楚初;chuan 川传傳;chun 春纯純淳;cong 聪聰;cui 翠;da 大达達;dan 丹旦;dao 道;de 德;di 迪;ding 鼎定;dong 东東冬栋棟
en 恩;er 尔爾;fa 发發法;fan 凡帆繁;fang 芳方;fei 飞飛菲斐;fen 芬;feng 峰锋鋒风風凤鳳丰豐枫楓;fu 福富甫芙;gang 刚剛钢鋼;gao 高;ge 歌;gen 根;gong 功恭;guang 光广廣
gui 贵貴桂;guo 国國果;hai 海;han 涵寒汉漢翰晗;hang 航;hao 浩豪昊皓好;he 和鹤鶴荷;heng 恒恆亨衡;hong 红紅宏洪鸿鴻虹弘;hou 厚;hua 华華花桦樺;huan 欢歡焕煥;hui 慧辉輝惠晖暉卉会會蕙徽
ji 吉继繼纪紀季基;jia 佳家嘉加;jian 建健剑劍坚堅;jiang 江;jiao 娇嬌;jie 杰傑洁潔捷婕;jin 金锦錦进進晋晉瑾津;jing 静靜晶敬婧景京靖菁;jiu 久九;ju 菊聚;juan 娟;jun 军軍俊君钧鈞骏駿均;kai 凯凱开開恺愷
kang 康;ke 可科克珂;kun 坤昆琨;lan 兰蘭岚嵐澜瀾;lei 雷磊蕾;li 丽麗莉力立利理礼禮黎;lian 莲蓮连連廉;liang 亮良;lin 琳霖麟;ling 玲灵靈凌岭零;long 龙龍隆;lu 璐露路鹿;lun 伦倫;luo 洛;man 曼满滿
mao 茂;mei 美梅媚;meng 梦夢萌孟;mian 绵;miao 苗妙;min 敏民闵旻;ming 明铭銘鸣鳴名;na 娜;nan 南楠男;ni 妮;nian 年;ning 宁寧凝;pei 培佩沛;peng 鹏鵬朋彭;ping 平萍;pu 普
qi 琪奇启啟琦齐齊祺旗;qian 倩谦謙前茜;qiang 强強;qiao 巧;qin 琴勤芹钦欽;qing 青清庆慶晴卿;qiong 琼瓊;qiu 秋;quan 全泉权權;qun 群;ran 然冉;ren 仁人任;rong 荣榮容蓉融;ru 如茹儒;rui 瑞锐銳睿蕊;run 润潤
ruo 若;sen 森;shan 山珊善杉;shang 尚;shao 少绍紹;shen 深慎;sheng 胜勝生圣聖升盛晟;shi 诗詩世石时時士实實;shou 寿壽;shu 书書淑树樹舒;shuang 双雙爽霜;shui 水;shun 顺順舜;si 思斯;song 松颂頌;su 素
tai 泰太;tao 涛濤桃韬韜;teng 腾騰;ti 体體;tian 天甜;tie 铁鐵;ting 婷庭亭廷;tong 彤桐同童;wan 婉万萬晚;wang 旺望;wei 伟偉威微维維薇卫衛巍炜煒玮瑋蔚为為;wen 文雯温溫;wu 武五;xi 喜希曦熙西溪;xia 霞夏;xian 先贤賢贤
xiang 祥翔香向湘想;xiao 晓曉小孝笑筱潇瀟霄;xin 新欣鑫心昕馨信;xing 兴興星行幸杏;xiong 雄;xiu 秀修;xu 旭;xuan 轩軒萱宣璇;xue 雪学學;xun 勋勳;ya 雅亚亞;yan 燕艳艷岩彦彥妍研言颜顏炎;yang 阳陽洋扬揚;yao 瑶瑤耀
ye 叶業业野;yi 艺藝怡毅一义義宜依亿億益逸仪儀;yin 银銀音寅;ying 英颖穎莹瑩影盈樱櫻;yong 勇永;you 友有优優;yu 宇玉雨裕育渝瑜煜语語余钰鈺羽;yuan 媛圆圓远遠元源缘緣;yue 月悦悅越跃躍岳;yun 云雲芸韵韻允
ze 泽澤;zeng 增;zhan 展;zhang 章;zhao 昭兆;zhe 哲喆;zhen 珍振真贞貞震臻;zheng 正政征;zhi 志智芝之致治;zhong 忠中;zhou 舟洲;zhu 竹珠柱;zhuo 卓;zi 子梓紫姿自;zong 宗;zu 祖`;

const japaneseFamilyNames = `
abe 阿部 安部;adachi 足立;aoki 青木;aoyama 青山;arai 新井 荒井;araki 荒木;asano 浅野;baba 馬場;chiba 千葉;doi 土井;endo 遠藤;fujii 藤井;fujimoto 藤本;fujita 藤田;fujiwara 藤原;fukuda 福田;fukui 福井;fukushima 福島
furukawa 古川;goto 後藤 五藤;hamada 浜田;hara 原;harada 原田;hasegawa 長谷川;hashimoto 橋本;hattori 服部;hayashi 林;higuchi 樋口;hirano 平野;hirata 平田;honda 本田 本多;hoshino 星野;igarashi 五十嵐;iida 飯田;ikeda 池田;imai 今井
inoue 井上;ishida 石田;ishihara 石原;ishii 石井;ishikawa 石川;ito 伊藤 伊東;iwamoto 岩本;iwasaki 岩崎;kaneko 金子;kato 加藤;kawaguchi 川口;kawamura 川村 河村;kawasaki 川崎;kikuchi 菊池 菊地;kimura 木村;kinoshita 木下;kobayashi 小林
koike 小池;kojima 小島 児島;komatsu 小松;kondo 近藤;kono 河野 高野;kubo 久保;kudo 工藤;kuroda 黒田;maeda 前田;maruyama 丸山;masuda 増田;matsuda 松田;matsui 松井;matsumoto 松本;matsuo 松尾;matsuoka 松岡;miura 三浦;miyamoto 宮本
miyazaki 宮崎;mizuno 水野;mori 森;morita 森田;murakami 村上;murata 村田;nagai 永井;nakagawa 中川;nakai 中井;nakajima 中島;nakamura 中村;nakano 中野;nakata 中田;nakayama 中山;nishida 西田;nishimura 西村;nishiyama 西山;noda 野田
noguchi 野口;nomura 野村;oda 小田 織田;ogawa 小川;oguchi 小口;ohashi 大橋;oka 岡;okada 岡田;okamoto 岡本;okubo 大久保;ono 小野 大野;onishi 大西;ota 太田 大田;otsuka 大塚;ozawa 小沢 小澤;saito 斎藤 斉藤 齋藤 齊藤;sakai 酒井 坂井
sakamoto 坂本;sakurai 桜井 櫻井;sano 佐野;sasaki 佐々木;sato 佐藤;sawada 沢田;shibata 柴田;shimada 島田;shimizu 清水;sugawara 菅原;sugimoto 杉本;sugiyama 杉山;suzuki 鈴木;takada 高田;takagi 高木;takahashi 高橋 髙橋;takeda 武田 竹田
takeuchi 竹内;tamura 田村;tanaka 田中;taniguchi 谷口;tsuchiya 土屋;ueda 上田 植田;uchida 内田;ueno 上野;uno 宇野;wada 和田;watanabe 渡辺 渡邊 渡邉 渡部;yamada 山田;yamaguchi 山口;yamamoto 山本;yamanaka 山中;yamashita 山下
yamazaki 山崎;yasuda 安田;yokoyama 横山;yoshida 吉田 𠮷田;yoshikawa 吉川;yoshimura 吉村`;

const japaneseGivenNames = `
ai 愛;aiko 愛子;akiko 明子 秋子;akio 昭夫 明夫;akira 明 昭 章 彰;aoi 葵;asuka 明日香;aya 綾 彩;ayaka 綾香 彩香;ayumi 歩 亜由美;chie 千恵;daichi 大地;daiki 大輝 大樹;daisuke 大輔;eiji 英二 栄治;emi 恵美;emiko 恵美子;eri 絵理
fumiko 文子;haruka 遥 春香;haruki 春樹;haruto 陽翔;hideki 秀樹;hideo 秀夫;hikaru 光;hina 陽菜;hiroki 大樹 弘樹 裕樹;hiroko 裕子 弘子 博子 浩子;hiromi 裕美 浩美;hiroshi 浩 博 弘 寛;hiroyuki 弘之 博之 浩之;hisashi 久;hitomi 瞳
ichiro 一郎;isamu 勇;jiro 二郎 次郎;jun 純 淳;junichi 純一 淳一;junko 純子 順子;kana 香奈 加奈;kaori 香織;kaoru 薫;katsumi 克己;kazuhiro 和弘 和宏;kazuko 和子;kazuo 和夫 一夫;kazuya 和也;keiichi 恵一 圭一;keiko 恵子 慶子 啓子
keisuke 圭介;ken 健 研;kenichi 健一;kenji 健二 健司 賢治;kenta 健太;kiyoshi 清;koichi 浩一 幸一;koji 浩二 浩司;kumiko 久美子;kyoko 京子 恭子;mai 舞;maki 真紀;makoto 誠 真;mamoru 守;mariko 真理子;masahiro 正博 雅弘;masako 雅子 正子
masao 正夫;masaru 勝;masashi 雅史 正;mayumi 真由美;megumi 恵;michiko 美智子 道子;midori 緑;mika 美香;miki 美紀;minoru 実;misaki 美咲;miyuki 美幸;momoko 桃子;nanami 七海;naoki 直樹;naoko 直子;naomi 直美;natsuki 夏希;noboru 昇
noriko 典子 紀子;osamu 修;rei 玲;reiko 玲子;ren 蓮;rie 理恵;rika 里香;ryo 亮 涼 諒;ryota 亮太;sachiko 幸子;sakura 桜 さくら;satoshi 聡 智;sayaka 沙也加;shigeru 茂;shinichi 真一 伸一;shinji 真二 伸二;shizuka 静香;shota 翔太;sho 翔
shun 駿 俊;susumu 進;tadashi 正 忠;taichi 太一;takahiro 隆弘 貴弘;takashi 隆 孝 崇;takeshi 武 健 剛;takumi 拓海 匠;takuya 拓也;taro 太郎;tatsuya 達也 竜也;tetsuya 哲也;tomoko 智子 友子;tomomi 友美;toru 徹;toshio 敏夫;tsubasa 翼
tsuyoshi 剛;yasuko 靖子 康子;yasushi 靖;yoichi 洋一;yoko 洋子 陽子;yoshiko 良子 佳子;yui 結衣;yuka 由香 由佳;yuki 由紀 雪 勇気 有紀;yukiko 由紀子 幸子;yukio 幸夫;yuko 優子 裕子 祐子;yumi 由美;yumiko 由美子;yuri 百合;yusuke 祐介 裕介;yuta 裕太`;

const readings = new Map<string, string>();
for (const [reading, characters] of entries(pinyin))
  for (const character of characters) add(character, reading);

const surnameReadings = new Map<string, string[]>();
for (const [characters, spellings] of Object.entries(chineseFamilyNames)) {
  const isDouble = characters.length > 3 || ['上官', '司马', '诸葛'].includes(characters);
  for (const character of isDouble ? (characters.match(/../gu) ?? []) : characters)
    surnameReadings.set(character, spellings.split(' '));
}

const japaneseSurnames = invert(japaneseFamilyNames);
const japaneseGiven = invert(japaneseGivenNames);

function entries(text: string): [string, string][] {
  return text
    .trim()
    .split(/[;\n]/)
    .map((entry) => {
      const [reading = '', ...words] = entry.split(' ');
      return [reading, words.join(' ')];
    });
}

function add(character: string, reading: string): void {
  if (!readings.has(character)) readings.set(character, reading);
}

function invert(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [reading, words] of entries(text))
    for (const word of words.split(' ')) found.set(word, [...(found.get(word) ?? []), reading]);
  return found;
}

/** The spellings of a word in Latin letters: none where a character is not known. */
export function romanizeHan(word: string, part: NamePart): string[] {
  const japanese = (part === 'family' ? japaneseSurnames : japaneseGiven).get(word) ?? [];
  const surname = part === 'family' ? (surnameReadings.get(word) ?? []) : [];
  const syllables = [...word].map(
    (character) => readings.get(character) ?? surnameReadings.get(character)?.[0],
  );
  const mandarin = syllables.every(Boolean) ? [syllables.join('')] : [];
  return [...new Set([...japanese, ...surname, ...mandarin])];
}

/** The surname and the given name of a name that is written as one word; `null` where no surname is known. */
export function splitHan(word: string): readonly [string, string] | null {
  const characters = [...word];
  // Japanese surnames have two characters as a rule, Chinese ones one.
  for (const length of [3, 2, 1]) {
    if (characters.length <= length) continue;
    const [family, given] = [characters.slice(0, length).join(''), characters.slice(length).join('')];
    if (japaneseSurnames.has(family) ? length > 1 || japaneseGiven.has(given) : surnameReadings.has(family))
      return [family, given];
  }
  return null;
}

/** Characters that are one, by the first of them: those that stand side by side under one reading. */
const variants = new Map<string, string>();
const pairs =
  '爱愛 贝貝 宝寶 滨濱浜 宾賓 灿燦 长長 畅暢 诚誠 传傳 纯純 聪聰 达達 东東 栋棟 尔爾 发發 飞飛 锋鋒 风風 凤鳳 丰豐 枫楓 刚剛 钢鋼 广廣広 贵貴 国國 汉漢 鹤鶴 恒恆 红紅 鸿鴻 华華 欢歡 焕煥 辉輝 晖暉 会會 继繼 纪紀 剑劍 坚堅 娇嬌 ' +
  '杰傑 洁潔 锦錦 进進 晋晉 静靜 军軍 钧鈞 骏駿 凯凱 开開 恺愷 兰蘭 岚嵐 澜瀾 丽麗 礼禮 莲蓮 连連 灵靈 龙龍竜 伦倫 满滿 梦夢 铭銘 鸣鳴 宁寧 鹏鵬 启啟 齐齊 谦謙 强強 钦欽 庆慶 琼瓊 权權 荣榮栄 锐銳 润潤 绍紹 胜勝 圣聖 诗詩 时時 实實実 寿壽 ' +
  '书書 树樹 双雙 顺順 颂頌 涛濤 韬韜 腾騰 铁鐵 万萬 伟偉 维維 卫衛 炜煒 玮瑋 为為 贤賢 晓曉 潇瀟 兴興 轩軒 学學 勋勳 亚亞亜 艳艷 彦彥 阳陽 扬揚 瑶瑤 业業 艺藝 义義 亿億 仪儀 银銀 颖穎 莹瑩 樱櫻桜 优優 语語 钰鈺 圆圓 远遠 缘緣 悦悅 跃躍 云雲 ' +
  '韵韻 泽澤沢 贞貞 陈陳 黄黃 张張 刘劉 吴吳 杨楊 赵趙 许許 孙孫 郑鄭 谢謝 马馬 罗羅 邓鄧 冯馮 叶葉 蒋蔣 肖萧蕭 苏蘇 卢盧 钱錢 韩韓 谭譚 邹鄒 陆陸 顾顧 汤湯 乔喬 贺賀 赖賴 龚龔 庞龐 颜顏 严嚴 温溫 鲁魯 韦韋 毕畢 聂聶 吕呂 钟鍾 贾賈 阎閻闫 ' +
  '欧歐 诸諸 斎斉齋齊 高髙 辺邊邉 吉𠮷 真眞 恵惠 浅淺 崎﨑 島嶋 関關 広廣 徳德 塚塚 条條 黒黑 渡渡';
for (const group of pairs.split(' ')) {
  const [first = ''] = group;
  for (const character of group) variants.set(character, variants.get(first) ?? first);
}

/** Equal for one word in the characters of China, Taiwan and Japan. */
export function hanKey(word: string): string {
  return [...word].map((character) => variants.get(character) ?? character).join('');
}
