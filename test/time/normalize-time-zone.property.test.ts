import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getZone, listTimeZones, normalizeTimeZone } from '../../src/time/index.ts'

const zone = fc.constantFrom(...listTimeZones())

/** Links as CLDR lists them beside the primary names. */
const { keyword } = createRequire(import.meta.url)('cldr-bcp47/bcp47/timezone.json') as {
  readonly keyword: { readonly u: { readonly tz: Readonly<Record<string, { readonly _alias?: string }>> } }
}
const names = Object.values(keyword.u.tz)
  .flatMap(({ _alias: aliases }) => aliases?.split(' ') ?? [])
  .filter((name) => name !== 'Etc/Unknown' && name !== 'Factory')

describe('normalizeTimeZone', () => {
  it('reads every name and link of IANA, whatever transport made of it', () => {
    expect(names.length).toBeGreaterThan(590)
    const transports: readonly ((name: string) => string)[] = [
      (name) => name,
      encodeURIComponent,
      JSON.stringify,
      (name) => JSON.stringify(JSON.stringify(name)),
      (name) => `\u201c${name}\u201d`,
      (name) => `[${name}]`,
      (name) => `<${name}>`,
      (name) => `(${name})`,
      (name) => `${name};`,
      (name) => `;TZID="${name}"`,
      (name) => `TZ=:${name}`,
      (name) => name.replaceAll('_', '\\_'),
      (name) => name.replaceAll('_', '+'),
      (name) => name.replaceAll('_', '  '),
      (name) => name.replaceAll('/', '&#47;'),
      (name) => name.replaceAll('/', '&#x2f;'),
      (name) => name.replaceAll('/', '\\u002F'),
      (name) => name.replaceAll('-', '\u2212'),
      (name) => `/freeassociation.sourceforge.net/Tzfile/${name}`,
      (name) => `tzone://Microsoft/${name}`,
      (name) => `posix/${name}`,
    ]
    for (const name of names) {
      for (const transport of transports) {
        const label = transport(name)
        expect([label, normalizeTimeZone(label)]).toEqual([label, expect.objectContaining({ zone: getZone(name).id })])
      }
    }
  })

  it('sees through case, quotes, blanks and escapes around any IANA name', () => {
    const noise = fc.constantFrom<(name: string) => string>(
      (name) => name.toUpperCase(),
      (name) => name.toLowerCase(),
      (name) => `"${name}"`,
      (name) => `'${name}'`,
      (name) => ` ${name}\n`,
      (name) => name.replaceAll('/', '\\/'),
      (name) => name.replaceAll('/', '%2F'),
      (name) => name.replaceAll('/', ' / '),
      (name) => name.replaceAll('_', ' '),
      (name) => `/example.org/20260101_1/${name}`,
      (name) => `TZID=${name}`,
      (name) => `(UTC) ${name}`,
      (name) => `\u200b${name}\ufeff`,
    )
    fc.assert(
      fc.property(zone, noise, noise, (name, inner, outer) => {
        expect(normalizeTimeZone(inner(name))).toMatchObject({ kind: 'resolved', zone: name })
        if (inner(name) === ` ${name}\n` || /^["']/.test(outer(name))) {
          expect(normalizeTimeZone(outer(inner(name)))).toMatchObject({ kind: 'resolved', zone: name })
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('takes its own answers back unchanged', () => {
    for (const name of listTimeZones()) {
      const result = normalizeTimeZone(name)
      expect([name, result]).toEqual([
        name,
        expect.objectContaining({ zone: name, method: 'iana', confidence: 'exact' }),
      ])
      expect(result).toMatchObject({ warnings: [], candidates: [] })
    }
  })

  it('answers anything with a zone that exists or with a refusal, and the same way each time', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      'UTC',
      'GMT',
      '+',
      '-',
      '05',
      ':',
      '30',
      ' ',
      '/',
      'US',
      'Time',
      ',',
      'M3.2.0',
      'EST',
      'EDT',
      '5',
      '"',
      '\\',
    )
    const label = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
    )
    const country = fc.option(fc.string({ minLength: 2, maxLength: 2 }), { nil: undefined })
    fc.assert(
      fc.property(label, country, (text, code) => {
        const options = code === undefined ? {} : { country: code }
        const result = normalizeTimeZone(text, options)
        if (result.kind === 'resolved') expect(getZone(result.zone).id).toBe(result.zone)
        for (const candidate of result.candidates) expect(getZone(candidate).id).toBe(candidate)
        expect(normalizeTimeZone(text, options)).toEqual(result)
      }),
      { numRuns: 5_000 },
    )
  })

  it('turns every whole offset round into the zone that keeps it', () => {
    for (let hours = -12; hours <= 14; hours++) {
      const sign = hours < 0 ? '-' : '+'
      const two = String(Math.abs(hours)).padStart(2, '0')
      const spellings = [
        `${sign}${two}`,
        `${sign}${two}:00`,
        `${sign}${two}00`,
        `UTC${sign}${Math.abs(hours)}`,
        `(GMT${sign}${two}:00)`,
      ]
      for (const label of spellings) {
        const result = normalizeTimeZone(label)
        expect([label, result.kind === 'resolved' && getZone(result.zone).offsetMsAt(0)]).toEqual([
          label,
          hours * 3_600_000,
        ])
      }
    }
  })
})
