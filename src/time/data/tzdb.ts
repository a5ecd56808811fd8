// Written by scripts/zones/generate.ts; do not edit.
// IANA time zone database 2026f, with backzone: in the public domain.
// Which names are primary: Unicode CLDR 48.2.0: Copyright Unicode, Inc., Unicode License v3 (SPDX Unicode-3.0), see unicode-license.txt.
import type { TzdbData } from '../tzdb-data.ts'

export const bundledTzdb: TzdbData = {
  version: '2026f',
  zones: `Africa/Abidjan:CI Africa/Accra:GH Africa/Bamako:ML Africa/Banjul:GM Africa/Bissau:GW Africa/Conakry:GN Africa/Dakar:SN Africa/Freetown:SL Africa/Lome:TG Africa/Monrovia:LR Africa/Nouakchott:MR Africa/Ouagadougou:BF America/Danmarkshavn:GL Atlantic/Reykjavik:IS Atlantic/St_Helena:SH|GMT0||0|
Africa/Addis_Ababa:ET Africa/Asmara:ER Africa/Dar_es_Salaam:TZ Africa/Djibouti:DJ Africa/Kampala:UG Africa/Mogadishu:SO Africa/Nairobi:KE Indian/Antananarivo:MG Indian/Comoro:KM Indian/Mayotte:YT|EAT-3||180|
Africa/Algiers:DZ|CET-1||60|
Africa/Bangui:CF Africa/Brazzaville:CG Africa/Douala:CM Africa/Kinshasa:CD Africa/Lagos:NG Africa/Libreville:GA Africa/Luanda:AO Africa/Malabo:GQ Africa/Ndjamena:TD Africa/Niamey:NE Africa/Porto-Novo:BJ|WAT-1||60|
Africa/Blantyre:MW Africa/Bujumbura:BI Africa/Gaborone:BW Africa/Harare:ZW Africa/Kigali:RW Africa/Lubumbashi:CD Africa/Lusaka:ZM Africa/Maputo:MZ|CAT-2||120|
Africa/Cairo:EG|EET-2EEST,M4.5.5/0,M10.5.4/24|23|120 180|3n0oB4r2cA6hdoB4r2cA6hdoB4r2cA6hdoB4r2cA6p5oB4r2cA6hdoB4r2cA6hdoB4jacA6p5oB43qcA74poB3vycA7choB3o6cA7s1oB36ecAxdoBnacA14u1oB1amcA12xoB1q6cA
Africa/Casablanca:MA Africa/El_Aaiun:EH|<+00>0||0 60|2mvk0B2u6cA8fdoB2hycA7u9oB30ucA7choB3o6cA8fh0B2j40Ayg0B19k0A6hc0B25s0A11s0B2eo0A4r40B2s00A12w0B2mg0A4r40B2dk0A12w0B30w0A4r40B25s0A12w0B3gg0A4jc0B1q80A1ao0B3o80A4jc0B1ig0A12w0B9xs0A12w0B9q00A1ao0B9q00A12w0B9q00A1ao0B9q00A12w0B9xs0A12w0B9q00A1ao0B9q00A12w0B5m6cA
Africa/Ceuta:ES Arctic/Longyearbyen:SJ Europe/Amsterdam:NL Europe/Andorra:AD Europe/Belgrade:RS Europe/Berlin:DE Europe/Bratislava:SK Europe/Brussels:BE Europe/Budapest:HU Europe/Busingen:DE Europe/Copenhagen:DK Europe/Gibraltar:GI Europe/Ljubljana:SI Europe/Luxembourg:LU Europe/Madrid:ES Europe/Malta:MT Europe/Monaco:MC Europe/Oslo:NO Europe/Paris:FR Europe/Podgorica:ME Europe/Prague:CZ Europe/Rome:IT Europe/San_Marino:SM Europe/Sarajevo:BA Europe/Skopje:MK Europe/Stockholm:SE Europe/Tirane:AL Europe/Vaduz:LI Europe/Vatican:VA Europe/Vienna:AT Europe/Warsaw:PL Europe/Zagreb:HR Europe/Zurich:CH|CET-1CEST,M3.5.0,M10.5.0/3|0|60|
Africa/Johannesburg:ZA Africa/Maseru:LS Africa/Mbabane:SZ|SAST-2||120|
Africa/Juba:SS|CAT-2||120 180|g0oB6l9mcA
Africa/Khartoum:SD|CAT-2||120 180|g0oB5klmcA
Africa/Sao_Tome:ST|GMT0||0 60|5mxloBb9k0A
Africa/Tripoli:LY|EET-2||120 60|40yw0B4ag0A
Africa/Tunis:TN|CET-1||60 120|1o3acB4oxoA5gpoB6p40A4jc0B6p40A4r40B6hc0A
Africa/Windhoek:NA|CAT-2||120 60|2u80B4r5oA6hacB4r5oA6p2cB4jdoA6p2cB4r5oA6hacB4r5oA6hacB4r5oA6hacB4r5oA6hacB4r5oA6p2cB4r5oA6hacB4r5oA6hacB4r5oA6hacB4r5oA6hacB4r5oA6p2cB4jdoA6p2cB4r5oA6hacB4r5oA6hacB4r5oA6hacB4r5oA
America/Adak:US|HST10HDT,M3.2.0,M11.1.0|7|-600 -540|2us0B6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Anchorage:US America/Juneau:US America/Nome:US America/Sitka:US America/Yakutat:US|AKST9AKDT,M3.2.0,M11.1.0|7|-540 -480|2uqcB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Anguilla:AI America/Antigua:AG America/Aruba:AW America/Barbados:BB America/Blanc-Sablon:CA America/Curacao:CW America/Dominica:DM America/Grenada:GD America/Guadeloupe:GP America/Kralendijk:BQ America/Lower_Princes:SX America/Marigot:MF America/Martinique:MQ America/Montserrat:MS America/Port_of_Spain:TT America/Puerto_Rico:PR America/St_Barthelemy:BL America/St_Kitts:KN America/St_Lucia:LC America/St_Thomas:VI America/St_Vincent:VC America/Tortola:VG|AST4||-240|
America/Araguaina:BR|<-03>3||-120 -180|1rfcB6wxoA43qcB7choA3vycB7ztoA38mcB313toA3o6cB
America/Argentina/Buenos_Aires:AR America/Argentina/Cordoba:AR|<-03>3||-180 -120|2i4l0B2dicA6p5oB4jacA
America/Argentina/Catamarca:AR America/Argentina/La_Rioja:AR America/Argentina/Rio_Gallegos:AR|<-03>3||-180 -240 -120|1dsd0Bl5oA13r2cC2dicA
America/Argentina/Jujuy:AR America/Argentina/Salta:AR|<-03>3||-180 -120|2i4l0B2dicA
America/Argentina/Mendoza:AR|<-03>3||-180 -240 -120|1did0B3w1oA10q6cC2dicA
America/Argentina/San_Juan:AR|<-03>3||-180 -240 -120|1dr90B1p5oA12o6cC2dicA
America/Argentina/San_Luis:AR|<-03>3||-180 -240 -120|1dr90B1p5oA12o6cCoecA1hdoB6p5oA4jacB6p5oA
America/Argentina/Tucuman:AR|<-03>3||-180 -240 -120|1dsd0BddoA13yucC2dicA6p5oC4jacA
America/Argentina/Ushuaia:AR|<-03>3||-180 -240 -120|1dq50BndoA13r2cC2dicA
America/Asuncion:PY|<-03>3||-180 -240|1z90B6hdoA4r2cB6p5oA5m6cB4jdoA6p2cB4r5oA6hacB61toA4jacB6p5oA4jacB6p5oA4jacB6wxoA4bicB6wxoA4bicB6wxoA5eecB5ehoA5tycB5ehoA5tycB5m9oA56mcB61toA56mcB61toA56mcB61toA5eecB5u1oA5eecB5u1oA5eecB61toA56mcB61toA56mcB61toA5eecB5u1oA5eecB5u1oA5eecB5u1oA5eecB61toA
America/Atikokan:CA America/Cayman:KY America/Jamaica:JM America/Panama:PA|EST5||-300|
America/Bahia:BR|<-03>3||-120 -180|1rfcB6wxoA43qcB7choA3vycB7ztoA38mcB2pnloA43qcB
America/Bahia_Banderas:MX|CST6||-420 -360 -300|2un0B6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoC6h8oB4r5oC6hacB4r5oC6hacB4yxoC69icB4yxoC69icB4yxoC69icB4yxoC6hacB4r5oC6hacB4r5oC6hacB4yxoC69icB4yxoC69icB4yxoC6hacB4r5oC6hacB
America/Belem:BR America/Cayenne:GF America/Paramaribo:SR Antarctica/Rothera:AQ|<-03>3||-180|
America/Belize:BZ America/Costa_Rica:CR America/El_Salvador:SV America/Regina:CA America/Swift_Current:CA|CST6||-360|
America/Boa_Vista:BR|<-04>4||-180 -240|1rh0B6wxoA7qcB
America/Bogota:CO America/Guayaquil:EC America/Lima:PE|<-05>5||-300|
America/Boise:US America/Denver:US|MST7MDT,M3.2.0,M11.1.0|7|-420 -360|2un0B6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Cambridge_Bay:CA|MST7MDT,M3.2.0,M11.1.0|7|-360 -300 -420|2ulcB6oz0Ab0t0C4yxoA69icC4yxoA69icC4yxoA6hacC4r5oA6hacC4r5oA6hacC
America/Campo_Grande:BR|<-04>4||-180 -240|1rh0B6wxoA43qcB7choA3vycB7ztoA38mcB7k9oA3o6cB821oA3e6cB7choA3vycB7ztoA3gecB74poA3vycB7k9oA3o6cB7k9oA3vycB7choA3vycB7choA43qcB7choA3o6cB7k9oA3o6cB7k9oA3vycB7choA3vycB7choA3vycB7choA3vycB7ztoA38mcB
America/Cancun:MX|EST5||-360 -300|2ulcB6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA30xoB
America/Caracas:VE|<-04>4||-240 -270|2hhfoB2mmo0A
America/Chicago:US America/Menominee:US America/North_Dakota/Center:US|CST6CDT,M3.2.0,M11.1.0|7|-360 -300|2ulcB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Chihuahua:MX|CST6||-420 -360|2un0B6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB
America/Ciudad_Juarez:MX|MST7MDT,M3.2.0,M11.1.0|23|-420 -360|2un0B6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4bloB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB82z0A
America/Coyhaique:CL|<-03>3||-180 -240|2710B6p5oA4jacB6p5oA4jacB6p5oA4jacB6p5oA4r2cB6hdoA4r2cB6hdoA4r2cB6p5oA4jacB6p5oA56mcB61toA4r2cB6hdoA5eecB5u1oA6hacB38poA7rycB3w1oA7cecB43toA74mcB43toAj0ecB2t5oA8facB2t5oA8facB2t5oA7cecB4r5oA6hacB4r5oA6hacB4r5oA6hacB4yxoA69icB4r5oA6p2cB4r5oA
America/Creston:CA America/Dawson_Creek:CA America/Hermosillo:MX America/Phoenix:US|MST7||-420|
America/Cuiaba:BR|<-04>4||-180 -240|1rh0B6wxoA43qcB7choA3vycB7ztoA38mcBjahoA3e6cB7choA3vycB7ztoA3gecB74poA3vycB7k9oA3o6cB7k9oA3vycB7choA3vycB7choA43qcB7choA3o6cB7k9oA3o6cB7k9oA3vycB7choA3vycB7choA3vycB7choA3vycB7ztoA38mcB
America/Dawson:CA America/Whitehorse:CA|MST7||-480 -420|2uooB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB
America/Detroit:US America/Kentucky/Louisville:US America/Nassau:BS America/New_York:US America/Toronto:CA|EST5EDT,M3.2.0,M11.1.0|7|-300 -240|2ujoB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Edmonton:CA America/Inuvik:CA|CST6||-420 -360|2un0B6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB
America/Eirunepe:BR America/Rio_Branco:BR|<-05>5||-300 -240|2nlccB1onacA
America/Fort_Nelson:CA|MST7||-480 -420|2uooB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB
America/Fortaleza:BR America/Maceio:BR|<-03>3||-120 -180|1rfcB6wxoAficBb0poA3vycB
America/Glace_Bay:CA America/Halifax:CA America/Thule:GL Atlantic/Bermuda:BM|AST4ADT,M3.2.0,M11.1.0|7|-240 -180|2ui0B6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Goose_Bay:CA|AST4ADT,M3.2.0,M11.1.0|12|-240 -180|2uepB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7chnA
America/Grand_Turk:TC|EST5EDT,M3.2.0,M11.1.0|19|-300 -240|2ujoB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB159icA
America/Guatemala:GT|CST6||-360 -300|1zc20B4r2cA
America/Guyana:GY America/La_Paz:BO America/Manaus:BR America/Porto_Velho:BR|<-04>4||-240|
America/Havana:CU|CST5CDT,M3.2.0/0,M11.1.0/1|28|-300 -240|2ugcB6hc0A4r40B6hc0A4yw0B69k0A4yw0B69k0A4r40Bt600A43s0B74o0A4bk0B6ww0A43s0B74o0A4bk0B74o0A4bk0B7cg0A4bk0B6p40A3w00B7cg0A3w00B7cg0A3w00B7cg0A43s0B7cg0A3w00B7cg0A3w00B7cg0A3w00B7cg0A3w00B7cg0A43s0B7cg0A3w00B7cg0A3w00B7cg0A3w00B7cg0A3w00B7cg0A3w00Biso0A
America/Indiana/Indianapolis:US America/Indiana/Marengo:US America/Indiana/Vevay:US|EST5EDT,M3.2.0,M11.1.0|7|-300 -240|1ygzoB6hacA
America/Indiana/Knox:US America/Indiana/Tell_City:US|CST6CDT,M3.2.0,M11.1.0|7|-300 -360|24yboB
America/Indiana/Petersburg:US America/Indiana/Vincennes:US|EST5EDT,M3.2.0,M11.1.0|8|-300 -360|24yboB43toA
America/Indiana/Winamac:US|EST5EDT,M3.2.0,M11.1.0|8|-300 -360 -240|24yboB43toC7ccoA
America/Iqaluit:CA America/Kentucky/Monticello:US|EST5EDT,M3.2.0,M11.1.0|7|-360 -300 -240|2ulcBb8ecC6hacB4yxoC69icB4yxoC69icB4yxoC6hacB4r5oC6hacB4r5oC6hacB
America/Los_Angeles:US|PST8PDT,M3.2.0,M11.1.0|7|-480 -420|2uooB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Managua:NI|CST6||-360 -300|1nga0B5eecA6hh0B4r0oA
America/Matamoros:MX|CST6CDT,M3.2.0,M11.1.0|10|-360 -300|2ulcB6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA
America/Mazatlan:MX|MST7||-420 -360|2un0B6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA
America/Merida:MX America/Mexico_City:MX America/Monterrey:MX|CST6||-360 -300|2ulcB6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA
America/Metlakatla:US|AKST9AKDT,M3.2.0,M11.1.0|20|-480 -540|4yi0oB43toA7cecB3w1oA7cecB3w1oA9pycB1ihoA7cecB
America/Miquelon:PM|<-03>3<-02>,M3.2.0,M11.1.0|7|-180 -120|2ugcB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Moncton:CA|AST4ADT,M3.2.0,M11.1.0|7|-240 -180|2uepB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Montevideo:UY|<-03>3||-180 -120|1h6l0B5u1oA61toB4r2cA69loB4yucA6hdoB4r2cA6hdoB4r2cA6hdoB4yucA69loB4yucA69loB4yucA6hdoB4r2cA6hdoB4r2cA6hdoB4r2cA
America/Noronha:BR|<-02>2||-60 -120|1rdoB6wxoA7qcBb8hoA3vycB
America/North_Dakota/Beulah:US|CST6CDT,M3.2.0,M11.1.0|11|-420 -360|2un0B6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB
America/North_Dakota/New_Salem:US|CST6CDT,M3.2.0,M11.1.0|7|-420 -360 -300|2un0B6hacA4r5oB6hacA4yxoB69icA4yxoBb8ecC6hacB4r5oC6hacB4r5oC6hacB
America/Nuuk:GL|<-02>2<-01>,M3.5.0/-1,M10.5.0/0|24|-180 -120|2mhoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B
America/Ojinaga:MX|CST6CDT,M3.2.0,M11.1.0|23|-420 -360|2un0B6hacA5u1oB4jacA5u1oB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4bloB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB
America/Port-au-Prince:HT|EST5EDT,M3.2.0,M11.1.0|17|-300 -240|1n8gcB6hacA4r5oB6hacA1ohx0B7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA
America/Punta_Arenas:CL Antarctica/Palmer:AQ|<-03>3||-180 -240|2710B6p5oA4jacB6p5oA4jacB6p5oA4jacB6p5oA4r2cB6hdoA4r2cB6hdoA4r2cB6p5oA4jacB6p5oA56mcB61toA4r2cB6hdoA5eecB5u1oA6hacB38poA7rycB3w1oA7cecB43toA74mcB43toAj0ecB2t5oA
America/Rankin_Inlet:CA|CST6CDT,M3.2.0,M11.1.0|7|-360 -300|2ulcBhpqcA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA
America/Recife:BR|<-03>3||-120 -180|1rfcB6wxoA7qcBb8hoA3vycB
America/Resolute:CA|CST6CDT,M3.2.0,M11.1.0|8|-360 -300|2ulcBhpqcA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oBhxicA
America/Santarem:BR|<-03>3||-240 -180|2nlaoB
America/Santiago:CL|<-04>4<-03>,M9.1.6/24,M4.1.6/24|23|-180 -240|2710B6p5oA4jacB6p5oA4jacB6p5oA4jacB6p5oA4r2cB6hdoA4r2cB6hdoA4r2cB6p5oA4jacB6p5oA56mcB61toA4r2cB6hdoA5eecB5u1oA6hacB38poA7rycB3w1oA7cecB43toA74mcB43toAj0ecB2t5oA8facB2t5oA8facB2t5oA7cecB4r5oA6hacB4r5oA6hacB4r5oA6hacB4yxoA
America/Santo_Domingo:DO|AST4||-240 -300|9bu0B12w0A
America/Sao_Paulo:BR|<-03>3||-120 -180|1rfcB6wxoA43qcB7choA3vycB7ztoA38mcB7k9oA3o6cB821oA3e6cB7choA3vycB7ztoA3gecB74poA3vycB7k9oA3o6cB7k9oA3vycB7choA3vycB7choA43qcB7choA3o6cB7k9oA3o6cB7k9oA3vycB7choA3vycB7choA3vycB7choA3vycB7ztoA38mcB
America/Scoresbysund:GL|<-02>2<-01>,M3.5.0/-1,M10.5.0/0|25|-60 0 -120|2mhoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40Ab8g0C
America/St_Johns:CA|NST3:30NDT,M3.2.0,M11.1.0|12|-210 -150|2udvB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7chnA
America/Tegucigalpa:HN|CST6||-360 -300|1zju0B2u6cA
America/Tijuana:MX|PST8PDT,M3.2.0,M11.1.0|10|-480 -420|2uooB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA
America/Vancouver:CA|MST7||-480 -420|2uooB6hacA4r5oB6hacA4yxoB69icA4yxoB69icA4yxoB6hacA4r5oB6hacA4r5oB6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB
America/Winnipeg:CA|EST5||-360 -300|2ulcB6hc0A4r40B6hc0A4yw0B69k0A4yw0B69k0A4yw0B6hc0A4r40B6hc0A4r40B6hacA43toB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA43toB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB7cecA3w1oB
Antarctica/Casey:AQ|<+08>-8||480 660|32fa0B4970Ail10B3lycA1glacBfl5oA6hh0B4ypcA67h0B4t70A6hc1B4yqzA69p1B4yqzA69p1B4vjzA
Antarctica/Davis:AQ|<+07>-7||420 300|32fboB4g1oAie6cB3m1oA
Antarctica/DumontDUrville:AQ Pacific/Chuuk:FM Pacific/Port_Moresby:PG|<+10>-10||600|
Antarctica/Macquarie:AU|AEST-10AEDT,M10.1.0,M4.1.0/3|11|660 600|2m2oB4r40A6hc0B61s0A5eg0B5u00A5eg0B5u00A5eg0B5u00A5eg0B5u00A5m80B5m80A5eg0B61s0A5m80B5m80A5m80B5m80A
Antarctica/Mawson:AQ|<+05>-5||360 300|32fdcB
Antarctica/McMurdo:AQ Pacific/Auckland:NZ|NZST-12NZDT,M9.5.0,M4.1.0/3|8|780 720|2e7cB61s0A56o0B69k0A4yw0B69k0A4yw0B69k0A56o0B61s0A56o0B61s0A56o0B61s0A56o0B61s0A
Antarctica/Syowa:AQ Asia/Aden:YE Asia/Bahrain:BH Asia/Kuwait:KW Asia/Qatar:QA Asia/Riyadh:SA|<+03>-3||180|
Antarctica/Troll:AQ|<+00>0<+02>-2,M3.5.0/1,M10.5.0/3|5|0|
Antarctica/Vostok:AQ|<+05>-5||420 300|7i47oB
Asia/Almaty:KZ|<+05>-5||360 420 300|2m9cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A61xgoC
Asia/Amman:JO|<+03>-3||120 180|2qsoB5nc0A5l40B5nc0A5m80B5m80A5m80B6hc0A4r40B69k0A56o0B5m80A5m80B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40BjfycA30xoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A3o80B
Asia/Anadyr:RU Asia/Kamchatka:RU|<+12>-12||720 780 660|2lzcB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0Abg9oC4jc0A
Asia/Aqtau:KZ Asia/Atyrau:KZ Asia/Oral:KZ|<+05>-5||240 300|2mcoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B
Asia/Aqtobe:KZ|<+05>-5||300 360|2mb0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A
Asia/Ashgabat:TM Asia/Dushanbe:TJ Asia/Samarkand:UZ Asia/Tashkent:UZ Indian/Kerguelen:TF Indian/Maldives:MV|<+05>-5||300|
Asia/Baghdad:IQ|<+03>-3||180 240|2t40B5nc0A5m80B5nc0A5m80B5nc0A5m80B5nc0A5nc0B5nc0A5m80B5nc0A5m80B5nc0A5m80B5nc0A
Asia/Baku:AZ|<+04>-4||240 300|2mg0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6hc0A
Asia/Bangkok:TH Asia/Ho_Chi_Minh:VN Asia/Phnom_Penh:KH Asia/Vientiane:LA Indian/Christmas:CX|<+07>-7||420|
Asia/Barnaul:RU|<+07>-7||360 420|2m9cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecAfzloB
Asia/Beirut:LB|EET-2EEST,M3.5.0/0,M10.5.0/0|0|120|
Asia/Bishkek:KG|<+06>-6||300 360|2mbuB6p2cA4jdoB6p2cA4r5oB6hacA4r5oB6hacA4r5oB6p2cA4jdoB
Asia/Brunei:BN Asia/Kuala_Lumpur:MY Asia/Kuching:MY Asia/Singapore:SG|<+08>-8||480|
Asia/Chita:RU|<+09>-9||540 600 480|2m4cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecCfzncA
Asia/Colombo:LK|<+0530>-5:30||360 330|1yuuuB
Asia/Damascus:SY|<+03>-3||120 180|2t0oB5nacA5m9oB5nacA5m9oB5nacA5m9oB5nacA5ndoB5nacA5m9oB5nacA5m9oB5dacA5u1oB6p2cA4r5oB6iecA4i9oB6p2cA4r5oB6hacA4r5oB6hacA4r5oB6hacA4r5oB6hacA4r5oB6p2cA4jdoB6p2cA4jdoB6p2cA4r5oB6hacA4r5oB6hacA4r5oB6hacA4r5oB6p2cA4jdoB6p2cA4jdoB
Asia/Dhaka:BD|<+06>-6||360 420|2ypwcB60o0A
Asia/Dili:TL|<+09>-9||480 540|80ioB
Asia/Dubai:AE Asia/Muscat:OM Indian/Mahe:SC Indian/Reunion:RE|<+04>-4||240|
Asia/Famagusta:CY|EET-2EEST,M3.5.0/3,M10.5.0/4|18|120 180|2mhoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6hc0A4r40Bhxk0A
Asia/Gaza:PS|EET-2EEST,M3.4.4/50,M10.4.4/50|38|120 180|3f8oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB56o0A61s0B5b5oA5iucB5dacA5w9oB53doA62ucB4r2cA6hdoB4yw0A6ao1B486bA76xpB3ribA7gxoB5eg0A5u00B5m6cA5m9oB6hacA4s9oB6g80A4s9oB6p2cA4jdoB6p2cA4jdoB6p2cA4q00B6iecA4r5oB6hc0A4r40B6o00A4lk0B6o1oA5m9oB5m6cA5ehoB5tycA56poB61qcA4r5oB6hacA4r5oB6p2cA4jdoB6p2cA4jdoB6p2cA4r5oB6hacA4r5oB6hacA4r5oB6p2cA4jdoB6p2cA4jdoB6p2cA4jdoB6p2cA4r5oB69icA4yxoB61qcA
Asia/Hebron:PS|EET-2EEST,M3.4.4/50,M10.4.4/50|38|120 180|3f8oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB56o0A61s0B5b5oA5iucB5dacA5w9oB53doA62ucB4uecA6e1oB4yw0A69k0B49acA76xpB3ribAw9oByecA5m9oB5eg0A5u00B5m6cA5m9oB6hacA4s9oB6g80A4s9oB6p2cA4jdoB6p2cA4jdoB6p2cA4q00B6iecA4r5oB6hc0A4r40B6o00A4lk0B6o1oA5m9oB5m6cA5ehoB5tycA56poB61qcA4r5oB6hacA4r5oB6p2cA4jdoB6p2cA4jdoB6p2cA4r5oB6hacA4r5oB6hacA4r5oB6p2cA4jdoB6p2cA4jdoB6p2cA4jdoB6p2cA4r5oB69icA4yxoB61qcA
Asia/Hong_Kong:HK|HKT-8||480|
Asia/Hovd:MN|<+07>-7||420 480|ewfoB4r2cA5m9oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB5tycA2nploB5m30A5md0B5m30A
Asia/Irkutsk:RU|<+08>-8||480 540|2m60B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Jakarta:ID Asia/Pontianak:ID|WIB-7||420|
Asia/Jayapura:ID|WIT-9||540|
Asia/Jerusalem:IL|IST-2IDT,M3.4.4/26,M10.5.0|13|120 180|37k0B5ecoA5ploB56mcA5qpoB5xacA5b5oB5tycA5rtoB56mcA5wbcB5w6cA5c9oB5oecA5k1oB58ucA5zloB5w6cA5c9oB5oecA5k1oB58ucA67doB5oecA5k1oB5gmcA
Asia/Kabul:AF|<+0430>-4:30||270|
Asia/Karachi:PK|PKT-5||300 360|pinoB5m6cA1rqhoB4pycA53doB666cA
Asia/Kathmandu:NP|<+0545>-5:45||345|
Asia/Khandyga:RU|<+09>-9||540 600 660|2m4cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A22coB2opoC6p40B4jc0C6p40B4jc0C6p40B4jc0C6p40B4r40C6hc0B4r40C6hc0B4r40C6p40B4jc0C58r0Bz5p0A
Asia/Kolkata:IN|IST-5:30||330|
Asia/Krasnoyarsk:RU|<+07>-7||420 480|2m7oB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Macau:MO Asia/Shanghai:CN Asia/Taipei:TW|CST-8||480|
Asia/Magadan:RU|<+11>-11||660 720 600|2m10B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecCgurcA
Asia/Makassar:ID|WITA-8||480|
Asia/Manila:PH|PST-8||480|
Asia/Nicosia:CY Europe/Athens:GR Europe/Bucharest:RO Europe/Helsinki:FI Europe/Kyiv:UA Europe/Mariehamn:AX Europe/Sofia:BG|EET-2EEST,M3.5.0/3,M10.5.0/4|0|120|
Asia/Novokuznetsk:RU|<+07>-7||420 480 360|2m7oB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0Abg9oC4jc0A
Asia/Novosibirsk:RU|<+07>-7||360 420|2m9cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecAjntoB
Asia/Omsk:RU|<+06>-6||360 420|2m9cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Pyongyang:KP|KST-9||540 510|4w2h0Buog0A
Asia/Qostanay:KZ|<+05>-5||300 360|2mb0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B68mj0A
Asia/Qyzylorda:KZ|<+05>-5||300 360|2mb0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B4m2r0A
Asia/Sakhalin:RU|<+11>-11||600 660|2m2oB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecAfzloB
Asia/Seoul:KR|KST-9||540|
Asia/Srednekolymsk:RU|<+11>-11||660 720|2m10B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Tbilisi:GE|<+04>-4||240 300 180|2m9cB6p2cA4jdoB6p2cA4r5oB6hacA4r5oB6hacA4r5oB2t2cA3w6oC4jc0A
Asia/Tehran:IR|<+0330>-3:30||210 270|2gq6B5oecA5m9oB5oecA5l5oB5oecA5l5oB5oecA5l5oB5oecA5m9oB5oecAs49oB5oecA5m9oB5oecA5l5oB5oecA5l5oB5oecA5l5oB5oecA5m9oB5oecA5l5oB5oecA5l5oB5oecA5l5oB5oecA5m9oB5oecA5l5oB5oecA5l5oB5oecA5l5oB5oecA5m9oB5oecA5l5oB5oecA
Asia/Thimphu:BT Asia/Urumqi:CN Indian/Chagos:IO|<+06>-6||360|
Asia/Tokyo:JP|JST-9||540|
Asia/Tomsk:RU|<+07>-7||420 480 360|2m7oB6p40A4jc0B6p40A4r40Byg0A5ixoC4r40A6hc0C4r40A6p40C4jc0A6p40C4jc0A6p40C4jc0A6p40C4r40A6hc0C4r40A6hc0C4r40A6p40C4jc0A14eecChxloA
Asia/Ulaanbaatar:MN|<+08>-8||480 540|ewe0B4r2cA5m9oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB5m6cA5m9oB5tycA2nploB5m30A5md0B5m30A
Asia/Ust-Nera:RU|<+10>-10||660 720 600|2m10B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B58r0Az5p0C
Asia/Vladivostok:RU|<+10>-10||600 660|2m2oB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Yakutsk:RU|<+09>-9||540 600|2m4cB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Yangon:MM Indian/Cocos:CC|<+0630>-6:30||390|
Asia/Yekaterinburg:RU|<+05>-5||300 360|2mb0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Asia/Yerevan:AM|<+04>-4||240 300|2mcoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A
Atlantic/Azores:PT|<-01>1<+00>,M3.5.0/0,M10.5.0/1|0|-60|
Atlantic/Canary:ES Atlantic/Faroe:FO Atlantic/Madeira:PT Europe/Lisbon:PT|WET0WEST,M3.5.0/1,M10.5.0|0|0|
Atlantic/Cape_Verde:CV|<-01>1||-60|
Atlantic/South_Georgia:GS|<-02>2||-120|
Atlantic/Stanley:FK|<-03>3||-180 -240|39x0B4jdoA6p5oB4bloA74mcB43toA74mcB4bloA6wucB4bloA6wucB4bloA6wucB4bloA6wucB4bloA74mcB4bloA6wucB4bloA6wucB4bloA
Australia/Adelaide:AU Australia/Broken_Hill:AU|ACST-9:30ACDT,M10.1.0,M4.1.0/3|8|630 570|2m3iB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4r40B6hc0A4jc0B6p40A
Australia/Brisbane:AU Australia/Lindeman:AU|AEST-10||600|
Australia/Darwin:AU|ACST-9:30||570|
Australia/Eucla:AU|<+0845>-8:45||525 585|260krB3gg0A6p40B4r40A6hc0B4r40A
Australia/Hobart:AU|AEST-10AEDT,M10.1.0,M4.1.0/3|8|660 600|2m2oB4r40A6hc0B61s0A5eg0B5u00A5eg0B5u00A5eg0B5u00A5eg0B5u00A5m80B5m80A5eg0B61s0A
Australia/Lord_Howe:AU|<+1030>-10:30<+11>-11,M10.1.0,M4.1.0|8|660 630|2m10B4r4uA6hb6B6p4uA4r36B6hcuA4r36B6hcuA4r36B6p4uA4jb6B6p4uA4r36B6hcuA4jb6B6p4uA
Australia/Melbourne:AU Australia/Sydney:AU|AEST-10AEDT,M10.1.0,M4.1.0/3|8|660 600|2m2oB4r40A6hc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4r40B6hc0A4jc0B6p40A
Australia/Perth:AU|AWST-8||480 540|260m0B3gg0A6p40B4r40A6hc0B4r40A
Europe/Astrakhan:RU Europe/Ulyanovsk:RU|<+04>-4||180 240|2mecB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecAfzloB
Europe/Chisinau:MD|EET-2EEST,M3.5.0/3,M10.5.0/4|22|120 180|2mg0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A
Europe/Dublin:IE|IST-1GMT0,M10.5.0,M3.5.0/1|0|0|
Europe/Guernsey:GG Europe/Isle_of_Man:IM Europe/Jersey:JE Europe/London:GB|GMT0BST,M3.5.0/1,M10.5.0|0|0|
Europe/Istanbul:TR|<+03>-3||120 180|2mecB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jfcB6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4kg0B6o00A4jc0B6p40A4r40B6hc0A4s80B6g80A4r40B6ww0A4bk0B
Europe/Kaliningrad:RU|EET-2||120 180|2mg0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Europe/Kirov:RU Europe/Moscow:RU|MSK-3||180 240|2mecB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA
Europe/Minsk:BY|<+03>-3||120 180|2mg0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B
Europe/Riga:LV|EET-2EEST,M3.5.0/3,M10.5.0/4|1|120|
Europe/Samara:RU|<+04>-4||240 300 180|2mcoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0Abg9oC4jc0A
Europe/Saratov:RU|<+04>-4||180 240|2mecB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecAnrloB
Europe/Simferopol:UA|MSK-3||120 180 240|2mhoB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r2cC6h8oB
Europe/Tallinn:EE|EET-2EEST,M3.5.0/3,M10.5.0/4|2|120|
Europe/Vilnius:LT|EET-2EEST,M3.5.0/3,M10.5.0/4|3|120|
Europe/Volgograd:RU|MSK-3||180 240|2mecB6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B6p40A4jc0B6p40A4jc0B6p40A4r40B6hc0A4r40B6hc0A4r40B6p40A4jc0B14eecA195loBoeucA
Indian/Mauritius:MU|<+04>-4||240 300|2resoB4r2cA
Pacific/Apia:WS|<+13>-13||-660 -600 840 780|3d16cB5t10A5eg0B2zlcC2ueoD5m80C5u00D5eg0C5u00D5eg0C5u00D5eg0C5u00D5eg0C5u00D5eg0C5u00D5m80C5u00D5eg0C5u00D5eg0C5u00D
Pacific/Bougainville:PG|<+11>-11||600 660|4oyyoB
Pacific/Chatham:NZ|<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45|8|825 765|2e7cB61s0A56o0B69k0A4yw0B69k0A4yw0B69k0A56o0B61s0A56o0B61s0A56o0B61s0A56o0B61s0A
Pacific/Easter:CL|<-06>6<-05>,M9.1.6/22,M4.1.6/22|23|-300 -360|2710B6p5oA4jacB6p5oA4jacB6p5oA4jacB6p5oA4r2cB6hdoA4r2cB6hdoA4r2cB6p5oA4jacB6p5oA56mcB61toA4r2cB6hdoA5eecB5u1oA6hacB38poA7rycB3w1oA7cecB43toA74mcB43toAj0ecB2t5oA8facB2t5oA8facB2t5oA7cecB4r5oA6hacB4r5oA6hacB4r5oA6hacB4yxoA
Pacific/Efate:VU Pacific/Guadalcanal:SB Pacific/Kosrae:FM Pacific/Noumea:NC Pacific/Pohnpei:FM|<+11>-11||660|
Pacific/Fakaofo:TK|<+13>-13||-660 780|3r8acB
Pacific/Fiji:FJ|<+12>-12||780 720|1qvcB31yw0A3o80B6hc0A43s0B74o0A2t40B8fc0A2t40B8n40A2lacB8uxoA2dk0B8uw0A2dk0B92o0A25s0B92o0A25s0B92o0A25s0B9ag0A1y00Bal40Av40B
Pacific/Funafuti:TV Pacific/Kwajalein:MH Pacific/Majuro:MH Pacific/Nauru:NR Pacific/Tarawa:KI Pacific/Wake:UM Pacific/Wallis:WF|<+12>-12||720|
Pacific/Galapagos:EC|<-06>6||-360|
Pacific/Gambier:PF|<-09>9||-540|
Pacific/Guam:GU Pacific/Saipan:MP|ChST-10||600|
Pacific/Honolulu:US|HST10||-600|
Pacific/Kanton:KI|<+13>-13||780|
Pacific/Kiritimati:KI|<+14>-14||840|
Pacific/Marquesas:PF|<-0930>9:30||-570|
Pacific/Midway:UM Pacific/Pago_Pago:AS|SST11||-660|
Pacific/Niue:NU|<-11>11||-660|
Pacific/Norfolk:NF|<+11>-11<+12>,M10.1.0,M4.1.0/3|20|690 660 720|4xm06B195kuC
Pacific/Palau:PW|<+09>-9||540|
Pacific/Pitcairn:PN|<-08>8||-480|
Pacific/Rarotonga:CK Pacific/Tahiti:PF|<-10>10||-600|
Pacific/Tongatapu:TO|<+13>-13||840 780|2e5oB74o0A2lacB8n5oA2lacB4mkpoA25s0B`,
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
