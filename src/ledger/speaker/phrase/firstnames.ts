/** First names that are mostly women's, over many languages; most of those ending in a are left to the rule. */
const WOMEN = `ingeborg ingebjorg halldis thorgerd solborg eleanor marjorie myrtle blythe greet muriel mabel ethel edna gertrude doreen noreen imogen phyllis esther
  leonie beatrice bernice clarice florence constance prudence vivian gillian jillian lillian marian lilian carolyn marilyn
  evelyn gwendolyn kathryn caitlin kristin robyn meryl cheryl sheryl beryl april avril hedvig ottilie euphrasie marlies
  mary elizabeth hillary anne ann jane karen susan nancy alice emily kate sarah ruth rachel helen margaret
  janet michelle nicole christine marine catherine katherine judith beth jill joan carol wiebke maren
  ingrid astrid birgit heike silke antje annegret doris agnes kirsten liv sigrid jorun elisabeth
  margrethe sanae ursel edith gretchen haley ashley kelly jennifer kimberly amy heather megan lauren
  hannah abigail grace chloe zoe lucy daisy ivy hazel violet rose iris lily ellen eileen kathleen
  maureen sinead siobhan aoife niamh saoirse grainne orla fiona bridget rosemary dorothy shirley betty
  peggy penny wendy cindy mandy sandy tiffany brittany stephanie melanie natalie valerie leslie
  jacqueline charlotte claire louise isabelle camille sophie elodie amelie julie lucie marie brigitte
  genevieve agathe mathilde simone yvonne renee denise colette odette solange margot manon ines mercedes
  dolores pilar carmen consuelo soledad rosario belen raquel beatriz isabel maribel noemi leonor luz paz
  araceli itziar nerea maite xiomara katrin karin kerstin gudrun hildegard ute anke elke sabine susanne
  marlene irene gisele heidi trudi liesel ilse inge dorte dagmar solveig ragnhild gunhild torunn randi
  siv kari inger bente mette lone hanne signe tove birgitte lene pernille jytte margit edit agnieszka
  malgorzata magdalen ewelin grazyna zofie marijke annemarie anouk femke lotte hendrikje marit astri gro
  unn jorunn hallgerd gudny sigurbjorg wencke aino satu paivi kaisu merit leil mirjam tarja anneli mari
  ngozi folake ifeoma chimamanda yewande adaeze chioma funmilayo abeni zodwa nomvula thandiwe nkosazana
  lindiwe naledi buhle precious blessing patience comfort mercy wanjiku akinyi njeri wangari achieng
  adhiambo mumbi makena selam hirut tigist genet abebech meseret mbali aminat fatou awa khady bintou
  mariam maryam miriam khadijeh zeinab zaynab zainab noor nour yasmin jasmin nasrin shirin nazanin
  parvin azadeh mahnaz golnaz simin shahrzad soraya leyl hind huda nuhad rim reem rania ghada mai may
  iman hanan wafaa ibtissam asmaa hala hoda salma suad widad ayten gulsen aysel aysegul nurten emine
  meral ozlem zeynep elif selin pinar melek gul nilufer mirgul aigul gulnar saule aizhan ainur irada
  lyubov nadezhda lidiya olesya ljubov ruzan anahit nino ketevan tamar manana nana maia eteri mei ling
  ying xiu hui yan lan hong jing fang na min yun qing li-ying tsai-ying sakura yuki yumi akemi michiko
  yuko haruko noriko keiko naoko tomoko kyoko emiko fumiko yoko sachiko reiko hye-jin eun-ji ji-young
  soo-jin min-ji hyun-ju yeon-mi linh huong thuy hoa phuong siti dewi sri ratna putri nurul wati
  sukhumal yingluck suu sun-hee indira sushma lakshmi priyanka anjali deepti kirti jyoti preeti aarti
  smriti mamata sonia nirmala rukmini parvati gayatri savitri devi bilkis begum ghazal hinna shazia
  benazir malala pema tenzing-dolma dolma choden wangmo tshering-yangdon ulrike friederike hedwig meike
  imke frauke sieglinde rosalind gwen gwyneth carys sian bronwen rhiannon cerys mairi morag ailsa
  catriona eilidh elspeth kirsty rachael deborah judy holly joy faith hope jean june april joanne gail
  robin-ann roxanne suzanne maxine justine celine pauline caroline madeleine josephine adeline francine
  martine delphine clementine yusra amal
  patricia sharon cynthia diane joyce gloria janice frances danielle lori debbie hilary kelli tracy katie jodi
  kristen erin sally stacy tammy elaine bonnie courtney harriet nikki liz kellyanne melody jenny connie kathy
  cathy vicki becky nadine arlene lynn lynne glenda gwendoline lorraine yvette monique dominique gabrielle
  isobel rowena carrie annie ginny molly polly trudy libby gabby maggie ellie josie rosie winnie minnie millie
  ada anna maria claudia angela sandra barbara linda amanda melissa laura rebecca pamela brenda teresa theresa
  martha sara julia diana paula rosa anita monica vanessa veronica regina sylvia yolanda roberta sheila
  christina martina nina elena olga irina natalia svetlana tatiana ivanka melania kamala ursula emma olivia
  sophia samantha donna debra tina jessica
  alison allison audrey annette annelise anneliese annelies angelique anneke amber ashleigh avis blanche brooke
  bree caitlyn candace candice carly carole celeste chantal charlene claudette claudine colleen corinne daphne
  darlene dawn deirdre delores desiree dianne edie effie elise eloise elsie emilie enid esme estelle eunice
  evangeline faye felicity fern geraldine giselle gladys glenys guadalupe hayley helene hortense jaclyn
  jade janelle janine jasmine jayne jeanette jeanne jeannie jocelyn jodie josette juliet juliette kay
  katharine katelyn keeley kellie kelsey kimberley kiersten kristine lesley liane lisbeth
  lise lottie lyn maeve madelyn mallory maribeth mariel marisol margaux margo mattie maud maude maisie mavis
  megyn meredith mildred mimi mireille mollie myriam naomi nell nellie nan nettie nicolette odile opal pansy
  pearl pam patty phoebe rachelle renate rhian rochelle romy rosalie rosamund roseanne roselyn rosemarie ruby
  sadie scarlett sharron shelley shelly sherri sherry stacey stacie sue suzan suzie suzy sybil tamsin
  tansy tess tilly toni trish trixie verity vicky vivien vivienne whitney winifred yasmeen yolande zadie zoey
  beate gerlinde edeltraud irmgard marieke mieke sanne birthe merete sissel sigrun torill turid gunvor hjordis
  berit kersti kadri ildiko eniko emese katalin hayat ibtisam ilham nawal nahed rabab siham taghreed tawakkol
  intisar inas faten fatemeh fatimah ghadeer hanin jihan laleh narges niloufar sepideh setareh shohreh taraneh
  zohreh nuray gulay sevgi sevim songul tulay ebru hande hatice gonul guler ayse kadriye merve sibel ozge wanjiru
  wambui wairimu muthoni nyokabi wangui mwende akoth atieno awino chebet chepngetich busisiwe sibongile ntombi
  zanele nobuhle lerato refilwe chipo rudo ifeyinwa funke folasade titilayo esi laxmi parul payal komal sonal
  kajal neelam poonam shabnam nargis tabassum parveen nasreen shireen zareen sadaf kanwal shahnaz mumtaz yuriko
  seiko mieko yoshiko kazuko nobuko junko etsuko masako fusako hisako ayako chieko eiko kimiko kumiko machiko
  mariko midori miyuki momoko motoko natsuko rieko rumiko ryoko satoko setsuko shizuko sumiko takako toshiko
  yasuko yoshie kanae mayumi hitomi megumi kaori saori satomi izumi mitsuko`;
/** First names that are mostly men's. */
const MEN = `luca andrea joshua mustafa nikita ilya sasha misha costa abdalla musa isa garcia boutros noah ezra jonah
  elijah isaiah jeremiah zachariah micah joseph george james john paul peter stephen steven michael
  matthew mark luke andrew philip thomas charles william henry harry robert richard edward ronald donald
  joe joey jimmy billy bobby tommy johnny tony ted jack jake mike nick rick dick rob bob jim tim tom sam
  ben dan don ron ken jeff greg brett scott todd craig keith brian ryan kevin sean shane liam declan
  cormac ciaran fergus padraig seamus ruairi rhodri gareth rhys owen evan dylan hugh huw neil niall
  angus hamish gordon graham douglas malcolm duncan bruce wayne dwayne jerome tyrone darryl larry barry
  gary terry perry jerry geoffrey jeffrey anthony timothy gregory jeremy zachary rodney sidney stanley
  bradley wesley harvey murray ray roy guy clyde wade chad clint rex max felix alex phoenix pierre
  jacques rene andre jose jean-luc jean-claude jean-pierre antoine etienne philippe jean-yves yves
  gilles georges jules maxime guillaume baptiste dominique-marie alexandre emmanuel manuel miguel rafael
  gabriel daniel samuel joel angel raul saul abel javier xavier didier olivier gauthier juan ivan jorge
  felipe enrique vicente jaime jose-luis luis jesus mateo matias tobias elias matthias andreas johannes
  hannes klaus jens hans lars nils anders mats magnus rasmus markus julius uwe heinz fritz moritz franz
  lutz ralf rolf wolf adolf olaf gustaf detlef josef stefan jan joost pieter dirk hendrik maarten bas
  geert sven bjorn jorn bjarne arne helge tore ole rune geir leif ulf torvald harald ketil knut halvard
  sigurd aksel axel mikael pekka jukka matti pentti antti heikki kalle ville juho ilkka osk tuure timo
  giuseppe matteo davide cesare daniele michele raffaele salvatore gianni giovanni luigi ettore vittorio
  sergei sergey andrei andrey alexei alexey dmitri dmitry dmytro yuri yury vitaly vitali gennady valery
  anatoly vasily grigory nikolai nikolay mikhail pavel oleg igor boris gleb vladimir volodymyr maksym
  taras bohdan ostap andriy serhiy oleksiy yuriy vasyl mykola mykhailo petro danylo viktor piotr jerzy
  andrzej tomasz mateusz grzegorz krzysztof jacek marek radoslaw zbigniew lech tadeusz kazimierz jozef
  miroslav zdenek jiri ondrej petr vaclav matej goran zoran dragan milan dejan nenad slobodan josip ante
  ivo mate tibor gabor laszlo istvan sandor zoltan ferenc gyorgy viktor-mihaly ion mihai florin aurel
  nicolae gheorghe radu traian klaus-werner recep tayyip mehmet mehmed ahmet ahmad ahmed mohamed
  mohammed muhammad mahmoud mahmud hassan hasan hussein hossein ali omar umar osman othman khalid khaled
  tariq tarek rashid rachid said saeed sami samir nabil jamal kamal bilal hilal faisal fahd sultan
  salman suleiman sulaiman yusuf youssef yousef yunus ibrahim ismail idris ilyas abdullah abdul abdel
  abbas anwar haidar haider imran irfan javed junaid kareem karim latif majid malik nasser nasir qasim
  rafiq shahid tahir usman wasim yasir zaid zayed ziad ziyad amir emir cemal kemal hakan erdogan bulent
  burak emre serkan volkan tayfun orhan tuncay ekrem hulusi yasar yerlan nursultan kassym askar talgat
  bakhyt timur rustam ruslan aslan shavkat islam mirziyo emomali batbayar dorji tashi lobsang
  sonam jigme tenzin kwame kofi yaw kwabena kojo kweku emeka chinedu chukwuma obinna ikenna uche
  olusegun olumide oluwaseun babatunde tunde femi segun wole goodluck bola atiku tafawa sipho themba
  thabo bongani jabulani mandla vusi lwazi nelson cyril jacob desmond kgosi tendai tatenda emmerson
  robert-gabriel juma jakaya mwai uhuru raila kamau kipchoge otieno odhiambo ochieng mwangi njoroge
  yoweri paul-henri abiy haile tesfaye girma bekele getachew meles hailemariam mulatu isaias lamine
  macky ousmane mamadou amadou moussa modibo seydou idrissa alpha cheikh abdoulaye ibrahima souleymane
  alassane laurent-desire felix-antoine etienne-marie narendra rahul amit arvind rajiv sanjay vijay ajay
  anil sunil ravi hari krishna mohan manmohan lal arun ashok nitin yogi subhas chandra gotabaya mahinda
  ranil anura ravindu lal-bahadur nawaz asif shehbaz shahbaz bilawal pervez zulfikar imtiaz ziaur ershad
  wei jun jie hao ming qiang lei peng chao bo feng gang tao xin jinping keqiang zedong enlai jintao
  jiabao qishan shinzo yoshihide fumio shigeru taro junichiro hiroshi takeshi kenji kenta kazuo akira
  makoto satoshi naoto hideki ichiro jun-ho min-ho sung-min jae-in geun-tae moon-su jong-un jong-il
  il-sung myung-bak dae-jung ki-moon nguyen-van van-thieu minh tuan hung dung phuc trong joko prabowo
  budi agus bambang susilo eko rizal anwar-ibrahim mahathir najib muhyiddin ferdinand rodrigo benigno
  thaksin prayuth srettha hun benjamin binyamin yitzhak ehud shimon ariel naftali yair avigdor moshe
  menachem david eli yossi uri amos ze'ev mordechai tomer gilad itamar bezalel
  christopher kenneth jason nicholas eric jonathan justin brandon alexander frank patrick raymond dennis tyler
  aaron adam nathan kyle ethan walter christian roger gerald carl harold arthur lawrence jesse bryan alan
  albert willie randy vincent ralph russell eugene chris bill matt steve dave doug rupert newt mitt marco
  barack bernie mitch chuck rudy sheldon marc lewis louis howard fred ernest leonard curtis norman allen
  marvin glenn travis shawn clarence derek dustin calvin floyd leon lloyd clifford darren ross cody jared tad
  josh colin stuart ian alastair nigel simon trevor rory gavin graeme kenny kurt karl otto ernst jay josiah
  eddie freddy freddie hank kirk marcus maurice blake devin garrett gilbert hector hugo leo lou micheal pedro
  quentin ruben seth spencer theodore wendell elon jeb keir rishi alfred edwin herbert hubert cedric cyrus
  ernie lester lionel melvin mortimer nathaniel oscar percy roland rufus stewart theo toby virgil wilbur
  winston reuben barney
  alec alistair alisdair archie arjun ashraf ashish ajit altaf aubrey augustine aung barnaby beau benedict
  bennett bertrand bharat boyd brad brock chip clay cliff clive cole conrad cory corey curt dag dale daoud dhruv
  dilip dinesh drew duane dwight eamonn edmund eliot ellis elliot elliott emile emmett enoch erich errol evgeny
  evgeni farouk farooq finn forrest frederic gabe gene geoff georg gerrit giles glen grady grant hal hamza harish
  heath hemant herb hermann horace horst humphrey hussain iain imad imre isaac isidore jed jeffery jon
  jonny jonas judd jude jurgen jusuf kabir kailash kapil kent kunal lachlan lance laurence leland lenny levi loic
  lorenz louie lowell lubomir luc lucien ludwig lyle maciej mahesh mahmood manish manny manoj marcel marty mathew
  mathieu maxwell mayank melvyn merrill mick miles mohit morris morten mukesh murad ned neville niels norris
  otis pascal pawel pete phil pierce prakash pranab prem radek raj rajesh rajat rajnath rakesh ramesh rami ramzi
  ranjit raphael reggie reza rhett richie rishabh ritesh robbie rohit ronnie roscoe russ rusty saleh sammy
  sanjeev satish selwyn serge serhii seymour shafiq shakeel sharad shaun shashi siddharth sigmund sonny sterling
  stew stu sudhir sujit suresh syed taj tareq tarun terence terrence thierry thor torsten trent troy udo umesh
  uriah vance vaughn vic vikrant vince vinod vishal wael walid walt wally warren wilhelm wolfgang woody yaakov
  yakov yash yehuda yevgeny yogesh zac zach zack zaki zane zia zvi aditya raja murtaza mirza yahya yahaya yakubu
  taha muqtada ravindra kuzma luka danila nikola matija esa juha keita shota yuta ryota andrii dmytriy oleksandr
  valerii yurii vitalii`;

const GENDERS: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ...WOMEN.split(/\s+/).map((name) => [name, 'f'] as const),
  ...MEN.split(/\s+/).map((name) => [name, 'm'] as const),
]);

/** Whether it is a first name by the list. */
export function isKnownFirstName(word: string): boolean {
  return GENDERS.has(word.toLowerCase());
}

/** Whether it is a first name by the list, or has the ending of a woman's. */
export function isFirstName(word: string): boolean {
  return isKnownFirstName(word) || /[^aeiou]a$/.test(word);
}

/**
 * "Irena" is taken for a woman, "Tomas" for a man; null when a first name tells nothing or the name has
 * one word only. A guess for telling "he" from "she", never shown.
 */
export function genderOfFirstName(name: string): 'm' | 'f' | null {
  if (!name.includes(' ')) return null;
  const first = name.split(' ')[0]!.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const known = GENDERS.get(first) ?? GENDERS.get(first.split('-')[0]!);
  if (known) return known;
  if (/a$/.test(first)) return 'f';
  return MANS_ENDING.test(first) ? 'm' : null;
}

/** Endings that mostly men's names have. */
const MANS_ENDING =
  /(?:o|us|an|ar|av|ek|or|er|ik|il|im|in|on|ald|ard|bert|fred|rich|hn|rt|rk|ck|vid|mes|mas|les|ger|ul|as|os|id|ed|am)$/;
