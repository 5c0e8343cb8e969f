package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.cli.CommandDescription.Flag;
import kiro.finding.Finding;
import kiro.spec.SpecGlance;
import kiro.spec.SpecOutline;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.spec.StoredSpec;
import kiro.workspace.Workspace;
import picocli.CommandLine.Model.CommandSpec;

/// `kiro spec list`: every spec with what is proven of it.
public final class SpecListCommand implements Callable<Integer> {
    static final String NONE =
            "no specs in .kiro/specs yet: 'kiro spec create NAME --template rest-api' makes one";

    private final Console console;
    private final Projects projects;
    private final SpecProofs proofs;

    private final CommandDescription description = new CommandDescription("list", this);
    private final Flag fresh =
            description.flag(
                    "--fresh", "Look whether code and tests have changed since; takes longer.");
    private final Flag json = description.flag("--json", "Print the list as JSON.");
    private final Flag markdown =
            description.flag("--markdown", "Print the list as a Markdown table.");

    public SpecListCommand(Console console, Workspaces workspaces, SpecProofs proofs) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.proofs = proofs;
        description.says(
                "Lists the specs with how many of their criteria are proven.",
                "A criterion counts as proven while evidence is kept for its present words. Whether code or tests have",
                "changed since is found with --fresh, which reads them, or with 'kiro spec sync', which runs the tests.",
                "The age of a spec is the time since a commit last changed one of its files.",
                "");
        description.endsWith(
                "",
                "Examples:",
                "  kiro spec list",
                "  kiro spec list --fresh",
                "  kiro spec list --json",
                "  kiro spec list --markdown > SPECS.md",
                "",
                "Exit codes: 0 listed, 1 there is no .kiro folder.");
    }

    /// The command as picocli takes it.
    public CommandSpec description() {
        return description.spec();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        if (json.isSet() && markdown.isSet()) {
            console.problem(
                    "cli/usage", "--json and --markdown exclude each other", "give one of them");
            return ExitCode.USAGE.number();
        }
        SpecAges ages = proofs.ages(workspace.get());
        List<Row> rows =
                fresh.isSet() ? freshRows(workspace.get(), ages) : keptRows(workspace.get(), ages);
        show(
                ages,
                rows.stream().map(Row::spec).toList(),
                rows.stream().flatMap(row -> row.findings().stream()).toList());
        return ExitCode.OK.number();
    }

    private record Row(ListedSpec spec, List<Finding> findings) {}

    private static List<Row> keptRows(Workspace workspace, SpecAges ages) {
        KeptStanding standing = KeptStanding.in(workspace);
        return new SpecStore(workspace)
                .glances(standing::hasEvidence)
                .map(glance -> {
                    var name = name(glance, ages);
                    return switch (glance) {
                        case SpecGlance.Outlined outlined ->
                                new Row(
                                        ListedSpec.of(
                                                name,
                                                outlined.outline(),
                                                KeptStanding.withoutEvidence(outlined.outline())),
                                        List.of());
                        case SpecGlance.Read read ->
                                switch (read.stored().reading()) {
                                    case SpecReading.Whole whole ->
                                            row(name, whole, standing.of(whole.spec()));
                                    case SpecReading.Broken broken -> row(name, broken);
                                };
                    };
                })
                .toList();
    }

    private List<Row> freshRows(Workspace workspace, SpecAges ages) throws InterruptedException {
        var standing = new FreshStanding(proofs.verifier(workspace));
        var rows = new ArrayList<Row>();
        for (StoredSpec stored : new SpecStore(workspace).list()) {
            var name = name(new SpecGlance.Read(stored), ages);
            rows.add(
                    switch (stored.reading()) {
                        case SpecReading.Whole whole -> row(name, whole, standing.of(whole.spec()));
                        case SpecReading.Broken broken -> row(name, broken);
                    });
        }
        return rows;
    }

    private static ListedSpec.StoredSpecName name(SpecGlance glance, SpecAges ages) {
        return new ListedSpec.StoredSpecName(
                glance.name(), glance.path().value(), ages.changed(glance.path()));
    }

    private static Row row(
            ListedSpec.StoredSpecName name, SpecReading.Whole whole, Standing.Counts counts) {
        return new Row(ListedSpec.of(name, SpecOutline.of(whole.spec()), counts), List.of());
    }

    private static Row row(ListedSpec.StoredSpecName name, SpecReading.Broken broken) {
        return new Row(ListedSpec.unreadable(name, broken.draft()), broken.findings());
    }

    private void show(SpecAges ages, List<ListedSpec> listed, List<Finding> findings) {
        if (json.isSet()) {
            console.print(SpecJson.list(listed, findings, fresh.isSet()));
            return;
        }
        if (listed.isEmpty()) {
            console.print(NONE);
            return;
        }
        var view = new SpecListView(console, ages);
        if (markdown.isSet()) {
            view.markdown(listed);
        } else {
            view.table(listed);
        }
        console.findings(findings);
    }
}
