package kiro.cli;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kiro.cli.terminal.Harmless;
import kiro.finding.Finding;
import kiro.hook.run.HookEvent;
import kiro.hook.run.HookRun;
import kiro.hook.run.HookRuns;
import kiro.hook.run.Subject;
import kiro.hook.watch.WatchNews;
import kiro.workspace.watch.FileEvent;

/// What happens while hooks are watched, a line each.
final class WatchView implements Consumer<WatchNews> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int MOST_FILES = 4;
    private static final int MOST_LINES = 12;

    private final Consumer<String> lines;
    private final Paint paint;
    private final Clock clock;
    private int runs;
    private int failures;

    /// Puts a text in a style, where there are styles.
    interface Paint {
        String styled(Style style, String text);
    }

    WatchView(Consumer<String> lines, Paint paint, Clock clock) {
        this.lines = lines;
        this.paint = paint;
        this.clock = clock;
    }

    /// A view without styles.
    static WatchView plain(Consumer<String> lines, Clock clock) {
        return new WatchView(lines, (_, text) -> text, clock);
    }

    @Override
    public synchronized void accept(WatchNews news) {
        switch (news) {
            case WatchNews.Ready ready -> ready(ready);
            case WatchNews.Broken(List<Finding> findings) -> broken(findings);
            case WatchNews.Changed(List<FileEvent> events) -> changed(events);
            case WatchNews.CheckedOut(int files) ->
                    line(
                            Style.DIM,
                            "git",
                            "%s checked out, which starts nothing".formatted(files(files)));
            case WatchNews.Limited(String problem, String fix) -> {
                line(Style.YELLOW, "warning", problem);
                line(Style.PLAIN, "", "next: " + fix);
            }
            case WatchNews.Happened(HookEvent event) ->
                    line(Style.DIM, "event", event.kind().word() + "  " + about(event));
            case WatchNews.Started(String hook, HookEvent event) ->
                    line(Style.CYAN, "start", name(hook) + "  " + about(event));
            case WatchNews.Ended(String hook, HookRuns ended) -> ended(hook, ended);
        }
    }

    /// What it comes to in the end.
    synchronized String sum() {
        return "%s, %s".formatted(counted(runs, "run"), failures + " failed");
    }

    private void ready(WatchNews.Ready ready) {
        line(
                Style.GREEN,
                "ready",
                ready.waiting().isEmpty()
                        ? "no hook waits for a file, a test, a dependency, a pull request or a time"
                        : ready.waiting().stream()
                                .map(WatchView::name)
                                .collect(
                                        Collectors.joining(
                                                ", ",
                                                counted(ready.waiting().size(), "hook") + ": ",
                                                "")));
        if (ready.untrusted() > 0) {
            line(
                    Style.YELLOW,
                    "warning",
                    "%s not run: nobody trusts the file; look at it with 'kiro trust'"
                            .formatted(
                                    ready.untrusted() == 1
                                            ? "1 hook does"
                                            : ready.untrusted() + " hooks do"));
        }
    }

    private void broken(List<Finding> findings) {
        line(Style.RED, "broken", "nothing runs until the files of hooks are mended:");
        findings.forEach(finding ->
                line(
                        Style.PLAIN,
                        "",
                        "%s:%s: %s".formatted(finding.file(), finding.span(), finding.message())));
    }

    private void changed(List<FileEvent> events) {
        for (FileEvent.Kind kind : FileEvent.Kind.values()) {
            List<String> paths =
                    events.stream()
                            .filter(event -> event.kind() == kind)
                            .map(event -> event.path().value())
                            .toList();
            if (!paths.isEmpty()) {
                line(Style.DIM, kind.name().toLowerCase(Locale.ROOT), shortened(paths));
            }
        }
    }

    private void ended(String hook, HookRuns ended) {
        ended.refusal().ifPresent(text -> line(Style.RED, "broken", text));
        for (HookRun run : ended.runs()) {
            runs++;
            boolean isDone = run.outcome() instanceof HookRun.Outcome.Done;
            failures += isDone ? 0 : 1;
            line(
                    isDone ? Style.GREEN : Style.RED,
                    run.outcome().word(),
                    "%s  %,d ms%s"
                            .formatted(
                                    name(hook),
                                    run.times().took().toMillis(),
                                    isDone ? "" : ": " + run.outcome().reason()));
            said(run);
        }
    }

    private void said(HookRun run) {
        BinaryOperator<String> joined =
                (first, second) -> first.isBlank() ? second : first + "\n" + second;
        String said =
                joined.apply(run.left().output().strip(), run.left().errors().strip()).strip();
        List<String> all = said.lines().toList();
        all.stream().limit(MOST_LINES).forEach(text -> line(Style.PLAIN, "", text));
        if (all.size() > MOST_LINES) {
            line(
                    Style.DIM,
                    "",
                    "... %,d lines more; see 'kiro hooks log'".formatted(all.size() - MOST_LINES));
        }
    }

    private static String about(HookEvent event) {
        return switch (event.subject()) {
            case Subject.FailedTests(List<String> tests, String _) -> shortened(tests);
            case Subject.Dependencies(List<Subject.Dependency> changed) ->
                    shortened(
                            changed.stream()
                                    .map(each ->
                                            "%s %s"
                                                    .formatted(
                                                            each.name(),
                                                            step(each.before(), each.after())))
                                    .toList());
            case Subject.PullRequest request ->
                    request.number() == 0
                            ? request.branch()
                            : "#%d %s".formatted(request.number(), request.title());
            case Subject.Named _ -> "";
            case Subject.Nothing _,
                    Subject.Files _,
                    Subject.Commit _,
                    Subject.Push _,
                    Subject.ToolUse _,
                    Subject.Prompt _,
                    Subject.Task _ ->
                    shortened(event.files());
        };
    }

    private static String step(String before, String after) {
        if (before.isEmpty()) {
            return after + " (new)";
        }
        return after.isEmpty() ? before + " (gone)" : before + " → " + after;
    }

    private static String shortened(List<String> names) {
        String shown =
                names.stream()
                        .limit(MOST_FILES)
                        .map(Harmless::line)
                        .collect(Collectors.joining(", "));
        return names.size() > MOST_FILES
                ? "%s: %s, ...".formatted(files(names.size()), shown)
                : shown;
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : "%,d files".formatted(count);
    }

    private static String counted(int count, String what) {
        return count == 1 ? "1 " + what : "%,d %ss".formatted(count, what);
    }

    private static String name(String hook) {
        return Harmless.line(hook);
    }

    private void line(Style style, String word, String text) {
        String time =
                word.isEmpty() ? "        " : TIME.format(clock.instant().atZone(clock.getZone()));
        lines.accept(
                "%s  %s  %s"
                        .formatted(
                                paint.styled(Style.DIM, time),
                                paint.styled(style, "%-8s".formatted(word)),
                                Harmless.line(text)));
    }
}
