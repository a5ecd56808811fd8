import type { PageList } from '../page.ts'
import type { Transport } from '../transport.ts'
import type { WireDevice, WireDeviceName } from '../wire/index.ts'
import { deviceRows } from '../wire-schema/people-rows.ts'
import { deviceNameRows, deviceTypeRows } from '../wire-schema/place-rows.ts'
import { anyRows } from '../wire-schema/row-kind.ts'
import { type CallOptions, findRow, getRoute, listRoute, type PageQuery, type ResourceKind } from './read-resource.ts'

export interface DeviceQuery extends PageQuery {
  /** Default `timeframes`. */
  readonly embed?: readonly 'timeframes'[]
  readonly deviceStatus?: 'ACTIVE' | 'INACTIVE'
  readonly deviceType?: string
  readonly deviceNames?: readonly string[]
  readonly phoneNumberFormat?: 'E164' | 'COUNTRY_CODE'
}

export interface DevicesResource {
  /** `GET /devices`. */
  list(query?: DeviceQuery, options?: CallOptions): PageList<WireDevice>
  /** `GET /devices/{device}`, by id or targetName (`user|Device name`). */
  get(device: string, options?: CallOptions): Promise<WireDevice>
}

export const deviceKind: ResourceKind<WireDevice> = {
  rows: deviceRows,
  nested: [{ field: 'timeframes', route: '/devices/{device}/timeframes', rows: anyRows }],
}

export function createDevices(transport: Transport): DevicesResource {
  const embed = ['timeframes']
  return {
    list: listRoute(transport, '/devices', deviceKind, { embed }),
    get: getRoute(transport, '/devices/{device}', deviceKind, embed),
  }
}

export interface DeviceNamesResource {
  /** `GET /device-names`. */
  list(
    query?: PageQuery & { readonly deviceTypes?: readonly string[] },
    options?: CallOptions,
  ): PageList<WireDeviceName>
  /** The one by that id or name, out of `GET /device-names`. */
  get(deviceName: string, options?: CallOptions): Promise<WireDeviceName>
}

export function createDeviceNames(transport: Transport): DeviceNamesResource {
  const list = listRoute(transport, '/device-names', { rows: deviceNameRows })
  return {
    list,
    get: (asked, options) =>
      findRow(list({}, options), '/device-names', asked, ({ id, name }) => id === asked || name === asked),
  }
}

export interface DeviceTypesResource {
  /** `GET /device-types`: words. */
  list(query?: undefined, options?: CallOptions): PageList<string>
  /** The type by that word in any case, out of `GET /device-types`. */
  get(deviceType: string, options?: CallOptions): Promise<string>
}

export function createDeviceTypes(transport: Transport): DeviceTypesResource {
  const list = listRoute(transport, '/device-types', { rows: deviceTypeRows, paged: false })
  return {
    list,
    get: (asked, options) =>
      findRow(list({}, options), '/device-types', asked, (word) => word.toUpperCase() === asked.toUpperCase()),
  }
}
