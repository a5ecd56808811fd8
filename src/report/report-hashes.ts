/** Digests of the page's own script and style sheet, for its content security policy; a test says the new ones when they change. */
export const scriptHash = 'sha256-kAM2OPXiON/S4/bSjlC5qcbXQmZYut0bLgDZ9wBIcx8='
export const styleHash = 'sha256-qCJukym3YNoy8L/D1+naUAnTbB88GHCbjO5fPG4Ykfg='
