package kiro.evidence.report;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.evidence.TestId;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestResult;

/// Reads the Test Anything Protocol, versions 13 and 14. The point of a group stands behind those of its members,
/// which are indented further.
final class TapReport {
    private static final Pattern POINT =
            Pattern.compile("(not )?ok\\b(?:\\s+(\\d+))?(?:\\s+-)?\\s*(.*)");
    private static final Pattern PLAN = Pattern.compile("1\\.\\.(\\d+)\\s*(?:#\\s*(.*))?");
    private static final Pattern DIRECTIVE =
            Pattern.compile("(.*?)(?<!\\\\)#\\s*(SKIP|TODO)\\S*\\s*(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DETAIL = Pattern.compile("(\\w+):\\s*(.*)");

    private final List<Point> points = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private final List<Integer> plans = new ArrayList<>();
    private int toldAtTop;

    private TapReport() {}

    static boolean isBegin(String line) {
        return line.startsWith("TAP version 1")
                || PLAN.matcher(line).matches()
                || line.matches("(?:not )?ok \\d+\\b.*");
    }

    static ReportReading read(Lines lines) throws IOException {
        var report = new TapReport();
        boolean isInDetails = false;
        for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
            String line = next.get();
            String text = line.stripLeading();
            if (isInDetails) {
                isInDetails = !text.equals("...");
                report.detail(text);
            } else if (text.equals("---")) {
                isInDetails = true;
            } else if (lines.isLastCut() && POINT.matcher(text).matches()) {
                report.gaps.add("its last line has no end");
            } else {
                report.line(text, (line.length() - text.length()) / 4);
            }
        }
        if (isInDetails) {
            report.gaps.add("it ends within the details of a test");
        }
        return report.reading();
    }

    private void line(String text, int depth) {
        Matcher plan = PLAN.matcher(text);
        if (plan.matches()) {
            if (depth == 0) {
                plans.add(number(plan.group(1)));
            }
            return;
        }
        if (text.startsWith("Bail out!")) {
            gaps.add("the tests gave up: " + text.substring("Bail out!".length()).strip());
            return;
        }
        Matcher point = POINT.matcher(text);
        if (point.matches()) {
            toldAtTop += depth == 0 ? 1 : 0;
            point(depth, point.group(1) == null, point.group(3), point.group(2));
        }
    }

    private void point(int depth, boolean isOk, String rest, String number) {
        String title = rest;
        TestOutcome outcome = isOk ? TestOutcome.PASSED : TestOutcome.FAILED;
        String reason = "";
        Matcher directive = DIRECTIVE.matcher(rest);
        if (directive.matches()) {
            title = directive.group(1);
            outcome = TestOutcome.SKIPPED;
            reason = directive.group(3);
        }
        String plain = title.strip().replaceAll("\\\\([#\\\\])", "$1");
        var added = new Point(depth, plain.isEmpty() ? "test " + number : plain, outcome, reason);
        for (int i = points.size() - 1; i >= 0 && points.get(i).depth > depth; i--) {
            Point member = points.get(i);
            member.path.addFirst(added.path.getFirst());
            member.depth = depth;
            added.hasFailedMember |= member.outcome == TestOutcome.FAILED;
        }
        // The members have been taken in; they stand at the depth of the group from here on.
        points.add(added);
    }

    private void detail(String text) {
        Matcher detail = DETAIL.matcher(text);
        if (points.isEmpty() || !detail.matches()) {
            return;
        }
        Point last = points.getLast();
        String value =
                detail.group(2).replaceFirst("^'(.*)'$", "$1").replaceFirst("^\"(.*)\"$", "$1");
        switch (detail.group(1)) {
            case "error", "message" -> last.message = last.message.isEmpty() ? value : last.message;
            case "duration_ms" -> last.took = Seconds.of(value).dividedBy(1000);
            case "type" -> last.isSuite |= value.equals("suite");
            case "location", "file" -> last.file = value.replaceFirst("(?::\\d+)+$", "");
            default -> {}
        }
    }

    private ReportReading reading() {
        boolean isPlanKept =
                plans.isEmpty() || plans.stream().mapToInt(Integer::intValue).sum() == toldAtTop;
        if (!isPlanKept) {
            gaps.add(
                    "it plans %d tests and tells of %d"
                            .formatted(
                                    plans.stream().mapToInt(Integer::intValue).sum(), toldAtTop));
        }
        if (plans.isEmpty()) {
            gaps.add("it has no plan: tests may be missing from it");
        }
        if (points.stream().anyMatch(point -> point.depth > 0)) {
            gaps.add("it ends before a group of tests does");
        }
        List<TestResult> results =
                points.stream()
                        .filter(point -> point.depth == 0 && point.isTest())
                        .map(Point::result)
                        .toList();
        return new ReportReading.Whole(results, gaps);
    }

    private static int number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    /// A test point while what follows it is being read.
    private static final class Point {
        final List<String> path = new ArrayList<>();
        final TestOutcome outcome;
        int depth;
        String message;
        String file = "";
        Duration took = Duration.ZERO;
        boolean isSuite;
        boolean hasFailedMember;

        Point(int depth, String title, TestOutcome outcome, String message) {
            this.depth = depth;
            this.outcome = outcome;
            this.message = message;
            path.add(title);
        }

        /// A group that failed though none of its members did is told of, as its set-up failed.
        boolean isTest() {
            return !isSuite || (outcome == TestOutcome.FAILED && !hasFailedMember);
        }

        TestResult result() {
            return new TestResult(
                    new TestId(file, String.join(" > ", path)),
                    outcome,
                    took,
                    outcome == TestOutcome.PASSED ? "" : message,
                    List.of(),
                    file);
        }
    }
}
