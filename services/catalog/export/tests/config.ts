/** Where EDItEUR's schemas are checked by: the command of PyPI's `onixcheck`. */
export function readOnixcheck(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const command = environment['OCTAVO_TEST_ONIXCHECK']
  if (!command) throw new Error('OCTAVO_TEST_ONIXCHECK names the command onixcheck (pip install onixcheck==0.9.12) that these tests check by')
  return command
}
