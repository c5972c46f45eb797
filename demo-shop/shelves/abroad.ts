/** More books in the language they were written in, each described in it. */
import { classics } from '../press/classic.ts'

const german = classics([
  { n: 1001, title: 'Faust', subtitle: 'Der Tragödie erster Teil', by: 'Johann Wolfgang von Goethe', year: 1808, pages: 224, kind: 'play',
    keywords: ['Teufelspakt', 'Gretchen', 'Osternacht', 'Pudel'],
    text: `
      Ein Gelehrter hat alles studiert und findet, dass es nicht reicht. Der Teufel kommt als Pudel und ist der beste
      Gesellschafter, den man sich wünschen kann. Die Hälfte aller deutschen Zitate steht hier, und man erschrickt, wo.` },
  { n: 1002, title: 'Die Leiden des jungen Werthers', by: 'Johann Wolfgang von Goethe', year: 1774, pages: 144, kind: 'love',
    work: { key: 'work:the-sorrows-of-young-werther', title: 'Die Leiden des jungen Werthers' }, keywords: ['Briefe', 'Liebe', 'Natur', 'Wetzlar'],
    text: `
      Lotte schneidet Brot für ihre Geschwister, und um Werther ist es geschehen. Dass sie verlobt ist, weiß er schon. Ein
      kurzes Buch in Briefen, an dem die empfindlichste Stelle des Jahrhunderts zu fühlen ist.` },
  { n: 1003, title: 'Michael Kohlhaas', by: 'Heinrich von Kleist', year: 1810, pages: 128, kind: 'novel',
    also: ['short-stories'], keywords: ['Recht', 'Rosshändler', 'Brandenburg', 'Rache'],
    text: `
      Einem Rosshändler werden zwei Pferde widerrechtlich genommen und zuschanden gefahren. Er will sie wiederhaben, dick
      gefüttert, und zündet darüber Wittenberg an. Das Rechtsgefühl macht ihn zum Räuber und Mörder; so steht es im ersten
      Satz, und er hat recht.` },
  { n: 1004, title: 'Aus dem Leben eines Taugenichts', by: 'Joseph von Eichendorff', year: 1826, pages: 112, kind: 'novel',
    also: ['short-stories', 'travel'], keywords: ['Wandern', 'Geige', 'Italien', 'Romantik'],
    text: `
      Der Müller schickt seinen Sohn in die Welt, der nimmt die Geige und geht. Er wird Zolleinnehmer und pflanzt Blumen, wo
      Kartoffeln standen. Wer danach nicht wandern will, dem ist mit Büchern nicht zu helfen.` },
  { n: 1005, title: 'Die Judenbuche', subtitle: 'Ein Sittengemälde aus dem gebirgichten Westfalen', by: 'Annette von Droste-Hülshoff', year: 1842, pages: 80, kind: 'mystery',
    also: ['short-stories'], keywords: ['Westfalen', 'Holzfrevel', 'Mord', 'Schuld'],
    text: `
      In einem westfälischen Dorf wird nachts Holz gestohlen, dann liegt ein Förster tot und einige Jahre später ein
      jüdischer Händler. Unter der Buche, in deren Rinde etwas geschrieben steht, endet es. Wer es getan hat, muss man
      selbst entscheiden.` },
  { n: 1006, title: 'Das Fräulein von Scuderi', by: 'E. T. A. Hoffmann', year: 1819, pages: 96, kind: 'mystery',
    also: ['gothic-and-horror'], keywords: ['Paris', 'Goldschmied', 'Juwelen', 'Ludwig XIV.'],
    text: `
      Nachts werden in Paris Kavaliere erstochen, die ihrer Dame Schmuck bringen wollen. Eine Dichterin von dreiundsiebzig
      Jahren sieht, was die Polizei des Königs nicht sieht. Vielleicht die erste Detektivin, jedenfalls die höflichste.` },
  { n: 1007, title: 'Der Schimmelreiter', by: 'Theodor Storm', year: 1888, pages: 144, kind: 'novel',
    also: ['the-sea', 'gothic-and-horror'], keywords: ['Nordfriesland', 'Deiche', 'Sturmflut', 'Schimmel'],
    text: `
      Hauke Haien kann rechnen und baut einen Deich, wie er noch keiner war. Das Dorf hat lieber einen Spuk als einen, der
      recht behält. Am besten im Oktober zu lesen, hinter einem festen Deich.` },
  { n: 1008, title: 'Effi Briest', by: 'Theodor Fontane', year: 1895, pages: 336, kind: 'novel',
    keywords: ['Ehe', 'Pommern', 'Duell', 'Briefe'],
    text: `
      Effi schaukelt im Garten und ist am Abend mit einem Mann verlobt, der einmal um ihre Mutter warb. In Kessin geht ein
      Chinese um. Sechs Jahre später fallen ein paar alte Briefe aus einem Nähtisch, und die Gesellschaft tut ihre Pflicht;
      das ist ein zu weites Feld.` },
  { n: 1009, title: 'Der Stechlin', by: 'Theodor Fontane', year: 1898, pages: 448, kind: 'novel',
    keywords: ['Mark Brandenburg', 'Gespräche', 'Alter', 'Wahlen'],
    text: `
      Zum Schluss stirbt ein Alter und zwei Junge heiraten sich; das ist so ziemlich alles, schrieb er. Dazwischen wird
      geredet, und wie. Ein See liegt daneben, der sich rührt, wenn auf Java ein Berg Feuer speit.` },
  { n: 1010, title: 'Die Leute von Seldwyla', by: 'Gottfried Keller', year: 1856, pages: 416, kind: 'stories',
    keywords: ['Schweiz', 'Kleinstadt', 'Schelme', 'Liebende'],
    text: `
      Seldwyla liegt irgendwo in der Schweiz, in der Sonne, und seine Bürger machen am liebsten Schulden. Hier sind die drei
      gerechten Kammmacher, die um die Wette rennen, und zwei Kinder, die keinen Ort haben für ihre Liebe.` },
  { n: 1011, title: 'Bunte Steine', by: 'Adalbert Stifter', year: 1853, pages: 320, kind: 'stories',
    also: ['science-and-nature'], keywords: ['Böhmerwald', 'Schnee', 'Kinder', 'das sanfte Gesetz'],
    text: `
      In der Vorrede steht, dass der überkochende Topf so groß sei wie der Vulkan. Dann gehen zwei Kinder am Heiligen Abend
      über den Berg, und es beginnt zu schneien. Es geschieht wenig, und man hält die Luft an.` },
  { n: 1012, title: 'Krambambuli und andere Erzählungen', handle: 'krambambuli', by: 'Marie von Ebner-Eschenbach', year: 1883, pages: 144, kind: 'stories', demand: 'sold out',
    keywords: ['Hunde', 'Mähren', 'Treue', 'Dorf'],
    text: `
      Ein Jäger kauft einem Lumpen für zwölf Flaschen Kirschbranntwein einen Hund ab. Jahre später stehen beide Herren vor
      ihm, mit Gewehren. Die Verfasserin war gelernte Uhrmacherin, und man merkt es den Erzählungen an.` },
  { n: 1013, title: 'Die Aufzeichnungen des Malte Laurids Brigge', by: 'Rainer Maria Rilke', year: 1910, pages: 240, kind: 'novel',
    keywords: ['Paris', 'Kindheit', 'Angst', 'Sehen'],
    text: `
      Ein junger Däne sitzt in Paris in einem kalten Zimmer und lernt sehen, mit achtundzwanzig. Es fängt bei den
      Krankenhäusern an. Dann kommt die Kindheit herauf, ein Großvater, der zwei Monate lang starb, und eine Hand unter dem
      Tisch.` },
  { n: 1014, title: 'Der Process', by: 'Franz Kafka', year: 1925, pages: 272, kind: 'novel',
    keywords: ['Gericht', 'Schuld', 'Dachböden', 'Türhüter'],
    text: `
      Jemand muss Josef K. verleumdet haben, denn er wird an seinem Geburtstag verhaftet und darf ins Büro. Das Gericht tagt
      auf Dachböden, wo die Wäsche hängt. Kafka wollte es verbrannt haben; sein Freund war ungehorsam.` },
  { n: 1015, title: 'Max und Moritz', subtitle: 'Eine Bubengeschichte in sieben Streichen', by: 'Wilhelm Busch', year: 1865, pages: 64, kind: 'picture',
    keywords: ['Streiche', 'Hühner', 'Lehrer', 'Müller'],
    text: `
      Sieben Streiche, und dann kommt die Mühle. Die Hühner der Witwe Bolte hängen am Baum, der Lehrer Lämpel raucht seine
      Pfeife. Der erste Verleger wollte es nicht haben.` },
  { n: 1016, title: 'Traumnovelle', by: 'Arthur Schnitzler', year: 1926, pages: 112, kind: 'novel',
    keywords: ['Wien', 'Ehe', 'Masken', 'Nacht'],
    text: `
      Ein Arzt und seine Frau erzählen einander, was sie sich beinahe erlaubt hätten. Daraufhin geht er zwei Nächte durch
      Wien, mit einer Maske, und sie träumt. Man weiß nicht, wer von beiden weiter fort war.`, demand: 'last copies' },
], 'de')

const french = classics([
  { n: 1051, title: 'Candide', subtitle: 'ou l’Optimisme', by: 'Voltaire', year: 1759, pages: 144, kind: 'satire',
    keywords: ['optimisme', 'Lisbonne', 'Eldorado', 'jardin'],
    text: `
      Chassé à coups de pied du plus beau des châteaux, un jeune homme traverse la guerre, un tremblement de terre et
      l’Amérique. Son maître continue d’enseigner que tout est au mieux. Le remède est dans la dernière phrase, et il faut
      une bêche.` },
  { n: 1052, title: 'Le Comte de Monte-Cristo', by: 'Alexandre Dumas', year: 1844, pages: 1408, kind: 'adventure',
    also: ['historical-fiction'], keywords: ['vengeance', 'château d’If', 'trésor', 'Marseille'],
    text: `
      Un marin est arrêté le jour de ses fiançailles, et passe quatorze ans dans un cachot. Un vieil abbé, qui s’est trompé
      de mur, lui apprend tout. Il revient riche, et il a une liste.` },
  { n: 1053, title: 'Le Rouge et le Noir', by: 'Stendhal', year: 1830, pages: 560, kind: 'novel',
    work: { key: 'work:the-red-and-the-black', title: 'Le Rouge et le Noir' }, keywords: ['ambition', 'séminaire', 'province', 'Napoléon'],
    text: `
      Le fils du charpentier lit à cheval sur une poutre, et son père fait tomber le livre dans le ruisseau. De là au salon
      du marquis il y a quatre cents pages et une échelle, deux fois. Personne n’a mieux écrit sur le courage de prendre une
      main.` },
  { n: 1054, title: 'Le Père Goriot', by: 'Honoré de Balzac', year: 1835, pages: 304, kind: 'novel',
    work: { key: 'work:old-goriot', title: 'Le Père Goriot' }, keywords: ['Paris', 'pension Vauquer', 'filles', 'Rastignac'],
    text: `
      La pension Vauquer sent le renfermé, le moisi, le rance, et tout Paris y dîne. Un ancien vermicellier s’y ruine pour
      ses filles. Au même étage, un étudiant prend des leçons d’un homme qui a fait de la prison.` },
  { n: 1055, title: 'Bel-Ami', by: 'Guy de Maupassant', year: 1885, pages: 400, kind: 'novel',
    keywords: ['journalisme', 'Paris', 'ambition', 'séduction'],
    text: `
      Georges Duroy a trois francs quarante pour finir le mois, et de belles moustaches. Il ne sait pas écrire ; on l’engage
      au journal. Les femmes font le reste, et lui monte les marches de la Madeleine.` },
  { n: 1056, title: 'Boule de Suif', by: 'Guy de Maupassant', year: 1880, pages: 80, kind: 'stories',
    keywords: ['Normandie', 'guerre de 1870', 'diligence', 'hypocrisie'],
    text: `
      Dix personnes fuient Rouen en diligence, et une seule a pensé à emporter un panier. On mange son poulet ; on lui
      demande ensuite bien davantage. Au retour, elle a faim, et personne ne la voit.` },
  { n: 1057, title: 'L’Assommoir', by: 'Émile Zola', year: 1877, pages: 512, kind: 'novel',
    series: ['Les Rougon-Macquart', '7'], keywords: ['Paris', 'blanchisseuses', 'alcool', 'ouvriers'],
    text: `
      Gervaise voudrait travailler tranquille, manger du pain, et mourir dans son lit. Elle a tout cela un moment, et une
      boutique bleue. Puis un zingueur tombe d’un toit, et l’alambic, au coin de la rue, fait son petit bruit.` },
  { n: 1058, title: 'Fables', handle: 'fables-de-la-fontaine', by: 'Jean de La Fontaine', year: 1668, pages: 432, kind: 'poems',
    keywords: ['animaux', 'morale', 'cour', 'Ésope'],
    text: `
      On les a sues à six ans, et on ne les comprend qu’à quarante. Le lion, le renard et l’âne y parlent comme à
      Versailles. Relisez <em>Les Deux Pigeons</em>, qu’on n’apprend pas à l’école.` },
  { n: 1059, title: 'Le Misanthrope', by: 'Molière', year: 1667, pages: 128, kind: 'play',
    keywords: ['sincérité', 'salons', 'Célimène', 'procès'],
    text: `
      Alceste ne supporte pas qu’on mente par politesse, et il aime la femme la plus polie de Paris. Un homme lui lit un
      sonnet. On rit, puis on s’aperçoit qu’il a raison, et que cela n’arrange rien.` },
  { n: 1060, title: 'Une saison en enfer', by: 'Arthur Rimbaud', year: 1873, pages: 64, kind: 'poems',
    keywords: ['révolte', 'Charleville', 'alchimie du verbe', 'adieu'],
    text: `
      Il avait dix-huit ans quand il le fit imprimer à Bruxelles, et n’en paya pas la facture. Presque tout le tirage fut
      retrouvé chez l’imprimeur en 1901. Neuf textes brefs, et après cela il ne voulut plus écrire.`, demand: 'last copies' },
  { n: 1061, title: 'Du côté de chez Swann', by: 'Marcel Proust', year: 1913, pages: 528, kind: 'novel',
    work: { key: 'work:swanns-way', title: 'Du côté de chez Swann' }, series: ['À la recherche du temps perdu', '1'], keywords: ['mémoire', 'Combray', 'jalousie', 'madeleine'],
    text: `
      Longtemps, je me suis couché de bonne heure. Trois éditeurs n’allèrent guère plus loin, et il le fit paraître à ses
      frais. Pour commencer sans peur, prenez <em>Un amour de Swann</em>, au milieu.` },
  { n: 1062, title: 'Vingt mille lieues sous les mers', by: 'Jules Verne', year: 1870, pages: 480, kind: 'sea',
    work: { key: 'work:twenty-thousand-leagues-under-the-seas', title: 'Vingt mille lieues sous les mers' }, also: ['science-fiction-and-fantasy'], series: ['Voyages extraordinaires', '6'], keywords: ['Nautilus', 'Nemo', 'océan', 'poulpes'],
    text: `
      On chasse une bête énorme, et l’on se retrouve assis dessus : elle est en tôle. Le capitaine a douze mille volumes et
      ne dit pas son nom. Conseil classe les poissons, Ned Land voudrait les manger.` },
], 'fr')

const southern = [
  ...classics([
    { n: 1101, title: 'Lazarillo de Tormes', by: 'Anonymous', year: 1554, pages: 96, kind: 'satire',
      keywords: ['pícaros', 'hambre', 'Salamanca', 'ciegos'],
      text: `
        Un niño sirve a un ciego que lo descalabra, a un clérigo que guarda el pan en un arca y a un escudero que no tiene qué
        comer. Aprende de todos. No se sabe quién lo escribió, y la Inquisición lo quiso saber.` },
    { n: 1102, title: 'La vida es sueño', by: 'Pedro Calderón de la Barca', year: 1636, pages: 128, kind: 'play',
      keywords: ['Polonia', 'torre', 'libertad', 'sueño'],
      text: `
        Un príncipe criado en una torre despierta un día en palacio, y al siguiente otra vez entre cadenas. Le dicen que lo ha
        soñado. Desde entonces procura obrar bien, por si acaso.` },
    { n: 1103, title: 'Rimas y leyendas', by: 'Gustavo Adolfo Bécquer', year: 1871, pages: 240, kind: 'poems',
      keywords: ['golondrinas', 'amor', 'Toledo', 'leyendas'],
      text: `
        Perdió el manuscrito en una revolución, y volvió a escribir los poemas de memoria. Sus amigos los publicaron cuando ya
        había muerto. Son breves, y casi todos los españoles saben dos o tres sin haberlos estudiado.` },
    { n: 1104, title: 'La Regenta', by: 'Leopoldo Alas «Clarín»', year: 1884, pages: 832, kind: 'novel',
      keywords: ['provincia', 'catedral', 'matrimonio', 'Vetusta'],
      text: `
        La heroica ciudad dormía la siesta, y desde la torre un canónigo la mira con un catalejo. Quiere a la Regenta; también
        la quiere el tenorio del casino. Todo Vetusta espera a ver quién gana, y no por cariño.` },
    { n: 1105, title: 'Niebla', by: 'Miguel de Unamuno', year: 1914, pages: 256, kind: 'novel',
      keywords: ['Salamanca', 'ficción', 'perros', 'duda'],
      text: `
        Augusto Pérez sale de casa, sigue a una mujer y se encuentra enamorado. Cuando todo se tuerce, viaja a Salamanca para
        pedir cuentas al autor. El epílogo lo pronuncia su perro.` },
  ], 'es'),
  ...classics([
    { n: 1121, title: 'I promessi sposi', by: 'Alessandro Manzoni', year: 1827, pages: 720, kind: 'historical', demand: 'new printing',
      keywords: ['Lombardia', 'peste', 'Lago di Como', 'provvidenza'],
      text: `
        Due giovani vorrebbero sposarsi, e un signorotto manda a dire al curato che questo matrimonio non s’ha da fare. Il
        curato non è nato con un cuor di leone. Ci vogliono due anni, una carestia e la peste di Milano.` },
    { n: 1122, title: 'I Malavoglia', by: 'Giovanni Verga', year: 1881, pages: 288, kind: 'family',
      also: ['the-sea'], keywords: ['Sicilia', 'pescatori', 'lupini', 'debiti'],
      text: `
        Una famiglia di pescatori compra a credito un carico di lupini, e il mare se lo prende. Il paese intero parla, con i
        proverbi, da una pagina all’altra. Resta la casa del nespolo, per un po’.` },
    { n: 1123, title: 'Canti', by: 'Giacomo Leopardi', year: 1831, pages: 208, kind: 'poems',
      keywords: ['luna', 'infinito', 'Recanati', 'natura'],
      text: `
        Una siepe, e dietro la siepe l’infinito, in quindici versi. Leopardi era malato, dotto e senza illusioni, e non c’è in
        italiano una musica più chiara. Da leggere la sera, con la finestra aperta.` },
    { n: 1124, title: 'La coscienza di Zeno', by: 'Italo Svevo', year: 1923, pages: 448, kind: 'comic',
      keywords: ['Trieste', 'sigarette', 'psicoanalisi', 'matrimonio'],
      text: `
        Zeno fuma da anni l’ultima sigaretta, e ne annota la data sul muro. Chiede la mano a tre sorelle in una sera, e sposa
        quella che non voleva. Lo racconta al suo dottore, mentendo, e la cura riesce per altre vie.` },
  ], 'it'),
  ...classics([
    { n: 1141, title: 'Memórias póstumas de Brás Cubas', by: 'Machado de Assis', year: 1881, pages: 256, kind: 'satire',
      keywords: ['Rio de Janeiro', 'defunto autor', 'ironia', 'emplastro'],
      text: `
        O autor está morto e dedica o livro ao verme que primeiro o roeu. Não tem pressa nem nada a perder, e conta uma vida
        em que quase tudo ficou por fazer. O saldo, no último capítulo, é pequeno, mas positivo.` },
    { n: 1142, title: 'Dom Casmurro', by: 'Machado de Assis', year: 1899, pages: 240, kind: 'novel',
      keywords: ['Rio de Janeiro', 'ciúme', 'Capitu', 'memória'],
      text: `
        Um advogado reconstrói a casa da infância e conta por que perdeu a mulher. Capitu tinha olhos de ressaca; se o traiu,
        só ele o diz. O Brasil discute o caso há mais de um século.` },
    { n: 1143, title: 'Os Maias', subtitle: 'Episódios da vida romântica', by: 'José Maria de Eça de Queirós', year: 1888, pages: 720, kind: 'family',
      keywords: ['Lisboa', 'Ramalhete', 'amor', 'decadência'],
      text: `
        Carlos da Maia volta a Lisboa com um consultório de veludo e nenhum doente. Passa uma mulher com uma cadelinha, e a
        família tem um segredo. No fim, dois amigos juram não correr por nada, e correm para apanhar o americano.` },
    { n: 1144, title: 'Amor de perdição', by: 'Camilo Castelo Branco', year: 1862, pages: 192, kind: 'love',
      keywords: ['Viseu', 'conventos', 'cartas', 'degredo'],
      text: `
        Escreveu-o em quinze dias, numa cela da cadeia do Porto, onde estava por amor. Duas famílias odeiam-se, dois filhos
        olham-se de janela a janela. Há ainda Mariana, que não diz nada e vai até ao fim.` },
  ], 'pt'),
]

const eastern = [
  ...classics([
    { n: 1161, title: 'Евгений Онегин', handle: 'evgenij-onegin', subtitle: 'Роман в стихах', by: 'Александр Пушкин', year: 1833, pages: 256, kind: 'epic',
      keywords: ['Петербург', 'деревня', 'дуэль', 'письмо Татьяны'],
      text: `
        Он скучает в столице, потом скучает в деревне. Она пишет ему письмо и получает урок. Лёгкий роман в стихах, где за
        шуткой стоит выстрел на снегу, а ответ приходит слишком поздно.` },
    { n: 1162, title: 'Отцы и дети', handle: 'ottsy-i-deti', by: 'Иван Тургенев', year: 1862, pages: 256, kind: 'novel',
      work: { key: 'work:fathers-and-children', title: 'Отцы и дети' }, keywords: ['нигилизм', 'усадьба', 'лягушки', 'поколения'],
      text: `
        Студент привозит домой друга, который не верит ни во что, кроме лягушек. За столом спорят до дуэли. Последняя
        страница, где двое стариков приходят на кладбище, написана без единого лишнего слова.` },
    { n: 1163, title: 'Вишнёвый сад', handle: 'vishnyovyj-sad', by: 'Антон Чехов', year: 1904, pages: 96, kind: 'play',
      keywords: ['имение', 'долги', 'сад', 'прощание'],
      text: `
        Имение продают за долги, и все говорят о чём угодно, только не об этом. Автор настаивал, что это комедия. В конце
        слышно, как в саду стучат топором, и в доме забыли человека.` },
    { n: 1164, title: 'Мёртвые души', handle: 'myortvye-dushi', subtitle: 'Поэма', by: 'Николай Гоголь', year: 1842, pages: 400, kind: 'satire',
      work: { key: 'work:dead-souls', title: 'Мёртвые души' }, keywords: ['Чичиков', 'помещики', 'губерния', 'дорога'],
      text: `
        Приятный во всех отношениях господин ездит по губернии и покупает умерших крестьян. Каждый помещик торгуется
        по-своему, и по торгу виден весь человек. А дороги, по которым он ездит, всё те же.` },
  ], 'ru'),
  ...classics([
    { n: 1181, title: 'こころ', handle: 'kokoro-ja', by: '夏目漱石', year: 1914, pages: 320, kind: 'novel',
      keywords: ['先生', '友情', '罪', '明治'],
      text: '鎌倉の海で出会った人を、学生は先生と呼ぶ。先生は毎月ひとりで墓参りに行き、理由を言わない。最後の三分の一は一通の長い手紙で、読み終える汽車の中で、もう間に合わないことが分かる。' },
    { n: 1182, title: '吾輩は猫である', handle: 'wagahai-wa-neko-de-aru', by: '夏目漱石', year: 1905, pages: 560, kind: 'satire',
      keywords: ['猫', '苦沙弥', '太平の逸民', '明治'],
      text: '名前のない猫が、胃の弱い英語教師の家に住みついて人間を観察する。餅を食って踊り、鼠は捕らない。読み出すと、自分の家の猫の目つきが気になってくる。' },
    { n: 1183, title: '羅生門', handle: 'rashomon', by: '芥川龍之介', year: 1915, pages: 224, kind: 'stories',
      keywords: ['京都', '下人', '老婆', '雨'],
      text: '雨の夕方、職を失った下人が門の下で、飢え死にするか盗人になるかを考えている。楼の上には火がともっていて、老婆がひとりいる。わずか十頁ほどで、人がひとつの側へ落ちる音を聞かせる。' },
    { n: 1184, title: '銀河鉄道の夜', handle: 'ginga-tetsudo-no-yoru', by: '宮沢賢治', year: 1934, pages: 208, kind: 'childFantasy',
      keywords: ['銀河', '汽車', '友だち', '星祭り'],
      text: '星祭りの晩、ジョバンニは丘の上で眠り、気がつくと友だちのカムパネルラと汽車に乗っている。窓の外には銀河が流れ、乗客は少しずつ降りていく。作者の死んだあとに見つかった原稿から生まれた本である。' },
  ], 'ja'),
  ...classics([
    { n: 1191, title: '紅樓夢', handle: 'honglou-meng', by: '曹雪芹', year: 1791, pages: 1600, kind: 'family',
      keywords: ['賈府', '寶玉', '黛玉', '大觀園'],
      text: '一塊補天剩下的石頭，到人間走了一遭，記下一座大宅的興與衰。寶玉含玉而生，只喜歡同姊妹們在園子裡作詩。書中人物數百，各有各的聲口，讀到後來，好像都是自家的親戚。' },
    { n: 1192, title: '吶喊', handle: 'nahan', by: '魯迅', year: 1923, pages: 192, kind: 'stories',
      keywords: ['狂人日記', '阿Q', '孔乙己', '故鄉'],
      text: '十四篇小說，從一個狂人的日記開始。孔乙己站著喝酒，阿Q在夢裡得勝，閏土隔著多年叫了一聲老爺。作者說他本不想再寫，只是怕屋子裡還有人醒著。' },
  ], 'zh'),
]

export const abroad = [...german, ...french, ...southern, ...eastern]
