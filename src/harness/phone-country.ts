/**
 * Countries in which Harness on-call sends SMS and calls by default, ISO 3166 alpha-2. The list changed several times and differs by
 * account, so pass your own where you know better.
 */
export const defaultPhoneCountries: readonly string[] = [
  'AR',
  'BR',
  'CA',
  'CR',
  'CY',
  'DK',
  'GB',
  'IL',
  'IN',
  'MD',
  'MX',
  'NL',
  'RO',
  'RS',
  'SI',
  'US',
]

/** Country calling codes (ITU E.164) of countries that have one for themselves; +1 and +44 are shared and handled apart. */
const callingCodes: readonly (readonly [string, string])[] = (
  '30GR 31NL 32BE 33FR 34ES 351PT 352LU 353IE 354IS 356MT 357CY 358FI 359BG 36HU 370LT 371LV 372EE 373MD 380UA 381RS 382ME ' +
  '385HR 386SI 387BA 389MK 39IT 40RO 41CH 420CZ 421SK 423LI 43AT 45DK 46SE 47NO 48PL 49DE 51PE 52MX 53CU 54AR 55BR 56CL 57CO ' +
  '58VE 502GT 503SV 504HN 505NI 506CR 507PA 591BO 593EC 595PY 598UY 20EG 212MA 213DZ 216TN 27ZA 234NG 254KE 60MY 61AU 62ID ' +
  '63PH 64NZ 65SG 66TH 81JP 82KR 84VN 852HK 853MO 86CN 880BD 886TW 90TR 91IN 92PK 94LK 961LB 962JO 965KW 966SA 968OM 971AE ' +
  '972IL 973BH 974QA'
)
  .split(' ')
  .map((entry) => [entry.slice(0, -2), entry.slice(-2)] as const)

/** Area codes of the North American plan that are Canada's; the rest of +1 is taken as the United States unless listed below. */
const canadianAreas: ReadonlySet<string> = new Set(
  (
    '204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 460 468 474 506 514 519 548 579 ' +
    '581 584 587 600 604 613 622 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942'
  ).split(' '),
)

/** Area codes of the North American plan outside of the United States and Canada. */
const caribbeanAreas: ReadonlySet<string> = new Set(
  '242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876'.split(' '),
)

/** Country of a number in E.164 (`+12505550143`, `;ext=` and punctuation ignored); `null` when it is not one or is not known. */
export function phoneCountry(number: string): string | null {
  const digits = number.replace(/;.*$/, '').replaceAll(/[\s().-]/g, '')
  if (!/^\+[1-9][0-9]{6,14}$/.test(digits)) return null
  const national = digits.slice(1)
  if (national.startsWith('1')) {
    const area = national.slice(1, 4)
    if (caribbeanAreas.has(area)) return null
    return canadianAreas.has(area) ? 'CA' : 'US'
  }
  // The Channel Islands and the Isle of Man share +44; messages there are billed and routed as the United Kingdom's.
  if (national.startsWith('44')) return 'GB'
  return callingCodes.find(([code]) => national.startsWith(code))?.[1] ?? null
}

/** Whether on-call can call or text the number; a number whose country is unknown cannot be promised anything. */
export function isPhoneSupported(number: string, countries: Iterable<string> = defaultPhoneCountries): boolean {
  const country = phoneCountry(number)
  return country !== null && new Set(countries).has(country)
}
