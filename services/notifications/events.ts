import { z } from 'zod'
import { defineEvent } from '@octavo/events'

/** A mail was handed to the mail server. */
export const messageSent = defineEvent('notifications', 'message-sent', 1, z.object({ messageId: z.string(), kind: z.string(), to: z.string(), at: z.string() }))
