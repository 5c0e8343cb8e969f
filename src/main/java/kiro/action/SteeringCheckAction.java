package kiro.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.hook.EventKind;
import kiro.hook.run.BuiltIn;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.BuiltInRequest;
import kiro.process.Capture;
import kiro.steering.check.CheckResult;
import kiro.steering.check.SteeringCheck;
import kiro.steering.project.AddedViolations;
import kiro.steering.project.Allowances;
import kiro.steering.project.ProjectSteering;
import kiro.steering.rule.Violation;
import kiro.workspace.BranchChange;
import kiro.workspace.Git;
import kiro.workspace.GitState;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// `steering-check`: holds the files of the event against the rules of the steering. Around a commit it is what is staged
/// that counts, and not what lies in the folder.
final class SteeringCheckAction implements BuiltIn {
    private static final Set<EventKind> OF_COMMITS =
            Set.of(EventKind.PRE_COMMIT, EventKind.PREPARE_COMMIT_MSG);
    private static final Set<EventKind> OF_REQUESTS =
            Set.of(EventKind.PR_OPENED, EventKind.PR_UPDATED);
    private static final int MOST = 50;

    private final ActionMeans means;

    SteeringCheckAction(ActionMeans means) {
        this.means = means;
    }

    @Override
    public String name() {
        return "steering-check";
    }

    @Override
    public BuiltInOutcome run(BuiltInRequest request) throws InterruptedException {
        var workspace = new Workspace(request.root());
        Git git = means.git(request.root());
        ProjectSteering steering = means.policy().of(workspace);
        List<Finding> broken =
                steering.findings().stream()
                        .filter(each -> each.severity() == Severity.ERROR)
                        .toList();
        if (!broken.isEmpty()) {
            return BuiltInOutcome.objects(lines(broken.stream().map(Finding::toString).toList()));
        }
        var settings = new Settings(request.settings());
        if (OF_REQUESTS.contains(request.event().kind()) || settings.text("base").isPresent()) {
            return since(git, request, settings, steering);
        }
        List<String> files =
                request.event().files().isEmpty() ? dirty(git) : request.event().files();
        Looked looked =
                OF_COMMITS.contains(request.event().kind())
                        ? staged(git, steering.check(), files)
                        : new Looked(steering.check(), files);
        boolean isAllAsked = settings.truth("all", false);
        CheckResult now = looked.check().checkAll(looked.files());
        List<Violation> asked =
                isAllAsked
                        ? now.violations()
                        : SteeringCheck.fresh(
                                committed(git, steering.check(), looked.files()), now.violations());
        return outcome(
                asked,
                now,
                means.policy()
                        .allowances(workspace)
                        .judge(asked, steering.project(), Allowances.Extent.PART));
    }

    /// What a pull request adds, against what it is to be merged into.
    private BuiltInOutcome since(
            Git git, BuiltInRequest request, Settings settings, ProjectSteering steering)
            throws InterruptedException {
        Optional<String> base = MergeTarget.of(git, request, settings);
        if (base.isEmpty()) {
            return BuiltInOutcome.failed(
                    "it is not known what the branch is to be merged into: name it with 'base'");
        }
        return switch (BranchChange.since(git, base.get())) {
            case BranchChange.Reading.Unknown(String reason, String next) ->
                    BuiltInOutcome.failed(
                            "what is changed is not known: %s: %s".formatted(reason, next));
            case BranchChange.Reading.Known(BranchChange change) -> {
                Map<String, byte[]> before = change.before();
                CheckResult now =
                        steering.check()
                                .checkAll(
                                        change.present().stream()
                                                .map(WorkspacePath::value)
                                                .toList());
                List<Violation> asked =
                        settings.truth("all", false)
                                ? now.violations()
                                : AddedViolations.of(steering.check(), before, now.violations());
                Optional<Finding> grown = AddedViolations.grownBaseline(before, steering.project());
                yield grown.isPresent()
                        ? BuiltInOutcome.objects(grown.get().toString())
                        : outcome(
                                asked,
                                now,
                                means.policy()
                                        .allowances(new Workspace(request.root()))
                                        .judge(asked, steering.project(), Allowances.Extent.PART));
            }
        };
    }

    /// @param check over the contents that count
    private record Looked(SteeringCheck check, List<String> files) {}

    private static BuiltInOutcome outcome(
            List<Violation> asked, CheckResult now, Allowances.Verdict verdict) {
        Stream<Finding> found = verdict.violations().stream().map(Violation::finding);
        List<Finding> findings =
                Stream.concat(
                                found,
                                verdict.findings().stream()
                                        .filter(each -> each.severity() == Severity.ERROR))
                        .sorted(Finding.ORDER)
                        .toList();
        var said = new ArrayList<>(findings.stream().map(Finding::toString).toList());
        now.notes().stream()
                .map(note -> "not checked as a whole: %s: %s".formatted(note.path(), note.reason()))
                .forEach(said::add);
        boolean isStopped =
                findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        if (isStopped) {
            return BuiltInOutcome.objects(lines(said));
        }
        int left = now.violations().size() - asked.size() + verdict.known().size();
        said.add(
                "no new violation of the steering"
                        + (left == 0 ? "" : ", %d that were there before".formatted(left)));
        return BuiltInOutcome.done(lines(said), List.of());
    }

    private static String lines(List<String> all) {
        String more = all.size() > MOST ? "\nand %d more".formatted(all.size() - MOST) : "";
        return all.stream().limit(MOST).collect(Collectors.joining("\n")) + more;
    }

    private static List<String> dirty(Git git) throws InterruptedException {
        return git.state() instanceof GitState.Repository repository
                ? repository.dirty().stream().map(WorkspacePath::value).toList()
                : git.files().stream().map(WorkspacePath::value).toList();
    }

    /// The project with what git would commit in the place of what lies there.
    private static Looked staged(Git git, SteeringCheck check, List<String> files)
            throws InterruptedException {
        Map<String, byte[]> written = new HashMap<>();
        Set<String> removed = new HashSet<>();
        for (String file : files) {
            Optional<byte[]> bytes = blob(git, ":./" + file);
            bytes.ifPresentOrElse(found -> written.put(file, found), () -> removed.add(file));
        }
        return new Looked(
                check.with(written, removed), List.copyOf(new TreeSet<>(written.keySet())));
    }

    /// What violates the rules in the last commit already.
    private static List<Violation> committed(Git git, SteeringCheck check, List<String> files)
            throws InterruptedException {
        Map<String, byte[]> before = new HashMap<>();
        for (String file : files) {
            blob(git, "HEAD:./" + file).ifPresent(bytes -> before.put(file, bytes));
        }
        return check.with(before, Set.of())
                .checkAll(before.keySet().stream().sorted().toList())
                .violations();
    }

    private static Optional<byte[]> blob(Git git, String name) throws InterruptedException {
        return git.run(List.of("cat-file", "blob", name)) instanceof Capture.Ended ended
                        && ended.code() == 0
                ? Optional.of(ended.output())
                : Optional.empty();
    }
}
