import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'

/** What an authenticator app shows that was told this secret. */
export const codeOf = (secret: string): Promise<string> => createOTP(new TextDecoder().decode(base32.decode(secret))).totp()
