/** The fields of Stripe's `error` object. Intents are the objects themselves, as they stand after the failure. */
export interface ErrorFields {
  type: 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error'
  message: string
  code?: string
  decline_code?: string
  param?: string
  charge?: string
  payment_intent?: object
  setup_intent?: object
  payment_method?: object
}

/**
 * A request refused in Stripe's words. Thrown, nothing of the request is kept; returned by an operation, what it did stays (a
 * declined payment leaves its failed charge behind).
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly fields: ErrorFields

  constructor(status: number, fields: ErrorFields) {
    super(fields.message)
    this.status = status
    this.fields = fields
  }
}

/** The request makes no sense as it stands. */
export function invalid(message: string, more: { param?: string; code?: string } = {}): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message, ...more })
}

/** A wrong value of a parameter, found before anything was done: such answers are not kept under an idempotency key. */
export function badParameter(param: string, message: string, code = 'parameter_invalid'): ApiError {
  return invalid(message, { param, code })
}

/** Stripe answers 404 when the id is in the path and 400 when it is a parameter. */
export function missing(noun: string, id: string, { param, status }: { param: string; status: 400 | 404 }): ApiError {
  return new ApiError(status, { type: 'invalid_request_error', code: 'resource_missing', param, message: `No such ${noun}: '${id}'` })
}

/** The thing exists and its state does not allow the operation; the intent comes along. */
export function unexpectedState(message: string, intent: { object: string }): ApiError {
  const code = `${intent.object}_unexpected_state`
  return new ApiError(400, { type: 'invalid_request_error', code, message, [intent.object]: intent })
}
