/** Digests of the page's own script and style sheet, for its content security policy; a test says the new ones when they change. */
export const scriptHash = 'sha256-q0ED8uoGY5faTOuvGPMi0SoA40DPMDGXmgybbwx5FYw='
export const styleHash = 'sha256-hIVCxQhyjUGdPbJdIPqFSPFvrB354E+0DOi06boi1Lg='
