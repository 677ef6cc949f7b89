package value

import "strings"

// measures are the symbols of measurement, as written, and countedNouns nouns are in the singular. A number before anything else is
// text that begins with a number.
const (
	measures = " s ms µs min h hr hrs d wk mo yr yrs mm cm dm km mi ft in yd nm µm m² m2 cm² km² km2 ha ac sqm sqft sq m³ m3 cm³ km³ " +
		"mg g kg t kt Mt Gt lb lbs oz µg ml cl dl l L hl gal bbl boe Mboe kboe bcf mcf MMBtu Btu " +
		"J kJ MJ GJ TJ PJ EJ Wh kWh MWh GWh TWh W kW MW GW TW kWp MWp GWp V kV A mA Ah mAh Hz kHz MHz GHz Pa hPa kPa MPa bar psi N kN " +
		"°C °F ° K cal kcal B KB kB MB GB TB PB EB bit kbit Mbit Gbit kbps Mbps Gbps ppm ppb dB rpm mph kph km/h mol px dpi bp bps pcs FTE FTEs " +
		"tCO2 tCO2e tCO₂ tCO₂e ktCO2e MtCO2e CO2e TEU dwt FLOPs FLOPS TFLOPS "
	countedNouns = " second minute hour day week month quarter year decade mile foot feet inch inches yard metre meter kilometre kilometer hectare acre " +
		"gram kilogram tonne ton pound ounce litre liter gallon barrel watt kilowatt megawatt gigawatt volt degree byte bit token parameter " +
		"person people employee staff worker user customer client household patient student vote seat share unit item piece store shop site branch " +
		"vehicle car flight trip order download visit bed room home house building country company firm bank fund deal round job member " +
		"subscriber passenger participant respondent case death birth head point star time fold "
)

// KnownUnit says that a noun is a unit that everybody knows: a measure, or something that is often countedNouns, alone or for each of
// something (kWh per site, km/h).
func KnownUnit(noun string) bool {
	head, _, _ := strings.Cut(noun, " per ")
	if strings.HasPrefix(head, "/") {
		return len(head) > 1 && !Digit(head[1])
	}
	head, rate, found := strings.Cut(head, "/")
	if found && (rate == "" || Digit(rate[0])) {
		return false
	}
	if head = strings.TrimSpace(head); head == "" {
		return false
	}
	if startsHan(head) {
		return true
	}
	if strings.Contains(measures, " "+head+" ") && !strings.Contains(head, " ") {
		return true
	}
	lower := strings.ToLower(head)
	for _, form := range [...]string{lower, strings.TrimSuffix(lower, "s"), strings.TrimSuffix(lower, "es"), strings.TrimSuffix(lower, "ies") + "y"} {
		if form != "" && !strings.Contains(form, " ") && strings.Contains(countedNouns, " "+form+" ") {
			return true
		}
	}
	return false
}
