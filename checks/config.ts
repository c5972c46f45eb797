/** What the tools that are started see of the environment: all of it. */
export const environment: NodeJS.ProcessEnv = process.env
