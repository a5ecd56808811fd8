import type { PageList } from '../page.ts'
import { createPageList } from '../page-list.ts'
import type { Transport } from '../transport.ts'
import type { WireDevice, WireDeviceName } from '../wire/index.ts'
import { deviceRows } from '../wire-schema/people-rows.ts'
import { deviceNameRows, deviceTypeRows } from '../wire-schema/place-rows.ts'
import { anyRows } from '../wire-schema/row-kind.ts'
import {
  type CallOptions,
  findRow,
  getRow,
  listRows,
  type PageQuery,
  queryOf,
  type ResourceKind,
} from './read-resource.ts'

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
    list: (query, options) =>
      listRows(transport, deviceKind, { route: '/devices', query: queryOf(query, { embed }) }, options),
    get: (device, options) =>
      getRow(transport, deviceKind, { route: '/devices/{device}', params: { device }, query: { embed } }, options),
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
  const list: DeviceNamesResource['list'] = (query, options) =>
    listRows(transport, { rows: deviceNameRows }, { route: '/device-names', query: queryOf(query) }, options)
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
  const list: DeviceTypesResource['list'] = (_query, options) =>
    createPageList({ transport, route: '/device-types', rows: deviceTypeRows, signal: options?.signal, paged: false })
  return {
    list,
    get: (asked, options) =>
      findRow(list(undefined, options), '/device-types', asked, (word) => word.toUpperCase() === asked.toUpperCase()),
  }
}
