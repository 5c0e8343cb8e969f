package kiro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kiro.testing.TemporaryWorkspace;

/// A project below a folder in which the agent does, by itself, what a script says.
final class ScriptedProject {
    private static final String SCRIPT = "script.jsonl";
    private static final String PLAN =
            ScriptLines.call(
                    "plan",
                    "propose_plan",
                    "{\"title\":\"t\",\"steps\":[{\"action\":\"go\",\"risk\":\"low\"}]}");

    final TemporaryWorkspace workspace;
    private final Path folder;

    private ScriptedProject(Path folder, TemporaryWorkspace workspace) {
        this.folder = folder;
        this.workspace = workspace;
    }

    /// @param ignored what git ignores beside the script
    static ScriptedProject in(Path folder, String... ignored) throws IOException {
        return new ScriptedProject(
                folder,
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".gitignore", SCRIPT + "\n" + String.join("\n", ignored) + "\n"));
    }

    /// A plan of one step, these calls or answers of the model, and the end.
    ScriptedProject saying(String... lines) {
        var all = new ArrayList<>(List.of(PLAN));
        all.addAll(List.of(lines));
        all.add(ScriptLines.says("done"));
        workspace.with(SCRIPT, ScriptLines.all(all.toArray(String[]::new)));
        return this;
    }

    /// A plan of one step, and one command.
    ScriptedProject running(String line) {
        return saying(
                ScriptLines.call("c1", "run_command", "{\"command\":\"%s\"}".formatted(line)));
    }

    /// The person's own rules.
    ScriptedProject ruledBy(String rules) throws IOException {
        Path file = folder.resolve("home/.kiro/settings/permissions.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "rules:\n" + rules);
        return this;
    }

    /// @param sandbox whether there is one: `on` or `off`
    Kiro.Result agent(String sandbox, String... options) {
        return Kiro.in(workspace.root()).with("KIRO_SANDBOX", sandbox).run(words(options));
    }

    /// The words of a run that nobody is asked in.
    private static String[] words(String... options) {
        var words = new ArrayList<>(List.of("agent", "go"));
        words.addAll(List.of("--model", "scripted/" + SCRIPT, "--mode", "autonomous"));
        words.addAll(List.of(options));
        return words.toArray(String[]::new);
    }
}
