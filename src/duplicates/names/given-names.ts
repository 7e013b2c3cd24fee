/*
 * Given names and the forms that people use for them: nicknames, short forms, spellings, and the same name in another
 * language where its bearers really change it (Aleksandr and Alexander, Yiannis and John). Such pairs are facts of
 * language, gathered by hand for this table, culture by culture; the English ones were partly compared with the list at
 * github.com/carltonnorthern/nicknames (Apache-2.0). Latin letters, without accents.
 */

/** Names and their forms by the culture that uses them: a name a line, its forms behind it. */
export const givenNameForms: Readonly<Record<string, string>> = {
  english: `
    aaron ron ronnie aron
    abigail abby abbie gail
    abraham abe bram
    adam ad
    albert al bert bertie
    alexander alex al alec lex sandy xander sasha alexandre
    alexandra alex alexa sandra sandy lexi allie sasha
    alfred al alf alfie fred
    alice allie ally
    alison allison ally ali
    amanda mandy manda
    amelia amy millie mia
    amy aimee
    andrew andy drew andre
    angela angie
    ann anne anna annie nan nancy hannah ana
    annette anna nettie
    anthony tony antony ant
    archibald archie
    arnold arnie
    arthur art artie
    augustus gus august
    barbara barb babs barbie
    barnabas barney
    bartholomew bart
    beatrice bea trixie beatrix
    benedict ben
    benjamin ben benny benji
    bernard bernie
    beverly bev
    bradley brad
    brandon bran
    brian bryan
    bridget biddy bridie
    caleb cal
    calvin cal
    cameron cam
    camilla milla
    candace candy candice
    caroline carrie carol carolyn lynn caro
    cassandra cass cassie sandra
    catherine katherine katharine kathryn cathryn cate kate katie kathy cathy kit kitty kat katy cat cathleen kathleen
    cecilia celia cece cissy
    charlene charlie
    charles charlie chuck chas chaz charley
    charlotte lottie charlie lotte char
    chelsea chels
    cheryl sherry cher
    chester chet
    christian chris
    christina christine chris chrissy tina christy kristina kristine kirsten
    christopher chris kit topher cris kris
    clarence clare
    clifford cliff
    colin col
    constance connie
    cornelius neil
    cynthia cindy
    daniel dan danny
    david dave davy davey
    deborah deb debbie debra debby
    dennis denny den denis
    derek del derrick
    desmond des
    diana diane di dianne
    dominic dom nick
    donald don donnie
    dorothy dot dottie dolly dora
    douglas doug
    dustin dusty
    edmund ed eddie ned ted
    edward ed eddie ned ted teddy ward
    edwin ed eddie
    eleanor ellie nell nora lenore elinor ella
    elizabeth liz lizzy beth betty eliza lizzie bess bessie betsy libby lisa elisabeth elise elsie liza lizbeth buffy
    ellen nell helen ellie elena
    emily em emmy millie
    eric erik rick ricky
    ernest ernie
    eugene gene
    evelyn eve evie
    ezekiel zeke
    florence flo flossie florrie
    frances fran francie fanny frankie
    francis frank frankie fran
    franklin frank
    frederick fred freddie freddy rick fritz frederic fredrick
    gabriel gabe
    gabrielle gabby gabriella
    gary gaz
    geoffrey geoff jeff jeffrey jeffery
    george georgie geo
    georgina georgie gina georgia
    gerald gerry jerry gerard
    gideon gid
    gilbert gil bert
    gillian gill jill jilly
    grace gracie
    graham gram graeme
    gregory greg gregg
    gus angus
    gwendolyn gwen wendy
    harold harry hal
    harriet hattie harry
    harrison harry
    harvey harv
    helen nell nellie ellen lena elena
    henrietta hettie etta henny
    henry harry hank hal
    herbert herb bert
    hubert bert hugh
    ian iain
    imogen immy
    irene renie
    isaac ike zac
    isabel isabella bella izzy isabelle belle isobel bel
    jack john jackie
    jacob jake jack
    jacqueline jackie jacqui
    james jim jimmy jamie jem jas
    jane janie jenny janey
    janet jan
    jared jed
    jasmine jas jazz
    jean jeanie jeannie
    jeffrey jeff
    jennifer jen jenny jenn jennie
    jeremy jerry jez jem
    jerome jerry
    jessica jess jessie
    joanna jo joanne joan joann
    john jack johnny jon johnnie
    jonathan jon jonny jonathon nathan johnathan
    joseph joe joey jo jos
    josephine jo josie fifi
    joshua josh
    judith judy judi
    julia julie jules
    julian jules jule
    juliana julie
    juliet julie jules juliette
    justin just
    karen kari
    katelyn kate katie caitlin kaitlyn
    kenneth ken kenny
    kevin kev
    kimberly kim kimberley kimmy
    kristin kristen kris kirsten
    laura laurie lori lorrie
    lauren laurie loren
    lawrence larry laurence lars lorenzo
    leonard len lenny leo leon
    leopold leo
    leroy roy
    leslie les lesley
    lewis lew louis lou
    lillian lily lil lilly lilian
    linda lin lindy lynda
    lindsay lindsey linds
    louis lou louie luis
    louisa lou louise lulu
    lucas luke lucus
    lucinda lucy cindy
    lucy lu lucille lucinda lucia
    lydia lyddie
    madeline maddie madeleine maddy madelyn
    malcolm mal
    marcus marc mark
    margaret maggie meg peggy marge margie greta daisy rita madge peg mags margo margot maisie molly
    maria marie mary mariah
    marilyn lyn
    marion marian
    marjorie marge margie
    mark marc marcus
    martha marty patsy mattie
    martin marty
    marvin marv
    mary molly polly mae mamie mollie may
    matilda tilly mattie tilda
    matthew matt matty mathew matthias
    maureen mo reenie
    maximilian max
    maxwell max
    megan meg meghan
    melanie mel
    melissa mel missy lissa
    melvin mel
    michael mike mick mickey mikey micky micheal mitch
    michelle shelly mick chelle
    mildred millie
    miranda randy mandy
    miriam mimi mim mitzi
    mitchell mitch
    mohammed mo
    molly mary
    monica mona
    myron ron
    nancy nan
    natalie nat nattie
    natasha tasha nat
    nathan nate nat
    nathaniel nate nat nathan
    nellie nell
    nicholas nick nicky nico nicolas klaus
    nicole nicky nikki nic nicola
    norman norm
    oliver ollie olly noll
    olivia liv livvy ollie
    oscar ozzie
    oswald ozzie
    oswald ozzie oz
    pamela pam
    patricia pat patty tricia trish patsy patti
    patrick pat paddy
    paul pauly
    paula polly
    pauline polly
    penelope penny nell
    percival percy
    peter pete
    philip phil phillip pip
    philippa pippa pip
    priscilla prissy cilla
    prudence prue
    quentin quin
    rachel rae rach rachael
    ralph rafe
    randall randy
    randolph randy dolph
    raymond ray
    rebecca becky becca beck bec
    reginald reg reggie
    richard rick dick rich richie ricky dickie ritchie
    robert bob bobby rob robbie bert robby bobbie robin
    roberta bobbie robbie
    roderick rod roddy rick
    rodney rod
    roger rodge
    roland rollie rolly
    ronald ron ronnie
    rosalie rose
    rosalind roz ros
    rose rosie rosa
    rosemary rose rosie romy
    roxanne roxy
    rupert rup
    russell russ rusty
    samantha sam sammy
    samson sam
    samuel sam sammy
    sandra sandy
    sarah sally sadie sara sal
    scott scotty
    sean shaun shawn shane
    sebastian seb bas baz
    sharon shari
    sidney sid sydney
    silas si
    simon si sim simeon
    solomon sol
    sophia sophie sofia sophy
    stanley stan
    stephanie steph stephie steffi stevie
    stephen steve stevie steven stephan ste
    stewart stu stuart
    susan sue susie suzy suzanne sukie susannah suzie
    sylvester sly
    sylvia syl silvia
    tabitha tabby
    tamara tammy
    terence terry terrence
    teresa theresa terry tess tessa tracy terri
    theodora dora theo
    theodore ted theo teddy
    thomas tom tommy thos
    tiffany tiff
    timothy tim timmy
    tobias toby
    tracy tracey trace
    ursula ursie
    valentine val
    valerie val
    vanessa nessa ness
    veronica ronnie roni vera
    victor vic
    victoria vicky vic tori vicki
    vincent vince vinny vin
    violet vi
    virginia ginny ginger
    vivian viv vivienne
    walter walt wally wat
    wendy wend
    wesley wes
    wilbur will
    wilfred wilf
    william bill billy will willie liam willy wm willem wilhelm
    winifred winnie freda
    winston winnie
    zachary zach zack zac zak
    zoe zoey
  `,
  irish: `
    aidan aodhan
    alasdair alistair alastair alexander ali
    aoife eva
    bronwyn bron
    callum calum malcolm
    caoimhe keeva kiva
    cathal charles
    ciaran kieran
    dafydd david dai dewi
    diarmuid dermot jeremiah
    donnchadh donagh denis
    eamon eamonn edmund eddie
    evan ifan
    fiona fi
    grainne grace
    gwilym william
    hamish james
    iain ian
    liam william
    maire mary
    niamh neeve
    orlaith orla
    padraig patrick paddy padraic podge
    rhys reece reese
    seamus james shay
    sean john shane
    sian jane
    sinead jane
    siobhan joan
  `,
  german: `
    alexander alex sascha
    andreas andi andy andre
    anna anne anni anja
    annegret anne
    anneliese anne liese liesl
    barbara babsi barbel
    bernd bernhard
    bernhard bernd berni
    birgit biggi gitte
    brigitte gitte biggi gitti
    christian chris
    christine christina tina christel chris christa
    christoph chris christof stoffel
    daniel dani
    dietrich dieter dirk
    dorothea doro dorle
    eberhard eber hardy
    elfriede friedl
    elisabeth lisa elli liesel else elsa sissi betty lisbeth bettina ilse elise
    ernst erni
    franz franzl
    franziska franzi sissy
    friedrich fritz friedel fred fried
    georg schorsch gorg
    gerhard gerd gert hardy
    gertrud trude traudel gerti
    gottfried friedel
    gunter gunther guenter guenther gunnar
    hannelore hanne lore hanni
    heinrich heinz heiner hinnerk heiko hein
    helene leni lena helena hella
    helmut hellmut
    herbert herb
    hildegard hilde hilla
    ignaz naz
    jakob jockel jacob
    joachim jochen achim jo jochim
    johanna hanna hanne jo
    johannes hans johann hannes jan
    josef sepp jupp joseph pepi beppo
    josefine josefa fine
    jurgen jorgen
    karl carl kalle karli
    karlheinz kalle
    karolina lina karo
    katharina kathi kati katja trine kathrin katrin kathe katrina nina
    klaus claus nikolaus nico niklas
    konrad conny kurt konni
    kunigunde gundi
    leonhard leo hardy
    leopold poldi leo
    ludwig lutz wiggerl
    magdalena lena leni magda
    manfred manni fred
    margarete grete gretel margit margot greta gretchen margret margarethe rita meta gitta
    maria mia mitzi marie mizzi ria
    marianne nanni
    markus mark marcus
    matthias matze matthes hias mathias matt
    maximilian max maxi
    michael michi michel micha
    monika moni mona
    nikolaus nico klaus nik niklas
    norbert nobby
    otto ottmar
    raimund ray
    rainer reiner rainier
    reinhard reini hardy
    renate reni nate
    robert robi bert
    rudolf rudi rolf
    rupert ruppi
    sabine bine sabin
    sebastian basti wastl bastian seb
    siegfried sigi siggi
    sieglinde linde sigi
    sofie sophie fie
    stefan steff steffen stephan
    stefanie steffi stephanie stefani
    susanne susi sanne susanna suse
    theodor theo teo
    therese resi thea theresia theresa
    thomas tom tommi
    tobias tobi
    ulrich uli ulli
    ulrike uli rike ulli
    ursula uschi ulla ursel
    valentin valle
    veronika vroni vera roni
    viktoria vicky
    volker volkmar
    walburga burgi
    walter walti walther
    waltraud traudl
    wilhelm willi willy helm
    wilhelmine mina minna helma
    wolfgang wolf wolfi
  `,
  dutch: `
    adriana ad sjaan
    adrianus adriaan arie ad adri
    albertus bert bertus ab appie
    alexander alex sander lex xander
    andreas andries dries
    anna anneke an ans anke annie
    antonius anton toon ton tony teun theun
    bartholomeus bart mees
    bernardus ben bernard bernd
    catharina trijn toos katrien cato tineke rina ina kaat trien karin to
    christiaan chris
    christina stien tineke ina
    cornelia corrie cor nel neeltje nelleke
    cornelis kees cor corne nelis
    daniel daan
    dirk dick diederik derk
    elisabeth els lies liesbeth bets elly lisa betsy ilse elsje
    everardus evert ed
    francisca francien cisca sien
    franciscus frans frank sus
    frederik freek fred frits
    gerardus gerard gerrit ger sjraar geert
    gerritje gerry gerda
    gijsbert gijs bert
    hendrik henk hein rik driek hendrikus
    hendrika riek rika henny hennie
    hieronymus jeroen
    hubertus huub hub bert
    jacobus jaap koos ko sjaak jacob cobus jacques coos
    jan johannes johan hans jo joop jannes hannes
    jeroen jerome
    johanna jo hanna joke annie hanneke janna jopie
    josephus jos sjef jef joseph joost joep
    lambertus bert lambert
    laurentius laurens rens lau
    leonardus leo leendert leon
    lodewijk lo loek lode
    margaretha greet griet gretha margriet grietje gre margot
    maria marie mia ria riet mieke marieke rie marijke miet mies
    martinus martin tinus maarten mart tiny marten
    mattheus matthijs thijs teeuwis mathijs tijs
    michiel michael giel chiel
    nicolaas klaas nico nick claes
    paulus paul pauwel
    petronella nel petra nelly ella
    petrus piet peter pieter pier
    pieter piet pete peter
    reinier rein
    rudolf ruud roel dolf
    sebastiaan bas
    simon siem
    stephanus steven stefan fanus
    theodorus theo dorus door
    thomas tom maas
    wilhelmina mien willemien mina wil helma mientje
    wilhelmus willem wim will helmus
    willem wim pim
  `,
  nordic: `
    alexander alex sander
    anders ante
    anna anne anniken ann
    anna anni anu
    annika anna
    antero antti andreas
    axel aksel
    birgitta gitta birgit britta berit brita
    carl calle karl kalle charlie
    caroline line karoline
    christian kristian chris krille
    christina kristina stina kicki kristin kirsten tina kerstin
    christoffer kristoffer kris chris toffer
    elisabet elli liisa
    elisabeth lisbeth lisbet lisa elsa lis betty lise bettan
    erik eirik eric jerker
    fredrik fredde fred frederik
    gudmundur gummi mundi
    gudrun gunna runa
    gunnar gunde
    gustav gustaf gosta gurra
    hans hasse johannes hansa
    helena heli leena hely
    helena lena helen elin helene
    henrik heikki
    henrik henke henrich
    ingeborg inga bodil
    jaakko jaska
    jakob jacob jeppe
    johan janne
    johann joi
    johanna hanna
    johannes johs hannes jan juha
    johannes juha juhani hannu jussi jukka
    jorgen joergen
    katariina kaisa kati katri
    katarina kajsa karin kata katrin trine kari katrina kaja
    kirsten kirsti
    kristiina kirsi tiina
    kristin kristine kirsten
    kristjan kiddi
    lars lasse lauri lave laurits
    louise lovisa lo
    magnus maggi
    magnus mange mogens
    malene magdalene lene malin
    margareta greta margit marit merete mette maret maggan
    maria maja mia marie mari maj
    marja mari maija maria
    mathias mats mathis
    mats matts
    matti mathias
    mattias matte mats
    mette margrethe
    mikael micke mikkel michael mike
    mikko mikael
    niels nils klaus niklas nicolai
    nikolai nick
    ole ola
    olof olle ola ole olav olaf
    pekka petri pietari
    per peter petter pelle peder pehr pekka
    rikard rickard richard ricke
    sebastian sebbe
    sigridur sigga
    sigurdur siggi
    stefan steffen staffan steffe stephan
    susanne sanne sussi
    thomas tomas tom
    torbjorn tobbe torben
    tuomas tuomo
    ulrika ulla rika
    vilhelm ville
    yrjo jori
  `,
  french: `
    alexandra alex sandra
    alexandre alex alexander sacha
    amelie amy
    andre dede
    anne annie anna nannette
    antoine toine antony titi anthony
    antoinette toinette
    benjamin ben benj
    benoit ben
    bernadette detty
    camille cam
    caroline caro
    catherine cathy cath kathy
    cecile cec
    charles charlie
    charlotte lolotte chacha
    christelle chris
    christian chris
    christine chris kiki
    christophe chris tophe kris
    claude clo
    clement clem
    corinne coco
    daniel dani
    danielle dany
    dominique dom doume
    edouard doudou ed
    elisabeth babeth lise zabeth babette
    emmanuel manu emanuel
    emmanuelle manu emma
    etienne tienne stephane
    fabien fab
    fabrice fab
    florence flo
    francois fanfan frank
    francoise fanchon
    frederic fred frederick
    frederique fred
    gabriel gaby
    genevieve gene
    georges jojo
    gregoire greg
    gregory greg
    guillaume guigui gui will
    guy guitou
    henri riton harry
    isabelle isa zaza
    jacqueline jackie
    jacques jacky jacquot
    jean jeannot
    jeanbaptiste jb
    jeanclaude jc
    jeanfrancois jf
    jeanmarie jm
    jeanmichel jm
    jeanne jeannette jeannine
    jeanpaul jp
    jeanphilippe jp
    jeanpierre jp
    joseph jo
    josephine josie
    louis loulou
    ludovic ludo
    madeleine mado madelon
    marc marco
    marguerite margot margo
    marie manon mimi
    marietherese maite
    martine titine
    mathieu mathis mat matthieu
    maurice momo
    michel mimi mich michael
    michele mimi
    nathalie nath nat
    nicolas nico
    nicole nico
    patricia pat
    patrick pat
    philippe phil
    pierre pierrot
    quentin quent
    raymond ray
    robert bob bebert
    sandrine sandy
    sebastien seb
    stephane steph stef
    stephanie steph
    suzanne suzon
    sylvain syl
    sylvie syl
    therese tetesse
    thierry titi
    thomas tom
    valerie val
    veronique vero
    vincent vince
    xavier xav
  `,
  spanish: `
    adelaida ade
    adrian adri
    agustin tin agus
    alberto beto tito al
    alejandra ale jandra sandra alex
    alejandro ale alex jandro
    alfonso poncho fonsi fonso alonso
    alfredo fredo alf
    alicia licha ali
    andres andi
    angel angelito
    angela angie
    antonia toni tona
    antonio tono toni antonito tonio
    araceli ara
    armando mando
    arturo turo
    aurora rora
    beatriz bea betty triz
    benjamin benja
    bernardo nardo berna
    camila cami
    carlos carlitos charlie calo
    carmen carmela menchu mamen carmina
    carolina caro
    catalina cata lina
    cecilia ceci
    celestino tino
    claudia clau
    concepcion concha conchi conchita chita
    consuelo chelo consu
    cristian cris
    cristina cris tina cristi
    cristobal cris tobal
    cruz crucita
    daniel dani danny
    daniela dani
    david davi
    diego dieguito santiago
    dolores lola loli lolita
    domingo mingo chomin
    eduardo edu lalo eddy guayo
    elena nena lena
    elisa eli
    emilio milo emi
    encarnacion encarna encarni
    enrique quique kike quico enri
    ernesto neto tito
    esperanza espe pera
    esteban este
    estela tela
    eugenia geni
    federico fede lico
    felipe pipe feli
    felix feli
    fernanda fer nanda
    fernando fer nando fercho nano
    florencia flor
    francisca paca paquita fran curra pancha
    francisco paco pancho fran curro kiko paquito quico cisco chico frasco pacho franco
    gabriel gabi gabo gabri
    gabriela gabi gaby
    gerardo gera
    gonzalo gonza chalo
    graciela chela gra
    gregorio goyo
    guadalupe lupe lupita guada
    guillermo memo guille willy
    gustavo gus tavo
    hector tito
    herminia mina
    hernan nan
    humberto beto
    ignacia nacha
    ignacio nacho inaki ignasi
    inmaculada inma macu
    isabel isa chabela chavela bel isabela
    ismael isma
    jacobo cobo
    jaime jaimito
    javier javi xavi xavier
    jesus chus chuy suso jesu
    jesusa chusa susa
    joaquin quino ximo chimo quin
    jordi jorge
    jorge coque jordi koke
    jose pepe pepito chepe josep che
    josefa pepa pepita fina josefina
    joseluis joselu
    josemaria josemari chema txema
    josemiguel josemi
    juan juanito juancho johnny
    juana juanita
    juancarlos juanca
    juanjose juanjo
    juanmanuel juanma
    julia juli
    julian juli
    juliana juli
    julio julito
    leonardo leo nardo
    leticia leti
    lorenzo loren lencho
    lourdes lurdes lou
    lucia lucy luci
    luis lucho luisito
    luisa luisita
    manuel manolo manu lolo manolito manuelito
    manuela manoli lola manola
    marcelo chelo
    marcos marquitos
    margarita marga rita mago
    maria ma mari maruja marita mary
    mariadelcarmen maricarmen
    mariadolores marilo
    mariaelena malena marilena
    mariajose marijose majo marijo cote
    marialuisa marilu marisa
    mariano nano
    mariateresa maite mayte
    martin tincho
    mateo teo
    mauricio mau
    maximiliano maxi max
    mercedes merche meche mecha
    miguel migue miki michel mike miguelito
    natalia nati naty
    nicolas nico colas
    octavio tavo
    pablo pablito pau
    patricia patri paty pati
    pedro perico pedrito pete
    pilar pili piluca
    rafael rafa rafi fael
    ramiro rami
    ramon moncho monchi ray
    raquel raqui
    ricardo ricky ricar rica richi
    roberto beto rober robert
    rocio roci chio
    rodrigo rodri rigo
    rosa rosita
    rosario charo chari
    salvador chava salva
    santiago santi chago yago tiago
    sebastian sebas bastian chano
    sergio checo sergi yeyo
    silvia silvi
    sofia sofi
    soledad sole chole
    susana susi
    teresa tere teresita
    tomas tomi tommy
    valentina vale
    veronica vero
    vicente chente vicent
    victor vic
    victoria vicky tori
    virginia vicky virgi
    yolanda yoli
  `,
  portuguese: `
    ana aninha nita
    antonio toninho tonho toze to
    beatriz bia bea
    bernardo be nardo
    carlos carlinhos caca
    carolina carol
    catarina cata cati
    daniel dani
    eduardo edu dudu duda
    fernanda nanda fe
    fernando nando fe
    filipa pipa
    filipe lipe felipe
    francisca chica kika
    francisco chico xico kiko paco
    gabriel gabi biel
    guilherme gui guigas
    gustavo guga gu
    helena lena leninha
    henrique rique kiko
    isabel belinha bel isa
    joana joaninha jo
    joao joaozinho janjao joca
    joaquim quim quinzinho
    jorge jorginho
    jose ze zeca zezinho
    josefa zefa
    leonardo leo
    luis luisinho lula luiz
    luiz lula luizinho
    manuel manel nelo manoel maneco
    manuela nela manu
    margarida guida magui
    maria mariazinha ia
    mariajoao mj
    mariana mari nana
    miguel micas
    patricia pati tita
    paulo paulinho
    pedro pedrinho pepe
    rafael rafa
    ricardo ric cado rica
    roberto beto
    rodrigo digo rod
    rui ruca
    sebastiao tiao bastiao
    severino biu
    susana suzi
    teresa te tete
    tiago ti thiago
    vitor vitinho victor
    vitoria vivi
  `,
  italian: `
    alberto berto albi
    alessandra ale sandra
    alessandro ale sandro alex
    alfonso fonzi
    alfredo fredo
    angela angelina lina
    angelo angelino
    anna annina annarella
    antonella nella anto
    antonietta nietta etta
    antonio toni tonino toto anto nino
    bartolomeo meo
    beatrice bice bea
    benedetta benny
    bernardo dino
    carmela carmelina melina
    caterina cate rina nina
    cecilia ceci
    concetta tina titti
    cristina cri cris tina
    daniela dani
    daniele dani
    domenico mimmo mimi nico menico
    edoardo edo dodo
    elena nena
    elisabetta betta lisa elisa bettina betty
    emanuele manu lele ema
    enrico rico chicco erri
    eugenio genio
    fabrizio fabri bicio
    federica fede chicca
    federico fede rico chicco
    filippo pippo fil
    francesca franca fra checca cesca
    francesco franco ciccio checco cesco fra cecco
    gabriele lele gabri
    gabriella gabri lella
    gaetano tano nino
    gennaro genny
    giacomo jack giacomino mino
    gianfranco franco
    gianluca luca gian
    gianluigi gigi gianni
    gianni giovanni
    giorgio gio giorgetto
    giovanna gianna vanna nina
    giovanni gianni nino vanni giovannino gio
    girolamo momo
    giulia giuly
    giuseppe beppe pino peppe peppino beppino gino bepi
    giuseppina pina giusy pinuccia
    guglielmo memo
    ignazio nazio
    ilaria ila
    isabella isa bella
    leonardo leo nardo
    lorenzo renzo lollo enzo
    luciano ciano
    luigi gigi gino luigino
    luigia gina gigia
    luisa isa
    marcello lello
    margherita rita marghe ghita
    maria mariuccia mariella marietta
    massimiliano max massi
    massimo max massi
    matteo teo
    maurizio mauri icio
    michela miki
    michele miki lele
    nicola nico nicolo
    nicolo nico nicola
    pasquale lino pasqualino
    patrizia patri
    piero pietro
    pietro piero pierino
    raffaele lello raf lele
    raffaella lella raffa
    riccardo ricky ric
    roberto robi berto
    rosa rosina rosetta
    rosaria sara
    salvatore toto turi salvo tore totuccio
    sebastiano seba nuccio
    sergio serge
    silvia silvi
    simone simo
    stefania stefy
    stefano ste stef
    teresa teresina
    tommaso tommy masino maso
    umberto berto
    valentina vale
    vincenza enza
    vincenzo enzo vince cenzo
    vittorio vito toio
  `,
  romanian: `
    alexandru alex sandu alexandu
    ana anca anuta
    andrei andi
    constantin costel costi costica dinu
    cristian cristi cris
    daniel dan dani
    dumitru mitica dumi mitu
    elena ileana lenuta
    florin florinel
    gabriel gabi
    gheorghe gicu ghita gigi george
    grigore grig
    ioan ion ionel ionut nelu johnny
    ioana ioanica oana
    iuliana iulia
    maria maricica marioara mara
    mihaela mica miha
    mihai misu mihaita michael
    nicolae nicu nae neculai
    petru petrica petre
    stefan fane fanel
    teodor teo tudor
    vasile vasi vasilica
    veronica vera
    viorel vio
  `,
  polish: `
    adam adas
    agata aga
    agnieszka aga agusia
    aleksander olek alek alex aleksandr
    aleksandra ola olka
    alicja ala
    andrzej jedrek andrew
    anna ania anka hania
    antoni antek tolek
    barbara basia baska
    bartlomiej bartek
    bartosz bartek
    boguslaw bogus
    boleslaw bolek
    czeslaw czesiek
    damian damianek
    daniel danek
    danuta danka danusia
    dariusz darek
    dominik domek
    edward edek
    elzbieta ela elka
    emilia emilka
    eugeniusz gienek
    franciszek franek
    grazyna grazynka
    grzegorz grzesiek grzes greg
    halina halinka
    hanna hania hanka
    helena hela
    henryk heniek
    irena irka
    ireneusz irek
    iwona iwonka
    jacek jack jacus
    jakub kuba kubus jacob
    jan janek jas jasiek
    janina janka
    jaroslaw jarek
    jerzy jurek jerzyk george
    joanna asia aska joasia
    jozef jozek
    julia jula julka
    justyna justynka
    karol karolek
    karolina karola
    katarzyna kasia kaska
    kazimierz kazik
    konrad konradek
    krystyna krysia
    krzysztof krzysiek krzys chris kris
    lucja lucy
    lukasz lukaszek luke
    maciej maciek
    magdalena magda
    malgorzata gosia malgosia gosha margaret
    marcin marcinek martin
    marek mareczek mark
    maria marysia maja
    mariusz mariuszek
    marta martusia
    mateusz mati mateuszek matthew
    michal michalek mike
    mieczyslaw mietek
    mikolaj miki mikolajek
    miroslaw mirek
    natalia natalka
    patryk patryczek
    pawel pawelek paul
    piotr piotrek peter
    przemyslaw przemek
    radoslaw radek
    rafal rafalek
    ryszard rysiek
    sebastian seba
    slawomir slawek
    stanislaw staszek stach stasiek
    szczepan szczepek
    szymon szymek simon
    tadeusz tadek
    teresa tereska
    tomasz tomek tom
    urszula ula
    waclaw wacek
    waldemar waldek
    wieslaw wiesiek
    wiktor wiktorek
    wiktoria wiki
    wladyslaw wladek
    wlodzimierz wlodek
    wojciech wojtek
    zbigniew zbyszek zbych
    zdzislaw zdzisiek
    zofia zosia
    zuzanna zuza
  `,
  czech: `
    alena ala
    alexandr sasa alex
    alzbeta bara eliska beta bozka
    anna anicka anca andula
    antonin tonda tonik
    barbora bara barca
    bohumil bohous
    bohuslav bohus
    dagmar dasa
    daniel dan
    dusan dusko
    eva evka
    frantisek franta fanda ferko fero
    gabriela gabina gabika
    hana hanka
    helena helca
    ivan ivo vanya
    jakub kuba jacob
    jan honza jenda janko jano john
    jana janka janicka
    jarmila jarka
    jaroslav jarda jaro
    jindrich jindra
    jiri jirka jura george
    josef pepa pepik jozka jozo jozef
    jozef jozo jozko
    julius julo
    karel kaja karol
    katerina katka kacka katarina
    kristyna kristy tyna
    ladislav lada laco laci
    lenka lena
    lubomir lubos lubo
    ludmila lida
    magdalena magda
    marie maruska majka maria marcela
    marketa maky gita
    matej mates matous
    michael misa
    michal misa misko
    miloslav mila milos
    miroslav mirek mira miro
    ondrej ondra andrej ondro
    pavel pavlik pavol palo paja
    petr petas peta peter
    petra peta
    premysl premek
    rudolf ruda rudo
    slavomir slavo
    stanislav standa stano
    tereza terka
    tomas tom tomik
    vaclav vasek venca
    veronika verca verka
    vladimir vlada vlado
    vojtech vojta
    zdenek zdena zdenda
    zofia zofka
    zuzana zuzka
  `,
  hungarian: `
    agnes agi
    andras andris bandi endre andy
    anna panni annus anci
    attila ati
    balazs balazska
    barbara borbala bori
    bela belus
    csaba csabi
    daniel dani
    david davidka
    dora dori
    edit editke
    erzsebet erzsi zsoka bozsi bori elizabeth
    eszter eszti
    eva evi
    ferenc feri ferko frank
    gabor gabi gabesz
    gabriella gabi
    gergely geri gergo
    gyorgy gyuri gyurka george
    gyula gyuszi
    ildiko ildi
    ilona ili ica ilonka
    imre imi
    istvan pista pisti isti steve
    janos jani jancsi john
    jozsef joco jozsi joska joe
    judit jutka judi
    julianna juli julcsi
    kalman kalmi
    karoly karcsi charles
    katalin kati kata kato kathy
    krisztian krisz
    krisztina kriszti
    lajos lali louis
    laszlo laci les leslie
    lili liliana
    margit manci
    maria mari marcsi marika
    marta marti
    marton marci
    matyas matyi
    mihaly misi michael
    miklos miki nick
    monika moni
    pal pali paul
    peter peti
    piroska piri
    robert robi
    rozalia rozi
    sandor sanyi alex
    tamas tomi tom
    terez teri
    tibor tibi
    viktoria viki
    vilmos vili william
    zoltan zoli
    zsofia zsofi
    zsolt zsolti
    zsuzsanna zsuzsa zsuzsi susan
  `,
  southSlavic: `
    aleksandar aco aca sasa alexander
    aleksandra saska sanja
    ana anica anka
    andrija andro
    ante antun tonci anto
    antonije toni
    atanas nasko
    bogdan boki
    bojan boyan
    branislav bane brane
    branko brane
    danijel dani daniel
    dejan deki
    dimitar mitko dimo
    dimitrije mita
    djordje djole djoka djura george dorde
    dragan gagi
    dragoslav draga
    dusan dule
    filip fica
    franjo frane
    georgi gosho joro
    goran goga
    gordana goca
    hristo icho
    ivan ivo ivica ivek
    ivana iva
    ivaylo ivo
    jelena jeca jela lena helena
    josip joso joza jozo pepi
    jovan jova joca ivan
    katarina kata kaca
    krasimir krasi
    kresimir kreso
    ljubica buba
    lyubomir lyubo
    marija mara maja marica maria
    milica mica
    milos mica
    miroslav miki mirko
    mladen mladjo
    nebojsa nebo
    nemanja nemo
    nenad neso
    nikola nidzo nik
    nikolay niki
    petar pero pera peter
    petar pesho
    radovan rade
    sinisa sine
    slobodan boba sloba
    snezana sneza
    srdjan srki srdan
    stefan stevo
    stjepan stipe stipo stevo
    stoyan stoycho
    svetlana ceca
    tatjana tanja
    todor tosho
    tomislav tomo
    vasil vasko
    vladimir vlado vlada
    vojislav voja
    yordan dancho
    zeljko zeljo
    zoran zoki
    zvonimir zvone zvonko
  `,
  russian: `
    aleksandr sasha sanya alex alexander shura aleksander alexandr oleksandr sashko
    aleksandra sasha shura alexandra sanya oleksandra lesya
    aleksei alexey alyosha lyosha aleksey alexei alesha oleksiy oleksii alex
    alina alya
    alla alya
    anastasia nastya anastasiya stasya asya anastasiia
    anatoly tolya anatoliy anatolii
    andrei andrey andriy andrii andryusha andrew
    anna anya nyura annushka hanna
    anton antosha tosha
    antonina tonya
    arkady arkasha arkadiy
    artem artyom tyoma artemy artiom
    bogdan bohdan bodya danya
    boris borya
    daniil danila danya daniel danylo
    daria dasha darya dariya daryna
    denis denys den
    diana dina
    dmitry dima mitya dmitri dmitriy dmitrii dmytro dimitri dmitrij
    ekaterina katya yekaterina katerina kate kateryna catherine katia
    elena lena yelena olena alyona helen alena
    elizaveta liza lisa yelizaveta yelyzaveta elizabeth
    evgenia zhenya evgeniya yevgenia eugenia
    evgeny zhenya evgeniy yevgeny evgenii eugene yevhen evgenij
    fyodor fedor fedya theodore
    galina galya halyna
    georgy gosha zhora georgiy yuri georgii egor
    gleb glebushka
    grigory grisha grigoriy hryhoriy gregory grigorii
    igor garik ihor
    ilya ilyusha ilia illia
    inna inessa
    irina ira iryna irene irisha
    ivan vanya ivanko
    kirill kirya kyrylo cyril kiril
    konstantin kostya kostyantyn konstantyn costa
    kristina kris khrystyna
    ksenia ksyusha kseniya oksana xenia ksusha
    larisa lara
    leonid lyonya lenya
    lev lyova leo lyov
    lidia lida lidiya
    lyubov lyuba liubov
    lyudmila lyuda mila ludmila liudmyla luda
    maksim max maxim maks maksym
    margarita rita margo
    maria masha mariya marusya mariia mary marina
    marina marinka
    matvei matvey motya
    mikhail misha michael mikhailo mykhailo mykhaylo mishka
    nadezhda nadya nadia nadiya
    natalia natasha natalya nataliya nata natalie nataliia
    nikita nikitos
    nikolai kolya nikolay nick mykola nicholas
    nina ninochka
    oksana ksenia ksyusha oxana
    oleg oleh
    olga olya olha
    pavel pasha pavlo paul
    polina polya
    pyotr petya petr petro peter piotr
    roman roma
    ruslan rus
    sergei seryozha sergey serhiy serhii serge serezha serg
    sofia sofya sonya sofiya
    stanislav stas slava
    stepan styopa
    svetlana sveta svitlana lana
    taras tarasik
    tatiana tanya tatyana tetiana tetyana tania
    timofei tima timofey
    timur tim
    vadim vadik vadym
    valentin valya
    valentina valya
    valeria lera valeriya
    valery valera valeriy valerii
    varvara varya
    vasily vasya vasiliy vasyl vasilii basil
    vera verochka vira
    veronika nika
    viktor vitya victor
    viktoria vika victoria viktoriya viktoriia
    vitaly vitalik vitaliy vitalii
    vladimir vova volodya volodymyr vlad wladimir
    vladislav vlad vladik vladyslav
    vsevolod seva
    vyacheslav slava viacheslav
    yana jana
    yaroslav slava yarik jaroslav
    yegor egor yehor
    yulia julia yuliya yulya juliya yuliia iuliia
    yuri yura yuriy yury jurij yurii iurii george
    zinaida zina
    zoya zoia
  `,
  greek: `
    aikaterini katerina kat kate catherine
    alexandra aleka alex
    alexandros alekos alex alexander
    anastasia natasa tasoula
    anastasios tasos
    anna annoula
    antonios antonis tony
    apostolos tolis
    aristotelis aris
    athanasios thanasis thanos nasos
    charalampos haris babis charis
    christina chrisa tina
    christos chris
    dimitra mimi dimi
    dimitrios dimitris mimis jimmy dimitri
    eleni elena lenia helen
    evangelia eva lia
    evangelos vangelis vaggelis angelos
    fotini foteini
    georgia gogo
    georgios giorgos george yorgos yiorgos giwrgos
    grigorios grigoris
    ilias elias
    ioanna gianna joanna
    ioannis giannis yannis john yiannis janis jannis
    kalliopi popi
    konstantina dina ntina
    konstantinos kostas dinos costas gus kostantinos
    kyriaki kiki
    kyriakos kyros
    lambros lampros
    maria mairi marika
    michail michalis michael mihalis
    nikolaos nikos nick nicolas nicholas
    panagiota giota yota
    panagiotis panos takis panayiotis
    paraskevi voula vivi evi
    petros peter
    sofia sophia
    sotirios sotiris
    spyridon spyros spiros
    stavros steve
    stefanos stephanos stefan
    stylianos stelios
    theodora dora
    theodoros thodoris theo
    vasileios vasilis bill vassilis
    vasiliki vaso vicky
    zoi zoe
  `,
  turkish: `
    abdullah apo
    ahmet ahmed
    ayse aysegul
    cemal cem
    emine emos
    fatma fatos fatima
    hatice hatis khadija
    huseyin huso
    ibrahim ibo abraham
    ismail isma
    kemal kamal
    mehmet memo mehmed memet
    muhammet muhammed muhammad
    mustafa musti mustapha
    omer omar
    suleyman sulo
    yusuf yusef
    zeynep zeyno zainab
  `,
  hebrew: `
    abraham avraham avi
    aharon aaron
    alexander alex
    amnon ami
    avigail abigail avigayil
    benjamin binyamin beni benny benyamin
    chaim haim chayim hayim
    chana hana hanna hannah
    daniel dani danny
    david dudi dudu dovid dave
    devorah dvora deborah
    eliyahu eli elijah eliahu
    elizabeth elisheva eli
    ephraim efraim efi
    esther ester esti etti
    ezra ezri
    gavriel gabi gabriel
    jacob yaakov yakov kobi koby jack
    jonathan yonatan yoni jonatan
    joseph yosef yossi yosi
    joshua yehoshua shuki josh
    judah yehuda yudi
    leah lea
    menachem meni menahem
    michael micha miki michal
    miriam miri miryam mira
    mordechai moti motti mordecai
    moses moshe moshiko moishe moyshe
    nachman nahman
    nathan natan nati
    noa noah noya
    rachel rahel rachi
    raphael rafael rafi rephael
    reuven reuben ruvi
    rivka rebecca riki
    samuel shmuel shmulik sami
    sarah sara sari
    shimon simon shimi
    shlomo solomon shlomi
    tzvi zvi tsvi
    uriel uri
    yael yaeli
    yitzhak isaac itzik yitzchak itzhak yitshak
    zeev zev wolf
  `,
  arabic: `
    abdullah abdallah abdulla abdellah abdalla
    abdulrahman abdurrahman abdelrahman
    aboubakr abubakr abubakar boubacar
    ahmed ahmad ahmet
    aisha aysha ayesha aicha aischa
    alaa ala
    ali aly
    amina aminah amena
    amir ameer emir
    amira ameera
    ayman aiman
    aziz azeez
    bilal belal
    faisal faysal feisal faysel
    farid fareed
    fatima fatma fatimah fatema faten
    haitham haytham
    hamed hamid
    hamid hameed
    hamza hamzah
    hana hanaa
    hasan hassan
    hisham hicham
    hussein husain hossein husayn hussain hosein husein houssein huseyin hussien
    ibrahim ebrahim brahim abraham
    iman eman
    imran omran
    ismail ismael esmail ismaeel
    jalal galal
    jamal gamal djamal djamel
    jamil gamil jameel
    jibril gabriel
    kareem karim
    khadija khadijah khadidja hadija
    khaled khalid khalidh halid
    laila layla leila leyla lila
    mahmoud mahmud mahmood
    majid majed magid
    maryam mariam miriam meryem mariyam
    mehdi mahdi
    mohammed muhammad mohamed mohammad mohamad muhammed mohd md muhamad mohamd mehmet mamadou muhammet
    mousa musa moussa moosa moses
    mustafa mostafa mustapha moustafa
    nabil nabeel
    nadia nadya
    nasser nasir naser
    nour noor nur
    omar umar omer oumar
    osama usama oussama
    othman osman uthman
    parviz parvez
    qasim kasem qassem kassem kasim
    rahim raheem
    rashid rasheed rached rachid
    reza rida ridha riza
    saad sad
    said saeed sayed saiid sayyid syed
    salim saleem selim
    salman salmaan
    samir sameer
    sara sarah
    sharif shareef cherif
    shirin shireen
    soheil suhail sohail
    sulaiman suleiman soliman sulayman suleyman
    tariq tarek tarik tareq
    waleed walid oualid
    yahya yehia yahia
    yaqub yacoub yakub jacob
    yasin yassin yaseen yassine
    yasser yasir
    younes yunus younis yunis
    youssef yusuf yousef joseph yusef yousuf youcef josef
    zahra zohra zahraa
    zaid zayd zeid
    zainab zaynab zeinab zeynep
  `,
  indian: `
    abhishek abhi
    aditya adi adhitya
    akash aakash
    amit ameet
    anand anandh
    anil aneel
    arjun arjuna
    arvind aravind arvindh
    ashwin aswin
    bharat bharath
    chandra chander
    deepak dipak
    deepika deepa dipika
    dinesh dinu
    ganesh ganesha
    gayatri gayathri
    geeta gita geetha
    gopal gopala
    govind govinda
    gurpreet preet
    harish hari
    harpreet harry
    jagdish jagadish jagdeesh
    jaswinder jassi
    jyoti jyothi
    kavita kavitha
    krishna kishan krish
    lakshmi laxmi lakshmy
    lalita lalitha
    manoj manu
    manpreet manny
    meena mina
    murali muraly
    narayan narayana narayanan
    neeraj niraj
    pooja puja
    praveen pravin parveen
    preeti priti preethi
    priya priyanka pri
    rajendra raj rajinder rajender
    rajesh raj rajeesh
    rajiv rajeev
    ramesh ram
    ravi ravindra ravinder
    rohit rohith
    sandeep sandip
    sanjay sanjaya
    sanjeev sanjiv
    saraswati saraswathi
    satish sateesh
    savita savitha
    shankar sankar shanker
    shiva siva shiv
    shweta sweta swetha
    siddharth sid siddhartha sidharth
    sita seetha sitha
    sridhar shridhar sreedhar
    srinivas shrinivas srinivasan srini sreenivas
    subramanian subramanyam subramaniam subrahmanyam subbu
    sudhir sudheer
    sukhwinder sukhi
    sunil suneel
    swati swathi
    venkat venkatesh venkata venky
    venkatesh venkat
    vidya vidhya
    vijay vijaya
    vikram vikrama vik
    vinod binod
    vishal bishal
    vishnu bishnu
    vivek bibek
    yash yashwant
  `,
  eastAsian: `
    akihiro aki
    hiroshi hiro
    hiroyuki hiro
    junichi jun
    kazuhiro kazu
    kenichi ken
    kenji ken
    masahiro masa
    masaru masa
    nobuyuki nobu
    shinichi shin
    takashi taka
    tomohiro tomo
    yoshihiro yoshi
    yumiko yumi
  `,
  southeastAsian: `
    achmad ahmad
    agus agustinus
    antonio tonyo
    benigno ninoy
    budi budhi
    corazon cory
    dewi devi
    eduardo edong eddie
    emmanuel manny
    ferdinand ferdie
    francisco kiko isko
    imelda meldy
    josemaria joma
    mariacristina maricris
    muhammad muh mohamad mochamad moch
    nurul nur
    ramon monching
    ricardo ricky carding
    roberto bobby obet
    rosario charing
    siti sitti
    surya suria
    yohanes johannes
  `,
  african: `
    abiodun abi
    adebayo bayo ade
    adewale wale ade
    aminata ami
    ayodele ayo dele
    babatunde tunde baba
    bongani bonga
    chinedu nedu
    chukwudi chudi
    chukwuemeka emeka
    fatoumata fatou fatima
    folake fola
    girma girum
    ibrahima ibou ibrahim
    ifeoma ify
    kwabena kobina ebo
    mariama mariam
    nkosinathi nathi
    obinna obi
    olufemi femi
    olumide olu mide
    olusegun segun
    oluwaseun seun
    oluwatoyin toyin
    onyekachi kachi
    ousmane osman
    sibusiso sibu
    temitayo tayo temi
    temitope temi tope
    thandiwe thandi
    uchechukwu uche
    yohannes john
  `,
};

/** Names that are nobody's form in the list above: known, so that no two of them pass for a slip of the pen. */
export const moreGivenNames = `
  aase adel adil agathe aiden aiko aitana ajay ajit akhil akira alain alan alana alba alessia alessio allan
  alma alok alva amal amandine amber amita amos amparo amr amrita anas andrea anita anjali ankit ankita
  antje anup anwar arantxa arianna arlene armin arnaud arno arun aruna arwa asami asen asha ashley ashok
  aslaug asma asmaa asmund asuka atul audrey aurelie aurelien ava avery aya ayumi ayush bala baptiste barry
  bastien bengt bente bhavna bhushan birger bjorn blake blanca bo borge brenda brett bruce bruno burak carla
  carlo carlotta carter casey celine cesar cesare chad chantal chase chiara chie chika chitra chloe cinzia
  claire clara claudio clinton cody cole connor corey courtney craig crystal curtis dag daichi daiki daisuke
  dale dalia damien dana dario darlene darren darshan davide dawn dean debora della delphine denise detlef
  dev devin dhruv didier divya doaa donatella donna doris dorota duncan dylan earl ebba edgar edith edna
  eduard egil egon eiji einar eivind elaine elke elliot elmer elodie eloise emiko emil eri erica erika erin
  erwin espen estelle ethan ettore ewa eyad fabian fabiana fabio fadi fahad faith falk finn flavia flavie
  flavio flora florian flynn fouad franck frauke freja frida frode fumiko gaelle gaia gaurav gautam gavin
  geir gero gesa ghada ghislain giada gilles ginevra girish giuliano glen glenda glenn gloria gordon goro
  grant grazia gregor grit gro gunn guri habib hadi hagen hailey hala halvor hanako hani harley harper
  hartmut haruka haruto hayat hazel hazem heather hedda hege heidi heike helge hema hemant hend henning
  herve hiba hideki hideo hikari hiroko hiromi hitomi holger holly hope horst howard hrvoje huda hugo hunter
  ichiro ida idar ihab ilham ilka imke inas indira ines inger ingo ingrid iris irma isha ishan isidore ivar
  ivy iyad jaber jade jai janusz jasmina jason jawad jay jaya jenna jens jesper jiro jocelyn joel jonas
  joran jorn jost joy joyce julien june junko jutta kai kajal kaloyan kalpana kamala kamil kamila kana kaori
  kaoru kara karam karan karina karine karla kay kayla kazuko kazuo kei keiko keita keith kelly kelsey kent
  kenta kerry ketut kilian kinga kiprotich kiran kirk kiyoshi kjell klara klaudia knut koichi koji komal
  kumiko kunal kwame kyle kyoko lamia lance lata lee leela leif leona lerato leszek letizia libuse licia
  linn lionel logan loic lois lora loredana lorena lorenz loretta lorraine lothar loubna lubna luc luciana
  lucie ludivine luka lukas lyle mabel made madhu madhuri magali maha maher mahesh mai maike maki makoto
  mala malak malik malte mami mamta mana manabu manal manish manisha mar marcel marcelina marcia maren
  marijana mariko marine mario marius marko marlena marlene marte martina martyna marwa marwan masako masao
  mason mathilde mattia maxime maya mayu mayumi mazen megha megumi meike michiko mika milan milena milorad
  minnie minoru mireille misaki mitsuko miyuki mohan mohit momoko monique morgan moritz morten mukesh munir
  muriel myra myriam nada nadim nadine nadja nahla nalini nandini naoki naoko naomi natsumi naveen nawal
  neal neha nerea ngozi nia nigel nikhil nisha nitin nnamdi noel noelia noemi noemie noriko norma noura
  nozomi nuno nuria oceane oda odd odette odile olivier oliwia om opal oriana oriol ornella osamu oskar owen
  oystein paal padma paige pallavi pankaj paola paolo parker parul pascal paulina pawan payal paz pearl
  perry phoebe phyllis piera piper plamen prabhu pradeep pradip prakash pranav prasad prem rafiq ragnar
  rahul raja rajni rakesh rakhi ralf ramy rana randi rani rania ranjit rasha rashmi rasmus raul rawan reem
  regis rei reiko rekha remi remy renata renato rene renu rex rhonda riad riley rim rin ritu riya robyn
  rocco rohan roksana romain romina ronny roshan ross ruben ruby rune rupa ruth ryan ryo ryota sabah sabrina
  sachiko sachin sagar sahil saki sakura salah salem salma samar samira samuele sana sanjana sapna sarita
  satoshi saul sayaka seema serena seth severine shadi shaima shalini shannon shashi sheela sheila shelby
  shigeru shilpa shinji shirley shiro shizuka shobha shota shruti shun shyam sierra sigrid sigurd siham
  silje silke silvana silvio siri sissel smita sneha sofiane soha solene solveig sonal sonia sonja soren
  spencer stacy stein stella stian stig subhash sukru suman sumit sunita suresh sushma svein sven svenja
  swen sylwia synne tadashi taichi takako takeshi takumi talal tanvi tara taro tarun tatsuya taylor tendai
  terje tesfaye tetsuo tetsuya themba thorsten till tilo timo tiziana todd tomoko tomomi tone tor torsten
  toru torunn toshio tove travis trent trevor tristan trond troy tsubasa tsvetelina turid tyler uday udo ugo
  ulf ulrik uma una unni urs usha ute uwe valerio vandana vani varsha varun vegard veit vernon vesna vidar
  vigdis vimal vinay vinita viola virginie wade wael wafa wanda warren wayan wayne wendell weronika wiebke
  willa willow wilma wolfram yann yannick yara yasuko yetunde yngve yogesh yoichi yoko yoshiko yoshio youko
  yui yuka yukari yuki yukiko yukio yuko yuriko yusuke yuta yutaka yvan yves yvette yvonne zaki zane zara
  zdravka zdravko zelda ziad zygmunt
`;
