package kiro.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.spec.CriterionRef;
import kiro.text.SourceSpan;
import kiro.workspace.Git;

/// Finds the commits behind a criterion: few, and the newest.
final class History {
    private static final int MOST = 5;
    private static final String FORMAT = "--format=%x01%h%x02%ct%x02%as%x02%s";

    private final Git git;

    History(Git git) {
        this.git = git;
    }

    private record Dated(TracedCommit commit, long seconds) {}

    List<TracedCommit> of(Trace trace) throws InterruptedException {
        CriterionRef criterion = trace.verdict().criterion();
        SourceSpan words = trace.criterion().span();
        List<String> tests =
                trace.tests().stream().map(test -> test.file().value()).distinct().toList();
        List<String> code = trace.code().stream().map(Trace.Code::file).distinct().toList();
        var found = new LinkedHashMap<String, Dated>();
        add(
                found,
                TracedCommit.Reason.NAMES,
                log("--extended-regexp", "--grep=" + Naming.of(criterion).expression(), "--"));
        add(
                found,
                TracedCommit.Reason.WORDS,
                log("-s", "-L%d,%d:%s".formatted(words.line(), words.endLine(), trace.file())));
        if (!tests.isEmpty()) {
            add(found, TracedCommit.Reason.TESTS, paths(tests));
        }
        if (!code.isEmpty()) {
            add(found, TracedCommit.Reason.CODE, paths(code));
        }
        return found.values().stream()
                .sorted((one, other) -> Long.compare(other.seconds(), one.seconds()))
                .map(Dated::commit)
                .toList();
    }

    private Capture paths(List<String> files) throws InterruptedException {
        return log(Stream.concat(Stream.of("--"), files.stream()).toArray(String[]::new));
    }

    private Capture log(String... arguments) throws InterruptedException {
        var all = new ArrayList<>(List.of("log", "--max-count=" + MOST, FORMAT));
        all.addAll(List.of(arguments));
        return git.run(all);
    }

    /// Where git cannot answer, as for lines that were never committed, there is no such commit.
    private static void add(Map<String, Dated> found, TracedCommit.Reason reason, Capture capture) {
        if (!(capture instanceof Capture.Ended ended) || ended.code() != 0) {
            return;
        }
        for (String each : new String(ended.output(), StandardCharsets.UTF_8).split("\u0001")) {
            String[] parts = each.strip().split("\u0002", 4);
            if (parts.length < 4 || !parts[1].matches("\\d{1,12}")) {
                continue;
            }
            var commit =
                    new TracedCommit(
                            parts[0],
                            parts[2],
                            parts[3].lines().findFirst().orElse(""),
                            Set.of(reason));
            found.merge(
                    parts[0],
                    new Dated(commit, Long.parseLong(parts[1])),
                    (known, same) -> new Dated(known.commit().with(reason), known.seconds()));
        }
    }
}
