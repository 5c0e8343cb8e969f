package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.finding.Finding;
import kiro.infer.Inference;
import kiro.infer.Scope;
import kiro.infer.SpecDraft;
import kiro.spec.SpecName;
import kiro.spec.SpecReading;
import kiro.spec.SpecTemplate;
import kiro.spec.rule.RuleLevels;
import kiro.spec.rule.SpecCheck;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro spec infer`: writes the spec that code would have had.
@Command(
        name = "infer",
        description = {
            "Reads code and writes the spec that it would have had: requests and their answers, rules, errors, limits,",
            "side effects, settings. Java, JavaScript, TypeScript, Python, Go and Rust are read.",
            "Each criterion says where it was read and counts as inferred until you accept it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro spec infer src/main/java/shop/orders",
            "  kiro spec infer src/users.ts --name users",
            "  kiro spec infer src/orders.py#create_order --print",
            "  kiro spec infer src --json                   what was read, as JSON",
            "  kiro spec infer src/users.ts --propose       a model says conditions that are code in words",
            "  kiro spec infer --accept users AC-1 AC-3     take the marks off two criteria",
            "  kiro spec infer --accept users all",
            "",
            "Exit codes: 0 written or accepted, 1 there is nothing to read, or a spec of the name."
        })
public final class SpecInferCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final Projects projects;
    private final CodeReading code;
    private final SpecModels models;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "A file, a folder, or FILE#SYMBOL; with --accept: criteria, or 'all'.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The name of the spec; without it, one made from PATH.")
    private @Nullable String name;

    @Option(names = "--force", description = "Write over a spec of that name.")
    private boolean isForced;

    @Option(names = "--print", description = "Print the spec and write nothing.")
    private boolean isPrint;

    @Option(names = "--json", description = "Print what was read as JSON and write nothing.")
    private boolean isJson;

    @Option(
            names = "--accept",
            paramLabel = "SPEC",
            description = "Take the marks off criteria of this spec.")
    private @Nullable String accepted;

    @Option(
            names = "--propose",
            description = {
                "Ask the language model to say in words what conditions say in code. Statuses, numbers and requests",
                "stay, and so does the place of each; what it says is marked as proposed."
            })
    private boolean isProposing;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "The model for --propose; else the one of the settings.")
    private Optional<String> model = Optional.empty();

    public SpecInferCommand(
            Console console, Workspaces workspaces, CodeReading code, SpecModels models) {
        this.console = console;
        this.models = models;
        this.workspaces = workspaces;
        this.projects = new Projects(console, workspaces);
        this.code = code;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Workspace> workspace =
                isPrint || isJson ? Optional.of(workspaces.current()) : projects.current();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        if (accepted != null) {
            return new Acceptance(console, projects, workspace.get())
                    .accept(accepted, words)
                    .number();
        }
        if (isProposing ? isPrint || isJson : model.isPresent()) {
            console.problem(
                    "cli/usage",
                    isProposing
                            ? "--propose is for a spec that is written"
                            : "--model without --propose: code is read without one",
                    isProposing ? "leave --print and --json out" : "add --propose");
            return ExitCode.USAGE.number();
        }
        if (words.size() != 1) {
            console.problem(
                    "cli/usage",
                    words.isEmpty() ? "there is no path" : "there is more than one path",
                    "name one file or folder: 'kiro spec infer src'");
            return ExitCode.USAGE.number();
        }
        return infer(workspace.get(), words.getFirst()).number();
    }

    private ExitCode infer(Workspace workspace, String path)
            throws IOException, InterruptedException {
        List<WorkspacePath> files = code.files(workspace);
        return switch (new ScopeChoice(workspace, workspaces, files).of(path)) {
            case ScopeChoice.Choice.Refused refused -> findings(refused.finding());
            case ScopeChoice.Choice.Chosen chosen -> infer(workspace, chosen.scope(), files);
        };
    }

    private ExitCode infer(Workspace workspace, Scope scope, List<WorkspacePath> files)
            throws IOException, InterruptedException {
        console.status("reading " + Counted.of(files.size(), "file"));
        Inference inference = code.inference(workspace).infer(scope, files);
        console.clearStatus();
        if (isJson) {
            console.print(InferenceJson.of(inference));
            return ExitCode.OK;
        }
        if (inference.isEmpty()) {
            return findings(ScopeChoice.nothing(scope, inference));
        }
        String wanted = name == null ? ScopeChoice.name(scope) : name;
        return isPrint ? print(inference, wanted) : write(workspace, inference, wanted);
    }

    private ExitCode print(Inference inference, String wanted) {
        console.printPart(SpecDraft.of(inference, title(wanted)));
        return ExitCode.OK;
    }

    private ExitCode write(Workspace workspace, Inference inference, String wanted)
            throws IOException, InterruptedException {
        var spec = new NewSpec(workspace);
        return switch (spec.name(wanted)) {
            case NewSpec.Naming.Free free -> write(workspace, free.name(), inference);
            case NewSpec.Naming.Refused refused -> {
                Optional<SpecName> taken =
                        refused.finding().rule().value().equals("spec/exists") && isForced
                                ? SpecName.parse(wanted)
                                : Optional.empty();
                yield taken.isPresent()
                        ? write(workspace, taken.get(), inference)
                        : findings(refused.finding());
            }
        };
    }

    private ExitCode write(Workspace workspace, SpecName wanted, Inference inference)
            throws IOException, InterruptedException {
        var spec = new NewSpec(workspace);
        SpecReading written = spec.write(wanted, SpecDraft.of(inference, title(wanted.value())));
        console.print("wrote %s, inferred from %s".formatted(spec.path(wanted), inference.scope()));
        console.print(
                "  %s in %s of %s"
                        .formatted(
                                Counted.of(inference.endpoints().size(), "request"),
                                Counted.of(inference.reading().files(), "file"),
                                String.join(", ", inference.reading().languages())));
        if (!inference.reading().skipped().isEmpty()) {
            console.print(
                    "  %s not read: the spec says which and why"
                            .formatted(Counted.of(inference.reading().skipped().size(), "file")));
        }
        ExitCode ended = isProposing ? propose(workspace, written) : ExitCode.OK;
        console.print();
        console.print(
                "Next: read it, then 'kiro spec infer --accept %s all', or the ids of criteria"
                        .formatted(wanted));
        return ended;
    }

    private ExitCode propose(Workspace workspace, SpecReading written)
            throws IOException, InterruptedException {
        return switch (written) {
            case SpecReading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS;
            }
            case SpecReading.Whole whole ->
                    new ProposedChanges(console, models, workspace, console::print)
                            .propose(
                                    whole.spec(),
                                    new SpecCheck(RuleLevels.standard()),
                                    model,
                                    Optional.of("all"))
                            .ended();
        };
    }

    private static String title(String wanted) {
        return SpecName.parse(wanted).map(SpecTemplate::titleOf).orElse(wanted);
    }

    private ExitCode findings(Finding finding) {
        console.findings(List.of(finding));
        return ExitCode.FINDINGS;
    }
}
