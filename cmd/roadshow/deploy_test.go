package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestTheManifestsMakeOneRun runs the command of each manifest in deploy/ as its scheduler would, once for each part, and joins the
// parts: they are the run of one process.
func TestTheManifestsMakeOneRun(t *testing.T) {
	if testing.Short() {
		t.Skip("it distributes a briefing nine times")
	}
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join("../../deploy", name))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	find := func(text, pattern string) string {
		m := regexp.MustCompile(pattern).FindStringSubmatch(text)
		if m == nil {
			t.Fatalf("no %s", pattern)
		}
		return m[1]
	}
	kube, slurm := read("kubernetes.yaml"), read("slurm.sh")
	if a, b := find(kube, `completions: (\d+)`), find(kube, `\$\(JOB_COMPLETION_INDEX\)/(\d+)`); a != b || find(kube, `parallelism: (\d+)`) != a {
		t.Errorf("%s completions of %s parts", a, b)
	}
	commands := map[string][]string{
		"kubernetes": strings.Split(find(kube, `args: \[(.*)\]`), ", "),
		"slurm":      strings.Fields(strings.ReplaceAll(find(slurm, `exec roadshow (.*)`), `"`, "")),
	}
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"briefing/briefing.yaml": "title: A fictional memo\ndate: 2026-11-30\nthemes:\n- name: One\n  claim: Revenue reached a fictional height\n",
		"readers.csv":            "id,name\n" + strings.Join(strings.Fields("a,A b,B c,C d,D e,E f,F g,G h,H i,I j,J"), "\n") + "\n",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ok := func(args ...string) {
		t.Helper()
		if code, said := command(args...); code != exitFine {
			t.Fatalf("%s: %d\n%s", strings.Join(args, " "), code, said)
		}
	}
	ok("key", "new", "house.pem")
	ok("distribute", "briefing", "--recipients", "readers.csv", "-o", "whole", "--key", "house.pem")
	want, err := os.ReadFile("whole/ledger.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	const parts = 8
	for name, args := range commands {
		merge := []string{"ledger", "merge", "-o", name + "-sent", "--key", "house.pem"}
		for i := range parts {
			index := strconv.Itoa(i)
			r := strings.NewReplacer("$(JOB_COMPLETION_INDEX)", index, "/in/", "", "/key/", "", "/out/", name+"/", "$SLURM_ARRAY_TASK_ID", index, "$SLURM_ARRAY_TASK_COUNT", strconv.Itoa(parts),
				"$BRIEFING", "briefing", "$LIST", "readers.csv", "$OUT", name, "$KEY", "house.pem")
			var own []string
			for _, a := range args {
				own = append(own, r.Replace(a))
			}
			ok(own...)
			ok(own...) // started again
			merge = append(merge, name+"/part-"+index+"/ledger.jsonl")
		}
		ok(merge...)
		got, err := os.ReadFile(name + "-sent/ledger.jsonl")
		if err != nil || string(got) != string(want) {
			t.Errorf("%s: the whole is not one run: %v", name, err)
		}
	}
}
