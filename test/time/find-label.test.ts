import { describe, expect, it } from 'vitest'
import {
  getZone,
  injectTzdb,
  listTimeZones,
  normalizeTimeZone,
  type NormalizeTimeZoneOptions,
} from '../../src/time/index.ts'

/** What a label was read as, without the label itself; the message of a refusal for the code. */
const read = (label: string, country?: string): Record<string, unknown> => {
  const options: NormalizeTimeZoneOptions | undefined = country === undefined ? undefined : { country }
  const { input, ...rest } = normalizeTimeZone(label, options)
  expect(input).toBe(label)
  return rest
}
const as = (
  zone: string,
  method: string,
  confidence: string,
  warnings: readonly string[] = [],
  candidates: readonly string[] = [],
): Record<string, unknown> => ({ kind: 'resolved', zone, method, confidence, warnings, candidates })
const not = (code: string, candidates: readonly string[] = []): Record<string, unknown> => ({
  kind: 'refused',
  code,
  candidates,
  message: expect.any(String),
})

/** Reads a label with other zone data, which every label would have to be read anew with if they stayed. */
const readWith = (zones: string, label: string, country?: string): Record<string, unknown> => {
  injectTzdb({ version: '2031b', zones, links: '' })
  try {
    return read(label, country)
  } finally {
    injectTzdb(null)
  }
}

describe('a label', () => {
  it('may be as long as two hundred characters', () => {
    expect(read('Europe/Berlin'.padEnd(200))).toMatchObject({ zone: 'Europe/Berlin' })
    expect(read('Europe/Berlin'.padEnd(201))).toMatchObject({ message: expect.stringContaining('as long as this') })
  })

  it.each(['(UTC+01:00', 'UTC)', 'Europe/Berlin (', '(UTC (Dublin)'])(
    'is refused where it was cut off: %s',
    (label) => {
      expect(read(label)).toMatchObject({ code: 'unknown', message: expect.stringContaining('cut off') })
    },
  )

  it('is refused where it has control characters inside, and may have blanks of all kinds around', () => {
    expect(read('Europe/Ber\u0007lin')).toMatchObject({ message: expect.stringContaining('control characters') })
    expect(read('\n\tEurope/Berlin\u2028')).toMatchObject({ zone: 'Europe/Berlin' })
  })

  it.each(['Local', 'localtime', 'LOCAL TIME', 'System', 'system default', 'System Time', 'Etc/localtime'])(
    'is refused where it means the zone of a machine: %s',
    (label) => {
      expect(read(label)).toEqual(not('local'))
    },
  )

  it.each(['Customized Time Zone', 'custom time zone', 'Custom', 'tzone://Microsoft/Custom', 'Custom 1'])(
    'is refused where somebody defined it by hand: %s',
    (label) => {
      expect(read(label)).toEqual(not('custom'))
    },
  )

  it('gets suggestions where it is unknown and has no candidates of its own, and then alone', () => {
    expect(read('Europe/Parris')).toEqual(not('unknown', ['Europe/Paris']))
    expect(read('SystemV/EST5EDT')).toEqual(not('unknown', ['America/New_York']))
    // One slip away from Etc/GMT+1.
    expect(read('Etc/GMT+15')).toEqual(not('out-of-range'))
    expect(read('Etc/GMT+13')).toEqual(not('out-of-range'))
    expect(read('etc/gmt-15')).toEqual(not('out-of-range'))
    expect(read('Etc/GMT-14')).toEqual(as('Etc/GMT-14', 'iana', 'exact'))
  })
})

describe('a prefix', () => {
  it.each([
    ['TZID=:Europe/Paris', as('Europe/Paris', 'ical', 'inferred')],
    ['TZID:Europe/Paris', as('Europe/Paris', 'ical', 'inferred')],
    [':Europe/Paris', as('Europe/Paris', 'iana', 'inferred')],
    [':Asia/Calcutta', as('Asia/Kolkata', 'iana-link', 'inferred')],
    ['TZ=Asia/Calcutta', as('Asia/Kolkata', 'ical', 'inferred')],
    ['TZ=PST', as('America/Los_Angeles', 'abbreviation', 'guess', ['abbreviation', 'other-meanings'], ['Asia/Manila'])],
    ['TZID=+05:00', as('Etc/GMT-5', 'offset', 'inferred', ['fixed-offset-no-dst'])],
    ['tzone://microsoft/Pacific Standard Time', as('America/Los_Angeles', 'windows', 'inferred')],
    [':IST', not('ambiguous', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'])],
    ['TZID=', not('unknown')],
    ['/Europe/Paris', as('Europe/Paris', 'ical', 'inferred')],
    ['/x.org/20260101_1/Europe/Paris', as('Europe/Paris', 'ical', 'inferred')],
    ['/x.org/Asia/Calcutta', as('Asia/Kolkata', 'ical', 'inferred')],
    ['posix/Europe/Paris', as('Europe/Paris', 'iana', 'inferred')],
    ['posix/x/Europe/Paris', not('unknown')],
    ['right/Europe/Paris', as('Europe/Paris', 'iana', 'inferred', ['leap-seconds'])],
    [
      '/usr/share/zoneinfo/right/EST',
      as('America/Panama', 'ical', 'inferred', ['leap-seconds', 'fixed-offset-no-dst'], ['America/New_York']),
    ],
    ['/copyright/Europe/Paris', as('Europe/Paris', 'ical', 'inferred')],
    ['posix/', not('unknown')],
    ['/', not('unknown')],
    ['/x.org/', not('unknown')],
    ['/x.org/Europe/Nowhere', not('unknown')],
  ])('is read in %s', (label, expected) => {
    expect(read(label)).toEqual(expected)
  })
})

describe('an IANA name', () => {
  it.each([
    ['GMT', ['gmt-may-be-java-default'], []],
    ['EST', ['fixed-offset-no-dst'], ['America/New_York']],
    ['MST', ['fixed-offset-no-dst'], ['America/Denver', 'America/Whitehorse', 'America/Mazatlan', 'Asia/Macau']],
    ['HST', ['fixed-offset-no-dst'], ['America/Adak']],
    ['CET', ['legacy-posix-style'], ['Europe/Paris']],
    ['EET', ['legacy-posix-style'], ['Europe/Bucharest']],
    ['WET', ['legacy-posix-style'], ['Atlantic/Canary']],
    ['MET', ['legacy-posix-style'], []],
    ['EST5EDT', ['legacy-posix-style'], []],
    ['pst8pdt', ['legacy-posix-style'], []],
    ['GMT0', [], []],
    ['UCT', [], []],
    ['Japan', [], []],
  ])('that is no place is a link with what to know of it: %s', (label, warnings, candidates) => {
    expect(read(label)).toMatchObject({ method: 'iana-link', confidence: 'alias', warnings, candidates })
  })

  it('means the clock that its country keeps where there is one', () => {
    expect(read('EST', 'JM')).toEqual(
      as('America/Jamaica', 'abbreviation', 'inferred', ['abbreviation'], ['America/New_York']),
    )
    expect(read('CET', 'DE')).toEqual(
      as('Europe/Berlin', 'abbreviation', 'inferred', ['abbreviation'], ['Europe/Paris']),
    )
    expect(read('CET', 'DZ')).toEqual(
      as('Europe/Brussels', 'iana-link', 'alias', ['legacy-posix-style'], ['Europe/Paris']),
    )
    expect(read('HST', 'US')).toMatchObject({ zone: 'Pacific/Honolulu', candidates: ['America/Adak'] })
    expect(read('UTC', 'DE')).toEqual(as('UTC', 'iana', 'exact'))
  })

  it('is read whatever stands between its words, as an inference', () => {
    expect(read('America/St. Johns')).toEqual(as('America/St_Johns', 'iana', 'inferred'))
    expect(read('America/Port au Prince')).toEqual(as('America/Port-au-Prince', 'iana', 'inferred'))
    expect(read('asia/cal-cutta')).toEqual(as('Asia/Kolkata', 'iana-link', 'inferred'))
    expect(read('america/new york')).toEqual(as('America/New_York', 'iana', 'exact'))
  })

  it('is not read so where it is no place: a sign would be lost', () => {
    for (const label of ['Etc/GMT 5', 'Etc/GMT5', 'GB Eire', 'NZ CHAT', 'WSU'])
      expect(read(label)).toMatchObject({ code: 'unknown' })
  })
})

describe('an abbreviation', () => {
  it.each([
    ['PST', as('America/Los_Angeles', 'abbreviation', 'guess', ['abbreviation', 'other-meanings'], ['Asia/Manila'])],
    ['pst', as('America/Los_Angeles', 'abbreviation', 'guess', ['abbreviation', 'other-meanings'], ['Asia/Manila'])],
    ['CAT', as('Africa/Maputo', 'abbreviation', 'guess', ['abbreviation'], ['Africa/Harare'])],
    ['EDT', as('America/New_York', 'abbreviation', 'guess', ['abbreviation'])],
    ['ACWDT', as('Australia/Eucla', 'abbreviation', 'guess', ['abbreviation'])],
    ['PT', as('America/Los_Angeles', 'abbreviation', 'guess', ['abbreviation'])],
    ['pt', not('unknown')],
    ['CTT', as('Asia/Shanghai', 'java', 'guess', ['java-legacy-id'])],
    ['ctt', not('unknown')],
    ['SST', not('ambiguous', ['Pacific/Pago_Pago', 'Pacific/Guadalcanal'])],
  ])('%s', (label, expected) => {
    expect(read(label)).toEqual(expected)
  })

  it('means the zone that stands for one of its meanings in the country', () => {
    expect(read('NST', 'AQ')).toMatchObject({ zone: 'Antarctica/McMurdo', confidence: 'inferred' })
    expect(read('ChST', 'GU')).toMatchObject({ zone: 'Pacific/Guam', confidence: 'inferred' })
    expect(read('CST', 'MX')).toMatchObject({ zone: 'America/Mexico_City', confidence: 'inferred' })
    expect(read('MST', 'MO')).toMatchObject({ zone: 'Asia/Macau', confidence: 'inferred' })
    expect(read('EDT', 'US')).toEqual(as('America/New_York', 'abbreviation', 'inferred', ['abbreviation']))
    expect(read('EDT', 'FR')).toEqual(
      as('America/New_York', 'abbreviation', 'guess', ['abbreviation', 'country-mismatch']),
    )
    // Of two clocks in one country, and of a place that is called the same, nobody knows which is meant.
    expect(read('ACT', 'AU')).toEqual(not('ambiguous', ['Australia/Adelaide', 'Australia/Darwin']))
    expect(read('IST', 'IN')).toMatchObject({ zone: 'Asia/Kolkata' })
    expect(read('IST', 'FR')).toEqual(not('ambiguous', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']))
    expect(read('ART', 'AR')).toMatchObject({ message: expect.stringContaining('ART is an id of Java') })
    expect(read('ist')).toMatchObject({ message: expect.stringContaining('IST means several clocks') })
  })

  it('is no surer of a zone that belongs to no country', () => {
    expect(readWith('America/Los_Angeles|PST8||-480|', 'PST')).toMatchObject({ confidence: 'guess' })
    expect(readWith('Asia/Kolkata|IST-5:30||330|', '+05:30')).toEqual(not('ambiguous', ['Asia/Kolkata']))
  })

  it('has other meanings where another of its zones shows another time in winter or in summer', () => {
    const warningsWith = (footer: string, offset: number): unknown =>
      readWith(`America/Los_Angeles:US|PST8||-480|\nAsia/Manila:PH|${footer}|1970|${offset}|`, 'PST')['warnings']
    expect(warningsWith('PST8PDT8,M3.2.0,M11.1.0', -480)).toEqual(['abbreviation'])
    expect(warningsWith('PST8PDT,M3.2.0,M11.1.0', -480)).toEqual(['abbreviation', 'other-meanings'])
    expect(warningsWith('PST7PDT8,M3.2.0,M11.1.0', -480)).toEqual(['abbreviation', 'other-meanings'])
    expect(warningsWith('PST7PDT7,M3.2.0,M11.1.0', -420)).toEqual(['abbreviation', 'other-meanings'])
  })
})

describe('an offset', () => {
  it.each(['Z', 'z', 'UT', '+0', '-00:00', '\u00b100:00', 'UTC+0', 'GMT-0000'])('of nothing is UTC: %s', (label) => {
    expect(read(label)).toEqual(as('UTC', 'offset', 'inferred'))
  })

  it.each(['+5', '+05', '+0500', '+05:00', '+05.00', '+05:00:00', 'UTC+5', 'GMT +05', 'ut + 5'])(
    'of whole hours has a zone: %s',
    (label) => {
      expect(read(label)).toEqual(as('Etc/GMT-5', 'offset', 'inferred', ['fixed-offset-no-dst']))
    },
  )

  it.each([
    ['+14', as('Etc/GMT-14', 'offset', 'inferred', ['fixed-offset-no-dst'])],
    ['-12:00', as('Etc/GMT+12', 'offset', 'inferred', ['fixed-offset-no-dst'])],
    ['+15', not('out-of-range')],
    ['-13', not('out-of-range')],
    ['+05:60', not('out-of-range')],
    ['+05:30', not('ambiguous', ['Asia/Colombo', 'Asia/Kolkata'])],
    ['+05:59', not('unknown')],
    ['+5:3', not('unknown')],
    ['+005', not('unknown')],
  ])('%s', (label, expected) => {
    expect(read(label)).toEqual(expected)
  })

  it('between whole hours gives the zones that count from it, and the one of the country', () => {
    const winters = listTimeZones().map((zone) => {
      const offsets = [0, 6].map((month) => getZone(zone).offsetMsAt(Date.UTC(2045, month, 15)))
      return { zone, minutes: Math.min(...offsets) / 60_000 }
    })
    for (let minutes = -12 * 60 + 15; minutes < 14 * 60; minutes += 15) {
      if (minutes % 60 === 0) continue
      const text = `${minutes < 0 ? '-' : '+'}${Math.floor(Math.abs(minutes) / 60)}:${Math.abs(minutes) % 60}`
      const zones = winters.filter((winter) => winter.minutes === minutes).map(({ zone }) => zone)
      const { candidates } = normalizeTimeZone(text)
      expect([text, candidates.toSorted()]).toEqual([text, zones])
      expect(read(text)).toMatchObject({ code: zones.length === 0 ? 'unknown' : 'ambiguous' })
    }
    expect(read('+05:30', 'LK')).toEqual(
      as('Asia/Colombo', 'offset', 'inferred', ['settled-by-offset'], ['Asia/Kolkata']),
    )
    expect(read('+05:30', 'US')).toMatchObject({ code: 'ambiguous' })
    expect(read('+09:30', 'AU')).toMatchObject({ code: 'ambiguous' })
  })
})

describe('a POSIX rule', () => {
  it('is read in any case', () => {
    expect(read('chst-10')).toMatchObject({ zone: 'Etc/GMT-10', candidates: ['Pacific/Guam', 'Pacific/Saipan'] })
    expect(read('est5Edt,m3.2.0, m11.1.0')).toMatchObject({ zone: 'America/New_York' })
  })

  it('is refused where two rules go by its abbreviations, and where no zone keeps it', () => {
    const zones = ['Europe/One:DE|AAA1BBB,M3.5.0,M10.5.0|1970|-60|', 'Europe/Two:DE|AAA1BBB,M4.5.0,M10.5.0|1970|-60|']
    const message = expect.stringContaining('Several rules go by')
    expect(readWith(zones.join('\n'), 'AAA1BBB')).toMatchObject({ candidates: ['Europe/One', 'Europe/Two'], message })
    expect(readWith(zones[0] ?? '', 'AAA1BBB')).toMatchObject({ zone: 'Europe/One' })
    const both = 'Europe/One Europe/Two:DE|AAA1BBB,M3.5.0,M10.5.0|1970|-60|'
    expect(readWith(both, 'AAA1BBB')).toMatchObject({ zone: 'Europe/One', candidates: ['Europe/Two'] })
    expect(read('AAA1BBB,M1.1.0,M2.1.0')).toMatchObject({ message: expect.stringContaining('No zone keeps this rule') })
  })
})

describe('a name that stands for several zones', () => {
  it('is settled by a country that has one of them', () => {
    const zones = 'Pacific/Honolulu:US|HST10||-600|\nAmerica/Adak:UM|HST10HDT,M3.2.0,M11.1.0|1970|-600|'
    const label = 'Hawaii-Aleutian Standard Time'
    expect(readWith(zones, label, 'UM')).toEqual(
      as('America/Adak', 'cldr-name', 'guess', ['sources-disagree'], ['Pacific/Honolulu']),
    )
    expect(readWith(zones, label, 'US')).toMatchObject({ zone: 'Pacific/Honolulu' })
    expect(readWith(zones, label, 'FR')).toMatchObject({ code: 'ambiguous' })
  })
})

describe('an offset beside a name', () => {
  it.each([
    '(UTC-08:00) US/Pacific',
    '(GMT-8:00) US/Pacific',
    '(UTC -0800), US/Pacific',
    '[UTC-8] US/Pacific',
    '(-8) US/Pacific',
    'UTC-8 US/Pacific',
    'GMT-08.00: US/Pacific',
    'US/Pacific UTC-8',
    'US/Pacific - GMT-08:00',
    'US/Pacific (-08:00)',
    'US/Pacific [UTC-7]',
    '(UTC-08:00) (US/Pacific)',
    'US/Pacific (UTC)',
    '(GMT) US/Pacific',
  ])('is checked, and the name decides: %s', (label) => {
    expect(read(label)).toEqual(as('America/Los_Angeles', 'iana-link', 'alias'))
    const wrong = label.replace(/[78]/, '9')
    if (wrong !== label)
      expect(read(wrong)).toEqual(as('America/Los_Angeles', 'iana-link', 'guess', ['offset-mismatch']))
  })

  it('that no clock keeps is no match', () => {
    for (const offset of ['+01:60', '+99:99', '+25:00'])
      expect(read(`(UTC${offset}) Europe/Berlin`)).toEqual(as('Europe/Berlin', 'iana', 'guess', ['offset-mismatch']))
  })

  it.each([
    ['(UTC+05:30) IST', 'Asia/Kolkata', ['abbreviation', 'settled-by-offset'], ['Europe/Dublin', 'Asia/Jerusalem']],
    ['(UTC+10:30) ACT', 'Australia/Adelaide', ['abbreviation', 'settled-by-offset'], ['Australia/Darwin']],
    ['(UTC+08:00) PST', 'Asia/Manila', ['abbreviation', 'other-meanings', 'settled-by-offset'], []],
    [
      '(UTC+08:00) CST',
      'Asia/Shanghai',
      ['abbreviation', 'other-meanings', 'settled-by-offset'],
      ['America/Havana', 'Asia/Taipei'],
    ],
  ])('settles an abbreviation: %s', (label, zone, warnings, candidates) => {
    expect(read(label)).toEqual(as(zone, 'abbreviation', 'guess', warnings, candidates))
  })

  it('never stands in for the name', () => {
    expect(read('(UTC+05:00) Somewhere')).toMatchObject({ message: expect.stringContaining('name beside the offset') })
  })

  it('settles none for a zone that the data in use do not have', () => {
    const label = '(UTC+05:30) IST'
    expect(readWith('Europe/Dublin:IE|IST-1GMT0,M10.5.0,M3.5.0/1|1970|0|', label)).toMatchObject({ code: 'ambiguous' })
    expect(readWith('Asia/Kolkata:IN|IST-5:30||330|', label)).toMatchObject({ zone: 'Asia/Kolkata' })
  })

  it('settles none that two zones with this offset go by', () => {
    expect(read('(UTC+09:30) ACT')).toEqual(not('ambiguous', ['Australia/Adelaide', 'Australia/Darwin']))
  })

  it('counts where the zone has kept it since 2010, or will until 2037', () => {
    const confidenceWith = (change: string, before: number, after: number): unknown => {
      const minutes = Date.parse(change) / 60_000
      const zones = `Europe/Berlin:DE|CET-1||${before} ${after}|${minutes.toString(36)}B`
      return readWith(zones, '(UTC+02:00) Europe/Berlin')['confidence']
    }
    expect(confidenceWith('2010-01-01T00:01Z', 120, 60)).toBe('exact')
    expect(confidenceWith('2010-01-01T00:00Z', 120, 60)).toBe('guess')
    expect(confidenceWith('2036-12-31T23:59Z', 60, 120)).toBe('exact')
    expect(confidenceWith('2037-01-01T00:00Z', 60, 120)).toBe('guess')
    expect(confidenceWith('2020-01-01T00:00Z', 60, 180)).toBe('guess')
  })
})
