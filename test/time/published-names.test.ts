import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import {
  getZone,
  listTimeZones,
  nextTransitions,
  normalizeTimeZone,
  type NormalizeTimeZoneOptions,
} from '../../src/time/index.ts'
import { currentZoneSource } from '../../src/time/zone-registry.ts'

/** What the packages of CLDR say themselves, read here by other code than that which wrote the tables. */
const require = createRequire(import.meta.url)

interface MapZone {
  readonly mapZone: { readonly _other: string; readonly _type: string; readonly _territory: string }
}
interface Names {
  readonly long?: Readonly<Record<string, string>>
  readonly exemplarCity?: string
}
type NameTree = { readonly [key: string]: NameTree | Names | string }

const windows: readonly MapZone[] = require('cldr-core/supplemental/windowsZones.json').supplemental.windowsZones
  .mapTimezones
const metazones: readonly MapZone[] = require('cldr-core/supplemental/metaZones.json').supplemental.metaZones.metazones
const english: { readonly zone: NameTree; readonly metazone: Readonly<Record<string, Names>> } =
  require('cldr-dates-full/main/en/timeZoneNames.json').main.en.dates.timeZoneNames

const primary = (zones: string): string => getZone(zones.split(' ')[0] ?? '').id
const answer = (label: string, options?: NormalizeTimeZoneOptions): string => {
  const result = normalizeTimeZone(label, options)
  return result.kind === 'resolved' ? result.zone : `refused: ${result.code}`
}
/** An answer that is not the expected one is fine where it says that sources disagree and names the expected one. */
const isAnswer = (label: string, zone: string, options?: NormalizeTimeZoneOptions): boolean => {
  const result = normalizeTimeZone(label, options)
  if (result.kind === 'refused') return result.code === 'ambiguous' && result.candidates.includes(zone)
  return result.zone === zone || (result.warnings.includes('sources-disagree') && result.candidates.includes(zone))
}

describe('names that CLDR publishes', () => {
  it('are Windows ids, in every country of theirs, in any case and with the number that Outlook adds', () => {
    for (const { mapZone } of windows) {
      const { _other: id, _type: zones, _territory: territory } = mapZone
      if (territory === 'ZZ') continue
      const options = territory === '001' ? {} : { country: territory }
      const numbered = id.includes('Time') ? [`${id} 1`] : []
      for (const label of [id, id.toUpperCase(), ...numbered, ` "${id}" `, `TZID=${id}`]) {
        expect([label, territory, answer(label, options)]).toEqual([label, territory, primary(zones)])
      }
    }
  })

  it('are the long names of metazones', () => {
    const golden = metazones.filter(({ mapZone: { _territory: territory } }) => territory === '001')
    expect(golden.length).toBeGreaterThan(150)
    const wrong = golden.flatMap(({ mapZone: { _other: id, _type: zone } }) =>
      Object.values(english.metazone[id]?.long ?? {})
        .filter((name) => !isAnswer(name, primary(zone)) || !isAnswer(name.toUpperCase(), primary(zone)))
        .map((name) => `${name}: ${answer(name)}`),
    )
    expect(wrong).toEqual([])
  })

  it('are English names of cities, alone as a guess and for sure with their country', () => {
    let count = 0
    const visit = (tree: NameTree, path: readonly string[]): void => {
      for (const [key, value] of Object.entries(tree)) {
        if (typeof value === 'string') continue
        const city = (value as Names).exemplarCity
        if (typeof city !== 'string') {
          visit(value as NameTree, [...path, key])
          continue
        }
        const name = [...path, key].join('/')
        if (name === 'Etc/Unknown' || !listTimeZones().includes(primary(name))) continue
        expect([city, answer(city)]).toEqual([city, primary(name)])
        count++
      }
    }
    visit(english.zone, [])
    expect(count).toBeGreaterThan(80)
    expect(normalizeTimeZone('Ho Chi Minh City')).toMatchObject({ confidence: 'guess', warnings: ['city-name'] })
    expect(normalizeTimeZone('VN/Ho Chi Minh City')).toMatchObject({ confidence: 'alias', warnings: [] })
    expect(normalizeTimeZone('São Paulo', { country: 'BR' })).toMatchObject({ confidence: 'inferred', warnings: [] })
  })
})

describe('the bare name of a city', () => {
  it('means none in another country, nor one with another offset', () => {
    expect(answer('San Juan')).toBe('America/Argentina/San_Juan')
    expect(normalizeTimeZone('San Juan', { country: 'PR' })).toMatchObject({
      kind: 'refused',
      candidates: ['America/Argentina/San_Juan'],
    })
    expect(normalizeTimeZone('(UTC-04:00) San Juan')).toMatchObject({
      kind: 'refused',
      candidates: ['America/Argentina/San_Juan'],
    })
    expect(answer('(UTC-03:00) San Juan')).toBe('America/Argentina/San_Juan')
  })

  it('is none of the links that name no city', () => {
    for (const label of ['Central', 'Eastern', 'Pacific', 'North', 'General', 'GMT-9 Central', 'Etc']) {
      expect([label, answer(label)]).toEqual([label, 'refused: unknown'])
    }
  })
})

describe('the sources', () => {
  it('are both named where Windows and CLDR send a name to different zones of one country', () => {
    expect(normalizeTimeZone('Central Standard Time', { country: 'MX' })).toMatchObject({
      zone: 'America/Matamoros',
      confidence: 'guess',
      warnings: ['sources-disagree'],
      candidates: ['America/Mexico_City', 'America/Chicago'],
    })
    expect(normalizeTimeZone('Greenwich Mean Time')).toMatchObject({
      zone: 'Atlantic/Reykjavik',
      warnings: ['sources-disagree'],
      candidates: ['UTC'],
    })
  })

  it('give a fixed offset where the id of Windows reads like one, with a warning', () => {
    expect(normalizeTimeZone('UTC-11')).toMatchObject({
      zone: 'Etc/GMT+11',
      method: 'windows',
      warnings: ['fixed-offset-no-dst'],
    })
    expect(normalizeTimeZone('Dateline Standard Time')).toMatchObject({ zone: 'Etc/GMT+12', warnings: [] })
  })
})

describe('a published name', () => {
  it.each<readonly [string, string | null, string, string, string, readonly string[], readonly string[]]>([
    ['Alaska', 'US', 'America/Anchorage', 'display-name', 'guess', ['sources-disagree'], ['America/Juneau']],
    ['Astana', null, 'Asia/Bishkek', 'display-name', 'guess', ['sources-disagree'], ['Asia/Dhaka', 'Asia/Almaty']],
    ['Astana', 'KZ', 'Asia/Almaty', 'display-name', 'guess', ['sources-disagree'], ['Asia/Bishkek', 'Asia/Dhaka']],
    [
      'Astana',
      'FR',
      'Asia/Bishkek',
      'display-name',
      'guess',
      ['sources-disagree', 'country-mismatch'],
      ['Asia/Dhaka', 'Asia/Almaty'],
    ],
    ['West Central Africa', 'DZ', 'Africa/Algiers', 'display-name', 'alias', [], ['Africa/Lagos']],
    ['Arabian Standard Time', 'OM', 'Asia/Muscat', 'windows', 'alias', [], ['Asia/Dubai', 'Asia/Riyadh']],
    ['Pacific Standard Time', 'MX', 'America/Tijuana', 'windows', 'alias', [], ['America/Los_Angeles']],
    ['Pacific Time', 'CA', 'America/Vancouver', 'cldr-name', 'alias', [], ['America/Los_Angeles']],
    ['Eastern Standard Time', 'CA', 'America/Toronto', 'windows', 'alias', [], ['America/New_York']],
    [
      'Pacific Standard Time 1',
      'CA',
      'America/Vancouver',
      'windows',
      'inferred',
      ['canada-windows-id'],
      ['America/Los_Angeles'],
    ],
    ['Dateline Standard Time', 'FR', 'Etc/GMT+12', 'windows', 'alias', [], []],
    ['UTC-11', 'FR', 'Etc/GMT+11', 'windows', 'alias', ['fixed-offset-no-dst'], []],
    ['Moscow, St. Petersburg RTZ 2', null, 'Europe/Moscow', 'display-name', 'inferred', [], []],
    ['Buenos Aires', null, 'America/Argentina/Buenos_Aires', 'rails', 'alias', [], []],
    ['Guadalajara', null, 'America/Mexico_City', 'rails', 'alias', [], []],
    ['Mexico City', null, 'America/Mexico_City', 'rails', 'alias', [], []],
    ['W. Europe Summer Time 2', null, 'Europe/Berlin', 'windows', 'inferred', [], []],
  ])('%s in the country %j', (label, country, zone, method, confidence, warnings, candidates) => {
    const options = country === null ? {} : { country }
    const expected = { kind: 'resolved', input: label, zone, method, confidence, warnings, candidates }
    expect(normalizeTimeZone(label, options)).toEqual(expected)
  })

  it('that stands for two zones of the country is refused there', () => {
    const candidates = ['Pacific/Honolulu', 'America/Adak']
    for (const options of [{}, { country: 'US' }, { country: 'FR' }]) {
      expect(normalizeTimeZone('Hawaii-Aleutian Standard Time', options)).toMatchObject({
        code: 'ambiguous',
        candidates,
      })
    }
  })
})

describe('the POSIX rule of a zone', () => {
  const clock = (zone: string): readonly unknown[] => {
    const from = Date.UTC(2040, 0, 1)
    return [getZone(zone).offsetMsAt(from), nextTransitions(zone, from, 60)]
  }

  const source = currentZoneSource()
  /** This release of CLDR does not have these ids yet. */
  const newer = [
    ['Alberta Standard Time', 'America/Edmonton'],
    ['British Columbia Standard Time', 'America/Vancouver'],
  ] as const
  const byWindowsId = windows
    .filter(({ mapZone: { _territory: territory } }) => territory === '001')
    .map(({ mapZone: { _other: id, _type: zone } }) => [id, primary(zone)] as const)
    .concat(newer)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  /** Those that stand for a Windows id first, then those that once did. */
  const ordered = new Set([
    ...byWindowsId.map(([, zone]) => zone),
    'Asia/Kamchatka',
    'Atlantic/South_Georgia',
    ...source.primaryOf.values(),
  ])
  const zonesOf = (rule: string): string[] => [...ordered].filter((zone) => source.ruleText(zone) === rule)
  const rules = [...new Set([...ordered].map((zone) => source.ruleText(zone)))].filter((rule) => rule !== null)
  const read = (rule: string, country?: string): readonly unknown[] => {
    const result = normalizeTimeZone(rule, country === undefined ? {} : { country })
    if (result.kind === 'refused') return [result.code, ...result.candidates]
    const { method, confidence, warnings, zone, candidates } = result
    return [method, confidence, ...warnings, zone, ...candidates]
  }

  it('means the zones that keep it', () => {
    const changing = rules.filter((rule) => rule.includes(','))
    expect(changing.length).toBeGreaterThan(20)
    for (const rule of changing) {
      const zones = zonesOf(rule)
      const [last = ''] = zones.slice(-1)
      expect([rule, ...read(rule)]).toEqual([
        rule,
        'posix',
        'inferred',
        ...(zones.length > 1 ? ['several-zones'] : []),
        ...zones,
      ])
      const own = zones.filter((zone) => source.countryOf(zone) === source.countryOf(last))
      expect([rule, ...read(rule, source.countryOf(last) ?? '')]).toEqual([
        rule,
        'posix',
        'inferred',
        ...(own.length > 1 ? ['several-zones'] : []),
        ...own,
      ])
      expect([rule, ...read(rule, 'QQ')]).toEqual([rule, ...read(rule)])
    }
  })

  it('is a guess where only its abbreviations or only what it does are those of zones', () => {
    for (const rule of rules.filter((each) => each.includes(','))) {
      const names = rule.slice(0, rule.indexOf(','))
      const sharing = [...ordered].filter((zone) => source.ruleText(zone)?.startsWith(`${names},`))
      const isOne = sharing.every((zone) => source.ruleText(zone) === rule)
      // An IANA name such as EST5EDT is read as one.
      if (source.findName(names) === null) {
        const expected = isOne ? ['posix', 'guess', 'several-zones'] : ['ambiguous']
        expect([names, ...read(names)]).toEqual([names, ...expected, ...sharing])
      }
      const renamed = rule.replace(/^(<[^>]*>|[A-Z]+)/, 'QQQ')
      const [method, confidence, warning, ...zones] = read(renamed)
      expect([renamed, method, confidence, warning]).toEqual([renamed, 'posix', 'guess', 'several-zones'])
      expect(zones).toEqual(expect.arrayContaining(zonesOf(rule)))
    }
  })

  it('is a fixed offset where it has no summer time', () => {
    // GMT0 is an IANA name too.
    for (const rule of rules.filter((each) => !each.includes(',') && source.findName(each) === null)) {
      const zones = zonesOf(rule)
      const offsetMs = getZone(zones[0] ?? '').offsetMsAt(Date.UTC(2090, 0, 1))
      const hours = offsetMs / 3_600_000
      const fixed = hours === 0 ? [] : ['fixed-offset-no-dst']
      const name = hours === 0 ? 'UTC' : `Etc/GMT${hours < 0 ? '+' : '-'}${Math.abs(hours)}`
      const several = zones.length > 1 ? ['several-zones'] : []
      const expected = Number.isInteger(hours) ? [...fixed, name, ...zones] : [...several, ...zones]
      expect([rule, ...read(rule)]).toEqual([rule, 'posix', 'inferred', ...expected])
    }
    expect(read('GMT0:00')).toEqual(['posix', 'inferred', 'UTC', ...zonesOf('GMT0')])
    expect(read('QQQ-5:30')).toEqual(['ambiguous', ...read('+05:30').slice(1)])
    expect(read('QQQ-5')).toEqual(['posix', 'inferred', 'fixed-offset-no-dst', 'Etc/GMT-5'])
    expect(read('QQQ14')).toEqual(['out-of-range'])
  })

  it('counts westwards, which is said of names that people count eastwards with', () => {
    expect(read('UTC5')).toEqual(['ambiguous', 'Etc/GMT-5', 'Etc/GMT+5'])
    expect(read('UTC0')).toEqual(['posix', 'inferred', 'UTC'])
    expect(read('UTC13')).toEqual(['ambiguous', 'Etc/GMT-13'])
    for (const label of ['UTC15', 'UTC5:30']) expect(read(label)).toEqual(['ambiguous'])
  })

  it('of 1976 is kept nowhere, and what is there now is a suggestion', () => {
    expect(read('SystemV/CST6CDT')).toEqual(['unknown', 'America/Chicago'])
    expect(read('systemv/cst6cdt', 'CA')).toEqual(['unknown', 'America/Rankin_Inlet'])
    expect(read('SystemV/XYZ11XYD')).toEqual(['unknown'])
    expect(read('SystemV/XYZ99XYD')).toEqual(['unknown'])
    expect(read('SystemV/MST7')).toEqual(['posix', 'inferred', 'fixed-offset-no-dst', 'Etc/GMT+7', ...zonesOf('MST7')])
  })

  it.each([
    ['America/New_York', 'EST5EDT,M3.2.0,M11.1.0'],
    ['America/New_York', 'est5edt, m3.2.0, m11.1.0'],
    ['America/New_York', 'TZ=EST5EDT,M3.2.0/2:00:00,M11.1.0/02'],
    ['Europe/London', 'GMT0BST,M3.5.0/1,M10.5.0'],
    ['Europe/Dublin', 'IST-1GMT0,M10.5.0,M3.5.0/1'],
    ['America/Nuuk', '<-02>2<-01>,M3.5.0/-1,M10.5.0/0'],
    ['Asia/Hebron', 'EET-2EEST,M3.4.4/50,M10.4.4/50'],
    ['Australia/Lord_Howe', '<+1030>-10:30<+11>-11,M10.1.0,M4.1.0'],
    ['Africa/Cairo', 'EET-2EEST,M4.5.5/0,M10.5.4/24'],
    ['Antarctica/Troll', '<+00>0<+02>-2,M3.5.0/1,M10.5.0/3'],
  ])('that keeps the clock of %s: %s', (zone, rule) => {
    const result = normalizeTimeZone(rule)
    expect(result).toMatchObject({ kind: 'resolved', method: 'posix' })
    expect(result.kind === 'resolved' && clock(result.zone)).toEqual(clock(zone))
  })
})
