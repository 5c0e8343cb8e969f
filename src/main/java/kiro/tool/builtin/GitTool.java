package kiro.tool.builtin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kiro.process.Capture;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.workspace.Git;
import kiro.workspace.GitChange;
import kiro.workspace.GitLeave;

/// Runs git commands of the model.
final class GitTool implements BuiltinTool {
    private final Git git;
    private final PathReader paths;
    private final GitLeave.Giver leaves;

    GitTool(Git git, PathReader paths, GitLeave.Giver leaves) {
        this.git = git;
        this.paths = paths;
        this.leaves = leaves;
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
    public Preparation prepare(Arguments arguments) throws InterruptedException {
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
                            summary + left(given, changing.arguments()),
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
                : told(git.run(kept().without(given, arguments)));
    }

    /// The steps of a rebase lie in a file, which a command may have written.
    private ToolResult change(List<String> given, List<String> arguments)
            throws InterruptedException {
        Optional<String> unnamed = kept().unnamed(given);
        if (unnamed.isPresent()) {
            return new ToolResult.Failed(unnamed.get());
        }
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
                : change(git.change(kept().without(given, arguments)), given);
    }

    private ToolResult change(GitChange call, List<String> given) throws InterruptedException {
        GitLeave leave = leave(call, given);
        ToolResult result = told(call.run(leave, leaves));
        List<String> left = call.left(leave, leaves);
        String note =
                left.isEmpty()
                        ? ""
                        : "\n[hooks of this repository that did not run, as %s: %s]"
                                .formatted(why(leave), String.join(", ", left));
        return switch (result) {
            case ToolResult.Done done -> new ToolResult.Done(done.text() + note);
            case ToolResult.Unsuccessful no ->
                    new ToolResult.Unsuccessful(no.text() + note + walls(call, leave));
            case ToolResult.Failed failed -> failed;
        };
    }

    private GitLeave leave(GitChange call, List<String> given) throws InterruptedException {
        return call.startsAnything() ? leaves.of(given) : new GitLeave.None("there are none");
    }

    /// What whoever is asked about the call has to know of it.
    private String left(List<String> given, List<String> arguments) throws InterruptedException {
        GitChange call = git.change(arguments);
        GitLeave leave = leave(call, given);
        List<String> left = call.left(leave, leaves);
        return left.isEmpty()
                ? ""
                : " (without the hooks %s, as %s)".formatted(String.join(", ", left), why(leave));
    }

    private static String why(GitLeave leave) {
        return leave instanceof GitLeave.None none ? none.why() : "";
    }

    /// What a model may take for a fault of the project.
    private static String walls(GitChange call, GitLeave leave) {
        List<String> unstarted = call.unstarted(leave);
        String none =
                unstarted.isEmpty()
                        ? ""
                        : "\n[programs that the repository's settings name are not started: %s]"
                                .formatted(String.join(", ", unstarted));
        return leave instanceof GitLeave.Confined && call.startsAnything()
                ? none
                        + "\n[what git starts, such as hooks, ran in a sandbox: it can write in the workspace alone, not in .kiro or git's"
                        + " settings and hooks, sees no secrets, and has no network]"
                : none;
    }

    private static ToolResult told(Capture capture) {
        return switch (capture) {
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
