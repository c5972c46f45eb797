/** Philosophy, politics, science and essays. */
import { classics } from '../press/classic.ts'

export const ideas = classics([
  { n: 601, title: 'The Republic', by: 'Plato', year: -375, pages: 432, kind: 'ancientThought',
    also: ['society-and-politics'], from: 'grc', translator: 'Benjamin Jowett', keywords: ['justice', 'the cave', 'education', 'Socrates'],
    text: `
      Socrates is walking home when somebody catches his cloak, and they talk about justice until the night is gone. To see
      it written large, they build a city. There are prisoners in a cave in it, and philosophers on the throne, and no
      poets.` },
  { n: 602, title: 'The Apology, Crito and Phaedo of Socrates', handle: 'the-apology-crito-and-phaedo', by: 'Plato', year: -385, pages: 176, kind: 'ancientThought',
    from: 'grc', translator: 'Henry Cary', keywords: ['Socrates', 'trial', 'death', 'hemlock'],
    text: `
      The defence of a man of seventy, the offer of an escape, and the last afternoon. He explains to his judges that he is
      owed free dinners. Afterwards he reminds a friend that they owe a cock.` },
  { n: 603, title: 'The Nicomachean Ethics', by: 'Aristotle', year: -330, pages: 320, kind: 'ancientThought',
    from: 'grc', translator: 'F. H. Peters', keywords: ['virtue', 'friendship', 'happiness', 'the mean'],
    text: `
      What do we want that we want for nothing else? He looks at what people praise, and finds courage between two ways of
      getting it wrong. Two books out of ten are about friendship, which is a fair proportion.` },
  { n: 604, title: 'The Enchiridion', by: 'Epictetus', year: 125, pages: 64, kind: 'ancientThought',
    from: 'grc', translator: 'Elizabeth Carter', keywords: ['Stoicism', 'freedom', 'slavery', 'handbooks'],
    text: `
      Some things are in our power and others are not. A man who had been a slave and was lame taught this at Nicopolis, and
      a pupil took it down, small enough to keep in the hand. Elizabeth Carter’s English paid for her house.` },
  { n: 605, title: 'On the Nature of Things', by: 'Lucretius', year: -55, pages: 288, kind: 'ancientThought',
    also: ['poetry', 'science-and-nature'], from: 'la', translator: 'William Ellery Leonard', keywords: ['atoms', 'Epicurus', 'fear of death', 'the swerve'],
    text: `
      Everything is atoms and space, the gods do not mind us, and there is nothing to fear. He says it in six books of
      hexameters, with honey round the cup. One manuscript was found in a monastery in 1417, by a papal secretary out of
      work.` },
  { n: 606, title: 'The Consolation of Philosophy', by: 'Boethius', year: 524, pages: 160, kind: 'ancientThought',
    from: 'la', translator: 'H. R. James', keywords: ['prison', 'fortune', 'the wheel', 'consolation'],
    text: `
      A Roman minister, in prison and soon to be killed, is visited by a tall woman with a torn dress. She sends the Muses
      away and asks him what he has lost. King Alfred translated it, and so did Chaucer, and so did a queen.` },
  { n: 607, title: 'Tao Teh King', by: 'Laozi', year: -400, pages: 112, kind: 'easternThought',
    from: 'zh', translator: 'James Legge', keywords: ['Taoism', 'water', 'rulers', 'doing nothing'],
    text: `
      The way that can be told is not the way, it says at the top, and then there are eighty-one short chapters. Water,
      valleys and uncarved wood come out well; rulers who do things do not. He wrote it, the story goes, for the keeper of
      the pass, who would not let him through without.` },
  { n: 608, title: 'The Analects', by: 'Confucius', year: -400, pages: 208, kind: 'easternThought',
    from: 'zh', translator: 'James Legge', keywords: ['conduct', 'learning', 'government', 'ritual'],
    text: `
      What the Master said, put together by those who were there. He liked music, did not sit on a mat that was not
      straight, and was glad when friends came from far away. One could be governed worse, and most have been.` },
  { n: 609, title: 'The Art of War', by: 'Sun Tzu', year: -450, pages: 128, kind: 'easternThought',
    also: ['history'], from: 'zh', translator: 'Everard Ferguson Calthrop', keywords: ['strategy', 'spies', 'terrain', 'deception'],
    text: `
      Thirteen short chapters by a general who thinks that the best battle is the one not needed. It is much bought by
      people in offices. Calthrop, who put it into English first, was a captain of artillery learning Japanese.` },
  { n: 610, title: 'The Prince', by: 'Niccolò Machiavelli', year: 1532, pages: 144, kind: 'politics',
    from: 'it', translator: 'W. K. Marriott', keywords: ['Florence', 'power', 'Borgia', 'fortune'],
    text: `
      An official out of office, who has been tortured, writes down what he saw princes do, and sends it to one in hope of a
      post. It did not get him one. What shocked was less the advice than that he gave it in a level voice.` },
  { n: 611, title: 'Utopia', by: 'Thomas More', year: 1516, pages: 160, kind: 'politics',
    from: 'la', translator: 'Gilbert Burnet', keywords: ['islands', 'property', 'gold', 'the commonwealth'],
    text: `
      A sailor met in Antwerp tells of an island where gold is used for chamber pots and nobody works above six hours. More
      gave it a name that means nowhere. How far he is joking has been asked for five hundred years, and he had that kind of
      face.` },
  { n: 612, title: 'Leviathan', by: 'Thomas Hobbes', year: 1651, pages: 640, kind: 'politics',
    keywords: ['sovereignty', 'fear', 'civil war', 'the state of nature'],
    text: `
      Without a power to keep them all in awe men live like wolves, and he had seen a civil war. So they agree on a
      sovereign, and obey. The famous phrase has five adjectives, of which people forget the first.` },
  { n: 613, title: 'The Social Contract', by: 'Jean-Jacques Rousseau', year: 1762, pages: 192, kind: 'politics',
    from: 'fr', translator: 'Henry John Tozer', keywords: ['general will', 'freedom', 'Geneva', 'republics'],
    text: `
      Man is born free, and everywhere he is in chains; how did that come about? I do not know, says the next line but one,
      and that is the charm of him. The book was burnt at Geneva, and quoted in Paris on scaffolds.` },
  { n: 614, title: 'The Wealth of Nations', by: 'Adam Smith', year: 1776, pages: 1008, kind: 'economics',
    keywords: ['trade', 'pins', 'labour', 'prices'],
    text: `
      It opens in a pin factory, and before it is done has gone through corn, silver, universities and the price of Scotch
      cattle. The invisible hand is mentioned once. He distrusted merchants a good deal more than those who quote him.` },
  { n: 615, title: 'Rights of Man', by: 'Thomas Paine', year: 1791, pages: 288, kind: 'politics',
    keywords: ['revolution', 'Burke', 'pensions', 'monarchy'],
    text: `
      Burke pitied the plumage and forgot the dying bird, says Paine, who had been a staymaker and an exciseman. In the
      second part he adds up what pensions for the old would cost. He left for France with a warrant twenty minutes behind
      him.` },
  { n: 616, title: 'On Liberty', by: 'John Stuart Mill', year: 1859, pages: 160, kind: 'politics',
    keywords: ['freedom', 'opinion', 'eccentricity', 'the state'],
    text: `
      If all mankind but one were of one opinion, they would have no more right to silence him than he to silence them. He
      and Harriet Taylor went over every sentence together. She died before it was printed, and he changed nothing after.` },
  { n: 617, title: 'The Subjection of Women', by: 'John Stuart Mill', year: 1869, pages: 144, kind: 'rights',
    keywords: ['equality', 'marriage', 'law', 'suffrage'],
    text: `
      What women are by nature, nobody can tell, Mill argues, for as yet no one has seen. The law of marriage he compares
      with slavery, and then goes through the law. He had already moved in Parliament for their vote, and lost by a good
      deal.` },
  { n: 618, title: 'Democracy in America', by: 'Alexis de Tocqueville', year: 1835, pages: 896, kind: 'politics',
    also: ['travel'], from: 'fr', translator: 'Henry Reeve', keywords: ['America', 'equality', 'associations', 'the majority'],
    text: `
      A French magistrate of twenty-five went to look at prisons, and looked at everything else. He saw lawyers, lonely
      people and a great many committees. Every party in America can quote him against the others.` },
  { n: 619, title: 'Civil Disobedience', by: 'Henry David Thoreau', year: 1849, pages: 64, kind: 'politics',
    also: ['essays-and-letters'], keywords: ['taxes', 'prison', 'conscience', 'Concord'],
    text: `
      He would not pay the poll tax to a government that kept slaves and made war on Mexico, and spent a night in Concord
      jail. Someone paid it for him, to his annoyance. It takes an hour to read, and Gandhi read it in another prison.` },
  { n: 620, title: 'Discourse on the Method', by: 'René Descartes', year: 1637, pages: 112, kind: 'thought',
    from: 'fr', translator: 'John Veitch', keywords: ['doubt', 'reason', 'method', 'stoves'],
    text: `
      A soldier shut up for the winter in a warm room decides to believe nothing, to see what is left. One thing is, and it
      is five words long in English. He wrote it in French so that women might read it, and people without Latin.` },
  { n: 621, title: 'Ethics', by: 'Benedict de Spinoza', year: 1677, pages: 304, kind: 'thought', demand: 'last copies',
    from: 'la', translator: 'R. H. M. Elwes', keywords: ['God', 'nature', 'geometry', 'passions'],
    text: `
      God, the mind and love are set out in definitions, axioms and proofs, as if they were triangles. He ground lenses for
      a living, and left it in a locked desk. The notes, where he loses patience, are the place to begin.` },
  { n: 622, title: 'An Enquiry Concerning Human Understanding', by: 'David Hume', year: 1748, pages: 208, kind: 'thought',
    keywords: ['causes', 'habit', 'miracles', 'scepticism'],
    text: `
      That the sun will rise tomorrow is a habit of ours. He says so with great good humour, and goes off to play
      backgammon. His first book had fallen dead-born from the press; this is the same again, for company.` },
  { n: 623, title: 'Critique of Pure Reason', by: 'Immanuel Kant', year: 1781, pages: 784, kind: 'thought',
    from: 'de', translator: 'J. M. D. Meiklejohn', keywords: ['knowledge', 'space and time', 'limits', 'Königsberg'],
    text: `
      What can we know before we look? Kant, who never left his province, turned the question inside out after ten years of
      saying nothing. A friend returned the manuscript half read, for fear of his wits; the introduction, at least, is
      lucid.` },
  { n: 624, title: 'Beyond Good and Evil', by: 'Friedrich Nietzsche', year: 1886, pages: 240, kind: 'thought',
    from: 'de', translator: 'Helen Zimmern', keywords: ['morals', 'aphorisms', 'truth', 'Europe'],
    text: `
      Supposing that Truth is a woman, what then? Nine parts and a song at the end, against philosophers, Germans and pity.
      He paid for the printing himself, and sold a hundred and fourteen in the first year.` },
  { n: 625, title: 'The Varieties of Religious Experience', by: 'William James', year: 1902, pages: 528, kind: 'mind',
    also: ['philosophy'], keywords: ['religion', 'conversion', 'mystics', 'psychology'],
    text: `
      Twenty lectures on what religion feels like to those who have it badly. James lets them speak for pages: saints,
      drinkers, melancholics, and a Frenchman in a dressing room who is himself. He writes psychology like a novelist,
      people said; his brother did the reverse.` },
  { n: 626, title: 'The Interpretation of Dreams', by: 'Sigmund Freud', year: 1899, pages: 512, kind: 'mind',
    from: 'de', translator: 'A. A. Brill', keywords: ['dreams', 'Vienna', 'wishes', 'the unconscious'],
    text: `
      A dream is the fulfilment of a wish, he says, and tells us a great many of his own, with omissions. The title page had
      the new century on it, a little early. Three hundred and fifty-one copies sold in six years.` },
  { n: 627, title: 'Essays', handle: 'essays-by-montaigne', by: 'Michel de Montaigne', year: 1580, pages: 1120, kind: 'essays',
    from: 'fr', translator: 'Charles Cotton', keywords: ['self-knowledge', 'friendship', 'thumbs', 'cats'],
    text: `
      A gentleman retires to a tower with his books and finds that his mind bolts like a horse, so he writes down what it
      does. Cannibals, thumbs, the education of boys, his kidney stone. Is he playing with his cat, or she with him?` },
  { n: 628, title: 'Essays', handle: 'essays-by-francis-bacon', subtitle: 'Counsels, Civil and Moral', by: 'Francis Bacon', year: 1597, pages: 240, kind: 'essays',
    keywords: ['gardens', 'ambition', 'studies', 'revenge'],
    text: `
      Some books are to be tasted, others to be swallowed, and some few chewed and digested. These are to be chewed: three
      pages each on revenge, gardens, plantations and deformity, by a Lord Chancellor who took presents.` },
  { n: 629, title: 'The Essays of Elia', by: 'Charles Lamb', year: 1823, pages: 304, kind: 'essays',
    keywords: ['roast pig', 'old china', 'London', 'clerks'],
    text: `
      A clerk in the India House wrote about chimney sweepers, whist and the origin of roast pig. There was a great sorrow
      in his house, and he took care of it all his life. You would not know it, except by how gentle he is.` },
  { n: 630, title: 'Essays: First Series', by: 'Ralph Waldo Emerson', year: 1841, pages: 240, kind: 'essays',
    keywords: ['self-reliance', 'nature', 'Concord', 'the over-soul'],
    text: `
      A foolish consistency is the hobgoblin of little minds, he says, and nobody can complain of it here. They were
      lectures first, and each sentence stands up by itself to be clapped. <em>Self-Reliance</em> is the one to read, on a
      hill.` },
  { n: 631, title: 'Sesame and Lilies', by: 'John Ruskin', year: 1865, pages: 192, kind: 'essays',
    keywords: ['reading', 'libraries', 'education', 'Manchester'],
    text: `
      He was asked to speak in Manchester in aid of a library, and asked why anyone should read. All books are divisible
      into two classes, those of the hour and those of all time. Proust translated it, and argued with it in the footnotes.` },
  { n: 632, title: 'A Room of One’s Own', by: 'Virginia Woolf', year: 1929, pages: 128, kind: 'essays',
    also: ['society-and-politics'], keywords: ['women writers', 'money', 'colleges', 'Shakespeare’s sister'],
    text: `
      Asked to speak on women and fiction, she walks on the grass of a college and is sent off it. Lunch at the men’s is
      sole and partridge; dinner at the women’s is prunes. It comes down to five hundred a year and a lock, and the sum has
      been gone over since and found right.` },
  { n: 633, title: 'The Elements', handle: 'the-elements-of-euclid', by: 'Euclid', year: -300, pages: 480, kind: 'numbers',
    also: ['the-ancient-world'], from: 'grc', translator: 'Thomas L. Heath', keywords: ['geometry', 'proof', 'triangles', 'primes'],
    text: `
      Five postulates, five common notions, and everything else is proved. A king asked for a shorter way, and there was
      none. Heath’s notes are three times as long as Euclid, and for anyone who likes notes that is the attraction.` },
  { n: 634, title: 'The Starry Messenger', by: 'Galileo Galilei', year: 1610, pages: 96, kind: 'learning',
    from: 'la', translator: 'Edward Stafford Carlos', keywords: ['telescopes', 'Jupiter', 'moon', 'Venice'],
    text: `
      He pointed a tube at the moon and saw mountains; he pointed it at Jupiter and saw four stars that moved. The drawings
      are from the nights themselves. It is sixty pages long, was written in weeks, and moved the earth.` },
  { n: 635, title: 'Experimental Researches in Electricity', by: 'Michael Faraday', year: 1839, pages: 576, kind: 'learning',
    keywords: ['electricity', 'magnets', 'experiments', 'induction'],
    text: `
      A blacksmith’s son, apprenticed to a bookbinder, read what he bound. These are his papers, numbered by the paragraph,
      and they contain no algebra: wire, magnets, a needle that moves. It is as near as one comes to watching somebody find
      out.` },
  { n: 636, title: 'The Descent of Man, and Selection in Relation to Sex', handle: 'the-descent-of-man', by: 'Charles Darwin', year: 1871, pages: 688, kind: 'evolution',
    keywords: ['evolution', 'peacocks', 'ancestors', 'apes'],
    text: `
      The sentence about man that he had left at the end of the <em>Origin</em>, twelve years later and in two volumes. More
      than half is about birds, and why a peacock goes to such trouble. The last words are about our lowly origin, and are
      not ashamed of it.` },
  { n: 637, title: 'The Formation of Vegetable Mould, through the Action of Worms', handle: 'the-action-of-worms', by: 'Charles Darwin', year: 1881, pages: 208, kind: 'nature',
    keywords: ['earthworms', 'gardens', 'soil', 'patience'],
    text: `
      His last book, and by no means his least. He played them the bassoon and the piano, to which they were deaf, and laid
      a stone in a field to see how fast it sank. It sold faster than the <em>Origin</em>.`, demand: 'new printing' },
  { n: 638, title: 'The Life of the Bee', by: 'Maurice Maeterlinck', year: 1901, pages: 240, kind: 'nature',
    from: 'fr', translator: 'Alfred Sutro', keywords: ['bees', 'hives', 'swarms', 'queens'],
    text: `
      A poet who had kept bees for twenty years tells one year of a hive. He does not say that they are like us, though he
      is often tempted. The massacre of the males is told like the fall of a court.` },
  { n: 639, title: 'Nature Near London', by: 'Richard Jefferies', year: 1883, pages: 224, kind: 'nature',
    keywords: ['Surbiton', 'hedges', 'birds', 'footpaths'],
    text: `
      He came to Surbiton expecting to find nothing wild, and found more than he could write down. Hedges, a brook, a trout
      under a bridge that he visited for years and told nobody of. It can still be walked, with a map and some faith.` },
  { n: 640, title: 'My First Summer in the Sierra', by: 'John Muir', year: 1911, pages: 208, kind: 'nature',
    also: ['travel'], keywords: ['Yosemite', 'sheep', 'mountains', 'diaries'],
    text: `
      In 1869 he was hired to see that two thousand sheep got up to the meadows, and kept a notebook tied to his belt. Of
      the sheep he came to think poorly. Of everything else, boulders and storms included, he writes as if it had been made
      that morning.` },
])
