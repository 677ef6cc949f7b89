package charts

import (
	"math/rand/v2"
	"testing"

	"roadshow/scene"
)

func TestLabelsThatDoNotMeetStayWhereTheyWantToBe(t *testing.T) {
	got, fits := spreadOut([]scene.Pt{10, 50, 90}, []scene.Pt{12, 12, 12}, 0, 100)
	if !fits || got[0] != 10 || got[1] != 50 || got[2] != 90 {
		t.Errorf("got %v, %v", got, fits)
	}
}

func TestLabelsThatMeetShareTheWay(t *testing.T) {
	got, fits := spreadOut([]scene.Pt{52, 50, 51}, []scene.Pt{10, 10, 10}, 0, 100)
	if want := []scene.Pt{61, 41, 51}; !fits || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestSpreadOutLabelsNeverOverlapNorLeaveTheirRoom(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		n := 1 + r.IntN(9)
		want, ext := make([]scene.Pt, n), make([]scene.Pt, n)
		for i := range n {
			want[i], ext[i] = scene.Pt(r.Float64()*120-10), scene.Pt(4+r.Float64()*9)
		}
		got, fits := spreadOut(want, ext, 0, 100)
		if !fits {
			continue
		}
		for i := range n {
			if got[i]-ext[i]/2 < -1e-6 || got[i]+ext[i]/2 > 100+1e-6 {
				t.Fatalf("label %d leaves its room: %v", i, got)
			}
			for j := range i {
				if d := max(got[i]-got[j], got[j]-got[i]); d < (ext[i]+ext[j])/2-1e-6 {
					t.Fatalf("labels %d and %d overlap: %v, extents %v", i, j, got, ext)
				}
			}
		}
	}
}
