import { normalizeTimeZone, type NormalizeTimeZoneOptions, type TimeZoneResult } from '../time/index.ts'
import { approximated, dropped, type MappingIssue } from './mapping-issue.ts'
import { readText } from './read-wire.ts'

/** What tells which zone a label means. */
export interface ZoneHints {
  readonly timeZones?: NormalizeTimeZoneOptions | undefined
  /** ISO 3166 alpha-2. */
  readonly country?: string
}

/** The IANA zone of a label, as `normalizeTimeZone` reads it; `null` where there is no label. */
export function resolveZone(
  label: unknown,
  options: NormalizeTimeZoneOptions = {},
  country?: string,
): TimeZoneResult | null {
  const text = readText(label)
  if (text === null) return null
  return normalizeTimeZone(text, country === undefined ? options : { country, ...options })
}

/** The IANA zone of a label, for a value with that path; `null` where there is none. What was refused or guessed is an issue. */
export function readZone(
  label: unknown,
  { timeZones, country }: ZoneHints,
  code: string,
  path: string,
  issues: MappingIssue[],
): string | null {
  const zone = resolveZone(label, timeZones, country)
  if (zone?.kind === 'refused') issues.push(dropped(code, path, zone.message))
  if (zone?.kind !== 'resolved') return null
  if (zone.confidence === 'guess') issues.push(approximated(code, path, `Taken for ${zone.zone}.`))
  return zone.zone
}

/** Alpha-2 code of a site's country, which comes as alpha-3; `undefined` for a country that needs no narrowing or is not known. */
export function siteCountry(country: unknown): string | undefined {
  const code = (readText(country) ?? '').toUpperCase()
  return code.length === 2 ? code : alpha2.get(code)
}

const alpha2: ReadonlyMap<string, string> = new Map(
  (
    'ARG AR AUS AU AUT AT BEL BE BGR BG BRA BR CAN CA CHE CH CHL CL CHN CN COL CO CRI CR CYP CY CZE CZ DEU DE DNK DK EGY EG ESP ES ' +
    'EST EE FIN FI FRA FR GBR GB GRC GR HKG HK HRV HR HUN HU IDN ID IND IN IRL IE ISL IS ISR IL ITA IT JPN JP KEN KE KOR KR LTU LT ' +
    'LUX LU LVA LV MEX MX MYS MY NGA NG NLD NL NOR NO NZL NZ PAK PK PER PE PHL PH POL PL PRT PT ROU RO RUS RU SAU SA SGP SG SRB RS ' +
    'SVK SK SVN SI SWE SE THA TH TUR TR TWN TW UKR UA USA US VNM VN ZAF ZA ARE AE MDA MD'
  )
    .match(/[A-Z]{3} [A-Z]{2}/g)
    ?.map((pair) => [pair.slice(0, 3), pair.slice(4)] as const),
)
