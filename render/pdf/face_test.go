package pdf

import "testing"

func TestCodesFollowFirstUse(t *testing.T) {
	fc, err := openFace(fontFiles(t)[4])
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range []rune{'z', 'a', 'z', 0x2014, 'a'} {
		cid, width, err := fc.code(r)
		if want := []uint16{1, 2, 1, 3, 2}[i]; err != nil || cid != want || width <= 0 {
			t.Errorf("%q has code %d width %d, %v", r, cid, width, err)
		}
	}
}
