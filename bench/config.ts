const { OCTAVO_HOME: _home, OCTAVO_DEMO: _demo, PORT: _port, OCTAVO_DATABASE_URL: _database, OCTAVO_REDIS_URL: _redis, NODE_OPTIONS: _options, ...rest } = process.env

/** What a shop that is measured is started with: the environment without what would change which shop it is. */
export const launchEnvironment: NodeJS.ProcessEnv = rest

/** The browser that pages are painted by. */
export const chromiumPath = (): string => process.env['OCTAVO_TEST_CHROMIUM'] ?? '/usr/bin/chromium'
