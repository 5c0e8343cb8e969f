package kiro.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.hook.run.BuiltIn;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.BuiltInRequest;
import kiro.hook.run.Subject;
import kiro.process.Capture;
import kiro.workspace.Git;

/// `commit-message`: a conventional message for what is staged. Before a commit it stands in git's file where the person gave
/// none; on other events it is shown.
final class CommitMessageAction implements BuiltIn {
    private final ActionMeans means;

    CommitMessageAction(ActionMeans means) {
        this.means = means;
    }

    @Override
    public String name() {
        return "commit-message";
    }

    @Override
    public BuiltInOutcome run(BuiltInRequest request) throws InterruptedException {
        Optional<Subject.Commit> commit =
                request.event().subject() instanceof Subject.Commit each
                        ? Optional.of(each)
                        : Optional.empty();
        Optional<Path> file = commit.flatMap(Subject.Commit::message);
        String source = commit.map(Subject.Commit::source).orElse("");
        if (file.isPresent() && !source.isEmpty()) {
            return BuiltInOutcome.done(
                    "the message stays as it is: it comes from " + source(source), List.of());
        }
        try {
            return written(request, file);
        } catch (IOException broken) {
            return BuiltInOutcome.failed(
                    "the message could not be written: " + broken.getMessage());
        }
    }

    private static String source(String word) {
        return switch (word) {
            case "message" -> "the command line";
            case "commit" -> "another commit";
            case "template" -> "a template";
            case "merge" -> "a merge";
            case "squash" -> "a squash";
            default -> word;
        };
    }

    private BuiltInOutcome written(BuiltInRequest request, Optional<Path> file)
            throws InterruptedException, IOException {
        Git git = means.git(request.root());
        return switch (new ChangeReader(git).staged()) {
            case ChangeReader.Reading.Failed failed ->
                    BuiltInOutcome.failed("git could not say what is staged: " + failed.reason());
            case ChangeReader.Reading.Whole whole when whole.files().isEmpty() ->
                    BuiltInOutcome.done("nothing is staged", List.of());
            case ChangeReader.Reading.Whole whole -> {
                Optional<MessageFile> target =
                        file.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new MessageFile(file.get(), comment(git)));
                Optional<String> left = target.isEmpty() ? Optional.empty() : target.get().taken();
                yield left.isPresent()
                        ? stays(left.get())
                        : begun(worded(request, git, whole.files()), target);
            }
        };
    }

    private static BuiltInOutcome stays(String reason) {
        return BuiltInOutcome.done("the message stays as it is: " + reason, List.of());
    }

    private static BuiltInOutcome begun(Worded worded, Optional<MessageFile> file)
            throws IOException {
        String text = worded.message().text();
        String said = worded.line().isEmpty() ? text : text + "\n" + worded.line();
        return file.isPresent() && file.get().begin(text) instanceof MessageFile.Written.Left left
                ? stays(left.reason())
                : BuiltInOutcome.done(said, List.of());
    }

    /// @param line on who worded it; may be empty
    private record Worded(CommitMessage message, String line) {}

    private Worded worded(BuiltInRequest request, Git git, List<ChangedFile> files)
            throws InterruptedException, IOException {
        ModelHelp help = ModelHelp.of(means, request);
        var settings = new Settings(request.settings());
        String breaking = settings.text("breaking", "auto");
        boolean ofDeclarations =
                breaking.equals("public")
                        || (breaking.equals("auto")
                                && new PublicInterface(request.root()).isLibrary());
        Change change = means.change(files);
        var style =
                new CommitMessages.Style(
                        settings.number("length", 72),
                        settings.truth("body", true),
                        ofDeclarations);
        Change counted =
                breaking.equals("never")
                        ? new Change(
                                change.files(), change.symbols(), change.newRoutes(), List.of())
                        : change;
        CommitLog log = CommitLog.read(git, "HEAD");
        CommitMessage plain =
                new CommitMessages(log, request.root(), style).write(counted, request.branch());
        ModelHelp.Help<CommitMessage> helped =
                new MessageWording(help, request.root(), style).of(plain, counted, log);
        return new Worded(helped.or(plain), helped.line());
    }

    private static String comment(Git git) throws InterruptedException {
        String set =
                git.run(List.of("config", "--get", "core.commentChar"))
                                instanceof Capture.Ended ended
                        ? new String(ended.output(), StandardCharsets.UTF_8).strip()
                        : "";
        return set.isEmpty() || set.equals("auto") ? "#" : set;
    }
}
