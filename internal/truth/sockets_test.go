package truth_test

import (
	"go/ast"
	"slices"
	"strings"
	"testing"
)

// The program opens no socket: of its packages none imports what could. Libraries that import net for other ends (certificates, flags
// of addresses) are watched while they run, by scripts/verify-offline.sh.
func TestNoPackageOfTheProgramOpensSockets(t *testing.T) {
	harmless := []string{"net/url", "net/mail", "net/textproto", "net/netip"} // they take words apart
	for _, f := range readTree(t) {
		if f.test || f.ast.Name.Name == "main" && f.pkg != "cmd/roadshow" { // programs that try ours
			continue
		}
		for _, im := range f.imports {
			if (im == "net" || strings.HasPrefix(im, "net/") || im == "crypto/tls" || im == "log/syslog" || im == "os/exec" || im == "plugin" ||
				strings.HasPrefix(im, "golang.org/x/sys") || strings.HasPrefix(im, "golang.org/x/net/") && im != "golang.org/x/net/html") && !slices.Contains(harmless, im) {
				t.Errorf("%s imports %s", f.name, im)
			}
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "syscall" && slices.Contains([]string{"Socket", "Connect", "Sendto", "SYS_SOCKET", "SYS_CONNECT", "ForkExec", "Exec", "StartProcess"}, s.Sel.Name) {
					t.Errorf("%s calls syscall.%s", f.name, s.Sel.Name)
				}
			}
			return true
		})
	}
}
