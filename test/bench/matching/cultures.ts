/** Names of a culture: what the generator draws from. All of them are common; nobody in particular is meant. */
export interface Culture {
  readonly culture: string;
  readonly country: string;
  /** What stands before national numbers: the calling code, the trunk prefix, and how many digits follow. */
  readonly phone: readonly [code: string, trunk: string, beginning: string, digits: number];
  /** A given name, what friends call its bearer, and its native script: `Aleksandr/Sasha/Александр`. */
  readonly given: string;
  /** A surname and its native script. */
  readonly family: string;
}

export const cultures: readonly Culture[] = [
  {
    culture: 'English',
    country: 'United Kingdom',
    phone: ['44', '0', '20794', 5],
    given:
      'William/Bill Margaret/Peggy Robert/Bob Elizabeth/Liz Thomas/Tom Katherine/Kate James/Jim Susan/Sue Edward/Ted Jennifer/Jen',
    family: 'Smith Johnson Taylor Brown Wilson Thompson Walker Hughes Clarke Bennett',
  },
  {
    culture: 'American',
    country: 'United States',
    phone: ['1', '', '202555', 4],
    given:
      'Michael/Mike Christopher/Chris Jessica/Jess Matthew/Matt Samantha/Sam Daniel/Dan Patricia/Pat Richard/Rick Deborah/Debbie Joseph/Joe',
    family: 'Miller Davis Anderson Moore Jackson Martin Harris Robinson Lewis Phillips',
  },
  {
    culture: 'Irish',
    country: 'Ireland',
    phone: ['353', '0', '1555', 4],
    given:
      'Pádraig/Paddy Siobhán/Shiv Seán/Shane Máire/Maura Eoghan/Owen Gráinne/Grace Ciarán/Kieran Aoife Diarmuid/Dermot Niamh',
    family: "O'Brien O'Connor Murphy Kelly Byrne Ryan O'Neill McCarthy Doyle Gallagher",
  },
  {
    culture: 'German',
    country: 'Germany',
    phone: ['49', '0', '3023125', 3],
    given:
      'Johannes/Hans Katharina/Kati Jörg Stefanie/Steffi Wolfgang/Wolf Jürgen Maximilian/Max Günther Susanne/Susi Friedrich/Fritz',
    family: 'Müller Schmidt Schäfer Weiß Größer Köhler Zimmermann Böhm Vogel Krämer',
  },
  {
    culture: 'Dutch',
    country: 'Netherlands',
    phone: ['31', '0', '20555', 4],
    given:
      'Cornelis/Kees Johanna/Jo Hendrik/Henk Elisabeth/Els Willem/Wim Margaretha/Greet Pieter/Piet Antonius/Toon Jacobus/Jaap Wilhelmina/Mien',
    family: 'van_den_Berg de_Vries van_Dijk Jansen de_Boer Visser van_der_Meer Bakker Smit Mulder',
  },
  {
    culture: 'Swedish',
    country: 'Sweden',
    phone: ['46', '0', '84650', 4],
    given: 'Björn Åsa Göran Märta Lars/Lasse Karin/Kajsa Sören Margareta/Maggan Håkan Elisabeth/Lisbet',
    family: 'Andersson Åkesson Öberg Lindström Sjögren Bergström Nyström Håkansson Lindqvist Holmberg',
  },
  {
    culture: 'Danish',
    country: 'Denmark',
    phone: ['45', '', '3255', 4],
    given: 'Søren Jørgen Kirsten/Kirsti Niels Mette Bjørn Åge Birgitte/Gitte Henrik Pernille',
    family: 'Sørensen Jørgensen Kjær Nørgaard Møller Østergaard Rasmussen Kristensen Lund Holm',
  },
  {
    culture: 'French',
    country: 'France',
    phone: ['33', '0', '19900', 4],
    given:
      'François/Fanfan Hélène Jean-Pierre Émilie/Émi Frédéric/Fred Geneviève Stéphane/Steph Joëlle Emmanuel/Manu Cécile',
    family: 'Lefèvre Dubois Gérard Durand Rousseau Fournier Mercier Lemaître Garnier Chevalier',
  },
  {
    culture: 'Spanish',
    country: 'Spain',
    phone: ['34', '', '910555', 3],
    given:
      'José/Pepe Francisco/Paco Dolores/Lola Ignacio/Nacho María Enrique/Quique Concepción/Concha Manuel/Manolo Rosario/Charo Jesús/Chus',
    family:
      'García_López Muñoz_Ruiz Fernández_Gil Núñez_Soto Martínez_Vega Ibáñez_Cano Jiménez_Ramos Peña_Ortiz Sánchez_Mora Gómez_Díaz',
  },
  {
    culture: 'Portuguese',
    country: 'Brazil',
    phone: ['55', '0', '1155550', 3],
    given:
      'João/Joãozinho Antônio/Toninho Luís/Lula Conceição Francisco/Chico Fernanda/Nanda Eduardo/Edu Letícia Guilherme/Gui Beatriz/Bia',
    family: 'da_Silva dos_Santos Gonçalves Magalhães Araújo Conceição Ribeiro Teixeira Carvalho Guimarães',
  },
  {
    culture: 'Italian',
    country: 'Italy',
    phone: ['39', '', '0669812', 3],
    given:
      'Giuseppe/Beppe Francesca/Franca Luigi/Gigi Giovanni/Gianni Nicolò/Nico Caterina/Rina Vincenzo/Enzo Elisabetta/Betta Salvatore/Totò Domenico/Mimmo',
    family: "Rossi Russo D'Angelo Bianchi Esposito De_Luca Lo_Presti Ferrari Conti Marchetti",
  },
  {
    culture: 'Polish',
    country: 'Poland',
    phone: ['48', '', '225550', 3],
    given:
      'Małgorzata/Gosia Krzysztof/Krzysiek Łukasz Katarzyna/Kasia Stanisław/Staszek Agnieszka/Aga Tomasz/Tomek Zofia/Zosia Paweł Wojciech/Wojtek',
    family:
      'Kowalski Wójcik Lewandowski Wiśniewski Dąbrowski Zieliński Szymański Woźniak Kozłowski Jabłoński',
  },
  {
    culture: 'Czech',
    country: 'Czech Republic',
    phone: ['420', '', '225550', 3],
    given:
      'Jan/Honza František/Franta Josef/Pepa Kateřina/Katka Václav/Vašek Zdeněk/Zdena Jiří/Jirka Marie/Maruška Tomáš/Tom Jaroslav/Jarda',
    family: 'Novák Dvořák Černý Procházka Kučera Svoboda Němec Říha Šimek Žižka',
  },
  {
    culture: 'Hungarian',
    country: 'Hungary',
    phone: ['36', '06', '15555', 3],
    given:
      'István/Pisti László/Laci Erzsébet/Erzsi György/Gyuri Katalin/Kati Sándor/Sanyi József/Jóska Zsuzsanna/Zsuzsa János/Jani Ferenc/Feri',
    family: 'Nagy Kovács Szabó Tóth Horváth Kiss Varga Molnár Németh Balogh',
  },
  {
    culture: 'Russian',
    country: 'Russia',
    phone: ['7', '8', '495555', 4],
    given:
      'Aleksandr/Sasha/Александр Yekaterina/Katya/Екатерина Dmitry/Dima/Дмитрий Anastasia/Nastya/Анастасия Sergey/Seryozha/Сергей Yelena/Lena/Елена Mikhail/Misha/Михаил Olga/Olya/Ольга Vladimir/Vova/Владимир Natalya/Natasha/Наталья',
    family:
      'Kuznetsov/Кузнецов Popov/Попов Sokolov/Соколов Lebedev/Лебедев Morozov/Морозов Volkov/Волков Zaytsev/Зайцев Shcherbakov/Щербаков Zhukov/Жуков Fyodorov/Фёдоров',
  },
  {
    culture: 'Greek',
    country: 'Greece',
    phone: ['30', '', '210555', 4],
    given:
      'Georgios/Giorgos/Γεώργιος Eleni/Lena/Ελένη Konstantinos/Kostas/Κωνσταντίνος Aikaterini/Katerina/Αικατερίνη Ioannis/Giannis/Ιωάννης Vasiliki/Vaso/Βασιλική Dimitrios/Dimitris/Δημήτριος Sofia/Sofia/Σοφία Nikolaos/Nikos/Νικόλαος Panagiotis/Panos/Παναγιώτης',
    family:
      'Papadopoulos/Παπαδόπουλος Nikolaidis/Νικολαΐδης Georgiou/Γεωργίου Dimitriou/Δημητρίου Ioannidis/Ιωαννίδης Karagiannis/Καραγιάννης Oikonomou/Οικονόμου Vlachos/Βλάχος Makris/Μακρής Christou/Χρήστου',
  },
  {
    culture: 'Turkish',
    country: 'Turkey',
    phone: ['90', '0', '212555', 4],
    given: 'Mehmet/Memo Ayşe İbrahim/İbo Gülşen Mustafa/Mıstık Şükrü Fatma/Fatoş Çiğdem Hüseyin Özgür',
    family: 'Yılmaz Öztürk Şahin Çelik Yıldız Doğan Aydın Güneş Koç Kılıç',
  },
  {
    culture: 'Arabic',
    country: 'United Arab Emirates',
    phone: ['971', '0', '4555', 4],
    given:
      'Mohammed/Mohamed/محمد Fatima/Fatma/فاطمة Hussein/Husain/حسين Yousef/Yusuf/يوسف Khaled/Khalid/خالد Layla/Leila/ليلى Omar/Umar/عمر Maryam/Mariam/مريم Mustafa/Mostafa/مصطفى Abdulrahman/Abdul_Rahman/عبدالرحمن',
    family:
      'Haddad/حداد Al-Farsi/الفارسي Khalil/خليل Mansour/منصور Saleh/صالح Nasser/ناصر Al-Masri/المصري Hamdan/حمدان Qasim/قاسم Rashid/راشد',
  },
  {
    culture: 'Indian',
    country: 'India',
    phone: ['91', '0', '80555', 5],
    given:
      'Priya/Priyanka/प्रिया Rajesh/Raj/राजेश Lakshmi/Laxmi/लक्ष्मी Sandeep/Sandip/संदीप Deepika/Dipika/दीपिका Venkatesh/Venkat/वेंकटेश Kavita/Kavitha/कविता Ashwin/Aswin/अश्विन Sunita/Suneeta/सुनीता Vijay/Vijaya/विजय',
    family:
      'Sharma/शर्मा Gupta/गुप्ता Patel/पटेल Mukherjee/मुखर्जी Reddy/रेड्डी Agarwal/अग्रवाल Nair/नायर Verma/वर्मा Joshi/जोशी Chowdhury/चौधरी',
  },
  {
    culture: 'Chinese',
    country: 'China',
    phone: ['86', '0', '215555', 4],
    given:
      'Xiuying/Xiu_Ying/秀英 Wei/Wei/伟 Xiaoming/Xiao_Ming/小明 Fang/Fang/芳 Jianguo/Jian_Guo/建国 Lihua/Li_Hua/丽华 Guoqiang/Guo_Qiang/国强 Meiling/Mei_Ling/美玲 Zhiyuan/Zhi_Yuan/志远 Yan/Yan/燕',
    family: 'Wang/王 Li/李 Zhang/张 Liu/刘 Chen/陈 Yang/杨 Huang/黄 Zhao/赵 Wu/吴 Zhou/周',
  },
  {
    culture: 'Korean',
    country: 'South Korea',
    phone: ['82', '0', '2555', 4],
    given:
      'Min-jun/Minjun/민준 Ji-woo/Jiwoo/지우 Seo-yeon/Seoyeon/서연 Hyun-woo/Hyeonu/현우 Ji-hoon/Jihun/지훈 Soo-jin/Sujin/수진 Young-ho/Yeongho/영호 Eun-ji/Eunji/은지 Dong-hyun/Donghyeon/동현 Hye-jin/Hyejin/혜진',
    family: 'Kim/김 Lee/이 Park/박 Choi/최 Jung/정 Kang/강 Cho/조 Yoon/윤 Jang/장 Lim/임',
  },
  {
    culture: 'Japanese',
    country: 'Japan',
    phone: ['81', '0', '35550', 4],
    given:
      'Kenji/Ken/健司 Yuki/Yuuki/由紀 Tarō/Taro/太郎 Yōko/Yoko/洋子 Hiroshi/Hiro/浩 Akiko/Aki/明子 Takashi/Taka/隆 Naoko/Nao/直子 Kōji/Koji/浩二 Emiko/Emi/恵美子',
    family:
      'Satō/佐藤 Suzuki/鈴木 Takahashi/高橋 Tanaka/田中 Itō/伊藤 Watanabe/渡辺 Yamamoto/山本 Nakamura/中村 Kobayashi/小林 Katō/加藤',
  },
];
