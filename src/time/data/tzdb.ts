// Written by scripts/zones/generate.ts; do not edit.
// IANA time zone database 2026f, with backzone: in the public domain.
// Names: Unicode CLDR 48.2.0 (cldr-bcp47), Copyright Unicode, Inc., under the Unicode License v3, SPDX Unicode-3.0.
import type { TzdbData } from '../tzdb-data.ts'

export const bundledTzdb: TzdbData = {
  version: '2026f',
  zones: `Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Bissau Africa/Conakry Africa/Dakar Africa/Freetown Africa/Lome Africa/Monrovia Africa/Nouakchott Africa/Ouagadougou America/Danmarkshavn Atlantic/Reykjavik Atlantic/St_Helena|GMT0||0|
Africa/Addis_Ababa Africa/Asmara Africa/Dar_es_Salaam Africa/Djibouti Africa/Kampala Africa/Mogadishu Africa/Nairobi Indian/Antananarivo Indian/Comoro Indian/Mayotte|EAT-3||180|
Africa/Algiers|CET-1||60|
Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Lagos Africa/Libreville Africa/Luanda Africa/Malabo Africa/Ndjamena Africa/Niamey Africa/Porto-Novo|WAT-1||60|
Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Kigali Africa/Lubumbashi Africa/Lusaka Africa/Maputo|CAT-2||120|
Africa/Cairo|EET-2EEST,M4.5.5/0,M10.5.4/24|23|120 180|3n0oB4r2cA6hdoB4r2cA6hdoB4r2cA6hdoB4r2cA6p5oB4r2cA6hdoB4r2cA6hdoB4jacA6p5oB43qcA74poB3vycA7choB3o6cA7s1oB36ecAxdoBnacA14u1oB1amcA12xoB1q6cA
Africa/Casablanca Africa/El_Aaiun|<+00>0||0 60|2mvk0B2u6cA8fdoB2hycA7u9oB30ucA7choB3o6cA8fh0B2j40Ayg0B19k0A6hc0B25s0A11s0B2eo0A4r40B2s00A12w0B2mg0A4r40B2dk0A12w0B30w0A4r40B25s0A12w0B3gg0A4jc0B1q80A1ao0B3o80A4jc0B1ig0A12w0B9xs0A12w0B9q00A1ao0B9q00A12w0B9q00A1ao0B9q00A12w0B9xs0A12w0B9q00A1ao0B9q00A12w0B5m6cA
Africa/Ceuta Arctic/Longyearbyen Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Budapest Europe/Busingen Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague Europe/Rome Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tirane Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich|CET-1CEST,M3.5.0,M10.5.0/3|0|60|
Africa/Johannesburg Africa/Maseru Africa/Mbabane|SAST-2||120|
Africa/Juba|CAT-2||120 180|g0oB6l9mcA
Africa/Khartoum|CAT-2||120 180|g0oB5klmcA
Africa/Sao_Tome|GMT0||0 60|5mxloBb9k0A
Africa/Tripoli|EET-2||120 60|40yw0B4ag0A
Africa/Tunis|CET-1||60 120|1o3acB4oxoA5gpoB6p40A4jc0B6p40A4r40B6hc0A
Africa/Windhoek|CAT-2||120 60|2u80B4r5oA6hacB4r5oA6p2cB4jdoA6p2cB4r5oA6hacB4r5oA6hacB4r5oA6hacB4r5oA6hacB4r5oA6p2cB4r5oA6hacB4r5oA6hacB4r5oA6hacB4r5oA6hacB4r5oA6p2cB4jdoA6p2cB4r5oA6hacB4r5oA6hacB4r5oA6hacB4r5oA
America/Adak|HST10HDT,M3.2.0,M11.1.0|7|-600 -540|2us0B6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Anchorage America/Juneau America/Nome America/Sitka America/Yakutat|AKST9AKDT,M3.2.0,M11.1.0|7|-540 -480|2uqcB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Anguilla America/Antigua America/Aruba America/Barbados America/Blanc-Sablon America/Curacao America/Dominica America/Grenada America/Guadeloupe America/Kralendijk America/Lower_Princes America/Marigot America/Martinique America/Montserrat America/Port_of_Spain America/Puerto_Rico America/St_Barthelemy America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent America/Tortola|AST4||-240|
America/Araguaina|<-03>3||-120 -180|1rfcB6wxoA43qcB7choA3vycB7ztoA38mcB313toA3o6cB
America/Argentina/Buenos_Aires America/Argentina/Cordoba|<-03>3||-180 -120|2i4l0B2dicA6p5oB4jacA
America/Argentina/Catamarca America/Argentina/La_Rioja America/Argentina/Rio_Gallegos|<-03>3||-180 -240 -120|1dsd0Bl5oA13r2cC2dicA
America/Argentina/Jujuy America/Argentina/Salta|<-03>3||-180 -120|2i4l0B2dicA
America/Argentina/Mendoza|<-03>3||-180 -240 -120|1did0B3w1oA10q6cC2dicA
America/Argentina/San_Juan|<-03>3||-180 -240 -120|1dr90B1p5oA12o6cC2dicA
America/Argentina/San_Luis|<-03>3||-180 -240 -120|1dr90B1p5oA12o6cCoecA1hdoB6p5oA4jacB6p5oA
America/Argentina/Tucuman|<-03>3||-180 -240 -120|1dsd0BddoA13yucC2dicA6p5oC4jacA
America/Argentina/Ushuaia|<-03>3||-180 -240 -120|1dq50BndoA13r2cC2dicA
America/Asuncion|<-03>3||-180 -240|1z90B6hdoA4r2cB6p5oA5m6cB4jdoA6p2cB4r5oA6hacB61toA4jacB6p5oA4jacB6p5oA4jacB6wxoA4bicB6wxoA4bicB6wxoA5eecB5ehoA5tycB5ehoA5tycB5m9oA56mcB61toA56mcB61toA56mcB61toA5eecB5u1oA5eecB5u1oA5eecB61toA56mcB61toA56mcB61toA5eecB5u1oA5eecB5u1oA5eecB5u1oA5eecB61toA
America/Atikokan America/Cayman America/Jamaica America/Panama|EST5||-300|
America/Bahia|<-03>3||-120 -180|1rfcB6wxoA43qcB7choA3vycB7ztoA38mcB2pnloA43qcB
America/Bahia_Banderas|CST6||-420 -360 -300|2un0B6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoC6h8oB4r5oC6hacB4r5oC6hacB4yxoC69icB4yxoC69icB4yxoC69icB4yxoC6hacB4r5oC6hacB4r5oC6hacB4yxoC69icB4yxoC69icB4yxoC6hacB4r5oC6hacB
America/Belem America/Cayenne America/Paramaribo Antarctica/Rothera|<-03>3||-180|
America/Belize America/Costa_Rica America/El_Salvador America/Regina America/Swift_Current|CST6||-360|
America/Boa_Vista|<-04>4||-180 -240|1rh0B6wxoA7qcB
America/Bogota America/Guayaquil America/Lima|<-05>5||-300|
America/Boise America/Denver|MST7MDT,M3.2.0,M11.1.0|7|-420 -360|2un0B6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Cambridge_Bay|MST7MDT,M3.2.0,M11.1.0|7|-360 -300 -420|2ulcB6oz0Ab0t0C4yxoA69icC4yxoA69icC4yxoA6hacC4r5oA6hacC4r5oA6hacC
America/Campo_Grande|<-04>4||-180 -240|1rh0B6wxoA43qcB7choA3vycB7ztoA38mcB7k9oA3o6cB821oA3e6cB7choA3vycB7ztoA3gecB74poA3vycB7k9oA3o6cB7k9oA3vycB7choA3vycB7choA43qcB7choA3o6cB7k9oA3o6cB7k9oA3vycB7choA3vycB7choA3vycB7choA3vycB7ztoA38mcB
America/Cancun|EST5||-360 -300|2ulcB6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA30xoB
America/Caracas|<-04>4||-240 -270|2hhfoB2mmo0A
America/Chicago America/Menominee America/North_Dakota/Center|CST6CDT,M3.2.0,M11.1.0|7|-360 -300|2ulcB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Chihuahua|CST6||-420 -360|2un0B6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB
America/Ciudad_Juarez|MST7MDT,M3.2.0,M11.1.0|23|-420 -360|2un0B6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4bloB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB82z0A
America/Coyhaique|<-03>3||-180 -240|2710B6p5oA4jacB6p5oA4jacB6p5oA4jacB6p5oA4r2cB6hdoA4r2cB6hdoA4r2cB6p5oA4jacB6p5oA56mcB61toA4r2cB6hdoA5eecB5u1oA6hacB38poA7rycB3w1oA7cecB43toA74mcB43toAj0ecB2t5oA8facB2t5oA8facB2t5oA7cecB4r5oA6hacB4r5oA6hacB4r5oA6hacB4yxoA69icB4r5oA6p2cB4r5oA
America/Creston America/Dawson_Creek America/Hermosillo America/Phoenix|MST7||-420|
America/Cuiaba|<-04>4||-180 -240|1rh0B6wxoA43qcB7choA3vycB7ztoA38mcBjahoA3e6cB7choA3vycB7ztoA3gecB74poA3vycB7k9oA3o6cB7k9oA3vycB7choA3vycB7choA43qcB7choA3o6cB7k9oA3o6cB7k9oA3vycB7choA3vycB7choA3vycB7choA3vycB7ztoA38mcB
America/Dawson America/Whitehorse|MST7||-480 -420|2uooB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB
America/Detroit America/Kentucky/Louisville America/Nassau America/New_York America/Toronto|EST5EDT,M3.2.0,M11.1.0|7|-300 -240|2ujoB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Edmonton America/Inuvik|CST6||-420 -360|2un0B6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB
America/Eirunepe America/Rio_Branco|<-05>5||-300 -240|2nlccB1onacA
America/Fort_Nelson|MST7||-480 -420|2uooB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB
America/Fortaleza America/Maceio|<-03>3||-120 -180|1rfcB6wxoAficBb0poA3vycB
America/Glace_Bay America/Halifax America/Thule Atlantic/Bermuda|AST4ADT,M3.2.0,M11.1.0|7|-240 -180|2ui0B6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Goose_Bay|AST4ADT,M3.2.0,M11.1.0|12|-240 -180|2uepB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7chnA
America/Grand_Turk|EST5EDT,M3.2.0,M11.1.0|19|-300 -240|2ujoB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB159icA
America/Guatemala|CST6||-360 -300|1zc20B4r2cA
America/Guyana America/La_Paz America/Manaus America/Porto_Velho|<-04>4||-240|
America/Havana|CST5CDT,M3.2.0/0,M11.1.0/1|28|-300 -240|2ugcB6hc0A4r40B6hc0A4yw0B69k0A4yw0B69k0A4r40Bt600A43s0B74o0A4bk0B6ww0A43s0B74o0A4bk0B74o0A4bk0B7cg0A4bk0B6p40A3w00B7cg0A3w00B7cg0A3w00B7cg0A43s0B7cg0A3w00B7cg0A3w00B7cg0A3w00B7cg0A3w00B7cg0A43s0B7cg0A3w00B7cg0A3w00B7cg0A3w00B7cg0A3w00B7cg0A3w00Biso0A
America/Indiana/Indianapolis America/Indiana/Marengo America/Indiana/Vevay|EST5EDT,M3.2.0,M11.1.0|7|-300 -240|1ygzoB6hacA
America/Indiana/Knox America/Indiana/Tell_City|CST6CDT,M3.2.0,M11.1.0|7|-300 -360|24yboB
America/Indiana/Petersburg America/Indiana/Vincennes|EST5EDT,M3.2.0,M11.1.0|8|-300 -360|24yboB43toA
America/Indiana/Winamac|EST5EDT,M3.2.0,M11.1.0|8|-300 -360 -240|24yboB43toC7ccoA
America/Iqaluit America/Kentucky/Monticello|EST5EDT,M3.2.0,M11.1.0|7|-360 -300 -240|2ulcBb8ecC6hacB4yxoC69icB4yxoC69icB4yxoC6hacB4r5oC6hacB4r5oC6hacB
America/Los_Angeles|PST8PDT,M3.2.0,M11.1.0|7|-480 -420|2uooB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Managua|CST6||-360 -300|1nga0B5eecA6hh0B4r0oA
America/Matamoros|CST6CDT,M3.2.0,M11.1.0|10|-360 -300|2ulcB6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA
America/Mazatlan|MST7||-420 -360|2un0B6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA
America/Merida America/Mexico_City America/Monterrey|CST6||-360 -300|2ulcB6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA
America/Metlakatla|AKST9AKDT,M3.2.0,M11.1.0|20|-480 -540|4yi0oB43toA7cecB3w1oA7cecB3w1oA9pycB1ihoA7cecB
America/Miquelon|<-03>3<-02>,M3.2.0,M11.1.0|7|-180 -120|2ugcB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Moncton|AST4ADT,M3.2.0,M11.1.0|7|-240 -180|2uepB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Montevideo|<-03>3||-180 -120|1h6l0B5u1oA61toB4r2cA69loB4yucA6hdoB4r2cA6hdoB4r2cA6hdoB4yucA69loB4yucA69loB4yucA6hdoB4r2cA6hdoB4r2cA6hdoB4r2cA
America/Noronha|<-02>2||-60 -120|1rdoB6wxoA7qcBb8hoA3vycB
America/North_Dakota/Beulah|CST6CDT,M3.2.0,M11.1.0|11|-420 -360|2un0B6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB
America/North_Dakota/New_Salem|CST6CDT,M3.2.0,M11.1.0|7|-420 -360 -300|2un0B6hacA4r5oB6hacA4yxoB69icA4yxoBb8ecC6hacB4r5oC6hacB4r5oC6hacB
America/Nuuk|<-02>2<-01>,M3.5.0/-1,M10.5.0/0|24|-180 -120|2mhoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B
America/Ojinaga|CST6CDT,M3.2.0,M11.1.0|23|-420 -360|2un0B6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4bloB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB
America/Port-au-Prince|EST5EDT,M3.2.0,M11.1.0|17|-300 -240|1n8gcB6hacA4r5oB6hacA1ohx0B7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA
America/Punta_Arenas Antarctica/Palmer|<-03>3||-180 -240|2710B6p5oA4jacB6p5oA4jacB6p5oA4jacB6p5oA4r2cB6hdoA4r2cB6hdoA4r2cB6p5oA4jacB6p5oA56mcB61toA4r2cB6hdoA5eecB5u1oA6hacB38poA7rycB3w1oA7cecB43toA74mcB43toAj0ecB2t5oA
America/Rankin_Inlet|CST6CDT,M3.2.0,M11.1.0|7|-360 -300|2ulcBhpqcA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Recife|<-03>3||-120 -180|1rfcB6wxoA7qcBb8hoA3vycB
America/Resolute|CST6CDT,M3.2.0,M11.1.0|8|-360 -300|2ulcBhpqcA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oBhxicA
America/Santarem|<-03>3||-240 -180|2nlaoB
America/Santiago|<-04>4<-03>,M9.1.6/24,M4.1.6/24|23|-180 -240|2710B6p5oA4jacB6p5oA4jacB6p5oA4jacB6p5oA4r2cB6hdoA4r2cB6hdoA4r2cB6p5oA4jacB6p5oA56mcB61toA4r2cB6hdoA5eecB5u1oA6hacB38poA7rycB3w1oA7cecB43toA74mcB43toAj0ecB2t5oA8facB2t5oA8facB2t5oA7cecB4r5oA6hacB4r5oA6hacB4r5oA6hacB4yxoA
America/Santo_Domingo|AST4||-240 -300|9bu0B12w0A
America/Sao_Paulo|<-03>3||-120 -180|1rfcB6wxoA43qcB7choA3vycB7ztoA38mcB7k9oA3o6cB821oA3e6cB7choA3vycB7ztoA3gecB74poA3vycB7k9oA3o6cB7k9oA3vycB7choA3vycB7choA43qcB7choA3o6cB7k9oA3o6cB7k9oA3vycB7choA3vycB7choA3vycB7choA3vycB7ztoA38mcB
America/Scoresbysund|<-02>2<-01>,M3.5.0/-1,M10.5.0/0|25|-60 0 -120|2mhoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40Ab8g0C
America/St_Johns|NST3:30NDT,M3.2.0,M11.1.0|12|-210 -150|2udvB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7chnA
America/Tegucigalpa|CST6||-360 -300|1zju0B2u6cA
America/Tijuana|PST8PDT,M3.2.0,M11.1.0|10|-480 -420|2uooB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA
America/Vancouver|MST7||-480 -420|2uooB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB
America/Winnipeg|EST5||-360 -300|2ulcB6hc0A4r40B6hc0A4yw0B69k0A4yw0B69k0A4yw0B6hc0A4r40B6hc0A4r40B6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB
Antarctica/Casey|<+08>-8||480 660|32fa0B4970Ail10B3lycA1glacBfl5oA6hh0B4ypcA67h0B4t70A6hc1B4yqzA69p1B4yqzA69p1B4vjzA
Antarctica/Davis|<+07>-7||420 300|32fboB4g1oAie6cB3m1oA
Antarctica/DumontDUrville Pacific/Chuuk Pacific/Port_Moresby|<+10>-10||600|
Antarctica/Macquarie|AEST-10AEDT,M10.1.0,M4.1.0/3|11|660 600|2m2oB4r40A6hc0B61s0A5eg0B5u00A5eg0B5u00A5eg0B5u00A5eg0B5u00A5m80B5m80A5eg0B61s0A5m80B5m80A5m80B5m80A
Antarctica/Mawson|<+05>-5||360 300|32fdcB
Antarctica/McMurdo Pacific/Auckland|NZST-12NZDT,M9.5.0,M4.1.0/3|8|780 720|2e7cB61s0A56o0B69k0A4yw0B69k0A4yw0B69k0A56o0B61s0A56o0B61s0A56o0B61s0A56o0B61s0A
Antarctica/Syowa Asia/Aden Asia/Bahrain Asia/Kuwait Asia/Qatar Asia/Riyadh|<+03>-3||180|
Antarctica/Troll|<+00>0<+02>-2,M3.5.0/1,M10.5.0/3|5|0|
Antarctica/Vostok|<+05>-5||420 300|7i47oB
Asia/Almaty|<+05>-5||360 420 300|2m9cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A61xgoC
Asia/Amman|<+03>-3||120 180|2qsoB5nc0A5l40B5nc0A5m80B5m80A5m80B6hc0A4r40B69k0A56o0B5m80A5m80B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40BjfycA30xoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A3o80B
Asia/Anadyr Asia/Kamchatka|<+12>-12||720 780 660|2lzcB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0Abg9oC4jc0A
Asia/Aqtau Asia/Atyrau Asia/Oral|<+05>-5||240 300|2mcoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B
Asia/Aqtobe|<+05>-5||300 360|2mb0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A
Asia/Ashgabat Asia/Dushanbe Asia/Samarkand Asia/Tashkent Indian/Kerguelen Indian/Maldives|<+05>-5||300|
Asia/Baghdad|<+03>-3||180 240|2t40B5nc0A5m80B5nc0A5m80B5nc0A5m80B5nc0A5nc0B5nc0A5m80B5nc0A5m80B5nc0A5m80B5nc0A
Asia/Baku|<+04>-4||240 300|2mg0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6hc0A
Asia/Bangkok Asia/Ho_Chi_Minh Asia/Phnom_Penh Asia/Vientiane Indian/Christmas|<+07>-7||420|
Asia/Barnaul|<+07>-7||360 420|2m9cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecAfzloB
Asia/Beirut|EET-2EEST,M3.5.0/0,M10.5.0/0|0|120|
Asia/Bishkek|<+06>-6||300 360|2mbuB6p2cA4jdoB6p2cA4r5oB6hacA4r5oB6hacA4r5oB6p2cA4jdoB
Asia/Brunei Asia/Kuala_Lumpur Asia/Kuching Asia/Singapore|<+08>-8||480|
Asia/Chita|<+09>-9||540 600 480|2m4cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecCfzncA
Asia/Colombo|<+0530>-5:30||360 330|1yuuuB
Asia/Damascus|<+03>-3||120 180|2t0oB5nacA5m9oB5nacA5m9oB5nacA5m9oB5nacA5ndoB5nacA5m9oB5nacA5m9oB5dacA5u1oB6p2cA4r5oB6iecA4i9oB6p2cA4r5oB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4r5oB6p2cA4jdoB6p2cA4jdoB6p2cA4r5oB6hacA4r5oB6hacA4r5oB6hacA4r5oB6p2cA4jdoB6p2cA4jdoB
Asia/Dhaka|<+06>-6||360 420|2ypwcB60o0A
Asia/Dili|<+09>-9||480 540|80ioB
Asia/Dubai Asia/Muscat Indian/Mahe Indian/Reunion|<+04>-4||240|
Asia/Famagusta|EET-2EEST,M3.5.0/3,M10.5.0/4|18|120 180|2mhoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6hc0A4r40Bhxk0A
Asia/Gaza|EET-2EEST,M3.4.4/50,M10.4.4/50|38|120 180|3f8oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB56o0A61s0B5b5oA5iucB5dacA5w9oB53doA62ucB4r2cA6hdoB4yw0A6ao1B486bA76xpB3ribA7gxoB5eg0A5u00B5m6cA5m9oB6hacA4s9oB6g80A4s9oB6p2cA4jdoB6p2cA4jdoB6p2cA4q00B6iecA4r5oB6hc0A4r40B6o00A4lk0B6o1oA5m9oB5m6cA5ehoB5tycA56poB61qcA4r5oB6hacA4r5oB6p2cA4jdoB6p2cA4jdoB6p2cA4r5oB6hacA4r5oB6hacA4r5oB6p2cA4jdoB6p2cA4jdoB6p2cA4jdoB6p2cA4r5oB69icA4yxoB61qcA
Asia/Hebron|EET-2EEST,M3.4.4/50,M10.4.4/50|38|120 180|3f8oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB56o0A61s0B5b5oA5iucB5dacA5w9oB53doA62ucB4uecA6e1oB4yw0A69k0B49acA76xpB3ribAw9oByecA5m9oB5eg0A5u00B5m6cA5m9oB6hacA4s9oB6g80A4s9oB6p2cA4jdoB6p2cA4jdoB6p2cA4q00B6iecA4r5oB6hc0A4r40B6o00A4lk0B6o1oA5m9oB5m6cA5ehoB5tycA56poB61qcA4r5oB6hacA4r5oB6p2cA4jdoB6p2cA4jdoB6p2cA4r5oB6hacA4r5oB6hacA4r5oB6p2cA4jdoB6p2cA4jdoB6p2cA4jdoB6p2cA4r5oB69icA4yxoB61qcA
Asia/Hong_Kong|HKT-8||480|
Asia/Hovd|<+07>-7||420 480|ewfoB4r2cA5m9oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB5tycA2nploB5m30A5md0B5m30A
Asia/Irkutsk|<+08>-8||480 540|2m60B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Jakarta Asia/Pontianak|WIB-7||420|
Asia/Jayapura|WIT-9||540|
Asia/Jerusalem|IST-2IDT,M3.4.4/26,M10.5.0|13|120 180|37k0B5ecoA5ploB56mcA5qpoB5xacA5b5oB5tycA5rtoB56mcA5wbcB5w6cA5c9oB5oecA5k1oB58ucA5zloB5w6cA5c9oB5oecA5k1oB58ucA67doB5oecA5k1oB5gmcA
Asia/Kabul|<+0430>-4:30||270|
Asia/Karachi|PKT-5||300 360|pinoB5m6cA1rqhoB4pycA53doB666cA
Asia/Kathmandu|<+0545>-5:45||345|
Asia/Khandyga|<+09>-9||540 600 660|2m4cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A22coB2opoC6p40B4jc0C6p40B4jc0C6p40B4jc0C6p40B4r40C6hc0B4r40C6hc0B4r40C6p40B4jc0C58r0Bz5p0A
Asia/Kolkata|IST-5:30||330|
Asia/Krasnoyarsk|<+07>-7||420 480|2m7oB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Macau Asia/Shanghai Asia/Taipei|CST-8||480|
Asia/Magadan|<+11>-11||660 720 600|2m10B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecCgurcA
Asia/Makassar|WITA-8||480|
Asia/Manila|PST-8||480|
Asia/Nicosia Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kyiv Europe/Mariehamn Europe/Sofia|EET-2EEST,M3.5.0/3,M10.5.0/4|0|120|
Asia/Novokuznetsk|<+07>-7||420 480 360|2m7oB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0Abg9oC4jc0A
Asia/Novosibirsk|<+07>-7||360 420|2m9cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecAjntoB
Asia/Omsk|<+06>-6||360 420|2m9cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Pyongyang|KST-9||540 510|4w2h0Buog0A
Asia/Qostanay|<+05>-5||300 360|2mb0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B68mj0A
Asia/Qyzylorda|<+05>-5||300 360|2mb0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B4m2r0A
Asia/Sakhalin|<+11>-11||600 660|2m2oB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecAfzloB
Asia/Seoul|KST-9||540|
Asia/Srednekolymsk|<+11>-11||660 720|2m10B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Tbilisi|<+04>-4||240 300 180|2m9cB6p2cA4jdoB6p2cA4r5oB6hacA4r5oB6hacA4r5oB2t2cA3w6oC4jc0A
Asia/Tehran|<+0330>-3:30||210 270|2gq6B5oecA5m9oB5oecA5l5oB5oecA5l5oB5oecA5l5oB5oecA5m9oB5oecAs49oB5oecA5m9oB5oecA5l5oB5oecA5l5oB5oecA5l5oB5oecA5m9oB5oecA5l5oB5oecA5l5oB5oecA5l5oB5oecA5m9oB5oecA5l5oB5oecA5l5oB5oecA5l5oB5oecA5m9oB5oecA5l5oB5oecA
Asia/Thimphu Asia/Urumqi Indian/Chagos|<+06>-6||360|
Asia/Tokyo|JST-9||540|
Asia/Tomsk|<+07>-7||420 480 360|2m7oB6p40A4jc0B6p40A4r40Byg0A5ixoC4r40A6hc0C4r40A6p40C4jc0A6p40C4jc0A6p40C4jc0A6p40C4r40A6hc0C4r40A6hc0C4r40A6p40C4jc0A14eecChxloA
Asia/Ulaanbaatar|<+08>-8||480 540|ewe0B4r2cA5m9oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB5tycA2nploB5m30A5md0B5m30A
Asia/Ust-Nera|<+10>-10||660 720 600|2m10B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B58r0Az5p0C
Asia/Vladivostok|<+10>-10||600 660|2m2oB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Yakutsk|<+09>-9||540 600|2m4cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Yangon Indian/Cocos|<+0630>-6:30||390|
Asia/Yekaterinburg|<+05>-5||300 360|2mb0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Yerevan|<+04>-4||240 300|2mcoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A
Atlantic/Azores|<-01>1<+00>,M3.5.0/0,M10.5.0/1|0|-60|
Atlantic/Canary Atlantic/Faroe Atlantic/Madeira Europe/Lisbon|WET0WEST,M3.5.0/1,M10.5.0|0|0|
Atlantic/Cape_Verde|<-01>1||-60|
Atlantic/South_Georgia|<-02>2||-120|
Atlantic/Stanley|<-03>3||-180 -240|39x0B4jdoA6p5oB4bloA74mcB43toA74mcB4bloA6wucB4bloA6wucB4bloA6wucB4bloA6wucB4bloA74mcB4bloA6wucB4bloA6wucB4bloA
Australia/Adelaide Australia/Broken_Hill|ACST-9:30ACDT,M10.1.0,M4.1.0/3|8|630 570|2m3iB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4r40B6hc0A4jc0B6p40A
Australia/Brisbane Australia/Lindeman|AEST-10||600|
Australia/Darwin|ACST-9:30||570|
Australia/Eucla|<+0845>-8:45||525 585|260krB3gg0A6p40B4r40A6hc0B4r40A
Australia/Hobart|AEST-10AEDT,M10.1.0,M4.1.0/3|8|660 600|2m2oB4r40A6hc0B61s0A5eg0B5u00A5eg0B5u00A5eg0B5u00A5eg0B5u00A5m80B5m80A5eg0B61s0A
Australia/Lord_Howe|<+1030>-10:30<+11>-11,M10.1.0,M4.1.0|8|660 630|2m10B4r4uA6hb6B6p4uA4r36B6hcuA4r36B6hcuA4r36B6p4uA4jb6B6p4uA4r36B6hcuA4jb6B6p4uA
Australia/Melbourne Australia/Sydney|AEST-10AEDT,M10.1.0,M4.1.0/3|8|660 600|2m2oB4r40A6hc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4r40B6hc0A4jc0B6p40A
Australia/Perth|AWST-8||480 540|260m0B3gg0A6p40B4r40A6hc0B4r40A
Europe/Astrakhan Europe/Ulyanovsk|<+04>-4||180 240|2mecB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecAfzloB
Europe/Chisinau|EET-2EEST,M3.5.0/3,M10.5.0/4|22|120 180|2mg0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A
Europe/Dublin|IST-1GMT0,M10.5.0,M3.5.0/1|0|0|
Europe/Guernsey Europe/Isle_of_Man Europe/Jersey Europe/London|GMT0BST,M3.5.0/1,M10.5.0|0|0|
Europe/Istanbul|<+03>-3||120 180|2mecB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jfcB6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4kg0B6o00A4jc0B6p40A4r40B6hc0A4s80B6g80A4r40B6ww0A4bk0B
Europe/Kaliningrad|EET-2||120 180|2mg0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Europe/Kirov Europe/Moscow|MSK-3||180 240|2mecB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Europe/Minsk|<+03>-3||120 180|2mg0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B
Europe/Riga|EET-2EEST,M3.5.0/3,M10.5.0/4|1|120|
Europe/Samara|<+04>-4||240 300 180|2mcoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0Abg9oC4jc0A
Europe/Saratov|<+04>-4||180 240|2mecB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecAnrloB
Europe/Simferopol|MSK-3||120 180 240|2mhoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r2cC6h8oB
Europe/Tallinn|EET-2EEST,M3.5.0/3,M10.5.0/4|2|120|
Europe/Vilnius|EET-2EEST,M3.5.0/3,M10.5.0/4|3|120|
Europe/Volgograd|MSK-3||180 240|2mecB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA195loBoeucA
Indian/Mauritius|<+04>-4||240 300|2resoB4r2cA
Pacific/Apia|<+13>-13||-660 -600 840 780|3d16cB5t10A5eg0B2zlcC2ueoD5m80C5u00D5eg0C5u00D5eg0C5u00D5eg0C5u00D5eg0C5u00D5eg0C5u00D5m80C5u00D5eg0C5u00D5eg0C5u00D
Pacific/Bougainville|<+11>-11||600 660|4oyyoB
Pacific/Chatham|<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45|8|825 765|2e7cB61s0A56o0B69k0A4yw0B69k0A4yw0B69k0A56o0B61s0A56o0B61s0A56o0B61s0A56o0B61s0A
Pacific/Easter|<-06>6<-05>,M9.1.6/22,M4.1.6/22|23|-300 -360|2710B6p5oA4jacB6p5oA4jacB6p5oA4jacB6p5oA4r2cB6hdoA4r2cB6hdoA4r2cB6p5oA4jacB6p5oA56mcB61toA4r2cB6hdoA5eecB5u1oA6hacB38poA7rycB3w1oA7cecB43toA74mcB43toAj0ecB2t5oA8facB2t5oA8facB2t5oA7cecB4r5oA6hacB4r5oA6hacB4r5oA6hacB4yxoA
Pacific/Efate Pacific/Guadalcanal Pacific/Kosrae Pacific/Noumea Pacific/Pohnpei|<+11>-11||660|
Pacific/Fakaofo|<+13>-13||-660 780|3r8acB
Pacific/Fiji|<+12>-12||780 720|1qvcB31yw0A3o80B6hc0A43s0B74o0A2t40B8fc0A2t40B8n40A2lacB8uxoA2dk0B8uw0A2dk0B92o0A25s0B92o0A25s0B92o0A25s0B9ag0A1y00Bal40Av40B
Pacific/Funafuti Pacific/Kwajalein Pacific/Majuro Pacific/Nauru Pacific/Tarawa Pacific/Wake Pacific/Wallis|<+12>-12||720|
Pacific/Galapagos|<-06>6||-360|
Pacific/Gambier|<-09>9||-540|
Pacific/Guam Pacific/Saipan|ChST-10||600|
Pacific/Honolulu|HST10||-600|
Pacific/Kanton|<+13>-13||780|
Pacific/Kiritimati|<+14>-14||840|
Pacific/Marquesas|<-0930>9:30||-570|
Pacific/Midway Pacific/Pago_Pago|SST11||-660|
Pacific/Niue|<-11>11||-660|
Pacific/Norfolk|<+11>-11<+12>,M10.1.0,M4.1.0/3|20|690 660 720|4xm06B195kuC
Pacific/Palau|<+09>-9||540|
Pacific/Pitcairn|<-08>8||-480|
Pacific/Rarotonga Pacific/Tahiti|<-10>10||-600|
Pacific/Tongatapu|<+13>-13||840 780|2e5oB74o0A2lacB8n5oA2lacB4mkpoA25s0B`,
  links: `Africa/Asmara ~Africa/Asmera
Africa/Bamako Africa/Timbuktu
Africa/Cairo Egypt
Africa/Tripoli Libya
America/Adak America/Atka US/Aleutian
America/Anchorage US/Alaska
America/Argentina/Buenos_Aires ~America/Buenos_Aires
America/Argentina/Catamarca ~America/Catamarca America/Argentina/ComodRivadavia
America/Argentina/Cordoba ~America/Cordoba America/Rosario
America/Argentina/Jujuy ~America/Jujuy
America/Argentina/Mendoza ~America/Mendoza
America/Atikokan ~America/Coral_Harbour
America/Chicago US/Central CST6CDT
America/Denver America/Shiprock Navajo US/Mountain MST7MDT
America/Detroit US/Michigan
America/Edmonton Canada/Mountain America/Yellowknife
America/Halifax Canada/Atlantic
America/Havana Cuba
America/Indiana/Indianapolis ~America/Indianapolis America/Fort_Wayne US/East-Indiana
America/Indiana/Knox America/Knox_IN US/Indiana-Starke
America/Iqaluit America/Pangnirtung
America/Jamaica Jamaica
America/Kentucky/Louisville ~America/Louisville
America/Los_Angeles US/Pacific US/Pacific-New PST8PDT
America/Manaus Brazil/West
America/Mazatlan Mexico/BajaSur
America/Mexico_City Mexico/General
America/New_York US/Eastern EST5EDT
America/Noronha Brazil/DeNoronha
America/Nuuk ~America/Godthab
America/Panama EST
America/Phoenix US/Arizona MST
America/Regina Canada/East-Saskatchewan Canada/Saskatchewan
America/Rio_Branco America/Porto_Acre Brazil/Acre
America/Santiago Chile/Continental
America/Sao_Paulo Brazil/East
America/St_Johns Canada/Newfoundland
America/St_Thomas America/Virgin
America/Tijuana America/Ensenada Mexico/BajaNorte America/Santa_Isabel
America/Toronto America/Montreal Canada/Eastern America/Nipigon America/Thunder_Bay
America/Vancouver Canada/Pacific
America/Whitehorse Canada/Yukon
America/Winnipeg Canada/Central America/Rainy_River
Antarctica/McMurdo Antarctica/South_Pole
Arctic/Longyearbyen Atlantic/Jan_Mayen
Asia/Ashgabat Asia/Ashkhabad
Asia/Dhaka Asia/Dacca
Asia/Ho_Chi_Minh ~Asia/Saigon
Asia/Hong_Kong Hongkong
Asia/Jerusalem Asia/Tel_Aviv Israel
Asia/Kathmandu ~Asia/Katmandu
Asia/Kolkata ~Asia/Calcutta
Asia/Macau Asia/Macao
Asia/Makassar Asia/Ujung_Pandang
Asia/Nicosia Europe/Nicosia
Asia/Seoul ROK
Asia/Shanghai Asia/Chongqing Asia/Chungking Asia/Harbin PRC
Asia/Singapore Singapore
Asia/Taipei ROC
Asia/Tehran Iran
Asia/Thimphu Asia/Thimbu
Asia/Tokyo Japan
Asia/Ulaanbaatar Asia/Ulan_Bator Asia/Choibalsan
Asia/Urumqi Asia/Kashgar
Asia/Yangon ~Asia/Rangoon
Atlantic/Faroe ~Atlantic/Faeroe
Atlantic/Reykjavik Iceland
Australia/Adelaide Australia/South
Australia/Brisbane Australia/Queensland
Australia/Broken_Hill Australia/Yancowinna
Australia/Darwin Australia/North
Australia/Hobart Australia/Tasmania Australia/Currie
Australia/Lord_Howe Australia/LHI
Australia/Melbourne Australia/Victoria
Australia/Perth Australia/West
Australia/Sydney Australia/ACT Australia/Canberra Australia/NSW
Europe/Athens EET
Europe/Brussels CET MET
Europe/Chisinau Europe/Tiraspol
Europe/Dublin Eire
Europe/Istanbul Asia/Istanbul Turkey
Europe/Kyiv ~Europe/Kiev Europe/Zaporozhye Europe/Uzhgorod
Europe/Lisbon Portugal WET
Europe/London Europe/Belfast GB GB-Eire
Europe/Moscow W-SU
Europe/Warsaw Poland
Pacific/Auckland NZ
Pacific/Chatham NZ-CHAT
Pacific/Chuuk ~Pacific/Truk Pacific/Yap
Pacific/Easter Chile/EasterIsland
Pacific/Honolulu US/Hawaii Pacific/Johnston HST
Pacific/Kanton ~Pacific/Enderbury
Pacific/Kwajalein Kwajalein
Pacific/Pago_Pago Pacific/Samoa US/Samoa
Pacific/Pohnpei ~Pacific/Ponape
UTC Etc/GMT Etc/GMT+0 Etc/GMT-0 Etc/GMT0 Etc/Greenwich GMT GMT+0 GMT-0 GMT0 Greenwich Etc/UTC Etc/UCT Etc/Universal Etc/Zulu UCT Universal Zulu`,
}
