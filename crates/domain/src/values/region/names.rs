//! ISO 3166-2: the codes of subdivisions within their countries, without the country in front,
//! with their names. Countries without any are left out.

/// `(country code, "CODE Name|CODE Name|...")`, countries and codes in byte order.
pub(super) static REGIONS: &[(&str, &str)] = &[
    (
        "AD",
        "02 Canillo|03 Encamp|04 La Massana|05 Ordino|06 Sant Julià de Lòria|07 Andorra la Vella|08 Escaldes-Engordany",
    ),
    (
        "AE",
        "AJ ‘Ajmān|AZ Abū Z̧aby|DU Dubayy|FU Al Fujayrah|RK Ra’s al Khaymah|SH Ash Shāriqah|UQ Umm al Qaywayn",
    ),
    (
        "AF",
        "BAL Balkh|BAM Bāmyān|BDG Bādghīs|BDS Badakhshān|BGL Baghlān|DAY Dāykundī|FRA Farāh|FYB Fāryāb|GHA Ghaznī|GHO Ghōr|HEL Helmand|HER Herāt|JOW Jowzjān|KAB Kābul|KAN Kandahār|KAP Kāpīsā|KDZ Kunduz|KHO Khōst|KNR Kunaṟ|LAG Laghmān|LOG Lōgar|NAN Nangarhār|NIM Nīmrōz|NUR Nūristān|PAN Panjshayr|PAR Parwān|PIA Paktiyā|PKA Paktīkā|SAM Samangān|SAR Sar-e Pul|TAK Takhār|URU Uruzgān|WAR Wardak|ZAB Zābul",
    ),
    (
        "AG",
        "03 Saint George|04 Saint John|05 Saint Mary|06 Saint Paul|07 Saint Peter|08 Saint Philip|10 Barbuda|11 Redonda",
    ),
    (
        "AL",
        "01 Berat|02 Durrës|03 Elbasan|04 Fier|05 Gjirokastër|06 Korçë|07 Kukës|08 Lezhë|09 Dibër|10 Shkodër|11 Tiranë|12 Vlorë",
    ),
    (
        "AM",
        "AG Aragac̣otn|AR Ararat|AV Armavir|ER Erevan|GR Geġark'unik'|KT Kotayk'|LO Loṙi|SH Širak|SU Syunik'|TV Tavuš|VD Vayoć Jor",
    ),
    (
        "AO",
        "BGO Bengo|BGU Benguela|BIE Bié|CAB Cabinda|CCU Cuando Cubango|CNN Cunene|CNO Cuanza-Norte|CUS Cuanza-Sul|HUA Huambo|HUI Huíla|LNO Lunda-Norte|LSU Lunda-Sul|LUA Luanda|MAL Malange|MOX Moxico|NAM Namibe|UIG Uíge|ZAI Zaire",
    ),
    (
        "AR",
        "A Salta|B Buenos Aires|C Ciudad Autónoma de Buenos Aires|D San Luis|E Entre Ríos|F La Rioja|G Santiago del Estero|H Chaco|J San Juan|K Catamarca|L La Pampa|M Mendoza|N Misiones|P Formosa|Q Neuquén|R Río Negro|S Santa Fe|T Tucumán|U Chubut|V Tierra del Fuego|W Corrientes|X Córdoba|Y Jujuy|Z Santa Cruz",
    ),
    (
        "AT",
        "1 Burgenland|2 Kärnten|3 Niederösterreich|4 Oberösterreich|5 Salzburg|6 Steiermark|7 Tirol|8 Vorarlberg|9 Wien",
    ),
    (
        "AU",
        "ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia",
    ),
    (
        "AZ",
        "ABS Abşeron|AGA Ağstafa|AGC Ağcabədi|AGM Ağdam|AGS Ağdaş|AGU Ağsu|AST Astara|BA Bakı|BAB Babək|BAL Balakən|BAR Bərdə|BEY Beyləqan|BIL Biləsuvar|CAB Cəbrayıl|CAL Cəlilabad|CUL Culfa|DAS Daşkəsən|FUZ Füzuli|GA Gəncə|GAD Gədəbəy|GOR Goranboy|GOY Göyçay|GYG Göygöl|HAC Hacıqabul|IMI İmişli|ISM İsmayıllı|KAL Kəlbəcər|KAN Kǝngǝrli|KUR Kürdəmir|LA Lənkəran|LAC Laçın|LAN Lənkəran|LER Lerik|MAS Masallı|MI Mingəçevir|NA Naftalan|NEF Neftçala|NV Naxçıvan|NX Naxçıvan|OGU Oğuz|ORD Ordubad|QAB Qəbələ|QAX Qax|QAZ Qazax|QBA Quba|QBI Qubadlı|QOB Qobustan|QUS Qusar|SA Şəki|SAB Sabirabad|SAD Sədərək|SAH Şahbuz|SAK Şəki|SAL Salyan|SAR Şərur|SAT Saatlı|SBN Şabran|SIY Siyəzən|SKR Şəmkir|SM Sumqayıt|SMI Şamaxı|SMX Samux|SR Şirvan|SUS Şuşa|TAR Tərtər|TOV Tovuz|UCA Ucar|XA Xankəndi|XAC Xaçmaz|XCI Xocalı|XIZ Xızı|XVD Xocavənd|YAR Yardımlı|YE Yevlax|YEV Yevlax|ZAN Zəngilan|ZAQ Zaqatala|ZAR Zərdab",
    ),
    (
        "BA",
        "BIH Federacija Bosne i Hercegovine|BRC Brčko distrikt|SRP Republika Srpska",
    ),
    (
        "BB",
        "01 Christ Church|02 Saint Andrew|03 Saint George|04 Saint James|05 Saint John|06 Saint Joseph|07 Saint Lucy|08 Saint Michael|09 Saint Peter|10 Saint Philip|11 Saint Thomas",
    ),
    (
        "BD",
        "01 Bandarban|02 Barguna|03 Bogura|04 Brahmanbaria|05 Bagerhat|06 Barishal|07 Bhola|08 Cumilla|09 Chandpur|10 Chattogram|11 Cox's Bazar|12 Chuadanga|13 Dhaka|14 Dinajpur|15 Faridpur|16 Feni|17 Gopalganj|18 Gazipur|19 Gaibandha|20 Habiganj|21 Jamalpur|22 Jashore|23 Jhenaidah|24 Joypurhat|25 Jhalakathi|26 Kishoreganj|27 Khulna|28 Kurigram|29 Khagrachhari|30 Kushtia|31 Lakshmipur|32 Lalmonirhat|33 Manikganj|34 Mymensingh|35 Munshiganj|36 Madaripur|37 Magura|38 Moulvibazar|39 Meherpur|40 Narayanganj|41 Netrakona|42 Narsingdi|43 Narail|44 Natore|45 Chapai Nawabganj|46 Nilphamari|47 Noakhali|48 Naogaon|49 Pabna|50 Pirojpur|51 Patuakhali|52 Panchagarh|53 Rajbari|54 Rajshahi|55 Rangpur|56 Rangamati|57 Sherpur|58 Satkhira|59 Sirajganj|60 Sylhet|61 Sunamganj|62 Shariatpur|63 Tangail|64 Thakurgaon|A Barishal|B Chattogram|C Dhaka|D Khulna|E Rajshahi|F Rangpur|G Sylhet|H Mymensingh",
    ),
    (
        "BE",
        "BRU Bruxelles-Capitale, Région de|VAN Antwerpen|VBR Vlaams-Brabant|VLG Vlaams Gewest|VLI Limburg|VOV Oost-Vlaanderen|VWV West-Vlaanderen|WAL wallonne, Région|WBR Brabant wallon|WHT Hainaut|WLG Liège|WLX Luxembourg|WNA Namur",
    ),
    (
        "BF",
        "01 Boucle du Mouhoun|02 Cascades|03 Centre|04 Centre-Est|05 Centre-Nord|06 Centre-Ouest|07 Centre-Sud|08 Est|09 Hauts-Bassins|10 Nord|11 Plateau-Central|12 Sahel|13 Sud-Ouest|BAL Balé|BAM Bam|BAN Banwa|BAZ Bazèga|BGR Bougouriba|BLG Boulgou|BLK Boulkiemdé|COM Comoé|GAN Ganzourgou|GNA Gnagna|GOU Gourma|HOU Houet|IOB Ioba|KAD Kadiogo|KEN Kénédougou|KMD Komondjari|KMP Kompienga|KOP Koulpélogo|KOS Kossi|KOT Kouritenga|KOW Kourwéogo|LER Léraba|LOR Loroum|MOU Mouhoun|NAM Namentenga|NAO Nahouri|NAY Nayala|NOU Noumbiel|OUB Oubritenga|OUD Oudalan|PAS Passoré|PON Poni|SEN Séno|SIS Sissili|SMT Sanmatenga|SNG Sanguié|SOM Soum|SOR Sourou|TAP Tapoa|TUI Tuy|YAG Yagha|YAT Yatenga|ZIR Ziro|ZON Zondoma|ZOU Zoundwéogo",
    ),
    (
        "BG",
        "01 Blagoevgrad|02 Burgas|03 Varna|04 Veliko Tarnovo|05 Vidin|06 Vratsa|07 Gabrovo|08 Dobrich|09 Kardzhali|10 Kyustendil|11 Lovech|12 Montana|13 Pazardzhik|14 Pernik|15 Pleven|16 Plovdiv|17 Razgrad|18 Ruse|19 Silistra|20 Sliven|21 Smolyan|22 Sofia (stolitsa)|23 Sofia|24 Stara Zagora|25 Targovishte|26 Haskovo|27 Shumen|28 Yambol",
    ),
    (
        "BH",
        "13 Al ‘Āşimah|14 Al Janūbīyah|15 Al Muḩarraq|17 Ash Shamālīyah",
    ),
    (
        "BI",
        "BB Bubanza|BL Bujumbura Rural|BM Bujumbura Mairie|BR Bururi|CA Cankuzo|CI Cibitoke|GI Gitega|KI Kirundo|KR Karuzi|KY Kayanza|MA Makamba|MU Muramvya|MW Mwaro|MY Muyinga|NG Ngozi|RM Rumonge|RT Rutana|RY Ruyigi",
    ),
    (
        "BJ",
        "AK Atacora|AL Alibori|AQ Atlantique|BO Borgou|CO Collines|DO Donga|KO Couffo|LI Littoral|MO Mono|OU Ouémé|PL Plateau|ZO Zou",
    ),
    ("BN", "BE Belait|BM Brunei-Muara|TE Temburong|TU Tutong"),
    (
        "BO",
        "B El Beni|C Cochabamba|H Chuquisaca|L La Paz|N Pando|O Oruro|P Potosí|S Santa Cruz|T Tarija",
    ),
    ("BQ", "BO Bonaire|SA Saba|SE Sint Eustatius"),
    (
        "BR",
        "AC Acre|AL Alagoas|AM Amazonas|AP Amapá|BA Bahia|CE Ceará|DF Distrito Federal|ES Espírito Santo|GO Goiás|MA Maranhão|MG Minas Gerais|MS Mato Grosso do Sul|MT Mato Grosso|PA Pará|PB Paraíba|PE Pernambuco|PI Piauí|PR Paraná|RJ Rio de Janeiro|RN Rio Grande do Norte|RO Rondônia|RR Roraima|RS Rio Grande do Sul|SC Santa Catarina|SE Sergipe|SP São Paulo|TO Tocantins",
    ),
    (
        "BS",
        "AK Acklins|BI Bimini|BP Black Point|BY Berry Islands|CE Central Eleuthera|CI Cat Island|CK Crooked Island and Long Cay|CO Central Abaco|CS Central Andros|EG East Grand Bahama|EX Exuma|FP City of Freeport|GC Grand Cay|HI Harbour Island|HT Hope Town|IN Inagua|LI Long Island|MC Mangrove Cay|MG Mayaguana|MI Moore's Island|NE North Eleuthera|NO North Abaco|NP New Providence|NS North Andros|RC Rum Cay|RI Ragged Island|SA South Andros|SE South Eleuthera|SO South Abaco|SS San Salvador|SW Spanish Wells|WG West Grand Bahama",
    ),
    (
        "BT",
        "11 Paro|12 Chhukha|13 Haa|14 Samtse|15 Thimphu|21 Tsirang|22 Dagana|23 Punakha|24 Wangdue Phodrang|31 Sarpang|32 Trongsa|33 Bumthang|34 Zhemgang|41 Trashigang|42 Monggar|43 Pema Gatshel|44 Lhuentse|45 Samdrup Jongkhar|GA Gasa|TY Trashi Yangtse",
    ),
    (
        "BW",
        "CE Central|CH Chobe|FR Francistown|GA Gaborone|GH Ghanzi|JW Jwaneng|KG Kgalagadi|KL Kgatleng|KW Kweneng|LO Lobatse|NE North East|NW North West|SE South East|SO Southern|SP Selibe Phikwe|ST Sowa Town",
    ),
    (
        "BY",
        "BR Bresckaja voblasć|HM Horad Minsk|HO Homieĺskaja voblasć|HR Hrodzienskaja voblasć|MA Mahilioŭskaja voblasć|MI Minskaja voblasć|VI Viciebskaja voblasć",
    ),
    (
        "BZ",
        "BZ Belize|CY Cayo|CZL Corozal|OW Orange Walk|SC Stann Creek|TOL Toledo",
    ),
    (
        "CA",
        "AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon",
    ),
    (
        "CD",
        "BC Kongo Central|BU Bas-Uélé|EQ Équateur|HK Haut-Katanga|HL Haut-Lomami|HU Haut-Uélé|IT Ituri|KC Kasaï Central|KE Kasaï Oriental|KG Kwango|KL Kwilu|KN Kinshasa|KS Kasaï|LO Lomami|LU Lualaba|MA Maniema|MN Mai-Ndombe|MO Mongala|NK Nord-Kivu|NU Nord-Ubangi|SA Sankuru|SK Sud-Kivu|SU Sud-Ubangi|TA Tanganyika|TO Tshopo|TU Tshuapa",
    ),
    (
        "CF",
        "AC Ouham|BB Bamingui-Bangoran|BGF Bangui|BK Basse-Kotto|HK Haute-Kotto|HM Haut-Mbomou|HS Haute-Sangha / Mambéré-Kadéï|KB Gribingui|KG Kémo-Gribingui|LB Lobaye|MB Mbomou|MP Ombella-Mpoko|NM Nana-Mambéré|OP Ouham-Pendé|SE Sangha|UK Ouaka|VK Vakaga",
    ),
    (
        "CG",
        "11 Bouenza|12 Pool|13 Sangha|14 Plateaux|15 Cuvette-Ouest|16 Pointe-Noire|2 Lékoumou|5 Kouilou|7 Likouala|8 Cuvette|9 Niari|BZV Brazzaville",
    ),
    (
        "CH",
        "AG Aargau|AI Appenzell Innerrhoden|AR Appenzell Ausserrhoden|BE Berne|BL Basel-Landschaft|BS Basel-Stadt|FR Fribourg|GE Genève|GL Glarus|GR Graubünden|JU Jura|LU Luzern|NE Neuchâtel|NW Nidwalden|OW Obwalden|SG Sankt Gallen|SH Schaffhausen|SO Solothurn|SZ Schwyz|TG Thurgau|TI Ticino|UR Uri|VD Vaud|VS Valais|ZG Zug|ZH Zürich",
    ),
    (
        "CI",
        "AB Abidjan|BS Bas-Sassandra|CM Comoé|DN Denguélé|GD Gôh-Djiboua|LC Lacs|LG Lagunes|MG Montagnes|SM Sassandra-Marahoué|SV Savanes|VB Vallée du Bandama|WR Woroba|YM Yamoussoukro|ZZ Zanzan",
    ),
    (
        "CL",
        "AI Aisén del General Carlos Ibañez del Campo|AN Antofagasta|AP Arica y Parinacota|AR La Araucanía|AT Atacama|BI Biobío|CO Coquimbo|LI Libertador General Bernardo O'Higgins|LL Los Lagos|LR Los Ríos|MA Magallanes|ML Maule|NB Ñuble|RM Región Metropolitana de Santiago|TA Tarapacá|VS Valparaíso",
    ),
    (
        "CM",
        "AD Adamaoua|CE Centre|EN Far North|ES East|LT Littoral|NO North|NW North-West|OU West|SU South|SW South-West",
    ),
    (
        "CN",
        "AH Anhui Sheng|BJ Beijing Shi|CQ Chongqing Shi|FJ Fujian Sheng|GD Guangdong Sheng|GS Gansu Sheng|GX Guangxi Zhuangzu Zizhiqu|GZ Guizhou Sheng|HA Henan Sheng|HB Hubei Sheng|HE Hebei Sheng|HI Hainan Sheng|HK Hong Kong SAR|HL Heilongjiang Sheng|HN Hunan Sheng|JL Jilin Sheng|JS Jiangsu Sheng|JX Jiangxi Sheng|LN Liaoning Sheng|MO Macao SAR|NM Nei Mongol Zizhiqu|NX Ningxia Huizu Zizhiqu|QH Qinghai Sheng|SC Sichuan Sheng|SD Shandong Sheng|SH Shanghai Shi|SN Shaanxi Sheng|SX Shanxi Sheng|TJ Tianjin Shi|TW Taiwan Sheng|XJ Xinjiang Uygur Zizhiqu|XZ Xizang Zizhiqu|YN Yunnan Sheng|ZJ Zhejiang Sheng",
    ),
    (
        "CO",
        "AMA Amazonas|ANT Antioquia|ARA Arauca|ATL Atlántico|BOL Bolívar|BOY Boyacá|CAL Caldas|CAQ Caquetá|CAS Casanare|CAU Cauca|CES Cesar|CHO Chocó|COR Córdoba|CUN Cundinamarca|DC Distrito Capital de Bogotá|GUA Guainía|GUV Guaviare|HUI Huila|LAG La Guajira|MAG Magdalena|MET Meta|NAR Nariño|NSA Norte de Santander|PUT Putumayo|QUI Quindío|RIS Risaralda|SAN Santander|SAP San Andrés, Providencia y Santa Catalina|SUC Sucre|TOL Tolima|VAC Valle del Cauca|VAU Vaupés|VID Vichada",
    ),
    (
        "CR",
        "A Alajuela|C Cartago|G Guanacaste|H Heredia|L Limón|P Puntarenas|SJ San José",
    ),
    (
        "CU",
        "01 Pinar del Río|03 La Habana|04 Matanzas|05 Villa Clara|06 Cienfuegos|07 Sancti Spíritus|08 Ciego de Ávila|09 Camagüey|10 Las Tunas|11 Holguín|12 Granma|13 Santiago de Cuba|14 Guantánamo|15 Artemisa|16 Mayabeque|99 Isla de la Juventud",
    ),
    (
        "CV",
        "B Ilhas de Barlavento|BR Brava|BV Boa Vista|CA Santa Catarina|CF Santa Catarina do Fogo|CR Santa Cruz|MA Maio|MO Mosteiros|PA Paul|PN Porto Novo|PR Praia|RB Ribeira Brava|RG Ribeira Grande|RS Ribeira Grande de Santiago|S Ilhas de Sotavento|SD São Domingos|SF São Filipe|SL Sal|SM São Miguel|SO São Lourenço dos Órgãos|SS São Salvador do Mundo|SV São Vicente|TA Tarrafal|TS Tarrafal de São Nicolau",
    ),
    (
        "CY",
        "01 Lefkosia|02 Lemesos|03 Larnaka|04 Ammochostos|05 Pafos|06 Keryneia",
    ),
    (
        "CZ",
        "10 Praha, Hlavní město|20 Středočeský kraj|201 Benešov|202 Beroun|203 Kladno|204 Kolín|205 Kutná Hora|206 Mělník|207 Mladá Boleslav|208 Nymburk|209 Praha-východ|20A Praha-západ|20B Příbram|20C Rakovník|31 Jihočeský kraj|311 České Budějovice|312 Český Krumlov|313 Jindřichův Hradec|314 Písek|315 Prachatice|316 Strakonice|317 Tábor|32 Plzeňský kraj|321 Domažlice|322 Klatovy|323 Plzeň-město|324 Plzeň-jih|325 Plzeň-sever|326 Rokycany|327 Tachov|41 Karlovarský kraj|411 Cheb|412 Karlovy Vary|413 Sokolov|42 Ústecký kraj|421 Děčín|422 Chomutov|423 Litoměřice|424 Louny|425 Most|426 Teplice|427 Ústí nad Labem|51 Liberecký kraj|511 Česká Lípa|512 Jablonec nad Nisou|513 Liberec|514 Semily|52 Královéhradecký kraj|521 Hradec Králové|522 Jičín|523 Náchod|524 Rychnov nad Kněžnou|525 Trutnov|53 Pardubický kraj|531 Chrudim|532 Pardubice|533 Svitavy|534 Ústí nad Orlicí|63 Kraj Vysočina|631 Havlíčkův Brod|632 Jihlava|633 Pelhřimov|634 Třebíč|635 Žďár nad Sázavou|64 Jihomoravský kraj|641 Blansko|642 Brno-město|643 Brno-venkov|644 Břeclav|645 Hodonín|646 Vyškov|647 Znojmo|71 Olomoucký kraj|711 Jeseník|712 Olomouc|713 Prostějov|714 Přerov|715 Šumperk|72 Zlínský kraj|721 Kroměříž|722 Uherské Hradiště|723 Vsetín|724 Zlín|80 Moravskoslezský kraj|801 Bruntál|802 Frýdek-Místek|803 Karviná|804 Nový Jičín|805 Opava|806 Ostrava-město",
    ),
    (
        "DE",
        "BB Brandenburg|BE Berlin|BW Baden-Württemberg|BY Bayern|HB Bremen|HE Hessen|HH Hamburg|MV Mecklenburg-Vorpommern|NI Niedersachsen|NW Nordrhein-Westfalen|RP Rheinland-Pfalz|SH Schleswig-Holstein|SL Saarland|SN Sachsen|ST Sachsen-Anhalt|TH Thüringen",
    ),
    (
        "DJ",
        "AR Arta|AS Ali Sabieh|DI Dikhil|DJ Djibouti|OB Obock|TA Tadjourah",
    ),
    (
        "DK",
        "81 Nordjylland|82 Midtjylland|83 Syddanmark|84 Hovedstaden|85 Sjælland",
    ),
    (
        "DM",
        "02 Saint Andrew|03 Saint David|04 Saint George|05 Saint John|06 Saint Joseph|07 Saint Luke|08 Saint Mark|09 Saint Patrick|10 Saint Paul|11 Saint Peter",
    ),
    (
        "DO",
        "01 Distrito Nacional (Santo Domingo)|02 Azua|03 Baoruco|04 Barahona|05 Dajabón|06 Duarte|07 Elías Piña|08 El Seibo|09 Espaillat|10 Independencia|11 La Altagracia|12 La Romana|13 La Vega|14 María Trinidad Sánchez|15 Monte Cristi|16 Pedernales|17 Peravia|18 Puerto Plata|19 Hermanas Mirabal|20 Samaná|21 San Cristóbal|22 San Juan|23 San Pedro de Macorís|24 Sánchez Ramírez|25 Santiago|26 Santiago Rodríguez|27 Valverde|28 Monseñor Nouel|29 Monte Plata|30 Hato Mayor|31 San José de Ocoa|32 Santo Domingo|33 Cibao Nordeste|34 Cibao Noroeste|35 Cibao Norte|36 Cibao Sur|37 El Valle|38 Enriquillo|39 Higuamo|40 Ozama|41 Valdesia|42 Yuma",
    ),
    (
        "DZ",
        "01 Adrar|02 Chlef|03 Laghouat|04 Oum el Bouaghi|05 Batna|06 Béjaïa|07 Biskra|08 Béchar|09 Blida|10 Bouira|11 Tamanrasset|12 Tébessa|13 Tlemcen|14 Tiaret|15 Tizi Ouzou|16 Alger|17 Djelfa|18 Jijel|19 Sétif|20 Saïda|21 Skikda|22 Sidi Bel Abbès|23 Annaba|24 Guelma|25 Constantine|26 Médéa|27 Mostaganem|28 M'sila|29 Mascara|30 Ouargla|31 Oran|32 El Bayadh|33 Illizi|34 Bordj Bou Arréridj|35 Boumerdès|36 El Tarf|37 Tindouf|38 Tissemsilt|39 El Oued|40 Khenchela|41 Souk Ahras|42 Tipaza|43 Mila|44 Aïn Defla|45 Naama|46 Aïn Témouchent|47 Ghardaïa|48 Relizane|49 Timimoun|50 Bordj Badji Mokhtar|51 Ouled Djellal|52 Béni Abbès|53 In Salah|54 In Guezzam|55 Touggourt|56 Djanet|57 El Meghaier|58 El Meniaa",
    ),
    (
        "EC",
        "A Azuay|B Bolívar|C Carchi|D Orellana|E Esmeraldas|F Cañar|G Guayas|H Chimborazo|I Imbabura|L Loja|M Manabí|N Napo|O El Oro|P Pichincha|R Los Ríos|S Morona Santiago|SD Santo Domingo de los Tsáchilas|SE Santa Elena|T Tungurahua|U Sucumbíos|W Galápagos|X Cotopaxi|Y Pastaza|Z Zamora Chinchipe",
    ),
    (
        "EE",
        "130 Alutaguse|141 Anija|142 Antsla|171 Elva|184 Haapsalu|191 Haljala|198 Harku|205 Hiiumaa|214 Häädemeeste|245 Jõelähtme|247 Jõgeva|251 Jõhvi|255 Järva|272 Kadrina|283 Kambja|284 Kanepi|291 Kastre|293 Kehtna|296 Keila|303 Kihnu|305 Kiili|317 Kohila|321 Kohtla-Järve|338 Kose|353 Kuusalu|37 Harjumaa|39 Hiiumaa|424 Loksa|430 Lääneranna|431 Lääne-Harju|432 Luunja|441 Lääne-Nigula|442 Lüganuse|446 Maardu|45 Ida-Virumaa|478 Muhu|480 Mulgi|486 Mustvee|50 Jõgevamaa|503 Märjamaa|511 Narva|514 Narva-Jõesuu|52 Järvamaa|528 Nõo|557 Otepää|56 Läänemaa|567 Paide|586 Peipsiääre|60 Lääne-Virumaa|615 Põhja-Sakala|618 Põltsamaa|622 Põlva|624 Pärnu|638 Põhja-Pärnumaa|64 Põlvamaa|651 Raasiku|653 Rae|661 Rakvere|663 Rakvere|668 Rapla|68 Pärnumaa|689 Ruhnu|698 Rõuge|708 Räpina|71 Raplamaa|712 Saarde|714 Saaremaa|719 Saku|726 Saue|732 Setomaa|735 Sillamäe|74 Saaremaa|784 Tallinn|79 Tartumaa|792 Tapa|793 Tartu|796 Tartu|803 Toila|809 Tori|81 Valgamaa|824 Tõrva|834 Türi|84 Viljandimaa|855 Valga|87 Võrumaa|890 Viimsi|897 Viljandi|899 Viljandi|901 Vinni|903 Viru-Nigula|907 Vormsi|917 Võru|919 Võru|928 Väike-Maarja",
    ),
    (
        "EG",
        "ALX Al Iskandarīyah|ASN Aswān|AST Asyūţ|BA Al Baḩr al Aḩmar|BH Al Buḩayrah|BNS Banī Suwayf|C Al Qāhirah|DK Ad Daqahlīyah|DT Dumyāţ|FYM Al Fayyūm|GH Al Gharbīyah|GZ Al Jīzah|IS Al Ismā'īlīyah|JS Janūb Sīnā'|KB Al Qalyūbīyah|KFS Kafr ash Shaykh|KN Qinā|LX Al Uqşur|MN Al Minyā|MNF Al Minūfīyah|MT Maţrūḩ|PTS Būr Sa‘īd|SHG Sūhāj|SHR Ash Sharqīyah|SIN Shamāl Sīnā'|SUZ As Suways|WAD Al Wādī al Jadīd",
    ),
    (
        "ER",
        "AN Ansabā|DK Janūbī al Baḩrī al Aḩmar|DU Al Janūbī|GB Qāsh-Barkah|MA Al Awsaţ|SK Shimālī al Baḩrī al Aḩmar",
    ),
    (
        "ES",
        "A Alicante|AB Albacete|AL Almería|AN Andalucía|AR Aragón|AS Asturias, Principado de|AV Ávila|B Barcelona|BA Badajoz|BI Bizkaia|BU Burgos|C A Coruña|CA Cádiz|CB Cantabria|CC Cáceres|CE Ceuta|CL Castilla y León|CM Castilla-La Mancha|CN Canarias|CO Córdoba|CR Ciudad Real|CS Castellón|CT Catalunya|CU Cuenca|EX Extremadura|GA Galicia|GC Las Palmas|GI Girona|GR Granada|GU Guadalajara|H Huelva|HU Huesca|IB Illes Balears|J Jaén|L Lleida|LE León|LO La Rioja|LU Lugo|M Madrid|MA Málaga|MC Murcia, Región de|MD Madrid, Comunidad de|ML Melilla|MU Murcia|NA Navarra|NC Navarra, Comunidad Foral de|O Asturias|OR Ourense|P Palencia|PM Illes Balears|PO Pontevedra|PV País Vasco|RI La Rioja|S Cantabria|SA Salamanca|SE Sevilla|SG Segovia|SO Soria|SS Gipuzkoa|T Tarragona|TE Teruel|TF Santa Cruz de Tenerife|TO Toledo|V Valencia|VA Valladolid|VC Valenciana, Comunidad|VI Álava|Z Zaragoza|ZA Zamora",
    ),
    (
        "ET",
        "AA Addis Ababa|AF Afar|AM Amara|BE Benshangul-Gumaz|DD Dire Dawa|GA Gambela Peoples|HA Harari People|OR Oromia|SI Sidama|SN Southern Nations, Nationalities and Peoples|SO Somali|SW Southwest Ethiopia Peoples|TI Tigrai",
    ),
    (
        "FI",
        "01 Landskapet Åland|02 Etelä-Karjala|03 Etelä-Pohjanmaa|04 Etelä-Savo|05 Kainuu|06 Kanta-Häme|07 Keski-Pohjanmaa|08 Keski-Suomi|09 Kymenlaakso|10 Lappi|11 Pirkanmaa|12 Pohjanmaa|13 Pohjois-Karjala|14 Pohjois-Pohjanmaa|15 Pohjois-Savo|16 Päijät-Häme|17 Satakunta|18 Uusimaa|19 Varsinais-Suomi",
    ),
    (
        "FJ",
        "01 Ba|02 Bua|03 Cakaudrove|04 Kadavu|05 Lau|06 Lomaiviti|07 Macuata|08 Nadroga and Navosa|09 Naitasiri|10 Namosi|11 Ra|12 Rewa|13 Serua|14 Tailevu|C Central|E Eastern|N Northern|R Rotuma|W Western",
    ),
    ("FM", "KSA Kosrae|PNI Pohnpei|TRK Chuuk|YAP Yap"),
    (
        "FR",
        "01 Ain|02 Aisne|03 Allier|04 Alpes-de-Haute-Provence|05 Hautes-Alpes|06 Alpes-Maritimes|07 Ardèche|08 Ardennes|09 Ariège|10 Aube|11 Aude|12 Aveyron|13 Bouches-du-Rhône|14 Calvados|15 Cantal|16 Charente|17 Charente-Maritime|18 Cher|19 Corrèze|20R Corse|21 Côte-d'Or|22 Côtes-d'Armor|23 Creuse|24 Dordogne|25 Doubs|26 Drôme|27 Eure|28 Eure-et-Loir|29 Finistère|2A Corse-du-Sud|2B Haute-Corse|30 Gard|31 Haute-Garonne|32 Gers|33 Gironde|34 Hérault|35 Ille-et-Vilaine|36 Indre|37 Indre-et-Loire|38 Isère|39 Jura|40 Landes|41 Loir-et-Cher|42 Loire|43 Haute-Loire|44 Loire-Atlantique|45 Loiret|46 Lot|47 Lot-et-Garonne|48 Lozère|49 Maine-et-Loire|50 Manche|51 Marne|52 Haute-Marne|53 Mayenne|54 Meurthe-et-Moselle|55 Meuse|56 Morbihan|57 Moselle|58 Nièvre|59 Nord|60 Oise|61 Orne|62 Pas-de-Calais|63 Puy-de-Dôme|64 Pyrénées-Atlantiques|65 Hautes-Pyrénées|66 Pyrénées-Orientales|67 Bas-Rhin|68 Haut-Rhin|69 Rhône|69M Métropole de Lyon|6AE Alsace|70 Haute-Saône|71 Saône-et-Loire|72 Sarthe|73 Savoie|74 Haute-Savoie|75C Paris|76 Seine-Maritime|77 Seine-et-Marne|78 Yvelines|79 Deux-Sèvres|80 Somme|81 Tarn|82 Tarn-et-Garonne|83 Var|84 Vaucluse|85 Vendée|86 Vienne|87 Haute-Vienne|88 Vosges|89 Yonne|90 Territoire de Belfort|91 Essonne|92 Hauts-de-Seine|93 Seine-Saint-Denis|94 Val-de-Marne|95 Val-d'Oise|971 Guadeloupe|972 Martinique|973 Guyane (française)|974 La Réunion|976 Mayotte|ARA Auvergne-Rhône-Alpes|BFC Bourgogne-Franche-Comté|BL Saint-Barthélemy|BRE Bretagne|CP Clipperton|CVL Centre-Val de Loire|GES Grand-Est|HDF Hauts-de-France|IDF Île-de-France|MF Saint-Martin|NAQ Nouvelle-Aquitaine|NC Nouvelle-Calédonie|NOR Normandie|OCC Occitanie|PAC Provence-Alpes-Côte-d’Azur|PDL Pays-de-la-Loire|PF Polynésie française|PM Saint-Pierre-et-Miquelon|TF Terres australes françaises|WF Wallis-et-Futuna",
    ),
    (
        "GA",
        "1 Estuaire|2 Haut-Ogooué|3 Moyen-Ogooué|4 Ngounié|5 Nyanga|6 Ogooué-Ivindo|7 Ogooué-Lolo|8 Ogooué-Maritime|9 Woleu-Ntem",
    ),
    (
        "GB",
        "ABC Armagh City, Banbridge and Craigavon|ABD Aberdeenshire|ABE Aberdeen City|AGB Argyll and Bute|AGY Isle of Anglesey|AND Ards and North Down|ANN Antrim and Newtownabbey|ANS Angus|BAS Bath and North East Somerset|BBD Blackburn with Darwen|BCP Bournemouth, Christchurch and Poole|BDF Bedford|BDG Barking and Dagenham|BEN Brent|BEX Bexley|BFS Belfast City|BGE Bridgend|BGW Blaenau Gwent|BIR Birmingham|BKM Buckinghamshire|BNE Barnet|BNH Brighton and Hove|BNS Barnsley|BOL Bolton|BPL Blackpool|BRC Bracknell Forest|BRD Bradford|BRY Bromley|BST Bristol, City of|BUR Bury|CAM Cambridgeshire|CAY Caerphilly|CBF Central Bedfordshire|CCG Causeway Coast and Glens|CGN Ceredigion|CHE Cheshire East|CHW Cheshire West and Chester|CLD Calderdale|CLK Clackmannanshire|CMA Cumbria|CMD Camden|CMN Carmarthenshire|CON Cornwall|COV Coventry|CRF Cardiff|CRY Croydon|CWY Conwy|DAL Darlington|DBY Derbyshire|DEN Denbighshire|DER Derby|DEV Devon|DGY Dumfries and Galloway|DNC Doncaster|DND Dundee City|DOR Dorset|DRS Derry and Strabane|DUD Dudley|DUR Durham, County|EAL Ealing|EAY East Ayrshire|EDH Edinburgh, City of|EDU East Dunbartonshire|ELN East Lothian|ELS Eilean Siar|ENF Enfield|ENG England|ERW East Renfrewshire|ERY East Riding of Yorkshire|ESS Essex|ESX East Sussex|FAL Falkirk|FIF Fife|FLN Flintshire|FMO Fermanagh and Omagh|GAT Gateshead|GLG Glasgow City|GLS Gloucestershire|GRE Greenwich|GWN Gwynedd|HAL Halton|HAM Hampshire|HAV Havering|HCK Hackney|HEF Herefordshire|HIL Hillingdon|HLD Highland|HMF Hammersmith and Fulham|HNS Hounslow|HPL Hartlepool|HRT Hertfordshire|HRW Harrow|HRY Haringey|IOS Isles of Scilly|IOW Isle of Wight|ISL Islington|IVC Inverclyde|KEC Kensington and Chelsea|KEN Kent|KHL Kingston upon Hull|KIR Kirklees|KTT Kingston upon Thames|KWL Knowsley|LAN Lancashire|LBC Lisburn and Castlereagh|LBH Lambeth|LCE Leicester|LDS Leeds|LEC Leicestershire|LEW Lewisham|LIN Lincolnshire|LIV Liverpool|LND London, City of|LUT Luton|MAN Manchester|MDB Middlesbrough|MDW Medway|MEA Mid and East Antrim|MIK Milton Keynes|MLN Midlothian|MON Monmouthshire|MRT Merton|MRY Moray|MTY Merthyr Tydfil|MUL Mid-Ulster|NAY North Ayrshire|NBL Northumberland|NEL North East Lincolnshire|NET Newcastle upon Tyne|NFK Norfolk|NGM Nottingham|NIR Northern Ireland|NLK North Lanarkshire|NLN North Lincolnshire|NMD Newry, Mourne and Down|NNH North Northamptonshire|NSM North Somerset|NTL Neath Port Talbot|NTT Nottinghamshire|NTY North Tyneside|NWM Newham|NWP Newport|NYK North Yorkshire|OLD Oldham|ORK Orkney Islands|OXF Oxfordshire|PEM Pembrokeshire|PKN Perth and Kinross|PLY Plymouth|POR Portsmouth|POW Powys|PTE Peterborough|RCC Redcar and Cleveland|RCH Rochdale|RCT Rhondda Cynon Taff|RDB Redbridge|RDG Reading|RFW Renfrewshire|RIC Richmond upon Thames|ROT Rotherham|RUT Rutland|SAW Sandwell|SAY South Ayrshire|SCB Scottish Borders|SCT Scotland|SFK Suffolk|SFT Sefton|SGC South Gloucestershire|SHF Sheffield|SHN St. Helens|SHR Shropshire|SKP Stockport|SLF Salford|SLG Slough|SLK South Lanarkshire|SND Sunderland|SOL Solihull|SOM Somerset|SOS Southend-on-Sea|SRY Surrey|STE Stoke-on-Trent|STG Stirling|STH Southampton|STN Sutton|STS Staffordshire|STT Stockton-on-Tees|STY South Tyneside|SWA Swansea|SWD Swindon|SWK Southwark|TAM Tameside|TFW Telford and Wrekin|THR Thurrock|TOB Torbay|TOF Torfaen|TRF Trafford|TWH Tower Hamlets|VGL Vale of Glamorgan, The|WAR Warwickshire|WBK West Berkshire|WDU West Dunbartonshire|WFT Waltham Forest|WGN Wigan|WIL Wiltshire|WKF Wakefield|WLL Walsall|WLN West Lothian|WLS Wales|WLV Wolverhampton|WND Wandsworth|WNH West Northamptonshire|WNM Windsor and Maidenhead|WOK Wokingham|WOR Worcestershire|WRL Wirral|WRT Warrington|WRX Wrexham|WSM Westminster|WSX West Sussex|YOR York|ZET Shetland Islands",
    ),
    (
        "GD",
        "01 Saint Andrew|02 Saint David|03 Saint George|04 Saint John|05 Saint Mark|06 Saint Patrick|10 Southern Grenadine Islands",
    ),
    (
        "GE",
        "AB Abkhazia|AJ Ajaria|GU Guria|IM Imereti|KA K'akheti|KK Kvemo Kartli|MM Mtskheta-Mtianeti|RL Rach'a-Lechkhumi-Kvemo Svaneti|SJ Samtskhe-Javakheti|SK Shida Kartli|SZ Samegrelo-Zemo Svaneti|TB Tbilisi",
    ),
    (
        "GH",
        "AA Greater Accra|AF Ahafo|AH Ashanti|BE Bono East|BO Bono|CP Central|EP Eastern|NE North East|NP Northern|OT Oti|SV Savannah|TV Volta|UE Upper East|UW Upper West|WN Western North|WP Western",
    ),
    (
        "GL",
        "AV Avannaata Kommunia|KU Kommune Kujalleq|QE Qeqqata Kommunia|QT Kommune Qeqertalik|SM Kommuneqarfik Sermersooq",
    ),
    (
        "GM",
        "B Banjul|L Lower River|M Central River|N North Bank|U Upper River|W Western",
    ),
    (
        "GN",
        "B Boké|BE Beyla|BF Boffa|BK Boké|C Conakry|CO Coyah|D Kindia|DB Dabola|DI Dinguiraye|DL Dalaba|DU Dubréka|F Faranah|FA Faranah|FO Forécariah|FR Fria|GA Gaoual|GU Guékédou|K Kankan|KA Kankan|KB Koubia|KD Kindia|KE Kérouané|KN Koundara|KO Kouroussa|KS Kissidougou|L Labé|LA Labé|LE Lélouma|LO Lola|M Mamou|MC Macenta|MD Mandiana|ML Mali|MM Mamou|N Nzérékoré|NZ Nzérékoré|PI Pita|SI Siguiri|TE Télimélé|TO Tougué|YO Yomou",
    ),
    (
        "GQ",
        "AN Annobon|BN Bioko Nord|BS Bioko Sud|C Région Continentale|CS Centro Sud|DJ Djibloho|I Région Insulaire|KN Kié-Ntem|LI Littoral|WN Wele-Nzas",
    ),
    (
        "GR",
        "69 Ágion Óros|A Anatolikí Makedonía kai Thráki|B Kentrikí Makedonía|C Dytikí Makedonía|D Ípeiros|E Thessalía|F Ionía Nísia|G Dytikí Elláda|H Stereá Elláda|I Attikí|J Pelopónnisos|K Vóreio Aigaío|L Nótio Aigaío|M Kríti",
    ),
    (
        "GT",
        "01 Guatemala|02 El Progreso|03 Sacatepéquez|04 Chimaltenango|05 Escuintla|06 Santa Rosa|07 Sololá|08 Totonicapán|09 Quetzaltenango|10 Suchitepéquez|11 Retalhuleu|12 San Marcos|13 Huehuetenango|14 Quiché|15 Baja Verapaz|16 Alta Verapaz|17 Petén|18 Izabal|19 Zacapa|20 Chiquimula|21 Jalapa|22 Jutiapa",
    ),
    (
        "GW",
        "BA Bafatá|BL Bolama / Bijagós|BM Biombo|BS Bissau|CA Cacheu|GA Gabú|L Leste|N Norte|OI Oio|QU Quinara|S Sul|TO Tombali",
    ),
    (
        "GY",
        "BA Barima-Waini|CU Cuyuni-Mazaruni|DE Demerara-Mahaica|EB East Berbice-Corentyne|ES Essequibo Islands-West Demerara|MA Mahaica-Berbice|PM Pomeroon-Supenaam|PT Potaro-Siparuni|UD Upper Demerara-Berbice|UT Upper Takutu-Upper Essequibo",
    ),
    (
        "HN",
        "AT Atlántida|CH Choluteca|CL Colón|CM Comayagua|CP Copán|CR Cortés|EP El Paraíso|FM Francisco Morazán|GD Gracias a Dios|IB Islas de la Bahía|IN Intibucá|LE Lempira|LP La Paz|OC Ocotepeque|OL Olancho|SB Santa Bárbara|VA Valle|YO Yoro",
    ),
    (
        "HR",
        "01 Zagrebačka županija|02 Krapinsko-zagorska županija|03 Sisačko-moslavačka županija|04 Karlovačka županija|05 Varaždinska županija|06 Koprivničko-križevačka županija|07 Bjelovarsko-bilogorska županija|08 Primorsko-goranska županija|09 Ličko-senjska županija|10 Virovitičko-podravska županija|11 Požeško-slavonska županija|12 Brodsko-posavska županija|13 Zadarska županija|14 Osječko-baranjska županija|15 Šibensko-kninska županija|16 Vukovarsko-srijemska županija|17 Splitsko-dalmatinska županija|18 Istarska županija|19 Dubrovačko-neretvanska županija|20 Međimurska županija|21 Grad Zagreb",
    ),
    (
        "HT",
        "AR Artibonite|CE Centre|GA Grande’Anse|ND Nord|NE Nord-Est|NI Nippes|NO Nord-Ouest|OU Ouest|SD Sud|SE Sud-Est",
    ),
    (
        "HU",
        "BA Baranya|BC Békéscsaba|BE Békés|BK Bács-Kiskun|BU Budapest|BZ Borsod-Abaúj-Zemplén|CS Csongrád-Csanád|DE Debrecen|DU Dunaújváros|EG Eger|ER Érd|FE Fejér|GS Győr-Moson-Sopron|GY Győr|HB Hajdú-Bihar|HE Heves|HV Hódmezővásárhely|JN Jász-Nagykun-Szolnok|KE Komárom-Esztergom|KM Kecskemét|KV Kaposvár|MI Miskolc|NK Nagykanizsa|NO Nógrád|NY Nyíregyháza|PE Pest|PS Pécs|SD Szeged|SF Székesfehérvár|SH Szombathely|SK Szolnok|SN Sopron|SO Somogy|SS Szekszárd|ST Salgótarján|SZ Szabolcs-Szatmár-Bereg|TB Tatabánya|TO Tolna|VA Vas|VE Veszprém|VM Veszprém|ZA Zala|ZE Zalaegerszeg",
    ),
    (
        "ID",
        "AC Aceh|BA Bali|BB Kepulauan Bangka Belitung|BE Bengkulu|BT Banten|GO Gorontalo|JA Jambi|JB Jawa Barat|JI Jawa Timur|JK Jakarta Raya|JT Jawa Tengah|JW Jawa|KA Kalimantan|KB Kalimantan Barat|KI Kalimantan Timur|KR Kepulauan Riau|KS Kalimantan Selatan|KT Kalimantan Tengah|KU Kalimantan Utara|LA Lampung|MA Maluku|ML Maluku|MU Maluku Utara|NB Nusa Tenggara Barat|NT Nusa Tenggara Timur|NU Nusa Tenggara|PA Papua|PB Papua Barat|PD Papua Barat Daya|PE Papua Pengunungan|PP Papua|PS Papua Selatan|PT Papua Tengah|RI Riau|SA Sulawesi Utara|SB Sumatera Barat|SG Sulawesi Tenggara|SL Sulawesi|SM Sumatera|SN Sulawesi Selatan|SR Sulawesi Barat|SS Sumatera Selatan|ST Sulawesi Tengah|SU Sumatera Utara|YO Yogyakarta",
    ),
    (
        "IE",
        "C Connaught|CE Clare|CN Cavan|CO Cork|CW Carlow|D Dublin|DL Donegal|G Galway|KE Kildare|KK Kilkenny|KY Kerry|L Leinster|LD Longford|LH Louth|LK Limerick|LM Leitrim|LS Laois|M Munster|MH Meath|MN Monaghan|MO Mayo|OY Offaly|RN Roscommon|SO Sligo|TA Tipperary|U Ulster|WD Waterford|WH Westmeath|WW Wicklow|WX Wexford",
    ),
    (
        "IL",
        "D Al Janūbī|HA Ḩayfā|JM Al Quds|M Al Awsaţ|TA Tall Abīb|Z Ash Shamālī",
    ),
    (
        "IN",
        "AN Andaman and Nicobar Islands|AP Andhra Pradesh|AR Arunāchal Pradesh|AS Assam|BR Bihār|CG Chhattīsgarh|CH Chandīgarh|DH Dādra and Nagar Haveli and Damān and Diu|DL Delhi|GA Goa|GJ Gujarāt|HP Himāchal Pradesh|HR Haryāna|JH Jhārkhand|JK Jammu and Kashmīr|KA Karnātaka|KL Kerala|LA Ladākh|LD Lakshadweep|MH Mahārāshtra|ML Meghālaya|MN Manipur|MP Madhya Pradesh|MZ Mizoram|NL Nāgāland|OD Odisha|PB Punjab|PY Puducherry|RJ Rājasthān|SK Sikkim|TN Tamil Nādu|TR Tripura|TS Telangāna|UK Uttarākhand|UP Uttar Pradesh|WB West Bengal",
    ),
    (
        "IQ",
        "AN Al Anbār|AR Arbīl|BA Al Başrah|BB Bābil|BG Baghdād|DA Dahūk|DI Diyālá|DQ Dhī Qār|KA Karbalā’|KI Kirkūk|KR Iqlīm Kūrdistān|MA Maysān|MU Al Muthanná|NA An Najaf|NI Nīnawá|QA Al Qādisīyah|SD Şalāḩ ad Dīn|SU As Sulaymānīyah|WA Wāsiţ",
    ),
    (
        "IR",
        "00 Markazī|01 Gīlān|02 Māzandarān|03 Āz̄ārbāyjān-e Shārqī|04 Āz̄ārbāyjān-e Ghārbī|05 Kermānshāh|06 Khūzestān|07 Fārs|08 Kermān|09 Khorāsān-e Raẕavī|10 Eşfahān|11 Sīstān va Balūchestān|12 Kordestān|13 Hamadān|14 Chahār Maḩāl va Bakhtīārī|15 Lorestān|16 Īlām|17 Kohgīlūyeh va Bowyer Aḩmad|18 Būshehr|19 Zanjān|20 Semnān|21 Yazd|22 Hormozgān|23 Tehrān|24 Ardabīl|25 Qom|26 Qazvīn|27 Golestān|28 Khorāsān-e Shomālī|29 Khorāsān-e Jonūbī|30 Alborz",
    ),
    (
        "IS",
        "1 Höfuðborgarsvæði|2 Suðurnes|3 Vesturland|4 Vestfirðir|5 Norðurland vestra|6 Norðurland eystra|7 Austurland|8 Suðurland|AKN Akraneskaupstaður|AKU Akureyrarbær|ARN Árneshreppur|ASA Ásahreppur|BLA Bláskógabyggð|BOG Borgarbyggð|BOL Bolungarvíkurkaupstaður|DAB Dalabyggð|DAV Dalvíkurbyggð|EOM Eyja- og Miklaholtshreppur|EYF Eyjafjarðarsveit|FJD Fjarðabyggð|FJL Fjallabyggð|FLA Flóahreppur|FLR Fljótsdalshreppur|GAR Garðabær|GOG Grímsnes- og Grafningshreppur|GRN Grindavíkurbær|GRU Grundarfjarðarbær|GRY Grýtubakkahreppur|HAF Hafnarfjarðarkaupstaður|HRG Hörgársveit|HRU Hrunamannahreppur|HUG Húnabyggð|HUV Húnaþing vestra|HVA Hvalfjarðarsveit|HVE Hveragerðisbær|ISA Ísafjarðarbær|KAL Kaldrananeshreppur|KJO Kjósarhreppur|KOP Kópavogsbær|LAN Langanesbyggð|MOS Mosfellsbær|MUL Múlaþing|MYR Mýrdalshreppur|NOR Norðurþing|RGE Rangárþing eystra|RGY Rangárþing ytra|RHH Reykhólahreppur|RKN Reykjanesbær|RKV Reykjavíkurborg|SBT Svalbarðsstrandarhreppur|SDN Suðurnesjabær|SDV Súðavíkurhreppur|SEL Seltjarnarnesbær|SFA Sveitarfélagið Árborg|SHF Sveitarfélagið Hornafjörður|SKF Skaftárhreppur|SKG Skagabyggð|SKO Skorradalshreppur|SKR Skagafjörður|SNF Snæfellsbær|SOG Skeiða- og Gnúpverjahreppur|SOL Sveitarfélagið Ölfus|SSS Sveitarfélagið Skagaströnd|STR Strandabyggð|STY Stykkishólmsbær|SVG Sveitarfélagið Vogar|TAL Tálknafjarðarhreppur|THG Þingeyjarsveit|TJO Tjörneshreppur|VEM Vestmannaeyjabær|VER Vesturbyggð|VOP Vopnafjarðarhreppur",
    ),
    (
        "IT",
        "21 Piemonte|23 Valle d'Aosta|25 Lombardia|32 Trentino-Alto Adige|34 Veneto|36 Friuli Venezia Giulia|42 Liguria|45 Emilia-Romagna|52 Toscana|55 Umbria|57 Marche|62 Lazio|65 Abruzzo|67 Molise|72 Campania|75 Puglia|77 Basilicata|78 Calabria|82 Sicilia|88 Sardegna|AG Agrigento|AL Alessandria|AN Ancona|AP Ascoli Piceno|AQ L'Aquila|AR Arezzo|AT Asti|AV Avellino|BA Bari|BG Bergamo|BI Biella|BL Belluno|BN Benevento|BO Bologna|BR Brindisi|BS Brescia|BT Barletta-Andria-Trani|BZ Bolzano|CA Cagliari|CB Campobasso|CE Caserta|CH Chieti|CL Caltanissetta|CN Cuneo|CO Como|CR Cremona|CS Cosenza|CT Catania|CZ Catanzaro|EN Enna|FC Forlì-Cesena|FE Ferrara|FG Foggia|FI Firenze|FM Fermo|FR Frosinone|GE Genova|GO Gorizia|GR Grosseto|IM Imperia|IS Isernia|KR Crotone|LC Lecco|LE Lecce|LI Livorno|LO Lodi|LT Latina|LU Lucca|MB Monza e Brianza|MC Macerata|ME Messina|MI Milano|MN Mantova|MO Modena|MS Massa-Carrara|MT Matera|NA Napoli|NO Novara|NU Nuoro|OR Oristano|PA Palermo|PC Piacenza|PD Padova|PE Pescara|PG Perugia|PI Pisa|PN Pordenone|PO Prato|PR Parma|PT Pistoia|PU Pesaro e Urbino|PV Pavia|PZ Potenza|RA Ravenna|RC Reggio Calabria|RE Reggio Emilia|RG Ragusa|RI Rieti|RM Roma|RN Rimini|RO Rovigo|SA Salerno|SI Siena|SO Sondrio|SP La Spezia|SR Siracusa|SS Sassari|SU Sud Sardegna|SV Savona|TA Taranto|TE Teramo|TN Trento|TO Torino|TP Trapani|TR Terni|TS Trieste|TV Treviso|UD Udine|VA Varese|VB Verbano-Cusio-Ossola|VC Vercelli|VE Venezia|VI Vicenza|VR Verona|VT Viterbo|VV Vibo Valentia",
    ),
    (
        "JM",
        "01 Kingston|02 Saint Andrew|03 Saint Thomas|04 Portland|05 Saint Mary|06 Saint Ann|07 Trelawny|08 Saint James|09 Hanover|10 Westmoreland|11 Saint Elizabeth|12 Manchester|13 Clarendon|14 Saint Catherine",
    ),
    (
        "JO",
        "AJ ‘Ajlūn|AM Al ‘A̅şimah|AQ Al ‘Aqabah|AT Aţ Ţafīlah|AZ Az Zarqā’|BA Al Balqā’|IR Irbid|JA Jarash|KA Al Karak|MA Al Mafraq|MD Mādabā|MN Ma‘ān",
    ),
    (
        "JP",
        "01 Hokkaido|02 Aomori|03 Iwate|04 Miyagi|05 Akita|06 Yamagata|07 Fukushima|08 Ibaraki|09 Tochigi|10 Gunma|11 Saitama|12 Chiba|13 Tokyo|14 Kanagawa|15 Niigata|16 Toyama|17 Ishikawa|18 Fukui|19 Yamanashi|20 Nagano|21 Gifu|22 Shizuoka|23 Aichi|24 Mie|25 Shiga|26 Kyoto|27 Osaka|28 Hyogo|29 Nara|30 Wakayama|31 Tottori|32 Shimane|33 Okayama|34 Hiroshima|35 Yamaguchi|36 Tokushima|37 Kagawa|38 Ehime|39 Kochi|40 Fukuoka|41 Saga|42 Nagasaki|43 Kumamoto|44 Oita|45 Miyazaki|46 Kagoshima|47 Okinawa",
    ),
    (
        "KE",
        "01 Baringo|02 Bomet|03 Bungoma|04 Busia|05 Elgeyo/Marakwet|06 Embu|07 Garissa|08 Homa Bay|09 Isiolo|10 Kajiado|11 Kakamega|12 Kericho|13 Kiambu|14 Kilifi|15 Kirinyaga|16 Kisii|17 Kisumu|18 Kitui|19 Kwale|20 Laikipia|21 Lamu|22 Machakos|23 Makueni|24 Mandera|25 Marsabit|26 Meru|27 Migori|28 Mombasa|29 Murang'a|30 Nairobi City|31 Nakuru|32 Nandi|33 Narok|34 Nyamira|35 Nyandarua|36 Nyeri|37 Samburu|38 Siaya|39 Taita/Taveta|40 Tana River|41 Tharaka-Nithi|42 Trans Nzoia|43 Turkana|44 Uasin Gishu|45 Vihiga|46 Wajir|47 West Pokot",
    ),
    (
        "KG",
        "B Batken|C Chüy|GB Bishkek Shaary|GO Osh Shaary|J Jalal-Abad|N Naryn|O Osh|T Talas|Y Ysyk-Köl",
    ),
    (
        "KH",
        "1 Banteay Mean Choăy|10 Kracheh|11 Mondol Kiri|12 Phnom Penh|13 Preah Vihear|14 Prey Veaeng|15 Pousaat|16 Rotanak Kiri|17 Siem Reab|18 Preah Sihanouk|19 Stueng Traeng|2 Baat Dambang|20 Svaay Rieng|21 Taakaev|22 Otdar Mean Chey|23 Kaeb|24 Pailin|25 Tbong Khmum|3 Kampong Chaam|4 Kampong Chhnang|5 Kampong Spueu|6 Kampong Thum|7 Kampot|8 Kandaal|9 Kaoh Kong",
    ),
    ("KI", "G Gilbert Islands|L Line Islands|P Phoenix Islands"),
    ("KM", "A Anjouan|G Grande Comore|M Mohéli"),
    (
        "KN",
        "01 Christ Church Nichola Town|02 Saint Anne Sandy Point|03 Saint George Basseterre|04 Saint George Gingerland|05 Saint James Windward|06 Saint John Capisterre|07 Saint John Figtree|08 Saint Mary Cayon|09 Saint Paul Capisterre|10 Saint Paul Charlestown|11 Saint Peter Basseterre|12 Saint Thomas Lowland|13 Saint Thomas Middle Island|15 Trinity Palmetto Point|K Saint Kitts|N Nevis",
    ),
    (
        "KP",
        "01 Phyeongyang|02 Phyeongannamto|03 Phyeonganpukto|04 Jakangto|05 Hwanghainamto|06 Hwanghaipukto|07 Kangweonto|08 Hamkyeongnamto|09 Hamkyeongpukto|10 Ryangkangto|13 Raseon|14 Nampho|15 Kaeseong",
    ),
    (
        "KR",
        "11 Seoul-teukbyeolsi|26 Busan-gwangyeoksi|27 Daegu-gwangyeoksi|28 Incheon-gwangyeoksi|29 Gwangju-gwangyeoksi|30 Daejeon-gwangyeoksi|31 Ulsan-gwangyeoksi|41 Gyeonggi-do|42 Gangwon-teukbyeoljachido|43 Chungcheongbuk-do|44 Chungcheongnam-do|45 Jeollabuk-do|46 Jeollanam-do|47 Gyeongsangbuk-do|48 Gyeongsangnam-do|49 Jeju-teukbyeoljachido|50 Sejong",
    ),
    (
        "KW",
        "AH Al Aḩmadī|FA Al Farwānīyah|HA Ḩawallī|JA Al Jahrā’|KU Al ‘Āşimah|MU Mubārak al Kabīr",
    ),
    (
        "KZ",
        "10 Abay oblysy|11 Aqmola oblysy|15 Aqtöbe oblysy|19 Almaty oblysy|23 Atyraū oblysy|27 Batys Qazaqstan oblysy|31 Zhambyl oblysy|33 Zhetisū oblysy|35 Qaraghandy oblysy|39 Qostanay oblysy|43 Qyzylorda oblysy|47 Mangghystaū oblysy|55 Pavlodar oblysy|59 Soltüstik Qazaqstan oblysy|61 Türkistan oblysy|62 Ulytaū oblysy|63 Shyghys Qazaqstan oblysy|71 Astana|75 Almaty|79 Shymkent",
    ),
    (
        "LA",
        "AT Attapu|BK Bokèo|BL Bolikhamxai|CH Champasak|HO Houaphan|KH Khammouan|LM Louang Namtha|LP Louangphabang|OU Oudômxai|PH Phôngsali|SL Salavan|SV Savannakhét|VI Viangchan|VT Viangchan|XA Xaignabouli|XE Xékong|XI Xiangkhouang|XS Xaisômboun",
    ),
    (
        "LB",
        "AK ‘Akkār|AS Ash Shimāl|BA Bayrūt|BH B‘alabak-Al Hirmil|BI Al Biqā‘|JA Al Janūb|JL Jabal Lubnān|NA An Nabaţīyah",
    ),
    (
        "LC",
        "01 Anse la Raye|02 Castries|03 Choiseul|05 Dennery|06 Gros Islet|07 Laborie|08 Micoud|10 Soufrière|11 Vieux Fort|12 Canaries",
    ),
    (
        "LI",
        "01 Balzers|02 Eschen|03 Gamprin|04 Mauren|05 Planken|06 Ruggell|07 Schaan|08 Schellenberg|09 Triesen|10 Triesenberg|11 Vaduz",
    ),
    (
        "LK",
        "1 Western Province|11 Colombo|12 Gampaha|13 Kalutara|2 Central Province|21 Kandy|22 Matale|23 Nuwara Eliya|3 Southern Province|31 Galle|32 Matara|33 Hambantota|4 Northern Province|41 Jaffna|42 Kilinochchi|43 Mannar|44 Vavuniya|45 Mullaittivu|5 Eastern Province|51 Batticaloa|52 Ampara|53 Trincomalee|6 North Western Province|61 Kurunegala|62 Puttalam|7 North Central Province|71 Anuradhapura|72 Polonnaruwa|8 Uva Province|81 Badulla|82 Monaragala|9 Sabaragamuwa Province|91 Ratnapura|92 Kegalla",
    ),
    (
        "LR",
        "BG Bong|BM Bomi|CM Grand Cape Mount|GB Grand Bassa|GG Grand Gedeh|GK Grand Kru|GP Gbarpolu|LO Lofa|MG Margibi|MO Montserrado|MY Maryland|NI Nimba|RG River Gee|RI River Cess|SI Sinoe",
    ),
    (
        "LS",
        "A Maseru|B Botha-Bothe|C Leribe|D Berea|E Mafeteng|F Mohale's Hoek|G Quthing|H Qacha's Nek|J Mokhotlong|K Thaba-Tseka",
    ),
    (
        "LT",
        "01 Akmenė|02 Alytaus miestas|03 Alytus|04 Anykščiai|05 Birštonas|06 Biržai|07 Druskininkai|08 Elektrėnai|09 Ignalina|10 Jonava|11 Joniškis|12 Jurbarkas|13 Kaišiadorys|14 Kalvarija|15 Kauno miestas|16 Kaunas|17 Kazlų Rūdos|18 Kėdainiai|19 Kelmė|20 Klaipėdos miestas|21 Klaipėda|22 Kretinga|23 Kupiškis|24 Lazdijai|25 Marijampolė|26 Mažeikiai|27 Molėtai|28 Neringa|29 Pagėgiai|30 Pakruojis|31 Palangos miestas|32 Panevėžio miestas|33 Panevėžys|34 Pasvalys|35 Plungė|36 Prienai|37 Radviliškis|38 Raseiniai|39 Rietavas|40 Rokiškis|41 Šakiai|42 Šalčininkai|43 Šiaulių miestas|44 Šiauliai|45 Šilalė|46 Šilutė|47 Širvintos|48 Skuodas|49 Švenčionys|50 Tauragė|51 Telšiai|52 Trakai|53 Ukmergė|54 Utena|55 Varėna|56 Vilkaviškis|57 Vilniaus miestas|58 Vilnius|59 Visaginas|60 Zarasai|AL Alytaus apskritis|KL Klaipėdos apskritis|KU Kauno apskritis|MR Marijampolės apskritis|PN Panevėžio apskritis|SA Šiaulių apskritis|TA Tauragės apskritis|TE Telšių apskritis|UT Utenos apskritis|VL Vilniaus apskritis",
    ),
    (
        "LU",
        "CA Capellen|CL Clervaux|DI Diekirch|EC Echternach|ES Esch-sur-Alzette|GR Grevenmacher|LU Luxembourg|ME Mersch|RD Redange|RM Remich|VD Vianden|WI Wiltz",
    ),
    (
        "LV",
        "002 Aizkraukles novads|007 Alūksnes novads|011 Ādažu novads|015 Balvu novads|016 Bauskas novads|022 Cēsu novads|026 Dobeles novads|033 Gulbenes novads|041 Jelgavas novads|042 Jēkabpils novads|047 Krāslavas novads|050 Kuldīgas novads|052 Ķekavas novads|054 Limbažu novads|056 Līvānu novads|058 Ludzas novads|059 Madonas novads|062 Mārupes novads|067 Ogres novads|068 Olaines novads|073 Preiļu novads|077 Rēzeknes novads|080 Ropažu novads|087 Salaspils novads|088 Saldus novads|089 Saulkrastu novads|091 Siguldas novads|094 Smiltenes novads|097 Talsu novads|099 Tukuma novads|101 Valkas novads|102 Varakļānu novads|106 Ventspils novads|111 Augšdaugavas novads|112 Dienvidkurzemes Novads|113 Valmieras Novads|DGV Daugavpils|JEL Jelgava|JUR Jūrmala|LPX Liepāja|REZ Rēzekne|RIX Rīga|VEN Ventspils",
    ),
    (
        "LY",
        "BA Banghāzī|BU Al Buţnān|DR Darnah|GT Ghāt|JA Al Jabal al Akhḑar|JG Al Jabal al Gharbī|JI Al Jafārah|JU Al Jufrah|KF Al Kufrah|MB Al Marqab|MI Mişrātah|MJ Al Marj|MQ Murzuq|NL Nālūt|NQ An Nuqāţ al Khams|SB Sabhā|SR Surt|TB Ţarābulus|WA Al Wāḩāt|WD Wādī al Ḩayāt|WS Wādī ash Shāţi’|ZA Az Zāwiyah",
    ),
    (
        "MA",
        "01 Tanger-Tétouan-Al Hoceïma|02 L'Oriental|03 Fès-Meknès|04 Rabat-Salé-Kénitra|05 Béni Mellal-Khénifra|06 Casablanca-Settat|07 Marrakech-Safi|08 Drâa-Tafilalet|09 Souss-Massa|10 Guelmim-Oued Noun (EH-partial)|11 Laâyoune-Sakia El Hamra (EH-partial)|12 Dakhla-Oued Ed-Dahab (EH)|AGD Agadir-Ida-Ou-Tanane|AOU Aousserd (EH)|ASZ Assa-Zag (EH-partial)|AZI Azilal|BEM Béni Mellal|BER Berkane|BES Benslimane|BOD Boujdour (EH)|BOM Boulemane|BRR Berrechid|CAS Casablanca|CHE Chefchaouen|CHI Chichaoua|CHT Chtouka-Ait Baha|DRI Driouch|ERR Errachidia|ESI Essaouira|ESM Es-Semara (EH-partial)|FAH Fahs-Anjra|FES Fès|FIG Figuig|FQH Fquih Ben Salah|GUE Guelmim|GUF Guercif|HAJ El Hajeb|HAO Al Haouz|HOC Al Hoceïma|IFR Ifrane|INE Inezgane-Ait Melloul|JDI El Jadida|JRA Jerada|KEN Kénitra|KES El Kelâa des Sraghna|KHE Khémisset|KHN Khénifra|KHO Khouribga|LAA Laâyoune (EH)|LAR Larache|MAR Marrakech|MDF M’diq-Fnideq|MED Médiouna|MEK Meknès|MID Midelt|MOH Mohammadia|MOU Moulay Yacoub|NAD Nador|NOU Nouaceur|OUA Ouarzazate|OUD Oued Ed-Dahab (EH)|OUJ Oujda-Angad|OUZ Ouezzane|RAB Rabat|REH Rehamna|SAF Safi|SAL Salé|SEF Sefrou|SET Settat|SIB Sidi Bennour|SIF Sidi Ifni|SIK Sidi Kacem|SIL Sidi Slimane|SKH Skhirate-Témara|TAF Tarfaya (EH-partial)|TAI Taourirt|TAO Taounate|TAR Taroudannt|TAT Tata|TAZ Taza|TET Tétouan|TIN Tinghir|TIZ Tiznit|TNG Tanger-Assilah|TNT Tan-Tan (EH-partial)|YUS Youssoufia|ZAG Zagora",
    ),
    (
        "MC",
        "CL La Colle|CO La Condamine|FO Fontvieille|GA La Gare|JE Jardin Exotique|LA Larvotto|MA Malbousquet|MC Monte-Carlo|MG Moneghetti|MO Monaco-Ville|MU Moulins|PH Port-Hercule|SD Sainte-Dévote|SO La Source|SP Spélugues|SR Saint-Roman|VR Vallon de la Rousse",
    ),
    (
        "MD",
        "AN Anenii Noi|BA Bălți|BD Bender|BR Briceni|BS Basarabeasca|CA Cahul|CL Călărași|CM Cimișlia|CR Criuleni|CS Căușeni|CT Cantemir|CU Chișinău|DO Dondușeni|DR Drochia|DU Dubăsari|ED Edineț|FA Fălești|FL Florești|GA Găgăuzia, Unitatea teritorială autonomă (UTAG)|GL Glodeni|HI Hîncești|IA Ialoveni|LE Leova|NI Nisporeni|OC Ocnița|OR Orhei|RE Rezina|RI Rîșcani|SD Șoldănești|SI Sîngerei|SN Stînga Nistrului, unitatea teritorială din|SO Soroca|ST Strășeni|SV Ștefan Vodă|TA Taraclia|TE Telenești|UN Ungheni",
    ),
    (
        "ME",
        "01 Andrijevica|02 Bar|03 Berane|04 Bijelo Polje|05 Budva|06 Cetinje|07 Danilovgrad|08 Herceg-Novi|09 Kolašin|10 Kotor|11 Mojkovac|12 Nikšić|13 Plav|14 Pljevlja|15 Plužine|16 Podgorica|17 Rožaje|18 Šavnik|19 Tivat|20 Ulcinj|21 Žabljak|22 Gusinje|23 Petnjica|24 Tuzi|25 Zeta",
    ),
    (
        "MG",
        "A Toamasina|D Antsiranana|F Fianarantsoa|M Mahajanga|T Antananarivo|U Toliara",
    ),
    (
        "MH",
        "ALK Ailuk|ALL Ailinglaplap|ARN Arno|AUR Aur|EBO Ebon|ENI Enewetak & Ujelang|JAB Jabat|JAL Jaluit|KIL Bikini & Kili|KWA Kwajalein|L Ralik chain|LAE Lae|LIB Lib|LIK Likiep|MAJ Majuro|MAL Maloelap|MEJ Mejit|MIL Mili|NMK Namdrik|NMU Namu|RON Rongelap|T Ratak chain|UJA Ujae|UTI Utrik|WTH Wotho|WTJ Wotje",
    ),
    (
        "MK",
        "101 Veles|102 Gradsko|103 Demir Kapija|104 Kavadarci|105 Lozovo|106 Negotino|107 Rosoman|108 Sveti Nikole|109 Čaška|201 Berovo|202 Vinica|203 Delčevo|204 Zrnovci|205 Karbinci|206 Kočani|207 Makedonska Kamenica|208 Pehčevo|209 Probištip|210 Češinovo-Obleševo|211 Štip|301 Vevčani|303 Debar|304 Debrca|307 Kičevo|308 Makedonski Brod|310 Ohrid|311 Plasnica|312 Struga|313 Centar Župa|401 Bogdanci|402 Bosilovo|403 Valandovo|404 Vasilevo|405 Gevgelija|406 Dojran|407 Konče|408 Novo Selo|409 Radoviš|410 Strumica|501 Bitola|502 Demir Hisar|503 Dolneni|504 Krivogaštani|505 Kruševo|506 Mogila|507 Novaci|508 Prilep|509 Resen|601 Bogovinje|602 Brvenica|603 Vrapčište|604 Gostivar|605 Želino|606 Jegunovce|607 Mavrovo i Rostuše|608 Tearce|609 Tetovo|701 Kratovo|702 Kriva Palanka|703 Kumanovo|704 Lipkovo|705 Rankovce|706 Staro Nagoričane|801 Aerodrom|802 Aračinovo|803 Butel|804 Gazi Baba|805 Gjorče Petrov|806 Zelenikovo|807 Ilinden|808 Karpoš|809 Kisela Voda|810 Petrovec|811 Saraj|812 Sopište|813 Studeničani|814 Centar|815 Čair|816 Čučer-Sandevo|817 Šuto Orizari",
    ),
    (
        "ML",
        "1 Kayes|10 Taoudénit|2 Koulikoro|3 Sikasso|4 Ségou|5 Mopti|6 Tombouctou|7 Gao|8 Kidal|9 Ménaka|BKO Bamako",
    ),
    (
        "MM",
        "01 Sagaing|02 Bago|03 Magway|04 Mandalay|05 Tanintharyi|06 Yangon|07 Ayeyarwady|11 Kachin|12 Kayah|13 Kayin|14 Chin|15 Mon|16 Rakhine|17 Shan|18 Nay Pyi Taw",
    ),
    (
        "MN",
        "035 Orhon|037 Darhan uul|039 Hentiy|041 Hövsgöl|043 Hovd|046 Uvs|047 Töv|049 Selenge|051 Sühbaatar|053 Ömnögovĭ|055 Övörhangay|057 Dzavhan|059 Dundgovĭ|061 Dornod|063 Dornogovĭ|064 Govĭ-Sümber|065 Govĭ-Altay|067 Bulgan|069 Bayanhongor|071 Bayan-Ölgiy|073 Arhangay|1 Ulaanbaatar",
    ),
    (
        "MR",
        "01 Hodh ech Chargui|02 Hodh el Gharbi|03 Assaba|04 Gorgol|05 Brakna|06 Trarza|07 Adrar|08 Dakhlet Nouâdhibou|09 Tagant|10 Guidimaka|11 Tiris Zemmour|12 Inchiri|13 Nouakchott Ouest|14 Nouakchott Nord|15 Nouakchott Sud",
    ),
    (
        "MT",
        "01 Attard|02 Balzan|03 Birgu|04 Birkirkara|05 Birżebbuġa|06 Bormla|07 Dingli|08 Fgura|09 Floriana|10 Fontana|11 Gudja|12 Gżira|13 Għajnsielem|14 Għarb|15 Għargħur|16 Għasri|17 Għaxaq|18 Ħamrun|19 Iklin|20 Isla|21 Kalkara|22 Kerċem|23 Kirkop|24 Lija|25 Luqa|26 Marsa|27 Marsaskala|28 Marsaxlokk|29 Mdina|30 Mellieħa|31 Mġarr|32 Mosta|33 Mqabba|34 Msida|35 Mtarfa|36 Munxar|37 Nadur|38 Naxxar|39 Paola|40 Pembroke|41 Pietà|42 Qala|43 Qormi|44 Qrendi|45 Rabat Gozo|46 Rabat Malta|47 Safi|48 Saint Julian's|49 Saint John|50 Saint Lawrence|51 Saint Paul's Bay|52 Sannat|53 Saint Lucia's|54 Santa Venera|55 Siġġiewi|56 Sliema|57 Swieqi|58 Ta' Xbiex|59 Tarxien|60 Valletta|61 Xagħra|62 Xewkija|63 Xgħajra|64 Żabbar|65 Żebbuġ Gozo|66 Żebbuġ Malta|67 Żejtun|68 Żurrieq",
    ),
    (
        "MU",
        "AG Agalega Islands|BL Black River|CC Cargados Carajos Shoals|FL Flacq|GP Grand Port|MO Moka|PA Pamplemousses|PL Port Louis|PW Plaines Wilhems|RO Rodrigues Island|RR Rivière du Rempart|SA Savanne",
    ),
    (
        "MV",
        "00 South Ari Atoll|01 Addu City|02 North Ari Atoll|03 Faadhippolhu|04 Felidhu Atoll|05 Hahdhunmathi|07 North Thiladhunmathi|08 Kolhumadulu|12 Mulaku Atoll|13 North Maalhosmadulu|14 North Nilandhe Atoll|17 South Nilandhe Atoll|20 South Maalhosmadulu|23 South Thiladhunmathi|24 North Miladhunmadulu|25 South Miladhunmadulu|26 Male Atoll|27 North Huvadhu Atoll|28 South Huvadhu Atoll|29 Fuvammulah|MLE Male",
    ),
    (
        "MW",
        "BA Balaka|BL Blantyre|C Central Region|CK Chikwawa|CR Chiradzulu|CT Chitipa|DE Dedza|DO Dowa|KR Karonga|KS Kasungu|LI Lilongwe|LK Likoma|MC Mchinji|MG Mangochi|MH Machinga|MU Mulanje|MW Mwanza|MZ Mzimba|N Northern Region|NB Nkhata Bay|NE Neno|NI Ntchisi|NK Nkhotakota|NS Nsanje|NU Ntcheu|PH Phalombe|RU Rumphi|S Southern Region|SA Salima|TH Thyolo|ZO Zomba",
    ),
    (
        "MX",
        "AGU Aguascalientes|BCN Baja California|BCS Baja California Sur|CAM Campeche|CHH Chihuahua|CHP Chiapas|CMX Ciudad de México|COA Coahuila de Zaragoza|COL Colima|DUR Durango|GRO Guerrero|GUA Guanajuato|HID Hidalgo|JAL Jalisco|MEX México|MIC Michoacán de Ocampo|MOR Morelos|NAY Nayarit|NLE Nuevo León|OAX Oaxaca|PUE Puebla|QUE Querétaro|ROO Quintana Roo|SIN Sinaloa|SLP San Luis Potosí|SON Sonora|TAB Tabasco|TAM Tamaulipas|TLA Tlaxcala|VER Veracruz de Ignacio de la Llave|YUC Yucatán|ZAC Zacatecas",
    ),
    (
        "MY",
        "01 Johor|02 Kedah|03 Kelantan|04 Melaka|05 Negeri Sembilan|06 Pahang|07 Pulau Pinang|08 Perak|09 Perlis|10 Selangor|11 Terengganu|12 Sabah|13 Sarawak|14 Wilayah Persekutuan Kuala Lumpur|15 Wilayah Persekutuan Labuan|16 Wilayah Persekutuan Putrajaya",
    ),
    (
        "MZ",
        "A Niassa|B Manica|G Gaza|I Inhambane|L Maputo|MPM Maputo|N Nampula|P Cabo Delgado|Q Zambézia|S Sofala|T Tete",
    ),
    (
        "NA",
        "CA Zambezi|ER Erongo|HA Hardap|KA //Karas|KE Kavango East|KH Khomas|KU Kunene|KW Kavango West|OD Otjozondjupa|OH Omaheke|ON Oshana|OS Omusati|OT Oshikoto|OW Ohangwena",
    ),
    (
        "NE",
        "1 Agadez|2 Diffa|3 Dosso|4 Maradi|5 Tahoua|6 Tillabéri|7 Zinder|8 Niamey",
    ),
    (
        "NG",
        "AB Abia|AD Adamawa|AK Akwa Ibom|AN Anambra|BA Bauchi|BE Benue|BO Borno|BY Bayelsa|CR Cross River|DE Delta|EB Ebonyi|ED Edo|EK Ekiti|EN Enugu|FC Abuja Federal Capital Territory|GO Gombe|IM Imo|JI Jigawa|KD Kaduna|KE Kebbi|KN Kano|KO Kogi|KT Katsina|KW Kwara|LA Lagos|NA Nasarawa|NI Niger|OG Ogun|ON Ondo|OS Osun|OY Oyo|PL Plateau|RI Rivers|SO Sokoto|TA Taraba|YO Yobe|ZA Zamfara",
    ),
    (
        "NI",
        "AN Costa Caribe Norte|AS Costa Caribe Sur|BO Boaco|CA Carazo|CI Chinandega|CO Chontales|ES Estelí|GR Granada|JI Jinotega|LE León|MD Madriz|MN Managua|MS Masaya|MT Matagalpa|NS Nueva Segovia|RI Rivas|SJ Río San Juan",
    ),
    (
        "NL",
        "AW Aruba|BQ1 Bonaire|BQ2 Saba|BQ3 Sint Eustatius|CW Curaçao|DR Drenthe|FL Flevoland|FR Fryslân|GE Gelderland|GR Groningen|LI Limburg|NB Noord-Brabant|NH Noord-Holland|OV Overijssel|SX Sint Maarten|UT Utrecht|ZE Zeeland|ZH Zuid-Holland",
    ),
    (
        "NO",
        "03 Oslo|11 Rogaland|15 Møre og Romsdal|18 Nordland|21 Svalbard (Arctic Region)|22 Jan Mayen (Arctic Region)|30 Viken|34 Innlandet|38 Vestfold og Telemark|42 Agder|46 Vestland|50 Trøndelag|54 Troms og Finnmark",
    ),
    (
        "NP",
        "P1 Koshi|P2 Madhesh|P3 Bagmati|P4 Gandaki|P5 Lumbini|P6 Karnali|P7 Sudurpashchim",
    ),
    (
        "NR",
        "01 Aiwo|02 Anabar|03 Anetan|04 Anibare|05 Baitsi|06 Boe|07 Buada|08 Denigomodu|09 Ewa|10 Ijuw|11 Meneng|12 Nibok|13 Uaboe|14 Yaren",
    ),
    (
        "NZ",
        "AUK Auckland|BOP Bay of Plenty|CAN Canterbury|CIT Chatham Islands Territory|GIS Gisborne|HKB Hawke's Bay|MBH Marlborough|MWT Manawatū-Whanganui|NSN Nelson|NTL Northland|OTA Otago|STL Southland|TAS Tasman|TKI Taranaki|WGN Greater Wellington|WKO Waikato|WTC West Coast",
    ),
    (
        "OM",
        "BJ Janūb al Bāţinah|BS Shamāl al Bāţinah|BU Al Buraymī|DA Ad Dākhilīyah|MA Masqaţ|MU Musandam|SJ Janūb ash Sharqīyah|SS Shamāl ash Sharqīyah|WU Al Wusţá|ZA Az̧ Z̧āhirah|ZU Z̧ufār",
    ),
    (
        "PA",
        "1 Bocas del Toro|10 Panamá Oeste|2 Coclé|3 Colón|4 Chiriquí|5 Darién|6 Herrera|7 Los Santos|8 Panamá|9 Veraguas|EM Emberá|KY Guna Yala|NB Ngäbe-Buglé|NT Naso Tjër Di",
    ),
    (
        "PE",
        "AMA Amazonas|ANC Ancash|APU Apurímac|ARE Arequipa|AYA Ayacucho|CAJ Cajamarca|CAL El Callao|CUS Cusco|HUC Huánuco|HUV Huancavelica|ICA Ica|JUN Junín|LAL La Libertad|LAM Lambayeque|LIM Lima|LMA Municipalidad Metropolitana de Lima|LOR Loreto|MDD Madre de Dios|MOQ Moquegua|PAS Pasco|PIU Piura|PUN Puno|SAM San Martín|TAC Tacna|TUM Tumbes|UCA Ucayali",
    ),
    (
        "PG",
        "CPK Chimbu|CPM Central|EBR East New Britain|EHG Eastern Highlands|EPW Enga|ESW East Sepik|GPK Gulf|HLA Hela|JWK Jiwaka|MBA Milne Bay|MPL Morobe|MPM Madang|MRL Manus|NCD National Capital District (Port Moresby)|NIK New Ireland|NPP Northern|NSB Bougainville|SAN West Sepik|SHM Southern Highlands|WBK West New Britain|WHM Western Highlands|WPD Western",
    ),
    (
        "PH",
        "00 National Capital Region|01 Ilocos (Region I)|02 Cagayan Valley (Region II)|03 Central Luzon (Region III)|05 Bicol (Region V)|06 Western Visayas (Region VI)|07 Central Visayas (Region VII)|08 Eastern Visayas (Region VIII)|09 Zamboanga Peninsula (Region IX)|10 Northern Mindanao (Region X)|11 Davao (Region XI)|12 Soccsksargen (Region XII)|13 Caraga (Region XIII)|14 Autonomous Region in Muslim Mindanao (ARMM)|15 Cordillera Administrative Region (CAR)|40 Calabarzon (Region IV-A)|41 Mimaropa (Region IV-B)|ABR Abra|AGN Agusan del Norte|AGS Agusan del Sur|AKL Aklan|ALB Albay|ANT Antique|APA Apayao|AUR Aurora|BAN Bataan|BAS Basilan|BEN Benguet|BIL Biliran|BOH Bohol|BTG Batangas|BTN Batanes|BUK Bukidnon|BUL Bulacan|CAG Cagayan|CAM Camiguin|CAN Camarines Norte|CAP Capiz|CAS Camarines Sur|CAT Catanduanes|CAV Cavite|CEB Cebu|COM Davao de Oro|DAO Davao Oriental|DAS Davao del Sur|DAV Davao del Norte|DIN Dinagat Islands|DVO Davao Occidental|EAS Eastern Samar|GUI Guimaras|IFU Ifugao|ILI Iloilo|ILN Ilocos Norte|ILS Ilocos Sur|ISA Isabela|KAL Kalinga|LAG Laguna|LAN Lanao del Norte|LAS Lanao del Sur|LEY Leyte|LUN La Union|MAD Marinduque|MAS Masbate|MDC Mindoro Occidental|MDR Mindoro Oriental|MGN Maguindanao del Norte|MGS Maguindanao del Sur|MOU Mountain Province|MSC Misamis Occidental|MSR Misamis Oriental|NCO Cotabato|NEC Negros Occidental|NER Negros Oriental|NSA Northern Samar|NUE Nueva Ecija|NUV Nueva Vizcaya|PAM Pampanga|PAN Pangasinan|PLW Palawan|QUE Quezon|QUI Quirino|RIZ Rizal|ROM Romblon|SAR Sarangani|SCO South Cotabato|SIG Siquijor|SLE Southern Leyte|SLU Sulu|SOR Sorsogon|SUK Sultan Kudarat|SUN Surigao del Norte|SUR Surigao del Sur|TAR Tarlac|TAW Tawi-Tawi|WSA Samar|ZAN Zamboanga del Norte|ZAS Zamboanga del Sur|ZMB Zambales|ZSI Zamboanga Sibugay",
    ),
    (
        "PK",
        "BA Balochistan|GB Gilgit-Baltistan|IS Islamabad|JK Azad Jammu and Kashmir|KP Khyber Pakhtunkhwa|PB Punjab|SD Sindh",
    ),
    (
        "PL",
        "02 Dolnośląskie|04 Kujawsko-Pomorskie|06 Lubelskie|08 Lubuskie|10 Łódzkie|12 Małopolskie|14 Mazowieckie|16 Opolskie|18 Podkarpackie|20 Podlaskie|22 Pomorskie|24 Śląskie|26 Świętokrzyskie|28 Warmińsko-Mazurskie|30 Wielkopolskie|32 Zachodniopomorskie",
    ),
    (
        "PS",
        "BTH Bethlehem|DEB Deir El Balah|GZA Gaza|HBN Hebron|JEM Jerusalem|JEN Jenin|JRH Jericho and Al Aghwar|KYS Khan Yunis|NBS Nablus|NGZ North Gaza|QQA Qalqilya|RBH Ramallah|RFH Rafah|SLT Salfit|TBS Tubas|TKM Tulkarm",
    ),
    (
        "PT",
        "01 Aveiro|02 Beja|03 Braga|04 Bragança|05 Castelo Branco|06 Coimbra|07 Évora|08 Faro|09 Guarda|10 Leiria|11 Lisboa|12 Portalegre|13 Porto|14 Santarém|15 Setúbal|16 Viana do Castelo|17 Vila Real|18 Viseu|20 Região Autónoma dos Açores|30 Região Autónoma da Madeira",
    ),
    (
        "PW",
        "002 Aimeliik|004 Airai|010 Angaur|050 Hatohobei|100 Kayangel|150 Koror|212 Melekeok|214 Ngaraard|218 Ngarchelong|222 Ngardmau|224 Ngatpang|226 Ngchesar|227 Ngeremlengui|228 Ngiwal|350 Peleliu|370 Sonsorol",
    ),
    (
        "PY",
        "1 Concepción|10 Alto Paraná|11 Central|12 Ñeembucú|13 Amambay|14 Canindeyú|15 Presidente Hayes|16 Alto Paraguay|19 Boquerón|2 San Pedro|3 Cordillera|4 Guairá|5 Caaguazú|6 Caazapá|7 Itapúa|8 Misiones|9 Paraguarí|ASU Asunción",
    ),
    (
        "QA",
        "DA Ad Dawḩah|KH Al Khawr wa adh Dhakhīrah|MS Ash Shamāl|RA Ar Rayyān|SH Ash Shīḩānīyah|US Umm Şalāl|WA Al Wakrah|ZA Az̧ Z̧a‘āyin",
    ),
    (
        "RO",
        "AB Alba|AG Argeș|AR Arad|B București|BC Bacău|BH Bihor|BN Bistrița-Năsăud|BR Brăila|BT Botoșani|BV Brașov|BZ Buzău|CJ Cluj|CL Călărași|CS Caraș-Severin|CT Constanța|CV Covasna|DB Dâmbovița|DJ Dolj|GJ Gorj|GL Galați|GR Giurgiu|HD Hunedoara|HR Harghita|IF Ilfov|IL Ialomița|IS Iași|MH Mehedinți|MM Maramureș|MS Mureș|NT Neamț|OT Olt|PH Prahova|SB Sibiu|SJ Sălaj|SM Satu Mare|SV Suceava|TL Tulcea|TM Timiș|TR Teleorman|VL Vâlcea|VN Vrancea|VS Vaslui",
    ),
    (
        "RS",
        "00 Beograd|01 Severnobački okrug|02 Srednjebanatski okrug|03 Severnobanatski okrug|04 Južnobanatski okrug|05 Zapadnobački okrug|06 Južnobački okrug|07 Sremski okrug|08 Mačvanski okrug|09 Kolubarski okrug|10 Podunavski okrug|11 Braničevski okrug|12 Šumadijski okrug|13 Pomoravski okrug|14 Borski okrug|15 Zaječarski okrug|16 Zlatiborski okrug|17 Moravički okrug|18 Raški okrug|19 Rasinski okrug|20 Nišavski okrug|21 Toplički okrug|22 Pirotski okrug|23 Jablanički okrug|24 Pčinjski okrug|25 Kosovski okrug|26 Pećki okrug|27 Prizrenski okrug|28 Kosovsko-Mitrovački okrug|29 Kosovsko-Pomoravski okrug|KM Kosovo-Metohija|VO Vojvodina",
    ),
    (
        "RU",
        "AD Adygeya, Respublika|AL Altay, Respublika|ALT Altayskiy kray|AMU Amurskaya oblast'|ARK Arkhangel'skaya oblast'|AST Astrakhanskaya oblast'|BA Bashkortostan, Respublika|BEL Belgorodskaya oblast'|BRY Bryanskaya oblast'|BU Buryatiya, Respublika|CE Chechenskaya Respublika|CHE Chelyabinskaya oblast'|CHU Chukotskiy avtonomnyy okrug|CU Chuvashskaya Respublika|DA Dagestan, Respublika|IN Ingushetiya, Respublika|IRK Irkutskaya oblast'|IVA Ivanovskaya oblast'|KAM Kamchatskiy kray|KB Kabardino-Balkarskaya Respublika|KC Karachayevo-Cherkesskaya Respublika|KDA Krasnodarskiy kray|KEM Kemerovskaya oblast'|KGD Kaliningradskaya oblast'|KGN Kurganskaya oblast'|KHA Khabarovskiy kray|KHM Khanty-Mansiyskiy avtonomnyy okrug|KIR Kirovskaya oblast'|KK Khakasiya, Respublika|KL Kalmykiya, Respublika|KLU Kaluzhskaya oblast'|KO Komi, Respublika|KOS Kostromskaya oblast'|KR Kareliya, Respublika|KRS Kurskaya oblast'|KYA Krasnoyarskiy kray|LEN Leningradskaya oblast'|LIP Lipetskaya oblast'|MAG Magadanskaya oblast'|ME Mariy El, Respublika|MO Mordoviya, Respublika|MOS Moskovskaya oblast'|MOW Moskva|MUR Murmanskaya oblast'|NEN Nenetskiy avtonomnyy okrug|NGR Novgorodskaya oblast'|NIZ Nizhegorodskaya oblast'|NVS Novosibirskaya oblast'|OMS Omskaya oblast'|ORE Orenburgskaya oblast'|ORL Orlovskaya oblast'|PER Permskiy kray|PNZ Penzenskaya oblast'|PRI Primorskiy kray|PSK Pskovskaya oblast'|ROS Rostovskaya oblast'|RYA Ryazanskaya oblast'|SA Saha, Respublika|SAK Sakhalinskaya oblast'|SAM Samarskaya oblast'|SAR Saratovskaya oblast'|SE Severnaya Osetiya, Respublika|SMO Smolenskaya oblast'|SPE Sankt-Peterburg|STA Stavropol'skiy kray|SVE Sverdlovskaya oblast'|TA Tatarstan, Respublika|TAM Tambovskaya oblast'|TOM Tomskaya oblast'|TUL Tul'skaya oblast'|TVE Tverskaya oblast'|TY Tyva, Respublika|TYU Tyumenskaya oblast'|UD Udmurtskaya Respublika|ULY Ul'yanovskaya oblast'|VGG Volgogradskaya oblast'|VLA Vladimirskaya oblast'|VLG Vologodskaya oblast'|VOR Voronezhskaya oblast'|YAN Yamalo-Nenetskiy avtonomnyy okrug|YAR Yaroslavskaya oblast'|YEV Yevreyskaya avtonomnaya oblast'|ZAB Zabaykal'skiy kray",
    ),
    (
        "RW",
        "01 City of Kigali|02 Eastern|03 Northern|04 Western|05 Southern",
    ),
    (
        "SA",
        "01 Ar Riyāḑ|02 Makkah al Mukarramah|03 Al Madīnah al Munawwarah|04 Ash Sharqīyah|05 Al Qaşīm|06 Ḩā'il|07 Tabūk|08 Al Ḩudūd ash Shamālīyah|09 Jāzān|10 Najrān|11 Al Bāḩah|12 Al Jawf|14 'Asīr",
    ),
    (
        "SB",
        "CE Central|CH Choiseul|CT Capital Territory (Honiara)|GU Guadalcanal|IS Isabel|MK Makira-Ulawa|ML Malaita|RB Rennell and Bellona|TE Temotu|WE Western",
    ),
    (
        "SC",
        "01 Anse aux Pins|02 Anse Boileau|03 Anse Etoile|04 Au Cap|05 Anse Royale|06 Baie Lazare|07 Baie Sainte Anne|08 Beau Vallon|09 Bel Air|10 Bel Ombre|11 Cascade|12 Glacis|13 Grand Anse Mahe|14 Grand Anse Praslin|15 La Digue|16 English River|17 Mont Buxton|18 Mont Fleuri|19 Plaisance|20 Pointe Larue|21 Port Glaud|22 Saint Louis|23 Takamaka|24 Les Mamelles|25 Roche Caiman|26 Ile Perseverance I|27 Ile Perseverance II",
    ),
    (
        "SD",
        "DC Central Darfur|DE East Darfur|DN North Darfur|DS South Darfur|DW West Darfur|GD Gedaref|GK West Kordofan|GZ Gezira|KA Kassala|KH Khartoum|KN North Kordofan|KS South Kordofan|NB Blue Nile|NO Northern|NR River Nile|NW White Nile|RS Red Sea|SI Sennar",
    ),
    (
        "SE",
        "AB Stockholms län|AC Västerbottens län|BD Norrbottens län|C Uppsala län|D Södermanlands län|E Östergötlands län|F Jönköpings län|G Kronobergs län|H Kalmar län|I Gotlands län|K Blekinge län|M Skåne län|N Hallands län|O Västra Götalands län|S Värmlands län|T Örebro län|U Västmanlands län|W Dalarnas län|X Gävleborgs län|Y Västernorrlands län|Z Jämtlands län",
    ),
    (
        "SG",
        "01 Central Singapore|02 North East|03 North West|04 South East|05 South West",
    ),
    ("SH", "AC Ascension|HL Saint Helena|TA Tristan da Cunha"),
    (
        "SI",
        "001 Ajdovščina|002 Beltinci|003 Bled|004 Bohinj|005 Borovnica|006 Bovec|007 Brda|008 Brezovica|009 Brežice|010 Tišina|011 Celje|012 Cerklje na Gorenjskem|013 Cerknica|014 Cerkno|015 Črenšovci|016 Črna na Koroškem|017 Črnomelj|018 Destrnik|019 Divača|020 Dobrepolje|021 Dobrova-Polhov Gradec|022 Dol pri Ljubljani|023 Domžale|024 Dornava|025 Dravograd|026 Duplek|027 Gorenja vas-Poljane|028 Gorišnica|029 Gornja Radgona|030 Gornji Grad|031 Gornji Petrovci|032 Grosuplje|033 Šalovci|034 Hrastnik|035 Hrpelje-Kozina|036 Idrija|037 Ig|038 Ilirska Bistrica|039 Ivančna Gorica|040 Izola|041 Jesenice|042 Juršinci|043 Kamnik|044 Kanal ob Soči|045 Kidričevo|046 Kobarid|047 Kobilje|048 Kočevje|049 Komen|050 Koper|051 Kozje|052 Kranj|053 Kranjska Gora|054 Krško|055 Kungota|056 Kuzma|057 Laško|058 Lenart|059 Lendava|060 Litija|061 Ljubljana|062 Ljubno|063 Ljutomer|064 Logatec|065 Loška dolina|066 Loški Potok|067 Luče|068 Lukovica|069 Majšperk|070 Maribor|071 Medvode|072 Mengeš|073 Metlika|074 Mežica|075 Miren-Kostanjevica|076 Mislinja|077 Moravče|078 Moravske Toplice|079 Mozirje|080 Murska Sobota|081 Muta|082 Naklo|083 Nazarje|084 Nova Gorica|085 Novo Mesto|086 Odranci|087 Ormož|088 Osilnica|089 Pesnica|090 Piran|091 Pivka|092 Podčetrtek|093 Podvelka|094 Postojna|095 Preddvor|096 Ptuj|097 Puconci|098 Rače-Fram|099 Radeče|100 Radenci|101 Radlje ob Dravi|102 Radovljica|103 Ravne na Koroškem|104 Ribnica|105 Rogašovci|106 Rogaška Slatina|107 Rogatec|108 Ruše|109 Semič|110 Sevnica|111 Sežana|112 Slovenj Gradec|113 Slovenska Bistrica|114 Slovenske Konjice|115 Starše|116 Sveti Jurij ob Ščavnici|117 Šenčur|118 Šentilj|119 Šentjernej|120 Šentjur|121 Škocjan|122 Škofja Loka|123 Škofljica|124 Šmarje pri Jelšah|125 Šmartno ob Paki|126 Šoštanj|127 Štore|128 Tolmin|129 Trbovlje|130 Trebnje|131 Tržič|132 Turnišče|133 Velenje|134 Velike Lašče|135 Videm|136 Vipava|137 Vitanje|138 Vodice|139 Vojnik|140 Vrhnika|141 Vuzenica|142 Zagorje ob Savi|143 Zavrč|144 Zreče|146 Železniki|147 Žiri|148 Benedikt|149 Bistrica ob Sotli|150 Bloke|151 Braslovče|152 Cankova|153 Cerkvenjak|154 Dobje|155 Dobrna|156 Dobrovnik|157 Dolenjske Toplice|158 Grad|159 Hajdina|160 Hoče-Slivnica|161 Hodoš|162 Horjul|163 Jezersko|164 Komenda|165 Kostel|166 Križevci|167 Lovrenc na Pohorju|168 Markovci|169 Miklavž na Dravskem polju|170 Mirna Peč|171 Oplotnica|172 Podlehnik|173 Polzela|174 Prebold|175 Prevalje|176 Razkrižje|177 Ribnica na Pohorju|178 Selnica ob Dravi|179 Sodražica|180 Solčava|181 Sveta Ana|182 Sveti Andraž v Slovenskih goricah|183 Šempeter-Vrtojba|184 Tabor|185 Trnovska Vas|186 Trzin|187 Velika Polana|188 Veržej|189 Vransko|190 Žalec|191 Žetale|192 Žirovnica|193 Žužemberk|194 Šmartno pri Litiji|195 Apače|196 Cirkulane|197 Kostanjevica na Krki|198 Makole|199 Mokronog-Trebelno|200 Poljčane|201 Renče-Vogrsko|202 Središče ob Dravi|203 Straža|204 Sveta Trojica v Slovenskih goricah|205 Sveti Tomaž|206 Šmarješke Toplice|207 Gorje|208 Log-Dragomer|209 Rečica ob Savinji|210 Sveti Jurij v Slovenskih goricah|211 Šentrupert|212 Mirna|213 Ankaran",
    ),
    (
        "SK",
        "BC Banskobystrický kraj|BL Bratislavský kraj|KI Košický kraj|NI Nitriansky kraj|PV Prešovský kraj|TA Trnavský kraj|TC Trenčiansky kraj|ZI Žilinský kraj",
    ),
    (
        "SL",
        "E Eastern|N Northern|NW North Western|S Southern|W Western Area (Freetown)",
    ),
    (
        "SM",
        "01 Acquaviva|02 Chiesanuova|03 Domagnano|04 Faetano|05 Fiorentino|06 Borgo Maggiore|07 Città di San Marino|08 Montegiardino|09 Serravalle",
    ),
    (
        "SN",
        "DB Diourbel|DK Dakar|FK Fatick|KA Kaffrine|KD Kolda|KE Kédougou|KL Kaolack|LG Louga|MT Matam|SE Sédhiou|SL Saint-Louis|TC Tambacounda|TH Thiès|ZG Ziguinchor",
    ),
    (
        "SO",
        "AW Awdal|BK Bakool|BN Banaadir|BR Bari|BY Bay|GA Galguduud|GE Gedo|HI Hiiraan|JD Jubbada Dhexe|JH Jubbada Hoose|MU Mudug|NU Nugaal|SA Sanaag|SD Shabeellaha Dhexe|SH Shabeellaha Hoose|SO Sool|TO Togdheer|WO Woqooyi Galbeed",
    ),
    (
        "SR",
        "BR Brokopondo|CM Commewijne|CR Coronie|MA Marowijne|NI Nickerie|PM Paramaribo|PR Para|SA Saramacca|SI Sipaliwini|WA Wanica",
    ),
    (
        "SS",
        "BN Northern Bahr el Ghazal|BW Western Bahr el Ghazal|EC Central Equatoria|EE Eastern Equatoria|EW Western Equatoria|JG Jonglei|LK Lakes|NU Upper Nile|UY Unity|WR Warrap",
    ),
    (
        "ST",
        "01 Água Grande|02 Cantagalo|03 Caué|04 Lembá|05 Lobata|06 Mé-Zóchi|P Príncipe",
    ),
    (
        "SV",
        "AH Ahuachapán|CA Cabañas|CH Chalatenango|CU Cuscatlán|LI La Libertad|MO Morazán|PA La Paz|SA Santa Ana|SM San Miguel|SO Sonsonate|SS San Salvador|SV San Vicente|UN La Unión|US Usulután",
    ),
    (
        "SY",
        "DI Dimashq|DR Dar'ā|DY Dayr az Zawr|HA Al Ḩasakah|HI Ḩimş|HL Ḩalab|HM Ḩamāh|ID Idlib|LA Al Lādhiqīyah|QU Al Qunayţirah|RA Ar Raqqah|RD Rīf Dimashq|SU As Suwaydā'|TA Ţarţūs",
    ),
    ("SZ", "HH Hhohho|LU Lubombo|MA Manzini|SH Shiselweni"),
    (
        "TD",
        "BA Batha|BG Bahr el Ghazal|BO Borkou|CB Chari-Baguirmi|EE Ennedi-Est|EO Ennedi-Ouest|GR Guéra|HL Hadjer Lamis|KA Kanem|LC Lac|LO Logone-Occidental|LR Logone-Oriental|MA Mandoul|MC Moyen-Chari|ME Mayo-Kebbi-Est|MO Mayo-Kebbi-Ouest|ND Ville de Ndjamena|OD Ouaddaï|SA Salamat|SI Sila|TA Tandjilé|TI Tibesti|WF Wadi Fira",
    ),
    (
        "TG",
        "C Centrale|K Kara|M Maritime (Région)|P Plateaux|S Savanes",
    ),
    (
        "TH",
        "10 Krung Thep Maha Nakhon|11 Samut Prakan|12 Nonthaburi|13 Pathum Thani|14 Phra Nakhon Si Ayutthaya|15 Ang Thong|16 Lop Buri|17 Sing Buri|18 Chai Nat|19 Saraburi|20 Chon Buri|21 Rayong|22 Chanthaburi|23 Trat|24 Chachoengsao|25 Prachin Buri|26 Nakhon Nayok|27 Sa Kaeo|30 Nakhon Ratchasima|31 Buri Ram|32 Surin|33 Si Sa Ket|34 Ubon Ratchathani|35 Yasothon|36 Chaiyaphum|37 Amnat Charoen|38 Bueng Kan|39 Nong Bua Lam Phu|40 Khon Kaen|41 Udon Thani|42 Loei|43 Nong Khai|44 Maha Sarakham|45 Roi Et|46 Kalasin|47 Sakon Nakhon|48 Nakhon Phanom|49 Mukdahan|50 Chiang Mai|51 Lamphun|52 Lampang|53 Uttaradit|54 Phrae|55 Nan|56 Phayao|57 Chiang Rai|58 Mae Hong Son|60 Nakhon Sawan|61 Uthai Thani|62 Kamphaeng Phet|63 Tak|64 Sukhothai|65 Phitsanulok|66 Phichit|67 Phetchabun|70 Ratchaburi|71 Kanchanaburi|72 Suphan Buri|73 Nakhon Pathom|74 Samut Sakhon|75 Samut Songkhram|76 Phetchaburi|77 Prachuap Khiri Khan|80 Nakhon Si Thammarat|81 Krabi|82 Phangnga|83 Phuket|84 Surat Thani|85 Ranong|86 Chumphon|90 Songkhla|91 Satun|92 Trang|93 Phatthalung|94 Pattani|95 Yala|96 Narathiwat|S Phatthaya",
    ),
    (
        "TJ",
        "DU Dushanbe|GB Kŭhistoni Badakhshon|KT Khatlon|RA nohiyahoi tobei jumhurí|SU Sughd",
    ),
    (
        "TL",
        "AL Aileu|AN Ainaro|BA Baucau|BO Bobonaro|CO Cova Lima|DI Díli|ER Ermera|LA Lautém|LI Liquiça|MF Manufahi|MT Manatuto|OE Oé-Cusse Ambeno|VI Viqueque",
    ),
    ("TM", "A Ahal|B Balkan|D Daşoguz|L Lebap|M Mary|S Aşgabat"),
    (
        "TN",
        "11 Tunis|12 L'Ariana|13 Ben Arous|14 La Manouba|21 Nabeul|22 Zaghouan|23 Bizerte|31 Béja|32 Jendouba|33 Le Kef|34 Siliana|41 Kairouan|42 Kasserine|43 Sidi Bouzid|51 Sousse|52 Monastir|53 Mahdia|61 Sfax|71 Gafsa|72 Tozeur|73 Kébili|81 Gabès|82 Médenine|83 Tataouine",
    ),
    ("TO", "01 'Eua|02 Ha'apai|03 Niuas|04 Tongatapu|05 Vava'u"),
    (
        "TR",
        "01 Adana|02 Adıyaman|03 Afyonkarahisar|04 Ağrı|05 Amasya|06 Ankara|07 Antalya|08 Artvin|09 Aydın|10 Balıkesir|11 Bilecik|12 Bingöl|13 Bitlis|14 Bolu|15 Burdur|16 Bursa|17 Çanakkale|18 Çankırı|19 Çorum|20 Denizli|21 Diyarbakır|22 Edirne|23 Elazığ|24 Erzincan|25 Erzurum|26 Eskişehir|27 Gaziantep|28 Giresun|29 Gümüşhane|30 Hakkâri|31 Hatay|32 Isparta|33 Mersin|34 İstanbul|35 İzmir|36 Kars|37 Kastamonu|38 Kayseri|39 Kırklareli|40 Kırşehir|41 Kocaeli|42 Konya|43 Kütahya|44 Malatya|45 Manisa|46 Kahramanmaraş|47 Mardin|48 Muğla|49 Muş|50 Nevşehir|51 Niğde|52 Ordu|53 Rize|54 Sakarya|55 Samsun|56 Siirt|57 Sinop|58 Sivas|59 Tekirdağ|60 Tokat|61 Trabzon|62 Tunceli|63 Şanlıurfa|64 Uşak|65 Van|66 Yozgat|67 Zonguldak|68 Aksaray|69 Bayburt|70 Karaman|71 Kırıkkale|72 Batman|73 Şırnak|74 Bartın|75 Ardahan|76 Iğdır|77 Yalova|78 Karabük|79 Kilis|80 Osmaniye|81 Düzce",
    ),
    (
        "TT",
        "ARI Arima|CHA Chaguanas|CTT Couva-Tabaquite-Talparo|DMN Diego Martin|MRC Mayaro-Rio Claro|PED Penal-Debe|POS Port of Spain|PRT Princes Town|PTF Point Fortin|SFO San Fernando|SGE Sangre Grande|SIP Siparia|SJL San Juan-Laventille|TOB Tobago|TUP Tunapuna-Piarco",
    ),
    (
        "TV",
        "FUN Funafuti|NIT Niutao|NKF Nukufetau|NKL Nukulaelae|NMA Nanumea|NMG Nanumaga|NUI Nui|VAI Vaitupu",
    ),
    (
        "TW",
        "CHA Changhua|CYI Chiayi|CYQ Chiayi|HSQ Hsinchu|HSZ Hsinchu|HUA Hualien|ILA Yilan|KEE Keelung|KHH Kaohsiung|KIN Kinmen|LIE Lienchiang|MIA Miaoli|NAN Nantou|NWT New Taipei|PEN Penghu|PIF Pingtung|TAO Taoyuan|TNN Tainan|TPE Taipei|TTT Taitung|TXG Taichung|YUN Yunlin",
    ),
    (
        "TZ",
        "01 Arusha|02 Dar es Salaam|03 Dodoma|04 Iringa|05 Kagera|06 Pemba North|07 Zanzibar North|08 Kigoma|09 Kilimanjaro|10 Pemba South|11 Zanzibar South|12 Lindi|13 Mara|14 Mbeya|15 Zanzibar West|16 Morogoro|17 Mtwara|18 Mwanza|19 Coast|20 Rukwa|21 Ruvuma|22 Shinyanga|23 Singida|24 Tabora|25 Tanga|26 Manyara|27 Geita|28 Katavi|29 Njombe|30 Simiyu|31 Songwe",
    ),
    (
        "UA",
        "05 Vinnytska oblast|07 Volynska oblast|09 Luhanska oblast|12 Dnipropetrovska oblast|14 Donetska oblast|18 Zhytomyrska oblast|21 Zakarpatska oblast|23 Zaporizka oblast|26 Ivano-Frankivska oblast|30 Kyiv|32 Kyivska oblast|35 Kirovohradska oblast|40 Sevastopol|43 Avtonomna Respublika Krym|46 Lvivska oblast|48 Mykolaivska oblast|51 Odeska oblast|53 Poltavska oblast|56 Rivnenska oblast|59 Sumska oblast|61 Ternopilska oblast|63 Kharkivska oblast|65 Khersonska oblast|68 Khmelnytska oblast|71 Cherkaska oblast|74 Chernihivska oblast|77 Chernivetska oblast",
    ),
    (
        "UG",
        "101 Kalangala|102 Kampala|103 Kiboga|104 Luwero|105 Masaka|106 Mpigi|107 Mubende|108 Mukono|109 Nakasongola|110 Rakai|111 Sembabule|112 Kayunga|113 Wakiso|114 Lyantonde|115 Mityana|116 Nakaseke|117 Buikwe|118 Bukomansibi|119 Butambala|120 Buvuma|121 Gomba|122 Kalungu|123 Kyankwanzi|124 Lwengo|125 Kyotera|126 Kasanda|201 Bugiri|202 Busia|203 Iganga|204 Jinja|205 Kamuli|206 Kapchorwa|207 Katakwi|208 Kumi|209 Mbale|210 Pallisa|211 Soroti|212 Tororo|213 Kaberamaido|214 Mayuge|215 Sironko|216 Amuria|217 Budaka|218 Bududa|219 Bukedea|220 Bukwo|221 Butaleja|222 Kaliro|223 Manafwa|224 Namutumba|225 Bulambuli|226 Buyende|227 Kibuku|228 Kween|229 Luuka|230 Namayingo|231 Ngora|232 Serere|233 Butebo|234 Namisindwa|235 Bugweri|236 Kapelebyong|237 Kalaki|301 Adjumani|302 Apac|303 Arua|304 Gulu|305 Kitgum|306 Kotido|307 Lira|308 Moroto|309 Moyo|310 Nebbi|311 Nakapiripirit|312 Pader|313 Yumbe|314 Abim|315 Amolatar|316 Amuru|317 Dokolo|318 Kaabong|319 Koboko|320 Maracha|321 Oyam|322 Agago|323 Alebtong|324 Amudat|325 Kole|326 Lamwo|327 Napak|328 Nwoya|329 Otuke|330 Zombo|331 Omoro|332 Pakwach|333 Kwania|334 Nabilatuk|335 Karenga|336 Madi-Okollo|337 Obongi|401 Bundibugyo|402 Bushenyi|403 Hoima|404 Kabale|405 Kabarole|406 Kasese|407 Kibaale|408 Kisoro|409 Masindi|410 Mbarara|411 Ntungamo|412 Rukungiri|413 Kamwenge|414 Kanungu|415 Kyenjojo|416 Buliisa|417 Ibanda|418 Isingiro|419 Kiruhura|420 Buhweju|421 Kiryandongo|422 Kyegegwa|423 Mitooma|424 Ntoroko|425 Rubirizi|426 Sheema|427 Kagadi|428 Kakumiro|429 Rubanda|430 Bunyangabu|431 Rukiga|432 Kikuube|433 Kazo|434 Kitagwenda|435 Rwampara|C Central|E Eastern|N Northern|W Western",
    ),
    (
        "UM",
        "67 Johnston Atoll|71 Midway Islands|76 Navassa Island|79 Wake Island|81 Baker Island|84 Howland Island|86 Jarvis Island|89 Kingman Reef|95 Palmyra Atoll",
    ),
    (
        "US",
        "AK Alaska|AL Alabama|AR Arkansas|AS American Samoa|AZ Arizona|CA California|CO Colorado|CT Connecticut|DC District of Columbia|DE Delaware|FL Florida|GA Georgia|GU Guam|HI Hawaii|IA Iowa|ID Idaho|IL Illinois|IN Indiana|KS Kansas|KY Kentucky|LA Louisiana|MA Massachusetts|MD Maryland|ME Maine|MI Michigan|MN Minnesota|MO Missouri|MP Northern Mariana Islands|MS Mississippi|MT Montana|NC North Carolina|ND North Dakota|NE Nebraska|NH New Hampshire|NJ New Jersey|NM New Mexico|NV Nevada|NY New York|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UM United States Minor Outlying Islands|UT Utah|VA Virginia|VI Virgin Islands, U.S.|VT Vermont|WA Washington|WI Wisconsin|WV West Virginia|WY Wyoming",
    ),
    (
        "UY",
        "AR Artigas|CA Canelones|CL Cerro Largo|CO Colonia|DU Durazno|FD Florida|FS Flores|LA Lavalleja|MA Maldonado|MO Montevideo|PA Paysandú|RN Río Negro|RO Rocha|RV Rivera|SA Salto|SJ San José|SO Soriano|TA Tacuarembó|TT Treinta y Tres",
    ),
    (
        "UZ",
        "AN Andijon|BU Buxoro|FA Farg‘ona|JI Jizzax|NG Namangan|NW Navoiy|QA Qashqadaryo|QR Qoraqalpog‘iston Respublikasi|SA Samarqand|SI Sirdaryo|SU Surxondaryo|TK Toshkent|TO Toshkent|XO Xorazm",
    ),
    (
        "VC",
        "01 Charlotte|02 Saint Andrew|03 Saint David|04 Saint George|05 Saint Patrick|06 Grenadines",
    ),
    (
        "VE",
        "A Distrito Capital|B Anzoátegui|C Apure|D Aragua|E Barinas|F Bolívar|G Carabobo|H Cojedes|I Falcón|J Guárico|K Lara|L Mérida|M Miranda|N Monagas|O Nueva Esparta|P Portuguesa|R Sucre|S Táchira|T Trujillo|U Yaracuy|V Zulia|W Dependencias Federales|X La Guaira|Y Delta Amacuro|Z Amazonas",
    ),
    (
        "VN",
        "01 Lai Châu|02 Lào Cai|03 Hà Giang|04 Cao Bằng|05 Sơn La|06 Yên Bái|07 Tuyên Quang|09 Lạng Sơn|13 Quảng Ninh|14 Hòa Bình|18 Ninh Bình|20 Thái Bình|21 Thanh Hóa|22 Nghệ An|23 Hà Tĩnh|24 Quảng Bình|25 Quảng Trị|26 Thừa Thiên-Huế|27 Quảng Nam|28 Kon Tum|29 Quảng Ngãi|30 Gia Lai|31 Bình Định|32 Phú Yên|33 Đắk Lắk|34 Khánh Hòa|35 Lâm Đồng|36 Ninh Thuận|37 Tây Ninh|39 Đồng Nai|40 Bình Thuận|41 Long An|43 Bà Rịa - Vũng Tàu|44 An Giang|45 Đồng Tháp|46 Tiền Giang|47 Kiến Giang|49 Vĩnh Long|50 Bến Tre|51 Trà Vinh|52 Sóc Trăng|53 Bắc Kạn|54 Bắc Giang|55 Bạc Liêu|56 Bắc Ninh|57 Bình Dương|58 Bình Phước|59 Cà Mau|61 Hải Dương|63 Hà Nam|66 Hưng Yên|67 Nam Định|68 Phú Thọ|69 Thái Nguyên|70 Vĩnh Phúc|71 Điện Biên|72 Đắk Nông|73 Hậu Giang|CT Cần Thơ|DN Đà Nẵng|HN Hà Nội|HP Hải Phòng|SG Hồ Chí Minh",
    ),
    (
        "VU",
        "MAP Malampa|PAM Pénama|SAM Sanma|SEE Shéfa|TAE Taféa|TOB Torba",
    ),
    ("WF", "AL Alo|SG Sigave|UV Uvea"),
    (
        "WS",
        "AA A'ana|AL Aiga-i-le-Tai|AT Atua|FA Fa'asaleleaga|GE Gaga'emauga|GI Gagaifomauga|PA Palauli|SA Satupa'itea|TU Tuamasaga|VF Va'a-o-Fonoti|VS Vaisigano",
    ),
    (
        "YE",
        "AB Abyan|AD ‘Adan|AM ‘Amrān|BA Al Bayḑā’|DA Aḑ Ḑāli‘|DH Dhamār|HD Ḩaḑramawt|HJ Ḩajjah|HU Al Ḩudaydah|IB Ibb|JA Al Jawf|LA Laḩij|MA Ma’rib|MR Al Mahrah|MW Al Maḩwīt|RA Raymah|SA Amānat al ‘Āşimah|SD Şāʻdah|SH Shabwah|SN Şanʻā’|SU Arkhabīl Suquţrá|TA Tāʻizz",
    ),
    (
        "ZA",
        "EC Eastern Cape|FS Free State|GP Gauteng|KZN Kwazulu-Natal|LP Limpopo|MP Mpumalanga|NC Northern Cape|NW North-West|WC Western Cape",
    ),
    (
        "ZM",
        "01 Western|02 Central|03 Eastern|04 Luapula|05 Northern|06 North-Western|07 Southern|08 Copperbelt|09 Lusaka|10 Muchinga",
    ),
    (
        "ZW",
        "BU Bulawayo|HA Harare|MA Manicaland|MC Mashonaland Central|ME Mashonaland East|MI Midlands|MN Matabeleland North|MS Matabeleland South|MV Masvingo|MW Mashonaland West",
    ),
];
