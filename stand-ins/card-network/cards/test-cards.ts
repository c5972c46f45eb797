/** Why a charge on a card is refused, in Stripe's codes. */
export interface Decline {
  code: string
  declineCode?: string
  message: string
}

/**
 * When a card asks its holder to prove who they are. `unless_set_up`: off-session payments pass once the card was set up, with the
 * holder present it always asks. `on_session`: counts as set up from the start.
 */
export type Challenge = 'never' | 'unless_set_up' | 'on_session' | 'always'

export interface TestCard {
  /** Stripe's token names after `pm_card_` (and `tok_`). */
  tokens: readonly [string, ...string[]]
  number: string
  brand: string
  funding: 'credit' | 'debit' | 'prepaid'
  country: string
  challenge: Challenge
  decline: Decline | null
  /** Whether a card that will be declined can still be kept for a customer. */
  keeps: boolean
}

/** The card behind a token, `pm_card_visa` or `tok_visa`. */
export function cardOfToken(token: string): TestCard | undefined {
  const name = /^(?:pm_card_|tok_)(\w+)$/.exec(token)?.[1]
  return name === undefined ? undefined : byToken.get(name)
}

export function cardOfNumber(number: string): TestCard | undefined {
  return byNumber.get(number)
}

export function cardNamed(name: string): TestCard {
  const card = byToken.get(name)
  if (!card) throw new Error(`no test card is called ${name}`)
  return card
}

const declined = (declineCode: string, message = 'Your card was declined.'): Decline => ({ code: 'card_declined', declineCode, message })
const insufficientFunds = declined('insufficient_funds', 'Your card has insufficient funds.')

/** The cards and tokens of docs.stripe.com/testing that a shop's payments can tell apart. */
const cards: readonly TestCard[] = [
  plain('4242424242424242', 'visa', 'visa', 'us'),
  plain('4000056655665556', 'visa', 'visa_debit'),
  plain('5555555555554444', 'mastercard', 'mastercard'),
  plain('2223003122003222', 'mastercard', 'mastercard_2series'),
  plain('5200828282828210', 'mastercard', 'mastercard_debit'),
  plain('5105105105105100', 'mastercard', 'mastercard_prepaid'),
  plain('378282246310005', 'amex', 'amex', 'amex_threeDSecureNotSupported'),
  plain('371449635398431', 'amex', 'amex_second'),
  plain('6011111111111117', 'discover', 'discover'),
  plain('3056930009020004', 'diners', 'diners'),
  plain('3566002020360505', 'jcb', 'jcb'),
  plain('6200000000000005', 'unionpay', 'unionpay'),
  { ...plain('4000008260000000', 'visa', 'gb'), country: 'GB' },
  { ...plain('4000002760000016', 'visa', 'de'), country: 'DE' },
  { ...plain('4000002500000003', 'visa', 'fr'), country: 'FR' },
  { ...plain('4000003720000005', 'visa', 'ie'), country: 'IE' },
  { ...plain('4000001240000000', 'visa', 'ca'), country: 'CA' },
  { ...plain('4000000360000006', 'visa', 'au'), country: 'AU' },
  { ...plain('4000003920000003', 'visa', 'jp'), country: 'JP' },

  refused('4000000000000002', declined('generic_decline'), 'chargeDeclined', 'visa_chargeDeclined'),
  refused('4000000000009995', insufficientFunds, 'chargeDeclinedInsufficientFunds', 'visa_chargeDeclinedInsufficientFunds'),
  refused('4000000000009987', declined('lost_card'), 'chargeDeclinedLostCard', 'visa_chargeDeclinedLostCard'),
  refused('4000000000009979', declined('stolen_card'), 'chargeDeclinedStolenCard', 'visa_chargeDeclinedStolenCard'),
  refused('4000000000006975', declined('card_velocity_exceeded'), 'chargeDeclinedVelocityLimitExceeded', 'visa_chargeDeclinedVelocityLimitExceeded'),
  refused('4100000000000019', declined('fraudulent'), 'chargeDeclinedFraudulent', 'radarBlock'),
  refused('4000000000000069', { code: 'expired_card', message: 'Your card has expired.' }, 'chargeDeclinedExpiredCard', 'visa_chargeDeclinedExpiredCard'),
  refused('4000000000000127', { code: 'incorrect_cvc', message: "Your card's security code is incorrect." }, 'chargeDeclinedIncorrectCvc', 'visa_chargeDeclinedIncorrectCvc'),
  refused('4000000000000119', {
    code: 'processing_error', message: 'An error occurred while processing your card. Try again in a little bit.',
  }, 'chargeDeclinedProcessingError', 'visa_chargeDeclinedProcessingError'),
  { ...refused('4000000000000341', declined('generic_decline'), 'chargeCustomerFail', 'visa_chargeCustomerFail'), keeps: true },

  challenging('4000002500003155', 'unless_set_up', 'authenticationRequiredOnSetup'),
  challenging('4000002760003184', 'always', 'authenticationRequired'),
  challenging('4000003800000446', 'on_session', 'authenticationRequiredSetupForOffSession'),
  { ...challenging('4000008260003178', 'always', 'authenticationRequiredChargeDeclinedInsufficientFunds'), decline: insufficientFunds },
  challenging('4000000000003220', 'always', 'threeDSecure2Required'),
  challenging('4000000000003063', 'always', 'threeDSecureRequired'),
  { ...challenging('4000008400001629', 'always', 'threeDSecureRequiredChargeDeclined'), decline: declined('generic_decline'), keeps: false },
  plain('4000000000003055', 'visa', 'threeDSecureOptional'),

  plain('4000000000000259', 'visa', 'createDispute'),
]
const byToken = new Map(cards.flatMap((card) => card.tokens.map((token) => [token, card])))
const byNumber = new Map(cards.map((card) => [card.number, card]))

function plain(number: string, brand: string, ...tokens: [string, ...string[]]): TestCard {
  const funding = tokens[0].endsWith('debit') ? 'debit' : tokens[0].endsWith('prepaid') ? 'prepaid' : 'credit'
  return { tokens, number, brand, funding, country: 'US', challenge: 'never', decline: null, keeps: true }
}

function refused(number: string, decline: Decline, ...tokens: [string, ...string[]]): TestCard {
  return { ...plain(number, 'visa', ...tokens), decline, keeps: false }
}

function challenging(number: string, challenge: Challenge, ...tokens: [string, ...string[]]): TestCard {
  return { ...plain(number, 'visa', ...tokens), challenge }
}
