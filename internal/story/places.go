package story

import "strings"

// isPlace reports whether a folded word is a country, a nationality or a city
// that stands in lists of either, in some case.
func isPlace(w string) bool {
	for _, end := range []string{"", "s", "er", "ers", "n", "en", "ian", "ians", "ish", "ische", "ischen", "ischer"} {
		if stem, ok := strings.CutSuffix(w, end); ok && places[stem] {
			return true
		}
	}
	return false
}

// places are countries and larger cities, folded; what stands nowhere here is
// found by how it is written, see placed.
//
//nolint:misspell // the German names
var places = set(`
afghanistan albania albanien algeria algerien andorra angola argentina argentinien armenia australia australien austria osterreich azerbaijan bahrain bangladesh belarus belgium belgien bolivia bosnia bosnien brazil brasilien
bulgaria bulgarien cambodia cameroon canada kanada chile china colombia kolumbien croatia kroatien cuba kuba cyprus zypern czechia tschechien denmark danemark dane danisch ecuador egypt agypten england engl estonia estland ethiopia finland finnland england
france frankreich franzos french georgia georgien germany deutschland deutsch german ghana greece griechenland greek hungary ungarn iceland island india indien indonesia indonesien iran iraq irak ireland irland irish israel italy italien japan jordan kazakhstan kenya
kenia korea kosovo kuwait latvia lettland lebanon liechtenstein lithuania litauen luxembourg luxemburg malaysia malta mexico mexiko moldova monaco mongolia montenegro morocco marokko nepal netherlands niederlande dutch holland hollan nigeria norway norwegen norweg
oman pakistan panama paraguay peru philippines philippinen poland polen polish portugal qatar katar romania rumanien russia russland rwanda scotland schottland scottish senegal serbia serbien singapore singapur slovakia slowakei slovenia slowenien somalia spain spanien spanish
sudan sweden schweden swedish switzerland schweiz swiss syria syrien taiwan tanzania thailand tunisia tunesien turkey turkei turk ukraine uruguay usbekistan venezuela vietnam wales welsh yemen zambia zimbabwe bavaria bayern hessen sachsen thuringen saarland schleswig holstein
niedersachsen westfalen tirol tyrol karnten steiermark scandinavia skandinavien europe europa asia asien africa afrika america amerika iberia benelux baltics balkan jutland jylland silesia schlesien bohemia bohmen normandy catalonia andalusia lombardy tuscany
amsterdam rotterdam antwerp antwerpen brussels brussel gent ghent liege eindhoven utrecht hague breda venlo berlin hamburg munich munchen cologne koln frankfurt stuttgart dusseldorf leipzig dortmund  bremen dresden hannover hanover nuremberg nurnberg duisburg bochum wuppertal
bielefeld bonn munster mannheim karlsruhe augsburg wiesbaden gelsenkirchen monchengladbach aachen braunschweig chemnitz kiel  magdeburg freiburg krefeld mainz lubeck oberhausen erfurt rostock kassel hagen potsdam saarbrucken hamm ludwigshafen oldenburg osnabruck leverkusen heidelberg darmstadt
solingen regensburg paderborn ingolstadt offenbach furth wurzburg ulm heilbronn pforzheim wolfsburg gottingen bottrop reutlingen erlangen koblenz bremerhaven jena trier siegen hildesheim salzgitter cottbus wilhelmshaven cuxhaven vienna wien graz linz salzburg innsbruck klagenfurt zurich geneva genf basel bern lausanne lucerne luzern
london manchester birmingham leeds glasgow liverpool sheffield bristol edinburgh cardiff belfast newcastle nottingham leicester coventry hull southampton portsmouth felixstowe dover plymouth norwich derby stoke brighton aberdeen dundee swansea oxford cambridge york exeter ipswich milton keynes
dublin cork galway limerick paris marseille lyon toulouse nantes strasbourg strassburg montpellier bordeaux lille rennes reims havre grenoble dijon angers nimes brest calais dunkirk rouen metz nancy madrid barcelona valencia seville sevilla zaragoza malaga bilbao vigo gijon cadiz algeciras alicante murcia lisbon lissabon porto braga sines
rome rom milan mailand naples neapel turin palermo genoa genua bologna florence florenz bari catania venice venedig verona trieste triest padua livorno athens athen piraeus thessaloniki patras copenhagen kopenhagen kobenhavn aarhus odense aalborg esbjerg fredericia kolding stockholm gothenburg goteborg malmo uppsala vasteras orebro linkoping helsingborg umea lulea oslo bergen trondheim stavanger drammen tromso
helsinki tampere turku oulu espoo tallinn riga vilnius kaunas klaipeda warsaw warschau warszawa krakow krakau lodz wroclaw breslau poznan posen gdansk danzig gdynia szczecin stettin katowice lublin bialystok rzeszow torun prague prag praha brno brunn ostrava pilsen plzen bratislava kosice budapest debrecen szeged ljubljana maribor koper zagreb  rijeka belgrade belgrad sarajevo skopje sofia varna burgas plovdiv bucharest bukarest cluj timisoara constanta iasi
istanbul ankara izmir mersin bursa antalya kyiv kiew kharkiv odesa odessa lviv lemberg dnipro moscow moskau petersburg kaliningrad minsk cairo kairo alexandria casablanca tangier rabat tunis algiers lagos nairobi accra johannesburg durban capetown dubai doha riyadh jeddah jerusalem haifa aviv amman beirut baghdad tehran karachi lahore delhi mumbai bangalore chennai kolkata hyderabad pune dhaka colombo bangkok hanoi saigon
jakarta manila kuala lumpur beijing peking shanghai shenzhen guangzhou hongkong ningbo qingdao tianjin wuhan chengdu taipei kaohsiung seoul busan incheon tokyo osaka yokohama nagoya kobe kyoto sydney melbourne brisbane perth adelaide auckland wellington toronto montreal vancouver calgary ottawa halifax york chicago houston dallas austin phoenix philadelphia denver seattle portland boston atlanta miami tampa orlando charlotte detroit cleveland columbus
cincinnati pittsburgh baltimore washington memphis nashville louisville milwaukee minneapolis omaha oakland sacramento tucson albuquerque savannah charleston norfolk texas california florida ohio michigan illinois arizona oregon nevada utah colorado virginia carolina tennessee kentucky alabama louisiana minnesota wisconsin kansas missouri nebraska dakota montana wyoming idaho alaska hawaii maine vermont massachusetts connecticut maryland
monterrey guadalajara tijuana veracruz bogota medellin cartagena lima callao quito guayaquil santiago valparaiso buenos aires montevideo rio janeiro paulo santos brasilia recife salvador curitiba manaus caracas havana`)
