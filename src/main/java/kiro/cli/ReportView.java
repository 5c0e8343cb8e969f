package kiro.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import kiro.agent.RunEnd;
import kiro.agent.RunReport;
import kiro.agent.UndoneCall;
import kiro.cli.terminal.Harmless;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.evidence.Weakening;
import kiro.model.Money;
import kiro.model.Usage;
import kiro.spec.Spec;
import kiro.workspace.WorkspacePath;

/// The last words of a run: what is proven, what is not, and what it cost.
final class ReportView {
    /// The most kinds of context that are named.
    private static final int KINDS = 5;

    private static final int MOST_FILES = 20;
    private static final String AGAIN = "mend what is named above, and call the same command again";

    private final Console console;
    private final boolean isRehearsal;

    /// @param isRehearsal whether what the run keeps is thrown away
    ReportView(Console console, boolean isRehearsal) {
        this.console = console;
        this.isRehearsal = isRehearsal;
    }

    void print(RunReport report, RunRequest request, Path log) {
        console.print();
        headline(report.end());
        LeftFiles left = LeftFiles.of(report.work().origins(), request.workspace());
        var reasons =
                new VerdictReasons(
                        report.plan().map(saved -> saved.plan().notes()).orElse(List.of()),
                        !left.isEmpty());
        report.verdicts()
                .forEach(verdict -> {
                    verdict(verdict, request.spec(), reasons.of(verdict));
                    shown(report, verdict);
                });
        report.work().undone().forEach(this::undone);
        report.work().weakened().forEach(this::weakened);
        files(left.written(), "written");
        files(left.deleted(), "deleted");
        if (!isRehearsal) {
            kept(report, request, log);
        }
        cost(report.cost());
        next(report, request, String.valueOf(log.resolveSibling("").getFileName()), left)
                .filter(_ -> !isRehearsal)
                .ifPresent(next -> console.print(console.styled(Style.BOLD, "next: ") + next));
    }

    /// Where nothing was sent to a model, there is nothing to tell of its parts.
    private void cost(RunReport.Cost cost) {
        if (cost.usage().total() > 0) {
            context(cost.context()).ifPresent(line -> console.print(dim("context   ") + line));
        }
        console.print(dim("cost      ") + cost(cost.usage(), cost.money()));
        shares(cost).forEach(line -> console.print("          " + line));
    }

    private void files(List<WorkspacePath> files, String what) {
        if (files.isEmpty()) {
            return;
        }
        String count = files.size() == 1 ? "1 file " : files.size() + " files ";
        String more =
                files.size() > MOST_FILES
                        ? " and %,d more".formatted(files.size() - MOST_FILES)
                        : "";
        console.print(
                dim(count + what + ": ")
                        + files.stream()
                                .limit(MOST_FILES)
                                .map(file -> Harmless.visible(file.value()))
                                .collect(Collectors.joining(", "))
                        + more);
    }

    private void kept(RunReport report, RunRequest request, Path log) {
        report.plan().ifPresent(plan -> console.print(dim("plan      ") + plan.file()));
        console.print(dim("events    ") + shortened(request, log));
        request.spec()
                .map(spec -> ".kiro/evidence/" + spec.name() + ".json")
                .filter(_ -> !report.verdicts().isEmpty())
                .filter(file -> Files.exists(request.workspace().root().resolve(file)))
                .ifPresent(file -> console.print(dim("evidence  ") + file));
    }

    private void headline(RunEnd end) {
        String line =
                switch (end) {
                    case RunEnd.Done _ -> console.styled(Style.GREEN, "done");
                    case RunEnd.Planned _ -> console.styled(Style.GREEN, "planned");
                    case RunEnd.Stepped _ -> console.styled(Style.GREEN, "so far");
                    case RunEnd.Unproven _, RunEnd.Undone _ ->
                            console.styled(Style.RED, "not done");
                    case RunEnd.StepFailed failed ->
                            console.styled(Style.RED, "stopped at step " + failed.step());
                    case RunEnd.NoPlan _, RunEnd.Unable _ -> console.styled(Style.RED, "no plan");
                    case RunEnd.Denied _ -> console.styled(Style.YELLOW, "denied");
                    case RunEnd.ModelFailed _ -> console.styled(Style.RED, "the model failed");
                    case RunEnd.LimitReached _ -> console.styled(Style.YELLOW, "limit reached");
                    case RunEnd.Interrupted _ -> console.styled(Style.YELLOW, "stopped");
                };
        console.print(end.reason().isEmpty() ? line : line + ": " + end.reason());
    }

    private void verdict(Verdict verdict, Optional<Spec> spec, String reason) {
        String mark =
                verdict.isProven()
                        ? console.styled(Style.GREEN, "[x]")
                        : console.styled(Style.RED, "[ ]");
        String words =
                spec.flatMap(known -> known.criterion(verdict.criterion().id()))
                        .map(criterion -> criterion.text())
                        .orElse("");
        console.print("  " + mark + " " + verdict.criterion().id() + "  " + words);
        console.print(dim("        " + reason));
    }

    private void shown(RunReport report, Verdict verdict) {
        Optional.ofNullable(report.shown().get(verdict.criterion().id()))
                .ifPresent(how ->
                        console.print(
                                "        "
                                        + console.styled(Style.GREEN, "its tests can fail: ")
                                        + how));
    }

    private void undone(UndoneCall call) {
        String by =
                switch (call.cause()) {
                    case FAILED -> "failed";
                    case FORBIDDEN -> "not allowed";
                    case DECLINED -> "declined by a person";
                };
        console.print(
                "  "
                        + console.styled(Style.YELLOW, "not done:")
                        + " "
                        + Harmless.visible(call.subject()));
        console.print(dim("        " + by + ": " + Harmless.visible(call.reason())));
    }

    private void weakened(Weakening weakening) {
        Style style = weakening.kind().isGrave() ? Style.RED : Style.YELLOW;
        console.print("  " + console.styled(style, "weaker:") + " " + weakening.line());
    }

    static String state(VerdictState state) {
        return switch (state) {
            case INVALID -> "invalid";
            case FAILING -> "failing";
            case COULD_NOT_MEASURE -> "could not measure";
            case CLAIMED -> "claimed, not proven";
            case UNLINKED -> "no test";
            case NOT_RUN -> "not run";
            case SKIPPED -> "skipped";
            case STALE -> "stale";
            case WEAK -> "weak";
            case PASSING -> "proven";
            case COVERED -> "proven, its code is run";
            case VERIFIED -> "proven, and breaking its code was noticed";
        };
    }

    /// What the conversation began with, kind by kind, the largest first.
    private static Optional<String> context(List<RunReport.Told> parts) {
        var kinds = new LinkedHashMap<String, Kind>();
        parts.forEach(part ->
                kinds.merge(
                        part.part().kind(),
                        new Kind(part.part().tokens(), part.money()),
                        Kind::plus));
        return kinds.values().stream()
                .reduce(Kind::plus)
                .map(all ->
                        "about %s at the beginning: ".formatted(all.words(" tokens"))
                                + kinds.entrySet().stream()
                                        .sorted((one, other) ->
                                                Long.compare(
                                                        other.getValue().tokens(),
                                                        one.getValue().tokens()))
                                        .limit(KINDS)
                                        .map(kind ->
                                                kind.getKey() + " " + kind.getValue().words(""))
                                        .collect(Collectors.joining(", ")));
    }

    /// What parts of one kind have, and what telling them has cost where that is known.
    private record Kind(long tokens, Optional<Money> money) {
        private Kind plus(Kind more) {
            return new Kind(
                    tokens + more.tokens, money.flatMap(known -> more.money.map(known::plus)));
        }

        private String words(String unit) {
            return "%,d%s%s".formatted(tokens, unit, money.map(" (%s)"::formatted).orElse(""));
        }
    }

    /// A single step is the whole run.
    private static List<String> shares(RunReport.Cost cost) {
        long steps = cost.shares().stream().filter(share -> share.step().isPresent()).count();
        return steps < 2 || cost.usage().total() == 0
                ? List.of()
                : cost.shares().stream()
                        .map(share -> words(share.step()) + cost(share.usage(), share.money()))
                        .toList();
    }

    private static String words(OptionalInt step) {
        return "%-9s ".formatted(step.isPresent() ? "step " + step.getAsInt() : "the rest");
    }

    private static String cost(Usage usage, Optional<Money> money) {
        if (usage.total() == 0) {
            return "no tokens";
        }
        return "%,d tokens in (%,d from cache), %,d out, %s%s"
                .formatted(
                        usage.input() + usage.cacheRead() + usage.cacheWrite(),
                        usage.cacheRead(),
                        usage.output(),
                        money.map(Money::toString).orElse("at a price that is not known"),
                        UsageText.estimated(usage));
    }

    private static Optional<String> next(
            RunReport report, RunRequest request, String session, LeftFiles left) {
        return switch (report.end()) {
            case RunEnd.StepFailed _, RunEnd.Unproven _ when left.isEmpty() -> Optional.of(AGAIN);
            case RunEnd.Done _ -> Optional.empty();
            case RunEnd.Planned _, RunEnd.Stepped _ -> carryOut(report, request);
            case RunEnd.Unproven _ ->
                    Optional.of(
                            request.spec()
                                    .map(spec ->
                                            "write what is missing, then 'kiro spec sync "
                                                    + spec.name()
                                                    + "'")
                                    .orElse(AGAIN));
            case RunEnd.Undone undone ->
                    Optional.of(
                            undone.isForbidden()
                                    ? "do it yourself, or call again with '--mode interactive' and allow it"
                                    : "look at what stands in the way, and call the same command again");
            case RunEnd.StepFailed _ ->
                    Optional.of("remove what stands in the way, then " + resume(request, session));
            case RunEnd.Unable _ ->
                    Optional.of(
                            "mend what is named above in the spec or in the project, and call the same command again");
            case RunEnd.NoPlan _ ->
                    Optional.of("reword the task or the spec, or use another model");
            case RunEnd.Denied _,
                    RunEnd.LimitReached _,
                    RunEnd.Interrupted _,
                    RunEnd.ModelFailed _ ->
                    Optional.of("go on with " + resume(request, session));
        };
    }

    private static Optional<String> carryOut(RunReport report, RunRequest request) {
        return report.plan()
                .map(plan ->
                        "read the plan, then 'kiro agent "
                                + request.spec()
                                        .map(spec -> "--spec " + spec.name() + " ")
                                        .orElse("")
                                + "--plan "
                                + plan.file()
                                + "'");
    }

    /// What was chosen on the command line is chosen again.
    private static String resume(RunRequest request, String session) {
        return "'kiro agent --resume "
                + session
                + request.mode()
                        .map(mode ->
                                " --mode " + mode.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse("")
                + request.model().map(model -> " --model " + model).orElse("")
                + request.flags().stream()
                        .map(flag -> " " + flag.flag() + " " + flag.text())
                        .collect(Collectors.joining())
                + "'";
    }

    private static String shortened(RunRequest request, Path log) {
        return request.workspace().relativize(log).map(Object::toString).orElse(log.toString());
    }

    private String dim(String text) {
        return console.styled(Style.DIM, text);
    }
}
