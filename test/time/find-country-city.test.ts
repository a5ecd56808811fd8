import { createRequire } from 'node:module'
import { afterEach, describe, expect, it } from 'vitest'
import { injectTzdb, listTimeZones, normalizeTimeZone } from '../../src/time/index.ts'

/** CLDR's short ids begin with the country of the zone, except these: they are no such ids, or older than the country's code. */
const countryOf: ReadonlyMap<string, string> = new Map([
  ['ancur', 'CW'],
  ['fimhq', 'AX'],
  ['gazastrp', 'PS'],
  ['gpmsb', 'MF'],
  ['gpsbh', 'BL'],
  ['hebron', 'PS'],
  ['jeruslm', 'IL'],
])
const { keyword } = createRequire(import.meta.url)('cldr-bcp47/bcp47/timezone.json') as {
  readonly keyword: { readonly u: { readonly tz: Readonly<Record<string, { readonly _alias?: string }>> } }
}

describe('a country and a city', () => {
  afterEach(() => injectTzdb(null))

  it('mean every zone by its names with its own country, and with no other', () => {
    const primaries = new Set(listTimeZones())
    let count = 0
    for (const [id, { _alias: aliases = '' }] of Object.entries(keyword.u.tz)) {
      const names = aliases.split(' ').filter((name) => /^[A-Z][a-z]+\/.*[a-z]/.test(name) && !name.startsWith('Etc/'))
      const zone = names.find((name) => primaries.has(name))
      if (zone === undefined) continue
      const country = countryOf.get(id) ?? id.slice(0, 2).toUpperCase()
      for (const name of names) {
        const ways = [name.slice(name.indexOf('/') + 1), name.slice(name.lastIndexOf('/') + 1).replaceAll('_', ' ')]
        for (const city of ways) {
          const label = `${country}/${city}`
          expect([label, normalizeTimeZone(label)]).toEqual([
            label,
            expect.objectContaining({ zone, method: 'country-city', confidence: 'alias', warnings: [] }),
          ])
          expect([city, normalizeTimeZone(`QQ/${city}`).kind]).toEqual([city, 'refused'])
          count++
        }
      }
    }
    expect(count).toBeGreaterThan(1000)
  })

  it('mean none by names that are no places', () => {
    for (const label of ['CU/Cuba', 'JP/Japan', 'PA/EST', 'GB/GB-Eire', 'US/EST5EDT']) {
      expect(normalizeTimeZone(label)).toMatchObject({ kind: 'refused', code: 'unknown' })
    }
  })

  it('are refused with the zones of the country where these are few enough to read', () => {
    expect(normalizeTimeZone('AR/Patagonia').candidates).toHaveLength(12)
    expect(normalizeTimeZone('BR/Patagonia').candidates).toEqual([])
    const cities = [...'ABCDEFGHIJKLM'].map((letter) => `America/${letter}ville:AR`).join(' ')
    injectTzdb({ version: '2031b', zones: `${cities}|<-03>3||-180|`, links: '' })
    expect(normalizeTimeZone('AR/Patagonia')).toMatchObject({
      message: expect.stringContaining('AR has no zone'),
      candidates: [],
    })
  })

  it('are refused where two zones of the country have this name, and the name alone too', () => {
    const zones =
      'America/Springfield:US America/Ohio/Springfield:US America/Dover:US|EST5||-300|\nEurope/Dover:GB|GMT0||0|'
    injectTzdb({ version: '2031b', zones, links: '' })
    const candidates = ['America/Springfield', 'America/Ohio/Springfield']
    for (const label of ['US/Springfield', 'Springfield']) {
      expect(normalizeTimeZone(label)).toMatchObject({ kind: 'refused', code: 'ambiguous', candidates })
      expect(normalizeTimeZone(label, { country: 'US' })).toMatchObject({ code: 'ambiguous', candidates })
    }
    expect(normalizeTimeZone('US/Ohio/Springfield')).toMatchObject({ zone: 'America/Ohio/Springfield' })
    expect(normalizeTimeZone('US/Dover')).toMatchObject({ zone: 'America/Dover', confidence: 'alias' })
    expect(normalizeTimeZone('Dover', { country: 'GB' })).toMatchObject({
      zone: 'Europe/Dover',
      confidence: 'inferred',
    })
    expect(normalizeTimeZone('Dover')).toMatchObject({ candidates: ['America/Dover', 'Europe/Dover'] })
    expect(normalizeTimeZone('Dover', { country: 'FR' })).toMatchObject({ code: 'ambiguous' })
  })

  it('read the code in any case, with blanks, and the one that people use for the United Kingdom', () => {
    for (const label of ['uk/london', 'UK/London', 'gb/London']) {
      expect(normalizeTimeZone(label)).toMatchObject({ zone: 'Europe/London' })
    }
    for (const country of [' us\n', 'Us']) {
      expect(normalizeTimeZone('Los Angeles', { country })).toMatchObject({ method: 'country-city' })
    }
    expect(normalizeTimeZone('Los Angeles', { country: 'U5' })).toMatchObject({ confidence: 'guess' })
  })

  it('leave the bare name of a city to be a guess where no country was given, and none in another', () => {
    expect(normalizeTimeZone('Los Angeles')).toMatchObject({ method: 'cldr-name', warnings: ['city-name'] })
    expect(normalizeTimeZone('Los Angeles', { country: 'FR' })).toMatchObject({
      code: 'unknown',
      message: expect.stringContaining('not in FR'),
      candidates: ['America/Los_Angeles'],
    })
  })
})
