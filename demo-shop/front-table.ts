/** The order in which the shop would like its books to be met, by handle. */
export const frontTable = [
  'moby-dick', 'pride-and-prejudice', 'alices-adventures-in-wonderland', 'frankenstein', 'meditations',
  'the-adventures-of-sherlock-holmes', 'wuthering-heights', 'kinder-und-hausmaerchen', 'treasure-island', 'dubliners',
  'on-the-origin-of-species', 'three-men-in-a-boat', 'leaves-of-grass', 'dracula', 'the-wind-in-the-willows',
  'crime-and-punishment', 'die-verwandlung', 'walden', 'barchester-towers', 'the-time-machine',
  'narrative-of-the-life-of-frederick-douglass', 'don-quixote', 'le-avventure-di-pinocchio', 'middlemarch',
  'sailing-alone-around-the-world', 'les-fleurs-du-mal', 'the-divine-comedy', 'the-tale-of-peter-rabbit',
  'around-the-world-in-eighty-days', 'the-natural-history-of-selborne', 'madame-bovary', 'don-quijote-de-la-mancha',
  'a-ladys-life-in-the-rocky-mountains', 'grimms-household-tales', 'the-warden', 'a-vindication-of-the-rights-of-woman',
  'robinson-crusoe', 'italienische-reise', 'botchan', 'os-lusiadas', 'the-adventures-of-pinocchio',
  'decline-and-fall-of-the-roman-empire-1', 'la-divina-commedia', 'thus-spake-zarathustra',
  'le-tour-du-monde-en-quatre-vingts-jours', 'madame-bovary-fr', 'also-sprach-zarathustra', 'prestuplenie-i-nakazanie',
  'botchan-ja',
]
