package page

import (
	"reflect"

	"roadshow/assets"
	"roadshow/scene"
)

// Styles are the text styles of one medium in one look: assets/type/*.json says them, a field takes the style of its name. A style
// that the medium's scale does not have is empty, and nothing is set in it there. A layout takes its styles from here and never names
// a size of its own, but steps of one style.
type Styles struct {
	Masthead, CoverTitle, CoverStand, CoverSmall, CoverMedium    scene.Style
	ContentsNumber, ContentsName                                 scene.Style
	DividerNumber, DividerTitle, DividerStand                    scene.Style
	Title, Deck, Numeral, Headline, Standfirst, Heading, RunIn   scene.Style
	Body, BodyMuted, Body2, CommentHead, Comment, Lead           scene.Style
	Small, SmallMuted, SmallMedium, SmallStrong                  scene.Style
	KPI, KPILabel, KPINote, Delta                                scene.Style
	RailQuote, Pull, PullSmall, QuoteMark, Wall, WallSmall, View scene.Style
	Name, PanelName, PersonName, Role                            scene.Style
	Statement, StatementSmall                                    scene.Style
	ExhibitNumber, ExhibitTitle, ExhibitUnit                     scene.Style
	Label, LabelStrong, Annotation                               scene.Style
	TableText, TableHead, TableStrong                            scene.Style
	SoWhatLabel, SoWhat                                          scene.Style
	Source, Note, Cite, Sticker                                  scene.Style
	Footer, Folio, Tracker, TrackerNow                           scene.Style
	BackHead, Appendix, AppendixHead                             scene.Style
}

func stylesFor(l *assets.Look, m scene.Medium) *Styles {
	s, scale := &Styles{}, l.TypeScale(m)
	fields := reflect.ValueOf(s).Elem()
	for i := range fields.NumField() {
		fields.Field(i).Set(reflect.ValueOf(scale[fields.Type().Field(i).Name]))
	}
	return s
}

// Styles of diagrams, all derived from the scale.

// TableSmall is the step below table text: condensed, for more than nine columns or for cells that would not fit.
func (s *Styles) TableSmall() scene.Style { return s.Note }

// TableMuted is table text that stands back: glosses, missing values.
func (s *Styles) TableMuted() scene.Style { return s.TableText.With(s.TableHead.Color) }

// SerifStrong is body text in SemiBold: claims of a scorecard, heads of a matrix.
func (s *Styles) SerifStrong() scene.Style { return s.Body.In(scene.SerifSemiBold) }

// HolderWords is a holder's quotation, and its step down.
func (s *Styles) HolderWords() (full, small scene.Style) {
	return s.WallSmall, s.WallSmall.At(9.2, 13.5)
}
