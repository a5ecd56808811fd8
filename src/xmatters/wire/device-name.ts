/** `GET /device-names`. */
export interface WireDeviceName {
  readonly id?: string
  readonly name?: string
  readonly deviceType?: string
  readonly description?: string
  readonly domains?: readonly string[]
  readonly privileged?: boolean
}
