export {
  assignIdentifiers,
  deriveIdentifier,
  isIdentifier,
  maxIdentifierLength,
  reservedWords,
  type IdentifierOptions,
  type IdentifierRequest,
} from './identifier.ts'
export {
  invitationLimits,
  invitationRequests,
  readInvitationOutcomes,
  type InvitationOptions,
  type InvitationOutcome,
  type RoleBinding,
} from './invitation-request.ts'
export { defaultMaxNameLength, harnessName, type HarnessName } from './name.ts'
export { defaultPhoneCountries, isPhoneSupported, phoneCountry } from './phone-country.ts'
export { harnessEmail, harnessEmails, scopeQuery, type HarnessRequest, type HarnessScope } from './request.ts'
export {
  createUserGroupRequest,
  maxDescriptionLength,
  maxGroupMembers,
  maxTags,
  readUserGroupRequest,
  updateUserGroupRequest,
  type HarnessUserGroup,
} from './user-group-request.ts'
