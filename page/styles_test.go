package page

import (
	"reflect"
	"testing"

	"roadshow/assets"
	"roadshow/scene"
)

// TestEveryStyleIsInAScale: no field of Styles is without a style in both media, and no style of a scale without a field.
func TestEveryStyleIsInAScale(t *testing.T) {
	look, err := assets.LoadLook("bank")
	if err != nil {
		t.Fatal(err)
	}
	fields, said := reflect.TypeOf(Styles{}), map[string]bool{}
	for _, m := range []scene.Medium{scene.Document, scene.Slides} {
		for name := range look.TypeScale(m) {
			said[name] = true
			if _, ok := fields.FieldByName(name); !ok {
				t.Errorf("%s: %s is a style that nothing takes", m, name)
			}
		}
	}
	for i := range fields.NumField() {
		if name := fields.Field(i).Name; !said[name] {
			t.Errorf("%s is in neither scale", name)
		}
	}
}
