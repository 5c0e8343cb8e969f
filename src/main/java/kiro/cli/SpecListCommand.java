package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.finding.Finding;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.spec.StoredSpec;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro spec list`: every spec with what is proven of it.
@Command(
        name = "list",
        description = {
            "Lists the specs with how many of their criteria are proven.",
            "A criterion counts as proven while evidence is kept for its present words. Whether code or tests have",
            "changed since is found with --fresh, which reads them, or with 'kiro spec sync', which runs the tests.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro spec list",
            "  kiro spec list --fresh",
            "  kiro spec list --json",
            "",
            "Exit codes: 0 listed, 1 there is no .kiro folder."
        })
public final class SpecListCommand implements Callable<Integer> {
    static final String NONE =
            "no specs in .kiro/specs yet: 'kiro spec create NAME --template rest-api' makes one";

    private final Console console;
    private final Projects projects;
    private final SpecProofs proofs;

    @Option(
            names = "--fresh",
            description = "Look whether code and tests have changed since; takes longer.")
    private boolean isFresh;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean isJson;

    public SpecListCommand(Console console, Workspaces workspaces, SpecProofs proofs) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.proofs = proofs;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        var standing =
                isFresh
                        ? new FreshStanding(proofs.verifier(workspace.get()))
                        : new KeptStanding(workspace.get());
        var listed = new ArrayList<ListedSpec>();
        var findings = new ArrayList<Finding>();
        for (StoredSpec stored : new SpecStore(workspace.get()).list()) {
            switch (stored.reading()) {
                case SpecReading.Whole whole ->
                        listed.add(ListedSpec.of(stored, whole.spec(), standing.of(whole.spec())));
                case SpecReading.Broken broken -> {
                    listed.add(ListedSpec.unreadable(stored));
                    findings.addAll(broken.findings());
                }
            }
        }
        show(listed, findings);
        return ExitCode.OK.number();
    }

    private void show(List<ListedSpec> listed, List<Finding> findings) {
        if (isJson) {
            console.print(SpecJson.list(listed, findings, isFresh));
            return;
        }
        if (listed.isEmpty()) {
            console.print(NONE);
            return;
        }
        var table = new TextTable(List.of("SPEC", "TITLE", "PROVEN", "STATE"));
        listed.forEach(each ->
                table.row(each.name(), each.title(), each.fraction(), each.state().words()));
        table.lines(console.width()).forEach(console::print);
        console.findings(findings);
    }
}
