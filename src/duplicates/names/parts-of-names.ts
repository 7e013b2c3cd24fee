/*
 * What stands in names beside names. Facts that anybody can look up: titles and degrees as English, German, French,
 * Spanish, Italian, Portuguese, Dutch and Indian letters address people, particles as catalogs file them. Words stand
 * here as they are compared: see `fold`.
 */

function list(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}

/** Stand before a name. */
export const titles = list(
  'mr mrs ms miss mx dr prof professor doctor sir dame lady lord rev capt captain maj lt sgt engr herr frau dipl ing',
  'mag mme mlle madame monsieur mademoiselle sr sra srta senor senora senorita dona dott dottssa dottore sig signor',
  'signora dhr mevr drs ir shri smt господин госпожа κοσ κα السيد السيده الدكتور دكتور',
);

/** Stand after a name. */
export const degrees = list(
  'phd md mba dds dvm dmd cpa cfa esq bsc msc meng beng llm llb pmp dphil edd psyd facs frcs obe mbe cbe msw lcsw mph',
);

/** Degrees that are names as well, so that they count behind a comma only. */
export const ambiguousDegrees = list('ma ba bs ms jd rn pe do dr');

/** Han and kana, Hangul: honorifics that stand after a name. */
export const trailingHonorifics = /(?<=..)(?:先生|女士|小姐|さん|さま|様|殿|씨|님)$/u;

/** Who of two that bear one name is meant, by his generation. */
export const generationNumbers: Readonly<Record<string, number>> = {
  ...{ sr: 1, senior: 1, pere: 1 },
  ...{ jr: 2, jnr: 2, junior: 2, ii: 2, '2nd': 2, filho: 2, fils: 2, hijo: 2 },
  ...{ iii: 3, '3rd': 3, neto: 3, iv: 4, '4th': 4, sobrinho: 5 },
};

/** Parts of surnames that are left out at will, and that strangers share. */
export const surnameParticles = list(
  'van von vom der den de del della di da do dos das du des la le les los las lo el al ul ad bin ibn bint ben ter',
  'ten te zu zum zur af av of the und y e i dela delos abu st saint san ap ab bat',
);

/** Stand before the surname that a person had before, or has as well. */
export const formerNameMarkers = list('nee geb geboren geborene born roz rozena ur urodzona nata dite aka');

/** Whoever bears such a word is a company, a room or a role. */
export const organizationWords = list(
  'ltd limited gmbh mbh inc incorporated llc llp plc corp corporation company bv nv aps oyj sarl srl sas spa pty pvt',
  'kft sro doo ooo oao zao ооо оао зао ао тов ltda eirl kk',
  'team support sales department dept office reception service services servicedesk helpdesk group solutions',
  'technologies technology systems consulting software university universitat universite hotel clinic hospital',
  'school institute institut agency foundation association accounting billing marketing procurement purchasing',
  'logistics warehouse customer customers account accounts admin administrator administration info noreply',
  'buchhaltung vertrieb einkauf empfang sekretariat zentrale kundendienst ventas compras administracion accueil',
  'comptabilite secretariat 株式会社 有限会社 有限公司 公司 주식회사 شركه',
);

/** Written where a name is not known. */
export const placeholders = list(
  'unknown none null nil undefined test tester noname anonymous guest user visitor firstname lastname surname name',
  'nobody unbekannt inconnu desconocido sconosciuto onbekend unnamed nn na tbd contact',
);

/** Surnames that stand first at home, as they are romanized there; their given names are one or two syllables. */
export const chineseSurnames = list(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang song deng',
  'han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren lyu yao shen zhong cui',
  'tan fan liao jin lei fang shi kong bai qin gu hou shao meng long wan duan qian xiang chang yin xiong qiu hao gong',
  'wong chan cheung lee ng lau chow leung ho lam tsang kwok yip tsai hsu hsieh chiu chang chiang chou tsui fung teng hsiao tseng tsao kuo kuan kung',
);

export const koreanSurnames = list(
  'kim lee yi rhee park bak pak choi choe jung jeong chung kang cho jo yoon yun jang lim im han oh seo suh shin sin',
  'kwon hwang ahn an song jeon hong yoo yu ryu ko go moon mun yang son sohn bae baek paik heo hur huh nam shim sim',
  'noh roh ha kwak sung seong cha joo ju woo koo gu min na jin ji um eom chae won chun cheon bang kong',
);

export const vietnameseSurnames = list(
  'nguyen tran le pham huynh hoang phan vu vo dang bui do duong dinh doan trinh truong',
);
