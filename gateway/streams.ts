import type { ServerResponse } from 'node:http'

/** Answers that may stay open: event streams. When the door closes they are ended, and browsers come back by themselves. */
export interface EventStreams {
  watch(response: ServerResponse): void
  end(): void
}

export function eventStreams(): EventStreams {
  const open = new Set<ServerResponse>()
  return {
    watch(response) {
      open.add(response)
      response.once('close', () => open.delete(response))
    },
    end() {
      for (const response of open) if (String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')) response.end()
    },
  }
}
