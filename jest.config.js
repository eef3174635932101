// Fast suites (no network beyond loopback, no builds) and slow ones (bundles, real venvs, act) are projects of one jest run.
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['<rootDir>/__tests__/support/seed.ts'],
  transform: { '\\.ts$': '<rootDir>/scripts/strip-types.js' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/', '<rootDir>/bench/.data/'],
}
const slow = ['<rootDir>/__tests__/e2e/']

export default {
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    { ...shared, displayName: 'fast', testMatch: ['<rootDir>/__tests__/**/*.test.ts'], testPathIgnorePatterns: slow },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/__tests__/e2e/**/*.test.ts'] },
  ],
}
