package source

// saying recognises verbs that name a speaker.
func saying(word string) bool {
	switch word {
	case "said", "says", "say", "saying", "added", "adds", "told", "tells", "asked", "asks", "replied", "replies", "noted", "notes", "wrote", "writes", "argued", "argues",
		"explained", "explains", "recalled", "recalls", "insisted", "insists", "warned", "warns", "answered", "answers", "continued", "continues",
		"agreed", "agrees", "countered", "counters", "responded", "responds", "complained", "complains", "claimed", "claims", "remarked", "remarks",
		"stated", "states", "declared", "declares", "observed", "commented", "predicted", "predicts", "conceded", "admitted", "admits", "suggested", "concluded", "according",
		"announced", "announces", "stressed", "stresses", "emphasised", "emphasized", "acknowledged", "acknowledges", "cautioned", "lamented", "laments", "quipped", "joked",
		"confirmed", "confirms", "vowed", "promised", "recounted", "wondered", "mused", "tweeted", "believes", "believed",
		"sagte", "sagt", "erklärte", "erklärt", "meinte", "meint", "betonte", "betont", "fügte", "schrieb", "dit", "déclare", "déclaré", "ajoute", "ajouté", "explique", "expliqué",
		"affirme", "affirmé", "répond", "répondit", "répondu", "demande", "demanda", "poursuit", "poursuivit", "assure", "assurait", "estime", "juge", "lance", "lança", "glisse", "précise", "précisé", "rappelle",
		"souligne", "souligné", "nuance", "réplique", "répliqua", "rétorque", "rétorqua", "martèle", "avoue", "reconnaît", "confie", "insiste", "conclut", "prévient", "indique", "annonce", "tranche", "dites", "disait", "disent",
		"antwortete", "antwortet", "entgegnete", "entgegnet", "erwiderte", "erwidert", "fragte", "fragt", "ergänzte", "ergänzt", "warnte", "warnt", "berichtet", "berichtete", "behauptet", "behauptete", "räumte", "kritisierte", "kritisiert",
		"widersprach", "widerspricht", "kündigte", "versicherte", "versichert", "unterstrich", "bekräftigte", "urteilt", "urteilte", "rief", "lobte", "mahnte", "mahnt", "sagten", "sagen", "teilte", "konterte", "kontert",
		"respondió", "responde", "preguntó", "pregunta", "añade", "explica", "afirma", "asegura", "señala", "apunta", "apuntó", "replicó", "replica", "contestó", "contesta", "insistió", "subrayó", "subraya", "advirtió",
		"advierte", "reconoció", "reconoce", "indicó", "indica", "sostuvo", "sostiene", "manifestó", "zanjó", "matizó", "concluyó", "recordó", "comentó", "declaró", "agregó", "precisó", "opinó", "dijeron",
		"quips", "retorted", "retorts", "reckons", "reckoned", "interjected", "snapped", "echoed", "cautions", "counselled", "jokes", "opined", "protested", "dijo", "dice", "añadió", "explicó", "afirmó", "aseguró", "señaló":
		return true
	}
	return false
}

// opener says that a capitalised word only begins a sentence.
func opener(w string) bool {
	switch w {
	case "A", "An", "The", "He", "She", "They", "It", "We", "I", "You", "But", "And", "Or", "So", "Then", "Later", "Now", "In", "On", "At", "By", "For", "From", "To", "Of",
		"As", "If", "When", "While", "After", "Before", "Yet", "Still", "That", "This", "These", "Those", "There", "His", "Her", "Their", "Its", "Our", "My",
		"One", "Another", "Asked", "Some", "Others", "Also", "Again", "Finally", "However", "Meanwhile", "Elsewhere", "Much", "No", "Not", "Speaking",
		"According", "Er", "Sie", "Der", "Die", "Das", "Il", "Elle", "Le", "La", "El", "Ella", "Los", "Las", "Q1", "Q2", "Q3", "Q4":
		return true
	}
	return false
}
