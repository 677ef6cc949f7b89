package source

import "testing"

func TestTheSubjectOfTheVerbSpeaks(t *testing.T) {
	for _, c := range []struct {
		credit, name  string
		speaks, known bool
	}{
		{"said Oliver Lindt", "Oliver Lindt", true, true},
		{"said Oliver Lindt", "Lindt", true, true},
		{"said Oliver Lindt, an analyst at Acme", "Oliver Lindt", true, true},
		{"said Oliver Lindt, an analyst at Acme", "An analyst", true, true},
		{"said Oliver Lindt, an analyst at Acme", "An analyst at Acme", true, true},
		{"said Oliver Lindt, an analyst at Acme", "analysts", false, true},
		{"said Oliver Lindt, an analyst at Acme", "Acme", false, true},
		{"said Oliver Lindt, Acme", "Acme", false, true},
		{"said Oliver Lindt, chief executive, Acme", "Acme", false, true},
		{"Oliver Lindt of the company said", "The company", false, true},
		{"the company said", "The company", true, true},
		{"the company said in a statement", "The company", true, true},
		{"a statement by the company said", "The company", true, true},
		{"according to a note by Acme analysts", "Acme", false, true},
		{"according to a note by Acme analysts", "Acme analysts", true, true},
		{"According to Wang Huiwen,", "Wang Huiwen", true, true},
		{"Acme chief executive Oliver Lindt said", "Acme", false, true},
		{"Acme President Oliver Lindt said", "Acme", false, true},
		{"Acme's Oliver Lindt said", "Acme", false, true},
		{"Acme's Oliver Lindt said", "Oliver Lindt", true, true},
		{"Acme analysts said", "Acme", false, true},
		{"Acme analysts said", "analysts", true, true},
		{"analysts at Acme said", "analysts", true, true},
		{"analysts at Acme said", "An analyst", false, true},
		{"a spokesman for Acme said", "A spokesman", true, true},
		{"a spokesman for Acme said", "Acme", false, true},
		{"Oliver Lindt told Anna Weber", "Anna Weber", false, true},
		{"Anna Weber never said", "Anna Weber", false, true},
		{"Anna Weber was told", "Anna Weber", false, true},
		{"as Anna Weber was told, Oliver Lindt said", "Oliver Lindt", true, true},
		{"Oliver Lindt told Anna Weber", "Oliver Lindt", true, true},
		{"told reporters", "reporters", true, true}, // nobody else is named beside the verb
		{"Oliver Lindt told reporters", "reporters", false, true},
		{"Anna Weber's lawyer said", "Anna Weber", false, true},
		{"a friend of Anna Weber complained", "Anna Weber", false, true},
		{"a friend of Anna Weber complained", "A friend", true, true},
		{"Oliver Lindt and Anna Weber said", "Oliver Lindt", true, true},
		{"Oliver Lindt and Anna Weber said", "Anna Weber", true, true},
		{"Anna Weber asked Oliver Lindt, who said", "Oliver Lindt", true, true},
		{"the founder, Oliver Lindt, said", "Oliver Lindt", true, true},
		{"the founder of Acme, Oliver Lindt, said", "Acme", false, true},
		{"Oliver Lindt, who runs Acme, later said", "Oliver Lindt", true, true},
		{"Mr. Lindt recently said", "Lindt", true, true},
		{"Oliver Lindt (Acme):", "Oliver Lindt", true, true},
		{"Oliver Lindt (Acme):", "Acme", false, true},
		{"J. P. Lindt said", "J. P. Lindt", true, true},
		{"sagte Oliver Lindt von Acme", "Acme", false, true},
		{"sagte Oliver Lindt von Acme", "Oliver Lindt", true, true},
		{"Huiwen Wang believes OpenAI's success is", "OpenAI", false, true},
		{"visited hundreds of customers, but the feedback he got was often,", "Customers", false, false},
		{"李明博说", "李明博", true, true},
		{"李明博说", "李明", false, true},
		{"李明博的助手说", "李明博", false, true},
		{"李明博教授表示", "李明博", true, true},
		{"李明博在会上说", "李明博", true, true},
		{"百川智能创始人王小川说", "王小川", true, true},
		{"百川智能创始人王小川说", "百川智能", false, true},
		{"埃隆·马斯克说", "埃隆·马斯克", true, true},
		{"埃隆·马斯克说", "埃隆", false, true},
		{"阿卜杜拉·艾哈迈德指出", "阿卜杜拉·艾哈迈德", true, true},
		{"欧阳娜娜", "欧阳娜娜", false, false},
	} {
		speaks, known := Speaks(c.credit, c.name)
		if speaks != c.speaks || known != c.known {
			t.Errorf("%q by %q: %v, known %v", c.credit, c.name, speaks, known)
		}
	}
}
