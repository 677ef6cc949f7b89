package render

import "testing"

func TestEveryFormatHasItsOwnNameAndFile(t *testing.T) {
	names, files := map[string]bool{}, map[string]bool{}
	for _, f := range Formats() {
		if f.Name == "" || f.Summary == "" || f.Write == nil || f.Medium == "" {
			t.Errorf("format %+v is not complete", f)
		}
		if names[f.Name] || files[f.File("x")] {
			t.Errorf("format %s: name or file %s is taken", f.Name, f.File("x"))
		}
		names[f.Name], files[f.File("x")] = true, true
		if got, ok := Find(f.Name); !ok || got.Name != f.Name {
			t.Errorf("Find(%q) = %q, %v", f.Name, got.Name, ok)
		}
	}
	if _, ok := Find("Document"); ok {
		t.Error("a name in the wrong case was found")
	}
	if f, _ := Find("slides"); f.File("northwind") != "northwind-slides.pdf" {
		t.Errorf("slides become %s", f.File("northwind"))
	}
}
