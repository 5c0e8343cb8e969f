package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kiro.trace.Trace;
import kiro.trace.TraceReading;
import kiro.trace.TracedCommit;

/// Draws traces as trees.
final class TraceView {
    private final Console console;

    TraceView(Console console) {
        this.console = console;
    }

    void show(TraceReading.Found found) {
        if (!found.from().isEmpty()) {
            int count = found.traces().size();
            console.print(
                    "%s serves %d %s:"
                            .formatted(found.from(), count, count == 1 ? "criterion" : "criteria"));
            console.print();
        }
        for (int i = 0; i < found.traces().size(); i++) {
            if (i > 0) {
                console.print();
            }
            show(found.traces().get(i));
        }
    }

    private void show(Trace trace) {
        console.print(
                "%s  %s"
                        .formatted(
                                console.styled(Style.BOLD, trace.verdict().criterion().toString()),
                                trace.criterion().text()));
        console.print(
                "  %s:%d  %s: %s"
                        .formatted(
                                trace.file(),
                                trace.criterion().span().line(),
                                trace.verdict()
                                        .state()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '),
                                trace.verdict().reason()));
        List<String> branches = branches(trace);
        for (int i = 0; i < branches.size(); i++) {
            console.print((i == branches.size() - 1 ? "  └─ " : "  ├─ ") + branches.get(i));
        }
    }

    private static List<String> branches(Trace trace) {
        var branches = new ArrayList<String>();
        for (Trace.Test test : trace.tests()) {
            branches.add(
                    "test    %s:%d  %s%s"
                            .formatted(
                                    test.file(),
                                    test.line(),
                                    test.test().name(),
                                    test.hasProven() ? "  (proves it)" : ""));
        }
        for (Trace.Code code : trace.code()) {
            branches.add("code    %s  (%s)".formatted(code.part(), words(code.known())));
        }
        for (TracedCommit commit : trace.commits()) {
            branches.add(
                    "commit  %s %s %s  (%s)"
                            .formatted(
                                    commit.id(),
                                    commit.day(),
                                    commit.subject(),
                                    commit.reasons().stream()
                                            .sorted()
                                            .map(TraceView::words)
                                            .collect(Collectors.joining(", "))));
        }
        return branches;
    }

    private static String words(Trace.Known known) {
        return switch (known) {
            case COVERED -> "run by its tests";
            case DECLARED -> "declared";
            case USED -> "used by its tests";
        };
    }

    private static String words(TracedCommit.Reason reason) {
        return switch (reason) {
            case NAMES -> "names it";
            case WORDS -> "its words";
            case TESTS -> "its tests";
            case CODE -> "its code";
        };
    }
}
