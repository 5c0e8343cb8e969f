package kiro.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kiro.workspace.WorkspacePath;

/// Finds the tests that demand less than they did: gone, not run any more, with fewer assertions, or with other
/// expectations. A test that has moved or has another name and demands as much is none of them.
public final class Weakenings {
    private static final int SHOWN = 60;

    private final Map<WorkspacePath, Scanned> before = new TreeMap<>();
    private final Map<WorkspacePath, Scanned> after = new TreeMap<>();
    private final Set<SourceTest> taken = new HashSet<>();
    private final List<Weakening> found = new ArrayList<>();

    private Weakenings() {}

    /// @param skips marks in the whole file that keep tests from being run
    private record Scanned(List<SourceTest> tests, int skips) {
        private static final Scanned NOTHING = new Scanned(List.of(), 0);
    }

    /// @param changes all files that have changed
    public static List<Weakening> of(List<TestFileChange> changes) {
        var weakenings = new Weakenings();
        for (TestFileChange change : changes) {
            weakenings.before.put(change.file(), scanned(change.file(), change.before()));
            weakenings.after.put(change.file(), scanned(change.file(), change.after()));
        }
        weakenings.before.forEach((file, earlier) ->
                weakenings.compare(
                        file, earlier, weakenings.after.getOrDefault(file, Scanned.NOTHING)));
        return List.copyOf(weakenings.found);
    }

    /// Whether a file may hold tests.
    public static boolean concern(WorkspacePath file) {
        return !TestFiles.among(List.of(file)).isEmpty();
    }

    private static Scanned scanned(WorkspacePath file, Optional<String> text) {
        Optional<Dialect> dialect = TestFiles.dialect(file);
        return text.isEmpty() || dialect.isEmpty()
                ? Scanned.NOTHING
                : new Scanned(
                        TestScan.tests(file, text.get(), dialect.get(), "").tests(),
                        DemandScan.skips(SourceCode.read(text.get(), dialect.get())));
    }

    private void compare(WorkspacePath file, Scanned earlier, Scanned now) {
        int count = found.size();
        var open = new ArrayList<SourceTest>();
        for (SourceTest test : earlier.tests()) {
            now.tests().stream()
                    .filter(other -> other.id().equals(test.id()))
                    .filter(taken::add)
                    .findFirst()
                    .ifPresentOrElse(other -> compare(test, other), () -> open.add(test));
        }
        for (SourceTest test : open) {
            successor(test, now)
                    .ifPresentOrElse(
                            other -> {
                                taken.add(other);
                                compare(test, other);
                            },
                            () -> gone(test, now.skips() > earlier.skips()));
        }
        boolean isTold =
                found.subList(count, found.size()).stream()
                        .anyMatch(each -> each.kind() == Weakening.Kind.DISABLED);
        if (now.skips() > earlier.skips() && !isTold) {
            found.add(
                    new Weakening(
                            file,
                            "(several)",
                            Weakening.Kind.DISABLED,
                            "%d marks that skip tests, now %d"
                                    .formatted(earlier.skips(), now.skips())));
        }
    }

    /// The test that has taken the place of one that is no longer there: of its name in another file, of its text, or a new
    /// one of the same file that demands as much.
    private Optional<SourceTest> successor(SourceTest test, Scanned now) {
        Set<TestId> known = new HashSet<>();
        before.values().forEach(file -> file.tests().forEach(each -> known.add(each.id())));
        List<SourceTest> others =
                after.values().stream()
                        .flatMap(file -> file.tests().stream())
                        .filter(each -> !known.contains(each.id()) && !taken.contains(each))
                        .toList();
        return others.stream()
                .filter(each ->
                        each.id().name().equals(test.id().name())
                                || each.body().digest().equals(test.body().digest()))
                .findFirst()
                .or(() ->
                        others.stream()
                                .filter(now.tests()::contains)
                                .filter(each ->
                                        each.body().demands().assertions()
                                                >= test.body().demands().assertions())
                                .findFirst());
    }

    private void gone(SourceTest test, boolean isSkipped) {
        int assertions = test.body().demands().assertions();
        found.add(
                new Weakening(
                        test.file(),
                        test.id().name(),
                        isSkipped ? Weakening.Kind.DISABLED : Weakening.Kind.DELETED,
                        "it had " + counted(assertions)));
    }

    private void compare(SourceTest earlier, SourceTest now) {
        Demands before = earlier.body().demands();
        Demands after = now.body().demands();
        if (after.isSkipped() && !before.isSkipped()) {
            add(now, Weakening.Kind.DISABLED, "a mark keeps it from being run");
        } else if (after.assertions() < before.assertions()) {
            add(
                    now,
                    Weakening.Kind.FEWER_ASSERTIONS,
                    counted(before.assertions()) + ", now " + after.assertions());
        } else if (after.assertions() == before.assertions()
                && !after.expectations().equals(before.expectations())) {
            add(now, Weakening.Kind.OTHER_EXPECTATION, difference(before, after));
        }
    }

    private void add(SourceTest test, Weakening.Kind kind, String detail) {
        found.add(new Weakening(test.file(), test.id().name(), kind, detail));
    }

    private static String counted(int assertions) {
        return assertions == 1 ? "1 assertion" : assertions + " assertions";
    }

    private static String difference(Demands before, Demands after) {
        int at = 0;
        while (at < before.expectations().size()
                && at < after.expectations().size()
                && before.expectations().get(at).equals(after.expectations().get(at))) {
            at++;
        }
        return "%s, now %s".formatted(literal(before, at), literal(after, at));
    }

    private static String literal(Demands demands, int at) {
        String text =
                at < demands.expectations().size() ? demands.expectations().get(at) : "nothing";
        String line = text.lines().findFirst().orElse("");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " ...";
    }
}
