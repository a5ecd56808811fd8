import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import {
  compareTzdb,
  formatInstant,
  getZone,
  injectTzdb,
  nextTransitions,
  normalizeTimeZone,
  type TzdbData,
  tzdbVersion,
  UnknownTimeZoneError,
  wallToEpochMs,
} from '../../src/time/index.ts'
import { bundledTzdb } from '../../src/time/data/tzdb.ts'

/** Berlin without summer time, and a zone of the future: what nobody else has. */
const invented: TzdbData = {
  version: '2031b',
  zones: 'Europe/Berlin:DE Europe/Atlantis:DE|CET-1||60|\nAmerica/New_York:US|EST5EDT,M3.2.0,M11.1.0|1970|-300|',
  links: 'Europe/Atlantis Europe/Thule ~Europe/Old_Atlantis',
}

afterEach(() => injectTzdb(null))

describe('tzdbVersion', () => {
  it('is the release that came with the package, or a newer one of the host', () => {
    expect(tzdbVersion() >= '2026f').toBe(true)
    expect(tzdbVersion() >= (process.versions['tz'] ?? '')).toBe(true)
  })
})

describe('injectTzdb', () => {
  it('replaces clocks, names and version, and takes them back', () => {
    const summer = () => formatInstant(wallToEpochMs('2026-07-01T09:00', 'Europe/Berlin'))
    expect(summer()).toBe('2026-07-01T07:00:00Z')
    injectTzdb(invented)
    expect(tzdbVersion()).toBe('2031b')
    expect(summer()).toBe('2026-07-01T08:00:00Z')
    expect(getZone('Europe/Thule').id).toBe('Europe/Atlantis')
    expect(normalizeTimeZone('DE/Atlantis')).toMatchObject({ zone: 'Europe/Atlantis' })
    expect(normalizeTimeZone('europe/atlantis', { spelling: 'legacy' })).toMatchObject({ zone: 'Europe/Old_Atlantis' })
    injectTzdb(null)
    expect(summer()).toBe('2026-07-01T07:00:00Z')
    expect(normalizeTimeZone('DE/Atlantis')).toMatchObject({ kind: 'refused' })
  })

  it('takes rules by the day of the year, with the leap day counted (0 to 365) and not (J1 to J365)', () => {
    const days = 'Europe/Julian|AAA0BBB,J60/0,J300/1|1970|0|\nEurope/Counted|AAA0BBB,59/0,299/1|1970|0|'
    injectTzdb({ version: '2031b', zones: days, links: '' })
    const spring = (zone: string, year: number) =>
      formatInstant(nextTransitions(zone, Date.UTC(year, 0, 1), 1)[0]?.at ?? 0).slice(5, 10)
    expect([2026, 2028].map((year) => spring('Europe/Julian', year))).toEqual(['03-01', '03-01'])
    expect([2026, 2028].map((year) => spring('Europe/Counted', year))).toEqual(['03-01', '02-29'])
    expect(formatInstant(nextTransitions('Europe/Julian', Date.UTC(2027, 5, 1), 1)[0]?.at ?? 0)).toBe(
      '2027-10-27T00:00:00Z',
    )
  })

  it('believes a newer host where it is asked to', () => {
    const host = process.versions['tz'] ?? ''
    injectTzdb({ ...invented, version: '2001a' }, { useNewerHost: true })
    expect(tzdbVersion()).toBe(host)
    expect(formatInstant(wallToEpochMs('2026-07-01T09:00', 'Europe/Berlin'))).toBe('2026-07-01T07:00:00Z')
    expect(formatInstant(wallToEpochMs('2026-03-29T02:30', 'Europe/Berlin'))).toBe('2026-03-29T01:30:00Z')
    expect(formatInstant(wallToEpochMs('2095-07-01T09:00', 'Europe/Berlin'))).toBe('2095-07-01T07:00:00Z')
    expect(formatInstant(wallToEpochMs('2026-07-01T09:00', 'America/New_York'))).toBe('2026-07-01T13:00:00Z')
    // Known to the host alone.
    expect(formatInstant(wallToEpochMs('2026-07-01T09:00', 'Australia/Lord_Howe'))).toBe('2026-06-30T22:30:00Z')
    expect(() => getZone('IST')).toThrow(UnknownTimeZoneError)
  })

  it('believes a newer host in a zone that differs from 2015 on, and leaves one that differed before', () => {
    const julyOf2014 = (ruleYear: number): number => {
      const zones = `Europe/Berlin:DE|CET-1CEST,M3.5.0,M10.5.0/3|${ruleYear}|60|`
      injectTzdb({ version: '2001a', zones, links: '' }, { useNewerHost: true })
      return getZone('Europe/Berlin').offsetMsAt(Date.UTC(2014, 6, 1)) / 3_600_000
    }
    expect(julyOf2014(2015)).toBe(1)
    expect(julyOf2014(2016)).toBe(2)
    expect(formatInstant(nextTransitions('Europe/Berlin', 0, 1)[0]?.at ?? 0)).toBe('1980-04-06T01:00:00Z')
  })

  it('finds the changes that a newer host knows to the second', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Nuuk', 'Asia/Kolkata']
    const changes = () => zones.map((zone) => nextTransitions(zone, Date.UTC(2008, 0, 1), 70))
    const bundled = changes()
    injectTzdb({ ...invented, version: '2001a' }, { useNewerHost: true })
    expect(changes()).toEqual(bundled)
  })

  it.each<Partial<TzdbData>>([
    { version: 'newest' },
    { version: '2031b\n' },
    { zones: '' },
    { zones: 'Europe/Berlin:DE|CET-1||60' },
    { zones: 'Europe/Berlin:DE|CET-1||sixty|' },
    { zones: 'Europe/Berlin:DE|CET-1||60 120|gB1C' },
    { zones: 'Europe/Berlin:DE|CET-1||60 120|1B0A' },
    { zones: 'Europe/Berlin:DE|CET|1970|60|' },
    { zones: 'Europe/Berlin:DE|CET||60|' },
    { zones: 'Europe/Berlin:DE|CET-1||60|\n' },
    { zones: 'Europe/Berlin:DE|CET-1||60||' },
    { zones: 'Europe/Berlin:DE|CET-1|||' },
    { zones: 'Europe/Berlin:DE|CET-1||60 120|9B-9A' },
    { zones: 'Europe/Berlin:DE|CET-1||60 120|9B9' },
    // Changes that would take effect before those before them: by the clock, by the wall clock, by the rule that follows; and never.
    { zones: 'Europe/Berlin:DE|CET-1||1200 60 0|1B1C' },
    { zones: 'Europe/Berlin:DE|CET-1CEST,M3.5.0,M10.5.0/3|1970|60 120|zzzzzB' },
    { zones: `Europe/Berlin:DE|CET-1||60 120|${'z'.repeat(200)}B` },
    // Years from which no rule gives changes.
    { zones: 'Europe/Berlin:DE|CET-1|2007|60|' },
    { zones: 'Europe/Berlin:DE|CET-1CEST,M3.5.0,M10.5.0/3||60|' },
    { zones: 'Europe/Berlin:DE|CET-1CEST|2007|60|' },
    { zones: 'Europe/Berlin:DE|CET-1CEST,M3.5.0,M10.5.0/3|x|60|' },
    { zones: 'Europe/Berlin:DE|CET-1CEST,M3.5.0,M10.5.0/3|7|60|' },
    { links: 'Mars/Olympus_Mons Mars/Base' },
    { links: 'Etc/GMT+13 Etc/Nowhere' },
    { links: 'Europe/Berlin Europe/Bonn\nEurope/Paris Europe/Lyon' },
  ])('refuses data of another form: %j', (part) => {
    // Without links, which would be refused for zones that are not there.
    const data = { ...invented, links: '', ...part }
    expect(() => injectTzdb(data)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
    expect(tzdbVersion()).not.toBe('2031b')
  })

  it('names what it refuses', () => {
    expect(() => injectTzdb({ ...invented, version: 'newest' })).toThrow('version of this form: "newest"')
    expect(() => injectTzdb({ ...invented, zones: 'Mars' })).toThrow('zone of this form: "Mars"')
    expect(() => injectTzdb({ ...invented, links: 'Mars Phobos' })).toThrow('link of this form: "Mars Phobos"')
  })

  it('takes links to zones that belong to no place', () => {
    injectTzdb({
      ...invented,
      links: 'UTC Etc/Zulu\nEtc/GMT+12 Etc/West\nEtc/GMT-14 Etc/East\nEurope/Berlin Europe/Bonn',
    })
    expect(['Etc/Zulu', 'Etc/West', 'Etc/East'].map((name) => getZone(name).offsetMsAt(0) / 3_600_000)).toEqual([
      0, -12, 14,
    ])
  })

  it('takes the bundled data', () => {
    injectTzdb(bundledTzdb)
    expect(formatInstant(wallToEpochMs('2026-07-01T09:00', 'Europe/Berlin'))).toBe('2026-07-01T07:00:00Z')
  })

  it('believes no host of the same release, and none without being asked', () => {
    const host = process.versions['tz'] ?? ''
    injectTzdb({ ...invented, version: host }, { useNewerHost: true })
    expect(formatInstant(wallToEpochMs('2026-07-01T09:00', 'Europe/Berlin'))).toBe('2026-07-01T08:00:00Z')
    injectTzdb({ ...invented, version: '2001a' })
    expect(tzdbVersion()).toBe('2001a')
    expect(formatInstant(wallToEpochMs('2026-07-01T09:00', 'Europe/Berlin'))).toBe('2026-07-01T08:00:00Z')
  })

  it('is not needed for a newer host to be believed over the bundled data', () => {
    const original = Object.getOwnPropertyDescriptor(globalThis, 'process') ?? {}
    Object.defineProperty(globalThis, 'process', { configurable: true, value: { versions: { tz: '2099a' } } })
    try {
      injectTzdb(null)
      expect(tzdbVersion()).toBe('2099a')
    } finally {
      Object.defineProperty(globalThis, 'process', original)
    }
  })

  it('leaves an older host alone', () => {
    injectTzdb(invented, { useNewerHost: true })
    expect(tzdbVersion()).toBe('2031b')
    expect(formatInstant(wallToEpochMs('2026-07-01T09:00', 'Europe/Berlin'))).toBe('2026-07-01T08:00:00Z')
  })
})

describe('compareTzdb', () => {
  it('finds nothing where the host has the same rules', () => {
    expect(compareTzdb(['UTC', 'Europe/London', 'America/New_York', 'Etc/GMT+5'])).toEqual([])
  })

  it('looks from 2020 to 2037 where no window was given', () => {
    const zones = ['2019|60 120|', '2020|60 120|', '2021|60 120|']
      .map((rest, index) => `Europe/${['Berlin', 'Rome', 'Vienna'][index]}|CET-1CEST,M3.5.0,M10.5.0/3|${rest}`)
      .join('\n')
    injectTzdb({ version: '2031b', zones, links: '' })
    expect(compareTzdb(['Europe/Berlin', 'Europe/Rome', 'Europe/Vienna'])).toEqual([
      { zone: 'Europe/Vienna', at: expect.stringMatching(/^2020-0[34]/), offsetMinutes: 60, hostOffsetMinutes: 120 },
    ])
  })

  it('says where a zone differs, and by how much', () => {
    injectTzdb(invented)
    expect(compareTzdb(['Europe/Berlin', 'America/New_York'], { from: '2026-01-01T00:00:00Z' })).toEqual([
      { zone: 'Europe/Berlin', at: expect.stringMatching(/^2026-04-/), offsetMinutes: 60, hostOffsetMinutes: 120 },
    ])
    expect(compareTzdb(['Europe/Berlin'], { from: '2026-01-01T00:00:00Z', to: '2026-03-01T00:00:00Z' })).toEqual([])
  })

  it('sees a change that comes an hour late', () => {
    injectTzdb({ version: '2031b', zones: 'Europe/Berlin|CET-1CEST,M3.5.0/3,M10.5.0|1970|60|', links: '' })
    const [difference] = compareTzdb(['Europe/Berlin'], { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' })
    expect(difference?.at).toMatch(/^2026-(03-29|10-25)T0/)
  })

  it('names zones that the host does not have', () => {
    injectTzdb(invented)
    expect(compareTzdb(['europe/thule', 'Europe/Berlin'])).toEqual([
      { zone: 'europe/thule', at: null, offsetMinutes: null, hostOffsetMinutes: null },
      expect.objectContaining({ zone: 'Europe/Berlin' }),
    ])
  })

  it('throws for a name that is no zone', () => {
    expect(() => compareTzdb(['Mars/Olympus_Mons'])).toThrow(UnknownTimeZoneError)
  })
})

describe('the bundled data', () => {
  it('weighs less than 25 KB compressed', () => {
    const files = ['tzdb.ts', 'labels.ts'].map((name) =>
      readFileSync(new URL(`../../src/time/data/${name}`, import.meta.url)),
    )
    expect(gzipSync(Buffer.concat(files)).length).toBeLessThan(25_000)
  })
})
