import type { ContactMethod, ContactTimeframe } from '../model/index.ts'
import type { NormalizeTimeZoneOptions } from '../time/index.ts'
import type { WireDevice } from '../xmatters/wire/index.ts'
import { approximated, type Mapped, type MappingIssue } from './mapping-issue.ts'
import {
  isActive,
  listPath,
  readFlag,
  readList,
  readMinutes,
  readNumber,
  readObject,
  readText,
  readWord,
} from './read-wire.ts'
import { readZone } from './resolve-zone.ts'
import { allWeekdays, readWeekday } from './weekdays.ts'

export interface DeviceContext {
  readonly timeZones?: NormalizeTimeZoneOptions
  /** Makes E.164 of a phone number; without it numbers are kept as they are. `null` keeps the number too. */
  readonly normalizePhone?: (number: string) => string | null
}

/** Reads a device as a way to reach its owner. */
export function mapDevice(device: WireDevice, context: DeviceContext = {}): Mapped<ContactMethod> {
  const issues: MappingIssue[] = []
  const wire = readObject(device)
  const kind = deviceKind(readWord(wire['deviceType']))
  if (kind === 'other') {
    const path = readText(wire['deviceType']) === null ? 'id' : 'deviceType'
    issues.push(approximated('device.kind', path, 'A kind of device that has no counterpart.'))
  }
  const phone = readText(wire['phoneNumber'])
  const address =
    readText(wire['emailAddress']) ??
    (phone === null ? readText(wire['pin']) : (context.normalizePhone?.(phone) ?? phone))
  const order = readNumber(wire['sequence'])
  const threshold = readWord(wire['priorityThreshold'])
  return {
    value: {
      key: `device:${readText(wire['id']) ?? ''}`,
      kind,
      address,
      label: readText(wire['name']) ?? readText(wire['targetName'])?.split('|').at(-1) ?? '',
      order: order ?? Number.MAX_SAFE_INTEGER,
      delayMinutes: readMinutes(wire['delay'], 'delay', issues),
      active: isActive(wire),
      minimumPriority: threshold === 'HIGH' ? 'high' : threshold === 'MEDIUM' ? 'medium' : 'low',
      isDefault: readFlag(wire['defaultDevice'], false),
      timeframes: readList(wire['timeframes']).map((item, index) =>
        readTimeframe(item, `${listPath('timeframes', wire['timeframes'])}[${index}]`, context, issues),
      ),
    },
    issues,
  }
}

function deviceKind(type: string): ContactMethod['kind'] {
  if (type === 'EMAIL') return 'email'
  if (type.startsWith('VOICE')) return 'voice'
  if (type === 'TEXT_PHONE' || type === 'SMS') return 'sms'
  if (type.includes('PUSH')) return 'push'
  return type.includes('PAGER') ? 'pager' : 'other'
}

function readTimeframe(item: unknown, path: string, context: DeviceContext, issues: MappingIssue[]): ContactTimeframe {
  const wire = readObject(item)
  const timeZone = readZone(
    wire['timezone'],
    { timeZones: context.timeZones },
    'device.time-zone',
    `${path}.timezone`,
    issues,
  )
  const time = /^(\d{1,2}):(\d{2})/.exec(readText(wire['startTime']) ?? '')
  if (time === null)
    issues.push(approximated('field.unreadable', `${path}.startTime`, 'Not a time of day; midnight is assumed.'))
  const days = new Set(readList(wire['days']).map(readWeekday))
  return {
    name: readText(wire['name']) ?? '',
    startTime: time === null ? '00:00' : `${(time[1] ?? '').padStart(2, '0')}:${time[2] ?? '00'}`,
    durationMinutes: readMinutes(wire['durationInMinutes'], `${path}.durationInMinutes`, issues),
    days: allWeekdays.filter((day) => days.has(day)),
    timeZone,
    excludeHolidays: readFlag(wire['excludeHolidays'], false),
  }
}
