package kiro.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kiro.edit.FileChange;
import kiro.edit.FileState;
import kiro.permission.Explanation;
import kiro.permission.Mode;
import kiro.permission.PermissionRule;
import kiro.permission.Phase;
import kiro.permission.Ruling;
import kiro.tool.Effect;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro permissions explain`: what would be decided, by which rule, and what that rule overruled.
@Command(
        name = "explain",
        description = {
            "Says what would be decided about a command line, or about a file that is read or written, and why:",
            "each part with its risk, the rule that decides and the rules that it overrules. Nothing is run.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro permissions explain 'mvn -q test'",
            "  kiro permissions explain 'env CI=1 sh -c \"git push\"' --mode autonomous",
            "  kiro permissions explain --write pom.xml",
            "  kiro permissions explain --read .env --json",
            "",
            "Exit codes: 0 explained, 1 a file of rules or settings has to be repaired."
        })
public final class PermissionsExplainCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final PermissionSettings settings;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "A line for the shell.")
    private @Nullable String line;

    @Option(names = "--read", paramLabel = "FILE", description = "A file that would be read.")
    private @Nullable String read;

    @Option(names = "--write", paramLabel = "FILE", description = "A file that would be written.")
    private @Nullable String written;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            converter = ModeConverter.class,
            description =
                    "interactive, semi-automatic or autonomous; without it, that of the settings.")
    private @Nullable Mode mode;

    @Option(names = "--json", description = "Print the explanation as JSON.")
    private boolean isJson;

    public PermissionsExplainCommand(
            Console console, Workspaces workspaces, PermissionSettings settings) {
        this.console = console;
        this.workspaces = workspaces;
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        long given =
                Stream.of(
                                Optional.ofNullable(line),
                                Optional.ofNullable(read),
                                Optional.ofNullable(written))
                        .filter(Optional::isPresent)
                        .count();
        if (given != 1) {
            console.problem(
                    "cli/usage",
                    given == 0 ? "there is nothing to explain" : "one thing is explained at a time",
                    "give a command line in quotes, or --read FILE, or --write FILE");
            return ExitCode.USAGE.number();
        }
        Workspace workspace = workspaces.current();
        Optional<Effect> effect = effect(workspace);
        if (effect.isEmpty()) {
            console.problem(
                    "permissions/outside",
                    "the file lies outside of the workspace " + workspace.root(),
                    "tools read and write no file there, under any rule");
            return ExitCode.FINDINGS.number();
        }
        return switch (settings.open(workspace, Optional.ofNullable(mode))) {
            case PermissionSettings.Opening.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case PermissionSettings.Opening.Opened opened -> {
                explain(opened, effect.get());
                opened.sandbox().close();
                yield ExitCode.OK.number();
            }
        };
    }

    private Optional<Effect> effect(Workspace workspace) throws IOException {
        if (line != null) {
            return Optional.of(new Effect.Execute(line));
        }
        String name = read == null ? String.valueOf(written) : read;
        Optional<WorkspacePath> path = workspace.relativize(workspaces.absolute(name));
        if (path.isEmpty() || read != null) {
            return path.map(file -> new Effect.Read(List.of(file)));
        }
        boolean isThere = Files.exists(workspace.absolute(path.get()));
        FileState before = isThere ? state("before") : new FileState.Absent();
        return Optional.of(
                new Effect.Change(List.of(new FileChange(path.get(), before, state("after")))));
    }

    private static FileState state(String text) {
        return FileState.Present.of(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private void explain(PermissionSettings.Opening.Opened opened, Effect effect) {
        Explanation explanation = opened.policy().explain(effect, Phase.EXECUTING, List.of());
        if (isJson) {
            console.print(PermissionsJson.explanation(opened.mode(), explanation));
            return;
        }
        Ruling ruling = explanation.ruling();
        console.print(
                "%s in %s mode, %s risk: %s"
                        .formatted(
                                word(ruling.decision()),
                                SpecJson.word(opened.mode()),
                                SpecJson.word(ruling.risk()),
                                ruling.reason()));
        explanation.parts().stream().filter(PermissionsExplainCommand::matters).forEach(this::part);
        opened.remarks().forEach(console::note);
    }

    /// Files that may be read, and about which nobody has said anything, are left out.
    private static boolean matters(Explanation.Part part) {
        return !part.capability().equals("fs_read")
                || part.decision() != Ruling.Decision.ALLOW
                || part.rule().isPresent()
                || !part.overruled().isEmpty();
    }

    private void part(Explanation.Part part) {
        console.print();
        console.print("  " + part.capability() + "  " + part.subject());
        console.print(
                "    %s, %s risk: %s"
                        .formatted(
                                word(part.decision()), SpecJson.word(part.risk()), part.reason()));
        console.print(
                "    by "
                        + part.rule()
                                .map(rule ->
                                        "a rule of the "
                                                + rule.origin().word()
                                                + ", "
                                                + rule.place())
                                .orElse("default: no rule decides"));
        for (PermissionRule rule : part.overruled()) {
            console.print("    overrules '%s', %s".formatted(rule, rule.place()));
        }
    }

    private static String word(Ruling.Decision decision) {
        return switch (decision) {
            case ALLOW -> "allowed";
            case ASK -> "asked";
            case DENY -> "denied";
        };
    }
}
