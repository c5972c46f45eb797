export { readTestDatabaseUrl } from './config.ts'

/** Of the tests alone: their databases hold nothing. */
export const testSecret = 'a secret of the tests'
