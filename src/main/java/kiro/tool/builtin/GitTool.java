package kiro.tool.builtin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kiro.process.Capture;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.workspace.Git;

/// Runs git commands of the model.
final class GitTool implements BuiltinTool {
    private final Git git;
    private final PathReader paths;

    GitTool(Git git, PathReader paths) {
        this.git = git;
        this.paths = paths;
    }

    @Override
    public String name() {
        return "git";
    }

    @Override
    public boolean isParallel() {
        return true;
    }

    @Override
    public Preparation prepare(Arguments arguments) {
        List<String> given = arguments.list("arguments");
        String summary = Summaries.oneLine("git " + String.join(" ", given));
        Optional<String> kept = given.stream().filter(paths::namesKept).findFirst();
        if (kept.isPresent()) {
            return refused(kept.get() + " names what .kiroignore keeps from tools", given);
        }
        Optional<String> showing = kept().objection(given);
        if (showing.isPresent()) {
            return refused(showing.get(), given);
        }
        return switch (GitCallReader.read(given)) {
            case GitCall.Refused refused -> refused(refused.why(), given);
            case GitCall.Reading reading ->
                    new Preparation.Ready(
                            new Effect.Read(List.of()),
                            summary,
                            () -> look(given, reading.arguments()));
            case GitCall.Changing changing ->
                    new Preparation.Ready(
                            new Effect.GitChange(given),
                            summary,
                            () -> change(given, changing.arguments()));
        };
    }

    private KeptFromGit kept() {
        return new KeptFromGit(git, paths);
    }

    private ToolResult look(List<String> given, List<String> arguments)
            throws InterruptedException {
        Optional<String> unnamed = kept().unnamed(given);
        return unnamed.isPresent()
                ? new ToolResult.Failed(unnamed.get())
                : run(kept().without(given, arguments));
    }

    /// The steps of a rebase lie in a file, which a command may have written.
    private ToolResult change(List<String> given, List<String> arguments)
            throws InterruptedException {
        boolean goesOn =
                given.getFirst().equals("rebase")
                        && given.stream().anyMatch(word -> word.startsWith("--"));
        Optional<String> program =
                goesOn
                        ? git.stepsOfRebase().stream()
                                .filter(step -> step.strip().matches("(exec|x)\\s.*"))
                                .findFirst()
                        : Optional.empty();
        return program.isPresent()
                ? new ToolResult.Failed(
                        "the rebase that is under way would run a program, which a person does: "
                                + program.get().strip())
                : run(arguments);
    }

    private ToolResult run(List<String> arguments) throws InterruptedException {
        return switch (git.run(arguments)) {
            case Capture.Failed failed -> new ToolResult.Failed("git: " + failed.reason());
            case Capture.Ended ended -> {
                String output = new String(ended.output(), StandardCharsets.UTF_8);
                String errors = ended.errors().isBlank() ? "" : ended.errors().strip() + "\n";
                String text =
                        Bounded.of("exit code " + ended.code() + "\n" + output + errors)
                                .stripTrailing();
                yield ended.code() == 0
                        ? new ToolResult.Done(text)
                        : new ToolResult.Unsuccessful(text);
            }
        };
    }

    /// A command that only looks leaves nothing undone.
    private static Preparation refused(String why, List<String> given) {
        return !given.isEmpty() && GitReading.of(given.getFirst()).isPresent()
                ? Preparation.Refused.looking(why)
                : Preparation.Refused.changing(why, List.of());
    }
}
