package kiro.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.action.dependency.Impact;
import kiro.action.dependency.ImpactFinder;
import kiro.action.dependency.ImpactJson;
import kiro.action.dependency.ImpactReport;
import kiro.action.dependency.ProjectTexts;
import kiro.action.dependency.VersionChange;
import kiro.action.dependency.VersionChanges;
import kiro.hook.EventKind;
import kiro.hook.run.BuiltIn;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.BuiltInRequest;
import kiro.hook.run.Subject;
import kiro.text.OwnFile;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// `dependency-impact`: what other versions of dependencies take from the code that uses them.
final class DependencyImpactAction implements BuiltIn {
    private static final String MARK = "<!-- made by kiro: dependency-impact -->\n";
    private static final String LAST = "HEAD";

    private final ActionMeans means;

    DependencyImpactAction(ActionMeans means) {
        this.means = means;
    }

    @Override
    public String name() {
        return "dependency-impact";
    }

    @Override
    public BuiltInOutcome run(BuiltInRequest request) throws InterruptedException {
        ModelHelp help = ModelHelp.of(means, request);
        var settings = new Settings(request.settings());
        Git git = means.git(request.root());
        ProjectTexts project = project(request, git);
        var versions = new VersionChanges(project, git, means.stores().in(request.root()));
        String base = settings.text("base", LAST);
        if (settings.text("to").isPresent() && settings.text("dependency").isEmpty()) {
            return BuiltInOutcome.failed("no dependency is named: say which with 'dependency'");
        }
        Optional<List<VersionChange>> changes = changes(request, settings, versions, base);
        if (changes.isEmpty()) {
            return BuiltInOutcome.failed(
                    "there is no commit '%s' to compare with: name one with 'base'"
                            .formatted(base));
        }
        if (changes.get().isEmpty() && settings.text("to").isPresent()) {
            return BuiltInOutcome.failed(
                    "no manifest or lock file says a version of %s: look at its name, and say 'from'"
                            .formatted(settings.text("dependency", "")));
        }
        Optional<String> unread = unread(versions);
        if (unread.isPresent() && settings.truth("require", false)) {
            return BuiltInOutcome.failed(unread.get());
        }
        if (changes.get().isEmpty()) {
            return BuiltInOutcome.done(
                    unread.orElse("no dependency has another version"), List.of());
        }
        var finder =
                new ImpactFinder(
                        means.stores().in(request.root()), means.parser(), versions.npmLocks(base));
        List<Impact> impacts = finder.of(changes.get(), project);
        try {
            return with(told(request, settings, impacts, help), settings, unread);
        } catch (IOException broken) {
            return BuiltInOutcome.failed("the report could not be written: " + broken.getMessage());
        }
    }

    private static ProjectTexts project(BuiltInRequest request, Git git)
            throws InterruptedException {
        return isOfCommit(request)
                ? ProjectTexts.staged(request.root(), git)
                : ProjectTexts.lying(request.root(), git);
    }

    private static BuiltInOutcome with(
            BuiltInOutcome outcome, Settings settings, Optional<String> unread) {
        boolean isJson =
                settings.text("form", "text").equals("json") && settings.text("output").isEmpty();
        return unread.isEmpty() || isJson
                ? outcome
                : new BuiltInOutcome(
                        outcome.answer(), outcome.text() + "\n" + unread.get(), outcome.written());
    }

    /// What cannot be read may ask for anything.
    private static Optional<String> unread(VersionChanges versions) {
        return versions.unread().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s cannot be read: mend it, or end the merge that it is in the middle of"
                                .formatted(Words.list(versions.unread())));
    }

    /// Empty where there is nothing to compare with.
    private static Optional<List<VersionChange>> changes(
            BuiltInRequest request, Settings settings, VersionChanges versions, String base)
            throws InterruptedException {
        if (settings.text("to").isPresent()) {
            List<VersionChange> asked = asked(settings, versions).stream().toList();
            return Optional.of(with(asked, versions.following(asked)));
        }
        List<VersionChange> told = told(request.event().subject(), versions);
        Optional<List<VersionChange>> changes =
                told.isEmpty()
                        ? since(settings, versions, base, isOfCommit(request))
                        : Optional.of(with(told, versions.following(told)));
        // What follows from what the event says stands in no event.
        List<String> named =
                new ArrayList<>(told.isEmpty() ? request.event().dependencies() : List.of());
        settings.text("dependency").ifPresent(named::add);
        return changes.map(all ->
                all.stream()
                        .filter(each -> named.isEmpty() || named.contains(each.name()))
                        .toList());
    }

    /// A version that somebody thinks of.
    private static Optional<VersionChange> asked(Settings settings, VersionChanges versions)
            throws InterruptedException {
        String name = settings.text("dependency", "");
        Optional<String> from = settings.text("from");
        // What others bring along stands in no file of Maven.
        var unnamed = new VersionChange("maven", name, "", "", "", false);
        return versions.present(name)
                .or(() -> Optional.of(unnamed).filter(_ -> name.contains(":")))
                .filter(each -> from.isPresent() || !each.from().isEmpty())
                .map(each ->
                        new VersionChange(
                                each.ecosystem(),
                                name,
                                from.orElse(each.from()),
                                settings.text("to", ""),
                                each.file(),
                                each.isDirect()));
    }

    /// What the event says, where it says versions.
    private static List<VersionChange> told(Subject subject, VersionChanges versions)
            throws InterruptedException {
        var told = new ArrayList<VersionChange>();
        if (subject instanceof Subject.Dependencies(List<Subject.Dependency> changed)) {
            var direct = versions.direct();
            for (Subject.Dependency each : changed) {
                if (!each.before().isEmpty() || !each.after().isEmpty()) {
                    told.add(
                            VersionChange.of(
                                    each.ecosystem(),
                                    each.name(),
                                    each.before(),
                                    each.after(),
                                    each.file(),
                                    direct));
                }
            }
        }
        return told;
    }

    private static List<VersionChange> with(
            List<VersionChange> changes, List<VersionChange> following) {
        return Stream.concat(changes.stream(), following.stream()).distinct().toList();
    }

    /// What git is about to commit counts then, and not what lies in the folder.
    private static boolean isOfCommit(BuiltInRequest request) {
        return request.event().kind() == EventKind.PRE_COMMIT
                || request.event().kind() == EventKind.PREPARE_COMMIT_MSG;
    }

    /// Since the last commit; of files that are as it has them, what it brought, unless another is being made.
    private static Optional<List<VersionChange>> since(
            Settings settings, VersionChanges versions, String base, boolean isOfCommit)
            throws InterruptedException {
        Optional<List<VersionChange>> changes = versions.since(base);
        boolean isBack =
                !isOfCommit
                        && settings.text("base").isEmpty()
                        && versions.unread().isEmpty()
                        && changes.filter(List::isEmpty).isPresent();
        return isBack ? versions.since("HEAD~1").or(() -> changes) : changes;
    }

    private static BuiltInOutcome told(
            BuiltInRequest request, Settings settings, List<Impact> impacts, ModelHelp help)
            throws IOException, InterruptedException {
        String form = settings.text("form", "text");
        ModelHelp.Help<String> worded = ImpactWording.of(help, ImpactReport.text(impacts));
        Optional<String> summary = Optional.of(worded.or("")).filter(each -> !each.isEmpty());
        String shortly = summary.map("In short: %s\n\n"::formatted).orElse("");
        String text =
                switch (form) {
                    case "markdown" -> shortly + ImpactReport.markdown(impacts);
                    case "json" -> ImpactJson.of(impacts, summary, worded.line());
                    default -> shortly + ImpactReport.text(impacts);
                };
        BuiltInOutcome outcome = told(request, settings, impacts, text);
        return form.equals("json") && settings.text("output").isEmpty()
                ? outcome
                : worded.below(outcome);
    }

    private static BuiltInOutcome told(
            BuiltInRequest request, Settings settings, List<Impact> impacts, String text)
            throws IOException {
        String form = settings.text("form", "text");
        if (settings.text("output").isPresent()) {
            BuiltInOutcome written =
                    written(
                            new Workspace(request.root()),
                            settings.text("output").get(),
                            text,
                            form);
            if (written.answer() != BuiltInOutcome.Answer.DONE || !isStopped(settings, impacts)) {
                return written;
            }
        }
        return isStopped(settings, impacts)
                ? BuiltInOutcome.objects(text)
                : BuiltInOutcome.done(text, List.of());
    }

    private static boolean isStopped(Settings settings, List<Impact> impacts) {
        return settings.truth("require", false) && impacts.stream().anyMatch(Impact::isBreaking);
    }

    private static BuiltInOutcome written(
            Workspace workspace, String output, String text, String form) throws IOException {
        Optional<WorkspacePath> place = workspace.resolve(output);
        if (place.isEmpty()) {
            return BuiltInOutcome.failed(output + " is not in the workspace");
        }
        Path file = workspace.absolute(place.get());
        boolean isJson = form.equals("json");
        String begin = isJson ? "{\n  \"version\" : 1,\n  \"dependencies\"" : MARK;
        if (Files.exists(file)
                && !new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .startsWith(begin)) {
            return BuiltInOutcome.failed(
                    "%s is a file of somebody else: name another with 'output'".formatted(output));
        }
        new OwnFile(file).replace((isJson ? text : MARK + text) + "\n");
        return BuiltInOutcome.done("wrote " + place.get(), List.of(place.get().value()));
    }
}
