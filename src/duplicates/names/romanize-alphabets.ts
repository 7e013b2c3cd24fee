/*
 * Scripts that tell every sound, and how their words are written in Latin letters. Several spellings where countries or
 * habits differ; what differs by a sound alone (`y`, `i` and `j`; `kh` and `h`) is left to `soundOf`.
 */

type Letters = Readonly<Record<string, string>>;

function letters(pairs: string): Letters {
  return Object.fromEntries(pairs.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));
}

/** ICAO Doc 9303-3, section 6, and BGN/PCGN, which agree but for sounds. Letters with a mark, such as `й`, come without it. */
const cyrillic = letters(
  'аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya ' +
    'ґg єye іi ђdj јj љlj њnj ћc џdz ѕdz қq ғg ңn өo ұu үu һh әa',
);
/** Ukrainian and Belarusian: national resolution No. 55 of 2010 for Ukraine. */
const ukrainian: Letters = { ...cyrillic, г: 'h', и: 'y', ъ: '' };
/** Serbian and Macedonian, as their Latin letters look without accents; Bulgarian's `ъ` is `a`. */
const southSlavic: Letters = { ...cyrillic, ж: 'z', ц: 'c', ч: 'c', ш: 's', х: 'h', ъ: 'a', щ: 'sht' };

/** ELOT 743 and ISO 843, type 2. */
const greek = letters('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs τt υy φf χch ψps ωo');

/** The national system of 2002. */
const georgian = letters(
  'აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყq შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh',
);

/** BGN/PCGN 1981, without its marks. */
const armenian = letters(
  'աa բb գg դd եe զz էe ըy թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts փp քk օo ֆf',
);

export function romanizeCyrillic(word: string): string[] {
  const spellings = [cyrillic, ukrainian, southSlavic].map((table) => spell(word, table));
  // Екатерина is Ekaterina and Yekaterina.
  const softened = /^[еэ]/.test(word) ? spellings.map((spelling) => `y${spelling}`) : [];
  return unique([...spellings, ...softened]);
}

export function romanizeGreek(word: string): string[] {
  const merged = word
    .replace(/ου/g, 'u')
    .replace(/[αε]υ/g, (pair) => `${pair === 'αυ' ? 'a' : 'e'}v`)
    .replace(/γγ|γκ/g, 'ng')
    .replace(/^μπ/, 'b')
    .replace(/^ντ/, 'd');
  const official = spell(merged, greek);
  const spoken = spell(
    merged
      .replace(/ει|οι/g, 'i')
      .replace(/αι/g, 'e')
      .replace(/χ/g, 'h')
      .replace(/μπ/g, 'b')
      .replace(/ντ/g, 'd')
      .replace(/γ(?=[ιεηυ])/g, 'y'),
    greek,
  );
  return unique([official, spoken, spoken.replace(/^yi(?=[aoe])/, 'y')]);
}

export function romanizeGeorgian(word: string): string[] {
  return [spell(word, georgian)];
}

export function romanizeArmenian(word: string): string[] {
  const merged = word.replace(/ու/g, 'u').replace(/ւ/g, 'v').replace(/^ո/, 'vo');
  return [spell(merged, armenian)];
}

/** Hepburn, with the long vowels that people write or leave out. */
const kana = letters(
  'あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto なna にni ぬnu ねne のno ' +
    'はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn がga ぎgi ぐgu げge ごgo ' +
    'ざza じji ずzu ぜze ぞzo だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo ぁa ぃi ぅu ぇe ぉo ゔvu ー',
);

export function romanizeKana(word: string): string[] {
  const hiragana = word.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
  const long = spell(hiragana.replace(/([きしちにひみりぎじびぴ])([ゃゅょ])/g, joinKana), kana).replace(
    /っ(.)/g,
    '$1$1',
  );
  return unique([long, long.replace(/ou|oo/g, 'o').replace(/uu/g, 'u')]);
}

function joinKana(_: string, syllable: string, glide: string): string {
  const beginning = (kana[syllable] ?? '').slice(0, -1);
  const vowel = { ゃ: 'a', ゅ: 'u', ょ: 'o' }[glide] ?? '';
  return beginning + (/(?:sh|ch|j)$/.test(beginning) ? '' : 'y') + vowel;
}

/** Revised Romanization of Korean, by the parts of a syllable in the order of Unicode. */
const initials = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const medials = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const finals = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

export function romanizeHangul(word: string): string[] {
  return [
    word.replace(/[가-힣]/g, (syllable) => {
      const place = syllable.charCodeAt(0) - 0xac00;
      const [initial, medial, final] = [Math.floor(place / 588), Math.floor((place % 588) / 28), place % 28];
      return `${initials[initial] ?? ''}${medials[medial] ?? ''}${finals[final] ?? ''}`;
    }),
  ];
}

/** The scripts of India stand in Unicode one like the other: a letter has the place of its sister in Devanagari. */
const devanagari = letters(
  'अa आa इi ईi उu ऊu ऋri एe ऎe ऐai ओo ऒo औau कk खkh गg घgh ङng चch छchh जj झjh ञny टt ठth डd ढdh णn तt थth दd धdh नn ऩn ' +
    'पp फph बb भbh मm यy रr ऱr लl ळl ऴzh वv शsh षsh सs हh ंn ँn ःh ाa िi ीi ुu ूu ृri ेe ॆe ैai ोo ॊo ौau',
);

export function romanizeIndic(word: string): string[] {
  // Dots below make other consonants, which Latin letters hardly tell.
  const sounds = [...word.replace(/[\u093c\u09bc\u0a3c\u0abc\u0b3c]/g, '')].map((letter) => {
    const place = letter.charCodeAt(0);
    const isLetter = place >= 0x900 && place < 0xd80;
    const sister = isLetter ? String.fromCharCode(0x900 + (place % 0x80)) : letter;
    return { sound: devanagari[sister] ?? '', kind: kindOf(sister) };
  });
  const spelled = sounds.map(({ sound, kind }, index) => {
    const next = sounds[index + 1]?.kind;
    // A consonant is followed by `a` unless a sign says otherwise, and at the end of most words nobody speaks it.
    return kind === 'consonant' && next !== 'sign' && next !== undefined ? `${sound}a` : sound;
  });
  const full = spelled.join('');
  const isTamil = /[\u0b80-\u0bff]/.test(word);
  return unique([full, `${full}a`, ...(isTamil ? [voiced(full)] : [])]);
}

function kindOf(letter: string): 'consonant' | 'sign' | 'vowel' {
  if (letter >= 'क' && letter <= 'ह') return 'consonant';
  return /[\u093e-\u094d]/.test(letter) ? 'sign' : 'vowel';
}

/** Tamil writes one letter for `k` and `g`, `t` and `d`, `p` and `b`; between vowels and after nasals it is the second. */
function voiced(text: string): string {
  return text
    .replace(/p+ir/g, 'br')
    .replace(/kiru/g, 'kri')
    .replace(/pp/g, 'P')
    .replace(/(?<=[aeioumn])p/g, 'b')
    .replace(/P/g, 'pp')
    .replace(/^ch/, 's');
}

function spell(word: string, table: Letters): string {
  return [...word].map((letter) => table[letter] ?? letter).join('');
}

function unique(spellings: readonly string[]): string[] {
  return [...new Set(spellings)];
}
