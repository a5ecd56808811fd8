/**
 * What labels other than IANA names mean, in compact text, as `scripts/zones/generate.ts` writes it: one entry a line, `|` between
 * its parts, `;` inside a part.
 *
 * `windows`: id, display names, zone, then `CC zone` for each country in which the id means another zone.
 * `historic` and `rails`: zone, names; an empty name is the last part of the zone's own name.
 * `cldr`: zones (with a blank between where the name stands for several), names, countries as in `windows`. A name `Acre *` is
 * short for "Acre Time", "Acre Standard Time" and "Acre Summer Time", `Central +` the same with "Daylight".
 * `cities`: zone, English names of its city where that is not the last part of the zone's own name.
 * `abbreviations`: the abbreviation and its zones, the likeliest first; `!` before those that must not be guessed,
 * `@` before those that only Java has.
 */
export interface LabelData {
  readonly windows: string
  readonly historic: string
  readonly rails: string
  readonly cldr: string
  readonly cities: string
  readonly abbreviations: string
}
