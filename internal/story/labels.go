package story

// label is a fixed label of a document in the languages that have no phrases of
// their own yet: headings, heads of tables, captions of figures. Sentences are in
// English there, as long as the author does not write them.
type label struct{ fr, es, nl, pl, ja, pt string }

// in returns the label in a language, "" where there is none.
func (l label) in(lang string) string {
	switch lang {
	case "fr":
		return l.fr
	case "es":
		return l.es
	case "nl":
		return l.nl
	case "pl":
		return l.pl
	case "ja":
		return l.ja
	case "pt":
		return l.pt
	}
	return ""
}

// labels are by the key of the phrase that they stand for.
//
//nolint:misspell // they are not English
var labels = map[string]label{
	"section.answer":     {"L’essentiel d’abord", "Lo esencial primero", "Het antwoord eerst", "Najpierw odpowiedź", "結論", "A resposta primeiro"},
	"section.aims":       {"Ce que vous vouliez atteindre", "Lo que se propusieron lograr", "Wat u wilde bereiken", "Co chcieli Państwo osiągnąć", "目指したこと", "O que vocês queriam alcançar"},
	"section.results":    {"Résultats par objectif", "Resultados por objetivo", "Resultaten per doel", "Wyniki według celów", "目標別の成果", "Resultados por objetivo"},
	"section.growth":     {"Comment la valeur a grandi", "Cómo ha crecido el valor", "Hoe de waarde is gegroeid", "Jak rosła wartość", "価値の伸び", "Como o valor cresceu"},
	"section.work":       {"Ce qui a changé dans le travail", "Cómo ha cambiado el trabajo", "Hoe het werk is veranderd", "Jak zmieniła się praca", "仕事の変化", "Como o trabalho mudou"},
	"section.learned":    {"Ce que nous avons appris", "Lo que hemos aprendido", "Wat we hebben geleerd", "Czego się nauczyliśmy", "学んだこと", "O que aprendemos"},
	"section.investment": {"Valeur et investissement", "Valor e inversión", "Waarde en investering", "Wartość i nakłady", "価値と投資", "Valor e investimento"},
	"section.next":       {"La suite", "Lo que sigue", "Wat volgt", "Co dalej", "今後", "O que vem a seguir"},
	"section.decisions":  {"Décisions", "Decisiones", "Beslissingen", "Decyzje", "決定事項", "Decisões"},
	"section.appendix":   {"Annexe : preuves", "Anexo: pruebas", "Bijlage: bewijs", "Załącznik: dowody", "付録：根拠", "Anexo: provas"},

	"today":          {"Aujourd’hui", "Hoy", "Vandaag", "Dziś", "本日", "Hoje"},
	"doc.draft":      {"Brouillon", "Borrador", "Concept", "Wersja robocza", "下書き", "Rascunho"},
	"word.continued": {"suite", "continuación", "vervolg", "ciąg dalszy", "続き", "continuação"},
	"word.date":      {"Date", "Fecha", "Datum", "Data", "日付", "Data"},
	"word.source":    {"Source", "Fuente", "Bron", "Źródło", "出典", "Fonte"},
	"word.method":    {"Méthode", "Método", "Methode", "Metoda", "方法", "Método"},
	"word.page":      {"Page", "Página", "Pagina", "Strona", "ページ", "Página"},
	"word.chart":     {"Graphique", "Gráfico", "Grafiek", "Wykres", "グラフ", "Gráfico"},
	"word.table":     {"Tableau", "Tabla", "Tabel", "Tabela", "表", "Tabela"},
	"word.proved":    {"Valeur prouvée, par an", "Valor probado, al año", "Bewezen waarde, per jaar", "Wartość udowodniona, rocznie", "実証された価値（年間）", "Valor comprovado, por ano"},
	"word.claimed":   {"Avec les valeurs annoncées", "Con lo declarado", "Met wat geclaimd is", "Z wartością deklarowaną", "申告分を含む", "Com o declarado"},

	"figure.people":    {"personnes concernées", "personas alcanzadas", "mensen bereikt", "objęte osoby", "対象者数", "pessoas alcançadas"},
	"figure.dims":      {"types de bénéfice", "tipos de beneficio", "soorten voordeel", "rodzaje korzyści", "効果の種類", "tipos de benefício"},
	"figure.dims.one":  {"type de bénéfice", "tipo de beneficio", "soort voordeel", "rodzaj korzyści", "効果の種類", "tipo de benefício"},
	"figure.claimed":   {"par an, annoncé", "al año, declarado", "per jaar, geclaimd", "rocznie, deklarowane", "年間、申告", "por ano, declarado"},
	"figure.delivered": {"livré à ce jour", "entregado hasta hoy", "tot nu toe geleverd", "dostarczono dotąd", "これまでの実績", "entregue até agora"},
	"figure.price":     {"abonnement", "suscripción", "abonnement", "abonament", "利用料", "assinatura"},
	"figure.own":       {"votre propre travail", "su propio trabajo", "uw eigen werk", "praca własna", "貴社の作業", "seu próprio trabalho"},
	"figure.ratio":     {"valeur sur coût", "valor sobre coste", "waarde ten opzichte van kosten", "wartość do kosztu", "価値／費用", "valor sobre custo"},

	"score.measure":     {"Ce qui est mesuré", "Qué se mide", "Wat wordt gemeten", "Co jest mierzone", "測定項目", "O que é medido"},
	"score.baseline":    {"Départ", "Línea base", "Uitgangspunt", "Punkt wyjścia", "基準値", "Linha de base"},
	"score.now":         {"Actuel", "Ahora", "Nu", "Teraz", "現在", "Agora"},
	"score.target":      {"Cible", "Meta", "Doel", "Cel", "目標", "Meta"},
	"score.state":       {"État", "Estado", "Status", "Stan", "状態", "Situação"},
	"score.confidence":  {"Confiance", "Confianza", "Zekerheid", "Pewność", "確度", "Confiança"},
	"score.source":      {"Source", "Fuente", "Bron", "Źródło", "出典", "Fonte"},
	"confidence.high":   {"élevée", "alta", "hoog", "wysoka", "高", "alta"},
	"confidence.medium": {"moyenne", "media", "gemiddeld", "średnia", "中", "média"},
	"confidence.low":    {"faible", "baja", "laag", "niska", "低", "baixa"},

	"state.met":          {"Atteint", "Cumplido", "Gehaald", "Osiągnięto", "達成", "Atingido"},
	"state.on track":     {"En bonne voie", "En curso", "Op koers", "Zgodnie z planem", "順調", "No caminho"},
	"state.off track":    {"En retard", "Desviado", "Niet op koers", "Poza planem", "遅れ", "Fora do caminho"},
	"state.stale":        {"Périmé", "Desactualizado", "Verouderd", "Nieaktualne", "要更新", "Desatualizado"},
	"state.no baseline":  {"Sans départ", "Sin línea base", "Geen uitgangspunt", "Bez punktu wyjścia", "基準値なし", "Sem linha de base"},
	"state.not measured": {"Non mesuré", "Sin medir", "Niet gemeten", "Nie zmierzono", "未測定", "Não medido"},
	"picture.sub":        {"Valeur prouvée, par an, à chaque date", "Valor probado, al año, en cada fecha", "Bewezen waarde, per jaar, op elke datum", "Wartość udowodniona, rocznie, na każdy dzień", "実証された価値（年間、各日現在）", "Valor comprovado, por ano, em cada data"},

	"decide.head":  {"Ce que nous demandons", "Lo que pedimos", "Wat wij vragen", "O co prosimy", "お願いしたいこと", "O que pedimos"},
	"decide.owner": {"Qui", "Quién", "Wie", "Kto", "担当", "Quem"},
	"decide.by":    {"Échéance", "Fecha límite", "Uiterlijk", "Do kiedy", "期限", "Prazo"},

	"chart.low":    {"Valeur, basse", "Valor, bajo", "Waarde, laag", "Wartość, niska", "価値（低）", "Valor, baixo"},
	"chart.likely": {"Valeur, probable", "Valor, probable", "Waarde, waarschijnlijk", "Wartość, prawdopodobna", "価値（中）", "Valor, provável"},
	"chart.high":   {"Valeur, haute", "Valor, alto", "Waarde, hoog", "Wartość, wysoka", "価値（高）", "Valor, alto"},
	"chart.value":  {"Valeur", "Valor", "Waarde", "Wartość", "価値", "Valor"},
	"chart.cost":   {"Coût", "Coste", "Kosten", "Koszt", "費用", "Custo"},
	"chart.own":    {"Votre propre travail", "Su propio trabajo", "Uw eigen werk", "Praca własna", "貴社の作業", "Seu próprio trabalho"},
	"chart.proved": {"Valeur prouvée", "Valor probado", "Bewezen waarde", "Wartość udowodniona", "実証された価値", "Valor comprovado"},
	"chart.price":  {"Abonnement", "Suscripción", "Abonnement", "Abonament", "利用料", "Assinatura"},

	"work.head":  {"Ce qui est acquis", "Lo que se ha asentado", "Wat is gebleven", "Co się utrwaliło", "定着したこと", "O que se firmou"},
	"work.from":  {"Avant", "Antes", "Voorheen", "Przedtem", "以前", "Antes"},
	"work.to":    {"Maintenant", "Ahora", "Nu", "Teraz", "現在", "Agora"},
	"work.stage": {"Stade", "Etapa", "Fase", "Etap", "段階", "Etapa"},
	"miss.head":  {"Ce qui n’a pas fonctionné", "Lo que no funcionó", "Wat niet lukte", "Co się nie udało", "うまくいかなかったこと", "O que não funcionou"},
	"miss.cause": {"Cause", "Causa", "Oorzaak", "Przyczyna", "原因", "Causa"},
	"miss.fix":   {"Ce qui est fait", "Qué se hace", "Wat eraan gedaan wordt", "Co z tym robimy", "対応", "O que está sendo feito"},
	"miss.owner": {"Qui", "Quién", "Wie", "Kto", "担当", "Quem"},

	"next.outcomes": {"Ce qui reste ouvert", "Lo que queda abierto", "Wat open blijft", "Co pozostaje otwarte", "残っていること", "O que fica em aberto"},
	"next.measure":  {"Mesuré par", "Medido por", "Gemeten met", "Mierzone przez", "測定方法", "Medido por"},
	"next.steps":    {"Étapes des deux côtés", "Pasos de ambas partes", "Stappen van beide kanten", "Kroki obu stron", "双方の予定", "Passos de ambos os lados"},
	"next.waits":    {"Attend", "Espera a", "Wacht op", "Czeka na", "待ち", "Aguarda"},
	"next.side":     {"Côté", "Parte", "Kant", "Strona", "担当側", "Lado"},

	"kind.deck":          {"Présentation de renouvellement", "Presentación de renovación", "Verlengingspresentatie", "Prezentacja odnowienia", "更新プレゼンテーション", "Apresentação de renovação"},
	"kind.renewal-page":  {"Page de renouvellement", "Página de renovación", "Verlengingspagina", "Strona odnowienia", "更新資料（1ページ）", "Página de renovação"},
	"kind.success-story": {"Histoire de réussite", "Caso de éxito", "Succesverhaal", "Historia sukcesu", "成功事例", "História de sucesso"},

	"rp.why":         {"Pourquoi maintenant", "Por qué ahora", "Waarom nu", "Dlaczego teraz", "なぜ今か", "Por que agora"},
	"rp.outcomes":    {"Objectifs", "Objetivos", "Doelen", "Cele", "目標", "Objetivos"},
	"rp.assumptions": {"Hypothèses et sources", "Supuestos y fuentes", "Aannames en bronnen", "Założenia i źródła", "前提と出典", "Premissas e fontes"},
	"rp.risks":       {"Risques, et ce que nous faisons", "Riesgos y qué hacemos", "Risico’s, en wat wij doen", "Ryzyka i nasze działania", "リスクと対応", "Riscos e o que fazemos"},
	"rp.steps":       {"Les 90 prochains jours", "Los próximos 90 días", "De komende 90 dagen", "Najbliższe 90 dni", "今後90日間", "Os próximos 90 dias"},
	"rp.contacts":    {"Contacts", "Contactos", "Contacten", "Kontakty", "連絡先", "Contatos"},

	"ss.before":      {"Avant", "Antes", "Voorheen", "Przedtem", "以前", "Antes"},
	"ss.wanted":      {"Ce qu’ils voulaient", "Lo que querían", "Wat zij wilden", "Czego chcieli", "目指したこと", "O que queriam"},
	"ss.done":        {"Ce qui a été fait", "Lo que se hizo", "Wat is gedaan", "Co zrobiono", "取り組み", "O que foi feito"},
	"ss.results":     {"Trois résultats", "Tres resultados", "Drie resultaten", "Trzy wyniki", "三つの成果", "Três resultados"},
	"ss.results.two": {"Deux résultats", "Dos resultados", "Twee resultaten", "Dwa wyniki", "二つの成果", "Dois resultados"},
	"ss.results.one": {"Un résultat", "Un resultado", "Eén resultaat", "Jeden wynik", "成果", "Um resultado"},
	"ss.spread":      {"Comment la valeur s’est étendue", "Cómo se extendió el valor", "Hoe de waarde zich verspreidde", "Jak wartość się rozszerzała", "価値の広がり", "Como o valor se espalhou"},
	"ss.quote":       {"Leurs mots", "En sus palabras", "In hun woorden", "Ich słowami", "お客様の声", "Nas palavras deles"},
	"ss.next":        {"La suite", "Lo que sigue", "Wat volgt", "Co dalej", "今後", "O que vem a seguir"},

	"evidence.what":    {"Preuve", "Prueba", "Bewijs", "Dowód", "根拠", "Prova"},
	"evidence.for":     {"Pour", "Para", "Voor", "Dla", "対象", "Para"},
	"evidence.kind":    {"Type", "Tipo", "Soort", "Rodzaj", "種類", "Tipo"},
	"define.caption":   {"Ce qui est mesuré", "Qué se mide", "Wat wordt gemeten", "Co jest mierzone", "測定項目", "O que é medido"},
	"define.unit":      {"Unité", "Unidad", "Eenheid", "Jednostka", "単位", "Unidade"},
	"define.direction": {"Sens", "Sentido", "Richting", "Kierunek", "方向", "Sentido"},
	"define.every":     {"Relevé tous les", "Se lee cada", "Gemeten elke", "Odczyt co", "測定間隔", "Lido a cada"},
	"direction.up":     {"plus, c’est mieux", "más es mejor", "meer is beter", "im więcej, tym lepiej", "多いほど良い", "mais é melhor"},
	"direction.down":   {"moins, c’est mieux", "menos es mejor", "minder is beter", "im mniej, tym lepiej", "少ないほど良い", "menos é melhor"},
	"direction.hold":   {"à maintenir", "se mantiene", "vast te houden", "do utrzymania", "維持", "a manter"},
	"assume.caption":   {"Hypothèses", "Supuestos", "Aannames", "Założenia", "前提", "Premissas"},
	"assume.basis":     {"Base", "Base", "Grondslag", "Podstawa", "根拠", "Base"},
	"people.caption":   {"Personnes rencontrées", "Personas con las que hablamos", "Gesproken mensen", "Spotkane osoby", "お会いした方", "Pessoas com quem falamos"},
	"people.name":      {"Qui", "Quién", "Wie", "Kto", "氏名", "Quem"},
	"people.title":     {"Fonction", "Cargo", "Functie", "Stanowisko", "役職", "Cargo"},
	"people.times":     {"Fois", "Veces", "Aantal", "Razy", "回数", "Vezes"},
	"people.last":      {"Dernière fois", "Última vez", "Laatst", "Ostatnio", "最終", "Última vez"},
	"title.glossary":   {"Ce que veulent dire les mots", "Qué significan las palabras", "Wat de woorden betekenen", "Co znaczą słowa", "用語の意味", "O que as palavras significam"},
	"glossary.word":    {"Terme", "Término", "Woord", "Słowo", "用語", "Termo"},
	"glossary.means":   {"Sens", "Significado", "Betekenis", "Znaczenie", "意味", "Significado"},
}
