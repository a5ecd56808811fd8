// Written by scripts/zones/generate.ts; do not edit.
// Windows ids, territories, display names, metazones, cities and their English names: Unicode CLDR 48.2.0: Copyright Unicode, Inc., Unicode License v3 (SPDX Unicode-3.0), see unicode-license.txt.
// Rails names: the keys of ActiveSupport::TimeZone::MAPPING, Copyright David Heinemeier Hansson, MIT License.
// Abbreviations: CLDR, IANA time zone database 2026f (public domain), and the short ids of Java.
import type { LabelData } from '../label-data.ts'

export const labelData: LabelData = {
  windows: `AUS Central Standard Time|Darwin|Australia/Darwin|
AUS Eastern Standard Time|Canberra, Melbourne, Sydney|Australia/Sydney|
Afghanistan Standard Time|Kabul|Asia/Kabul|
Alaskan Standard Time|Alaska|America/Anchorage|
Alberta Standard Time|Alberta|America/Edmonton|
Aleutian Standard Time|Aleutian Islands|America/Adak|
Altai Standard Time|Barnaul, Gorno-Altaysk|Asia/Barnaul|
Arab Standard Time|Kuwait, Riyadh|Asia/Riyadh|BH Asia/Bahrain;KW Asia/Kuwait;QA Asia/Qatar;YE Asia/Aden
Arabian Standard Time|Abu Dhabi, Muscat|Asia/Dubai|OM Asia/Muscat
Arabic Standard Time|Baghdad|Asia/Baghdad|
Argentina Standard Time|City of Buenos Aires|America/Argentina/Buenos_Aires|
Astrakhan Standard Time|Astrakhan, Ulyanovsk|Europe/Astrakhan|
Atlantic Standard Time|Atlantic Time (Canada)|America/Halifax|BM Atlantic/Bermuda;GL America/Thule
Aus Central W. Standard Time|Eucla|Australia/Eucla|
Azerbaijan Standard Time|Baku|Asia/Baku|
Azores Standard Time|Azores|Atlantic/Azores|GL America/Scoresbysund
Bahia Standard Time|Salvador|America/Bahia|
Bangladesh Standard Time|Dhaka|Asia/Dhaka|BT Asia/Thimphu
Belarus Standard Time|Minsk|Europe/Minsk|
Bougainville Standard Time|Bougainville Island|Pacific/Bougainville|
British Columbia Standard Time|British Columbia|America/Vancouver|
Canada Central Standard Time|Saskatchewan|America/Regina|
Cape Verde Standard Time|Cabo Verde Is.|Atlantic/Cape_Verde|
Caucasus Standard Time|Yerevan|Asia/Yerevan|
Cen. Australia Standard Time|Adelaide|Australia/Adelaide|
Central America Standard Time|Central America|America/Guatemala|BZ America/Belize;CR America/Costa_Rica;EC Pacific/Galapagos;HN America/Tegucigalpa;NI America/Managua;SV America/El_Salvador
Central Asia Standard Time|Astana|Asia/Bishkek|AQ Antarctica/Vostok;CN Asia/Urumqi;IO Indian/Chagos
Central Brazilian Standard Time|Cuiaba|America/Cuiaba|
Central Europe Standard Time|Belgrade, Bratislava, Budapest, Ljubljana, Prague|Europe/Budapest|AL Europe/Tirane;CZ Europe/Prague;ME Europe/Podgorica;RS Europe/Belgrade;SI Europe/Ljubljana;SK Europe/Bratislava
Central European Standard Time|Sarajevo, Skopje, Warsaw, Zagreb|Europe/Warsaw|BA Europe/Sarajevo;HR Europe/Zagreb;MK Europe/Skopje
Central Pacific Standard Time|Solomon Is., New Caledonia|Pacific/Guadalcanal|AQ Antarctica/Casey;FM Pacific/Pohnpei;NC Pacific/Noumea;VU Pacific/Efate
Central Standard Time|Central Time (US & Canada)|America/Chicago|CA America/Winnipeg;MX America/Matamoros
Central Standard Time (Mexico)|Guadalajara, Mexico City, Monterrey|America/Mexico_City|
Chatham Islands Standard Time|Chatham Islands|Pacific/Chatham|
China Standard Time|Beijing, Chongqing, Hong Kong, Urumqi|Asia/Shanghai|HK Asia/Hong_Kong;MO Asia/Macau
Cuba Standard Time|Havana|America/Havana|
Dateline Standard Time|International Date Line West|Etc/GMT+12|
E. Africa Standard Time|Nairobi|Africa/Nairobi|AQ Antarctica/Syowa;DJ Africa/Djibouti;ER Africa/Asmara;ET Africa/Addis_Ababa;KM Indian/Comoro;MG Indian/Antananarivo;SO Africa/Mogadishu;TZ Africa/Dar_es_Salaam;UG Africa/Kampala;YT Indian/Mayotte
E. Australia Standard Time|Brisbane|Australia/Brisbane|
E. Europe Standard Time|Chisinau|Europe/Chisinau|
E. South America Standard Time|Brasilia|America/Sao_Paulo|
Easter Island Standard Time|Easter Island|Pacific/Easter|
Eastern Standard Time|Eastern Time (US & Canada)|America/New_York|BS America/Nassau;CA America/Toronto
Eastern Standard Time (Mexico)|Chetumal|America/Cancun|
Egypt Standard Time|Cairo|Africa/Cairo|
Ekaterinburg Standard Time|Ekaterinburg|Asia/Yekaterinburg|
FLE Standard Time|Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius|Europe/Kyiv|AX Europe/Mariehamn;BG Europe/Sofia;EE Europe/Tallinn;FI Europe/Helsinki;LT Europe/Vilnius;LV Europe/Riga
Fiji Standard Time|Fiji|Pacific/Fiji|
GMT Standard Time|Dublin, Edinburgh, Lisbon, London|Europe/London|ES Atlantic/Canary;FO Atlantic/Faroe;GG Europe/Guernsey;IE Europe/Dublin;IM Europe/Isle_of_Man;JE Europe/Jersey;PT Europe/Lisbon
GTB Standard Time|Athens, Bucharest|Europe/Bucharest|CY Asia/Nicosia;GR Europe/Athens
Georgian Standard Time|Tbilisi|Asia/Tbilisi|
Greenland Standard Time|Greenland|America/Nuuk|
Greenwich Standard Time|Monrovia, Reykjavik|Atlantic/Reykjavik|BF Africa/Ouagadougou;CI Africa/Abidjan;GH Africa/Accra;GL America/Danmarkshavn;GM Africa/Banjul;GN Africa/Conakry;GW Africa/Bissau;LR Africa/Monrovia;ML Africa/Bamako;MR Africa/Nouakchott;SH Atlantic/St_Helena;SL Africa/Freetown;SN Africa/Dakar;TG Africa/Lome
Haiti Standard Time|Haiti|America/Port-au-Prince|
Hawaiian Standard Time|Hawaii|Pacific/Honolulu|CK Pacific/Rarotonga;PF Pacific/Tahiti
India Standard Time|Chennai, Kolkata, Mumbai, New Delhi|Asia/Kolkata|
Iran Standard Time|Tehran|Asia/Tehran|
Israel Standard Time|Jerusalem|Asia/Jerusalem|
Jordan Standard Time|Amman|Asia/Amman|
Kaliningrad Standard Time|Kaliningrad|Europe/Kaliningrad|
Korea Standard Time|Seoul|Asia/Seoul|
Libya Standard Time|Tripoli|Africa/Tripoli|
Line Islands Standard Time|Kiritimati Island|Pacific/Kiritimati|
Lord Howe Standard Time|Lord Howe Island|Australia/Lord_Howe|
Magadan Standard Time|Magadan|Asia/Magadan|
Magallanes Standard Time|Punta Arenas|America/Punta_Arenas|
Marquesas Standard Time|Marquesas Islands|Pacific/Marquesas|
Mauritius Standard Time|Port Louis|Indian/Mauritius|RE Indian/Reunion;SC Indian/Mahe
Middle East Standard Time|Beirut|Asia/Beirut|
Montevideo Standard Time|Montevideo|America/Montevideo|
Morocco Standard Time|Casablanca|Africa/Casablanca|EH Africa/El_Aaiun
Mountain Standard Time|Mountain Time (US & Canada)|America/Denver|CA America/Edmonton;MX America/Ciudad_Juarez
Mountain Standard Time (Mexico)|Chihuahua, La Paz, Mazatlan|America/Mazatlan|
Myanmar Standard Time|Yangon (Rangoon)|Asia/Yangon|CC Indian/Cocos
N. Central Asia Standard Time|Novosibirsk|Asia/Novosibirsk|
Namibia Standard Time|Windhoek|Africa/Windhoek|
Nepal Standard Time|Kathmandu|Asia/Kathmandu|
New Zealand Standard Time|Auckland, Wellington|Pacific/Auckland|AQ Antarctica/McMurdo
Newfoundland Standard Time|Newfoundland|America/St_Johns|
Norfolk Standard Time|Norfolk Island|Pacific/Norfolk|
North Asia East Standard Time|Irkutsk|Asia/Irkutsk|
North Asia Standard Time|Krasnoyarsk|Asia/Krasnoyarsk|
North Korea Standard Time|Pyongyang|Asia/Pyongyang|
Omsk Standard Time|Omsk|Asia/Omsk|
Pacific SA Standard Time|Santiago|America/Santiago|
Pacific Standard Time|Pacific Time (US & Canada)|America/Los_Angeles|CA America/Vancouver
Pacific Standard Time (Mexico)|Baja California|America/Tijuana|
Pakistan Standard Time|Islamabad, Karachi|Asia/Karachi|
Paraguay Standard Time|Asuncion|America/Asuncion|
Qyzylorda Standard Time|Qyzylorda|Asia/Qyzylorda|
Romance Standard Time|Brussels, Copenhagen, Madrid, Paris|Europe/Paris|BE Europe/Brussels;DK Europe/Copenhagen;ES Europe/Madrid
Russia Time Zone 10|Chokurdakh|Asia/Srednekolymsk|
Russia Time Zone 11|Anadyr, Petropavlovsk-Kamchatsky|Asia/Kamchatka|
Russia Time Zone 3|Izhevsk, Samara|Europe/Samara|
Russian Standard Time|Moscow, St. Petersburg|Europe/Moscow|UA Europe/Simferopol
SA Eastern Standard Time|Cayenne, Fortaleza|America/Cayenne|AQ Antarctica/Rothera;BR America/Fortaleza;FK Atlantic/Stanley;SR America/Paramaribo
SA Pacific Standard Time|Bogota, Lima, Quito, Rio Branco|America/Bogota|BR America/Rio_Branco;CA America/Atikokan;EC America/Guayaquil;JM America/Jamaica;KY America/Cayman;PA America/Panama;PE America/Lima
SA Western Standard Time|Georgetown, La Paz, Manaus, San Juan|America/La_Paz|AG America/Antigua;AI America/Anguilla;AW America/Aruba;BB America/Barbados;BL America/St_Barthelemy;BQ America/Kralendijk;BR America/Manaus;CA America/Blanc-Sablon;CW America/Curacao;DM America/Dominica;DO America/Santo_Domingo;GD America/Grenada;GP America/Guadeloupe;GY America/Guyana;KN America/St_Kitts;LC America/St_Lucia;MF America/Marigot;MQ America/Martinique;MS America/Montserrat;PR America/Puerto_Rico;SX America/Lower_Princes;TT America/Port_of_Spain;VC America/St_Vincent;VG America/Tortola;VI America/St_Thomas
SE Asia Standard Time|Bangkok, Hanoi, Jakarta|Asia/Bangkok|AQ Antarctica/Davis;CX Indian/Christmas;ID Asia/Jakarta;KH Asia/Phnom_Penh;LA Asia/Vientiane;VN Asia/Ho_Chi_Minh
Saint Pierre Standard Time|Saint Pierre and Miquelon|America/Miquelon|
Sakhalin Standard Time|Sakhalin|Asia/Sakhalin|
Samoa Standard Time|Samoa|Pacific/Apia|
Sao Tome Standard Time|Sao Tome|Africa/Sao_Tome|
Saratov Standard Time|Saratov|Europe/Saratov|
Singapore Standard Time|Kuala Lumpur, Singapore|Asia/Singapore|BN Asia/Brunei;ID Asia/Makassar;MY Asia/Kuala_Lumpur;PH Asia/Manila
South Africa Standard Time|Harare, Pretoria|Africa/Johannesburg|BI Africa/Bujumbura;BW Africa/Gaborone;CD Africa/Lubumbashi;LS Africa/Maseru;MW Africa/Blantyre;MZ Africa/Maputo;RW Africa/Kigali;SZ Africa/Mbabane;ZM Africa/Lusaka;ZW Africa/Harare
South Sudan Standard Time|Juba|Africa/Juba|
Sri Lanka Standard Time|Sri Jayawardenepura|Asia/Colombo|
Sudan Standard Time|Khartoum|Africa/Khartoum|
Syria Standard Time|Damascus|Asia/Damascus|
Taipei Standard Time|Taipei|Asia/Taipei|
Tasmania Standard Time|Hobart|Australia/Hobart|
Tocantins Standard Time|Araguaina|America/Araguaina|
Tokyo Standard Time|Osaka, Sapporo, Tokyo|Asia/Tokyo|ID Asia/Jayapura;PW Pacific/Palau;TL Asia/Dili
Tomsk Standard Time|Tomsk|Asia/Tomsk|
Tonga Standard Time|Nuku'alofa|Pacific/Tongatapu|
Transbaikal Standard Time|Chita|Asia/Chita|
Turkey Standard Time|Istanbul|Europe/Istanbul|
Turks And Caicos Standard Time|Turks and Caicos|America/Grand_Turk|
US Eastern Standard Time|Indiana (East)|America/Indiana/Indianapolis|
US Mountain Standard Time|Arizona|America/Phoenix|CA America/Creston;MX America/Hermosillo
UTC|Coordinated Universal Time|UTC|
UTC+12|Coordinated Universal Time+12|Etc/GMT-12|KI Pacific/Tarawa;MH Pacific/Majuro;NR Pacific/Nauru;TV Pacific/Funafuti;UM Pacific/Wake;WF Pacific/Wallis
UTC+13|Coordinated Universal Time+13|Etc/GMT-13|KI Pacific/Kanton;TK Pacific/Fakaofo
UTC-02|Coordinated Universal Time-02|Etc/GMT+2|BR America/Noronha;GS Atlantic/South_Georgia
UTC-08|Coordinated Universal Time-08|Etc/GMT+8|PN Pacific/Pitcairn
UTC-09|Coordinated Universal Time-09|Etc/GMT+9|PF Pacific/Gambier
UTC-11|Coordinated Universal Time-11|Etc/GMT+11|AS Pacific/Pago_Pago;NU Pacific/Niue;UM Pacific/Midway
Ulaanbaatar Standard Time|Ulaanbaatar|Asia/Ulaanbaatar|
Venezuela Standard Time|Caracas|America/Caracas|
Vladivostok Standard Time|Vladivostok|Asia/Vladivostok|
Volgograd Standard Time|Volgograd|Europe/Volgograd|
W. Australia Standard Time|Perth|Australia/Perth|
W. Central Africa Standard Time|West Central Africa|Africa/Lagos|AO Africa/Luanda;BJ Africa/Porto-Novo;CD Africa/Kinshasa;CF Africa/Bangui;CG Africa/Brazzaville;CM Africa/Douala;DZ Africa/Algiers;GA Africa/Libreville;GQ Africa/Malabo;NE Africa/Niamey;TD Africa/Ndjamena;TN Africa/Tunis
W. Europe Standard Time|Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna|Europe/Berlin|AD Europe/Andorra;AT Europe/Vienna;CH Europe/Zurich;GI Europe/Gibraltar;IT Europe/Rome;LI Europe/Vaduz;LU Europe/Luxembourg;MC Europe/Monaco;MT Europe/Malta;NL Europe/Amsterdam;NO Europe/Oslo;SE Europe/Stockholm;SJ Arctic/Longyearbyen;SM Europe/San_Marino;VA Europe/Vatican
W. Mongolia Standard Time|Hovd|Asia/Hovd|
West Asia Standard Time|Ashgabat, Tashkent|Asia/Tashkent|AQ Antarctica/Mawson;KZ Asia/Oral;MV Indian/Maldives;TF Indian/Kerguelen;TJ Asia/Dushanbe;TM Asia/Ashgabat
West Bank Standard Time|Gaza, Hebron|Asia/Hebron|
West Pacific Standard Time|Guam, Port Moresby|Pacific/Port_Moresby|AQ Antarctica/DumontDUrville;FM Pacific/Chuuk;GU Pacific/Guam;MP Pacific/Saipan
Yakutsk Standard Time|Yakutsk|Asia/Yakutsk|
Yukon Standard Time|Yukon|America/Whitehorse|
Armenian Standard Time||Asia/Yerevan|
Kamchatka Standard Time||Asia/Kamchatka|
Malay Peninsula Standard Time||Asia/Singapore|
Mexico Standard Time||America/Mexico_City|
Mexico Standard Time 2||America/Mazatlan|
Mid-Atlantic Standard Time||Atlantic/South_Georgia|`,
  historic: `America/Argentina/Buenos_Aires|Buenos Aires;Buenos Aires, Georgetown
America/Bogota|Bogota, Lima, Quito
America/Caracas|Caracas, La Paz
America/Chihuahua|Chihuahua
America/Cuiaba|Manaus
America/La_Paz|Georgetown, La Paz, San Juan
America/Los_Angeles|Pacific Time (US & Canada), Tijuana
America/Mazatlan|La Paz, Mazatlan;Chihuahua, La Paz, Mazatlan - New;Chihuahua, La Paz, Mazatlan - Old
America/Mexico_City|Guadalajara, Mexico City, Monterrey - New;Guadalajara, Mexico City, Monterrey - Old;Mexico City, Tegucigalpa
America/Tijuana|Tijuana, Baja California
Asia/Almaty|Astana;Nur-Sultan
Asia/Baghdad|Baghdad, Kuwait, Riyadh
Asia/Baku|Baku, Tbilisi, Yerevan
Asia/Bishkek|Bishkek;Astana, Dhaka;Almaty, Dhaka
Asia/Irkutsk|Irkutsk, Ulaan Bataar;Irkutsk, Ulaanbaatar
Asia/Jerusalem|Israel, Jerusalem
Asia/Kamchatka|Petropavlovsk-Kamchatsky - Old;Petropavlovsk-Kamchatsky
Asia/Kathmandu|Katmandu
Asia/Kolkata|Bombay, Calcutta, Madras, New Delhi;Calcutta, Chennai, Mumbai, New Delhi;Mumbai, Kolkata, Chennai, New Delhi
Asia/Novosibirsk|Almaty, Novosibirsk
Asia/Qyzylorda|Kyzylorda
Asia/Shanghai|Beijing, Chongqing, Hong Kong SAR, Urumqi;Beijing, Hong Kong SAR, Urumqi
Asia/Tashkent|Islamabad, Karachi, Tashkent
Asia/Ulaanbaatar|Ulaan Bataar
Asia/Vladivostok|Vladivostok, Magadan
Asia/Yangon|Rangoon;Yangon
Atlantic/Cape_Verde|Cape Verde Is.
Atlantic/Reykjavik|Casablanca, Monrovia;Casablanca, Monrovia, Reykjavik
Atlantic/South_Georgia|Mid-Atlantic;Mid-Atlantic - Old
Europe/Berlin|Amsterdam, Bern, Berlin, Rome, Stockholm, Vienna;Berlin, Stockholm, Rome, Bern, Brussels, Vienna
Europe/Bucharest|Athens, Istanbul, Minsk;Athens, Bucharest, Istanbul;Athens, Beirut, Istanbul, Minsk
Europe/Chisinau|E. Europe;Eastern Europe
Europe/Kyiv|Helsinki, Kiev, Riga, Sofia, Tallinn, Vilnius;Helsinki, Riga, Tallinn
Europe/London|Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London;Dublin, Edinburgh, London
Europe/Moscow|Moscow, St. Petersburg, Volgograd
Europe/Paris|Paris, Madrid, Brussels, Copenhagen;Brussels, Copenhagen, Madrid, Paris, Vilnius
Europe/Budapest|Prague, Central Europe
Pacific/Auckland|Wellington, Auckland
Pacific/Fiji|Fiji Islands, Kamchatka, Marshall Islands;Fiji, Kamchatka, Marshall Is.;Fiji, Marshall Is.
Pacific/Guadalcanal|Magadan, Solomon Is., New Caledonia
Pacific/Pago_Pago|Midway Island, Samoa
UTC|Universal Coordinated Time;Universal Time Coordinated;Universal Time;Greenwich Mean Time`,
  rails: `Africa/Algiers|West Central Africa
Africa/Cairo|
Africa/Casablanca|
Africa/Harare|
Africa/Johannesburg|Pretoria
Africa/Monrovia|
Africa/Nairobi|
America/Argentina/Buenos_Aires|
America/Asuncion|
America/Bogota|
America/Caracas|
America/Chicago|Central Time (US & Canada)
America/Chihuahua|
America/Denver|Mountain Time (US & Canada)
America/Edmonton|Alberta
America/Guatemala|Central America
America/Guyana|Georgetown
America/Halifax|Atlantic Time (Canada)
America/Indiana/Indianapolis|Indiana (East)
America/Juneau|Alaska
America/La_Paz|
America/Lima|;Quito
America/Los_Angeles|Pacific Time (US & Canada)
America/Mazatlan|
America/Mexico_City|Guadalajara;
America/Monterrey|
America/Montevideo|
America/New_York|Eastern Time (US & Canada)
America/Nuuk|Greenland
America/Phoenix|Arizona
America/Puerto_Rico|
America/Regina|Saskatchewan
America/Santiago|
America/Sao_Paulo|Brasilia
America/St_Johns|Newfoundland
America/Tijuana|
America/Vancouver|Pacific Time (Canada)
Asia/Almaty|
Asia/Baghdad|
Asia/Baku|
Asia/Bangkok|;Hanoi
Asia/Colombo|Sri Jayawardenepura
Asia/Dhaka|Astana;
Asia/Hong_Kong|
Asia/Irkutsk|
Asia/Jakarta|
Asia/Jerusalem|
Asia/Kabul|
Asia/Kamchatka|
Asia/Karachi|Islamabad;
Asia/Kathmandu|
Asia/Kolkata|Chennai;;Mumbai;New Delhi
Asia/Krasnoyarsk|
Asia/Kuala_Lumpur|
Asia/Kuwait|
Asia/Magadan|
Asia/Muscat|Abu Dhabi;
Asia/Novosibirsk|
Asia/Riyadh|
Asia/Seoul|
Asia/Shanghai|Beijing;Chongqing
Asia/Singapore|
Asia/Srednekolymsk|
Asia/Taipei|
Asia/Tashkent|
Asia/Tbilisi|
Asia/Tehran|
Asia/Tokyo|Osaka;Sapporo;
Asia/Ulaanbaatar|
Asia/Urumqi|
Asia/Vladivostok|
Asia/Yakutsk|
Asia/Yangon|Rangoon
Asia/Yekaterinburg|Ekaterinburg
Asia/Yerevan|
Atlantic/Azores|
Atlantic/Cape_Verde|Cape Verde Is.
Atlantic/South_Georgia|Mid-Atlantic
Australia/Adelaide|
Australia/Brisbane|
Australia/Darwin|
Australia/Hobart|
Australia/Melbourne|Canberra;
Australia/Perth|
Australia/Sydney|
Etc/GMT+12|International Date Line West
Europe/Amsterdam|
Europe/Athens|
Europe/Belgrade|
Europe/Berlin|
Europe/Bratislava|
Europe/Brussels|
Europe/Bucharest|
Europe/Budapest|
Europe/Copenhagen|
Europe/Dublin|
Europe/Helsinki|
Europe/Istanbul|
Europe/Kaliningrad|
Europe/Kyiv|
Europe/Lisbon|
Europe/Ljubljana|
Europe/London|Edinburgh;
Europe/Madrid|
Europe/Minsk|
Europe/Moscow|;St. Petersburg
Europe/Paris|
Europe/Prague|
Europe/Riga|
Europe/Rome|
Europe/Samara|
Europe/Sarajevo|
Europe/Skopje|
Europe/Sofia|
Europe/Stockholm|
Europe/Tallinn|
Europe/Vienna|
Europe/Vilnius|
Europe/Volgograd|
Europe/Warsaw|
Europe/Zagreb|
Europe/Zurich|Bern;
Pacific/Apia|Samoa
Pacific/Auckland|;Wellington
Pacific/Chatham|Chatham Is.
Pacific/Fakaofo|Tokelau Is.
Pacific/Fiji|
Pacific/Guadalcanal|Solomon Is.
Pacific/Guam|
Pacific/Honolulu|Hawaii
Pacific/Majuro|Marshall Is.
Pacific/Midway|Midway Island
Pacific/Noumea|New Caledonia
Pacific/Pago_Pago|American Samoa
Pacific/Port_Moresby|
Pacific/Tongatapu|Nuku'alofa
UTC|`,
  cldr: `Africa/Johannesburg|South Africa Standard Time|LS Africa/Maseru;SZ Africa/Mbabane
Africa/Lagos|West Africa Time|AO Africa/Luanda;BJ Africa/Porto-Novo;CD Africa/Kinshasa;CF Africa/Bangui;CG Africa/Brazzaville;CM Africa/Douala;GA Africa/Libreville;GQ Africa/Malabo;NE Africa/Niamey;TD Africa/Ndjamena
Africa/Maputo|Central Africa Time|BI Africa/Bujumbura;BW Africa/Gaborone;CD Africa/Lubumbashi;MW Africa/Blantyre;RW Africa/Kigali;ZM Africa/Lusaka;ZW Africa/Harare
Africa/Nairobi|East Africa Time|DJ Africa/Djibouti;ER Africa/Asmara;ET Africa/Addis_Ababa;KM Indian/Comoro;MG Indian/Antananarivo;SO Africa/Mogadishu;TZ Africa/Dar_es_Salaam;UG Africa/Kampala;YT Indian/Mayotte
America/Adak|Hawaii-Aleutian Time;Hawaii-Aleutian Daylight Time|
America/Argentina/Buenos_Aires|Argentina *|
America/Argentina/San_Luis|Western Argentina *|
America/Asuncion|Paraguay *|
America/Bogota|Colombia *|
America/Caracas|Venezuela Time|
America/Cayenne|French Guiana Time|
America/Chicago|Central +|BZ America/Belize;CA America/Winnipeg;CR America/Costa_Rica;GT America/Guatemala;HN America/Tegucigalpa;MX America/Mexico_City;SV America/El_Salvador
America/Denver|Mountain +|CA America/Edmonton
America/Guayaquil|Ecuador Time|
America/Guyana|Guyana Time|
America/Halifax|Atlantic +|AG America/Antigua;AI America/Anguilla;AW America/Aruba;BB America/Barbados;BM Atlantic/Bermuda;BQ America/Kralendijk;CW America/Curacao;DM America/Dominica;GD America/Grenada;GL America/Thule;GP America/Guadeloupe;KN America/St_Kitts;LC America/St_Lucia;MF America/Marigot;MQ America/Martinique;MS America/Montserrat;PR America/Puerto_Rico;SX America/Lower_Princes;TT America/Port_of_Spain;VC America/St_Vincent;VG America/Tortola;VI America/St_Thomas
America/Havana|Cuba +|
America/Juneau|Alaska +|
America/La_Paz|Bolivia Time|
America/Lima|Peru *|
America/Los_Angeles|Pacific +|CA America/Vancouver;MX America/Tijuana
America/Manaus|Amazon *|
America/Mazatlan|Mexican Pacific +|
America/Miquelon|St. Pierre & Miquelon +|
America/Montevideo|Uruguay *|
America/New_York|Eastern +|BS America/Nassau;CA America/Toronto;HT America/Port-au-Prince;JM America/Jamaica;KY America/Cayman;PA America/Panama
America/Noronha|Fernando de Noronha *|
America/Nuuk|Greenland *|
America/Nuuk|West Greenland *|
America/Paramaribo|Suriname Time|
America/Rio_Branco|Acre *|
America/Santiago|Chile *|
America/Sao_Paulo|Brasilia *|
America/Scoresbysund|East Greenland *|
America/St_Johns|Newfoundland +|
America/Whitehorse|Yukon Time|
Antarctica/Casey|Casey Time|
Antarctica/Davis|Davis Time|
Antarctica/DumontDUrville|Dumont d’Urville Time|
Antarctica/Mawson|Mawson Time|
Antarctica/Rothera|Rothera Time|
Antarctica/Syowa|Syowa Time|
Antarctica/Vostok|Vostok Time|
Asia/Almaty|Almaty *|
Asia/Almaty|East Kazakhstan Time|
Asia/Almaty|Kazakhstan Time|
Asia/Anadyr|Anadyr *|
Asia/Aqtau|Aqtau *|
Asia/Aqtobe|Aqtobe *|
Asia/Aqtobe|West Kazakhstan Time|
Asia/Ashgabat|Turkmenistan *|
Asia/Baku|Azerbaijan *|
Asia/Bangkok|Indochina Time|KH Asia/Phnom_Penh;LA Asia/Vientiane
Asia/Bishkek|Kyrgyzstan Time|
Asia/Brunei|Brunei Time|
Asia/Colombo|Lanka Time|
Asia/Dhaka|Bangladesh *|
Asia/Dili|Timor-Leste Time|
Asia/Dubai|Gulf Standard Time|OM Asia/Muscat
Asia/Dushanbe|Tajikistan Time|
Asia/Hong_Kong|Hong Kong *|
Asia/Hovd|Khovd *|
Asia/Irkutsk|Irkutsk *|
Asia/Jakarta|Western Indonesia Time|
Asia/Jayapura|Eastern Indonesia Time|
Asia/Jerusalem|Israel +|
Asia/Kabul|Afghanistan Time|
Asia/Kamchatka|Kamchatka *|
Asia/Karachi|Pakistan *|
Asia/Kathmandu|Nepal Time|
Asia/Kolkata|India Standard Time|LK Asia/Colombo
Asia/Krasnoyarsk|Krasnoyarsk *|
Asia/Kuching|Malaysia Time|
Asia/Macau|Macao *|
Asia/Magadan|Magadan *|
Asia/Makassar|Central Indonesia Time|
Asia/Manila|Philippine *|
Asia/Novosibirsk|Novosibirsk *|
Asia/Omsk|Omsk *|
Asia/Pyongyang|North Korea Time|
Asia/Qyzylorda|Kyzylorda *|
Asia/Riyadh|Arabian +|BH Asia/Bahrain;IQ Asia/Baghdad;KW Asia/Kuwait;QA Asia/Qatar;YE Asia/Aden
Asia/Sakhalin|Sakhalin *|
Asia/Seoul|Korean +|
Asia/Shanghai|China +|
Asia/Singapore|Singapore Standard Time|
Asia/Taipei|Taiwan +|
Asia/Tashkent|Uzbekistan *|
Asia/Tbilisi|Georgia *|
Asia/Tehran|Iran +|
Asia/Thimphu|Bhutan Time|
Asia/Tokyo|Japan +|
Asia/Ulaanbaatar|Ulaanbaatar *|
Asia/Vladivostok|Vladivostok *|
Asia/Yakutsk|Yakutsk *|
Asia/Yangon|Myanmar Time|
Asia/Yekaterinburg|Yekaterinburg *|
Asia/Yerevan|Armenia *|
Atlantic/Azores|Azores *|
Atlantic/Canary|Western European *|FO Atlantic/Faroe
Atlantic/Cape_Verde|Cape Verde *|
Atlantic/Reykjavik|Greenwich Mean Time|BF Africa/Ouagadougou;CI Africa/Abidjan;GB Europe/London;GH Africa/Accra;GM Africa/Banjul;GN Africa/Conakry;IE Europe/Dublin;ML Africa/Bamako;MR Africa/Nouakchott;SH Atlantic/St_Helena;SL Africa/Freetown;SN Africa/Dakar;TG Africa/Lome
Atlantic/South_Georgia|South Georgia Time|
Atlantic/Stanley|Falkland Islands *|
Australia/Adelaide|Australian Central +|
Australia/Eucla|Australian Central Western +|
Australia/Lord_Howe|Lord Howe +|
Australia/Perth|Australian Western +|
Australia/Sydney|Australian Eastern +|
Europe/Bucharest|Eastern European *|AX Europe/Mariehamn;BG Europe/Sofia;CY Asia/Nicosia;EG Africa/Cairo;FI Europe/Helsinki;GR Europe/Athens;LB Asia/Beirut
Europe/Dublin|Irish Standard Time|
Europe/Istanbul|Türkiye *|
Europe/London|British Summer Time|
Europe/Minsk|Further-eastern European Time|
Europe/Moscow|Moscow *|
Europe/Paris|Central European *|AD Europe/Andorra;AL Europe/Tirane;AT Europe/Vienna;BA Europe/Sarajevo;BE Europe/Brussels;CH Europe/Zurich;CZ Europe/Prague;DE Europe/Berlin;DK Europe/Copenhagen;ES Europe/Madrid;GI Europe/Gibraltar;HR Europe/Zagreb;HU Europe/Budapest;IT Europe/Rome;LI Europe/Vaduz;LU Europe/Luxembourg;MC Europe/Monaco;ME Europe/Podgorica;MK Europe/Skopje;MT Europe/Malta;NL Europe/Amsterdam;NO Europe/Oslo;PL Europe/Warsaw;RS Europe/Belgrade;SE Europe/Stockholm;SI Europe/Ljubljana;SJ Arctic/Longyearbyen;SK Europe/Bratislava;SM Europe/San_Marino;TN Africa/Tunis;VA Europe/Vatican;XK Europe/Belgrade
Europe/Samara|Samara *|
Europe/Volgograd|Volgograd *|
Indian/Chagos|Indian Ocean Time|
Indian/Christmas|Christmas Island Time|
Indian/Cocos|Cocos Islands Time|
Indian/Kerguelen|French Southern & Antarctic Time|
Indian/Mahe|Seychelles Time|
Indian/Maldives|Maldives Time|
Indian/Mauritius|Mauritius *|
Indian/Reunion|Réunion Time|
Pacific/Apia|Samoa +|
Pacific/Auckland|New Zealand +|AQ Antarctica/McMurdo
Pacific/Chatham|Chatham +|
Pacific/Chuuk|Chuuk Time|
Pacific/Easter|Easter Island *|
Pacific/Efate|Vanuatu *|
Pacific/Fakaofo|Tokelau Time|
Pacific/Fiji|Fiji *|
Pacific/Funafuti|Tuvalu Time|
Pacific/Galapagos|Galapagos Time|
Pacific/Gambier|Gambier Time|
Pacific/Guadalcanal|Solomon Islands Time|
Pacific/Guam|Guam Standard Time|
Pacific/Honolulu America/Adak|Hawaii-Aleutian Standard Time|
Pacific/Kanton|Phoenix Islands Time|
Pacific/Kiritimati|Line Islands Time|
Pacific/Kosrae|Kosrae Time|
Pacific/Majuro|Marshall Islands Time|
Pacific/Marquesas|Marquesas Time|
Pacific/Nauru|Nauru Time|
Pacific/Niue|Niue Time|
Pacific/Norfolk|Norfolk Island +|
Pacific/Noumea|New Caledonia *|
Pacific/Pago_Pago|American Samoa +|
Pacific/Palau|Palau Time|
Pacific/Pitcairn|Pitcairn Time|
Pacific/Pohnpei|Pohnpei Time|
Pacific/Port_Moresby|Papua New Guinea Time|
Pacific/Rarotonga|Cook Islands *|
Pacific/Saipan|Chamorro Standard Time|GU Pacific/Guam
Pacific/Saipan|Northern Mariana Islands Time|
Pacific/Tahiti|Tahiti Time|
Pacific/Tarawa|Gilbert Islands Time|
Pacific/Tongatapu|Tonga *|
Pacific/Wake|Wake Island Time|
Pacific/Wallis|Wallis & Futuna Time|
UTC|Coordinated Universal Time|`,
  cities: `America/Bahia_Banderas|Bahía de Banderas
America/Indiana/Knox|Knox, Indiana
America/Indiana/Marengo|Marengo, Indiana
America/Indiana/Petersburg|Petersburg, Indiana
America/Indiana/Tell_City|Tell City, Indiana
America/Indiana/Vevay|Vevay, Indiana
America/Indiana/Vincennes|Vincennes, Indiana
America/Indiana/Winamac|Winamac, Indiana
America/Kentucky/Monticello|Monticello, Kentucky
America/Lower_Princes|Lower Prince’s Quarter
America/Miquelon|Saint-Pierre
America/Noronha|Fernando de Noronha
America/North_Dakota/Beulah|Beulah, North Dakota
America/North_Dakota/Center|Center, North Dakota
America/North_Dakota/New_Salem|New Salem, North Dakota
America/Scoresbysund|Ittoqqortoormiit
Antarctica/Casey|Casey Station
Antarctica/DumontDUrville|Dumont d’Urville Station
Antarctica/Macquarie|Macquarie Island
Antarctica/Mawson|Mawson Station
Antarctica/McMurdo|McMurdo Station
Antarctica/Palmer|Palmer Land
Antarctica/Rothera|Rothera Station
Antarctica/Syowa|Showa Station
Antarctica/Troll|Troll Station
Antarctica/Vostok|Vostok Station
Asia/Aqtau|Aktau
Asia/Ho_Chi_Minh|Ho Chi Minh City
Asia/Hovd|Khovd
Asia/Macau|Macao
Asia/Qostanay|Kostanay
Asia/Qyzylorda|Kyzylorda
Atlantic/Canary|Canaries
Atlantic/Faroe|Faroes
Australia/Lord_Howe|Lord Howe Island
Europe/Tirane|Tirana
Indian/Chagos|Chagos Archipelago
Indian/Christmas|Christmas Island
Indian/Cocos|Cocos Islands
Indian/Comoro|Comoros
Indian/Kerguelen|Kerguelen Islands
Pacific/Chatham|Chatham Islands
Pacific/Easter|Easter Island
Pacific/Galapagos|Galápagos Islands
Pacific/Kanton|Canton Island
Pacific/Kwajalein|Kwajalein Atoll
Pacific/Marquesas|Marquesas Islands
Pacific/Midway|Midway Atoll
Pacific/Norfolk|Norfolk Island
Pacific/Pitcairn|Pitcairn Islands
Pacific/Wake|Wake Island
Pacific/Wallis|Wallis & Futuna`,
  abbreviations: `ACDT Australia/Adelaide
ACST Australia/Adelaide
!ACT Australia/Adelaide Australia/Darwin
ACWDT Australia/Eucla
ACWST Australia/Eucla
ACWT Australia/Eucla
ADT America/Halifax
AEDT Australia/Sydney
AEST Australia/Sydney
AET Australia/Sydney
@AGT America/Argentina/Buenos_Aires
AKDT America/Juneau
AKST America/Juneau
AKT America/Juneau
@ART Africa/Cairo
!AST America/Halifax America/Anchorage
AT America/Halifax
AWDT Australia/Perth
AWST Australia/Perth
AWT Australia/Perth
@BET America/Sao_Paulo
!BST Europe/London Asia/Dhaka
CAT Africa/Maputo Africa/Harare
CDT America/Chicago America/Havana
CEST Europe/Paris
CET Europe/Paris
CHADT Pacific/Chatham
CHAST Pacific/Chatham
CHAT Pacific/Chatham
CHST Pacific/Saipan
@CNT America/St_Johns
CST America/Chicago America/Havana Asia/Shanghai Asia/Taipei
CT America/Chicago
@CTT Asia/Shanghai
EAT Africa/Nairobi Africa/Addis_Ababa
@ECT Europe/Paris
EDT America/New_York
EEST Europe/Bucharest
EET Europe/Bucharest
EST America/New_York
ET America/New_York
GMT Atlantic/Reykjavik
GST Asia/Dubai
GYT America/Guyana
HADT America/Adak
HAST America/Adak
HAT America/Adak
HDT America/Adak
HKST Asia/Hong_Kong
HKT Asia/Hong_Kong
!HST Pacific/Honolulu America/Adak
IDT Asia/Jerusalem
@IET America/Indiana/Indianapolis
!IST Asia/Kolkata Europe/Dublin Asia/Jerusalem
JST Asia/Tokyo
KST Asia/Seoul
LHDT Australia/Lord_Howe
LHST Australia/Lord_Howe
LHT Australia/Lord_Howe
MDT America/Denver Asia/Macau
@MIT Pacific/Apia
MSK Europe/Moscow
MST America/Denver America/Whitehorse America/Mazatlan Asia/Macau
MT America/Denver
MYT Asia/Kuching
NDT America/St_Johns
@NET Asia/Yerevan
!NST America/St_Johns Pacific/Auckland
NT America/St_Johns
NZDT Pacific/Auckland
NZST Pacific/Auckland
NZT Pacific/Auckland
PDT America/Los_Angeles
PKT Asia/Karachi
@PLT Asia/Karachi
PMDT America/Miquelon
PMST America/Miquelon
PMT America/Miquelon
@PNT America/Phoenix
@PRT America/Puerto_Rico
PST America/Los_Angeles Asia/Manila
PT America/Los_Angeles
SAST Africa/Johannesburg
SGT Asia/Singapore
!SST Pacific/Pago_Pago Pacific/Guadalcanal
UTC UTC
@VST Asia/Ho_Chi_Minh
WAST Africa/Lagos
WAT Africa/Lagos
WEST Atlantic/Canary
WET Atlantic/Canary
WIB Asia/Jakarta
WIT Asia/Jayapura
WITA Asia/Makassar`,
}
