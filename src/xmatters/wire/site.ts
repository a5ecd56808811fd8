import type { WireSelfLink } from './page.ts'

/** `GET /sites`. `country` is ISO 3166 alpha-3 as far as is known. */
export interface WireSite {
  readonly id: string
  readonly name?: string
  readonly status?: string
  readonly externallyOwned?: boolean
  readonly externalKey?: string
  readonly language?: string
  readonly timezone?: string
  readonly address1?: string
  readonly address2?: string
  readonly city?: string
  readonly state?: string
  readonly country?: string
  readonly postalCode?: string
  readonly latitude?: number | string
  readonly longitude?: number | string
  readonly links?: WireSelfLink
}
