import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { OnCallSnapshot } from '../../src/model/index.ts'
import { renderSchedule, toICalendar } from '../../src/schedule/index.ts'
import { formatInstant, injectTzdb } from '../../src/time/index.ts'
import { aRotation, aSnapshot, aUser, oneSlot, slot } from './support/builders.ts'

interface ReadEvent {
  readonly uid: string
  readonly summary: string
  readonly start: string
  readonly end: string
}

function readBack(text: string): ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const instant = (time: ICAL.Time): string => formatInstant(time.toUnixTime() * 1000)
    return { uid: event.uid, summary: event.summary, start: instant(event.startDate), end: instant(event.endDate) }
  })
}

const window = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' }
const times = (list: readonly { start: string; end: string }[]) => list.map(({ start, end }) => ({ start, end }))
const inZone = (timeZone: string, startsAtWall = '2026-01-05T09:00:00', endsAtWall = '2026-01-05T17:00:00') =>
  oneSlot(aRotation({ timeZone, recurrence: { startsAtWall, endsAtWall } }), [], [aUser('ada')])

describe('toICalendar', () => {
  it.each([
    'UTC',
    'America/New_York',
    'Europe/Dublin',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Kathmandu',
    'America/Nuuk',
    'Etc/GMT+5',
  ])('means the same times as renderSchedule, in %s', (timeZone) => {
    const snapshot = inZone(timeZone)
    const events = readBack(toICalendar(snapshot, 'group:ops', window))
    expect(events.length).toBeGreaterThan(300)
    expect(times(events)).toEqual(times(renderSchedule(snapshot, 'group:ops', window)))
  })

  const zonesWithChanges = ['America/New_York', 'Europe/London', 'Australia/Lord_Howe']
  it.each(
    zonesWithChanges.flatMap((timeZone) =>
      (['earlier', 'later'] as const).map((one) => ({ timeZone, disambiguation: one })),
    ),
  )(
    'means the same times in hours that are skipped and repeated: $timeZone, $disambiguation',
    ({ timeZone, disambiguation }) => {
      for (const [startsAtWall, endsAtWall] of [
        ['2026-01-05T01:40:00', '2026-01-05T02:10:00'],
        ['2026-01-05T01:10:00', '2026-01-05T01:50:00'],
      ] as const) {
        const recurrence = { startsAtWall, endsAtWall, disambiguation }
        const snapshot = oneSlot(aRotation({ timeZone, recurrence }))
        const text = toICalendar(snapshot, 'group:ops', window)
        expect(times(readBack(text))).toEqual(times(renderSchedule(snapshot, 'group:ops', window)))
        // What happens twice is written in UTC, because readers do not agree on it.
        expect(text).toMatch(/DT(START|END):\d{8}T\d{6}Z/)
      }
    },
  )

  it('means the same times in a window that begins and ends with changes of the clocks', () => {
    const snapshot = inZone('America/New_York', '2026-01-05T00:00:00', '2026-01-06T00:00:00')
    const [spring, autumn] = ['2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z']
    for (const part of [
      { from: spring, to: autumn },
      { from: autumn, to: '2027-03-14T07:00:00Z' },
      { from: '2026-03-07T00:00:00Z', to: spring },
    ]) {
      expect(times(readBack(toICalendar(snapshot, 'group:ops', part)))).toEqual(
        times(renderSchedule(snapshot, 'group:ops', part)),
      )
    }
  })

  it('writes out each change of the clocks, from the one in force at the start on', () => {
    const zoneLines = (timeZone: string, from: string, to: string) =>
      toICalendar(inZone(timeZone), 'group:ops', { from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z` })
        .split('\r\n')
        .join(' ')
        .match(/BEGIN:VTIMEZONE (.*) END:VTIMEZONE/)?.[1]
        ?.replaceAll(/BEGIN:(\w+) DTSTART:(\w+) TZOFFSETFROM:(\S+) TZOFFSETTO:(\S+) END:\1/g, '$1 $2 $3 $4;')
    expect(zoneLines('America/New_York', '2026-04-01', '2026-12-01')).toBe(
      [
        'TZID:America/New_York STANDARD 19700101T000000 -0500 -0500;',
        'DAYLIGHT 20250309T020000 -0500 -0400;',
        'STANDARD 20251102T020000 -0400 -0500;',
        'DAYLIGHT 20260308T020000 -0500 -0400;',
        'STANDARD 20261101T020000 -0400 -0500;',
      ].join(' '),
    )
    expect(zoneLines('Australia/Adelaide', '2026-02-20', '2026-03-20')).toBe(
      [
        'TZID:Australia/Adelaide DAYLIGHT 19700101T000000 +1030 +1030;',
        'STANDARD 20250406T030000 +1030 +0930;',
        'DAYLIGHT 20251005T020000 +0930 +1030;',
      ].join(' '),
    )
    expect(zoneLines('Asia/Kathmandu', '2026-02-20', '2026-03-20')).toBe(
      'TZID:Asia/Kathmandu STANDARD 19700101T000000 +0545 +0545;',
    )
    expect(zoneLines('Europe/London', '2026-04-01', '2026-05-01')).toBe(
      [
        'TZID:Europe/London STANDARD 19700101T000000 +0000 +0000;',
        'DAYLIGHT 20250330T010000 +0000 +0100;',
        'STANDARD 20251026T020000 +0100 +0000;',
        'DAYLIGHT 20260329T010000 +0000 +0100;',
      ].join(' '),
    )
    expect(zoneLines('America/St_Johns', '2026-03-09', '2026-03-20')).toContain('DAYLIGHT 20260308T020000 -0330 -0230;')
  })

  it('writes offsets with seconds where a zone has some', () => {
    const zones = [
      'Test/Plus|AAA-0:19:32BBB-1:19:32,M3.5.0,M10.5.0|1970|19|',
      'Test/Minus|AAA1:00:05BBB0:00:05,M3.5.0,M10.5.0|1970|-60|',
    ].join('\n')
    injectTzdb({ version: '2031b', zones, links: '' })
    expect(toICalendar(inZone('Test/Plus'), 'group:ops', window)).toContain('TZOFFSETTO:+001932')
    expect(toICalendar(inZone('Test/Minus'), 'group:ops', window)).toContain('TZOFFSETTO:-010005')
    injectTzdb(null)
  })

  it('describes every zone that its events are in, and no other', () => {
    const snapshot = aSnapshot(
      [
        {
          slots: [
            slot(0, 'shift:a/slot:1', ['ada'], { timeZone: 'Europe/London' }),
            slot(0, 'shift:a/slot:2', ['bo'], { timeZone: 'Asia/Tokyo' }),
            slot(0, 'shift:a/slot:3', [], { timeZone: 'America/New_York' }),
          ],
        },
      ],
      [aUser('ada'), { ...aUser('idle'), timeZone: 'Asia/Seoul' }],
    )
    const read = (key: string) => {
      const calendar = new ICAL.Component(ICAL.parse(toICalendar(snapshot, key, window)))
      return {
        name: calendar.getFirstPropertyValue('x-wr-calname'),
        zone: calendar.getFirstPropertyValue('x-wr-timezone'),
        zones: calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid')),
      }
    }
    expect(read('group:ops')).toEqual({ name: 'group:ops', zone: 'UTC', zones: ['Asia/Tokyo', 'Europe/London'] })
    expect(read('person:ada')).toEqual({ name: 'ada', zone: 'UTC', zones: ['Europe/London'] })
    expect(read('person:idle')).toEqual({ name: 'idle', zone: 'Asia/Seoul', zones: ['Asia/Seoul'] })
  })

  it('writes times on the wall clock of their zone', () => {
    expect(toICalendar(inZone('Asia/Tokyo'), 'group:ops', window)).toContain(
      '\r\nDTSTART;TZID=Asia/Tokyo:20260105T090000\r\nDTEND;TZID=Asia/Tokyo:20260105T170000\r\n',
    )
  })

  it.each(['UTC', 'Etc/UTC'])('writes the time of %s without a zone', (timeZone) => {
    expect(toICalendar(inZone(timeZone), 'group:ops', window)).toContain('\r\nDTSTART:20260105T090000Z\r\n')
  })

  it('keeps the identity of an event on every export', () => {
    const snapshot = inZone('Europe/London')
    const first = readBack(toICalendar(snapshot, 'group:ops', window))
    const later = readBack(
      toICalendar({ ...snapshot, capturedAt: '2026-06-01T00:00:00Z' }, 'group:ops', {
        ...window,
        from: '2026-06-01T00:00:00Z',
      }),
    )
    expect(new Set(first.map(({ uid }) => uid)).size).toBe(first.length)
    expect(later.length).toBeGreaterThan(200)
    expect(first.slice(-later.length)).toEqual(later)
  })

  it('takes the time stamp from the capture', () => {
    const text = toICalendar(inZone('UTC'), 'group:ops', { from: '2026-01-05T00:00:00Z', to: '2026-01-06T00:00:00Z' })
    expect(text).toContain('\r\nDTSTAMP:20260101T000000Z\r\n')
  })

  it('carries names of any kind through, in lines that no parser cuts', () => {
    const name = 'Zoë; "Ops", \\n 夜勤🌙\r\nEND:VCALENDAR\u0000\t' + 'ü'.repeat(90)
    const rotation = aRotation({ name, holders: ['ada'] })
    const text = toICalendar(oneSlot(rotation, [], [{ ...aUser('ada'), name }]), 'group:ops', window)
    const [event] = readBack(text)
    const clean = name.replace('\r\n', '\n').replace('\u0000', '')
    expect(event?.summary).toBe(`${clean} (${clean})`)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  })

  it('folds lines as late as it may, by octets and not by characters', () => {
    for (const [character, octets] of [
      ['n', 1],
      ['~', 1],
      ['ü', 2],
      ['\u07ff', 2],
      ['\u0800', 3],
      ['夜', 3],
      ['\uffff', 3],
      ['\u{10000}', 4],
      ['🌙', 4],
    ] as const) {
      const text = toICalendar(oneSlot(aRotation({ name: character.repeat(200) })), 'group:ops', {
        from: '2026-01-05T00:00:00Z',
        to: '2026-01-06T00:00:00Z',
      })
      const folded = text.split('\r\n').filter((line) => line.startsWith(' ') && !line.endsWith(')'))
      const lengths = folded.map((line) => new TextEncoder().encode(line).length)
      expect([character, new Set(lengths)]).toEqual([character, new Set([75 - (74 % octets)])])
      const first = text.split('\r\n').find((line) => line.startsWith('SUMMARY')) ?? ''
      expect(new TextEncoder().encode(first).length).toBeGreaterThan(75 - octets)
    }
  })

  it('shows one user what they hold in every schedule', () => {
    const rotation = (key: string, holders: string[]) => ({
      offset: 0,
      rotation: aRotation({ key, name: key, holders }),
    })
    const snapshot: OnCallSnapshot = aSnapshot(
      [
        { key: 'group:a', slots: [rotation('shift:a/slot:1', ['ada']), rotation('shift:a/slot:2', ['bo'])] },
        { key: 'group:b', slots: [rotation('shift:b/slot:1', ['ada'])] },
        { key: 'group:off', active: false, slots: [rotation('shift:off/slot:1', ['ada'])] },
      ],
      [aUser('ada'), aUser('bo')],
    )
    const events = readBack(
      toICalendar(snapshot, 'person:ada', { from: '2026-01-05T00:00:00Z', to: '2026-01-06T00:00:00Z' }),
    )
    const [start, end] = ['2026-01-05T09:00:00Z', '2026-01-05T17:00:00Z']
    expect(events.map(({ summary, start, end }) => ({ summary, start, end }))).toEqual([
      { summary: 'group:a: shift:a/slot:1', start, end },
      { summary: 'group:b: shift:b/slot:1', start, end },
    ])
  })

  it('shows one user a stretch as one, whoever holds the slot beside them', () => {
    const handoff = { kind: 'occurrences', firstStart: '2026-01-06T00:00:00Z', every: 1 } as const
    const around = { startsAtWall: '2026-01-05T00:00:00', endsAtWall: '2026-01-06T12:00:00' }
    const rotation = aRotation({ holders: ['ada', 'ada', 'bo'], handoff, recurrence: around })
    const text = toICalendar(oneSlot(rotation, [], [aUser('ada'), aUser('bo')]), 'person:ada', {
      from: '2026-01-05T00:00:00Z',
      to: '2026-01-10T00:00:00Z',
    })
    expect(times(readBack(text))).toEqual([
      { start: '2026-01-05T00:00:00Z', end: '2026-01-07T12:00:00Z' },
      { start: '2026-01-08T00:00:00Z', end: '2026-01-10T00:00:00Z' },
    ])
  })

  it('is a valid calendar where nobody is on duty', () => {
    const snapshot = oneSlot(aRotation({ holders: [{ kind: 'nobody' }] }))
    const calendar = new ICAL.Component(ICAL.parse(toICalendar(snapshot, 'group:ops', window)))
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone'])
  })

  it('refuses a key that is neither', () => {
    expect(() => toICalendar(inZone('UTC'), 'person:none', window)).toThrow(
      expect.objectContaining({ code: 'unknown-key' }),
    )
  })
})
