import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listTimeZones, normalizeTimeZone, type NormalizeTimeZoneOptions } from '../../src/time/index.ts'

interface CorpusRow {
  readonly input: string
  readonly expected: string | null
  readonly class: string
  readonly accept?: readonly string[]
  readonly candidates?: readonly string[]
  readonly warn?: string
}

const corpusPath = `${process.env['XMATTERS_SYNC_DATA'] ?? ''}/timezones/corpus.jsonl`

const zoneOf = (label: string, options?: NormalizeTimeZoneOptions): string => {
  const result = normalizeTimeZone(label, options)
  return result.kind === 'resolved' ? result.zone : `refused: ${result.code}`
}
const warningsOf = (label: string, options?: NormalizeTimeZoneOptions): readonly string[] => {
  const result = normalizeTimeZone(label, options)
  return result.kind === 'resolved' ? result.warnings : []
}

describe('normalizeTimeZone', () => {
  it.skipIf(!existsSync(corpusPath))('reads or refuses every label of the corpus (needs XMATTERS_SYNC_DATA)', () => {
    const rows: CorpusRow[] = readFileSync(corpusPath, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows.length).toBeGreaterThan(1000)
    const primaries = new Set(listTimeZones())
    for (const row of rows) {
      const result = normalizeTimeZone(row.input)
      expect(result.input).toBe(row.input)
      const known = [...result.candidates, result.kind === 'resolved' ? result.zone : '']
      expect(known).toEqual(expect.arrayContaining([...(row.candidates ?? [])]))
      if (row.warn !== undefined) expect(result).toMatchObject({ warnings: expect.arrayContaining([row.warn]) })
      if (result.kind === 'refused') {
        expect([row.class, row.input, row.expected]).toEqual([row.class, row.input, null])
        continue
      }
      expect(primaries).toContain(result.zone)
      if (row.expected === null || !row.accept?.includes(result.zone)) {
        expect([row.class, row.input, result.zone]).toEqual([row.class, row.input, row.expected])
      }
    }
  })

  it('takes an IANA name as it is, without warning', () => {
    expect(normalizeTimeZone('America/New_York')).toEqual({
      kind: 'resolved',
      input: 'America/New_York',
      zone: 'America/New_York',
      method: 'iana',
      confidence: 'exact',
      warnings: [],
      candidates: [],
    })
  })

  it.each([
    ['Asia/Calcutta', 'Asia/Kolkata', 'iana-link', 'alias'],
    ['Europe/Stockholm', 'Europe/Stockholm', 'iana', 'exact'],
    ['Pacific Standard Time', 'America/Los_Angeles', 'windows', 'alias'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Berlin', 'display-name', 'alias'],
    ['Sri Jayawardenepura', 'Asia/Colombo', 'display-name', 'alias'],
    ['New Delhi', 'Asia/Kolkata', 'rails', 'alias'],
    ['Australian Eastern Daylight Time', 'Australia/Sydney', 'cldr-name', 'alias'],
    ['US/Los Angeles', 'America/Los_Angeles', 'country-city', 'alias'],
    ['CA/St. Johns', 'America/St_Johns', 'country-city', 'alias'],
    ['(UTC-0800) US/Pacific', 'America/Los_Angeles', 'iana-link', 'alias'],
    ['/freeassociation.sourceforge.net/Europe/Paris', 'Europe/Paris', 'ical', 'inferred'],
    ['tzone://Microsoft/Utc', 'UTC', 'ical', 'inferred'],
    ['CET-1CEST,M3.5.0/2,M10.5.0/03:00:00', 'Europe/Budapest', 'posix', 'inferred'],
    ['EST+5EDT4,M3.2.0,M11.1.0', 'America/New_York', 'posix', 'inferred'],
    ['<-04>4<-03>,M9.1.6/24,M4.1.6/24', 'America/Santiago', 'posix', 'inferred'],
    ['GMT0BST', 'Europe/London', 'posix', 'guess'],
    ['IST-5:30', 'Asia/Kolkata', 'posix', 'inferred'],
    ['AST4', 'Etc/GMT+4', 'posix', 'inferred'],
    ['SystemV/CST6', 'Etc/GMT+6', 'posix', 'inferred'],
    ['posix/Europe/Paris', 'Europe/Paris', 'iana', 'inferred'],
    ['TZID=CST', 'America/Chicago', 'abbreviation', 'guess'],
    ['TZID="(UTC-05:00) Eastern Time (US & Canada)"', 'America/New_York', 'display-name', 'inferred'],
    ['Dumont d\u2019Urville Time', 'Antarctica/DumontDUrville', 'cldr-name', 'alias'],
    ['Europe/Berlin, UTC+01:00', 'Europe/Berlin', 'iana', 'exact'],
    ['Eastern Time (US &amp; Canada) GMT-5', 'America/New_York', 'display-name', 'alias'],
    ['new_york', 'America/New_York', 'cldr-name', 'guess'],
    [':Europe/Paris', 'Europe/Paris', 'iana', 'inferred'],
    ['(GMT)', 'UTC', 'iana-link', 'alias'],
    ['UTC+5', 'Etc/GMT-5', 'offset', 'inferred'],
    ['UTC\u22125', 'Etc/GMT+5', 'offset', 'inferred'],
    ['PDT', 'America/Los_Angeles', 'abbreviation', 'guess'],
    ['CTT', 'Asia/Shanghai', 'java', 'guess'],
    ['GMT-0800 (Pacific Standard Time)', 'America/Los_Angeles', 'windows', 'alias'],
    ['Europe/Berlin (GMT+1)', 'Europe/Berlin', 'iana', 'exact'],
    ['W. Europe Daylight Time', 'Europe/Berlin', 'windows', 'inferred'],
    ['T\u00fcrkiye Time', 'Europe/Istanbul', 'cldr-name', 'alias'],
    ['British Columbia Standard Time', 'America/Vancouver', 'windows', 'alias'],
  ])('reads %s', (label, zone, method, confidence) => {
    expect(normalizeTimeZone(label)).toMatchObject({ kind: 'resolved', zone, method, confidence })
  })

  it.each([
    ['', 'empty'],
    [' \n\t\u00a0', 'empty'],
    ['""', 'empty'],
    ['Local', 'local'],
    ['system', 'local'],
    ['Customized Time Zone', 'custom'],
    ['tzone://Microsoft/Custom', 'custom'],
    ['+25:00', 'out-of-range'],
    ['UTC+15', 'out-of-range'],
    ['-12:30', 'out-of-range'],
    ['+14:30', 'out-of-range'],
    ['Etc/GMT+13', 'out-of-range'],
    ['IST', 'ambiguous'],
    ['BST', 'ambiguous'],
    ['TZID=BST', 'ambiguous'],
    ['Europe/Berlin,UTC', 'unknown'],
    ['+05:30', 'ambiguous'],
    ['UTC5', 'ambiguous'],
    ['EET-2EEST', 'ambiguous'],
    ['+13:45', 'unknown'],
    ['Standard Time', 'unknown'],
    ['(UTC-05:00) Atlantis', 'unknown'],
    ['America/New_York/Manhattan', 'unknown'],
    ['America/New_York; DROP TABLE', 'unknown'],
    ['UTC 5', 'unknown'],
    ['net', 'unknown'],
    ['XYZ0ABC,M1.1.0,M2.1.0', 'unknown'],
    ['SystemV/EST5EDT', 'unknown'],
    ['US/Miami', 'unknown'],
    ['5', 'unknown'],
    ['Factory', 'unknown'],
  ])('refuses %j as %s', (label, code) => {
    expect(normalizeTimeZone(label)).toMatchObject({ kind: 'refused', input: label, code })
  })

  it('offers candidates with a refusal', () => {
    expect(normalizeTimeZone('IST').candidates).toEqual(['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'])
    expect(normalizeTimeZone('+05:30').candidates).toEqual(['Asia/Colombo', 'Asia/Kolkata'])
    expect(normalizeTimeZone('NZ/Wellington').candidates).toEqual(['Pacific/Auckland', 'Pacific/Chatham'])
    expect(normalizeTimeZone('SystemV/EST5EDT').candidates).toEqual(['America/New_York'])
    expect(normalizeTimeZone('SystemV/YST9YDT').candidates).toEqual(['America/Anchorage'])
    expect(normalizeTimeZone('EET-2EEST').candidates).toContain('Europe/Kyiv')
    expect(normalizeTimeZone('Etc/GMT-15').candidates).toEqual([])
  })

  it('offers what a misspelt name may have meant, and never takes it', () => {
    expect(normalizeTimeZone('US/Pacifc')).toMatchObject({ kind: 'refused', candidates: ['America/Los_Angeles'] })
    expect(normalizeTimeZone('Europe/Berln')).toMatchObject({ kind: 'refused', candidates: ['Europe/Berlin'] })
    expect(normalizeTimeZone('Eurape/Berlan')).toMatchObject({ kind: 'refused', candidates: ['Europe/Berlin'] })
    for (const label of ['Eurape/Berlanx', 'Eope/Berlim']) {
      expect(normalizeTimeZone(label)).toMatchObject({ kind: 'refused', candidates: [] })
    }
    expect(normalizeTimeZone('Mars/Olympus_Mons')).toMatchObject({ kind: 'refused', candidates: [] })
  })

  describe('an offset beside a name', () => {
    it('never stands in for a name that is unknown', () => {
      expect(zoneOf('(UTC+05:30) Somewhere')).toBe('refused: unknown')
    })

    it('passes in summer and in winter', () => {
      expect(warningsOf('(UTC-0800) US/Pacific')).toEqual([])
      expect(warningsOf('(UTC-0700) US/Pacific')).toEqual([])
      expect(warningsOf('(GMT-05.00) Eastern Time (US & Canada)')).toEqual([])
    })

    it('warns where the zone has not kept it', () => {
      expect(zoneOf('(UTC-08:00) Eastern Time (US & Canada)')).toBe('America/New_York')
      expect(warningsOf('(UTC-08:00) Eastern Time (US & Canada)')).toEqual(['offset-mismatch'])
    })

    it('chooses among the meanings of an ambiguous name', () => {
      expect(zoneOf('(UTC+05:30) IST')).toBe('Asia/Kolkata')
      expect(zoneOf('(UTC+02:00) IST')).toBe('Asia/Jerusalem')
      expect(zoneOf('(UTC+01:00) IST')).toBe('Europe/Dublin')
      expect(warningsOf('(UTC+05:30) IST')).toContain('settled-by-offset')
      expect(zoneOf('(UTC+09:00) IST')).toBe('refused: ambiguous')
      expect(zoneOf('(UTC-10:00) Hawaii-Aleutian Standard Time')).toBe('refused: ambiguous')
      expect(zoneOf('(UTC-09:00) Hawaii-Aleutian Standard Time')).toBe('America/Adak')
    })
  })

  describe('country', () => {
    it.each([
      ['IST', 'IN', 'Asia/Kolkata'],
      ['IST', 'ie', 'Europe/Dublin'],
      ['IST', 'IL', 'Asia/Jerusalem'],
      ['BST', 'GB', 'Europe/London'],
      ['BST', 'UK', 'Europe/London'],
      ['CST', 'CN', 'Asia/Shanghai'],
      ['CST', 'CU', 'America/Havana'],
      ['AST', 'PR', 'America/Puerto_Rico'],
      ['EST', 'US', 'America/New_York'],
      ['EST', 'CA', 'America/Toronto'],
      ['EST', 'PA', 'America/Panama'],
      ['W. Europe Standard Time', 'SE', 'Europe/Stockholm'],
      ['Romance Standard Time', 'ES', 'Europe/Madrid'],
      ['(UTC+01:00) Brussels, Copenhagen, Madrid, Paris', 'DK', 'Europe/Copenhagen'],
      ['Hawaii-Aleutian Standard Time', 'PF', 'refused: ambiguous'],
      ['CTT', 'CN', 'Asia/Shanghai'],
      ['ART', 'AR', 'refused: ambiguous'],
      ['Los Angeles', 'US', 'America/Los_Angeles'],
      ['+05:30', 'IN', 'Asia/Kolkata'],
      ['CET-1CEST,M3.5.0,M10.5.0/3', 'SE', 'Europe/Stockholm'],
    ])('settles %s in %s', (label, country, zone) => {
      expect(zoneOf(label, { country })).toBe(zone)
    })

    it('takes the province for a Windows id in Canada, and warns of the new rules there', () => {
      expect(zoneOf('Pacific Standard Time', { country: 'CA' })).toBe('America/Vancouver')
      expect(warningsOf('Pacific Standard Time', { country: 'CA' })).toEqual(['canada-windows-id'])
      expect(warningsOf('(UTC-08:00) Pacific Time (US & Canada)', { country: 'CA' })).toEqual(['canada-windows-id'])
      expect(warningsOf('(UTC-08:00) Pacific Time (US & Canada)', { country: 'US' })).toEqual([])
      expect(zoneOf('Pacific Standard Time')).toBe('America/Los_Angeles')
    })

    it('warns where the label says nothing about the country', () => {
      expect(zoneOf('Pacific Standard Time', { country: 'FR' })).toBe('America/Los_Angeles')
      expect(warningsOf('Pacific Standard Time', { country: 'FR' })).toEqual(['country-mismatch'])
      expect(warningsOf('Pacific Standard Time', { country: 'US' })).toEqual([])
    })

    it('leaves an old IANA name what it is where it settles nothing', () => {
      expect(zoneOf('EST', { country: 'FR' })).toBe('America/Panama')
      expect(zoneOf('HST', { country: 'FR' })).toBe('Pacific/Honolulu')
      expect(warningsOf('HST', { country: 'FR' })).toEqual(['fixed-offset-no-dst'])
      expect(zoneOf('CET', { country: 'FR' })).toBe('Europe/Paris')
    })

    it('confirms an id of Java', () => {
      expect(normalizeTimeZone('ART', { country: 'EG' })).toMatchObject({
        zone: 'Africa/Cairo',
        method: 'java',
        confidence: 'inferred',
        warnings: ['java-legacy-id'],
      })
      expect(normalizeTimeZone('ART', { country: 'AR' }).candidates).toEqual(['Africa/Cairo'])
      expect(warningsOf('CST', { country: 'FR' })).toEqual(['abbreviation', 'other-meanings', 'country-mismatch'])
    })

    it('ignores what is no country code', () => {
      for (const country of ['', ' ', 'USA', 'United States', '__proto__', null as never]) {
        expect(normalizeTimeZone('IST', { country })).toEqual(normalizeTimeZone('IST'))
        expect(normalizeTimeZone('Pacific Standard Time', { country })).toEqual(
          normalizeTimeZone('Pacific Standard Time'),
        )
      }
    })

    it('is never taken from the label', () => {
      expect(zoneOf('IST', { country: 'IN' })).toBe('Asia/Kolkata')
      for (const label of ['INIST', 'IN\nIST', 'IN IST']) expect(zoneOf(label)).toBe('refused: unknown')
    })

    it('does not move an IANA name', () => {
      expect(zoneOf('Europe/Berlin', { country: 'US' })).toBe('Europe/Berlin')
    })
  })

  describe('overrides', () => {
    const overrides = new Map([
      ['HQ', 'us/pacific'],
      ['IST', 'Asia/Jerusalem'],
      ['bad', 'Pacific Standard Time'],
    ])

    it('come before everything else', () => {
      expect(normalizeTimeZone('HQ', { overrides })).toMatchObject({ zone: 'America/Los_Angeles', method: 'override' })
      expect(zoneOf('IST', { overrides, country: 'IN' })).toBe('Asia/Jerusalem')
      expect(zoneOf('UTC', { overrides })).toBe('UTC')
      expect(zoneOf('IST')).toBe('refused: ambiguous')
    })

    it('must name a zone', () => {
      expect(() => normalizeTimeZone('bad', { overrides })).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }),
      )
    })
  })

  it('spells names as older hosts know them', () => {
    const legacy = (label: string): string => zoneOf(label, { spelling: 'legacy' })
    expect(legacy('India Standard Time')).toBe('Asia/Calcutta')
    expect(legacy('Europe/Kyiv')).toBe('Europe/Kiev')
    expect(legacy('Europe/Paris')).toBe('Europe/Paris')
    expect(zoneOf('Asia/Calcutta', { spelling: 'current' })).toBe('Asia/Kolkata')
    expect(listTimeZones().filter((zone) => legacy(zone) !== zone)).toHaveLength(19)
  })

  it.each([
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    'US/__proto__',
    '(UTC+01:00) constructor',
    'US/\u0000',
    'America/New_York\u0000',
    'America/New?York',
    'UTC*5',
    '\ud800',
    '\u{1f550}',
    '%',
    '%2',
    '\\',
    '((((((((((',
    '(UTC',
    '"',
    `'"'"'"`,
    '/'.repeat(150),
    '('.repeat(150),
    ' '.repeat(150) + 'x',
    'A'.repeat(1_000_000),
    '"'.repeat(1_000_000),
    ' '.repeat(1_000_000),
    'e\u0301'.repeat(500_000),
  ])('refuses hostile label number %# quickly', (label) => {
    const start = performance.now()
    const result = normalizeTimeZone(label, { country: 'US' })
    expect(result.kind).toBe('refused')
    expect(result.kind === 'refused' ? result.message.length : 0).toBeLessThan(600)
    expect(performance.now() - start).toBeLessThan(200)
  })

  it('refuses what is no text as misuse', () => {
    for (const value of [undefined, null, 5, {}]) {
      expect(() => normalizeTimeZone(value as never)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
    }
  })

  it('warns of GMT alone that it may be no answer at all, in every country', () => {
    for (const options of [{}, { country: 'GB' }, { country: 'IS' }]) {
      expect(normalizeTimeZone('GMT', options)).toMatchObject({
        zone: 'UTC',
        warnings: ['gmt-may-be-java-default'],
        candidates: [],
      })
    }
  })

  it('remembers what it read', () => {
    for (const options of [undefined, { country: 'US' }]) {
      expect(normalizeTimeZone('Pacific Time (US & Canada)', options)).toBe(
        normalizeTimeZone('Pacific Time (US & Canada)', options),
      )
    }
    expect(normalizeTimeZone('Alaska', { country: 'US' })).not.toBe(normalizeTimeZone('Alaska', { country: 'CA' }))
  })

  it('hands out results that nobody can change for others', () => {
    const result = normalizeTimeZone('CST')
    expect(() => (result.candidates as string[]).push('x')).toThrow(TypeError)
    expect(() => Object.assign(result, { zone: 'x' })).toThrow(TypeError)
    expect(() => Object.assign(result.kind === 'resolved' ? result.warnings : {}, ['x'])).toThrow(TypeError)
    const refusal = normalizeTimeZone('IST')
    expect(() => (refusal.candidates as string[]).push('x')).toThrow(TypeError)
    expect(() => Object.assign(refusal, { code: 'x' })).toThrow(TypeError)
  })

  it('names the label in the message of a refusal', () => {
    expect(normalizeTimeZone('ist')).toMatchObject({
      message: '"ist": IST means several clocks; give the country or an override.',
    })
  })
})
